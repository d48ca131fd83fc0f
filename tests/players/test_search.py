"""The search: honest by type, the same in slices and at both speeds, and stoppable at any time."""

from dataclasses import replace
from random import Random

import pytest

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, mover
from game.engine.state import copy
from game.engine.view import Observation, determinize, observe, picks
from game.players.core import CompiledCore, PlainCore
from game.players.decider import Decider, Request
from game.players.levels import LEVELS, PERSONAS, PLAYERS, make_player
from game.players.search import Search, Skill
from game.players.simple import Memory
from game.players.thinker import Cancelled
from tests.players.test_players import middle
from tests.table import scenario

QUICK = Skill(rollouts=12, plain=12, width=4, rounds=1, tries=2)


def decision(book: Rulebook, seed: int) -> tuple[Observation, Observation]:
    """What a mover sees, twice: what is hidden from it differs."""
    s = middle(book, seed)
    seen = observe(book, s, mover(s))
    other = determinize(book, seen, Random(f"other {seed}").randrange)
    assert bytes(other.cells) != bytes(s.cells)
    return seen, observe(book, other, mover(s))


@pytest.mark.parametrize("seed", range(6))
def test_equal_observations_and_luck_give_equal_thoughts_whatever_is_hidden(
    book: Rulebook, seed: int
) -> None:
    here, there = decision(book, seed)
    found = []
    for observation in (here, there):
        search = Search(book, observation, Random(seed), QUICK)
        assert search.run(1000)
        found.append((search.best(), search.thoughts()))
    assert found[0] == found[1]


@pytest.mark.parametrize("level", PLAYERS)
def test_no_level_moves_by_what_it_can_not_see(book: Rulebook, level: str) -> None:
    here, there = decision(book, 11)
    request = Request(1, here.viewer, bytes(here.seen.cells), level, "neutral", "luck", 30.0)
    same = Request(1, there.viewer, bytes(there.seen.cells), level, "neutral", "luck", 30.0)
    assert Decider(book).decide(request) == Decider(book).decide(same)


def test_a_search_in_slices_finds_the_same_as_one_in_one_go(book: Rulebook) -> None:
    observation, _ = decision(book, 2)
    whole, slices = (Search(book, observation, Random(2), QUICK) for _ in range(2))
    whole.run(1000)
    while not slices.run(1):
        pass
    assert whole.thoughts() == slices.thoughts()


def test_a_search_that_is_stopped_at_once_still_has_a_legal_move(book: Rulebook) -> None:
    observation, _ = decision(book, 3)
    search = Search(book, observation, Random(3), QUICK)
    assert search.best()[0] in picks(book, observation)
    search.run(1)
    assert search.thoughts().best[0].picks == search.best()


def test_halving_gives_most_rollouts_to_the_best_plans(book: Rulebook) -> None:
    observation, _ = decision(book, 4)
    search = Search(book, observation, Random(4), Skill(plain=48, width=8, rounds=1, tries=1))
    search.run(1000)
    visits = [thought.visits for thought in search.thoughts().best]
    assert visits == sorted(visits, reverse=True) and visits[0] > visits[-1] > 0


def test_plain_and_compiled_searches_think_the_same(book: Rulebook) -> None:
    """Whole tallies, number for number, in the scenarios that differ most."""
    pytest.importorskip("numba")
    skill = Skill(rollouts=16, plain=16, width=4, tries=3)
    for name, seed, number in (
        ("tech-war", 5, 3),
        ("tech-war", 6, 8),
        ("mirror-match", 7, 2),
        ("sprint", 8, 3),
    ):
        rules = scenario(name)
        s = middle(rules, seed, number)
        found = []
        for core in (PlainCore(rules), CompiledCore(rules)):
            search = Search(rules, observe(rules, s, mover(s)), Random(seed), skill, core)
            search.run(1000)
            thoughts = replace(search.thoughts(), is_plain=False)  # the one thing that tells them apart
            found.append(([core.tally(k) for k in range(len(search.plans))], thoughts))
        assert found[0] == found[1], name


