"""A sum as a picture: every line starts where the one above it ended, and the last is the total."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.engine import terms as T
from game.match.words import Words

from .. import theme
from ..pen import Pen
from .reckoning import Reckoning, Step

HEAD = 44  # units: the line of labels
LOW, LARGER = 60, 1.25  # units of type of a row with usual letters, and how much larger they are in high ones
TILE = 40


@dataclass(frozen=True)
class Chart:
    """Where the columns of the picture are, and where a total lies."""

    text: int
    left: int
    right: int
    values: int
    at: Callable[[float], int]


def paint_sum(pen: Pen, target: pygame.Surface, area: pygame.Rect, found: Reckoning, words: Words) -> None:
    """The whole sum in a place: labels, a row for each step, the total."""
    chart = _layout(pen, area, found)
    count = len(found.steps)
    head, foot = pen.px(HEAD), max(pen.px(64), round(area.h * 0.15))
    row = (area.h - head - foot) / count
    larger = min(max(1.0, row / pen.tx(LOW)), LARGER)
    _paint_net(pen, target, area, chart, found, words)
    before = 0
    beside = max((pen.text_width(step.title, "head", 17) for step in found.steps if step.words), default=0)
    for n, step in enumerate(found.steps):
        box = pygame.Rect(area.x, round(area.y + head + n * row), area.w, round(row))
        after = before + step.value
        _paint_step(pen, target, box, step, chart, beside, larger)
        _paint_bar(pen, target, box, chart, before, after, found, min(box.h * 0.5, pen.px(26)))
        _paint_value(pen, target, box, chart, step.value, found, words, 24 * larger, n == 0)
        before = after
        y = box.centery + round(min(box.h * 0.5, pen.px(26)) / 2)
        below = round(row - min(row * 0.5, pen.px(26))) if n < count - 1 else round(row / 2)
        target.fill(pygame.Color(theme.TEXT_3), (chart.at(after), y, max(1, pen.px(1.5)), below))
    total = pygame.Rect(area.x, area.bottom - foot, area.w, foot)
    pen.rule(target, area.inflate(2 * pen.px(14), 0), total.y)
    room = chart.left - chart.text - pen.px(16)
    pen.text(target, found.last, chart.text, total.centery, "number", 28, theme.TEXT, "lm", 0.4, room)
    _paint_bar(pen, target, total, chart, 0, before, found, pen.px(32))
    _paint_value(pen, target, total, chart, before, found, words, 40)


def _layout(pen: Pen, area: pygame.Rect, found: Reckoning) -> Chart:
    has_icons = any(step.icon for step in found.steps)
    text = area.x + (pen.px(TILE + 16) if has_icons else 0)
    left, right = area.x + round(area.w * 0.43), area.right - pen.px(124)
    low = high = 0
    total = 0
    for step in found.steps:
        total += step.value
        low, high = min(low, total), max(high, total)
    for end in found.ends:
        low, high = min(low, end), max(high, end)
    if found.has_sides:
        low, high = min(low, -3), max(high, 3)
        unit = (right - left) / (high - low)
        return Chart(text, left, right, area.right, lambda v: round(left + (high - v) * unit))
    unit = (right - left) / max(1, high - low)
    return Chart(text, left, right, area.right, lambda v: round(left + (v - low) * unit))


def _paint_net(
    pen: Pen, target: pygame.Surface, area: pygame.Rect, chart: Chart, found: Reckoning, words: Words
) -> None:
    """The zero line, the ends, and which way is whose."""
    top, bottom = area.y + pen.px(HEAD), area.bottom
    y = area.y + pen.px(16)
    if found.has_sides:
        for side, x, anchor in ((T.US, chart.left, "lm"), (T.CHINA, chart.right, "rm")):
            pen.marker(target, side, x + pen.px(8) * (1 if side == T.US else -1), y, 14)
            shift = pen.px(22) * (1 if side == T.US else -1)
            room = (chart.right - chart.left) / 2 - pen.px(34)
            pen.text(
                target, words.sides[side], x + shift, y, "head", 17, theme.BRIGHT[side], anchor, width=room
            )
    width = max(1, pen.px(2))
    target.fill(pygame.Color(theme.LINE_STRONG), (chart.at(0), top, width, bottom - top))
    for end in found.ends:
        tone = theme.tension_colour(T.TOP) if not found.has_sides else theme.BRIGHT[0 if end > 0 else 1]
        for dash in range(top, bottom, max(4, pen.px(10))):
            target.fill(pygame.Color(tone), (chart.at(end) - width // 2, dash, width, max(2, pen.px(5))))


def _paint_step(
    pen: Pen, target: pygame.Surface, box: pygame.Rect, step: Step, chart: Chart, beside: int, larger: float
) -> None:
    """The words of a row at the left; what stands beside its title begins after the widest one."""
    large, small = 19 * larger, 14 * larger
    if step.icon:
        tile = pygame.Rect(box.x, 0, pen.px(TILE), min(pen.px(TILE), box.h - pen.px(6)))
        tile.centery = box.centery
        pen.box(target, tile, theme.TROUGH, theme.TROUGH, theme.LINE_STRONG, 10)
        pen.icon(target, step.icon, tile.centerx, tile.centery, 24, theme.TEXT)
    room = chart.left - chart.text - pen.px(16)
    fitting = int((box.h - pen.line(large)) // pen.line(small))
    if step.words and fitting > 0:
        lines = pen.wrap(_fitting(pen, step.words, room, small, fitting), "body", small, room)
        lines = [*lines[: fitting - 1], " ".join(lines[fitting - 1 :])] if len(lines) > fitting else lines
        y = box.centery - (pen.line(large) + len(lines) * pen.line(small)) / 2
        middle = y + pen.line(large) / 2
        pen.text(target, step.title, chart.text, middle, "head", large, theme.TEXT, "lm", width=room)
        for n, line in enumerate(lines):
            middle = y + pen.line(large) + pen.line(small) * (n + 0.5)
            pen.text(target, line, chart.text, middle, "body", small, theme.TEXT_2, "lm", width=room)
        return
    alone = large if larger > 1 else 17  # a start among rows of two lines is as large as they are
    pen.text(target, step.title, chart.text, box.centery, "head", alone, theme.TEXT, "lm", width=room)
    used = beside + pen.px(14)
    if step.words and room - used > pen.px(60):
        left = room - used
        words = _fitting(pen, step.words, left, 14, 1)
        pen.text(target, words, chart.text + used, box.centery, "body", 14, theme.TEXT_2, "lm", width=left)


def _fitting(pen: Pen, words: str, room: int, size: float, most: int) -> str:
    """As many of the causes as so many lines hold, and how many more there are."""
    causes = words.split(", ")
    kept = len(causes)
    while kept > 1 and len(pen.wrap(words, "body", size, room)) > most:
        kept -= 1
        words = f"{', '.join(causes[:kept])} and {len(causes) - kept} more"
    return words


def _paint_bar(
    pen: Pen,
    target: pygame.Surface,
    box: pygame.Rect,
    chart: Chart,
    before: int,
    after: int,
    found: Reckoning,
    high: float,
) -> None:
    """From the total before to the total after, in the colour of the side it went to."""
    a, b = sorted((chart.at(before), chart.at(after)))
    if a == b:
        pen.box(
            target,
            pygame.Rect(a - pen.px(4), box.centery - pen.px(4), pen.px(9), pen.px(9)),
            theme.TEXT_3,
            theme.TEXT_3,
            theme.TEXT_3,
            9,
        )
        return
    place = pygame.Rect(a, round(box.centery - high / 2), b - a, round(high))
    if found.has_sides:
        target.blit(pen.bar_fill(place.w, place.h, T.US if after > before else T.CHINA), place)
        return
    tone = theme.tension_colour(after) if after > before else theme.TENSION[0]
    pen.box(target, place, theme.mix(tone, "#FFFFFF", 0.2), tone, tone, 6)


def _paint_value(
    pen: Pen,
    target: pygame.Surface,
    box: pygame.Rect,
    chart: Chart,
    value: int,
    found: Reckoning,
    words: Words,
    size: float,
    is_start: bool = False,
) -> None:
    if found.has_sides:
        tone = theme.TEXT_3 if value == 0 else theme.BRIGHT[0 if value > 0 else 1]
        text = "0" if value == 0 else words.track(value)
    else:
        tone = theme.TEXT_3 if value == 0 else theme.TEXT
        text = str(value) if size > 30 or value == 0 or is_start else f"+{value}" if value > 0 else f"−{-value}"
    pen.text(target, text, chart.values, box.centery, "number", size, tone, "rm", width=pen.px(112))
