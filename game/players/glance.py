"""What can be said of a move by looking one step ahead: what it is worth, and which terms it changes."""

from game.engine.rulebook import Rulebook
from game.engine.state import State
from game.engine.view import Observation

from .changes import gains_of, terms_of
from .core import Plan
from .evaluate import chance_of, rounds_left
from .reasons import told
from .thoughts import Thought, Thoughts


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
