"""The log: what happened, newest at the top, each line with its round and its side's mark."""

import pygame

from game.engine import terms as T

from .. import theme
from ..pen import Pen
from ..stage import Node
from .board import HEADER, Board


def nodes(board: Board) -> list[Node]:
    pen = board.pen
    top = HEADER + 262
    rect = board.rect(board.right_x, top, 396, board.bottom - top - 10)
    lines = board.log[-60:]
    key = (len(board.log), lines[-1].text if lines else "")

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "log", "Log", "L: all of it")
        inner = pygame.Rect(box.x, box.y + pen.px(50), box.w, box.h - pen.px(58))
        paint_lines(pen, target, inner, [(line.who, line.round, line.text) for line in reversed(lines)])

    return [Node("log", rect, paint, key=key, tip=None, pad=pen.px(24), live=False)]


def line_height(pen: Pen, text: str, width: int) -> int:
    return len(pen.wrap(text, "body", 14, width)) * pen.line(14) + pen.px(7)


def paint_lines(pen: Pen, target: pygame.Surface, box: pygame.Rect, lines: list[tuple[int, int, str]]) -> int:
    """Lines from the top while they fit whole. Returns how many did."""
    y = box.y
    x = box.x + pen.px(62)
    width = box.right - x - pen.px(12)
    for n, (who, number, text) in enumerate(lines):
        height = line_height(pen, text, width)
        if y + height > box.bottom + pen.px(4):
            return n
        middle = y + pen.line(14) // 3
        pen.marker(target, who if who < T.NATURE else 2, box.x + pen.px(22), middle, 13)
        pen.text(target, f"R{number}", box.x + pen.px(34), middle, "head", 14, theme.TEXT_3, "lm")
        pen.paragraph(target, text, x, y, width, 14)
        y += height
    return len(lines)
