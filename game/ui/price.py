"""What something costs: coins and columns with their numbers, or "free"."""

import pygame

from . import theme
from .pen import Pen
from .svg import Colour

ICONS = ("budget", "capital")


def price(
    pen: Pen,
    target: pygame.Surface,
    right: float,
    y: float,
    cost: tuple[int, int],
    tone: Colour = theme.TEXT_2,
) -> int:
    """Budget and Political Capital up to a right edge, the middle at y. Returns the width in pixels."""
    x, side = round(right), pen.tx(18)
    for n, icon in reversed([(n, icon) for n, icon in zip(cost, ICONS, strict=True) if n]):
        x -= pen.text(target, str(n), x, y, "number", 18, tone, "rm") + pen.tx(4)
        pen.blit_icon(target, icon, x - side / 2, y, side, tone)
        x -= side + pen.tx(10)
    if not any(cost):
        x -= pen.text(target, "free", x, y, "medium", 13.5, theme.TEXT_2, "rm")
    return round(right) - x
