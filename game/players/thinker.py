"""A player that searches, and the clock it looks at."""

import time
from collections.abc import Callable
from dataclasses import replace
from random import Random

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.view import Observation

from .core import PlainCore
from .deals import with_price
from .search import Search, Skill
from .simple import Memory
from .thoughts import Thoughts

SLICE = 64  # rollouts between two looks at the clock, compiled
PLAIN_SLICE = 2  # the same in plain Python: some tenths of a second at most
PRICING, PRICING_PLAIN = 120, 6  # rollouts for each price that is tried


class Cancelled(Exception):
    """Whoever asked does not want the answer any more."""


class Clock:
    """How long a decision may take, and whether somebody calls."""

    def start(self, seconds: float, is_called: Callable[[], bool]) -> None:
        self._end = time.monotonic() + seconds
        self._is_called = is_called

    def is_up(self) -> bool:
        """Whether it is time to answer. Raises Cancelled."""
        if self._is_called():
            raise Cancelled
        return time.monotonic() > self._end


class Thinker:
    """The move that search likes best. Without a clock it always does all its rollouts, so that games can be
    played again."""

    def __init__(
        self, rng: Random, skill: Skill, core: PlainCore | None = None, clock: Clock | None = None
    ) -> None:
        self.rng, self.skill, self.clock = rng, skill, clock
        self.thoughts: Thoughts | None = None
        self._core = core
        self._memory = Memory()

    def pick(self, book: Rulebook, observation: Observation) -> int:
        due = self._memory.recall(observation)
        if due is not None:
            return due
        if self._core is None:
            self._core = PlainCore(book)
        search = Search(book, observation, self.rng, self.skill, self._core)
        think(search, self.clock)
        best, thoughts = search.best(), search.thoughts()
        self.thoughts = with_price(book, observation, thoughts, self._likes)
        return self._memory.keep(book, observation, best)

    def _likes(self, offer: Observation) -> bool:
        """Whether another offer would be accepted, by a shorter look."""
        assert self._core is not None
        skill = replace(self.skill, rollouts=min(self.skill.rollouts, PRICING), plain=PRICING_PLAIN)
        search = Search(self._core.book, offer, self.rng, skill, self._core)
        while not search.run(SLICE):
            pass
        return search.best() == (T.ACCEPT,)


def think(search: Search, clock: Clock | None) -> None:
    """Run a search to its end, or until the clock is up."""
    size = SLICE if search.core.is_compiled else PLAIN_SLICE
    while not search.run(size) and not (clock is not None and clock.is_up()):
        pass
