"""A match for a class: minutes until the bell, two teams, what belongs to it, and the seed of the deal."""

from functools import partial

import pygame

from game.classroom.bell import BellError, Fit, Option, fit, lesson, options, shortened
from game.content.compile import find_scenario, load_base
from game.content.pack import Pack
from game.engine import terms as T
from game.match.arranged import LEAST_MINUTES, MOST_MINUTES, Arranged
from game.match.match import Match

from .. import theme
from ..app import App, Scene
from ..icons import emblems
from ..layout import by_need, columns, rows
from ..nodes import Node
from ..pen import Pen
from ..widgets import Answer, Entry, Question, button, button_width, heading, label, panel, segments, toggle
from .seat import HEIGHT, SeatPanel
from .setup import new_seed
from .starts import Start

EDGE, TOP = 48, 96  # units
PEOPLE = ((1, "1"), (2, "2"), (5, "3 to 5"), (30, "Class"))
PARTS = (("match", "A match"), ("lesson", "A whole lesson"))
PART_TIPS = (
    "All minutes are for the match.",
    "Questionnaire, First Moves to show, the match, the debrief, questionnaire: the minutes are shared out.",
)
SWITCHES = {
    "has_roles": (
        "Roles",
        "Leader, industry, trade, security, diplomacy: each with a sheet and a private aim.",
    ),
    "has_forecasts": ("Forecasts", "Before each market phase each team says which way a public number goes."),
    "has_injects": (
        "Teacher's injects",
        "Choose the next headline, spotlights and cards; all of it is logged.",
    ),
    "is_strict": (
        "Strict clock",
        "A move passes when its time is over. Off: only when the bell would be missed.",
    ),
}
SEED = "Every table that writes the same seed gets the same cards and the same luck."
SHOWN = 6  # lines of the plan


