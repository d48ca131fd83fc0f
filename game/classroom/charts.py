"""Charts as SVG: pure functions from numbers to a body of elements, with the words kept apart.

SVG renderers of games know no text and pages have fonts of their own, so a label is only a place, a size and a
colour. All is in pixels of the chart's own box; `scale` is pixels per design unit. The US is round and solid,
China a diamond and dashed or hatched: colour is never the only cue.
"""

from dataclasses import dataclass

from game.engine import terms as T

BOTH = 2  # the side of a line or bar that belongs to nobody


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart: bright ones for a dark screen, dark ones for paper."""

    sides: tuple[str, str]
    hatch: str  # the lines across China's bars
    neutral: str
    text: str
    muted: str
    grid: str
    ground: str  # what the chart lies on: the inside of open markers


@dataclass(frozen=True, slots=True)
class Frame:
    """A chart's box, and the margins that its words need."""

    width: int
    height: int
    scale: float = 1.0
    type_scale: float = 1.0  # pixels per unit of type: words shrink less than everything else
    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0
    indent: int = 0  # where the words of rows begin
    letters: float = 1.0  # how many times as large as usual they are; `type_scale` counts it already

    @property
    def x1(self) -> int:
        return self.width - self.right

    @property
    def y1(self) -> int:
        return self.height - self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place. Anchor: l, c or r, then t, m or b; the size is in design units."""

    x: float
    y: float
    text: str
    anchor: str
    size: float
    tone: str
    is_strong: bool = False
    is_pill: bool = False  # on a dark pill, so that it can be read over a curve


@dataclass(frozen=True, slots=True)
class Line:
    """One curve. `is_open`: the last value may still change. `notes`: words at some of its values, by number."""

    side: int
    values: tuple[int, ...]
    end: str = ""
    is_open: bool = False
    notes: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A zone of the scale, from `low` to `high`."""

    low: float
    high: float
    tone: str


@dataclass(frozen=True, slots=True)
class Axes:
    """The scales: values from low to high with a line and a word at each tick, and names along the bottom."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    names: tuple[str, ...] = ()
    shaded: tuple[int, ...] = ()  # names whose column is lighter
    limits: tuple[tuple[float, str], ...] = ()  # dashed lines: value and colour


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from the zero: its words, a smaller note, its value, whose it is and how that is written."""

    words: str
    note: str
    value: float
    side: int
    shown: str


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """One row: both sides' first and last values, and a word at the right in the leader's colour."""

    words: str
    first: tuple[float, float]
    last: tuple[float, float]
    shown: str
    leader: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart. `spots` are the places of a curve's values, or the middles of rows."""

    width: int
    height: int
    body: str
    defs: str
    labels: tuple[Label, ...]
    spots: tuple[tuple[tuple[float, float], ...], ...] = ()
    foot: float = 0  # where the plot ends and the words below it begin
    letters: float = 1.0  # how many times as large as usual the labels are


def steps(low: int, high: int, most: int) -> tuple[int, ...]:
    """Round numbers from low to high, at most so many: multiples of 1, 2, 5, 10 and so on.

    >>> steps(0, 10, 6)
    (0, 2, 4, 6, 8, 10)
    """
    step, factors = 1, (2, 5, 10)
    while (high - low) // step + 1 > most:
        power = 10 ** (len(str(step)) - 1)
        step = next(power * factor for factor in factors if power * factor > step)
    first = -(-low // step) * step
    return tuple(range(first, high + 1, step))


def marker(ink: Ink, side: int, x: float, y: float, r: float, is_open: bool, scale: float) -> str:
    """The side's shape, r from its middle to its edge: round, a diamond, or a small square for nobody."""
    tone = ink.neutral if side == BOTH else ink.sides[side]
    look = f'fill="{ink.ground if is_open else tone}" stroke="{tone if is_open else ink.ground}"'
    look += f' stroke-width="{(2.4 if is_open else 1.2) * scale:.1f}"'
    if side == T.US:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" {look}/>'
    if side == T.CHINA:
        d = r * 1.3
        return f'<path d="M{x:.1f} {y - d:.1f}l{d:.1f} {d:.1f}l{-d:.1f} {d:.1f}l{-d:.1f} {-d:.1f}Z" {look}/>'
    d = r * 0.85
    return f'<rect x="{x - d:.1f}" y="{y - d:.1f}" width="{2 * d:.1f}" height="{2 * d:.1f}" {look}/>'
