"""The match on the screen: draws what one viewer knows, and passes picks to the match.

The rules never wait for the screen. Computer players think in their own process; the scene asks, and looks each frame
whether the answer is there.
"""

import time
from functools import partial
from pathlib import Path

import pygame

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.state import State
from game.match import store
from game.match.ledger import story
from game.match.match import CannotTakeBack, Match
from game.match.record import record_of
from game.match.words import Line, Words
from game.players.worker import Client

from .. import sheet as sheets
from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..table import blocs, cards, gauges, header, logbook, measures, sectors, status
from ..table.board import Board
from ..widgets import button, panel
from ..worldmap import WorldMap
from .questions import Questions

SHOWN_FOR = (3600.0, 4.0, 1.6, 0.0)  # seconds that the rival's move stays on the screen, by speed
THINKS_AT_LEAST = 0.5


class PlayScene(Scene):
    def __init__(self, app: App, match: Match, path: Path | None = None) -> None:
        super().__init__(app)
        self.match = match
        self.path = path or store.autosave_path(match)
        self.almanac = Almanac(match.pack, match.book)
        self.words = Words(match.book, self.almanac)
        self.viewer = self._first_viewer()
        self.curtain_due = self._is_hot_seat()
        self.client = Client(match.book, record_of(match).pack.data, match.scenario.id)
        self.mode = ""  # "lift" or "deal" while a sheet asks for a measure
        self.confirm = -1  # a pick that ends the game and has been asked once
        self.told: list[str] = []
        self._told_until = 0.0
        self._asked_at = 0.0
        self._ended = False
        self._dirty = True
        self._log: list[Line] = []
        self._seen: State = match.observe(self.viewer).seen
        self._map: tuple[object, WorldMap] | None = None
        self._lands: dict[object, pygame.Surface] = {}
        self.questions = Questions(self)

    # --- who looks -------------------------------------------------------------------------------

    def people(self) -> list[int]:
        return [side for side in (T.US, T.CHINA) if self.match.seats[side].is_person]

    def _is_hot_seat(self) -> bool:
        return len(self.people()) == 2 and not self.match.book.tables.setting[T.OPEN_HANDS]

    def _first_viewer(self) -> int:
        people = self.people()
        if not people:
            return T.PUBLIC
        if len(people) == 2 and self.match.mover in (T.US, T.CHINA):
            return self.match.mover
        return people[0]

    def name(self, side: int) -> str:
        seat = self.match.seats[side]
        titles = {"person": "Person", "random": "Computer · random", "greedy": "Computer · greedy"}
        return seat.name or titles[seat.level]

    def is_my_pick(self) -> bool:
        """Whether the person at the screen has to pick now."""
        mover = self.match.mover
        return mover == self.viewer and mover < T.PUBLIC and self.match.seats[mover].is_person

    # --- time ------------------------------------------------------------------------------------

    def update(self, seconds: float) -> bool:
        """Let Nature and the computer go on; hand the screen over in a hot-seat match."""
        match = self.match
        if match.mover == T.NATURE:
            match.run_nature()
            self.autosave()
            return self.changed()
        if match.is_over:
            if not self._ended:
                self._ended = True
                self.autosave()
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
        self._log = self.words.log(story(self.match, self.viewer))
        self.confirm = -1
        self._dirty = False
        return True

    def _hand_over(self) -> None:
        mover = self.match.mover
        if not self._is_hot_seat():
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
        match, client = self.match, self.client
        if not client.is_thinking:
            seat = match.seats[match.mover]
            client.ask(match.observe(match.mover), seat.level, f"{match.seed}/{len(match.actions)}")
            self._asked_at = now
            return True
        least = 0.0 if self.app.settings.reduced_motion or self.app.settings.speed == 3 else THINKS_AT_LEAST
        if now - self._asked_at < least and match.state.pick[T.STEP] == T.STEP_MOVE:
            return False
        action = client.reply()
        if action is None:
            return False
        side, before = match.mover, len(self._log)
        match.submit(action)
        self.changed()
        if match.mover != side or match.state.pick[T.STEP] == T.STEP_MOVE:
            self.autosave()
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
        self.client.close()

    def kept_in(self) -> Path:
        return self.path

    def autosave(self) -> None:
        try:
            store.save(self.match, self.path)
        except OSError as error:
            self.app.say(f"The match can't be saved in {self.path.parent}: {error.strerror}", 8)

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
            self.autosave()
        self.changed()

    def cancel(self) -> None:
        """One step back inside an unfinished move."""
        if self.mode:
            self.mode = ""
        elif self.match.state.pick[T.STEP] != T.STEP_MOVE:
            self.match.rewind(len(self.match.actions) - 1)
        self.changed()

    def undo(self) -> None:
        try:
            self.match.take_back()
        except CannotTakeBack as reason:
            self.app.say(str(reason))
            return
        self._ended = False
        self.autosave()
        self.changed()

    def save(self) -> None:
        name = f"{self.match.scenario.title} round {self.match.state.shared[T.ROUND]}"
        path = store.named_path(name)
        try:
            store.save(self.match, path)
            self.app.say(f"Saved: {path}")
        except OSError as error:
            self.app.say(f"The match can't be saved in {path.parent}: {error.strerror}", 8)

    def choose(self, mode: str) -> None:
        self.mode = mode
        self._dirty = True

    def history(self, cells: tuple[int, ...], title: str) -> None:
        from .history import HistoryScene

        self.app.push(HistoryScene(self.app, self, cells, title))

    def open_log(self) -> None:
        from .history import LogScene

        self.app.push(LogScene(self.app, self._log, self.words))

    def open_rules(self) -> None:
        from .rules import RulesScene

        self.app.push(RulesScene(self.app))

    # --- what is on the screen -------------------------------------------------------------------

    def board(self) -> Board:
        fictional = self.match.scenario.sides["us"].title == "Aquila"
        emblems = ("emblem-aquila", "emblem-meridian") if fictional else ("emblem-us", "emblem-china")
        board = Board(
            pen=self.app.pen,
            book=self.match.book,
            almanac=self.almanac,
            words=self.words,
            seen=self._seen,
            viewer=self.viewer,
            log=self._log,
            world=None,  # type: ignore[arg-type]
            land=self._land,
            names=(self.name(0), self.name(1)),
            history=self.history,
            emblems=emblems,
        )
        size = board.map_rect.size
        if self._map is None or self._map[0] != size:
            top = self.app.pen.px(12)
            self._map = (size, WorldMap(self.app.pen, size[0], size[1] - top))
            self._lands.clear()
        board.world = self._map[1]
        return board

    def _land(self, colours: dict[int | str, str]) -> pygame.Surface:
        assert self._map is not None
        key = tuple(colours.items())
        if key not in self._lands:
            self._lands.clear()
            self._lands[key] = self._map[1].paint(colours)
        return self._lands[key]

    def nodes(self) -> list[Node]:
        board = self.board()
        can_act = self.is_my_pick() and self._seen.shared[T.PHASE] == T.MOVING
        side = self.viewer if self.viewer < T.PUBLIC else T.US
        picked = self._seen.pick[T.PICK_CARD]
        made: list[Node] = []
        for part in (header, sectors, blocs, measures, gauges, logbook, status):
            made += part.nodes(board)
        for node in made:
            node.ground = True  # the table changes seldom: it is put together once, not in every frame
        made += cards.hand(board, side, lambda card: self.pick(T.CARD + card), can_act, picked)
        made += self._actions(board, can_act)
        if self.told:
            made.append(self._banner(board))
        question = self.questions.sheet(board) if self.is_my_pick() else None
        if question is not None:
            pointed = self.app.stage.pointed()
            made += sheets.nodes(self.app.pen, question, pointed.name if pointed else self.app.stage.focus)
        return made

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

    def prompt(self) -> str:
        """One line: whose turn it is and what for."""
        mover = self.match.mover
        if self.match.is_over:
            return "The match is over."
        if not self.is_my_pick():
            return f"{self.words.sides[mover]} is thinking …" if mover < T.PUBLIC else "The cards are dealt …"
        phase = self._seen.shared[T.PHASE]
        if phase == T.MOVING:
            left = self._seen.moves[self.viewer]
            return f"Your move · {left} left this round"
        return {T.NAMING: "Name the third spotlight.", T.ANSWERING: "Answer the deal."}.get(
            phase, "Choose your agenda."
        )

    def _actions(self, board: Board, can_act: bool) -> list[Node]:
        """The panel at the bottom right."""
        pen = board.pen
        area = board.rect(board.right_x, board.bottom + 6, 396, 302)
        text = self.prompt()
        made = [panel(pen, "actions", area)]
        mine = self.is_my_pick()

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            tone = theme.GOLD if mine else theme.TEXT_2
            lines = pen.wrap(text, "medium", 16, box.w)[:2]
            for n, line in enumerate(lines):
                pen.text(target, line, box.x, box.y + pen.line(16) * (n + 0.5), "medium", 16, tone, "lm")

        words = pygame.Rect(area.x + pen.px(16), area.y + pen.px(10), area.w - pen.px(32), pen.px(44))
        made.append(Node("prompt", words, paint, key=(text, mine), live=False))
        legal = self.match.legal() if can_act and self._seen.pick[T.STEP] == T.STEP_MOVE else []
        has = {
            "pass": T.PASS in legal,
            "announce": T.ANNOUNCE in legal,
            "lift": any(T.LIFT <= a < T.OFFER for a in legal),
            "deal": any(T.OFFER <= a < T.ASK for a in legal),
        }
        rows = [
            ("lift", "Lift", "T", partial(self.choose, "lift") if has["lift"] else None),
            ("deal", "Deal", "D", partial(self.choose, "deal") if has["deal"] else None),
            ("announce", "Announce", "A", partial(self.pick, T.ANNOUNCE) if has["announce"] else None),
            ("pass", "Pass +1 B", "P", partial(self.pick, T.PASS) if has["pass"] else None),
            ("undo", "Undo", "Z", self.undo),
            ("save", "Save", "S", self.save),
            ("log", "Log", "L", self.open_log),
            ("menu", "Menu", "Esc", self.app.pop),
        ]
        for n, (name, title, hint, act) in enumerate(rows):
            x = area.x + pen.px(14) + (n % 2) * pen.px(188)
            rect = pygame.Rect(x, area.y + pen.px(60) + (n // 2) * pen.px(59), pen.px(180), pen.px(50))
            tip = partial(self.questions.action_tip, name)
            made.append(button(pen, f"do:{name}", rect, title, act, name, hint, group="i", tip=tip))
        return made

    # --- keys ------------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            return self._escape()
        if event.key == pygame.K_SPACE and self.told and not self.app.stage.focus:
            self.told = []
            return True
        if pygame.K_1 <= event.key <= pygame.K_9:
            return self._number(event.key - pygame.K_1)
        names = {
            pygame.K_t: "do:lift",
            pygame.K_d: "do:deal",
            pygame.K_a: "do:announce",
            pygame.K_p: "do:pass",
            pygame.K_z: "do:undo",
            pygame.K_s: "do:save",
            pygame.K_l: "do:log",
        }
        if event.key == pygame.K_F1:
            self.open_rules()
            return True
        node = self.app.stage.get(names.get(event.key, ""))
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