class ClassSetupScene(Scene):
    is_full = True

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.base = load_base()
        self.start_from: Start | None = None  # None for what fits the minutes
        self.minutes = Entry("minutes", "45", most=3)
        self.part, self.people = "lesson", 2
        self.on = {"has_roles": True, "has_forecasts": True, "has_injects": False, "is_strict": False}
        self.seats = (SeatPanel(app, 0, "us", "person"), SeatPanel(app, 1, "china", "person"))
        self.seed = Entry("seed", new_seed(), most=20)
        self._known = self._entered()  # what may be left without asking

    @property
    def pack(self) -> Pack:
        return self.base if self.start_from is None else self.start_from[0]

    # --- the plan --------------------------------------------------------------------------------

    def problem(self) -> str:
        """Why no match can be started, in plain words; nothing if one can."""
        text = self.minutes.text.strip()
        if not text.isdecimal():
            return f"Write the minutes until the bell as a number, {LEAST_MINUTES} to {MOST_MINUTES}."
        if not LEAST_MINUTES <= int(text) <= MOST_MINUTES:
            return f"A class has {LEAST_MINUTES} to {MOST_MINUTES} minutes; {int(text)} is outside that."
        try:
            self.fitted()
        except BellError as error:
            return f"{str(error)[:1].upper()}{str(error)[1:]}."
        names = [seat.seat.name.casefold() for seat in self.seats if seat.seat.name]
        if len(names) == 2 and names[0] == names[1]:
            return "Both teams have the same name. Give one of them another."
        return (
            ""
            if self.seed.text.strip()
            else "Write a seed for the deal, any word or number, or press Another."
        )

    def _match_minutes(self) -> int:
        minutes = int(self.minutes.text)
        return lesson(minutes).play if self.part == "lesson" else minutes

    def fitted(self) -> Fit:
        """The match that fits. Raises BellError."""
        among = options(self.pack)
        if self.start_from is not None:
            scenario = self.start_from[1]
            among = [Option(scenario.id, scenario.rounds)]
        return fit(self._match_minutes(), self.people, among)

    def plan(self) -> list[tuple[str, str]]:
        """What happens when, as (minutes, words)."""
        found = self.fitted()
        title, rounds = find_scenario(self.pack, found.scenario).title, found.rounds
        match = f"{title}: {rounds} round{'s' if rounds > 1 else ''}, {round(found.seconds)} seconds a move"
        if self.part == "match":
            steps = [(self._match_minutes(), match)]
        else:
            parts = lesson(int(self.minutes.text))
            steps = [
                (parts.before, "Questionnaire, before"),
                (parts.demo, "Show First Moves"),
                (parts.play, match),
                (parts.debrief, "Debrief"),
                (parts.after, "Questionnaire, after; hand in the class files"),
            ]
        now, told = 0, []
        for minutes, words in steps:
            told.append((f"{now} to {now + minutes} min", words))
            now += minutes
        return [*told, (f"{now} min", "The bell")]

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        bottom, split = pen.high - 96, EDGE + pen.wide * 0.4
        sides_top = bottom - HEIGHT - 4
        left = pen.rect(EDGE, TOP, split - EDGE, bottom - TOP)
        right = pen.rect(split + 20, TOP, pen.wide - EDGE - split - 20, sides_top - TOP - 14)
        sides = pen.rect(split + 20, sides_top, pen.wide - EDGE - split - 20, HEIGHT + 4)
        words = "Minutes, two teams, a seed: the match ends in time for the bell"
        made = [heading(pen, "Class", words), *self._bell(left), *self._deal(right)]
        scenario = find_scenario(self.pack, self._scenario())
        titles = [scenario.sides[side].title for side in ("us", "china")]
        for side, place in enumerate(columns(sides, 2, pen.px(14))):
            made += self.seats[side].nodes(place, f"Team {titles[side]}", emblems(scenario)[side])
        return made + self._foot()

    def _scenario(self) -> str:
        """Whose sides stand on the screen."""
        if self.start_from is not None:
            return self.start_from[1].id
        return options(self.pack)[0].scenario if self.problem() else self.fitted().scenario

    def _bell(self, area: pygame.Rect) -> list[Node]:
        """Minutes, people, and the plan that follows from them."""
        pen = self.app.pen
        inner = pygame.Rect(area.x + pen.px(20), area.y + pen.px(58), area.w - pen.px(40), pen.px(50))
        wide = round(inner.w * 0.42)
        field = pygame.Rect(inner.right - (inner.w - wide), inner.y, inner.w - wide, inner.h)
        step = inner.h + pen.px(10)
        labels = ("Minutes until the bell", "The minutes are for", "People in a team", "Start position")
        made = [panel(pen, "bell-panel", area, "clock", "Bell")]
        for n, words in enumerate(labels):
            place = pygame.Rect(inner.x, inner.y + n * step, wide - pen.px(10), inner.h)
            made.append(_words(pen, f"bell-label:{n}", place, words))
        is_focused = self.app.stage.focus == "minutes"
        made.append(self.minutes.node(pen, field, "4 to 180", is_focused, "a", "minutes"))
        second, third = field.move(0, step), field.move(0, 2 * step)
        made += segments(pen, "part", second, PARTS, self.part, self._for, group="b", tips=PART_TIPS, size=16)
        made += segments(pen, "people", third, PEOPLE, self.people, self._number, group="c", size=16)
        fourth = field.move(0, 3 * step)
        is_chosen = self.start_from is not None
        words = f"From: {self.start_from[1].title}" if self.start_from else "Another start…"
        starts = ((False, "What fits"), (True, words))
        tips = (
            "The start position: the scenario that fits the minutes.",
            "Any scenario, also your own, or where a saved match stands; cut to the rounds that fit.",
        )
        made += segments(pen, "start", fourth, starts, is_chosen, self._start, "c2", size=16, tips=tips)
        top = fourth.bottom + pen.px(16)
        place = pygame.Rect(inner.x, top, inner.w, area.bottom - top - pen.px(14))
        problem = self.problem()
        lines = [] if problem else self.plan()
        paint = partial(_paint_plan, pen, lines, problem)
        return [*made, Node("plan", place, paint, key=(tuple(lines), problem), live=False)]

    def _deal(self, area: pygame.Rect) -> list[Node]:
        """Switches at the left, the seed of the deal at the right."""
        pen = self.app.pen
        switches, right = columns(area, 2, pen.px(14))
        inner = pygame.Rect(switches.x + pen.px(20), switches.y + pen.px(52), switches.w - pen.px(40), 0)
        inner.h = switches.bottom - pen.px(8) - inner.y
        made = [panel(pen, "switches", switches, "settings", "In this class")]
        for (name, (title, words)), place in zip(
            SWITCHES.items(), rows(inner, len(SWITCHES), 0), strict=True
        ):
            act, tip = partial(self._switch, name), partial(_tip, title, words)
            high = pen.tx(36)
            below = pygame.Rect(place.x, place.y + high, place.w - pen.tx(60), place.h - high)
            place.h = high
            made.append(toggle(pen, f"switch:{name}", place, title, self.on[name], act, "d", tip))
            if pen.paragraph_height(words, below.w, 15) <= below.h:
                made.append(label(pen, f"switch-words:{name}", below, words))
        shown = pygame.Rect(right.x + pen.px(20), right.y + pen.px(52), right.w - pen.px(40), 0)
        row = pygame.Rect(shown.x, right.bottom - pen.px(64), shown.w, pen.px(50))
        about = pen.paragraph_height(SEED, shown.w, 15)
        told = pygame.Rect(shown.x, row.y - pen.px(14) - about, shown.w, about)
        shown.h = told.y - pen.px(8) - shown.y
        again = pygame.Rect(0, row.y, pen.px(150), row.h)
        again.right = row.right
        entry = pygame.Rect(row.x, row.y, again.x - pen.px(10) - row.x, row.h)
        paint = partial(_paint_seed, pen, self.seed.text.strip())
        return [
            *made,
            panel(pen, "seed-panel", right, "seed", "Seed of the deal"),
            Node("seed-shown", shown, paint, key=self.seed.text, live=False),
            label(pen, "seed-words", told, SEED),
            self.seed.node(pen, entry, "Any word or number", self.app.stage.focus == "seed", "e"),
            button(pen, "button:seed", again, "Another", self._reseed, "again", group="f"),
        ]

    def _foot(self) -> list[Node]:
        pen = self.app.pen
        back = pen.rect(EDGE, pen.high - 76, 180, 54)
        start = pen.rect(pen.wide - EDGE - 320, pen.high - 80, 320, 62)
        can_start = None if self.problem() else self.start
        more = (
            ("roles", "Role sheets", self.roles, "person", "F7", None),
            ("help", "How it works", self.handbook, "book", "F1", None),
            ("ask", "Questionnaire", self.ask, "edit", "F8", _ask_tip),
            ("moves", "First Moves", self.first_moves, "class", "F9", _moves_tip),
        )
        row = pen.rect(EDGE + 196, pen.high - 76, min(1040, pen.wide - 2 * EDGE - 196 - 336), 54)
        needs = [button_width(pen, words, icon, hint) for _, words, _, icon, hint, _ in more]
        places = by_need(row, needs, pen.px(16))
        return [
            *[
                button(pen, f"button:{name}", place, words, act, icon, hint, group="z", tip=tip)
                for place, (name, words, act, icon, hint, tip) in zip(places, more, strict=True)
            ],
            button(pen, "button:back", back, "Back", self.close, "undo", "Esc", group="z"),
            button(pen, "button:start", start, "START", can_start, "play", "F5", True, size=26, group="y"),
        ]

    # --- what can be done ------------------------------------------------------------------------

    def _for(self, part: str) -> None:
        self.part = part

    def _number(self, people: int) -> None:
        self.people = people

    def _start(self, is_other: bool) -> None:
        from .starts import StartsScene

        if is_other:
            self.app.push(StartsScene(self.app, self._start_from, self.start_from))
        else:
            self.start_from = None

    def _start_from(self, start: Start | None) -> None:
        self.start_from = start

    def _switch(self, name: str) -> None:
        self.on[name] = not self.on[name]

    def _reseed(self) -> None:
        self.seed = Entry("seed", new_seed(), most=20)

    def _entered(self) -> tuple[object, ...]:
        """All that can be set up here."""
        seats = [seat.seat for seat in self.seats]
        return self.minutes.text, self.part, self.people, {**self.on}, seats, self.seed.text, self.start_from

    def close(self) -> None:
        """Back; what was changed would be lost, so that is asked first. Once: Escape, again and again, leads out."""
        if self._entered() == self._known:
            self.app.pop()
            return
        known, self._known = self._known, self._entered()

        def stay() -> None:
            self._known = known  # whoever answers has read it, and is asked again

        answers = [Answer("Stay", stay, gold=True), Answer("Leave", self.app.pop)]
        self.app.ask(Question("Leave the set-up?", "What you entered here is not kept.", answers))

    def roles(self) -> None:
        from .roles import RolesScene

        self.app.push(RolesScene(self.app))

    def handbook(self) -> None:
        self.app.open_handbook("chapter:class-mode")

    def ask(self) -> None:
        from .questionnaire import QuestionnaireScene

        self.app.push(QuestionnaireScene(self.app))

    def first_moves(self) -> None:
        """To be shown to the class; what was set up waits below."""
        from .lessons import LessonsScene

        self.app.push(LessonsScene(self.app))

    def start(self) -> None:
        from .classmatch import ClassScene

        problem = self.problem()
        if problem:
            self.app.say(problem, 6.0)
            return
        self.app.replace(ClassScene(self.app, self.match()))

    def match(self) -> Match:
        """What was set up."""
        found = self.fitted()
        pack = shortened(self.pack, found.scenario, found.rounds)
        whole = find_scenario(self.pack, found.scenario).rounds
        seats = self.seats[T.US].seat, self.seats[T.CHINA].seat
        match = Match(pack, found.scenario, seats, self.seed.text.strip())
        match.arranged = Arranged(
            minutes=self._match_minutes(), people=self.people, seconds=found.seconds, rounds=whole, **self.on
        )
        return match

    def key(self, event: pygame.event.Event) -> bool:
        acts = {
            pygame.K_ESCAPE: self.close,
            pygame.K_F1: self.handbook,
            pygame.K_F5: self.start,
            pygame.K_F7: self.roles,
            pygame.K_F8: self.ask,
            pygame.K_F9: self.first_moves,
        }
        if event.key in acts:
            acts[event.key]()
        return event.key in acts


