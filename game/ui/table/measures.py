"""The bargaining table: both rows of measures face each other, with their locks."""

import pygame

from game.engine import terms as T
from game.engine.ops import is_locked, measure_cell
from game.engine.scoring import measure_count

from .. import theme
from ..stage import Node
from .board import Board


def nodes(board: Board) -> list[Node]:
    made = [_panel(board)]
    for side in (T.US, T.CHINA):
        for measure in range(T.MEASURES):
            made.append(_measure(board, side, measure))
    return made


def _panel(board: Board) -> Node:
    pen = board.pen
    counts = tuple(measure_count(board.seen, side) for side in (0, 1))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "deal", "Measures on the table", "Upkeep: 1 Capital per 2 measures")
        for side in (0, 1):
            y = _row(board, side).centery - board.measures_rect.y + box.y
            pen.icon(target, board.emblems[side], box.x + pen.px(30), y, 30, theme.TEXT)

    return Node(
        "measures", board.measures_rect, paint, key=(counts, board.emblems), pad=pen.px(24), live=False
    )


def _row(board: Board, side: int) -> pygame.Rect:
    pen, area = board.pen, board.measures_rect
    height = (area.h - pen.px(50)) // 2
    return pygame.Rect(
        area.x + pen.px(56), area.y + pen.px(46) + side * height, area.w - pen.px(68), height - pen.px(4)
    )


def _measure(board: Board, side: int, measure: int) -> Node:
    pen, seen, row = board.pen, board.seen, _row(board, side)
    step = row.w / T.MEASURES
    rect = pygame.Rect(round(row.x + step * measure), row.y, round(step) - pen.px(5), row.h)
    level = seen.cells[measure_cell(side, measure)]
    locked = bool(is_locked(seen, side, measure)) and seen.shared[T.ROUND] > 0

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        on = level > 0
        top, edge = (theme.DEEP[side], theme.BRIGHT[side]) if on else (theme.PANEL_BOTTOM, theme.LINE)
        pen.box(target, box, top, theme.PANEL_BOTTOM, edge, 9, 1.8 if on else 1)
        tone = theme.TEXT if on else theme.TEXT_3
        icon = "tariff" if measure == T.TARIFF_MEASURE else f"sector-{board.book.sectors[measure].id}"
        pen.icon(target, icon, box.centerx, box.y + box.h * 0.34, 22, tone)
        short = "TARIFF" if measure == T.TARIFF_MEASURE else board.book.sectors[measure].short
        y = box.bottom - box.h * 0.2
        if on:
            text = "listed" if T.UPSTREAM <= measure < T.TARIFF_MEASURE else f"level {level}"
            pen.text(target, text, box.centerx, y, "head", 13.5, theme.TEXT, "cm", width=box.w - 4)
        else:
            pen.text(target, short, box.centerx, y, "medium", 11.5, theme.TEXT_3, "cm", width=box.w - 4)
        if locked:
            pen.icon(target, "lock", box.right - pen.px(11), box.y + pen.px(11), 14, theme.GOLD)

    return Node(
        f"measure:{side}:{measure}",
        rect,
        paint,
        key=(level, locked),
        tip=lambda: _tip(board, side, measure, level, locked),
        group="d-measures",
    )


def _tip(board: Board, side: int, measure: int, level: int, locked: bool) -> list[str]:
    rival = board.words.sides[1 - side]
    name = board.words.measure(measure)
    lines = [f"{board.words.sides[side]}: {name} | {level}"]
    if measure == T.TARIFF_MEASURE:
        lines.append(f"Duties bring its level in Budget and take as much of {rival}'s trade income.")
        lines.append("At 2 and more it costs 1 Approval a round.")
    elif measure < T.UPSTREAM:
        lines.append(
            f"Cuts {rival} off: own offer −{2 * level}, neutral blocs −{level}, joined blocs −{2 * level}."
        )
        lines.append("Costs the licence income, and teaches the one who is cut off.")
    else:
        lines.append(f"Takes 1 off {rival}'s output of {board.book.sectors[measure].title}.")
    if locked:
        until = board.seen.lock[side * T.MEASURES + measure]
        lines.append(f"Locked by a deal: may not be raised up to the end of round {until}.")
    return lines
