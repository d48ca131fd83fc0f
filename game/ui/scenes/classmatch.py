"""A match of a class on the screen: the table with a clock, and the bell, which gets every match to its final scoring.

The clock is soft: it turns amber and lets the team think. Only who would make the class miss the bell is passed; a
teacher can ask for a strict clock.
"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pygame

from game.classroom import answered
from game.classroom.bell import fewer, shortened
from game.classroom.bellclock import BellClock, fitted_of, moves_made, told
from game.classroom.forecasts import judge
from game.classroom.rounds import moments
from game.engine import terms as T
from game.match.arranged import Inject, Kind
from game.match.match import Match

from ..app import App
from ..keys import CLASS, name_of
from ..nodes import Node
from ..table import classbar
from ..table.board import Board
from ..table.classbar import Clock
from ..table.prompt import Prompt
from .doors import Doors
from .play import PlayScene
from .saving import Saving
from .sight import Sight

Act = Callable[[], None]


class ClassSaving(Saving):
    """Keeps with the match how much of its time has been used."""

    def __init__(
        self, match: Match, path: Path | None, say: Callable[[str, float], None], clock: BellClock
    ) -> None:
        super().__init__(match, path, say)
        self.clock = clock

    def _save(self, path: Path) -> bool:
        arranged = self.match.arranged
        if arranged is not None:
            used = min(max(0.0, self.clock.elapsed), 100_000.0)
            self.match.arranged = arranged.model_copy(update={"elapsed": used})
        return super()._save(path)


class ClassDoors(Doors):
    def end(self) -> None:
        from .classend import ClassEndScene

        assert isinstance(self.table, ClassScene)
        self.table.hand_in()
        self.app.turn_to(ClassEndScene(self.app, self.table, self.table.handed_in))
        self.table.reveal()

    def presenter(self) -> None:
        from .classpresenter import ClassPresenterScene

        assert isinstance(self.table, ClassScene)
        self.app.turn_to(ClassPresenterScene(self.app, self.table))


class ClassSight(Sight):
    """What lies on the table of a class."""

    def prompt(self) -> Prompt:
        """While all is frozen, what can be done instead of a move."""
        scene = self.scene
        if isinstance(scene, ClassScene) and scene.clock.is_frozen:
            return Prompt("Frozen", "Draw with the mouse, or arrows and Space")
        return super().prompt()


class ClassScene(PlayScene):
    opens = ClassDoors

    def __init__(
        self,
        app: App,
        match: Match,
        path: Path | None = None,
        now: Callable[[], float] = time.monotonic,
        clock: BellClock | None = None,
    ) -> None:
        super().__init__(app, match, path)
        arranged = match.arranged
        assert arranged is not None
        self.arranged = arranged
        self.clock = clock or BellClock(fitted_of(match), now, arranged.elapsed)
        self.sight = ClassSight(self, self._reached)
        self.saving = ClassSaving(match, self.saving.path, app.say, self.clock)
        self.handed_in = ""  # where the class file lies, or why it could not be written
        self._shown: Clock | None = None
        number = match.state.shared[T.ROUND]
        self._revealed = number - 1  # the last round whose forecasts were shown against what came
        self._foretold = (0, T.NOBODY)  # the round and side that was asked last
        self._kept_up = -1  # the moves that had been made when the bell was thought of last

    # --- time ------------------------------------------------------------------------------------

    def update(self, seconds: float) -> bool:
        self._tick()  # first: whoever is overdue gets no curtain any more
        changed = super().update(seconds)
        if self.app.scene is self and (self._keep_up() or self.reveal() or self._ask_forecast()):
            return True
        face = self.face()
        was, self._shown = self._shown, face
        return changed or face != was

    def lapse(self) -> None:
        """Somebody reads a screen over the table: when the move is overdue, the table is there again."""
        self._tick()
        if self._must_pass() and self in self.app.scenes:
            while self.app.scene is not self:
                self.app.pop()

    def _tick(self) -> None:
        self.clock.turn(moves_made(self.match.state))
        if self.match.is_over:
            self.hand_in()
        elif self.app.scene is self and self._must_pass():
            self._pass()

    def _must_pass(self) -> bool:
        match = self.match
        if match.is_over or not self.turns.is_person(match.mover):
            return False
        return self.clock.is_overdue(self.arranged.is_strict)

    def _pass(self) -> None:
        """Whoever dawdles passes; a deal is refused, and of other choices the first one is taken."""
        match = self.match
        side, number = match.mover, match.state.shared[T.ROUND]
        self.showing.finish()
        self.mode, self.confirm = "", -1
        while match.state.pick[T.STEP] != T.STEP_MOVE:
            match.rewind(len(match.actions) - 1)
            self._went_back()
        legal = match.legal()
        action = next((a for a in (T.PASS, T.REFUSE) if a in legal), legal[0])
        deed = {T.PASS: "passes", T.REFUSE: "refuses the deal"}.get(action, "takes the first choice")
        match.submit(action)
        self.log_inject("time", number, f"Time is up: {self.words.sides[side]} {deed}.")
        self._dirty = True

    def log_inject(self, kind: Kind, number: int, words: str, hidden: str = "") -> None:
        """Say what was decided in a round in place of the teams or of luck, and keep it with the match; what is
        `hidden` only once all cards lie open.
        """
        match = self.match
        match.injects.append(
            Inject(action=len(match.actions), round=number, words=words, kind=kind, hidden=hidden)
        )
        if words:
            self.app.say(words, 6.0)
        if match.state.pick[T.STEP] == T.STEP_MOVE:
            self.saving.autosave()

    # --- the bell --------------------------------------------------------------------------------

    def _keep_up(self) -> bool:
        """When a move begins too late, the match is cut to the rounds that can still be played well."""
        match, made = self.match, moves_made(self.match.state)
        if made == self._kept_up or not self.can_move or match.state.pick[T.STEP] != T.STEP_MOVE:
            return False
        self._kept_up = made
        rounds = fewer(self.clock.fitted, self.clock.elapsed, made)
        if rounds >= match.scenario.rounds:
            return False
        self.clock.cut(rounds)
        other = _cut(match, rounds)
        scene = ClassScene(self.app, other, self.saving.path, clock=self.clock)
        scene.take_over(self)
        self.app.replace(scene)
        number = match.state.shared[T.ROUND]
        scene.log_inject(
            "bell", number, f"To be done in its time, the match is cut to {rounds} rounds."
        )
        return True

    # --- forecasts -------------------------------------------------------------------------------

    def _ask_forecast(self) -> bool:
        """Each team is asked before its last move of a round."""
        match = self.match
        now = match.state.shared[T.ROUND], self.viewer
        is_last = self.can_move and match.state.moves[self.viewer] == 1 and not self.mode
        if not self.arranged.has_forecasts or not is_last or now == self._foretold:
            return False
        self._foretold = now
        if match.state.pick[T.STEP] != T.STEP_MOVE or self.clock.is_overdue(self.arranged.is_strict):
            return False
        if any(
            said.round == now[0] and said.who == match.seats[self.viewer].name for said in match.forecasts
        ):
            return False
        from .foretell import ForetellScene

        self.app.push(ForetellScene(self.app, self))
        return True

    def reveal(self) -> bool:
        """Once a market phase has been shown, what came of the forecasts of its round."""
        number = self.match.state.shared[T.ROUND] - (not self.match.is_over)
        is_shown = self.is_my_pick() or self.match.is_over and not self.showing.is_busy
        if number <= self._revealed or not is_shown:
            return False
        self._revealed = number
        judged = judge(moments(self.match, T.PUBLIC), self.match.forecasts)
        if not any(one.forecast.round == number for one in judged):
            return False
        from .foretell import JudgedScene

        self.app.push(JudgedScene(self.app, self.words, number, judged))
        return True

    def take_over(self, before: "ClassScene") -> None:
        """Go on where another scene of the same match was."""
        self.viewer, self.curtain_due = before.viewer, before.curtain_due
        self._foretold, self._revealed = before._foretold, before._revealed
        self.showing.reset()
        self.showing.look(self.viewer)

    def hand_in(self) -> None:
        """The class file is written by itself, once."""
        if self.handed_in:
            return
        try:
            path = answered.hand_in(self.match)
            self.handed_in = f"Class file for the teacher's desk: {path}"
        except OSError as error:
            self.handed_in = (
                f"The class file can't be written: {error.strerror}. The saved match holds the same."
            )

    # --- what is on the screen -------------------------------------------------------------------

    def face(self) -> Clock:
        """What the clocks show now."""
        clock = self.clock
        left = told(max(0.0, clock.to_bell))
        if self.match.is_over:
            return Clock("0:00", left, "the match is over", 0.0, False)
        words = "frozen" if clock.is_frozen else "for this move" if clock.left >= 0 else "over its time"
        share = max(0.0, int(clock.left) / max(1.0, clock.given.soft))
        return Clock(told(clock.left), left, words, min(1.0, share), clock.is_soon, clock.is_frozen)

    def _reached(self) -> Mapping[str, Act | None]:
        """The table's own keys: none while all is frozen, for they lie under the paper."""
        found = self.controls.acts()
        return dict.fromkeys(found) if self.clock.is_frozen else found

    def board(self) -> Board:
        board = super().board()
        board.class_high = self.app.pen.roomy(classbar.HIGH)
        return board

    def nodes(self) -> list[Node]:
        made, board, face = super().nodes(), self.board(), self.face()
        sheets = [node for node in made if node.name == "sheet"]
        made += [classbar.over_sheet(board, face, sheet) for sheet in sheets]
        return made + self.sight.lifted(classbar.nodes(board, face, self._class_acts()))

    def table(self) -> list[Node]:
        return super().table() + classbar.nodes(self.board(), self.face(), self._class_acts())

    def clock_words(self) -> str:
        """The clocks in a line, for screens in large letters."""
        face = self.face()
        return f"{'frozen · ' if face.is_frozen else ''}move {face.move} · match {face.match}"

    def still(self, layer: int) -> list[Node]:
        """What stays to be looked at while all is frozen."""
        made = [node for node in self.nodes() if not node.name.startswith("class:")]
        return [*made, classbar.face(self.board(), self.face(), layer)]

    def tools(self, acts: Mapping[str, Act], layer: int) -> list[Node]:
        """What can be done while all is frozen."""
        return classbar.tools(self.board(), acts, layer)

    @property
    def can_vote(self) -> bool:
        return self.is_my_pick() and self.confirm < 0 and not self.mode

    def _class_acts(self) -> dict[str, Act | None]:
        """What the keys of a class do, as far as they were arranged."""
        found: dict[str, Act | None] = {
            "freeze": None if self.match.is_over else self.freeze,
            "vote": self.vote if self.can_vote else None,
        }
        if self.arranged.has_injects:
            found["inject"] = None if self.match.is_over else self.inject
        if self.arranged.has_roles:
            found["roles"] = self.roles
        return found

    # --- input -----------------------------------------------------------------------------------

    def freeze(self) -> None:
        """All stands still, and can be drawn on."""
        from .freeze import FreezeScene

        self.app.push(FreezeScene(self.app, self))

    def vote(self) -> None:
        from .vote import VoteScene

        self.app.push(VoteScene(self.app, self))

    def inject(self) -> None:
        from .inject import InjectScene

        self.app.push(InjectScene(self.app, self))

    def roles(self) -> None:
        from .roles import RolesScene

        self.app.push(RolesScene(self.app))

    def key(self, event: pygame.event.Event) -> bool:
        act = self._class_acts().get(name_of(CLASS, event.key))
        if act is None:
            return super().key(event)
        act()
        return True


def _cut(match: Match, rounds: int) -> Match:
    """The same match with fewer rounds."""
    pack = shortened(match.pack, match.scenario.id, rounds)
    other = Match(pack, match.scenario.id, match.seats, match.seed, match.script)
    other.fold(match.actions)
    other.notes, other.forecasts, other.answers = match.notes, match.forecasts, match.answers
    other.injects, other.wishes = match.injects, match.wishes
    if match.arranged is not None:
        whole = match.arranged.rounds or match.scenario.rounds
        other.arranged = match.arranged.model_copy(update={"rounds": whole})
    return other
