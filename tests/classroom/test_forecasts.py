"""Forecasts: their scores, what they are judged by, and that they are kept with a match."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from game.classroom.forecasts import BLIND, brier, judge, scores, title
from game.classroom.rounds import moments
from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.match import store
from game.match.match import Match
from game.match.record import FORMAT, read_record, record_of
from game.match.said import ABOUT, CELLS, DIRECTIONS, Answer, Forecast
from game.match.words import Words

from .test_debrief import played


def said(who: str, round_: int, direction: str, confidence: int, about: str = "tension") -> Forecast:
    return Forecast.model_validate(
        {"who": who, "round": round_, "about": about, "direction": direction, "confidence": confidence}
    )


@pytest.fixture(scope="module")
def match() -> Match:
    from game.content.compile import load_base

    return played(load_base(), "sprint", "forecasts", 400)


def test_sure_and_right_is_best_sure_and_wrong_is_worst_and_a_third_each_lies_between() -> None:
    assert brier("up", 100, "up") == 0 and brier("up", 100, "same") == 2
    third = {came: brier("up", 100 / 3, came) for came in DIRECTIONS}  # type: ignore[arg-type]
    assert all(score == pytest.approx(BLIND) for score in third.values())
    assert brier("up", 80, "up") < brier("up", 60, "up") < brier("up", 60, "down") < brier("up", 80, "down")


@pytest.mark.parametrize("truth", [0.4, 0.6, 0.9])
def test_it_pays_to_say_what_one_thinks(truth: float) -> None:
    """The score that is to be expected is lowest at the honest confidence."""

    def expected(sure: int) -> float:
        other = (1 - truth) / 2
        return (
            truth * brier("up", sure, "up")
            + other * brier("up", sure, "same")
            + other * brier("up", sure, "down")
        )

    best = min(range(34, 101), key=expected)
    assert best == round(100 * truth)


def test_a_forecast_is_judged_by_what_the_market_phase_did(match: Match) -> None:
    course = moments(match, T.ALL)
    for about in ABOUT:
        for moment in course[1:]:
            before, after = moment.market.cells[CELLS[about]], moment.seen.cells[CELLS[about]]
            came = "same" if before == after else "up" if before < after else "down"
            (judged,) = judge(course, [said("Ada", moment.round, "up", 70, about)])
            assert (judged.came, judged.is_right) == (came, came == "up")


def test_rounds_that_are_not_over_or_had_no_market_phase_judge_nobody(match: Match) -> None:
    course = moments(match.branch(40), T.ALL)
    assert not course[-1].is_final
    assert judge(course, [said("Ada", course[-1].round, "up", 70), said("Ada", 9, "up", 70)]) == []


def test_everybody_has_a_mean_score_the_best_first(match: Match) -> None:
    course = moments(match, T.ALL)
    came = judge(course, [said("x", 1, "up", 100)])[0].came
    wrong = next(d for d in DIRECTIONS if d != came)
    found = scores(
        judge(
            course,
            [said("Bo", 1, wrong, 100), said("Ada", 1, came, 100), said("Bo", 1, came, 100, "tension")],
        )
    )
    assert list(found) == ["Ada", "Bo"] and found["Ada"] == 0 and found["Bo"] == 1


def test_forecasts_and_answers_come_back_from_the_file(match: Match, tmp_path: Path) -> None:
    kept = match.branch(len(match.actions))
    kept.foretell(said("Ada", 1, "up", 70))
    kept.foretell(said("Ada", 1, "down", 60))  # a change of mind
    kept.answers.append(Answer(who="Ada", when="before", item="who-pays", option=3))
    store.save(kept, tmp_path / "m.json")
    again = store.load(tmp_path / "m.json")
    assert again.forecasts == [said("Ada", 1, "down", 60)] and again.answers == kept.answers


def test_a_file_of_format_1_has_no_forecasts_and_still_opens(match: Match) -> None:
    data = json.loads(record_of(match).model_dump_json())
    for field in ("forecasts", "answers"):
        del data[field]
    record = read_record(data | {"format": 1}, "old.json")
    assert record.format == FORMAT and record.forecasts == [] and record.answers == []


def test_going_back_forgets_forecasts_of_rounds_that_have_not_come(match: Match) -> None:
    back = match.branch(len(match.actions))
    for number in (1, 2, 3):
        back.foretell(said("Ada", number, "up", 50))
    back.rewind(next(n for n, event in match.events if (event.what, event.old) == (T.SHARED + T.ROUND, 1)))
    assert max(f.round for f in back.forecasts) <= back.state.shared[T.ROUND] < 3


@pytest.mark.parametrize("confidence", [0, 33, 101])
def test_a_confidence_below_a_third_or_above_100_is_none(confidence: int) -> None:
    with pytest.raises(ValidationError):
        said("Ada", 1, "up", confidence)


def test_every_number_that_is_asked_for_has_a_name_of_its_own(pack: Pack, match: Match) -> None:
    words = Words(match.book, Almanac(match.pack, match.book))
    titles = {title(words, about) for about in ABOUT}
    assert len(titles) == len(ABOUT) and "US Approval" in titles
