"""The course of a match as the search sees it with all cards open, and its turning points: where that changed most."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.engine import terms as T
from game.match.ledger import story
from game.match.log import Line, log
from game.match.match import Match
from game.match.words import Words
from game.players.core import PlainCore
from game.players.study import Estimate, estimate


@dataclass(frozen=True, slots=True)
class Stand:
    """How a match stood before a move."""

    action: int  # actions made before it
    round: int
    side: int  # to move
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A stretch from one move to the next that changed the chances most. Chances are those of the US, 0 to 1."""

    action: int  # where it begins: actions before it
    round: int
    side: int  # that moved
    before: float
    after: float
    lines: tuple[str, ...]  # of the log, plain
    told: int  # the pick that the first of the lines tells of

    @property
    def swing(self) -> float:
        return self.after - self.before


def stands(match: Match, core: PlainCore) -> list[Stand]:
    """Before every move, and the end: 1, 0 or one half."""
    found = []
    replay = match.branch(0)
    for n, text in enumerate(match.actions):
        s = replay.state
        if s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] == T.STEP_MOVE and replay.mover != T.NATURE:
            found.append(Stand(n, s.shared[T.ROUND], replay.mover, estimate(match.book, s, core)))
        replay.submit_text(text)
    if replay.is_over:
        chance = {T.US: 1.0, T.CHINA: 0.0}.get(replay.state.shared[T.WINNER], 0.5)
        found.append(Stand(len(match.actions), replay.state.shared[T.ROUND], T.NOBODY, Estimate(chance, 0.0)))
    return found


def turning_points(
    match: Match, words: Words, course: Sequence[Stand], most: int = 3, viewer: int = T.ALL
) -> list[TurningPoint]:
    """The largest swings, no two side by side, in the order in which they came, in lines of the viewer's log."""
    lines = log(words, story(match, viewer))
    swings = [b.estimate.chance - a.estimate.chance for a, b in pairwise(course)]
    chosen: list[int] = []
    for n in sorted(range(len(swings)), key=lambda n: -abs(swings[n])):
        if len(chosen) < most and not {n - 1, n + 1} & set(chosen):
            chosen.append(n)
    return [_point(lines, course[n], course[n + 1]) for n in sorted(chosen)]


def _point(lines: Sequence[Line], start: Stand, end: Stand) -> TurningPoint:
    told = [line for line in lines if start.action < line.action <= end.action]
    return TurningPoint(
        start.action,
        start.round,
        start.side,
        start.estimate.chance,
        end.estimate.chance,
        tuple(line.plain for line in told),
        told[0].action if told else end.action,
    )
