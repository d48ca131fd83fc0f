"""The lesson First Moves: its chapters, which are done, and where one was left."""

from functools import partial

import pygame

from game.classroom.lesson import Lesson
from game.classroom.lessons import Chapter, chapters, prepare
from game.classroom.progress import Progress, load_progress

from .. import theme
from ..app import App, Scene
from ..nodes import Node, Paint
from ..pen import Pen
from ..svg import ART
from ..widgets import button, heading
from .lesson import LESSON, LessonScene

EDGE, TOP, FOOT = 48, 96, 96  # units
GAP = 10


class LessonsScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.chapters = chapters(LESSON)
        self.progress = load_progress(LESSON)

    @property
    def ids(self) -> list[str]:
        return [chapter.id for chapter in self.chapters]

    @property
    def next(self) -> int:
        """The chapter to go on with."""
        return self.ids.index(self.progress.next_of(self.ids))

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pen.rect(EDGE, TOP, pen.wide - 2 * EDGE, pen.high - TOP - FOOT)
        gap = pen.px(GAP)
        rows = (len(self.chapters) + 1) // 2
        wide, high = (area.w - gap) // 2, (area.h + gap) // rows - gap
        made = [
            heading(
                pen, "First Moves", "Eight chapters of one or two minutes; the last is a match of your own"
            )
        ]
        for n, chapter in enumerate(self.chapters):
            place = pygame.Rect(
                area.x + n // rows * (wide + gap), area.y + n % rows * (high + gap), wide, high
            )
            made.append(self._row(pen, n, place, chapter))
        return [*made, *self._foot()]

    def _row(self, pen: Pen, n: int, rect: pygame.Rect, chapter: Chapter) -> Node:
        state = state_of(chapter, self.progress)
        is_next = n == self.next

        def painter(is_lit: bool) -> Paint:
            return partial(_paint_row, pen, n, chapter, state, is_next, is_lit)

        return Node(
            f"chapter:{chapter.id}",
            rect,
            painter(False),
            key=(chapter.id, state, is_next),
            act=partial(self.open, n),
            group="a",
            lit=painter(True),
        )

    def _foot(self) -> list[Node]:
        pen = self.app.pen
        back = pen.rect(EDGE, pen.high - 76, 220, 54)
        start = pen.rect(pen.wide - EDGE - 420, pen.high - 80, 420, 62)
        is_new = not self.progress.done and not self.progress.stopped
        words = "BEGIN" if is_new else "GO ON" if len(self.progress.done) < len(self.chapters) else "AGAIN"
        return [
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z"),
            button(
                pen, "button:start", start, words, self.start, "play", "F5", gold=True, size=26, group="y"
            ),
        ]

    # --- what can be done ------------------------------------------------------------------------

    def start(self) -> None:
        self.open(self.next)

    def open(self, n: int) -> None:
        """A chapter, from where it was left."""
        chapter = self.chapters[n]
        lesson = Lesson(prepare(chapter))
        if chapter.id in self.progress.stopped:
            lesson.resume(self.progress.stopped[chapter.id])
        is_last = n + 1 == len(self.chapters)
        follow = ("New match", self._new_match) if is_last else ("Next chapter", partial(self.open, n + 1))
        self.app.push(LessonScene(self.app, lesson, self.progress, follow))

    def _new_match(self) -> None:
        from .setup import SetupScene

        self.app.replace(SetupScene(self.app))

    def key(self, event: pygame.event.Event) -> bool:
        number = event.key - pygame.K_1
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
        elif event.key == pygame.K_F5 or event.key == pygame.K_RETURN and not self.app.stage.focus:
            self.start()
        elif 0 <= number < len(self.chapters):
            self.open(number)
        else:
            return False
        return True


def state_of(chapter: Chapter, progress: Progress) -> tuple[str, str]:
    """How far the learner is with a chapter, in words, and the icon of it."""
    if chapter.id in progress.stopped:
        return f"left at step {progress.stopped[chapter.id].step + 1} of {len(chapter.steps)}", "play"
    return ("done", "check") if chapter.id in progress.done else (f"{len(chapter.steps)} steps", "")


def _paint_row(
    pen: Pen,
    n: int,
    chapter: Chapter,
    state: tuple[str, str],
    is_next: bool,
    is_lit: bool,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    """Number, title, the idea, how far one is."""
    top = theme.mix(theme.PANEL_TOP, theme.TIP_EDGE, 0.25 if is_lit else 0)
    edge = theme.GOLD if is_next else theme.TIP_EDGE if is_lit else theme.LINE_STRONG
    pen.box(target, box, top, theme.PANEL_BOTTOM, edge, 12, 2 if is_next else 1.25)
    inset = pen.px(12)
    high = box.h - 2 * inset
    wide = min(round(high * ART[0] / ART[1]), round(box.w * 0.3))
    target.blit(pen.art(chapter.art, wide, high, radius=8, frame="all"), (box.x + inset, box.y + inset))
    x = box.x + inset + wide + pen.px(20)
    right = box.right - pen.px(18)
    words, icon = state
    top_line = box.y + box.h * 0.3
    room = right - pen.key(target, str(n + 1), right, round(top_line)) - pen.px(12) - x
    pen.text(target, chapter.title, x, top_line, "head", 25, theme.TEXT, "lm", 0.2, room)
    y = box.y + box.h * 0.44
    y = pen.paragraph(target, chapter.idea, x, y, right - x, 16, theme.TEXT_2)
    tone = theme.GAIN if icon == "check" else theme.TEXT if icon else theme.TEXT_3
    middle = box.bottom - pen.px(26)
    if icon:
        pen.icon(target, icon, x + pen.px(9), middle, 18, tone)
        x += pen.px(26)
    pen.text(target, words, x, middle, "medium", 14, tone, "lm", width=right - x)
