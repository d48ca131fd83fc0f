"""PettingZoo's own tests, and what it can't know: the same game, nothing hidden shown."""

import random

import numpy as np
import pytest

pytest.importorskip("pettingzoo", reason="the research extra is not installed")

from pettingzoo.test import api_test, seed_test

from game.adapters.pettingzoo import ChokepointEnv, env
from game.engine import terms as T
from game.engine.rules import legal, mover


@pytest.mark.filterwarnings("ignore")
def test_the_environment_keeps_pettingzoos_contract() -> None:
    api_test(env("magnet-gambit"), num_cycles=400)


@pytest.mark.filterwarnings("ignore")
def test_the_same_seed_gives_the_same_game() -> None:
    seed_test(lambda: env("sprint"), num_cycles=30)


def play(game: ChokepointEnv, seed: int) -> dict[str, float]:
    game.reset(seed=seed)
    luck = random.Random(seed)
    total = dict.fromkeys(game.agents, 0.0)
    for agent in game.agent_iter():
        observation, reward, termination, _, _ = game.last()
        total[agent] += reward
        options = np.flatnonzero(observation["action_mask"]).tolist()
        game.step(None if termination else luck.choice(options))
    return total


def test_whole_games_end_and_are_zero_sum() -> None:
    game = ChokepointEnv("tech-war")
    totals = [play(game, seed) for seed in range(6)]
    assert all(total["us"] + total["china"] == 0 for total in totals)
    assert any(total["us"] for total in totals)


def test_the_mask_of_the_agent_that_waits_is_empty_and_the_movers_is_what_is_legal() -> None:
    game = ChokepointEnv("tech-war")
    game.reset(seed=3)
    side = mover(game.state_now)
    waiting, moving = game.possible_agents[1 - side], game.possible_agents[side]
    assert not game.observe(waiting)["action_mask"].any()
    assert np.flatnonzero(game.observe(moving)["action_mask"]).tolist() == sorted(
        legal(game.book, game.state_now)
    )


def test_an_illegal_action_is_refused() -> None:
    game = ChokepointEnv("tech-war")
    game.reset(seed=3)
    with pytest.raises(ValueError, match="not legal"):
        game.step(T.ACCEPT)


def test_what_the_rival_hides_changes_no_number() -> None:
    game = ChokepointEnv("tech-war")
    game.reset(seed=5)
    while game.state_now.shared[T.PHASE] != T.MOVING:
        game.step(legal(game.book, game.state_now)[0])
    before = game.observe("us")["observation"]
    s = game.state_now
    theirs = range(game.book.tables.setting[T.N_US_CARDS], len(s.place))
    in_hand = next(card for card in theirs if s.place[card] == T.IN_HAND)
    in_deck = next(card for card in theirs if s.place[card] == T.IN_DECK)
    s.place[in_hand], s.place[in_deck] = T.IN_DECK, T.IN_HAND
    assert (game.observe("us")["observation"] == before).all()
    assert not (game.observe("china")["observation"] == before).all()
