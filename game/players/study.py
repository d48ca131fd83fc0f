"""What a position was worth when all cards are open: the search looks at a decision of a match again.

For debriefs and analysis only: whoever plays gets an Observation with blanks.
"""

from dataclasses import dataclass
from random import Random

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import mover
from game.engine.state import State, copy
from game.engine.view import Observation

from .core import CompiledCore, PlainCore, is_ready
from .evaluate import chance_of, rounds_left
from .glance import terms_of
from .search import Search, Skill

SKILL = Skill(rollouts=64, width=4, tries=4)  # compiled: some hundredths of a second for a decision
DEVIATION = 0.2  # of the chance that one rollout finds


@dataclass(frozen=True, slots=True)
class Estimate:
    """The chance of the US to win, 0 to 1, with the best play that was found, and how far it may be off."""

    chance: float
    margin: float  # half of the 95 % interval; 0 where nothing was played out


def core_for(book: Rulebook) -> PlainCore:
    """The compiled core where it is ready, else plain Python, which looks one step ahead."""
    if is_ready():
        try:
            return CompiledCore(book)
        except ImportError:
            pass
    return PlainCore(book)


def estimate(book: Rulebook, s: State, core: PlainCore, skill: Skill = SKILL) -> Estimate:
    """What a position in which a side is to move is worth. The same position always gets the same estimate."""
    side = mover(s)
    known = Observation(side, copy(s))
    if core.is_compiled:
        search = Search(book, known, Random(0), skill, core)
        search.run(skill.rollouts)
        while not search.run(skill.rollouts):
            pass
        best = search.thoughts().best[0]
        chance, margin = best.chance, 1.96 * DEVIATION / max(1, best.visits) ** 0.5
    else:
        return Estimate(chance_of(_value(book, s), rounds_left(book.tables, s)), 0.0)
    return Estimate(chance if side == T.US else 1.0 - chance, margin)


def _value(book: Rulebook, s: State) -> float:
    """The position's worth to the US, both agendas counted."""
    ours, theirs = (sum(terms_of(book, s, side)) for side in (T.US, T.CHINA))
    return (ours - theirs) / 2
