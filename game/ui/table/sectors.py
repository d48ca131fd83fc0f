"""Both sides' ten sectors: capability, output, what binds it, measures against it, progress."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import binding_input, why_lead, why_output, why_supply
from game.engine.market import lead_points
from game.engine.supply import level_cost, output, supply

from .. import theme
from ..stage import Node
from .board import Board


def nodes(board: Board) -> list[Node]:
    return [_panel(board), *[_row(board, sector) for sector in range(T.SECTORS)]]


def _panel(board: Board) -> Node:
    pen = board.pen
    shorts = board.words.shorts

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "sector-chips", "Sectors")
        x = box.right - pen.px(18)
        for side in (1, 0):
            x -= pen.text(
                target, shorts[side], x, box.y + pen.px(22), "medium", 13, theme.TEXT_2, "rm"
            ) + pen.px(12)
            pen.marker(target, side, x, box.y + pen.px(22), 13)
            x -= pen.px(16)

    return Node("sectors", board.sectors_rect, paint, key=shorts, pad=pen.px(24), live=False)


def _values(board: Board, side: int, sector: int) -> tuple[int, int, int, int]:
    """(level, output or supply, progress, cost of the next level)"""
    s, t = board.seen, board.book.tables
    cell = side * T.SECTORS + sector
    level = s.capability[cell]
    made = supply(t, s, side, sector) if sector < T.UPSTREAM else output(t, s, side, sector)
    cost = level_cost(level, s.capability[(1 - side) * T.SECTORS + sector], sector)
    return level, made, s.progress[cell], cost


def _row(board: Board, sector: int) -> Node:
    pen, s = board.pen, board.seen
    area = board.sectors_rect
    top, step = area.y + pen.px(46), (area.h - pen.px(50)) / T.SECTORS
    rect = pygame.Rect(area.x + pen.px(6), round(top + step * sector), area.w - pen.px(12), round(step) - 2)
    values = [_values(board, side, sector) for side in (0, 1)]
    lit, coming = s.lit[sector], s.next[sector]
    binds = [
        binding_input(board.book, s, side, sector) if sector >= T.UPSTREAM else T.NONE for side in (0, 1)
    ]
    tokens = [_tokens(board, side, sector) for side in (0, 1)]
    key = (tuple(values), lit, coming, tuple(binds), tuple(tokens))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if lit:
            pen.box(target, box, theme.SELECTED, theme.PANEL_TOP, theme.GOLD, 9, 1.6)
        tile = pygame.Rect(box.x + pen.px(6), 0, pen.px(40), pen.px(40))
        tile.centery = box.centery
        shade = theme.PANEL_TOP if sector < T.UPSTREAM else theme.SELECTED
        pen.box(target, tile, shade, theme.PANEL_BOTTOM, theme.LINE_STRONG, 10)
        name = board.book.sectors[sector]
        pen.icon(
            target, f"sector-{name.id}", tile.centerx, tile.centery, 26, theme.GOLD if lit else theme.TEXT_2
        )
        x = tile.right + pen.px(9)
        pen.text(target, name.title, x, box.y + box.h * 0.21, "head", 17, theme.TEXT, "lm", width=pen.px(190))
        _tag(board, target, box, sector, values, lit, coming)
        for side in (0, 1):
            y = box.y + round(box.h * (0.53 if side == 0 else 0.83))
            _bar(board, target, box, x, y, side, sector, values[side], binds[side], tokens[side])

    return Node(
        f"sector:{sector}",
        rect,
        paint,
        key=key,
        tip=lambda: _tip(board, sector),
        act=partial(board.history, _cells(sector), board.book.sectors[sector].title),
        group="b-sectors",
    )


def _cells(sector: int) -> tuple[int, ...]:
    """What the history of a sector tells: both sides' capability, progress and outputs in market phases."""
    return tuple(first + side * T.SECTORS + sector for side in (0, 1) for first in (T.CAPABILITY, T.PROGRESS))


