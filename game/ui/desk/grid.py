"""Rows of words and numbers under headings. Words that are too long for their column go on in a line below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from .. import theme
from ..nodes import Node
from ..pen import Pen
from ..widgets import Scroll, button

SIZES = (22.0, 20.0, 18.0, 16.0)
INSET, GAP, DROP = 14, 6, 130  # units; the last is the width of the button at a row's end


@dataclass(frozen=True)
class Grid:
    """What is shown. `shares` of the width in percent; columns in `numbers` are set to the right."""

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


def nodes(
    pen: Pen,
    scroll: Scroll,
    area: pygame.Rect,
    grid: Grid,
    changed: Callable[[], None],
    drop: Callable[[int], None] | None = None,
) -> list[Node]:
    """The headings, the rows, and at each row's end a button that deletes it if `drop` is given."""
    off = pen.px(DROP + 8) if drop is not None else 0
    width = area.w - Scroll.bar_width(area) - off
    for size in SIZES:
        head = _height(pen, grid, grid.heads, width, size * 0.85)
        heights = [_height(pen, grid, row, width, size) + pen.px(GAP) for row in grid.rows]
        if head + sum(heights) <= area.h:
            break
    top = pygame.Rect(area.x, area.y, width, head)
    made = [_row(pen, grid, "head", top, grid.heads, size * 0.85, True)]
    room = pygame.Rect(area.x, area.y + head, area.w, area.h - head)
    places = scroll.flow(room, heights)
    made += scroll.nodes(pen, room, changed)
    for n, place in places:
        place = pygame.Rect(place.x, place.y, width, min(place.h - pen.px(GAP), room.bottom - place.y))
        made.append(_row(pen, grid, f"row:{n}", place, grid.rows[n], size, False))
        if drop is not None:
            end = pygame.Rect(place.right + pen.px(8), place.y, pen.px(DROP), place.h)
            made.append(
                button(pen, f"drop:{n}", end, "Delete", partial(drop, n), "delete", group="c-rows", size=15)
            )
    return made


def _cells(pen: Pen, grid: Grid, width: int) -> list[tuple[int, int]]:
    """Where each column begins and how wide it is, in pixels."""
    inset, found, x = pen.px(INSET), [], 0.0
    for share in grid.shares:
        found.append((round(x) + inset, round(width * share / 100) - 2 * inset))
        x += width * share / 100
    return found


def _height(pen: Pen, grid: Grid, row: Sequence[str], width: int, size: float) -> int:
    cells = zip(row, _cells(pen, grid, width), strict=True)
    return max(pen.paragraph_height(text, wide, size) for text, (_, wide) in cells) + 2 * pen.px(8)


def _row(
    pen: Pen, grid: Grid, name: str, rect: pygame.Rect, row: tuple[str, ...], size: float, is_head: bool
) -> Node:
    cells = _cells(pen, grid, rect.w)
    tone = theme.TEXT_3 if is_head else theme.TEXT

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if not is_head:
            pen.box(target, box, theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.LINE, 8)
        for n, (text, (x, wide)) in enumerate(zip(row, cells, strict=True)):
            top = box.y + pen.px(8) + (pen.line(size) - pen.cap("body", size)) / 2
            left = box.x + x
            if n in grid.numbers:
                left += max(
                    0, wide - pen.text_width(text.replace("**", ""), "bold" if "**" in text else "body", size)
                )
            pen.paragraph(target, text, left, top, wide, size, tone)

    return Node(name, rect, paint, key=(row, size, rect.w), live=False)
