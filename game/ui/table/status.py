"""Bottom left: the viewer's agenda, both contingency slots, piles."""

from collections.abc import Sequence
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.scoring import agenda_of
from game.match.standing import standing

from .. import theme
from ..layout import columns
from ..stage import Node
from .board import Board
from .cards import card_lines

HEADING = "In reserve"
ROWS = (
    (48, 98),
    (154, 72),
    (234, 58),
)  # units from the panel's top, and height: agenda, contingencies, piles


def nodes(board: Board) -> list[Node]:
    setting, off = board.book.tables.setting, switched_off(board)
    made = [_panel(board)]
    if setting[T.AGENDAS]:
        made += [_open_agenda(board, side) for side in (0, 1)] if board.viewer == T.ALL else [_agenda(board)]
    if setting[T.CONTINGENCIES]:
        made += [_contingency(board, side) for side in (0, 1)]
    if off:
        made.append(_left_out(board, off))
    return [*made, *[_pile(board, side) for side in (0, 1)]]


def _area(board: Board) -> pygame.Rect:
    return board.rect(16, board.bottom + 6, 404, 302)


def _panel(board: Board) -> Node:
    pen = board.pen

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "hand", HEADING)

    return Node("status", _area(board), paint, pad=pen.px(24), live=False)


def corner(board: Board, wanted: Sequence[int] = ()) -> list[pygame.Rect]:
    """The right end of the panel's heading: two tiles have room there, of the widths that are wanted if nothing else
    is told in it.
    """
    pen, area = board.pen, _area(board)
    gap, right = pen.px(6), area.right - pen.px(8)
    heading = area.x + pen.px(52) + pen.text_width(HEADING.upper(), "head", 17, 1.2)
    is_free = _free_rows(board) or not switched_off(board)
    if not wanted or not is_free or right - sum(wanted) - gap < heading:
        wanted = [max(pen.px(58), pen.px(34) + pen.key_width("F2"))] * 2
    far = pygame.Rect(right - wanted[1], area.y + pen.px(5), wanted[1], pen.px(34))
    return [pygame.Rect(far.x - gap - wanted[0], far.y, wanted[0], far.h), far]


def _left_out(board: Board, off: list[str]) -> Node:
    """What this scenario does without: in the place that its agenda or contingencies leave free, else as a number in
    the heading.
    """
    pen, free = board.pen, _free_rows(board)
    words = ", ".join(off)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if not free:
            text = f"{len(off)} left out"
            pen.text(target, text, box.right, box.centery, "medium", 13, theme.TEXT_3, "rm", width=box.w)
            return
        pen.box(target, box, theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.LINE, 10)
        inner = box.inflate(-2 * pen.px(14), 0)
        high = pen.line(18) + pen.paragraph_height(words, inner.w, 14)
        y = box.centery - high / 2 + pen.cap("head", 18) / 2
        pen.text(
            target, "Left out of this scenario", inner.x, y, "head", 18, theme.TEXT_2, "lm", width=inner.w
        )
        y += pen.line(18) - pen.cap("body", 14) / 2
        pen.paragraph(target, words, inner.x, y, inner.w, 14, theme.TEXT_3)

    def tip() -> list[str]:
        return ["Left out of this scenario", *off]

    return Node("left-out", _free_place(board, free), paint, key=words, tip=tip, group="g-status")


def _free_rows(board: Board) -> list[int]:
    setting = board.book.tables.setting
    return [row for row, index in ((0, T.AGENDAS), (1, T.CONTINGENCIES)) if not setting[index]]


def _free_place(board: Board, rows: list[int]) -> pygame.Rect:
    """The rows together; without any, a part of the panel's heading."""
    if rows:
        return _place(board, rows[0]).union(_place(board, rows[-1]))
    pen, area = board.pen, _area(board)
    right = corner(board)[0].x - pen.px(10)
    return pygame.Rect(right - pen.px(110), area.y + pen.px(6), pen.px(110), pen.px(32))


def switched_off(board: Board) -> list[str]:
    """What this scenario leaves out."""
    setting = board.book.tables.setting
    switches = (
        (T.DEALS, "deals"),
        (T.CONTINGENCIES, "contingencies"),
        (T.AGENDAS, "agendas"),
        (T.HEADLINES_ON, "headlines"),
        (T.STOCKPILES, "stockpiles"),
    )
    off = [name for index, name in switches if not setting[index]]
    if setting[T.BACKFIRE] == 0:
        off.append("backfire")
    return off


