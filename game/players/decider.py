"""What the worker's process does with a question: the same in the child, in tests and as the last resort."""

from collections.abc import Callable
from dataclasses import dataclass

from game.engine.rulebook import Rulebook
from game.engine.state import from_cells
from game.engine.view import Observation

from .core import CompiledCore, PlainCore, is_ready
from .levels import make_player
from .plans import is_unfinished
from .simple import Player
from .thinker import Clock
from .thoughts import Thoughts


@dataclass(frozen=True, slots=True)
class Request:
    """One question: nothing in it that the viewer may not know."""

    number: int
    viewer: int
    cells: bytes
    level: str
    persona: str
    seed: str
    seconds: float  # for the answer, when all is well


@dataclass(frozen=True, slots=True)
class Reply:
    number: int
    action: int
    thoughts: Thoughts | None = None  # of the move that this pick is part of


def never() -> bool:
    return False


class Decider:
    """Answers requests.

    It keeps its player while a move is under way, so that a move is thought out once and not at each of its picks.
    """

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.core = PlainCore(book)
        self._clock = Clock()
        self._player: tuple[tuple[str, str, int], Player] | None = None

    def quicken(self) -> None:
        """Load the compiled core if it lies in the cache by now. It is never compiled here: that takes minutes."""
        if self.core.is_compiled or not is_ready():
            return
        try:
            core = CompiledCore(self.book)
        except ImportError:
            return
        core.warm()
        self.core, self._player = core, None

    def decide(self, request: Request, is_called: Callable[[], bool] = never) -> Reply:
        """The answer. Raises Cancelled as soon as `is_called` says that nobody waits for it any more."""
        observation = Observation(request.viewer, from_cells(request.cells))
        who = (request.level, request.persona, request.viewer)
        if (
            self._player is None
            or self._player[0] != who
            or not is_unfinished(observation.seen, request.viewer)
        ):
            player = make_player(request.level, request.seed, self.core, request.persona, self._clock)
            self._player = (who, player)
        player = self._player[1]
        self._clock.start(request.seconds, is_called)
        action = player.pick(self.book, observation)
        return Reply(request.number, action, player.thoughts)
