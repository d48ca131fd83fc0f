"""The curve of the chances: how a match stood before each move, with all cards open."""

from game.classroom.charts import BOTH, Axes, Chart, Line
from game.classroom.curves import lines
from game.classroom.debrief import Debrief
from game.classroom.swings import Stand
from game.engine import terms as T

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
        return lines(room, INK, axes, [Line(BOTH, values, end)])

    tips = tuple((f"{_when(found, stand)} | {value} %",) for stand, value in zip(stood, values, strict=True))
    return Figure(
        "chances", "track", f"{short} chance of winning", "before each move, all cards open", draw, tips
    )


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
