"""The tabs at the top right of the middle: the map, or the supply chains."""

from functools import partial

import pygame

from .. import theme
from ..keys import VIEWS
from ..stage import Node, Paint
from .board import GRAPH, MAP, Board
from .spots import LIT

KEY = VIEWS[0]
TABS = ((MAP, "Map"), (GRAPH, "Supply chains"))


def nodes(board: Board, area: pygame.Rect, shown: str) -> list[Node]:
    """Both tabs and the key that switches."""
    if not board.has_tabs:
        return []
    pen = board.pen
    right = area.right - pen.px(12)
    high = max(pen.px(30), pen.pill_height(16))
    y = area.y + pen.px(22) - high // 2
    right -= pen.key_width(KEY.cap)
    made = [_key(board, pygame.Rect(right, y, pen.key_width(KEY.cap), high), shown)]
    right -= pen.px(8)
    for view, words in reversed(TABS):
        width = pen.text_width(words, "head", 16) + pen.px(28)
        right -= width
        made.append(_tab(board, pygame.Rect(right, y, width, high), view, words, view == shown))
        right -= pen.px(2)
    return made


def _key(board: Board, rect: pygame.Rect, shown: str) -> Node:
    """The cap of the key, which switches too."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        board.pen.key(target, KEY.cap, box.right, box.centery)

    other = MAP if shown == GRAPH else GRAPH
    act = partial(board.switch, other)
    return Node("do:view", rect, paint, act=act, tip=lambda: [KEY.title, KEY.words], group="c-map", layer=LIT)


def _tab(board: Board, rect: pygame.Rect, view: str, words: str, is_on: bool) -> Node:
    pen = board.pen

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            if is_on:
                pen.box(target, box, "#2F6BC4", "#1D4A91", theme.BRIGHT[0], 20, 1.5)
            elif is_lit:
                pen.box(target, box, theme.SELECTED, theme.SELECTED, theme.LINE_STRONG, 20)
            tone = theme.TEXT if is_on or is_lit else theme.TEXT_2
            pen.text(target, words, box.centerx, box.centery, "head", 16, tone, "cm", 0.2)

        return paint

    return Node(
        f"view:{view}",
        rect,
        painter(False),
        key=(words, is_on),
        act=partial(board.switch, view),
        group="c-map",
        lit=painter(True),
        radius=20,
        layer=LIT,
    )
