"""What a card costs, in a hexagon: coins in gold, columns in silver, nothing in green; dark where it can't be paid."""

import pygame

from .. import theme
from ..pen import Pen
from ..svg import gradient

GEMS = {  # top, bottom, edge, ink
    "budget": (theme.BUTTON_TOP, theme.BUTTON_BOTTOM, theme.BUTTON_EDGE, theme.INK),
    "capital": ("#F6F9FF", "#A9BEDF", "#FFFFFF", theme.INK),
    "free": ("#8CF0CF", "#3FBF95", "#D5FFF0", theme.INK),
    "closed": ("#3A3A46", "#23242E", theme.LOSS, theme.LOSS),
}


def gem(
    pen: Pen, target: pygame.Surface, x: int, y: int, kind: str, cost: int, is_closed: bool, units: float
) -> int:
    """One cost in a hexagon; returns its width."""
    h = round(max(pen.px(34), pen.tx(28)) * units)
    words = "free" if kind == "free" else str(cost)
    size = 17 * units if kind == "free" else 23 * units
    icon = 0 if kind == "free" else round(h * 0.5)
    w = icon + pen.text_width(words, "number", size) + round(h * 0.72)
    top, bottom, edge, ink = GEMS["closed" if is_closed else kind]
    cut = h * 0.3
    path = f"M{cut:.1f} 1H{w - cut:.1f}L{w - 1} {h / 2}L{w - cut:.1f} {h - 1}H{cut:.1f}L1 {h / 2}Z"
    defs = gradient("g", 0, 0, 0, h, top, bottom)
    body = f'<path d="{path}" fill="url(#g)" stroke="{theme.INK}" stroke-width="4"/>'
    body += f'<path d="{path}" fill="url(#g)" stroke="{edge}" stroke-width="1.6"/>'
    target.blit(pen.svg(body, w, h, defs=defs), (x, y))
    left, middle = x + round(h * 0.33), y + h / 2
    if icon:
        pen.blit_icon(target, kind, left + icon / 2, middle, icon, ink)
        left += icon + round(h * 0.06)
    pen.text(target, words, left, middle, "number", size, ink, "lm")
    return w
