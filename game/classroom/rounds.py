"""A match by rounds, as one viewer may know it: the position at every round's end and what brought it there.

Nothing is stored for this: the viewer's story (its censored events) is folded over the opening.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.event import Event
from game.engine.rulebook import Rulebook
from game.engine.rules import start
from game.engine.state import State, copy
from game.engine.supply import output
from game.engine.view import observe, see
from game.match.ledger import Entry, story
from game.match.match import Match


@dataclass(frozen=True, slots=True)
class Moment:
    """The table at the opening (round 0), at the end of a round, or now."""

    round: int
    is_final: bool  # False for a round that is still being played
    seen: State
    outputs: tuple[int, ...]  # [side * SECTORS + sector], of the market phase if there was one
    market: State  # the position by which those outputs were made
    told: tuple[Event, ...]  # what happened since the moment before

    @property
    def had_market(self) -> bool:
        """Whether the round came to its market phase."""
        return any(event.what == T.NOTE_MARKET for event in self.told)

    @property
    def title(self) -> str:
        if self.round == 0:
            return "At the start"
        return f"Round {self.round}" if self.is_final else f"Round {self.round}, now"


class _Round:
    """What has been read of one round."""

    def __init__(self) -> None:
        self.told: list[Event] = []
        self.outputs: dict[int, int] = {}
        self.market: State | None = None

    def take(self, event: Event, seen: State) -> None:
        """One more event; `seen` is the position before it."""
        if event.what == T.NOTE_MARKET and event.old == 1:
            self.market = copy(seen)
        if event.what == T.NOTE_OUTPUT:
            self.outputs[event.old] = event.new
        self.told.append(event)

    def moment(self, book: Rulebook, number: int, seen: State, is_final: bool = True) -> Moment:
        seen = copy(seen)
        made = [0] * (2 * T.SECTORS)
        for cell in range(2 * T.SECTORS):
            side, sector = divmod(cell, T.SECTORS)
            if sector >= T.UPSTREAM:
                now = self.outputs.get(cell)
                made[cell] = output(book.tables, seen, side, sector) if now is None else now
        return Moment(number, is_final, seen, tuple(made), self.market or seen, tuple(self.told))


def moments(match: Match, viewer: int, told: Sequence[Entry] | None = None) -> list[Moment]:
    """The opening, every finished round, and the one being played (or in which the match ended), in what was `told` to
    the viewer: everything, if it is not given.
    """
    observation = observe(match.book, start(match.book), viewer)
    seen, current = observation.seen, _Round()
    found = [current.moment(match.book, 0, seen)]
    for entry in story(match, viewer) if told is None else told:
        event = entry.event
        if event.what == T.SHARED + T.ROUND:
            if event.old:
                found.append(current.moment(match.book, event.old, seen))
            current = _Round()
        current.take(event, seen)
        see(observation, event)
    if seen.shared[T.ROUND]:
        is_over = seen.shared[T.PHASE] == T.OVER
        found.append(current.moment(match.book, seen.shared[T.ROUND], seen, is_over))
    return found
