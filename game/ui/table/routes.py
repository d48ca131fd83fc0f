"""Trade routes: where each side's inputs come from, and what the player points at among them."""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.explain import OWN, RIVAL, Offer

from ..svg import Point, bezier
from ..worldmap import CAPITALS, NODES
from .board import Board


@dataclass(frozen=True, slots=True)
class Route:
    """An offer and where it goes. Rank 0 wins, 1 is the runner-up; a struck one would win without the control."""

    side: int
    input: int
    offer: Offer
    rank: int
    is_struck: bool

    @property
    def place(self) -> tuple[float, float]:
        """Where it begins, in degrees."""
        source = self.offer.source
        if source == OWN:
            return CAPITALS[self.side]
        return CAPITALS[1 - self.side] if source == RIVAL else NODES[source]

    @property
    def leaks(self) -> bool:
        """Whether it comes in spite of a control that takes a part of it."""
        return self.offer.barred > 0


def routes(board: Board) -> list[Route]:
    """The routes that are open because they win, and those that a control closes."""
    return [route for route in all_routes(board) if route.rank == 0 or route.is_struck]


def all_routes(board: Board) -> list[Route]:
    found = []
    for side, chain in enumerate(board.chains):
        for i in range(T.UPSTREAM):
            struck = chain.struck(i)
            for rank, offer in enumerate(chain.offers[i]):
                if offer.source != OWN:
                    found.append(Route(side, i, offer, rank, rank > 0 and offer in struck))
    return found


def pointed_routes(board: Board) -> list[Route]:
    """Winners and runners-up of the inputs that the player points at; all that a bloc offers. Own offers too."""
    kind, *rest = board.pointed.split(":")
    if kind == "bloc" and rest[0].isdigit():
        return [route for route in all_routes(board) if route.offer.source == int(rest[0])]
    inputs = pointed_inputs(board)
    ranks = (0, 1) if len(inputs) <= 2 else (0,)  # of a sector with several inputs the winners are enough
    return [
        Route(side, i, board.chains[side].offers[i][rank], rank, False)
        for rank in ranks
        for side, i in inputs
    ]


def pointed_inputs(board: Board) -> list[tuple[int, int]]:
    """(side, input) of what the player points at: an input, an arrow, a sector, a row of the sectors."""
    kind, *rest = board.pointed.split(":")
    if kind not in ("supply", "source", "arrow", "output", "sector") or not all(n.isdigit() for n in rest):
        return []
    numbers = [int(n) for n in rest]
    if kind in ("supply", "source", "arrow"):
        return [(numbers[0], numbers[1])]
    j, t = numbers[0], board.book.tables
    inputs = [j] if j < T.UPSTREAM else [t.input_of[k] for k in range(t.input_start[j], t.input_start[j + 1])]
    return [(side, i) for side in (0, 1) for i in inputs]


@dataclass(frozen=True, slots=True)
class Bow:
    """A curve between two points, bent upwards."""

    start: Point
    bend: Point
    end: Point

    @property
    def path(self) -> str:
        (x0, y0), (x1, y1), (x2, y2) = self.corners
        return f"M{x0:.1f} {y0:.1f}Q{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f}"

    def at(self, share: float) -> Point:
        """The point at a share (0-1) of the way."""
        return bezier(self.corners, share)

    @property
    def corners(self) -> tuple[Point, Point, Point]:
        return self.start, self.bend, self.end


def bow(start: Point, end: Point, lift: float, most: float) -> Bow:
    """A curve that rises by a share of its length, `most` pixels at most."""
    (x0, y0), (x1, y1) = start, end
    rise = min(lift * abs(x1 - x0) + 0.1 * abs(y1 - y0), most)
    return Bow(start, ((x0 + x1) / 2, min(y0, y1) + abs(y1 - y0) * 0.3 - rise), end)
