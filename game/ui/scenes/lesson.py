"""A chapter of a lesson over the real table: the coach says what to do, the rival follows the chapter."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame

from game.classroom.lesson import Lesson
from game.classroom.progress import Progress, progress_file, save_progress
from game.engine import terms as T
from game.match.bulletin import Bulletin
from game.match.log import Line

from .. import theme
from ..app import App
from ..nodes import Node
from ..sheets.frame import LAYER
from ..sheets.rows import PANE
from ..table import coach
from ..table.board import Board
from ..table.coach import Coaching
from ..table.prompt import Prompt
from .doors import Doors
from .play import PlayScene
from .saving import Saving
from .sight import Sight
from .targets import rects

ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
RESERVE = ("status", "left-out", "agenda", "pile:", "slot:")  # nodes whose place the coach takes
PARTS = (("option:", "closed:", PANE), ("sheet:card",))  # of a question: what the coach leaves free, if it can
WAYS = ("lift", "deal", "pass")  # buttons that lead to a pick
# The picks that begin behind each button
MOVES = {
    "lift": range(T.LIFT, T.OFFER),
    "deal": range(T.OFFER, T.ASK),
    "announce": (T.ANNOUNCE,),
    "pass": (T.PASS,),
}
LESSON = "first-moves"


class Unkept(Saving):
    """A match of a lesson is no saved match: where the learner stands is kept instead."""

    def autosave(self) -> None:
        pass

    def save(self) -> None:
        self.say("Where you are in the lesson is kept by itself.", 4.0)


class Heard(Doors):
    """Tells the lesson what was opened."""

    def history(self, cells: tuple[int, ...], title: str) -> None:
        self._tell("why")
        super().history(cells, title)

    def changed_by(self, line: Line) -> None:
        self._tell("why")
        super().changed_by(line)

    def log(self, action: int = 0) -> None:
        self._tell("log")
        super().log(action)

    def report(self) -> None:
        self._tell("report")
        super().report()

    def _tell(self, door: str) -> None:
        if isinstance(self.table, LessonScene):
            self.table.opened(door)


class LessonSight(Sight):
    """What lies before the learner."""

    def prompt(self) -> Prompt:
        scene = self.scene
        if isinstance(scene, LessonScene) and not scene.showing.is_busy:
            if not scene.lesson.is_free and not scene.lesson.step.pick or scene.lesson.is_done:
                return Prompt("Follow the lesson", "Enter goes on, Backspace goes back")
        return super().prompt()


class LessonScene(PlayScene):
    opens = Heard

    def __init__(
        self, app: App, lesson: Lesson, progress: Progress, follow: tuple[str, Callable[[], None]]
    ) -> None:
        """`follow` is what comes after the chapter, and the words on its button."""
        self.lesson, self.progress, self.follow = lesson, progress, follow
        super().__init__(app, lesson.match)
        app.say("", 0.0)  # what was said of the menu is no part of the lesson
        self.saving = Unkept(lesson.match, progress_file(LESSON), app.say)
        self.sight = LessonSight(self, self._acts)
        self._focus_next = True

    @property
    def log(self) -> list[Line]:
        """Without the passes by which the chapter comes to where it begins."""
        first = self.lesson.begun[0].actions
        actions = self.match.actions
        return [line for line in super().log if line.action > first or actions[line.action - 1] != "pass"]

    # --- time ------------------------------------------------------------------------------------

    def update(self, seconds: float) -> bool:
        changed = super().update(seconds)
        return self._look() or changed

    def _look(self) -> bool:
        """Whether what is to be looked at is being looked at, for as long as a tip takes to open."""
        lesson = self.lesson
        if lesson.is_done or not lesson.step.look or lesson.is_seen or self.showing.is_busy:
            return False
        node = self.app.stage.pointed()
        wanted = rects(self.app.stage.nodes, self.match.book, [lesson.step.look])
        if node is None or node.rect not in wanted or not self.app.hands.is_resting():
            return False
        lesson.see()
        return True

    def opened(self, door: str) -> None:
        if self.lesson.step.open == door:
            self.lesson.see()
            self._dirty = True

    def _ask_computer(self) -> bool:
        """No computer plays here."""
        return False

    def _go_on(self) -> bool:
        if not self.lesson.is_free or not self.lesson.answer():
            return False
        return self._show(0.0) or True

    def _acts(self) -> dict[str, Callable[[], None] | None]:
        """What the buttons do now: of the moves without a card only one that the step asks for."""
        acts, lesson = self.controls.acts(), self.lesson
        if not lesson.is_free:
            wanted = lesson.expected if lesson.step.pick and not lesson.is_done else []
            for name, picks in MOVES.items():
                if not any(action in picks for action in wanted):
                    acts[name] = None
        return acts

    def is_my_pick(self) -> bool:
        """Only a step that waits for a pick opens a question; cards may be looked at all the time."""
        waits = self.lesson.is_free or bool(self.lesson.step.pick) and not self.lesson.is_done
        return (waits or self.match.state.shared[T.PHASE] == T.MOVING) and super().is_my_pick()

    def kept_in(self) -> Path:
        return progress_file(LESSON)

    def leave(self) -> None:
        """Keep where the learner stands."""
        chapter = self.lesson.chapter.id
        if self.lesson.is_done:
            self.progress.finish(chapter)
        elif self.lesson.step_number:
            self.progress.stopped[chapter] = self.lesson.stopped()
        else:
            self.progress.stopped.pop(chapter, None)
        problem = save_progress(LESSON, self.progress)
        if problem:
            self.app.say(problem, 8.0)
        super().leave()

    # --- what the learner does -------------------------------------------------------------------

    def pick(self, action: int) -> None:
        """The learner's pick; one that is not expected gets the hint."""
        self._dirty = True
        lesson = self.lesson
        if lesson.is_free and self.confirm != action and self.questions.foresight.ends(action):
            self.confirm, self.mode = action, ""
            return
        if not lesson.pick(action):
            self.app.sounds.play("undo")
            lesson.hint = lesson.hint or "Read on first: Enter, or Next."
            return
        self.mode, self.confirm = "", -1
        self._stepped()
        self._show(0.0)

    def go_on(self) -> None:
        """Next: the step after this one, the chapter again, or the chapter that follows."""
        lesson = self.lesson
        if lesson.is_done:
            self.app.pop()
            self.follow[1]()
        elif lesson.is_lost:
            lesson.start_over()
            self._went_back()
        elif lesson.go_on():
            self._stepped()
            self._show(0.0)
        self._dirty = True

    def show_me(self) -> None:
        """Bring the focus to what is to be looked at, which opens its tip."""
        stage, step = self.app.stage, self.lesson.step
        wanted = rects(stage.nodes, self.match.book, [step.look] if step.look else step.point)
        node = next((node for node in stage.focusable() if node.rect in wanted), None)
        if node is not None:
            stage.focus_on(node.name)
            self._dirty = True

    def back(self) -> None:
        """One step back: out of a question, out of an unfinished move, to the step before."""
        self._dirty = True
        is_unfinished = self.match.state.pick[T.STEP] != T.STEP_MOVE
        if self.mode or self.lesson.is_free and is_unfinished:
            super().cancel()
        elif self.lesson.back():
            self.mode, self.confirm = "", -1
            self.app.sounds.play("undo")
            self._went_back()
            self._stepped()

    def cancel(self) -> None:
        self.back()

    def undo(self) -> None:
        self.back()

    @property
    def stands(self) -> str:
        is_unfinished = self.match.state.pick[T.STEP] != T.STEP_MOVE
        return "" if self.mode or is_unfinished or self.lesson.step_number else "The chapter begins here."

    def _stepped(self) -> None:
        self._focus_next = True
        if self.lesson.is_done:
            self.progress.finish(self.lesson.chapter.id)

    # --- what is on the screen -------------------------------------------------------------------

    def board(self) -> Board:
        """After the last step it is nobody's turn."""
        board = super().board()
        board.is_quiet = board.is_quiet and not self.lesson.is_done
        is_asked = bool(self.mode) or self.match.state.pick[T.STEP] != T.STEP_MOVE
        if is_asked and self.lesson.step.pick and not board.pointed.startswith(("option:", "closed:")):
            board.pointed = next((name.removeprefix("node ") for name in self._expected()), "")  # what is ringed
        return board

    def nodes(self) -> list[Node]:
        board = self.board()
        made = _without_reserve(self.sight.nodes(board))
        is_asking = any(node.cover for node in made)
        if is_asking and self.lesson.is_free:
            return made  # nothing is taught in the middle of a move of one's own
        made = [node for node in made if node.name != "sheet:cancel"]
        answers = [[node.rect for node in made if node.name.startswith(part)] for part in PARTS]
        told = self.sight.lifted(coach.nodes(board, self.coaching(), answers if is_asking else None))
        found = [*made, *told, *self._rings(made, is_asking)]
        self._settle_focus(found)
        return found

    def table(self) -> list[Node]:
        return [*_without_reserve(super().table()), *coach.nodes(self.board(), self.coaching(), None)]

    def _settle_focus(self, found: list[Node]) -> None:
        """At a new step Enter goes on, if nothing else is to be done; else the focus leaves the coach."""
        if self._focus_next and not self.showing.is_busy:
            self._focus_next = False
            can_go_on = any(node.name == "coach:next" and node.act for node in found)
            if can_go_on or (self.app.stage.focus or "").startswith("coach:"):
                self.app.stage.focus = "coach:next" if can_go_on else None

    def coaching(self) -> Coaching:
        """What the coach says now."""
        lesson, chapter = self.lesson, self.lesson.chapter
        number = min(lesson.step_number, lesson.count - 1)
        said = Coaching(
            chapter.title,
            f"{number + 1} of {lesson.count}",
            number,
            lesson.count,
            self._said(),
            self.back if lesson.step_number else None,
            self.go_on if lesson.can_go_on or lesson.is_done or lesson.is_lost else None,
        )
        if self.showing.is_busy:
            return self._watching(said)
        if lesson.is_done:
            said = replace(said, next_words=self.follow[0], step=lesson.count)
            return replace(said, lead="Learnt", icon="check", tone=theme.GAIN)
        if lesson.is_lost:
            words = lesson.fill(lesson.step.hint)
            return replace(
                said, words=words, lead="Not won", icon="again", tone=theme.LOSS, next_words="Again"
            )
        if lesson.is_seen:
            return replace(said, lead="Seen: go on", icon="check", tone=theme.GAIN)
        said = said if said.go_on else self._to_do(said)
        if lesson.hint:
            return replace(said, words=lesson.hint, lead="Not that", icon="warning", tone=theme.LOSS)
        return said

    def _said(self) -> str:
        """The words of the step; once its question is open, what is still to be done."""
        lesson = self.lesson
        is_asked = self.mode and lesson.step.asked and not lesson.is_done
        return lesson.fill(lesson.step.asked) if is_asked else lesson.words

    def _to_do(self, said: Coaching) -> Coaching:
        """With what stands before the words where something is to be done."""
        step = self.lesson.step
        if step.play:
            begun = len(self.match.actions) > self.lesson.begun[-1].actions
            words = "Anew" if begun else "Back"
            return replace(said, lead="Your moves", icon="moves", tone=theme.GOLD, back_words=words)
        if step.pick:
            return replace(said, lead="Your turn", icon="hand", tone=theme.GOLD)
        said = replace(said, lead="Look", icon="search", tone=theme.GOLD)
        return replace(said, go_on=self.show_me, next_words="Show me") if step.point else said

    def _watching(self, said: Coaching) -> Coaching:
        told = self.showing.told
        words = "See what happens. Space or a click shows all at once."
        if isinstance(told, Bulletin):
            words = "The round is over: read how it went, line by line. Then go on with Enter."
        return replace(said, words=words, back=None, go_on=None, lead="Watch", icon="play", tone=theme.TEXT_2)

    def _rings(self, made: list[Node], is_asking: bool) -> list[Node]:
        """Around what the step is about: the pick that is expected, or the things that are told of."""
        lesson = self.lesson
        if self.showing.is_busy or lesson.is_done:
            return []
        reachable = [node for node in made if not is_asking or node.layer >= LAYER]
        book, pen, step = self.match.book, self.app.pen, lesson.step
        told = [] if is_asking else step.point
        asked = (
            self._expected() if step.pick else told if not lesson.is_seen and (step.look or step.open) else []
        )
        gold = rects(reachable, book, asked)
        if step.pick and not gold:  # the way to the question
            gold = rects(reachable, book, [name for name in told if name in WAYS])
        pale = [rect for rect in rects(reachable, book, told) if rect not in gold]
        screen = pygame.Rect(0, 0, pen.width, pen.height)
        others = [node.rect for node in reachable if node.live]
        hand = [node.rect for node in reachable if node.name.startswith("card:")]
        return [
            *coach.rings(pen, "do", gold, theme.GOLD, screen, others, hand),
            *coach.rings(pen, "see", pale, theme.SPOT, screen, others, hand),
        ]

    def _expected(self) -> list[str]:
        """The picks that are expected, as names of nodes."""
        names = []
        for action in self.lesson.expected:
            names += [f"node option:{action}"]
            if action >= T.CARD:
                names.append(f"node card:{action - T.CARD}")
        return names

    # --- input -----------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_BACKSPACE:
            self.back()
            return True
        act = self.coaching().go_on
        if event.key in ENTER and act is not None and self.app.stage.focus != "coach:back":
            act()
            return True
        return super().key(event)

    def changed(self) -> bool:
        self._focus_next = True
        return super().changed()


def _without_reserve(nodes: list[Node]) -> list[Node]:
    """Where the reserve lies on the table, the coach stands."""
    return [node for node in nodes if not node.name.startswith(RESERVE)]
