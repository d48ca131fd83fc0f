"""The small map under the supply graph: where the winning offers come from. Pointing at an input lights its winner
and its runner-up.
"""

import pygame

from game.engine import terms as T
from game.engine.explain import OWN, RIVAL

from .. import theme
from ..icons import sector_icon
from ..pen import Pen
from ..stage import Node
from ..svg import curve, dashed, document, rendered
from ..worldmap import CAPITALS, NODES, WorldMap
from .board import Board
from .marks import free_place
from .plan import Plan
from .routes import Bow, Route, bow, pointed_routes, routes
from .supplies import offer_words, value_words
from .world import colours, hatched


def nodes(board: Board, places: Plan) -> list[Node]:
    """The map at rest, and over it what is pointed at."""
    if places.world is None:
        return []
    made = [_map(board, places.world)]
    if wanted := pointed_routes(board):
        made.append(_lit(board, places.world, wanted))
    return made


def _map(board: Board, rect: pygame.Rect) -> Node:
    pen = board.pen
    align = tuple(board.seen.align.tolist())
    found = [(route.side, route.offer.source, route.leaks) for route in routes(board) if route.rank == 0]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        target.fill(pygame.Color(theme.PANEL_BOTTOM), box)
        world = WorldMap(pen, rect.w, rect.h)
        world.draw(target, box.topleft, colours(list(align)), hatched(list(align)))
        body = ""
        for side, source, leaks in dict.fromkeys(found):
            line = _bow(board, world, side, source)
            dash = dashed(curve(line.corners), 4 * pen.scale, 3 * pen.scale) if leaks else ""
            body += (
                f'<path d="{line.path}" fill="none" stroke="{theme.BRIGHT[side]}" stroke-opacity=".75" '
                f'stroke-width="{1.8 * pen.scale:.2f}" {dash}/>'
            )
        body += "".join(_dot(board, world, bloc, align[bloc]) for bloc in range(T.BLOCS))
        target.blit(rendered(document(body, rect.w, rect.h), rect.w, rect.h), box)
        for side in (0, 1):
            x, y = world.at(*CAPITALS[side])
            pen.icon(target, board.emblems[side], box.x + x, box.y + y, 22, theme.TEXT)

    return Node("globe", rect, paint, key=(align, tuple(found), board.emblems), live=False)


def _dot(board: Board, world: WorldMap, bloc: int, align: int) -> str:
    """A bloc as a dot, ringed in the colour of the side that it leans to."""
    x, y = world.at(*NODES[bloc])
    tone = theme.TEXT_2 if align == 0 else theme.BRIGHT[0 if align > 0 else 1]
    r = 4.2 * board.pen.scale
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{theme.DEEPEST}" stroke="{tone}" '
        f'stroke-width="{2 * board.pen.scale:.1f}"/>'
    )


def _bow(board: Board, world: WorldMap, side: int, source: int) -> Bow:
    start = world.at(*(CAPITALS[1 - side] if source == RIVAL else NODES[source]))
    return bow(start, world.at(*CAPITALS[side]), 0.2, 46 * board.pen.scale)


def _lit(board: Board, rect: pygame.Rect, found: list[Route]) -> Node:
    """The winner bright, the runner-up thin, each with its name and number."""
    pen, unit = board.pen, board.pen.scale

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        world = WorldMap(pen, rect.w, rect.h)
        body = ""
        for route in reversed(found):  # the winners over the others
            if route.offer.source == OWN:
                continue
            line = _bow(board, world, route.side, route.offer.source)
            tone = theme.BAR_RIGHT[route.side]
            for width, share in ((10, 0.25), (3.6, 1.0)) if route.rank == 0 else ((2, 0.9),):
                dash = dashed(curve(line.corners), 5 * unit, 4 * unit) if route.rank else ""
                body += (
                    f'<path d="{line.path}" fill="none" stroke="{tone}" stroke-opacity="{share}" '
                    f'stroke-width="{width * unit:.1f}" stroke-linecap="round" {dash}/>'
                )
        target.blit(rendered(document(body, rect.w, rect.h), rect.w, rect.h), box)
        _names(board, target, box, world, found)

    key = repr([(route.side, route.rank, route.offer.source, route.offer.value) for route in found])
    return Node("globe:lit", rect, paint, key=key, live=False, layer=1)


def _names(
    board: Board, target: pygame.Surface, box: pygame.Rect, world: WorldMap, found: list[Route]
) -> None:
    """A label at each supplier that is lit: what, and how much of it. None lies over another or over an emblem; a line
    ties one that had to stand aside to its place.
    """
    pen = board.pen
    middles = [[round(n) for n in world.at(*CAPITALS[side])] for side in (0, 1)]
    side = pen.px(24)
    taken = [pygame.Rect(box.x + x - side // 2, box.y + y - side // 2, side, side) for x, y in middles]
    made = []
    for route in found:
        words = f"{offer_words(board, route.side, route.offer)} {value_words(route.offer.value)}"
        x, y = world.at(*route.place)
        size = 17 if route.rank == 0 else 14
        w, h = _icon(pen, route) + pen.text_width(words, "head", size) + pen.px(18), pen.pill_height(size)
        spot = pygame.Rect(round(box.x + x - w / 2), round(box.y + y - h - pen.px(14)), w, h)
        spot = free_place(spot, taken, box)
        taken.append(spot)
        made.append((route, words, size, spot))
        place, tone = (round(box.x + x), round(box.y + y)), theme.BAR_RIGHT[route.side]
        pygame.draw.aaline(target, tone, place, _nearest(spot, place))
    for route, words, size, spot in made:
        _name(board, target, route, words, size, spot)


def _nearest(rect: pygame.Rect, place: tuple[int, int]) -> tuple[int, int]:
    """The point of a label where its line ends."""
    (x, y), r = place, rect.h // 2
    return max(rect.x + r, min(rect.right - r, x)), max(rect.y, min(rect.bottom - 1, y))


def _icon(pen: Pen, route: Route) -> int:
    return pen.px(22 if route.rank == 0 else 19)


def _name(
    board: Board, target: pygame.Surface, route: Route, words: str, size: float, spot: pygame.Rect
) -> None:
    pen, wins, icon = board.pen, route.rank == 0, _icon(board.pen, route)
    edge = theme.BAR_RIGHT[route.side] if wins else theme.LINE_STRONG
    pen.box(target, spot, theme.DEEPEST, theme.DEEPEST, edge, 20, 1.6)
    tone = theme.TEXT if wins else theme.TEXT_2
    name = board.book.sectors[route.input].id
    pen.icon(target, sector_icon(name), spot.x + pen.px(8) + icon / 2, spot.centery, size - 1, tone)
    pen.text(target, words, spot.x + pen.px(9) + icon, spot.centery, "head", size, tone, "lm")
