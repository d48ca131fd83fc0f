"""Both sides' ten sectors: the four inputs that feed, and the six that score."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import why_lead, why_output

from .. import theme
from ..icons import sector_icon
from ..stage import Node
from . import bars
from .bars import LOW, bar_rect, cost
from .board import Board
from .duels import NEXT, light_tag, lights, next_line
from .marks import pips, supplier
from .supplies import offer_words, tokens, why_supplied

HEADS = (35, 32)  # units of the two headings
LOW_HEADS = (31, 27)
LOW_TAGS = (66, 84)  # units for labels in a row with little height: of one word, of two
LEVEL = "level"  # what a spotlight on a sector in which nobody leads would give


def nodes(board: Board) -> list[Node]:
    made = [_panel(board), *[_row(board, sector) for sector in range(T.SECTORS)]]
    for sector in range(T.SECTORS):
        made += [bars.node(board, side, sector, row_rect(board, sector)) for side in (0, 1)]
    return made


def _heads(board: Board) -> tuple[int, int]:
    """Pixels of the headings of the inputs and of the sectors that score."""
    first, second = LOW_HEADS if board.is_narrow else HEADS
    return board.pen.px(first), board.pen.px(second)


def row_rect(board: Board, sector: int) -> pygame.Rect:
    pen, area = board.pen, board.sectors_rect
    first, second = _heads(board)
    step = (area.h - first - second - pen.px(11)) / T.SECTORS
    top = area.y + first + pen.px(4) + step * sector + (second if sector >= T.UPSTREAM else 0)
    return pygame.Rect(area.x + pen.px(6), round(top), area.w - pen.px(12), round(step) - pen.px(3))


def _panel(board: Board) -> Node:
    pen, shorts = board.pen, board.words.shorts
    first, second = _heads(board)
    scoring = row_rect(board, T.UPSTREAM).y - board.sectors_rect.y

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        y = box.y + first // 2 + pen.px(3)
        x = box.right - pen.px(18)
        for side in (1, 0):
            x -= pen.text(target, shorts[side], x, y, "head", 15, theme.BRIGHT[side], "rm") + pen.px(11)
            pen.marker(target, side, x, y, 13)
            x -= pen.px(14)
        _heading(board, target, box, y, "supply", "Inputs", "feed the sectors below", x)
        y = box.y + scoring - second // 2
        pen.rule(target, box, y - second // 2 - pen.px(1), theme.LINE_STRONG)
        _heading(board, target, box, y, "spotlight", "Sectors", "score when lit", box.right)

    return Node("sectors", board.sectors_rect, paint, key=shorts, pad=pen.px(24), live=False)


def _heading(
    board: Board,
    target: pygame.Surface,
    box: pygame.Rect,
    y: float,
    icon: str,
    title: str,
    words: str,
    right: float,
) -> None:
    """The name of a group, and what it is for where that fits."""
    pen = board.pen
    pen.icon(target, icon, box.x + pen.px(25), y, 19, theme.TEXT_2)
    x = box.x + pen.px(42)
    x += pen.text(target, title.upper(), x, y, "head", 17, theme.TEXT_2, "lm", 1.2) + pen.px(10)
    if x + pen.text_width(words, "medium", 13.5) < right - pen.px(8):
        pen.text(target, words, x, y + pen.px(1), "medium", 13.5, theme.TEXT_3, "lm")


def _row(board: Board, sector: int) -> Node:
    pen, s, rect = board.pen, board.seen, row_rect(board, sector)
    lit, made = s.lit[sector], [(chain.made[sector], chain.capability[sector]) for chain in board.chains]
    held = [[a.input for a in board.chains[side].chokes(sector)] for side in (0, 1)]
    marks = [(tokens(board, side, sector), _against(board, side, sector)) for side in (0, 1)]
    sources = [chain.offers[sector][0].source for chain in board.chains if sector < T.UPSTREAM]
    aligned = [s.align[source] if source >= 0 else 0 for source in sources]
    progress = [(s.progress[side * T.SECTORS + sector], cost(board, side, sector)) for side in (0, 1)]
    due = [outputs[sector] for outputs in board.due]
    key = repr((made, due, sources, progress, lit, s.next[sector], held, marks, aligned))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if lit:
            pen.box(target, box, theme.SELECTED, theme.PANEL_TOP, theme.SPOT, 9, 2)
        if box.h < pen.px(LOW):
            _low(board, target, box, sector)
        else:
            _tall(board, target, box, sector)

    return Node(
        f"sector:{sector}",
        rect,
        paint,
        key=key,
        tip=lambda: _tip(board, sector),
        act=partial(board.history, _cells(sector), board.book.sectors[sector].title),
        group="b-sectors",
        radius=9,
        ring=rect.inflate(-pen.px(4), -pen.px(4)),  # clear of the heading above and of the neighbours
    )


def _cells(sector: int) -> tuple[int, ...]:
    """What the history of a sector tells: both sides' capability, progress and outputs in market phases."""
    return tuple(first + side * T.SECTORS + sector for side in (0, 1) for first in (T.CAPABILITY, T.PROGRESS))


