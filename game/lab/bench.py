"""python -m game bench: how fast the game is on this machine. Ratios of one run mean more than any single figure."""

import os
import subprocess
import sys
import time
from array import array
from collections.abc import Callable
from random import Random

from game.content.compile import load_base, rulebook
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import MOST_LEGAL, apply, legal, mover, start
from game.engine.state import copy
from game.match.match import Match
from game.match.seats import Seat

from .playouts import CompiledPlayouts, playouts

Figure = tuple[str, float, str, str]  # name, value, unit, goal


def best(action: Callable[[], object], times: int) -> float:
    """The shortest of several runs in seconds: the one with the least noise."""
    found = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        found.append(time.perf_counter() - started)
    return min(found)


def plain_rate(book: Rulebook, games: int = 40) -> float:
    """Decisions a second in random playouts, plain Python, one core."""
    out = memoryview(array("h", bytes(2 * MOST_LEGAL)))
    sums = memoryview(array("h"))
    s = start(book)
    started = time.process_time()
    decisions = playouts(book.tables, s, out, games, 7, sums)
    return decisions / (time.process_time() - started)


def compiled_figures(book: Rulebook) -> list[Figure]:
    """Cold or warm load, then decisions a second."""
    started = time.perf_counter()
    run = CompiledPlayouts(book)
    run(1, 7)
    loading = time.perf_counter() - started
    started = time.process_time()
    decisions = run(4000, 7)
    rate = decisions / (time.process_time() - started)
    return [
        ("compiled core: load (first run on a machine compiles)", loading, "s", ""),
        ("random playouts, compiled", rate, "decisions/s", ">= 1,500,000"),
    ]


def whole_game() -> tuple[Match, list[str]]:
    match = Match(load_base(), "tech-war", (Seat(level="random"), Seat(level="random")), "bench")
    rng = Random(1)
    while not match.is_over:
        match.run_nature()
        if not match.is_over:
            match.submit(rng.choice(match.legal()))
    return match, list(match.actions)


def match_figures(book: Rulebook) -> list[Figure]:
    match, actions = whole_game()
    ints: list[int] = []
    s, rng = start(book), Random(2)
    while mover(s) != T.NOBODY:
        ints.append(rng.choice(legal(book, s)))
        apply(book, s, ints[-1])

    def refold() -> None:
        replay = start(book)
        for action in ints:
            apply(book, replay, action)

    return [
        ("copy of a position", best(lambda: copy(s), 2000) * 1e6, "µs", ""),
        (f"refold of a game, {len(ints)} picks as ints", best(refold, 20) * 1e3, "ms", ""),
        (
            f"refold of a match, {len(actions)} picks from text, with events",
            best(lambda: match.rewind(10**6), 5) * 1e3,
            "ms",
            "",
        ),
    ]


def figures_of(module: str, what: str) -> list[Figure]:
    """What a module measures in a process of its own, so that what it imports stays out of this one."""
    environment = dict(
        os.environ, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1"
    )
    done = subprocess.run([sys.executable, "-m", module], capture_output=True, text=True, env=environment)
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        return [(f"{what}: {reason}", 0.0, "", "")]
    figures: list[Figure] = []
    for line in done.stdout.splitlines():
        name, value, unit, goal = line.split("\t")
        figures.append((name, float(value), unit, goal))
    return figures


def peer_figures(own: list[Figure]) -> list[Figure]:
    """Games of OpenSpiel, and how many times as fast this one is."""
    found = figures_of("game.adapters.peers", "peers")
    rates = {name: value for name, value, unit, _ in [*own, *found] if unit == "decisions/s"}
    pairs = (
        ("compiled, times the fastest C++ game above", "random playouts, compiled", "C++", ">= 1.5"),
        ("plain, times the fastest Python game above", "random playouts, plain Python", ", Python", ">= 2"),
    )
    for name, ours, ending, goal in pairs:
        theirs = [
            rate for peer, rate in rates.items() if peer.startswith("OpenSpiel") and peer.endswith(ending)
        ]
        if theirs and ours in rates:
            found.append((name, rates[ours] / max(theirs), "times", goal))
    return found


def run(with_window: bool = True, with_compiled: bool = True, with_peers: bool = False) -> list[Figure]:
    """All figures, in the order in which they are shown."""
    book = rulebook(load_base(), "tech-war")
    figures: list[Figure] = [("random playouts, plain Python", plain_rate(book), "decisions/s", ">= 30,000")]
    if with_compiled:
        try:
            figures += compiled_figures(book)
        except ImportError as error:
            figures.append((f"compiled core: not available ({error})", 0.0, "", ""))
    if with_peers:
        figures += peer_figures(figures)
    figures += match_figures(book)
    return figures + (figures_of("game.ui.bench", "window") if with_window else [])
