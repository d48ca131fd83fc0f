"""Random playouts, plain and compiled from the same source: what the benchmark times and the tests compare."""

from typing import Any

from game.engine import terms as T
from game.engine.compiled import compiled, entry, flat_state, flatten
from game.engine.moves import list_legal
from game.engine.rulebook import Rulebook, Tables
from game.engine.rules import MOST_LEGAL, start
from game.engine.state import SCRATCH, State, Window, enable
from game.engine.turn import resolve
from game.players.core import use_cache
from game.players.luck import next_luck


@compiled
def checksum(s: State) -> int:
    """A number that two different positions hardly share."""
    total = 17
    for k in range(len(s.cells)):
        total = (total * 31 + s.cells[k] + 64) & 0x7FFFFFFF
    return total


@compiled
def playout(t: Tables, s: State, out: Window, luck: int, sums: Window) -> int:
    """Play one random game from the start in place; returns the decisions of the sides.

    `sums` (empty when nobody compares) receives the checksum of every 16th position, as two halves.
    """
    for k in range(len(t.start)):
        s.cells[k] = t.start[k]
    decisions, steps = 0, 0
    while s.shared[T.PHASE] != T.OVER:
        n = list_legal(t, s, out)
        luck = next_luck(luck)
        if s.shared[T.MOVER] != T.NATURE:
            decisions += 1
        resolve(t, s, out[(luck >> 8) % n])
        steps += 1
        if len(sums) and steps % 16 == 0:
            value = checksum(s)
            sums[steps // 8 - 2] = value & 0x7FFF
            sums[steps // 8 - 1] = value >> 16
    return decisions


@compiled
def playouts(t: Tables, s: State, out: Window, games: int, luck: int, sums: Window) -> int:
    """Many games; returns all their decisions."""
    decisions = 0
    for k in range(games):
        decisions += playout(t, s, out, luck + 7919 * k, sums)
    return decisions


class CompiledPlayouts:
    """The compiled twin of `playouts`. Raises ImportError where numba can't be had."""

    def __init__(self, book: Rulebook) -> None:
        use_cache()
        import numpy

        enable()
        self.tables = flatten(book.tables)
        self.state = flat_state(bytes(start(book).cells), 0, SCRATCH)
        self._out = numpy.zeros(MOST_LEGAL, numpy.int16)
        self._sums = numpy.zeros(0, numpy.int16)
        self._numpy = numpy
        self._run: Any = entry(playouts)  # takes the flat twins of what `playouts` takes

    def __call__(self, games: int, luck: int) -> int:
        return int(self._run(self.tables, self.state, self._out, games, luck, self._sums))

    def sums(self, luck: int, room: int) -> list[int]:
        """The checksums of one game."""
        sums: Any = self._numpy.zeros(room, self._numpy.int16)
        self._run(self.tables, self.state, self._out, 1, luck, sums)
        return [int(n) for n in sums]