def _against(board: Board, side: int, sector: int) -> int:
    """Level of the rival's measure on the sector."""
    s, rival = board.seen, 1 - side
    if sector < T.UPSTREAM:
        return s.control[rival * T.UPSTREAM + sector]
    return s.listing[rival * T.SECTORS + sector]


def _tall(board: Board, target: pygame.Surface, box: pygame.Rect, sector: int) -> None:
    """Name and tags over the two bars."""
    pen, name = board.pen, board.book.sectors[sector]
    tile = pygame.Rect(box.x + pen.px(7), 0, pen.px(40), pen.px(40))
    tile.centery = box.centery
    _tile(board, target, tile, sector)
    x, y = tile.right + pen.px(9), box.y + box.h * 0.208
    high = round(box.h * 0.29)  # of the tags: between the outline of a lit row and the words beside the upper bar
    right = _tags(board, target, box.right - pen.px(8), box.y + pen.px(4) + high / 2, sector, high)
    size = 17.5 if pen.cap("head", 17.5) < box.h * 0.25 else 16.5
    fits = pen.text_width(name.title, "head", size) <= right - x - pen.px(6)
    pen.text(target, name.title if fits else name.short, x, y, "head", size, theme.TEXT, "lm")
    for side in (0, 1):
        place = bar_rect(board, box, side)
        y = place.centery
        end = _because(board, target, place.right + pen.px(30), box.right - pen.px(8), y, sector, side)
        _progress(board, target, end + pen.px(2), box.right - pen.px(8), y, sector, side)


def _progress(
    board: Board, target: pygame.Surface, x: float, right: float, y: float, sector: int, side: int
) -> None:
    """Progress toward the next level, where the row has room for it beside the thread on the bar."""
    pen, cell = board.pen, side * T.SECTORS + sector
    made = board.seen.progress[cell]
    words = f"{made}/{cost(board, side, sector)}"
    if made and x + pen.px(18) + pen.text_width(words, "head", 13) <= right:
        pen.icon(target, "progress", x + pen.px(8), y, 15, theme.GAIN)
        pen.text(target, words, x + pen.px(18), y, "head", 13, theme.GAIN, "lm")


def _low(board: Board, target: pygame.Surface, box: pygame.Rect, sector: int) -> None:
    """Name and bars side by side, in rows with little height."""
    pen, name = board.pen, board.book.sectors[sector]
    tile = pygame.Rect(box.x + pen.px(4), 0, pen.px(30), pen.px(30))
    tile.centery = box.centery
    _tile(board, target, tile, sector)
    x = tile.right + pen.px(7)
    pen.text(target, name.short, x, box.centery, "head", 15, theme.TEXT, "lm", width=pen.px(72))
    x += pen.px(74)
    tags = pen.px(LOW_TAGS[len(lights(board.seen, sector)) > 1])
    _low_tags(board, target, box, sector)
    for side in (0, 1):
        y = bar_rect(board, box, side).centery
        _because(board, target, x + pen.px(114), box.right - tags, y, sector, side)


