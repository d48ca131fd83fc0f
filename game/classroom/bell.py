"""Fitting a lesson to the bell: from minutes and people to a scenario, its rounds, and the time for each move.

Pure sums. The time for a move is shared out anew before every move, so that a slow start makes the rest quicker and the
match still ends in time, with its final scoring.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.pack import Pack
from game.engine import terms as T

MOVES = 2 * T.MOVES_PER_ROUND  # of both sides in a round
OPENING = 60.0  # seconds to seat people and read the first screen
BETWEEN = 30.0  # seconds of each round that belong to nobody's move: headline, spotlights, market phase
LEAST = 24.0  # seconds for each move without which the match is cut to fewer rounds
SHORTEST = 12.0  # seconds in which any team can make a move
LONGEST = 180.0  # more time for one move bores the others
FEWEST = 4.0  # minutes without which there is no match
# Seconds that a move should have, by the people who must agree on it
WANTED = ((1, 35.0), (2, 40.0), (5, 50.0))
VOTE = 60.0  # a whole class


class BellError(ValueError):
    """Why no match fits."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """The minutes of a lesson's parts."""

    before: int  # questionnaire
    demo: int
    play: int
    debrief: int
    after: int  # questionnaire, and handing in


# The plans that were written out (see the lesson plans of the handbook)
PLANS = {45: Lesson(5, 5, 20, 12, 3), 60: Lesson(5, 7, 30, 15, 3), 90: Lesson(5, 10, 47, 25, 3)}


@dataclass(frozen=True, slots=True)
class Option:
    """A scenario that may be played: its rounds can be cut, never stretched."""

    scenario: str
    rounds: int


@dataclass(frozen=True, slots=True)
class Fit:
    """What is played, and how long a move may take."""

    scenario: str
    rounds: int
    seconds: float  # for each move, at first
    total: float  # seconds for the whole match

    @property
    def moves(self) -> int:
        return self.rounds * MOVES


@dataclass(frozen=True, slots=True)
class Limit:
    """The time for the next move: its fair share, and the point at which the game must pass for whoever dawdles."""

    soft: float
    hard: float


def lesson(minutes: int) -> Lesson:
    """The parts of a lesson of so many minutes. What a plan has left over goes to play and debrief, two to one.

    >>> lesson(50)
    Lesson(before=5, demo=5, play=23, debrief=14, after=3)
    """
    if minutes < 30:
        raise BellError("a lesson with a match and a debrief needs at least 30 minutes")
    if minutes < 45:
        debrief = round(minutes * 0.27)
        return Lesson(3, 5, minutes - 10 - debrief, debrief, 2)
    plan = PLANS[max(known for known in PLANS if known <= minutes)]
    more = minutes - sum((plan.before, plan.demo, plan.play, plan.debrief, plan.after))
    return Lesson(plan.before, plan.demo, plan.play + more - more // 3, plan.debrief + more // 3, plan.after)


def options(pack: Pack) -> list[Option]:
    """The scenarios for a class: those with hidden hands and real names. The lesson with open hands is a demo."""
    return [
        Option(scenario.id, scenario.rounds)
        for scenario in pack.scenarios
        if scenario.precedents and not scenario.switches.open_hands
    ]


def fit(minutes: float, people: int, among: Sequence[Option]) -> Fit:
    """The longest match in which a move has the time it should have; `people` are those on one side."""
    if minutes < FEWEST:
        raise BellError(f"a match needs at least {FEWEST:.0f} minutes")
    total = 60 * minutes
    rounds = max(1, int((total - OPENING) / (BETWEEN + MOVES * wanted(people))))
    most = max(option.rounds for option in among)
    rounds = min(rounds, most)
    chosen = min((o for o in among if o.rounds >= rounds), key=lambda o: o.rounds)
    return Fit(chosen.scenario, rounds, min(LONGEST, _free(total, rounds) / (rounds * MOVES)), total)


def wanted(people: int) -> float:
    """The seconds that a move should have if so many people must agree on it."""
    return next((seconds for most, seconds in WANTED if people <= most), VOTE)


def _free(total: float, rounds: int) -> float:
    """The seconds of a match that belong to moves."""
    return total - OPENING - rounds * BETWEEN


def limit(fitted: Fit, elapsed: float, made: int) -> Limit:
    """The time for the next move, `elapsed` seconds after the start and `made` moves later.

    Nobody can use up so much that the moves still to come can't be made; once all time is gone, moves are passed.
    """
    left = fitted.moves - made
    if left <= 0:
        return Limit(0.0, 0.0)
    markets = fitted.rounds - made // MOVES
    remaining = fitted.total - elapsed - markets * BETWEEN
    hard = max(0.0, remaining - (left - 1) * SHORTEST)
    soft = min(LONGEST, max(0.0, remaining / left), hard)
    return Limit(soft, hard)


def fewer(fitted: Fit, elapsed: float, made: int) -> int:
    """The rounds that can still be played with time to think. The round after the one under way is announced already,
    so it is played.
    """
    done = made // MOVES
    for rounds in range(fitted.rounds, done + 2, -1):
        free = fitted.total - elapsed - (rounds - done) * BETWEEN
        if free >= LEAST * (rounds * MOVES - made):
            return rounds
    return min(fitted.rounds, done + 2)


def shortened(pack: Pack, scenario_id: str, rounds: int) -> Pack:
    """The pack with that scenario cut to those rounds: final scoring comes after the last of them."""
    return pack.model_copy(
        update={
            "scenarios": [
                scenario.model_copy(update={"rounds": rounds})
                if scenario.id == scenario_id
                else scenario
                for scenario in pack.scenarios
            ]
        }
    )
