"""perft: the number of sequences of picks from a named position, Nature's included. One changed rule changes it."""

from collections.abc import Callable
from random import Random

from game.content.compile import load_base, rulebook
from game.engine import terms as T
from game.engine.notation import parse
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal, mover, start
from game.engine.state import State, copy

Position = tuple[Rulebook, State]


def count(book: Rulebook, s: State, depth: int) -> int:
    """Sequences of `depth` picks; a game that is over counts 1."""
    options = legal(book, s)
    if depth == 0 or not options:
        return 1
    if depth == 1:
        return len(options)
    total = 0
    for action in options:
        after = copy(s)
        apply(book, after, action)
        total += count(book, after, depth - 1)
    return total


def _walk(scenario: str, seed: int, until: Callable[[State], bool]) -> Position:
    """A position of a random game that is the same on every machine."""
    book = rulebook(load_base(), scenario)
    s, rng = start(book), Random(seed)
    while not until(s):
        apply(book, s, rng.choice(legal(book, s)))
    return book, s


def _moving(number: int) -> Callable[[State], bool]:
    def at(s: State) -> bool:
        return bool(
            s.shared[T.ROUND] >= number and s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] == T.STEP_MOVE
        )

    return at


def _start() -> Position:
    book = rulebook(load_base(), "tech-war")
    return book, start(book)


def _deal() -> Position:
    """Both sides have measures on the table and money for a sweetener."""
    book, s = _walk("magnet-gambit", 5, _moving(1))
    apply(book, s, parse(book, s, "offer tariff"))
    return book, s


POSITIONS: dict[str, Callable[[], Position]] = {
    "start": _start,
    "first-round": lambda: _walk("tech-war", 1, _moving(1)),
    "table": lambda: _walk("tech-war", 2, _moving(4)),
    "deal": _deal,
    "last-round": lambda: _walk("sprint", 3, lambda s: _moving(3)(s) and s.moves[0] + s.moves[1] <= 2),
    "open-hands": lambda: _walk("first-moves", 4, _moving(1)),
}


def position(name: str) -> Position:
    """A named position. Raises KeyError."""
    book, s = POSITIONS[name]()
    assert mover(s) != T.NOBODY
    return book, s
