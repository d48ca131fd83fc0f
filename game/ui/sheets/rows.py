"""A question whose answers stand one below the other, and a pane that says what the one looked at would do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from .. import theme
from ..column import Column
from ..nodes import Node, Paint
from ..pen import Pen
from ..price import price
from ..table.board import Board
from .frame import LAYER

PANE = "sheet:preview"
TALLEST = 100  # units of text
MOST = (12, 10, 9, 7, 5, 4, 3, 2, 1)  # changes of each kind that the pane tells: the first that fits


@dataclass(frozen=True)
class Option:
    """One answer. Without `act` it can't be given now, and `line` says why.

    `fill` writes what it would do into the pane, of each kind of change no more than a number; it is asked only
    when the option is looked at.
    """

    name: str
    title: str
    line: str = ""
    icon: str = ""
    act: Callable[[], None] | None = None
    cost: tuple[int, int] | None = None
    fill: Callable[[Column, int], None] | None = None
    gold: bool = False
    warns: bool = False  # whether its edge is amber
    is_told: bool = False  # not an answer now, but as readable as one
    about: str = ""  # the title of the pane, where it is not that of the answer


def rows(
    pen: Pen,
    area: pygame.Rect,
    options: Sequence[Option],
    told: Option | None,
    tallest: float = TALLEST,
    number: int = 0,
) -> list[Node]:
    """The answers as rows, numbered by the key that gives them, on from `number`; marked is the one that the pane tells
    of.
    """
    step = min(pen.tx(tallest) + pen.tx(9), (area.h + pen.tx(9)) // max(1, len(options)))
    made = []
    for n, option in enumerate(options):
        number += option.act is not None
        place = pygame.Rect(area.x, area.y + n * step, area.w, step - pen.tx(9))
        made.append(_row(pen, option, place, str(number) if option.act else "", option is told))
    return made


def _row(pen: Pen, option: Option, rect: pygame.Rect, hint: str, is_told: bool) -> Node:
    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            plate(pen, target, box, option.act is not None, is_lit or is_told, option.gold, option.warns)
            _inside(pen, target, box, option, hint)

        return paint

    return Node(
        option.name,
        rect,
        painter(False),
        key=(option.title, option.line, option.icon, option.cost, option.gold, option.warns, is_told, hint),
        act=option.act,
        layer=LAYER + 2,
        group="x",
        lit=painter(True) if option.act else None,
        live=option.act is not None,
        pad=pen.px(20) if option.gold else 0,
    )


def plate(
    pen: Pen,
    target: pygame.Surface,
    box: pygame.Rect,
    is_open: bool,
    is_lit: bool,
    gold: bool = False,
    warns: bool = False,
) -> None:
    """The body of an answer; gold where it wins, amber where it loses."""
    if gold:
        pen.shadow(target, box, 12, 8, 0.4, theme.GOLD)
    top, bottom = (theme.SELECTED, theme.PANEL_TOP) if is_open else (theme.PANEL_BOTTOM, theme.PANEL_BOTTOM)
    if is_lit:
        top = theme.mix(theme.SELECTED, theme.TIP_EDGE, 0.22)
    edge = theme.GOLD if gold or is_lit else theme.LINE_STRONG if is_open else theme.LINE
    if warns:
        edge = theme.LOSS
    pen.box(target, box, top, bottom, edge, 10, 2 if gold or is_lit or warns else 1.25)


def _inside(pen: Pen, target: pygame.Surface, box: pygame.Rect, option: Option, hint: str) -> None:
    """Tile, title and price, the line below."""
    is_open = option.act is not None or option.is_told
    side = min(pen.tx(52), box.h - pen.tx(14))
    tile = pygame.Rect(box.x + pen.tx(12), box.centery - side // 2, side, side)
    pen.box(target, tile, theme.PANEL_BOTTOM, theme.TROUGH, theme.LINE_STRONG if is_open else theme.LINE, 10)
    tone = theme.TEXT if is_open else theme.TEXT_3
    tone = theme.LOSS if option.warns else tone
    if option.icon:
        pen.blit_icon(target, option.icon, tile.centerx, tile.centery, round(side * 0.6), tone)
    if hint:
        pen.key(target, hint, tile.right + pen.tx(7), tile.y + pen.tx(2))
    x, right = tile.right + pen.tx(18), box.right - pen.tx(16)
    head, step = pen.line(19.5), pen.line(14.5)
    most = max(0, (box.h - head - pen.tx(6)) // step)
    face = pen.narrower(option.line, right - x, 14.5, most)
    lines = pen.lines(option.line, face, 14.5, right - x)[:most] if option.line else []
    y = box.centery - (head + len(lines) * step) / 2
    if option.cost is not None:
        paid = price(pen, target, right, y + head / 2, option.cost, theme.TEXT if is_open else theme.LOSS)
        pen.text(
            target,
            option.title,
            x,
            y + head / 2,
            "head",
            19.5,
            tone,
            "lm",
            width=right - x - paid - pen.tx(12),
        )
    else:
        pen.text(target, option.title, x, y + head / 2, "head", 19.5, tone, "lm", width=right - x)
    if lines:
        top = y + head + (step - pen.cap(face, 14.5)) / 2
        colour = theme.TEXT_2 if is_open else theme.LOSS
        pen.paragraph(target, option.line, x, top, right - x, 14.5, colour, face, most=len(lines))


def pane(board: Board, area: pygame.Rect, option: Option | None, empty: str) -> Node:
    """What the option looked at would do, above the adviser if that is open."""
    pen, inset = board.pen, board.pen.tx(18)
    if board.aside is not None:
        board.covered = board.aside(area)
        area = pygame.Rect(area.x, area.y, area.w, min(area.h, board.covered.y - pen.tx(10) - area.y))
    for most in MOST:
        column = Column(pen, area.w - 2 * inset)
        _explain(column, option, empty, most)
        if column.height <= area.h - 2 * inset:
            break

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.DEEPEST, theme.PANEL_BOTTOM, theme.LINE, 10)
        column.paint(target, box.x + inset, box.y + inset)

    return Node(PANE, area, paint, key=column.key, layer=LAYER + 2, live=False)


def _explain(column: Column, option: Option | None, empty: str, most: int) -> None:
    if option is not None:
        column.words(option.about or option.title, 19, theme.TEXT, "head")
        column.gap(8)
    if option is not None and option.fill is not None:
        option.fill(column, most)
    else:
        column.words(empty, 14.5, theme.TEXT_3)


def looked_at(options: Sequence[Option], pointed: str) -> Option | None:
    """The option the pane is about: the one pointed at, else the first that is open."""
    found = next((option for option in options if option.name == pointed), None)
    return found or next((option for option in options if option.act is not None), None)
