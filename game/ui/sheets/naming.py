"""The third spotlight: six sectors with both outputs, and what each would give this round."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.market import lead_points

from .. import theme
from ..icons import sector_icon
from ..layout import columns, rows
from ..nodes import Node, Paint
from ..table.board import Board
from .foresight import Foresight
from .frame import LAYER, NO_FOOT, cover, frame
from .rows import plate

CLOSED = {T.LIT_PAIR: "lit already", T.LIT_HEADLINE: "lit by the headline", T.LIT_NAMED: "lit already"}


@dataclass(frozen=True)
class Field:
    """A sector as it stands: both outputs, the points it gives now (+ for the US), why it can't be named."""

    sector: int
    outputs: tuple[int, int]
    points: int
    closed: str = ""
    hint: str = ""
    track: str = ""  # how far Leadership would move this round


def nodes(board: Board, asked: Foresight, legal: list[int]) -> list[Node]:
    """Six tiles; those that can be named are bright and numbered."""
    pen, s, viewer = board.pen, board.seen, asked.scene.viewer
    at = frame(pen, 1160, 560, NO_FOOT)
    text = "Choose one more sector: it is scored this round, beside those that are lit."
    made = cover(at, "Name the third spotlight", text, "naming")
    places = [place for row in rows(at.body, 2, pen.tx(18)) for place in columns(row, 3, pen.tx(18))]
    for sector, place in zip(range(T.UPSTREAM, T.SECTORS), places, strict=True):
        action = T.AT_SECTOR + sector
        is_open = action in legal
        outputs = (board.due[0][sector], board.due[1][sector])
        closed = "" if is_open else CLOSED.get(s.lit[sector], "named last round")
        hint = str(legal.index(action) + 1) if is_open else ""
        field = Field(
            sector, outputs, lead_points(*outputs), closed, hint, _track(asked, action) if is_open else ""
        )
        made.append(
            _tile(board, viewer, field, place, partial(asked.scene.pick, action) if is_open else None)
        )
    return made


def _track(asked: Foresight, action: int) -> str:
    """How far Leadership would move this round with this sector lit too."""
    moved = [c for c in asked.forecast(action).market if c.window == "shared" and c.index == T.TRACK]
    return f"Leadership this round: {moved[0].old} → {moved[0].new}" if moved else ""


def _tile(
    board: Board, viewer: int, field: Field, place: pygame.Rect, act: Callable[[], None] | None
) -> Node:
    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            plate(board.pen, target, box, act is not None, is_lit)
            _inside(board, target, box, field, viewer)

        return paint

    name = f"option:{T.AT_SECTOR + field.sector}" if act else f"closed:{field.sector}"
    return Node(
        name, place, painter(False), key=field, act=act, layer=LAYER + 2, group="x", live=act is not None,
        lit=painter(True) if act else None,
    )  # fmt: skip


def _inside(board: Board, target: pygame.Surface, box: pygame.Rect, field: Field, viewer: int) -> None:
    """Icon, name and key; a bar for each side; who gains what."""
    pen, book = board.pen, board.book
    tone = theme.TEXT_3 if field.closed else theme.TEXT
    x, right, y = box.x + pen.tx(18), box.right - pen.tx(16), box.y + pen.tx(34)
    pen.blit_icon(target, sector_icon(book.sectors[field.sector].id), x + pen.tx(16), y, pen.tx(32), tone)
    if field.hint:
        right -= pen.key(target, field.hint, right, y) + pen.tx(8)
    left = x + pen.tx(42)
    pen.text(target, book.sectors[field.sector].title, left, y, "head", 20, tone, "lm", width=right - left)
    y += pen.tx(38)
    for side in (0, 1):
        number = box.right - pen.tx(18)
        pen.marker(target, side, x + pen.tx(6), y, 13 * pen.type_scale / pen.scale)
        bar = pygame.Rect(
            x + pen.tx(20), round(y - pen.tx(7)), number - pen.tx(36) - x - pen.tx(20), pen.tx(14)
        )
        pen.bar(target, bar, field.outputs[side] / T.TOP, side)
        pen.text(target, str(field.outputs[side]), number, y, "number", 20, tone, "rm")
        y += pen.tx(27)
    y += pen.tx(12)
    if field.closed:
        words = field.closed[:1].upper() + field.closed[1:]
        pen.text(target, words, x, y, "medium", 15, theme.TEXT_3, "lm", width=box.right - pen.tx(18) - x)
        return
    words, colour = _gain(board, field, viewer)
    pen.text(target, words, x, y, "medium", 16, colour, "lm", width=box.right - pen.tx(18) - x)
    y += pen.tx(26)
    pen.text(target, field.track, x, y, "body", 14.5, theme.TEXT_2, "lm", width=box.right - pen.tx(18) - x)


def _gain(board: Board, field: Field, viewer: int) -> tuple[str, str]:
    """Who would gain what, as things stand."""
    if not field.points:
        return "Level: no points as things stand", theme.TEXT_2
    side = 0 if field.points > 0 else 1
    count = abs(field.points)
    points = f"{count} point{'s' if count != 1 else ''}"
    if side == viewer:
        return f"{points} for you as things stand", theme.GAIN
    return f"{points} for {board.words.sides[side]} as things stand", theme.LOSS
