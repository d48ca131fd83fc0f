"""Curves by round: over a grid, over zones of colour, or around a zero."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from game.engine import terms as T

from .charts import BOTH, Axes, Band, Chart, Frame, Ink, Label, Line, marker

NOTE_LETTER = 6  # units that a letter of a note is wide, about


def lines(frame: Frame, ink: Ink, axes: Axes, curves: Sequence[Line], zones: Sequence[Band] = ()) -> Chart:
    """Curves over a grid, perhaps over coloured zones. A single curve of nobody's is filled from the zero.

    Every curve is as long as its values; the axis has room for all names.
    """
    places = [places_of(frame, axes, curve.values) for curve in curves]
    body, defs = bands(frame, axes, zones) + _shades(frame, ink, axes) + _grid(frame, ink, axes), ""
    for n, (curve, spots) in enumerate(zip(curves, places, strict=True)):
        if zones:
            continue
        fill = _around_zero if curve.side == BOTH and axes.low < 0 else _under
        part, fades = fill(frame, ink, axes, curve.side, spots, f"f{n}")
        body, defs = body + part, defs + fades
    body += "".join(_limit(frame, axes, value, tone) for value, tone in axes.limits)
    labels = [*_scale_words(frame, ink, axes), *_ends(frame, ink, axes, curves, places)]
    for curve, spots in zip(curves, places, strict=True):
        notes = _notes(frame, ink, axes, curve, spots)
        body += "".join(_stem(frame, note, spots[n]) for n, note in notes)
        labels += [note for _, note in notes]
    for curve, spots in zip(curves, places, strict=True):
        body += _stroke(frame, ink, curve.side, spots)
    for curve, spots in zip(curves, _apart(frame, places), strict=True):
        body += _markers(frame, ink, axes, curve, spots)
    return Chart(frame.width, frame.height, body, defs, tuple(labels), tuple(places), frame.y1, frame.letters)


def bands(frame: Frame, axes: Axes, zones: Sequence[Band]) -> str:
    """Zones of the scale behind everything: a tint across, and the full colour at the left edge."""
    body, edge = "", 5 * frame.scale
    for zone in zones:
        top, bottom = _y(frame, axes, zone.high), _y(frame, axes, zone.low)
        place = f'y="{top:.1f}" height="{bottom - top:.1f}"'
        width = frame.x1 - frame.left
        body += f'<rect x="{frame.left}" {place} width="{width}" fill="{zone.tone}" fill-opacity="0.13"/>'
        body += f'<rect x="{frame.left}" {place} width="{edge:.1f}" fill="{zone.tone}"/>'
    return body


Spots = tuple[tuple[float, float], ...]


def column(frame: Frame, n: int, count: int) -> float:
    """Where the n-th of `count` names stands."""
    return frame.left + (frame.x1 - frame.left) * n / max(1, count - 1)


def _y(frame: Frame, axes: Axes, value: float) -> float:
    share = (value - axes.low) / (axes.high - axes.low)
    return frame.y1 - (frame.y1 - frame.top) * min(1.0, max(0.0, share))


def places_of(frame: Frame, axes: Axes, values: Sequence[int]) -> Spots:
    """Where the values of a curve lie."""
    count = max(len(axes.names), len(values))
    return tuple((column(frame, n, count), _y(frame, axes, value)) for n, value in enumerate(values))


def _grid(frame: Frame, ink: Ink, axes: Axes) -> str:
    width = max(1.0, frame.scale)
    rows = "".join(f"M{frame.left} {_y(frame, axes, value):.1f}H{frame.x1}" for value, _ in axes.ticks)
    body = f'<path d="{rows}" stroke="{ink.grid}" stroke-width="{width:.1f}"/>'
    if axes.low < 0 < axes.high:
        zero = _y(frame, axes, 0)
        body += (
            f'<path d="M{frame.left} {zero:.1f}H{frame.x1}" stroke="{ink.muted}" stroke-width="{width:.1f}"/>'
        )
    return body


def _shades(frame: Frame, ink: Ink, axes: Axes) -> str:
    """Lighter columns."""
    half = (frame.x1 - frame.left) / max(1, len(axes.names) - 1) / 2
    body = ""
    for n in axes.shaded:
        x = column(frame, n, len(axes.names))
        left, right = max(frame.left, x - half), min(frame.x1, x + half)
        body += (
            f'<rect x="{left:.1f}" y="{frame.top}" width="{right - left:.1f}" height="{frame.y1 - frame.top}" '
            f'fill="{ink.text}" fill-opacity="0.05"/>'
        )
    return body


def _scale_words(frame: Frame, ink: Ink, axes: Axes) -> list[Label]:
    gap = 12 * frame.scale
    low = 20 * frame.type_scale
    found = [
        Label(frame.left - gap, _y(frame, axes, value), words, "rm", 13, ink.muted)
        for value, words in axes.ticks
    ]
    for n, name in enumerate(axes.names):
        x = column(frame, n, len(axes.names))
        found.append(Label(x, frame.y1 + low, name, "cm", 13, ink.muted))
    return found


def _path(spots: Spots) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)


def _fade(name: str, y0: float, y1: float, tone: str, shares: tuple[float, float]) -> str:
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{y0:.1f}" x2="0" y2="{y1:.1f}">'
        f'<stop offset="0" stop-color="{tone}" stop-opacity="{shares[0]}"/>'
        f'<stop offset="1" stop-color="{tone}" stop-opacity="{shares[1]}"/></linearGradient>'
    )


def _tone(ink: Ink, side: int) -> str:
    return ink.neutral if side == BOTH else ink.sides[side]


def _under(frame: Frame, ink: Ink, axes: Axes, side: int, spots: Spots, name: str) -> tuple[str, str]:
    """The area below a curve, fading to the bottom."""
    if len(spots) < 2 or axes.low:  # an area tells a share only where it stands on the zero
        return "", ""
    area = f"{_path(spots)}L{spots[-1][0]:.1f} {frame.y1}L{spots[0][0]:.1f} {frame.y1}Z"
    return f'<path d="{area}" fill="url(#{name})"/>', _fade(
        name, frame.top, frame.y1, _tone(ink, side), (0.26, 0.01)
    )


def _around_zero(frame: Frame, ink: Ink, axes: Axes, side: int, spots: Spots, name: str) -> tuple[str, str]:
    """The areas between a curve and the zero: above it the US's, below it China's, hatched."""
    zero = _y(frame, axes, 0)
    crossed = _with_crossings(spots, zero)
    body = ""
    for side in (T.US, T.CHINA):
        pick = min if side == T.US else max
        edge = tuple((x, pick(y, zero)) for x, y in crossed)
        if len(edge) < 2 or all(y == zero for _, y in edge):
            continue
        area = f"{_path(edge)}L{edge[-1][0]:.1f} {zero:.1f}L{edge[0][0]:.1f} {zero:.1f}Z"
        body += f'<path d="{area}" fill="url(#{name}{side})"/>'
        if side == T.CHINA:
            body += _hatched(frame, ink, edge, zero)
    defs = _fade(f"{name}0", frame.top, zero, ink.sides[0], (0.6, 0.12))
    return body, defs + _fade(f"{name}1", zero, frame.y1, ink.sides[1], (0.12, 0.6))


def _with_crossings(spots: Spots, zero: float) -> Spots:
    """The same curve with a point wherever it crosses the zero."""
    found = list(spots[:1])
    for (x0, y0), (x1, y1) in pairwise(spots):
        if (y0 - zero) * (y1 - zero) < 0:
            found.append((x0 + (x1 - x0) * (zero - y0) / (y1 - y0), zero))
        found.append((x1, y1))
    return tuple(found)


def _hatched(frame: Frame, ink: Ink, edge: Spots, zero: float) -> str:
    """Fine upright lines between the zero and the curve below it."""
    step, marks = 7 * frame.scale, ""
    for (x0, y0), (x1, y1) in pairwise(edge):
        first = int(x0 / step) + 1
        for k in range(first, int(x1 / step) + 1):
            y = y0 + (y1 - y0) * (k * step - x0) / (x1 - x0)
            if y - zero > 2:
                marks += f"M{k * step:.1f} {zero:.1f}V{y:.1f}"
    stroke = f'stroke="{ink.sides[1]}" stroke-opacity="0.4" stroke-width="{max(1.0, 1.2 * frame.scale):.1f}"'
    return f'<path d="{marks}" {stroke}/>' if marks else ""


def _limit(frame: Frame, axes: Axes, value: float, tone: str) -> str:
    dash, width = f"{8 * frame.scale:.1f} {6 * frame.scale:.1f}", 2 * frame.scale
    return (
        f'<path d="M{frame.left} {_y(frame, axes, value):.1f}H{frame.x1}" stroke="{tone}" '
        f'stroke-width="{width:.1f}" stroke-dasharray="{dash}"/>'
    )


def _stroke(frame: Frame, ink: Ink, side: int, spots: Spots) -> str:
    """The curve itself: China's dashed, so that two that run together are both seen."""
    if len(spots) < 2:
        return ""
    tone = _tone(ink, side)
    dash = f'stroke-dasharray="{9 * frame.scale:.1f} {5 * frame.scale:.1f}"' if side == T.CHINA else ""
    return (
        f'<path d="{_path(spots)}" fill="none" stroke="{tone}" stroke-width="{3 * frame.scale:.1f}" '
        f'stroke-linejoin="round" {dash}/>'
    )


