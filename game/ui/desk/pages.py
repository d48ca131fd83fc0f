"""The pages of the class report: grids, blocks of words and curves, made from an overview."""

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

KINDS = {"duplicate": "counted once", "altered": "altered", "unreadable": "unreadable"}
PATHS = {"track": "Leadership track", "tension": "Tension", "decoupling": "Decoupling"}


def results(found: Overview) -> Grid:
    heads = (*found.shorts, "Result", "Track", "Tension, peak", "Decoupling", "Scenario · seed")
    rows = [
        (*table.players, table.result, table.track, str(table.peak), str(table.decoupling), table.deal)
        for table in found.tables
    ]
    won = tuple(_winner(found, table) for table in found.tables)
    return Grid(heads, (17, 17, 13, 8, 11, 11, 23), tuple(rows), (3, 4, 5), won, 2)


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
    heads = ("Who", "Table", "Forecasts", "Right direction", "Brier score")
    rows = [
        (one.name, one.table, str(one.count), str(one.right), f"{one.brier:.2f}") for one in found.forecasters
    ]
    return Grid(heads, (22, 38, 12, 14, 14), tuple(rows), (2, 3, 4))


def sureness(found: Overview) -> str:
    """How the class forecast, in a sentence or two."""
    if found.mean is None:
        return "Nobody made a forecast."
    parts = [
        f"Brier score of the class: {found.mean:.2f}. 0 is best, {BLIND:.2f} is what guessing blindly gets.",
        *[
            f"Of {count} said with {words} confidence, {100 * share:.0f} % came true."
            for words, count, share in found.calibration
        ],
    ]
    return " ".join(parts)


def flags(found: Overview) -> Grid:
    rows = [(flag.name, KINDS[flag.kind], _reason(flag)) for flag in found.flags]
    return Grid(("File", "What", "Why it does not count"), (26, 14, 60), tuple(rows))


def _reason(flag: Flag) -> str:
    """The message without what the row says already."""
    text = " ".join(flag.words.split()).removeprefix("error: ").removeprefix(f"{flag.name}: ")
    return text[:1].upper() + text[1:]


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
            for line in table.injects:
                column.gap(6)
                column.words(line, size * 0.9)
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
    head = Column(pen, width)
    head.words("How many chose each answer: **before the match → after it**. The tick is what research says.", size)
    return [head, *[_change(pen, change, width, size) for change in found.changes]]


def _change(pen: Pen, change: Change, width: int, size: float) -> Column:
    column, item = Column(pen, width), change.item
    column.words(f"**{item.words}**", size, theme.TEXT)
    for n, option in enumerate(item.options):
        is_right = item.right == n + 1
        before, after = change.before[n], change.after[n]
        text = f"{option}: **{before} → {after}**"
        column.gap(3)
        tone = theme.GAIN if is_right else theme.TEXT_2
        column.item(
            "check" if is_right else "", text, theme.TEXT if is_right else theme.TEXT_2, size * 0.9, tone
        )
    if item.why:
        column.gap(6)
        column.words(f"{item.why} ({item.source})", size * 0.75)
    return column


def path_figure(paths: Paths) -> Figure:
    """The curves of all tables."""

    def draw(pen: Pen, width: int, height: int) -> Chart:
        left = max((text for _, text in paths.axes.ticks), key=len)
        return paths.draw(frame(pen, width, height, left, paths.end), INK)

    tips = []
    for n, name in enumerate(paths.axes.names):
        here = sorted(curve[n] for curve in paths.curves if n < len(curve))
        when = name if not n else f"Round {name}"
        spread = f"{here[0]} to {here[-1]} at {len(here)} tables"
        tips.append((f"{PATHS[paths.name]}: {when} | {paths.middle[n]}", spread))
    legend = "thin: one table · thick: the middle of all"
    return Figure(f"path-{paths.name}", "chart", PATHS[paths.name], legend, draw, tuple(tips))
