"""The sectors that score, in the middle of the supply graph: both sides' outputs back to back."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.explain import why_lead, why_output
from game.engine.state import State

from .. import theme
from ..icons import sector_icon
from ..nodes import gauge
from ..pen import Pen
from ..stage import Node
from .board import Board
from .plan import Plan
from .supplies import tokens

LIT, NEXT = "LIT", "NEXT"
LIGHTS = {T.LIT_PAIR: LIT, T.LIT_HEADLINE: LIT, T.LIT_NAMED: "NAMED"}


def nodes(board: Board, places: Plan) -> list[Node]:
    """All of them, and on each both sides' outputs, which move when they change."""
    made = []
    for j in range(T.UPSTREAM, T.SECTORS):
        made += [_duel(board, places, j), *[_output(board, places, side, j) for side in (0, 1)]]
    return made


def _duel(board: Board, places: Plan, j: int) -> Node:
    pen, s = board.pen, board.seen
    made = tuple(chain.made[j] for chain in board.chains)
    level = tuple(chain.capability[j] for chain in board.chains)
    listed = tuple(s.listing[(1 - side) * T.SECTORS + j] for side in (0, 1))
    held = tuple(bool(chain.chokes(j)) for chain in board.chains)
    kept = tuple(tuple(tokens(board, side, j)) for side in (0, 1))
    key = (made, level, listed, held, kept, s.lit[j], s.next[j], tuple(outputs[j] for outputs in board.due))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        lit = s.lit[j]
        pen.box(
            target,
            box,
            theme.SELECTED if lit else theme.PANEL_TOP,
            theme.PANEL_BOTTOM,
            theme.SPOT if lit else theme.LINE_STRONG,
            11,
            2 if lit else 1.2,
        )
        _title(board, places, target, box, j)
        for side in (0, 1):
            _side(board, target, box, side, j, made[side], level[side], held[side])
        _lead(board, target, box, board.lead(j))

    name = board.book.sectors[j].title
    cells = tuple(first + side * T.SECTORS + j for side in (0, 1) for first in (T.CAPABILITY, T.PROGRESS))
    return Node(
        f"output:{j}",
        places.duels[j],
        paint,
        key=repr(key),
        tip=lambda: why_made(board, j),
        act=partial(board.history, cells, name),
        group="c-map",
        radius=11,
    )


def _title(board: Board, places: Plan, target: pygame.Surface, box: pygame.Rect, j: int) -> None:
    """Icon and name in the middle, the light at their right."""
    pen, s, name = board.pen, board.seen, board.book.sectors[j]
    tags = lights(s, j)
    y = box.y + box.h * 0.28
    beside = max(len(_marks(board, side, j)) for side in (0, 1))
    room = box.w - 2 * pen.px(48 + 18 * beside)
    icon, gap = pen.px(24), pen.px(6)
    words = name.title if places.has_titles else name.short
    least = pen.text_width(words, "head", 11)
    forms = (tags, tags[:1], (LIT,)) if s.lit[j] else (tags,)  # the tip says the whole
    tags = next((form for form in forms if least <= room - _tags_width(pen, form, gap)), forms[-1])
    aside = _tags_width(pen, tags, gap)
    if least > room - icon - aside:
        icon = 0  # the name says it, too
    room -= icon + aside
    x = box.centerx - (icon + min(room, pen.text_width(words, "head", 17)) + aside) / 2
    if icon:
        pen.icon(target, sector_icon(name.id), x + pen.px(10), y, 22, theme.TEXT if s.lit[j] else theme.TEXT_2)
    x += icon + pen.text(target, words, x + icon, y, "head", 17, theme.TEXT, "lm", width=room) + gap
    for tag in tags:
        x += light_tag(board, target, tag, x, y, high=_pill_high(pen, box)) + gap


def _tags_width(pen: Pen, tags: tuple[str, ...], gap: int) -> int:
    return sum(pen.text_width(tag, "head", 13) + pen.pill_height(13) + gap for tag in tags)


def lights(s: State, j: int) -> tuple[str, ...]:
    """How a sector is lit now, and whether it will be in the next round: it can be both."""
    now = (LIGHTS[s.lit[j]],) if s.lit[j] else ()
    return (*now, NEXT) if s.next[j] else now


def next_line(s: State, j: int) -> list[str]:
    """The same of the next round for a tip."""
    return [f"Lit next round{', too' if s.lit[j] else ''}."] if s.next[j] else []


def light_tag(
    board: Board,
    target: pygame.Surface,
    tag: str,
    x: float,
    y: float,
    anchor: str = "l",
    high: int | None = None,
) -> int:
    """LIT and NAMED are bright, NEXT is an outline."""
    if tag == NEXT:
        return board.pen.pill(target, tag, x, y, theme.SPOT, theme.SPOT, theme.PANEL_BOTTOM, 13, anchor, high)
    return board.pen.pill(target, tag, x, y, theme.INK, theme.SPOT, theme.SPOT, 13, anchor, high)


