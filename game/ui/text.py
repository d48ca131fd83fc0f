"""Text: rendered once and kept by (string, face, pixels, colour), centred on the height of capitals, wrapped.

Marks in running text: `**bold**` and `{gain:+2}`, `{loss:−1}`, `{gold:…}`, `{us:…}`, `{china:…}`, `{dim:…}`.
Everything written is noted in `written`, so that tests can prove that nothing is cut off, covered or too
small.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import pygame

from . import theme
from .fonts import SYMBOL, SYMBOLS, font_file, runs
from .svg import Colour, Pictures

MARK = re.compile(r"\*\*(.+?)\*\*|\{(gain|loss|gold|us|china|dim):([^{}]*)\}")
TONES = {
    "gain": theme.GAIN,
    "loss": theme.LOSS,
    "gold": theme.GOLD,
    "us": theme.BRIGHT[0],
    "china": theme.BRIGHT[1],
    "dim": theme.TEXT_3,
}
LINE = 1.32  # height of a line of running text, in sizes of type
HANGING = set("gjpqyQ,;()[]{}|/_$@")  # characters that reach below the line


@dataclass(frozen=True, slots=True)
class Written:
    """One piece of text on the screen: its box from the capitals' top to the lowest stroke, and its size in
    pixels.
    """

    text: str
    rect: pygame.Rect
    size: int
    is_shortened: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one word in one face; an empty colour means the paragraph's."""

    text: str
    is_bold: bool = False
    colour: Colour = ""


def plain(text: str) -> str:
    """The text without its marks."""
    return MARK.sub(lambda found: found[1] or found[3] or "", text)


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[tuple[Span, ...], ...]:
    """One paragraph as words, each a row of spans."""
    words: list[list[Span]] = [[]]
    at = 0
    pieces: list[Span] = []
    for found in MARK.finditer(text):
        pieces.append(Span(text[at : found.start()]))
        colour = theme.TEXT if found[1] else TONES[found[2]]
        pieces.append(Span(found[1] or found[3], True, colour))
        at = found.end()
    pieces.append(Span(text[at:]))
    for piece in pieces:
        for n, part in enumerate(piece.text.split(" ")):
            if n:
                words.append([])
            if part:
                words[-1].append(Span(part, piece.is_bold, piece.colour))
    return tuple(tuple(word) for word in words if word)


