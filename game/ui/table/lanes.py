"""The trade routes drawn on the map: each with a badge that says what goes along it, or a cross where it is barred."""

import math
from dataclasses import dataclass

import pygame

from game.engine.explain import OWN, RIVAL

from .. import theme
from ..icons import sector_icon
from ..nodes import Course, Node
from ..svg import Point, curve, dashed, document, rendered
from .board import Board
from .marks import barred, free_place
from .plan import around
from .routes import Bow, Route, bow, routes
from .spots import HEAD, OVER, Spots

# Where on a route its badge may be, from the middle outwards: 0.5, 0.52, 0.48, ...
SHARES = tuple(0.5 + 0.02 * ((n + 1) // 2) * (1 if n % 2 else -1) for n in range(45))
# How far a line may be bent aside, in units to the right and down
DETOURS = (
    (0, 0),
    (0, -70),
    (0, 90),
    (-110, 0),
    (0, -140),
    (0, 180),
    (-220, 0),
    (110, 60),
    (-220, 220),
    (200, -200),
    (220, 60),
    (320, 60),
    (0, -260),
    (60, 280),
    (-60, 320),
)
BADGE = 27
ON_THE_WAY = 0.3  # seconds until a line that is drawn comes to its badge


@dataclass(frozen=True, slots=True)
class Lane:
    """A route on the map, in its pixels."""

    route: Route
    bow: Bow
    badge: Point


def nodes(board: Board, places: Spots) -> list[Node]:
    """The routes that are open or barred, each apart from the others and from the land: it is seen when one opens or
    closes. Their badges lie over all lines.
    """
    found = lanes(board, places, routes(board))
    return [*[_line_of(board, places, lane) for lane in found], *[_badge(board, lane) for lane in found]]


def _line_of(board: Board, places: Spots, lane: Lane) -> Node:
    """A line, drawn from the supplier to the side when it opens."""
    area, route, line = board.map_rect, lane.route, lane.bow
    rect = around([line.at(n / 20) for n in range(21)], round(18 * board.pen.scale)).clip((0, 0, *area.size))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        view = f"{rect.x} {rect.y} {rect.w} {rect.h}"
        body = drawn(board, places, lane)
        target.blit(rendered(document(body, rect.w, rect.h, view), rect.w, rect.h), box)

    key = (line, route.leaks, route.is_struck)
    made = Node(f"route:{_name(route)}", rect.move(area.topleft), paint, key, live=False)
    goal = "" if route.is_struck else f"source:{route.side}:{route.input}"
    made.value, made.course = _openness(route), Course(1 if line.end[0] > line.start[0] else -1, goal=goal)
    return made


def _name(route: Route) -> str:
    return f"{route.side}:{route.input}:{route.offer.source}"


def _openness(route: Route) -> int:
    return 0 if route.is_struck else 1 if route.leaks else 2


def lanes(board: Board, places: Spots, found: list[Route]) -> list[Lane]:
    """Lines and badges of these routes; no badge under a plate or over another."""
    pen = board.pen
    size = pen.px(BADGE)
    taken = [*places.plates.values(), *places.docks.values()]
    inside = pygame.Rect(0, pen.px(HEAD), board.map_rect.w, board.map_rect.h - pen.px(2 * HEAD))
    between, made = 0, []
    for route in found:
        ways = _ways(board, places, route, between)
        between += route.offer.source == RIVAL
        along = ((line, _spot(line.at(share), size)) for line in ways for share in SHARES)
        free = (found for found in along if inside.contains(found[1]) and found[1].collidelist(taken) < 0)
        line, spot = next(free, None) or (
            ways[0],
            free_place(_spot(ways[0].at(SHARES[0]), size), taken, inside),
        )
        taken.append(spot.inflate(pen.px(4), pen.px(4)))
        made.append(Lane(route, line, spot.center))
    return made


def _spot(middle: Point, size: int) -> pygame.Rect:
    return pygame.Rect(round(middle[0] - size / 2), round(middle[1] - size / 2), size, size)


def _ways(board: Board, places: Spots, route: Route, between: int) -> list[Bow]:
    """From the supplier to the emblem of the side that gets it, the best way first: on a short one that plates
    cover the badge finds room only where it makes a detour. Those between the rivals rise one over the other.
    """
    if route.offer.source == OWN:
        return [_at_home(places, route)]
    end, unit = places.emblems[route.side], board.pen.scale
    if route.offer.source == RIVAL:
        most = 2 * (end[1] - board.pen.px(HEAD + 16))
        line = bow(places.emblems[1 - route.side], end, 0.1 + 0.085 * between, most)
    else:
        line = bow(places.rings[route.offer.source], end, 0.16, 110 * unit)
    x, y = line.bend
    return [Bow(line.start, (x + right * unit, y + down * unit), line.end) for right, down in DETOURS]


def _at_home(places: Spots, route: Route) -> Bow:
    """An own offer goes nowhere: its badge lies over the emblem."""
    x, y = places.emblems[route.side]
    spot = (x, y - places.size.emblem * 0.75)
    return Bow(spot, spot, spot)


def drawn(board: Board, places: Spots, lane: Lane, is_lit: bool = False) -> str:
    """The line as SVG. One that is pointed at is bright if it wins, and fine dots if it comes next."""
    unit, route = board.pen.scale, lane.route
    dash = (9, 6) if route.leaks or route.is_struck else None
    layers: tuple[tuple[float, float], ...] = ((11, 0.26), (3.2, 0.95))
    tone = theme.BAR_RIGHT[route.side] if is_lit else theme.BRIGHT[route.side]
    if is_lit and route.rank == 0:
        layers = ((18, 0.22), (9, 0.4), (4.8, 1))
    elif is_lit:
        layers, dash = ((2.4, 0.85),), (4, 7)
    elif route.is_struck:
        layers = ((2.2, 0.6),)
    marks = dashed(curve(lane.bow.corners), dash[0] * unit, dash[1] * unit) if dash else ""
    body = "".join(
        f'<path d="{lane.bow.path}" fill="none" stroke="{tone}" stroke-opacity="{share}" '
        f'stroke-width="{wide * unit:.1f}" {marks if wide < 6 else ""}/>'
        for wide, share in layers
    )
    return body if route.is_struck else body + _tip(board, places, lane, tone)


def _tip(board: Board, places: Spots, lane: Lane, tone: str) -> str:
    """The arrow's tip, where the line comes to the emblem."""
    unit = board.pen.scale
    reach = places.size.emblem / 2 + 2 * unit
    share = 1.0
    while share > 0.5 and math.dist(lane.bow.at(share), lane.bow.end) < reach:
        share -= 0.01
    (x, y), (bx, by) = lane.bow.at(share), lane.bow.at(share - 0.04)
    angle = math.atan2(y - by, x - bx)
    corners = [(x, y)]
    for turn in (2.6, -2.6):
        corners.append((x + 15 * unit * math.cos(angle + turn), y + 15 * unit * math.sin(angle + turn)))
    return f'<path d="M{"L".join(f"{cx:.1f} {cy:.1f}" for cx, cy in corners)}Z" fill="{tone}"/>'


def _badge(board: Board, lane: Lane) -> Node:
    """What goes along the route, or the cross."""
    pen, route, size = board.pen, lane.route, board.pen.px(BADGE)
    rect = pygame.Rect(0, 0, size, size)
    rect.center = round(lane.badge[0]), round(lane.badge[1])

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if route.is_struck:
            barred(pen, target, box.centerx, box.centery, BADGE - 2)
            return
        pen.box(target, box, theme.PANEL_TOP, theme.DEEPEST, theme.BRIGHT[route.side], 40, 1.8)
        name = board.book.sectors[route.input].id
        pen.icon(target, sector_icon(name), box.centerx, box.centery, 18, theme.TEXT)

    name = f"badge:{_name(route)}"
    made = Node(
        name, rect.move(board.map_rect.topleft), paint, route.is_struck, layer=OVER, pad=pen.px(4), live=False
    )
    made.value, made.course = _openness(route), Course(0, 1, ON_THE_WAY)
    return made

