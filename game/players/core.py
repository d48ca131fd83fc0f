"""The two hosts of the thinking kernels: plain Python, and compiled by numba.

Both run the same functions on the same numbers and find the same; compiled is some two hundred times faster. The
first compilation on a machine takes a minute or more, so it happens in the worker's process, and plain Python thinks
until it is done.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import game.engine
from game.engine import terms as T
from game.engine.compiled import entry, flat_state, flatten
from game.engine.rulebook import Rulebook
from game.engine.rules import start
from game.engine.state import SCRATCH, State, Window, copy, enable
from game.places import cache_dir

from .evaluate import TERMS, WEIGHTS
from .plans import VALUES, survey
from .rollout import FRACTIONS, TALLY, TALLY_SIZE, compare
from .room import LENGTH, PLANS, ROOM, ROOT, numbers, room

READY = "ready"  # the file that says that everything has been compiled
PLAIN = (1.0,) * TERMS  # every term at its own worth


class Plan(NamedTuple):
    """A whole move, and its worth to the mover one step ahead."""

    picks: tuple[int, ...]
    value: float


class PlainCore:
    """The kernels as they are written."""

    is_compiled = False

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._tables: Any = book.tables
        self._state: Any = copy(start(book))
        self.room: Any = room()
        self.sums: Any = numbers(FRACTIONS)
        self._survey: Callable[..., int] = survey
        self._compare: Callable[..., None] = compare

    def plans(self, known: State, side: int, weights: Sequence[float] = PLAIN) -> list[Plan]:
        """Every way to complete the side's move in a position, each with its worth one step ahead."""
        self._lay(known.cells)
        self._weigh(weights)
        n = self._survey(self._tables, self._state, self.room, side, self.sums)
        found = []
        for k in range(n):
            at = PLANS + k * LENGTH
            picks = tuple(int(pick) for pick in self.room[at : at + LENGTH] if pick != T.NONE)
            found.append(Plan(picks, float(self.sums[VALUES + k])))
        return found

    def begin(
        self, cells: Window, plans: Sequence[tuple[int, ...]], weights: Sequence[float] = PLAIN
    ) -> None:
        """Lay out a position with its blanks and the plans to be compared, all tallies empty."""
        self._lay(cells)
        self._weigh(weights)
        for k, plan in enumerate(plans):
            for n in range(LENGTH):
                self.room[PLANS + k * LENGTH + n] = plan[n] if n < len(plan) else T.NONE
        for at in range(TALLY, TALLY + len(plans) * TALLY_SIZE):
            self.sums[at] = 0.0

    def compare(self, side: int, alive: int, samples: range, until: int, tries: int, luck: int) -> None:
        """Roll out the plans whose bits are set in `alive`, once in each of the samples."""
        first, n = samples.start, len(samples)
        self._compare(
            self._tables, self._state, self.room, side, alive, first, n, until, tries, self.sums, luck
        )

    def tally(self, plan: int) -> list[float]:
        at = TALLY + plan * TALLY_SIZE
        return [float(total) for total in self.sums[at : at + TALLY_SIZE]]

    def _lay(self, cells: Window) -> None:
        self.room[ROOT : ROOT + len(cells)] = cells

    def _weigh(self, weights: Sequence[float]) -> None:
        for k, weight in enumerate(weights):
            self.sums[WEIGHTS + k] = weight


class CompiledCore(PlainCore):
    """Their compiled twins. Raises ImportError where numba can't be had."""

    is_compiled = True

    def __init__(self, book: Rulebook) -> None:
        super().__init__(book)
        use_cache()
        import numpy

        enable()
        self._tables = flatten(book.tables)
        self._state = flat_state(bytes(start(book).cells), 0, SCRATCH)
        self.room = numpy.zeros(ROOM, numpy.int16)
        self.sums = numpy.zeros(FRACTIONS, numpy.float64)
        self._survey, self._compare = entry(survey), entry(compare)
        self._numpy = numpy

    def warm(self) -> None:
        """Load every kernel, or compile it and say so."""
        self.begin(start(self.book).cells, [])
        self.compare(T.US, 0, range(0), 0, 0, 0)
        self.plans(start(self.book), T.US)
        folder = use_cache()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / READY).touch()

    def _lay(self, cells: Window) -> None:
        self.room[ROOT : ROOT + len(cells)] = self._numpy.frombuffer(bytes(cells), self._numpy.int16)


def fast_core(book: Rulebook) -> PlainCore:
    """The compiled core, compiling it first if need be; plain where numba can't be had."""
    try:
        core = CompiledCore(book)
    except ImportError:
        return PlainCore(book)
    core.warm()
    return core


def is_ready() -> bool:
    """Whether the compiled core of this source lies in the cache, so that it loads in a second or two."""
    return (use_cache() / READY).exists()


@lru_cache(maxsize=1)
def digest() -> str:
    """What changes with the source of the rules and of the kernels."""
    source = hashlib.sha256()
    for folder in (Path(game.engine.__file__).parent, Path(__file__).parent):
        for file in sorted(folder.glob("*.py")):
            source.update(file.read_bytes())
    return source.hexdigest()[:12]


def use_cache() -> Path:
    """Point numba's cache at a folder of its own for this source: callees in other files don't invalidate it."""
    folder = cache_dir() / f"core-{digest()}"
    os.environ["NUMBA_CACHE_DIR"] = str(folder)
    # level 1 compiles twice as fast as level 3 and runs as fast (measured: 1.45 million decisions a second)
    os.environ.setdefault("NUMBA_OPT", "1")
    os.environ.setdefault("NUMBA_LOOP_VECTORIZE", "0")
    os.environ.setdefault("NUMBA_SLP_VECTORIZE", "0")
    if "numba" in sys.modules and str(folder) != sys.modules["numba"].config.CACHE_DIR:
        sys.modules["numba"].config.reload_config()  # somebody else imported it, before it could read these
    return folder
