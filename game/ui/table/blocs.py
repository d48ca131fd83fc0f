"""A plate for each bloc on the map: its alignment as a ring, what it supplies and buys, which controls it joined."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import DEFIES, JOINED, LEAKS, leaning, offers
from game.engine.supply import supply, toward

from .. import theme
from ..icons import sector_icon
from ..stage import Node
from .board import Board
from .marks import lock, ring_segments
from .spots import LIT, OVER, Spots, size_of

WAYS = {JOINED: "JOINED", LEAKS: "LEAKS", DEFIES: "DEFIES"}


def plate(board: Board, places: Spots, bloc: int, is_lit: bool) -> Node:
    pen, seen = board.pen, board.seen
    printed, align = board.book.blocs[bloc], seen.align[bloc]
    ways, holder = tuple(obeyed(board, bloc)), contract_holder(board, bloc)
    rect = places.plates[bloc].move(board.map_rect.topleft)
    ring = (places.rings[bloc][0] - places.plates[bloc].x, places.rings[bloc][1] - places.plates[bloc].y)
    name = printed.short if places.is_small else printed.title
    is_left = ring[0] > rect.w / 2  # whether the plate lies left of its ring
    covered = min(rect.w, _width(board, bloc, name, ways, holder, places.is_small, is_left))

    def paint(target: pygame.Surface, room: pygame.Rect) -> None:
        side = 0 if align >= 0 else 1
        box = _pill(room, covered, is_left)
        joined = abs(align) >= 2
        edge = theme.BRIGHT[side] if joined else theme.LINE_STRONG
        pen.box(target, box, theme.PANEL_TOP, theme.DEEPEST, edge, 40, 1.8 if joined else 1.2)
        x, y = room.x + ring[0], room.y + ring[1]
        ring_segments(pen, target, x, y, places.size.ring, align)
        tone = theme.TEXT if align else theme.TEXT_2
        pen.text(target, str(abs(align)), x, y, "number", 16 if places.is_small else 20, tone, "cm")
        left = box.x + (pen.px(16) if is_left else places.size.high + pen.px(-2 if places.is_small else 3))
        size = 14 if places.is_small else 16
        pen.text(target, name, left, box.y + box.h * 0.3, "head", size, theme.TEXT, "lm")
        _goods(board, target, bloc, left, box.y + box.h * 0.7, ways, holder, places.is_small)

    return Node(
        f"bloc:{bloc}",
        rect,
        paint,
        key=(align, seen.source[bloc], name, ways, holder, ring),
        tip=lambda: _tip(board, bloc),
        act=partial(board.history, (T.ALIGN + bloc,), f"{printed.title}: alignment"),
        group="c-map",
        radius=26,
        ring=_pill(rect, covered, is_left),
        layer=LIT if is_lit else OVER,
    )


def _pill(room: pygame.Rect, width: int, is_left: bool) -> pygame.Rect:
    """As much of a plate's place as it covers now, at the end where its ring is: the rest shows the map."""
    return pygame.Rect(room.right - width if is_left else room.x, room.y, width, room.h)


def _width(
    board: Board,
    bloc: int,
    name: str,
    ways: tuple[tuple[int, int, str], ...],
    holder: int,
    is_small: bool,
    is_left: bool,
) -> int:
    """How wide a plate is with what it says now."""
    pen, printed = board.pen, board.book.blocs[bloc]
    goods = 0
    for i, quality in printed.supplies.items():
        goods += pen.px(29) + pen.text_width(str(quality + board.seen.source[bloc]), "number", 16)
        mine = [way for found, _, way in ways if found == i]
        goods += sum(pen.px(6) + _way_width(board, way, is_small or len(mine) > 1) for way in mine)
    if printed.buys != T.NONE:
        goods += _buys_room(board, is_small) - (pen.px(13) if holder == T.NONE else 0)
    size = size_of(board)[0]
    title = pen.text_width(name, "head", 14 if is_small else 16)
    aside = pen.px(8) if is_small and is_left else 0  # between the words and the ring right of them
    return size.high + max(title, goods) + pen.px(10 if is_small else 20) + aside


def _way_width(board: Board, way: str, is_small: bool) -> int:
    pen = board.pen
    return pen.px(16) if is_small else pen.px(19) + pen.text_width(WAYS[way], "head", 13)


