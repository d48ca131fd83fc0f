"""Text of many lines, wrapped, with marks: see `spans`."""

import math
from collections.abc import Sequence

import pygame

from . import theme
from .fonts import font_file
from .layout import SMALLEST_TEXT
from .lettering import Lettering, Written, cap_height
from .spans import DOT, KEPT, Span, kept_together, plain, unmarked, words_of
from .svg import Colour

__all__ = ["Span", "Type", "Written", "plain", "words_of"]

Lines = list[list[tuple[Span, float]]]  # each a row of spans with their x in pixels
LINE = 1.32  # height of a line of running text, in sizes of type
BREAKS = "/\\-_."  # a word longer than a line is rather broken after one of these


class Type(Lettering):
    """Writes paragraphs. Positions and widths are pixels; sizes are design units."""

    def __init__(
        self, width: int, height: int, user_scale: float = 1.0, smallest_text: int = SMALLEST_TEXT
    ) -> None:
        super().__init__(width, height, user_scale, smallest_text)
        self._lines: dict[tuple[str, str, int, float], Lines] = {}

    def line(self, size: float) -> int:
        """Height of a line of running text in pixels."""
        return round(max(size * self.type_scale, self.type_px(size)) * LINE)

    def wrap(self, text: str, face: str, size: float, width: float) -> list[str]:
        """Plain lines no wider than `width` pixels. Marks are dropped, but make the words as wide as they do in
        `lines`: both break alike.
        """
        if text != unmarked(text):
            return [self._plain(line, face, size) for line in self.lines(text, face, size, width)]
        pixels = self.type_px(size)
        lines: list[str] = []
        for paragraph in kept_together(self.worded(text)).split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}".strip()
                if self._width(longer, face, pixels) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line.removesuffix(f" {DOT}"))
                *whole, line = self._broken("" if word == DOT else word, face, pixels, width)
                lines += whole
            lines.append(line)
        return [line.replace(KEPT, " ") for line in lines]

    def _plain(self, line: Sequence[tuple[Span, float]], face: str, size: float) -> str:
        """A line of spans as a string: where there is a gap there is a space."""
        words, end = "", 0.0
        for span, x in line:
            words += f" {span.text}" if x > end + 1 else span.text
            end = x + self._span_width(span, face, self.type_px(size))
        return words

    def _strung(self, line: Sequence[tuple[Span, float]], face: str, pixels: int) -> list[tuple[Span, float]]:
        """The words of a line, with neighbours of one look in one piece."""
        strung: list[tuple[Span, float]] = []
        end = 0.0
        for span, x in line:
            gap = " " if x > end + 1 else ""
            end = x + self._span_width(span, face, pixels)
            last, begin = strung[-1] if strung else (span, x)
            if not strung:
                strung.append((span, x))
            elif last.looks_like(span):
                strung[-1] = last.reading(f"{last.text}{gap}{span.text}"), begin
            else:
                room = self._span_width(last, face, pixels) + self._advance(gap, face, pixels)
                strung.append((span, begin + room))
        return strung

    def _broken(self, word: str, face: str, pixels: int, width: float) -> list[str]:
        """A word in pieces no wider than a line."""
        pieces = []
        while self._width(word, face, pixels) > width and len(word) > 1:
            count = max(1, self._fitting(word, face, pixels, width))
            pieces.append(word[:count])
            word = word[count:]
        return [*pieces, word]

    def _fitting(self, word: str, face: str, pixels: int, width: float) -> int:
        """How many characters of a word fit; rather up to a slash, a hyphen or the like."""
        count = len(word)
        while count and self._width(word[:count], face, pixels) > width:
            count -= 1
        good = max(word.rfind(mark, 0, count) for mark in BREAKS) + 1
        return good if count < len(word) and good > count / 2 else count

    def lines(self, text: str, face: str, size: float, width: float) -> Lines:
        """Rich text as lines of (span, x in pixels). They are kept: never change them."""
        key = (self.worded(text), face, self.type_px(size), width)
        if key not in self._lines:
            if len(self._lines) > 2000:
                self._lines.clear()
            self._lines[key] = self._laid(*key)
        return self._lines[key]

    def _laid(self, text: str, face: str, pixels: int, width: float) -> Lines:
        gap = self._advance(" ", face, pixels)
        lines: Lines = []
        for paragraph in kept_together(text).split("\n"):
            line: list[tuple[Span, float]] = []
            x: float = 0
            run: tuple[Span, float] | None = (
                None  # the last words of one look as one piece, and where it begins
            )
            for word in words_of(paragraph):
                *whole, rest = self._pieces(word, face, pixels, width)
                longer = _longer(run[0], word) if run and not whole else None
                end = x + gap + self._spans_width((whole or [rest])[0], face, pixels)
                if run and longer:
                    end = run[1] + self._span_width(longer, face, pixels)
                if line and math.ceil(end) > width:
                    lines.append(line[:-1] if line[-1][0].text == DOT and len(line) > 1 else line)
                    line, x, run, longer = [], 0, None, None
                    if word[0].text == DOT:
                        continue  # it parts what stands in one line
                start = x + gap if line else 0
                for piece in whole:
                    lines.append(line + self._placed(piece, start, face, pixels))
                    line, start = [], 0
                line = line + self._placed(rest, start, face, pixels)
                if run and longer:
                    run = longer, run[1]
                    x = max(end, line[-1][1] + self._span_width(rest[-1], face, pixels))
                else:
                    x = start + self._spans_width(rest, face, pixels)
                    run = rest[-1], x - self._span_width(rest[-1], face, pixels)
            lines.append(line)
        return lines

    def _span_width(self, span: Span, face: str, pixels: int) -> float:
        return self._advance(span.text, "bold" if span.is_bold else face, pixels)

    def _spans_width(self, word: Sequence[Span], face: str, pixels: int) -> float:
        return sum(self._span_width(span, face, pixels) for span in word)

    def _placed(self, word: Sequence[Span], x: float, face: str, pixels: int) -> list[tuple[Span, float]]:
        """The spans of a word from x on."""
        placed = []
        for span in word:
            placed.append((span, x))
            x += self._span_width(span, face, pixels)
        return placed

    def _pieces(self, word: Sequence[Span], face: str, pixels: int, width: float) -> list[Sequence[Span]]:
        """A word as rows no wider than a line: nearly always one."""
        if self._spans_width(word, face, pixels) <= width:
            return [word]
        rows: list[list[Span]] = [[]]
        room = width
        for span in word:
            name, left = "bold" if span.is_bold else face, span.text
            while left:
                count = self._fitting(left, name, pixels, room) or (0 if rows[-1] else 1)
                if count:
                    rows[-1].append(span.reading(left[:count]))
                    room -= self._width(left[:count], name, pixels)
                    left = left[count:]
                if left:
                    rows.append([])
                    room = width
        return [row for row in rows if row]

    def paragraph_height(self, text: str, width: float, size: float = 15, face: str = "body") -> int:
        """Pixels that `paragraph` needs."""
        return len(self.lines(text, face, size, width)) * self.line(size)

    def narrower(self, text: str, width: float, size: float, most: int) -> str:
        """The face of running text, or the condensed one where a text would need more than `most` lines."""
        return "body" if len(self.lines(text, "body", size, width)) <= most else "head"

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
        lines, pixels = self.lines(text, face, size, width), self.type_px(size)
        cap = max(self.cap(face, size), self.cap("bold", size) if "**" in text or "{" in text else 0)
        top = round(y + cap) - cap  # once for all lines: rounded each by itself they stand unevenly
        y, below = top, y + min(len(lines), most) * self.line(size)
        for n, line in enumerate(lines[:most]):
            is_cut = n == most - 1 and len(lines) > most
            strung = self._strung(line, face, pixels)
            for k, (span, at) in enumerate(strung):
                name = "bold" if span.is_bold else face
                last = is_cut and k == len(strung) - 1
                words = self._cut(span.text, name, pixels, width - at) if last else span.text
                tone = span.colour or colour
                self._write(target, words, round(x) + at, y + cap, name, pixels, tone, "lb", is_shortened=last)
            for _, box in self._links([strung], face, size):
                self._underline(target, box.move(round(x), round(y)), pixels)
            y += self.line(size)
        return below

    def links(
        self, text: str, width: float, size: float = 15, face: str = "body"
    ) -> list[tuple[str, pygame.Rect]]:
        """Where the links of a paragraph are: (target, place from its top left), one for each line."""
        pixels = self.type_px(size)
        lines = [self._strung(line, face, pixels) for line in self.lines(text, face, size, width)]
        return self._links(lines, face, size)

    def _links(self, lines: Lines, face: str, size: float) -> list[tuple[str, pygame.Rect]]:
        """Of lines as they are written: `_strung`."""
        found: list[tuple[str, pygame.Rect]] = []
        pixels, high = self.type_px(size), self.line(size)
        for n, line in enumerate(lines):
            before = ""
            for span, x in line:
                if span.link:
                    left, right = round(x), round(x + self._span_width(span, face, pixels))
                    box = pygame.Rect(left, n * high, right - left, high)
                    if span.link == before:
                        box = found.pop()[1].union(box)
                    found.append((span.link, box))
                before = span.link
        return found

    def _underline(self, target: pygame.Surface, box: pygame.Rect, pixels: int) -> None:
        """Dots below a term that can be opened."""
        dot = max(1, round(pixels / 14))
        y = box.y + cap_height(self._font(str(font_file("body")), pixels)) + 2 * dot
        for at in range(box.x, box.right, 3 * dot):
            target.fill(pygame.Color(theme.TIP_EDGE), (at, y, min(2 * dot, box.right - at), dot))


def _longer(run: Span, word: Sequence[Span]) -> Span | None:
    """Words of one look with one more of that look, or nothing."""
    if len(word) != 1 or not run.looks_like(word[0]):
        return None
    return run.reading(f"{run.text} {word[0].text}")
