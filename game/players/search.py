"""Search: the best plans one step ahead are played out in positions that the thinker could be in, and halved until
one is left (rulebook 12).

It gets an Observation and luck, nothing else. The same object serves in the worker's process, in tests and in the
command line: `run(n)` goes on for at most n rollouts, so that whoever runs it can look at a clock or a pipe.
"""

from dataclasses import dataclass, replace
from random import Random

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.view import Observation

from .changes import gains_of, terms_of
from .core import PLAIN, PlainCore, Plan
from .deeds import DEEDS, NO_DEED
from .evaluate import ENDED, INCOME, LEAD, TERMS, TRACK, WON
from .fixation import Fixation, narrow
from .plans import assume
from .reasons import told
from .rollout import ANSWER_CHANCE, ANSWERED, CHANCE, GAINED, MOST_RIVALS, VALUE, VISITS, WON_POINTS
from .thoughts import SHOWN, Gain, Thought, Thoughts

PLAIN_TRIES = 3  # in plain Python more rollouts are worth more than better moves in them


@dataclass(frozen=True, slots=True)
class Skill:
    """How hard a search thinks, and what it thinks things are worth."""

    rollouts: int = 140  # in all, compiled
    plain: int = 40  # in all, in plain Python
    width: int = MOST_RIVALS  # plans that are played out, compiled
    plain_width: int = 8  # the same in plain Python
    rounds: int = 2  # how far, this round included
    tries: int = 8  # random moves that a side of a rollout takes the best of
    mood: float = 0.0  # points that a deal may be worse than none and still be accepted
    weights: tuple[float, ...] = PLAIN
    fixation: Fixation | None = None  # looks at one instrument only (the lab's single-minded players)


