"""The world: land coloured by alignment, China's hatched, and the trade routes that are open or barred."""

import math
from collections.abc import Sequence

import pygame

from game.engine import terms as T
from game.engine.explain import OWN, RIVAL

from .. import theme
from ..pen import Pen
from ..stage import Node
from ..svg import document, gradient, rendered
from ..worldmap import CHINA_LAND, ELSEWHERE, US_LAND
from . import blocs, docks, labels, lanes, tabs
from .board import MAP, Board
from .legend import legend
from .routes import Route, pointed_routes
from .spots import VEIL, Spots, spots

Land = dict[int | str, str]
HATCHES = (0, 0.4, 0.7, 1)  # by steps toward China
TITLE = "Who supplies whom"
DOT = 3  # units: the radius of what marks a land
BARE = "#1B2A44"  # land of nobody in the game


def nodes(board: Board) -> list[Node]:
    places = spots(board, blocs.widths(board))
    made = [*_map(board, places), *lanes.nodes(board, places), *tabs.nodes(board, board.map_rect, MAP)]
    wanted = pointed_routes(board)
    blocs_lit = {route.offer.source for route in wanted}
    sides_lit = {side for r in wanted for side in ((0, 1) if r.offer.source == RIVAL else (r.side,))}
    for side in (0, 1):
        made += docks.dock(board, places, side, side in sides_lit)
    plates = [blocs.plate(board, places, bloc, bloc in blocs_lit) for bloc in range(T.BLOCS)]
    if wanted:
        dim = [plate.ring for bloc, plate in enumerate(plates) if bloc not in blocs_lit and plate.ring]
        made.append(_lit(board, places, wanted, dim))
    return [*made, *plates]


def colours(align: list[int]) -> Land:
    """Land colours for these alignments."""
    land: Land = {US_LAND: theme.MAP_SIDE[0], CHINA_LAND: theme.MAP_SIDE[1], ELSEWHERE: BARE}
    for bloc, value in enumerate(align):
        neutral = theme.MAP_CONTESTED if bloc == T.TAIWAN and value == 0 else theme.MAP_NEUTRAL
        share = (0, 0.26, 0.48, 0.72)[abs(value)]
        land[bloc] = theme.mix(neutral, theme.MAP_SIDE[0 if value > 0 else 1], share)
    return land


def hatched(align: list[int]) -> dict[int | str, float]:
    """Land that leans to China, and how strong its hatch is (0-1): the further it leans the stronger."""
    return {CHINA_LAND: 1, **{bloc: HATCHES[-value] for bloc, value in enumerate(align) if value < 0}}


def _map(board: Board, places: Spots) -> list[Node]:
    """The sea, the land, what lies over it: a bloc that changes its colour has only the land painted anew."""
    pen, area = board.pen, board.map_rect
    align = board.seen.align.tolist()

    def sea(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        ground = pygame.Surface(area.size, pygame.SRCALPHA)
        pen.box(ground, ground.get_rect(), theme.PANEL_BOTTOM, theme.TROUGH, theme.PANEL_BOTTOM)
        board.world.draw_sea(ground, (0, 0))
        _round(pen, ground)
        target.blit(ground, box)

    def land(target: pygame.Surface, box: pygame.Rect) -> None:
        board.world.draw_land(target, box.topleft, colours(align), hatched(align))
        _round(pen, target)

    def front(target: pygame.Surface, box: pygame.Rect) -> None:
        _shade(board, target)
        lines = _leaders(board, places)
        target.blit(rendered(document(lines, area.w, area.h), area.w, area.h), box)
        _round(pen, target)
        edge = pen.box_picture(area.w, area.h, theme.LINE, theme.LINE, theme.LINE_STRONG, share=0)
        target.blit(edge, box)
        pen.heading(target, box, "map", TITLE)
        legend(board, target, box)

    return [
        Node("map", area, sea, pad=pen.px(24), live=False),
        Node("map:land", area, land, key=tuple(align), live=False),
        Node("map:front", area, front, live=False),
    ]


def _round(pen: Pen, picture: pygame.Surface) -> None:
    """Cuts off the corners of a picture of the panel's size."""
    r = pen.px(theme.RADIUS)
    white = pen.box_picture(2 * r, 2 * r, "#FFFFFF", "#FFFFFF", "#FFFFFF", line=0)
    w, h = picture.get_size()
    for x in (0, 1):
        for y in (0, 1):
            place = x * (w - r), y * (h - r)
            picture.blit(white, place, (x * r, y * r, r, r), special_flags=pygame.BLEND_RGBA_MIN)


def _leaders(board: Board, places: Spots) -> str:
    """A fine line from each bloc's land to its ring, where its plate stands aside and hides nothing of the dot."""
    unit, lines = board.pen.scale, ""
    for bloc, (x, y) in places.lands.items():
        rx, ry = places.rings[bloc]
        if _off(places.plates[bloc], x, y) > DOT * unit:
            stroke = f'stroke="{theme.TEXT_2}" stroke-width="{1.4 * unit:.1f}"'
            lines += f'<path d="M{x:.1f} {y:.1f}L{rx:.1f} {ry:.1f}" {stroke}/>'
            lines += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DOT * unit:.1f}" fill="{theme.TEXT}"/>'
    return lines


