"""What there is to see of a match: each figure with its scale, its curves, and what to say of every value."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from game.classroom import series
from game.classroom.bars import diverging, dumbbells
from game.classroom.charts import BOTH, Axes, Band, Bar, Chart, Dumbbell, Line, steps
from game.classroom.curves import lines
from game.classroom.rounds import Moment
from game.classroom.series import Point, Series
from game.engine import terms as T
from game.engine.explain import why_lead
from game.match.words import Words, signed

from .. import theme
from ..icons import sector_icon
from ..pen import Pen
from .plot import INK, Figure, frame, letters

ZONES = tuple(
    Band(low, high, tone)
    for low, high, tone in zip((0, 2.5, 4.5, 6.5, 7.5), (2.5, 4.5, 6.5, 7.5, 10), theme.TENSION, strict=True)
)


def figures(course: list[Moment], words: Words) -> dict[str, Figure]:
    """All of them by name."""
    made = [
        _track(course, words),
        _movers(course, words),
        _tension(course, words),
        _decoupling(course, words),
        _sectors(course, words),
        *[_output(course, words, sector) for sector in range(T.UPSTREAM, T.SECTORS)],
        _resilience(course, words),
        *[
            _pair(course, words, name, title, curves, 10, cells)
            for name, title, curves, cells in (
                ("approval", "Approval", series.approval(course, words), (T.APPROVAL, T.APPROVAL + 1)),
                ("budget", "Budget", series.budget(course, words), (T.BUDGET, T.BUDGET + 1)),
                ("capital", "Political Capital", series.capital(course, words), (T.CAPITAL, T.CAPITAL + 1)),
            )
        ],
        _measures(course, words),
    ]
    return {figure.name: figure for figure in made}


# --- what is common to curves --------------------------------------------------------------------


def names(words: Words) -> tuple[str, ...]:
    """The words along the bottom: the start and every round of the scenario."""
    return ("Start", *[str(n) for n in range(1, words.book.tables.setting[T.ROUNDS] + 1)])


def _draw(axes: Axes, curves: Sequence[Line], zones: Sequence[Band] = (), widest: str = "") -> "Drawing":
    return Drawing(axes, tuple(curves), tuple(zones), widest or max((c.end for c in curves), key=len))


class Drawing:
    """Draws curves for any pen and size."""

    def __init__(self, axes: Axes, curves: tuple[Line, ...], zones: tuple[Band, ...], widest: str) -> None:
        self.axes, self.curves, self.zones, self.widest = axes, curves, zones, widest

    def __call__(self, pen: Pen, width: int, height: int) -> Chart:
        left = max((text for _, text in self.axes.ticks), key=len)
        return lines(frame(pen, width, height, left, self.widest), INK, self.axes, self.curves, self.zones)


def _ticks(low: int, high: int, most: int = 6) -> tuple[tuple[float, str], ...]:
    return tuple((value, str(value)) for value in steps(low, high, most))


def _line(course: list[Moment], curve: Series, end: str, most: int = 0) -> Line:
    return Line(curve.side, curve.values, end, not course[-1].is_final, _turns(curve, most))


def _turns(curve: Series, most: int) -> tuple[tuple[int, str], ...]:
    """The greatest changes and what each came from, no two side by side, so that their words have room."""
    changes = [(abs(b - a), n, b - a) for n, (a, b) in enumerate(pairwise(curve.values), 1) if a != b]
    found: dict[int, str] = {}
    for _, n, change in sorted(changes, key=lambda one: (-one[0], one[1])):
        if len(found) < most and not {n - 1, n + 1} & set(found):
            cause = max(curve.points[n].terms, key=lambda term: term.value * change).words
            found[n] = cause.split(": ")[-1].removeprefix("spotlight on ")
    return tuple((n, text[:1].upper() + text[1:]) for n, text in sorted(found.items()))


def _reasons(point: Point, n: int) -> list[str]:
    rows = [f"{term.words[:1].upper() + term.words[1:]} | {signed(term.value)}" for term in point.terms]
    if not rows and n:
        rows = ["No change in this round."]
    return [*rows, point.words]


def _pair_tips(
    course: list[Moment], words: Words, title: str, curves: Sequence[Series]
) -> tuple[tuple[str, ...], ...]:
    """For every moment: both sides' values, each with its causes."""
    found = []
    for n, moment in enumerate(course):
        rows = [f"{title}: {moment.title}"]
        for curve in curves:
            point = curve.points[n]
            rows += [f"**{words.sides[curve.side]}** | {point.value}", *_reasons(point, n)]
        found.append(tuple(row for row in rows if row))
    return tuple(found)


