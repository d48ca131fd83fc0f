"""Where things stand on the map: the sides' docks on their land, the blocs' plates near theirs, none over another."""

import math
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.engine import terms as T

from ..worldmap import CAPITALS, NODES
from .board import Board

HEAD, FOOT = 48, 34  # units of the panel's heading and legend
OVER, VEIL, LIT = (
    1,
    2,
    3,
)  # layers over the routes: what stands on the map, the dark over that, what is pointed at
CLEAR = 7  # units around the point that marks a bloc's land
CROSSED = 26  # units that a plate goes farther off rather than lie over such a point or a leader
STEPS = (0, 26, 44, 53, 62, 84, 110, 140, 175, 215)  # units that a plate may stand away from its land
TURNS = (0, 25, -25, 50, -50, 80, -80, 115, -115, 150, -150, 180)
# Where each bloc's plate stands best, in degrees: 0 is east, 90 is south. In the order in which they find a place; of
# the first two, whose lands lie close together, whichever does better goes first.
TOWARDS = {
    T.JAPAN: 0,
    T.KOREA: -75,
    T.TAIWAN: 15,
    T.GULF: 180,
    T.INDIA: 110,
    T.ASEAN: 150,
    T.EU: 190,
    T.SOUTH: 180,
}
PAST_INDIA = 75  # where India's stands on a large map, if there is room: arrows go from the Gulf's past it
Point = tuple[float, float]
Cost = tuple[float, float]  # pixels of docks and plates that are hidden, and units that a plate stands from its land


@dataclass(frozen=True)
class Size:
    """Measures of the plates and docks, in pixels."""

    ring: int  # radius
    high: int
    slot: tuple[int, int]  # of an input at a side's emblem; nothing on a small map
    emblem: int
    gap: int


@dataclass(frozen=True)
class Spots:
    """Places relative to the map."""

    size: Size
    is_small: bool
    plates: dict[int, pygame.Rect]
    rings: dict[int, Point]
    lands: dict[int, Point]
    docks: dict[int, pygame.Rect]
    emblems: dict[int, Point]
    slots: dict[tuple[int, int], pygame.Rect]


def size_of(board: Board) -> tuple[Size, bool]:
    pen = board.pen
    if board.has_small_map:  # the inputs are in the list of sectors too
        return Size(pen.px(17), pen.px(42), (0, 0), pen.px(44), pen.px(4)), True
    return Size(pen.px(22), pen.px(54), (pen.px(54), pen.px(30)), pen.px(50), pen.px(4)), False


def spots(board: Board, widths: tuple[int, ...]) -> Spots:
    """Places on this board's map for plates of these widths."""
    size, is_small = size_of(board)
    pen, world = board.pen, board.world
    room = pygame.Rect(0, pen.px(HEAD), world.width, world.height - pen.px(HEAD + FOOT))
    homes = tuple(world.at(*CAPITALS[side]) for side in (0, 1))
    lands = tuple(world.at(*NODES[bloc]) for bloc in range(T.BLOCS))
    return _placed(
        size, is_small, widths, tuple(room.inflate(-pen.px(6), -pen.px(4))), homes, lands, pen.scale
    )


@lru_cache(maxsize=8)
def _placed(
    size: Size,
    is_small: bool,
    widths: tuple[int, ...],
    room: tuple[int, int, int, int],
    homes: tuple[Point, ...],
    lands: tuple[Point, ...],
    unit: float,
) -> Spots:
    inside = pygame.Rect(room)
    docks, emblems, slots = {}, {}, {}
    for side in (0, 1):
        dock = _dock(size, homes[side]).clamp(inside.inflate(-18 * unit, 0))  # its boxes stand clear of the edge
        dock = _clear_of(dock, lands, round(CLEAR * unit))
        docks[side] = dock
        emblems[side] = (float(dock.centerx), dock.y + size.emblem / 2)
        for i in range(T.UPSTREAM) if size.slot[0] else ():
            x = dock.x + i * (size.slot[0] + size.gap)
            slots[side, i] = pygame.Rect(x, dock.bottom - size.slot[1], *size.slot)
    east, *others = TOWARDS
    found = []
    for n, india in enumerate((TOWARDS[T.INDIA],) if is_small else (PAST_INDIA, TOWARDS[T.INDIA])):
        for order in (tuple(TOWARDS), (others[0], east, *others[1:])):
            towards = {bloc: TOWARDS[bloc] for bloc in order} | {T.INDIA: india}
            (hidden, strange), plates, rings = _plates(
                size, widths, lands, inside, tuple(docks.values()), towards, unit
            )
            found.append(((hidden, n, strange), plates, rings))
    _, plates, rings = min(found, key=lambda one: one[0])
    return Spots(size, is_small, plates, rings, dict(enumerate(lands)), docks, emblems, slots)


