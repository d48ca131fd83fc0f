"""The log: what happened, newest at the top, each line with its round and its side's mark. A line opens the
ledger of the numbers it changed.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

import pygame

from game.engine import terms as T
from game.match.log import Change, Line

from .. import theme
from ..nodes import Node, Paint
from ..pen import Pen
from .board import Board

SIZE = 14.0
EDGE = 58  # units before the words: mark and round
AIR = 8  # units between two lines


def nodes(board: Board) -> list[Node]:
    pen, rect = board.pen, board.log_rect
    inner = pygame.Rect(rect.x + pen.px(8), rect.y + pen.px(47), rect.w - pen.px(16), 0)
    inner.h = rect.bottom - pen.px(5) - inner.y
    if inner.h < pen.line(SIZE):
        return [_strip(board, rect)]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "log", "Log", "L: all of it")

    made = [Node("log", rect, paint, pad=pen.px(24), live=False)]
    y = inner.y
    for n in reversed(range(len(board.log))):
        high = line_height(pen, board.log[n].text, board.words.shorts, inner.w, SIZE)
        if y + high > inner.bottom:
            break
        made.append(_line(board, n, pygame.Rect(inner.x, y, inner.w, high)))
        y += high
    return made


def _strip(board: Board, rect: pygame.Rect) -> Node:
    """Where there is room for one line only: what happened last, as far as it goes on that line."""
    pen = board.pen
    last = board.log[-1].plain.split(". ")[0].rstrip(".") if board.log else ""
    room = rect.w - pen.px(42 + 16) - pen.key_width("L") - pen.px(12)
    words = last if pen.text_width(last, "medium", SIZE) <= room else ""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        y, right = box.centery, box.right - pen.px(16)
        pen.icon(target, "log", box.x + pen.px(25), y, 20, theme.TEXT_2)
        pen.key(target, "L", right, y)
        if words:
            pen.text(target, words, box.x + pen.px(42), y, "medium", SIZE, theme.TEXT_2, "lm", width=room)
        else:
            pen.text(target, "LOG", box.x + pen.px(42), y, "head", 17, theme.TEXT_2, "lm", 1.2, room)

    return Node("log", rect, paint, key=words, pad=pen.px(24), live=False)


def _line(board: Board, n: int, rect: pygame.Rect) -> Node:
    line = board.log[n]
    act = partial(board.changed_by, line) if line.cells else None
    return line_node(board.pen, f"log:{n}", rect, line, board.words.shorts, SIZE, act)


# --- one line, here and in the scene ---------------------------------------------------------------


def line_node(
    pen: Pen,
    name: str,
    rect: pygame.Rect,
    line: Line,
    shorts: Sequence[str],
    size: float,
    act: Callable[[], None] | None,
    icon: str = "",
) -> Node:
    """A line of the log, as high as `line_height` says; pointing at it tells each change and its cause. An
    icon stands in for its round.
    """

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            if is_lit:
                pen.box(target, box, theme.SELECTED, theme.PANEL_TOP, theme.TIP_EDGE, 8)
            _paint(pen, target, box, line, shorts, size, icon)

        return paint

    return Node(
        name,
        rect,
        painter(False),
        key=(line.who, line.round, line.text, size, icon),
        tip=partial(tip, line) if line.changes else None,
        act=act,
        group="j-log",
        lit=painter(True) if act else None,
        live=bool(line.changes) or act is not None,
        radius=8,
    )


def line_height(pen: Pen, text: str, shorts: Sequence[str], width: int, size: float) -> int:
    """Pixels that a line of the log needs: as it is written, for bold steps are wider."""
    return pen.paragraph_height(inked(text, tuple(shorts)), width - pen.px(EDGE + 10), size) + pen.px(AIR)


def _paint(
    pen: Pen,
    target: pygame.Surface,
    box: pygame.Rect,
    line: Line,
    shorts: Sequence[str],
    size: float,
    icon: str,
) -> None:
    y = box.y + pen.px(AIR) // 2 + round(pen.line(size) * 0.14)
    middle = y + pen.cap("body", size) / 2
    pen.marker(target, min(line.who, 2), box.x + pen.px(15), middle, 13)
    if icon:
        pen.icon(target, icon, box.x + pen.px(38), middle, 20, theme.TEXT_3)
    else:
        pen.text(target, f"R{line.round}", box.x + pen.px(27), middle, "head", size, theme.TEXT_3, "lm")
    words = inked(line.text, tuple(shorts))
    pen.paragraph(target, words, box.x + pen.px(EDGE), y, box.w - pen.px(EDGE + 10), size)


@lru_cache(maxsize=512)
def inked(text: str, shorts: tuple[str, ...]) -> str:
    """The text with both sides' short names in their colours and every step in bold."""
    names = "|".join(re.escape(short) for short in shorts)

    def ink(found: re.Match[str]) -> str:
        piece = found[0]
        if piece.startswith("**"):
            return piece
        if piece in shorts:
            return f"{{{('us', 'china')[shorts.index(piece)]}:{piece}}}"
        return f"**{piece}**"

    return re.sub(rf"\*\*.+?\*\*|\b(?:{names})\b|(?<!\w)[+−]\d+\b", ink, text)


def tip(line: Line) -> list[str]:
    """Each change of a line with its cause."""
    title = re.split(r"(?<=\.)\*{0,2} ", line.text, maxsplit=1)[0].replace("**", "").rstrip(".")
    return [title, *map(_changed, line.changes), "Click or Enter: how these came to be."]


def _changed(change: Change) -> str:
    name, _, step = change.words.rpartition(" ")
    if step[:1] in "+−" and change.cell != T.SHARED + T.TRACK:
        return f"{name}, now {change.new} ({change.cause}) | {step}"
    return f"{change.words} ({change.cause})"
