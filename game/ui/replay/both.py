"""Both lines of a changed match side by side: in short, as curves, in numbers, and what followed."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.classroom.charts import Chart, marker
from game.classroom.comparison import Pair, Row, Told
from game.classroom.curves import lines
from game.engine import terms as T
from game.match.words import Words

from .. import theme
from ..charts import plot
from ..charts.plot import Figure, frame
from ..column import Column
from ..desk.grid import Grid
from ..nodes import Node
from ..pen import Pen
from ..widgets import panel

# As it was: white and round; what if: another colour, diamonds and dashes
INK = replace(plot.INK, sides=(theme.TEXT, "#45CDEB"))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def in_short(pen: Pen, found: Told, width: int, size: float) -> list[Column]:
    head, told = Column(pen, width), Column(pen, width)
    head.words(f"**{found.title}**", size, theme.TEXT)
    for n, text in enumerate(found.told):
        told.gap(size * 0.6 * bool(n))
        told.words(text, size, theme.TEXT)
    told.gap(size * 0.8)
    told.words("White, round: as it was. Turquoise, dashed: what if.", size * 0.85)
    return [head, told]


def numbers(found: Told, words: Words) -> tuple[Grid, Grid]:
    """Which numbers differ at the end, and which do not."""
    changed = [row for row in found.rows if row.is_changed]
    same = [row for row in found.rows if not row.is_changed]
    heads = ("What differs at the end", "As it was", "What if")
    none = Grid(heads, (54, 23, 23), (("All numbers are the same.", "", ""),))
    return (
        _grid(changed, heads, (54, 23, 23), words) if changed else none,
        _grid(same, ("What is the same", "At the end"), (76, 24), words),
    )


def _grid(found: Sequence[Row], heads: tuple[str, ...], shares: tuple[int, ...], words: Words) -> Grid:
    titles = [row.title if row.side is None else f"{words.shorts[row.side]} {row.title}" for row in found]
    cells = ((row.before, f"**{row.after}**")[: len(heads) - 1] for row in found)
    rows = tuple((title, *values) for title, values in zip(titles, cells, strict=True))
    sides = tuple(T.NOBODY if row.side is None else row.side for row in found)
    return Grid(heads, shares, rows, tuple(range(1, len(heads))), sides)


def later(pen: Pen, found: Told, width: int, size: float) -> list[Column]:
    """How many decisions could not be made again, and who stood in."""
    head = Column(pen, width)
    head.words(found.told[-1], size, theme.TEXT)
    return [head]


def changes(found: Told, words: Words) -> Grid:
    """The decisions that could not be made again."""
    rows = []
    for one, meant, done in found.changed:
        when = f"Round {one.round}" if one.round else "Setting up"
        was = capital(meant) if meant else "Nothing had to be decided"
        rows.append((f"{when}: {words.shorts[one.side]}", was, f"**{capital(done)}**"))
    sides = tuple(one.side for one, _, _ in found.changed)
    return Grid(("Decision", "As it was", "What if"), (18, 41, 41), tuple(rows), sides=sides)


def legend(pen: Pen, place: pygame.Rect, title: str) -> list[Node]:
    """Which line is which, and what was changed."""
    inner = pygame.Rect(place.x, place.y + pen.px(42), place.w, place.h - pen.px(42)).inflate(-pen.px(40), -pen.px(32))
    for size in (24, 21, 18, 16):
        column = Column(pen, inner.w)
        for side, words in ((0, "as it was"), (1, "what if")):
            _sample(column, side, words, size)
            column.gap(size * 0.5)
        column.rule(size * 0.4)
        column.words(title, size * 0.85, theme.TEXT)
        if column.height <= inner.h:
            break

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        column.paint(target, box.x, box.y)

    made = panel(pen, "legend:panel", place, "info", "Both lines")
    return [made, Node("legend", inner, paint, key=column.key, live=False)]


def _sample(column: Column, side: int, words: str, size: float) -> None:
    """A piece of a curve and what it shows."""
    pen, high, tone = column.pen, column.pen.line(size), INK.sides[side]
    wide = pen.tx(size * 3.2)
    dash = f'stroke-dasharray="{9 * pen.scale:.1f} {5 * pen.scale:.1f}"' if side else ""
    body = f'<path d="M0 {high / 2:.1f}H{wide}" stroke="{tone}" stroke-width="{3 * pen.scale:.1f}" {dash}/>'
    body += marker(INK, side, wide / 2, high / 2, 6 * pen.scale, False, pen.scale)

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        target.blit(pen.svg(body, wide, high), (x, y))
        pen.text(target, words, x + wide + pen.tx(14), y + high / 2, "medium", size, tone, "lm")

    column.add(high, paint, body, words, size)


def curve(pen: Pen, pair: Pair, place: pygame.Rect, group: str) -> list[Node]:
    """One number in both lines."""
    figure = _figure(pair)
    chart = figure.draw(pen, *plot.chart_box(pen, place).size)
    return plot.nodes(pen, figure, chart, place, None, group)


def _figure(pair: Pair) -> Figure:
    def draw(pen: Pen, width: int, height: int) -> Chart:
        left = max((text for _, text in pair.axes.ticks), key=len)
        box = frame(pen, width, height, left, max(pair.ends, key=len))
        return lines(box, INK, pair.axes, pair.lines)

    tips = []
    for n, name in enumerate(pair.axes.names):
        values = [str(line[n]) if n < len(line) else "over" for line in (pair.was, pair.would)]
        when = name if n == 0 else f"Round {name}"
        tips.append((f"{pair.title}: {when}", f"As it was | {values[0]}", f"What if | {values[1]}"))
    return Figure(f"pair-{pair.title}", _icon(pair.title), pair.title, "", draw, tuple(tips))


def _icon(title: str) -> str:
    """What a curve is about, as a picture."""
    known = ("tension", "decoupling", "resilience", "approval")
    return next((name for name in known if name in title.lower()), "track")
