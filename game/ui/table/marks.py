"""Small marks of the supply graph and the map: barred, struck through, levels, whose offer it is, alignment."""

import math

import pygame

from game.engine.explain import DEFIES, JOINED, LEAKS, OWN, RIVAL, Offer

from .. import theme
from ..pen import Pen
from .board import Board


def barred(pen: Pen, target: pygame.Surface, x: float, y: float, units: float) -> None:
    """The round cross of a route that a control bars."""
    size = max(10, pen.px(units))
    body = (
        f'<circle cx="12" cy="12" r="10.2" fill="{theme.DEEPEST}" stroke="{theme.GOLD}" stroke-width="2.4"/>'
        f'<path d="M8.200 8.200L15.800 15.800M15.800 8.200L8.200 15.800" stroke="{theme.GOLD}" stroke-width="2.6" '
        'stroke-linecap="round" fill="none"/>'
    )
    target.blit(pen.svg(body, size, size, "0 0 24 24"), (round(x - size / 2), round(y - size / 2)))


def strike(pen: Pen, target: pygame.Surface, x: float, y: float, width: float) -> None:
    """A line aslant through a figure of that width, which can still be read."""
    over, thick = pen.px(3), max(1.6, 2 * pen.scale)
    wide = round(width) + 2 * over
    high = round(wide * 0.9)
    body = (
        f'<path d="M1 {high - 1}L{wide - 1} 1" fill="none" stroke="{theme.LOSS}" stroke-width="{thick:.1f}"/>'
    )
    target.blit(pen.svg(body, wide, high), (round(x - over), round(y - high / 2)))


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


def lock(pen: Pen, target: pygame.Surface, way: str, side: int, x: float, y: float, units: float) -> None:
    """What a bloc does about a side's control: shut where it joined, half shut where it leaks, open where it defies.

    The keyhole is the side's shape.
    """
    tone, size = theme.BAR_RIGHT[side], max(11, pen.px(units))
    full = f'fill="{tone}"' if way == JOINED else f'fill="none" stroke="{tone}" stroke-width="2"'
    shackle = "M7.500 11V7.500a4.500 4.500 0 0 1 9 0" + ("" if way == DEFIES else "V11")
    body = f'<path d="{shackle}" fill="none" stroke="{tone}" stroke-width="2.400"/>'
    body += f'<rect x="4" y="11" width="16" height="11" rx="2" {full}/>'
    if way == LEAKS:
        body += f'<rect x="4" y="16.500" width="16" height="5.500" rx="1.500" fill="{tone}"/>'
    hole = theme.DEEPEST if way == JOINED else tone
    if way != LEAKS:
        shape = (
            '<circle cx="12" cy="16.500" r="2.400" {}/>'
            if side == 0
            else '<path d="M12 13L15.500 16.500L12 20L8.500 16.500Z" {}/>'
        )
        body += shape.format(f'fill="{hole}"')
    target.blit(pen.svg(body, size, size, "0 0 24 24"), (round(x - size / 2), round(y - size / 2)))


def ring_segments(pen: Pen, target: pygame.Surface, x: float, y: float, radius: int, align: int) -> None:
    """Alignment as a ring: three parts at the left for the US, three at the right for China, filled from below.

    China's are broken into strokes; the middle is filled where the bloc joined a side.
    """
    side = 0 if align >= 0 else 1
    size, wide = 2 * radius + 4, radius * 0.27
    c, r = size / 2, radius - wide / 2
    disc = theme.DEEP[side] if abs(align) >= 2 else theme.PANEL_BOTTOM
    body = f'<circle cx="{c}" cy="{c}" r="{radius}" fill="{disc}" stroke="{theme.DEEPEST}"/>'
    for half in (0, 1):
        for part in range(3):
            turns = [180 + sign * (60 * part + d) for d in (5, 55) for sign in ((1,) if half == 0 else (-1,))]
            (x0, y0), (x1, y1) = (
                (c + r * math.sin(math.radians(a)), c - r * math.cos(math.radians(a))) for a in turns
            )
            on = side == half and part < abs(align)
            tone = theme.BRIGHT[half] if on else theme.LINE_STRONG
            dash = f'stroke-dasharray="{radius * 0.2:.1f} {radius * 0.09:.1f}"' if on and half else ""
            sweep = 1 if half == 0 else 0
            body += (
                f'<path d="M{x0:.1f} {y0:.1f}A{r:.1f} {r:.1f} 0 0 {sweep} {x1:.1f} {y1:.1f}" fill="none" '
                f'stroke="{tone}" stroke-width="{wide:.1f}" {dash}/>'
            )
    target.blit(pen.svg(body, size, size), (round(x - c), round(y - c)))


def free_place(rect: pygame.Rect, taken: list[pygame.Rect], inside: pygame.Rect) -> pygame.Rect:
    """The nearest place where the rectangle hides nothing."""
    rect = rect.clamp(inside)
    for step in range(0, 12 * rect.h, max(4, rect.h // 3)):
        for dx, dy in ((0, -1), (-1, 0), (1, 0), (0, 1), (-1, -1), (1, -1), (-1, 1), (1, 1)):
            moved = rect.move(dx * step, dy * step)
            if inside.contains(moved) and moved.collidelist(taken) < 0:
                return moved
    return rect
