"""The bargaining table: both rows of measures face each other, with their levels, their locks and what they do now."""

from collections.abc import Sequence
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.chains import bites
from game.engine.ops import is_locked, measure_cell
from game.engine.scoring import measure_count

from .. import theme
from ..icons import sector_icon
from ..stage import Node
from .board import Board
from .marks import pips

HEAD = 42  # units of the heading


def nodes(board: Board) -> list[Node]:
    made = [_panel(board), *[_upkeep(board, side) for side in (T.US, T.CHINA)]]
    for side in (T.US, T.CHINA):
        made += [_measure(board, side, measure) for measure in range(T.MEASURES)]
    return made


def _panel(board: Board) -> Node:
    pen, has_deals = board.pen, bool(board.book.tables.setting[T.DEALS])

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        if not board.is_narrow:
            trade = "Deals trade them level for level" if has_deals else ""
            pen.heading(target, box, "deal", "Measures on the table", trade)

    return Node("measures", board.measures_rect, paint, key=board.is_narrow, pad=pen.px(24), live=False)


def _row(board: Board, side: int) -> pygame.Rect:
    pen, area = board.pen, board.measures_rect
    head = pen.px(6) if board.is_narrow else pen.px(HEAD + 3)
    height = (area.h - head - pen.px(5)) // 2
    return pygame.Rect(
        area.x + pen.px(64), area.y + head + side * height, area.w - pen.px(74), height - pen.px(4)
    )


def _upkeep(board: Board, side: int) -> Node:
    """Whose row it is, and what it costs a round."""
    pen, row = board.pen, _row(board, side)
    rect = pygame.Rect(board.measures_rect.x + pen.px(10), row.y, pen.px(50), row.h)
    count = measure_count(board.seen, side)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        size = min(32.0, box.h * 0.52 / pen.scale)
        pen.icon(target, board.emblems[side], box.centerx, box.y + box.h * 0.33, size, theme.TEXT)
        y = box.y + box.h * 0.82
        tone = theme.LOSS if count // 2 else theme.TEXT_3
        words = f"−{count // 2}" if count // 2 else "0"
        wide = pen.px(18) + pen.text_width(words, "head", 14)
        x = box.centerx - wide / 2
        pen.icon(target, "capital", x + pen.px(7), y, 15, tone)
        pen.text(target, words, x + pen.px(18), y, "head", 14, tone, "lm")

    def tip() -> list[str]:
        return [
            f"Upkeep of {board.words.sides[side]} | {-(count // 2) or 0}".replace("-", "−"),
            f"{count} control{'s' if count != 1 else ''} and listings: 1 Capital a round for every two of them.",
            "Tariffs cost no upkeep. What can't be paid for falls, a level at a time.",
        ]

    return Node(
        f"upkeep:{side}", rect, paint, key=(count, board.emblems), tip=tip, group="d-measures", radius=9
    )


def _measure(board: Board, side: int, measure: int) -> Node:
    pen, seen, row = board.pen, board.seen, _row(board, side)
    step = row.w / T.MEASURES
    rect = pygame.Rect(round(row.x + step * measure), row.y, round(step) - pen.px(4), row.h)
    level = seen.cells[measure_cell(side, measure)]
    until = seen.lock[side * T.MEASURES + measure] if _is_locked(board, side, measure) else 0
    bitten = bites(board.book, seen, side, measure)
    word = effect(board, side, measure, bitten) if level else ""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        top, edge = (theme.DEEP[side], theme.BRIGHT[side]) if level else (theme.PANEL_BOTTOM, theme.LINE)
        pen.box(target, box, top, theme.PANEL_BOTTOM, edge, 9, 1.8 if level else 1)
        if level:
            _in_force(board, target, box, side, measure, level)
            _effect(board, target, box, word, bitten)
        else:
            _idle(board, target, box, measure)
        if until:
            _lock(board, target, box, until, box.y + (box.h * 0.49 if level else pen.px(11)))

    return Node(
        f"measure:{side}:{measure}",
        rect,
        paint,
        key=(level, until, bitten, word),
        tip=lambda: _tip(board, side, measure),
        act=partial(
            board.history,
            (measure_cell(side, measure),),
            f"{board.words.sides[side]}: {board.words.measure(measure)}",
        ),
        group="d-measures",
        radius=9,
    )


def _is_locked(board: Board, side: int, measure: int) -> bool:
    return bool(is_locked(board.seen, side, measure)) and board.seen.shared[T.ROUND] > 0


def _name(board: Board, measure: int) -> tuple[str, str]:
    """(icon, short name)"""
    if measure == T.TARIFF_MEASURE:
        return "tariff", "TARIFF"
    return sector_icon(board.book.sectors[measure].id), board.book.sectors[measure].short


def _idle(board: Board, target: pygame.Surface, box: pygame.Rect, measure: int) -> None:
    pen, (icon, short) = board.pen, _name(board, measure)
    if pen.text_width(short, "head", 14) > box.w - pen.px(4):
        pen.icon(target, icon, box.centerx, box.centery, 28, theme.TEXT_3)
        return
    pen.icon(target, icon, box.centerx, box.y + box.h * 0.35, 22, theme.TEXT_3)
    pen.text(target, short, box.centerx, box.y + box.h * 0.76, "head", 14, theme.TEXT_3, "cm")


