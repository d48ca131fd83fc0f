"""Presenter mode: one thing at a time, large enough for the back row. Keys 1 to 4: map, supply chains, hand, charts.

It lies over the play scene, which goes on under it. What it shows is what the whole room may know; a hand is shown
only after a question, for whoever plays against it may be in the room.
"""

from dataclasses import fields
from functools import partial
from typing import Protocol

import pygame

from game.engine import terms as T
from game.engine.state import State
from game.match.ledger import story
from game.match.log import log
from game.match.match import Match
from game.match.words import Words

from .. import theme
from ..app import App, Question, Scene
from ..layout import DESIGN, rows
from ..nodes import Node
from ..pen import Pen
from ..table import graph, podium, world
from ..table.board import Board
from ..table.podium import Podium
from ..widgets import Answer, button, segments
from .charts import Gallery

LARGE = 1.75  # the scale of everything, before that of the window
SMALLEST = 28  # pixels of the smallest text at 1080p
PAGES = (("map", "Map"), ("sectors", "Supply chains"), ("hand", "Hand"), ("charts", "Charts"))
GAP, TABS = 10, 540  # units; TABS for all four
CHARTS = (
    "track",
    "movers",
    "tension",
    "sectors",
    *(f"output-{sector}" for sector in range(T.UPSTREAM, T.SECTORS)),
    "resilience",
    "approval",
    "budget",
    "capital",
    "measures",
    "decoupling",
)


class Presented(Protocol):
    match: Match
    words: Words
    viewer: int

    def board(self) -> Board: ...

    def clock_words(self) -> str: ...

    def update(self, seconds: float) -> bool: ...

    def history(self, cells: tuple[int, ...], title: str) -> None: ...


