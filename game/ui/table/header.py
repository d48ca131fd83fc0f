"""The top strip: both sides' meters and moves, and the Leadership track between them."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import why_approval, why_capital, why_income, why_resilience, why_score
from game.engine.supply import resilience
from game.match.ledger import RESILIENCE

from .. import theme
from ..nodes import gauge
from ..stage import Node
from .board import HEADER, Board, why_lines

METERS = (("budget", T.BUDGET), ("capital", T.CAPITAL), ("approval", T.APPROVAL))


def nodes(board: Board) -> list[Node]:
    made = [_strip(board)]
    for side in (T.US, T.CHINA):
        made.append(_name(board, side))
        for n, (meter, cell) in enumerate(METERS):
            chip = _meter(board, side, n, meter, cell + side)
            made += [chip, _number(board, chip, board.seen.cells[cell + side])]
        chip = _resilience(board, side)
        made += [chip, _number(board, chip, resilience(board.book.tables, board.seen, side))]
    return [*made, _track(board)]


def _strip(board: Board) -> Node:
    rect = pygame.Rect(0, 0, board.pen.width, board.pen.px(HEADER))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        target.fill((*pygame.Color(theme.DEEPEST)[:3], 150))
        for side, x in ((0, 0), (1, box.w // 2)):
            line = pygame.Rect(x, box.h - 2, box.w // 2 + 1, 2)
            pygame.draw.rect(target, theme.mix(theme.BRIGHT[side], theme.APP, 0.45), line)

    return Node("strip", rect, paint, live=False)


def _x(board: Board, side: int, x: float, w: float) -> float:
    """A place counted from the side's own edge."""
    return x if side == T.US else board.wide - x - w


def _name(board: Board, side: int) -> Node:
    pen, seen = board.pen, board.seen
    rect = board.rect(_x(board, side, 14, 244), 6, 244, 64)
    is_moving = seen.shared[T.MOVER] == side
    moves = seen.moves[side]
    who = board.names[side]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        left = side == T.US
        x = box.x + pen.px(30) if left else box.right - pen.px(30)
        pen.icon(target, board.emblems[side], x, box.centery, 50, theme.TEXT)
        x = box.x + pen.px(64) if left else box.right - pen.px(64)
        anchor = "lm" if left else "rm"
        title = board.words.sides[side].upper()
        room = box.w - pen.px(68)
        pen.text(target, title, x, box.y + pen.px(18), "number", 24, theme.TEXT, anchor, 0.6, room)
        tone = theme.GOLD if is_moving else theme.BRIGHT[side]
        state = f"{who} · moving" if is_moving else who
        pen.text(target, state, x, box.y + pen.px(41), "medium", 13, tone, anchor, width=room)
        for n in range(T.MOVES_PER_ROUND):
            cx = x + (1 if left else -1) * pen.px(6 + 16 * n)
            size = pen.px(5)
            points = [
                (cx, box.bottom - 2 * size),
                (cx + size, box.bottom - size),
                (cx, box.bottom),
                (cx - size, box.bottom - size),
            ]
            points = [(px, py - pen.px(1)) for px, py in points]
            if n < moves:
                pygame.draw.polygon(target, theme.GOLD, points)
            else:
                pygame.draw.polygon(target, theme.LINE_STRONG, points, 1)

    def tip() -> list[str]:
        lines = [f"{board.words.sides[side]} | {who}", f"moves left this round | {moves}"]
        return [*lines, "Each side makes four moves a round, in turn."]

    return Node(f"side:{side}", rect, paint, key=(is_moving, moves, who), tip=tip, group="a-header")


def _meter(board: Board, side: int, n: int, meter: str, cell: int) -> Node:
    pen, value = board.pen, board.seen.cells[cell]
    rect = board.rect(_x(board, side, 260 + 97 * n, 92), 14, 92, 48)
    titles = {"budget": "Budget", "capital": "Capital", "approval": "Approval"}

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, edge=theme.LINE_STRONG, edge_bottom=theme.LINE, radius=10)
        _chip(board, target, box, meter, theme.BRIGHT[side], titles[meter])

    def tip() -> list[str]:
        why = {"budget": why_income, "capital": why_capital, "approval": why_approval}[meter]
        lines = why_lines(why(board.book, board.seen, side))
        name = {"budget": "Budget", "capital": "Political Capital", "approval": "Approval"}[meter]
        return [f"{board.words.sides[side]}: {name} | {value}", "In the next market phase:", *lines[1:]]

    act = partial(board.history, (cell,), f"{board.words.sides[side]}: {titles[meter]}")
    return Node(f"{meter}:{side}", rect, paint, key=value, tip=tip, act=act, group="a-header")


def _number(board: Board, chip: Node, value: int) -> Node:
    """The number of a chip, which counts when it changes."""
    pen = board.pen
    rect = pygame.Rect(chip.rect.x + pen.px(44), chip.rect.y + pen.px(4), pen.px(42), pen.px(26))

    def paint(target: pygame.Surface, box: pygame.Rect, shown: float, was: float) -> None:
        pen.text(target, str(round(shown)), box.x + pen.px(4), box.centery, "number", 22, theme.TEXT, "lm")

    return gauge(f"{chip.name} number", rect, value, paint)


