"""Teacher's injects: the next headline, spotlights and cards, chosen in place of luck. What is chosen happens when it
is drawn, and stands in the log and the record from then on; which card it was, only once all cards lie open.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol

import pygame

from game.content.almanac import Page as Entry
from game.content.almanac import almanac_of
from game.engine import terms as T
from game.match.match import Match

from .. import theme
from ..app import App, Scene
from ..icons import sector_icon
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..widgets import Scroll, button, heading, panel, segments

EDGE, TOP, ROW = 48, 96, 62  # units
PAIR = 2  # spotlights that are announced together
HEADLINE, TILE, CARDS = "headline ", "tile ", ("deal us ", "deal china ")


Choice = tuple[str, str, str, tuple[str, ...]]  # wish, title, icon, what it does: in full, and shorter
Page = tuple[str, str, str, list[Choice]]  # icon, title, when it comes, what can be chosen


class Injected(Protocol):
    match: Match


class InjectScene(Scene):
    is_full = True

    def __init__(self, app: App, play: Injected) -> None:
        super().__init__(app)
        self.match = play.match
        self.almanac = almanac_of(play.match.pack, play.match.book)
        self.tab = "world"
        self.scrolls = (Scroll("left"), Scroll("right"))

    # --- what can be chosen ----------------------------------------------------------------------

    def headlines(self) -> list[Choice]:
        """Those still to come."""
        match = self.match
        left = zip(match.book.headlines, self.almanac.headlines, match.state.headline, strict=False)
        return [
            (HEADLINE + found.id, found.title, "headline", _about(page))
            for found, page, is_gone in left
            if not is_gone
        ]

    def tiles(self) -> list[Choice]:
        """The sectors whose tiles are in the bag from which the next pair is drawn; an empty bag is filled again."""
        match, bag = self.match, self.match.state.bag
        if match.state.shared[T.ROUND] + 1 >= match.scenario.rounds:
            return []  # the round to come is the last, and announces nothing
        is_empty = not any(bag)
        sectors = list(enumerate(match.book.sectors))[T.UPSTREAM :]
        return [(TILE + s.id, s.title, sector_icon(s.id), ()) for n, s in sectors if is_empty or bag[n]]

    def cards(self, side: int) -> list[Choice]:
        """Those in a side's draw pile, or among its discards once the pile is empty."""
        book, place = self.match.book, self.match.state.place
        own = [n for n in range(len(book.cards)) if book.card_side(n) == side]
        pile = T.IN_DECK if any(place[n] == T.IN_DECK for n in own) else T.IN_DISCARD
        pages = self.almanac.cards
        found = [
            (CARDS[side] + book.cards[n].id, book.cards[n].title, "hand", _about(pages[n]))
            for n in own
            if place[n] == pile
        ]
        return sorted(found, key=lambda choice: choice[1].casefold())

    def problem(self) -> str:
        """Why nothing can be chosen; nothing if something can."""
        if self.match.state.shared[T.ROUND] >= self.match.scenario.rounds:
            return "This is the last round: no headline and no spotlight is drawn any more."
        return ""

    def choose(self, wish: str) -> None:
        """Wish for it, or no more."""
        wishes = self.match.wishes
        if wish in wishes:
            wishes.remove(wish)
            return
        kind = next(start for start in (HEADLINE, TILE, *CARDS) if wish.startswith(start))
        if kind == HEADLINE:
            self.match.wishes = [other for other in wishes if not other.startswith(HEADLINE)]
        most = PAIR if kind == TILE else T.HAND
        if sum(other.startswith(kind) for other in self.match.wishes) >= most:
            what = f"{PAIR} spotlights are announced" if kind == TILE else f"A hand is filled up to {T.HAND} cards"
            self.app.say(f"{what}{' at a time' if kind == TILE else ''}: take one away first.")
            return
        self.match.wishes.append(wish)

    def open(self, tab: str) -> None:
        self.tab = tab
        for scroll in self.scrolls:
            scroll.first = 0

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        words = self.problem() or "Choose what comes next; only the teacher should see this screen"
        bar = pen.rect(EDGE, TOP, pen.wide - 2 * EDGE, 50)
        area = pen.rect(EDGE, TOP + 62, pen.wide - 2 * EDGE, pen.high - TOP - 162)
        made = [heading(pen, "Teacher's injects", words)]
        tabs = (("world", "1  Headline and spotlights"), ("cards", "2  Cards"))
        made += segments(pen, "tab", bar, tabs, self.tab, self.open, group="a-tabs")
        for n, (place, page) in enumerate(zip(columns(area, 2, pen.px(16)), self._pages(), strict=True)):
            icon, title, said, choices = page
            made.append(panel(pen, f"inject:{n}", place, icon, title, said))
            inner, scroll = _inside(pen, place), self.scrolls[n]
            rows = scroll.fit(inner, pen.tx(ROW), len(choices))
            made += scroll.nodes(pen, inner, self.app.rebuild)
            made += [self._row(row, choices[k], "bc"[n]) for k, row in rows]
        back = pen.rect(EDGE, pen.high - 80, 240, 58)
        return [*made, button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z")]

    def _pages(self) -> list[Page]:
        """What stands at the left and at the right."""
        if self.tab == "world":
            return [
                ("headline", "Next headline", "Drawn when the next round begins", self.headlines()),
                ("spotlight", "Next spotlights", "Announced a round ahead", self.tiles()),
            ]
        sides, said = self.match.book.scenario.sides, "Drawn when the hand is filled next"
        return [("deck", f"{sides[side]}: cards", said, self.cards(side)) for side in (T.US, T.CHINA)]

    def _row(self, place: pygame.Rect, choice: Choice, group: str) -> Node:
        wish, title, icon, about = choice
        place = pygame.Rect(place.x, place.y, place.w, place.h - self.app.pen.px(6))
        is_on = wish in self.match.wishes
        act: Callable[[], None] | None = None if self.problem() else partial(self.choose, wish)
        plain, lit = (
            partial(_paint, self.app.pen, title, icon, about, is_on, act is not None, up) for up in (False, True)
        )
        name = wish.replace(" ", ":")
        return Node(
            name, place, plain, (title, about, is_on, act is None), act, group=group, lit=lit if act else None
        )

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_F6):
            self.app.pop()
        elif event.key in (pygame.K_1, pygame.K_2):
            self.open("world" if event.key == pygame.K_1 else "cards")
        else:
            stage = self.app.stage
            return any([scroll.key(event.key, stage, "", (), self.nodes) for scroll in self.scrolls])
        return True


