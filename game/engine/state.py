"""State: one block of small integers with named windows on it. A position is its cells and nothing else.

`cells` owns the numbers; every other window is a slice of the same memory, so `s.capability[side * SECTORS + sector]`
reads and `put(s, CAPABILITY + ..., value)` writes the same place, whether the memory is Python's or numpy's.
`log` receives what changed, with its cause (empty when nobody listens); `scratch` is room for sums. Neither is part
of the position.
"""

import hashlib
from array import array
from typing import Any, NamedTuple

from . import terms as T
from .compiled import compiled
from .rulebook import Rulebook, Tables

LOG_HEAD = 3  # number of ints used, cause kind, cause
LOG_ENTRY = 6  # what, old, new, audience, cause kind, cause
LOG_SIZE = LOG_HEAD + 600 * LOG_ENTRY
SCRATCH = 128

Window = Any  # memoryview of int16 in Python, int16 array when compiled


class State(NamedTuple):
    """The windows. Indexes and meanings stand beside the cell numbers in `terms`."""

    cells: Window
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
    slot_card: Window
    slot_target: Window
    slot_up: Window
    shared: Window
    pick: Window
    lit: Window
    next: Window
    bag: Window
    headline: Window
    agenda: Window
    place: Window
    log: Window
    scratch: Window


@compiled
def window(t: Tables, cells: Window, log: Window, scratch: Window) -> State:
    """A State on these cells."""
    agendas = T.HEADLINES + t.setting[T.N_HEADLINES]
    places = agendas + t.setting[T.N_AGENDAS]
    return State(
        cells,
        cells[T.CAPABILITY : T.PROGRESS],
        cells[T.PROGRESS : T.CONTROL],
        cells[T.CONTROL : T.LISTING],
        cells[T.LISTING : T.TARIFF],
        cells[T.TARIFF : T.PROGRAMME],
        cells[T.PROGRAMME : T.STOCK],
        cells[T.STOCK : T.WORKAROUND],
        cells[T.WORKAROUND : T.ALIGN],
        cells[T.ALIGN : T.SOURCE],
        cells[T.SOURCE : T.SHOCK],
        cells[T.SHOCK : T.LOCK],
        cells[T.LOCK : T.BUDGET],
        cells[T.BUDGET : T.CAPITAL],
        cells[T.CAPITAL : T.APPROVAL],
        cells[T.APPROVAL : T.MOVES],
        cells[T.MOVES : T.PROPOSED],
        cells[T.SLOT_CARD : T.SLOT_TARGET],
        cells[T.SLOT_TARGET : T.SLOT_UP],
        cells[T.SLOT_UP : T.AGENDA_KEPT],
        cells[T.SHARED : T.PICK],
        cells[T.PICK : T.LIT],
        cells[T.LIT : T.NEXT],
        cells[T.NEXT : T.BAG],
        cells[T.BAG : T.HEADLINES],
        cells[T.HEADLINES : agendas],
        cells[agendas:places],
        cells[places:],
        log,
        scratch,
    )


def _ints(n: int) -> Window:
    return memoryview(array("h", bytes(2 * n)))


_no_log = _ints(0)
_scratch = _ints(SCRATCH)  # shared by all plain states: nothing in it outlives a call


def from_cells(book: Rulebook, cells: bytes | Window) -> State:
    """A State of its own on a copy of these cells."""
    # array("h", bytes) is one memory copy; array("h", memoryview) would go item by item (19 against 3 microseconds)
    return window(book.tables, memoryview(array("h", bytes(cells))), _no_log, _scratch)


def copy(book: Rulebook, s: State) -> State:
    """An independent State in the same position, that nobody listens to."""
    return from_cells(book, s.cells)


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


# --- writing: the only ways in which rules change a position -----------------------------------------------------


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
