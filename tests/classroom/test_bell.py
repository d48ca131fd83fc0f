"""Bell-fit: what fits into a lesson, and that slow tables are done when the bell rings."""

from random import Random

import pytest

from game.classroom.bell import (
    BETWEEN,
    LONGEST,
    MOVES,
    OPENING,
    PLANS,
    SHORTEST,
    BellError,
    Fit,
    Option,
    fit,
    lesson,
    limit,
    options,
    shortened,
    wanted,
)
from game.classroom.bellclock import BellClock
from game.classroom.sheets import PEOPLE
from game.content.pack import Pack
from game.engine import terms as T
from game.match.match import Match
from game.match.seats import Seat
from game.players.levels import make_player

from .test_debrief import played

AMONG = [Option("short", 3), Option("middle", 5), Option("long", 8)]


@pytest.mark.parametrize("minutes", range(30, 181))
def test_a_lesson_is_as_long_as_it_is(minutes: int) -> None:
    plan = lesson(minutes)
    assert plan.before + plan.demo + plan.play + plan.debrief + plan.after == minutes
    assert min(plan.before, plan.demo, plan.play, plan.debrief, plan.after) > 0
    assert plan.play >= 0.4 * minutes and plan.debrief >= 0.2 * minutes


def test_the_written_plans_are_lessons() -> None:
    assert {minutes: lesson(minutes) for minutes in PLANS} == PLANS


@pytest.mark.parametrize(
    ("minutes", "people", "scenario", "rounds"),
    [
        (PLANS[45].play, 2, "short", 3),
        (PLANS[60].play, 2, "middle", 4),
        (PLANS[90].play, 4, "long", 6),
        (20, 30, "short", 2),  # a whole class that votes
        (200, 2, "long", 8),
        (4, 30, "short", 1),
    ],
)
def test_the_longest_match_that_leaves_time_to_think_is_chosen(
    minutes: int, people: int, scenario: str, rounds: int
) -> None:
    found = fit(minutes, people, AMONG)
    assert (found.scenario, found.rounds) == (scenario, rounds)
    if found.rounds > 1:
        assert found.seconds >= wanted(people)


def test_more_minutes_never_give_fewer_rounds_and_more_people_never_more() -> None:
    for people in (1, 2, 4, 30):
        rounds = [fit(minutes, people, AMONG).rounds for minutes in range(4, 120)]
        assert rounds == sorted(rounds)
    for minutes in range(4, 120, 7):
        rounds = [fit(minutes, people, AMONG).rounds for people in (30, 4, 2, 1)]
        assert rounds == sorted(rounds)


def test_what_does_not_fit_is_told() -> None:
    with pytest.raises(BellError, match="at least 4 minutes"):
        fit(3, 2, AMONG)
    with pytest.raises(BellError, match="at least 30 minutes"):
        lesson(29)


# --- the clock -----------------------------------------------------------------------------------


def ended(found: Fit, slowness: float, seed: int) -> float:
    """Seconds from the start to the end of a match of players who take so many times their share, give or take."""
    rng = Random(seed)
    now = OPENING * rng.uniform(0.5, 1.5)
    for made in range(found.moves):
        given = limit(found, now, made)
        now += min(given.hard, given.soft * slowness * rng.uniform(0.5, 1.5))
        if (made + 1) % MOVES == 0:
            now += BETWEEN * rng.uniform(0.7, 1.3)
    return now


@pytest.mark.parametrize("minutes", [4, 12, 20, 30, 47, 75])
@pytest.mark.parametrize("people", [1, 2, 5, 30])
@pytest.mark.parametrize("slowness", [1.3, 2.0, 5.0, 100.0])
def test_slow_tables_are_done_within_two_minutes_of_the_bell(
    minutes: int, people: int, slowness: float
) -> None:
    for seed in range(10):
        found = fit(minutes, people, AMONG)
        longest = OPENING + found.rounds * BETWEEN + found.moves * LONGEST
        bell = min(60.0 * minutes, longest)
        late = ended(found, slowness, seed) - bell
        assert -120 <= late <= 20  # only the last market phase can still be longer than was thought


@pytest.mark.parametrize("slowness", [0.2, 0.6, 1.0])
def test_quick_tables_are_done_before_the_bell(slowness: float) -> None:
    for seed in range(20):
        assert ended(fit(30, 2, AMONG), slowness, seed) <= 60 * 30 + 60


