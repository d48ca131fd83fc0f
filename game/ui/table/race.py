"""The Leadership track: who leads, both ends, where the lit sectors would move it now, and the final score now."""

from dataclasses import dataclass
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import why_score

from .. import theme
from ..nodes import Node, gauge
from .board import Board, why_lines

ENDS = 54.0  # units at both ends of the bar for the goals
DISC = 15.0  # radius of the marker, in units


@dataclass(frozen=True)
class Fact:
    """What a scoring would bring now: its icon, what it is called, and how where there is little room."""

    icon: str
    words: str
    short: str
    value: int


def node(board: Board, rect: pygame.Rect) -> Node:
    value = board.seen.shared[T.TRACK]
    moved, scored = spotlights_now(board), why_score(board.book, board.seen).value

    def paint(target: pygame.Surface, box: pygame.Rect, shown: float, was: float) -> None:
        _paint_leader(board, target, box, value)
        bar = _bar_rect(board, box)
        _paint_bar(board, target, bar, shown)
        if shown == value and moved:
            _paint_projection(board, target, bar, value, value + moved)
        _paint_marker(board, target, bar, shown)
        _paint_facts(board, target, box, moved, scored)

    made = gauge("track", rect, value, paint, (phase_words(board), moved, scored, is_open(board)), 0.5)
    made.live, made.group = True, "a-header"
    made.tip = partial(_tip, board, moved)
    made.act = partial(board.history, (T.SHARED + T.TRACK,), "Leadership track")
    return made


def is_open(board: Board) -> bool:
    """Whether the round's lit sectors have still to be scored."""
    return board.seen.shared[T.ENDING] == T.RUNNING and any(board.seen.moves)


def spotlights_now(board: Board) -> int:
    """Points of the track that the lit sectors would bring if the market phase came now (+ US)."""
    if not is_open(board):
        return 0
    return sum(board.lead(j) for j in range(T.UPSTREAM, T.SECTORS) if board.seen.lit[j])


def _goals(board: Board) -> tuple[int, int]:
    setting = board.book.tables.setting
    return setting[T.END_US], -setting[T.END_CHINA]


def _bar_rect(board: Board, box: pygame.Rect) -> pygame.Rect:
    pen = board.pen
    return pygame.Rect(box.x + pen.px(ENDS), box.y + pen.px(30), box.w - 2 * pen.px(ENDS), max(8, pen.px(14)))


def _at(board: Board, bar: pygame.Rect, value: float) -> float:
    """The x of a value on the bar: the US goal at its left end, China's at its right."""
    top, low = _goals(board)
    return bar.x + bar.w * (top - min(top, max(low, value))) / (top - low)


def _paint_leader(board: Board, target: pygame.Surface, box: pygame.Rect, value: int) -> None:
    pen = board.pen
    y = box.y + pen.px(12)
    if not value:
        pen.text(target, "LEADERSHIP: LEVEL", box.centerx, y, "head", 16, theme.TEXT_2, "cm", 1.0)
        return
    side = T.US if value > 0 else T.CHINA
    words = f"{board.words.sides[side]} leads by {abs(value)}".upper()
    width = pen.text(target, words, box.centerx + pen.px(9), y, "head", 16, theme.BAR_RIGHT[side], "cm", 1.0)
    pen.marker(target, side, box.centerx + pen.px(9) - width / 2 - pen.px(12), y, 14)


def _paint_bar(board: Board, target: pygame.Surface, bar: pygame.Rect, shown: float) -> None:
    """Trough, what has been won, ticks; at the ends what wins at once."""
    pen = board.pen
    top, low = _goals(board)
    pen.box(target, bar, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 7)
    leader = T.US if shown > 0 else T.CHINA
    if shown:
        a, b = sorted((_at(board, bar, 0), _at(board, bar, shown)))
        part = pygame.Rect(round(a), bar.y, max(bar.h, round(b - a)), bar.h)
        target.blit(pen.bar_fill(bar.w, bar.h, leader), part, (0, 0, part.w, part.h))
    for v in range(low, top + 1):
        x, size = round(_at(board, bar, v)), pen.px(4 if v else 9)
        tone = theme.TEXT if v == 0 else theme.TEXT_3
        line = pygame.Rect(x - (v == 0), bar.centery - size, 1 + (v == 0), 2 * size)
        target.fill(pygame.Color(tone), line)
    for side, goal in ((T.US, top), (T.CHINA, -low)):
        gap = pen.px(DISC + 9)  # the marker at the end hides nothing
        x = bar.x - gap if side == T.US else bar.right + gap
        anchor = "rm" if side == T.US else "lm"
        pen.text(target, f"+{goal}", x, bar.centery, "number", 18, theme.BAR_RIGHT[side], anchor)


