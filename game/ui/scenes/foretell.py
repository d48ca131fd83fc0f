"""Forecast before reveal: which way a public number goes in the market phase, and how sure somebody is; afterwards what
came, with everybody's Brier score. In letters for the back row.
"""

from functools import partial
from typing import Protocol

import pygame

from game.classroom.forecasts import BLIND, Judged, scores, title
from game.engine import terms as T
from game.match.match import Match
from game.match.said import ABOUT, CELLS, DIRECTIONS, About, Direction, Forecast
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..hands import ENTER
from ..layout import DESIGN, columns
from ..nodes import Node
from ..pen import Pen
from ..widgets import Entry, button, panel, segments, slider
from .presenter import LARGE, SMALLEST

PAUSE = 0.8  # seconds that what came is on the screen at least
SURE = (34, 50, 60, 70, 80, 90, 100)  # percent
EDGE, ROW, TOP, FOOT = 24, 64, 80, 78  # units
WAYS: dict[Direction, str] = {"up": "up", "same": "same", "down": "down"}
FEWER = 5  # lines of what came
LEAST, MOST = 50, 96  # units of such a line
MEANS, BESIDE = 84, 52  # units under them; of the sign at the left
HINT = (
    "The market phase shows what came. Being sure pays when you are right and costs most when you are wrong; "
    f"{SURE[0]} % is a guess among three."
)


class Foretold(Protocol):
    match: Match
    words: Words
    viewer: int

    def name(self, side: int) -> str: ...

    def clock_words(self) -> str: ...


def ways(words: Words, about: About) -> dict[Direction, str]:
    """The three ways that a number can go; the track goes to one side or the other."""
    if about != "track":
        return WAYS
    return {"up": f"toward {words.shorts[T.US]}", "same": "same", "down": f"toward {words.shorts[T.CHINA]}"}


def goes(words: Words, about: About, way: Direction) -> str:
    """The way within a sentence."""
    return "stays the same" if way == "same" else ways(words, about)[way]


def named(words: Words, about: About) -> str:
    """What a forecast is about, where the ways say what up is."""
    return "Leadership track" if about == "track" else title(words, about)


class Large(Scene):
    """A scene in presenter's letters."""

    _pen: tuple[Pen, Pen] | None = None

    @property
    def pen(self) -> Pen:
        if self._pen is None or self._pen[0] is not self.app.pen:
            small = self.app.pen
            fit = min(small.width / DESIGN[0], small.height / DESIGN[1])
            self._pen = small, small.another(LARGE, round(SMALLEST * fit))
        return self._pen[1]


