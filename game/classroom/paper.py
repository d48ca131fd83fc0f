"""Charts on paper: dark ink on white, words as SVG text, for reports that open in a browser and print."""

from collections.abc import Sequence
from html import escape

from game.engine import terms as T
from game.match.words import Words

from . import series
from .charts import BOTH, Axes, Chart, Frame, Ink, Label, Line, steps
from .curves import lines
from .rounds import Moment
from .series import Series
from .swings import Stand

INK = Ink(
    sides=("#1f5fa8", "#b3322b"),
    hatch="#ffffff",
    neutral="#333333",
    text="#1b1b1b",
    muted="#5c5c5c",
    grid="#d9d9d9",
    ground="#ffffff",
)
WIDE, SMALL = (760, 250), (370, 190)  # two small ones stand side by side
ANCHOR = {"l": "start", "c": "middle", "r": "end"}
BASE = {"t": "hanging", "m": "central", "b": "auto"}


def svg(chart: Chart, title: str) -> str:
    """The whole element; the title is for readers who can't see it."""
    words = "".join(_text(label) for label in chart.labels)
    own = "".join(c for c in title if c.isalnum())  # many charts share a page, and with it the names of fades
    defs, body = chart.defs.replace('id="', f'id="{own}'), chart.body.replace("url(#", f"url(#{own}")
    return (
        f'<svg viewBox="0 0 {chart.width} {chart.height}" role="img" aria-label="{escape(title, True)}" '
        f'xmlns="http://www.w3.org/2000/svg"><defs>{defs}</defs>{body}{words}</svg>'
    )


def _text(label: Label) -> str:
    weight = ' font-weight="600"' if label.is_strong else ""
    return (
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{ANCHOR[label.anchor[0]]}" '
        f'dominant-baseline="{BASE[label.anchor[1]]}" font-size="{label.size:g}" fill="{label.tone}"{weight}>'
        f"{escape(label.text)}</text>"
    )


def _frame(size: tuple[int, int], ticks: Sequence[str], end: str) -> Frame:
    """Room for the words of the scale and for those at the ends, at about half an em a letter."""
    left = max(len(words) for words in ticks) * 8 + 16
    return Frame(*size, left=left, top=14, right=len(end) * 10 + 24, bottom=32)


def _drawn(title: str, axes: Axes, curves: Sequence[Line], size: tuple[int, int] = SMALL) -> str:
    end = max((curve.end for curve in curves), key=len)
    frame = _frame(size, [words for _, words in axes.ticks], end)
    return svg(lines(frame, INK, axes, curves), title)


def _names(words: Words) -> tuple[str, ...]:
    return ("Start", *[str(n) for n in range(1, words.book.tables.setting[T.ROUNDS] + 1)])


def _ticks(low: int, high: int) -> tuple[tuple[float, str], ...]:
    return tuple((value, str(value)) for value in steps(low, high, 6))


def pair(words: Words, curves: Sequence[Series], most: int = 10) -> str:
    """Both sides' curves of one number from 0 up."""
    top = max(most, *(value for curve in curves for value in curve.values))
    axes = Axes(0, top, _ticks(0, top), _names(words))
    drawn = [
        Line(curve.side, curve.values, f"{words.shorts[curve.side]} {curve.values[-1]}") for curve in curves
    ]
    return _drawn(curves[0].title, axes, drawn)


def single(words: Words, curve: Series, low: int, high: int, end: str, size: tuple[int, int] = SMALL) -> str:
    axes = Axes(low, high, tuple((v, str(abs(v))) for v in steps(low, high, 6)), _names(words))
    return _drawn(curve.title, axes, [Line(BOTH, curve.values, end)], size)


def track(course: list[Moment], words: Words) -> str:
    curve, setting = series.track(course, words), words.book.tables.setting
    top, low = setting[T.END_US], -setting[T.END_CHINA]
    low, top = min(low, *curve.values), max(top, *curve.values)
    return single(words, curve, low, top, words.track(curve.values[-1]), WIDE)


def estimates(stood: Sequence[Stand], words: Words) -> str:
    """The chance of the US, in percent, before every move; rounds along the bottom."""
    values = tuple(round(100 * stand.estimate.chance) for stand in stood)
    named: set[int] = set()
    names = []
    for stand in stood:
        names.append("" if stand.round in named else f"R{stand.round}")
        named.add(stand.round)
    axes = Axes(0, 100, ((0, "0 %"), (50, "50 %"), (100, "100 %")), tuple(names))
    end = f"{values[-1]} %"
    return _drawn(f"{words.sides[T.US]}: chance of winning", axes, [Line(BOTH, values, end)], WIDE)


def all_of(course: list[Moment], stood: Sequence[Stand], words: Words) -> dict[str, str]:
    """Every chart of a report by name."""
    sectors = {
        f"output {words.book.sectors[j].title}": pair(words, series.outputs(course, words, j))
        for j in range(T.UPSTREAM, T.SECTORS)
    }
    tension, split = series.tension(course, words), series.decoupling(course, words)
    return {
        "estimates": estimates(stood, words) if len(stood) > 1 else "",
        "track": track(course, words),
        "tension": single(words, tension, 0, 10, str(tension.values[-1])),
        "decoupling": single(words, split, 0, 6, str(split.values[-1])),
        "resilience": pair(words, series.resilience(course, words), 30),
        "approval": pair(words, series.approval(course, words)),
        **sectors,
    }
