"""The adviser: a panel that says where to look, what kind of move, which move; one step more with every press of A.

It thinks in a process of its own, from what the person at the screen sees, and never makes the window wait.
"""

from collections.abc import Sequence
from functools import partial

import pygame

from game.engine.view import Observation
from game.match.match import Match
from game.match.record import record_of
from game.players.advice import Advice, Line
from game.players.worker import Client

from .. import theme
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..widgets import button
from .board import Board
from .spots import FOOT

LAYER = 40  # over questions: advice may be asked for in the middle of one
WIDE = 560  # units
STEPS = ("Where to look", "An idea", "The move")
SIZE = 16.0
SMALL = 13.5
THINKING = Line("Thinking it through …")


class Adviser:
    """What has been asked for at the position at hand, and as far as it is there the answer."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.client: Client | None = None  # started with the first question
        self.step = 0  # 0 closed, else how many of the steps are shown
        self.advice: Advice | None = None
        self._asked_at = -1  # number of the pick that it is about

    @property
    def is_open(self) -> bool:
        return self.step > 0

    @property
    def is_allowed(self) -> bool:
        """A scenario may be without one."""
        return self.match.scenario.switches.adviser

    def press(self, observation: Observation) -> None:
        """Open, or say more; after the last step close."""
        self.step = (self.step + 1) % (len(STEPS) + 1)
        if self.is_open and self._asked_at != len(self.match.actions):
            self._ask(observation)

    def _ask(self, observation: Observation) -> None:
        if self.client is None:
            match = self.match
            self.client = Client(match.book, record_of(match).pack.data, match.scenario.id)
        self._asked_at, self.advice = len(self.match.actions), None
        self.client.advise(observation, f"{self.match.seed}/advice/{self._asked_at}")

    def update(self) -> bool:
        """Look for the answer. True if the panel changed. Advice about an older position is put away."""
        if self.client is None or self._asked_at == -1:
            return False
        if self._asked_at != len(self.match.actions):
            self.client.cancel()
            self._asked_at, self.advice, self.step = -1, None, 0
            return True
        if self.advice is None and self.client.reply() is not None:
            self.advice = self.client.advice
            return True
        return False

    def close(self) -> None:
        """Put the panel away; what was thought stays, in case it is asked again."""
        self.step = 0

    def leave(self) -> None:
        if self.client is not None:
            self.client.close()

    def lines(self) -> tuple[Line, ...]:
        """What the step at hand says."""
        if self.advice is None:
            return (THINKING,)
        return (self.advice.nudge, self.advice.idea, self.advice.move)[self.step - 1]

    def basis(self) -> str:
        """What the advice comes from."""
        return self.advice.basis if self.advice else ""


def under(board: Board, adviser: Adviser, pane: pygame.Rect, low: int) -> pygame.Rect:
    """Its place in a question: as wide as the pane above it, down to the foot of the sheet, which ends at `low`."""
    rect = pygame.Rect(pane.x, 0, pane.w, _high(board.pen, adviser.lines(), adviser.basis(), pane.w))
    rect.bottom = low - board.pen.tx(14)
    return rect


def nodes(
    board: Board,
    adviser: Adviser,
    observation: Observation,
    is_asked: bool,
    shown: Sequence[pygame.Rect] = (),
) -> list[Node]:
    """The panel, at the top of the map where it leaves free what is `shown` of a card; in an open question
    (`is_asked`) under what an answer would do, or in a corner where it hides least of the answers that are `shown`.
    """
    if not adviser.is_open:
        return []
    pen = board.pen
    lines = adviser.lines()
    basis = adviser.basis()
    rect = board.covered or _place(board, lines, basis, is_asked, shown)
    title = STEPS[adviser.step - 1]
    paint = partial(_paint, pen, title, adviser.step, lines, basis)
    sheet = Node("adviser", rect, paint, key=(title, lines, basis), layer=LAYER, pad=pen.px(30), live=False)
    return [sheet, *_buttons(pen, adviser, observation, rect)]


def _buttons(pen: Pen, adviser: Adviser, observation: Observation, rect: pygame.Rect) -> list[Node]:
    """One step more, and away with it, at the foot of the panel."""
    foot = pygame.Rect(0, 0, min(pen.tx(330), rect.w - pen.tx(28)), pen.tx(34))
    foot.bottomright = (rect.right - pen.tx(14), rect.bottom - pen.tx(12))
    more, shut = columns(foot, 2, pen.tx(8))
    made, layer = [], LAYER + 1
    if adviser.step < len(STEPS):
        act = partial(adviser.press, observation) if adviser.advice is not None else None
        made.append(button(pen, "adviser:more", more, "Say more", act, "", "A", layer=layer, group="zz", size=15))
    close = button(pen, "adviser:close", shut, "Close", adviser.close, "", "Esc", layer=layer, group="zz", size=15)
    return [*made, close]


def _place(
    board: Board, lines: tuple[Line, ...], basis: str, is_asked: bool, shown: Sequence[pygame.Rect]
) -> pygame.Rect:
    pen, area = board.pen, board.map_rect
    wide = min(pen.tx(WIDE), pen.width - pen.px(40))
    if not is_asked:
        wide = area.w - pen.px(24) if board.has_small_map else min(wide, area.w - pen.px(24))
    high = _high(pen, lines, basis, wide)
    rect = pygame.Rect(area.x + pen.px(12), area.y + pen.px(50), wide, high)  # the tabs stay free
    if area.bottom - pen.px(FOOT) < rect.bottom < area.bottom - pen.px(6):
        rect.h = high = area.bottom - pen.px(6) - rect.y  # no sliver of the legend is left under it
    if is_asked:
        return _corner(pen, rect, shown)
    top = rect.y
    lefts = (rect.x, area.right - pen.px(12) - wide, pen.px(12), pen.width - pen.px(12) - wide)
    places = [pygame.Rect(x, top, wide, high) for x in lefts]
    return next((place for place in places if place.collidelist(shown) < 0), rect)


def _corner(pen: Pen, rect: pygame.Rect, shown: Sequence[pygame.Rect]) -> pygame.Rect:
    """The corner of the window where it hides least of the answers: the lower right, if all are alike."""
    right, bottom = pen.width - pen.px(16) - rect.w, pen.height - pen.px(12) - rect.h
    spots = [(x, y) for x in (right, pen.px(16)) for y in (bottom, pen.px(12))]
    places = [pygame.Rect(spot, rect.size) for spot in spots]
    return min(places, key=lambda place: sum(both.w * both.h for both in map(place.clip, shown)))


def _high(pen: Pen, lines: tuple[Line, ...], basis: str, wide: int) -> int:
    """Its height when it is that wide."""
    high = pen.tx(52) + _lines_height(pen, lines, wide - pen.tx(36)) + pen.tx(54)
    return high + (pen.paragraph_height(basis, wide - pen.tx(36), SMALL) if basis else 0)


def _row(pen: Pen, line: Line, width: int) -> tuple[int, int]:
    """The width that a line's words have beside its number, and its height."""
    beside = pen.text_width(line.number, "medium", SIZE) + pen.tx(16) if line.number else 0
    wide = width - beside
    return wide, pen.paragraph_height(line.words, wide, SIZE) + pen.tx(7)