def _apart(frame: Frame, places: list[Spots]) -> list[Spots]:
    """Markers that would cover each other, moved a little to either side."""
    if len(places) != 2:
        return places
    by, near = 4 * frame.scale, 5 * frame.scale
    moved: list[list[tuple[float, float]]] = [list(spots) for spots in places]
    for n, ((x, y), (_, other)) in enumerate(zip(*places, strict=False)):
        if abs(y - other) < near:
            moved[0][n], moved[1][n] = (x - by, y), (x + by, other)
    return [tuple(spots) for spots in moved]


def _markers(frame: Frame, ink: Ink, axes: Axes, curve: Line, spots: Spots) -> str:
    """A marker for every value, if they have room; an open one where the value may still change."""
    body = ""
    is_dense = len(spots) > 1 and spots[1][0] - spots[0][0] < 22 * frame.scale
    for n, (x, y) in enumerate(spots):
        if is_dense and not (curve.is_open and n == len(spots) - 1):
            continue
        side = _leader(axes, curve, curve.values[n])
        is_open = curve.is_open and n == len(spots) - 1
        body += marker(ink, side, x, y, (6 if is_open else 4.6) * frame.scale, is_open, frame.scale)
    return body


def _ends(frame: Frame, ink: Ink, axes: Axes, curves: Sequence[Line], places: Sequence[Spots]) -> list[Label]:
    """What stands after the last value of each curve, pushed apart where curves end together."""
    ends = [(spots[-1], curve) for curve, spots in zip(curves, places, strict=True) if curve.end and spots]
    ends.sort(key=lambda end: (end[0][1], end[1].side))
    step = 22 * frame.type_scale
    tops = [y for (_, y), _ in ends]
    if len(tops) == 2 and tops[1] - tops[0] < step:
        middle = min(max(sum(tops) / 2, frame.top + step / 2), frame.y1 - step / 2)
        tops = [middle - step / 2, middle + step / 2]
    found = []
    for ((x, _), curve), y in zip(ends, tops, strict=True):
        side = _leader(axes, curve, curve.values[-1])
        found.append(Label(x + 14 * frame.scale, y, curve.end, "lm", 20, _tone(ink, side), True))
    return found


