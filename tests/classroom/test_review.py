"""Going through a match: its stops, what the search sees in every move, and work given to a process of its own."""

import time

import pytest

from game.classroom.errand import STOPPED, Errand
from game.classroom.replay import Replay, Step
from game.classroom.review import Reviewed, mistakes, review_file, reviewed
from game.engine import terms as T
from game.match.match import Match
from game.players.core import PlainCore
from tests.ui import positions
from tests.ui.errands import QUICK


@pytest.fixture(scope="module")
def match() -> Match:
    return positions.at(positions.rupture)


@pytest.fixture(scope="module")
def found(match: Match) -> list[Reviewed]:
    return list(reviewed(match, PlainCore(match.book), QUICK))


def test_every_move_is_looked_at_and_what_was_made_is_among_the_choices(
    match: Match, found: list[Reviewed]
) -> None:
    moves = [one for one in Replay(match).decisions if one.is_move]
    assert [one.stand.action for one in found] == [one.action for one in moves]
    for one, move in zip(found, moves, strict=True):
        assert 0 <= one.stand.estimate.chance <= 1
        if one.choices:
            assert one.choices[one.made].picks == move.picks and one.why
    assert sum(bool(one.choices) for one in found) > len(found) * 0.8


def test_a_mistake_is_a_move_of_the_side_that_was_worth_less_than_another(found: list[Reviewed]) -> None:
    for side in (T.US, T.CHINA):
        wrong = mistakes(found, side)
        assert all(one.stand.side == side and one.made != 0 for one in wrong)
        assert [one.loss for one in wrong] == sorted((one.loss for one in wrong), reverse=True)


def test_secret_agendas_that_lie_open_do_not_stop_the_search() -> None:
    match = positions.at(positions.scored)
    assert match.book.tables.setting[T.AGENDAS]
    assert next(reviewed(match, PlainCore(match.book), QUICK)).choices


def test_the_stops_of_a_match_hold_what_was_played(match: Match) -> None:
    replay = Replay(match)
    for stop in replay.stops[Step.MOVE]:
        replay.go(stop)
        assert replay.here.actions == match.actions[:stop]
    assert replay.here.is_over


def _wait(errand: Errand[Reviewed], seconds: float = 60) -> list[Reviewed]:
    found, until = [], time.monotonic() + seconds
    while not errand.is_done and time.monotonic() < until:
        found += errand.poll()
        time.sleep(0.02)
    return found


def test_a_process_of_its_own_finds_the_same_moves(match: Match) -> None:
    short = match.branch(len(match.actions) // 4)
    errand = Errand(review_file, match=short)
    began = time.monotonic()
    errand.poll()
    assert time.monotonic() - began < 0.5  # it does not wait for what it asks for
    found = _wait(errand)
    assert errand.problem == ""
    assert [one.stand.action for one in found] == [
        one.action for one in Replay(short).decisions if one.is_move
    ]


def test_work_that_fails_says_why(tmp_path: object) -> None:
    errand: Errand[Reviewed] = Errand(review_file, f"{tmp_path}/nothing.json")
    _wait(errand)
    assert "nothing.json" in errand.problem and errand.problem != STOPPED


def test_an_errand_that_nobody_waits_for_leaves_no_process(match: Match) -> None:
    errand = Errand(review_file, match=match)
    errand.poll()
    process = errand._process
    errand.close()
    assert process is not None
    process.join(10)
    assert not process.is_alive()
