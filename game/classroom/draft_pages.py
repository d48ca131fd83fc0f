"""What can be set in a scenario, page by page: every row is a title with one or two values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.content.agendas import Numbers, agenda_words
from game.content.compile import names_of, rules_of
from game.content.effects import words
from game.content.fields import SIDES, Side
from game.content.pack import Card, Pack, Scenario
from game.engine import terms as T

from .draft import Draft, Way

Kind = Literal["number", "switch", "choice", "member", "text"]
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cell:
    """One value: a number between bounds, a switch, one of some options, an entry of a list, or a text."""

    path: Way
    kind: Kind = "number"
    low: int = 0
    high: int = 10
    options: Options = ()
    item: str = ""
    side: int = T.NOBODY
    most: int = 34

    def value(self, draft: Draft) -> int | str | bool:
        if self.kind == "member":
            return self.item in draft.get(self.path, [])
        found: int | str | bool = draft.get(self.path, "" if self.kind == "text" else 0)
        return found


@dataclass(frozen=True)
class Row:
    title: str
    cells: tuple[Cell, ...]
    about: str = ""


PAGES = (
    ("general", "The game"),
    ("switches", "Rules on and off"),
    ("sectors", "Sectors"),
    ("blocs", "Blocs"),
    ("sides", "Both sides"),
    ("measures", "Measures at the start"),
    ("deck:us", "Deck of the US"),
    ("deck:china", "Deck of China"),
    ("headlines", "Headlines"),
    ("agendas", "Agendas"),
    ("luck", "Luck in advance"),
    ("notes", "Notes and questions"),
)
ABOUT = {
    "luck": "What you set comes first, in the order in which you set it; all else is left to chance. "
    "Of the two agendas that a side is dealt it keeps one.",
}  # of a page as a whole
SWITCHES = {
    "deals": ("Deals", "Both sides may offer to lift measures against each other."),
    "contingencies": ("Contingencies", "Cards may be set face-down against the rival's next move."),
    "agendas": ("Agendas", "Each side keeps a secret aim that counts at the end."),
    "headlines": ("Headlines", "A headline from the world begins each round."),
    "stockpiles": ("Stockpiles", "Inputs may be stored against a cut-off."),
    "open_hands": ("Open hands", "Both sides see all cards."),
    "adviser": ("Adviser", "People may ask the computer for advice."),
}
BACKFIRE = (("none", "None"), ("medium", "Medium"), ("strong", "Strong"))
RUPTURE = (("resilience", "Resilience decides"), ("shared_loss", "Both lose"))


def page(draft: Draft, name: str) -> list[Row]:
    """The rows of a page."""
    pack = draft.pack
    if name.startswith("deck:"):
        return _deck(draft, "us" if name == "deck:us" else "china")
    if name in ("headlines", "agendas"):
        return _headlines(draft) if name == "headlines" else _agendas(draft)
    makers = {
        "general": _general,
        "sectors": _sectors,
        "blocs": _blocs,
        "sides": _sides,
        "measures": _measures,
    }
    if name == "notes":
        return _notes(draft)
    if name == "luck":
        return _luck(draft)
    if name == "switches":
        cells = {key: Cell(("switches", key), "switch") for key in SWITCHES}
        rows = [Row(SWITCHES[key][0], (cell,), SWITCHES[key][1]) for key, cell in cells.items()]
        real = Row("Real events", (Cell(("precedents",), "switch"),), "Cards tell of their real events.")
        return [*rows, real]
    return makers[name](pack)


def _general(pack: Pack) -> list[Row]:
    return [
        Row("Title", (Cell(("title",), "text"),)),
        Row("Summary", (Cell(("summary",), "text", most=600),)),
        Row("What it is for", (Cell(("for",), "text", most=200),)),
        Row("Rounds", (Cell(("rounds",), low=1, high=12),)),
        Row("Minutes, at least", (Cell(("minutes", 0), low=1, high=600),)),
        Row("Minutes, at most", (Cell(("minutes", 1), low=1, high=600),)),
        Row("Tension at the start", (Cell(("position", "tension")),)),
        Row("Decoupling at the start", (Cell(("position", "decoupling"), high=T.MAX_DECOUPLING),)),
        Row("Leadership at the start", (Cell(("position", "track"), low=-99, high=99),),
            "Above 0 the US is ahead, below 0 China."),
        Row("Leadership that wins at once", (
            Cell(("ends", "us"), low=1, high=99, side=T.US), Cell(("ends", "china"), low=1, high=99, side=T.CHINA))),
        Row("Backfire", (Cell(("backfire",), "choice", options=BACKFIRE),),
            "How much of a lost market comes back as the rival's own progress."),
        Row("In a Rupture", (Cell(("rupture",), "choice", options=RUPTURE),),
            "Who wins when Tension reaches 10."),
        Row("Handicap of who causes a Rupture", (Cell(("rupture_handicap",), high=20),),
            "Taken off its Resilience when that decides."),
        Row("Levels for Indigenous Innovation", (Cell(("indigenous_levels",), low=1, high=20),),
            "What this agenda asks for: levels gained in upstream sectors."),
    ]  # fmt: skip


def _notes(draft: Draft) -> list[Row]:
    """One for each moment of the match."""
    rounds = range(2, min(12, int(draft.get(("rounds",)))) + 1)
    moments = [("start", "Before the first move"), *((f"round-{n}", f"When round {n} begins") for n in rounds),
               ("end", "When the match is over")]
    about = "With “?” at its end it is a question."
    return [
        Row(title, (Cell(("notes", moment), "text", most=600),), about if moment == "start" else "")
        for moment, title in moments
    ]  # fmt: skip


def _luck(draft: Draft) -> list[Row]:
    """What is drawn first, in the order in which it was switched on."""
    pack, sides = draft.pack, draft.data["sides"]
    titles = {card.id: card.title for card in pack.cards}
    titles |= {headline.id: headline.title for headline in pack.headlines}
    titles |= {sector.id: sector.title for sector in pack.sectors}
    coin = (("coin", "Chance"), *((side, sides[side]["title"]) for side in SIDES))
    rows = [Row("Who moves first in round 1", (Cell(("luck", "starter"), "choice", options=coin),)), *_dealt(draft)]
    lists: list[tuple[str, Way, list[str]]] = [
        ("Headline", ("luck", "headlines"), draft.get(("headlines",), [])),
        ("Spotlight", ("luck", "spotlights"), [sector.id for sector in pack.sectors[T.UPSTREAM :]]),
        *((f"{sides[side]['short']} card", ("luck", "hands", side), draft.get(("decks", side), [])) for side in SIDES),
    ]
    for what, way, items in lists:
        chosen = draft.get(way, [])
        for item in dict.fromkeys([*items, *chosen]):  # what has left its deck since must be switched off here
            drawn = f"Drawn as number {chosen.index(item) + 1}." if item in chosen else ""
            rows.append(Row(f"{what}: {titles.get(item, item)}", (Cell(way, "member", item=item),), drawn))
    about = "Spotlights are first drawn from what is on here; where nothing is, from all."
    return rows + [
        Row(f"First bag: {sector.title}", (Cell(("position", "bag"), "member", item=sector.id),), about)
        for sector in pack.sectors[T.UPSTREAM :]
    ]


def _dealt(draft: Draft) -> list[Row]:
    """The agendas that each side is dealt, to keep one of two; what is not set in advance is dealt by chance."""
    titles = {agenda.id: agenda.title for agenda in draft.pack.agendas}
    words = {agenda.id: agenda_words(agenda, _numbers(draft)) for agenda in draft.pack.agendas}
    chosen = [item for side in SIDES for item in draft.get(("luck", "agendas", side), [])]
    return [
        Row(
            f"Agenda: {titles.get(item, item)}",
            tuple(Cell(("luck", "agendas", side), "member", item=item, side=n) for n, side in enumerate(SIDES)),
            words.get(item, ""),
        )
        for item in dict.fromkeys([*draft.get(("agendas",), []), *chosen])
    ]


def _both(path: Sequence[str], *rest: str, kind: Kind = "number", high: int = 10) -> tuple[Cell, ...]:
    """The value of each side."""
    return tuple(
        Cell((*path, side, *rest), kind, high=high, side=number) for number, side in enumerate(SIDES)
    )


def _members(field: str, item: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(("position", field, side), "member", item=item, side=n) for n, side in enumerate(SIDES)
    )


def _sectors(pack: Pack) -> list[Row]:
    return [Row(s.title, _both(("position", "capability"), s.id), "Capability at the start.") for s in pack.sectors]


def _blocs(pack: Pack) -> list[Row]:
    rows = []
    for bloc in pack.blocs:
        align = Cell(("position", "align", bloc.id), low=-T.MAX_ALIGN, high=T.MAX_ALIGN)
        source = Cell(("position", "source", bloc.id), high=T.MAX_SOURCE)
        rows.append(Row(f"{bloc.title}: alignment", (align,), "Above 0 it leans to the US, below 0 to China."))
        rows.append(Row(f"{bloc.title}: new sources", (source,), "What it offers beyond its own supply."))
    return rows


def _sides(pack: Pack) -> list[Row]:
    rows = [
        Row(title, _both(("position", field)))
        for field, title in (("approval", "Approval"), ("budget", "Budget"), ("capital", "Political Capital"))
    ]
    return [*rows, Row("Tariff", _both(("position", "tariff"), high=T.MAX_TARIFF))]


def _measures(pack: Pack) -> list[Row]:
    upstream, downstream = pack.sectors[: T.UPSTREAM], pack.sectors[T.UPSTREAM :]
    rows = [
        Row(f"Export control on {s.title}", _both(("position", "control"), s.id, high=T.MAX_CONTROL))
        for s in upstream
    ]
    rows += [Row(f"Listing in {s.title}", _members("listing", s.id)) for s in downstream]
    rows += [Row(f"Programme in {s.title}", _members("programme", s.id)) for s in pack.sectors]
    rows += [
        Row(f"Stockpile of {s.title}", _both(("position", "stock"), s.id, high=T.MAX_STOCK)) for s in upstream
    ]
    return rows + [Row(f"Workaround for {s.title}", _members("workaround", s.id)) for s in upstream]


def _deck(draft: Draft, side: Side) -> list[Row]:
    """The cards that some scenario deals to this side, and those that none deals; those it began with come first."""
    pack = draft.pack
    other: Side = "china" if side == "us" else "us"
    ours = {card for scenario in pack.scenarios for card in scenario.decks.get(side, [])} | set(
        draft.get(("decks", side), [])
    )
    theirs = {card for scenario in pack.scenarios for card in scenario.decks.get(other, [])}
    cards = [card for card in pack.cards if card.id in ours or card.id not in theirs]
    began = set(draft.began["decks"].get(side, []))
    cards.sort(key=lambda card: card.id not in began)
    return [_card(draft, side, card) for card in cards]


def _headlines(draft: Draft) -> list[Row]:
    names = names_of(draft.pack, _scenario(draft))
    return [
        Row(h.title, (Cell(("headlines",), "member", item=h.id),), " ".join(words(h.effects, [], names)))
        for h in draft.pack.headlines
    ]


def _agendas(draft: Draft) -> list[Row]:
    return [
        Row(a.title, (Cell(("agendas",), "member", item=a.id),), agenda_words(a, _numbers(draft)))
        for a in draft.pack.agendas
    ]


def _card(draft: Draft, side: Side, card: Card) -> Row:
    """With what it does."""
    pack, scenario = draft.pack, _scenario(draft)
    rules = rules_of(card, {card.id: card for card in pack.cards})
    does = " ".join(words(rules.effects, rules.targets, names_of(pack, scenario)))
    return Row(card.title, (Cell(("decks", side), "member", item=card.id),), does)


def _numbers(draft: Draft) -> Numbers:
    """What the draft says of numbers in agendas, also while it can't be played."""
    return Numbers(int(draft.get(("indigenous_levels",), 1)), draft.get(("agenda_needs",), {}))


