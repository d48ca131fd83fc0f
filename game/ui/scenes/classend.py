"""The end of a match of a class: the end, where the class file lies, and a rematch on the same deal."""

from collections.abc import Callable
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.rules import outcome
from game.match.match import Match

from .. import theme
from ..app import App
from ..nodes import Node
from ..pen import Pen
from .end import EDGE, EndScene, Played

SHORT = {"rematch": "Swap sides", "table": "Table"}


class ClassEndScene(EndScene):
    gold = "debrief"  # what a lesson goes on with

    def __init__(self, app: App, play: Played, handed_in: str) -> None:
        super().__init__(app, play)
        self.handed_in = handed_in
        arranged, rounds = play.match.arranged, play.match.scenario.rounds
        self.whole = max(rounds, arranged.rounds if arranged is not None else 0)

    def _rounds(self) -> str:
        """How far it went, of all rounds, also of those that the bell had no time for."""
        match = self.play.match
        if self.whole <= match.scenario.rounds:
            return super()._rounds()
        result, here = outcome(match.book, match.state), match.state.shared[T.ROUND]
        is_by_bell = result is not None and result.ending == T.SCORED
        return "ended by the bell after " * is_by_bell + f"round {here} of {self.whole}"

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        rect = pen.rect(EDGE, self.top - 16 - pen.roomy(54), pen.wide * 0.6, pen.roomy(48))
        words = f"Seed of this deal: **{self.play.match.seed}**. {self.handed_in}"
        return [*super().nodes(), Node("class-file", rect, partial(_paint, pen, words), key=words, live=False)]

    def _shown(self) -> list[tuple[str, str, str, str]]:
        """The questionnaire comes after the debrief; so many leave room for short names only."""
        found = [(name, SHORT.get(name, words), icon, cap) for name, words, icon, cap in super()._shown()]
        at = [name for name, *_ in found].index("debrief") + 1
        return [*found[:at], ("ask", "Questionnaire", "edit", "F8"), *found[at:]]

    def _acts(self) -> dict[str, Callable[[], None]]:
        return super()._acts() | {"ask": self.ask}

    def ask(self) -> None:
        """The questions after the match, one person after the other."""
        from .questionnaire import QuestionnaireScene

        self.app.push(QuestionnaireScene(self.app, "after"))

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_F8:
            self.ask()
            return True
        return super().key(event)

    def rematch(self) -> None:
        """The same deal with the sides swapped, in the same time."""
        from .classmatch import ClassScene

        match = self.play.match
        seats = (match.seats[T.CHINA], match.seats[T.US])
        other = Match(match.pack, match.scenario.id, seats, match.seed)
        if match.arranged is not None:
            other.arranged = match.arranged.model_copy(update={"elapsed": 0.0})
        self.app.pop()
        self.app.replace(ClassScene(self.app, other))


def _paint(pen: Pen, words: str, target: pygame.Surface, box: pygame.Rect) -> None:
    """Paths are long and have no spaces: they break anywhere."""
    pen.paragraph(target, words, box.x, box.y, box.w, 17, theme.TEXT_2, most=2)
