"""The top strip: whose turn it is, both sides' meters, and between them the Leadership track with who leads and why."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import why_approval, why_capital, why_income, why_resilience
from game.engine.supply import resilience
from game.match.ledger import RESILIENCE

from .. import theme
from ..nodes import gauge
from ..stage import Node
from . import race
from .board import HEADER, Board, why_lines

METERS = (("budget", T.BUDGET), ("capital", T.CAPITAL), ("approval", T.APPROVAL))
ROOMY = 1800  # units: from this width on the strip has room for wide chips


def nodes(board: Board) -> list[Node]:
    made = [_strip(board)]
    for side in (T.US, T.CHINA):
        made.append(_side(board, side))
        for n, (meter, cell) in enumerate(METERS):
            chip = _meter(board, side, n, meter, cell + side)
            made += [chip, _number(board, chip, board.seen.cells[cell + side])]
        chip = _resilience(board, side)
        made += [chip, _number(board, chip, resilience(board.book.tables, board.seen, side))]
    left = 14 + _wide(board) + (len(METERS) + 1) * _pitch(board) + 8
    return [*made, race.node(board, board.rect(left, 4, board.wide - 2 * left, HEADER - 8))]


def _wide(board: Board) -> int:
    """Units of the block that names a side."""
    return 246 if board.wide >= ROOMY else 208


def _pitch(board: Board) -> int:
    """Units from one chip to the next."""
    return 97 if board.wide >= ROOMY else 80


def _strip(board: Board) -> Node:
    rect = pygame.Rect(0, 0, board.pen.width, board.pen.px(HEADER))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        target.fill((*pygame.Color(theme.DEEPEST)[:3], 150))
        for side, x in ((0, 0), (1, box.w // 2)):
            line = pygame.Rect(x, box.h - 2, box.w // 2 + 1, 2)
            pygame.draw.rect(target, theme.mix(theme.BRIGHT[side], theme.APP, 0.45), line)

    return Node("strip", rect, paint, live=False)


def _x(board: Board, side: int, x: float, w: float) -> float:
    """A place counted from the side's own edge."""
    return x if side == T.US else board.wide - x - w


def _state(board: Board, side: int) -> str:
    """What the side does now, where it is its turn."""
    if board.seen.shared[T.MOVER] != side or not board.is_quiet:
        return ""
    if side == board.viewer:
        return "YOUR TURN"
    return "ITS TURN"


def _side(board: Board, side: int) -> Node:
    """Emblem, name, who plays it, moves left; lit up when it is its turn."""
    pen, moves, who = board.pen, board.seen.moves[side], board.names[side]
    wide = _wide(board)
    rect = board.rect(_x(board, side, 10, wide), 5, wide, 65)
    state = _state(board, side)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if state:
            edge = theme.GOLD if side == board.viewer else theme.BRIGHT[side]
            pen.box(target, box, theme.DEEP[side], theme.PANEL_BOTTOM, edge, 12, 2.2)
        left, step = side == T.US, pen.px(64)
        middle = box.x + pen.px(32) if left else box.right - pen.px(32)
        pen.icon(target, board.emblems[side], middle, box.centery, 48, theme.TEXT)
        x = box.x + step if left else box.right - step
        anchor, room = "lm" if left else "rm", box.w - step - pen.px(26)
        title = board.words.sides[side].upper()
        size = 24.0
        while size > 15 and pen.text_width(title, "number", size, 0.6) > room:
            size -= 1
        pen.text(target, title, x, box.y + pen.px(20), "number", size, theme.TEXT, anchor, 0.6, room)
        _paint_state(board, target, side, state or who, x, box.y + pen.px(47), bool(state), room)
        _paint_moves(board, target, side, moves, box.right - pen.px(14) if left else box.x + pen.px(14), box)

    def tip() -> list[str]:
        lines = [f"{board.words.sides[side]} | {who}", f"moves left this round | {moves}"]
        return [*lines, "Each side makes four moves a round, in turn."]

    key = (state, moves, who, board.emblems)
    return Node(f"side:{side}", rect, paint, key=key, tip=tip, group="a-header", radius=12)


