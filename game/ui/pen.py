"""Drawing at the window's scale: text, panels, icons, pictures, all cached.

Positions and sizes are pixels; sizes of type and radii are design units. SVG is the drawing language: pygame renders
it anti-aliased at any size. nanosvg knows no text, clip, mask or filter, and wants gradients in user space.
"""

import importlib.util
import io
import re
from functools import lru_cache
from pathlib import Path

import pygame

from game.places import assets_dir

from . import theme

FACES = {
    "body": ("fontpkg_barlow", "Barlow", "Regular"),
    "medium": ("fontpkg_barlow", "Barlow", "Medium"),
    "bold": ("fontpkg_barlow", "Barlow", "SemiBold"),
    "head": ("fontpkg_barlow_condensed", "Barlow", "SemiBold"),
    "number": ("fontpkg_barlow_condensed", "Barlow", "Bold"),
}
TOKEN = re.compile(r"(\*\*[^*]+\*\*|\s+)")
Colour = str


class MissingFont(Exception):
    """A typeface package is not installed."""


@lru_cache(maxsize=16)
def font_file(face: str) -> Path:
    """The file of a face, inside the installed typeface package. Raises MissingFont."""
    package, _, weight = FACES[face]
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise MissingFont(
            f"The typeface package {package} is missing: pip install {package.replace('_', '-')}"
        )
    for file in sorted(Path(spec.origin).parent.rglob("*.*tf")):
        if file.stem.split("-")[-1] == weight:
            return file
    raise MissingFont(f"{package} has no weight {weight}")


@lru_cache(maxsize=256)
def _svg_file(folder: str, name: str) -> str:
    return (assets_dir() / folder / f"{name}.svg").read_text("utf-8")


