"""A match to be gone through: where it can be stopped, and the position there."""

from collections.abc import Sequence
from enum import StrEnum

from game.engine import terms as T
from game.match.match import Match

from .whatif import Decision, decisions


class Step(StrEnum):
    """How far one step goes."""

    DECISION = "decision"
    MOVE = "move"
    ROUND = "round"


class Replay:
    """A match, and a copy of it that stands at one of its stops: before a decision, or at the end."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.decisions = decisions(match)
        self.stops = {step: self._stops(step) for step in Step}
        self.here = match.branch(self.first)

    def _stops(self, step: Step) -> list[int]:
        """The picks made before each stop, in order; the last is the end."""
        found, number = [], -1
        for one in self.decisions:
            if step is Step.ROUND and one.round == number or step is Step.MOVE and not one.is_move:
                continue
            number = one.round
            found.append(one.action)
        return [*found, len(self.match.actions)]

    @property
    def first(self) -> int:
        return self.stops[Step.DECISION][0]

    @property
    def last(self) -> int:
        return len(self.match.actions)

    @property
    def at(self) -> int:
        """Picks that have been made."""
        return len(self.here.actions)

    @property
    def decision(self) -> Decision | None:
        """What is decided next; None at the end."""
        return next((one for one in self.decisions if one.action == self.at), None)

    @property
    def round(self) -> int:
        return self.here.state.shared[T.ROUND]

    def go(self, at: int) -> None:
        """To the last decision that begins after no more than `at` picks."""
        at = _last_before(self.stops[Step.DECISION], at)
        if at < self.at:
            self.here = self.match.branch(at)
        else:
            self.here.fold(self.match.actions[self.at : at])

    def next(self, step: Step, by: int) -> int:
        """Where a step forward (1) or back (-1) leads; here, if there is none."""
        stops = self.stops[step]
        if by > 0:
            return next((stop for stop in stops if stop > self.at), self.at)
        return next((stop for stop in reversed(stops) if stop < self.at), self.first)


def _last_before(stops: Sequence[int], at: int) -> int:
    return max((stop for stop in stops if stop <= at), default=stops[0])
