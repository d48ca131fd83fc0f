"""What the worker's process does with a question: the same in the child, in tests and as the last resort."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from game.engine.rulebook import Rulebook
from game.engine.state import from_cells
from game.engine.view import Observation

from .advice import Advice, advise
from .core import CompiledCore, PlainCore, is_ready
from .levels import make_player
from .plans import is_unfinished
from .search import Skill
from .simple import Player
from .thinker import Clock, Thinker
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
    is_for_person: bool = False  # advice is wanted, not a move


@dataclass(frozen=True, slots=True)
class Reply:
    number: int
    action: int
    thoughts: Thoughts | None = None  # of the move that this pick is part of
    advice: Advice | None = None


ADVICE = Skill(rollouts=1500, plain=60)  # how hard the adviser of a person thinks


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
        """Load the compiled core if it lies in the cache by now. It is never compiled here: that takes minutes.

        A move under way is finished by the player that thought it out.
        """
        if self.core.is_compiled or not is_ready():
            return
        try:
            core = CompiledCore(self.book)
        except ImportError:
            return
        core.warm()
        self.core = core

    def decide(self, request: Request, is_called: Callable[[], bool] = never) -> Reply:
        """The answer. Raises Cancelled as soon as `is_called` says that nobody waits for it any more."""
        observation = Observation(request.viewer, from_cells(request.cells))
        if request.is_for_person:
            return self._advise(request, observation, is_called)
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

    def decide_at_once(self, request: Request) -> Reply:
        """An answer from a look one step ahead, which takes no longer than a frame or two."""
        observation = Observation(request.viewer, from_cells(request.cells))
        player = make_player("random" if request.level == "random" else "greedy", request.seed)
        action, thoughts = player.pick(self.book, observation), player.thoughts
        advice = None
        if request.is_for_person and thoughts is not None:
            advice = advise(self.book, observation.seen, request.viewer, thoughts)
        return Reply(request.number, action, thoughts, advice)

    def _advise(self, request: Request, observation: Observation, is_called: Callable[[], bool]) -> Reply:
        clock = Clock()
        clock.start(request.seconds, is_called)
        adviser = Thinker(Random(request.seed), ADVICE, self.core, clock)
        action = adviser.pick(self.book, observation)
        assert adviser.thoughts is not None
        advice = advise(self.book, observation.seen, request.viewer, adviser.thoughts)
        return Reply(request.number, action, adviser.thoughts, advice)