def _off(plate: pygame.Rect, x: float, y: float) -> float:
    """How far a point lies from a plate, whose ends are round."""
    half = plate.h / 2
    middle = max(plate.x + half, min(plate.right - half, x))
    return math.dist((x, y), (middle, plate.y + half)) - half


def _shade(board: Board, ground: pygame.Surface) -> None:
    """Darkens the map behind the heading and the legend, and at the left where it cuts through Alaska."""
    pen = board.pen
    w, h, deep = ground.get_width(), ground.get_height(), pen.px(58)
    wide, south = pen.px(64 if board.has_small_map else 40), round(board.world.at(0, 54)[1])
    defs = gradient("t", 0, 0, 0, deep, theme.PANEL_TOP, theme.PANEL_TOP, (0.96, 0))
    defs += gradient("b", 0, h, 0, h - deep, theme.DEEPEST, theme.DEEPEST, (0.96, 0))
    defs += gradient("l", 0, 0, wide, 0, theme.PANEL_BOTTOM, theme.PANEL_BOTTOM, (1, 0))
    body = f'<rect width="{wide}" height="{south}" fill="url(#l)"/>'
    body += f'<rect width="{w}" height="{deep}" fill="url(#t)"/>'
    body += f'<rect y="{h - deep}" width="{w}" height="{deep}" fill="url(#b)"/>'
    ground.blit(pen.svg(body, w, h, defs=defs), (0, 0))


def _lit(board: Board, places: Spots, found: list[Route], dim: Sequence[pygame.Rect]) -> Node:
    """The routes of what is pointed at, over a map gone dark; its heading stays bright. They pass behind the plates
    that have gone dark, whose words can still be read.
    """
    pen, area = board.pen, board.map_rect

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        dark = theme.DEEPEST
        target.blit(pen.box_picture(box.w, box.h, dark, dark, dark, line=0, share=0.62), box)
        shown = lanes.lanes(board, places, found)
        body = "".join(
            lanes.drawn(board, places, lane, True) for lane in shown if lane.route.offer.source != OWN
        )
        arcs = rendered(document(body, area.w, area.h), area.w, area.h).copy()
        for plate in dim:
            place = plate.move(-area.x, -area.y)
            pygame.draw.rect(arcs, (0, 0, 0, 0), place, border_radius=place.h // 2)
        target.blit(arcs, box)
        labels.labels(board, target, places, shown)
        pen.heading(target, box, "map", TITLE)

    key = repr([(r.side, r.input, r.rank, r.offer.source, r.offer.value) for r in found] + [tuple(d) for d in dim])
    return Node("map:lit", area, paint, key=key, live=False, layer=VEIL)
