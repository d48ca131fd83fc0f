"""The match on the screen: draws what one viewer knows, and passes picks to the match.

The rules never wait for the screen. Computer players think in their own process; the scene asks, and looks each frame
whether the answer is there.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

import pygame

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.state import State
from game.match.ledger import story
from game.match.library import Volume
from game.match.log import Line, log
from game.match.match import CannotTakeBack, Match
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..keys import BY_CODE, SCREENS
from ..stage import Node
from ..table import actions, cards, gauges, graph, header, logbook, measures, sectors, status, world
from ..table.actions import Prompt
from ..table.board import MAP, Board
from .questions import Questions
from .saving import Saving
from .turns import Turns

SHOWN_FOR = (3600.0, 4.0, 1.6, 0.0)  # seconds that the rival's move stays on the screen, by speed
THINKS_AT_LEAST = 0.5


class PlayScene(Scene):
    def __init__(self, app: App, match: Match, path: Path | None = None) -> None:
        super().__init__(app)
        self.match = match
        self.saving = Saving(match, path, app.say)
        self.turns = Turns(match)
        self.almanac = Almanac(match.pack, match.book)
        self.words = Words(match.book, self.almanac)
        self.viewer = self.turns.first_viewer()
        self.curtain_due = self.turns.is_hot_seat
        self.view = MAP  # what the middle of the table shows
        self.mode = ""  # "lift" or "deal" while a sheet asks for a measure
        self.confirm = -1  # a pick that ends the game and has been asked once
        self.told: list[str] = []
        self._told_until = 0.0
        self._asked_at = 0.0
        self._ended = False
        self._dirty = True
        self._log: list[Line] = log(self.words, story(match, self.viewer))
        self._seen: State = match.observe(self.viewer).seen
        self.questions = Questions(self)

    # --- who looks -------------------------------------------------------------------------------

    def name(self, side: int) -> str:
        return self.turns.name(side)

    def is_my_pick(self) -> bool:
        """Whether the person at the screen has to pick now."""
        mover = self.match.mover
        return mover == self.viewer and self.turns.is_person(mover)

    # --- time ------------------------------------------------------------------------------------

    def update(self, seconds: float) -> bool:
        """Let Nature and the computer go on; hand the screen over in a hot-seat match."""
        match = self.match
        if match.mover == T.NATURE:
            match.run_nature()
            self.saving.autosave()
            return self.changed()
        if match.is_over:
            if not self._ended:
                self._ended = True
                self.saving.autosave()
                self.changed()
                self._show_end()
            return self._dirty
        if not match.seats[match.mover].is_person:
            return self._computer()
        if match.mover != self.viewer or self.curtain_due:
            self._hand_over()
            return True
        changed, self._dirty = self._dirty, False
        if self.told and time.monotonic() > self._told_until:
            self.told = []
            return True
        return changed

    def changed(self) -> bool:
        """The position changed: look again."""
        self._seen = self.match.observe(self.viewer).seen
        self._log = log(self.words, story(self.match, self.viewer))
        self.confirm = -1
        self._dirty = False
        return True

    def _hand_over(self) -> None:
        mover = self.match.mover
        if not self.turns.is_hot_seat:
            self.viewer = mover
            self.changed()
            return
        from .curtain import CurtainScene

        self.app.push(CurtainScene(self.app, self, mover))

    def take_seat(self, side: int) -> None:
        """The curtain is opened: this side looks now."""
        self.viewer = side
        self.curtain_due = False
        self.changed()

    def _computer(self) -> bool:
        """Ask, wait, take the answer; the move is shown for a while before the next."""
        now = time.monotonic()
        if self.told and now < self._told_until and self.viewer == T.PUBLIC:
            return False
        match = self.match
        if self.turns.think():
            self._asked_at = now
            return True
        least = 0.0 if self.app.settings.reduced_motion or self.app.settings.speed == 3 else THINKS_AT_LEAST
        if now - self._asked_at < least and match.state.pick[T.STEP] == T.STEP_MOVE:
            return False
        action = self.turns.answer()
        if action is None:
            return False
        side, before = match.mover, len(self._log)
        match.submit(action)
        self.changed()
        if match.mover != side or match.state.pick[T.STEP] == T.STEP_MOVE:
            self.saving.autosave()
            self._tell([line.text for line in self._log[before:]])
        return True

    def _tell(self, lines: list[str]) -> None:
        if lines and self.app.settings.speed < 3:
            self.told = lines[:7]
            self._told_until = time.monotonic() + SHOWN_FOR[self.app.settings.speed]

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
        if self.confirm != action and self.questions.ends(action):
            self.confirm = action
            self._dirty = True
            return
        self.match.submit(action)
        self.told = []
        if self.match.state.pick[T.STEP] == T.STEP_MOVE:
            self.saving.autosave()
        self.changed()

    def cancel(self) -> None:
        """One step back inside an unfinished move."""
        if self.mode:
            self.mode = ""
        elif self.match.state.pick[T.STEP] != T.STEP_MOVE:
            self.match.rewind(len(self.match.actions) - 1)
            self.turns.forget()
        self.changed()

    def undo(self) -> None:
        try:
            self.match.take_back()
        except CannotTakeBack as reason:
            self.app.say(str(reason))
            return
        self._ended = False
        self.saving.autosave()
        self.changed()

    def choose(self, mode: str) -> None:
        self.mode = mode
        self._dirty = True

    def switch(self, view: str) -> None:
        """Show the map or the supply graph in the middle."""
        self.view = view
        self._dirty = True

    def history(self, cells: tuple[int, ...], title: str) -> None:
        """The ledger of one number."""
        from .ledger import LedgerScene

        self.app.push(LedgerScene(self.app, self, cells, title))

    def changed_by(self, line: Line) -> None:
        """The ledger of all numbers that a line of the log changed."""
        from .ledger import LedgerScene

        self.app.push(LedgerScene(self.app, self, line.cells, line=line))

    def open_log(self, action: int = 0) -> None:
        """The log; with the number of a pick, at the line that tells it."""
        from .log import LogScene

        self.app.push(LogScene(self.app, self, self._log, action))

    def open_charts(self) -> None:
        from .charts import ChartsScene

        self.app.push(ChartsScene(self.app, self))

    def open_cards(self) -> None:
        from .browser import BrowserScene

        seen, side = self._seen, self.viewer if self.viewer < T.PUBLIC else -1
        self.app.push(BrowserScene(self.app, self.words, seen, story(self.match, self.viewer), side))

    def open_presenter(self) -> None:
        from .presenter import PresenterScene

        self.app.push(PresenterScene(self.app, self))

    def open_settings(self) -> None:
        from .settings import SettingsScene

        self.app.push(SettingsScene(self.app))

    def shelf(self) -> list[Volume]:
        """What the handbook tells of here: this match's own rules and cards."""
        return [Volume(self.match.book, self.almanac, self.words)]

    # --- what is on the screen -------------------------------------------------------------------

    def board(self) -> Board:
        fictional = self.match.scenario.sides["us"].title == "Aquila"
        emblems = ("emblem-aquila", "emblem-meridian") if fictional else ("emblem-us", "emblem-china")
        return Board(
            pen=self.app.table_pen,
            book=self.match.book,
            almanac=self.almanac,
            words=self.words,
            seen=self._seen,
            viewer=self.viewer,
            log=self._log,
            names=(self.name(0), self.name(1)),
            history=self.history,
            changed_by=self.changed_by,
            emblems=emblems,
            view=self.view,
            switch=self.switch,
            pointed=self._pointed(),
        )
    def _pointed(self) -> str:
        pointed = self.app.stage.pointed()
        return pointed.name if pointed else ""

    def nodes(self) -> list[Node]:
        board = self.board()
        can_act = self.is_my_pick() and self._seen.shared[T.PHASE] == T.MOVING
        side = self.viewer if self.viewer < T.PUBLIC else T.US
        picked = self._seen.pick[T.PICK_CARD]
        made: list[Node] = []
        for part in self._parts(board):
            made += part.nodes(board)
        for node in made:
            # the table changes seldom: it is put together once, not in every frame
            node.ground = node.layer == 0
        question = self.questions.nodes(board, board.pointed) if self.is_my_pick() else []
        seen = "" if question else board.pointed
        told = self.questions.told if can_act else None
        made += cards.hand(board, side, lambda card: self.pick(T.CARD + card), can_act, picked, seen, told)
        made += actions.nodes(board, self.prompt(), self.acts(can_act))
        if self.told:
            made.append(self._banner(board))
        made += question
        return made

    def _parts(self, board: Board) -> list[ModuleType]:
        """The parts of the table in the view that is shown."""
        if self.view == MAP:
            return [header, sectors, world, measures, gauges, logbook, status]
        beside = [] if board.is_narrow else [sectors]
        return [header, *beside, graph, gauges, logbook, status]

    def _banner(self, board: Board) -> Node:
        """What the rival has just done, over the map."""
        pen, area = board.pen, board.map_rect
        lines = list(self.told)
        width = min(area.w - pen.px(40), pen.px(760))
        inner = width - pen.px(40)
        height = sum(
            len(pen.wrap(line, "body", 16, inner)) * pen.line(16) + pen.px(4) for line in lines
        ) + pen.px(30)
        rect = pygame.Rect(area.centerx - width // 2, area.y + pen.px(54), width, height)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.shadow(target, box, 12, 12, 0.7, "#000000", pen.px(4))
            pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.GOLD, 12, 1.6)
            y = float(box.y + pen.px(16))
            for line in lines:
                y = pen.paragraph(target, line, box.x + pen.px(20), y, inner, 16, theme.TEXT_2) + pen.px(4)

        def dismiss() -> None:
            self.told = []

        return Node("told", rect, paint, key=tuple(lines), act=dismiss, pad=pen.px(34), layer=8, group="h")

    def prompt(self) -> Prompt:
        """Whose turn it is and what for."""
        mover, shared = self.match.mover, self._seen.shared
        if self.match.is_over:
            return Prompt("The match is over")
        if not self.is_my_pick():
            return Prompt(
                f"{self.words.sides[mover]} is thinking …" if mover < T.PUBLIC else "The cards are dealt"
            )
        if shared[T.PHASE] == T.MOVING:
            left = self._seen.moves[self.viewer]
            words = f"{left} move{'s' if left != 1 else ''} left this round. Choose a card, or one of these:"
            return Prompt("Your move", words, theme.GOLD)
        title = {T.NAMING: "Name the third spotlight", T.ANSWERING: "Answer the deal"}
        return Prompt(title.get(shared[T.PHASE], "Choose your agenda"), "", theme.GOLD)

    def acts(self, can_act: bool) -> dict[str, Callable[[], None] | None]:
        """What each key does now."""
        legal = self.match.legal() if can_act and self._seen.pick[T.STEP] == T.STEP_MOVE else []
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

    # --- keys ------------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            return self._escape()
        if event.key == pygame.K_SPACE and self.told and not self.app.stage.focus:
            self.told = []
            return True
        if pygame.K_1 <= event.key <= pygame.K_9:
            return self._number(event.key - pygame.K_1)
        found = BY_CODE.get(event.key)
        if found in SCREENS:  # has no button; what is asked on the table waits
            act = self.acts(False).get(found.name)
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
        elif self.told:
            self.told = []
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
