"""The inputs of the supply graph: each side's four, with all offers, the winner first.

What a control takes off an offer is struck through: what would have come, and what still comes.
"""

from dataclasses import dataclass
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import OWN, RIVAL, Offer
from game.engine.supply import level_cost
from game.match.words import signed

from .. import theme
from ..icons import sector_icon
from ..nodes import gauge
from ..pen import Pen
from ..stage import Node
from .board import Board
from .marks import barred, pips, strike, supplier
from .plan import Plan

ROOMY = 104  # units of height from which the winning offer has a line of its own


def nodes(board: Board, places: Plan, side: int) -> list[Node]:
    """A side's inputs, and on each its supply, which counts when it changes."""
    made = []
    for i in range(T.UPSTREAM):
        made += [_card(board, places, side, i), _supply(board, places, side, i)]
    return made


def _supply(board: Board, places: Plan, side: int, i: int) -> Node:
    pen, box = board.pen, places.cards[side, i]
    rect = pygame.Rect(0, 0, _figures(board, box, "10"), _head_height(board, box))
    rect.midright = box.right - pen.px(12), round(box.y + _head_height(board, box) * 0.54)

    def paint(target: pygame.Surface, place: pygame.Rect, value: float, was: float) -> None:
        tone = theme.BAR_RIGHT[side]
        pen.text(
            target, str(round(value)), place.right, place.centery, "number", _large(board, box), tone, "rm"
        )

    return gauge(f"supply number:{side}:{i}", rect, board.chains[side].made[i], paint)


def _large(board: Board, box: pygame.Rect) -> float:
    return 32 if box.h >= board.pen.px(ROOMY) else 24


def _figures(board: Board, box: pygame.Rect, words: str) -> int:
    """Pixels that a supply is wide."""
    return board.pen.text_width(words, "number", _large(board, box))


def _card(board: Board, places: Plan, side: int, i: int) -> Node:
    pen, s = board.pen, board.seen
    chain = board.chains[side]
    control = s.control[(1 - side) * T.UPSTREAM + i]
    key = (chain.offers[i], chain.made[i], control, tuple(tokens(board, side, i)), s.align.tolist())

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        top = theme.mix(theme.PANEL_TOP, theme.DEEP[side], 0.55)
        edge = theme.mix(theme.LINE_STRONG, theme.MID[side], 0.5)
        pen.box(target, box, top, theme.PANEL_BOTTOM, edge, 11, 1.4)
        _head(board, places, target, box, side, i, control)
        ranked = chain.offers[i]
        struck = chain.struck(i)
        for n, (cell, offer) in enumerate(zip(_cells(board, box, len(ranked)), ranked, strict=True)):
            _offer(board, target, cell, side, offer, n, offer in struck)

    name = board.book.sectors[i].title
    return Node(
        f"supply:{side}:{i}",
        places.cards[side, i],
        paint,
        key=repr(key),
        tip=lambda: why_supplied(board, side, i),
        act=partial(board.history, _cells_of(side, i), f"{board.words.sides[side]}: {name}"),
        group="c-map",
        radius=11,
    )


def _cells_of(side: int, i: int) -> tuple[int, ...]:
    """What the history of an input tells."""
    at = side * T.SECTORS + i
    return T.CAPABILITY + at, T.PROGRESS + at


def _head_height(board: Board, box: pygame.Rect) -> int:
    return min(board.pen.px(42), round(box.h * 0.36))


def _head(
    board: Board, places: Plan, target: pygame.Surface, box: pygame.Rect, side: int, i: int, control: int
) -> None:
    """Icon, name, the rival's control, tokens, and room for the supply in large figures."""
    pen, name = board.pen, board.book.sectors[i]
    y = box.y + _head_height(board, box) * 0.54
    x, right = box.x + pen.px(10), box.right - pen.px(12)
    size = min(24.0, 0.74 * _head_height(board, box) / pen.scale)
    pen.icon(target, sector_icon(name.id), x + pen.px(11), y, size, theme.TEXT)
    x += pen.px(28)
    right -= _figures(board, box, str(board.chains[side].made[i])) + pen.px(8)
    if control:
        right -= pips(pen, target, control, 1 - side, right, y) + pen.px(6)
    found = tokens(board, side, i)
    width = right - x - sum(pen.px(17) for _ in found)
    words = name.title if places.has_titles else name.short
    x += pen.text(target, words, x, y, "head", 17, theme.TEXT, "lm", width=width) + pen.px(5)
    for icon, count, tone in found:
        if x + pen.px(17) <= right:
            pen.icon(target, icon, x + pen.px(8), y, 16, tone)
            x += pen.px(17)
            if count > 1 and x + pen.px(10) <= right:
                x += pen.text(target, str(count), x, y, "head", 14, tone, "lm") + pen.px(3)


def tokens(board: Board, side: int, sector: int) -> list[tuple[str, int, str]]:
    """(icon, how many, colour): programme, stockpile, workaround."""
    s, found = board.seen, []
    if s.programme[side * T.SECTORS + sector]:
        found.append(("programme", 1, theme.GAIN))
    if sector < T.UPSTREAM:
        at = side * T.UPSTREAM + sector
        if s.stock[at]:
            found.append(("stockpile", s.stock[at], theme.TEXT_2))
        if s.workaround[at]:
            found.append(("workaround", 1, theme.TEXT_2))
    return found