def _place(board: Board, row: int, half: int = -1) -> pygame.Rect:
    """A row of the panel, or its left (0) or right (1) half."""
    pen, area = board.pen, _area(board)
    top, high = ROWS[row]
    rect = pygame.Rect(area.x + pen.px(12), area.y + pen.px(top), area.w - pen.px(24), pen.px(high))
    return rect if half < 0 else columns(rect, 2, pen.px(10))[half]


def _agenda(board: Board) -> Node:
    pen, s, viewer = board.pen, board.seen, board.viewer
    mine = agenda_of(board.book.tables, s, viewer) if viewer < T.PUBLIC else T.NONE
    if mine == T.NONE:
        return _no_agenda(board)
    page, found = board.almanac.agendas[mine], standing(board.book, s, viewer, mine)
    tone = theme.GAIN if found.is_met else theme.TEXT_2

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        edge = theme.GAIN if found.is_met else theme.LINE_STRONG
        pen.box(target, box, theme.SELECTED, theme.PANEL_BOTTOM, edge, 10, 1.6 if found.is_met else 1.25)
        pen.icon(target, f"agenda-{board.book.agendas[mine].id}", box.x + pen.px(27), box.centery, 32, tone)
        left, right = box.x + pen.px(54), box.right - pen.px(12)
        y = box.y + pen.px(17)
        words = "met now" if found.is_met else "not met"
        right -= pen.text(target, words, right, y, "head", 14, tone, "rm") + pen.px(8)
        pen.text(target, page.title, left, y, "head", 18, theme.TEXT, "lm", width=right - left)
        right = box.right - pen.px(12)
        top = box.y + pen.px(31) + (pen.line(13.5) - pen.cap("body", 13.5)) / 2
        face = pen.narrower(page.rules[0], right - left, 13.5, 2)
        pen.paragraph(target, page.rules[0], left, top, right - left, 13.5, theme.TEXT_2, face, most=2)
        bar = pygame.Rect(left, box.bottom - pen.px(17), pen.px(92), max(6, pen.px(8)))
        pen.box(target, bar, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
        if found.share:
            done = pygame.Rect(bar.x, bar.y, max(bar.h, round(bar.w * found.share)), bar.h)
            pen.box(target, done, tone, tone, tone, 6)
        x = bar.right + pen.px(10)
        pen.text(target, found.words, x, bar.centery, "medium", 13, tone, "lm", width=right - x)

    def tip() -> list[str]:
        return [page.title, board.words.agenda(mine), f"Now: {found.words}.", page.about]

    return Node("agenda", _place(board, 0), paint, key=(mine, found), tip=tip, group="g-status")


def _no_agenda(board: Board) -> Node:
    """Before an agenda is chosen, and for whoever may not see one."""
    pen = board.pen

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.SELECTED, theme.PANEL_BOTTOM, theme.LINE, 10)
        pen.icon(target, "agenda", box.x + pen.px(27), box.centery, 30, theme.TEXT_2)
        words = "Each side keeps one; worth 3 at the end."
        x, wide = box.x + pen.px(54), box.w - pen.px(54 + 12)
        high = pen.line(18) + pen.paragraph_height(words, wide, 13.5)
        y = box.centery - high / 2 + pen.cap("head", 18) / 2
        pen.text(target, "Secret agenda", x, y, "head", 18, theme.TEXT, "lm", width=wide)
        pen.paragraph(target, words, x, y + pen.line(18) - pen.cap("body", 13.5) / 2, wide, 13.5)

    def tip() -> list[str]:
        return ["Secret agenda", "Each side keeps one of two; it is worth 3 in final scoring."]

    return Node("agenda", _place(board, 0), paint, tip=tip, group="g-status")


def _open_agenda(board: Board, side: int) -> Node:
    """Where all lies open: one side's agenda."""
    pen, s = board.pen, board.seen
    kept = agenda_of(board.book.tables, s, side)
    found = standing(board.book, s, side, kept) if kept != T.NONE else None
    title = board.almanac.agendas[kept].title if kept != T.NONE else "No agenda yet"
    is_met = found is not None and found.is_met
    tone = theme.GAIN if is_met else theme.TEXT_2

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        edge = theme.GAIN if is_met else theme.LINE_STRONG
        pen.box(target, box, theme.SELECTED, theme.PANEL_BOTTOM, edge, 10, 1.6 if is_met else 1.25)
        y, left, right = box.y + pen.px(17), box.x + pen.px(12), box.right - pen.px(10)
        pen.icon(target, "agenda", left + pen.px(8), y, 19, theme.BAR_RIGHT[side])
        x = left + pen.px(22)
        x += pen.text(target, board.words.shorts[side], x, y, "head", 14, theme.BAR_RIGHT[side], "lm")
        if found is not None:
            state = "met" if is_met else "not met"
            pen.text(target, state, right, y, "head", 14, tone, "rm", width=right - x - pen.px(6))
        middle = box.y + pen.px(46)
        lines = pen.wrap(title, "head", 16, right - left)[:2]
        for n, line in enumerate(lines):
            at = middle + pen.line(15) * (n - (len(lines) - 1) / 2)
            pen.text(target, line, left, at, "head", 16, theme.TEXT, "lm", width=right - left)
        if found is not None:
            below = box.bottom - pen.px(16)
            face = pen.narrower(found.words, right - left, 13, 1)
            pen.text(target, found.words, left, below, face, 13, tone, "lm", width=right - left)

    def tip() -> list[str]:
        if found is None:
            return ["Secret agenda", f"{board.words.sides[side]} has not chosen one yet."]
        now = f"Now: {found.words}."
        return [f"{board.words.sides[side]}: {title}", board.words.agenda(kept), now]

    return Node(f"agenda:{side}", _place(board, 0, side), paint, key=(kept, found), tip=tip, group="g-status")


