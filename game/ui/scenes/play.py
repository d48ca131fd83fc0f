"""The match on the screen: shows what one viewer may know, and passes picks to the match.

The rules never wait for the screen: each viewer's director shows what has happened in its own time. Computer players
think in their own process; the scene asks, and looks each frame whether the answer is there.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pygame

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.state import State
from game.match.library import Volume
from game.match.log import Line
from game.match.match import CannotTakeBack, Match
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..director import Beat, Director
from ..handbook.anchors import anchor_of
from ..keys import BY_CODE, SCREENS
from ..movers import Mover
from ..stage import Node
from ..stagehands import Stagehands
from ..table import actions, cards
from ..table.actions import Prompt
from ..table.board import Board
from ..table.tabletop import Tabletop
from .questions import Questions
from .saving import Saving
from .turns import Turns

PACES = (0.6, 1.0, 1.8, 0.0)  # of motions, by the speed of the settings; 0 is at once
THINKS_AT_LEAST = 0.6  # seconds


class PlayScene(Scene):
    is_full = True

    def __init__(self, app: App, match: Match, path: Path | None = None) -> None:
        super().__init__(app)
        self.match = match
        self.saving = Saving(match, path, app.say)
        self.turns = Turns(match)
        self.almanac = Almanac(match.pack, match.book)
        self.words = Words(match.book, self.almanac)
        self.viewer = self.turns.first_viewer()
        self.curtain_due = self.turns.is_hot_seat
        viewers = self.turns.people or [T.PUBLIC]
        self.directors = {viewer: Director(match, viewer, self.words) for viewer in viewers}
        self.crew = Stagehands(app.stage, match.book)
        names = (self.name(0), self.name(1))
        self.tabletop = Tabletop(match, self.almanac, self.words, names, self.history, self.changed_by)
        self.questions = Questions(self)
        self.mode = ""  # "lift" or "deal" while a sheet asks for a measure
        self.confirm = -1  # a pick that ends the game and has been asked once
        self._thought = 0.0  # seconds since the computer was asked
        self._ended = False
        self._dirty = True
        self._landed: list[Beat] = []  # beats that the next nodes show for the first time
        self._log: list[Line] = self.director.story.lines()

    # --- who looks -------------------------------------------------------------------------------

    @property
    def director(self) -> Director:
        return self.directors[self.viewer]

    @property
    def seen(self) -> State:
        """What the viewer has been shown."""
        return self.director.shown.seen

    def name(self, side: int) -> str:
        return self.turns.name(side)

    def is_my_pick(self) -> bool:
        """Whether the person at the screen has to pick now, and has seen everything that led to it."""
        mover = self.match.mover
        return mover == self.viewer and self.turns.is_person(mover) and not self.director.is_busy

    # --- time ------------------------------------------------------------------------------------

    def update(self, seconds: float) -> bool:
        """Show what has happened; when all of it is shown, let the match go on."""
        if self.match.mover == T.NATURE:
            self.match.run_nature()
            self.saving.autosave()
        changed = self._show(seconds) or self._dirty
        self._dirty = False
        self._thought += seconds
        if self.director.is_busy:
            self._ask_computer()
            return changed
        if sys.flags.dev_mode:
            self.director.check()
        return self._go_on() or changed

    @property
    def pace(self) -> float:
        """How fast motions go; 0 where everything is there at once."""
        settings = self.app.settings
        return 0.0 if settings.reduced_motion else PACES[settings.speed]

    def _show(self, seconds: float) -> bool:
        """Move what moves. True if the viewer has been shown something new."""
        if self.crew.stage is not self.app.stage:  # the window has another size
            self.crew = Stagehands(self.app.stage, self.match.book)
        for director in self.directors.values():
            director.listen()
        if not self.director.is_busy:
            self.crew.update(seconds, self.pace or 1.0)
            return False
        if not self.pace:
            return self.finish()
        self.crew.update(seconds, self.pace)
        moments = self.director.update(seconds * self.pace)
        for beat in moments.begun:
            self.crew.begin(beat, self._spot())
        self._landed += moments.landed
        return self._refresh() if moments.begun or moments.landed else False

    def finish(self) -> bool:
        """Show all at once."""
        self.director.finish()
        self.crew.clear()
        self._landed.clear()
        return self._refresh()

    def _refresh(self) -> bool:
        self._log = self.director.story.lines()
        return True

    def _go_on(self) -> bool:
        """All is shown: the next one picks, or the match is over."""
        match = self.match
        if match.is_over:
            if self._ended:
                return False
            self._ended = True
            self.saving.autosave()
            self._show_end()
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
        if self.pace and self._thought < THINKS_AT_LEAST and match.state.pick[T.STEP] == T.STEP_MOVE:
            return False
        action = self.turns.answer()
        if action is None:
            return False
        side = match.mover
        match.submit(action)
        if match.mover != side or match.state.pick[T.STEP] == T.STEP_MOVE:
            self.saving.autosave()
        return self._show(0.0)

    def changed(self) -> bool:
        """The position is another: look again, and show nothing of how it came to be."""
        for director in self.directors.values():
            director.reset()
        self.crew.clear()
        self._landed.clear()
        self.confirm = -1
        self._dirty = True
        return self._refresh()

    def _hand_over(self) -> None:
        """Another person picks. Who may not see the cards of the other gets the curtain first."""
        mover = self.match.mover
        if not self.turns.is_hot_seat:
            self.viewer = mover
            self.changed()
            return
        from .curtain import CurtainScene

        self.app.push(CurtainScene(self.app, self, mover))

    def take_seat(self, side: int) -> None:
        """The curtain is opened: this side looks now, and is shown what has happened since it last looked."""
        self.viewer = side
        self.curtain_due = False
        self.crew.clear()
        self._landed.clear()
        self.confirm = -1
        self._refresh()

    def _show_end(self) -> None:
        from .end import EndScene

        self.app.push(EndScene(self.app, self))

    def leave(self) -> None:
        self.turns.client.close()

    def kept_in(self) -> Path:
        return self.saving.path

    # --- picks -----------------------------------------------------------------------------------

    def pick(self, action: int) -> None:
        """The person's pick. One that ends the game is asked twice."""
        self.mode = ""
        if self.confirm != action and self.questions.foresight.ends(action):
            self.confirm = action
            self._dirty = True
            return
        self.match.submit(action)
        if self.match.state.pick[T.STEP] == T.STEP_MOVE:
            self.saving.autosave()
        self.confirm = -1
        self._dirty = True
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
        self.finish()
        try:
            self.match.take_back()
        except CannotTakeBack as reason:
            self.app.say(str(reason))
            return
        self._went_back()
        self._ended = False
        self.saving.autosave()

    def _went_back(self) -> None:
        """The match is at an earlier position: forget what was shown and thought of later ones."""
        for director in self.directors.values():
            director.rewind(len(self.match.actions))
        self.turns.forget()
        self.crew.clear()
        self._dirty = self._refresh()

    def choose(self, mode: str) -> None:
        self.mode = mode
        self._dirty = True

    @property
    def view(self) -> str:
        """What the middle of the table shows."""
        return self.tabletop.view

    def switch(self, view: str) -> None:
        self.tabletop.view = view
        self._dirty = True

    # --- other screens ---------------------------------------------------------------------------

    def history(self, cells: tuple[int, ...], title: str) -> None:
        """The ledger of one number."""
        from .ledger import LedgerScene

        self.app.turn_to(LedgerScene(self.app, self, cells, title))

    def changed_by(self, line: Line) -> None:
        """The ledger of all numbers that a line of the log changed."""
        from .ledger import LedgerScene

        self.app.turn_to(LedgerScene(self.app, self, line.cells, line=line))

    def open_log(self, action: int = 0) -> None:
        """The log; with the number of a pick, at the line that tells it."""
        from .log import LogScene

        self.app.turn_to(LogScene(self.app, self, self._log, action))

    def open_charts(self) -> None:
        from .charts import ChartsScene

        self.app.turn_to(ChartsScene(self.app, self))

    def open_cards(self) -> None:
        self.browse(self.viewer if self.viewer < T.PUBLIC else -1)

    def browse(self, side: int) -> None:
        """The cards of a side, or of both (-1), as far as the viewer may know where they are."""
        from .browser import BrowserScene

        entries = self.director.story.entries
        self.app.turn_to(BrowserScene(self.app, self.words, self.seen, entries, side))

    def open_presenter(self) -> None:
        from .presenter import PresenterScene

        self.app.turn_to(PresenterScene(self.app, self))

    def open_settings(self) -> None:
        from .settings import SettingsScene

        self.app.turn_to(SettingsScene(self.app))

    def anchor_of(self, name: str) -> str:
        return anchor_of(self.match.book, name)

    def shelf(self) -> list[Volume]:
        """What the handbook tells of here: this match's own rules and cards."""
        return [Volume(self.match.book, self.almanac, self.words)]

    # --- what is on the screen -------------------------------------------------------------------

    def board(self) -> Board:
        board = self.tabletop.board(self.app.pen, self.seen, self.viewer, self._log)
        pointed = self.app.stage.pointed()
        board.switch, board.pointed = self.switch, pointed.name if pointed else ""
        board.browse = self.browse
        return board

    def _spot(self) -> tuple[int, int]:
        """Where a card is laid on the table."""
        return self.board().map_rect.center

    def is_moving(self) -> bool:
        return self.director.is_busy or bool(self.crew.movers)

    def movers(self) -> Sequence[Mover]:
        return self.crew.movers

    def nodes(self) -> list[Node]:
        board = self.board()
        question = self.questions.nodes(board, board.pointed) if self.is_my_pick() else []
        is_quiet = not question and not self.director.is_busy
        made = self._table(board, board.pointed if is_quiet else "")
        if self._landed:
            self.crew.land(self._landed, made)
            self._landed = []
        if question:
            self.crew.clear()
        return [*made, *actions.nodes(board, self.prompt(), self.acts()), *question]

    def _table(self, board: Board, pointed: str) -> list[Node]:
        """Everything that shows the position."""
        side = self.viewer if self.viewer < T.PUBLIC else T.US
        picked, can_act = self.seen.pick[T.PICK_CARD], self._can_move()
        told = self.questions.foresight.told if can_act else None
        hand = cards.hand(board, side, lambda card: self.pick(T.CARD + card), can_act, picked, pointed, told)
        self.crew.played &= {node.name for node in hand}
        return self.tabletop.nodes(board) + [node for node in hand if node.name not in self.crew.played]

    def _can_move(self) -> bool:
        return self.is_my_pick() and self.seen.shared[T.PHASE] == T.MOVING

    def prompt(self) -> Prompt:
        """Whose turn it is and what for."""
        mover, shared = self.match.mover, self.seen.shared
        if self.director.is_busy:
            return Prompt("…", "Space or a click: show all at once")
        if self.match.is_over:
            return Prompt("The match is over")
        if not self.is_my_pick():
            return Prompt(
                f"{self.words.sides[mover]} is thinking …" if mover < T.PUBLIC else "The cards are dealt"
            )
        if shared[T.PHASE] == T.MOVING:
            left = self.seen.moves[self.viewer]
            words = f"{left} move{'s' if left != 1 else ''} left this round. Choose a card, or one of these:"
            return Prompt("Your move", words, theme.GOLD)
        title = {T.NAMING: "Name the third spotlight", T.ANSWERING: "Answer the deal"}
        return Prompt(title.get(shared[T.PHASE], "Choose your agenda"), "", theme.GOLD)

    def acts(self) -> dict[str, Callable[[], None] | None]:
        """What each key does now."""
        is_free = self._can_move() and self.seen.pick[T.STEP] == T.STEP_MOVE
        legal = self.match.legal() if is_free else []
        lifts = any(T.LIFT <= a < T.OFFER for a in legal)
        offers = any(T.OFFER <= a < T.ASK for a in legal)
        return {
            "lift": partial(self.choose, "lift") if lifts else None,
            "deal": partial(self.choose, "deal") if offers else None,
            "announce": partial(self.pick, T.ANNOUNCE) if T.ANNOUNCE in legal else None,
            "pass": partial(self.pick, T.PASS) if T.PASS in legal else None,
            "undo": self.undo,
            "log": self.open_log,
            "charts": self.open_charts,
            "cards": self.open_cards,
            "handbook": self.app.open_handbook,
            "save": self.saving.save,
            "presenter": self.open_presenter,
            "settings": self.open_settings,
            "menu": self.app.pop,
        }

    # --- input -----------------------------------------------------------------------------------

    def click(self) -> bool:
        """While things move, a click shows all at once."""
        return self.director.is_busy and self.finish()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER) and self.director.is_busy:
            return self.finish()
        if event.key == pygame.K_ESCAPE:
            return self._escape()
        if pygame.K_1 <= event.key <= pygame.K_9:
            return self._number(event.key - pygame.K_1)
        found = BY_CODE.get(event.key)
        if found in SCREENS:  # has no button; what is asked on the table waits
            act = self.acts().get(found.name)
            return act is not None and act() is None
        node = self.app.stage.get(f"do:{found.name}") if found else None
        if node is None or node not in self.app.stage.reachable():
            return False
        if node.act is not None:
            node.act()
        return True

    def _escape(self) -> bool:
        if self.mode or self.match.state.pick[T.STEP] != T.STEP_MOVE and self.is_my_pick():
            self.cancel()
        else:
            self.app.pop()
        return True

    def _number(self, n: int) -> bool:
        """1-9: the n-th option of a sheet, else the n-th card of the hand."""
        reachable = self.app.stage.reachable()
        options = [node for node in reachable if node.name.startswith("option:")]
        if not options:
            options = [node for node in reachable if node.name.startswith("card:")]
        act = options[n].act if n < len(options) else None
        if act is not None:
            act()
        return True
