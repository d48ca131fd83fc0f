"""The choice of a secret agenda: two cards, each with what it asks for and how far it is fulfilled now."""

from collections.abc import Callable
from functools import partial

import pygame

from game.engine import terms as T
from game.match.standing import Standing, standing

from .. import icons, theme
from ..layout import columns
from ..nodes import Node, Paint
from ..table.board import Board
from .frame import LAYER, NO_FOOT, cover, frame
from .rows import plate


def nodes(board: Board, viewer: int, legal: list[int], pick: Callable[[int], None]) -> list[Node]:
    """The agendas side by side."""
    at = frame(board.pen, 940, 490, NO_FOOT)
    text = f"Keep one, return the other unseen. It is worth {T.AGENDA_POINTS} points at the end."
    made = cover(at, "Choose your secret agenda", text, "agenda")
    places = columns(at.body, len(legal), board.pen.tx(22))
    first = T.CARD + len(board.book.cards) + len(board.book.headlines)
    for n, (action, place) in enumerate(zip(legal, places, strict=True)):
        made.append(_agenda(board, viewer, action, action - first, place, n + 1, partial(pick, action)))
    return made


def _agenda(
    board: Board,
    viewer: int,
    action: int,
    number: int,
    place: pygame.Rect,
    hint: int,
    act: Callable[[], None],
) -> Node:
    stands = standing(board.book, board.seen, viewer, number)

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            plate(board.pen, target, box, True, is_lit)
            board.pen.key(target, str(hint), box.right - board.pen.tx(14), box.y + board.pen.tx(26))
            _inside(board, target, box, number, stands)

        return paint

    return Node(
        f"option:{action}", place, painter(False), key=(number, stands, hint), act=act, layer=LAYER + 2,
        group="x", lit=painter(True), radius=12,
    )  # fmt: skip


def _inside(board: Board, target: pygame.Surface, box: pygame.Rect, number: int, stands: Standing) -> None:
    pen = board.pen
    page, entry = board.almanac.agendas[number], board.book.agendas[number]
    middle, width = box.centerx, box.w - pen.tx(56)
    y = float(box.y + pen.tx(76))
    disc = pygame.Rect(0, 0, pen.tx(108), pen.tx(108))
    disc.center = middle, round(y)
    pen.shadow(target, disc, 100, 9, 0.35, theme.SPOT)
    pen.box(target, disc, theme.SELECTED, theme.DEEPEST, theme.CHOSEN, 100, 1.8)
    pen.blit_icon(target, icons.AGENDA[entry.condition], middle, y, pen.tx(64), theme.TEXT)
    y += pen.tx(82)
    pen.text(target, entry.title, middle, y, "number", 28, theme.TEXT, "cm", width=width)
    y += pen.tx(34)
    for text, face, size, tone in (
        (page.brief, "medium", 16, theme.TEXT),
        (page.about, "body", 14.5, theme.TEXT_2),
    ):
        for words in pen.wrap(text, face, size, width) if text else []:
            pen.text(target, words, middle, y, face, size, tone, "cm")
            y += pen.line(size)
        y += pen.tx(8)
    _progress(board, target, box, stands)


def _progress(board: Board, target: pygame.Surface, box: pygame.Rect, stands: Standing) -> None:
    """How far it is now: a bar and its number."""
    pen = board.pen
    bar = pygame.Rect(box.x + pen.tx(28), box.bottom - pen.tx(38), box.w - pen.tx(56), pen.tx(12))
    y = bar.y - pen.tx(20)
    pen.text(target, "NOW", bar.x, y, "head", 13.5, theme.TEXT_3, "lm", 1.0)
    words, tone = (f"{stands.words}: met", theme.GAIN) if stands.is_met else (stands.words, theme.TEXT)
    pen.text(target, words, bar.right, y, "medium", 15, tone, "rm", width=bar.w - pen.tx(50))
    pen.box(target, bar, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
    if stands.share > 0:
        fill = pygame.Rect(bar.x, bar.y, max(bar.h, round(bar.w * stands.share)), bar.h)
        colour = theme.GAIN if stands.is_met else theme.LINE_STRONG
        pen.box(target, fill, colour, colour, colour, 6, 0)
