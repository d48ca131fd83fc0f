"""The bulletin: the market phase as lines that appear one by one, each with its numbers and the way to their why."""

from collections.abc import Callable
from functools import partial

import pygame

from game.match.bulletin import Bulletin, Item, Number

from .. import theme
from ..nodes import Node, gauge
from ..pen import Pen
from ..widgets import button
from .board import Board

LAYER = 8
WIDTH = 900  # units of text
HEAD, FOOT = 92, 76
ROW = 46  # the least height of a line
VALUE = 92  # width of one side's number


def nodes(
    board: Board, told: Bulletin, landed: int, go_on: Callable[[], None], place: pygame.Rect
) -> list[Node]:
    """The lines of which `landed` entries have been seen, in the middle of `place`; the last button goes on."""
    pen = board.pen
    wide = min(pen.tx(WIDTH), place.w)
    room = place.h - pen.px(HEAD + FOOT)
    rows = _heights(board, told, wide, room)
    rect = pygame.Rect(0, 0, wide, pen.px(HEAD + FOOT) + sum(rows))
    rect.center = place.center
    rect.clamp_ip(pygame.Rect(0, pen.px(8), pen.width, pen.height - pen.px(16)))
    made = [_frame(board, told, rect)]
    y = rect.y + pen.px(HEAD)
    for n, (item, high) in enumerate(zip(told.items, rows, strict=True)):
        if item.at <= landed:
            row = pygame.Rect(rect.x + pen.px(10), y, rect.w - pen.px(20), high - pen.px(4))
            made.append(_line(board, item, n, row))
            made += [_value(board, item, n, k, row) for k in range(len(item.numbers))]
        y += high
    foot = pygame.Rect(rect.right - pen.px(236), rect.bottom - pen.px(62), pen.px(220), pen.px(48))
    if landed >= told.length:
        made.append(_track(board, told, rect, foot))
    return [*made, _go_on(pen, foot, go_on)]


def _go_on(pen: Pen, rect: pygame.Rect, act: Callable[[], None]) -> Node:
    """While lines are still to come it shows them all."""
    return button(
        pen, "bulletin go on", rect, "Go on", act, "forward", "Enter", gold=True, layer=LAYER + 1, group="j"
    )


def _heights(board: Board, told: Bulletin, wide: int, room: int) -> list[int]:
    """Pixels of each line: as its words need, closer together where there is little room."""
    pen = board.pen
    rows = [max(pen.px(ROW), _words_height(board, item, wide) + pen.px(12)) for item in told.items]
    spare = sum(rows) - room
    if spare > 0:
        least = [_words_height(board, item, wide) + pen.px(4) for item in told.items]
        give = sum(rows) - sum(least)
        rows = [
            high - round((high - low) * min(1.0, spare / max(1, give)))
            for high, low in zip(rows, least, strict=True)
        ]
    return rows


def _columns(board: Board, wide: int) -> tuple[int, int]:
    """Where the words of a line begin, and their width."""
    pen = board.pen
    left = pen.tx(46) + pen.tx(170)
    return left, wide - pen.px(20) - left - 2 * pen.tx(VALUE) - pen.tx(12)


def _words_height(board: Board, item: Item, wide: int) -> int:
    pen = board.pen
    title = pen.paragraph_height(item.title, pen.tx(160), 17.5, "head")
    return max(title, pen.paragraph_height(item.text, _columns(board, wide)[1], 15.5))


def _frame(board: Board, told: Bulletin, rect: pygame.Rect) -> Node:
    pen, shorts = board.pen, board.words.shorts

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 14, 16, 0.8, "#000000", pen.px(8))
        pen.box(target, box, theme.TIP_TOP, theme.PANEL_BOTTOM, theme.TIP_EDGE, 14, 1.6, theme.LINE_STRONG)
        y = box.y + pen.px(34)
        pen.icon(target, "market", box.x + pen.px(34), y, 28, theme.TEXT_2)
        title = f"Market phase · round {told.round}"
        pen.text(target, title.upper(), box.x + pen.px(60), y, "number", 25, theme.TEXT, "lm", 0.8)
        y = box.y + pen.px(74)
        hint = "Click a line: how its numbers came to be"
        pen.text(target, hint, box.x + pen.px(22), y, "medium", 14, theme.TEXT_3, "lm")
        for side in (0, 1):
            x = _value_x(board, box, side)
            pen.marker(target, side, x - pen.tx(20), y, 14)
            pen.text(target, shorts[side], x, y, "head", 16, theme.BRIGHT[side], "cm")
        pen.rule(target, box, box.y + pen.px(HEAD) - pen.px(4), theme.LINE_STRONG)

    return Node("bulletin", rect, paint, (told.round, shorts), layer=LAYER, pad=pen.px(36), live=False)


