"""The clock of a class on the table: the time for the move and for the match, and what a teacher can do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pygame

from .. import theme
from ..keys import CLASS, FREEZE
from ..nodes import Node
from ..pen import Pen
from .board import Board
from .tile import NAMED_HIGH, side_by_side, tile

HIGH = 156  # units of the panel with the gap under it
ICONS = {"freeze": "pause", "vote": "class", "inject": "headline", "roles": "person"}
FREEZE_ICONS = {"undo": "undo", "clear": "delete", "go on": "play"}
Acts = Mapping[str, Callable[[], None] | None]


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clocks show."""

    move: str  # minutes and seconds
    match: str
    words: str  # what the move's clock counts
    share: float  # of the move's time that is left, 0 to 1, in steps of a second
    is_soon: bool  # amber
    is_frozen: bool = False


def keys_rect(board: Board) -> pygame.Rect:
    """The row of buttons under the clock."""
    rect, high = board.class_rect, board.pen.tx(NAMED_HIGH)
    return pygame.Rect(rect.x, rect.bottom - high, rect.w, high)


def face(board: Board, clock: Clock, layer: int = 0) -> Node:
    """The clocks."""
    pen, rect = board.pen, board.class_rect
    place = pygame.Rect(rect.x, rect.y, rect.w, keys_rect(board).y - pen.px(8) - rect.y)
    return Node(
        "class:clock", place, partial(_paint, pen, clock), key=clock, pad=pen.px(24), live=False, layer=layer
    )


def nodes(board: Board, clock: Clock, acts: Acts) -> list[Node]:
    """The panel in its place on the table; `acts` says what each key of a class does now."""
    pen, keys = board.pen, [key for key in CLASS if key.name in acts]
    places, is_named = side_by_side(pen, keys_rect(board), keys)
    return [
        face(board, clock),
        *(
            tile(pen, f"class:{k.name}", place, k, ICONS[k.name], acts[k.name], is_named, "h-class")
            for k, place in zip(keys, places, strict=True)
        ),
    ]


def tools(board: Board, acts: Acts, layer: int) -> list[Node]:
    """What can be done while the table is frozen, in the place of the class's keys."""
    pen = board.pen
    places, is_named = side_by_side(pen, keys_rect(board), FREEZE)
    return [
        tile(
            pen,
            f"freeze:{k.name}",
            place,
            k,
            FREEZE_ICONS[k.name],
            acts[k.name],
            is_named,
            f"b-{k.name}",
            layer,
            k.name == "go on",
        )
        for k, place in zip(FREEZE, places, strict=True)
    ]


def over_sheet(board: Board, clock: Clock, sheet: Node) -> Node:
    """The clocks in small, at the corner of a sheet that lies over the table."""
    pen, words = board.pen, f"move {clock.move} · match {clock.match}"
    wide = pen.text_width(words, "number", 18) + pen.tx(28)
    rect = pygame.Rect(sheet.rect.right - wide - pen.tx(10), sheet.rect.y + pen.tx(6), wide, pen.tx(34))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        tone = theme.LOSS if clock.is_soon else theme.TEXT_2
        pen.box(target, box, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 8)
        pen.text(target, words, box.centerx, box.centery, "number", 18, tone, "cm")

    return Node("class:small", rect, paint, key=clock, layer=sheet.layer + 1, live=False)


def _paint(pen: Pen, clock: Clock, target: pygame.Surface, box: pygame.Rect) -> None:
    pen.panel(target, box)
    tone = theme.LOSS if clock.is_soon else theme.TEXT_2 if clock.is_frozen else theme.TEXT
    x, y, right = box.x + pen.px(18), box.y + box.h * 0.4, box.right - pen.px(18)
    wide = pen.text(target, clock.move, x, y, "number", 44, tone, "lm")
    middle = right - max(
        pen.text_width(clock.match, "number", 26), pen.text_width("match time", "medium", 14)
    )
    pen.text(target, clock.match, right, box.y + box.h * 0.3, "number", 26, theme.TEXT_2, "rm")
    pen.text(target, "match time", right, box.y + box.h * 0.62, "medium", 14, theme.TEXT_3, "rm")
    room = middle - x - wide - pen.px(28)
    pen.text(target, clock.words, x + wide + pen.px(12), y, "medium", 15, tone, "lm", width=room)
    trough = pygame.Rect(x, box.bottom - pen.px(14), right - x, max(4, pen.px(6)))
    pen.box(target, trough, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 4)
    if clock.share > 0:
        part = pygame.Rect(trough.x, trough.y, max(trough.h, round(trough.w * clock.share)), trough.h)
        pen.box(target, part, tone, tone, tone, 4)
