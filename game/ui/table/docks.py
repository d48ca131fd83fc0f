"""Each side's place on the map: its emblem, and its four inputs with their supplies and where they come from."""

from functools import partial

import pygame

from game.engine import terms as T

from .. import theme
from ..icons import sector_icon
from ..nodes import gauge
from ..stage import Node
from .board import Board
from .marks import supplier
from .spots import LIT, OVER, Spots
from .supplies import why_supplied


def dock(board: Board, places: Spots, side: int, is_lit: bool) -> list[Node]:
    layer = LIT if is_lit else OVER
    return [
        _emblem(board, places, side, layer),
        *[_slot(board, places, side, i, layer) for i in range(T.UPSTREAM) if (side, i) in places.slots],
        *[_supply(board, places, side, i, layer) for i in range(T.UPSTREAM) if (side, i) in places.slots],
    ]


def _emblem(board: Board, places: Spots, side: int, layer: int) -> Node:
    pen, units = board.pen, places.size.emblem / board.pen.scale
    rect = pygame.Rect(0, 0, places.size.emblem, places.size.emblem)
    rect.center = tuple(round(n) for n in places.emblems[side])
    rect.move_ip(board.map_rect.topleft)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.icon(target, board.emblems[side], box.centerx, box.centery, units, theme.TEXT)

    def tip() -> list[str]:
        lines = [board.words.sides[side]]
        for i in range(T.UPSTREAM):
            best, following = board.chains[side].offers[i][:2]
            lines.append(f"{board.book.sectors[i].title}: {best.supplier} | {best.value}")
            told = f"{best}; then" if len(best.terms) > 1 else "Then"  # a single figure stands at the right
            lines.append(f"{told[:1].upper()}{told[1:]} {following.supplier} {following.value}")
        return lines

    return Node(
        f"country:{side}", rect, paint, key=board.emblems, tip=tip, group="c-map", layer=layer, radius=40
    )


def _slot(board: Board, places: Spots, side: int, i: int, layer: int) -> Node:
    """One input and where it comes from; amber where it holds a sector down."""
    pen, best, chokes = board.pen, board.chains[side].offers[i][0], _chokes(board, side, i)
    align = board.seen.align[best.source] if best.source >= 0 else 0
    name = board.book.sectors[i]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        edge = theme.LOSS if chokes else theme.LINE_STRONG
        top = "#4A2F14" if chokes else theme.PANEL_TOP
        pen.box(target, box, top, theme.DEEPEST, edge, 7, 1.8 if chokes else 1.2)
        icon = min(pen.px(19), round(box.h * 0.66)) / pen.scale
        pen.icon(target, sector_icon(name.id), box.x + box.w * 0.29, box.centery, icon, theme.TEXT_2)
        supplier(board, target, side, best, box.right - pen.px(6), box.y + pen.px(7), 10)

    return Node(
        f"source:{side}:{i}",
        places.slots[side, i].move(board.map_rect.topleft),
        paint,
        key=(best.source, align, chokes),
        tip=lambda: why_supplied(board, side, i),
        act=partial(
            board.history, (T.CAPABILITY + side * T.SECTORS + i,), f"{board.words.sides[side]}: {name.title}"
        ),
        group="c-map",
        layer=layer,
        radius=7,
    )


def _chokes(board: Board, side: int, i: int) -> bool:
    return any(arrow.binds for arrow in board.chains[side].arrows if arrow.input == i)


def _supply(board: Board, places: Spots, side: int, i: int, layer: int) -> Node:
    """How much of the input is supplied; it counts when it changes."""
    pen, box = board.pen, places.slots[side, i].move(board.map_rect.topleft)
    tone = theme.TEXT if _chokes(board, side, i) else theme.BAR_RIGHT[side]
    rect = pygame.Rect(0, 0, pen.text_width("10", "number", 18), box.h)
    rect.center = round(box.x + box.w * 0.66), box.centery

    def paint(target: pygame.Surface, place: pygame.Rect, value: float, was: float) -> None:
        pen.text(target, str(round(value)), place.centerx, place.centery, "number", 18, tone, "cm")

    made = gauge(f"source number:{side}:{i}", rect, board.chains[side].made[i], paint, tone)
    made.layer = layer
    return made