# --- pictures ------------------------------------------------------------------------------------


def _tip(title: str, words: str) -> list[str]:
    return [title, words]


def _ask_tip() -> list[str]:
    return ["Questionnaire", "What each person thinks before the match; at its end the same questions are asked again."]


def _moves_tip() -> list[str]:
    return ["First Moves", "Shows the class how it is played, on the projector; what was set up here waits."]


def _words(pen: Pen, name: str, rect: pygame.Rect, text: str) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.text(target, text, box.x, box.centery, "medium", 17, theme.TEXT, "lm", width=box.w)

    return Node(name, rect, paint, key=text, live=False)


def _paint_plan(
    pen: Pen, lines: list[tuple[str, str]], problem: str, target: pygame.Surface, box: pygame.Rect
) -> None:
    """When what happens, or why nothing can."""
    if problem:
        top, x = box.y + pen.px(12), box.x + pen.px(48)
        pen.icon(target, "warning", box.x + pen.px(20), top + pen.cap("body", 18) / 2, 30, theme.LOSS)
        pen.paragraph(target, problem, x, top, box.right - x, 18, theme.LOSS)
        return
    wide = max(pen.text_width(when, "number", 22) for when, _ in lines) + pen.px(18)
    step = min(pen.tx(72), box.h // SHOWN)
    y = box.y + step // 2
    for when, words in lines:
        pen.text(target, when, box.x + wide - pen.px(18), y, "number", 22, theme.TEXT_2, "rm")
        pen.text(target, words, box.x + wide, y, "head", 20, theme.TEXT, "lm", width=box.w - wide)
        if when != lines[-1][0]:
            target.fill(pygame.Color(theme.LINE), (box.x, y + step // 2, box.w, 1))
        y += step


def _paint_seed(pen: Pen, seed: str, target: pygame.Surface, box: pygame.Rect) -> None:
    """As large as there is room for: it is read from the back row."""
    size = 80.0
    while size > 24 and (
        pen.text_width(seed, "number", size, 2) > box.w or pen.cap("number", size) > box.h * 0.7
    ):
        size -= 2
    pen.text(target, seed, box.centerx, box.centery, "number", size, theme.TEXT, "cm", 2, box.w)
