"""What lies behind everything: navy, a light in the middle, blue from the left, red from the right, a grid
of dots.
"""

import pygame

from . import theme
from .pen import Pen
from .svg import glow, gradient

DOT_STEP = 32  # units


def backdrop(pen: Pen) -> pygame.Surface:
    """The backdrop for the pen's window. It is drawn at quarter size: it holds nothing but soft gradients."""
    w, h = pen.width, pen.height
    defs = gradient("u", 0, 0, w / 3, 0, theme.MID[0], theme.MID[0], (0.20, 0))
    defs += gradient("c", w, 0, w * 2 / 3, 0, theme.MID[1], theme.MID[1], (0.17, 0))
    defs += glow("m", w * 0.5, h * 0.38, w * 0.6, "#1B3157", 0.75)
    body = f'<rect width="{w}" height="{h}" fill="{theme.DEEPEST}"/>'
    body += "".join(f'<rect width="{w}" height="{h}" fill="url(#{name})"/>' for name in "muc")
    soft = pen.svg(body, w / 4, h / 4, f"0 0 {w} {h}", defs)
    surface = pygame.Surface((w, h))
    surface.blit(pygame.transform.smoothscale(soft, (w, h)), (0, 0))
    _dots(pen, surface)
    return surface.convert() if pygame.display.get_surface() else surface


def _dots(pen: Pen, surface: pygame.Surface) -> None:
    step, size = max(16, pen.px(DOT_STEP)), max(2, pen.px(2))
    dot = pygame.Surface((size, size), pygame.SRCALPHA)
    dot.fill((150, 185, 235, 20))
    w, h = surface.get_size()
    surface.fblits([(dot, (x, y)) for x in range(step // 2, w, step) for y in range(step // 2, h, step)])