def _lines_height(pen: Pen, lines: tuple[Line, ...], width: int) -> int:
    return sum(_row(pen, line, width)[1] for line in lines)


def _paint(
    pen: Pen,
    title: str,
    step: int,
    lines: tuple[Line, ...],
    basis: str,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    pen.shadow(target, box, 12, 12, 0.7, "#000000", pen.px(4))
    pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 12, 1.6)
    x, width = box.x + pen.tx(18), box.w - pen.tx(36)
    y = box.y + pen.tx(28)
    pen.blit_icon(target, "adviser", x + pen.tx(13), y, pen.tx(26), theme.TEXT_2)
    pen.text(target, title, x + pen.tx(36), y, "head", 20, theme.TEXT, "lm", width=width - pen.tx(100))
    pen.text(target, f"{step} of {len(STEPS)}", box.right - pen.tx(18), y, "medium", 14, theme.TEXT_3, "rm")
    top = box.y + pen.tx(52)
    for n, line in enumerate(lines):
        wide, high = _row(pen, line, width)
        tone = theme.TEXT if n == 0 else theme.TEXT_2
        pen.paragraph(target, line.words, x, top, wide, SIZE, tone)
        if line.number:
            beside = pen.text_width(line.number, "medium", SIZE)
            left = box.right - pen.tx(18) - beside
            pen.paragraph(target, line.number, left, top, beside + 2, SIZE, theme.TEXT, "medium")
        top += high
    if basis:
        pen.paragraph(target, basis, x, top, width, SMALL, theme.TEXT_3)
