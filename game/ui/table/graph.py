"""The supply graph, the heart of the board: the US's inputs at the left, China's at the right, what both make of
them between.

An arrow ends in a cap that says how far the input lets the sector go. It glows where it binds: the sector would
make more with more of that input.
"""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.chains import Arrow
from game.engine.explain import why_supply

from .. import theme
from ..icons import sector_icon
from ..nodes import Course
from ..stage import Node
from ..svg import curve, dashed, document, rendered
from . import duels, globe, supplies, tabs
from .board import GRAPH, Board
from .marks import strike
from .plan import Plan, around, plan

Points = list[tuple[float, float]]
LIGHT = 0.45  # seconds until the light of an arrow that begins to bind comes to its cap
GLOWS = ((13, 0.16), (7, 0.34), (3.2, 1.0))  # strokes of an arrow that binds: units wide, opacity


def nodes(board: Board) -> list[Node]:
    places = plan(board)
    made = [_panel(board, places), *_lines(board, places), *tabs.nodes(board, places.area, GRAPH)]
    for side in (0, 1):
        made += supplies.nodes(board, places, side)
        made += [_cap(board, places, side, arrow) for arrow in board.chains[side].arrows]
    made += duels.nodes(board, places)
    made += globe.nodes(board, places)
    return made + _lit(board, places)


def _panel(board: Board, places: Plan) -> Node:
    pen = board.pen

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "graph", "Supply chains")
        _legend(board, target, box)

    return Node("graph", places.area, paint, pad=pen.px(24), live=False)


