"""A headline, announced in the middle of the table like a card: picture, text, what it changes, the real event."""

import pygame

from .. import theme
from ..column import Column
from ..nodes import Node
from ..telling import News
from .board import Board
from .spots import HEAD

LAYER = 8
WIDTH = 560  # units of text
ART = 0.42, 0.3  # height of the picture as a share of the width: the usual, the least where it is tight


def nodes(board: Board, news: News) -> list[Node]:
    """The announcement over the map, below its heading."""
    pen, page = board.pen, board.almanac.headlines[news.headline]
    wide = pen.tx(WIDTH)
    column = _words(board, news, wide - 2 * pen.tx(24))
    top, text = board.map_rect.y + pen.px(HEAD), column.height + pen.tx(44)
    art = max(round(wide * ART[1]), min(round(wide * ART[0]), pen.px(board.bottom) - top - text))
    high = art + text
    rect = pygame.Rect(0, 0, wide, high)
    rect.center = (board.map_rect.centerx, (board.rect(0, 86, 1, 1).y + pen.px(board.bottom)) // 2)
    rect.top = max(rect.top, top)
    rect.clamp_ip(pygame.Rect(0, pen.px(12), pen.width, pen.height - pen.px(24)))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, theme.CARD_RADIUS, 14, 0.8, "#000000", pen.px(8))
        pen.box(target, box, "#22375A", "#121F36", theme.SPOT, theme.CARD_RADIUS, 2)
        inset = max(2, pen.px(3))
        picture = pen.art(page.art, box.w - 2 * inset, art - inset, theme.CARD_RADIUS - 2)
        target.blit(picture, (box.x + inset, box.y + inset))
        target.fill(
            pygame.Color(theme.SPOT), (box.x + inset, box.y + art, box.w - 2 * inset, max(2, pen.px(2.5)))
        )
        column.paint(target, box.x + pen.tx(24), box.y + art + pen.tx(18))
        pen.key(target, "Space", box.right - pen.px(14), box.bottom - pen.px(22))

    return [Node("news", rect, paint, (news, column.key), layer=LAYER, pad=pen.px(36), live=False)]


def _words(board: Board, news: News, width: int) -> Column:
    page = board.almanac.headlines[news.headline]
    column = Column(board.pen, width)
    column.capitals("headline", f"Round {news.round} · Headline", theme.SPOT)
    column.gap(3)
    column.words(page.title, 30, theme.TEXT, "number")
    column.gap(2)
    column.words(" ".join(page.rules), 17, theme.TEXT, "medium")
    if news.changes:
        column.rule(8)
        column.pairs(list(news.changes), 16)
    if page.precedent:
        column.rule(8)
        when = f" ({page.when})" if page.when else ""
        column.words(f"{page.precedent}{when}", 15, theme.TEXT_2)
    return column
