"""python -m game bench --peers: random playouts of this game beside those of OpenSpiel's, in one run.

OpenSpiel's C++ games are driven from C++, by its own evaluator of random rollouts, which starts after the deal; its
Python game is driven from Python, like our plain core. Each line of the output is a name, a value, a unit and a goal,
with tabs between.
"""

import sys
import time
from random import Random
from typing import Any

try:
    import open_spiel.python.games  # noqa: F401 (registers the Python games)
    import pyspiel
except ImportError:
    sys.exit("OpenSpiel is not installed here: pip install 'chokepoint[research]'")

COMPILED_PEERS = ("crazy_eights", "euchre", "gin_rummy")
PLAIN_PEER = "python_team_dominoes"
SECONDS = 2.0  # for each game
COUNTED = 30  # games from which the length of a playout is known
UNIT = "decisions/s"


def first_decision(game: Any, rng: Random) -> Any:
    """A position in which a player is to decide for the first time."""
    state = game.new_initial_state()
    while state.is_chance_node():
        state.apply_action(rng.choice([action for action, _ in state.chance_outcomes()]))
    return state


def play_out(state: Any, rng: Random) -> int:
    """Play on at random, in place; returns the decisions of the players."""
    decisions = 0
    while not state.is_terminal():
        if state.is_chance_node():
            actions, chances = zip(*state.chance_outcomes(), strict=True)
            state.apply_action(rng.choices(actions, chances)[0])
        else:
            state.apply_action(rng.choice(state.legal_actions()))
            decisions += 1
    return decisions


def mean_length(game: Any, rng: Random) -> float:
    """Decisions of a random playout from the first decision on."""
    return sum(play_out(first_decision(game, rng), rng) for _ in range(COUNTED)) / COUNTED


def compiled_rate(name: str) -> float:
    """Decisions a second of a C++ game: one simulation of a search is so many rollouts, all in C++."""
    game, rng = pyspiel.load_game(name), Random(7)
    length = mean_length(game, rng)
    rollouts, spent, played = 64, 0.0, 0
    while spent < SECONDS:
        evaluator = pyspiel.RandomRolloutEvaluator(rollouts, rng.randrange(1 << 30))
        bot = pyspiel.MCTSBot(game, evaluator, 1.0, 1, 1, False, rng.randrange(1 << 30), False)
        state = first_decision(game, rng)
        started = time.process_time()
        bot.step(state)
        spent += time.process_time() - started
        played += rollouts
        rollouts = min(4096, rollouts * 2)
    return played * length / spent


def plain_rate(name: str) -> float:
    """Decisions a second of a game that is driven from Python."""
    game, rng = pyspiel.load_game(name), Random(7)
    started, decisions = time.process_time(), 0
    while time.process_time() - started < SECONDS:
        decisions += play_out(first_decision(game, rng), rng)
    return decisions / (time.process_time() - started)


def main() -> None:
    for name in COMPILED_PEERS:
        print(f"OpenSpiel {name}, C++", compiled_rate(name), UNIT, "", sep="\t", flush=True)
    print(f"OpenSpiel {PLAIN_PEER}, Python", plain_rate(PLAIN_PEER), UNIT, "", sep="\t", flush=True)


if __name__ == "__main__":
    main()
