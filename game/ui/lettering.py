"""One line of text: rendered once and kept by (string, face, pixels, colour), centred on the height of capitals.

Everything written is noted in `written`, so that tests can prove that nothing is cut off, covered, pale or too
small. What does not fit its width is written smaller, down to the smallest type, and only then shortened.
"""

import math
from dataclasses import dataclass

import pygame

from . import theme
from .fonts import SYMBOL, SYMBOLS, font_file, runs
from .layout import SMALLEST_TEXT
from .svg import Colour, Pictures
from .typeface import TIMES, Typeface

HANGING = set("gjpqyQ,;()[]{}|/_$@")  # characters that reach below the line


@dataclass(frozen=True, slots=True)
class Written:
    """One piece of text on the screen: its box from the capitals' top to the lowest stroke, its size in pixels,
    its colour.
    """

    text: str
    rect: pygame.Rect
    size: int
    is_shortened: bool = False
    colour: Colour = theme.TEXT


class Lettering(Pictures):
    """Writes lines for one window. Positions and widths are pixels; sizes are design units."""

    def __init__(
        self, width: int, height: int, user_scale: float = 1.0, smallest_text: int = SMALLEST_TEXT
    ) -> None:
        super().__init__(width, height, user_scale, smallest_text)
        self._fonts: dict[tuple[str, int], Typeface] = {}
        # kept, as measuring again and again was half of a rebuild
        self._advances: dict[tuple[str, str, int], float] = {}
        self._texts: dict[tuple[str, str, int, Colour, float, int], pygame.Surface] = {}
        self.written: list[Written] = []

    # --- measuring -------------------------------------------------------------------------------

    def font(self, face: str, size: float) -> Typeface:
        return self._font(str(font_file(face)), self.type_px(size))

    def _font(self, file: str, pixels: int) -> Typeface:
        key = (file, pixels)
        if key not in self._fonts:
            self._fonts[key] = Typeface(file, pixels, file == str(font_file("number")))
        return self._fonts[key]

    def cap(self, face: str, size: float) -> int:
        """Height of the capitals in pixels."""
        return cap_height(self.font(face, size))

    def worded(self, text: str) -> str:
        """What every text passes before it is measured, wrapped or written: tests make it longer, as
        translations do. Files of strangers may hold the one character that no font can take.
        """
        return text.replace("\0", "") if "\0" in text else text

    def text_width(self, text: str, face: str, size: float, tracking: float = 0) -> int:
        return self._width(self.worded(text), face, self.type_px(size), tracking)

    def _width(self, text: str, face: str, pixels: int, tracking: float = 0) -> int:
        """In whole pixels."""
        return math.ceil(self._advance(text, face, pixels)) + self._tracking(tracking) * max(0, len(text) - 1)

    def _advance(self, text: str, face: str, pixels: int) -> float:
        """How far the next word would begin, in pixels and parts of them."""
        key = (text, face, pixels)
        if key not in self._advances:
            if len(self._advances) > 20000:
                self._advances.clear()
            self._advances[key] = sum(
                symbol_width(pixels) if file == SYMBOL else self._font(file, pixels).advance(piece)
                for file, piece in runs(text, face)
            )
        return self._advances[key]

    def _tracking(self, units: float) -> int:
        """Pixels between letters: whole ones, or the gaps would be uneven."""
        return round(units * self.type_scale)

    @property
    def smallest(self) -> int:
        """Pixels of the smallest type."""
        return self.type_px(0)

    def _fitted(
        self, text: str, face: str, pixels: int, width: float, tracking: float = 0
    ) -> tuple[str, int]:
        """The text and the pixels of type in which it fits: smaller ones first, an ellipsis last."""
        wide = self._width(text, face, pixels, tracking)
        if wide <= width:
            return text, pixels
        pixels = min(pixels, max(self.smallest, int(pixels * width / wide)))
        while pixels > self.smallest and self._width(text, face, pixels, tracking) > width:
            pixels -= 1
        if self._width(text, face, pixels, tracking) <= width:
            return text, pixels
        return self._cut(text, face, pixels, width, tracking), pixels

    def _cut(self, text: str, face: str, pixels: int, width: float, tracking: float = 0) -> str:
        """The text with an ellipsis after it, shortened until both fit."""
        while text and self._width(text + "…", face, pixels, tracking) > width:
            text = text[:-1]
        return text.rstrip(" ,;:") + "…"

    # --- one line --------------------------------------------------------------------------------

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
        """Write one line. Anchor: l, c or r, then t, m or b, measured on capitals. `width` is the room it has.

        Returns the width in pixels.
        """
        whole, pixels = self.worded(text), self.type_px(size)
        shown = whole
        if width is not None:
            shown, pixels = self._fitted(whole, face, pixels, width, tracking)
        left = round(x) if anchor[0] == "l" else x
        return self._write(target, shown, left, y, face, pixels, colour, anchor, tracking, shown != whole)

    def _write(
        self,
        target: pygame.Surface,
        text: str,
        x: float,
        y: float,
        face: str,
        pixels: int,
        colour: Colour,
        anchor: str,
        tracking: float = 0,
        is_shortened: bool = False,
    ) -> int:
        font = self._font(str(font_file(face)), pixels)
        ascent, cap = font.get_ascent(), cap_height(font)
        left, part = font.split(x) if anchor[0] == "l" else (0, 0)
        surface = self._surface(text, face, pixels, colour, tracking, part)
        if anchor[0] != "l":
            left = round(x - surface.get_width() / (2 if anchor[0] == "c" else 1))
        top = round(y - {"t": ascent - cap, "m": ascent - cap / 2, "b": ascent}[anchor[1]])
        if text.strip():
            self._ink(target, surface, (left, top))
            below = round(pixels * 0.2) if HANGING.intersection(text) else 0
            box = pygame.Rect(left, top + ascent - cap, surface.get_width(), cap + below)
            self.written.append(Written(text, box, pixels, is_shortened, colour))
        return surface.get_width()

    def _ink(self, target: pygame.Surface, surface: pygame.Surface, place: tuple[int, int]) -> None:
        """The one place where text meets the picture."""
        target.blit(surface, place)

    def _surface(
        self, text: str, face: str, pixels: int, colour: Colour, tracking: float, part: int
    ) -> pygame.Surface:
        key = (text, face, pixels, colour, tracking, part)
        if key not in self._texts:
            if len(self._texts) > 4000:
                self._texts.clear()
            if self._tracking(tracking):
                self._texts[key] = self._tracked(text, face, pixels, colour, tracking)
            else:
                self._texts[key] = self._joined(text, face, pixels, colour, part)
        return self._texts[key]

    def _joined(self, text: str, face: str, pixels: int, colour: Colour, part: int = 0) -> pygame.Surface:
        """The runs of a text on one line, `part` of its first pixel left free."""
        parts = runs(text, face)
        main = self._font(str(font_file(face)), pixels)
        if len(parts) == 1 and parts[0][0] == str(font_file(face)):
            return main.render(text, colour, part)
        pieces: list[tuple[int, pygame.Surface, int]] = []  # its x, and how much is above the line
        x: float = part / TIMES
        for file, piece in parts:
            font = main if file == SYMBOL else self._font(file, pixels)
            at, rest = font.split(x)
            if file == SYMBOL:
                pieces.append((at, *self._symbol(piece, pixels, colour, main, rest)))
                x += symbol_width(pixels)
            else:
                pieces.append((at, font.render(piece, colour, rest), font.get_ascent()))
                x += font.advance(piece)
        above = main.get_ascent()
        below = max([main.get_height() - above, *[image.get_height() - up for _, image, up in pieces]])
        surface = pygame.Surface((max(1, math.ceil(x)), above + below), pygame.SRCALPHA)
        for at, image, up in pieces:
            surface.blit(image, (at, above - up))
        return surface

    def _symbol(
        self, name: str, pixels: int, colour: Colour, main: Typeface, part: int
    ) -> tuple[pygame.Surface, int]:
        """A character we draw ourselves, on the height of the capitals."""
        cap, width = cap_height(main), symbol_width(pixels)
        margin, wide = (width - cap) / 2 + part / TIMES, width + (part > 0)
        body = (
            f'<path d="{SYMBOLS[name]}" fill="none" stroke="{colour}" stroke-width="1.400" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )
        return self.svg(body, wide, cap, f"{-margin * 10 / cap:.2f} 0 {wide * 10 / cap:.2f} 10"), cap

    def _tracked(self, text: str, face: str, pixels: int, colour: Colour, tracking: float) -> pygame.Surface:
        """Letters set apart; kerning is kept by measuring growing beginnings of the text."""
        font = self._font(str(font_file(face)), pixels)
        step = self._tracking(tracking)
        width = self._width(text, face, pixels, tracking)
        surface = pygame.Surface((max(1, width), font.get_height()), pygame.SRCALPHA)
        for n, letter in enumerate(text):
            at = self._advance(text[: n + 1], face, pixels) - self._advance(letter, face, pixels)
            surface.blit(self._joined(letter, face, pixels, colour), (round(at) + step * n, 0))
        return surface


def cap_height(font: Typeface) -> int:
    """Height of the capital H in pixels."""
    metrics = font.metrics("H")[0]
    return metrics[3] if metrics else round(font.get_ascent() * 0.7)


def symbol_width(pixels: int) -> int:
    return round(pixels * 0.86)
