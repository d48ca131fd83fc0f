"""A chapter being taught: which step it is at, what is expected, what a pick leads to, what the rival answers.

Nothing here knows a screen. A wrong pick is answered with a hint and changes nothing; going back takes the match
back to where the step before began.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from game.content.fields import Model
from game.engine import terms as T
from game.engine.event import Event
from game.engine.notation import SIDES, NotationError, notate, parse
from game.engine.rules import apply, legal
from game.engine.state import State, copy
from game.match.match import IllegalAction, Match
from game.match.seats import Seat

from .lessons import Chapter, Prepared, Step
from .quantities import filled, holds


class Taught(Match):
    """A match whose lots are drawn as the chapter says: the first of its luck that is legal, else the first."""

    luck: Sequence[str] = ()

    def draw_lot(self) -> list[Event]:
        left = list(self.luck)
        for text in self.actions:
            if text in left:
                left.remove(text)
        options = {notate(self.book, self.state, action): action for action in self.legal()}
        scripted = next((text for text in left if text in options), None)
        return self.submit(options[scripted] if scripted else next(iter(options.values())))


class Begun(NamedTuple):
    """Where a step began: the actions played by then, and the position."""

    actions: int
    state: State


class Stopped(Model):
    """Where a learner stopped, as it is saved: the step, and for each step up to it the actions played before."""

    step: int
    marks: list[int]
    actions: list[str]


@dataclass
class Lesson:
    """One chapter and one learner."""

    prepared: Prepared
    step_number: int = 0
    begun: list[Begun] = field(default_factory=list)  # where each step began, up to this one
    hint: str = ""  # the answer to a wrong pick
    is_seen: bool = False  # what was to be looked at or opened has been

    def __post_init__(self) -> None:
        chapter = self.chapter
        learner, rival = Seat(name="You"), Seat(level="clerk", name="Follows the lesson")
        seats = (learner, rival) if chapter.side == "us" else (rival, learner)
        self.match = Taught(self.prepared.pack, self.prepared.book.scenario.id, seats, chapter.id)
        self.match.luck = chapter.luck
        self._follow(chapter.start)
        self._begin()

    # --- where it stands -------------------------------------------------------------------------

    @property
    def chapter(self) -> Chapter:
        return self.prepared.chapter

    @property
    def side(self) -> int:
        return SIDES.index(self.chapter.side)

    @property
    def count(self) -> int:
        return len(self.chapter.steps)

    @property
    def is_done(self) -> bool:
        return self.step_number == self.count

    @property
    def step(self) -> Step:
        """The step at hand; when the chapter is done, its last."""
        return self.chapter.steps[min(self.step_number, self.count - 1)]

    @property
    def words(self) -> str:
        """What the coach says: at the end, what was learnt."""
        return self.fill(self.chapter.learnt if self.is_done else self.step.say)

    @property
    def was(self) -> State:
        """The position before the last thing that was done."""
        earlier = [begun for begun in self.begun if begun.actions < self.begun[-1].actions]
        return (earlier or self.begun)[-1 if earlier else 0].state

    def _begin(self) -> None:
        self.begun.append(Begun(len(self.match.actions), copy(self.match.state)))

    def fill(self, text: str) -> str:
        return filled(self.prepared.book, self.match.state, self.was, text)

    def false_facts(self) -> list[str]:
        """What the file says of this moment, and is not so."""
        facts = [] if self.is_done else self.step.facts
        return [f for f in facts if not holds(self.prepared.book, self.match.state, self.was, f)]

    # --- what is expected ------------------------------------------------------------------------

    @property
    def expected(self) -> list[int]:
        """The picks that this step waits for."""
        found = []
        for text in [] if self.is_done else self.step.pick:
            action = self._parsed(text)
            if action is not None and action in self.match.legal():
                found.append(action)
        return found

    def _parsed(self, text: str) -> int | None:
        try:
            return parse(self.prepared.book, self.match.state, text)
        except NotationError:
            return None

    @property
    def is_free(self) -> bool:
        """Whether the learner may pick what he likes."""
        return not self.is_done and self.step.play

    @property
    def can_go_on(self) -> bool:
        """Whether nothing has to be done before the next step."""
        if self.is_done:
            return False
        step = self.step
        if step.win:
            return self.has_won
        return not step.pick and not step.play and (self.is_seen or not (step.look or step.open))

    @property
    def has_won(self) -> bool:
        return self.match.is_over and self.match.state.shared[T.WINNER] == self.side

    @property
    def is_lost(self) -> bool:
        """Whether the match of the chapter is over and was not won where it had to be."""
        return not self.is_done and self.match.is_over and self.step.win and not self.has_won

    # --- what the learner does -------------------------------------------------------------------

    def pick(self, action: int) -> bool:
        """A pick of the learner. One that is not expected gives the hint and changes nothing."""
        if not self.is_free and action not in self.expected:
            self.hint = self.fill(self.step.hint) if not self.is_done else ""
            return False
        self.hint = ""
        self.match.submit(action)
        if not self.is_free:
            self._next()
        else:
            self._look_for_the_end()
        return True

    def _look_for_the_end(self) -> None:
        """Where the learner is free, the step ends with the round."""
        self.match.run_nature()
        round_begun = self.begun[-1].state.shared[T.ROUND]
        if self.match.is_over or self.match.state.shared[T.ROUND] > round_begun:
            self._next()

    def see(self) -> None:
        """What was to be looked at or opened has been."""
        self.is_seen, self.hint = True, ""

    def go_on(self) -> bool:
        """To the next step, if nothing has to be done before; else the hint says what."""
        if not self.can_go_on:
            self.hint = self.fill(self.step.hint) if not self.is_done else ""
            return False
        self._next()
        return True

    def _next(self) -> None:
        self._follow(self.step.then)
        self.step_number += 1
        self.is_seen, self.hint = False, ""
        self._begin()

    def back(self) -> bool:
        """To the step before and the position in which it began; first to the beginning of a round played freely."""
        if self.is_free and len(self.match.actions) > self.begun[-1].actions:
            pass
        elif self.step_number:
            self.begun.pop()
            self.step_number -= 1
        else:
            return False
        self.match.rewind(self.begun[-1].actions)
        self.is_seen, self.hint = False, ""
        return True

    def start_over(self) -> None:
        """The chapter from its first step."""
        while self.back():
            pass

    # --- what others do --------------------------------------------------------------------------

    def _follow(self, picks: Sequence[str]) -> None:
        """Picks of both sides as written, and the lots between them and after them."""
        self.match.run_nature()
        for text in picks:
            self.match.submit_text(text)
            self.match.run_nature()

    def answer(self) -> bool:
        """Where the learner is free: the rival's next move, if it is the rival's. True if it moved."""
        self.match.run_nature()
        match = self.match
        if match.is_over or match.mover == self.side or not self.chapter.rival:
            return False
        for text in self._answer():
            match.submit_text(text)
        if self.is_free:
            self._look_for_the_end()
        return True

    def _answer(self) -> Sequence[str]:
        """The first move of the rival's plan that is legal now."""
        for move in self.chapter.rival:
            if self._is_legal(move):
                return move
        return [notate(self.prepared.book, self.match.state, self.match.legal()[0])]

    def _is_legal(self, picks: Sequence[str]) -> bool:
        book, s = self.prepared.book, copy(self.match.state)
        for text in picks:
            try:
                action = parse(book, s, text)
            except NotationError:
                return False
            if action not in legal(book, s):
                return False
            apply(book, s, action)
        return True

    # --- stopping and going on -------------------------------------------------------------------

    def stopped(self) -> Stopped:
        """Where the learner stands, to be saved."""
        marks = [begun.actions for begun in self.begun]
        return Stopped(step=self.step_number, marks=marks, actions=self.match.actions)

    def resume(self, stopped: Stopped) -> None:
        """Go on where the learner stopped. What no longer fits the chapter is begun anew."""
        first, marks = list(self.match.actions), stopped.marks
        is_whole = len(marks) == stopped.step + 1 and stopped.step < self.count and marks == sorted(marks)
        if not is_whole or marks[0] != len(first) or stopped.actions[: len(first)] != first:
            return
        begun = self.begun
        self.begun = []
        try:
            for start, end in pairwise([*marks, len(stopped.actions)]):
                self.match.fold(stopped.actions[len(self.match.actions) : start])
                self._begin()
                self.match.fold(stopped.actions[start:end])
        except (IllegalAction, NotationError):
            self.begun = begun
            self.match.rewind(len(first))
            return
        self.step_number = stopped.step
