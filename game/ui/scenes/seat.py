"""One side of a new match: who plays it, at which level, under which name."""

from functools import partial

import pygame

from game.match.seats import BARE, LEVELS, PERSONAS, Level, Persona, Seat
from game.players import levels

from .. import theme
from ..app import App
from ..nodes import Node
from ..pen import Pen
from ..widgets import Entry, segments

COMPUTERS: tuple[Level, ...] = tuple(level for level in LEVELS if level not in ("person", *BARE))
TASTES = {persona.id: (persona.title, persona.about) for persona in levels.PERSONAS}
TITLES = {level.id: (level.title, level.about) for level in levels.LEVELS}
PERSON_WORDS = "Somebody at this screen. Two persons take turns behind a curtain."
COMPUTER_WORDS = "The computer plays this side."
HEIGHT = 314  # units
WORDS = 14  # size of type: about what is chosen
CHOICE = (30, 42)  # units: the least and the largest height of a row of levels or styles
FIRST: Level = "clerk"  # what is offered first: a beginner beats it now and then


class SeatPanel:
    """The choices for one side, and what has been chosen."""

    def __init__(self, app: App, side: int, name: str, level: Level) -> None:
        self.app, self.side = app, side
        self.is_person = level == "person"
        self.level: Level = level if level != "person" else FIRST
        self.persona: Persona = "neutral"
        self.name = Entry(f"name:{name}", most=24)

    @property
    def seat(self) -> Seat:
        if self.is_person:
            return Seat(name=self.name.text.strip())
        return Seat(level=self.level, persona=self.persona)

    def nodes(self, rect: pygame.Rect, title: str, emblem: str) -> list[Node]:
        """The panel and its choices in a place."""
        pen, side = self.app.pen, self.side
        x, w = rect.x + pen.px(20), rect.w - pen.px(40)
        who = pygame.Rect(x, rect.y + pen.px(80), w, pen.px(50))
        below = pygame.Rect(x, who.bottom + pen.px(12), w, rect.bottom - who.bottom - pen.px(28))
        options = (("person", "Person"), ("computer", "Computer"))
        made = [
            _panel(pen, f"side:{side}", rect, side, title, emblem),
            *segments(
                pen,
                f"seat:{side}",
                who,
                options,
                "person" if self.is_person else "computer",
                self._sit,
                group=f"c{side}a",
                tips=(PERSON_WORDS, COMPUTER_WORDS),
                icons=("person", "computer"),
            ),
        ]
        return made + (self._person(below) if self.is_person else self._computer(below))

    def _person(self, rect: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        place = pygame.Rect(rect.x, rect.y, rect.w, pen.px(50))
        has_focus = self.app.stage.focus == self.name.name
        return [self.name.node(pen, place, "Name (may stay empty)", has_focus, f"c{self.side}b")]

    def _computer(self, rect: pygame.Rect) -> list[Node]:
        """Level and style, each under a line about what is chosen."""
        pen, side = self.app.pen, self.side
        words = (self._strength(), self._taste())
        highs = [pen.paragraph_height(text, rect.w, WORDS) + pen.px(4) for text in words]
        least, most = (pen.px(units) for units in CHOICE)
        row = max(least, min(most, (rect.h - sum(highs) - pen.px(8)) // 2))
        place = pygame.Rect(rect.x, rect.y + highs[0], rect.w, row)
        taste = pygame.Rect(rect.x, place.bottom + pen.px(8) + highs[1], rect.w, row)
        tops = (rect.y, taste.y - highs[1])
        tips = [f"{title}: {about}" for title, about in (TITLES[level] for level in COMPUTERS)]
        shown, group = self._levels(rect.w), f"c{side}b"
        made = segments(
            pen, f"level:{side}", place, shown, self.level, self._choose, group=group, tips=tips, size=15
        )
        personas = [(persona, TASTES[persona][0]) for persona in PERSONAS]
        tips, group = [TASTES[persona][1] for persona in PERSONAS], f"c{side}c"
        made += segments(
            pen,
            f"persona:{side}",
            taste,
            personas,
            self.persona,
            self._prefer,
            group=group,
            tips=tips,
            size=15,
        )
        for name, text, y, high in zip(("level", "persona"), words, tops, highs, strict=True):
            made.append(_words(pen, f"{name}-words:{side}", pygame.Rect(rect.x, y, rect.w, high), text))
        return made

    def _levels(self, width: int) -> list[tuple[Level, str]]:
        """The levels with their names, or with numbers where the names have no room."""
        pen, titles = self.app.pen, [TITLES[level][0] for level in COMPUTERS]
        room = width // len(COMPUTERS) - pen.px(16)
        if any(pen.text_width(title, "head", 13) > room for title in titles):
            titles = [str(n + 1) for n in range(len(COMPUTERS))]
        return list(zip(COMPUTERS, titles, strict=True))

    def _strength(self) -> str:
        """The chosen level in words."""
        title, about = TITLES[self.level]
        return f"**{title}, level {COMPUTERS.index(self.level) + 1} of {len(COMPUTERS)}.** {about}"

    def _taste(self) -> str:
        """The chosen style, and what it is after."""
        title, about = TASTES[self.persona]
        return f"**Style: {title.lower()}.** {about}"

    def _sit(self, who: str) -> None:
        self.is_person = who == "person"

    def _choose(self, level: Level) -> None:
        self.level = level

    def _prefer(self, persona: Persona) -> None:
        self.persona = persona


def _words(pen: Pen, name: str, rect: pygame.Rect, text: str) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.paragraph(target, text, box.x, box.y, box.w, WORDS, theme.TEXT_2)

    return Node(name, rect, paint, key=text, live=False)


def _panel(pen: Pen, name: str, rect: pygame.Rect, side: int, title: str, emblem: str) -> Node:
    return Node(
        name,
        rect,
        partial(_paint_panel, pen, side, title, emblem),
        key=(title, emblem),
        pad=pen.px(24),
        live=False,
    )


def _paint_panel(
    pen: Pen, side: int, title: str, emblem: str, target: pygame.Surface, box: pygame.Rect
) -> None:
    pen.shadow(target, box, theme.RADIUS, 7, 0.55, "#000000", pen.px(5))
    top = theme.mix(theme.PANEL_TOP, theme.DEEP[side], 0.6)
    pen.box(target, box, top, theme.PANEL_BOTTOM, theme.MID[side], theme.RADIUS, 1.5, theme.LINE)
    y = box.y + pen.px(42)
    pen.icon(target, emblem, box.x + pen.px(48), y, 54, theme.TEXT)
    x = box.x + pen.px(88)
    pen.text(target, title, x, y, "number", 30, theme.TEXT, "lm", 0.4, box.right - x - pen.px(16))
