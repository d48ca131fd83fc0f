"""Blocks of words one below the other, in the largest letters in which all of them are seen, else with a bar."""

from collections.abc import Callable, Sequence

import pygame

from .. import theme
from ..column import Column
from ..nodes import Node, Paint
from ..pen import Pen
from ..widgets import Scroll

SIZES = (26.0, 23.0, 20.0, 18.0, 16.0)
LONG = 20.0  # letters of what is longer than the screen anyway
INSET, GAP = 18, 12  # units
Make = Callable[[int, float], list[Column]]  # width in pixels, size of the letters


def nodes(
    pen: Pen,
    scroll: Scroll,
    area: pygame.Rect,
    make: Make,
    changed: Callable[[], None],
    sizes: Sequence[float] = SIZES,
    fills: bool = False,
) -> list[Node]:
    """`fills`: the last block reaches to the end of the area."""
    inset, gap = pen.px(INSET), pen.px(GAP)
    width = area.w - 2 * inset
    ways = [(size, width) for size in sizes] + [(LONG, width - Scroll.bar_width(area))]
    for size, wide in ways:
        columns = make(wide, size)
        heights = [column.height + 2 * inset + gap for column in columns]
        if sum(heights) <= area.h:
            break
    places = scroll.flow(area, heights)
    made = scroll.nodes(pen, area, changed)
    if fills and sum(heights) <= area.h:
        places[-1][1].h = area.bottom + gap - places[-1][1].y
    for n, place in places:
        place = pygame.Rect(place.x, place.y, place.w, min(place.h - gap, area.bottom - place.y))
        made.append(Node(f"block:{n}", place, _painter(pen, columns[n]), key=columns[n].key, live=False))
    return made


def _painter(pen: Pen, column: Column) -> Paint:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.LINE_STRONG, 10)
        column.paint(target, box.x + pen.px(INSET), box.y + pen.px(INSET))

    return paint