def _about(page: Entry) -> tuple[str, ...]:
    """What a card or headline does: in full, in one line, and in one line with short names."""
    return " ".join(page.rules), page.line, page.brief


def _inside(pen: Pen, area: pygame.Rect) -> pygame.Rect:
    top = area.y + pen.px(54)
    return pygame.Rect(area.x + pen.px(14), top, area.w - pen.px(28), area.bottom - pen.px(8) - top)


def _paint(
    pen: Pen,
    title: str,
    icon: str,
    about: tuple[str, ...],
    is_on: bool,
    can_act: bool,
    is_lit: bool,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    edge = theme.CHOSEN if is_on else theme.TIP_EDGE if is_lit else theme.LINE
    pen.box(
        target,
        box,
        theme.SELECTED if is_on else theme.PANEL_TOP,
        theme.PANEL_BOTTOM,
        edge,
        10,
        2 if is_on else 1.25,
    )
    tone = theme.TEXT if can_act else theme.TEXT_3
    pen.icon(target, icon, box.x + pen.px(30), box.centery, 26, tone)
    right = box.right - pen.px(16)
    if is_on:
        right -= pen.text(target, "chosen", right, box.centery, "head", 16, theme.CHOSEN, "rm") + pen.px(12)
    x = box.x + pen.px(60)
    y = box.centery - pen.tx(10) if about else box.centery
    pen.text(target, title, x, y, "head", 20, tone, "lm", width=right - x)
    if about:
        *full, short = about  # one face down the list, if it can be; the full names before it
        ways = [(words, face) for group in (full, [short]) for face in ("body", "head") for words in group]
        fitting = (way for way in ways if pen.text_width(*way, 14.5) <= right - x)
        words, face = next(fitting, ways[-1])
        pen.text(target, words, x, box.centery + pen.tx(13), face, 14.5, theme.TEXT_2, "lm", width=right - x)