def _in_force(
    board: Board, target: pygame.Surface, box: pygame.Rect, side: int, measure: int, level: int
) -> None:
    """The name, or its icon alone, over the level as pips: a listing has but one."""
    pen, (icon, short) = board.pen, _name(board, measure)
    y = box.y + box.h * 0.2
    beside = pen.px(28)  # its icon, and air at both edges
    fits = (n for n in (15, 14) if pen.text_width(short, "head", n) + beside <= box.w)
    size = next(fits, 15 if pen.text_width(short, "head", 15) <= box.w - pen.px(4) else 13)
    wide = pen.text_width(short, "head", size)
    if wide > box.w - pen.px(4):
        pen.icon(target, icon, box.centerx, y, 19, theme.TEXT)
    else:
        icon_room = pen.px(21) if wide + beside <= box.w else 0
        x = box.centerx - (wide + icon_room) / 2
        if icon_room:
            pen.icon(target, icon, x + pen.px(8), y, 17, theme.TEXT)
        pen.text(target, short, x + icon_room, y, "head", size, theme.TEXT, "lm")
    most = 1 if T.UPSTREAM <= measure < T.TARIFF_MEASURE else T.MAX_CONTROL
    half = (most * max(7, pen.px(10)) + (most - 1) * max(2, pen.px(3))) / 2
    locked = _is_locked(board, side, measure)
    middle = box.x + pen.px(6) + half if locked else box.centerx
    pips(pen, target, level, side, middle + half, box.y + box.h * 0.49, most)


def effect(board: Board, side: int, measure: int, bitten: Sequence[int]) -> str:
    """What a measure in force does now, in a word."""
    if measure == T.TARIFF_MEASURE:
        return f"+{board.seen.tariff[side]}"
    if bitten:
        return "bites"
    if measure >= T.UPSTREAM:
        return "idle"
    return "leaks" if board.chains[1 - side].offers[measure][0].source >= 0 else "idle"


def _effect(board: Board, target: pygame.Surface, box: pygame.Rect, word: str, bitten: Sequence[int]) -> None:
    """The word, and the sectors that it bites; where there is little room those alone."""
    pen, y = board.pen, box.y + box.h * 0.8
    if word.startswith("+"):
        wide = pen.text_width(word, "head", 14) + pen.px(20)
        x = box.centerx - wide / 2
        pen.text(target, word, x, y, "head", 14, theme.GAIN, "lm")
        pen.icon(target, "budget", x + wide - pen.px(8), y, 15, theme.GAIN)
        return
    tone = theme.LOSS if bitten else theme.TEXT_2
    words = pen.text_width(word, "head", 14) + (pen.px(4) if bitten else 0)
    count, room = max(1, len(bitten)), box.w - pen.px(16)
    if bitten and (room - words) / count < pen.px(15):
        words = 0
    size = min(pen.px(17), (room - words) / count)
    x = box.centerx - (words + len(bitten) * size) / 2
    if words:
        pen.text(target, word, x, y, "head", 14, tone, "lm")
        x += words
    for j in bitten:
        pen.icon(target, sector_icon(board.book.sectors[j].id), x + size / 2, y, min(15, size / pen.scale - 1), tone)
        x += size


def _lock(board: Board, target: pygame.Surface, box: pygame.Rect, until: int, y: float) -> None:
    """Locked by a deal, and up to which round."""
    pen = board.pen
    right = box.right - pen.px(5)
    if not board.is_narrow:
        right -= pen.text(target, str(until), right, y, "head", 14, theme.TEXT, "rm") + pen.px(1)
    pen.icon(target, "lock", right - pen.px(7), y, 14, theme.TEXT)


def _tip(board: Board, side: int, measure: int) -> list[str]:
    rival, name, seen = board.words.sides[1 - side], board.words.measure(measure), board.seen
    level = seen.cells[measure_cell(side, measure)]
    lines = [f"{board.words.sides[side]}: {name} | {level}"]
    bitten = bites(board.book, seen, side, measure)
    sectors = ", ".join(board.book.sectors[j].title for j in bitten)
    if level and bitten:
        lines.append(f"**Bites now:** {rival} would make more {sectors} without it.")
    elif level and measure != T.TARIFF_MEASURE:
        best = board.chains[1 - side].offers[measure][0].supplier if measure < T.UPSTREAM else ""
        reason = f": {rival}'s supply is {best} {board.chains[1 - side].made[measure]}" if best else ""
        lines.append(f"**Takes no output away now**{reason}.")
    if measure == T.TARIFF_MEASURE:
        lines.append(f"Duties bring its level in Budget and take as much of {rival}'s trade income.")
        lines.append("At 2 and more it costs 1 Approval a round.")
    elif measure < T.UPSTREAM:
        full = 2 * max(1, level)
        cuts = f"own offer −{full}, neutral blocs −{full // 2}, joined blocs −{full}"
        lines.append(f"At level {max(1, level)} it takes off: {cuts}.")
        lines.append("Costs the licence income, and teaches the one who is cut off.")
    else:
        lines.append(f"Takes 1 off {rival}'s output of {board.book.sectors[measure].title}.")
    if _is_locked(board, side, measure):
        until = seen.lock[side * T.MEASURES + measure]
        lines.append(f"Locked by a deal: may not be raised up to the end of round {until}.")
    return lines
