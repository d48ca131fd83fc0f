"""What a move changes at once: the terms of a position's worth right after it."""

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal
from game.engine.state import State, copy
from game.engine.supply import resilience

from .evaluate import (
    INCOME,
    RESILIENCE,
    SUMS,
    TERMS,
    add_industry,
    add_meters,
    fill_outputs,
    fill_terms,
    income_of,
    rounds_left,
)
from .room import numbers
from .thoughts import Gain

LEAST = 0.05  # a change that is worth a word, in points of the track


def terms_of(book: Rulebook, s: State, side: int) -> list[float]:
    """What the position is worth to a side, term by term."""
    sums = numbers(SUMS)
    fill_terms(book.tables, s, side, sums)
    return list(sums[:TERMS])


def gains_of(
    book: Rulebook, s: State, plan: tuple[int, ...], side: int, before: list[float]
) -> tuple[Gain, ...]:
    """The terms that a move changes most."""
    return changes(terms_of(book, after(book, s, plan), side), before)[:4]


def changes(now: list[float], before: list[float]) -> tuple[Gain, ...]:
    """The terms that differ, the largest change first."""
    found = [(k, new - old) for k, (new, old) in enumerate(zip(now, before, strict=True))]
    large = [change for change in found if abs(change[1]) >= LEAST]
    return tuple(sorted(large, key=lambda change: -abs(change[1])))


def after(book: Rulebook, s: State, plan: tuple[int, ...]) -> State:
    """The position that a move leads to."""
    moved = copy(s)
    for pick in plan:
        apply(book, moved, pick)
    return moved


def step(book: Rulebook, s: State, plan: tuple[int, ...], side: int) -> tuple[State, State] | None:
    """The position after a move, and after waiting instead: the end of a round brings points and money to every
    move. None where the two can't be compared. An offer counts as if it were accepted.
    """
    moved = after(book, s, plan)
    if moved.shared[T.PHASE] == T.ANSWERING and moved.shared[T.MOVER] != side:
        apply(book, moved, T.ACCEPT)
    idle = after(book, s, (T.PASS,)) if T.PASS in legal(book, s) else s
    if T.OVER in (moved.shared[T.PHASE], idle.shared[T.PHASE]) or moved.shared[T.ROUND] != idle.shared[T.ROUND]:
        return None
    return moved, idle


def own_terms(book: Rulebook, s: State, side: int) -> list[float]:
    """What of the terms is a side's own doing: the rest of them is what the rival has."""
    t, sums = book.tables, numbers(SUMS)
    remaining = rounds_left(t, s)
    fill_outputs(t, s)
    sums[INCOME] = 0.10 * remaining * income_of(t, s, side)
    add_meters(s, side, 1, remaining, sums)
    add_industry(s, side, 1, remaining, sums)
    sums[RESILIENCE] = resilience(t, s, side)
    return list(sums[:TERMS])
