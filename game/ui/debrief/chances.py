"""The curve of the chances: how a match stood before each move, with all cards open."""

import math
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
PILL = 17  # letters of a turning point's number
ASIDE = 8  # units by which the last value makes room for a marker


def figure(found: Debrief) -> Figure:
    """The chance of the first side, in percent."""
    short = found.words.shorts[T.US]
    stood = found.stands
    values = tuple(round(100 * stand.estimate.chance) for stand in stood)

    def draw(pen: Pen, width: int, height: int) -> Chart:
        axes = Axes(0, 100, TICKS, _names(stood))
        end = f"{values[-1]} %"
        room = frame(pen, width, height, "100 %", "100 %")
        top = pen.pill_height(PILL * room.letters)  # a number stands beside a point at the top, too
        room = replace(room, top=top, right=room.right + pen.px(ASIDE))
        return _marked(pen, lines(room, INK, axes, [Line(BOTH, values, end)]), stood, found.turns)

    tips = tuple((f"{_when(found, stand)} | {value} %",) for stand, value in zip(stood, values, strict=True))
    return Figure("chances", "track", f"{short} chance of winning", f"turning points: + for {short}", draw, tips)


def _marked(pen: Pen, chart: Chart, stood: Sequence[Stand], turns: Sequence[TurningPoint]) -> Chart:
    """The curve with its turning points: the stretch in the colour and with the sign of the side it helped, and its
    number.
    """
    number_of = {stand.action: n for n, stand in enumerate(stood)}
    spots, body, aside = chart.spots[0], chart.body, ASIDE * pen.scale
    labels = [replace(label, x=label.x + aside) if label.is_strong else label for label in chart.labels]
    for number, turn in enumerate(turns, 1):
        n = number_of[turn.action]
        (x0, y0), (x1, y1) = spots[n : n + 2]
        gains = T.US if turn.swing > 0 else T.CHINA
        swing = round(100 * turn.after) - round(100 * turn.before)  # of the numbers that stand beside the curve
        tone, words = theme.BRIGHT[gains], f"{number} · {swing:+}".replace("-", "−")
        pill = _number(pen, chart, [label for label in labels if label.is_pill], words, (x1, y1), tone)
        labels.append(pill)
        stem = f'<path d="M{x1:.1f} {y1:.1f}L{pill.x:.1f} {pill.y:.1f}" stroke="{tone}"'
        body += f'{stem} stroke-width="{1.5 * pen.scale:.1f}"/>'
        body += f'<path d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" stroke="{tone}" stroke-width="{6 * pen.scale:.1f}"/>'
        body += marker(INK, gains, x1, y1, 9 * pen.scale, True, pen.scale * 1.4)
    return replace(chart, body=body, labels=tuple(labels))


def _number(
    pen: Pen, chart: Chart, taken: Sequence[Label], words: str, spot: tuple[float, float], tone: str
) -> Label:
    """Its number and swing, as near to the point as they lie on no curve and on no other number."""
    size, spots = PILL * chart.letters, chart.spots[0]
    high, clear = pen.pill_height(size), 14 * pen.scale
    half = (pen.text_width(words, "head", size) + high) / 2
    ways = [(x * high / 3, y * high / 3) for x in range(-24, 25) for y in range(-24, 25)]
    ways = [(x, y) for x, y in ways if abs(x) > half + clear or abs(y) > high / 2 + clear]  # off its own marker
    places = [(spot[0] + x, spot[1] + y) for x, y in sorted(ways, key=lambda way: math.hypot(*way))]

    def is_free(x: float, y: float) -> bool:
        air = 6 * pen.scale
        box = (x - half - air, y - high / 2 - air, x + half + air, y + high / 2 + air)
        near = any(abs(x - one.x) < 2 * half and abs(y - one.y) < high * 1.2 for one in taken)
        is_inside = spots[0][0] < box[0] and box[2] < spots[-1][0] and y > high / 2 and box[3] < chart.foot
        return is_inside and not near and not crosses(spots, box)

    x, y = next((place for place in places if is_free(*place)), (spot[0], spot[1] - high * 1.25))
    return Label(x, y, words, "cm", PILL, tone, False, True)


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