class Type(Pictures):
    """Writes for one window. Positions and widths are pixels; sizes are design units."""

    def __init__(self, width: int, height: int, user_scale: float = 1.0) -> None:
        super().__init__(width, height, user_scale)
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._texts: dict[tuple[str, str, int, Colour, float], pygame.Surface] = {}
        self.written: list[Written] = []

    # --- measuring -------------------------------------------------------------------------------

    def font(self, face: str, size: float) -> pygame.font.Font:
        return self._font(str(font_file(face)), self.type_px(size))

    def _font(self, file: str, pixels: int) -> pygame.font.Font:
        key = (file, pixels)
        if key not in self._fonts:
            self._fonts[key] = pygame.font.Font(file, pixels)
        return self._fonts[key]

    def cap(self, face: str, size: float) -> int:
        """Height of the capitals in pixels."""
        return cap_height(self.font(face, size))

    def line(self, size: float) -> int:
        """Height of a line of running text in pixels."""
        return round(max(size * self.type_scale, self.type_px(size)) * LINE)

    def text_width(self, text: str, face: str, size: float, tracking: float = 0) -> int:
        pixels = self.type_px(size)
        width = sum(
            symbol_width(pixels) if file == SYMBOL else self._font(file, pixels).size(piece)[0]
            for file, piece in runs(text, face)
        )
        return width + self._tracking(tracking) * max(0, len(text) - 1)

    def _tracking(self, units: float) -> int:
        """Pixels between letters: whole ones, or the gaps would be uneven."""
        return round(units * self.type_scale)

    def shorten(self, text: str, face: str, size: float, width: float, tracking: float = 0) -> str:
        """The text, or as much of it as fits with an ellipsis."""
        if self.text_width(text, face, size, tracking) <= width:
            return text
        while text and self.text_width(text + "…", face, size, tracking) > width:
            text = text[:-1]
        return text.rstrip() + "…"

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
        """Write one line. Anchor: l, c or r, then t, m or b, measured on capitals. `width` shortens with an
        ellipsis.

        Returns the width in pixels.
        """
        shown = text if width is None else self.shorten(text, face, size, width, tracking)
        surface = self._surface(shown, face, self.type_px(size), colour, tracking)
        font = self.font(face, size)
        ascent, cap = font.get_ascent(), cap_height(font)
        left = round(x - {"l": 0, "c": surface.get_width() / 2, "r": surface.get_width()}[anchor[0]])
        top = round(y - {"t": ascent - cap, "m": ascent - cap / 2, "b": ascent}[anchor[1]])
        target.blit(surface, (left, top))
        if shown.strip():
            below = round(self.type_px(size) * 0.2) if HANGING.intersection(shown) else 0
            box = pygame.Rect(left, top + ascent - cap, surface.get_width(), cap + below)
            self.written.append(Written(shown, box, self.type_px(size), shown != text))
        return surface.get_width()

    def _surface(self, text: str, face: str, pixels: int, colour: Colour, tracking: float) -> pygame.Surface:
        key = (text, face, pixels, colour, tracking)
        if key not in self._texts:
            if len(self._texts) > 4000:
                self._texts.clear()
            if self._tracking(tracking):
                self._texts[key] = self._tracked(text, face, pixels, colour, tracking)
            else:
                self._texts[key] = self._joined(text, face, pixels, colour)
        return self._texts[key]

    def _joined(self, text: str, face: str, pixels: int, colour: Colour) -> pygame.Surface:
        """The runs of a text on one line."""
        parts = runs(text, face)
        main = self._font(str(font_file(face)), pixels)
        if len(parts) == 1 and parts[0][0] == str(font_file(face)):
            return main.render(text, True, pygame.Color(colour))
        pieces = [
            self._symbol(piece, pixels, colour, main)
            if file == SYMBOL
            else (
                self._font(file, pixels).render(piece, True, pygame.Color(colour)),
                self._font(file, pixels).get_ascent(),
            )
            for file, piece in parts
        ]
        above = main.get_ascent()
        below = max([main.get_height() - above, *[image.get_height() - up for image, up in pieces]])
        surface = pygame.Surface(
            (max(1, sum(image.get_width() for image, _ in pieces)), above + below), pygame.SRCALPHA
        )
        x = 0
        for image, up in pieces:
            surface.blit(image, (x, above - up))
            x += image.get_width()
        return surface

    def _symbol(
        self, name: str, pixels: int, colour: Colour, main: pygame.font.Font
    ) -> tuple[pygame.Surface, int]:
        """A character we draw ourselves, on the height of the capitals."""
        cap, width = cap_height(main), symbol_width(pixels)
        margin = (width - cap) / 2 * 10 / cap
        body = (
            f'<path d="{SYMBOLS[name]}" fill="none" stroke="{colour}" stroke-width="1.400" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )
        return self.svg(body, width, cap, f"{-margin:.2f} 0 {10 + 2 * margin:.2f} 10"), cap

    def _tracked(self, text: str, face: str, pixels: int, colour: Colour, tracking: float) -> pygame.Surface:
        """Letters set apart; kerning is kept by measuring growing beginnings of the text."""
        font = self._font(str(font_file(face)), pixels)
        step = self._tracking(tracking)
        width = font.size(text)[0] + step * max(0, len(text) - 1)
        surface = pygame.Surface((max(1, width), font.get_height()), pygame.SRCALPHA)
        for n, letter in enumerate(text):
            at = font.size(text[: n + 1])[0] - font.size(letter)[0]
            surface.blit(self._joined(letter, face, pixels, colour), (at + step * n, 0))
        return surface

    # --- many lines ------------------------------------------------------------------------------

    def wrap(self, text: str, face: str, size: float, width: float) -> list[str]:
        """Lines no wider than `width` pixels. Marks stay in and may be split: see `lines` for whole ones."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}".strip()
                if line and self.text_width(plain(longer).replace("**", ""), face, size) > width:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines.append(line)
        return lines

    def lines(self, text: str, face: str, size: float, width: float) -> list[list[tuple[Span, int]]]:
        """Rich text as lines of (span, x in pixels)."""
        gap = self.text_width(" ", face, size)
        lines: list[list[tuple[Span, int]]] = []
        for paragraph in text.split("\n"):
            line: list[tuple[Span, int]] = []
            x = 0
            for word in words_of(paragraph):
                widths = [self.text_width(span.text, "bold" if span.is_bold else face, size) for span in word]
                start = x + gap if line else 0
                if line and start + sum(widths) > width:
                    lines.append(line)
                    line, start = [], 0
                x = start
                for span, wide in zip(word, widths, strict=True):
                    line.append((span, x))
                    x += wide
            lines.append(line)
        return lines

    def paragraph_height(self, text: str, width: float, size: float = 15, face: str = "body") -> int:
        """Pixels that `paragraph` needs."""
        return len(self.lines(text, face, size, width)) * self.line(size)

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
        """Wrapped text with marks from the top y; of more than `most` lines the last ends in an ellipsis.

        Returns the y below it.
        """
        lines = self.lines(text, face, size, width)
        for n, line in enumerate(lines[:most]):
            is_cut = n == most - 1 and len(lines) > most
            for k, (span, at) in enumerate(line):
                last = is_cut and k == len(line) - 1
                words = self.cut(span.text, face, size, width - at) if last else span.text
                self.text(
                    target,
                    words,
                    x + at,
                    y,
                    "bold" if span.is_bold else face,
                    size,
                    span.colour or colour,
                    "lt",
                )
            y += self.line(size)
        return y

    def cut(self, text: str, face: str, size: float, width: float) -> str:
        """The text with an ellipsis after it, shortened until both fit."""
        while text and self.text_width(text + "…", face, size) > width:
            text = text[:-1]
        return text.rstrip(" ,;:") + "…"


def cap_height(font: pygame.font.Font) -> int:
    """Height of the capital H in pixels."""
    metrics = font.metrics("H")[0]
    return metrics[3] if metrics else round(font.get_ascent() * 0.7)


def symbol_width(pixels: int) -> int:
    return round(pixels * 0.86)
