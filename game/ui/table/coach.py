"""The coach: a panel at the lower left, in the place of what a lesson leaves out, and rings around what it points at.

A ring is gold where something is to be done and pale where something is to be seen; two arrows are the second cue.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pygame

from .. import theme
from ..nodes import Node
from ..pen import Pen
from ..svg import Colour
from ..widgets import button
from .board import Board

LAYER, RING_LAYER = 30, 31  # above the sheets
HAND_LAYER = 1  # under the hand, whose keys lie over the edge of its cards
SIZES = (26.0, 24.0, 22.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)  # of the words: the largest that fits
ASKED = (17.0, 16.0)  # the same over a question, of which it leaves as much as it can
HEAD, FOOT, INSET = 63, 62, 18  # units
EDGE, WIDE, NARROW, HIGH = 16, 404, 344, 302  # units: to the window's edge; of the panel
Act = Callable[[], None] | None
Parts = Sequence[Sequence[pygame.Rect]]  # of a question, what least may be covered first


@dataclass(frozen=True)
class Coaching:
    """What the coach says now. `lead` is a word before the words, `tone` its colour."""

    heading: str
    count: str
    step: int
    steps: int
    words: str
    back: Act
    go_on: Act
    next_words: str = "Next"
    back_words: str = "Back"
    lead: str = ""
    icon: str = ""
    tone: str = theme.TEXT
    is_gold: bool = True


def area(board: Board, coaching: Coaching, answers: Parts | None) -> pygame.Rect:
    """The lower left. Over a question no higher than its words need, and at the lower right where it covers less."""
    if answers is None:
        return board.rect(EDGE, board.bottom + 6, WIDE, HIGH)
    places = [
        _low(board, coaching, x, wide, size)
        for size in ASKED
        for wide in (WIDE, NARROW)
        for x in (EDGE, board.wide - EDGE - wide)
    ]
    return min(places, key=lambda place: [sum(_shared(place, one) for one in part) for part in answers])


def _low(board: Board, coaching: Coaching, x: float, wide: float, size: float) -> pygame.Rect:
    """A place at the lower edge that is as high as the words need in letters of a size."""
    pen, place = board.pen, board.rect(x, board.bottom + 6, wide, HIGH)
    words = pen.paragraph_height(coaching.words, place.w - 2 * pen.px(INSET), size)
    needed = min(place.h, pen.px(HEAD + FOOT) + _lead(pen, coaching) + words + pen.tx(6))
    return pygame.Rect(place.x, place.bottom - needed, place.w, needed)


def _lead(pen: Pen, coaching: Coaching) -> int:
    """Pixels of the line above the words."""
    return pen.line(16) + pen.tx(8) if coaching.lead else 0


def _shared(a: pygame.Rect, b: pygame.Rect) -> int:
    """How much one place covers of the other."""
    both = a.clip(b)
    return both.w * both.h


def nodes(board: Board, coaching: Coaching, answers: Parts | None) -> list[Node]:
    """The panel and its two buttons. `answers` are the parts of the sheet that is open, if one is."""
    pen, rect = board.pen, area(board, coaching, answers)
    layer = 3 if answers is None else LAYER

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        _panel(pen, target, box, coaching)

    key = (
        coaching.heading,
        coaching.count,
        coaching.step,
        coaching.words,
        coaching.lead,
        coaching.tone,
        layer,
    )
    made = [Node("coach", rect, paint, key=key, pad=pen.px(24), layer=layer, live=True)]
    row = pygame.Rect(rect.x + pen.px(14), 0, rect.w - pen.px(28), pen.px(46))
    row.bottom = rect.bottom - pen.px(12)
    split = row.w * 44 // 100
    back = pygame.Rect(row.x, row.y, split - pen.px(5), row.h)
    go_on = pygame.Rect(row.x + split + pen.px(5), row.y, row.w - split - pen.px(5), row.h)
    return [
        *made,
        _button(pen, "coach:back", back, coaching.back_words, coaching.back, "Bksp", layer + 1),
        _button(
            pen,
            "coach:next",
            go_on,
            coaching.next_words,
            coaching.go_on,
            "Enter",
            layer + 1,
            coaching.is_gold,
        ),
    ]


def _button(
    pen: Pen, name: str, rect: pygame.Rect, words: str, act: Act, hint: str, layer: int, gold: bool = False
) -> Node:
    return button(pen, name, rect, words, act, hint=hint, gold=gold, layer=layer, group="aa-coach", size=17)


def _panel(pen: Pen, target: pygame.Surface, box: pygame.Rect, coaching: Coaching) -> None:
    pen.shadow(target, box, theme.RADIUS, 9, 0.6, "#000000", pen.px(5))
    pen.box(
        target, box, theme.TIP_TOP, theme.PANEL_BOTTOM, theme.TIP_EDGE, theme.RADIUS, 1.6, theme.LINE_STRONG
    )
    pen.heading(target, box, "class", coaching.heading, coaching.count)
    _steps(pen, target, box, coaching)
    room = box.inflate(-2 * pen.px(INSET), 0)
    room.y, room.h = box.y + pen.px(HEAD), box.h - pen.px(HEAD + FOOT)
    lead = _lead(pen, coaching)
    size = next((s for s in SIZES if _fits(pen, coaching.words, s, room.w, room.h - lead)), SIZES[-1])
    y: float = room.y
    if coaching.lead:
        x, middle = room.x, room.y + pen.line(16) / 2
        pen.icon(target, coaching.icon, x + pen.tx(9), middle, 19, coaching.tone)
        x += pen.tx(26)
        pen.text(target, coaching.lead, x, middle, "head", 16, coaching.tone, "lm", 0.4, room.right - x)
        y += lead
    pen.paragraph(target, coaching.words, room.x, y, room.w, size, theme.TEXT)


def _fits(pen: Pen, words: str, size: float, width: int, height: int) -> bool:
    return pen.paragraph_height(words, width, size) <= height


def _steps(pen: Pen, target: pygame.Surface, box: pygame.Rect, coaching: Coaching) -> None:
    """One short line for each step, lit up to the one at hand."""
    left, gap = box.x + pen.px(INSET), pen.px(4)
    wide = (box.w - 2 * pen.px(INSET) + gap) / coaching.steps
    for n in range(coaching.steps):
        x = left + round(n * wide)
        tone = (
            theme.SPOT if n < coaching.step else theme.TIP_EDGE if n == coaching.step else theme.LINE_STRONG
        )
        rect = pygame.Rect(
            x, box.y + pen.px(47), round((n + 1) * wide) - round(n * wide) - gap, max(2, pen.px(3))
        )
        target.fill(pygame.Color(tone), rect)


def rings(
    pen: Pen,
    name: str,
    rects: list[pygame.Rect],
    colour: Colour,
    screen: pygame.Rect,
    others: list[pygame.Rect],
    hand: Sequence[pygame.Rect] = (),
) -> list[Node]:
    """Around what the coach points at, clear of the `others` beside it."""
    made = [_ring(pen, f"coach:{name}:{n}", rect, colour, screen, others) for n, rect in enumerate(rects)]
    return [replace(one, layer=HAND_LAYER) if rect in hand else one for one, rect in zip(made, rects, strict=True)]


def _ring(
    pen: Pen, name: str, rect: pygame.Rect, colour: Colour, screen: pygame.Rect, others: list[pygame.Rect]
) -> Node:
    others = [other for other in others if not other.colliderect(rect)]
    wide, least = pen.px(5), pen.px(1)  # among rows: on the edge of its own, or as far out as there is room for
    room = (pen.px(n) for n in (5, 3, 2))
    high = next((high for high in room if rect.inflate(0, 2 * high).collidelist(others) < 0), least)
    around = rect.inflate(2 * wide, 2 * high).clip(screen)
    h, w = pen.px(10), pen.px(13)
    ends = ((around.x, 1), (around.right, -1))
    free = [
        end for end in ends
        if pygame.Rect(end[0] - w * (end[1] > 0), around.centery - h, w, 2 * h).collidelist(others) < 0
    ]  # fmt: skip

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 12, 9, 0.5, colour)
        hollow = box.inflate(-2, -2)
        target.fill((0, 0, 0, 0), hollow)
        target.blit(pen.ring(box.w, box.h, 12, colour), box)
        for at, turn in free or ends:
            x = box.x + at - around.x
            tip = (x + turn * pen.px(3), box.centery)
            points = [tip, (x - turn * w, box.centery - h), (x - turn * w, box.centery + h)]
            pygame.draw.polygon(target, pygame.Color(colour), points)
            pygame.draw.aalines(target, pygame.Color(theme.DEEPEST), True, points)

    return Node(name, around, paint, key=colour, pad=pen.px(26), layer=RING_LAYER, live=False)