def _notes(frame: Frame, ink: Ink, axes: Axes, curve: Line, spots: Spots) -> list[tuple[int, Label]]:
    """Words on the outer side of a turn, with its number; where there is no room, after it on the inner side."""
    found: list[tuple[int, Label]] = []
    away = 28 * frame.type_scale
    limits = tuple(_y(frame, axes, value) for value, _ in axes.limits)
    for n, words in curve.notes:
        x, y = spots[n]
        is_rising, is_last = y < spots[max(0, n - 1)][1], n == len(axes.names) - 1
        outer, inner = (y - away, y + away) if is_rising else (y + away, y - away)
        tone = ink.muted if axes.low >= 0 else ink.sides[T.US if is_rising else T.CHINA]
        beside, levels = 18 * frame.type_scale, (0.75 * step for step in range(5))
        tries = [(x, outer + (outer - y) * more, anchor) for more in levels for anchor in ("cm", "rm", "lm")]
        tries[6:6] = [(x, inner, anchor) for anchor in ("lm", "rm", "cm")]
        tries += [(x + beside, y, "lm"), (x - beside, y, "rm")]
        places = [Label(left, at, words, anchor, 13, tone, False, True) for left, at, anchor in tries]
        free = (one for one in places if _is_free(frame, one, spots, limits))
        place = next((one for one in free if not any(_overlap(frame, one, other) for _, other in found)), None)
        if place is not None:
            found.append((n, place))
        elif not is_last:
            anchor = "cm" if frame.top < outer < frame.y1 - away / 2 else "lm"
            label = Label(x, outer if anchor == "cm" else inner, words, anchor, 13, tone, False, True)
            found.append((n, _beside_last(frame, label, spots[-1])))
    return found


