"""The match on the screen: shows what one viewer may know, and passes picks to the match.

The rules never wait for the screen: what has happened is shown in its own time. Computer players think in their own
process; the scene asks, and looks each frame whether the answer is there.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import pygame

from game.content.almanac import almanac_of
from game.engine import terms as T
from game.engine.state import State
from game.engine.view import Observation
from game.match.ledger import Entry
from game.match.library import Volume
from game.match.log import Line, with_injects, with_reasons
from game.match.match import CannotTakeBack, Match
from game.match.words import Words

from ..app import App, Scene
from ..handbook.anchors import anchor_of
from ..movers import Mover
from ..showing import Showing
from ..stage import Node
from ..table.adviser import Adviser
from ..table.board import Board
from ..table.tabletop import Tabletop
from .controls import Controls
from .doors import Doors
from .margin import Margin
from .questions import Questions
from .saving import Saving
from .sight import Sight
from .turns import Turns

THINKS_AT_LEAST = 0.6  # seconds


class PlayScene(Scene):
    is_full = is_match = True
    opens = Doors  # a lesson hears of what is opened

    def __init__(self, app: App, match: Match, path: Path | None = None) -> None:
        super().__init__(app)
        self.match = match
        self.saving = Saving(match, path, app.say)
        self.turns = Turns(match)
        self.almanac = almanac_of(match.pack, match.book)
        self.words = Words(match.book, self.almanac)
        self.viewer = self.turns.first_viewer()
        self.curtain_due = self.turns.is_hot_seat
        self.showing = Showing(app, match, self.words, self.turns.people or [T.PUBLIC], self.viewer)
        self.doors = doors = self.opens(app, self)
        self.history, self.changed_by = doors.history, doors.changed_by
        self.open_log, self.open_charts, self.open_presenter = doors.log, doors.charts, doors.presenter
        names = (self.name(0), self.name(1))
        self.tabletop = Tabletop(match, self.almanac, self.words, names, self.history, self.changed_by)
        self.questions = Questions(self)
        self.adviser = Adviser(match)
        self.controls = Controls(self)
        self.sight = Sight(self, self.controls.acts)
        self.margin = Margin(app, match)
        self.mode = ""  # "lift" or "deal" while a sheet asks for a measure
        self.confirm = -1  # a pick that ends the game and has been asked once
        self._thought = 0.0  # seconds since the computer was asked
        self._ended = False
        self._dirty = True

    # --- who looks -------------------------------------------------------------------------------

    @property
    def seen(self) -> State:
        """What the viewer has been shown."""
        return self.showing.seen

    @property
    def told(self) -> list[Entry]:
        """What the viewer has been shown, in order: the match may have run ahead of it."""
        return self.showing.director.story.entries

    @property
    def log(self) -> list[Line]:
        """The lines of what the viewer has been shown, with what luck or the players alone did not decide."""
        lines, match = self.showing.log, self.match
        if not match.injects:
            return lines
        last = lines[-1].action if lines else 0
        shown = [
            inject
            for inject in match.injects
            if inject.has_happened(last) or inject.action >= len(match.actions) or not self.showing.is_busy
        ]
        return with_injects(lines, shown, match.is_over)

    @property
    def explained_log(self) -> list[Line]:
        """With the computers' reasons, for those who want to know them."""
        match = self.match
        return with_reasons(self.log, match.notes if self.app.settings.reasons or match.is_over else {})

    def name(self, side: int) -> str:
        return self.turns.name(side)

    def is_my_pick(self) -> bool:
        """Whether the person at the screen has to pick now, and has seen everything that led to it."""
        mover = self.match.mover
        return mover == self.viewer and self.turns.is_person(mover) and not self.showing.is_busy

    def anchor_of(self, name: str) -> str:
        return anchor_of(self.match.book, name)

    def shelf(self) -> list[Volume]:
        """What the handbook tells of here: this match's own rules and cards."""
        return [Volume(self.match.book, self.almanac, self.words)]

    # --- time ------------------------------------------------------------------------------------

    def update(self, seconds: float) -> bool:
        """Show what has happened; when all of it is shown, let the match go on."""
        if self.match.mover == T.NATURE:
            self.match.run_nature()
            self.saving.autosave()
        changed = self._show(seconds) or self._dirty
        changed = self.adviser.update() or changed
        self._dirty = False
        self._thought += seconds
        if self.showing.is_busy:
            self._ask_computer()
            return changed
        if sys.flags.dev_mode:
            self.showing.director.check()
        return self._go_on() or changed

    def _show(self, seconds: float) -> bool:
        return self.showing.update(seconds, self.app.scene is self)

    def _go_on(self) -> bool:
        """All is shown: the next one picks, or the match is over."""
        match = self.match
        if self.margin.holds():
            return False
        if match.is_over:
            if self._ended:
                return False
            self._ended = True
            self.saving.autosave()
            self.doors.end()
        elif not self.turns.is_person(match.mover):
            return self._computer()
        elif match.mover != self.viewer or self.curtain_due:
            self._hand_over()
        else:
            return False
        return True

    def _ask_computer(self) -> bool:
        """It may think while what happened before is still shown."""
        if not self.turns.think():
            return False
        self._thought = 0.0
        return True

    def _computer(self) -> bool:
        """Ask, wait, take the answer."""
        if self._ask_computer():
            return True
        match = self.match
        is_at_once = self.showing.is_at_once
        if not is_at_once and self._thought < THINKS_AT_LEAST and match.state.pick[T.STEP] == T.STEP_MOVE:
            return False
        action = self.turns.answer()
        if action is None:
            return False
        side = match.mover
        self.showing.explain(self.turns.reason(self.viewer))
        match.submit(action)
        match.explain(side, self.turns.report())
        if match.mover != side or match.state.pick[T.STEP] == T.STEP_MOVE:
            self.saving.autosave()
        return self._show(0.0)

    def changed(self) -> bool:
        """The position is another: look again, and show nothing of how it came to be."""
        self.showing.reset()
        self.confirm = -1
        self._dirty = True
        return True

    def _hand_over(self) -> None:
        """Another person picks. Who may not see the cards of the other gets the curtain first."""
        mover = self.match.mover
        if not self.turns.is_hot_seat:
            self.take_seat(mover)
            self.changed()
            return
        from .curtain import CurtainScene

        self.app.push(CurtainScene(self.app, self, mover))

    def take_seat(self, side: int) -> None:
        """This side looks now, and is shown what has happened since it last looked."""
        self.viewer = side
        self.curtain_due = False
        self.showing.look(side)
        self.confirm = -1

    def leave(self) -> None:
        self.turns.client.close()
        self.adviser.leave()

    def kept_in(self) -> Path:
        return self.saving.path

    def clock_words(self) -> str:
        """The clocks of a match of a class; others have none."""
        return ""

    # --- picks -----------------------------------------------------------------------------------

    def pick(self, action: int) -> None:
        """The person's pick. One that ends the game is asked twice."""
        self.mode = ""
        self._dirty = True
        if self.confirm != action and self.questions.foresight.ends(action):
            self.confirm = action
            return
        self.match.submit(action)
        if self.match.state.pick[T.STEP] == T.STEP_MOVE:
            self.saving.autosave()
        self.confirm = -1
        self._show(0.0)

    def cancel(self) -> None:
        """One step back inside an unfinished move."""
        if self.mode:
            self.mode = ""
        elif self.match.state.pick[T.STEP] != T.STEP_MOVE:
            self.match.rewind(len(self.match.actions) - 1)
            self._went_back()
        self.confirm = -1
        self._dirty = True

    def undo(self) -> None:
        self.showing.finish()
        try:
            self.match.take_back(self.viewer)
        except CannotTakeBack as reason:
            self.app.say(str(reason))
            return
        self.app.sounds.play("undo")
        self._went_back()
        self._ended = False
        self.saving.autosave()

    @property
    def stands(self) -> str:
        """Why the last move can't be taken back; nothing if it can."""
        return self.match.why_it_stands(self.viewer)

    def _went_back(self) -> None:
        self.showing.went_back()
        self.turns.forget()
        self._dirty = True

    def choose(self, mode: str) -> None:
        self.mode = mode
        self._dirty = True

    # --- what is on the screen -------------------------------------------------------------------

    @property
    def view(self) -> str:
        """What the middle of the table shows."""
        return self.tabletop.view

    def switch(self, view: str) -> None:
        self.tabletop.view = view
        self._dirty = True

    def board(self) -> Board:
        board = self.tabletop.board(self.app.pen, self.seen, self.viewer, self.log)
        pointed = self.app.stage.pointed()
        board.switch, board.pointed = self.switch, pointed.name if pointed else ""
        board.is_quiet = not self.showing.is_busy
        board.counted = self.showing.director.counted
        board.browse = self.doors.browse
        return board

    def is_moving(self) -> bool:
        return self.showing.is_moving

    def movers(self) -> Sequence[Mover]:
        return self.showing.movers

    def nodes(self) -> list[Node]:
        return self.sight.nodes(self.board())

    def table(self) -> list[Node]:
        """The table alone, for a screen that lies over it."""
        return self.sight.table(self.board())

    @property
    def can_move(self) -> bool:
        """Whether the person at the screen has to make a move, and not to answer a question."""
        return self.is_my_pick() and self.seen.shared[T.PHASE] == T.MOVING

    def advise(self) -> None:
        """Say a step more about the position at hand."""
        self.adviser.press(Observation(self.viewer, self.seen))
        self._dirty = True

    def close_advice(self) -> None:
        self.adviser.close()
        self._dirty = True

    # --- input -----------------------------------------------------------------------------------

    def skip(self) -> None:
        """What moves is there at once; what is told gives way to what comes next."""
        self.showing.skip()
        self._dirty = True

    def click(self) -> bool:
        """While things move, a click shows all at once. Under a bulletin that is there to be read all can be asked."""
        if not self.showing.is_busy or self.showing.is_reading:
            return False
        self.skip()
        return True

    def key(self, event: pygame.event.Event) -> bool:
        return self.controls.key(event)
