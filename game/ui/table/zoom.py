"""A card that the player looks at: its large face over the hand, and beside it what each use of it would do now."""

from collections.abc import Callable, Sequence

import pygame

from game.engine import terms as T
from game.match.uses import Use

from .. import theme
from ..column import Column
from ..price import price
from ..stage import Node
from .board import Board
from .face import Look
from .forecast import PALE, Targets, apart, line, on
from .glance import icon_marks
from .page import WIDTH, Page

LAYER = 14
PANEL = 452  # units of text
# How many changes are told of each use, certain and in the market phase: the first that there is room for
MOST = ((9, 9), (7, 6), (6, 4), (5, 3))

# A use, and its forecasts: one for each target of its "?", or a single one
Told = tuple[Use, Targets]


def zoom(
    board: Board, card: int, slot: pygame.Rect, obstacle: str, told: Callable[[], Sequence[Told]]
) -> list[Node]:
    """The nodes of a card that is looked at; `slot` is its place in the hand."""
    pen = board.pen
    page = Page(board, card, pen.tx(WIDTH), Look(is_active=True, obstacle=obstacle))
    rect = pygame.Rect(0, 0, page.width, page.height)
    rect.midbottom = (slot.centerx, pen.height - pen.px(18))
    rect.clamp_ip(pygame.Rect(pen.px(16), pen.px(16), pen.width - pen.px(32), pen.height))
    shown = Node("zoom", rect, page.paint, key=page.key, pad=pen.px(26), layer=LAYER, live=False)
    uses = told()
    return [shown, _panel(board, card, rect, slot, uses)] if uses else [shown]


def _panel(board: Board, card: int, beside: pygame.Rect, slot: pygame.Rect, uses: Sequence[Told]) -> Node:
    """The forecasts, right of the large face or left of it, above the hand as long as there is room."""
    pen = board.pen
    inset = pen.tx(16)
    above = max(slot.y - pen.px(14), pen.height // 2) - pen.px(16)
    for most in MOST:
        column = _column(board, card, uses, pen.tx(PANEL) - 2 * inset, most)
        if column.height + 2 * inset <= above:
            break
    rect = pygame.Rect(0, 0, pen.tx(PANEL), column.height + 2 * inset)
    rect.bottomleft = (beside.right + pen.px(12), max(slot.y - pen.px(14), pen.px(16) + rect.h))
    if rect.right > pen.width - pen.px(12):
        rect.right = beside.x - pen.px(12)
    rect.bottom = min(rect.bottom, pen.height - pen.px(12))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 12, 14, 0.8, "#000000", pen.px(8))
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 12, 1.5, theme.LINE_STRONG)
        column.paint(target, box.x + inset, box.y + inset)

    return Node("forecast", rect, paint, key=column.key, pad=pen.px(32), layer=LAYER, live=False)


def _column(board: Board, card: int, uses: Sequence[Told], width: int, most: tuple[int, int]) -> Column:
    """All uses with so many certain changes and changes of the market phase."""
    column = Column(board.pen, width)
    column.capitals("", "What it would do now", theme.TEXT)
    column.gap(2)
    for use, forecasts in uses:
        column.rule(7)
        _use(board, column, card, use, forecasts, most)
    return column


def _use(
    board: Board,
    column: Column,
    card: int,
    use: Use,
    forecasts: Targets,
    most: tuple[int, int],
) -> None:
    """One use: its icon and name, its price, then what it changes for sure and in the market phase."""
    pen = column.pen
    heading(board, column, card, use)
    indent = pen.tx(28)
    if use.obstacle:
        column.words(use.obstacle, 13.5, theme.LOSS, indent=indent)
        return
    alike, told, idle = apart(forecasts)
    if alike:
        column.words(line(alike, most[0]), 13.5, theme.TEXT_2, indent=indent)
    for target, forecast in told:
        words = line(forecast.certain, most[0])
        if target:
            words = on(target, words)
        if words:
            column.words(words, 13.5, theme.TEXT_2, indent=indent)
        if forecast.ending:
            tone = "gain" if forecast.is_won else "loss"
            column.words(f"{{{tone}:{forecast.ending}}}", 13.5, theme.TEXT_2, indent=indent)
        if forecast.market:
            _market(column, line(forecast.market, most[1]), indent)
    if idle:
        column.words(idle, 13.5, theme.TEXT_2, indent=indent)
    hidden = next((said for _, forecast in forecasts for said in forecast.hidden), "")
    if hidden:
        column.words(hidden, 13, theme.TEXT_3, indent=indent)


def _market(column: Column, words: str, indent: int) -> None:
    """What follows in the market phase, with the phase's icon before it."""
    pen = column.pen
    deeper = indent + pen.tx(20)

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        pen.blit_icon(
            target, "market", x + indent + pen.tx(7), y + pen.line(13) / 2, pen.tx(14), PALE
        )
        top = y + (pen.line(13) - pen.cap("body", 13)) / 2
        pen.paragraph(target, words, x + deeper, top, column.width - deeper, 13, PALE)

    column.add(pen.paragraph_height(words, column.width - deeper, 13), paint, "market", words)


def heading(board: Board, column: Column, card: int, use: Use) -> None:
    """The icon and name of a use, its price at the right."""
    pen, step = column.pen, column.pen.line(16)
    tone = theme.TEXT_3 if use.obstacle else theme.TEXT
    icon = use_icon(board, card, use.use)

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        middle = y + step / 2
        pen.blit_icon(target, icon, x + pen.tx(10), middle, pen.tx(20), tone)
        right = x + column.width
        right -= price(pen, target, right, middle, use.cost, theme.LOSS if use.obstacle else theme.TEXT_2)
        left = x + pen.tx(28)
        pen.text(target, use.title, left, middle, "head", 16, tone, "lm", 0, right - left - pen.tx(8))

    column.add(step, paint, use, icon)


def use_icon(board: Board, card: int, use: int) -> str:
    """The icon of a way to use a card."""
    if T.USE_ICON <= use < T.USE_FUND:
        return icon_marks(board.book, card, use - T.USE_ICON)[-1]
    return {T.USE_POLICY: "policy", T.USE_FUND: "fund", T.USE_SET: "contingency"}[use]
