"""The table's parts, each with the whole screen to itself, for presenter mode; and hands that a whole room looks at."""

from functools import partial

import pygame

from game.engine import terms as T
from game.engine.state import State

from .. import theme
from ..layout import columns, rows
from ..nodes import Node
from .board import Board
from .cardback import cardback
from .cards import card_lines
from .plaque import largest, plaque

MARGIN, GAP = 10, 18  # units: around everything, between cards
NEWS, BAR = 26, 48  # units: the line of what was done last, and the bar at the foot
HEAD = 56  # units of the heading of a hand
ACROSS = 3  # cards in a row


class Podium(Board):
    """One part of the table at a time, above a bar."""

    @property
    def area(self) -> pygame.Rect:
        return self.rect(MARGIN, MARGIN, self.wide - 2 * MARGIN, self.high - BAR - NEWS - 3 * MARGIN)

    @property
    def news(self) -> pygame.Rect:
        top = self.high - BAR - NEWS - 1.5 * MARGIN
        return self.rect(MARGIN, top, self.wide - 2 * MARGIN, NEWS)

    @property
    def bar(self) -> pygame.Rect:
        return self.rect(MARGIN, self.high - BAR - MARGIN, self.wide - 2 * MARGIN, BAR)

    @property
    def map_rect(self) -> pygame.Rect:
        return self.area

    @property
    def graph_rect(self) -> pygame.Rect:
        return self.area

    @property
    def is_narrow(self) -> bool:
        return False


def faces(board: Podium, seen: State, side: int, area: pygame.Rect) -> list[Node]:
    """The side's cards in two rows, so that each is wide. `seen` is what that side knows."""
    book, gap = board.book, board.pen.px(GAP)
    held = [c for c in range(len(book.cards)) if seen.place[c] == T.IN_HAND and book.card_side(c) == side]
    inner = area.inflate(-board.pen.px(28), -board.pen.px(16))
    lines = rows(inner, max(1, -(-len(held) // ACROSS)), gap)
    places = [place for row in lines for place in columns(row, ACROSS, gap)]
    if len(lines) == 1:  # no taller than a card is
        places = [place.inflate(0, -max(0, place.h - round(place.w * 1.1))) for place in places]
    most = largest(board, places[0], held)
    return [
        Node(
            f"card:{card}",
            place,
            partial(_plaque, board, card, most),
            key=most,
            tip=partial(card_lines, board, card),
            pad=board.pen.px(22),
            group="b",
            radius=theme.CARD_RADIUS,
        )
        for card, place in zip(held, places, strict=False)
    ]


def _plaque(board: Podium, card: int, most: float, target: pygame.Surface, box: pygame.Rect) -> None:
    plaque(board, target, box, card, most)


def backs(board: Podium, side: int, area: pygame.Rect) -> list[Node]:
    """Whose hand it is, how many cards, and their backs."""
    pen, count, gap = board.pen, board.seen.hand_size[side], board.pen.px(GAP)
    title = pygame.Rect(area.x, area.y, area.w, pen.px(HEAD))
    room = pygame.Rect(area.x, title.bottom, area.w, area.bottom - title.bottom)
    wide = min((room.w - (T.HAND - 1) * gap) // T.HAND, round((room.h - gap) / 1.6))
    row = pygame.Rect(0, 0, max(1, count * wide + (count - 1) * gap), round(wide * 1.6))
    row.center = room.center
    made = [whose(board, side, title)]
    for n, place in enumerate(columns(row, count, gap) if count else ()):
        made.append(
            Node(f"back:{side}:{n}", place, partial(_back, board, side), key=count, pad=pen.px(22), live=False)
        )
    return made


def whose(board: Podium, side: int, title: pygame.Rect) -> Node:
    """The heading of a hand."""
    count = board.seen.hand_size[side]
    words = f"{board.words.sides[side]}: {count} card{'s' if count != 1 else ''} in hand"
    return Node(f"backs:{side}", title, partial(_title, board, side, words), key=words, live=False)


def _title(board: Podium, side: int, words: str, target: pygame.Surface, box: pygame.Rect) -> None:
    pen = board.pen
    width = pen.text_width(words, "number", 26)
    pen.marker(target, side, box.centerx - width / 2 - pen.px(24), box.centery, 26)
    pen.text(target, words, box.centerx, box.centery, "number", 26, theme.TEXT, "cm")


def _back(board: Podium, side: int, target: pygame.Surface, box: pygame.Rect) -> None:
    cardback(board.pen, target, box, side, board.emblems[side])
