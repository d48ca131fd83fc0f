"""The filters of the card browser: words, side, pile, class, each with how many cards it would show."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from game.content.almanac import KIND_TITLES
from game.engine import terms as T
from game.match import piles

from .. import icons, theme
from ..nodes import Node, Paint
from ..pen import Pen
from ..widgets import segments
from .library import EVERY, Library, Wish

ROW = 40  # units of text
PILE_ICONS = {
    piles.DRAW: "deck",
    piles.HAND: "hand",
    piles.SET: "contingency",
    piles.DISCARD: "delete",
    piles.UNSEEN: "why",
}


def nodes(library: Library, wish: Wish, area: pygame.Rect, changed: Callable[[], None]) -> list[Node]:
    """Side, piles and classes, from the top of the area down; `changed` is called after a choice."""
    pen = library.pen
    sides = [(EVERY, "Both"), (T.US, library.words.shorts[0]), (T.CHINA, library.words.shorts[1])]

    def choose(side: int) -> None:
        wish.side = side
        changed()

    top = pygame.Rect(area.x, area.y, area.w, pen.tx(44))
    made = segments(pen, "side", top, sides, wish.side, choose, "a-side")
    place = pygame.Rect(area.x, top.bottom + pen.tx(14), area.w, pen.tx(ROW - 4))
    for entry in _piles(library, wish) if library.seen is not None else []:
        made.append(_switch(pen, entry, place, changed))
        place = place.move(0, pen.tx(ROW))
    place = place.move(0, pen.tx(12) if library.seen is not None else 0)
    for entry in _kinds(library, wish):
        made.append(_switch(pen, entry, place, changed))
        place = place.move(0, pen.tx(ROW))
    return made


@dataclass(frozen=True)
class Row:
    """A filter: its node's name, icon, words, the icon's colour, how many cards, whether it is on, what it does."""

    name: str
    icon: str
    title: str
    tone: str
    count: int
    is_on: bool
    act: Callable[[], None]

    @property
    def key(self) -> tuple[str, int, bool]:
        return self.title, self.count, self.is_on


def _piles(library: Library, wish: Wish) -> list[Row]:
    cards = wish.found(library, any_pile=True)
    return [
        Row(
            f"pile:{pile}",
            PILE_ICONS[pile],
            piles.TITLES[pile],
            theme.TEXT_2,
            sum(library.pile(card) == pile for card in cards),
            pile == wish.pile,
            partial(wish.switch_pile, pile),
        )
        for pile in library.piles()
    ]


def _kinds(library: Library, wish: Wish) -> list[Row]:
    cards = wish.found(library, any_kind=True)
    return [
        Row(
            f"kind:{kind}",
            icons.KIND[kind],
            title,
            theme.KIND[kind],
            sum(library.book.cards[card].kind == kind for card in cards),
            kind == wish.kind,
            partial(wish.switch_kind, kind),
        )
        for kind, title in enumerate(KIND_TITLES.values())
    ]


def _switch(pen: Pen, row: Row, rect: pygame.Rect, changed: Callable[[], None]) -> Node:
    """A filter to switch on and off."""

    def act() -> None:
        row.act()
        changed()

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            if row.is_on:
                pen.box(target, box, "#2A4775", theme.SELECTED, theme.CHOSEN, 8, 1.8)
            elif is_lit:
                pen.box(target, box, theme.PANEL_TOP, theme.PANEL_TOP, theme.LINE_STRONG, 8)
            colour = theme.TEXT if row.is_on or is_lit else theme.TEXT_2
            pen.blit_icon(target, row.icon, box.x + pen.tx(20), box.centery, pen.tx(20), row.tone)
            right = box.right - pen.tx(12)
            right -= pen.text(target, str(row.count), right, box.centery, "number", 16, colour, "rm")
            x = box.x + pen.tx(40)
            pen.text(target, row.title, x, box.centery, "head", 17, colour, "lm", width=right - pen.tx(8) - x)

        return paint

    return Node(
        row.name, rect, painter(False), key=row.key, act=act, lit=painter(True), group="b-filters", radius=8
    )  # fmt: skip
