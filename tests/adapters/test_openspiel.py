"""OpenSpiel's own tests and bots on our game."""

import random
from typing import Any

import pytest

pyspiel: Any = pytest.importorskip("pyspiel", reason="the research extra is not installed")

import numpy as np
from open_spiel.python.algorithms import ismcts, mcts

from game.adapters import openspiel
from game.adapters.tensor import layout
from game.engine import terms as T


def to_move(state: Any, phase: int, seed: int = 1) -> Any:
    """Play at random until that phase, with a side to pick."""
    luck = random.Random(seed)
    while state.held.position.shared[T.PHASE] != phase:
        state.apply_action(luck.choice(picks(state)))
    return state


def picks(state: Any) -> list[int]:
    return (
        [action for action, _ in state.chance_outcomes()] if state.is_chance_node() else state.legal_actions()
    )


@pytest.mark.parametrize("scenario", ["tech-war", "magnet-gambit", "sprint", "mirror-match"])
def test_the_game_passes_openspiels_random_simulation_test(scenario: str) -> None:
    game = pyspiel.load_game(f"chokepoint(scenario={scenario})")
    pyspiel.random_sim_test(game, 2, True, False)


def test_where_both_can_lose_the_game_is_not_zero_sum() -> None:
    kinds = {
        s: pyspiel.load_game(f"chokepoint(scenario={s})").get_type().utility for s in ("sprint", "tech-war")
    }
    assert kinds["tech-war"] == pyspiel.GameType.Utility.ZERO_SUM
    assert kinds["sprint"] == pyspiel.GameType.Utility.GENERAL_SUM


def test_chance_outcomes_are_equally_likely_and_add_up_to_one() -> None:
    state = pyspiel.load_game("chokepoint").new_initial_state()
    chances = [chance for _, chance in state.chance_outcomes()]
    assert chances == [0.5, 0.5]


@pytest.mark.parametrize("player", [T.US, T.CHINA])
def test_a_resampled_state_looks_the_same_to_the_player_and_differs_in_what_is_hidden(player: int) -> None:
    state = to_move(pyspiel.load_game("chokepoint").new_initial_state(), T.MOVING)
    luck = random.Random(5)
    others = [state.resample_from_infostate(player, luck.random) for _ in range(5)]
    for other in others:
        assert other.information_state_string(player) == state.information_state_string(player)
        assert other.observation_string(player) == state.observation_string(player)
        assert (
            np.array(other.observation_tensor(player)) == np.array(state.observation_tensor(player))
        ).all()
        assert other.current_player() == state.current_player()
    assert len({str(other) for other in others}) == 5


def test_hidden_picks_of_one_side_are_no_part_of_the_others_information() -> None:
    state = to_move(pyspiel.load_game("chokepoint").new_initial_state(), T.MOVING)
    mover = state.current_player()
    before = state.information_state_string(1 - mover)
    card = next(action for action in state.legal_actions() if action >= T.CARD)
    state.apply_action(card)
    assert state.current_player() == mover
    assert state.information_state_string(1 - mover) == before
    assert state.information_state_string(mover) != before


def test_the_tensor_has_named_parts() -> None:
    game = pyspiel.load_game("chokepoint")
    state = to_move(game.new_initial_state(), T.MOVING)
    observer = game.make_py_observer()
    observer.set_from(state, T.US)
    assert set(observer.dict) == set(layout(openspiel.book_of("tech-war")))
    assert observer.dict["budget"][0] == pytest.approx(state.held.position.budget[T.US] / 10)


def finish(state: Any, bots: tuple[Any, Any]) -> list[float]:
    luck = random.Random(3)
    while not state.is_terminal():
        if state.is_chance_node():
            state.apply_action(luck.choice(picks(state)))
        else:
            state.apply_action(bots[state.current_player()].step(state))
    return list(state.returns())


def test_openspiels_mcts_and_ismcts_bots_play_a_whole_game() -> None:
    game = pyspiel.load_game("chokepoint(scenario=first-moves)")
    evaluator = mcts.RandomRolloutEvaluator(1, np.random.RandomState(1))
    blind = ismcts.ISMCTSBot(
        game=game, uct_c=1.5, max_simulations=8, evaluator=evaluator, random_state=np.random.RandomState(2)
    )
    seeing = mcts.MCTSBot(game, 1.5, 8, evaluator, random_state=np.random.RandomState(3))
    for bots in ((blind, seeing), (seeing, blind)):
        returns = finish(game.new_initial_state(), bots)
        assert all(-1 <= value <= 1 for value in returns)
