"""Both sides' numbers beside each other: an icon, a name, and a bar with a number for each side."""

from dataclasses import dataclass

import pygame

from .. import theme
from ..layout import columns, rows
from ..pen import Pen


@dataclass(frozen=True)
class Pair:
    """One row. `top` is what a full bar means; `about` stands below the name."""

    icon: str
    title: str
    values: tuple[int, int]
    top: int = 10
    about: str = ""


def paint_pairs(
    pen: Pen, target: pygame.Surface, area: pygame.Rect, pairs: list[Pair], across: int, size: float = 16
) -> None:
    """Rows in `across` columns, filled from top to bottom, in letters of a size."""
    count = (len(pairs) + across - 1) // across
    parts = columns(area, across, pen.px(36))
    widest = max(pen.text_width(pair.title, "head", size) for pair in pairs)
    name = min(max(widest + pen.px(8), round(parts[0].w * 0.34)), round(parts[0].w * 0.52))
    for n, pair in enumerate(pairs):
        _paint_pair(pen, target, rows(parts[n // count], count, 0)[n % count], pair, name, size)


def _paint_pair(pen: Pen, target: pygame.Surface, box: pygame.Rect, pair: Pair, name: int, size: float) -> None:
    pen.icon(target, pair.icon, box.x + pen.px(15), box.centery, 24, theme.TEXT_2)
    x = box.x + pen.px(38)
    lift = pen.line(size) * 0.42 if pair.about else 0
    pen.text(target, pair.title, x, box.centery - lift, "head", size, theme.TEXT, "lm", width=name)
    if pair.about:
        below = box.centery + pen.line(13) * 0.6
        pen.text(target, pair.about, x, below, "body", 13, theme.TEXT_2, "lm", width=name)
    x += name + pen.px(8)
    number = 17 if box.h >= pen.tx(56) else 15
    half = max(pen.cap("number", number) * 0.7, min(box.h * 0.21, pen.px(11)))
    for side, value in enumerate(pair.values):
        y = box.centery + half * (1 if side else -1)
        bar = pygame.Rect(x, 0, box.right - x - pen.px(30), max(5, pen.px(9)))
        bar.centery = round(y)
        pen.bar(target, bar, min(1.0, value / pair.top), side)
        pen.text(target, str(value), box.right - pen.px(8), y, "number", number, theme.BRIGHT[side], "cm")


def paint_sides(pen: Pen, target: pygame.Surface, right: int, middle: float, titles: tuple[str, str]) -> None:
    """Which bar is whose, from a right edge leftward."""
    x = right
    for side in (1, 0):
        x -= pen.text(target, titles[side], x, middle, "head", 15, theme.TEXT_2, "rm") + pen.px(14)
        pen.marker(target, side, x, middle, 14)
        x -= pen.px(20)
