"""The models of a pack: what stands in its files. Ids are kebab-case; texts are shown as they are."""

from typing import Annotated, Literal

from pydantic import Field

from game.engine import terms as T

from .effects import CardEffect, HeadlineEffect
from .fields import MOMENT, Art, Cited, Date, Icon, Id, Level, Line, Model, Short, Side, Text, Title, Url

Kind = Literal[
    "control", "list", "tariff", "industry", "alliance", "reserve", "diplomacy", "showcase", "talent"
]
Trigger = Literal["control", "listing", "tariff", "alliance", "restriction"]
Condition = Literal[
    "fortress", "swing-markets", "open-door", "chokehold", "champion",
    "indigenous-innovation", "war-chest", "peacemaker", "brinkman", "mandate",
]  # fmt: skip
Rupture = Literal["resilience", "shared_loss"]
Backfire = Literal["none", "medium", "strong"]
KINDS: dict[str, int] = {
    "control": T.KIND_CONTROL, "list": T.KIND_LIST, "tariff": T.KIND_TARIFF, "industry": T.KIND_INDUSTRY,
    "alliance": T.KIND_ALLIANCE, "reserve": T.KIND_RESERVE, "diplomacy": T.KIND_DIPLOMACY,
    "showcase": T.KIND_SHOWCASE, "talent": T.KIND_TALENT,
}  # fmt: skip
TRIGGERS: dict[str | None, int] = {
    None: T.NO_TRIGGER, "control": T.ON_CONTROL, "listing": T.ON_LISTING, "tariff": T.ON_TARIFF,
    "alliance": T.ON_ALLIANCE, "restriction": T.ON_RESTRICTION,
}  # fmt: skip
CONDITIONS: dict[str, int] = {
    "fortress": T.FORTRESS, "swing-markets": T.SWING_MARKETS, "open-door": T.OPEN_DOOR,
    "chokehold": T.CHOKEHOLD, "champion": T.CHAMPION, "indigenous-innovation": T.INDIGENOUS_INNOVATION,
    "war-chest": T.WAR_CHEST, "peacemaker": T.PEACEMAKER, "brinkman": T.BRINKMAN, "mandate": T.MANDATE,
}  # fmt: skip


class PackInfo(Model):
    id: Id
    title: Title
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+){0,2}$", max_length=20)]
    description: Text = ""
    authors: Annotated[list[Line], Field(max_length=50)] = []
    licence: Line = ""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")] = "en"
    builds_on: Literal["base"] | None = None  # the base pack lies under this one


class Source(Model):
    id: Id
    title: Annotated[Text, Field(min_length=1)]
    publisher: Line = ""
    date: Date | None = None
    url: Url = ""
    side: Literal["us", "china", "both", "third"] = "third"  # whose words they are
    note: Text = ""


class Precedent(Model):
    """The real event behind a card or headline."""

    precedent: Text = ""
    when: Line = ""
    date: Date | None = None
    sources: Cited = []
    contested: Text = ""
    contested_sources: Cited = []
    art: Art = ""


class Sector(Model):
    id: Id
    title: Title
    short: Short
    stage: Literal["upstream", "downstream"]
    solid: list[Id] = []
    dashed: list[Id] = []
    about: Text = ""
    sources: Cited = []


class Bloc(Model):
    id: Id
    title: Title
    short: Short
    supplies: dict[Id, Level] = {}
    buys: Id | None = None
    about: Text = ""
    sources: Cited = []


class Cost(Model):
    budget: Annotated[int, Field(ge=0)] = 0  # `check` says what can't be paid
    capital: Annotated[int, Field(ge=0)] = 0


class Card(Precedent):
    """A card, or a copy of another under its own title."""

    id: Id
    title: Title
    copy_of: Id | None = None
    kind: Kind | None = None
    points: Annotated[int, Field(ge=1, le=6)] | None = None
    cost: Cost = Cost()
    effects: Annotated[list[CardEffect], Field(max_length=6)] = []
    targets: Annotated[list[Id], Field(max_length=T.SECTORS)] = []
    icons: Annotated[list[Icon], Field(max_length=10)] = []
    trigger: Trigger | None = None


class Headline(Precedent):
    id: Id
    title: Title
    effects: Annotated[list[HeadlineEffect], Field(min_length=1, max_length=6)]


class Agenda(Model):
    id: Id
    title: Title
    condition: Condition
    needs: int | None = None  # the number in its condition; without it the rulebook's, see `agendas`
    about: Text = ""
    sources: Cited = []


class SideName(Model):
    title: Annotated[Title, Field(max_length=20)]
    short: Annotated[Short, Field(max_length=3)]


class Ends(Model):
    """Automatic victory: track at least `us`, or at most minus `china`."""

    us: Annotated[int, Field(ge=1, le=99)]
    china: Annotated[int, Field(ge=1, le=99)]


