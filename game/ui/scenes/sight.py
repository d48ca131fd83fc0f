"""What lies before the viewer: the table, the hand, what is told, what is asked, and what may be done."""

from collections.abc import Callable, Mapping
from typing import Protocol

from game.engine import terms as T
from game.engine.state import State
from game.engine.view import Observation
from game.match.bulletin import Bulletin
from game.match.match import Match
from game.match.words import Words

from ..nodes import Node
from ..sheets.frame import frame
from ..showing import Showing
from ..table import actions, adviser, banner, bulletin, cards, news
from ..table.adviser import Adviser
from ..table.board import Board
from ..table.prompt import Prompt, prompt
from ..table.tabletop import Tabletop
from ..telling import Deed, News
from ..widgets import veil
from .questions import Questions

DIM = bulletin.LAYER - 1  # what a bulletin or a headline darkens lies under this layer


class Seen(Protocol):
    """The play scene, as far as it is looked at."""

    match: Match
    words: Words
    viewer: int
    showing: Showing
    questions: Questions
    adviser: Adviser
    tabletop: Tabletop

    @property
    def seen(self) -> State: ...

    @property
    def can_move(self) -> bool: ...

    @property
    def stands(self) -> str: ...

    def is_my_pick(self) -> bool: ...

    def pick(self, action: int) -> None: ...

    def skip(self) -> None: ...


class Sight:
    def __init__(self, scene: Seen, acts: Callable[[], Mapping[str, Callable[[], None] | None]]) -> None:
        self.scene, self.acts = scene, acts

    def nodes(self, board: Board) -> list[Node]:
        scene, showing = self.scene, self.scene.showing
        is_mine = scene.is_my_pick()
        question = self._question(board) if is_mine else []
        is_quiet = not question and not showing.is_busy
        made = self._table(board, board.pointed if is_quiet else "") + self._telling(board)
        showing.land(made)
        if question:
            showing.crew.clear()
        observation = Observation(scene.viewer, scene.seen)
        shown = [node.rect for node in made if node.name in ("zoom", "forecast")]
        shown += [node.rect for node in question if node.name.startswith(("option:", "closed:"))]
        asked = bool(question)
        advice = adviser.nodes(board, scene.adviser, observation, asked, shown) if is_mine else []
        made = [*made, *self.lifted(self._actions(board)), *question, *advice]
        showing.attend(made)
        return made

    def table(self, board: Board) -> list[Node]:
        """The table with the hand and what can be done, as it lies under another screen."""
        return [*self._table(board, ""), *self._actions(board)]

    def _actions(self, board: Board) -> list[Node]:
        return actions.nodes(board, self.prompt(), self.acts(), self._go_on(), self.scene.stands)

    def _question(self, board: Board) -> list[Node]:
        """The open question. An adviser that is open has a place in it, which is not to hide what an answer would do:
        the sheet is as tall as it can be then, for both have to stand on it.
        """
        scene = self.scene
        if scene.adviser.is_open:
            low = frame(board.pen).rect.bottom
            board.aside = lambda pane: adviser.under(board, scene.adviser, pane, low)
        return scene.questions.nodes(board, board.pointed)

    def _table(self, board: Board, pointed: str) -> list[Node]:
        """Everything that shows the position."""
        scene = self.scene
        made = scene.tabletop.nodes(board)
        if isinstance(scene.showing.told, Deed):
            return made  # it is told where the hand lies
        side = scene.viewer if scene.viewer < T.PUBLIC else T.US
        picked, can_act = scene.seen.pick[T.PICK_CARD], scene.can_move
        told = scene.questions.foresight.told if can_act else None
        hand = cards.hand(board, side, self._pick_card, can_act, picked, pointed, told)
        played = scene.showing.crew.played
        played &= {node.name for node in hand}
        return made + [node for node in hand if node.name not in played]

    def _pick_card(self, card: int) -> None:
        self.scene.pick(T.CARD + card)

    def _telling(self, board: Board) -> list[Node]:
        """What is told now, over the table."""
        told = self.scene.showing.told
        if isinstance(told, Deed):
            return banner.nodes(board, told)
        dark = veil(board.pen, DIM, "told:veil", cover=False)  # all on the table can be asked all the same
        if isinstance(told, News):
            return [dark, *news.nodes(board, told)]
        if isinstance(told, Bulletin):
            landed = self.scene.showing.director.landed
            return [dark, *bulletin.nodes(board, told, landed, self.scene.skip, board.middle_rect)]
        return []

    def lifted(self, nodes: list[Node]) -> list[Node]:
        """What stays bright while a bulletin or a headline darkens the table."""
        if isinstance(self.scene.showing.told, Bulletin | News):
            for node in nodes:
                node.layer = max(node.layer, DIM)
        return nodes

    def _go_on(self) -> Callable[[], None] | None:
        """What goes on while something is told; a bulletin has its own button."""
        told = self.scene.showing.told
        return None if told is None or isinstance(told, Bulletin) else self.scene.skip

    def prompt(self) -> Prompt:
        """Whose turn it is and what for."""
        scene, showing = self.scene, self.scene.showing
        if scene.is_my_pick():
            return prompt(scene.words, scene.seen, scene.viewer)
        mover = scene.match.mover
        return prompt(
            scene.words,
            scene.seen,
            scene.viewer,
            mover,
            showing.is_busy,
            showing.is_waiting,
            showing.goes_on,
        )