def _tile(board: Board, target: pygame.Surface, tile: pygame.Rect, sector: int) -> None:
    pen = board.pen
    lit = board.seen.lit[sector]
    shade = theme.PANEL_TOP if sector < T.UPSTREAM else theme.SELECTED
    pen.box(target, tile, shade, theme.PANEL_BOTTOM, theme.SPOT if lit else theme.LINE_STRONG, 9)
    name = board.book.sectors[sector].id
    size = tile.h * 0.64 / pen.scale
    pen.icon(target, sector_icon(name), tile.centerx, tile.centery, size, theme.TEXT if lit else theme.TEXT_2)


def _tags(board: Board, target: pygame.Surface, right: float, y: float, sector: int, most: int) -> float:
    """What a spotlight would give, and whether the sector is lit: right-aligned, at most that many pixels high.
    Returns where they begin.
    """
    pen = board.pen
    lead, high = _lead(board, sector), min(most, pen.pill_height(13))
    if lead:
        side = 0 if lead > 0 else 1
        words = f"{board.words.shorts[side]} +{abs(lead)}"
        right -= pen.pill(
            target, words, right, y, theme.BAR_RIGHT[side], theme.MID[side], theme.DEEPEST, 13, "r", high
        )
        right -= pen.px(5)
    elif board.seen.lit[sector]:
        edge = theme.LINE_STRONG
        right -= pen.pill(target, LEVEL, right, y, theme.TEXT_2, edge, theme.DEEPEST, 13, "r", high) + pen.px(5)
    for tag in reversed(lights(board.seen, sector)):
        right -= light_tag(board, target, tag, right, y, "r", high) + pen.px(5)
    return right


def _low_tags(board: Board, target: pygame.Surface, box: pygame.Rect, sector: int) -> None:
    """The same, one over the other, without frames."""
    pen = board.pen
    right = box.right - pen.px(8)
    lead, tags = _lead(board, sector), lights(board.seen, sector)
    if tags:
        y = box.y + box.h * (0.31 if lead or board.seen.lit[sector] else 0.5)
        tone = theme.TEXT_2 if tags == (NEXT,) else theme.SPOT
        pen.text(target, ", ".join(tags), right, y, "head", 14, tone, "rm")
    if lead:
        side = 0 if lead > 0 else 1
        words = f"{board.words.shorts[side]} +{abs(lead)}"
        y = box.y + box.h * (0.7 if tags else 0.5)
        pen.text(target, words, right, y, "head", 14, theme.BAR_RIGHT[side], "rm")
    elif board.seen.lit[sector]:
        pen.text(target, LEVEL, right, box.y + box.h * 0.7, "head", 14, theme.TEXT_2, "rm")


def _lead(board: Board, sector: int) -> int:
    return 0 if sector < T.UPSTREAM else board.lead(sector)


