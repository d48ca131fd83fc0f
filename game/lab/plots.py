"""Charts of the balance report as SVG: rows of marks with their 95 % intervals over a scale with a goal.

The US is round, China a diamond, what belongs to nobody a small square: colour is never the only cue.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from game.engine import terms as T

BLUE, RED, GREY = "#1f5fa8", "#b3322b", "#4a4a4a"
INK, MUTED, LINE, GOAL = "#1b1b1b", "#5c5c5c", "#d9d9d9", "#e3efe0"
ROW, TOP, BOTTOM, LABEL, WIDTH, NOTE = 22, 8, 26, 250, 860, 200
NOBODY = 2  # the side of a mark that belongs to neither


@dataclass(frozen=True, slots=True)
class Mark:
    """A value with its interval."""

    side: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the chart: what it is, its marks, and how they are written."""

    words: str
    marks: tuple[Mark, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    low: float
    high: float
    ticks: tuple[float, ...]
    unit: str = " %"
    goal: tuple[float, float] | None = None  # a zone behind the marks


PERCENT = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)


def percents(goal: tuple[float, float] | None = None) -> Scale:
    return Scale(0, 100, PERCENT, " %", goal)


def chart(title: str, rows: Sequence[Row], scale: Scale) -> str:
    """One SVG element; the title is for readers who can't see it."""
    height = TOP + ROW * len(rows) + BOTTOM
    body = _ground(scale, height)
    for n, row in enumerate(rows):
        body += _row(row, scale, TOP + ROW * (n + 0.5))
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title, True)}" '
        f'xmlns="http://www.w3.org/2000/svg" font-family="inherit" font-size="13">{body}</svg>'
    )


def _at(value: float, scale: Scale) -> float:
    inside = min(scale.high, max(scale.low, value))
    return LABEL + (WIDTH - LABEL - NOTE) * (inside - scale.low) / (scale.high - scale.low)


def _ground(scale: Scale, height: int) -> str:
    """The goal, then a line and a number at each tick."""
    foot = height - BOTTOM
    body = ""
    if scale.goal is not None:
        left, right = (_at(bound, scale) for bound in scale.goal)
        size = f'width="{right - left:.1f}" height="{foot - TOP + 8}"'
        body += f'<rect x="{left:.1f}" y="{TOP - 4}" {size} fill="{GOAL}"/>'
    for tick in scale.ticks:
        x = _at(tick, scale)
        body += f'<path d="M{x:.1f} {TOP - 4}V{foot + 4}" stroke="{LINE}"/>'
        body += f'<text x="{x:.1f}" y="{foot + 19}" text-anchor="middle" fill="{MUTED}">{tick:g}{scale.unit}</text>'
    return body


def _row(row: Row, scale: Scale, y: float) -> str:
    body = f'<text x="0" y="{y + 4.5:.1f}" fill="{INK}">{escape(row.words)}</text>'
    for k, mark in enumerate(row.marks):
        body += _mark(mark, scale, y + (k - (len(row.marks) - 1) / 2) * 8)
    note = escape(row.note)
    return body + f'<text x="{WIDTH}" y="{y + 4.5:.1f}" text-anchor="end" fill="{INK}">{note}</text>'


def _mark(mark: Mark, scale: Scale, y: float) -> str:
    tone = (BLUE, RED, GREY)[mark.side]
    x, left, right = (_at(v, scale) for v in (mark.value, mark.low, mark.high))
    body = (
        f'<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke="{tone}" stroke-width="2" stroke-opacity="0.45"/>'
    )
    if mark.side == T.US:
        return body + f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.2" fill="{tone}"/>'
    if mark.side == T.CHINA:
        return body + f'<path d="M{x:.1f} {y - 5.4:.1f}l5.4 5.4l-5.4 5.4l-5.4 -5.4Z" fill="{tone}"/>'
    return body + f'<rect x="{x - 3.6:.1f}" y="{y - 3.6:.1f}" width="7.2" height="7.2" fill="{tone}"/>'