class PresenterScene(Scene):
    def __init__(self, app: App, play: Presented, page: str = PAGES[0][0]) -> None:
        super().__init__(app)
        self.play, self.page = play, page
        self.chart = 0
        self._clock = play.clock_words()
        self._began_over = play.match.is_over
        self.shown_to = T.NOBODY  # the side whose hand the room was allowed to see
        self._pen: tuple[Pen, Pen] | None = None
        self._look()

    # --- what the room may know --------------------------------------------------------------------

    def _look(self) -> None:
        """The position changed: look again."""
        match = self.play.match
        self._looked = len(match.actions), self.play.viewer
        self.public: State = match.observe(T.PUBLIC).seen
        self.own: State = match.observe(self.play.viewer).seen
        self.gallery = Gallery(self.play, T.PUBLIC, False)
        lines = log(self.play.words, story(match, T.PUBLIC))
        self.last = next((line.plain.split(". ")[0].rstrip(".") for line in reversed(lines)), "")
        if self.shown_to != self.play.viewer:
            self.shown_to = T.NOBODY

    def update(self, seconds: float) -> bool:
        """The match goes on; when it ends, the table tells how."""
        if self.play.match.is_over and not self._began_over:
            self.app.pop()
            return True
        self.play.update(seconds)
        if self._looked != (len(self.play.match.actions), self.play.viewer):
            self._look()
            return True
        was, self._clock = self._clock, self.play.clock_words()
        return was != self._clock

    @property
    def pen(self) -> Pen:
        """Everything here is written with a large pen, tips and questions too."""
        if self._pen is None or self._pen[0] is not self.app.pen:
            small = self.app.pen
            fit = min(small.width / DESIGN[0], small.height / DESIGN[1])
            self._pen = small, small.another(LARGE, round(SMALLEST * fit))
        return self._pen[1]

    def board(self) -> Podium:
        plain = self.play.board()
        values = {part.name: getattr(plain, part.name) for part in fields(plain)}
        pointed = self.app.stage.pointed()
        mine = {"pen": self.pen, "seen": self.public, "viewer": T.PUBLIC, "has_tabs": False, "counted": None}
        return Podium(**values | mine | {"pointed": pointed.name if pointed else ""})

    # --- what is on the screen -----------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        board = self.board()
        return [*self._page(board), *self._bar(board)]

    def _page(self, board: Podium) -> list[Node]:
        made = {"map": self._map, "sectors": self._sectors, "hand": self._hand, "charts": self._charts}
        return made[self.page](board)

    def _map(self, board: Podium) -> list[Node]:
        return _to_look_at(world.nodes(board))

    def _sectors(self, board: Podium) -> list[Node]:
        return _to_look_at(graph.nodes(board))

    def _charts(self, board: Podium) -> list[Node]:
        return self.gallery.nodes(board.pen, CHARTS[self.chart], board.area, "b-chart")

    def _turn(self, by: int) -> None:
        self.chart = (self.chart + by) % len(CHARTS)

    # --- the hand --------------------------------------------------------------------------------------

    @property
    def is_hidden(self) -> bool:
        """Whether the viewer's hand is one that the room may not see yet."""
        viewer, has_open_hands = self.play.viewer, self.play.match.book.tables.setting[T.OPEN_HANDS]
        return viewer < T.PUBLIC and not has_open_hands and self.shown_to != viewer

    def _hand(self, board: Podium) -> list[Node]:
        pen, area, viewer = board.pen, board.area, self.play.viewer
        if viewer >= T.PUBLIC:
            places = rows(area, 2, pen.px(GAP))
            return [node for side, place in enumerate(places) for node in podium.backs(board, side, place)]
        if not self.is_hidden:
            return self._shown(board)
        show = pygame.Rect(0, 0, pen.px(300), pen.px(54))
        show.midbottom = area.centerx, area.bottom - pen.px(12)
        place = pygame.Rect(area.x, area.y, area.w, show.y - area.y - pen.px(16))
        made = podium.backs(board, viewer, place)
        made.append(
            button(pen, "hand:show", show, "Show this hand", self.ask, "hand", "3", True, group="b", size=20)
        )
        return made

    def _shown(self, board: Podium) -> list[Node]:
        """The hand under its heading, and at the right what hides it again."""
        pen, area, viewer = board.pen, board.area, self.play.viewer
        head = pygame.Rect(area.x, area.y, area.w, pen.px(44))
        cards = pygame.Rect(area.x, head.bottom, area.w, area.bottom - head.bottom)
        made = [podium.whose(board, viewer, head), *podium.faces(board, self.own, viewer, cards)]
        if self.shown_to == viewer:
            hide = pygame.Rect(head.right - pen.px(150), head.y, pen.px(150), head.h)
            made.append(button(pen, "hand:hide", hide, "Hide", self._hide, "hand", "3", group="a", size=17))
        return made

    def ask(self) -> None:
        """Whether the room may see the hand."""
        viewer = self.play.viewer
        rival = self.play.match.seats[1 - viewer]
        text = "Everybody who sees this screen will see these cards"
        if rival.is_person:
            who = f"{rival.name}, who" if rival.name else "whoever"
            text += f", also {who} plays {self.play.words.sides[1 - viewer]}"
        answers = [Answer("Keep it hidden", gold=True), Answer("Show the hand", self._show)]
        self.app.ask(Question("Show this hand to the class?", text + ".", answers, "reveal"))

    def _show(self) -> None:
        self.shown_to = self.play.viewer

    def _hide(self) -> None:
        self.shown_to = T.NOBODY

    # --- the bar at the foot ---------------------------------------------------------------------------

    def _bar(self, board: Podium) -> list[Node]:
        pen, bar = board.pen, board.bar
        back = pygame.Rect(bar.right - pen.px(118), bar.y, pen.px(118), bar.h)
        tabs = pygame.Rect(back.x - pen.px(GAP + TABS), bar.y, pen.px(TABS), bar.h)
        words = pygame.Rect(bar.x, bar.y, tabs.x - bar.x - pen.px(GAP), bar.h)
        made = [button(pen, "button:back", back, "Back", self.app.pop, "", "Esc", group="z", size=17)]
        if self.page == "charts":
            for name, icon, by in (("next", "forward", 1), ("before", "back", -1)):
                act = partial(self._turn, by)
                made.append(
                    button(pen, f"chart:{name}", cut(pen, words, 52), "", act, icon, group="x-chart")
                )
        made += self._more(pen, words)
        options = [(name, f"{n}  {title}") for n, (name, title) in enumerate(PAGES, 1)]
        made += segments(pen, "page", tabs, options, self.page, self.choose, "y-pages", size=17)
        return [*made, *self._lines(board, words)]

    def _more(self, pen: Pen, room: pygame.Rect) -> list[Node]:
        """What else can be done here; it takes its place from the right end of the room."""
        return []

    def _lines(self, board: Podium, words: pygame.Rect) -> list[Node]:
        """How the match stands, what was done last, and the clock if there is one."""
        pen, shared, news = board.pen, board.seen.shared, board.news
        rounds = board.book.tables.setting[T.ROUNDS]
        track, tension = board.words.track(shared[T.TRACK]), f"Tension {shared[T.TENSION]}"
        when = f"Round {shared[T.ROUND]} of {rounds}"
        ways = [f"{when} · Leadership {track} · {tension}", f"Leadership {track} · {tension}", f"{when} · {tension}"]
        state = next((way for way in ways if pen.text_width(way, "head", 18) <= words.w), ways[-1])
        made = [_line(pen, "state", words, state, "head", 18, theme.TEXT)]
        clock = self.play.clock_words()
        if clock:
            wide = pen.text_width(clock, "number", 20) + pen.px(GAP)
            place = pygame.Rect(news.right - wide, news.y, wide, news.h)
            news.w -= wide + pen.px(GAP)
            made.append(_line(pen, "clock", place, clock, "number", 20, theme.TEXT))
        if self.page == "charts":
            count = f"Chart {self.chart + 1} of {len(CHARTS)}"
            wide = pen.text_width(count, "medium", 16)
            place = pygame.Rect(news.right - wide, news.y, wide, news.h)
            news.w -= wide + pen.px(GAP)
            made.append(_line(pen, "count", place, count, "medium", 16, theme.TEXT_2))
        if self.last:
            made.append(_line(pen, "news", news, f"Last: {self.last}", "medium", 16, theme.TEXT_2))
        return made

    def choose(self, page: str) -> None:
        """Go to a page; again to the charts shows the next one, again to a hidden hand asks for it, to one that
        is shown hides it.
        """
        if page == self.page == "charts":
            self._turn(1)
        elif page == self.page == "hand" and self.shown_to == self.play.viewer:
            self._hide()
            return
        self.page = page
        if page == "hand" and self.is_hidden:
            self.ask()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_F2):
            self.app.pop()
        elif pygame.K_1 <= event.key < pygame.K_1 + len(PAGES):
            self.choose(PAGES[event.key - pygame.K_1][0])
        elif self.page == "charts" and event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self._turn(-1 if event.key == pygame.K_PAGEUP else 1)
        else:
            return False
        return True


def _to_look_at(nodes: list[Node]) -> list[Node]:
    """The table's nodes without what a click would do to the table."""
    for node in nodes:
        node.act = None
        node.ground = node.layer == 0
    return nodes


def cut(pen: Pen, room: pygame.Rect, units: float) -> pygame.Rect:
    """A place so wide, taken from the right end of a room."""
    room.w -= pen.px(units + 6)
    return pygame.Rect(room.right, room.y, pen.px(units), room.h)


def _line(pen: Pen, name: str, rect: pygame.Rect, words: str, face: str, size: float, tone: str) -> Node:
    """One line of words."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.text(target, words, box.x, box.centery, face, size, tone, "lm", width=box.w)

    return Node(name, rect, paint, key=words, live=False)