class Search:
    """One decision, thought about."""

    def __init__(
        self,
        book: Rulebook,
        observation: Observation,
        rng: Random,
        skill: Skill,
        core: PlainCore | None = None,
    ) -> None:
        self.book, self.observation, self.skill = book, observation, skill
        self.core = core or PlainCore(book)
        self.side = observation.viewer
        self._luck = rng.randrange(1 << 31)
        plans = self.core.plans(assume(observation), self.side, skill.weights)
        if skill.fixation is not None:
            plans = narrow(book, skill.fixation, plans)
        plans.sort(key=lambda plan: -plan.value)
        width = skill.width if self.core.is_compiled else min(skill.width, skill.plain_width)
        self.plans: list[Plan] = plans[:width]
        self._alive = list(range(len(self.plans)))
        self._until = observation.seen.shared[T.ROUND] + skill.rounds
        self._due: list[range] = self._schedule()  # samples of each stage still to be run
        self._has_begun = False
        self._tries = skill.tries if self.core.is_compiled else min(skill.tries, PLAIN_TRIES)

    def _schedule(self) -> list[range]:
        """Sequential halving: every stage costs the same and leaves half of the plans."""
        rollouts = self.skill.rollouts if self.core.is_compiled else self.skill.plain
        stages, alive, first = [], len(self.plans), 0
        n_stages = max(1, (alive - 1).bit_length())
        while alive > 1:
            n = max(1, rollouts // n_stages // alive)
            stages.append(range(first, first + n))
            first, alive = first + n, (alive + 1) // 2
        return stages

    def think_only_of(self, plans: list[Plan]) -> None:
        """Instead of the best one step ahead; before the first `run`."""
        self.plans, self._alive = plans, list(range(len(plans)))
        self._due = self._schedule()

    @property
    def is_done(self) -> bool:
        return not self._due

    def run(self, n: int) -> bool:
        """Go on for about n rollouts. Returns whether the search is done."""
        if not self._has_begun:
            self._has_begun = True
            self.core.begin(
                self.observation.seen.cells, [plan.picks for plan in self.plans], self.skill.weights
            )
        while n > 0 and self._due:
            samples = self._due[0]
            part = samples[: max(1, n // len(self._alive))]
            alive = sum(1 << k for k in self._alive)
            self.core.compare(self.side, alive, part, self._until, self._tries, self._luck)
            n -= len(part) * len(self._alive)
            self._due[0] = samples[len(part) :]
            if not self._due[0]:
                self._due.pop(0)
                self._alive = self._ranked(self._alive)[: (len(self._alive) + 1) // 2]
        return self.is_done

    def _ranked(self, plans: list[int]) -> list[int]:
        """The better first."""
        return sorted(plans, key=self._merit, reverse=True)

    def _merit(self, k: int) -> float:
        tally = self.core.tally(k)
        chance = tally[CHANCE] / tally[VISITS] if tally[VISITS] else 0.0
        return chance + (self._mood() if self.plans[k].picks == (T.ACCEPT,) else 0.0)

    def _mood(self) -> float:
        """The mood as a chance: about what a point of the track is worth near an even position."""
        left = self.book.tables.setting[T.ROUNDS] - self.observation.seen.shared[T.ROUND] + 1
        return self.skill.mood / (4.0 + 2.4 * left)

    # --- what came out ---------------------------------------------------------------------------

    def order(self) -> list[int]:
        """All plans, the chosen one first: those that stayed longest, each group by its chance."""
        if not self._has_begun:
            return list(range(len(self.plans)))
        visits = {k: self.core.tally(k)[VISITS] for k in range(len(self.plans))}
        ranked = self._ranked(self._alive)
        rest = [k for k in visits if k not in ranked]
        return ranked + sorted(rest, key=lambda k: (visits[k], self._merit(k)), reverse=True)

    def best(self) -> tuple[int, ...]:
        """The picks of the move that looks best so far."""
        return self.plans[self.order()[0]].picks

    def thoughts(self) -> Thoughts:
        order = self.order()
        tallies = {k: self.core.tally(k) for k in order}
        best = tuple(self._thought(k, tallies) for k in order[:SHOWN])
        fear = feared(tallies[order[0]])
        thoughts = told(self.book, self.observation.seen, self.side, best, fear)
        lines = sum(int(tally[VISITS]) for tally in tallies.values())
        return replace(thoughts, lines=lines, is_plain=not self.core.is_compiled)

    def _thought(self, k: int, tallies: dict[int, list[float]]) -> Thought:
        tally, picks = tallies[k], self.plans[k].picks
        visits = int(tally[VISITS])
        if not visits:
            return Thought(picks, self.plans[k].value, 0.5, 0)
        value, chance = tally[VALUE] / visits, tally[CHANCE] / visits
        return Thought(picks, value, chance, visits, self._gains(k, tallies))

    def _gains(self, k: int, tallies: dict[int, list[float]]) -> tuple[Gain, ...]:
        """The terms in which this plan ends better or worse than the others do on average."""
        tally = tallies[k]
        others = [other for j, other in tallies.items() if j != k and other[VISITS]]
        found = {}
        for term in range(TERMS):
            mean = sum(other[GAINED + term] / other[VISITS] for other in others) / max(1, len(others))
            gain = self.skill.weights[term] * (tally[GAINED + term] / tally[VISITS] - mean)
            found[term] = gain * WON_POINTS / WON if term == ENDED else gain
        self._place(found, self.plans[k].picks)
        least = 0.05 + 0.3 / tally[VISITS] ** 0.5  # less is noise
        large = [gain for gain in found.items() if abs(gain[1]) >= least]
        return tuple(sorted(large, key=lambda gain: -abs(gain[1]))[:4])

    def _place(self, gains: dict[int, float], picks: tuple[int, ...]) -> None:
        """Points that a plan wins on the track by the horizon belong to the spotlight that it helps at once."""
        seen, known = self.observation.seen, assume(self.observation)
        before = terms_of(self.book, known, self.side)
        helped = [
            (gain, term)
            for term, gain in gains_of(self.book, known, picks, self.side, before)
            if LEAD <= term < INCOME and gain > 0 and (seen.lit[UP + term] or seen.next[UP + term])
        ]
        if helped and gains[TRACK] > 0:
            gains[max(helped)[1]] += gains.pop(TRACK)


UP = T.UPSTREAM - LEAD  # from the term of a lead to its sector


def feared(tally: list[float]) -> int:
    """The rival's answer that cost most chances, NO_DEED if none stands out."""
    worst, deed = -0.4, NO_DEED
    mean = tally[CHANCE] / max(1.0, tally[VISITS])
    for k in range(DEEDS - 1):
        n = tally[ANSWERED + k]
        # weighed by the root of how often it happened: a rare disaster and a frequent nuisance count alike
        loss = (tally[ANSWER_CHANCE + k] - n * mean) / (n + 4.0) ** 0.5
        if n >= 2 and loss < worst:
            worst, deed = loss, k
    return deed
