"""The banner: a move of the rival told where the hand lies. Who, which card, on what, what it changed, and why."""

import pygame

from game.engine import terms as T

from .. import theme
from ..column import Column
from ..nodes import Node
from ..telling import Deed
from .board import Board
from .cardback import cardback
from .cards import LEFT, RIGHT
from .face import face
from .logbook import inked

LAYER = 8
CARD = (172.0, 288.0)  # units
ICONS = {
    T.NOTE_LIFT: "lift",
    T.NOTE_PASS: "pass",
    T.NOTE_OFFER: "deal",
    T.NOTE_ACCEPT: "check",
    T.NOTE_REFUSE: "cross",
    T.NOTE_NAMED: "spotlight",
}
TITLES = {
    T.NOTE_POLICY: "plays a policy",
    T.NOTE_STATECRAFT: "uses statecraft",
    T.NOTE_FUND: "raises funds",
    T.NOTE_SET: "sets a contingency",
    T.NOTE_ANNOUNCE: "announces",
    T.NOTE_FIRED: "answers",
    T.NOTE_LIFT: "lifts a measure",
    T.NOTE_PASS: "passes",
    T.NOTE_OFFER: "proposes a deal",
    T.NOTE_ACCEPT: "accepts the deal",
    T.NOTE_REFUSE: "refuses the deal",
    T.NOTE_NAMED: "names a spotlight",
}


def nodes(board: Board, deed: Deed) -> list[Node]:
    """The panel over the hand's strip, and on it the card."""
    pen = board.pen
    strip = board.rect(LEFT, board.bottom + 6, board.wide - LEFT - RIGHT, 302)
    inset, wide = pen.px(16), pen.px(CARD[0])
    left = strip.x + inset + wide + pen.px(20)
    column = _words(board, deed, strip.right - pen.px(20) - left)
    height = max(strip.h, column.height + 2 * inset)
    rect = pygame.Rect(strip.x, strip.bottom - height, strip.w, height)
    tone, hint = theme.BRIGHT[deed.who], "Space"

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, theme.RADIUS, 12, 0.7, "#000000", pen.px(4))
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, tone, theme.RADIUS, 2.2, theme.MID[deed.who])
        column.paint(target, box.x + left - rect.x, box.y + (box.h - column.height) // 2)
        pen.key(target, hint, box.right - pen.px(14), box.bottom - pen.px(22))

    made = [Node("banner", rect, paint, (deed, column.key), layer=LAYER, pad=pen.px(30), live=False)]
    place = pygame.Rect(strip.x + inset, rect.bottom - inset - pen.px(CARD[1]) + pen.px(6), wide, 0)
    place.h = rect.bottom - pen.px(10) - place.y
    if deed.card != T.NONE or deed.note == T.NOTE_SET:
        made.append(_back(board, deed, place))
    return [*made, _card(board, deed, place)]


def _back(board: Board, deed: Deed, place: pygame.Rect) -> Node:
    """Lies under the face: it is what comes from the rival, before the card is turned over."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        cardback(board.pen, target, box, deed.who, board.emblems[deed.who])

    key = (deed.who, board.emblems)
    made = Node("banner back", place, paint, key, layer=LAYER + 1, pad=board.pen.px(22), live=False)
    made.value = deed.who
    return made


def _card(board: Board, deed: Deed, place: pygame.Rect) -> Node:
    """The face of its card where it is public; else a back, or a sign of what was done."""
    pen = board.pen

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if deed.card != T.NONE:
            face(board, target, box, deed.card)
        else:
            sign = board.emblems[deed.who] if deed.note == T.NOTE_SET else ICONS[deed.note]
            cardback(pen, target, box, deed.who, sign)

    return Node(
        "banner card",
        place,
        paint,
        (deed.card, deed.note, deed.who),
        layer=LAYER + 2,
        pad=pen.px(22),
        live=False,
    )


def _words(board: Board, deed: Deed, width: int) -> Column:
    column = Column(board.pen, width)
    title = f"{board.words.sides[deed.who]} {TITLES[deed.note]}"
    column.side(deed.who, title)
    column.gap(4)
    column.words(deed.text, 21, theme.TEXT_2, "medium")
    if deed.paid:
        column.words(deed.paid, 14.5, theme.TEXT_3)
    if deed.changes:
        column.rule(7)
        column.pairs([inked(text, tuple(board.words.shorts)) for text in deed.changes], 16)
    if deed.reason:
        column.rule(7)
        column.item("person", deed.reason, theme.TEXT_2, 15.5, theme.BRIGHT[deed.who])
    return column
