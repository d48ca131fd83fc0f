"""python -m game bench: how fast the game is on this machine. Ratios of one run mean more than any single figure."""

import os
import shutil
import subprocess
import sys
import time
from array import array
from collections.abc import Callable
from random import Random
from tempfile import TemporaryDirectory

from game.content.compile import load_base, rulebook
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import MOST_LEGAL, apply, legal, mover, start
from game.engine.state import copy
from game.match.match import Match
from game.match.seats import Seat

from .figures import interval
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
    """Decisions a second, once the core is loaded."""
    run = CompiledPlayouts(book)
    run(1, 7)
    started = time.process_time()
    decisions = run(4000, 7)
    rate = decisions / (time.process_time() - started)
    return [("random playouts, compiled", rate, "decisions/s", ">= 1,500,000"), *loading_figures()]


def loading_figures() -> list[Figure]:
    """The core's first load on a machine, which compiles it, and every later one."""
    with TemporaryDirectory() as folder:
        return [
            figure
            for what in ("cold load, compiles", "warm load")
            for figure in figures_of("game.lab.loading", f"compiled core, {what}", what, CHOKEPOINT_CACHE=folder)
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


def figures_of(module: str, what: str, *arguments: str, **variables: str) -> list[Figure]:
    """What a module measures in a process of its own, so that what it imports stays out of this one."""
    silent = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **silent, **variables})
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        return [(f"{what}: {reason}", 0.0, "", "")]
    figures: list[Figure] = []
    for line in done.stdout.splitlines():
        name, value, unit, goal = line.split("\t")
        figures.append((name, float(value), unit, goal))
    return figures


def window_figures() -> list[Figure]:
    """Drawing without a screen, so that nothing else is measured; then an open window, on a virtual screen where there
    is one.
    """
    drawing = figures_of("game.ui.bench", "window")
    if shutil.which("Xvfb") is None:
        return drawing + figures_of("game.ui.vitals", "open window", str(time.time()))
    read, write = os.pipe()
    options = ["-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(["Xvfb", *options], pass_fds=[write], stderr=subprocess.DEVNULL) as screen:
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        real = {"SDL_VIDEODRIVER": "x11", "DISPLAY": f":{number}"}
        opened = figures_of("game.ui.vitals", "open window", str(time.time()), **real)
        screen.terminate()
    return drawing + opened


def duel_figures(games: int, seconds: float) -> list[Figure]:
    """Games of Master against OpenSpiel's IS-MCTS at equal wall time, with the 95 % interval of their share."""
    (name, percent, *rest), *others = figures_of("game.adapters.duel", "duel", str(games), str(seconds))
    if not rest[0]:
        return [(name, percent, "", "")]  # it could not be played, and says why
    _, low, high = interval(round(percent * games / 100), games)
    return [(name, percent, f"% of {games} games, {low:.0f} to {high:.0f} %", rest[1]), *others]


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


def is_met(value: float, goal: str) -> bool:
    """Whether a figure keeps its goal, like "<= 4" or ">= 30,000"."""
    sign, _, bound = goal.partition(" ")
    limit = float(bound.replace(",", ""))
    return value <= limit if sign == "<=" else value >= limit


def run(
    with_window: bool = True,
    with_compiled: bool = True,
    with_peers: bool = False,
    duels: int = 10,
    seconds: float = 0.1,
) -> list[Figure]:
    """All figures, in the order in which they are shown. Duels, at so many seconds a decision, come with the peers."""
    book = rulebook(load_base(), "tech-war")
    figures: list[Figure] = [("random playouts, plain Python", plain_rate(book), "decisions/s", ">= 30,000")]
    if with_compiled:
        try:
            figures += compiled_figures(book)
        except ImportError as error:
            figures.append((f"compiled core: not available ({error})", 0.0, "", ""))
    if with_peers:
        figures += peer_figures(figures) + duel_figures(duels, seconds)
    figures += match_figures(book)
    return figures + (window_figures() if with_window else [])
