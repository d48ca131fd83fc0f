"""Where the scenario editor begins: the draft of the last time, any scenario, or where a saved match stands."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pygame

from game.classroom.draft import Draft, kept_draft
from game.content.pack import Pack, Scenario
from game.content.shelf import scenarios_at_hand
from game.match.store import Saved, listing, load

from ..app import App, Scene
from ..nodes import Node
from ..replay import picks
from ..widgets import Scroll, button, heading, panel
from .savefile import facts_of

EDGE, TOP, FOOT = 48, 96, 96  # units
SIZE = 21  # of the letters of a row
MOMENTS = "Any moment of a match can be a start, too: in its replay, press N"

Shown = tuple[str, str, str]


class Choice(NamedTuple):
    icon: str
    words: str
    about: str
    make: Callable[[], Draft]


class DraftsScene(Scene):
    heading = ("Scenario editor", f"Make a scenario of your own. {MOMENTS}")
    icon = "edit"
    chosen_row = -1

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.scroll = Scroll("starts")
        self.choices: list[Choice] = []

    def entered(self) -> None:
        """The draft may have been changed, and scenarios saved."""
        kept = kept_draft()
        about = "Your draft of the last time: go on with it."
        self.choices = [Choice("history", str(kept.data["title"]), about, lambda: kept)] if kept else []
        found, left_out = scenarios_at_hand()
        self.choices += [self._of_scenario(pack, scenario) for pack, scenario in found]
        self.choices += [self._of_save(saved) for saved in listing() if saved.record is not None]
        for words in left_out[:1]:
            self.app.say(words, 10)

    def _of_scenario(self, pack: Pack, scenario: Scenario) -> Choice:
        return Choice("scenario", scenario.title, first_sentence(scenario), partial(Draft.of, pack, scenario))

    def _of_save(self, saved: Saved) -> Choice:
        about = "A saved match: the scenario begins where it stands."
        return Choice("folder", facts_of(saved).in_short, about, lambda: Draft.of_match(load(saved.path)))

    def shown(self) -> list[Shown]:
        """The rows: icon, words and more of them."""
        return [(choice.icon, choice.words, choice.about) for choice in self.choices]

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pen.rect(EDGE, TOP, pen.wide - 2 * EDGE, pen.high - TOP - FOOT)
        inner = pygame.Rect(area.x + pen.px(16), area.y + pen.px(56), area.w - pen.px(32), area.h - pen.px(64))
        rows = [(icon, words) for icon, words, _ in self.shown()]
        abouts = [about for _, _, about in self.shown()]
        back = pen.rect(EDGE, pen.high - 76, 220, 54)
        return [
            heading(pen, *self.heading),
            panel(pen, "starts", area, self.icon, "Begin from"),
            *picks.nodes(
                pen, self.scroll, inner, rows, self.begin, self.app.rebuild, SIZE, abouts, self.chosen_row
            ),
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc"),
        ]

    def begin(self, n: int) -> None:
        from .editor import EditorScene

        if n >= len(self.choices):
            return
        try:
            draft = self.choices[n].make()
        except ValueError as error:  # a save whose actions can't have been played
            self.app.say(str(error), 8)
            return
        self.app.push(EditorScene(self.app, draft))

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
        elif pygame.K_1 <= event.key <= pygame.K_9:
            self.begin(event.key - pygame.K_1)
        else:
            return self.scroll.key(event.key, self.app.stage, "pick:", range(self.scroll.count), self.nodes)
        return True


def first_sentence(scenario: Scenario) -> str:
    """Of its summary."""
    return scenario.summary.split(". ")[0].rstrip(".") + "."
