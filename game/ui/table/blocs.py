"""The world: land coloured by alignment, a node for each bloc with what it supplies and buys."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import leaning, offers
from game.engine.supply import supply

from .. import theme
from ..stage import Node
from ..worldmap import CAPITALS, CHINA_LAND, ELSEWHERE, NODES, US_LAND
from . import tabs
from .board import MAP, Board

Land = dict[int | str, str]


def colours(align: list[int]) -> Land:
    """Land colours for these alignments."""
    land: Land = {US_LAND: theme.MAP_SIDE[0], CHINA_LAND: theme.MAP_SIDE[1], ELSEWHERE: "#1B2A44"}
    for bloc, value in enumerate(align):
        neutral = theme.MAP_CONTESTED if bloc == T.TAIWAN and value == 0 else theme.MAP_NEUTRAL
        land[bloc] = theme.mix(neutral, theme.MAP_SIDE[0 if value > 0 else 1], abs(value) / 3 * 0.85)
    return land


def nodes(board: Board) -> list[Node]:
    return [
        _map(board),
        *tabs.nodes(board, board.map_rect, MAP),
        *[_capital(board, side) for side in (0, 1)],
        *[_bloc(board, b) for b in range(T.BLOCS)],
    ]


def _map(board: Board) -> Node:
    pen, area = board.pen, board.map_rect
    align = board.seen.align.tolist()
    routes = _routes(board)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        target.blit(board.land(colours(align)), (box.x, box.y + pen.px(6)))
        _paint_routes(board, target, box, routes)
        pen.heading(target, box, "map", "Who supplies whom")
        _legend(board, target, box)

    return Node("map", area, paint, key=(tuple(align), routes), pad=pen.px(24), live=False)


def _legend(board: Board, target: pygame.Surface, box: pygame.Rect) -> None:
    pen = board.pen
    y, x = box.bottom - pen.px(18), box.x + pen.px(16)
    for side in (0, 1):
        pen.marker(target, side, x + pen.px(6), y, 13)
        text = f"{board.words.sides[side]} supplied"
        x += (
            pen.px(18)
            + pen.text(target, text, x + pen.px(18), y, "medium", 13, theme.TEXT_2, "lm")
            + pen.px(16)
        )
    pen.text(target, "2 or 3 = joins its controls", x, y, "medium", 13, theme.TEXT_3, "lm")


def _routes(board: Board) -> tuple[tuple[int, int, int, bool], ...]:
    """(side, input, best bloc, barred): the best foreign bloc offer of each input, where it beats the own offer."""
    found = []
    for side in (0, 1):
        for i in range(T.UPSTREAM):
            ranked = offers(board.book, board.seen, side, i)
            names = [bloc.title for bloc in board.book.blocs]
            if ranked[0].supplier in names:
                cut = any("control" in term.words for term in ranked[0].terms)
                found.append((side, i, names.index(ranked[0].supplier), cut))
    return tuple(found)


def _point(board: Board, lon: float, lat: float) -> tuple[float, float]:
    x, y = board.world.at(lon, lat)
    return x, y + board.pen.px(6)


def _paint_routes(
    board: Board, target: pygame.Surface, box: pygame.Rect, routes: tuple[tuple[int, int, int, bool], ...]
) -> None:
    """Arcs from the winning supplier to the side it supplies; dashed where a control bites."""
    pen = board.pen
    body = ""
    for side, i, bloc, cut in routes:
        x1, y1 = _point(board, *NODES[bloc])
        x2, y2 = _point(board, *CAPITALS[side])
        lift = min(abs(x2 - x1) * 0.22 + 10 * i * pen.scale, 120 * pen.scale)
        path = f"M{x1:.0f} {y1:.0f}Q{(x1 + x2) / 2:.0f} {(y1 + y2) / 2 - lift:.0f} {x2:.0f} {y2:.0f}"
        tone = theme.BRIGHT[side]
        dash = f'stroke-dasharray="{6 * pen.scale:.1f} {5 * pen.scale:.1f}"' if cut else ""
        for width, share in ((6, 0.18), (1.8, 0.85)):
            body += (
                f'<path d="{path}" fill="none" stroke="{tone}" stroke-opacity="{share}" '
                f'stroke-width="{width * pen.scale:.1f}" {dash if width < 3 else ""}/>'
            )
    if body:
        target.blit(pen.svg(body, box.w, box.h), box)


def _capital(board: Board, side: int) -> Node:
    pen, area = board.pen, board.map_rect
    x, y = _point(board, *CAPITALS[side])
    size = pen.px(58)
    rect = pygame.Rect(round(area.x + x - size / 2), round(area.y + y - size / 2), size, size)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.icon(target, board.emblems[side], box.centerx, box.centery, 50, theme.TEXT)

    def tip() -> list[str]:
        lines = [board.words.sides[side]]
        for i in range(T.UPSTREAM):
            ranked = offers(board.book, board.seen, side, i)
            lines.append(f"{board.book.sectors[i].title} from {ranked[0].supplier} | {ranked[0].value}")
            lines.append(f"{ranked[0]}; then {ranked[1].supplier} {ranked[1].value}")
        return lines

    return Node(f"country:{side}", rect, paint, key=board.emblems, tip=tip, group="c-map")


def _bloc(board: Board, bloc: int) -> Node:
    pen, area, seen = board.pen, board.map_rect, board.seen
    printed = board.book.blocs[bloc]
    align, source = seen.align[bloc], seen.source[bloc]
    x, y = _point(board, *NODES[bloc])
    w, h = pen.px(104), pen.px(70)
    rect = pygame.Rect(round(area.x + x - w / 2), round(area.y + y - pen.px(24)), w, h)
    rect.clamp_ip(area.inflate(-pen.px(8), -pen.px(8)))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        side = 0 if align >= 0 else 1
        cx, cy, r = box.centerx, box.y + pen.px(24), pen.px(21)
        ring = theme.BRIGHT[side] if align else theme.TEXT_3
        disc = pygame.Rect(cx - r, cy - r, 2 * r, 2 * r)
        pen.box(target, disc, "#14233D", "#0B1526", ring, 40, 3.2 if abs(align) >= 2 else 1.6)
        text = f"{'+' if align > 0 else '−' if align < 0 else ''}{abs(align)}" if align else "0"
        pen.text(target, text, cx, cy - pen.px(1), "number", 19, theme.TEXT, "cm")
        if abs(align) >= 2:
            pen.marker(target, side, cx + r * 0.8, cy - r * 0.8, 15)
        pen.pill(
            target, printed.title, cx, box.y + pen.px(54), theme.TEXT, theme.LINE, theme.DEEPEST, 13, "c"
        )
        goods = [(f"sector-{board.book.sectors[i].id}", theme.TEXT) for i in printed.supplies]
        if printed.buys != T.NONE:
            goods.append((f"sector-{board.book.sectors[printed.buys].id}", theme.GOLD))
        for n, (icon, tone) in enumerate(goods):
            pen.icon(target, icon, cx + r + pen.px(10), cy - pen.px(8) + n * pen.px(17), 16, tone)

    return Node(
        f"bloc:{bloc}",
        rect,
        paint,
        key=(align, source, printed.title),
        tip=lambda: _tip(board, bloc),
        act=partial(board.history, (T.ALIGN + bloc,), f"{printed.title}: alignment"),
        group="c-map",
    )


def _tip(board: Board, bloc: int) -> list[str]:
    printed, seen = board.book.blocs[bloc], board.seen
    lines = [
        f"{printed.title} | {board.words.lean(seen.align[bloc])}",
        _capitalised(leaning(board.book, seen, bloc)),
    ]
    for i, quality in printed.supplies.items():
        total = quality + seen.source[bloc]
        lines.append(f"Supplies {board.book.sectors[i].title} | {total}")
        for side in (0, 1):
            offer = next(o for o in offers(board.book, seen, side, i) if o.supplier == printed.title)
            best = supply(board.book.tables, seen, side, i)
            wins = "the best offer" if offer.value == best else f"best is {best}"
            lines.append(f"To {board.words.sides[side]}: {offer} = {offer.value}, {wins}")
    if printed.buys != T.NONE:
        name = board.book.sectors[printed.buys].title
        lines.append(f"Buys {name}: +1 Budget to a side whose output lead plus alignment is 2 or more.")
    if board.almanac.blocs[bloc].about:
        lines.append(board.almanac.blocs[bloc].about)
    return lines


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