def _contingency(board: Board, side: int) -> Node:
    pen, s = board.pen, board.seen
    held, up, target_number = s.slot_card[side], s.slot_up[side], s.slot_target[side]
    state = ("face-up" if up else "face-down") if held else ""
    title = board.almanac.cards[held - 1].title if held > 0 else "A hidden card" if held else "Empty"

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        top, edge = (theme.DEEP[side], theme.BRIGHT[side]) if held else (theme.PANEL_BOTTOM, theme.LINE)
        pen.box(target, box, top, theme.PANEL_BOTTOM, edge, 10, 1.6 if held else 1.25)
        y, left, right = box.y + pen.px(17), box.x + pen.px(12), box.right - pen.px(10)
        pen.icon(target, "contingency", left + pen.px(8), y, 19, theme.BAR_RIGHT[side])
        x = left + pen.px(22)
        x += pen.text(target, board.words.shorts[side], x, y, "head", 14, theme.BAR_RIGHT[side], "lm")
        if state:
            pen.text(target, state, right, y, "medium", 13, theme.TEXT_2, "rm", width=right - x - pen.px(6))
        tone = theme.TEXT if held else theme.TEXT_3
        lines = pen.wrap(title, "head", 16, right - left)[:2]
        middle = (y + pen.px(11) + box.bottom - pen.px(4)) / 2 - pen.line(14) * (len(lines) - 1) / 2
        for line in lines:
            pen.text(target, line, left, middle, "head", 16, tone, "lm", width=right - left)
            middle += pen.line(14)

    def tip() -> list[str]:
        if held > 0:
            chosen = board.words.target(held - 1, target_number)
            return [*card_lines(board, held - 1), f"Target: {chosen}." if chosen else ""]
        text = "One card may lie here; it answers the rival's policy of its trigger, free of cost."
        return [f"{board.words.sides[side]}: contingency", text]

    return Node(f"slot:{side}", _place(board, 1, side), paint, key=(held, up), tip=tip, group="g-status")


def _pile(board: Board, side: int) -> Node:
    pen, s = board.pen, board.seen
    own = [c for c in range(len(board.book.cards)) if board.book.card_side(c) == side]
    discards = [c for c in own if s.place[c] == T.IN_DISCARD]
    hand = s.hand_size[side]
    deck = len(own) - len(discards) - hand - (1 if s.slot_card[side] else 0)
    counts = ((hand, "hand"), (deck, "deck"), (len(discards), "used"))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.LINE_STRONG, 10)
        pen.icon(target, "deck", box.x + pen.px(22), box.centery, 28, theme.BAR_RIGHT[side])
        inner = pygame.Rect(box.x + pen.px(40), box.y, box.w - pen.px(46), box.h)
        for (value, name), place in zip(counts, columns(inner, 3, 0), strict=True):
            x = place.centerx
            pen.text(target, str(value), x, box.y + pen.px(20), "number", 21, theme.TEXT, "cm")
            pen.text(target, name, x, box.y + pen.px(43), "medium", 12.5, theme.TEXT_2, "cm", width=place.w)

    def tip() -> list[str]:
        titles = ", ".join(board.almanac.cards[c].title for c in discards) or "none yet"
        return [
            f"{board.words.sides[side]}: cards",
            f"hand | {hand}",
            f"deck | {deck}",
            f"Used: {titles}.",
            "Click or Enter: all cards.",
        ]

    return Node(
        f"pile:{side}",
        _place(board, 2, side),
        paint,
        key=counts,
        act=partial(board.browse, side),
        tip=tip,
        group="g-status",
    )
