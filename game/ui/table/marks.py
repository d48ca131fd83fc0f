"""Small marks of the supply graph and the map: barred, struck through, levels of a control, whose offer it is."""

import pygame

from game.engine.explain import OWN, RIVAL, Offer

from .. import theme
from ..pen import Pen
from .board import Board


def barred(pen: Pen, target: pygame.Surface, x: float, y: float, units: float) -> None:
    """The round cross of a route that a control bars."""
    size = max(12, pen.px(units))
    body = (
        f'<circle cx="12" cy="12" r="10.2" fill="{theme.DEEPEST}" stroke="{theme.GOLD}" stroke-width="2.4"/>'
        f'<path d="M8.200 8.200L15.800 15.800M15.800 8.200L8.200 15.800" stroke="{theme.GOLD}" stroke-width="2.6" '
        'stroke-linecap="round" fill="none"/>'
    )
    target.blit(pen.svg(body, size, size, "0 0 24 24"), (round(x - size / 2), round(y - size / 2)))


def strike(pen: Pen, target: pygame.Surface, x: float, y: float, width: float) -> None:
    """A line through words of that width."""
    thick, over = max(2, pen.px(2)), pen.px(3)
    line = pygame.Rect(round(x - over), round(y - thick / 2), round(width + 2 * over), thick)
    target.fill(pygame.Color(theme.LOSS), line)


def pips(
    pen: Pen, target: pygame.Surface, level: int, side: int, right: float, y: float, most: int = 3
) -> int:
    """The level of a measure as pips in a side's colour, right-aligned. Returns their width in pixels."""
    size, gap = max(7, pen.px(10)), max(2, pen.px(3))
    width = most * size + (most - 1) * gap
    shape = '<circle cx="5" cy="5" r="4" {}/>' if side == 0 else '<path d="M5 .6L9.400 5L5 9.400L.6 5Z" {}/>'
    for n in range(most):
        on = f'fill="{theme.BRIGHT[side]}"' if n < level else f'fill="none" stroke="{theme.LINE_STRONG}"'
        picture = pen.svg(shape.format(on), size, size, "0 0 10 10")
        target.blit(picture, (round(right - width + n * (size + gap)), round(y - size / 2)))
    return width


def supplier(
    board: Board, target: pygame.Surface, side: int, offer: Offer, x: float, y: float, units: float
) -> None:
    """Whose offer it is: the shape of a side, or the ring of a bloc, filled where it joined one."""
    pen = board.pen
    if offer.source in (OWN, RIVAL):
        pen.marker(target, side if offer.source == OWN else 1 - side, x, y, units)
        return
    align = board.seen.align[offer.source]
    tone = theme.TEXT_3 if align == 0 else theme.BRIGHT[0 if align > 0 else 1]
    fill = tone if abs(align) >= 2 else "none"
    size = max(8, pen.px(units))
    body = f'<circle cx="7" cy="7" r="4.600" fill="{fill}" stroke="{tone}" stroke-width="1.800"/>'
    target.blit(pen.svg(body, size, size, "0 0 14 14"), (round(x - size / 2), round(y - size / 2)))
