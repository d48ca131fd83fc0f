"""Events: what changed, from what to what, for whom to see, and why."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from . import terms as T
from .rulebook import Rulebook
from .state import LOG_ENTRY, LOG_HEAD, State


class Event(NamedTuple):
    """One entry of the log. `what` is a cell, or a note (>= NOTE) that changes none; `new` is absolute."""

    what: int
    old: int
    new: int
    audience: int = T.EVERYBODY
    cause_kind: int = T.BY_RULE
    cause: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell is: window name, side (NONE where the window has no sides), index in it."""

    window: str
    side: int
    index: int


# (first cell, window, entries per side; 0 = not by side)
_WINDOWS = (
    (T.CAPABILITY, "capability", T.SECTORS),
    (T.PROGRESS, "progress", T.SECTORS),
    (T.CONTROL, "control", T.UPSTREAM),
    (T.LISTING, "listing", T.SECTORS),
    (T.TARIFF, "tariff", 1),
    (T.PROGRAMME, "programme", T.SECTORS),
    (T.STOCK, "stock", T.UPSTREAM),
    (T.WORKAROUND, "workaround", T.UPSTREAM),
    (T.ALIGN, "align", 0),
    (T.SOURCE, "source", 0),
    (T.SHOCK, "shock", 0),
    (T.LOCK, "lock", T.MEASURES),
    (T.BUDGET, "budget", 1),
    (T.CAPITAL, "capital", 1),
    (T.APPROVAL, "approval", 1),
    (T.MOVES, "moves", 1),
    (T.PROPOSED, "proposed", 1),
    (T.HAND_SIZE, "hand_size", 1),
    (T.SLOT_CARD, "slot_card", 1),
    (T.SLOT_TARGET, "slot_target", 1),
    (T.SLOT_UP, "slot_up", 1),
    (T.AGENDA_KEPT, "agenda_kept", 1),
    (T.SHARED, "shared", 0),
    (T.PICK, "pick", 0),
    (T.LIT, "lit", 0),
    (T.NEXT, "next", 0),
    (T.BAG, "bag", 0),
    (T.HEADLINES, "headline", 0),
    (T.AGENDA, "agenda", 0),
)
_FIRST = [first for first, _, _ in _WINDOWS]


def place_of(book: Rulebook, cell: int) -> Place:
    """The window, side and index of a cell."""
    if cell >= T.PLACE:
        return Place("place", book.card_side(cell - T.PLACE), cell - T.PLACE)
    first, name, per_side = _WINDOWS[bisect_right(_FIRST, cell) - 1]
    index = cell - first
    return Place(name, index // per_side, index % per_side) if per_side else Place(name, T.NONE, index)


def read_log(s: State) -> list[Event]:
    """The events in a listening State's log, in order."""
    entries = s.log[LOG_HEAD : s.log[0]].tolist()
    return [Event(*entries[k : k + LOG_ENTRY]) for k in range(0, len(entries), LOG_ENTRY)]
