"""Numbers of a position by name, for the words of a lesson: `output us ev`, `was supply china chips`, `tension`.

A lesson never says a number of its own: it names one, and what the position holds is written. `was` is the position
before the last thing that was done.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from game.content.problem import one_of
from game.engine import terms as T
from game.engine.explain import offers, why_income, why_lead
from game.engine.market import measure_levels
from game.engine.notation import SIDES
from game.engine.rulebook import Rulebook
from game.engine.rules import outcome
from game.engine.scoring import coalition
from game.engine.state import State
from game.engine.supply import output, resilience, supply, toward

HOLE = re.compile(r"\{([^{}]*)\}")
FACT = re.compile(r"^(.+?) (=|<|>|<=|>=) (.+)$")
COMPARED: dict[str, Callable[[int, int], bool]] = {
    "=": lambda a, b: a == b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}


class UnknownQuantity(ValueError):
    """Words that name no quantity; the message says which are known."""


class Asked(NamedTuple):
    """The position, and the names that were given, as numbers."""

    book: Rulebook
    s: State
    side: int
    sector: int
    bloc: int


@dataclass(frozen=True)
class Quantity:
    """What names it takes, in order, and its value."""

    names: tuple[str, ...]
    value: Callable[[Asked], int]


def _of_side(window: str) -> Quantity:
    return Quantity(("side",), lambda a: int(getattr(a.s, window)[a.side]))


def _shared(cell: int) -> Quantity:
    return Quantity((), lambda a: int(a.s.shared[cell]))


def _of_sector(window: str) -> Quantity:
    return Quantity(("side", "sector"), lambda a: int(getattr(a.s, window)[a.side * T.SECTORS + a.sector]))


def _offer(a: Asked) -> int:
    return next(offer.value for offer in offers(a.book, a.s, a.side, a.sector) if offer.source == a.bloc)


def _won(a: Asked) -> int:
    found = outcome(a.book, a.s)
    return int(found is not None and found.winner == a.side)


QUANTITIES = {
    "output": Quantity(("side", "downstream"), lambda a: output(a.book.tables, a.s, a.side, a.sector)),
    "supply": Quantity(("side", "upstream"), lambda a: supply(a.book.tables, a.s, a.side, a.sector)),
    "offer": Quantity(("side", "upstream", "bloc"), _offer),
    "capability": _of_sector("capability"),
    "progress": _of_sector("progress"),
    "control": Quantity(("side", "upstream"), lambda a: int(a.s.control[a.side * T.UPSTREAM + a.sector])),
    "tariff": _of_side("tariff"),
    "budget": _of_side("budget"),
    "capital": _of_side("capital"),
    "approval": _of_side("approval"),
    "moves": _of_side("moves"),
    "resilience": Quantity(("side",), lambda a: resilience(a.book.tables, a.s, a.side)),
    "coalition": Quantity(("side",), lambda a: coalition(a.s, a.side)),
    "income": Quantity(("side",), lambda a: why_income(a.book, a.s, a.side).value),
    "toward": Quantity(("side", "bloc"), lambda a: toward(a.s, a.side, a.bloc)),
    "lead": Quantity(("side", "downstream"), lambda a: _for(a.side, why_lead(a.book, a.s, a.sector).value)),
    "track": Quantity(("side",), lambda a: _for(a.side, a.s.shared[T.TRACK])),
    "levels": Quantity((), lambda a: measure_levels(a.s)),
    "tension": _shared(T.TENSION),
    "decoupling": _shared(T.DECOUPLING),
    "round": _shared(T.ROUND),
    "won": Quantity(("side",), _won),
}


def _for(side: int, value: int) -> int:
    """A number in which the US counts up, as this side sees it."""
    return value if side == T.US else -value


def number(book: Rulebook, now: State, was: State, words: str) -> int:
    """The number that words name. Raises UnknownQuantity."""
    if words.lstrip("-").isdigit():
        return int(words)
    parts = words.split()
    s = now
    if parts[:1] == ["was"]:
        s, parts = was, parts[1:]
    quantity = QUANTITIES.get(parts[0] if parts else "")
    if quantity is None:
        raise UnknownQuantity(
            f'there is no quantity "{words}"; {one_of(" ".join(parts[:1]), list(QUANTITIES))}'
        )
    return quantity.value(_asked(book, s, quantity, words, parts[1:]))


def _asked(book: Rulebook, s: State, quantity: Quantity, words: str, names: list[str]) -> Asked:
    if len(names) != len(quantity.names):
        wanted = ", ".join(quantity.names) or "nothing"
        raise UnknownQuantity(f'"{words}" must name after its first word: {wanted}')
    found = {"side": 0, "sector": 0, "bloc": 0}
    sectors = [sector.id for sector in book.sectors]
    known = {
        "side": list(SIDES),
        "sector": sectors,
        "upstream": sectors[: T.UPSTREAM],
        "downstream": sectors[T.UPSTREAM :],
        "bloc": [bloc.id for bloc in book.blocs],
    }
    for kind, name in zip(quantity.names, names, strict=True):
        if name not in known[kind]:
            raise UnknownQuantity(f'there is no {kind} "{name}" in "{words}"; {one_of(name, known[kind])}')
        where = "sector" if kind in ("upstream", "downstream") else kind
        found[where] = (sectors if where == "sector" else known[kind]).index(name)
    return Asked(book, s, **found)


def filled(book: Rulebook, now: State, was: State, text: str) -> str:
    """The text with the number of each quantity in braces; `standing` says who leads, `card` with an id is its
    title. Raises UnknownQuantity.
    """

    def fill(words: str) -> str:
        if words.startswith("card "):
            return _title(book, words.removeprefix("card "))
        if words == "standing":
            return _standing(book, now)
        return str(number(book, now, was, words)).replace("-", "−")

    return HOLE.sub(lambda hole: fill(hole[1]), text)


def _title(book: Rulebook, card: str) -> str:
    titles = {one.id: one.title for one in book.cards}
    if card not in titles:
        raise UnknownQuantity(f'there is no card "{card}" in this chapter; {one_of(card, list(titles))}')
    return titles[card]


def _standing(book: Rulebook, s: State) -> str:
    track = s.shared[T.TRACK]
    return f"{book.scenario.sides[T.US if track > 0 else T.CHINA]} +{abs(track)}" if track else "level"


def holds(book: Rulebook, now: State, was: State, fact: str) -> bool:
    """Whether a comparison like `output china ai < was output china ai` is true. Raises UnknownQuantity."""
    match = FACT.match(fact)
    if match is None:
        raise UnknownQuantity(f'"{fact}" compares nothing: a fact is like "tension > was tension"')
    left, sign, right = match.groups()
    return COMPARED[sign](number(book, now, was, left), number(book, now, was, right))
