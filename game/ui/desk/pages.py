"""The pages of the class report: grids, blocks of words and curves, made from an overview."""

from dataclasses import replace

import pygame

from game.classroom.charts import Chart
from game.classroom.class_report import Paths
from game.classroom.desk import Flag
from game.classroom.forecasts import BLIND
from game.classroom.overview import Overview, Table
from game.classroom.questionnaire import Change
from game.engine import terms as T

from .. import theme
from ..charts.plot import INK, Figure, frame
from ..column import Column
from ..pen import Pen
from .grid import Grid

SCALE = 18.0  # letters of a scale: a class looks at it
KINDS = {"duplicate": "a copy", "altered": "altered", "unreadable": "unreadable"}
PATHS = {"track": "Leadership track", "tension": "Tension", "decoupling": "Decoupling"}


def results(found: Overview) -> Grid:
    heads = (*found.shorts, "Result", "Track", "Tension, peak", "Decoupling", "Scenario · seed")
    rows = [
        (*table.players, table.result, table.track, str(table.peak), str(table.decoupling), table.deal)
        for table in found.tables
    ]
    won = tuple(_winner(found, table) for table in found.tables)
    return Grid(heads, (17, 17, 12, 10, 13, 11, 20), tuple(rows), (3, 4, 5), won, 2)


def _winner(found: Overview, table: Table) -> int:
    return next((n for n, short in enumerate(found.shorts) if table.result == f"{short} won"), T.NOBODY)


def policies(found: Overview) -> Grid:
    heads = ("Side", "Policy", "Tables", "Times", "Its side won")
    rows = [
        (
            found.shorts[one.side],
            one.title,
            f"{one.tables} of {len(found.tables)}",
            str(one.times),
            f"{one.won} of {one.tables}",
        )
        for one in found.policies
    ]
    sides = tuple(one.side for one in found.policies)
    return Grid(heads, (9, 47, 15, 12, 17), tuple(rows), (2, 3, 4), sides)


def forecasts(found: Overview) -> Grid:
    heads = ("Who", "Table", "Scenario · seed", "Forecasts", "Right", "Brier score")
    rows = [
        (one.name, one.table, one.deal, str(one.count), str(one.right), f"{one.brier:.2f}")
        for one in found.forecasters
    ]
    return Grid(heads, (20, 30, 21, 10, 8, 11), tuple(rows), (3, 4, 5))


def sureness(found: Overview) -> str:
    """How the class forecast, in a sentence or two."""
    if found.mean is None:
        return "Nobody made a forecast."
    parts = [
        f"Brier score of the class: {found.mean:.2f}. 0 is best, {BLIND:.2f} is what guessing blindly gets.",
        *[_came(words, count, round(share * count)) for words, count, share in found.calibration],
    ]
    return " ".join(parts)


def _came(words: str, count: int, right: int) -> str:
    """How many forecasts of like confidence came true, in counts."""
    if count == 1:
        return f"The one forecast that was {words} sure {'came' if right else 'did not come'} true."
    shown = "none" if not right else "all" if right == count else str(right)
    return f"Of {count} forecasts that were {words} sure, {shown} came true."


def flags(found: Overview) -> Grid:
    rows = [(flag.name, KINDS[flag.kind], _reason(flag)) for flag in found.flags]
    return Grid(("File", "What", "Why it does not count"), (26, 14, 60), tuple(rows))


def _reason(flag: Flag) -> str:
    """The message without what the row says already."""
    text = " ".join(flag.words.split()).removeprefix("error: ").removeprefix(f"{flag.name}: ")
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def deals(pen: Pen, found: Overview, width: int, size: float) -> list[Column]:
    """Tables that had the same cards and luck: what differs is what people did with them."""
    head = Column(pen, width)
    if not found.deals:
        head.words(
            "No deal was played at several tables. Give all tables the same seed to compare them.", size
        )
        return [head]
    head.words("The same cards and the same luck: what differs is what people did with them.", size)
    made = [head]
    for deal, tables in found.deals.items():
        column = Column(pen, width)
        column.words(f"**{deal}**", size, theme.TEXT)
        for n, table in enumerate(tables, 1):
            column.gap(6)
            column.words(f"**{n}.** {_played(table)}", size * 0.9, theme.TEXT)
        made.append(column)
    return made