class Pen:
    """Everything drawn goes through one of these, made for a window size and user scale."""

    def __init__(self, width: int, height: int, user_scale: float = 1.0) -> None:
        self.width, self.height = width, height
        self.scale = min(width / 1920, height / 1080) * user_scale
        self.type_scale = max(self.scale, 0.80)
        self.is_compact = self.scale < 0.85
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._texts: dict[tuple[str, str, int, str, float], pygame.Surface] = {}
        self._pictures: dict[tuple[object, ...], pygame.Surface] = {}
        self.written: list[tuple[str, pygame.Rect, int]] | None = None  # tests listen here

    def px(self, units: float) -> int:
        return round(units * self.scale)

    # --- text ------------------------------------------------------------------------------------

    def font(self, face: str, size: float) -> pygame.font.Font:
        pixels = max(theme.SMALLEST_TEXT, round(size * self.type_scale))
        key = (face, pixels)
        if key not in self._fonts:
            self._fonts[key] = pygame.font.Font(str(font_file(face)), pixels)
        return self._fonts[key]

    def text_width(self, text: str, face: str, size: float, tracking: float = 0) -> int:
        extra = round(tracking * self.type_scale * len(text)) if tracking else 0
        return self.font(face, size).size(text)[0] + extra

    def line(self, size: float) -> int:
        """Height of a line of running text in pixels."""
        return round(max(theme.SMALLEST_TEXT, size * self.type_scale) * 1.32)

    def _render(self, text: str, face: str, size: float, colour: Colour, tracking: float) -> pygame.Surface:
        font = self.font(face, size)
        key = (text, face, id(font), colour, tracking)
        if key not in self._texts:
            if len(self._texts) > 4000:
                self._texts.clear()
            self._texts[key] = (
                self._tracked(font, text, colour, tracking)
                if tracking
                else font.render(text, True, pygame.Color(colour))
            )
        return self._texts[key]

    def _tracked(self, font: pygame.font.Font, text: str, colour: Colour, tracking: float) -> pygame.Surface:
        step = tracking * self.type_scale
        width = font.size(text)[0] + round(step * len(text)) + 2
        surface = pygame.Surface((width, font.get_height()), pygame.SRCALPHA)
        x = 0.0
        for character in text:
            surface.blit(font.render(character, True, pygame.Color(colour)), (round(x), 0))
            x += font.size(character)[0] + step
        return surface

    def text(
        self,
        target: pygame.Surface,
        text: str,
        x: float,
        y: float,
        face: str = "body",
        size: float = 15,
        colour: Colour = theme.TEXT,
        anchor: str = "lm",
        tracking: float = 0,
        width: float | None = None,
    ) -> int:
        """Write one line. Anchor: l, c or r, then t, m or b, measured on capitals. `width` shortens with an ellipsis.

        Returns the width in pixels.
        """
        if width is not None:
            text = self.shorten(text, face, size, width)
        surface = self._render(text, face, size, colour, tracking)
        font = self.font(face, size)
        ascent, cap = font.get_ascent(), round(font.get_ascent() * 0.7)
        left = x - {"l": 0, "c": surface.get_width() / 2, "r": surface.get_width()}[anchor[0]]
        top = y - {"t": ascent - cap, "m": ascent - cap / 2, "b": ascent}[anchor[1]]
        target.blit(surface, (round(left), round(top)))
        if self.written is not None:
            box = pygame.Rect(
                round(left), round(y - {"t": 0, "m": cap / 2, "b": cap}[anchor[1]]), surface.get_width(), cap
            )
            self.written.append((text, box, font.get_height()))
        return surface.get_width()

    def shorten(self, text: str, face: str, size: float, width: float) -> str:
        if self.text_width(text, face, size) <= width:
            return text
        while text and self.text_width(text + "…", face, size) > width:
            text = text[:-1]
        return text.rstrip() + "…"

    def wrap(self, text: str, face: str, size: float, width: float) -> list[str]:
        """Lines no wider than `width` pixels; **bold** marks are kept whole."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}".strip()
                if line and self.text_width(longer.replace("**", ""), face, size) > width:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines.append(line)
        return lines

    def paragraph(
        self,
        target: pygame.Surface,
        text: str,
        x: float,
        y: float,
        width: float,
        size: float = 15,
        colour: Colour = theme.TEXT_2,
        face: str = "body",
        most: int = 99,
    ) -> float:
        """Wrapped text with **bold** words from the top y. Returns the y below it."""
        step = self.line(size)
        bold = False
        for line in self.wrap(text, face, size, width)[:most]:
            at = x
            parts = line.split("**")
            for n, part in enumerate(parts):
                if n:
                    bold = not bold
                if part:
                    tone = theme.TEXT if bold else colour
                    at += self.text(target, part, at, y, "bold" if bold else face, size, tone, "lt")
            y += step
        return y

    # --- pictures --------------------------------------------------------------------------------

    def svg(self, body: str, width: float, height: float, box: str = "", defs: str = "") -> pygame.Surface:
        """A picture from SVG elements, by default in a box of its own size in pixels."""
        w, h = max(1, round(width)), max(1, round(height))
        key = (body, w, h, box, defs)
        if key not in self._pictures:
            source = (
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" '
                f'viewBox="{box or f"0 0 {w} {h}"}"><defs>{defs}</defs>{body}</svg>'
            )
            image = pygame.image.load_sized_svg(io.BytesIO(source.encode()), (w, h))
            self._pictures[key] = image.convert_alpha()
        return self._pictures[key]

    def icon(
        self, target: pygame.Surface, name: str, x: float, y: float, units: float, colour: Colour
    ) -> None:
        """An icon centred at x, y."""
        size = max(10, self.px(units))
        key = ("icon", name, size, colour)
        if key not in self._pictures:
            source = _svg_file("icons", name).replace("currentColor", colour)
            image = pygame.image.load_sized_svg(io.BytesIO(source.encode()), (size, size))
            self._pictures[key] = image.convert_alpha()
        image = self._pictures[key]
        target.blit(image, (round(x - image.get_width() / 2), round(y - image.get_height() / 2)))

    def art(self, name: str, width: int, height: int, radius: float = 9) -> pygame.Surface:
        """An illustration that fills width x height, with rounded top corners."""
        key = ("art", name, width, height)
        if key not in self._pictures:
            scale = max(width / 240, height / 136)
            size = (round(240 * scale), round(136 * scale))
            source = _svg_file("art", name)
            image = pygame.image.load_sized_svg(io.BytesIO(source.encode()), size).convert_alpha()
            picture = pygame.Surface((width, height), pygame.SRCALPHA)
            picture.blit(image, ((width - image.get_width()) // 2, (height - image.get_height()) // 2))
            r = self.px(radius)
            mask = self.svg(
                f'<path d="M0 {height}V{r}A{r} {r} 0 0 1 {r} 0H{width - r}A{r} {r} 0 0 1 {width} {r}V{height}Z" '
                'fill="#fff"/>',
                width,
                height,
            )
            picture.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
            self._pictures[key] = picture
        return self._pictures[key]

    # --- shapes ----------------------------------------------------------------------------------

    def box(
        self,
        target: pygame.Surface,
        rect: pygame.Rect,
        top: Colour = theme.PANEL_TOP,
        bottom: Colour = theme.PANEL_BOTTOM,
        edge: Colour = theme.LINE_STRONG,
        radius: float = theme.RADIUS,
        line: float = 1.25,
        edge_bottom: Colour | None = None,
    ) -> None:
        """A rounded panel with a vertical gradient and a hairline, lighter at the top."""
        w, h = rect.size
        q = max(1.0, line * self.scale) if line else 0.0
        defs = _gradient("f", 0, 0, 0, h, top, bottom) + _gradient("e", 0, 0, 0, h, edge, edge_bottom or edge)
        stroke = f'stroke="url(#e)" stroke-width="{q:.2f}"' if line else ""
        body = (
            f'<rect x="{q / 2:.2f}" y="{q / 2:.2f}" width="{w - q:.2f}" height="{h - q:.2f}" '
            f'rx="{min(radius * self.scale, h / 2):.2f}" fill="url(#f)" {stroke}/>'
        )
        target.blit(self.svg(body, w, h, defs=defs), rect)

    def panel(self, target: pygame.Surface, rect: pygame.Rect) -> None:
        """A panel of the table, with its soft shadow."""
        self.shadow(target, rect, theme.RADIUS, 7, 0.55, "#000000", self.px(5))
        self.box(target, rect, edge=theme.LINE_STRONG, edge_bottom=theme.LINE)

    def heading(
        self, target: pygame.Surface, rect: pygame.Rect, icon: str, words: str, right: str = ""
    ) -> None:
        """The capitals and the rule at the top of a panel."""
        y = rect.y + self.px(22)
        self.icon(target, icon, rect.x + self.px(25), y, 20, theme.TEXT_2)
        self.text(target, words.upper(), rect.x + self.px(42), y, "head", 17, theme.TEXT_2, "lm", 1.2)
        if right:
            self.text(target, right, rect.right - self.px(16), y, "medium", 13, theme.TEXT_3, "rm")
        y = rect.y + self.px(42)
        pygame.draw.line(target, theme.LINE, (rect.x + self.px(14), y), (rect.right - self.px(14), y))

    def shadow(
        self,
        target: pygame.Surface,
        rect: pygame.Rect,
        radius: float,
        blur: float,
        alpha: float,
        colour: Colour,
        down: int = 0,
    ) -> None:
        """A soft shadow or glow around a rounded box, blurred at quarter size: invisible and 16 times cheaper."""
        b = max(4, self.px(blur))
        key = ("shadow", rect.w, rect.h, radius, b, alpha, colour)
        if key not in self._pictures:
            w, h = rect.w + 4 * b, rect.h + 4 * b
            body = (
                f'<rect x="{2 * b}" y="{2 * b}" width="{rect.w}" height="{rect.h}" '
                f'rx="{radius * self.scale:.1f}" fill="{colour}" fill-opacity="{alpha}"/>'
            )
            small = self.svg(body, w / 4, h / 4, box=f"0 0 {w} {h}")
            small = pygame.transform.gaussian_blur(small, max(1, b // 4))
            self._pictures[key] = pygame.transform.smoothscale(small, (w, h))
        target.blit(self._pictures[key], (rect.x - 2 * b, rect.y - 2 * b + down))

    def bar(
        self, target: pygame.Surface, rect: pygame.Rect, share: float, side: int, ghost: float = 0
    ) -> None:
        """A bar filled to `share` (0-1) in a side's colours, China's hatched; `ghost` is a paler longer part."""
        self.box(target, rect, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
        if ghost > share:
            wide = pygame.Rect(rect.x, rect.y, max(rect.h, round(rect.w * ghost)), rect.h)
            self.box(target, wide, theme.DEEP[side], theme.DEEP[side], theme.MID[side], 6)
        if share <= 0:
            return
        fill = pygame.Rect(rect.x, rect.y, max(rect.h, round(rect.w * share)), rect.h)
        target.blit(self._bar_fill(fill.w, fill.h, side), fill)

    def _bar_fill(self, w: int, h: int, side: int) -> pygame.Surface:
        defs = _gradient("b", 0, 0, w, 0, theme.BAR_LEFT[side], theme.BAR_RIGHT[side])
        body = f'<rect width="{w}" height="{h}" rx="{min(6 * self.scale, h / 2):.2f}" fill="url(#b)"/>'
        if side:
            step = max(4, self.px(6))
            for x in range(step, w - h // 2, step):
                body += (
                    f'<path d="M{x} {h - 1}L{x + h * 0.7:.1f} 1" stroke="{theme.HATCH}" '
                    f'stroke-opacity=".45" stroke-width="{max(1, self.scale * 1.6):.1f}"/>'
                )
        return self.svg(body, w, h, defs=defs)

    def marker(self, target: pygame.Surface, side: int, x: float, y: float, units: float) -> None:
        """The side's shape: round for the US, a diamond for China, a triangle for everybody."""
        size = max(8, self.px(units))
        colour = theme.BRIGHT[side] if side < 2 else theme.GOLD
        shapes = (
            f'<circle cx="7" cy="7" r="5" fill="{colour}"/>',
            f'<path d="M7 1L13 7L7 13L1 7Z" fill="{colour}"/>',
            f'<path d="M7 1.5L13 12.5H1Z" fill="{colour}"/>',
        )
        picture = self.svg(shapes[min(side, 2)], size, size, "0 0 14 14")
        target.blit(picture, (round(x - size / 2), round(y - size / 2)))

    def pill(
        self,
        target: pygame.Surface,
        text: str,
        x: float,
        y: float,
        colour: Colour = theme.TEXT_2,
        edge: Colour = theme.LINE_STRONG,
        fill: Colour = theme.PANEL_BOTTOM,
        size: float = 13,
        anchor: str = "l",
    ) -> int:
        """A small rounded label, its middle at y. Returns its width."""
        h = round(max(theme.SMALLEST_TEXT, size * self.type_scale) * 1.6)
        w = self.text_width(text, "head", size) + h
        left = x if anchor == "l" else x - w if anchor == "r" else x - w / 2
        rect = pygame.Rect(round(left), round(y - h / 2), w, h)
        self.box(target, rect, fill, fill, edge, 20)
        self.text(target, text, rect.centerx, y, "head", size, colour, "cm")
        return w


def _gradient(name: str, x1: float, y1: float, x2: float, y2: float, a: str, b: str) -> str:
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
        f'<stop offset="0" stop-color="{a}"/><stop offset="1" stop-color="{b}"/></linearGradient>'
    )
