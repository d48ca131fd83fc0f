"""Words in the middle of a place that is still empty, and a bar for how far the work is."""

import pygame

from .. import theme
from ..nodes import Node
from ..pen import Pen
from .basic import label


def waiting(pen: Pen, area: pygame.Rect, words: str, done: int, of: int, size: float = 24) -> list[Node]:
    wide = min(area.w - 2 * pen.px(20), pen.px(900))
    high = pen.line(size) * len(pen.wrap(words, "body", size, wide))
    place = pygame.Rect(0, 0, wide, high + pen.px(24 + 14))
    place.center = area.center
    bar = pygame.Rect(place.x, place.bottom - pen.px(14), wide, pen.px(14))
    share = min(1.0, max(0, done) / max(1, of))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 7)
        part = pygame.Rect(box.x, box.y, round(box.w * share), box.h)
        if part.w > box.h:
            pen.box(target, part, theme.TIP_EDGE, theme.TIP_EDGE, theme.TIP_EDGE, 7)

    return [
        label(pen, "wait", pygame.Rect(place.x, place.y, wide, high), words, size, theme.TEXT, centred=True),
        Node("wait:bar", bar, paint, key=(done, of), live=False),
    ]
