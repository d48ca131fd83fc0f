"""python -m game bench --peers: Master against OpenSpiel's IS-MCTS on this game, at equal wall time.

python -m game.adapters.duel GAMES SECONDS [SCENARIO [FIRST]]. Each thinks SECONDS for a decision; for IS-MCTS that is
every pick, for Master a whole move, so Master never has more time. IS-MCTS is OpenSpiel's Python one with its random
rollouts: its C++ twin ends with a segmentation fault on games written in Python (OpenSpiel 1.6). It can't be given a
time, so it gets as many simulations as have fitted into one so far. Sides change with every game.
"""

import sys
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any

import numpy as np

try:
    import pyspiel
    from open_spiel.python.algorithms import ismcts, mcts
except ImportError:
    sys.exit("OpenSpiel is not installed here: pip install 'chokepoint[research]'")

from game.engine import terms as T
from game.engine.view import observe
from game.players.core import fast_core
from game.players.levels import make_player
from game.players.thinker import Clock

from .openspiel import book_of
from .peers import first_decision

UCT = 1.5  # how much IS-MCTS explores; for returns from -1 to 1
FEWEST = 4  # simulations: the first of IS-MCTS tries no action at all
FIRST_GUESS = 0.01  # seconds that a simulation takes
SCENARIO = "sprint"
WON = "Master wins against OpenSpiel's IS-MCTS"


@dataclass
class Tree:
    """OpenSpiel's search, and the time that it took."""

    game: Any
    luck: np.random.RandomState
    seconds: float  # for a decision
    spent: float = 0.0
    simulations: int = 0
    each: float = FIRST_GUESS

    def pick(self, state: Any) -> int:
        """An action of the player to move."""
        n = max(FEWEST, round(self.seconds / self.each))
        evaluator = mcts.RandomRolloutEvaluator(1, self.luck)
        bot = ismcts.ISMCTSBot(
            game=self.game, uct_c=UCT, max_simulations=n, evaluator=evaluator, random_state=self.luck
        )
        started = time.monotonic()
        action = int(bot.step(state))
        took = time.monotonic() - started
        self.each = 0.8 * self.each + 0.2 * took / n
        self.spent, self.simulations = self.spent + took, self.simulations + n
        return action


@dataclass
class Master:
    """The strongest level, and the time that it took."""

    player: Any
    clock: Clock
    seconds: float
    spent: float = field(default=0.0)

    def pick(self, state: Any) -> int:
        started = time.monotonic()
        self.clock.start(self.seconds, lambda: False)
        seen = observe(state.book, state.held.position, state.current_player())
        action = int(self.player.pick(state.book, seen))
        self.spent += time.monotonic() - started
        return action


def play(game: Any, master: Master, tree: Tree, side: int, luck: Random) -> float:
    """What Master gets, which sits on `side`: 1, 0 or -1."""
    state = first_decision(game, luck)
    while not state.is_terminal():
        if state.is_chance_node():
            state.apply_action(luck.choice([action for action, _ in state.chance_outcomes()]))
        elif len(state.legal_actions()) == 1 and state.current_player() != side:
            state.apply_action(state.legal_actions()[0])
        else:
            state.apply_action((master if state.current_player() == side else tree).pick(state))
    return float(state.returns()[side])


def duel(games: int, seconds: float, scenario: str, first: int) -> list[tuple[str, float, str, str]]:
    """Figures of so many games from that number on: name, value, unit, goal."""
    game, core = pyspiel.load_game(f"chokepoint(scenario={scenario})"), fast_core(book_of(scenario))
    wins, masters, trees, simulations = 0, 0.0, 0.0, 0
    for k in range(first, first + games):
        clock = Clock()
        master = Master(make_player("master", f"duel {k}", core, clock=clock), clock, seconds)
        tree = Tree(game, np.random.RandomState(k), seconds)
        wins += play(game, master, tree, (T.US, T.CHINA)[k % 2], Random(f"duel {k}")) > 0
        masters, trees, simulations = (
            masters + master.spent,
            trees + tree.spent,
            simulations + tree.simulations,
        )
    return [
        (f"{WON}, {scenario}, {seconds} s a decision", 100 * wins / games, "%", ">= 75"),
        ("time that IS-MCTS took, times Master's", trees / masters, "times", ">= 1"),
        ("simulations of IS-MCTS a second", simulations / trees, "", ""),
    ]


def main() -> None:
    games, seconds = int(sys.argv[1]), float(sys.argv[2])
    scenario = sys.argv[3] if len(sys.argv) > 3 else SCENARIO
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    for figure in duel(games, seconds, scenario, first):
        print(*figure, sep="\t")


if __name__ == "__main__":
    main()
