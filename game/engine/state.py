"""State: one block of small integers with named windows on it. A position is its cells and nothing else.

`cells` owns the numbers; every other window is a slice of the same memory, so `s.capability[side * SECTORS + sector]`
reads and `put(s, CAPABILITY + ..., value)` writes the same place, whether the memory is Python's or numpy's.
`log` receives what changed, with its cause (empty when nobody listens); `scratch` is room for sums. Neither is part
of the position.
"""

import hashlib
from array import array
from typing import NamedTuple, TypeAlias

from . import compiled as compiled_core
from . import terms as T
from .compiled import compiled
from .rulebook import Tables

LOG_HEAD = 3  # number of ints used, cause kind, cause
LOG_ENTRY = 6  # what, old, new, audience, cause kind, cause
LOG_SIZE = LOG_HEAD + 600 * LOG_ENTRY
SCRATCH = 256  # more than the cards of the largest deck, which `fill_cards` spreads out here

Window: TypeAlias = memoryview  # of int16; compiled code has numpy arrays in its place


# Window name -> where it lies in the cells
WINDOWS = {
    "capability": slice(T.CAPABILITY, T.PROGRESS),
    "progress": slice(T.PROGRESS, T.CONTROL),
    "control": slice(T.CONTROL, T.LISTING),
    "listing": slice(T.LISTING, T.TARIFF),
    "tariff": slice(T.TARIFF, T.PROGRAMME),
    "programme": slice(T.PROGRAMME, T.STOCK),
    "stock": slice(T.STOCK, T.WORKAROUND),
    "workaround": slice(T.WORKAROUND, T.ALIGN),
    "align": slice(T.ALIGN, T.SOURCE),
    "source": slice(T.SOURCE, T.SHOCK),
    "shock": slice(T.SHOCK, T.LOCK),
    "lock": slice(T.LOCK, T.BUDGET),
    "budget": slice(T.BUDGET, T.CAPITAL),
    "capital": slice(T.CAPITAL, T.APPROVAL),
    "approval": slice(T.APPROVAL, T.MOVES),
    "moves": slice(T.MOVES, T.PROPOSED),
    "proposed": slice(T.PROPOSED, T.HAND_SIZE),
    "hand_size": slice(T.HAND_SIZE, T.SLOT_CARD),
    "slot_card": slice(T.SLOT_CARD, T.SLOT_TARGET),
    "slot_target": slice(T.SLOT_TARGET, T.SLOT_UP),
    "slot_up": slice(T.SLOT_UP, T.AGENDA_KEPT),
    "agenda_kept": slice(T.AGENDA_KEPT, T.SHARED),
    "shared": slice(T.SHARED, T.PICK),
    "pick": slice(T.PICK, T.LIT),
    "lit": slice(T.LIT, T.NEXT),
    "next": slice(T.NEXT, T.BAG),
    "bag": slice(T.BAG, T.HEADLINES),
    "headline": slice(T.HEADLINES, T.AGENDA),
    "agenda": slice(T.AGENDA, T.PLACE),
    "place": slice(T.PLACE, None),
}
_SLICES = tuple(WINDOWS.values())


class State(NamedTuple):
    """The windows. Indexes and meanings stand beside the cell numbers in `terms`."""

    cells: Window
    log: Window
    scratch: Window
    capability: Window
    progress: Window
    control: Window
    listing: Window
    tariff: Window
    programme: Window
    stock: Window
    workaround: Window
    align: Window
    source: Window
    shock: Window
    lock: Window
    budget: Window
    capital: Window
    approval: Window
    moves: Window
    proposed: Window
    hand_size: Window
    slot_card: Window
    slot_target: Window
    slot_up: Window
    agenda_kept: Window
    shared: Window
    pick: Window
    lit: Window
    next: Window
    bag: Window
    headline: Window
    agenda: Window
    place: Window


def _ints(n: int) -> Window:
    return memoryview(array("h", bytes(2 * n)))


_no_log = _ints(0)
_scratch = _ints(SCRATCH)  # shared by all plain states: nothing in it outlives a call


def from_cells(cells: bytes | Window) -> State:
    """A State of its own on a copy of these cells."""
    # array("h", bytes) is one memory copy; array("h", memoryview) would go item by item (19 against 3 microseconds)
    own = memoryview(array("h", bytes(cells)))
    return State(own, _no_log, _scratch, *[own[where] for where in _SLICES])


def copy(s: State) -> State:
    """An independent State in the same position, that nobody listens to."""
    return from_cells(s.cells)


def listening(s: State) -> State:
    """The same position (the same memory) with an empty log."""
    return s._replace(log=_fresh_log())


def _fresh_log() -> Window:
    log = _ints(LOG_SIZE)
    log[0] = LOG_HEAD
    return log


def equal(a: State, b: State) -> bool:
    return bool(a.cells == b.cells)


def digest(s: State) -> str:
    """Eight hex digits that any two equal positions share, on every machine."""
    cells = array("h", bytes(s.cells))
    if _big_endian():
        cells.byteswap()
    return hashlib.blake2s(cells.tobytes(), digest_size=4).hexdigest()


def _big_endian() -> bool:
    return array("h", [1]).tobytes()[0] == 0


# --- writing: the only ways in which rules change a position ------------------------------------


@compiled
def because(s: State, kind: int, cause: int) -> None:
    """Name the cause of what is written from here on."""
    if len(s.log):
        s.log[1] = kind
        s.log[2] = cause


@compiled
def note(s: State, what: int, old: int, new: int, audience: int = T.EVERYBODY) -> None:
    """Tell listeners something that changes no cell."""
    log = s.log
    if len(log):
        at = log[0]
        log[at] = what
        log[at + 1] = old
        log[at + 2] = new
        log[at + 3] = audience
        log[at + 4] = log[1]
        log[at + 5] = log[2]
        log[0] = at + LOG_ENTRY


@compiled
def put(s: State, cell: int, value: int) -> None:
    """Set a cell that everybody may see."""
    if len(s.log) and s.cells[cell] != value:
        note(s, cell, s.cells[cell], value, T.EVERYBODY)
    s.cells[cell] = value


@compiled
def show(s: State, cell: int, value: int, audience: int) -> None:
    """Set a cell and tell it to that audience even if it does not change: it may be new to them."""
    note(s, cell, s.cells[cell], value, audience)
    s.cells[cell] = value


@compiled
def add(s: State, cell: int, n: int) -> int:
    """Add to a meter that runs from 0 to 10; what passes an end is lost. Returns the change."""
    old = s.cells[cell]
    value = min(T.TOP, max(0, old + n))
    put(s, cell, value)
    return value - old


def enable() -> None:
    """Make the core ready for compiled entries (see `compiled`). Raises ImportError where numba can't be had."""
    compiled_core.enable(WINDOWS, Tables._fields)
