"""Random games of every scenario: what must hold in each position and after each pick."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.engine import terms as T
from game.engine.event import Event
from game.engine.notation import notate, parse
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, apply_events, legal, mover, outcome, start
from game.engine.state import State, copy, digest, equal, from_cells
from game.engine.view import censor, determinize, observe, picks, see
from tests.table import scenario

SCENARIOS = ("tech-war", "magnet-gambit", "sprint", "mirror-match", "first-moves")
VIEWERS = (T.US, T.CHINA, T.PUBLIC, T.ALL)
seeds = st.integers(0, 2**32)
slow = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def walk(book: Rulebook, seed: int):  # type: ignore[no-untyped-def]
    """Every position of a random game with the pick that is about to be made."""
    rng, s = Random(seed), start(book)
    while mover(s) != T.NOBODY:
        options = legal(book, s)
        assert options, "somebody must pick, but there is nothing to pick"
        action = rng.choice(options)
        yield s, action
        apply(book, s, action)
    assert not legal(book, s)
    assert outcome(book, s) is not None


def check_ranges(book: Rulebook, s: State) -> None:
    assert all(0 <= n <= 10 for n in s.capability)
    assert all(n >= 0 for n in s.progress)
    assert all(0 <= n <= 3 for n in (*s.control, *s.tariff, *s.source))
    assert all(0 <= n <= 4 for n in s.stock)
    assert all(-3 <= n <= 3 for n in s.align)
    assert all(0 <= n <= 10 for n in (*s.budget, *s.capital, *s.approval))
    assert 0 <= s.shared[T.TENSION] <= 10 and 0 <= s.shared[T.DECOUPLING] <= 6
    for side in (T.US, T.CHINA):
        own = [p for card, p in enumerate(s.place) if book.card_side(card) == side]
        assert set(own) <= {T.IN_DECK, T.IN_HAND, T.IN_DISCARD, T.IN_SLOT}
        assert own.count(T.IN_HAND) == s.hand_size[side] <= T.HAND
        assert own.count(T.IN_SLOT) == (s.slot_card[side] > 0)


@pytest.mark.parametrize("name", SCENARIOS)
@slow
@given(seed=seeds)
def test_meters_stay_in_range_and_cards_are_conserved(name: str, seed: int) -> None:
    book = scenario(name)
    for s, _action in walk(book, seed):
        check_ranges(book, s)


@slow
@given(seed=seeds)
def test_notation_round_trips_and_a_copy_is_independent(seed: int) -> None:
    book = scenario("tech-war")
    for s, action in walk(book, seed):
        text = notate(book, s, action)
        assert parse(book, s, text) == action
        twin = copy(s)
        before = digest(s)
        assert equal(twin, s) and digest(from_cells(s.cells)) == before
        apply(book, twin, action)
        assert digest(s) == before


def told(events: list[Event], viewer: int) -> list[Event]:
    return [seen for seen in (censor(event, viewer) for event in events) if seen is not None]


@pytest.mark.parametrize("name", SCENARIOS)
@slow
@given(seed=seeds)
def test_events_fold_the_old_observation_into_the_new_one(name: str, seed: int) -> None:
    book, rng = scenario(name), Random(seed)
    s = start(book)
    shown = {viewer: observe(book, s, viewer) for viewer in VIEWERS}
    while mover(s) != T.NOBODY:
        action = rng.choice(legal(book, s))
        if mover(s) < T.PUBLIC:
            assert picks(book, shown[mover(s)]) == legal(book, s)
        events = apply_events(book, s, action)
        for viewer in VIEWERS:
            for event in told(events, viewer):
                see(shown[viewer], event)
            assert shown[viewer].seen.cells == observe(book, s, viewer).seen.cells


@pytest.mark.parametrize("name", SCENARIOS)
@slow
@given(seed=seeds)
def test_a_determinized_position_looks_the_same_to_the_viewer_and_plays_to_the_end(
    name: str, seed: int
) -> None:
    book, rng = scenario(name), Random(seed)
    for number, (s, _action) in enumerate(walk(book, seed)):
        if number % 7:
            continue
        for viewer in VIEWERS:
            seen = observe(book, s, viewer)
            guess = determinize(book, seen, rng.randrange)
            assert observe(book, guess, viewer).seen.cells == seen.seen.cells
            check_ranges(book, guess)
    while mover(guess) != T.NOBODY:
        apply(book, guess, rng.choice(legal(book, guess)))


@slow
@given(seed=seeds)
def test_swapping_hidden_cards_changes_nothing_a_viewer_receives(seed: int) -> None:
    """Two positions that look alike stay alike for the viewer whatever public pick is made in both."""
    book, rng = scenario("tech-war"), Random(seed)
    for number, (s, action) in enumerate(walk(book, seed)):
        viewer = rng.choice((T.US, T.CHINA))
        if number % 5 or mover(s) != viewer:
            continue
        guess = determinize(book, observe(book, s, viewer), rng.randrange)
        assert legal(book, guess) == legal(book, s)
        if s.slot_card[1 - viewer] and not s.slot_up[1 - viewer]:
            continue  # a hidden contingency may answer, and is then no longer hidden
        here, there = copy(s), copy(guess)
        ours = told(apply_events(book, here, action), viewer)
        theirs = told(apply_events(book, there, action), viewer)
        if not outcome(book, here):  # final scoring turns the agendas up
            assert ours == theirs
