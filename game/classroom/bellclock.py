"""The clocks of a match of a class: the bell, which waits for nobody, and the time for the move, which can be frozen.

What the time is comes from outside, so that tests need not wait.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from game.engine import terms as T
from game.engine.state import State
from game.match.match import Match

from .bell import MOVES, Fit, Limit, limit

SOON = 10.0  # seconds before the end of a move's time from which the clock is amber


class BellClock:
    def __init__(self, fitted: Fit, now: Callable[[], float] = time.monotonic, used: float = 0.0) -> None:
        """`used` seconds have been played before."""
        self.fitted, self.now = fitted, now
        self._began = now() - used
        self._made = -1
        self._frozen_at: float | None = None
        self.turn(0)

    # --- the bell --------------------------------------------------------------------------------

    @property
    def elapsed(self) -> float:
        return self.now() - self._began

    @property
    def to_bell(self) -> float:
        """Seconds until the match must be over; less than nothing when it should have been."""
        return self.fitted.total - self.elapsed

    def cut(self, rounds: int) -> None:
        """The match has fewer rounds now: the time of those that are gone goes to the rest."""
        self.fitted = replace(self.fitted, rounds=rounds)
        self._share_out()

    # --- the move --------------------------------------------------------------------------------

    def turn(self, made: int) -> None:
        """So many moves have been made: each time another one begins, its time does."""
        if made != self._made:
            self._made = made
            self._share_out()

    def _share_out(self) -> None:
        self.given: Limit = limit(self.fitted, self.elapsed, self._made)
        self._since = self.now()
        if self._frozen_at is not None:
            self._frozen_at = self._since

    @property
    def left(self) -> float:
        """Seconds of this move's fair share; less than nothing once it is used up."""
        until = self._frozen_at if self._frozen_at is not None else self.now()
        return self.given.soft - (until - self._since)

    @property
    def is_soon(self) -> bool:
        return self.left <= SOON

    def is_overdue(self, is_strict: bool) -> bool:
        """Whether the move must pass: the bell would be missed, or a strict clock has run down. Frozen it waits, but
        not longer than the bell.
        """
        if self.is_frozen:
            return self.to_bell <= 0
        return self.now() - self._since > self.given.hard or is_strict and self.left <= 0

    # --- freezing --------------------------------------------------------------------------------

    @property
    def is_frozen(self) -> bool:
        return self._frozen_at is not None

    def freeze(self) -> None:
        if self._frozen_at is None:
            self._frozen_at = self.now()

    def thaw(self) -> None:
        """The move goes on with the time it had, as far as the bell, which has not waited, leaves it that."""
        if self._frozen_at is not None:
            self._since += self.now() - self._frozen_at
            self._frozen_at = None
            spent = self.now() - self._since
            hard = min(self.given.hard, spent + limit(self.fitted, self.elapsed, self._made).hard)
            self.given = Limit(min(self.given.soft, hard), hard)


def moves_made(s: State) -> int:
    """The moves of both sides up to now."""
    left = sum(s.moves[side] for side in (T.US, T.CHINA))
    return MOVES * max(0, s.shared[T.ROUND]) - left if s.shared[T.ROUND] else 0


def fitted_of(match: Match) -> Fit:
    """What was arranged for the match, with the rounds it has now."""
    arranged = match.arranged
    assert arranged is not None
    return Fit(match.scenario.id, match.scenario.rounds, arranged.seconds, 60.0 * arranged.minutes)


def told(seconds: float) -> str:
    """Minutes and seconds, as clocks show them.

    >>> told(83.2), told(-5.0)
    ('1:23', '+0:05')
    """
    whole = int(abs(seconds))
    return f"{'+' if seconds < 0 and whole else ''}{whole // 60}:{whole % 60:02d}"
