"""All cards of both decks: filters at the left, their faces in the middle, the one looked at at the right.

In a match it shows where each card is, as far as the viewer may know; what the rival hides is one pile, unseen.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.state import State
from game.match.ledger import Entry as Told
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..nodes import Node, Paint
from ..table.face import Look, face, kind_fits, setting
from ..table.page import Page
from ..widgets import Entry, Scroll, button, heading, label
from . import filters
from .library import EVERY, Library, Wish

FILTERS, FACE, PAGE = 288, (142, 222), 396  # units of text; the least a face takes
GAP, TOP, MARGIN = 14, 96, 24


class BrowserScene(Scene):
    """`seen` and `told`: what the viewer of a match knows; without them only the decks are shown."""

    is_full = True

    def __init__(
        self, app: App, words: Words, seen: State | None = None, told: Sequence[Told] = (), side: int = EVERY
    ) -> None:
        super().__init__(app)
        self.words, self.seen, self.told = words, seen, told
        self.wish = Wish(side)
        self.search = Entry("search", most=30)
        self.scroll = Scroll("cards")
        self.chosen = 0
        self.across = 1

    def library(self) -> Library:
        words = self.words
        return Library(self.app.pen, words.book, words.almanac, words, self.seen, self.told)

    def shown(self) -> list[int]:
        """The cards that pass the filters."""
        self.wish.text = self.search.text
        return self.wish.found(self.library())

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

    def _filters(self, area: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        row = pygame.Rect(area.x, area.y, area.w, pen.tx(44))
        entry = self.search.node(pen, row, "Search", self.app.stage.focus == "search", "a-search")
        below = pygame.Rect(area.x, row.y + pen.tx(56), area.w, area.bottom - row.y - pen.tx(56))
        back = pygame.Rect(area.x, area.bottom - pen.tx(46), area.w, pen.tx(46))
        return [
            entry,
            *filters.nodes(self.library(), self.wish, below, self._from_the_top),
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="d"),
        ]

    def _from_the_top(self) -> None:
        self.scroll.first = 0

    def _looked_at(self, cards: list[int]) -> int | None:
        pointed = self.app.stage.pointed()
        if pointed is not None and pointed.name.startswith("face:"):
            self.chosen = int(pointed.name.split(":")[1])
        return self.chosen if self.chosen in cards else next(iter(cards), None)

    def _page(self, area: pygame.Rect, card: int) -> Node:
        library = self.library()
        look = Look(note=library.story(card), whose=library.book.card_side(card))
        page = Page(library, card, area.w, look, is_whole=True)
        rect = pygame.Rect(area.x, area.y, area.w, page.height)
        return Node("page", rect, page.paint, key=page.key, pad=self.app.pen.tx(26), live=False)

    # --- the faces -------------------------------------------------------------------------------

    def _grid(self, area: pygame.Rect, cards: list[int]) -> list[Node]:
        pen = self.app.pen
        step = area.h // max(
            1, area.h // pen.tx(FACE[1] + GAP + 6)
        )  # as many rows as fit, filled by the faces
        high = step - pen.tx(GAP + 6)
        wide = round(high * FACE[0] / FACE[1])
        room = area.w - Scroll.bar_width(area)
        self.across = max(1, (room + pen.tx(GAP)) // (wide + pen.tx(GAP)))
        wide = min(round(wide * 1.2), (room + pen.tx(GAP)) // self.across - pen.tx(GAP + 8))
        made, library = [], self.library()
        for row, place in self.scroll.fit(area, step, -(-len(cards) // self.across)):
            beside = cards[row * self.across : (row + 1) * self.across]
            sized = pygame.Rect(0, 0, wide, high)
            is_small = any(setting(library, sized, card).is_small for card in beside)  # all with words, or none
            art = min(setting(library, sized, card, is_small).art for card in beside)  # titles on one line
            is_brief = not all(kind_fits(library, sized, card, self._whose(card)) for card in beside)
            alike = Look(art=art, is_small=is_small, is_brief=is_brief)
            for n, card in enumerate(beside):
                x = place.x + n * (room + pen.tx(GAP)) // self.across
                box = pygame.Rect(x + pen.tx(6), place.y + pen.tx(9), wide, high)
                made.append(self._face(card, box, cards, alike))
        if not cards:
            made.append(label(pen, "nothing", area, "No card is like that.", 17, centred=True))
        return [*made, *self.scroll.nodes(pen, area, self.app.rebuild)]

    def _whose(self, card: int) -> int:
        """The side that a face names: only where both sides' cards lie together."""
        return self.library().book.card_side(card) if self.wish.side == EVERY else T.NONE

    def _face(self, card: int, box: pygame.Rect, cards: list[int], alike: Look) -> Node:
        library = self.library()
        note, shown = "" if self.wish.pile else library.place(card), self._looked_at(cards)
        whose, is_chosen = self._whose(card), card == shown

        def painter(is_active: bool) -> Paint:
            look = replace(alike, is_active=is_active, is_chosen=is_chosen, whose=whose, note=note)
            return lambda target, place: face(library, target, place, card, look)

        return Node(
            f"face:{card}",
            box,
            painter(False),
            key=(note, self.words.book.scenario.id, card == shown, whose, alike),
            act=partial(self._hold, card),
            keys=partial(self._arrow, card, cards),
            pad=self.app.pen.px(22),
            group="c-faces",
            lit=painter(True),
            radius=theme.CARD_RADIUS,
        )

    def _hold(self, card: int) -> None:
        self.chosen = card

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

    # --- keys ------------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_b):
            self.app.pop()
            return True
        return False

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)