def _side(
    board: Board,
    target: pygame.Surface,
    box: pygame.Rect,
    side: int,
    j: int,
    made: int,
    level: int,
    held: bool,
) -> None:
    """What the output could be, and tokens."""
    pen = board.pen
    out = -1 if side == 0 else 1
    edge = box.x if side == 0 else box.right
    due = board.due[side][j]
    if due > made:
        x, y = edge - out * pen.px(24), box.y + box.h * 0.79
        pen.icon(target, "stockpile", x - pen.px(9), y, 15, theme.GAIN)
        pen.text(target, str(due), x + pen.px(8), y, "head", 14, theme.GAIN, "cm")
    elif made != level:
        tone, x = theme.LOSS if held else theme.TEXT_2, edge - out * pen.px(24)
        pen.text(target, f"of {level}", x, box.y + box.h * 0.79, "head", 14, tone, "cm")
    x = edge - out * pen.px(54)
    for icon, _, tone in _marks(board, side, j):
        pen.icon(target, icon, x, box.y + box.h * 0.3, 16, tone)
        x -= out * pen.px(18)


def _output(board: Board, places: Plan, side: int, j: int) -> Node:
    """A side's output: large figures at the outer edge, and a bar that grows outward from the middle."""
    pen, box = board.pen, places.duels[j]
    level, made = board.chains[side].capability[j], board.chains[side].made[j]
    half, wide = pen.px(31), pen.px(44)  # of the lead's pill; of the figures
    rect = pygame.Rect(box.x + pen.px(2), box.y, box.w // 2 - half - pen.px(2), box.h)
    if side == 1:
        rect.right = box.right - pen.px(2)

    def paint(target: pygame.Surface, place: pygame.Rect, value: float, was: float) -> None:
        out = place.x if side == 0 else place.right - wide
        y = place.y + box.h * 0.4
        pen.text(target, str(round(value)), out + wide // 2, y, "number", 30, theme.BAR_RIGHT[side], "cm")
        bar = pygame.Rect(
            place.x + (pen.px(48) if side == 0 else 0), 0, place.w - pen.px(48), max(7, pen.px(12))
        )
        bar.centery = round(place.y + box.h * 0.7)
        _bar(board, target, bar, side, value, was, level)

    return gauge(f"duel:{side}:{j}", rect, made, paint, level)


def _marks(board: Board, side: int, j: int) -> list[tuple[str, int, str]]:
    """(icon, how many, colour): the side's tokens, and the rival's listing."""
    is_listed = board.seen.listing[(1 - side) * T.SECTORS + j]
    return tokens(board, side, j) + ([("listing", 1, theme.BRIGHT[1 - side])] if is_listed else [])


def _bar(
    board: Board, target: pygame.Surface, bar: pygame.Rect, side: int, made: float, was: float, level: int
) -> None:
    """Output over what it was over capability, all from the middle outward."""
    pen = board.pen
    pen.box(target, bar, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
    deep, mid = theme.DEEP[side], theme.MID[side]
    if level > made:
        pen.box(target, _part(bar, side, level), deep, deep, mid, 6)
    if was > made:
        pen.box(target, _part(bar, side, was), theme.LOSS, theme.LOSS, theme.LOSS, 6)
    part = _part(bar, side, made)
    if part.w > bar.h:
        fill = pen.bar_fill(part.w, bar.h, side)
        target.blit(pygame.transform.flip(fill, True, False) if side == 0 else fill, part)
    if made > was:
        gained = round(bar.w * (made - was) / T.TOP)
        edge = pygame.Rect(part.x if side == 0 else part.right - gained, bar.y, gained, bar.h)
        target.blit(pen.box_picture(edge.w, edge.h, theme.GAIN, theme.GAIN, theme.GAIN, 6, share=0.45), edge)


def _part(bar: pygame.Rect, side: int, value: float) -> pygame.Rect:
    """The bar from its inner end out to a value."""
    part = pygame.Rect(bar.x, bar.y, round(bar.w * value / T.TOP), bar.h)
    if side == 0:
        part.right = bar.right
    return part


def _lead(board: Board, target: pygame.Surface, box: pygame.Rect, points: int) -> None:
    """The points a spotlight here would give."""
    pen = board.pen
    y = box.y + box.h * 0.71
    if not points:
        pen.text(target, "level", box.centerx, y, "head", 14, theme.TEXT_3, "cm")
        return
    side = 0 if points > 0 else 1
    words = f"{board.words.shorts[side]} +{abs(points)}"
    high = _pill_high(pen, box)
    pen.pill(target, words, box.centerx, y, theme.BAR_RIGHT[side], theme.MID[side], theme.DEEPEST, 14, "c", high)


def _pill_high(pen: Pen, box: pygame.Rect) -> int:
    """The light's label and that of the lead lie one over the other."""
    return min(pen.pill_height(14), round(box.h * 0.42))


def why_made(board: Board, j: int) -> list[str]:
    """The lines of a sector's tip: both outputs and why."""
    lines = [board.book.sectors[j].title]
    if board.seen.lit[j]:
        lines.append(f"Lit now: {why_lead(board.book, board.seen, j).words}")
    lines += next_line(board.seen, j)
    for side in (0, 1):
        why = why_output(board.book, board.seen, side, j)
        lines += [f"{board.words.sides[side]}: output | {why.value}", why.words]
    return [*lines, "Click or Enter: how it came to be."]