def _value_x(board: Board, row: pygame.Rect, side: int) -> int:
    """The middle of a side's column."""
    pen = board.pen
    return row.right - pen.px(12) - pen.tx(VALUE) * (2 - side) + pen.tx(VALUE) // 2


def _line(board: Board, item: Item, n: int, row: pygame.Rect) -> Node:
    pen = board.pen
    left, width = _columns(board, row.w + pen.px(20))

    def painter(is_lit: bool) -> Callable[[pygame.Surface, pygame.Rect], None]:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            if is_lit or n % 2 == 0:
                shade = theme.SELECTED if is_lit else theme.PANEL_TOP
                pen.box(target, box, shade, shade, theme.TIP_EDGE if is_lit else shade, 8, 1.25)
            pen.icon(target, item.icon, box.x + pen.tx(23), box.centery, 22, theme.TEXT_2)
            _paint_centred(board, target, item.title, box.x + pen.tx(46), box, pen.tx(160), 17.5, "head")
            _paint_centred(board, target, item.text, box.x + left, box, width, 15.5, "body")

        return paint

    return Node(
        f"bulletin:{n}",
        row,
        painter(False),
        item,
        act=partial(board.history, item.cells, item.title),
        layer=LAYER + 1,
        group="j",
        lit=painter(True),
        radius=8,
    )


def _paint_centred(
    board: Board,
    target: pygame.Surface,
    text: str,
    x: int,
    box: pygame.Rect,
    width: int,
    size: float,
    face: str,
) -> None:
    """A paragraph in the middle of a row's height."""
    pen = board.pen
    height = pen.paragraph_height(text, width, size, face)
    top = box.centery - height / 2 + (pen.line(size) - pen.cap(face, size)) / 2
    tone = theme.TEXT if face == "head" else theme.TEXT_2
    pen.paragraph(target, text, x, top, width, size, tone, face)


def _value(board: Board, item: Item, n: int, k: int, row: pygame.Rect) -> Node:
    """A number that counts from what it was; one that both sides share stands in the middle."""
    pen, number = board.pen, item.numbers[k]
    is_shared = len(item.numbers) == 1
    x = (_value_x(board, row, 0) + _value_x(board, row, 1)) // 2 if is_shared else _value_x(board, row, k)
    rect = pygame.Rect(0, 0, pen.tx(VALUE), min(row.h, pen.tx(36)))
    rect.center = (x, row.centery)
    tone = theme.TEXT if is_shared or (item.points and (item.points > 0) != (k == 0)) else theme.BRIGHT[k]

    def paint(target: pygame.Surface, box: pygame.Rect, value: float, was: float) -> None:
        _paint_number(board, target, box, number, value, tone)

    made = gauge(f"bulletin:{n}:{k}", rect, number.new, paint, (number, tone))
    made.layer, made.start = LAYER + 2, number.old
    return made


def _paint_number(
    board: Board, target: pygame.Surface, box: pygame.Rect, number: Number, value: float, tone: str
) -> None:
    """The new number large, the old one small before it where they differ."""
    pen = board.pen
    text = str(round(value))
    if number.old == number.new:
        pen.text(target, text, box.centerx, box.centery, "number", 21, tone, "cm")
        return
    old = f"{number.old} →"
    width = pen.text_width(old, "medium", 14) + pen.tx(5) + pen.text_width(str(number.new), "number", 21)
    x = box.centerx - width // 2
    x += pen.text(target, old, x, box.centery, "medium", 14, theme.TEXT_3, "lm") + pen.tx(5)
    pen.text(target, text, x, box.centery, "number", 21, tone, "lm")


def _track(board: Board, told: Bulletin, rect: pygame.Rect, foot: pygame.Rect) -> Node:
    """What the phase did to the Leadership track, beside the button."""
    pen, words = board.pen, board.words
    old, new = told.track.old, told.track.new
    place = pygame.Rect(rect.x + pen.px(18), foot.y, foot.x - rect.x - pen.px(30), foot.h)
    now = f"{{{'us' if new > 0 else 'china'}:{words.track(new)}}}" if new else f"**{words.track(new)}**"
    text = f"Leadership: {words.track(old)} → {now}" if old != new else f"Leadership stays: {now}"

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.icon(target, "track", box.x + pen.px(16), box.centery, 26, theme.TEXT_2)
        top = box.centery - pen.cap("medium", 19) / 2
        pen.paragraph(target, text, box.x + pen.px(40), top, box.w - pen.px(44), 19, theme.TEXT_2, "medium")

    return Node("bulletin track", place, paint, (old, new), layer=LAYER + 1, live=False)
