"""Computer players: fair by type, strong enough, and never able to stall a match."""

from random import Random

import pytest

from game.content.load import pack_to_data
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal, mover, start
from game.engine.state import State
from game.engine.view import determinize, observe, picks
from game.lab.series import play_series
from game.players.core import PlainCore
from game.players.decider import Decider, Request
from game.players.levels import make_player
from game.players.worker import Client


def middle(book: Rulebook, seed: int, number: int = 3) -> State:
    """A position in which a side is to begin a move."""
    s, rng = start(book), Random(seed)
    while not (
        s.shared[T.ROUND] >= number and s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] == T.STEP_MOVE
    ):
        apply(book, s, rng.choice(legal(book, s)))
    return s


@pytest.mark.parametrize("seed", range(8))
def test_what_is_hidden_does_not_change_a_players_move(book: Rulebook, seed: int) -> None:
    s = middle(book, seed)
    side = mover(s)
    seen = observe(book, s, side)
    guess = determinize(book, seen, Random(seed).randrange)
    for level in ("random", "greedy"):
        here = make_player(level, "x").pick(book, seen)
        there = make_player(level, "x").pick(book, observe(book, guess, side))
        assert here == there


def test_greedy_beats_random_in_98_of_100_games() -> None:
    """200 games, both sides together."""
    as_us = play_series("tech-war", ("greedy", "random"), 100, "strength")
    as_china = play_series("tech-war", ("random", "greedy"), 100, "strength")
    won = sum(game.winner == T.US for game in as_us) + sum(game.winner == T.CHINA for game in as_china)
    assert won >= 196


@pytest.mark.parametrize("scenario", ["magnet-gambit", "sprint", "first-moves", "mirror-match"])
def test_greedy_plays_every_scenario_to_its_end(scenario: str) -> None:
    assert all(game.ending for game in play_series(scenario, ("greedy", "greedy"), 2, "all"))


def wait(client: Client) -> int:
    """The reply, however long the process takes to start."""
    import time

    until = time.monotonic() + 60
    while time.monotonic() < until:
        action = client.reply()
        if action is not None:
            return action
        time.sleep(0.01)
    raise AssertionError("no reply")


@pytest.fixture
def client(pack: Pack, book: Rulebook):  # type: ignore[no-untyped-def]
    client = Client(book, pack_to_data(pack), "tech-war")
    yield client
    client.close()


def test_the_worker_answers_with_a_legal_pick(client: Client, book: Rulebook) -> None:
    s = middle(book, 1)
    seen = observe(book, s, mover(s))
    client.ask(seen, "greedy", "seed")
    assert wait(client) in picks(book, seen)
    assert not client.is_thinking


def test_a_killed_worker_is_replaced_and_the_answer_comes(client: Client, book: Rulebook) -> None:
    s = middle(book, 2)
    seen = observe(book, s, mover(s))
    client.ask(seen, "greedy", "seed")
    assert client._process is not None
    client._process.kill()
    assert wait(client) in picks(book, seen)
    client.ask(seen, "greedy", "seed")
    for _ in range(2):  # the second process dies as well: the client answers by itself
        if client._process is not None:
            client._process.kill()
            client._process.join()
            client.reply()
    assert not client.is_thinking or wait(client) in picks(book, seen)


def test_a_hung_worker_is_replaced(client: Client, book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    s = middle(book, 3)
    seen = observe(book, s, mover(s))
    client.ask(seen, "greedy", "seed")
    first = client._process
    monkeypatch.setattr("game.players.worker.LATEST", -1.0)
    assert client.reply() is None or first is not client._process
    monkeypatch.setattr("game.players.worker.LATEST", 60.0)
    assert wait(client) in picks(book, seen)


def test_a_cancelled_question_gets_no_answer(client: Client, book: Rulebook) -> None:
    s = middle(book, 4)
    client.ask(observe(book, s, mover(s)), "greedy", "seed")
    client.cancel()
    assert client.reply() is None and not client.is_thinking


def test_a_process_that_dies_at_once_does_not_block_the_window(
    client: Client, book: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What starts the process is small enough for a pipe, so that nobody waits for a reader that is gone."""
    import pickle

    assert len(pickle.dumps(client._arguments)) < 4096
    monkeypatch.setattr(client, "_arguments", ("/no/such/pack.json", "tech-war"))
    s = middle(book, 6)
    seen = observe(book, s, mover(s))
    client.ask(seen, "greedy", "seed")
    assert wait(client) in picks(book, seen)


def test_greedy_tells_the_moves_it_weighed_and_why(client: Client, book: Rulebook) -> None:
    s = middle(book, 7)
    client.ask(observe(book, s, mover(s)), "greedy", "seed")
    action = wait(client)
    thoughts = client.thoughts
    assert thoughts is not None and thoughts.best[0].picks[0] == action
    assert len(thoughts.best) > 1 and thoughts.reason.endswith(".")


def test_all_picks_of_a_move_belong_to_the_same_thought(client: Client, book: Rulebook) -> None:
    s = middle(book, 8)
    side = mover(s)
    client.ask(observe(book, s, side), "greedy", "seed")
    apply(book, s, wait(client))
    thoughts = client.thoughts
    while mover(s) == side and s.pick[T.STEP] != T.STEP_MOVE:
        client.ask(observe(book, s, side), "greedy", "other seed")
        apply(book, s, wait(client))
        assert client.thoughts == thoughts


def test_a_move_under_way_is_not_thought_out_anew_when_the_compiled_core_comes(
    book: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Fast(PlainCore):
        is_compiled = True

        def warm(self) -> None:
            pass

    monkeypatch.setattr("game.players.decider.is_ready", lambda: True)
    monkeypatch.setattr("game.players.decider.CompiledCore", Fast)
    for seed in range(8, 99):
        s, decider = middle(book, seed), Decider(book)
        side = mover(s)
        first = decider.decide(request(book, s, "seed"))
        apply(book, s, first.action)
        if mover(s) == side and s.pick[T.STEP] != T.STEP_MOVE:
            break
    decider.quicken()
    assert decider.core.is_compiled
    assert decider.decide(request(book, s, "other seed")).thoughts == first.thoughts


def request(book: Rulebook, s: State, seed: str) -> Request:
    seen = observe(book, s, mover(s))
    return Request(1, seen.viewer, bytes(seen.seen.cells), "greedy", "neutral", seed, 30.0)


def test_a_player_without_thoughts_has_none_of_anothers(client: Client, book: Rulebook) -> None:
    s = middle(book, 9)
    client.ask(observe(book, s, mover(s)), "greedy", "seed")
    wait(client)
    client.ask(observe(book, s, mover(s)), "random", "seed")
    wait(client)
    assert client.thoughts is None
