"""Two simple players: `random` picks anything, `greedy` the move that looks best at once, with a little noise."""

from random import Random
from typing import Protocol

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, mover
from game.engine.state import State, copy
from game.engine.view import Observation, picks

from .core import PLAIN, PlainCore, Plan
from .deals import with_price
from .glance import glance
from .plans import assume, is_unfinished
from .thoughts import SHOWN, Thoughts

NOISE = 0.25  # half the width of greedy's error, in points of the track


class Player(Protocol):
    """Decides for the viewer of an observation, on its turn; then `thoughts` says why."""

    thoughts: Thoughts | None

    def pick(self, book: Rulebook, observation: Observation) -> int: ...


class Memory:
    """The picks still to come of a move that has been thought out, and the position in which each is due."""

    def __init__(self) -> None:
        self._due: dict[bytes, int] = {}

    def keep(self, book: Rulebook, observation: Observation, plan: tuple[int, ...]) -> int:
        """Remember a whole move; returns its first pick."""
        self._due.clear()
        s = copy(observation.seen)
        for pick, following in zip(plan, plan[1:], strict=False):
            apply(book, s, pick)
            if mover(s) != observation.viewer or not is_unfinished(s, observation.viewer):
                break
            self._due[bytes(s.cells)] = following
        return plan[0]

    def recall(self, observation: Observation) -> int | None:
        """The pick that is due in exactly this position."""
        return self._due.get(bytes(observation.seen.cells))


class RandomPlayer:
    """Any legal pick, all alike."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.thoughts: Thoughts | None = None  # it has none

    def pick(self, book: Rulebook, observation: Observation) -> int:
        return self.rng.choice(picks(book, observation))


class Planner:
    """Thinks out a whole move, and makes its picks one after the other. Base of those that think."""

    def __init__(self, core: PlainCore | None) -> None:
        self.thoughts: Thoughts | None = None
        self._core = core
        self._memory = Memory()

    def pick(self, book: Rulebook, observation: Observation) -> int:
        due = self._memory.recall(observation)
        if due is not None:
            return due
        if self._core is None:
            self._core = PlainCore(book)
        best, thoughts = self._think(self._core, observation)
        self.thoughts = with_price(book, observation, thoughts, self._likes)
        return self._memory.keep(book, observation, best)

    def _think(self, core: PlainCore, observation: Observation) -> tuple[tuple[int, ...], Thoughts]:
        """The picks of the best move, and why."""
        raise NotImplementedError

    def _likes(self, offer: Observation) -> bool:
        """Whether another offer would be accepted."""
        raise NotImplementedError


class GreedyPlayer(Planner):
    """The best whole move one step ahead."""

    def __init__(
        self,
        rng: Random,
        noise: float = NOISE,
        weights: tuple[float, ...] = PLAIN,
        core: PlainCore | None = None,
        mood: float = 0.0,
    ) -> None:
        super().__init__(core)
        self.rng = rng
        self.noise = noise
        self.weights = weights
        self.mood = mood

    def _think(self, core: PlainCore, observation: Observation) -> tuple[tuple[int, ...], Thoughts]:
        known = assume(observation)
        found = [
            (plan.value + self.rng.uniform(-self.noise, self.noise), plan)
            for plan in self._look(known, observation.viewer)
        ]
        found.sort(key=lambda pair: -pair[0])
        ordered = [plan for _, plan in found]
        return ordered[0].picks, glance(core.book, observation, known, ordered[:SHOWN])

    def _look(self, known: State, side: int) -> list[Plan]:
        """Every whole move with its worth; the mood makes deals a little better than they are."""
        assert self._core is not None
        return [
            plan._replace(value=plan.value + self.mood) if plan.picks == (T.ACCEPT,) else plan
            for plan in self._core.plans(known, side, self.weights)
        ]

    def _likes(self, offer: Observation) -> bool:
        """Whether another offer would be accepted."""
        plans = {plan.picks: plan.value for plan in self._look(assume(offer), offer.viewer)}
        return plans[(T.ACCEPT,)] >= plans[(T.REFUSE,)]
