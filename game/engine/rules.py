"""The doors of the rules: start, legal, apply, outcome. (`view` has the other two, observe and determinize.)

s = start(book)
while mover(s) != NOBODY:
    apply(book, s, choose(legal(book, s)))
"""

from array import array
from typing import NamedTuple

from . import terms as T
from .event import Event, read_log
from .moves import list_legal
from .rulebook import Rulebook
from .scoring import TERMS, score_term
from .state import State, from_cells, listening
from .turn import resolve

MOST_LEGAL = 512  # more than any position offers, whatever the decks
_buffer = memoryview(array("h", bytes(2 * MOST_LEGAL)))


class Outcome(NamedTuple):
    """How a game ended. `returns` is (1, -1), (-1, 1), (0, 0) or, when both lose, (-1, -1)."""

    ending: int
    winner: int
    culprit: int
    returns: tuple[int, int]
    terms: tuple[
        int, ...
    ]  # of the final score, + US, in the order of scoring.TERMS; empty unless it was scored


def start(book: Rulebook) -> State:
    """The position before the coin."""
    return from_cells(array("h", book.tables.start).tobytes())


def mover(s: State) -> int:
    """Who picks next: US, CHINA, NATURE or, when the game is over, NOBODY."""
    return int(s.shared[T.MOVER])


def legal(book: Rulebook, s: State) -> list[int]:
    """Every action that may be taken now; Nature's are equally likely. Empty only when the game is over."""
    return _buffer[: list_legal(book.tables, s, _buffer)].tolist()


def apply(book: Rulebook, s: State, action: int) -> None:
    """Take a legal action, in place. It trusts its input: an illegal action gives an undefined position."""
    resolve(book.tables, s, action)


def apply_events(book: Rulebook, s: State, action: int) -> list[Event]:
    """Take a legal action, in place, and tell everything that changed, with causes."""
    heard = listening(s)
    resolve(book.tables, heard, action)
    return read_log(heard)


def outcome(book: Rulebook, s: State) -> Outcome | None:
    """The result, None while the game runs."""
    if s.shared[T.PHASE] != T.OVER:
        return None
    ending, winner = s.shared[T.ENDING], s.shared[T.WINNER]
    returns = {T.US: (1, -1), T.CHINA: (-1, 1)}.get(winner, (0, 0))
    if ending == T.SHARED_LOSS:
        returns = (-1, -1)
    terms = tuple(score_term(book.tables, s, k) for k in range(TERMS)) if ending == T.SCORED else ()
    return Outcome(ending, winner, s.shared[T.CULPRIT], returns, terms)
