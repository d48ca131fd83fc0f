"""The questionnaire before and after a match, one person after the other; the answers go into a class file."""

import pygame

from game.classroom.answered import keep
from game.classroom.questionnaire import questionnaire
from game.match.said import Answer

from .. import theme
from ..app import App, Scene
from ..column import Column
from ..nodes import Node
from ..replay import picks
from ..widgets import Entry, Scroll, button, heading, label, panel, segments

MARGIN, TOP, FOOT = 48, 96, 90  # units
WHEN = (("before", "Before the match"), ("after", "After the match"))
SIZES = (30.0, 26.0, 22.0, 19.0)


class QuestionnaireScene(Scene):
    def __init__(self, app: App, when: str = "before") -> None:
        super().__init__(app)
        self.asked = questionnaire()
        self.when = when
        self.name = Entry("nickname", most=40)
        self.answers: list[int] | None = None  # numbers of the options; None until somebody has begun
        self.kept = ""  # where the last person's answers went
        self.scroll = Scroll("options")

    # --- what is on the screen -----------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pen.rect(MARGIN, TOP, pen.wide - 2 * MARGIN, pen.high - TOP - FOOT)
        back = pen.rect(MARGIN, pen.high - 72, 260, 54)
        made = [
            heading(pen, "Questionnaire", self._where()),
            button(pen, "button:back", back, "Back", self.back, "undo", "Esc"),
        ]
        return [*made, *(self._begin(area) if self.answers is None else self._item(area, len(self.answers)))]

    def _where(self) -> str:
        if self.answers is None:
            return "Before and after the match; nicknames only"
        when = dict(WHEN)[self.when].lower()
        number = f"question {len(self.answers) + 1} of {len(self.asked.items)}"
        return f"{self.name.text.strip()} · {when} · {number}"

    def _begin(self, area: pygame.Rect) -> list[Node]:
        """Who answers, and when."""
        pen = self.app.pen
        inner = area.inflate(-pen.px(60), -pen.px(60))
        column = Column(pen, inner.w)
        column.words(self.asked.intro, 24, theme.TEXT)
        if self.kept:
            column.gap(14)
            column.item("check", self.kept, theme.TEXT, 22, theme.GAIN)
        y, high = inner.y + column.height + pen.px(36), pen.px(60)
        when = pygame.Rect(inner.x, y, min(inner.w, pen.px(760)), high)
        field = when.move(0, high + pen.px(18))
        begin = field.move(0, high + pen.px(18))
        begin.w = pen.px(320)
        has_focus = self.app.stage.focus == self.name.name
        act = self.begin if self.name.text.strip() else None

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            column.paint(target, box.x, box.y)

        words = pygame.Rect(inner.x, inner.y, inner.w, column.height)
        return [
            panel(pen, "questionnaire", area),
            Node("intro", words, paint, key=column.key, live=False),
            *segments(pen, "when", when, WHEN, self.when, self.choose, "a"),
            self.name.node(pen, field, "Your nickname", has_focus, "b"),
            button(pen, "button:begin", begin, "Begin", act, "play", "Enter", gold=True, group="c"),
        ]

    def _item(self, area: pygame.Rect, number: int) -> list[Node]:
        """One question and its options."""
        pen, item = self.app.pen, self.asked.items[number]
        inner = area.inflate(-pen.px(60), -pen.px(50))
        size = next(
            (s for s in SIZES if pen.paragraph_height(item.words, inner.w, s, "bold") < inner.h * 0.3), SIZES[-1]
        )
        high = pen.paragraph_height(item.words, inner.w, size, "bold")
        words = pygame.Rect(inner.x, inner.y, inner.w, high)
        room = pygame.Rect(inner.x, words.bottom + pen.px(26), inner.w, 0)
        room.h = inner.bottom - room.y
        options = [("forward", option) for option in item.options]
        return [
            panel(pen, "questionnaire", area),
            label(pen, "question", words, item.words, size, theme.TEXT, "bold"),
            *picks.nodes(pen, self.scroll, room, options, self.answer, self.app.rebuild, 28),
        ]

    # --- what can be done ----------------------------------------------------------------------------

    def choose(self, when: str) -> None:
        self.when = when

    def begin(self) -> None:
        if self.name.text.strip():
            self.answers, self.kept = [], ""
            self.scroll.first = 0

    def answer(self, n: int) -> None:
        """Take an option of the question that is asked; after the last one all are kept."""
        answers = self.answers
        if answers is None or n >= len(self.asked.items[len(answers)].options):
            return
        answers.append(n + 1)
        self.scroll.first = 0
        if len(answers) == len(self.asked.items):
            self._keep(answers)

    def _keep(self, answers: list[int]) -> None:
        who = self.name.text.strip()
        said = [
            Answer.model_validate({"who": who, "when": self.when, "item": item.id, "option": option})
            for item, option in zip(self.asked.items, answers, strict=True)
        ]
        try:
            self.kept = f"Thank you, {who}. Your answers are {keep(said)}. Who is next?"
        except OSError as error:
            answers.pop()  # the last question can be answered once more
            self.app.say(f"The answers can't be kept: {error.strerror}", 8)
            return
        self.answers = None
        self.name.text, self.name.caret = "", -1

    def back(self) -> None:
        """A question back; from the first to the nickname, and from there out."""
        if self.answers:
            self.answers.pop()
        elif self.answers is not None:
            self.answers = None
        else:
            self.app.pop()

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_BACKSPACE):
            self.back()
        elif self.answers is None and event.key == pygame.K_RETURN and self._may_begin:
            self.begin()
        elif self.answers is not None and pygame.K_1 <= event.key <= pygame.K_9:
            self.answer(event.key - pygame.K_1)
        else:
            return self.scroll.key(event.key, self.app.stage, "pick:", range(self.scroll.count), self.nodes)
        return True

    @property
    def _may_begin(self) -> bool:
        """Enter begins from the field; elsewhere it does what the focus is on."""
        return self.app.stage.focus in (None, self.name.name)
