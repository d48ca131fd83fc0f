"""A line at the bottom of the screen for a while."""

import pygame

from .. import theme
from ..nodes import Node
from ..pen import Pen

LAYER = 150


def toast(pen: Pen, text: str) -> Node:
    most = min(pen.px(1100), pen.width - pen.px(96))
    lines = pen.wrap(text, "medium", 16, most)
    width = max(pen.text_width(line, "medium", 16) for line in lines) + pen.px(48)
    height = pen.line(16) * len(lines) + pen.px(24)
    rect = pygame.Rect((pen.width - width) // 2, pen.height - height - pen.px(18), width, height)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 10, 10, 0.7, "#000000", pen.px(4))
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 10, 1.5)
        y = box.y + pen.px(12) + pen.line(16) / 2
        for line in lines:
            pen.text(target, line, box.centerx, y, "medium", 16, theme.TEXT, "cm")
            y += pen.line(16)

    return Node("toast", rect, paint, key=text, layer=LAYER, pad=pen.px(24), live=False)