def _scenario(draft: Draft) -> Scenario:
    """Whose titles the words use: the draft's, or while that can't be read those of one that can."""
    return draft.read()[0] or draft.pack.scenarios[0]


_PLACES = (
    ("decks.us", "Deck of the US", "deck:us"), ("decks.china", "Deck of China", "deck:china"),
    ("agendas", "Agendas", "agendas"), ("agenda_needs", "Agendas", "agendas"), ("headlines", "Headlines", "headlines"),
    ("luck", "Luck in advance", "luck"),
    ("notes", "Notes and questions", "notes"), ("minutes", "Minutes", "general"), ("title", "Title", "general"),
    ("summary", "Summary", "general"), ("for", "What it is for", "general"), ("rounds", "Rounds", "general"),
    ("position.capability", "Sectors", "sectors"), ("position.align", "Blocs", "blocs"),
    ("position.source", "Blocs", "blocs"), ("position.tension", "Tension at the start", "general"),
    ("position.track", "Leadership at the start", "general"), ("position.bag", "Luck in advance", "luck"),
    ("position", "Start", "sides"),
    ("ends", "Leadership that wins at once", "general"), ("id", "Title", "general"),
)  # fmt: skip


def place_of(path: str) -> tuple[str, str]:
    """Where in the editor a problem is put right, in words, and on which page; nothing if there is no one place."""
    inside = re.sub(r"^scenarios\.(\d+\.)?", "", path)
    return next(
        ((title, name) for start, title, name in _PLACES if inside == start or inside.startswith(start + ".")),
        ("", ""),
    )
