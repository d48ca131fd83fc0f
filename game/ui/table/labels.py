"""What comes along the routes that are pointed at, and how much of it: a pill on each line, and at the emblem of a
side one for what it makes itself.
"""

from collections.abc import Iterator

import pygame

from game.engine.explain import OWN

from .. import theme
from ..icons import sector_icon
from .board import Board
from .lanes import SHARES, Lane
from .marks import free_place
from .spots import HEAD, Spots
from .supplies import value_words


def labels(board: Board, target: pygame.Surface, places: Spots, shown: list[Lane]) -> None:
    """All pills, the winners' first: none over another, and over a plate only where there is no other way."""
    for together, rect in placed(board, places, shown):
        _paint(board, target, together, rect)


def placed(board: Board, places: Spots, shown: list[Lane]) -> list[tuple[list[Lane], pygame.Rect]]:
    """What stands together on a pill, and where that lies on the map: on its line, else beside it."""
    size = board.map_rect.size
    inside = pygame.Rect(0, 0, *size).inflate(-board.pen.px(16), -board.pen.px(2 * HEAD))
    docks, plates = list(places.docks.values()), list(places.plates.values())
    lit = [places.plates[lane.route.offer.source] for lane in shown if lane.route.offer.source >= 0]
    taken: list[pygame.Rect] = []
    found = []
    for together in _together(shown):
        rect = pygame.Rect((0, 0), _size(board, together))
        spots = [spot for spot in _spots(board, places, together[0], rect) if inside.contains(spot)]
        beside = [spot for spot in _beside(spots) if inside.contains(spot)]
        clear, few = [*taken, *docks, *plates], [*taken, *docks, *lit]
        rows = (clear, spots), (clear, beside), (few, spots), ([*taken, *lit], spots), (taken, spots)
        free = (spot for row, tried in rows for spot in tried if spot.collidelist(row) < 0)
        rect.center = round(together[0].badge[0]), round(together[0].badge[1])
        rect = next(free, None) or free_place(rect, taken, inside)
        taken.append(rect)
        found.append((together, rect))
    return found


def _together(shown: list[Lane]) -> list[list[Lane]]:
    """Each route by itself; what a side makes itself in one."""
    groups: dict[object, list[Lane]] = {}
    for n, lane in enumerate(shown):
        route = lane.route
        groups.setdefault((route.side, route.rank) if route.offer.source == OWN else n, []).append(lane)
    return list(groups.values())


def _spots(board: Board, places: Spots, lane: Lane, rect: pygame.Rect) -> Iterator[pygame.Rect]:
    """Where the pill may lie, the best place first: along the line, or around the emblem."""
    if lane.route.offer.source != OWN:
        for share in SHARES:
            x, y = lane.bow.at(share)
            yield pygame.Rect(round(x - rect.w / 2), round(y - rect.h / 2), *rect.size)
        return
    dock, gap = places.docks[lane.route.side], board.pen.px(5)
    for x in (dock.centerx - rect.w // 2, dock.x, dock.right - rect.w):
        for y in (dock.y - gap - rect.h, dock.bottom + gap):
            yield pygame.Rect(x, y, *rect.size)
    for x in (dock.right + gap, dock.x - gap - rect.w):
        yield pygame.Rect(x, dock.centery - rect.h // 2, *rect.size)


def _beside(spots: list[pygame.Rect]) -> Iterator[pygame.Rect]:
    """Where the pill lies next to its line, the nearest place first."""
    for share in (0.6, 1.0, 1.5, 2.0, 2.5):
        for spot in spots:
            yield spot.move(0, -round(share * spot.h))
            yield spot.move(0, round(share * spot.h))


def _word(lane: Lane) -> str:
    words = ["then"] if lane.route.rank == 1 else []
    return " ".join([*words, "own"] if lane.route.offer.source == OWN else words)


def _type(lane: Lane) -> float:
    return 22 if lane.route.rank == 0 else 17


def _size(board: Board, together: list[Lane]) -> tuple[int, int]:
    pen, first = board.pen, together[0]
    size, word = _type(first), _word(first)
    wide = pen.text_width(word, "number", size) + pen.px(8) if word else 0
    for lane in together:
        wide += pen.px(32) + pen.text_width(value_words(lane.route.offer.value), "number", size)
    return wide + pen.px(20), round(pen.pill_height(size))


def _paint(board: Board, target: pygame.Surface, together: list[Lane], rect: pygame.Rect) -> None:
    """A word where it is needed, then the icon and number of each input."""
    pen, first = board.pen, together[0]
    wins, size, word = first.route.rank == 0, _type(first), _word(first)
    edge = theme.BAR_RIGHT[first.route.side] if wins else theme.LINE_STRONG
    pen.box(target, rect, theme.SELECTED, theme.DEEPEST, edge, 30, 2 if wins else 1.2)
    tone, x, y = theme.TEXT if wins else theme.TEXT_2, rect.x + pen.px(12), rect.centery
    if word:
        x += pen.text(target, word, x, y, "number", size, tone, "lm") + pen.px(8)
    for lane in together:
        name = board.book.sectors[lane.route.input].id
        pen.icon(target, sector_icon(name), x + pen.px(10), y, 20 if wins else 16, tone)
        x += pen.px(24)
        x += pen.text(target, value_words(lane.route.offer.value), x, y, "number", size, tone, "lm") + pen.px(8)
