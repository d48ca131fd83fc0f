"""The little page beside what the player points at: a title, then lines; "a | b" puts b at the right edge.

Signed values ("+2", "−1") get a bar each on a common zero, so that a sum can be read at a glance.
"""

import re
from dataclasses import dataclass

import pygame

from .. import theme
from ..nodes import Node
from ..pen import Pen

LAYER = 92
WIDTHS = (400, 520, 680)  # units: the first in which the text is not taller than the window
COMPACT_WIDTHS = (460, 600, 760)
SIGNED = re.compile(r"[+−-](\d+)$")
SIZE = 14.5


@dataclass(frozen=True)
class Row:
    """One entry of a tip, measured: its words, its value at the right, its height in pixels."""

    words: str
    value: str
    height: int
    amount: int = 0  # of a signed value


def tooltip(pen: Pen, beside: pygame.Rect, lines: list[str]) -> Node:
    """A tip on the screen, right of what it explains if there is room, else left, above or below."""
    lines = [line for line in lines if line]
    title, _, value = lines[0].partition(" | ")
    for units in COMPACT_WIDTHS if pen.is_compact else WIDTHS:
        width = pen.px(units)
        rows = [_row(pen, line, width - pen.px(36)) for line in lines[1:]]
        head = _title_height(pen, title, value, width)
        height = head + sum(row.height for row in rows) + pen.px(14 if rows else 4)
        if height <= pen.height - pen.px(32):
            break

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 12, 14, 0.8, "#000000", pen.px(8))
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 12, 1.5, theme.LINE_STRONG)
        _paint_title(pen, target, box, title, value, head)
        y = box.y + head
        if rows:
            pen.rule(target, box, y - pen.px(2), theme.LINE_STRONG)
            y += pen.px(6)
        most = max((abs(row.amount) for row in rows), default=0)
        for row in rows:
            _paint_row(pen, target, box, row, y, most)
            y += row.height

    rect = _place(pen, beside, width, height)
    return Node("tooltip", rect, paint, key=tuple(lines), layer=LAYER, pad=pen.px(32), live=False)


def _row(pen: Pen, line: str, inner: int) -> Row:
    words, _, value = line.partition(" | ")
    room = inner - _value_room(pen, value) if value else inner
    face = "medium" if value else "body"
    height = pen.paragraph_height(words, room, SIZE, face) + pen.px(6)
    found = SIGNED.match(value)
    amount = (int(found[1]) if value[0] == "+" else -int(found[1])) if found else 0
    return Row(words, value, height, amount)


def _value_room(pen: Pen, value: str) -> int:
    bar = pen.px(84) if SIGNED.match(value) else 0
    return max(pen.px(30), pen.text_width(value, "number", 18)) + pen.px(12) + bar


def _title_height(pen: Pen, title: str, value: str, width: int) -> int:
    lines = len(pen.wrap(title, "head", theme.TIP_TITLE, _title_room(pen, value, width)))
    return max(pen.px(30) + lines * pen.line(20), pen.px(58) if value else 0)


def _title_room(pen: Pen, value: str, width: int) -> int:
    return (
        width
        - pen.px(40)
        - (pen.text_width(value, "number", _value_size(value)) + pen.px(14) if value else 0)
    )


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
        pen.text(target, line, box.x + pen.px(18), y, "head", theme.TIP_TITLE, theme.TEXT, "lm")
        y += step
    if value:
        size = _value_size(value)
        pen.text(target, value, box.right - pen.px(18), box.y + head / 2, "number", size, tone(value), "rm")


def _paint_row(pen: Pen, target: pygame.Surface, box: pygame.Rect, row: Row, y: int, most: int) -> None:
    x, right = box.x + pen.px(18), box.right - pen.px(18)
    top = y + pen.line(SIZE) * 0.18
    if not row.value:
        pen.paragraph(target, row.words, x, top, box.w - pen.px(36), SIZE, theme.TEXT_2)
        return
    room = box.w - pen.px(36) - _value_room(pen, row.value)
    pen.paragraph(target, row.words, x, top, room, SIZE, theme.TEXT, "medium")
    middle = y + pen.line(SIZE) / 2
    pen.text(target, row.value, right, middle, "number", 18, tone(row.value), "rm")
    if row.amount:
        _paint_bar(pen, target, right - pen.px(44), middle, row.amount, most)


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
    if value.startswith("+"):
        return theme.GAIN
    return theme.LOSS if value.startswith("−") else theme.TEXT


def _place(pen: Pen, beside: pygame.Rect, width: int, height: int) -> pygame.Rect:
    gap = pen.px(12)
    spots = [
        pygame.Rect(beside.right + gap, beside.y, width, height),
        pygame.Rect(beside.x - width - gap, beside.y, width, height),
        pygame.Rect(beside.centerx - width // 2, beside.y - height - gap, width, height),
        pygame.Rect(beside.centerx - width // 2, beside.bottom + gap, width, height),
    ]
    screen = pygame.Rect(0, 0, pen.width, pen.height).inflate(-2 * pen.px(8), -2 * pen.px(8))
    for spot in spots:
        moved = spot.clamp(screen)
        if screen.contains(moved) and not moved.colliderect(beside):
            return moved
    return spots[0].clamp(screen)
