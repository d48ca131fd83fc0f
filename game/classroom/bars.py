"""Charts in rows: bars from a common zero, and where both sides began and ended."""

from collections.abc import Sequence

from game.engine import terms as T

from .charts import BOTH, Axes, Bar, Chart, Dumbbell, Frame, Ink, Label, marker


def _row(frame: Frame, n: int, count: int) -> float:
    """The middle of the n-th of `count` rows."""
    return frame.top + (frame.y1 - frame.top) * (n + 0.5) / count


def diverging(frame: Frame, ink: Ink, bars: Sequence[Bar], most: float) -> Chart:
    """Bars from a common zero: to the left what is the US's, to the right what is China's.

    The words stand left of the plot, the written value at the right edge. `most` is the length of a whole half.
    """
    zero, half = (frame.left + frame.x1) / 2, (frame.x1 - frame.left) / 2
    thick = min(18 * frame.scale, (frame.y1 - frame.top) / max(1, len(bars)) * 0.45)
    body, labels, spots = "", [], []
    for n, bar in enumerate(bars):
        y, length = _row(frame, n, len(bars)), half * min(1.0, abs(bar.value) / most)
        x = zero - length if bar.side == T.US else zero
        body += _flat(frame, ink, x, y - thick / 2, length, thick, bar.side)
        tone = ink.sides[bar.side] if bar.side < BOTH else ink.neutral
        lift = 7.5 * frame.type_scale if bar.note else 0  # a name and its note are a pair
        labels.append(Label(frame.indent, y - lift, bar.words, "lm", 17, ink.text, True))
        if bar.note:
            labels.append(Label(frame.indent, y + 7.5 * frame.type_scale, bar.note, "lm", 13.5, ink.muted))
        labels.append(Label(frame.width, y, bar.shown, "rm", 20, tone, True))
        spots.append((zero, y))
    width = max(1.0, frame.scale)
    body += f'<path d="M{zero:.1f} {frame.top}V{frame.y1}" stroke="{ink.muted}" stroke-width="{width:.1f}"/>'
    return Chart(frame.width, frame.height, body, "", tuple(labels), (tuple(spots),), letters=frame.letters)


def _flat(frame: Frame, ink: Ink, x: float, y: float, w: float, h: float, side: int) -> str:
    """A bar in a side's colour, China's hatched."""
    tone = ink.sides[side] if side < BOTH else ink.neutral
    body = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{min(4 * frame.scale, w / 2):.1f}" '
        f'fill="{tone}"/>'
    )
    if side != T.CHINA:
        return body
    step, slant = 7 * frame.scale, h * 0.7
    marks = ""
    at = x + 2 * frame.scale
    while at + slant < x + w:
        marks += f"M{at:.1f} {y + h - 1:.1f}L{at + slant:.1f} {y + 1:.1f}"
        at += step
    stroke = f'stroke="{ink.hatch}" stroke-opacity="0.5" stroke-width="{1.6 * frame.scale:.1f}"'
    return body + (f'<path d="{marks}" {stroke}/>' if marks else "")


def dumbbells(frame: Frame, ink: Ink, axes: Axes, rows: Sequence[Dumbbell], head: str) -> Chart:
    """Where both sides began (open marker) and where they are (full), a row for each name. `head` stands over what is
    written at the right, within the upper margin.
    """
    body, spots = "", []
    labels = [Label(frame.width, frame.top / 2, head, "rm", 13, ink.muted)]
    span = frame.x1 - frame.left

    def at(value: float) -> float:
        return frame.left + span * (value - axes.low) / (axes.high - axes.low)

    marks = "".join(f"M{at(value):.1f} {frame.top}V{frame.y1}" for value, _ in axes.ticks)
    body += f'<path d="{marks}" stroke="{ink.grid}" stroke-width="{max(1.0, frame.scale):.1f}"/>'
    labels += [
        Label(at(value), frame.y1 + 16 * frame.type_scale, words, "cm", 13, ink.muted)
        for value, words in axes.ticks
    ]
    for n, row in enumerate(rows):
        y = _row(frame, n, len(rows))
        lift = min(8 * frame.scale, (frame.y1 - frame.top) / len(rows) * 0.2)
        for side in (T.US, T.CHINA):
            level = y + (lift if side else -lift)
            body += _dumbbell(frame, ink, side, at(row.first[side]), at(row.last[side]), level)
        labels.append(Label(frame.indent, y, row.words, "lm", 17, ink.text, True))
        tone = ink.sides[row.leader] if row.leader < BOTH else ink.muted
        labels.append(Label(frame.width, y, row.shown, "rm", 17, tone, True))
        spots.append((at(row.last[0]), y))
    return Chart(frame.width, frame.height, body, "", tuple(labels), (tuple(spots),), letters=frame.letters)


def _dumbbell(frame: Frame, ink: Ink, side: int, first: float, last: float, y: float) -> str:
    s = frame.scale
    body = (
        f'<path d="M{first:.1f} {y:.1f}H{last:.1f}" stroke="{ink.sides[side]}" stroke-opacity="0.5" '
        f'stroke-width="{4 * s:.1f}"/>'
    )
    body += marker(ink, side, first, y, 4.4 * s, True, s)
    return body + marker(ink, side, last, y, 5.4 * s, False, s)
