"""The curve of the chances: how a match stood before each move, with all cards open."""

from collections.abc import Sequence
from dataclasses import replace

from game.classroom.charts import BOTH, Axes, Chart, Label, Line, marker
from game.classroom.curves import lines
from game.classroom.debrief import Debrief
from game.classroom.swings import Stand, TurningPoint
from game.engine import terms as T

from .. import theme
from ..charts.plot import INK, Figure, frame
from ..pen import Pen

TICKS = ((0.0, "0 %"), (50.0, "50 %"), (100.0, "100 %"))


def figure(found: Debrief) -> Figure:
    """The chance of the first side, in percent."""
    short = found.words.shorts[T.US]
    stood = found.stands
    values = tuple(round(100 * stand.estimate.chance) for stand in stood)

    def draw(pen: Pen, width: int, height: int) -> Chart:
        axes = Axes(0, 100, TICKS, _names(stood))
        end = f"{values[-1]} %"
        room = frame(pen, width, height, "100 %", "100 %")
        return _marked(pen, lines(room, INK, axes, [Line(BOTH, values, end)]), stood, found.turns)

    tips = tuple((f"{_when(found, stand)} | {value} %",) for stand, value in zip(stood, values, strict=True))
    return Figure("chances", "track", f"{short} chance of winning", "numbers: the turning points", draw, tips)


def _marked(pen: Pen, chart: Chart, stood: Sequence[Stand], turns: Sequence[TurningPoint]) -> Chart:
    """The curve with its turning points: the stretch in the colour of the side that moved, its sign and number."""
    number_of = {stand.action: n for n, stand in enumerate(stood)}
    spots, body, labels = chart.spots[0], chart.body, list(chart.labels)
    for number, turn in enumerate(turns, 1):
        n = number_of[turn.action]
        (x0, y0), (x1, y1) = spots[n : n + 2]
        tone = theme.BRIGHT[turn.side]
        body += f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" stroke="{tone}" stroke-width="{6 * pen.scale:.1f}"/>'
        if n + 2 < len(spots):  # the last value has its words there
            body += marker(INK, turn.side, x1, y1, 9 * pen.scale, True, pen.scale * 1.4)
        labels.append(_number(pen, chart, number, turn, x1, y1))
    return replace(chart, body=body, labels=tuple(labels))


def _number(pen: Pen, chart: Chart, number: int, turn: TurningPoint, x: float, y: float) -> Label:
    """Its number and swing beyond the point, or on its inner side where there is no room."""
    away = 34 * pen.type_scale
    beyond = y - away if turn.swing > 0 else y + away
    if not away / 2 < beyond < chart.foot - away / 2:
        beyond = y + away if turn.swing > 0 else y - away
    words = f"{number} · {100 * turn.swing:+.0f}".replace("-", "−")
    half = pen.text_width(words, "medium", 17) / 2 + pen.tx(12)
    x = min(max(x, chart.spots[0][0][0] + half), chart.width - half)
    return Label(x, beyond, words, "cm", 17, theme.BRIGHT[turn.side], False, True)


def _names(stood: list[Stand]) -> tuple[str, ...]:
    """Each round's number under its first move."""
    names, named = [], 0
    for stand in stood:
        names.append(str(stand.round) if stand.round != named else "")
        named = stand.round
    return tuple(names)


def _when(found: Debrief, stand: Stand) -> str:
    if stand.side not in (T.US, T.CHINA):
        return "The end"
    return f"Round {stand.round}, {found.words.shorts[stand.side]} to move"
