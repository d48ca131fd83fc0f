"""The history of every number, with causes: "why is this what it is?" answered from the log."""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.event import Event
from game.engine.view import censor

from .match import Match

# Numbers that have no cell, because they are worked out: they are called by these, beyond all cells and notes
OUTPUT = 3000  # + side * SECTORS + sector
RESILIENCE = 3100  # + side


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one cell."""

    action: int  # number of the action that brought it, from 1
    round: int
    event: Event


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


def history(match: Match, viewer: int, cell: int) -> list[Entry]:
    """Every change of one cell that the viewer was told of, the first first."""
    return [entry for entry in story(match, viewer) if entry.event.what == cell]
