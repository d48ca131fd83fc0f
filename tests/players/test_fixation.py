"""Single-minded players: their instrument whenever it can be used, and no other policy."""

from random import Random

import pytest

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal, mover, start
from game.engine.state import State
from game.engine.view import observe
from game.players.core import PlainCore
from game.players.fixation import FIXATIONS, Fixation, narrow, serves
from game.players.levels import lab_player
from game.players.plans import assume
from game.players.search import Search, Skill


def moving(book: Rulebook, seed: int) -> State:
    s, rng = start(book), Random(seed)
    while not (s.shared[T.ROUND] >= 2 and s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] == T.STEP_MOVE):
        apply(book, s, rng.choice(legal(book, s)))
    return s


@pytest.mark.parametrize("fixation", FIXATIONS, ids=lambda f: f.id)
def test_what_serves_the_instrument_is_all_that_is_looked_at(book: Rulebook, fixation: Fixation) -> None:
    core, used = PlainCore(book), 0
    for seed in range(6):
        s = moving(book, seed)
        plans = core.plans(assume(observe(book, s, mover(s))), mover(s))
        kept = narrow(book, fixation, plans)
        serving = [plan for plan in plans if serves(book, fixation, plan)]
        used += bool(serving)
        assert kept
        if serving:
            assert kept == serving
        else:
            assert not any(len(p.picks) > 1 and p.picks[1] == T.USE + T.USE_POLICY for p in kept)
    assert used


def test_every_deck_has_cards_for_every_instrument(book: Rulebook) -> None:
    from game.players.core import Plan

    for fixation in FIXATIONS:
        for side in (T.US, T.CHINA):
            cards = [n for n in range(len(book.cards)) if book.card_side(n) == side]
            plans = [Plan((T.CARD + n, T.USE + T.USE_POLICY), 0.0) for n in cards]
            assert any(serves(book, fixation, plan) for plan in plans), (fixation.id, side)


def test_answers_and_namings_are_free(book: Rulebook) -> None:
    s, rng = start(book), Random(4)
    while s.shared[T.PHASE] != T.NAMING:
        apply(book, s, rng.choice(legal(book, s)))
    search = Search(book, observe(book, s, mover(s)), rng, Skill(fixation=FIXATIONS[0]))
    assert len(search.plans) == len(legal(book, s))


def test_a_single_minded_player_there_is_not_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match='no single-minded player "only-luck"'):
        lab_player("adviser:only-luck", "x")
    with pytest.raises(ValueError, match="only a level that searches"):
        lab_player("clerk:only-controls", "x")
    with pytest.raises(ValueError, match='no persona "clown"'):
        lab_player("clerk:clown", "x")
