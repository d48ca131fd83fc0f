"""One source, two speeds: the same games plain and compiled, position for position."""

import os
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from game.engine.rules import MOST_LEGAL, start
from game.lab.playouts import CompiledPlayouts, playouts
from tests.table import scenario

GAMES = 200
ROOM = 128  # halves of checksums: a game has fewer than 16 * 64 picks


def plain_sums(name: str, luck: int) -> list[int]:
    book = scenario(name)
    out = memoryview(array("h", bytes(2 * MOST_LEGAL)))
    sums = memoryview(array("h", bytes(2 * ROOM)))
    playouts(book.tables, start(book), out, 1, luck, sums)
    return sums.tolist()


@pytest.mark.compiles
@pytest.mark.xdist_group("compiles")  # in one worker: two that need the same code at once would both make it
def test_plain_and_compiled_games_pass_through_the_same_positions() -> None:
    """200 games of the main scenario and some of every other, by the checksum of every 16th position."""
    pytest.importorskip("numba")
    for name, games in (
        ("tech-war", GAMES),
        ("magnet-gambit", 20),
        ("sprint", 20),
        ("mirror-match", 20),
        ("first-moves", 20),
    ):
        run = CompiledPlayouts(scenario(name))
        for luck in range(1, games + 1):
            assert run.sums(luck * 104729, ROOM) == plain_sums(name, luck * 104729), f"{name}, luck {luck}"


def test_a_plain_process_imports_neither_numba_nor_numpy() -> None:
    code = (
        "import sys; from game.content.compile import load_base, rulebook; from game.engine.rules import start, legal; "
        "from game.engine import view, explain, position; from game.match import match, store, preview; "
        "book = rulebook(load_base(), 'tech-war'); legal(book, start(book)); "
        "print([m for m in ('numba', 'numpy', 'pygame', 'joblib') if m in sys.modules])"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=root, env=dict(os.environ)
    )
    assert done.stdout.strip() == "[]", done.stderr
