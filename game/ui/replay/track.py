"""The track of a match: the chances before each move with their uncertainty, its turning points, and where one stands.

A click on it jumps there.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pygame

from game.classroom.charts import BOTH, Axes, Chart, Line
from game.classroom.curves import crosses, lines, places_of
from game.classroom.swings import Stand, TurningPoint
from game.engine import terms as T
from game.match.words import Words

from .. import theme
from ..charts import plot
from ..nodes import Node, nothing
from ..pen import Pen

TICKS = ((0.0, "0 %"), (50.0, "50 %"), (100.0, "100 %"))
BAND = 0.28  # opacity of the uncertainty
MARK = 20  # units of a turning point's marker
DIAMOND = 1.35  # how much wider China's is, so that its number has the same room
VALUE = 15  # letters of the chance where one stands


@dataclass(frozen=True)
class Track:
    """What there is to show: how the match stood before each move, and its end."""

    stands: tuple[Stand, ...]
    turns: tuple[TurningPoint, ...]
    title: str
    note: str
    words: Words
    tell: Callable[[Stand], list[str]]  # of one stand: the lines of its tip

    @property
    def key(self) -> Hashable:
        return self.stands, self.note


def nodes(pen: Pen, track: Track, panel: pygame.Rect, at: int, jump: Callable[[int], None]) -> list[Node]:
    """The panel; `at` picks have been made, `jump` goes to where so many have been."""
    chart = _chart(pen, track, *plot.chart_box(pen, panel).size)
    box = plot.chart_box(pen, panel)
    made = [_panel(pen, track, chart, panel)]
    spots = chart.spots[0]
    half = (spots[1][0] - spots[0][0]) / 2 if len(spots) > 1 else box.w / 2
    for n, (stand, (x, _)) in enumerate(zip(track.stands, spots, strict=True)):
        left, right = round(box.x + max(0, x - half)), round(box.x + min(box.w, x + half))
        place = pygame.Rect(left, box.y, right - left, box.h)
        made.append(_stop(pen, track, n, stand, place, chart, box, jump))
    n = next((n for n, stand in enumerate(track.stands) if stand.action >= at), len(track.stands) - 1)
    made += _turns(pen, track, chart, box, jump)
    made.append(_cursor(pen, chart, box, n))
    if n < len(spots) - 1:  # the end has its number beside it
        made.append(_value(pen, f"{round(100 * track.stands[n].estimate.chance)} %", chart, box, n))
    return made


def _chart(pen: Pen, track: Track, width: int, height: int) -> Chart:
    values = tuple(round(100 * stand.estimate.chance) for stand in track.stands)
    axes = Axes(0, 100, TICKS, _names(track.stands))
    room = plot.frame(pen, width, height, "100 %", "100 %")
    room = replace(room, top=pen.px(MARK * DIAMOND + 6))
    chart = lines(room, plot.INK, axes, [Line(BOTH, values, f"{values[-1]} %")])
    margins = [100 * stand.estimate.margin for stand in track.stands]
    if not any(margins):
        return chart
    edges = []
    for sign in (1, -1):
        ends = [round(value + sign * margin) for value, margin in zip(values, margins, strict=True)]
        edges.append(places_of(room, axes, ends))
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (*edges[0], *reversed(edges[1])))
    band = f'<polygon points="{points}" fill="{theme.TIP_EDGE}" fill-opacity="{BAND}"/>'
    return replace(chart, body=band + chart.body)


def _names(stands: Sequence[Stand]) -> tuple[str, ...]:
    """Each round's number under its first move; the first says that they are rounds."""
    names: list[str] = []
    named = 0
    for stand in stands:
        is_new = stand.round != named and stand.side in (T.US, T.CHINA)
        name = str(stand.round) if any(names) else f"Round {stand.round}"
        names.append(name if is_new else "")
        named = stand.round
    return tuple(names)


def _panel(pen: Pen, track: Track, chart: Chart, panel: pygame.Rect) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "track", track.title, track.note)
        plot.show(pen, target, plot.chart_box(pen, box), chart)

    return Node("track:panel", panel, paint, key=(track.key, track.title), pad=pen.px(24), live=False)


def _stop(
    pen: Pen,
    track: Track,
    n: int,
    stand: Stand,
    place: pygame.Rect,
    chart: Chart,
    box: pygame.Rect,
    jump: Callable[[int], None],
) -> Node:
    """The column of one move."""
    x, y = chart.spots[0][n]

    def lit(target: pygame.Surface, here: pygame.Rect) -> None:
        middle = round(box.x + x - place.x) + here.x
        target.fill(pygame.Color(theme.TIP_EDGE), (middle, here.y, max(1, pen.px(1.5)), round(chart.foot)))
        pygame.draw.circle(
            target, pygame.Color(theme.TEXT), (middle, here.y + round(y)), max(4, pen.px(6)), 2
        )

    return Node(
        f"stop:{stand.action}",
        place,
        nothing,
        key=(x, y, place.w),
        act=partial(jump, stand.action),
        tip=partial(track.tell, stand),
        group="f-track",
        lit=lit,
        radius=5,
    )


