"""The balance check: the computer plays a scenario against itself, in a process of its own, and can be stopped."""

import pygame

from game.classroom.errand import Errand
from game.lab.figures import interval
from game.lab.trial import Tally, trial
from game.match.match import Match
from game.players.levels import LEVELS, title_of

from .. import theme
from ..app import App, Scene
from ..nodes import Node
from ..pen import Pen
from ..widgets import button, heading, label, panel, segments

EDGE, TOP, FOOT = 48, 96, 96  # units
GAMES = ((20, "20 games"), (100, "100 games"), (400, "400 games"))
QUICK = ("visitor", "clerk", "adviser", "minister")
ABOUT = (
    "One level plays both sides, with other cards and other luck in each game. The line over a bar is the range in "
    "which the true share lies, 19 times of 20: more games make it shorter. Only where it leaves out 50 % does the "
    "check say that a side is favoured; and people may play otherwise than the computer."
)


class TrialScene(Scene):
    def __init__(self, app: App, match: Match) -> None:
        super().__init__(app)
        self.given = match
        self.level, self.games = "clerk", GAMES[0][0]
        self.errand: Errand[Tally] | None = None
        self.tally = Tally()

    @property
    def is_running(self) -> bool:
        return self.errand is not None and not self.errand.is_done

    def start(self) -> None:
        self.stop()
        self.tally = Tally()
        self.errand = Errand(trial, self.level, str(self.games), match=self.given)

    def stop(self) -> None:
        """What has been found so far stays."""
        if self.errand is not None:
            self.errand.close()

    def update(self, seconds: float) -> bool:
        if self.errand is None or self.errand.is_done:
            return False
        found = self.errand.poll()
        if found:
            self.tally = found[-1]
        if self.errand.is_done and self.errand.problem:
            self.app.say(self.errand.problem, 8)
        return bool(found) or self.errand.is_done

    def leave(self) -> None:
        self.stop()

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pen.rect(EDGE, TOP, pen.wide - 2 * EDGE, pen.high - TOP - FOOT)
        inner = area.inflate(-2 * pen.px(28), 0)
        row = pygame.Rect(inner.x, area.y + pen.px(64), inner.w, pen.px(52))
        levels = [(level.id, title_of(level.id)) for level in LEVELS if level.id in QUICK]
        left = pygame.Rect(row.x, row.y, row.w // 2 - pen.px(10), row.h)
        right = pygame.Rect(row.centerx + pen.px(10), row.y, row.w // 2 - pen.px(10), row.h)
        about = pen.paragraph_height(ABOUT, inner.w, 16)
        place = pygame.Rect(inner.x, area.bottom - about - pen.px(22), inner.w, about)
        figures = pygame.Rect(inner.x, row.bottom + pen.px(24), inner.w, place.y - row.bottom - pen.px(48))
        return [
            heading(pen, "Balance check", self.given.scenario.title),
            panel(pen, "trial", area, "chart", "The computer against itself", self._progress()),
            *segments(pen, "level", left, levels, self.level, self.choose_level, "a"),
            *segments(pen, "games", right, GAMES, self.games, self.choose_games, "b"),
            self._figures(figures),
            label(pen, "about", place, ABOUT, 16),
            *self._buttons(),
        ]

    def _progress(self) -> str:
        if self.errand is None:
            return "Nothing played yet"
        done = f"{self.tally.games} of {self.games} games"
        return f"{done}, going on" if self.is_running else done

    def _figures(self, area: pygame.Rect) -> Node:
        pen, tally = self.app.pen, self.tally
        sides = self.given.scenario.sides
        lines = [
            (f"{sides['us'].title} wins", tally.us, 0),
            (f"{sides['china'].title} wins", tally.china, 1),
            ("Ends in a Rupture", tally.ruptures, 2),
            ("Won at once by the track", tally.at_once, 2),
        ]
        said = verdict(tally, (sides["us"].title, sides["china"].title)) if not self.is_running else ""

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            high = (box.h - pen.tx(46)) // len(lines)
            for n, (words, hits, side) in enumerate(lines):
                place = pygame.Rect(box.x, box.y + n * high, box.w, high)
                _paint_share(pen, target, place, words, interval(hits, tally.games), side, tally.games)
            y = box.bottom - pen.tx(22)
            pen.text(target, said, box.x, y, "head", 22, theme.TEXT, "lm", width=box.w)

        return Node("figures", area, paint, key=(tally, said), live=False)

    def _buttons(self) -> list[Node]:
        pen, y = self.app.pen, self.app.pen.high - 76
        words, act, icon = ("STOP", self.stop, "pause") if self.is_running else ("START", self.start, "play")
        start = pen.rect(pen.wide - EDGE - 380, y - 4, 380, 62)
        return [
            button(pen, "button:back", pen.rect(EDGE, y, 220, 54), "Back", self.app.pop, "undo", "Esc", group="z"),
            button(pen, "button:start", start, words, act, icon, "F5", gold=True, size=26, group="y"),
        ]

    # --- what can be done ------------------------------------------------------------------------

    def choose_level(self, level: str) -> None:
        self._anew()
        self.level = level

    def choose_games(self, games: int) -> None:
        self._anew()
        self.games = games

    def _anew(self) -> None:
        """Figures of another order would mislead."""
        self.stop()
        self.errand, self.tally = None, Tally()

    def key(self, event: pygame.event.Event) -> bool:
        acts = {pygame.K_ESCAPE: self.app.pop, pygame.K_F5: self.stop if self.is_running else self.start}
        if event.key in acts:
            acts[event.key]()
        return event.key in acts


def verdict(tally: Tally, titles: tuple[str, str]) -> str:
    """What the figures say of the balance, and no more than they say."""
    if not tally.games:
        return ""
    for hits, title in zip((tally.us, tally.china), titles, strict=True):
        if interval(hits, tally.games)[1] > 50:
            return f"{title} is favoured: it wins more than half of such games."
    _, low, high = interval(tally.us, tally.games)
    return f"No favourite is shown: {titles[0]} wins between {low:.0f} and {high:.0f} % of such games."


def _paint_share(
    pen: Pen,
    target: pygame.Surface,
    place: pygame.Rect,
    words: str,
    share: tuple[float, float, float],
    side: int,
    games: int,
) -> None:
    """A bar from 0 to 100 %, with the range over it."""
    percent, low, high = share
    left, number = round(place.w * 0.28), round(place.w * 0.22)
    pen.text(target, words, place.x, place.centery, "medium", 18, theme.TEXT, "lm", width=left - pen.px(14))
    bar = pygame.Rect(place.x + left, 0, place.w - left - number - pen.px(20), pen.px(26))
    bar.centery = place.centery
    if side < 2:
        pen.bar(target, bar, percent / 100, side)
    else:
        pen.box(target, bar, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
        done = pygame.Rect(bar.x, bar.y, round(bar.w * percent / 100), bar.h)
        if done.w > bar.h // 2:
            pen.box(target, done, theme.TIP_EDGE, theme.TIP_EDGE, theme.TIP_EDGE, 6)
    middle = bar.x + bar.w // 2
    target.fill(pygame.Color(theme.LINE_STRONG), (middle, bar.y - pen.px(8), max(1, pen.px(1)), bar.h + pen.px(16)))
    said = "" if not games else f"{percent:.0f} %  ({low:.0f} to {high:.0f})"
    pen.text(target, said, place.right, place.centery, "number", 20, theme.TEXT, "rm", width=number)
    if games:
        a, b = (bar.x + round(bar.w * x / 100) for x in (low, high))
        thin = max(2, pen.px(3))
        target.fill(pygame.Color(theme.TEXT), (a, bar.centery - thin // 2, max(thin, b - a), thin))
        for x in (a, b):
            target.fill(pygame.Color(theme.TEXT), (x - thin // 2, bar.centery - pen.px(7), thin, pen.px(14)))