def _tag(
    board: Board,
    target: pygame.Surface,
    box: pygame.Rect,
    sector: int,
    values: list[tuple[int, int, int, int]],
    lit: int,
    coming: int,
) -> None:
    """At the right: what the spotlight would give, and whether it is lit next."""
    pen = board.pen
    x, y = box.right - pen.px(8), round(box.y + box.h * 0.21)
    size = 11.0 if pen.is_compact else 12.5
    if sector >= T.UPSTREAM:
        lead = lead_points(values[0][1], values[1][1])
        if lead:
            side = 0 if lead > 0 else 1
            text = f"{board.words.shorts[side]} +{abs(lead)}"
            x -= pen.pill(
                target, text, x, y, theme.BRIGHT[side], theme.MID[side], theme.DEEPEST, 13, "r"
            ) + pen.px(5)
    if lit:
        words = {T.LIT_PAIR: "LIT", T.LIT_HEADLINE: "LIT", T.LIT_NAMED: "NAMED"}[lit]
        pen.pill(target, words, x, y, theme.INK, theme.GOLD, theme.GOLD, size, "r")
    elif coming:
        pen.pill(target, "NEXT", x, y, theme.GOLD, theme.GOLD_DARK, theme.PANEL_BOTTOM, size, "r")


def _tokens(board: Board, side: int, sector: int) -> tuple[int, int, int, int]:
    """(programme, stockpile, workaround, the rival's measure against it)"""
    s = board.seen
    cell, rival = side * T.SECTORS + sector, 1 - side
    if sector < T.UPSTREAM:
        at = side * T.UPSTREAM + sector
        return s.programme[cell], s.stock[at], s.workaround[at], s.control[rival * T.UPSTREAM + sector]
    return s.programme[cell], 0, 0, s.listing[rival * T.SECTORS + sector]


def _bar(
    board: Board,
    target: pygame.Surface,
    box: pygame.Rect,
    x: int,
    y: int,
    side: int,
    sector: int,
    values: tuple[int, int, int, int],
    bind: int,
    tokens: tuple[int, int, int, int],
) -> None:
    """Output as the bar, capability as its ghost, the number, what binds, tokens."""
    pen = board.pen
    level, made, progress, cost = values
    is_input = sector < T.UPSTREAM
    thick = pen.px(9 if pen.is_compact else 12)
    bar = pygame.Rect(x, y - thick // 2, pen.px(186), thick)
    pen.bar(target, bar, made / 10, side, 0 if is_input else level / 10)
    if progress and level < T.TOP:
        width = max(2, round(bar.w * 0.1 * progress / cost))
        start = bar.x + round(bar.w * level / 10)
        pygame.draw.rect(target, theme.GAIN, (start, bar.bottom - pen.px(3), width, pen.px(3)))
    pen.text(
        target,
        str(made),
        bar.right + pen.px(16),
        y,
        "number",
        15 if pen.is_compact else 17,
        theme.BRIGHT[side],
        "cm",
    )
    at = bar.right + pen.px(32)
    if made != level:
        at += pen.text(
            target, (f"own {level}" if is_input else f"of {level}"), at, y, "medium", 12.5, theme.TEXT_3, "lm"
        ) + pen.px(8)
    if bind != T.NONE:
        pen.icon(target, f"sector-{board.book.sectors[bind].id}", at + pen.px(7), y, 15, theme.LOSS)
        at += pen.px(18)
    programme, stock, workaround, against = tokens
    for count, icon, tone in (
        (programme, "programme", theme.GAIN),
        (stock, "stockpile", theme.TEXT_2),
        (workaround, "workaround", theme.TEXT_2),
        (against, "control", theme.LOSS),
    ):
        if count and at < box.right - pen.px(16):
            pen.icon(target, icon, at + pen.px(7), y, 15, tone)
            at += pen.px(17)
            if count > 1:
                at += pen.text(target, str(count), at, y, "head", 13, tone, "lm") + pen.px(4)


def _tip(board: Board, sector: int) -> list[str]:
    """The whole why of a sector: both sides' outputs or supplies."""
    name = board.book.sectors[sector]
    lines = [name.title]
    if board.seen.lit[sector]:
        lines.append(f"Lit now: {why_lead(board.book, board.seen, sector).words}")
    elif board.seen.next[sector]:
        lines.append("Lit next round.")
    for side in (0, 1):
        why = why_supply if sector < T.UPSTREAM else why_output
        explained = why(board.book, board.seen, side, sector)
        what = "supply" if sector < T.UPSTREAM else "output"
        level, _, progress, cost = _values(board, side, sector)
        lines.append(f"{board.words.sides[side]}: {what} | {explained.value}")
        lines.append(explained.words)
        goal = "at the top" if level >= T.TOP else f"progress {progress} of {cost} to level {level + 1}"
        lines.append(f"Capability {level}, {goal}.")
    return [*lines, "Click or Enter: how it came to be."]