def _turns(pen: Pen, track: Track, chart: Chart, box: pygame.Rect, jump: Callable[[int], None]) -> list[Node]:
    """A flag over each turning point, in the colour and shape of whom it helped."""
    made: list[Node] = []
    high = round(max(16, pen.px(MARK)) * DIAMOND)
    for number, turn in enumerate(track.turns, 1):
        n = next((n for n, stand in enumerate(track.stands) if stand.action == turn.action), -1)
        if n < 0:
            continue
        gains = T.US if turn.swing > 0 else T.CHINA
        size = high if gains == T.CHINA else round(high / DIAMOND)
        place = pygame.Rect(0, 0, size, size)
        place.center = round(box.x + chart.spots[0][n][0]), box.y - pen.px(2) + high // 2
        if made and place.x <= made[-1].rect.right:
            place.x = made[-1].rect.right + 1
        made.append(
            Node(
                f"turn:{number}",
                place,
                partial(_paint_flag, pen, gains, str(number), False),
                key=(gains, number),
                act=partial(jump, turn.action),
                tip=partial(_told, track.words, turn),
                group="g-turns",
                layer=1,
                lit=partial(_paint_flag, pen, gains, str(number), True),
                radius=12,
            )
        )
    return made


def _told(words: Words, turn: TurningPoint) -> list[str]:
    before, after = (f"{100 * chance:.0f} %" for chance in (turn.before, turn.after))
    return [f"Turning point in round {turn.round} | {words.shorts[0]} {before} → {after}", *turn.lines[:4]]


def _paint_flag(
    pen: Pen, side: int, number: str, is_lit: bool, target: pygame.Surface, box: pygame.Rect
) -> None:
    edge = theme.TEXT if is_lit else theme.BRIGHT[side]
    if side == T.US:
        pen.box(target, box, theme.DEEP[side], theme.DEEP[side], edge, 12, 1.8)
    else:
        body = f'<path d="M20 2L38 20L20 38L2 20Z" fill="{theme.DEEP[side]}" stroke="{edge}" stroke-width="2.7"/>'
        target.blit(pen.svg(body, box.w, box.h, "0 0 40 40"), box)
    pen.text(target, number, box.centerx, box.centery, "head", 13, theme.TEXT, "cm")


def _cursor(pen: Pen, chart: Chart, box: pygame.Rect, n: int) -> Node:
    """A line where one stands: between two moves, at the later one."""
    x, y = chart.spots[0][n]
    wide = max(10, pen.px(14))
    place = pygame.Rect(round(box.x + x) - wide // 2, box.y, wide, round(chart.foot))

    def paint(target: pygame.Surface, here: pygame.Rect) -> None:
        thin = max(2, pen.px(3))
        target.fill(pygame.Color(theme.TEXT), (here.centerx - thin // 2, here.y, thin, here.h))
        pygame.draw.circle(target, pygame.Color(theme.TEXT), (here.centerx, here.y + round(y)), wide // 2)

    return Node("track:cursor", place, paint, key=(round(y), place.size), pad=wide, live=False, layer=1)


def _value(pen: Pen, words: str, chart: Chart, box: pygame.Rect, n: int) -> Node:
    """The chance where one stands, beside the line: where no curve runs, as near to it as can be."""
    (x, y), spots = chart.spots[0][n], chart.spots[0]
    high = pen.pill_height(VALUE)
    wide, away = pen.text_width(words, "head", VALUE) + high, pen.px(14)
    foot, end = chart.foot - high / 2 - pen.px(2), spots[-1][0] - wide
    steps = (foot - high / 2 * k for k in range(round(foot / high * 2) - 2))
    levels = sorted((y, *steps), key=lambda level: abs(level - y))
    sides = [left for left in (x + away, x - away - wide) if spots[0][0] < left < end]
    tries = [(left, level) for level in levels for left in sides]

    def is_free(left: float, level: float) -> bool:
        return not crosses(spots, (left - 2, level - high / 2 - 2, left + wide + 2, level + high / 2 + 2))

    left, level = next((place for place in tries if is_free(*place)), (tries or [(x + away, foot)])[0])
    place = pygame.Rect(round(box.x + left), round(box.y + level - high / 2), wide, high)

    def paint(target: pygame.Surface, here: pygame.Rect) -> None:
        pen.pill(target, words, here.x, here.centery, theme.TEXT, theme.TEXT, theme.DEEPEST, VALUE)

    return Node("track:value", place, paint, key=words, live=False, layer=1)
