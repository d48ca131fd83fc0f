"""The sheet itself: a veil over the table, a title, a place for the question, a way back."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from .. import theme
from ..nodes import Node
from ..pen import Pen
from ..table.board import HEADER, Board
from ..widgets import button, veil

LAYER = 20
WIDE, TALL = 1560, 840  # units of text: the largest question
HEAD, FOOT, SIDE = 92, 88, 30
NO_FOOT = 28
LAST = 114  # units above the window's edge, from where the last tiles of the table stand


@dataclass(frozen=True)
class Frame:
    """A sheet's place and the place inside it, in pixels."""

    pen: Pen
    rect: pygame.Rect
    body: pygame.Rect

    @property
    def foot(self) -> pygame.Rect:
        """The strip under the body."""
        high = self.pen.tx(50)
        middle = (self.body.bottom + self.rect.bottom) // 2
        return pygame.Rect(self.body.x, middle - high // 2, self.body.w, high)


def frame(pen: Pen, wide: float = WIDE, tall: float = TALL, foot: float = FOOT) -> Frame:
    """A sheet of that size in the middle of the window, or as much of it as there is room for.

    `foot` is left free under the body, for the way back.
    """
    w, h = min(pen.tx(wide), pen.width - pen.px(32)), min(pen.tx(tall), pen.height - pen.px(32))
    rect = pygame.Rect((pen.width - w) // 2, (pen.height - h) // 2, w, h)
    side, head = pen.tx(SIDE), pen.tx(HEAD)
    body = pygame.Rect(rect.x + side, rect.y + head, w - 2 * side, h - head - pen.tx(foot))
    return Frame(pen, rect, body)


def cover(at: Frame, title: str, text: str, icon: str = "") -> list[Node]:
    """The veil and the sheet with its title."""
    pen = at.pen

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 14, 14, 0.75, "#000000", pen.px(6))
        pen.box(target, box, theme.TIP_TOP, theme.PANEL_BOTTOM, theme.TIP_EDGE, 14, 1.6, theme.LINE_STRONG)
        x, right = box.x + pen.tx(SIDE), box.right - pen.tx(SIDE)
        if icon:
            pen.blit_icon(target, icon, x + pen.tx(20), box.y + pen.tx(46), pen.tx(40), theme.TEXT_2)
            x += pen.tx(56)
        pen.text(target, title, x, box.y + pen.tx(34), "number", 30, theme.TEXT, "lm", width=right - x)
        pen.text(target, text, x, box.y + pen.tx(66), "body", 16, theme.TEXT_2, "lm", width=right - x)

    sheet = Node(
        "sheet", at.rect, paint, key=(title, text, icon), pad=pen.px(34), layer=LAYER + 1, live=False
    )
    return [veil(pen, LAYER, hidden=_cut(at)), sheet]


def _cut(at: Frame) -> tuple[int, int]:
    """The heights of the table's header and of its last tiles where an edge of the sheet would cut their words: then
    nothing of them is seen.
    """
    head, foot = at.pen.px(HEADER), at.pen.px(LAST)
    return head if at.rect.y < head else 0, foot if at.rect.bottom > at.pen.height - foot else 0


def back(board: Board, at: Frame, act: Callable[[], None]) -> Node:
    """The button that takes the question back. Esc closes the adviser first, if that is open."""
    pen, rect, hint = at.pen, at.foot, "" if board.covered is not None else "Esc"
    rect.w = pen.tx(190)
    return button(pen, "sheet:cancel", rect, "Back", act, "undo", hint, layer=LAYER + 2, group="y")