def widths(board: Board) -> tuple[int, ...]:
    """How wide each plate is: what is printed and room for what may come, so that none ever moves."""
    size, is_small = size_of(board)
    pen = board.pen
    found = []
    for printed in board.book.blocs:
        name = pen.text_width(printed.short if is_small else printed.title, "head", 14 if is_small else 16)
        goods = sum(
            pen.px(24) + 2 * pen.text_width("8", "number", 16) + _way_room(board, is_small)
            for _ in printed.supplies
        )
        if printed.buys != T.NONE:
            goods += _buys_room(board, is_small)
        found.append(size.high + max(name, goods) + pen.px(10 if is_small else 16))
    return tuple(found)


def _way_room(board: Board, is_small: bool) -> int:
    return board.pen.px(40) if is_small else board.pen.text_width("JOINED", "head", 13) + board.pen.px(26)


def _buys_room(board: Board, is_small: bool) -> int:
    word = 0 if is_small else board.pen.text_width("buys", "medium", 13) + board.pen.px(4)
    return word + board.pen.px(38)


def obeyed(board: Board, bloc: int) -> list[tuple[int, int, str]]:
    """(input, controlling side, what the bloc does about it) of what it supplies."""
    found = []
    for i in board.book.blocs[bloc].supplies:
        for side in (0, 1):
            offer = next(o for o in board.chains[side].offers[i] if o.source == bloc)
            if offer.way:
                found.append((i, 1 - side, offer.way))
    return found


def contract_holder(board: Board, bloc: int) -> int:
    """The side that would get its contract by the outputs now, or nobody."""
    j = board.book.blocs[bloc].buys
    if j != T.NONE:
        made = [outputs[j] for outputs in board.due]
        for side in (0, 1):
            if made[side] - made[1 - side] + toward(board.seen, side, bloc) >= 2:
                return side
    return T.NONE


def _goods(
    board: Board,
    target: pygame.Surface,
    bloc: int,
    x: float,
    y: float,
    ways: tuple[tuple[int, int, str], ...],
    holder: int,
    is_small: bool,
) -> None:
    """What it supplies, with quality and what it does about a control; what it buys, and from whom."""
    pen, printed, sectors = board.pen, board.book.blocs[bloc], board.book.sectors
    for i, quality in printed.supplies.items():
        pen.icon(target, sector_icon(sectors[i].id), x + pen.px(9), y, 18, theme.TEXT_2)
        x += pen.px(22)
        x += pen.text(
            target, str(quality + board.seen.source[bloc]), x, y, "number", 16, theme.TEXT, "lm"
        ) + pen.px(7)
        mine = [found for found in ways if found[0] == i]
        for _, side, way in mine:
            x += _way(board, target, side, way, x, y, is_small or len(mine) > 1) + pen.px(6)
    if printed.buys == T.NONE:
        return
    if not is_small:
        x += pen.text(target, "buys", x, y, "medium", 13, theme.TEXT_3, "lm") + pen.px(4)
    pen.icon(target, sector_icon(sectors[printed.buys].id), x + pen.px(9), y, 18, theme.TEXT_2)
    if holder != T.NONE:
        pen.marker(target, holder, x + pen.px(26), y, 13)


def _way(
    board: Board, target: pygame.Surface, side: int, way: str, x: float, y: float, is_small: bool
) -> int:
    """A lock in the controlling side's colour, with the word where there is room. Returns the width."""
    pen = board.pen
    lock(pen, target, way, side, x + pen.px(8), y - pen.px(1), 17)
    if is_small:
        return pen.px(16)
    word = pen.text(target, WAYS[way], x + pen.px(19), y, "head", 13, theme.BAR_RIGHT[side], "lm")
    return pen.px(19) + word


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
            lines.append(f"To {board.words.sides[side]}: {offer.summed}, {wins}")
    if printed.buys != T.NONE:
        name = board.book.sectors[printed.buys].title
        lines.append(f"Buys {name}: +1 Budget to a side whose output lead plus alignment is 2 or more.")
        holder = contract_holder(board, bloc)
        whose = board.words.sides[holder] if holder != T.NONE else "nobody"
        lines.append(f"By the outputs now the contract goes to {whose}.")
    if board.almanac.blocs[bloc].about:
        lines.append(board.almanac.blocs[bloc].about)
    return lines


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:] + "."