def _single_tips(course: list[Moment], curve: Series, shown: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    pairs = zip(course, curve.points, shown, strict=True)
    return tuple(
        (f"{curve.title}: {moment.title} | {text}", *[row for row in _reasons(point, n) if row])
        for n, (moment, point, text) in enumerate(pairs)
    )


# --- one by one ----------------------------------------------------------------------------------


def _track(course: list[Moment], words: Words) -> Figure:
    setting, curve = words.book.tables.setting, series.track(course, words)
    top, low = setting[T.END_US], -setting[T.END_CHINA]
    between = [value for value in steps(low, top, 9) if low + 1 < value < top - 1]  # else they touch those of the ends
    ticks = tuple((value, words.track(value)) for value in (low, *between, top))
    limits = ((top, theme.BRIGHT[0]), (low, theme.BRIGHT[1]))
    shown = [words.track(value) for value in curve.values]
    axes = Axes(low, top, ticks, names(words), limits=limits)
    draw = _draw(axes, [_line(course, curve, shown[-1], 3)], (), "CN +10")
    note = f"{words.shorts[0]} wins at +{top}, {words.shorts[1]} at +{-low}"
    tips = _single_tips(course, curve, shown)
    return Figure("track", "track", "Leadership by round", note, draw, tips, cells=(T.SHARED + T.TRACK,))


def _tension(course: list[Moment], words: Words) -> Figure:
    curve = series.tension(course, words)
    axes = Axes(0, 10, _ticks(0, 10), names(words), limits=((10, theme.TENSION[4]),))
    draw = _draw(axes, [_line(course, curve, str(curve.values[-1]), 2)], ZONES, "10")
    tips = _single_tips(course, curve, [str(value) for value in curve.values])
    return Figure("tension", "tension", "Tension", "10: Rupture", draw, tips, cells=(T.SHARED + T.TENSION,))


def _decoupling(course: list[Moment], words: Words) -> Figure:
    curve = series.decoupling(course, words)
    axes = Axes(0, T.MAX_DECOUPLING, _ticks(0, T.MAX_DECOUPLING, 7), names(words))
    draw = _draw(axes, [_line(course, curve, str(curve.values[-1]))], (), "10")
    tips = _single_tips(course, curve, [str(value) for value in curve.values])
    cells = (T.SHARED + T.DECOUPLING,)
    return Figure("decoupling", "decoupling", "Decoupling", "It never falls", draw, tips, cells=cells)


def _pair(
    course: list[Moment],
    words: Words,
    name: str,
    title: str,
    curves: tuple[Series, Series],
    top: int,
    cells: tuple[int, ...] = (),
) -> Figure:
    """Both sides' curves of one number between 0 and `top`."""
    axes = Axes(0, top, _ticks(0, top), names(words))
    ends = [_line(course, curve, f"{words.shorts[curve.side]} {curve.values[-1]}") for curve in curves]
    tips = _pair_tips(course, words, title, curves)
    return Figure(name, name, title, "", _draw(axes, ends, (), "CN 10"), tips, cells=cells)


def _measures(course: list[Moment], words: Words) -> Figure:
    curves = series.measures(course, words)
    top = max(6, *(value + 1 for curve in curves for value in curve.values))
    figure = _pair(course, words, "measures", "Levels of measures", curves, top)
    controls = tuple(range(T.CONTROL, T.CONTROL + 2 * T.UPSTREAM))
    cells = (*controls, *range(T.LISTING, T.LISTING + 2 * T.SECTORS), T.TARIFF, T.TARIFF + 1)
    note = "6 in all: Decoupling"
    return Figure("measures", "control", figure.title, note, figure.draw, figure.tips, cells=cells)


def _resilience(course: list[Moment], words: Words) -> Figure:
    curves = series.resilience(course, words)
    values = [value for curve in curves for value in curve.values]
    low, high = max(0, min(values) - 3) // 5 * 5, -(-(max(values) + 3) // 5) * 5
    axes = Axes(low, high, _ticks(low, high), names(words))
    ends = [_line(course, curve, f"{words.shorts[curve.side]} {curve.values[-1]}") for curve in curves]
    tips = _pair_tips(course, words, "Resilience", curves)
    return Figure("resilience", "resilience", "Resilience", "", _draw(axes, ends, (), "CN 60"), tips)


def _output(course: list[Moment], words: Words, sector: int) -> Figure:
    curves, printed = series.outputs(course, words, sector), words.book.sectors[sector]
    shaded = tuple(n for n, moment in enumerate(course) if n and moment.market.lit[sector])
    axes = Axes(0, T.TOP, _ticks(0, T.TOP), names(words), shaded)
    ends = [_line(course, curve, f"{words.shorts[curve.side]} {curve.values[-1]}") for curve in curves]
    tips = list(_pair_tips(course, words, printed.title, curves))
    for n in shaded:
        tips[n] = (*tips[n], "The spotlight is on it in this round.")
    icon = sector_icon(printed.id)
    name = f"output-{sector}"
    return Figure(
        name, icon, printed.title, "", _draw(axes, ends, (), "CN 10"), tuple(tips), cells=ledger(sector)
    )


def ledger(sector: int) -> tuple[int, ...]:
    """The cells that the history of a sector tells."""
    return tuple(first + side * T.SECTORS + sector for side in (0, 1) for first in (T.CAPABILITY, T.PROGRESS))


# --- in rows -------------------------------------------------------------------------------------


def _movers(course: list[Moment], words: Words) -> Figure:
    """What moved the track, at most so many rows; what is left is added up in a last one."""
    found = series.movers(course, words)
    bars = [
        Bar(
            mover.words[:1].upper() + mover.words[1:],
            f"round{'s' if len(mover.rounds) > 1 else ''} {', '.join(map(str, mover.rounds))}",
            mover.value,
            T.US if mover.value > 0 else T.CHINA,
            words.track(mover.value),
        )
        for mover in found[:8]
    ]
    rest = sum(mover.value for mover in found[8:])
    if rest:
        bars.append(Bar("Everything else", "", rest, T.US if rest > 0 else T.CHINA, words.track(rest)))
    most = max((abs(bar.value) for bar in bars), default=1)

    def draw(pen: Pen, width: int, height: int) -> Chart:
        size = 17 * letters(pen, width, height)
        widest = max((pen.text_width(bar.words, "head", size) for bar in bars), default=0)
        box = frame(pen, width, height, "", "CN +10")
        low = pen.px(8)  # nothing is written below the bars
        high = min(height, round(max(1, len(bars)) * pen.px(84) * box.letters) + box.top + low)
        left = min(widest + pen.px(20), round(width * 0.55))
        return diverging(replace(box, height=high, left=left, bottom=low), INK, bars, most)

    tips = tuple((f"{bar.words} | {bar.shown}", bar.note) for bar in bars)
    note = f"left: {words.shorts[0]}, right: {words.shorts[1]}" if bars else "nothing yet"
    return Figure("movers", "spotlight", "What moved the track", note, draw, tips, True)


def _sectors(course: list[Moment], words: Words) -> Figure:
    """Outputs at the start and now, all six sectors. The table's tags count points, and stockpiles with them."""
    rows, tips, last = [], [], course[-1]
    is_over = last.seen.shared[T.ENDING] != T.RUNNING  # in the middle of a round it may be
    for sector in range(T.UPSTREAM, T.SECTORS):
        us, china = (curve.values for curve in series.outputs(course, words, sector))
        lead = us[-1] - china[-1]
        leader = BOTH if not lead else T.US if lead > 0 else T.CHINA
        shown = "level" if not lead else f"{words.shorts[leader]} +{abs(lead)}"
        title = words.book.sectors[sector].title
        rows.append(Dumbbell(title, (us[0], china[0]), (us[-1], china[-1]), shown, leader))
        ends = [
            f"{words.sides[side]}: from {values[0]} to {values[-1]} | {signed(values[-1] - values[0])}"
            for side, values in enumerate((us, china))
        ]
        if not (last.had_market or is_over):
            ends.append(f"In the spotlight it would be {why_lead(words.book, last.seen, sector).words}")
        tips.append((f"{title}: lead in output | {shown}", *ends))
    icons = tuple(sector_icon(words.book.sectors[sector].id) for sector in range(T.UPSTREAM, T.SECTORS))

    def draw(pen: Pen, width: int, height: int) -> Chart:
        indent = pen.px(30)
        widest = max(pen.text_width(row.words, "head", 17 * letters(pen, width, height)) for row in rows)
        box = frame(pen, width, height, "", "CN +10", indent)
        left, top = indent + widest + pen.px(22), round(24 * box.type_scale)
        box = replace(box, left=left, top=top)
        return dumbbells(box, INK, Axes(0, T.TOP, _ticks(0, T.TOP)), rows, "Output lead")

    dot = "at the end" if is_over else "now, without stockpiles"
    dot = "last market phase" if last.had_market else dot
    return Figure(
        "sectors", "sector-chips", "Outputs", f"ring: start   dot: {dot}", draw, tuple(tips), True, icons
    )