class ForetellScene(Large):
    def __init__(self, app: App, play: Foretold) -> None:
        super().__init__(app)
        self.play = play
        self.round = play.match.state.shared[T.ROUND]
        self.number = (self.round - 1) % len(ABOUT)
        self.direction: Direction | None = None
        self.sure = 3
        self._clock = play.clock_words()
        side = play.viewer
        name = play.match.seats[side].name or play.words.sides[side]
        self.who = Entry("who", name, most=24)

    @property
    def about(self) -> About:
        return ABOUT[self.number]

    def problem(self) -> str:
        """Why nothing can be kept yet."""
        if not self.who.text.strip():
            return "Write who says it: a team or a nickname."
        return "" if self.direction else "Say first which way it goes: up, the same, or down."

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.pen
        wide = pen.wide - 2 * EDGE
        area = pen.rect(EDGE, TOP, wide, pen.high - TOP - FOOT)
        places = [pen.rect(EDGE + 18, TOP + 16 + n * (ROW + 16), wide - 36, ROW) for n in range(4)]
        made = [*self._head(pen.rect(EDGE, 10, wide, TOP - 16)), panel(pen, "foretell:form", area)]
        fields = [columns(place, 10, 0) for place in places]
        for n, words in enumerate(("Who", "What", "It goes", "How sure")):
            label = fields[n][0].unionall(fields[n][1:2])
            made.append(line(pen, f"label:{n}", label, words, "head", 20, theme.TEXT_2))
        who, number, way, sure = (field[2].unionall(field[3:]) for field in fields)
        is_focused = self.app.stage.focus == "who"
        made.append(self.who.node(pen, who, "A team or a nickname", is_focused, "a", size=22))
        made += self._what(number)
        shown = ways(self.play.words, self.about)
        options = [(way, f"{n}  {shown[way][:1].upper()}{shown[way][1:]}") for n, way in enumerate(DIRECTIONS, 1)]
        made += segments(pen, "way", way, options, self.direction, self._go, "c", size=22)
        stops = [f"{percent} %" for percent in SURE]
        made.append(slider(pen, "sure", sure, stops, self.sure, self._be_sure, "d"))
        top = places[-1].bottom + pen.px(14)
        below = pygame.Rect(places[0].x, top, places[0].w, area.bottom - pen.px(10) - top)
        if pen.paragraph_height(HINT, below.w, 18) <= below.h:
            made.append(Node("foretell:hint", below, partial(_paint_words, pen, HINT), key=HINT, live=False))
        return [*made, *self._bar(pen.rect(EDGE, pen.high - 66, wide, 54))]

    def _what(self, place: pygame.Rect) -> list[Node]:
        """The number that is foretold, as it stands now, and a button for another."""
        pen, words = self.pen, self.play.words
        turn = pygame.Rect(place.right - pen.px(190), place.y, pen.px(190), place.h)
        said = pygame.Rect(place.x, place.y, turn.x - place.x - pen.px(10), place.h)
        value = self.play.match.state.cells[CELLS[self.about]]
        now = words.track(value) if self.about == "track" else value
        told = f"{named(words, self.about)}: now {now}"
        return [
            line(pen, "about", said, told, "number", 24, theme.TEXT),
            button(pen, "about:next", turn, "Another", self._turn, "", "N", group="b", size=20),
        ]

    def _head(self, rect: pygame.Rect) -> list[Node]:
        """The question, and the clocks, which go on."""
        pen, time = self.pen, self.play.clock_words()
        clock = pygame.Rect(rect)
        clock.w = pen.text_width(time, "number", 22)
        clock.right, rect.w = rect.right, rect.w - clock.w - pen.px(20)
        words = f"Round {self.round}: what will the market phase do?"
        return [
            line(pen, "foretell:title", rect, words, "number", 32, theme.TEXT),
            line(pen, "foretell:clock", clock, time, "number", 22, theme.TEXT_2),
        ]

    def update(self, seconds: float) -> bool:
        """The clocks are seen to go."""
        was, self._clock = self._clock, self.play.clock_words()
        return was != self._clock

    def _bar(self, bar: pygame.Rect) -> list[Node]:
        pen = self.pen
        skip, more, keep = columns(bar, 3, pen.px(10))
        act = None if self.problem() else self.keep
        again = None if self.problem() else self.keep_and_more
        return [
            button(pen, "foretell:skip", skip, "No forecast", self.app.pop, "", "Esc", group="e", size=18),
            button(pen, "foretell:more", more, "Keep, next person", again, "", "F6", group="e", size=18),
            button(pen, "foretell:keep", keep, "Keep", act, "", "F5", True, group="f", size=20),
        ]

    # --- what can be done ------------------------------------------------------------------------

    def _turn(self) -> None:
        self.number = (self.number + 1) % len(ABOUT)

    def _go(self, way: Direction | None) -> None:
        self.direction = way

    def _be_sure(self, stop: int) -> None:
        self.sure = stop

    def _keep(self) -> bool:
        problem = self.problem()
        if problem or self.direction is None:
            self.app.say(problem)
            return False
        who, sure = self.who.text.strip(), SURE[self.sure]
        forecast = Forecast(
            who=who, round=self.round, about=self.about, direction=self.direction, confidence=sure
        )
        self.play.match.foretell(forecast)
        way = goes(self.play.words, self.about, self.direction)
        self.app.say(f"Kept: {who}: {named(self.play.words, self.about)} {way}, {sure} % sure.")
        return True

    def keep(self) -> None:
        if self._keep():
            self.app.pop()

    def keep_and_more(self) -> None:
        """Keep it, and ask the next person."""
        if self._keep():
            self.who, self.direction = Entry("who", "", most=24), None

    def key(self, event: pygame.event.Event) -> bool:
        if pygame.K_1 <= event.key < pygame.K_1 + len(DIRECTIONS):
            self._go(DIRECTIONS[event.key - pygame.K_1])
            return True
        acts = {
            pygame.K_ESCAPE: self.app.pop,
            pygame.K_F5: self.keep,
            pygame.K_F6: self.keep_and_more,
            pygame.K_n: self._turn,
        }
        if event.key in acts:
            acts[event.key]()
        return event.key in acts


