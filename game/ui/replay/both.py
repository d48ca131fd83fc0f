"""Both lines of a changed match side by side: in short, as curves, in numbers, and what followed."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.classroom.charts import Chart
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
        told.gap(10 * bool(n))
        told.words(text, size, theme.TEXT)
    told.gap(14)
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


def later(pen: Pen, found: Told, words: Words, width: int, size: float) -> list[Column]:
    """Decisions that could not be made again, and who stood in."""
    head = Column(pen, width)
    head.words(found.told[-1], size, theme.TEXT)
    made = [head]
    for one, meant, done in found.changed:
        column = Column(pen, width)
        when = f"Round {one.round}" if one.round else "Setting up"
        column.side(one.side, f"{when}: {words.shorts[one.side]}")
        was = capital(meant) if meant else "nothing had to be decided here"
        column.words(f"As it was: {was}.", size * 0.9)
        column.words(f"What if: **{capital(done)}**.", size * 0.9, theme.TEXT)
        made.append(column)
    return made


def legend(pen: Pen, place: pygame.Rect) -> list[Node]:
    """Which line is which."""
    column = Column(pen, place.w - 2 * pen.px(20))
    column.words("**White, round:** as it was.", 18, theme.TEXT)
    column.gap(8)
    column.words("**Turquoise, dashed:** what if.", 18, INK.sides[1])

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        column.paint(target, box.x, box.y)

    inner = pygame.Rect(place.x + pen.px(20), place.y + pen.px(60), column.width, column.height)
    made = panel(pen, "legend:panel", place, "info", "Both lines")
    return [made, Node("legend", inner, paint, key=column.key, live=False)]


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