def _paint_projection(board: Board, target: pygame.Surface, bar: pygame.Rect, value: int, goal: int) -> None:
    """An arrow from where the track stands to where the lit sectors would move it."""
    pen = board.pen
    side = T.US if goal > value else T.CHINA
    a, b = _at(board, bar, value), _at(board, bar, goal)
    tone, y, tip = pygame.Color(theme.BAR_RIGHT[side]), bar.centery, pen.px(7)
    away = 1 if b > a else -1
    thick = max(2, pen.px(3))
    step, at = pen.px(10), min(a, b)
    while at < max(a, b) - step:
        target.fill(tone, (round(at), y - thick // 2, pen.px(6), thick))
        at += step
    pygame.draw.polygon(
        target, tone, [(b, y), (b - away * 1.5 * tip, y - tip), (b - away * 1.5 * tip, y + tip)]
    )


def _paint_marker(board: Board, target: pygame.Surface, bar: pygame.Rect, shown: float) -> None:
    pen, x, r = board.pen, _at(board, bar, shown), board.pen.px(DISC)
    tone = theme.TEXT if not shown else theme.BAR_RIGHT[T.US if shown > 0 else T.CHINA]
    disc = pygame.Rect(round(x) - r, bar.centery - r, 2 * r, 2 * r)
    pen.box(target, disc, theme.TIP_TOP, theme.TIP_BOTTOM, tone, 20, 2)
    pen.text(target, str(abs(round(shown))), x, bar.centery, "number", 19, tone, "cm")


def _paint_facts(board: Board, target: pygame.Surface, box: pygame.Rect, moved: int, scored: int) -> None:
    """The round at the left; at the right what the lit sectors and the final score would be now."""
    pen = board.pen
    y = box.bottom - pen.px(9)
    ending = board.seen.shared[T.ENDING]
    facts = []
    if ending in (T.RUNNING, T.SCORED):  # else nothing was scored at the end
        words = "Final score" if ending == T.SCORED else "Final score now"
        facts.append(Fact("scoring", words, "Final", scored))
    if is_open(board):
        facts.insert(0, Fact("spotlight", "Lit sectors now", "Lit", moved))
    phase = phase_words(board)
    room = box.w - pen.text_width(phase, "medium", 14) - pen.px(20)
    values = [board.words.track(fact.value) for fact in facts]
    ways = (
        [f"{fact.words}: {value}" for fact, value in zip(facts, values, strict=True)],
        [f"{fact.short}: {value}" for fact, value in zip(facts, values, strict=True)],
    )
    wide = [sum(pen.text_width(text, "medium", 14) + pen.tx(40) for text in texts) for texts in ways]
    texts = ways[0] if wide[0] <= room else ways[1] if wide[1] <= room else values
    x = float(box.right)
    for fact, words in zip(reversed(facts), reversed(texts), strict=True):
        tone = theme.BAR_RIGHT[T.US if fact.value > 0 else T.CHINA] if fact.value else theme.TEXT_2
        x -= pen.text(target, words, x, y, "medium", 14, tone, "rm") + pen.tx(11)
        pen.icon(target, fact.icon, x, y, 17, theme.TEXT_2)
        x -= pen.tx(22)
    pen.text(target, phase, box.x, y, "medium", 14, theme.TEXT_2, "lm")


def _tip(board: Board, moved: int) -> list[str]:
    words, seen = board.words, board.seen
    top, low = _goals(board)
    ending = seen.shared[T.ENDING]
    head = {T.RUNNING: "If the game were scored now:", T.SCORED: "Final score:"}.get(ending, "")
    ends = f"{words.shorts[0]} wins at once at +{top}, {words.shorts[1]} at +{-low}."
    if top != -low:
        ends += " They differ so that both sides have the same chance in this scenario."
    return [
        f"Leadership track | {words.track(seen.shared[T.TRACK])}",
        ends,
        f"Lit sectors, if the market phase came now | {words.track(moved)}" if is_open(board) else "",
        *([head, *why_lines(why_score(board.book, seen))[1:]] if head else []),
    ]


def phase_words(board: Board) -> str:
    """Where in the match we are."""
    shared = board.seen.shared
    rounds = board.book.tables.setting[T.ROUNDS]
    if shared[T.PHASE] == T.OVER:
        return "The match is over"
    if shared[T.ROUND] == 0:
        return "Setting up: agendas"
    if shared[T.PHASE] == T.MOVING and not is_open(board):
        return f"Round {shared[T.ROUND]} of {rounds} · market phase"
    what = {T.NAMING: "third spotlight", T.MOVING: "moves", T.ANSWERING: "a deal is on the table"}
    return f"Round {shared[T.ROUND]} of {rounds} · {what.get(shared[T.PHASE], 'drawing')}"
