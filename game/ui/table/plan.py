"""Where everything stands in the supply graph, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.engine import terms as T

from .board import Board

HEAD, FOOT = 48, 34  # units of the panel's heading and legend
LOW_FOOT = 30  # where the panel is low
TALL = 540  # units of room from which a small map stands under the sectors


@dataclass(frozen=True)
class Plan:
    area: pygame.Rect
    cards: dict[tuple[int, int], pygame.Rect]  # by side and input
    duels: dict[int, pygame.Rect]  # by downstream sector
    caps: dict[tuple[int, int, int], pygame.Rect]  # by side, input and sector
    world: pygame.Rect | None  # the small map, where there is room
    has_titles: bool  # whether all sectors are called by their full names, or all by the short ones


def plan(board: Board) -> Plan:
    """Places for this board: cards at the edges, the sectors in the middle, arrows between."""
    pen, area = board.pen, board.graph_rect
    foot = LOW_FOOT if board.is_narrow else FOOT
    inner = pygame.Rect(area.x, area.y + pen.px(HEAD), area.w, area.h - pen.px(HEAD + foot))
    width = max(pen.px(196), min(pen.px(300), round(area.w * 0.22)))
    cap = (pen.px(58), pen.px(26 if board.is_narrow else 30))
    cards = _cards(board, inner, width, cap[1])
    gap = max(pen.px(64), round(area.w * 0.063))
    middle = inner.inflate(-2 * (pen.px(26) + width + gap), 0)
    world = None
    room = inner.h
    if inner.h >= pen.px(TALL):
        tall = min(round(middle.w / 2.3), inner.h - pen.px(6 * 66))
        world = pygame.Rect(middle.x, inner.bottom - tall, middle.w, tall)
        room = inner.h - tall - pen.px(6)
    duels, caps = {}, {}
    pitch = room / (T.SECTORS - T.UPSTREAM)
    for n, j in enumerate(range(T.UPSTREAM, T.SECTORS)):
        row = pygame.Rect(middle.x, inner.y + round(n * pitch), middle.w, round(pitch) - pen.px(7))
        duels[j] = row.inflate(-2 * (cap[0] + pen.px(6)), 0)
        caps.update(_caps(board, row, j, cap))
    for side in (0, 1):
        for i in (T.CHIPS, T.LEGACY):
            caps[side, T.TOOLS, i] = _cap_over(board, cards[side, i], cap)
    has_titles = _have_room(board, cards[0, 0].w, duels[T.UPSTREAM].w)
    return Plan(area, cards, duels, caps, world, has_titles)


def _have_room(board: Board, card: int, duel: int) -> bool:
    """Whether every full name fits beside all that may come to stand beside it: figures, marks, a tag."""
    pen = board.pen
    wide = [pen.text_width(sector.title, "head", 17) for sector in board.book.sectors]
    figures, tag = pen.text_width("10", "number", 32), pen.text_width("NAMED", "head", 13)
    is_room = max(wide[: T.UPSTREAM]) <= card - figures - pen.px(82)
    return is_room and max(wide[T.UPSTREAM :]) <= duel - tag - pen.px(186)


def _cards(board: Board, inner: pygame.Rect, width: int, cap: int) -> dict[tuple[int, int], pygame.Rect]:
    """Room is left over CHIPS and LEGACY for the caps, that high, of the arrows from TOOLS."""
    pen = board.pen
    over = cap + pen.px(6 if board.is_narrow else 10)
    gaps = (0, over, over, pen.px(8 if board.is_narrow else 10))
    height = (inner.h - sum(gaps)) // T.UPSTREAM
    found = {}
    for side in (0, 1):
        x = inner.x + pen.px(26) if side == 0 else inner.right - pen.px(26) - width
        y = inner.y
        for i in range(T.UPSTREAM):
            y += gaps[i]
            found[side, i] = pygame.Rect(x, y, width, height)
            y += height
    return found


def _cap_over(board: Board, card: pygame.Rect, size: tuple[int, int]) -> pygame.Rect:
    rect = pygame.Rect(0, 0, *size)
    rect.midbottom = (card.centerx, card.y - board.pen.px(3))
    return rect


def _caps(
    board: Board, row: pygame.Rect, j: int, size: tuple[int, int]
) -> dict[tuple[int, int, int], pygame.Rect]:
    """The caps at both ends of a sector's row, one over the other if it has two inputs."""
    found = {}
    t = board.book.tables
    inputs = sorted(t.input_of[k] for k in range(t.input_start[j], t.input_start[j + 1]))
    step = size[1] + board.pen.px(2)
    for side in (0, 1):
        for n, i in enumerate(inputs):
            rect = pygame.Rect(0, 0, *size)
            rect.centery = round(row.centery + (n - (len(inputs) - 1) / 2) * step)
            rect.x = row.x if side == 0 else row.right - size[0]
            found[side, i, j] = rect
    return found


def around(points: Sequence[tuple[float, float]], margin: int) -> pygame.Rect:
    """The place of a line through some points."""
    xs, ys = [round(x) for x, _ in points], [round(y) for _, y in points]
    rect = pygame.Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return rect.inflate(2 * margin, 2 * margin)