def _paint_state(
    board: Board, target: pygame.Surface, side: int, words: str, x: float, y: float, is_on: bool, room: int
) -> None:
    """Whose turn it is as a filled pill, or who plays the side as plain words."""
    pen, anchor = board.pen, "l" if side == T.US else "r"
    if is_on:
        fill = theme.GOLD if side == board.viewer else theme.BRIGHT[side]
        pen.pill(target, words, x, y, theme.INK, fill, fill, 13, anchor)
        return
    pen.text(target, words, x, y, "head", 14, theme.BAR_RIGHT[side], f"{anchor}m", width=room)


def _paint_moves(
    board: Board, target: pygame.Surface, side: int, moves: int, x: float, box: pygame.Rect
) -> None:
    """A diamond for each move of the round, one below the other, filled while it is left."""
    size = max(4, board.pen.px(5.5))
    step = min(2 * size + 3, (box.h - 2 * size) // T.MOVES_PER_ROUND)
    top = box.centery - step * (T.MOVES_PER_ROUND - 1) / 2
    for n in range(T.MOVES_PER_ROUND):
        y = top + n * step
        points = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
        if n >= T.MOVES_PER_ROUND - moves:
            pygame.draw.polygon(target, theme.TEXT, points)
        else:
            pygame.draw.polygon(target, theme.LINE_STRONG, points, 1)


def _chip_rect(board: Board, side: int, n: int) -> pygame.Rect:
    wide = _pitch(board) - 5
    return board.rect(_x(board, side, 16 + _wide(board) + _pitch(board) * n, wide), 14, wide, 48)


def _meter(board: Board, side: int, n: int, meter: str, cell: int) -> Node:
    pen, value = board.pen, board.seen.cells[cell]
    rect = _chip_rect(board, side, n)
    titles = {"budget": "Budget", "capital": "Capital", "approval": "Approval"}

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, edge=theme.LINE_STRONG, edge_bottom=theme.LINE, radius=10)
        _chip(board, target, box, meter, theme.BRIGHT[side], titles[meter])

    def tip() -> list[str]:
        why = {"budget": why_income, "capital": why_capital, "approval": why_approval}[meter]
        lines = why_lines(why(board.book, board.seen, side))
        name = {"budget": "Budget", "capital": "Political Capital", "approval": "Approval"}[meter]
        return [f"{board.words.sides[side]}: {name} | {value}", "In the next market phase:", *lines[1:]]

    act = partial(board.history, (cell,), f"{board.words.sides[side]}: {titles[meter]}")
    return Node(f"{meter}:{side}", rect, paint, key=value, tip=tip, act=act, group="a-header")


def _number(board: Board, chip: Node, value: int) -> Node:
    """The number of a chip, which counts when it changes."""
    pen = board.pen
    middle = chip.rect.centerx
    rect = pygame.Rect(middle - pen.px(2), chip.rect.y + pen.px(4), pen.px(38), pen.px(26))

    def paint(target: pygame.Surface, box: pygame.Rect, shown: float, was: float) -> None:
        pen.text(target, str(round(shown)), box.x + pen.px(4), box.centery, "number", 22, theme.TEXT, "lm")

    return gauge(f"{chip.name} number", rect, value, paint)


def _chip(board: Board, target: pygame.Surface, box: pygame.Rect, icon: str, tone: str, words: str) -> None:
    """Icon (and number) above, the word below, so that it fits small windows."""
    pen = board.pen
    pen.icon(target, icon, box.centerx - pen.px(16), box.y + pen.px(17), 22, tone)
    pen.text(target, words, box.centerx, box.y + pen.px(37), "head", 13, theme.TEXT_2, "cm")


def _resilience(board: Board, side: int) -> Node:
    pen = board.pen
    value = resilience(board.book.tables, board.seen, side)
    rect = _chip_rect(board, side, len(METERS))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, edge=theme.LINE_STRONG, edge_bottom=theme.LINE, radius=10)
        _chip(board, target, box, "resilience", theme.TEXT_2, "Resilience")

    def tip() -> list[str]:
        return why_lines(why_resilience(board.book, board.seen, side))

    act = partial(board.history, (RESILIENCE + side,), f"{board.words.sides[side]}: Resilience")
    return Node(f"resilience:{side}", rect, paint, key=value, tip=tip, act=act, group="a-header")
