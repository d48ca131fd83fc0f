"""Master against OpenSpiel's search: both get their time, whoever wins is counted for the right side."""

from random import Random
from typing import Any

import pytest

pyspiel: Any = pytest.importorskip("pyspiel", reason="the research extra is not installed")

import numpy as np

from game.adapters import duel
from game.engine import terms as T
from game.lab import bench
from game.players.levels import make_player
from game.players.thinker import Clock

GAME = "chokepoint(scenario=first-moves)"


class First:
    """Plays the first legal action, and keeps the last state in which it was asked."""

    def __init__(self) -> None:
        self.asked: Any = None

    def pick(self, state: Any) -> int:
        self.asked = state
        return int(state.legal_actions()[0])


@pytest.mark.parametrize("side", [T.US, T.CHINA])
def test_a_game_is_played_out_and_counted_for_the_side_that_master_sits_on(side: int) -> None:
    clock = Clock()
    master = duel.Master(make_player("clerk", "duel", clock=clock), clock, 0.01)
    rival: Any = First()
    result = duel.play(pyspiel.load_game(GAME), master, rival, side, Random(3))
    assert master.spent > 0 and rival.asked is not None
    assert rival.asked.is_terminal() and result == rival.asked.returns()[side]


def test_openspiels_search_gets_as_many_simulations_as_fit_into_its_time() -> None:
    game = pyspiel.load_game(GAME)
    tree = duel.Tree(game, np.random.RandomState(1), 0.05)
    state = duel.first_decision(game, Random(1))
    tree.each = 60.0  # what it is on a machine that stood still: one simulation alone would find nothing
    for _ in range(6):
        assert tree.pick(state) in state.legal_actions()
    assert tree.simulations >= 6 * duel.FEWEST and tree.each < 60


def test_the_bench_shows_the_share_with_its_interval_and_says_why_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [("Master wins", 90.0, "%", ">= 75"), ("time", 1.1, "times", ">= 1")]
    monkeypatch.setattr(bench, "figures_of", lambda *_: rows)
    assert bench.duel_figures(20, 0.1) == [
        ("Master wins", 90.0, "% of 20 games, 70 to 97 %", ">= 75"),
        ("time", 1.1, "times", ">= 1"),
    ]
    monkeypatch.setattr(bench, "figures_of", lambda *_: [("duel: not installed", 0.0, "", "")])
    assert bench.duel_figures(20, 0.1) == [("duel: not installed", 0.0, "", "")]
