"""The balance check: the computer plays a scenario against itself, in a process of its own, and can be stopped.

What it finds is the report of the lab, as far as its number of games allows, and can be saved as a page.
"""

from pathlib import Path
from typing import Any

import pygame

from game.classroom.errand import Errand
from game.content.fields import SIDES
from game.lab.report import page
from game.lab.trial import Trial, trial
from game.match.match import Match
from game.places import saves_dir
from game.players.levels import LEVELS, title_of

from .. import theme
from ..app import App, Scene
from ..desk import grid
from ..editor import findings
from ..nodes import Node
from ..widgets import Scroll, button, heading, panel, paragraph, segments
from .debrief import open_page
from .handout import hand_out

EDGE, TOP, FOOT = 48, 96, 96  # units
GAMES = ((20, "20 games"), (100, "100 games"), (400, "400 games"))
QUICK = ("visitor", "clerk", "adviser", "minister", "strategist")
TABS = (("results", "1  Who wins, and how"), ("goals", "2  Goals"), ("cards", "3  Cards"))
ABOUT = (
    "The computer plays both sides at one level, each game with other cards and other luck. The bars below fill while "
    "it plays. The line over a bar is its range: the true share lies in it 19 times of 20, and more games make it "
    "shorter. A side is called favoured when its whole range is above 50 %. People may play otherwise than computers."
)


class TrialScene(Scene):
    def __init__(self, app: App, match: Match) -> None:
        super().__init__(app)
        self.given = match
        self.level, self.games = "clerk", GAMES[0][0]
        self.errand: Errand[Trial] | None = None
        self.done = 0  # games that were played
        self.found: Trial | None = None  # the last with a report
        self.tab = TABS[0][0]
        self.scroll = Scroll("found")

    @property
    def is_running(self) -> bool:
        return self.errand is not None and not self.errand.is_done

    def start(self) -> None:
        self._anew()
        self.errand = Errand(trial, self.level, str(self.games), match=self.given)

    def stop(self) -> None:
        """What has been found so far stays."""
        if self.errand is not None:
            self.errand.close()

    def update(self, seconds: float) -> bool:
        if self.errand is None or self.errand.is_done:
            return False
        news = self.errand.poll()
        for one in news:
            self.done = one.games
            self.found = one if one.report is not None else self.found
        if self.errand.is_done and self.errand.problem:
            self.app.say(self.errand.problem, 8)
        return bool(news) or self.errand.is_done

    def leave(self) -> None:
        self.stop()

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pen.rect(EDGE, TOP, pen.wide - 2 * EDGE, pen.high - TOP - FOOT)
        inner = area.inflate(-2 * pen.px(28), 0)
        row = pygame.Rect(inner.x, area.y + pen.px(60), inner.w, pen.px(48))
        levels = [(level.id, title_of(level.id)) for level in LEVELS if level.id in QUICK]
        left = pygame.Rect(row.x, row.y, row.w // 2 - pen.px(10), row.h)
        right = pygame.Rect(row.centerx + pen.px(10), row.y, row.w // 2 - pen.px(10), row.h)
        room = pygame.Rect(inner.x, row.bottom + pen.px(12), inner.w, 0)
        room.h = area.bottom - pen.px(14) - room.y
        return [
            heading(pen, "Balance check", self.given.scenario.title),
            panel(pen, "trial", area, "chart", "The computer against itself", self._progress()),
            *segments(pen, "level", left, levels, self.level, self.choose_level, "a"),
            *segments(pen, "games", right, GAMES, self.games, self.choose_games, "b"),
            *self._found(room),
            *self._buttons(),
        ]

    def _progress(self) -> str:
        if self.errand is None:
            return "Nothing played yet"
        done = f"{self.done} of {self.games} games"
        return f"{done}, going on" if self.is_running else done

    def _found(self, room: pygame.Rect) -> list[Node]:
        """The page of the report that was chosen; what it all is, before there is one."""
        pen = self.app.pen
        if self.found is None:
            words = paragraph(pen, "about", room.x, room.y + pen.px(14), room.w, ABOUT, 17, theme.TEXT_2)
            top = words.rect.bottom + pen.px(22)
            area = pygame.Rect(room.x, top, room.w, room.bottom - top)
            sides = [self.given.scenario.sides[side].title for side in SIDES]
            return [words, findings.results(pen, area, findings.preview(sides), True)]
        bar = pygame.Rect(room.x, room.y, room.w, pen.px(44))
        made: list[Node] = [*segments(pen, "tab", bar, TABS, self.tab, self.open, "c", size=16)]
        area = pygame.Rect(room.x, bar.bottom + pen.px(10), room.w, room.bottom - bar.bottom - pen.px(10))
        figures = self.found.figures
        if self.tab == "results":
            return [*made, findings.results(pen, area, figures, self.is_running)]
        shown = findings.goals(figures) if self.tab == "goals" else findings.cards(figures)
        return [*made, *grid.nodes(pen, self.scroll, area, shown, self.app.rebuild)]

    def _buttons(self) -> list[Node]:
        pen, y = self.app.pen, self.app.pen.high - 76
        words, act, icon = ("STOP", self.stop, "cross") if self.is_running else ("START", self.start, "play")
        start = pen.rect(pen.wide - EDGE - 380, y - 4, 380, 62)
        save = pen.rect(pen.wide - EDGE - 380 - 16 - 330, y, 330, 54)
        can_save = self.save_page if self.found is not None else None
        return [
            button(pen, "button:back", pen.rect(EDGE, y, 220, 54), "Back", self.app.pop, "undo", "Esc", group="z"),
            button(pen, "button:page", save, "Save report (HTML)", can_save, "export", "S", group="z"),
            button(pen, "button:start", start, words, act, icon, "F5", gold=not self.is_running, size=26, group="y"),
        ]

    # --- what can be done ------------------------------------------------------------------------

    def open(self, tab: str) -> None:
        self.tab, self.scroll.first = tab, 0

    def choose_level(self, level: str) -> None:
        self._anew()
        self.level = level

    def choose_games(self, games: int) -> None:
        self._anew()
        self.games = games

    def _anew(self) -> None:
        """Figures of another order would mislead."""
        self.stop()
        self.errand, self.found, self.done = None, None, 0

    def page_file(self) -> Path:
        return saves_dir() / f"balance-{self.given.scenario.id}-{self.level}.html"

    def save_page(self) -> None:
        """Write the whole report as one page, and open it where there is a browser with a window."""
        if self.found is None:
            return
        report = self.found.report
        assert report is not None
        if hand_out(self.app, self.page_file(), page(report)):
            open_page(self.page_file())

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        acts: dict[int, Any] = {
            pygame.K_ESCAPE: self.app.pop,
            pygame.K_F5: self.stop if self.is_running else self.start,
            pygame.K_s: self.save_page,
        }
        if event.key in acts:
            acts[event.key]()
        elif pygame.K_1 <= event.key < pygame.K_1 + len(TABS):
            self.open(TABS[event.key - pygame.K_1][0])
        else:
            return self.scroll.key(event.key, self.app.stage, "row:", range(self.scroll.count), self.nodes)
        return True
