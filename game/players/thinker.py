"""A player that searches, and the clock it looks at."""

import time
from collections.abc import Callable
from dataclasses import replace
from random import Random

from game.engine import terms as T
from game.engine.view import Observation

from .core import PlainCore
from .search import Search, Skill
from .simple import Planner
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


class Thinker(Planner):
    """The move that search likes best. Without a clock it always does all its rollouts, so that games can be
    played again."""

    def __init__(
        self, rng: Random, skill: Skill, core: PlainCore | None = None, clock: Clock | None = None
    ) -> None:
        super().__init__(core)
        self.rng, self.skill, self.clock = rng, skill, clock

    def _think(self, core: PlainCore, observation: Observation) -> tuple[tuple[int, ...], Thoughts]:
        search = Search(core.book, observation, self.rng, self.skill, core)
        think(search, self.clock)
        return search.best(), search.thoughts()

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
