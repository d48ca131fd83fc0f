"""The analysis board: a match gone through once more, with the search's chances before each move.

Cards are shown as far as the one who looks knew them; all of them lie open only because the match is over.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

import pygame

from game.classroom.draft import Draft
from game.classroom.errand import Errand
from game.classroom.replay import Replay, Step
from game.classroom.review import Reviewed, review_file
from game.classroom.spoken import spoken_to
from game.classroom.swings import Stand, TurningPoint, stands, turning_points
from game.classroom.whatif import Decision
from game.content.almanac import almanac_of
from game.engine import terms as T
from game.engine.state import State
from game.match import store
from game.match.ledger import Entry, story
from game.match.library import Volume
from game.match.log import Line, log, with_injects, with_reasons
from game.match.match import Match
from game.match.seats import Seat
from game.match.words import Words
from game.players.core import PlainCore

from ..app import App, Scene
from ..handbook.anchors import anchor_of
from ..keys import ANALYSIS, REPLAY_STEPS, name_of
from ..nodes import Node
from ..replay import panel, track
from ..replay.track import Track
from ..table import cards
from ..table.board import GRAPH, MAP, Board
from ..table.tabletop import Tabletop
from ..widgets import label
from ..widgets import panel as frame
from .doors import Doors
from .turns import called

SHOWN_EVERY = 0.5  # seconds until what the search has found since is drawn
STEPS = {f"{step.value} {way}": (step, by) for step in Step for way, by in (("back", -1), ("on", 1))}


class ReplayScene(Scene):
    is_full = True
    runs = frozenset(key.code for key in REPLAY_STEPS)

    def __init__(self, app: App, match: Match, at: int = -1) -> None:
        super().__init__(app)
        self.replay = Replay(match)
        self.match = self.replay.here  # as far as it has been gone through
        self.almanac = almanac_of(match.pack, match.book)
        self.words = Words(match.book, self.almanac)
        self.viewer = T.ALL if match.is_over else T.PUBLIC
        self.has_hand = False  # whether a hand is shown in the place of the curve
        self.doors = Doors(app, self)
        self.history, self.changed_by = self.doors.history, self.doors.changed_by
        self.open_log, self.open_charts, self.open_presenter = (
            self.doors.log, self.doors.charts, self.doors.presenter,
        )  # fmt: skip
        names = (self.name(0), self.name(1))
        self.tabletop = Tabletop(match, self.almanac, self.words, names, self.history, self.changed_by)
        self.first_look = stands(match, PlainCore(match.book))
        self.reviewed: list[Reviewed] = []
        self.errand: Errand[Reviewed] = Errand(review_file, match=match)
        self._track = self._look_at_course()
        self._due = 0.0
        self.go(self.replay.first if at < 0 else at)

    # --- what the screens that open from here look at ------------------------------------------------

    @property
    def seen(self) -> State:
        return self.match.observe(self.viewer).seen

    @property
    def told(self) -> list[Entry]:
        return story(self.match, self.viewer)

    @property
    def log(self) -> list[Line]:
        happened = [one for one in self.replay.match.injects if one.has_happened(self.replay.at)]
        return with_injects(log(self.words, self.told), happened, self.viewer == T.ALL)

    @property
    def explained_log(self) -> list[Line]:
        """With the computers' reasons, whether they were told during play or not."""
        return with_reasons(self.log, self.replay.match.notes)

    def name(self, side: int) -> str:
        return called(self.replay.match.seats[side])

    def clock_words(self) -> str:
        """Nothing hurries here."""
        return ""

    def shelf(self) -> list[Volume]:
        return [Volume(self.match.book, self.almanac, self.words)]

    def anchor_of(self, name: str) -> str:
        return anchor_of(self.match.book, name)

    # --- the search's estimates ----------------------------------------------------------------------

    def update(self, seconds: float) -> bool:
        """Take what the search has found; the curve is drawn anew now and then."""
        found = self.errand.poll()
        self.reviewed += found
        self._due += seconds
        is_news = len(self.reviewed) > len(self._shown) and (self._due > SHOWN_EVERY or self.errand.is_done)
        if not is_news:
            return False
        self._due = 0.0
        self._track = self._look_at_course()
        return True

    def _look_at_course(self) -> Track:
        """The stands as far as the search has looked again, the others as they look at first sight."""
        self._shown = list(self.reviewed)
        again = {one.stand.action: one.stand for one in self.reviewed}
        course = [again.get(stand.action, stand) for stand in self.first_look]
        if not self._shown or self.errand.is_done:  # in between they would jump about
            self._settled = course
            self._turns = self._turning_points()
        moves = len(self.first_look) - 1
        title = f"{self.words.shorts[0]} chance of winning, all cards open"
        if self.errand.problem:
            note = "at first sight: the search could not look"
        elif len(self.reviewed) < moves:
            note = f"the search has looked at {len(self.reviewed)} of {moves} moves"
        else:
            note = "1, 2, 3: turning points · band: margin"
        return Track(tuple(course), tuple(self._turns), title, note, self.words, self._tell)

    def _turning_points(self) -> list[TurningPoint]:
        """In the words of the log of whoever looks: there may be secrets in it."""
        return turning_points(self.replay.match, self.words, self._settled, viewer=self.viewer)

    def _tell(self, stand: Stand) -> list[str]:
        """One point of the curve."""
        chance, margin = 100 * stand.estimate.chance, 100 * stand.estimate.margin
        value = f"{chance:.0f} %" + (f" ± {margin:.0f}" if margin else "")
        if stand.side not in (T.US, T.CHINA):
            return [f"The end | {value}"]
        lines = [f"Round {stand.round}, {self.words.shorts[stand.side]} to move | {value}"]
        decision = next(one for one in self.replay.decisions if one.action == stand.action)
        return [*lines, f"Played: {self._spoken(decision)}"]

    # --- what is on the screen -----------------------------------------------------------------------

    def board(self) -> Board:
        board = self.tabletop.board(self.app.pen, self.seen, self.viewer, self._lines)
        pointed = self.app.stage.pointed()
        board.switch, board.pointed = self._switch, pointed.name if pointed else ""
        board.browse = self.doors.browse
        return board

    def nodes(self) -> list[Node]:
        board = self.board()
        viewers = [(T.US, self.words.shorts[0]), (T.CHINA, self.words.shorts[1]), (T.PUBLIC, "Public")]
        if self.replay.match.is_over:
            viewers.append((T.ALL, "All open"))
        return [*self.table(), *panel.nodes(board, self._asked(), viewers, self.look, self._acts())]

    def table(self) -> list[Node]:
        board = self.board()
        return self.tabletop.nodes(board) + (self._hand(board) if self.has_hand else self._curve(board))

    def _curve(self, board: Board) -> list[Node]:
        return track.nodes(board.pen, self._track, self._below_the_map(board), self.replay.at, self.go)

    def _below_the_map(self, board: Board) -> pygame.Rect:
        low = board.rect(0, board.bottom + 6, 1, 302)
        return pygame.Rect(board.map_rect.x, low.y, board.map_rect.w, low.h)

    def _hand(self, board: Board) -> list[Node]:
        side = self.viewer
        if side >= T.PUBLIC:
            side = self.match.mover if self.match.mover in (T.US, T.CHINA) else T.US
        made = cards.hand(board, side, lambda card: None, False, T.NONE, board.pointed)
        if made:
            return made
        place = self._below_the_map(board)
        middle = pygame.Rect(place.x, place.centery - board.pen.px(20), place.w, board.pen.px(40))
        words = label(board.pen, "no hand", middle, "No cards in this hand now.", 18, centred=True)
        return [frame(board.pen, "hand", place), words]

    def _asked(self) -> panel.Asked:
        one = self.replay.decision
        if one is None:
            return panel.Asked("The end", "The match is over. Step back, or click the curve.", T.NOBODY)
        number = self.replay.decisions.index(one) + 1
        when = f"Round {one.round}" if one.round else "Setting up"
        title = f"{when}: {self.words.sides[one.side]}"
        told = f"Decision {number} of {len(self.replay.decisions)}: {self._spoken(one)}"
        return panel.Asked(title, told, one.side)

    def _spoken(self, decision: Decision) -> str:
        """What was decided, as far as the one who looks was told of it."""
        return spoken_to(self.words, self.viewer, decision.side, decision.picks)

    # --- what can be done ----------------------------------------------------------------------------

    def go(self, at: int) -> None:
        self.replay.go(at)
        self.match = self.replay.here
        self._lines = [replace(line, text=line.spoken, reason="") for line in self.explained_log]
        self.app.rebuild()

    def look(self, viewer: int) -> None:
        self.viewer = viewer
        self._lines = [replace(line, text=line.spoken, reason="") for line in self.explained_log]
        self._turns = self._turning_points()
        self._track = replace(self._track, turns=tuple(self._turns))

    def _switch(self, view: str) -> None:
        self.tabletop.view = view
        self.app.rebuild()

    def turn_map(self) -> None:
        """From the map to the supply chains, and back."""
        self._switch(MAP if self.tabletop.view == GRAPH else GRAPH)

    def _acts(self) -> dict[str, Callable[[], None] | None]:
        """What buttons and keys do, by name; None where it can't be done here."""
        found: dict[str, Callable[[], None] | None] = {}
        for name, (step, by) in STEPS.items():
            to = self.replay.next(step, by)
            found[name] = partial(self.go, to) if to != self.replay.at else None
        decision = self.replay.decision
        is_open = self.viewer == T.ALL or not self.replay.match.is_over
        is_own = decision is not None and decision.side == self.viewer
        found |= {  # what lays both hands open only where they lie open already
            "what if": self.what_if if decision is not None and (is_open or is_own) else None,
            "branch": self.branch if decision is not None else None,
            "scenario": self.make_scenario if decision is not None and is_open else None,
            "learn": self.learn if is_open else None,
            "hand": self._turn_over,
            "log": self.open_log,
            "charts": self.open_charts,
            "back": self.app.pop,
        }
        return found

    def _turn_over(self) -> None:
        self.has_hand = not self.has_hand

    def what_if(self) -> None:
        from .whatif import WhatIfScene

        decision = self.replay.decision
        if decision is not None:
            self.app.turn_to(WhatIfScene(self.app, self.replay.match, self.words, decision))

    def learn(self) -> None:
        from .learn import LearnScene

        self.app.turn_to(LearnScene(self.app, self))

    def make_scenario(self) -> None:
        """This position as the start of a scenario of one's own."""
        from .editor import EditorScene

        draft = Draft.of_match(self.replay.match.branch(self.replay.at))
        self.app.turn_to(EditorScene(self.app, draft))

    def branch(self) -> None:
        """Play on from here, as a match of its own: the first one stays as it is."""
        from .play import PlayScene

        was = self.replay.match
        match = was.branch(self.replay.at)
        match.seats = _seats(was, match.mover)
        path = store.named_path(f"{was.scenario.title} from round {self.replay.round}")
        scene = PlayScene(self.app, match, path)
        scene.saving.autosave()
        self.app.push(scene)
        self.app.say(f"A match of its own: {path.name}. The first one stays as it is.", 6)

    def leave(self) -> None:
        self.errand.close()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_v:
            self.turn_map()
            return True
        if event.key in (pygame.K_HOME, pygame.K_END):
            self.go(self.replay.first if event.key == pygame.K_HOME else self.replay.last)
            return True
        name = name_of(ANALYSIS, event.key)
        act = self._acts().get(name)
        if act is not None:
            act()
        return bool(name)


def _seats(match: Match, mover: int) -> tuple[Seat, Seat]:
    """Who plays on: the same; where only computers played, a person for the side to move."""
    if any(seat.is_person for seat in match.seats):
        return match.seats
    seats = list(match.seats)
    seats[mover] = Seat()
    return cast(tuple[Seat, Seat], tuple(seats))
