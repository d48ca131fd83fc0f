"""A card's large face, to be read: full sentences, what its icons do, its trigger, the precedent and its date.

It is as tall as its words need; `Page` measures them first.
"""

from collections.abc import Hashable

import pygame

from game.engine import terms as T

from .. import icons, theme
from ..column import Column
from .face import INSET, PLAIN, Look, Printing, band, frame, gems, title_lines
from .glance import icon_marks, marks

SOURCE = theme.mix(theme.TEXT_3, theme.TEXT_2, 0.6)
WIDTH = 290  # units of text; one width in hand and questions, so that a picture is rendered once


class Page:
    """One card's large face, `width` pixels wide. `is_whole`: with sources and the other side's view; `art`: the
    height of its picture, of that width.
    """

    def __init__(
        self,
        board: Printing,
        card: int,
        width: int,
        look: Look = PLAIN,
        is_whole: bool = False,
        art: float = 0.47,
    ) -> None:
        pen = board.pen
        self.board, self.card, self.width, self.look = board, card, width, look
        self.art = round(width * art)
        self.column = Column(pen, width - 2 * pen.tx(INSET + 8))
        self._head()
        self._policy()
        self._statecraft()
        self._precedent(is_whole)
        self.height = pen.tx(INSET) + self.art + self.column.height + pen.tx(20)

    @property
    def key(self) -> Hashable:
        return (self.card, self.look, self.column.key)

    def paint(self, target: pygame.Surface, box: pygame.Rect) -> None:
        pen, inset = self.board.pen, self.board.pen.tx(INSET)
        frame(self.board, target, box, self.card, self.look)
        tone = theme.KIND[self.board.book.cards[self.card].kind]
        art = self.board.almanac.cards[self.card].art
        place = pygame.Rect(box.x + inset, box.y + inset, box.w - 2 * inset, self.art)
        target.blit(pen.art(art, place.w, place.h, tone=tone), place)
        if self.look.note:
            band(pen, target, place, self.look.note, theme.TEXT)
        y, line = box.y + inset + self.art, max(2, pen.tx(2.5))
        target.fill(pygame.Color(tone), (box.x + inset, y, box.w - 2 * inset, line))
        self.column.paint(target, box.x + pen.tx(INSET + 8), y + line + pen.tx(7))
        gems(self.board, target, box, self.card, self.look, 1.15)

    # --- what is on it ---------------------------------------------------------------------------

    def _head(self) -> None:
        board, column, card = self.board, self.column, self.card
        printed, page = board.book.cards[card], board.almanac.cards[card]
        points = f"{printed.points} points"
        if self.look.whose != T.NONE:
            points = f"{board.words.shorts[self.look.whose]} · {points}"
        column.capitals(icons.KIND[printed.kind], page.kind, theme.KIND[printed.kind], points)
        column.gap(3)
        pen = column.pen
        size, lines = title_lines(pen, printed.title, column.width, 24, 2)
        step = pen.line(size * 0.84)

        def paint(target: pygame.Surface, x: int, y: int) -> None:
            for n, line in enumerate(lines):
                pen.text(target, line, x, y + step * (n + 0.5), "head", size, theme.TEXT, "lm")

        column.add(step * len(lines), paint, printed.title, size)
        column.gap(6)

    def _policy(self) -> None:
        board, column, card = self.board, self.column, self.card
        page = board.almanac.cards[card]
        for mark, rule in zip(marks(board.book, card), page.rules, strict=True):
            column.item(mark.icons[0], coloured(rule, mark.good), theme.TEXT, 14, theme.TEXT_3)
        if self.look.obstacle:
            column.item("warning", self.look.obstacle, theme.LOSS)

    def _statecraft(self) -> None:
        board, column, card = self.board, self.column, self.card
        printed, page = board.book.cards[card], board.almanac.cards[card]
        column.rule(8)
        column.capitals("", "Or as statecraft, one of")
        column.gap(2)
        for n in range(len(printed.icons)):
            column.item(icon_marks(board.book, card, n)[-1], statecraft(board, card, n), theme.TEXT_2, 13.5)
        if page.trigger:
            column.gap(3)
            column.item("contingency", f"Set as a contingency, it fires {page.trigger}.", theme.TEXT_2, 13.5)

    def _precedent(self, is_whole: bool) -> None:
        column, page = self.column, self.board.almanac.cards[self.card]
        if not page.precedent:
            return
        column.rule(8)
        when = f" {{dim:{page.when}.}}" if page.when else ""
        column.words(page.precedent + when, 13, theme.TEXT_2)
        if not is_whole:
            return
        column.gap(4)
        for title in dict.fromkeys(source.title for source in page.sources):
            column.item("book", title, SOURCE, 12.5, theme.TEXT_3)
        if page.contested:
            column.gap(5)
            column.words(f"**Contested.** {page.contested}", 13, theme.TEXT_2)
            for title in dict.fromkeys(source.title for source in page.contested_sources):
                column.item("book", title, SOURCE, 12.5, theme.TEXT_3)


def coloured(rule: str, good: int) -> str:
    """A rule with its number in the colour of what it means for the one who plays it."""
    words = []
    for word in rule.split(" "):
        bare = word.rstrip(".,")
        is_number = len(bare) > 1 and bare[0] in "+−" and bare[1:].isdigit()
        tone = {1: "gain", -1: "loss", 0: ""}[good]
        marked = f"{{{tone}:{bare}}}" if tone else f"**{bare}**"
        words.append(marked + word[len(bare) :] if is_number else word)
    return " ".join(words)


def statecraft(board: Printing, card: int, n: int) -> str:
    """What a card's n-th icon does, short."""
    icon, what = board.book.cards[card].icons[n]
    points = board.book.cards[card].points
    if icon == T.ICON_SECTOR:
        return f"Invest in {board.book.sectors[what].title}: up to {points}"
    if icon == T.ICON_BLOC:
        return f"Court {board.book.blocs[what].title} with {points}"
    if icon == T.ICON_CRATE:
        return f"Stockpile {board.book.sectors[what].title} +{points}"
    return f"Rally: Approval +{(points + 1) // 2}"