def _plates(
    size: Size,
    widths: tuple[int, ...],
    lands: tuple[Point, ...],
    inside: pygame.Rect,
    docks: tuple[pygame.Rect, ...],
    towards: dict[int, int],
    unit: float,
) -> tuple[Cost, dict[int, pygame.Rect], dict[int, Point]]:
    """A place for each plate, one after the other, and what they cost in all."""
    plates: dict[int, pygame.Rect] = {}
    rings: dict[int, Point] = {}
    costs = []
    for bloc, way in towards.items():
        around = Around(
            inside,
            tuple(rect.inflate(2 * size.gap, 2 * size.gap) for rect in (*docks, *plates.values())),
            tuple(_dot(land, unit) for other, land in enumerate(lands) if other != bloc),
            tuple((lands[other], rings[other]) for other in plates),
        )
        cost, plates[bloc], rings[bloc] = _free(size, widths[bloc], lands[bloc], way, around, unit)
        costs.append(cost)
    return (sum(hidden for hidden, _ in costs), sum(strange for _, strange in costs)), plates, rings


def _dock(size: Size, home: Point) -> pygame.Rect:
    """The emblem over a row of four inputs, or alone."""
    wide = max(size.emblem, 4 * size.slot[0] + 3 * size.gap)
    rect = pygame.Rect(0, 0, wide, size.emblem + (size.gap + size.slot[1] if size.slot[0] else 0))
    rect.center = (round(home[0]), round(home[1]))
    return rect


def _clear_of(dock: pygame.Rect, lands: tuple[Point, ...], air: int) -> pygame.Rect:
    """The dock moved aside, so that no bloc's land lies under it."""
    for x, y in lands:
        if dock.inflate(2 * air, 2 * air).collidepoint(x, y):
            way = round(x) - air - dock.right if x > dock.centerx else round(x) + air - dock.x
            dock = dock.move(way, 0)
    return dock


@dataclass(frozen=True)
class Around:
    """What a plate should hide nothing of."""

    inside: pygame.Rect
    taken: tuple[pygame.Rect, ...]  # docks and other plates, with the gap around them
    dots: tuple[pygame.Rect, ...]  # the lands of the others
    leaders: tuple[tuple[Point, Point], ...]  # from the others' lands to their rings


def _dot(land: Point, unit: float) -> pygame.Rect:
    """Where a bloc's land is marked, if its plate has to stand aside."""
    rect = pygame.Rect(0, 0, round(2 * CLEAR * unit), round(2 * CLEAR * unit))
    rect.center = round(land[0]), round(land[1])
    return rect


def _free(
    size: Size, width: int, land: Point, towards: int, around: Around, unit: float
) -> tuple[Cost, pygame.Rect, Point]:
    """The place where the plate hides least of docks and other plates; among those the nearest, unless one not much
    farther off leaves more of the lands and leaders free.
    """
    best: tuple[Cost, pygame.Rect, Point] = (math.inf, math.inf), pygame.Rect(0, 0, 0, 0), land
    for strange, step, turn, is_turned in _tries():
        if (0, strange) >= best[0]:
            break
        angle = math.radians(towards + turn)
        ring = land[0] + step * unit * math.cos(angle), land[1] + step * unit * math.sin(angle)
        rect = plate_rect(size, width, ring, (math.cos(angle) < -0.2) != is_turned)
        hidden = sum(_common(rect, other) for other in around.taken)
        hidden += rect.w * rect.h - _common(rect, around.inside)
        crossed = len(rect.collidelistall(around.dots))
        crossed += sum(bool(rect.clipline(*leader)) for leader in around.leaders)
        crossed += sum(bool(other.clipline(land, ring)) for other in around.taken)
        cost = hidden, strange + CROSSED * crossed
        if cost < best[0]:
            best = cost, rect, ring
    return best


@lru_cache(maxsize=1)
def _tries() -> list[tuple[float, int, int, bool]]:
    """(how far-fetched, distance, turn, whether the plate lies on the other side of its ring), the best first."""
    tries = [(step, turn, is_turned) for step in STEPS for turn in TURNS for is_turned in (False, True)]
    return sorted((t[0] + abs(t[1]) * (0.3 if t[0] else 9) + 40 * t[2], *t) for t in tries)


def _common(a: pygame.Rect, b: pygame.Rect) -> int:
    shared = a.clip(b)
    return shared.w * shared.h


def plate_rect(size: Size, width: int, ring: Point, is_left: bool) -> pygame.Rect:
    """The plate of a ring at its left end, or at its right end."""
    half = size.high / 2
    x = ring[0] - width + half if is_left else ring[0] - half
    return pygame.Rect(round(x), round(ring[1] - half), width, size.high)
