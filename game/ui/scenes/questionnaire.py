"""The questionnaire before and after a match, one person after the other; the answers go into a class file."""

from functools import partial

import pygame

from game.classroom.answered import keep
from game.classroom.questionnaire import questionnaire
from game.match.said import Answer

from .. import theme
from ..app import App, Scene
from ..column import Column
from ..nodes import Node
from ..pen import Pen
from ..replay import picks
from ..widgets import Entry, Scroll, button, heading, label, panel, segments

MARGIN, TOP, FOOT = 48, 96, 90  # units
WHEN = (("before", "Before the match"), ("after", "After the match"))
SIZES = (38.0, 34.0, 30.0, 26.0, 22.0, 19.0)
LETTERS = (36.0, 32.0, 28.0)  # of the answers
FORM = 1100  # units of the form before the first question


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
        back = pen.rect(MARGIN, pen.high - 72, 300, 54)
        made = [
            heading(pen, "Questionnaire", self._where()),
            button(pen, "button:back", back, "Question before" if self.answers else "Back", self.back, "undo", "Esc"),
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
        wide = min(area.w - pen.px(60), pen.px(FORM))
        column = Column(pen, wide)
        column.words(self.asked.intro, 30, theme.TEXT)
        if self.kept:
            column.gap(16)
            column.item("check", self.kept, theme.TEXT, 26, theme.GAIN)
        high, gap = pen.px(76), pen.px(22)
        words = pygame.Rect(area.centerx - wide // 2, 0, wide, column.height)
        words.y = max(area.y + pen.px(20), area.centery - (column.height + 3 * high + 4 * gap) // 2)
        when = pygame.Rect(words.x, words.bottom + 2 * gap, wide, high)
        field, begin = (when.move(0, n * (high + gap)) for n in (1, 2))
        has_focus = self.app.stage.focus == self.name.name
        act = self.begin if self.name.text.strip() else None

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            column.paint(target, box.x, box.y)

        empty = "Your nickname, to begin"
        return [
            panel(pen, "questionnaire", area),
            Node("intro", words, paint, key=column.key, live=False),
            *segments(pen, "when", when, WHEN, self.when, self.choose, "a", size=24),
            self.name.node(pen, field, empty, has_focus, "b", size=26),
            button(pen, "button:begin", begin, "Begin", act, "play", "Enter", gold=True, group="c", size=26),
        ]

    def _item(self, area: pygame.Rect, number: int) -> list[Node]:
        """One question and its options."""
        pen, item = self.app.pen, self.asked.items[number]
        inner = area.inflate(-pen.px(60), -pen.px(60))
        line = pygame.Rect(inner.x, inner.y, inner.w, max(5, pen.px(9)))
        inner.h -= 4 * line.h
        inner.y += 4 * line.h
        size = next(
            (s for s in SIZES if pen.paragraph_height(item.words, inner.w, s, "bold") < inner.h * 0.3), SIZES[-1]
        )
        high = pen.paragraph_height(item.words, inner.w, size, "bold")
        words = pygame.Rect(inner.x, inner.y, inner.w, high)
        room = pygame.Rect(inner.x, words.bottom + pen.px(26), inner.w, 0)
        room.h = inner.bottom - room.y
        options = [("forward", option) for option in item.options]
        large = next((s for s in LETTERS if len(options) * pen.tx(picks.ROW * s / 18) <= room.h), LETTERS[-1])
        free = max(0, room.h - len(options) * pen.tx(picks.ROW * large / 18))
        words.y, room.y, room.h = words.y + free // 2, room.y + free // 2, room.h - free // 2
        share = (number + 1) / len(self.asked.items)
        return [
            panel(pen, "questionnaire", area),
            Node("progress", line, partial(_paint_progress, pen, share), share, live=False),
            label(pen, "question", words, item.words, size, theme.TEXT, "bold"),
            *picks.nodes(pen, self.scroll, room, options, self.answer, self.app.rebuild, large),
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


def _paint_progress(pen: Pen, share: float, target: pygame.Surface, box: pygame.Rect) -> None:
    """How far one is through the questions, with the one that is asked."""
    pen.box(target, box, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 3)
    done = pygame.Rect(box.x, box.y, round(box.w * share), box.h)
    if done.w > box.h:
        pen.box(target, done, theme.TIP_EDGE, theme.TIP_EDGE, theme.TIP_EDGE, 3)
