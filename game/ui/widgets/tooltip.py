"""The little page beside what the player points at. Terms of the glossary in it are underlined."""

from collections.abc import Sequence

import pygame

from .. import theme
from ..handbook.links import linked_lines
from ..nodes import Node
from ..pen import Pen
from .page import Page, page_of

LAYER = 92  # of the first that is held; each further one lies two above
NAME = "tooltip"
TOP = 140  # of what is pointed at
WIDTHS = (400, 520, 680)  # units: the first in which the text is not taller than the window
COMPACT_WIDTHS = (460, 600, 760)
INSET = 18  # units between the edge and the words
HOLD = "{dim:H or right click: open the underlined terms.}"


def tooltip(
    pen: Pen,
    beside: pygame.Rect,
    lines: Sequence[str],
    is_word: bool = False,
    around: pygame.Rect | None = None,
) -> Node:
    """A tip on the screen while something is pointed at. Of a word in a line it lies below the line; of one in a page
    that is held (`around`) below or above that page, where there is room.
    """
    linked = linked_lines(tuple(line for line in lines if line))
    if any("](" in line for line in linked):
        linked = (*linked, HOLD)
    return framed(pen, NAME, beside, page_for(pen, linked), TOP, is_word, around)


def page_for(pen: Pen, lines: Sequence[str]) -> Page:
    """The lines set for a tip."""
    for units in COMPACT_WIDTHS if pen.is_compact else WIDTHS:
        page = page_of(pen, lines, pen.px(units) - 2 * pen.px(INSET))
        if page.height <= pen.height - pen.px(32):
            break
    return page


def framed(
    pen: Pen,
    name: str,
    beside: pygame.Rect,
    page: Page,
    layer: int,
    is_word: bool = False,
    around: pygame.Rect | None = None,
) -> Node:
    """A page in its frame, right of what it explains if there is room, else left, above or below."""
    inset = pen.px(INSET)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 12, 14, 0.8, "#000000", pen.px(8))
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 12, 1.5, theme.LINE_STRONG)
        page.paint(target, box.inflate(-2 * inset, 0))

    size = page.width + 2 * inset, page.height
    rect = _place(pen, beside, size, is_word)
    if around is not None:
        column = pygame.Rect(beside.x, around.y, beside.w, around.h)
        outside = _place(pen, column, size, True)
        rect = rect if outside.colliderect(around) else outside
    return Node(name, rect, paint, key=page.lines, layer=layer, pad=pen.px(32), live=False)


def _place(pen: Pen, beside: pygame.Rect, size: tuple[int, int], is_word: bool) -> pygame.Rect:
    (width, height), gap = size, pen.px(6 if is_word else 12)
    spots = [
        pygame.Rect(beside.right + gap, beside.y, width, height),
        pygame.Rect(beside.x - width - gap, beside.y, width, height),
        pygame.Rect(beside.centerx - width // 2, beside.y - height - gap, width, height),
        pygame.Rect(beside.centerx - width // 2, beside.bottom + gap, width, height),
    ]
    spots = spots[::-1] if is_word else spots
    screen = pygame.Rect(0, 0, pen.width, pen.height).inflate(-2 * pen.px(8), -2 * pen.px(8))
    for spot in spots:
        moved = spot.clamp(screen)
        if screen.contains(moved) and not moved.colliderect(beside):
            return moved
    return spots[0].clamp(screen)