def _legend(board: Board, target: pygame.Surface, box: pygame.Rect) -> None:
    """One line at the foot of the panel."""
    pen = board.pen
    y, x = box.bottom - pen.px(18), float(box.x + pen.px(20))
    samples = (
        ("no more than the supply", theme.TEXT_2, False, False),
        ("supply + 3", theme.TEXT_2, True, False),
        ("holds the sector down", theme.LOSS, False, True),
    )
    for words, tone, is_dashed, glows in samples:
        w, h = pen.px(34), pen.px(16)
        line = f"M2 {h / 2}H{w - 2}"
        dash = dashed([(2, 0), (w - 2, 0)], 5 * pen.scale, 4 * pen.scale) if is_dashed else ""
        target.blit(pen.svg(_strokes(line, tone, dash, glows, pen.scale), w, h), (round(x), y - h // 2))
        x += w + pen.px(7)
        x += pen.text(target, words, x, y, "medium", 14, theme.TEXT_2, "lm") + pen.px(20)
    if x + pen.text_width("cut by a control", "medium", 14) + pen.px(60) < box.right:
        wide = pen.text(target, "8", x, y, "number", 16, theme.TEXT_3, "lm")
        strike(pen, target, x, y, wide)
        pen.text(target, "cut by a control", x + wide + pen.px(8), y, "medium", 14, theme.TEXT_2, "lm")


# --- arrows --------------------------------------------------------------------------------------


def _lines(board: Board, places: Plan) -> list[Node]:
    """All arrows at rest; what glows lies over the rest."""
    found = [(side, arrow) for side in (0, 1) for arrow in board.chains[side].arrows]
    found.sort(key=lambda entry: entry[1].binds)
    return [_line(board, places, side, arrow) for side, arrow in found]


def _line(board: Board, places: Plan, side: int, arrow: Arrow) -> Node:
    """One arrow, which lights up from its input to its cap when it begins to bind."""
    points = _path(board, places, side, arrow)
    rect = around(points, round(10 * board.pen.scale))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        view = f"{rect.x} {rect.y} {rect.w} {rect.h}"
        body = _drawn(board, side, arrow, points)
        target.blit(rendered(document(body, rect.w, rect.h, view), rect.w, rect.h), box)

    made = Node(
        f"line:{side}:{arrow.input}:{arrow.sector}",
        rect.move(places.area.topleft),
        paint,
        key=(arrow.binds, arrow.slack, tuple(points)),
        live=False,
    )
    made.value, made.course = arrow.binds, _course(side, arrow, goal=_cap_name(side, arrow))
    return made


def _course(side: int, arrow: Arrow, delay: float = 0, goal: str = "") -> Course:
    """Sideways to what both sides make, down to another input."""
    if arrow.sector < T.UPSTREAM:
        return Course(0, 1, delay, goal)
    return Course(1 if side == 0 else -1, 0, delay, goal)


def _cap_name(side: int, arrow: Arrow) -> str:
    return f"arrow:{side}:{arrow.input}:{arrow.sector}"


def _path(board: Board, places: Plan, side: int, arrow: Arrow) -> Points:
    """Four points of a curve from an input's card to the cap, in pixels of the panel; more of a bent line."""
    area, cap = places.area, places.caps[side, arrow.input, arrow.sector]
    card = places.cards[side, arrow.input]
    outward = -1 if side == 0 else 1
    if arrow.sector < T.UPSTREAM:
        x = cap.centerx - area.x
        if arrow.sector == arrow.input + 1:
            return [(x, card.bottom - area.y), (x, cap.y - area.y)]
        edge = card.x if side == 0 else card.right
        rail = edge + outward * board.pen.px(11) - area.x
        head = cap.x if side == 0 else cap.right
        middle = cap.centery - area.y
        return [
            (edge - area.x, card.centery - area.y),
            (rail, card.centery - area.y),
            (rail, middle),
            (head - area.x, middle),
        ]
    mine = [a for a in board.chains[side].arrows if a.input == arrow.input and a.sector >= T.UPSTREAM]
    share = (mine.index(arrow) + 1) / (len(mine) + 1)
    x0 = (card.right if side == 0 else card.x) - area.x
    y0 = card.y + card.h * share - area.y
    x1 = (cap.x if side == 0 else cap.right) - area.x
    y1 = cap.centery - area.y
    half = (x1 - x0) * 0.5
    return [(x0, y0), (x0 + half, y0), (x1 - half, y1), (x1, y1)]


def _svg_path(arrow: Arrow, points: Points) -> str:
    start, *rest = [f"{x:.1f} {y:.1f}" for x, y in points]
    bend = "C" if arrow.sector >= T.UPSTREAM else "L"
    return f"M{start}{bend}{' '.join(rest)}"


def _dash(arrow: Arrow, points: Points, unit: float) -> str:
    """An arrow with slack is dashed."""
    line = curve(points) if arrow.sector >= T.UPSTREAM else points
    return dashed(line, 7 * unit, 6 * unit) if arrow.slack else ""


def _head(points: Points, size: float, tone: str, share: float) -> str:
    """The tip of an arrow, level or upright like its last stretch."""
    (x0, y0), (x, y) = points[-2:]
    if abs(x - x0) < 1:
        corners = f"M{x} {y}L{x - size * 0.7} {y - size}H{x + size * 0.7}Z"
    else:
        back = x - size if x > x0 else x + size
        corners = f"M{x} {y}L{back} {y - size * 0.7}V{y + size * 0.7}Z"
    return f'<path d="{corners}" fill="{tone}" fill-opacity="{share}"/>'


def _strokes(path: str, tone: str, dash: str, glows: bool, unit: float) -> str:
    """A line as SVG, perhaps with the attribute of its dashes; one that glows has a halo."""
    return "".join(
        f'<path d="{path}" fill="none" stroke="{tone}" stroke-opacity="{share}" stroke-linejoin="round" '
        f'stroke-width="{wide * unit:.2f}" {dash if wide < 4 else ""}/>'
        for wide, share in (GLOWS if glows else ((2, 0.8),))
    )


def _drawn(board: Board, side: int, arrow: Arrow, points: Points) -> str:
    unit = board.pen.scale
    dash = _dash(arrow, points, unit)
    tone = theme.LOSS if arrow.binds else theme.mix(theme.BRIGHT[side], theme.PANEL_BOTTOM, 0.45)
    size = (11 if arrow.binds else 8) * unit
    return _strokes(_svg_path(arrow, points), tone, dash, arrow.binds, unit) + _head(points, size, tone, 1)


def _cap(board: Board, places: Plan, side: int, arrow: Arrow) -> Node:
    """The end of an arrow: how far the input lets the sector go."""
    pen = board.pen
    rect = places.caps[side, arrow.input, arrow.sector]
    name = board.book.sectors[arrow.input]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if arrow.binds:
            pen.shadow(target, box, 8, 5, 0.5, theme.LOSS)
            pen.box(target, box, "#4A2F14", "#2C1C0E", theme.LOSS, 8, 1.8)
        else:
            pen.box(target, box, theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.LINE_STRONG, 8)
        tone = theme.LOSS if arrow.binds else theme.TEXT_2
        wide = pen.text_width(f"≤{arrow.limit}", "number", 17)
        icon = pen.px(18)
        x = box.centerx - (icon + pen.px(4) + wide) / 2
        pen.icon(target, sector_icon(name.id), x + icon / 2, box.centery, 18, tone)
        number = theme.TEXT if arrow.binds else theme.TEXT_2
        pen.text(target, f"≤{arrow.limit}", x + icon + pen.px(4), box.centery, "number", 17, number, "lm")

    made = Node(
        _cap_name(side, arrow),
        rect,
        paint,
        key=(arrow, pen.scale),
        tip=lambda: why_arrow(board, side, arrow),
        act=partial(
            board.history,
            (T.CAPABILITY + side * T.SECTORS + arrow.input,),
            f"{board.words.sides[side]}: {name.title}",
        ),
        pad=pen.px(12),
        group="c-map",
        radius=8,
    )
    made.value, made.course = arrow.binds, _course(side, arrow, LIGHT)
    return made


def why_arrow(board: Board, side: int, arrow: Arrow) -> list[str]:
    """The lines of an arrow's tip."""
    sectors, chain = board.book.sectors, board.chains[side]
    title = f"{sectors[arrow.input].title} → {sectors[arrow.sector].title}"
    lines = [f"{title} | {arrow.limit}"]
    upstream = arrow.sector < T.UPSTREAM
    what = "own production" if upstream else "output"
    lines.append(
        f"{board.words.sides[side]}: {what} can't pass the supply of {sectors[arrow.input].title}"
        + (" by more than 3." if arrow.slack else ".")
    )
    lines.append(f"Capability in {sectors[arrow.sector].title} | {chain.capability[arrow.sector]}")
    if arrow.binds:
        lines.append(
            f"**It binds:** more {sectors[arrow.input].title} would mean more {sectors[arrow.sector].title}."
        )
    else:
        lines.append("It does not bind now.")
    return [*lines, why_supply(board.book, board.seen, side, arrow.input).words + "."]


# --- what is pointed at --------------------------------------------------------------------------


def pointed_arrows(board: Board) -> list[tuple[int, Arrow]]:
    """The arrows of what the player points at: out of an input, into a sector, or one alone."""
    kind, *rest = board.pointed.split(":")
    if kind not in ("supply", "output", "sector", "arrow") or not all(n.isdigit() for n in rest):
        return []
    numbers = [int(n) for n in rest]
    found = [(side, arrow) for side in (0, 1) for arrow in board.chains[side].arrows]
    if kind == "supply":
        side, i = numbers
        return [(s, a) for s, a in found if s == side and i in (a.input, a.sector)]
    if kind == "arrow":
        return [(s, a) for s, a in found if [s, a.input, a.sector] == numbers]
    return [(s, a) for s, a in found if numbers[0] in (a.input, a.sector)]


def _lit(board: Board, places: Plan) -> list[Node]:
    """The arrows of what is pointed at, bright, over the panel, and a frame around what they join."""
    found = pointed_arrows(board)
    if not found:
        return []
    unit = board.pen.scale
    paths = [(side, arrow, _path(board, places, side, arrow)) for side, arrow in found]
    joined = {
        places.cards[side, arrow.input].topleft: places.cards[side, arrow.input] for side, arrow in found
    }
    for side, arrow in found:
        end = places.cards[side, arrow.sector] if arrow.sector < T.UPSTREAM else places.duels[arrow.sector]
        joined[end.topleft] = end
    frames = [frame.move(-places.area.x, -places.area.y) for frame in joined.values()]
    rect = frames[0].unionall(frames[1:]).inflate(4 * board.pen.px(14), 2 * board.pen.px(14))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        body = "".join(
            f'<rect x="{f.x}" y="{f.y}" width="{f.w}" height="{f.h}" rx="{11 * unit:.1f}" fill="none" '
            f'stroke="{theme.TIP_EDGE}" stroke-width="{3 * unit:.1f}"/>'
            for f in frames
        )
        for side, arrow, points in paths:
            tone = theme.LOSS if arrow.binds else theme.BAR_RIGHT[side]
            body += _strokes(_svg_path(arrow, points), tone, _dash(arrow, points, unit), True, unit)
            body += _head(points, 11 * unit, tone, 1)
        view = f"{rect.x} {rect.y} {rect.w} {rect.h}"
        target.blit(rendered(document(body, rect.w, rect.h, view), rect.w, rect.h), box)

    key = tuple((side, arrow.input, arrow.sector, arrow.binds) for side, arrow in found)
    return [Node("graph:lit", rect.move(places.area.topleft), paint, key=key, live=False, layer=1)]
