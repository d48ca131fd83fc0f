"""What can be said of a move by looking one step ahead: what it is worth, and which terms it changes."""

from game.engine.rulebook import Rulebook
from game.engine.rules import apply
from game.engine.state import State, copy
from game.engine.view import Observation

from .core import Plan
from .evaluate import SUMS, TERMS, chance_of, fill_terms, rounds_left
from .reasons import told
from .room import numbers
from .thoughts import Gain, Thought, Thoughts


def glance(book: Rulebook, observation: Observation, known: State, best: list[Plan]) -> Thoughts:
    """What can be said of moves that were looked at one step ahead."""
    side = observation.viewer
    before = terms_of(book, known, side)
    remaining = rounds_left(book.tables, known)
    told_of = tuple(
        Thought(
            plan.picks,
            plan.value,
            chance_of(plan.value, remaining),
            1,
            gains_of(book, known, plan.picks, side, before),
        )
        for plan in best
    )
    return told(book, observation.seen, side, told_of)


def terms_of(book: Rulebook, s: State, side: int) -> list[float]:
    """What the position is worth to a side, term by term."""
    sums = numbers(SUMS)
    fill_terms(book.tables, s, side, sums)
    return list(sums[:TERMS])


def gains_of(
    book: Rulebook, s: State, plan: tuple[int, ...], side: int, before: list[float]
) -> tuple[Gain, ...]:
    """The terms that a move changes most."""
    after = copy(s)
    for pick in plan:
        apply(book, after, pick)
    pairs = zip(terms_of(book, after, side), before, strict=True)
    changes = [(k, new - old) for k, (new, old) in enumerate(pairs) if abs(new - old) >= 0.05]
    return tuple(sorted(changes, key=lambda change: -abs(change[1]))[:4])
