"""The models of a pack: what stands in its files. Ids are kebab-case; texts are shown as they are."""

from typing import Annotated, Literal

from pydantic import Field

from game.engine import terms as T

from .effects import CardEffect, HeadlineEffect, Model

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Title = Annotated[str, Field(min_length=1, max_length=34)]
Text = Annotated[str, Field(max_length=600)]
Date = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Level = Annotated[int, Field(ge=0, le=10)]
Side = Literal["us", "china"]
Kind = Literal[
    "control", "list", "tariff", "industry", "alliance", "reserve", "diplomacy", "showcase", "talent"
]
Trigger = Literal["control", "listing", "tariff", "alliance", "restriction"]
Condition = Literal[
    "fortress", "swing-markets", "open-door", "chokehold", "champion",
    "indigenous-innovation", "war-chest", "peacemaker", "brinkman", "mandate",
]  # fmt: skip
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
    "fortress": T.FORTRESS, "swing-markets": T.SWING_MARKETS, "open-door": T.OPEN_DOOR, "chokehold": T.CHOKEHOLD,
    "champion": T.CHAMPION, "indigenous-innovation": T.INDIGENOUS_INNOVATION, "war-chest": T.WAR_CHEST,
    "peacemaker": T.PEACEMAKER, "brinkman": T.BRINKMAN, "mandate": T.MANDATE,
}  # fmt: skip


class PackInfo(Model):
    id: Id
    title: Title
    version: str
    description: Text = ""
    authors: list[str] = []
    licence: str = ""
    language: str = "en"


class Source(Model):
    id: Id
    title: Text
    publisher: str = ""
    date: Date | None = None
    url: str = ""
    side: Literal["us", "china", "third"] = "third"
    note: str = ""


class Precedent(Model):
    """The real event behind a card or headline."""

    precedent: Text = ""
    when: str = ""
    date: Date | None = None
    sources: list[Id] = []
    contested: Text = ""
    contested_sources: list[Id] = []
    art: str = ""


class Sector(Model):
    id: Id
    title: Title
    short: Annotated[str, Field(max_length=8)]
    stage: Literal["upstream", "downstream"]
    solid: list[Id] = []
    dashed: list[Id] = []
    about: Text = ""
    sources: list[Id] = []


class Bloc(Model):
    id: Id
    title: Title
    short: Annotated[str, Field(max_length=8)]
    supplies: dict[Id, Level] = {}
    buys: Id | None = None
    about: Text = ""
    sources: list[Id] = []


class Cost(Model):
    budget: Level = 0
    capital: Level = 0


class Card(Precedent):
    id: Id
    title: Title
    copy_of: Id | None = None
    kind: Kind | None = None
    points: Annotated[int, Field(ge=1, le=6)] | None = None
    cost: Cost = Cost()
    effects: list[CardEffect] = []
    targets: list[Id] = []
    icons: list[str] = []
    trigger: Trigger | None = None


class Headline(Precedent):
    id: Id
    title: Title
    effects: Annotated[list[HeadlineEffect], Field(min_length=1)]


class Agenda(Model):
    id: Id
    title: Title
    condition: Condition
    about: Text = ""
    sources: list[Id] = []


class SideName(Model):
    title: Annotated[str, Field(min_length=1, max_length=20)]
    short: Annotated[str, Field(min_length=1, max_length=3)]


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


class Position(Model):
    """Start values by name; what is left out is 0."""

    capability: dict[Side, dict[Id, Level]]
    align: dict[Id, Annotated[int, Field(ge=-3, le=3)]] = {}
    source: dict[Id, Annotated[int, Field(ge=0, le=3)]] = {}
    budget: dict[Side, Level] = {}
    capital: dict[Side, Level] = {}
    approval: dict[Side, Level] = {}
    control: dict[Side, dict[Id, Annotated[int, Field(ge=0, le=3)]]] = {}
    listing: dict[Side, list[Id]] = {}
    tariff: dict[Side, Annotated[int, Field(ge=0, le=3)]] = {}
    programme: dict[Side, list[Id]] = {}
    stock: dict[Side, dict[Id, Annotated[int, Field(ge=0, le=4)]]] = {}
    workaround: dict[Side, list[Id]] = {}
    tension: Annotated[int, Field(ge=0, le=9)] = 0
    decoupling: Annotated[int, Field(ge=0, le=6)] = 0
    track: Annotated[int, Field(ge=-98, le=98)] = 0


class Titles(Model):
    blocs: dict[Id, Title] = {}
    headlines: dict[Id, Title] = {}


class Scenario(Model):
    id: Id
    title: Title
    summary: Text = ""
    minutes: Annotated[list[int], Field(min_length=2, max_length=2)]
    for_: Annotated[str, Field(alias="for")] = ""
    rounds: Annotated[int, Field(ge=1, le=12)]
    sides: dict[Side, SideName]
    position: Position
    ends: Ends
    rupture: Literal["resilience", "shared_loss"] = "resilience"
    rupture_handicap: Annotated[int, Field(ge=0, le=20)] = 0
    indigenous_levels: Annotated[int, Field(ge=1, le=20)] = 4
    backfire: Literal["none", "medium", "strong"] = "medium"
    switches: Switches = Switches()
    decks: dict[Side, list[Id]]
    headlines: list[Id] = []
    agendas: list[Id] = []
    titles: Titles = Titles()
    precedents: bool = True
    values_note: Text = ""
    sources: list[Id] = []


class Pack(Model):
    """A whole pack, merged from its files (and from packs it builds on)."""

    pack: PackInfo
    sources: list[Source] = []
    sectors: list[Sector] = []
    blocs: list[Bloc] = []
    cards: list[Card] = []
    headlines: list[Headline] = []
    agendas: list[Agenda] = []
    scenarios: list[Scenario] = []


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
