"""What a card does, at a glance: its effects as icons, a few words and a number; its choices; its icons.

The full sentences are the almanac's. What is chosen for the card, its "?", is "one sector" or "one bloc" here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.rulebook import Bloc, Op, Rulebook, Sector
from game.match.words import signed

from ..icons import bloc_icon, sector_icon

CHOSEN = "why"  # the icon of a "?"
ONE = "one sector"


@dataclass(frozen=True, slots=True)
class Mark:
    """One effect. `icons`: what is done and to what; `good`: 1 for the one who plays it, −1 against, 0 neither."""

    icons: tuple[str, ...]
    words: str
    value: str = ""
    good: int = 0


def marks(book: Rulebook, card: int, is_full: bool = False) -> list[Mark]:
    """The effects of a card in their order; with the full names of sectors and blocs, where that is asked for."""
    return [_mark(book, op, is_full) for op in book.cards[card].ops]


def choices(book: Rulebook, card: int, is_full: bool = False) -> list[tuple[str, str]]:
    """What the "?" may be: (icon, name)."""
    printed = book.cards[card]
    if printed.target == T.TARGET_BLOC:
        return [(bloc_icon(book.blocs[b].id), _called(book.blocs[b], is_full)) for b in printed.targets]
    return [(sector_icon(book.sectors[i].id), _called(book.sectors[i], is_full)) for i in printed.targets]


def _called(thing: Sector | Bloc, is_full: bool) -> str:
    return thing.title if is_full else thing.short


def icon_marks(book: Rulebook, card: int, n: int) -> tuple[str, ...]:
    """The pictures of a card's n-th statecraft icon."""
    icon, what = book.cards[card].icons[n]
    if icon == T.ICON_RALLY:
        return ("rally",)
    if icon == T.ICON_BLOC:
        return (bloc_icon(book.blocs[what].id),)
    sector = sector_icon(book.sectors[what].id)
    return ("stockpile", sector) if icon == T.ICON_CRATE else (sector,)


def icon_words(book: Rulebook, card: int) -> list[str]:
    """A card's statecraft icons in words."""
    found = []
    for icon, what in book.cards[card].icons:
        if icon == T.ICON_RALLY:
            found.append("rally")
        elif icon == T.ICON_BLOC:
            found.append(book.blocs[what].title)
        else:
            found.append(f"{'stockpile ' * (icon == T.ICON_CRATE)}{book.sectors[what].title}")
    return found


def _mark(book: Rulebook, op: Op, is_full: bool) -> Mark:
    code, a, n, who = op
    if code in _METERS:
        return _meter(code, n, who)
    if code in (T.OP_ALIGN, T.OP_NEW_SOURCE):
        return _bloc(book, code, a, n, is_full)
    if code == T.OP_TENSION:
        return Mark(("tension",), "Tension", signed(n), -1 if n > 0 else 1)
    if code == T.OP_TARIFF:
        return Mark(("tariff",), "Your tariff", signed(n))
    if code == T.OP_EXPOSE:
        return Mark(("expose",), "Expose their card")
    if a == T.TARIFF_MEASURE:
        return Mark(("erode", "tariff"), "Rival's tariff", "−1", 1)
    icon = CHOSEN if a == T.TARGET else sector_icon(book.sectors[a].id)
    name = ONE if a == T.TARGET else _called(book.sectors[a], is_full)
    return _SECTOR[code](icon, name, n, a)


_METERS = {T.OP_APPROVAL: "Approval", T.OP_BUDGET: "Budget", T.OP_CAPITAL: "Capital"}


def _meter(code: int, n: int, who: int) -> Mark:
    name = _METERS[code]
    words = {T.SELF: name, T.RIVAL: f"Rival's {name}", T.BOTH: f"Both: {name}"}[who]
    good = 0 if who == T.BOTH else (1 if n > 0 else -1) * (1 if who == T.SELF else -1)
    return Mark((name.lower(),), words, signed(n), good)


def _bloc(book: Rulebook, code: int, a: int, n: int, is_full: bool) -> Mark:
    icon = CHOSEN if a == T.TARGET else bloc_icon(book.blocs[a].id)
    name = "one bloc" if a == T.TARGET else _called(book.blocs[a], is_full)
    if code == T.OP_NEW_SOURCE:
        return Mark(("source", icon), f"Supplies {name}", signed(n), 1)
    way = "away" if n < 0 else "toward you"
    return Mark((icon,), f"{_first(name)} {way}", signed(n), 1 if n > 0 else -1)


def _first(short: str) -> str:
    """As the first word of a line."""
    return short[:1].upper() + short[1:]


def _span(n: int, a: int) -> str:
    """What `indigenise` may give: more for each level of what the rival denies."""
    most = n + (T.MAX_CONTROL if a == T.TARGET or a < T.UPSTREAM else 1)
    return f"+{n} to +{most}"


def _one(words: str, short: str) -> str:
    """Long words about a sector, shorter where it is chosen: "Rival's control CHIPS", "One rival's control"."""
    chosen = {"Rival's control": "One rival's control", "End workaround": "End one workaround"}
    return chosen[words] if short == ONE else f"{words} {short}"


# Effects on a sector: (its icon, its short name, how much, the sector) -> the mark
_SECTOR: dict[int, Callable[[str, str, int, int], Mark]] = {
    T.OP_CONTROL: lambda icon, short, n, a: Mark(("control", icon), f"Control {short}", signed(n)),
    T.OP_LIST: lambda icon, short, n, a: Mark(("listing", icon), f"List {short}"),
    T.OP_EASE: lambda icon, short, n, a: Mark(("ease", icon), f"Ease {short}", "−1"),
    T.OP_ERODE: lambda icon, short, n, a: Mark(("erode", icon), _one("Rival's control", short), "−1", 1),
    T.OP_PROGRESS: lambda icon, short, n, a: Mark((icon,), f"{_first(short)} progress", signed(n), 1),
    T.OP_INDIGENISE: lambda icon, short, n, a: Mark((icon,), f"{_first(short)} progress", _span(n, a), 1),
    T.OP_SETBACK: lambda icon, short, n, a: Mark(("setback", icon), f"Set back {short}", f"−{n}", 1),
    T.OP_PROGRAMME: lambda icon, short, n, a: Mark(("programme", icon), f"Programme {short}"),
    T.OP_STOCKPILE: lambda icon, short, n, a: Mark(("stockpile", icon), f"Stockpile {short}", signed(n), 1),
    T.OP_WORKAROUND: lambda icon, short, n, a: Mark(("workaround", icon), f"Workaround {short}"),
    T.OP_ENFORCE: lambda icon, short, n, a: Mark(("enforce", icon), _one("End workaround", short)),
    T.OP_SHOWCASE: lambda icon, short, n, a: Mark(("showcase", icon), f"Showcase {short}", "+1 or +2", 1),
}
