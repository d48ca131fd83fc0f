"""The back of a side's cards: its emblem on a medallion in a field of circuit lines. The field has the side's shape,
rings for the US and diamonds for China, so backs are told apart without their colour.
"""

import math

import pygame

from .. import theme
from ..pen import Pen
from ..svg import document, glow, gradient, rendered

W, H = 200.0, 288.0  # the box in which a back is designed
INSET = 9
MEDAL = 47  # radius of the disc under the emblem
TURNS = 15  # circuit lines on either half around it


def cardback(pen: Pen, target: pygame.Surface, box: pygame.Rect, side: int, emblem: str) -> None:
    """A back that fills the box, whatever its size."""
    pen.shadow(target, box, theme.CARD_RADIUS, 5, 0.55, "#000000", pen.px(3))
    low = theme.mix(theme.DEEP[side], theme.DEEPEST, 0.55)
    pen.box(target, box, theme.DEEP[side], low, theme.MID[side], theme.CARD_RADIUS, 1.8)
    scale = box.w / W
    inner = box.inflate(-2 * round(INSET * scale), -2 * round(INSET * scale))
    target.blit(_field(pen, inner.w, inner.h, side), inner)
    pen.blit_icon(target, emblem, box.centerx, box.centery, round(76 * scale), theme.TEXT)


def _field(pen: Pen, w: int, h: int, side: int) -> pygame.Surface:
    """Everything between the edge and the emblem, with round corners."""
    wide = W - 2 * INSET
    high = wide * h / w
    x, y, tone = wide / 2, high / 2, theme.BAR_RIGHT[side]
    defs = gradient("f", 0, 0, 0, high, theme.MID[side], theme.DEEP[side], (0.5, 0.25))
    defs += glow("g", x, y, wide * 0.72, tone, 0.5)
    defs += gradient("m", 0, y - MEDAL, 0, y + MEDAL, theme.DEEP[side], theme.DEEPEST)
    body = f'<rect width="{wide}" height="{high:.2f}" fill="url(#f)"/>'
    body += "".join(_ring(side, x, y, r, tone, 0.16 + 0.1 * (n % 3)) for n, r in enumerate(range(64, 240, 11)))
    body += f'<rect width="{wide}" height="{high:.2f}" fill="url(#g)"/>'
    body += "".join(_trace(n, turn, x, y, tone) for n in range(TURNS) for turn in (-1, 1))
    body += _ring(side, x, y, MEDAL + 9, tone, 0.45) + _ring(side, x, y, MEDAL, tone, 0.9, "url(#m)")
    body += "".join(_corner(side, cx, cy, tone) for cx in (12, wide - 12) for cy in (12, high - 12))
    edge = f'<rect x=".8" y=".8" width="{wide - 1.6}" height="{high - 1.6:.2f}" rx="7" fill="none" '
    body += edge + f'stroke="{tone}" stroke-opacity=".6" stroke-width="1.4"/>'
    picture = rendered(document(body, w, h, f"0 0 {wide} {high:.2f}", defs), w, h)
    white = pen.svg(f'<rect width="{w}" height="{h}" rx="{7 * w / wide:.2f}" fill="#fff"/>', w, h)
    picture.blit(white, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


def _ring(side: int, x: float, y: float, r: float, tone: str, share: float, fill: str = "none") -> str:
    """A ring for the US, a diamond as large for China."""
    look = f'fill="{fill}" stroke="{tone}" stroke-opacity="{share:.2f}" stroke-width="1.5"'
    if side == 0:
        return f'<circle cx="{x}" cy="{y:.2f}" r="{r}" {look}/>'
    r *= 1.2
    return f'<path d="M{x} {y - r:.2f}L{x + r:.2f} {y:.2f}L{x} {y + r:.2f}L{x - r:.2f} {y:.2f}Z" {look}/>'


def _trace(n: int, turn: int, x: float, y: float, tone: str) -> str:
    """A line of a circuit that leaves the medallion, turns aside, and ends in a dot; `turn` mirrors it."""
    angle = math.pi * (n + 0.5) / TURNS
    start, bend, end = MEDAL + 9, MEDAL + 18 + 9 * (n % 3), MEDAL + 36 + 15 * (n * 3 % 5)
    aside = angle + (0.1 if n % 2 else -0.1)
    spots = [
        (x + turn * r * math.sin(a), y - r * math.cos(a))
        for r, a in ((start, angle), (bend, angle), (end, aside))
    ]
    path = "L".join(f"{px:.2f} {py:.2f}" for px, py in spots)
    px, py = spots[-1]
    return (
        f'<path d="M{path}" fill="none" stroke="{tone}" stroke-opacity=".7" stroke-width="1.5"/>'
        f'<circle cx="{px:.2f}" cy="{py:.2f}" r="2.6" fill="{tone}" fill-opacity=".95"/>'
    )


def _corner(side: int, x: float, y: float, tone: str) -> str:
    """The side's mark in a corner."""
    return _ring(side, x, y, 3.4, tone, 0.9, tone)