class Switches(Model):
    deals: bool = True
    contingencies: bool = True
    agendas: bool = True
    headlines: bool = True
    stockpiles: bool = True
    open_hands: bool = False
    adviser: bool = True  # whether people may ask the computer for advice


class Position(Model):
    """Start values by name; what is left out is 0."""

    capability: dict[Side, dict[Id, Level]]
    align: dict[Id, Annotated[int, Field(ge=-T.MAX_ALIGN, le=T.MAX_ALIGN)]] = {}
    source: dict[Id, Annotated[int, Field(ge=0, le=T.MAX_SOURCE)]] = {}
    budget: dict[Side, Level] = {}
    capital: dict[Side, Level] = {}
    approval: dict[Side, Level] = {}
    control: dict[Side, dict[Id, Annotated[int, Field(ge=0, le=T.MAX_CONTROL)]]] = {}
    listing: dict[Side, list[Id]] = {}
    tariff: dict[Side, Annotated[int, Field(ge=0, le=T.MAX_TARIFF)]] = {}
    programme: dict[Side, list[Id]] = {}
    stock: dict[Side, dict[Id, Annotated[int, Field(ge=0, le=T.MAX_STOCK)]]] = {}
    workaround: dict[Side, list[Id]] = {}
    bag: list[Id] = []  # the spotlights that are drawn before it is filled again; none: all
    tension: Level = 0
    decoupling: Annotated[int, Field(ge=0, le=T.MAX_DECOUPLING)] = 0
    track: Annotated[int, Field(ge=-99, le=99)] = 0


class Titles(Model):
    """Other names that a scenario gives to things of the pack."""

    blocs: dict[Id, Title] = {}
    shorts: dict[Id, Short] = {}  # of blocs
    headlines: dict[Id, Title] = {}


class Luck(Model):
    """What luck brings first, in this order; where nothing is said or it can't be drawn, chance decides."""

    starter: Literal["coin", "us", "china"] = "coin"  # who moves first in round 1
    agendas: dict[Side, Annotated[list[Id], Field(max_length=T.MOST_AGENDAS)]] = {}  # of two, a side keeps one
    hands: dict[Side, Annotated[list[Id], Field(max_length=60)]] = {}  # cards as they are drawn
    headlines: Annotated[list[Id], Field(max_length=T.MOST_HEADLINES)] = []  # of rounds 1, 2, …
    spotlights: Annotated[list[Id], Field(max_length=24)] = []  # two for each round


Moment = Annotated[str, Field(pattern=MOMENT)]  # start, round-2 to round-12, end
Deck = Annotated[list[Id], Field(max_length=200)]


class Scenario(Model):
    id: Id
    title: Title
    summary: Text = ""
    minutes: Annotated[list[Annotated[int, Field(ge=1, le=600)]], Field(min_length=2, max_length=2)]
    for_: Annotated[Line, Field(alias="for")] = ""
    art: Art = ""
    rounds: Annotated[int, Field(ge=1, le=12)]
    sides: dict[Side, SideName]
    position: Position
    ends: Ends
    rupture: Rupture = "resilience"
    rupture_handicap: Annotated[int, Field(ge=0, le=20)] = 0
    indigenous_levels: Annotated[int, Field(ge=1, le=20)] = 4
    agenda_needs: dict[Id, int] = {}  # the numbers of other agendas, where they differ from the pack's
    backfire: Backfire = "medium"
    switches: Switches = Switches()
    decks: dict[Side, Deck]
    headlines: Annotated[list[Id], Field(max_length=T.MOST_HEADLINES)] = []
    agendas: Annotated[list[Id], Field(max_length=T.MOST_AGENDAS)] = []
    luck: Luck = Luck()
    titles: Titles = Titles()
    precedents: bool = True  # whether the screen tells of the real events
    notes: dict[Moment, Text] = {}  # shown when the match comes there; one that ends in "?" is a question
    values_note: Text = ""
    sources: Cited = []


class Pack(Model):
    """A whole pack, merged from its files (and from the pack it builds on)."""

    pack: PackInfo
    sources: list[Source] = []
    sectors: list[Sector] = []
    blocs: list[Bloc] = []
    cards: list[Card] = []
    headlines: list[Headline] = []
    agendas: list[Agenda] = []
    scenarios: list[Scenario] = []


class Same:
    """A pack by what it is, not by what it says: a key for what is made of it once."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack  # held, so that no other pack gets its id meanwhile

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.pack is other.pack

    def __hash__(self) -> int:
        return id(self.pack)


# What a file of a pack may hold: its one key besides "$schema", and the model behind it.
LISTS: dict[str, type[Model]] = {
    "sources": Source,
    "sectors": Sector,
    "blocs": Bloc,
    "cards": Card,
    "headlines": Headline,
    "agendas": Agenda,
}
SINGLES: dict[str, type[Model]] = {"pack": PackInfo, "scenario": Scenario}
