"""What a move changes at once: the terms of a position's worth right after it."""

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal
from game.engine.state import State, copy

from .evaluate import SUMS, TERMS, fill_terms
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


def own_changes(book: Rulebook, s: State, plan: tuple[int, ...], side: int) -> tuple[Gain, ...]:
    """What a move changes that waiting would not: the end of a round brings points and money to every move.

    An offer counts as if it were accepted.
    """
    moved = after(book, s, plan)
    if moved.shared[T.PHASE] == T.ANSWERING and moved.shared[T.MOVER] != side:
        apply(book, moved, T.ACCEPT)
    idle = after(book, s, (T.PASS,)) if T.PASS in legal(book, s) else s
    if T.OVER in (moved.shared[T.PHASE], idle.shared[T.PHASE]) or moved.shared[T.ROUND] != idle.shared[T.ROUND]:
        return ()
    return changes(terms_of(book, moved, side), terms_of(book, idle, side))
