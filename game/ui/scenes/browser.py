"""All cards of both decks: filters at the left, their faces in the middle, the one looked at at the right.

In a match it shows where each card is, as far as the viewer may know; what the rival hides is one pile, unseen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.content.almanac import KIND_TITLES, Almanac
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.state import State
from game.match import piles
from game.match.ledger import Entry as Told
from game.match.words import Words

from .. import icons, theme
from ..app import App, Scene
from ..nodes import Node, Paint
from ..pen import Pen
from ..table.face import Look, face
from ..table.page import Page
from ..widgets import Entry, Scroll, button, heading, segments

FILTERS, FACE, PAGE = 288, (142, 222), 396  # units of text
GAP, TOP, MARGIN, ROW = 14, 96, 24, 40
PILE_ICONS = {
    piles.DRAW: "deck",
    piles.HAND: "hand",
    piles.SET: "contingency",
    piles.DISCARD: "delete",
    piles.UNSEEN: "why",
}
EVERY = -1  # every side, every class


@dataclass
class Library:
    """The cards of a scenario, and in a match what the viewer knows of them."""

    pen: Pen
    book: Rulebook
    almanac: Almanac
    words: Words
    seen: State | None = None
    told: Sequence[Told] = ()

    def pile(self, card: int) -> str:
        return piles.pile_of(self.seen, card) if self.seen is not None else ""

    def note(self, card: int, is_long: bool = False) -> str:
        """Where a card is, in a word or with what was done with it."""
        pile = self.pile(card)
        if not is_long:
            return piles.TITLES[pile] if pile in (piles.HAND, piles.SET, piles.DISCARD) else ""
        done = piles.deeds(self.words, self.told, card)
        return ". ".join([*([piles.TITLES[pile]] if pile else []), *done])

    def found_by(self, text: str, card: int) -> bool:
        """Whether all words that were typed stand on the card."""
        page = self.almanac.cards[card]
        said = " ".join(
            (page.title, page.kind, *page.rules, page.brief, *page.targets, page.precedent, page.when)
        )
        return all(word in said.lower() for word in text.lower().split())


class BrowserScene(Scene):
    """`seen` and `told`: what the viewer of a match knows; without them only the decks are shown."""

    def __init__(
        self, app: App, words: Words, seen: State | None = None, told: Sequence[Told] = (), side: int = EVERY
    ) -> None:
        super().__init__(app)
        self.words, self.seen, self.told = words, seen, told
        self.side, self.kind, self.pile = side, EVERY, ""
        self.search = Entry("search", most=30)
        self.scroll = Scroll("cards")
        self.chosen = 0
        self.across = 1

    def library(self) -> Library:
        words = self.words
        return Library(self.app.pen, words.book, words.almanac, words, self.seen, self.told)

    # --- which cards -----------------------------------------------------------------------------

    def _fits(self, card: int, leave_out: str = "") -> bool:
        """Whether a card passes the filters, but for one of them."""
        library = self.library()
        book = library.book
        return (
            (self.side in (EVERY, book.card_side(card)))
            and (leave_out == "kind" or self.kind in (EVERY, book.cards[card].kind))
            and (leave_out == "pile" or not self.pile or self.pile == library.pile(card))
            and library.found_by(self.search.text, card)
        )

    def shown(self) -> list[int]:
        return [card for card in range(len(self.words.book.cards)) if self._fits(card)]

    def choose_side(self, side: int) -> None:
        self.side = side
        self.scroll.first = 0

    def choose_pile(self, pile: str) -> None:
        self.pile = "" if pile == self.pile else pile
        self.scroll.first = 0

    def choose_kind(self, kind: int) -> None:
        self.kind = EVERY if kind == self.kind else kind
        self.scroll.first = 0

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen, cards = self.app.pen, self.shown()
        count = f"{len(cards)} of {len(self.words.book.cards)}"
        made = [heading(pen, "Cards", f"{count} · {self.words.book.scenario.title}", MARGIN)]
        top, low = pen.px(TOP), pen.height - pen.px(MARGIN)
        left = pygame.Rect(pen.px(MARGIN), top, pen.tx(FILTERS), low - top)
        right = pygame.Rect(pen.width - pen.px(MARGIN) - pen.tx(PAGE), top, pen.tx(PAGE), low - top)
        start = left.right + pen.tx(20)
        middle = pygame.Rect(start, top, right.x - pen.tx(20) - start, low - top)
        made += self._filters(left)
        made += self._grid(middle, cards)
        looked = self._looked_at(cards)
        return [*made, *([self._page(right, looked)] if looked is not None else [])]

    def _looked_at(self, cards: list[int]) -> int | None:
        pointed = self.app.stage.pointed()
        if pointed is not None and pointed.name.startswith("face:"):
            self.chosen = int(pointed.name.split(":")[1])
        return self.chosen if self.chosen in cards else next(iter(cards), None)

    def _page(self, area: pygame.Rect, card: int) -> Node:
        library = self.library()
        look = Look(is_active=True, note=library.note(card, True))
        page = Page(library, card, area.w, look, is_whole=True)
        rect = pygame.Rect(area.x, area.y, area.w, page.height)
        return Node("page", rect, page.paint, key=page.key, pad=self.app.pen.tx(26), live=False)

    # --- the faces -------------------------------------------------------------------------------

    def _grid(self, area: pygame.Rect, cards: list[int]) -> list[Node]:
        pen = self.app.pen
        wide, high = pen.tx(FACE[0]), pen.tx(FACE[1])
        room = area.w - Scroll.bar_width(area)
        self.across = max(1, (room + pen.tx(GAP)) // (wide + pen.tx(GAP)))
        made = []
        for row, place in self.scroll.fit(area, high + pen.tx(GAP + 6), -(-len(cards) // self.across)):
            for n, card in enumerate(cards[row * self.across : (row + 1) * self.across]):
                x = place.x + n * (room + pen.tx(GAP)) // self.across
                box = pygame.Rect(x + pen.tx(6), place.y + pen.tx(9), wide, high)
                made.append(self._face(card, box, cards))
        if not cards:
            made.append(self._nothing(area))
        return [*made, *self.scroll.nodes(pen, area, self.app.rebuild)]

    def _face(self, card: int, box: pygame.Rect, cards: list[int]) -> Node:
        library = self.library()
        note = "" if self.pile else library.note(card)

        def painter(is_active: bool) -> Paint:
            look = Look(is_active, note=note)
            return lambda target, place: face(library, target, place, card, look)

        return Node(
            f"face:{card}",
            box,
            painter(False),
            key=(note, self.words.book.scenario.id),
            act=partial(self._hold, card),
            keys=partial(self._arrow, card, cards),
            pad=self.app.pen.px(22),
            group="c-faces",
            lit=painter(True),
            radius=theme.CARD_RADIUS,
        )

    def _hold(self, card: int) -> None:
        self.chosen = card

    def _nothing(self, area: pygame.Rect) -> Node:
        pen = self.app.pen

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.text(
                target,
                "No card is like that.",
                box.centerx,
                box.y + pen.tx(80),
                "medium",
                17,
                theme.TEXT_2,
                "cm",
            )

        return Node("nothing", area, paint, live=False)

    def _arrow(self, card: int, cards: list[int], event: pygame.event.Event) -> bool:
        """Arrows and page keys go from card to card and scroll with them."""
        page = self.across * self.scroll.shown
        steps = {
            pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_UP: -self.across, pygame.K_DOWN: self.across,
            pygame.K_PAGEUP: -page, pygame.K_PAGEDOWN: page,
            pygame.K_HOME: -len(cards), pygame.K_END: len(cards),
        }  # fmt: skip
        by = steps.get(getattr(event, "key", 0), 0)
        if not by:
            return False
        at = max(0, min(len(cards) - 1, cards.index(card) + by))
        self.chosen = cards[at]
        self.scroll.show(at // self.across)
        self.app.stage.focus = f"face:{cards[at]}"
        return True

    # --- the filters -----------------------------------------------------------------------------

    def _filters(self, area: pygame.Rect) -> list[Node]:
        pen, words = self.app.pen, self.words
        row = pygame.Rect(area.x, area.y, area.w, pen.tx(44))
        is_typing = self.app.stage.focus == "search"
        made = [self.search.node(pen, row, "Search", is_typing, "a-search")]
        row = row.move(0, pen.tx(56))
        sides = [(EVERY, "Both"), (T.US, words.shorts[0]), (T.CHINA, words.shorts[1])]
        made += segments(pen, "side", row, sides, self.side, self.choose_side, "a-side")
        y = row.bottom + pen.tx(14)
        if self.seen is not None:
            for pile in self._piles():
                made.append(self._pile(pile, pygame.Rect(area.x, y, area.w, pen.tx(ROW - 4))))
                y += pen.tx(ROW)
            y += pen.tx(12)
        for n, title in enumerate(KIND_TITLES.values()):
            made.append(self._kind(n, title, pygame.Rect(area.x, y, area.w, pen.tx(ROW - 4))))
            y += pen.tx(ROW)
        back = pygame.Rect(area.x, area.bottom - pen.tx(46), area.w, pen.tx(46))
        return [*made, button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="d")]

    def _piles(self) -> list[str]:
        """The piles that there are for this viewer."""
        library = self.library()
        there = {library.pile(card) for card in range(len(self.words.book.cards))}
        return [pile for pile in piles.TITLES if pile in there]

    def _pile(self, pile: str, rect: pygame.Rect) -> Node:
        library = self.library()
        cards = [c for c in range(len(self.words.book.cards)) if self._fits(c, "pile")]
        count = sum(library.pile(card) == pile for card in cards)
        row = Row(
            f"pile:{pile}", PILE_ICONS[pile], piles.TITLES[pile], theme.TEXT_2, count, pile == self.pile
        )
        return switch(self.app.pen, row, rect, partial(self.choose_pile, pile))

    def _kind(self, kind: int, title: str, rect: pygame.Rect) -> Node:
        cards = self.words.book.cards
        count = sum(cards[c].kind == kind for c in range(len(cards)) if self._fits(c, "kind"))
        row = Row(f"kind:{kind}", icons.KIND[kind], title, theme.KIND[kind], count, kind == self.kind)
        return switch(self.app.pen, row, rect, partial(self.choose_kind, kind))

    # --- keys ------------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_b):
            self.app.pop()
            return True
        return False

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)


@dataclass(frozen=True)
class Row:
    """A filter: its node's name, icon, words, the icon's colour, how many cards, whether it is on."""

    name: str
    icon: str
    title: str
    tone: str
    count: int
    is_on: bool


def switch(pen: Pen, row: Row, rect: pygame.Rect, act: Callable[[], None]) -> Node:
    """A filter to switch on and off."""

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            if row.is_on:
                pen.box(target, box, "#2A4775", theme.SELECTED, theme.GOLD, 8, 1.8)
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
        row.name, rect, painter(False), key=row, act=act, lit=painter(True), group="b-filters", radius=8
    )  # fmt: skip