def _because(
    board: Board, target: pygame.Surface, x: float, right: float, y: float, sector: int, side: int
) -> float:
    """Beside a number: where an input comes from, what a token will make of an output, or what holds it down; then
    tokens and measures. Returns where it ends.
    """
    pen, chain = board.pen, board.chains[side]
    if sector < T.UPSTREAM:
        best = chain.offers[sector][0]
        supplier(board, target, side, best, x + pen.px(7), y, 13)
        words = offer_words(board, side, best)
        x += pen.px(17)
        x += pen.text(target, words, x, y, "head", 14, theme.TEXT_2, "lm") + pen.px(6)
    elif board.due[side][sector] > chain.made[sector]:
        pen.icon(target, "stockpile", x + pen.px(8), y, 16, theme.GAIN)
        x += pen.px(18)
        x += pen.text(target, str(board.due[side][sector]), x, y, "head", 14, theme.GAIN, "lm") + pen.px(6)
    elif chain.made[sector] != chain.capability[sector]:
        x += pen.text(
            target, f"of {chain.capability[sector]}", x, y, "head", 14, theme.TEXT_2, "lm"
        ) + pen.px(6)
        chips = len(tokens(board, side, sector)) + (_against(board, side, sector) > 0)
        chokes = chain.chokes(sector)
        for n, arrow in enumerate(chokes, 1):  # words of one leave room for the icons of the others
            room = right - chips * pen.px(19) - (len(chokes) - n) * pen.px(20)
            x += _needs(board, target, x, right, room, y, arrow.input)
    return _chips(board, target, x, right, y, sector, side)


def _chips(
    board: Board, target: pygame.Surface, x: float, right: float, y: float, sector: int, side: int
) -> float:
    """Tokens, and the measure against the sector, as far as there is room. Returns where they end."""
    pen = board.pen
    for icon, count, tone in tokens(board, side, sector):
        if x + pen.px(17) <= right:
            pen.icon(target, icon, x + pen.px(8), y, 16, tone)
            x += pen.px(18)
            if count > 1 and x + pen.px(9) <= right:
                x += pen.text(target, str(count), x, y, "head", 14, tone, "lm") + pen.px(3)
    level = _against(board, side, sector)
    if level and sector < T.UPSTREAM and x + pen.px(40) <= right:
        wide = pips(pen, target, level, 1 - side, x + pen.px(36), y)
        x += wide + pen.px(4)
    elif level and sector >= T.UPSTREAM and x + pen.px(17) <= right:
        pen.icon(target, "listing", x + pen.px(8), y, 16, theme.BRIGHT[1 - side])
        x += pen.px(19)
    return x


def _needs(
    board: Board, target: pygame.Surface, x: float, right: float, room: float, y: float, i: int
) -> int:
    """The input that holds a sector down, in amber: with its name as far as `room` goes. Returns the width."""
    pen, name = board.pen, board.book.sectors[i]
    if x + pen.px(18) > right:
        return 0
    pen.icon(target, sector_icon(name.id), x + pen.px(8), y, 16, theme.LOSS)
    left = x + pen.px(19)
    for words in (f"needs {name.short}", name.short):
        if left + pen.text_width(words, "head", 13) <= room:
            return pen.px(19 + 6) + pen.text(target, words, left, y, "head", 13, theme.LOSS, "lm")
    return pen.px(20)


def _tip(board: Board, sector: int) -> list[str]:
    """The whole why of a sector: both sides' outputs, or all offers of an input."""
    if sector < T.UPSTREAM:
        ours, theirs = (why_supplied(board, side, sector) for side in (0, 1))
        return [board.book.sectors[sector].title, *ours[:-1], *theirs]
    lines = [board.book.sectors[sector].title]
    if board.seen.lit[sector]:
        lines.append(f"Lit now: {why_lead(board.book, board.seen, sector).words}")
    lines += next_line(board.seen, sector)
    for side in (0, 1):
        explained = why_output(board.book, board.seen, side, sector)
        due = board.due[side][sector]
        lines += [
            f"{board.words.sides[side]}: output | {explained.value}",
            explained.words,
            *([f"With what its stockpiles will spend in the market phase | {due}"] if due > explained.value else []),
            _goal(board, side, sector),
        ]
    return [*lines, "Click or Enter: how it came to be."]


def _goal(board: Board, side: int, sector: int) -> str:
    s, level = board.seen, board.chains[side].capability[sector]
    if level >= T.TOP:
        return f"Capability {level}, at the top."
    progress = f"{s.progress[side * T.SECTORS + sector]} of {cost(board, side, sector)}"
    return f"Capability {level}, progress {progress} to level {level + 1}."
