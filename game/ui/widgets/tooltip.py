"""The little page beside what the player points at."""

import pygame

from .. import theme
from ..nodes import Node
from ..pen import Pen
from .page import page_of

LAYER = 92
WIDTHS = (400, 520, 680)  # units: the first in which the text is not taller than the window
COMPACT_WIDTHS = (460, 600, 760)
INSET = 18  # units between the edge and the words


def tooltip(pen: Pen, beside: pygame.Rect, lines: list[str]) -> Node:
    """A tip on the screen, right of what it explains if there is room, else left, above or below."""
    inset = pen.px(INSET)
    for units in COMPACT_WIDTHS if pen.is_compact else WIDTHS:
        page = page_of(pen, lines, pen.px(units) - 2 * inset)
        if page.height <= pen.height - pen.px(32):
            break

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 12, 14, 0.8, "#000000", pen.px(8))
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 12, 1.5, theme.LINE_STRONG)
        page.paint(target, box.inflate(-2 * inset, 0))

    rect = _place(pen, beside, page.width + 2 * inset, page.height)
    return Node("tooltip", rect, paint, key=page.lines, layer=LAYER, pad=pen.px(32), live=False)


def _place(pen: Pen, beside: pygame.Rect, width: int, height: int) -> pygame.Rect:
    gap = pen.px(12)
    spots = [
        pygame.Rect(beside.right + gap, beside.y, width, height),
        pygame.Rect(beside.x - width - gap, beside.y, width, height),
        pygame.Rect(beside.centerx - width // 2, beside.y - height - gap, width, height),
        pygame.Rect(beside.centerx - width // 2, beside.bottom + gap, width, height),
    ]
    screen = pygame.Rect(0, 0, pen.width, pen.height).inflate(-2 * pen.px(8), -2 * pen.px(8))
    for spot in spots:
        moved = spot.clamp(screen)
        if screen.contains(moved) and not moved.colliderect(beside):
            return moved
    return spots[0].clamp(screen)