def _stem(frame: Frame, label: Label, spot: tuple[float, float]) -> str:
    """From a turn to its words, so that they are of no other."""
    wide, high = _extent(frame, label)
    left, inset = _left_of(label, wide), 12 * frame.type_scale
    x = min(max(spot[0], left + inset), left + wide - inset)
    y = label.y + high / 3 * (1 if label.y < spot[1] else -1)
    if abs(label.y - spot[1]) < high / 3:
        x, y = (left if left > spot[0] else left + wide), spot[1]
    look = f'stroke="{label.tone}" stroke-width="{max(1.0, 1.4 * frame.scale):.1f}"'
    return f'<path d="M{spot[0]:.1f} {spot[1]:.1f}L{x:.1f} {y:.1f}" {look}/>'


def _extent(frame: Frame, label: Label) -> tuple[float, float]:
    """About how wide and high a note is, with some air around it."""
    return (NOTE_LETTER * len(label.text) + 24) * frame.type_scale, 30 * frame.type_scale


def _overlap(frame: Frame, one: Label, other: Label) -> bool:
    wides = [_extent(frame, label)[0] for label in (one, other)]
    a, b = (_left_of(label, wide) for label, wide in zip((one, other), wides, strict=True))
    return a < b + wides[1] and b < a + wides[0] and abs(one.y - other.y) < _extent(frame, one)[1]


def _left_of(label: Label, wide: float) -> float:
    return label.x - {"l": 0.0, "c": wide / 2, "r": wide}[label.anchor[0]]


def _is_free(frame: Frame, label: Label, spots: Spots, limits: Sequence[float]) -> bool:
    """Whether a note lies inside the plot, on no curve and on no line of an end."""
    wide, high = _extent(frame, label)
    left = _left_of(label, wide)
    top, bottom = label.y - high / 2, label.y + high / 2
    if left < frame.left or left + wide > frame.x1 or top < frame.top or bottom > frame.y1:
        return False
    return not crosses(spots, (left, top, left + wide, bottom)) and not any(top < y < bottom for y in limits)


def crosses(spots: Spots, box: tuple[float, float, float, float]) -> bool:
    """Whether a curve runs through a box of left, top, right, bottom."""
    left, top, right, bottom = box
    for (x0, y0), (x1, y1) in pairwise(spots):
        a, b = max(left, x0), min(right, x1)
        if a > b:
            continue
        ends = [y0 + (y1 - y0) * ((x - x0) / (x1 - x0) if x1 > x0 else 0.0) for x in (a, b)]
        if min(ends) < bottom and max(ends) > top:
            return True
    return False


def _beside_last(frame: Frame, label: Label, last: tuple[float, float]) -> Label:
    """Before the last value, where the words would lie on it."""
    wide, _ = _extent(frame, label)
    right = _left_of(label, wide) + wide
    before = last[0] - 12 * frame.scale
    if right < before or abs(label.y - last[1]) > 22 * frame.type_scale:
        return label
    return replace(label, x=before, anchor="rm")


def _leader(axes: Axes, curve: Line, value: int) -> int:
    """Whose a value is: around a zero that of the side that leads, else the curve's."""
    if curve.side != BOTH or axes.low >= 0 or not value:
        return curve.side
    return T.US if value > 0 else T.CHINA
