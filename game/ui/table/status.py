"""Bottom left: the viewer's agenda, both contingency slots, piles."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.scoring import agenda_met, agenda_of

from .. import theme
from ..stage import Node
from .board import Board
from .cards import card_lines


def nodes(board: Board) -> list[Node]:
    made = [_panel(board)]
    if board.book.tables.setting[T.AGENDAS]:
        made.append(_agenda(board))
    if board.book.tables.setting[T.CONTINGENCIES]:
        made += [_contingency(board, side) for side in (0, 1)]
    return [*made, *[_pile(board, side) for side in (0, 1)]]


def _area(board: Board) -> pygame.Rect:
    return board.rect(16, board.bottom + 6, 404, 302)


def _panel(board: Board) -> Node:
    pen = board.pen
    off = tuple(switched_off(board))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        right = "off: " + ", ".join(off) if off else ""
        pen.heading(target, box, "hand", "In reserve")
        if right:
            pen.text(
                target,
                right,
                box.right - pen.px(14),
                box.y + pen.px(22),
                "medium",
                12.5,
                theme.TEXT_3,
                "rm",
                width=pen.px(250),
            )

    return Node("status", _area(board), paint, key=off, pad=pen.px(24), live=False)


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


def _agenda(board: Board) -> Node:
    pen, s = board.pen, board.seen
    area = _area(board)
    rect = pygame.Rect(area.x + pen.px(12), area.y + pen.px(52), area.w - pen.px(24), pen.px(64))
    mine = agenda_of(board.book.tables, s, board.viewer) if board.viewer < T.PUBLIC else T.NONE
    met = mine != T.NONE and agenda_met(
        board.book.tables, s, board.viewer, board.book.agendas[mine].condition
    )

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.SELECTED, theme.PANEL_BOTTOM, theme.GOLD if met else theme.LINE, 10)
        pen.icon(target, "agenda", box.x + pen.px(26), box.centery, 30, theme.GOLD if met else theme.TEXT_2)
        title = board.book.agendas[mine].title if mine != T.NONE else "Secret agenda"
        state = ("met now" if met else "not met now") if mine != T.NONE else "none chosen"
        x = box.x + pen.px(52)
        pen.text(target, title, x, box.y + pen.px(19), "head", 18, theme.TEXT, "lm", width=pen.px(220))
        pen.text(
            target,
            state,
            box.right - pen.px(12),
            box.y + pen.px(19),
            "medium",
            13,
            theme.GAIN if met else theme.TEXT_3,
            "rm",
        )
        words = board.words.agenda(mine) if mine != T.NONE else "Hidden from the rival until the end."
        pen.text(
            target,
            words,
            x,
            box.y + pen.px(44),
            "body",
            13,
            theme.TEXT_2,
            "lm",
            width=box.right - x - pen.px(10),
        )

    def tip() -> list[str]:
        if mine == T.NONE:
            return ["Secret agenda", "Each side keeps one of two; it is worth 3 in final scoring."]
        return [board.book.agendas[mine].title, board.words.agenda(mine), board.almanac.agendas[mine].about]

    return Node("agenda", rect, paint, key=(mine, met), tip=tip, group="g-status")


def _contingency(board: Board, side: int) -> Node:
    pen, s = board.pen, board.seen
    area = _area(board)
    half = (area.w - pen.px(34)) // 2
    rect = pygame.Rect(
        area.x + pen.px(12) + side * (half + pen.px(10)), area.y + pen.px(126), half, pen.px(84)
    )
    held, up, target_number = s.slot_card[side], s.slot_up[side], s.slot_target[side]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        full = held != 0
        pen.box(
            target,
            box,
            theme.DEEP[side] if full else theme.PANEL_BOTTOM,
            theme.PANEL_BOTTOM,
            theme.MID[side] if full else theme.LINE,
            10,
            1.6,
        )
        pen.icon(target, "contingency", box.x + pen.px(22), box.y + pen.px(24), 24, theme.BRIGHT[side])
        x, width = box.x + pen.px(42), box.w - pen.px(50)
        pen.text(
            target,
            f"{board.words.shorts[side]} contingency",
            x,
            box.y + pen.px(16),
            "medium",
            12.5,
            theme.TEXT_3,
            "lm",
            width=width,
        )
        if held > 0:
            title, state = board.almanac.cards[held - 1].title, "face-up" if up else "face-down"
        else:
            title, state = ("Empty", "") if held == 0 else ("Face-down card", "may answer you")
        pen.text(target, title, x, box.y + pen.px(38), "head", 16, theme.TEXT, "lm", width=width)
        pen.text(target, state, x, box.y + pen.px(60), "body", 12.5, theme.TEXT_2, "lm", width=width)

    def tip() -> list[str]:
        if held > 0:
            chosen = board.words.target(held - 1, target_number)
            return [*card_lines(board, held - 1), f"Target: {chosen}." if chosen else ""]
        text = "One card may lie here; it answers the rival's policy of its trigger, free of cost."
        return [f"{board.words.sides[side]}: contingency", text]

    return Node(f"slot:{side}", rect, paint, key=(held, up), tip=tip, group="g-status")


def _pile(board: Board, side: int) -> Node:
    pen, s = board.pen, board.seen
    area = _area(board)
    half = (area.w - pen.px(34)) // 2
    rect = pygame.Rect(
        area.x + pen.px(12) + side * (half + pen.px(10)), area.y + pen.px(222), half, pen.px(66)
    )
    own = [c for c in range(len(board.book.cards)) if board.book.card_side(c) == side]
    discards = [c for c in own if s.place[c] == T.IN_DISCARD]
    hand = s.hand_size[side]
    deck = len(own) - len(discards) - hand - (1 if s.slot_card[side] else 0)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.LINE, 10)
        pen.icon(target, "deck", box.x + pen.px(22), box.centery, 28, theme.BRIGHT[side])
        for n, (value, name) in enumerate(((hand, "hand"), (deck, "deck"), (len(discards), "out"))):
            x = box.x + pen.px(62 + 46 * n)
            pen.text(target, str(value), x, box.y + pen.px(24), "number", 22, theme.TEXT, "cm")
            pen.text(target, name, x, box.y + pen.px(47), "medium", 12, theme.TEXT_3, "cm")

    def tip() -> list[str]:
        titles = ", ".join(board.almanac.cards[c].title for c in discards) or "none yet"
        return [
            f"{board.words.sides[side]}: cards",
            f"hand | {hand}",
            f"deck | {deck}",
            f"Discards: {titles}.",
        ]

    return Node(
        f"pile:{side}",
        rect,
        paint,
        key=(hand, deck, len(discards)),
        act=partial(board.browse, side),
        tip=tip,
        group="g-status",
    )
