"""The clock of a class on the table: the time for the move, the time to the bell, and what a teacher can do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pygame

from .. import theme
from ..keys import CLASS
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..widgets import button
from .board import Board

HIGH, KEYS_HIGH = 148, 44  # units: the panel with the gap under it, and its row of buttons
ICONS = {"freeze": "pause", "vote": "class", "forecast": "reveal", "inject": "headline", "roles": "person"}


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clocks show."""

    move: str  # minutes and seconds
    bell: str
    words: str  # what the move's clock counts
    share: float  # of the move's time that is left, 0 to 1, in steps of a second
    is_soon: bool  # amber
    is_frozen: bool = False


def keys_rect(board: Board) -> pygame.Rect:
    """The row of buttons under the clock."""
    rect, high = board.class_rect, board.pen.px(KEYS_HIGH)
    return pygame.Rect(rect.x, rect.bottom - high, rect.w, high)


def face(board: Board, clock: Clock, layer: int = 0) -> Node:
    """The clocks."""
    pen, rect = board.pen, board.class_rect
    place = pygame.Rect(rect.x, rect.y, rect.w, rect.h - pen.px(KEYS_HIGH + 8))
    return Node(
        "class:clock", place, partial(_paint, pen, clock), key=clock, pad=pen.px(24), live=False, layer=layer
    )


def nodes(board: Board, clock: Clock, acts: Mapping[str, Callable[[], None] | None]) -> list[Node]:
    """The panel in its place on the table; `acts` says what each key of a class does now."""
    pen = board.pen
    keys = [key for key in CLASS if key.name in acts]
    row = keys_rect(board)
    made = [face(board, clock)]
    for key, place in zip(keys, columns(row, len(keys), pen.px(6)), strict=True):
        tip = [key.title, key.words]
        made.append(
            button(
                pen,
                f"class:{key.name}",
                place,
                "",
                acts[key.name],
                ICONS[key.name],
                key.cap,
                group="h-class",
                tip=partial(_lines, tip),
            )
        )
    return made


def over_sheet(board: Board, clock: Clock, sheet: Node) -> Node:
    """The clocks in small, at the corner of a sheet that lies over the table."""
    pen, words = board.pen, f"{clock.move} · bell {clock.bell}"
    wide = pen.text_width(words, "number", 18) + pen.tx(28)
    rect = pygame.Rect(sheet.rect.right - wide - pen.tx(10), sheet.rect.y + pen.tx(6), wide, pen.tx(34))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        tone = theme.LOSS if clock.is_soon else theme.TEXT_2
        pen.box(target, box, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 8)
        pen.text(target, words, box.centerx, box.centery, "number", 18, tone, "cm")

    return Node("class:small", rect, paint, key=clock, layer=sheet.layer + 1, live=False)


def _lines(lines: list[str]) -> list[str]:
    return lines


def _paint(pen: Pen, clock: Clock, target: pygame.Surface, box: pygame.Rect) -> None:
    pen.panel(target, box)
    tone = theme.LOSS if clock.is_soon else theme.TEXT_2 if clock.is_frozen else theme.TEXT
    x, y, right = box.x + pen.px(18), box.y + box.h * 0.4, box.right - pen.px(18)
    wide = pen.text(target, clock.move, x, y, "number", 44, tone, "lm")
    middle = right - max(
        pen.text_width(clock.bell, "number", 26), pen.text_width("to the bell", "medium", 14)
    )
    pen.text(target, clock.bell, right, box.y + box.h * 0.3, "number", 26, theme.TEXT_2, "rm")
    pen.text(target, "to the bell", right, box.y + box.h * 0.62, "medium", 14, theme.TEXT_3, "rm")
    room = middle - x - wide - pen.px(28)
    pen.text(target, clock.words, x + wide + pen.px(12), y, "medium", 15, tone, "lm", width=room)
    trough = pygame.Rect(x, box.bottom - pen.px(14), right - x, max(4, pen.px(6)))
    pen.box(target, trough, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 4)
    if clock.share > 0:
        part = pygame.Rect(trough.x, trough.y, max(trough.h, round(trough.w * clock.share)), trough.h)
        pen.box(target, part, tone, tone, tone, 4)
