"""Lines of explanation set for a width: a title with its value, then words; "a | b" puts b at the right edge.

Signed values ("+2", "−1") get a bar each on a common zero, so that a sum can be read at a glance.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from .. import theme
from ..pen import Pen

SIGNED = re.compile(r"[+−-](\d+)$")
HEADING = re.compile(r"\*\*[^*]+\*\*")  # what begins another sum
SIZE = 14.5


@dataclass(frozen=True)
class Row:
    """One entry, measured: its words, its value at the right, its height in pixels."""

    words: str
    value: str
    height: int
    amount: int = 0  # of a signed value
    above: int = 0  # pixels of air, of a second heading


@dataclass(frozen=True)
class Page:
    """Everything measured: `paint` draws it into a box of this width and height."""

    pen: Pen
    lines: tuple[str, ...]
    width: int
    size: float
    head: int
    rows: tuple[Row, ...]

    @property
    def height(self) -> int:
        gap = self.pen.px(14) if self.rows else self.pen.px(4)
        return self.head + sum(row.height for row in self.rows) + gap

    @property
    def title(self) -> str:
        return self.lines[0].partition(" | ")[0]

    @property
    def value(self) -> str:
        return self.lines[0].partition(" | ")[2]

    def links(self) -> list[tuple[str, pygame.Rect]]:
        """Where the terms are: (link, place from the top left corner of the page)."""
        pen, found, y = self.pen, [], self.head + self.pen.px(6)
        for row in self.rows:
            room, face = self._room(row), "medium" if row.value else "body"
            top = y + row.above
            found += [(link, box.move(0, top)) for link, box in pen.links(row.words, room, self.size, face)]
            y += row.height
        return found

    def _room(self, row: Row) -> int:
        return self.width - (_value_room(self.pen, row.value) if row.value else 0)

    def paint(self, target: pygame.Surface, box: pygame.Rect) -> None:
        pen = self.pen
        _paint_title(pen, target, box, self.title, self.value, self.head)
        y = box.y + self.head
        if self.rows:
            target.fill(pygame.Color(theme.LINE_STRONG), (box.x, y - pen.px(2), box.w, max(1, pen.px(1))))
            y += pen.px(6)
        most = max((abs(row.amount) for row in self.rows), default=0)
        for row in self.rows:
            self._paint_row(target, box, row, y + row.above, most)
            y += row.height

    def _paint_row(self, target: pygame.Surface, box: pygame.Rect, row: Row, y: int, most: int) -> None:
        pen, size = self.pen, self.size
        top = y + pen.line(size) * 0.18
        if not row.value:
            pen.paragraph(target, row.words, box.x, top, box.w, size, theme.TEXT_2)
            return
        room = self._room(row)
        pen.paragraph(target, row.words, box.x, top, room, size, theme.TEXT, "medium")
        middle = y + pen.line(size) / 2
        pen.text(target, row.value, box.right, middle, "number", 18, tone(row.value), "rm")
        if row.amount:
            _paint_bar(pen, target, box.right - pen.px(44), middle, row.amount, most)


def page_of(pen: Pen, lines: Sequence[str], width: int, size: float = SIZE) -> Page:
    """The lines set for a width in pixels; the first is the title."""
    lines = [line for line in lines if line]
    title, _, value = lines[0].partition(" | ")
    rows = tuple(_row(pen, line, width, size) for line in lines[1:])
    return Page(pen, tuple(lines), width, size, _title_height(pen, title, value, width), rows)


def _row(pen: Pen, line: str, width: int, size: float) -> Row:
    words, _, value = line.partition(" | ")
    room = width - _value_room(pen, value) if value else width
    above = pen.px(10) if value and HEADING.fullmatch(words) else 0
    height = pen.paragraph_height(words, room, size, "medium" if value else "body") + pen.px(6) + above
    found = SIGNED.match(value)
    amount = (int(found[1]) if value[0] == "+" else -int(found[1])) if found else 0
    return Row(words, value, height, amount, above)


def _value_room(pen: Pen, value: str) -> int:
    bar = pen.px(84) if SIGNED.match(value) else 0
    return max(pen.px(30), pen.text_width(value, "number", 18)) + pen.px(12) + bar


def _title_height(pen: Pen, title: str, value: str, width: int) -> int:
    lines = len(pen.wrap(title, "head", theme.TIP_TITLE, _title_room(pen, value, width)))
    return max(pen.px(30) + lines * pen.line(20), pen.px(58) if value else 0)


def _title_room(pen: Pen, value: str, width: int) -> int:
    taken = pen.text_width(value, "number", _value_size(value)) + pen.px(14) if value else 0
    return width - pen.px(4) - taken


def _value_size(value: str) -> float:
    """Short values are shown large."""
    return 34 if len(value) <= 4 else 20


def _paint_title(
    pen: Pen, target: pygame.Surface, box: pygame.Rect, title: str, value: str, head: int
) -> None:
    lines = pen.wrap(title, "head", theme.TIP_TITLE, _title_room(pen, value, box.w))
    step = pen.line(20)
    y = box.y + (head - (len(lines) - 1) * step) / 2
    for line in lines:
        pen.text(target, line, box.x, y, "head", theme.TIP_TITLE, theme.TEXT, "lm")
        y += step
    if value:
        size = _value_size(value)
        pen.text(target, value, box.right, box.y + head / 2, "number", size, tone(value), "rm")


def _paint_bar(pen: Pen, target: pygame.Surface, right: int, middle: float, amount: int, most: int) -> None:
    """A bar right of the zero for what adds, left of it for what takes away."""
    half = pen.px(36)
    zero = right - half
    length = max(pen.px(5), round(half * abs(amount) / most))
    bar = pygame.Rect(zero if amount > 0 else zero - length, 0, length, max(5, pen.px(8)))
    bar.centery = round(middle)
    colour = theme.GAIN if amount > 0 else theme.LOSS
    pen.box(target, bar, colour, colour, colour, 3, 0)
    target.fill(pygame.Color(theme.TEXT_3), (zero, bar.y - pen.px(3), 1, bar.h + 2 * pen.px(3)))


def tone(value: str) -> str:
    """The colour of a value: what adds, what takes away, what just is."""
    if value.startswith("+") and value != "+0":
        return theme.GAIN
    return theme.LOSS if value.startswith("−") else theme.TEXT