def _chip(board: Board, target: pygame.Surface, box: pygame.Rect, icon: str, tone: str, words: str) -> None:
    """Icon (and number) above, the word below, so that it fits small windows."""
    pen = board.pen
    pen.icon(target, icon, box.x + pen.px(30), box.y + pen.px(17), 22, tone)
    pen.text(target, words, box.centerx, box.y + pen.px(37), "medium", 12, theme.TEXT_3, "cm")


def _resilience(board: Board, side: int) -> Node:
    pen = board.pen
    value = resilience(board.book.tables, board.seen, side)
    rect = board.rect(_x(board, side, 260 + 97 * 3, 92), 14, 92, 48)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, edge=theme.LINE_STRONG, edge_bottom=theme.LINE, radius=10)
        _chip(board, target, box, "resilience", theme.TEXT_2, "Resilience")

    def tip() -> list[str]:
        return why_lines(why_resilience(board.book, board.seen, side))

    act = partial(board.history, (RESILIENCE + side,), f"{board.words.sides[side]}: Resilience")
    return Node(f"resilience:{side}", rect, paint, key=value, tip=tip, act=act, group="a-header")


def _track(board: Board) -> Node:
    pen, seen = board.pen, board.seen
    setting = board.book.tables.setting
    top, low = setting[T.END_US], -setting[T.END_CHINA]
    value, number = seen.shared[T.TRACK], seen.shared[T.ROUND]
    rect = board.rect(656, 4, board.wide - 1312, 70)
    phase = phase_words(board)

    def paint(target: pygame.Surface, box: pygame.Rect, value: float, was: float) -> None:
        x0, x1 = box.x + pen.px(40), box.right - pen.px(40)
        y = box.y + pen.px(30)
        steps = top - low

        def at(v: float) -> float:
            return x0 + (x1 - x0) * (top - v) / steps

        trough = pygame.Rect(x0, y - pen.px(7), x1 - x0, pen.px(14))
        pen.box(target, trough, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 7)
        leader = T.US if value > 0 else T.CHINA
        if value:
            a, b = sorted((at(0), at(min(top, max(low, value)))))
            part = pygame.Rect(round(a), trough.y, max(trough.h, round(b - a)), trough.h)
            target.blit(pen.bar_fill(trough.w, trough.h, leader), part, (0, 0, part.w, part.h))
        for v in range(low, top + 1):
            tick = theme.TEXT_3 if v else theme.TEXT
            size = pen.px(4 if v else 8)
            pygame.draw.line(target, tick, (at(v), y - size), (at(v), y + size), 2 if v == 0 else 1)
        cx = at(min(top, max(low, value)))
        pen.text(target, "LEADERSHIP", box.centerx, box.y + pen.px(10), "head", 13, theme.TEXT_3, "cm", 1.4)
        tone = theme.TEXT if value == 0 else theme.BRIGHT[leader]
        side = pen.px(15)
        pen.box(
            target,
            pygame.Rect(round(cx) - side, y - side, 2 * side, 2 * side),
            theme.TIP_TOP,
            theme.TIP_BOTTOM,
            tone,
            20,
            2,
        )
        pen.text(target, str(abs(round(value))), cx, y, "number", 19, tone, "cm")
        pen.text(target, f"+{top}", x0 - pen.px(8), y, "number", 18, theme.BRIGHT[0], "rm")
        pen.text(target, f"+{-low}", x1 + pen.px(8), y, "number", 18, theme.BRIGHT[1], "lm")
        pen.text(
            target, phase, box.centerx, box.y + pen.px(58), "medium", 14, theme.TEXT_2, "cm", width=box.w
        )

    def tip() -> list[str]:
        score = why_lines(why_score(board.book, seen))
        ends = f"{board.words.shorts[0]} wins at once at +{top}, {board.words.shorts[1]} at +{-low}."
        return [
            "Leadership track | " + board.words.track(value),
            ends,
            "If the game were scored now:",
            *score[1:],
        ]

    act = partial(board.history, (T.SHARED + T.TRACK,), "Leadership track")
    made = gauge("track", rect, value, paint, (number, phase), 0.5)
    made.live, made.tip, made.act, made.group = True, tip, act, "a-header"
    return made


def phase_words(board: Board) -> str:
    """Where in the match we are."""
    shared = board.seen.shared
    rounds = board.book.tables.setting[T.ROUNDS]
    if shared[T.PHASE] == T.OVER:
        return "The match is over"
    if shared[T.ROUND] == 0:
        return "Setting up: agendas"
    what = {T.NAMING: "third spotlight", T.MOVING: "moves", T.ANSWERING: "a deal is on the table"}
    return f"Round {shared[T.ROUND]} of {rounds} · {what.get(shared[T.PHASE], 'drawing')}"