def test_a_cancelled_thought_ends_within_a_slice(book: Rulebook) -> None:
    observation, _ = decision(book, 5)
    request = Request(1, observation.viewer, bytes(observation.seen.cells), "master", "neutral", "x", 60.0)
    calls = []

    def is_called() -> bool:
        calls.append(1)
        return len(calls) > 1

    with pytest.raises(Cancelled):
        Decider(book).decide(request, is_called)
    assert len(calls) == 2


def test_a_thought_ends_when_its_time_is_up(book: Rulebook) -> None:
    observation, _ = decision(book, 6)
    request = Request(1, observation.viewer, bytes(observation.seen.cells), "master", "neutral", "x", 0.0)
    reply = Decider(book).decide(request)
    assert reply.action in picks(book, observation)


def test_an_answer_is_thought_about_like_a_move(book: Rulebook) -> None:
    from game.lab.perft import position

    rules, s = position("deal")
    s = copy(s)
    for text in ("for tariff", "sweeten 1"):
        from game.engine.notation import parse

        apply(rules, s, parse(rules, s, text))
    assert s.shared[T.PHASE] == T.ANSWERING
    observation = observe(rules, s, mover(s))
    search = Search(rules, observation, Random(1), QUICK)
    search.run(1000)
    assert {thought.picks for thought in search.thoughts().best} == {(T.ACCEPT,), (T.REFUSE,)}


@pytest.mark.parametrize("persona", [persona.id for persona in PERSONAS])
def test_every_persona_plays_its_own_taste_legally(book: Rulebook, persona: str) -> None:
    observation, _ = decision(book, 7)
    assert make_player("clerk", "x", persona=persona).pick(book, observation) in picks(book, observation)


def test_the_lab_knows_every_level_that_a_seat_can_have() -> None:
    from game.match.seats import LEVELS as SEATED
    from game.match.seats import PERSONAS as TASTES

    assert set(PLAYERS) == set(SEATED) - {"person"}
    assert tuple(persona.id for persona in PERSONAS) == TASTES
    assert all(level.about.endswith(".") for level in LEVELS)


def test_a_player_there_is_not_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match='no player "wizard"'):
        make_player("wizard", "x")
    with pytest.raises(ValueError, match='no persona "clown"'):
        make_player("clerk", "x", persona="clown")


def test_a_memory_answers_only_for_the_position_that_it_planned(book: Rulebook) -> None:
    observation, other = decision(book, 8)
    search = Search(book, observation, Random(8), QUICK)
    plan = next(plan.picks for plan in search.plans if len(plan.picks) > 1)
    memory = Memory()
    assert memory.keep(book, observation, plan) == plan[0]
    assert memory.recall(observation) is None
    apply(book, observation.seen, plan[0])
    assert memory.recall(observation) == plan[1]
    assert memory.recall(other) is None


def test_from_strategist_on_a_move_that_is_not_among_the_best_at_once_is_played_out_too(book: Rulebook) -> None:
    class Fast(PlainCore):
        is_compiled = True

    observation, _ = decision(book, 6)
    found = {}
    for level in LEVELS:
        if level.skill is not None:
            found[level.id] = len(Search(book, observation, Random(6), level.skill, Fast(book)).plans)
    assert (found["adviser"], found["minister"]) == (4, 8) and min(found["strategist"], found["master"]) > 16


@pytest.mark.parametrize("seed", range(1, 5))
def test_luck_is_the_same_whichever_plan_is_played_out(book: Rulebook, seed: int) -> None:
    """Differences between plans must come from the plans: the same headlines and tiles after each."""
    observation, _ = decision(book, seed)
    search = Search(book, observation, Random(seed), Skill(plain=1, tries=2))
    core, end = search.core, observation.seen.shared[T.ROUND] + 2
    core.begin(observation.seen.cells, [plan.picks for plan in search.plans])
    found = []
    for plan in range(len(search.plans)):
        core.compare(search.side, 1 << plan, range(1), end, 2, 7)
        position = core._state
        if position.shared[T.PHASE] != T.OVER:
            found.append((tuple(position.headline), tuple(position.next)))
    assert len(found) > 4 and len(set(found)) == 1