def test_a_slow_start_is_shared_by_all_that_comes_after() -> None:
    found = fit(30, 2, AMONG)
    on_time, late = limit(found, OPENING, 0), limit(found, OPENING + 300, 1)
    assert late.soft < on_time.soft
    assert (on_time.soft - late.soft) * (found.moves - 1) == pytest.approx(300 - on_time.soft)


def test_nobody_can_use_up_the_moves_of_the_others() -> None:
    found = fit(30, 2, AMONG)
    given = limit(found, OPENING, 0)
    after = limit(found, OPENING + given.hard, 1)
    assert after.soft == pytest.approx(SHORTEST)


def test_when_all_time_is_gone_moves_are_passed() -> None:
    found = fit(20, 2, AMONG)
    assert limit(found, found.total + 500, 5).hard == 0
    assert limit(found, 0, found.moves).hard == 0


# --- in the game ---------------------------------------------------------------------------------


def test_every_plan_fits_a_scenario_of_the_game(pack: Pack) -> None:
    among = options(pack)
    assert {option.scenario for option in among} == {"sprint", "magnet-gambit", "tech-war"}
    for plan, people, scenario, rounds in (
        (PLANS[45], 2, "sprint", 3),
        (PLANS[60], 2, "magnet-gambit", 4),
        (PLANS[90], 4, "tech-war", 6),
    ):
        found = fit(plan.play, people, among)
        assert (found.scenario, found.rounds) == (scenario, rounds)


def test_a_frozen_move_gets_its_time_back_only_as_far_as_the_bell_leaves_it() -> None:
    now = 0.0
    clock = BellClock(Fit("sprint", 1, 60.0, 600.0), lambda: now)
    clock.turn(7)  # the last move of the match
    now = 60.0
    clock.freeze()
    now = 120.0
    clock.thaw()
    assert clock.given.soft - clock.left == 60 and not clock.is_overdue(False)
    clock.freeze()
    now = 599.0
    assert not clock.is_overdue(False)
    now = 601.0
    assert clock.is_overdue(False)  # the bell has rung
    clock.thaw()
    now = 602.0
    assert clock.is_overdue(False)


def test_a_shortened_match_ends_with_its_final_scoring(pack: Pack) -> None:
    for seed in range(20):
        match = played(shortened(pack, "tech-war", 2), "tech-war", f"short {seed}", 400)
        assert match.is_over and match.state.shared[T.ROUND] <= 2
        if match.state.shared[T.ENDING] == T.SCORED:
            assert match.state.shared[T.ROUND] == 2
            return
    raise AssertionError("no match came to its final scoring")


@pytest.mark.parametrize("minutes", PLANS)
@pytest.mark.parametrize("slowness", [1.0, 1.6, 3.0])
def test_a_class_of_the_written_plans_comes_to_the_end_of_its_match_in_time(
    pack: Pack, minutes: int, slowness: float
) -> None:
    """A match by the rules: who dawdles until the clock can wait no longer has passed."""
    found = fit(PLANS[minutes].play, PEOPLE[minutes], options(pack))
    match = Match(shortened(pack, found.scenario, found.rounds), found.scenario, (Seat(), Seat()), "class")
    players = [make_player("greedy", f"class {side}") for side in (0, 1)]
    rng, now = Random(minutes), OPENING
    while not match.is_over:
        if match.mover == T.NATURE:
            match.run_nature()
            continue
        s = match.state
        left = sum(s.moves)
        made = max(0, s.shared[T.ROUND] - 1) * MOVES + MOVES - left
        is_move = s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] == T.STEP_MOVE
        given = limit(found, now, made)
        took = min(given.hard, given.soft * slowness * rng.uniform(0.3, 1.7)) if is_move else 0.0
        now += took
        if is_move and took == given.hard:
            match.submit(T.PASS)
        else:
            match.submit(players[match.mover].pick(match.book, match.observe(match.mover)))
        if is_move and left == 1:
            now += BETWEEN
    shared = match.state.shared
    assert now <= 60 * PLANS[minutes].play + 60
    if shared[T.ENDING] == T.SCORED:
        assert shared[T.ROUND] == found.rounds
        assert slowness < 1.5 or now >= 60 * PLANS[minutes].play - 120
