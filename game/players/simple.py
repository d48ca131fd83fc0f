"""Two simple players: `random` picks anything, `greedy` the move that looks best at once, with a little noise."""

from random import Random
from typing import Protocol

from game.engine.rulebook import Rulebook
from game.engine.rules import apply, mover
from game.engine.state import State, copy
from game.engine.view import Observation, picks

from .core import PLAIN, PlainCore, Plan
from .evaluate import SUMS, TERMS, chance_of, fill_terms, rounds_left
from .plans import assume, is_unfinished
from .reasons import told
from .room import numbers
from .thoughts import SHOWN, Gain, Thought, Thoughts

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


class GreedyPlayer:
    """The best whole move one step ahead."""

    def __init__(
        self,
        rng: Random,
        noise: float = NOISE,
        weights: tuple[float, ...] = PLAIN,
        core: PlainCore | None = None,
    ) -> None:
        self.rng = rng
        self.noise = noise
        self.weights = weights
        self.thoughts: Thoughts | None = None
        self._core = core
        self._memory = Memory()

    def pick(self, book: Rulebook, observation: Observation) -> int:
        due = self._memory.recall(observation)
        if due is not None:
            return due
        if self._core is None:
            self._core = PlainCore(book)
        side, known = observation.viewer, assume(observation)
        found = [
            (plan.value + self.rng.uniform(-self.noise, self.noise), plan)
            for plan in self._core.plans(known, side, self.weights)
        ]
        found.sort(key=lambda pair: -pair[0])
        ordered = [plan for _, plan in found]
        self.thoughts = glance(book, observation, known, ordered[:SHOWN])
        return self._memory.keep(book, observation, ordered[0].picks)


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
