"""The match in curves: pages of charts, each point with its value and its causes; a click opens the ledger."""

from collections.abc import Sequence
from typing import Protocol

import pygame

from game.classroom.charts import Chart
from game.classroom.rounds import moments
from game.engine import terms as T
from game.engine.state import State
from game.match.ledger import Entry
from game.match.match import Match
from game.match.words import Words

from ..app import App, Scene
from ..charts import plot
from ..charts.figures import figures
from ..layout import columns, rows
from ..nodes import Node
from ..pen import Pen
from ..widgets import button, heading, label, segments

TABS = (
    ("overview", "Overview"),
    ("track", "Leadership"),
    ("tension", "Tension"),
    ("outputs", "Outputs"),
    ("strength", "Strength"),
)
PALE, HOLLOW = "Pale columns: the sector was in the spotlight.", "A curve with a hollow end: that round is not over."
MARGIN, TOP, GAP = 24, 86, 16  # units


class Charted(Protocol):
    match: Match
    words: Words

    def history(self, cells: tuple[int, ...], title: str) -> None: ...


class Played(Charted, Protocol):
    viewer: int

    @property
    def seen(self) -> State: ...

    @property
    def told(self) -> Sequence[Entry]: ...

    def open_presenter(self) -> None: ...


class Gallery:
    """The figures of a match as one viewer may know it, drawn once for each size."""

    def __init__(
        self, play: Charted, viewer: int, opens_ledger: bool = True, told: Sequence[Entry] | None = None
    ) -> None:
        """`told`: what the viewer has been shown; everything, if it is not given."""
        self.play = play
        self.figures = figures(moments(play.match, viewer, told), play.words)
        self._ledger = play.history if opens_ledger else None
        self._drawn: dict[tuple[str, int, int, Pen], Chart] = {}

    def nodes(self, pen: Pen, name: str, panel: pygame.Rect, group: str) -> list[Node]:
        figure, size = self.figures[name], plot.chart_box(pen, panel).size
        key = (name, *size, pen)
        if key not in self._drawn:
            self._drawn[key] = figure.draw(pen, *size)
        return plot.nodes(pen, figure, self._drawn[key], panel, self._ledger, group)


class ChartsScene(Scene):
    def __init__(self, app: App, play: Played, tab: str = TABS[0][0]) -> None:
        super().__init__(app)
        self.play = play
        self.gallery = Gallery(play, play.viewer, told=play.told)
        self.tab = tab

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        bar = pen.rect(pen.wide - MARGIN - 860, 24, 860, 50)
        made = [
            heading(pen, "Charts", self._where(), MARGIN),
            *segments(pen, "tab", bar, self._tabs(), self.tab, self.choose, "a-tabs"),
        ]
        for n, (name, place) in enumerate(page(pen, self.tab)):
            made += self.gallery.nodes(pen, name, place, f"b-{n:02}")
        back = pen.rect(MARGIN, pen.high - 70, 220, 54)
        made.append(button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc"))
        large = pen.rect(pen.wide - MARGIN - 280, pen.high - 70, 280, 54)
        act = self.play.open_presenter
        made.append(button(pen, "button:presenter", large, "Presenter mode", act, "screen", "F2"))
        return [*made, self._note(back, large)]

    def _where(self) -> str:
        match = self.play.match
        number, of = self.play.seen.shared[T.ROUND], match.book.tables.setting[T.ROUNDS]
        return f"{match.scenario.title} · round {number} of {of}" if number else match.scenario.title

    def _tabs(self) -> list[tuple[str, str]]:
        return [(name, f"{n}  {words}") for n, (name, words) in enumerate(TABS, 1)]

    def _note(self, back: pygame.Rect, large: pygame.Rect) -> Node:
        pen = self.app.pen
        words = "Point at a round for its values and their causes; click it for the ledger."
        if self.tab == "outputs":
            words += f" {PALE}"
        elif not self.play.match.is_over:
            words += f" {HOLLOW}"
        left = back.right + pen.px(24)
        width = large.x - pen.px(24) - left
        rect = pygame.Rect(left, 0, width, pen.paragraph_height(words, width, 15))
        rect.centery = back.centery + (pen.line(15) - pen.cap("body", 15)) // 2  # by the capitals
        return label(pen, "note", rect, words, 15)

    def choose(self, tab: str) -> None:
        self.tab = tab

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_c):
            self.app.pop()
        elif event.key == pygame.K_F2:
            self.play.open_presenter()
        elif pygame.K_1 <= event.key < pygame.K_1 + len(TABS):
            self.tab = TABS[event.key - pygame.K_1][0]
        else:
            return False
        return True


def _shares(area: pygame.Rect, shares: tuple[int, ...], gap: int) -> list[pygame.Rect]:
    """Places side by side, as wide as their shares of a hundred."""
    room, x, found = area.w - gap * (len(shares) - 1), area.x, []
    for share in shares:
        found.append(pygame.Rect(x, area.y, round(room * share / 100), area.h))
        x = found[-1].right + gap
    return found


def page(pen: Pen, tab: str) -> list[tuple[str, pygame.Rect]]:
    """The figures of a page and their places."""
    area = pen.rect(MARGIN, TOP, pen.wide - 2 * MARGIN, pen.high - TOP - 86)
    gap = pen.px(GAP)
    if tab == "outputs":
        names = [f"output-{sector}" for sector in range(T.UPSTREAM, T.SECTORS)]
        places = [place for row in rows(area, 2, gap) for place in columns(row, 3, gap)]
        return list(zip(names, places, strict=True))
    if tab == "strength":
        places = [place for row in rows(area, 2, gap) for place in columns(row, 2, gap)]
        return list(zip(("resilience", "approval", "budget", "capital"), places, strict=True))
    if tab == "track":
        left, right = _shares(area, (58, 42), gap)
        return [("track", left), *zip(("movers", "sectors"), rows(right, 2, gap), strict=True)]
    if tab == "tension":
        left, right = _shares(area, (58, 42), gap)
        return list(zip(("tension", "measures", "decoupling"), (left, *rows(right, 2, gap)), strict=True))
    upper, lower = rows(area, 2, gap)
    places = [*_shares(upper, (60, 40), gap), *_shares(lower, (40, 30, 30), gap)]
    return list(zip(("track", "sectors", "tension", "resilience", "approval"), places, strict=True))
