"""The numbers of the table: what each is called, the cells that tell its history, and why it is what it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from game.engine import terms as T
from game.engine.event import place_of
from game.engine.ops import measure_cell
from game.match.ledger import OUTPUT, RESILIENCE

from . import gauges, header, measures, world
from .board import Board
from .duels import why_made
from .supplies import why_supplied

OF_SIDE = {"budget": "Budget", "capital": "Political Capital", "approval": "Approval"}
SHARED = {T.TENSION: "Tension", T.DECOUPLING: "Decoupling", T.TRACK: "Leadership track"}
NAMES = {T.TENSION: "tension", T.DECOUPLING: "decoupling", T.TRACK: "track"}  # of their nodes


@dataclass(frozen=True)
class Number:
    """`cells` are cells or numbers of the ledger; `why` is asked for the lines of a tip."""

    title: str
    cells: tuple[int, ...]
    why: Callable[[], list[str]]


def number_of(board: Board, cell: int) -> Number:
    """The number that a cell, or a number of the ledger, belongs to."""
    if cell >= RESILIENCE:
        side = cell - RESILIENCE
        return Number(f"{board.words.sides[side]}: Resilience", (cell,), _tip(board, f"resilience:{side}"))
    if cell >= OUTPUT:
        return _sector(board, *divmod(cell - OUTPUT, T.SECTORS))
    place = place_of(board.book, cell)
    if place.window in OF_SIDE:
        title = f"{board.words.sides[place.side]}: {OF_SIDE[place.window]}"
        return Number(title, (cell,), _tip(board, f"{place.window}:{place.side}"))
    if place.window in ("align", "source"):
        cells = (T.ALIGN + place.index, T.SOURCE + place.index)
        return Number(board.book.blocs[place.index].title, cells, _tip(board, f"bloc:{place.index}"))
    if place.window == "shared" and place.index in SHARED:
        return Number(SHARED[place.index], (cell,), _tip(board, NAMES[place.index]))
    if place.window in ("control", "listing", "tariff", "lock"):
        return _measure(board, place.side, _measure_number(place.window, place.index))
    return _sector(board, max(place.side, 0), place.index)


def _measure_number(window: str, index: int) -> int:
    """In a lock's window measures stand by number already; a listing stands at its sector, which is its number."""
    return T.TARIFF_MEASURE if window == "tariff" else index


def _measure(board: Board, side: int, measure: int) -> Number:
    title = f"{board.words.sides[side]}: {board.words.measure(measure)}"
    cells = (measure_cell(side, measure), T.LOCK + side * T.MEASURES + measure)
    return Number(title, cells, _tip(board, f"measure:{side}:{measure}"))


def _sector(board: Board, side: int, sector: int) -> Number:
    """Of an input one side's supply, of the others both sides' outputs: they are compared."""
    title = board.book.sectors[sector].title
    if sector >= T.UPSTREAM:
        cells = [cell for s in (T.US, T.CHINA) for cell in _own_cells(s, sector)]
        return Number(title, tuple(cells), partial(why_made, board, sector))
    cells = _own_cells(side, sector)
    own = side * T.UPSTREAM + sector
    against = (1 - side) * T.UPSTREAM + sector
    cells += [T.STOCK + own, T.WORKAROUND + own, T.CONTROL + against, T.SHOCK + sector]
    title = f"{board.words.sides[side]}: {title}"
    return Number(title, tuple(cells), partial(why_supplied, board, side, sector))


def _own_cells(side: int, sector: int) -> list[int]:
    at = side * T.SECTORS + sector
    made = [T.CAPABILITY + at, T.PROGRESS + at, T.PROGRAMME + at]
    return [*made, OUTPUT + at, T.LISTING + (1 - side) * T.SECTORS + sector] if sector >= T.UPSTREAM else made


def _tip(board: Board, name: str) -> Callable[[], list[str]]:
    """What the table itself says when one points at that node."""

    def why() -> list[str]:
        nodes = [node for part in (header, gauges, measures, world) for node in part.nodes(board)]
        tip = next(node.tip for node in nodes if node.name == name)
        return tip() if tip is not None else []

    return why


def numbers_of(board: Board, cells: Sequence[int]) -> list[Number]:
    """The numbers of some cells, each once, in their order."""
    found = {number.title: number for number in (number_of(board, cell) for cell in cells)}
    return list(found.values())
