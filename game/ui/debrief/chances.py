"""The curve of the chances: how a match stood before each move, with all cards open."""

from collections.abc import Sequence
from dataclasses import replace

from game.classroom.charts import BOTH, Axes, Chart, Label, Line, marker
from game.classroom.curves import crosses, lines
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
    return Figure("chances", "track", f"{short} chance of winning", f"turning points: + for {short}", draw, tips)


def _marked(pen: Pen, chart: Chart, stood: Sequence[Stand], turns: Sequence[TurningPoint]) -> Chart:
    """The curve with its turning points: the stretch in the colour and with the sign of the side it helped, and its
    number.
    """
    number_of = {stand.action: n for n, stand in enumerate(stood)}
    spots, body, labels = chart.spots[0], chart.body, list(chart.labels)
    for number, turn in enumerate(turns, 1):
        n = number_of[turn.action]
        (x0, y0), (x1, y1) = spots[n : n + 2]
        gains = T.US if turn.swing > 0 else T.CHINA
        tone = theme.BRIGHT[gains]
        body += f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" stroke="{tone}" stroke-width="{6 * pen.scale:.1f}"/>'
        if n + 2 < len(spots):  # the last value has its words there
            body += marker(INK, gains, x1, y1, 9 * pen.scale, True, pen.scale * 1.4)
        taken = [label for label in labels if label.is_pill]
        labels.append(_number(pen, chart, taken, number, turn, (x1, y1), tone))
    return replace(chart, body=body, labels=tuple(labels))


def _number(
    pen: Pen,
    chart: Chart,
    taken: Sequence[Label],
    number: int,
    turn: TurningPoint,
    spot: tuple[float, float],
    tone: str,
) -> Label:
    """Its number and swing beyond the point, or beside it, where it lies on nothing else."""
    words = f"{number} · {100 * turn.swing:+.0f}".replace("-", "−")
    half, away = pen.text_width(words, "medium", 17) / 2 + pen.tx(12), 34 * pen.type_scale
    up = -1 if turn.swing > 0 else 1
    left, right = chart.spots[0][0][0] + half, chart.width - half
    tries = [(0.0, away * up), *((side * (half + away * 0.6), down) for down in (0.0, away * up, 2 * away * up)
                                  for side in (-1, 1)), (0.0, -away * up)]  # fmt: skip
    places = [(min(max(spot[0] + x, left), right), spot[1] + y) for x, y in tries]
    inside = [(x, y) for x, y in places if away / 2 < y < chart.foot - away / 2] or places

    def is_free(x: float, y: float) -> bool:
        box = (x - half, y - away / 2, x + half, y + away / 2)
        near = any(abs(x - one.x) < 2 * half and abs(y - one.y) < away for one in taken)
        return not near and not crosses(chart.spots[0], box)

    x, y = next((place for place in inside if is_free(*place)), inside[0])
    return Label(x, y, words, "cm", 17, tone, False, True)


def _names(stood: list[Stand]) -> tuple[str, ...]:
    """Each round's number under its first move; the first says that they are rounds."""
    names: list[str] = []
    named = 0
    for stand in stood:
        name = str(stand.round) if any(names) else f"Round {stand.round}"
        names.append(name if stand.round != named else "")
        named = stand.round
    return tuple(names)


def _when(found: Debrief, stand: Stand) -> str:
    if stand.side not in (T.US, T.CHINA):
        return "The end"
    return f"Round {stand.round}, {found.words.shorts[stand.side]} to move"
