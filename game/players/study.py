"""What a position was worth when all cards are open: the search looks at a decision of a match again.

For debriefs and analysis only: whoever plays gets an Observation with blanks.
"""

from dataclasses import dataclass, replace
from random import Random

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import mover
from game.engine.state import State, copy
from game.engine.view import Observation

from .changes import terms_of
from .core import CompiledCore, PlainCore, is_ready
from .evaluate import chance_of, rounds_left
from .rollout import CHANCE, VISITS
from .room import MOST_PLANS
from .search import Search, Skill

SKILL = Skill(rollouts=64, width=4, tries=4)  # compiled: some hundredths of a second for a decision
CLOSE_LOOK = Skill(rollouts=480, plain=72, width=6, tries=4)  # for one decision that was made
# Of the chance that one rollout finds: root mean square over 87 positions of three scenarios, 40 searches each, 0.21.
DEVIATION = 0.21


@dataclass(frozen=True, slots=True)
class Estimate:
    """The chance of the US to win, 0 to 1, with the best play that was found, and how far it may be off."""

    chance: float
    margin: float  # half of the 95 % interval; 0 where nothing was played out


@dataclass(frozen=True, slots=True)
class Option:
    """One move that could have been made: its picks, and its mover's chance to win with it."""

    picks: tuple[int, ...]
    chance: float
    margin: float


@dataclass(frozen=True, slots=True)
class Review:
    """A decision looked at again: what could have been done, the best first, and why that is the best."""

    options: tuple[Option, ...]
    made: int  # which of them was made
    why: str  # one sentence, for anybody

    @property
    def loss(self) -> float:
        """How much better the best option was than what was done, as a chance from 0 to 1."""
        return max(0.0, self.options[0].chance - self.options[self.made].chance)


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
        while not search.run(skill.rollouts):
            pass
        best = search.thoughts().best[0]
        chance, margin = best.chance, _margin(best.visits)
    else:
        return Estimate(chance_of(_value(book, s), rounds_left(book.tables, s)), 0.0)
    return Estimate(chance if side == T.US else 1.0 - chance, margin)


def review(
    book: Rulebook, s: State, made: tuple[int, ...], core: PlainCore, skill: Skill = CLOSE_LOOK
) -> Review | None:
    """What else could have been done in place of the move that was made; None if the search can't tell."""
    side = mover(s)
    every = replace(skill, width=MOST_PLANS, plain_width=MOST_PLANS)
    search = Search(book, Observation(side, copy(s)), Random(0), every, core)
    chosen = [plan for plan in search.plans if plan.picks == made]
    if not chosen:
        return None
    others = [plan for plan in search.plans if plan.picks != made][: skill.width - 1]
    search.think_only_of([*others, *chosen])
    while not search.run(skill.rollouts):
        pass
    options = [_option(search, k) for k in search.order()]
    at = next(n for n, option in enumerate(options) if option.picks == made)
    return Review(tuple(options), at, search.thoughts().report)


def _option(search: Search, k: int) -> Option:
    tally = search.core.tally(k)
    visits = int(tally[VISITS])
    return Option(search.plans[k].picks, tally[CHANCE] / visits if visits else 0.5, _margin(visits))


def _margin(visits: int) -> float:
    return float(1.96 * DEVIATION / max(1, visits) ** 0.5)


def _value(book: Rulebook, s: State) -> float:
    """The position's worth to the US, both agendas counted."""
    ours, theirs = (sum(terms_of(book, s, side)) for side in (T.US, T.CHINA))
    return (ours - theirs) / 2