class JudgedScene(Large):
    """What came of the forecasts of a round."""

    def __init__(self, app: App, words: Words, number: int, judged: list[Judged]) -> None:
        """`judged` are those of all rounds up to this one."""
        super().__init__(app)
        self.words, self.number = words, number
        self.lines = [one for one in judged if one.forecast.round == number]
        self.means = scores(judged)
        self.first = 0
        self._shown = 0.0  # seconds

    def entered(self) -> None:
        self.app.say("", 0)  # what was kept is no news any more

    def update(self, seconds: float) -> bool:
        self._shown += seconds
        return False

    def go_on(self) -> None:
        """Not at once: whoever presses a key to see the market phase done has not read this."""
        if self._shown >= PAUSE:
            self.app.pop()

    def nodes(self) -> list[Node]:
        """The forecasts of the round with their scores, under them everybody's mean."""
        pen = self.pen
        wide = pen.wide - 2 * EDGE
        area = pen.rect(EDGE, TOP, wide, pen.high - TOP - FOOT)
        words = f"Round {self.number}: what came of the forecasts"
        made = [
            line(pen, "judged:title", pen.rect(EDGE, 10, wide, TOP - 16), words, "number", 32, theme.TEXT),
            panel(pen, "judged:panel", area, "chart", "Brier score", "0 is best"),
        ]
        inner = pygame.Rect(area.x + pen.px(16), area.y + pen.px(52), area.w - pen.px(32), 0)
        inner.h = area.bottom - pen.px(MEANS) - inner.y
        shown = self.lines[self.first : self.first + FEWER]
        step = min(pen.px(MOST), max(pen.px(LEAST), inner.h // max(1, len(shown))))
        room = inner.w - pen.px(BESIDE + 32) - pen.text_width("0.00", "number", 26)
        is_short = all(pen.text_width(self._told(one), "head", 24) <= room for one in shown)
        size = 24 if is_short else 20
        for n, one in enumerate(shown):
            rect = pygame.Rect(inner.x, inner.y + n * step, inner.w, step - pen.px(8))
            made.append(Node(f"judged:{n}", rect, partial(self._paint, one, size), key=(one, size), live=False))
        best = ", ".join(f"{who} {mean:.2f}" for who, mean in list(self.means.items())[:4])
        told = f"The mean so far (who guesses blindly gets {BLIND:.2f}): {best}"
        below = pygame.Rect(inner.x, inner.y + len(shown) * step + pen.px(6), inner.w, pen.px(MEANS) - pen.px(12))
        made.append(Node("judged:means", below, partial(_paint_words, pen, told), key=told, live=False))
        _, more, back = columns(pen.rect(EDGE, pen.high - 66, wide, 54), 3, pen.px(10))
        if len(self.lines) > FEWER:
            made.append(button(pen, "judged:more", more, "More", self._turn, "", "PgDn", group="a", size=18))
        on = button(pen, "judged:on", back, "Go on", self.go_on, "forward", "Enter", True, group="b", size=20)
        return [*made, on]

    def _told(self, one: Judged) -> str:
        """What somebody said, and what came."""
        said, shown = one.forecast, ways(self.words, one.forecast.about)
        way = goes(self.words, said.about, said.direction)
        came = "stayed the same" if one.came == "same" else f"went {shown[one.came]}"
        about = named(self.words, said.about)
        return f"{said.who}: {about} {way}, {said.confidence} % sure. It {came}."

    def _paint(self, one: Judged, size: float, target: pygame.Surface, box: pygame.Rect) -> None:
        pen, edge = self.pen, theme.GAIN if one.is_right else theme.LOSS
        pen.box(target, box, theme.SELECTED, theme.PANEL_BOTTOM, edge, 10, 1.6)
        pen.icon(target, "check" if one.is_right else "cross", box.x + pen.px(26), box.centery, 26, edge)
        right, x = box.right - pen.px(16), box.x + pen.px(BESIDE)
        right -= pen.text(target, f"{one.score:.2f}", right, box.centery, "number", 26, edge, "rm")
        room = right - pen.px(16) - x
        pen.text(target, self._told(one), x, box.centery, "head", size, theme.TEXT, "lm", width=room)

    def _turn(self) -> None:
        self.first = 0 if self.first + FEWER >= len(self.lines) else self.first + FEWER

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
        elif event.key in ENTER and self.app.hands.focused() is None:
            self.go_on()
        elif event.key == pygame.K_PAGEDOWN:
            self._turn()
        else:
            return False
        return True


# --- pictures ------------------------------------------------------------------------------------


def line(pen: Pen, name: str, rect: pygame.Rect, words: str, face: str, size: float, tone: str) -> Node:
    """One line of words."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.text(target, words, box.x, box.centery, face, size, tone, "lm", width=box.w)

    return Node(name, rect, paint, key=words, live=False)


def _paint_words(pen: Pen, words: str, target: pygame.Surface, box: pygame.Rect) -> None:
    pen.paragraph(target, words, box.x, box.y, box.w, 18, theme.TEXT_2, most=2)
