"""The history of every number, with causes: "why is this what it is?" answered from the log."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.event import Event
from game.engine.explain import why_output
from game.engine.rulebook import Rulebook
from game.engine.rules import start
from game.engine.supply import resilience
from game.engine.view import censor

from .match import Match

# Numbers that have no cell, because they are worked out: they are called by these, beyond all cells and notes
OUTPUT = 3000  # + side * SECTORS + sector
RESILIENCE = 3100  # + side


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one number."""

    action: int  # number of the action that brought it, from 1
    round: int
    event: Event
    why: str = ""  # in place of the event's cause, where the number is worked out


def story(match: Match, viewer: int) -> list[Entry]:
    """Everything the viewer was told, in order."""
    told = []
    number_of_round = 0
    for action, event in match.events:
        if event.what == T.NOTE_ROUND:
            number_of_round = event.new
        seen = censor(event, viewer)
        if seen is not None:
            told.append(Entry(action, number_of_round, seen))
    return told


def history(book: Rulebook, story: Iterable[Entry], *numbers: int) -> list[Entry]:
    """Every change of some numbers that a viewer's story tells of, the first first."""
    told: list[Entry] = []
    following = _Following(book)
    for entry in story:
        if entry.event.what in numbers:
            told.append(entry)
        for number, old, new, why in following.take(entry.event):
            if number in numbers:
                event = entry.event._replace(what=number, old=old, new=new)
                told.append(Entry(entry.action, entry.round, event, why))
    return told


class _Following:
    """The position as events change it, for the numbers that are worked out from it."""

    def __init__(self, book: Rulebook) -> None:
        self.book, self.state = book, start(book)
        self.outputs: dict[int, int] = {}

    def take(self, event: Event) -> list[tuple[int, int, int, str]]:
        """Take an event in; returns what it changed as (number, old, new, why)."""
        if event.what == T.NOTE_OUTPUT:
            return self._output(event.old, event.new)
        if event.what >= T.NOTE:
            return []
        sides = (T.US, T.CHINA) if event.what < T.PROGRESS else ()  # Resilience hangs on capability alone
        before = [resilience(self.book.tables, self.state, side) for side in sides]
        self.state.cells[event.what] = event.new
        after = [resilience(self.book.tables, self.state, side) for side in sides]
        pairs = zip(sides, before, after, strict=True)
        return [(RESILIENCE + side, old, new, "") for side, old, new in pairs if old != new]

    def _output(self, at: int, new: int) -> list[tuple[int, int, int, str]]:
        old = self.outputs.get(at, T.UNKNOWN)
        self.outputs[at] = new
        if new == old:
            return []
        explained = why_output(self.book, self.state, *divmod(at, T.SECTORS))
        words = explained.words.partition(": ")[2].rstrip(".")
        return [(OUTPUT + at, old, new, words if explained.value == new else "a stockpile token helped")]
