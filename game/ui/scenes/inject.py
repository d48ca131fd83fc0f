"""Teacher's injects: the next headline, and the next spotlights, chosen in place of luck. What is chosen happens when
it is drawn, and stands in the log and the record from then on.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol

import pygame

from game.engine import terms as T
from game.match.match import Match

from .. import theme
from ..app import App, Scene
from ..icons import sector_icon
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..widgets import Scroll, button, heading, panel

EDGE, TOP, ROW = 48, 96, 62  # units
PAIR = 2  # spotlights that are announced together
HEADLINE, TILE = "headline ", "tile "


class Injected(Protocol):
    match: Match


class InjectScene(Scene):
    is_full = True

    def __init__(self, app: App, play: Injected) -> None:
        super().__init__(app)
        self.match = play.match
        self.scroll = Scroll("headlines")

    # --- what can be chosen ----------------------------------------------------------------------

    def headlines(self) -> list[tuple[str, str, str]]:
        """Those still to come, as (wish, title, icon)."""
        match = self.match
        left = zip(match.book.headlines, match.state.headline, strict=False)
        return [(HEADLINE + found.id, found.title, "headline") for found, is_gone in left if not is_gone]

    def tiles(self) -> list[tuple[str, str, str]]:
        """The sectors whose tiles are in the bag from which the next pair is drawn; an empty bag is filled again."""
        match, bag = self.match, self.match.state.bag
        if match.state.shared[T.ROUND] + 1 >= match.scenario.rounds:
            return []  # the round to come is the last, and announces nothing
        is_empty = not any(bag)
        sectors = list(enumerate(match.book.sectors))[T.UPSTREAM :]
        return [(TILE + s.id, s.title, sector_icon(s.id)) for n, s in sectors if is_empty or bag[n]]

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
        if wish.startswith(HEADLINE):
            self.match.wishes = [other for other in wishes if not other.startswith(HEADLINE)]
        elif sum(other.startswith(TILE) for other in wishes) >= PAIR:
            self.app.say(f"{PAIR} spotlights are announced at a time: take one away first.")
            return
        self.match.wishes.append(wish)

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        words = self.problem() or "Choose what comes next; only the teacher should see this screen"
        area = pen.rect(EDGE, TOP, pen.wide - 2 * EDGE, pen.high - TOP - 100)
        left, right = columns(area, 2, pen.px(16))
        said = "Drawn when the next round begins"
        made = [heading(pen, "Teacher's injects", words)]
        made.append(panel(pen, "inject:headlines", left, "headline", "Next headline", said))
        made.append(
            panel(pen, "inject:tiles", right, "spotlight", "Next spotlights", "Announced a round ahead")
        )
        rows = self.scroll.fit(_inside(pen, left), pen.px(ROW), len(self.headlines()))
        made += self.scroll.nodes(pen, _inside(pen, left), self.app.rebuild)
        found = self.headlines()
        made += [self._row(place, found[n], "a") for n, place in rows]
        inner = _inside(pen, right)
        for n, choice in enumerate(self.tiles()):
            place = pygame.Rect(inner.x, inner.y + n * pen.px(ROW), inner.w, pen.px(ROW))
            made.append(self._row(place, choice, "b"))
        back = pen.rect(EDGE, pen.high - 80, 240, 58)
        return [*made, button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z")]

    def _row(self, place: pygame.Rect, choice: tuple[str, str, str], group: str) -> Node:
        wish, title, icon = choice
        place = pygame.Rect(place.x, place.y, place.w, place.h - self.app.pen.px(6))
        is_on = wish in self.match.wishes
        act: Callable[[], None] | None = None if self.problem() else partial(self.choose, wish)
        plain, lit = (
            partial(_paint, self.app.pen, title, icon, is_on, act is not None, up) for up in (False, True)
        )
        name = wish.replace(" ", ":")
        return Node(
            name, place, plain, (title, is_on, act is None), act, group=group, lit=lit if act else None
        )

    def key(self, event: pygame.event.Event) -> bool:
        is_back = event.key in (pygame.K_ESCAPE, pygame.K_F6)
        if is_back:
            self.app.pop()
        return is_back


def _inside(pen: Pen, area: pygame.Rect) -> pygame.Rect:
    top = area.y + pen.px(54)
    return pygame.Rect(area.x + pen.px(14), top, area.w - pen.px(28), area.bottom - pen.px(8) - top)


def _paint(
    pen: Pen,
    title: str,
    icon: str,
    is_on: bool,
    can_act: bool,
    is_lit: bool,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    edge = theme.GOLD if is_on else theme.TIP_EDGE if is_lit else theme.LINE
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
        right -= pen.text(target, "chosen", right, box.centery, "head", 16, theme.GOLD, "rm") + pen.px(12)
    x = box.x + pen.px(60)
    pen.text(target, title, x, box.centery, "head", 20, tone, "lm", width=right - x)
