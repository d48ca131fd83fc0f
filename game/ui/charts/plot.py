"""One figure as nodes: a panel with the chart, and places to point at that tell each value and its causes."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial

import pygame

from game.classroom.charts import Chart, Frame, Ink

from .. import theme
from ..nodes import Node, nothing
from ..pen import Pen

INK = Ink(
    sides=theme.BRIGHT,
    hatch=theme.HATCH,
    neutral=theme.TEXT,
    text=theme.TEXT,
    muted=theme.TEXT_3,
    grid=theme.LINE,
    ground=theme.PANEL_BOTTOM,
)
HEAD, INSET = 42, 18  # units: the heading of a panel, and the space around a chart
USUAL, MOST = (620, 340), 1.3  # units of type of a chart with usual letters, and how much larger they grow


@dataclass(frozen=True)
class Figure:
    """Something to see of a match. `draw` makes the chart for a box of pixels; `tips` go with its columns or rows."""

    name: str
    icon: str
    title: str
    note: str
    draw: Callable[[Pen, int, int], Chart]
    tips: tuple[tuple[str, ...], ...]
    is_rows: bool = False
    row_icons: tuple[str, ...] = ()
    cells: tuple[int, ...] = ()  # whose ledger a click opens


def frame(pen: Pen, width: int, height: int, left: str = "", right: str = "", indent: int = 0) -> Frame:
    """Margins for the widest words of the scale at the left and after the curves at the right."""
    larger = letters(pen, width, height)
    return Frame(
        width,
        height,
        pen.scale,
        pen.type_scale * larger,
        left=pen.text_width(left, "medium", 13 * larger) + pen.px(14),
        top=pen.px(10),
        right=pen.text_width(right, "head", 20 * larger) + pen.px(20) if right else pen.px(8),
        bottom=round(32 * pen.type_scale * larger),
        indent=indent,
        letters=larger,
    )


def letters(pen: Pen, width: int, height: int) -> float:
    """How many times as large as usual the letters of a chart of this size are."""
    return min(max(1.0, min(width / pen.tx(USUAL[0]), height / pen.tx(USUAL[1]))), MOST)


def chart_box(pen: Pen, panel: pygame.Rect) -> pygame.Rect:
    """Where the chart is inside its panel."""
    x, y = pen.px(INSET), pen.px(HEAD + 10)
    return pygame.Rect(panel.x + x, panel.y + y, panel.w - 2 * x, panel.h - y - pen.px(10))


def nodes(
    pen: Pen,
    figure: Figure,
    chart: Chart,
    panel: pygame.Rect,
    open_ledger: Callable[[tuple[int, ...], str], None] | None,
    group: str,
) -> list[Node]:
    """The panel and its places. `chart` is the figure drawn for `chart_box` of the panel."""
    made = [_panel(pen, figure, chart, panel)]
    box = chart_box(pen, panel)
    act = partial(open_ledger, figure.cells, figure.title) if open_ledger and figure.cells else None
    places = _rows(chart, box) if figure.is_rows else _columns(chart, box)
    for n, (place, lines) in enumerate(zip(places, figure.tips, strict=False)):
        made.append(
            Node(
                f"{figure.name}:{n}",
                place,
                nothing,
                key=(chart.body, n),
                act=act,
                tip=partial(list, lines),
                group=group,
                lit=partial(_lit_row if figure.is_rows else _lit_column, pen, chart, n, box.x - place.x),
                radius=6,
            )
        )
    return made


def _panel(pen: Pen, figure: Figure, chart: Chart, panel: pygame.Rect) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, figure.icon, figure.title, figure.note)
        inner = chart_box(pen, box)
        show(pen, target, inner, chart)
        for spot, icon in zip(chart.spots[0] if chart.spots else (), figure.row_icons, strict=False):
            pen.icon(target, icon, inner.x + pen.px(12), inner.y + spot[1], 22, theme.TEXT_2)

    key: Hashable = (figure.title, figure.note, chart.body, chart.labels)
    return Node(f"{figure.name}:panel", panel, paint, key=key, pad=pen.px(24), live=False, ground=True)


def show(pen: Pen, target: pygame.Surface, box: pygame.Rect, chart: Chart) -> None:
    """The chart's picture and its words."""
    if chart.body:
        target.blit(pen.svg(chart.body, chart.width, chart.height, defs=chart.defs), box)
    for label in chart.labels:
        if label.is_pill:
            x = box.x + label.x
            pen.pill(
                target,
                label.text,
                x,
                box.y + label.y,
                theme.TEXT,
                label.tone,
                theme.DEEPEST,
                label.size * chart.letters,
                label.anchor[0],
            )
            continue
        face = "head" if label.is_strong else "medium"
        x, y = box.x + label.x, box.y + label.y
        pen.text(target, label.text, x, y, face, label.size * chart.letters, label.tone, label.anchor)


def _columns(chart: Chart, box: pygame.Rect) -> list[pygame.Rect]:
    """A column around every value of the longest curve, meeting half-way."""
    xs = [x for x, _ in max(chart.spots, key=len)]
    half = (xs[1] - xs[0]) / 2 if len(xs) > 1 else 24
    edges = [xs[0] - half, *[(a + b) / 2 for a, b in zip(xs, xs[1:], strict=False)], xs[-1] + half]
    found = []
    for left, right in zip(edges, edges[1:], strict=False):
        x0, x1 = max(0, round(left)), min(box.w, round(right))
        found.append(pygame.Rect(box.x + x0, box.y, x1 - x0, box.h))
    return found


def _rows(chart: Chart, box: pygame.Rect) -> list[pygame.Rect]:
    ys = [y for _, y in chart.spots[0]]
    half = (ys[1] - ys[0]) / 2 if len(ys) > 1 else 24.0
    return [pygame.Rect(box.x, round(box.y + y - half), box.w, round(2 * half)) for y in ys]


def _lit_column(pen: Pen, chart: Chart, n: int, shift: int, target: pygame.Surface, box: pygame.Rect) -> None:
    """A line down the column and a ring around each of its values."""
    spots = [curve[n] for curve in chart.spots if n < len(curve)]
    x = spots[0][0] + shift
    pygame.draw.line(target, pygame.Color(theme.TIP_EDGE), (x, 0), (x, chart.foot), max(1, pen.px(1.5)))
    size = max(12, pen.px(24))
    ring = f'<circle cx="12" cy="12" r="10" fill="none" stroke="{theme.TEXT}" stroke-width="2.4"/>'
    picture = pen.svg(ring, size, size, "0 0 24 24")
    for _, y in spots:
        target.blit(picture, (round(x - size / 2), round(y - size / 2)))


def _lit_row(pen: Pen, chart: Chart, n: int, shift: int, target: pygame.Surface, box: pygame.Rect) -> None:
    frame = pen.box_picture(box.w, box.h, theme.TEXT, theme.TEXT, theme.TIP_EDGE, 6, share=0.05)
    target.blit(frame, box)
