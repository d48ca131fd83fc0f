"""Pictures from SVG: icons, illustrations, and whatever the panels are made of, rendered once and kept.

pygame renders SVG anti-aliased at any size. Its renderer (nanosvg) knows no text, clip, mask or filter, wants
gradients in user space and keeps the aspect ratio, so the view box has the proportions of the picture.
"""

import io
import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import pygame

from game.places import assets_dir

from . import theme
from .kept import Kept
from .layout import SMALLEST_TEXT, Units

Colour = str
Point = tuple[float, float]
Frame = Literal["top", "all", "banner"]  # of an illustration
ART = (240, 136)  # the box of an illustration
STRETCHES = 64  # of a curve whose length is measured
SCREENFULS = 0.8  # of pictures are kept: all of a table and the sheet before it


class MissingPicture(Exception):
    """An icon that the code names is not in the assets."""


@lru_cache(maxsize=256)
def svg_file(folder: str, name: str) -> str | None:
    """The source of a picture in the assets, or None."""
    path = assets_dir() / folder / f"{name}.svg"
    return path.read_text("utf-8") if path.is_file() else None


def document(body: str, width: int, height: int, box: str = "", defs: str = "") -> str:
    """An SVG of that many pixels around some elements, by default in a box of its own size."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{box or f"0 0 {width} {height}"}"><defs>{defs}</defs>{body}</svg>'
    )


def focus(source: str) -> float:
    """Where the eye goes in an illustration, in its own units from the left: by default to the middle."""
    found = re.search(r'data-focus="(\d+)"', source[:300])
    return float(found[1]) if found else ART[0] / 2


def rendered(source: str, width: int, height: int) -> pygame.Surface:
    image = pygame.image.load_sized_svg(io.BytesIO(source.encode()), (width, height))
    return image.convert_alpha() if pygame.display.get_surface() else image


def gradient(
    name: str,
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    a: Colour,
    b: Colour,
    shares: tuple[float, float] = (1, 1),
) -> str:
    """A linear gradient from a to b; `shares` are their opacities (0-1)."""
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
        f'<stop offset="0" stop-color="{a}" stop-opacity="{shares[0]}"/>'
        f'<stop offset="1" stop-color="{b}" stop-opacity="{shares[1]}"/></linearGradient>'
    )


def glow(name: str, cx: float, cy: float, r: float, colour: Colour, share: float) -> str:
    """A radial gradient that fades to nothing."""
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{cx}" cy="{cy}" r="{r}">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{share}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></radialGradient>'
    )


def bezier(corners: Sequence[Point], share: float) -> Point:
    """The point at a share (0-1) of the way along the curve with these corners."""
    while len(corners) > 1:
        corners = [
            (a + (c - a) * share, b + (d - b) * share)
            for (a, b), (c, d) in zip(corners, corners[1:], strict=False)
        ]
    return corners[0]


def curve(corners: Sequence[Point]) -> list[Point]:
    """The curve as many short straight stretches."""
    return [bezier(corners, n / STRETCHES) for n in range(STRETCHES + 1)]


def dashed(line: Sequence[Point], on: float, off: float) -> str:
    """The attribute of a dashed line that ends in a gap: where a curve ends in the middle of a dash, nanosvg draws that
    dash from memory that it has never written, each time another way.
    """
    length = sum(math.dist(a, b) for a, b in zip(line, line[1:], strict=False))
    count = max(0, round((length - on - off / 2) / (on + off)))
    share = length / (count * (on + off) + on + off / 2)
    return f'stroke-dasharray="{on * share:.2f} {off * share:.2f}"'


class Pictures(Units):
    """Renders and keeps pictures for one window."""

    def __init__(
        self, width: int, height: int, user_scale: float = 1.0, smallest_text: int = SMALLEST_TEXT
    ) -> None:
        super().__init__(width, height, user_scale, smallest_text)
        self._pictures = Kept(round(SCREENFULS * 4 * width * height))

    def svg(self, body: str, width: float, height: float, box: str = "", defs: str = "") -> pygame.Surface:
        """A picture from SVG elements, by default in a box of its own size in pixels. Never draw on it."""
        w, h = max(1, round(width)), max(1, round(height))
        key = (body, w, h, box, defs)
        kept = self._pictures.get(key)
        if kept is None:
            kept = self._pictures.put(key, rendered(document(body, w, h, box, defs), w, h))
        return kept

    def icon_picture(self, name: str, size: int, colour: Colour) -> pygame.Surface:
        """An icon of that many pixels. Raises MissingPicture."""
        key = ("icon", name, size, colour)
        kept = self._pictures.get(key)
        if kept is not None:
            return kept
        source = svg_file("icons", name)
        if source is None:
            raise MissingPicture(f"assets/icons/{name}.svg is missing")
        return self._pictures.put(key, rendered(source.replace("currentColor", colour), size, size))

    def icon(
        self, target: pygame.Surface, name: str, x: float, y: float, units: float, colour: Colour
    ) -> None:
        """An icon centred at x, y."""
        self.blit_icon(target, name, x, y, max(10, self.px(units)), colour)

    def blit_icon(
        self, target: pygame.Surface, name: str, x: float, y: float, pixels: int, colour: Colour
    ) -> None:
        """An icon of that many pixels centred at x, y."""
        image = self.icon_picture(name, pixels, colour)
        target.blit(image, (round(x - image.get_width() / 2), round(y - image.get_height() / 2)))

    def art(
        self,
        name: str,
        width: int,
        height: int,
        radius: float = 9,
        tone: Colour = theme.LINE_STRONG,
        frame: Frame = "top",
    ) -> pygame.Surface:
        """An illustration that fills width x height: with rounded top corners, rounded all around, or as a
        banner that fades away at its left and its foot.

        A card of another pack may come without one: then a pattern in its colour.
        """
        key = ("art", name, width, height, radius, tone, frame)
        kept = self._pictures.get(key)
        if kept is not None:
            return kept
        scale = max(width / ART[0], height / ART[1])
        w, h = round(ART[0] * scale), round(ART[1] * scale)
        source = svg_file("art", name) or pattern(tone)
        picture = pygame.Surface((width, height), pygame.SRCALPHA)
        left = min(0, max(width - w, width // 2 - round(focus(source) * scale)))
        picture.blit(rendered(source, w, h), (left, (height - h) // 2))
        for mask in self._masks(width, height, self.px(radius), frame):
            picture.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return self._pictures.put(key, picture)

    def _masks(self, w: int, h: int, r: int, frame: Frame) -> list[pygame.Surface]:
        """What of an illustration is seen."""
        if frame == "all":
            return [self.svg(f'<rect width="{w}" height="{h}" rx="{r}" fill="#fff"/>', w, h)]
        path = f"M0 {h}V{r}A{r} {r} 0 0 1 {r} 0H{w - r}A{r} {r} 0 0 1 {w} {r}V{h}Z"
        if frame == "top":
            return [self.svg(f'<path d="{path}" fill="#fff"/>', w, h)]
        down = gradient("m", 0, h * 0.72, 0, h, "#ffffff", "#ffffff", (1, 0))
        left = gradient("m", 0, 0, w * 0.4, 0, "#ffffff", "#ffffff", (0, 1))
        return [self.svg(f'<path d="{path}" fill="url(#m)"/>', w, h, defs=defs) for defs in (down, left)]


def pattern(tone: Colour) -> str:
    """Circuit lines in a colour, for a card that brings no illustration."""
    w, h = ART
    dark = theme.mix(tone, theme.DEEPEST, 0.82)
    lines = "".join(
        f'<path d="M{x} {h}V{h - 34 - 17 * (k % 4)}L{x + 14} {h - 50 - 17 * (k % 4)}V-4" fill="none" '
        f'stroke="{tone}" stroke-opacity="{0.22 + 0.1 * (k % 3)}" stroke-width="1.6"/>'
        f'<circle cx="{x}" cy="{h - 34 - 17 * (k % 4)}" r="3" fill="{tone}" fill-opacity=".55"/>'
        for k, x in enumerate(range(8, w, 22))
    )
    defs = gradient("p", 0, 0, 0, h, theme.mix(tone, theme.DEEPEST, 0.55), dark)
    return document(f'<rect width="{w}" height="{h}" fill="url(#p)"/>{lines}', w, h, defs=defs)
