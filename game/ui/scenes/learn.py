"""Learn from your mistakes: the moves that cost most by the search's estimate, tried again on the board.

It lies over the analysis board and moves it along, so leaving it shows the position that was tried last.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol

import pygame

from game.classroom.errand import Errand
from game.classroom.learn import Trial
from game.classroom.replay import Replay
from game.classroom.review import Reviewed, mistakes
from game.engine import terms as T
from game.match.words import Words

from ..app import App, Scene
from ..keys import LEARN, name_of
from ..nodes import Node
from ..replay import trial as strip
from ..table.board import Board
from ..table.tabletop import Tabletop
from ..widgets import label, panel, waiting


class Analysed(Protocol):
    """The analysis board, as far as this screen moves it."""

    replay: Replay
    words: Words
    tabletop: Tabletop
    reviewed: list[Reviewed]
    errand: Errand[Reviewed]

    def board(self) -> Board: ...

    def go(self, at: int) -> None: ...

    def look(self, viewer: int) -> None: ...

    def turn_map(self) -> None: ...

    def update(self, seconds: float) -> bool: ...


class LearnScene(Scene):
    is_full = True

    def __init__(self, app: App, analysis: Analysed) -> None:
        super().__init__(app)
        self.analysis = analysis
        seats = analysis.replay.match.seats
        people = [side for side in (T.US, T.CHINA) if seats[side].is_person]
        self.side = people[0] if people else T.US
        self.trials: dict[int, list[Trial]] = {}  # of each side, once the search is done
        self.number = 0
        self._collect()

    # --- what there is to try ------------------------------------------------------------------------

    def update(self, seconds: float) -> bool:
        looked_at = len(self.analysis.reviewed)
        changed = self.analysis.update(seconds)
        if not self.trials:
            self._collect()
            changed = changed or bool(self.trials)
        return changed or len(self.analysis.reviewed) > looked_at

    def _collect(self) -> None:
        if not self.analysis.errand.is_done:
            return
        for side in (T.US, T.CHINA):
            self.trials[side] = [Trial(one) for one in mistakes(self.analysis.reviewed, side)]
        self._show()

    @property
    def trial(self) -> Trial | None:
        mine = self.trials.get(self.side, [])
        return mine[self.number] if mine else None

    def _show(self) -> None:
        """The board as the side saw it before that move."""
        if self.trial is not None:
            self.analysis.go(self.trial.review.stand.action)
            self.analysis.look(self.side)

    # --- what is on the screen -----------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        board = self.analysis.board()
        made = self.analysis.tabletop.nodes(board)
        low = board.rect(0, board.bottom + 6, 1, 302)
        place = pygame.Rect(board.map_rect.x, low.y, board.map_rect.w, low.h)
        trial = self.trial
        if trial is not None:
            made += strip.choices(board, place, trial, self.side, self.take)
        else:
            made.append(panel(board.pen, "choices", place, "moves", "Which would you play now?"))
            made += self._nothing_yet(place.move(0, board.pen.px(21)))
        return [
            *made,
            *strip.asking(board, self._head(), trial, self._aside(), self.side, self.choose, self._acts()),
        ]

    def _head(self) -> str:
        if self.trial is None:
            return "Try again"
        number = self.trial.review.stand.round
        return f"Try again, {self.number + 1} of {len(self.trials[self.side])}: round {number}"

    def _aside(self) -> str:
        """What this is for, while there is nothing to try."""
        return "" if self.trials else "The moves that cost most come back: play them better before the answer is shown."

    def _nothing_yet(self, place: pygame.Rect) -> list[Node]:
        """Why there is nothing to try: the search still looks, or it found nothing."""
        pen = self.app.pen
        if self.trials:
            words = "The search found no move of this side that cost much. Well played."
            rect = pygame.Rect(place.x, 0, place.w, pen.line(20)).inflate(-pen.px(60), 0)
            rect.centery = place.centery
            return [label(pen, "none", rect, words, 20, centred=True)]
        seen, moves = len(self.analysis.reviewed), sum(one.is_move for one in self.analysis.replay.decisions)
        words = f"The search has looked at {seen} of {moves} moves. One moment."
        return waiting(pen, place, words, seen, moves, 20)

    # --- what can be done ----------------------------------------------------------------------------

    def _acts(self) -> dict[str, Callable[[], None] | None]:
        trial, mine = self.trial, self.trials.get(self.side, [])
        return {
            "answer": self._give_up if trial is not None and not trial.is_open else None,
            "before": partial(self._turn, -1) if self.number > 0 else None,
            "next": partial(self._turn, 1) if self.number + 1 < len(mine) else None,
            "back": self.app.pop,
        }

    def take(self, n: int) -> None:
        trial = self.trial
        if trial is not None and n < len(trial.choices):
            trial.take(n)

    def choose(self, side: int) -> None:
        self.side, self.number = side, 0
        self._show()

    def _turn(self, by: int) -> None:
        self.number += by
        self._show()

    def _give_up(self) -> None:
        assert self.trial is not None
        self.trial.give_up()

    def key(self, event: pygame.event.Event) -> bool:
        if pygame.K_1 <= event.key <= pygame.K_9:
            self.take(event.key - pygame.K_1)
            return True
        if event.key == pygame.K_v:
            self.analysis.turn_map()
            return True
        name = name_of(LEARN, event.key)
        act = self._acts().get(name)
        if act is not None:
            act()
        return bool(name)