def injects(pen: Pen, found: Overview, width: int, size: float) -> list[Column]:
    """What luck or the players alone did not decide, table by table."""
    made = []
    for table in found.tables:
        if table.injects:
            column = Column(pen, width)
            column.words(f"**{' against '.join(table.players)}**", size, theme.TEXT)
            column.gap(6)
            column.words(" ".join(table.injects), size * 0.9)
            made.append(column)
    if not made:
        made.append(Column(pen, width))
        made[0].words("Nobody chose in place of luck, voted, or ran out of time at any table.", size)
    return made


def _played(table: Table) -> str:
    names = " against ".join(table.players)
    return f"{names}: track {table.track}, Tension up to {table.peak}. {table.why}"


def answers(pen: Pen, found: Overview, width: int, size: float) -> list[Column]:
    """Before and after, question by question."""
    if not found.changes:
        column = Column(pen, width)
        column.words(
            "Nobody answered the questionnaire. The teacher's desk asks it, before and after.", size
        )
        return [column]
    legend = "How many chose each answer: **before the match → after it**, as bars one above the other. "
    legend += "The check mark is what research says."
    return [_change(pen, change, width, size, "" if n else legend) for n, change in enumerate(found.changes)]


def _change(pen: Pen, change: Change, width: int, size: float, legend: str) -> Column:
    column, item = Column(pen, width), change.item
    if legend:
        column.words(legend, size * 0.9)
        column.gap(10)
    column.words(f"**{item.words}**", size, theme.TEXT)
    most = max(1, *change.before, *change.after)
    for n, option in enumerate(item.options):
        column.gap(5)
        _option(column, option, (change.before[n], change.after[n]), most, item.right == n + 1, size * 0.95)
    if item.why:
        column.gap(8)
        column.words(f"{item.why} ({item.source})", size * 0.85)
    return column


def _option(column: Column, words: str, counts: tuple[int, int], most: int, is_right: bool, size: float) -> None:
    """One answer: its words, a bar for before and one for after, and both numbers."""
    pen, tone = column.pen, theme.GAIN if is_right else theme.TIP_EDGE
    left, bars, end = pen.tx(size * 1.5), round(column.width * 0.58), column.width - pen.tx(size * 5)
    room = bars - left - pen.tx(16)
    high = pen.paragraph_height(words, room, size)

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        middle, thick = y + high // 2, max(4, pen.tx(size * 0.34))
        if is_right:
            pen.blit_icon(target, "check", x + left // 2, y + pen.line(size) / 2, pen.tx(size), tone)
        top = y + (pen.line(size) - pen.cap("body", size)) / 2
        pen.paragraph(target, words, x + left, top, room, size, theme.TEXT if is_right else theme.TEXT_2)
        for count, colour, at in zip(counts, (theme.TEXT_3, tone), (middle - thick, middle + 1), strict=True):
            wide = max(2, round((end - bars) * count / most)) if count else 0
            target.fill(pygame.Color(colour), (x + bars, at, wide, thick))
        shown = f"{counts[0]} → {counts[1]}"
        pen.text(target, shown, x + column.width, middle, "bold", size, theme.TEXT, "rm")

    column.add(high, paint, words, counts, most, is_right, size)


LEGEND = (
    "A thin line is one table, dotted from where its match ended or stopped. "
    "The thick line is the middle of all tables: as many lie above it as below."
)


def path_figure(paths: Paths) -> Figure:
    """The curves of all tables."""

    def draw(pen: Pen, width: int, height: int) -> Chart:
        left = max((text for _, text in paths.axes.ticks), key=len)
        whole = frame(pen, width, height, left, paths.end)
        wide = pen.text_width(left, "medium", SCALE * whole.letters) + pen.px(14)
        chart = paths.draw(replace(whole, left=wide, bottom=round(whole.bottom * 1.25)), INK)
        return replace(chart, labels=tuple(replace(one, size=max(SCALE, one.size)) for one in chart.labels))

    tips = []
    for n, name in enumerate(paths.axes.names):
        here = sorted(curve[n] for curve in paths.curves if n < len(curve))
        when = name if not n else f"Round {name}"
        spread = f"{here[0]} to {here[-1]} at {len(here)} tables"
        tips.append((f"{PATHS[paths.name]}: {when} | {paths.middle[n]}", spread))
    title = f"{PATHS[paths.name]} by round"
    return Figure(f"path-{paths.name}", "chart", title, "", draw, tuple(tips))
