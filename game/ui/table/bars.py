"""The bars of a sector: what is made over what could be made, and of an input what is bought from others. Beside each
bar its number, which counts while the bar moves.
"""

from dataclasses import dataclass, replace

import pygame

from game.engine import terms as T
from game.engine.explain import OWN, RIVAL
from game.engine.supply import level_cost

from .. import theme
from ..nodes import Node, gauge
from ..pen import Pen
from .board import Board

LOW = 50  # units: lower rows have name and bars on one line
ASIDE = 15  # units from the end of a bar to the middle of its number


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


def look(board: Board, side: int, sector: int) -> Row:
    """One side of a sector as it is now."""
    chain = board.chains[side]
    level, made = chain.capability[sector], chain.made[sector]
    own, source = made, OWN
    if sector < T.UPSTREAM:
        own = next(o.value for o in chain.offers[sector] if o.source == OWN)
        source = chain.offers[sector][0].source
    progress = board.seen.progress[side * T.SECTORS + sector] / cost(board, side, sector)
    return Row(side, level, made, own, source, progress if level < T.TOP else 0, made)


def cost(board: Board, side: int, sector: int) -> int:
    """Of the next level."""
    level, rival = (board.chains[s].capability[sector] for s in (side, 1 - side))
    return level_cost(level, rival, sector)


def bar_rect(board: Board, box: pygame.Rect, side: int) -> pygame.Rect:
    """Where a side's bar lies in the row of its sector."""
    pen = board.pen
    is_low = box.h < pen.px(LOW)
    x = box.x + (pen.px(4) + pen.px(30) + pen.px(81) if is_low else pen.px(7) + pen.px(40) + pen.px(9))
    place = pygame.Rect(
        x, 0, pen.px(88 if is_low else 146), max(6, pen.px(10)) if is_low else max(7, pen.px(12))
    )
    share = (0.28, 0.74)[side] if is_low else (0.52, 0.8)[side]
    place.centery = round(box.y + box.h * share)
    return place


def node(board: Board, side: int, sector: int, box: pygame.Rect) -> Node:
    """A side's bar and number in the row of its sector."""
    pen, row, place = board.pen, look(board, side, sector), bar_rect(board, box, side)
    size = 15.0 if box.h < pen.px(LOW) else 18 if pen.cap("number", 18) < box.h * 0.25 else 14.5
    rect = place.union((place.right, place.centery, pen.px(ASIDE) + pen.text_width("10", "number", size), 0))
    rect = rect.inflate(0, max(0, pen.cap("number", size) + 2 - rect.h))

    def paint(target: pygame.Surface, box: pygame.Rect, value: float, was: float) -> None:
        trough = place.move(box.x - rect.x, box.y - rect.y)
        own = value if row.source == OWN else min(row.own, value)
        bar(pen, target, trough, replace(row, made=value, own=own, ghost=was))
        x, tone = trough.right + pen.px(ASIDE), theme.BAR_RIGHT[side]
        pen.text(target, str(round(value)), x, trough.centery, "number", size, tone, "cm")

    return gauge(f"made:{side}:{sector}", rect, row.made, paint, row)


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
