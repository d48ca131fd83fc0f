"""The tabletop: the Board for one look at the game, and the parts of the table in the view that is shown."""

from collections.abc import Callable
from types import ModuleType

from game.content.almanac import Almanac
from game.engine.state import State
from game.match.log import Line
from game.match.match import Match
from game.match.words import Words

from ..nodes import Node
from ..pen import Pen
from . import gauges, graph, header, logbook, measures, sectors, status, world
from .board import MAP, Board


class Tabletop:
    def __init__(
        self,
        match: Match,
        almanac: Almanac,
        words: Words,
        names: tuple[str, str],
        history: Callable[[tuple[int, ...], str], None],
        changed_by: Callable[[Line], None],
    ) -> None:
        self.match, self.almanac, self.words = match, almanac, words
        self.names, self.history, self.changed_by = names, history, changed_by
        fictional = match.scenario.sides["us"].title == "Aquila"
        self.emblems = ("emblem-aquila", "emblem-meridian") if fictional else ("emblem-us", "emblem-china")
        self.view = MAP  # what the middle of the table shows

    def board(self, pen: Pen, seen: State, viewer: int, log: list[Line]) -> Board:
        """What the parts of the table need to draw one observation."""
        return Board(
            pen=pen,
            book=self.match.book,
            almanac=self.almanac,
            words=self.words,
            seen=seen,
            viewer=viewer,
            log=log,
            names=self.names,
            history=self.history,
            changed_by=self.changed_by,
            emblems=self.emblems,
            view=self.view,
        )

    def nodes(self, board: Board) -> list[Node]:
        """All of the table but the hand."""
        made = [node for part in self._parts(board) for node in part.nodes(board)]
        for node in made:
            # the table changes seldom: it is put together once, not in every frame
            node.ground = node.layer == 0
        return made

    def _parts(self, board: Board) -> list[ModuleType]:
        if self.view == MAP:
            return [header, sectors, world, measures, gauges, logbook, status]
        beside = [] if board.is_narrow else [sectors]
        return [header, *beside, graph, gauges, logbook, status]
