"""Which page of the handbook tells of something on the table: by the name of its node."""

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.match.library import SIDES

TERMS = {
    "budget": "budget",
    "capital": "political-capital",
    "approval": "approval",
    "resilience": "resilience",
    "track": "leadership-track",
    "tension": "tension",
    "decoupling": "decoupling",
    "slot": "contingency",
    "pile": "deck",
    "agenda": "agenda",
    "do:lift": "lift",
    "do:deal": "deal",
    "do:announce": "announce",
    "do:pass": "pass",
    "do:undo": "undo",
}


def anchor_of(book: Rulebook, name: str) -> str:
    """The anchor for a node of the table, or nothing."""
    kind, *numbers = name.split(":")
    values = [int(n) for n in numbers if n.isdigit()]
    if kind == "card" and values:
        return f"card:{SIDES[book.card_side(values[0])]}:{book.cards[values[0]].id}"
    if kind in ("sector", "output") and values:
        return f"sector:{book.sectors[values[0]].id}"
    if kind in ("supply", "arrow") and len(values) > 1:
        return f"sector:{book.sectors[values[1]].id}"
    if kind == "bloc" and values:
        return f"bloc:{book.blocs[values[0]].id}"
    if kind == "measure" and len(values) == 2:
        return "term:" + _measure(values[1])
    term = TERMS.get(name) or TERMS.get(kind)
    return f"term:{term}" if term else ""


def _measure(measure: int) -> str:
    if measure == T.TARIFF_MEASURE:
        return "tariff"
    return "export-control" if measure < T.UPSTREAM else "entity-listing"