def _cells(board: Board, box: pygame.Rect, count: int) -> list[pygame.Rect]:
    """Places of the offers under the head: the winner on a line of its own where there is room."""
    pen = board.pen
    gap, top = pen.px(4), box.y + _head_height(board, box)
    x, w, high = box.x + pen.px(8), box.w - pen.px(16), box.bottom - pen.px(7) - top
    half = (w - gap) // 2
    cells = []
    if box.h >= pen.px(ROOMY):
        first = round((high - 2 * gap) * 0.38)
        cells.append(pygame.Rect(x, top, w, first))
        top, high, count = top + first + gap, high - first - gap, count - 1
    lines = max(2, (count + 1) // 2)  # those of an input with fewer offers are no higher
    each = (high - gap * (lines - 1)) // lines
    for n in range(count):
        place = pygame.Rect(x + (n % 2) * (half + gap), top + (n // 2) * (each + gap), half, each)
        cells.append(place)
    return cells


@dataclass(frozen=True)
class Setting:
    """How one offer is set: the size of type, and distances in units."""

    size: float
    sign: float  # the size of the sign of a barred offer
    mark: float  # from the left edge to the mark's middle
    name: float  # from the left edge to the name
    gap: float  # between numbers
    margin: float


WIDE, USUAL = Setting(18, 20, 14, 28, 9, 8), Setting(15, 17, 14, 26, 9, 8)
SNUG, TIGHT = Setting(14, 15, 12, 23, 8, 7), Setting(13, 12, 10, 20, 6, 5)


def _offer(
    board: Board,
    target: pygame.Surface,
    cell: pygame.Rect,
    side: int,
    offer: Offer,
    rank: int,
    is_struck: bool,
) -> None:
    """One offer: who, and how much; what the control took away is struck through."""
    pen = board.pen
    short = offer_words(board, side, offer)
    how = _setting(board, cell, offer, short)
    tone = (theme.TEXT, theme.TEXT_2, theme.TEXT_3)[min(rank, 2)]
    if rank < 2:
        _ground(board, target, cell, side, offer, rank)
    x, y, right = cell.x + pen.px(how.mark), cell.centery, cell.right - pen.px(how.margin)
    if is_struck and rank:  # the winner leaks: it supplies all the same
        barred(pen, target, x, y, how.sign)
    else:
        supplier(board, target, side, offer, x, y, how.size)
    right -= pen.text(target, value_words(offer.value), right, y, "number", how.size + 2, tone, "rm")
    if offer.barred:
        right -= pen.px(how.gap)
        free = value_words(offer.value + offer.barred)
        wide = pen.text(target, free, right, y, "number", how.size, theme.TEXT_2, "rm")
        strike(pen, target, right - wide, y, wide)
        right -= wide
    x = cell.x + pen.px(how.name)
    pen.text(target, short, x, y, "head", how.size, tone, "lm")


def _setting(board: Board, cell: pygame.Rect, offer: Offer, short: str) -> Setting:
    """Beside each other the short names read better; with a barred offer all is as tight as it has to be."""
    pen = board.pen
    if cell.w > pen.px(150):
        return WIDE
    return next((how for how in (USUAL, SNUG) if _width(pen, how, offer, short) <= cell.w), TIGHT)


def _width(pen: Pen, how: Setting, offer: Offer, short: str) -> float:
    """Pixels that an offer takes, with air between its name and the numbers."""
    wide = pen.px(how.name + how.gap + how.margin) + pen.text_width(short, "head", how.size)
    wide += pen.text_width(value_words(offer.value), "number", how.size + 2)
    if offer.barred:
        wide += pen.px(how.gap) + pen.text_width(value_words(offer.value + offer.barred), "number", how.size)
    return wide


def _ground(
    board: Board, target: pygame.Surface, cell: pygame.Rect, side: int, offer: Offer, rank: int
) -> None:
    """What lies under the winner and the runner-up."""
    if rank:
        board.pen.box(target, cell, theme.PANEL_BOTTOM, theme.TROUGH, theme.LINE_STRONG, 7, 1.2)
        return
    deep, bright = winner_colours(side, offer)
    top, bottom = theme.mix(deep, theme.PANEL_TOP, 0.1), theme.mix(deep, theme.DEEPEST, 0.3)
    board.pen.box(target, cell, top, bottom, bright, 7, 1.6)


def value_words(value: int) -> str:
    return signed(value) if value < 0 else str(value)


def winner_colours(side: int, offer: Offer) -> tuple[str, str]:
    """(dark, bright): the side's own colour, the rival's, or the neutral one of a bloc."""
    if offer.source == OWN:
        return theme.DEEP[side], theme.BRIGHT[side]
    if offer.source == RIVAL:
        return theme.DEEP[1 - side], theme.BRIGHT[1 - side]
    return theme.SELECTED, theme.TIP_EDGE


def offer_words(board: Board, side: int, offer: Offer) -> str:
    """Who offers, in short."""
    if offer.source == OWN:
        return "own"
    if offer.source == RIVAL:
        return board.words.shorts[1 - side]
    return board.book.blocs[offer.source].short


def why_supplied(board: Board, side: int, i: int) -> list[str]:
    """The lines of an input's tip: every offer with its sum, then capability and progress."""
    s, chain = board.seen, board.chains[side]
    cell = side * T.SECTORS + i
    lines = [f"{board.words.sides[side]}: supply of {board.book.sectors[i].title} | {chain.made[i]}"]
    for n, offer in enumerate(chain.offers[i]):
        rank = ("**Wins:** ", "Next best: ")[n] if n < 2 else ""
        said = str(offer) if len(offer.terms) > 1 else offer.supplier  # the figure stands at the right
        words = said if rank else said[:1].upper() + said[1:]
        lines.append(f"{rank}{words} | {value_words(offer.value)}")
    level = chain.capability[i]
    goal = "at the top"
    if level < T.TOP:
        cost = level_cost(level, s.capability[(1 - side) * T.SECTORS + i], i)
        goal = f"progress {s.progress[cell]} of {cost} to level {level + 1}"
    return [*lines, f"Capability {level}, {goal}.", "Click or Enter: how it came to be."]
