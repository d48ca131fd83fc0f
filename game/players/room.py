"""Room for thinking: two blocks of memory, one of small integers and one of fractions, that the kernels share.

Nothing in it outlives a call but the results. Compiled code passes every array by value, so two blocks with named
places are faster than a dozen arrays with names.
"""

from array import array
from typing import TypeAlias, cast

from game.engine import terms as T
from game.engine.rules import MOST_LEGAL
from game.engine.state import Window
from game.engine.view import LUCK_SIZE

Numbers: TypeAlias = "memoryview[float]"  # compiled code has numpy arrays in its place

MOST_CELLS = T.PLACE + 400  # two decks of 200 cards
LENGTH = 3  # picks of the longest moves: card, use, target; give, take, sweetener
MOST_PLANS = 1024

# Places in the room of small integers
ROOT = 0  # the position that is thought about, with its blanks
SPARE = ROOT + MOST_CELLS  # a position to come back to
BEFORE = SPARE + MOST_CELLS  # the position before a move of a playout
AFTER = BEFORE + MOST_CELLS  # the best position found after it
LEGAL = AFTER + MOST_CELLS  # legal picks
LUCK = LEGAL + MOST_LEGAL  # numbers for filling blanks
PLANS = LUCK + LUCK_SIZE  # LENGTH picks each, NONE after the last
ROOM = PLANS + LENGTH * MOST_PLANS


def room() -> Window:
    return memoryview(array("h", bytes(2 * ROOM)))


def numbers(n: int) -> Numbers:
    """Room for n fractions."""
    return cast(Numbers, memoryview(array("d", bytes(8 * n))))
