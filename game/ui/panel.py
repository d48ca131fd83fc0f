"""The few materials of the table: gradient panels with a hairline and a soft shadow, bars, pills, keys,
markers.

All are pictures kept by size and colour. China's bars are hatched and its marker is a diamond: the two side
colours are equally bright, so colour is never the only cue.
"""

import pygame

from . import theme
from .svg import Colour, document, gradient, rendered
from .text import Type


class Shapes(Type):
    """Draws boxes and bars for one window. Rects are pixels; radii, lines and blurs are design units."""

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
        """A rounded box with a vertical gradient and a hairline, which may change its colour on the way
        down.
        """
        target.blit(self.box_picture(rect.w, rect.h, top, bottom, edge, radius, line, edge_bottom), rect)

    def box_picture(
        self,
        w: int,
        h: int,
        top: Colour,
        bottom: Colour,
        edge: Colour,
        radius: float = theme.RADIUS,
        line: float = 1.25,
        edge_bottom: Colour | None = None,
        share: float = 1.0,
    ) -> pygame.Surface:
        """The picture of a box; `share` is the opacity (0-1) of its filling."""
        q = max(1.0, line * self.scale) if line else 0.0
        defs = gradient("f", 0, 0, 0, h, top, bottom, (share, share))
        defs += gradient("e", 0, 0, 0, h, edge, edge_bottom or edge)
        stroke = f'stroke="url(#e)" stroke-width="{q:.2f}"' if line else ""
        r = max(0.0, min(radius * self.scale, h / 2, w / 2) - q / 2)
        body = (
            f'<rect x="{q / 2:.2f}" y="{q / 2:.2f}" width="{w - q:.2f}" height="{h - q:.2f}" '
            f'rx="{r:.2f}" fill="url(#f)" {stroke}/>'
        )
        return self.svg(body, w, h, defs=defs)

    def panel(self, target: pygame.Surface, rect: pygame.Rect) -> None:
        """A panel of the table, with its soft shadow (24 units around it)."""
        self.shadow(target, rect, theme.RADIUS, 7, 0.55, "#000000", self.px(5))
        self.box(target, rect, edge=theme.LINE_STRONG, edge_bottom=theme.LINE)

    def heading(
        self, target: pygame.Surface, rect: pygame.Rect, icon: str, words: str, right: str = ""
    ) -> None:
        """The capitals and the rule at the top of a panel: 42 units."""
        x, y = rect.x + self.px(42), rect.y + self.px(22)
        self.icon(target, icon, rect.x + self.px(25), y, 20, theme.TEXT_2)
        room = rect.w - self.px(42 + 16)
        if right:
            room -= self.px(12)
            title = min(room // 2, self.text_width(words.upper(), "head", 17, 1.2))
            place = rect.right - self.px(16)
            room -= self.text(target, right, place, y, "medium", 13, theme.TEXT_3, "rm", width=room - title)
        self.text(target, words.upper(), x, y, "head", 17, theme.TEXT_2, "lm", 1.2, room)
        self.rule(target, rect, rect.y + self.px(42))

    def rule(self, target: pygame.Surface, rect: pygame.Rect, y: int, colour: Colour = theme.LINE) -> None:
        """A hairline across a panel, 14 units in from both edges."""
        inset = self.px(14)
        target.fill(pygame.Color(colour), (rect.x + inset, y, rect.w - 2 * inset, max(1, self.px(1))))

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
        """A soft shadow or glow around a rounded box, drawn, blurred and kept at quarter size: invisible and
        16 times cheaper.
        """
        b = max(4, self.px(blur))
        key = ("shadow", rect.w, rect.h, radius, b, alpha, colour)
        w, h = rect.w + 4 * b, rect.h + 4 * b
        soft = self._pictures.get(key)
        if soft is None:
            body = (
                f'<rect x="{2 * b}" y="{2 * b}" width="{rect.w}" height="{rect.h}" '
                f'rx="{radius * self.scale:.1f}" fill="{colour}" fill-opacity="{alpha}"/>'
            )
            small = rendered(document(body, w, h), max(1, w // 4), max(1, h // 4))
            soft = self._pictures.put(key, pygame.transform.gaussian_blur(small, max(1, b // 4)))
        picture = pygame.transform.smoothscale(soft, (w, h))
        target.blit(picture, (rect.x - 2 * b, rect.y - 2 * b + down))

    def ring(
        self, w: int, h: int, radius: float, colour: Colour = theme.GOLD, wide: float = 3
    ) -> pygame.Surface:
        """The focus ring: a line of gold, open in the middle."""
        q = max(min(2.0, wide), wide * self.scale)
        r = min(radius * self.scale, h / 2, w / 2)
        body = (
            f'<rect x="{q / 2}" y="{q / 2}" width="{w - q}" height="{h - q}" rx="{r:.2f}" fill="none" '
            f'stroke="{colour}" stroke-width="{q:.2f}"/>'
        )
        return self.svg(body, w, h)

    def bar(
        self, target: pygame.Surface, rect: pygame.Rect, share: float, side: int, ghost: float = 0
    ) -> None:
        """A bar filled to `share` (0-1) in a side's colours, China's hatched; `ghost` is a paler longer
        part.
        """
        self.box(target, rect, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
        if ghost > share:
            wide = pygame.Rect(rect.x, rect.y, max(rect.h, round(rect.w * ghost)), rect.h)
            self.box(target, wide, theme.DEEP[side], theme.DEEP[side], theme.MID[side], 6)
        if share <= 0:
            return
        target.blit(self.bar_fill(max(rect.h, round(rect.w * share)), rect.h, side), rect)

    def bar_fill(self, w: int, h: int, side: int) -> pygame.Surface:
        """The filled part of a bar, with a line of light along its upper edge."""
        r = min(6 * self.scale, h / 2)
        defs = gradient("b", 0, 0, w, 0, theme.BAR_LEFT[side], theme.BAR_RIGHT[side])
        body = f'<rect width="{w}" height="{h}" rx="{r:.2f}" fill="url(#b)"/>'
        if h >= 6 and w > 2 * h:
            body += (
                f'<rect x="{h * 0.4:.1f}" y="{h * 0.14:.1f}" width="{w - h * 0.8:.1f}" '
                f'height="{h * 0.24:.1f}" '
                f'rx="{h * 0.12:.1f}" fill="#fff" fill-opacity=".24"/>'
            )
        return self.svg(body + (self._hatch(w, h) if side else ""), w, h, defs=defs)

    def bar_part(self, target: pygame.Surface, rect: pygame.Rect, share: float, side: int) -> None:
        """A bar on its way: a piece of the full one with its round end, so that no frame renders a picture."""
        width = max(rect.h, round(rect.w * share))
        if share <= 0:
            return
        full, end = self.bar_fill(rect.w, rect.h, side), rect.h // 2
        target.blit(full, rect, (0, 0, width - end, rect.h))
        target.blit(full, (rect.x + width - end, rect.y), (rect.w - end, 0, end, rect.h))

    def _hatch(self, w: int, h: int) -> str:
        step = max(4, self.px(6))
        lines = (f"M{x} {h - 1}L{x + h * 0.7:.1f} 1" for x in range(step, round(w - h * 0.7), step))
        width = max(1.0, self.scale * 1.6)
        stroke = f'stroke="{theme.HATCH}" stroke-opacity=".45" stroke-width="{width:.1f}"'
        return f'<path d="{"".join(lines)}" {stroke}/>'

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
        high: int | None = None,
    ) -> int:
        """A small rounded label, its middle at y; `high` pixels, if not as usual. Returns its width."""
        h = high or self.pill_height(size)
        w = self.text_width(text, "head", size) + h
        left = x if anchor == "l" else x - w if anchor == "r" else x - w / 2
        rect = pygame.Rect(round(left), round(y - h / 2), w, h)
        self.box(target, rect, fill, fill, edge, 20)
        top = rect.y + (h - self.cap("head", size)) // 2  # an odd pixel is better left below the letters
        self.text(target, text, rect.centerx, top, "head", size, colour, "ct")
        return w

    def pill_height(self, size: float = 13) -> int:
        return round(max(size * self.type_scale, self.type_px(size)) * 1.6)

    def key_width(self, name: str) -> int:
        """Pixels that `key` needs."""
        return max(self.px(24), self.text_width(name, "bold", 12) + self.px(14))

    def key(self, target: pygame.Surface, name: str, right: int, middle: float, on_gold: bool = False) -> int:
        """The cap of a key on the keyboard, its right edge given. Returns its width."""
        w, h = self.key_width(name), max(self.px(22), round(self.type_px(12) * 1.5))
        rect = pygame.Rect(right - w, round(middle - h / 2), w, h)
        fill, edge = (theme.GOLD_KEY, theme.GOLD_DARK) if on_gold else (theme.TROUGH, theme.LINE_STRONG)
        self.box(target, rect, fill, fill, edge, 5)
        self.text(
            target, name, rect.centerx, rect.centery, "bold", 12, theme.INK if on_gold else theme.TEXT_2, "cm"
        )
        return w
