"""What the table asks the person at the screen: which sheet is open."""

from game.engine import terms as T

from ..nodes import Node
from ..sheets import agenda, card, deal, naming, plain
from ..sheets.asker import Asker
from ..sheets.fill import NOTHING
from ..sheets.foresight import Foresight
from ..table.board import Board


class Questions:
    def __init__(self, scene: Asker) -> None:
        self.scene = scene
        self.foresight = Foresight(scene)

    def nodes(self, board: Board, pointed: str) -> list[Node]:
        """The open question, empty while the table itself is the question. `pointed`: the node looked at."""
        scene, asked = self.scene, self.foresight
        s, legal = scene.match.state, scene.match.legal()
        phase, step = s.shared[T.PHASE], s.pick[T.STEP]
        if phase == T.AGENDA_CHOICE:
            return agenda.nodes(board, scene.viewer, legal, scene.pick)
        if phase == T.NAMING:
            return naming.nodes(board, asked, legal)
        if phase == T.ANSWERING or scene.mode == "deal" or step in (T.STEP_TAKE, T.STEP_SWEETENER):
            return deal.nodes(board, asked, legal, pointed)
        if scene.mode == "lift":
            return plain.lift(board, asked, legal, pointed)
        if step == T.STEP_USE:
            return card.use(board, asked, pointed)
        if step == T.STEP_TARGET:
            return card.target(board, asked, legal, pointed)
        return plain.confirm(board, asked, pointed) if scene.confirm >= 0 else []

    def preview_lines(self, action: int) -> list[str]:
        """What a pick would do as plain lines."""
        found = self.foresight.forecast(action)
        lines = [found.ending] if found.ending else []
        for title, changes in (("Certain:", found.certain), ("In the market phase:", found.market)):
            lines += [title, *[str(change) for change in changes]] if changes else []
        return [*lines, *found.hidden] or [NOTHING]
