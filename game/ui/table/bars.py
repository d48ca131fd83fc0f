"""The bars of a sector: what is made over what could be made, and of an input what is bought from others."""

from dataclasses import dataclass

import pygame

from game.engine import terms as T
from game.engine.explain import RIVAL

from .. import theme
from ..pen import Pen


@dataclass(frozen=True, slots=True)
class Row:
    """One side of a sector."""

    side: int
    level: int  # capability
    made: float  # output, or supply of an input; between two values while it moves
    own: float  # of that, what the side makes itself
    source: int  # whose offer wins
    progress: float  # 0-1 of the way to the next level
    ghost: float  # what was made before, while that is still shown


def bar(pen: Pen, target: pygame.Surface, rect: pygame.Rect, row: Row) -> None:
    """Trough, capability as a shade, what is made as the fill; progress as a thread below it."""
    pen.box(target, rect, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
    if row.level > row.made:
        _fill(pen, target, rect, row.level, "shade", row.side)
    if row.ghost > row.made:
        _fill(pen, target, rect, row.ghost, "ghost", row.side)
    if row.made > row.own:  # bought: in the seller's colour
        _fill(pen, target, rect, row.made, "rival" if row.source == RIVAL else "bloc", row.side)
    _fill(pen, target, rect, min(row.own, row.made), "own", row.side)
    if row.made > row.ghost:
        _edge(pen, target, rect, row)
    if row.progress:
        width = max(2, round(rect.w / T.TOP * row.progress))
        thick = max(2, pen.px(3))
        start = rect.x + round(rect.w * row.level / T.TOP)
        target.fill(pygame.Color(theme.GAIN), (start, rect.bottom - thick, width, thick))


def _fill(pen: Pen, target: pygame.Surface, rect: pygame.Rect, value: float, kind: str, side: int) -> None:
    """The bar from its left end up to a value (0-10)."""
    if value <= 0:
        return
    if kind in ("own", "rival"):
        pen.bar_part(target, rect, value / T.TOP, side if kind == "own" else 1 - side)
        return
    part = pygame.Rect(rect.x, rect.y, max(rect.h, round(rect.w * value / T.TOP)), rect.h)
    tones = {
        "shade": (theme.DEEP[side], theme.DEEP[side], theme.MID[side]),
        "ghost": (theme.LOSS, theme.LOSS, theme.LOSS),
        "bloc": ("#7E95BC", "#566D96", "#A9BEE2"),
    }
    pen.box(target, part, *tones[kind], 6)


def _edge(pen: Pen, target: pygame.Surface, rect: pygame.Rect, row: Row) -> None:
    """What has been gained, while the old value is still shown: a light edge over the new part."""
    left = rect.x + round(rect.w * row.ghost / T.TOP)
    part = pygame.Rect(left, rect.y, round(rect.w * (row.made - row.ghost) / T.TOP), rect.h)
    target.blit(pen.box_picture(part.w, part.h, theme.GAIN, theme.GAIN, theme.GAIN, 6, share=0.45), part)
