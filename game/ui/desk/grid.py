"""Rows of words and numbers under headings. Words that are too long for their column go on in a line below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.engine import terms as T

from .. import theme
from ..nodes import Node
from ..pen import Pen
from ..widgets import Scroll, button

SIZES = (24.0, 22.0, 20.0, 18.0)
LONG = 22.0  # letters of what is longer than the screen anyway
INSET, GAP, DROP, MARK = 14, 6, 56, 26  # units; DROP of the button at a row's end, MARK of a side's marker
AFTER = 16  # units more after a number: words may follow


@dataclass(frozen=True)
class Grid:
    """What is shown. `shares` of the width in percent; columns in `numbers` are set to the right."""

    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    sides: tuple[int, ...] = ()  # whose each row is: its marker and colour are in the column `marked`
    marked: int = 0


def nodes(
    pen: Pen,
    scroll: Scroll,
    area: pygame.Rect,
    grid: Grid,
    changed: Callable[[], None],
    drop: Callable[[int], None] | None = None,
    name: str = "",
    largest: float = SIZES[0],
) -> list[Node]:
    """The headings, the rows, and at each row's end a button that deletes it if `drop` is given. `name` begins
    those of the nodes, where there are several grids; `largest` are the letters that they share.
    """
    size, width = letters(pen, area, grid, pen.px(DROP + 8) if drop is not None else 0, largest)
    head = _height(pen, grid, grid.heads, width, size * 0.85)
    heights = [height + pen.px(GAP) for height in _heights(pen, grid, width, size)]
    top = pygame.Rect(area.x, area.y, width, head)
    made = [_row(pen, grid, -1, top, size * 0.85, name)]
    room = pygame.Rect(area.x, area.y + head, area.w, area.h - head)
    places = scroll.flow(room, heights)
    made += scroll.nodes(pen, room, changed)
    for n, place in places:
        place = pygame.Rect(place.x, place.y, width, min(place.h - pen.px(GAP), room.bottom - place.y))
        made.append(_row(pen, grid, n, place, size, name))
        if drop is not None:
            end = pygame.Rect(place.right + pen.px(8), place.y, pen.px(DROP), place.h)
            act = partial(drop, n)
            made.append(button(pen, f"drop:{n}", end, "", act, "delete", group="c-rows", tip=_drop_tip))
    return made


def letters(
    pen: Pen, area: pygame.Rect, grid: Grid, off: int = 0, largest: float = SIZES[0]
) -> tuple[float, int]:
    """The largest letters in which the rows fit, and how wide they are then: less where they have to be scrolled."""
    whole = area.w - off
    beside = whole - Scroll.bar_width(area)
    ways = [(size, whole) for size in SIZES] + [(size, beside) for size in (LONG, *SIZES[2:])]
    for size, width in ways:
        if size > largest:
            continue
        head = _height(pen, grid, grid.heads, width, size * 0.85)
        high = head + sum(_heights(pen, grid, width, size)) + len(grid.rows) * pen.px(GAP)
        if (high <= area.h or width == beside) and _numbers_fit(pen, grid, width, size):
            return size, width
    return ways[-1]


def _heights(pen: Pen, grid: Grid, width: int, size: float) -> list[int]:
    return [_height(pen, grid, row, width, size) for row in grid.rows]


def _drop_tip() -> list[str]:
    return ["Delete", "Removes this table's file for good, after a question."]


def _cells(pen: Pen, grid: Grid, width: int) -> list[tuple[int, int]]:
    """Where each column begins and how wide it is, in pixels."""
    inset, found, x = pen.px(INSET), [], 0.0
    for n, share in enumerate(grid.shares):
        mark = pen.tx(MARK) if grid.sides and n == grid.marked else 0
        after = pen.px(AFTER) if n in grid.numbers else 0
        found.append((round(x) + inset + mark, round(width * share / 100) - 2 * inset - mark - after))
        x += width * share / 100
    return found


def _numbers_fit(pen: Pen, grid: Grid, width: int, size: float) -> bool:
    """Whether no number has to be broken."""
    cells = _cells(pen, grid, width)
    return all(_wide(pen, row[n], size) <= cells[n][1] for row in grid.rows for n in grid.numbers)


def _wide(pen: Pen, text: str, size: float) -> float:
    return pen.text_width(text.replace("**", ""), "bold" if "**" in text else "body", size)


def _height(pen: Pen, grid: Grid, row: Sequence[str], width: int, size: float) -> int:
    cells = zip(row, _cells(pen, grid, width), strict=True)
    return max(pen.paragraph_height(text, wide, size) for text, (_, wide) in cells) + 2 * pen.px(8)


def _row(pen: Pen, grid: Grid, n: int, rect: pygame.Rect, size: float, prefix: str) -> Node:
    """The n-th row; -1 are the headings."""
    cells = _cells(pen, grid, rect.w)
    is_head = n < 0
    row = grid.heads if is_head else grid.rows[n]
    side = grid.sides[n] if grid.sides and not is_head else T.NOBODY
    plain = theme.TEXT_3 if is_head else theme.TEXT

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if not is_head:
            pen.box(target, box, theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.LINE, 8)
        for column, (text, (x, wide)) in enumerate(zip(row, cells, strict=True)):
            high = pen.paragraph_height(text, wide, size)
            top = box.centery - high / 2 + (pen.line(size) - pen.cap("body", size)) / 2
            left, tone = float(box.x + x), plain
            if column in grid.numbers:
                left += max(0, wide - _wide(pen, text, size))
            if column == grid.marked and side < T.NOBODY:
                tone = theme.BRIGHT[side]
                pen.marker(target, side, left - pen.tx(MARK) / 2, top + pen.cap("body", size) / 2, 14)
            pen.paragraph(target, text, left, top, wide, size, tone)

    name = f"{prefix}head" if is_head else f"{prefix}row:{n}"
    return Node(name, rect, paint, key=(row, side, size, rect.w), live=False)
