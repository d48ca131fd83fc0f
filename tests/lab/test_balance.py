"""The balance report: what is measured, what counts as balanced, and one page that shows it."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.engine import terms as T
from game.lab import targets as goals
from game.lab.arena import Game, book_of
from game.lab.balance import Means, Order, balance, file_name, length, plan
from game.lab.plots import Mark, Row, chart, percents
from game.lab.report import page
from game.lab.series import SeriesError
from game.players.fixation import FIXATIONS

ORDER = Order(level="greedy", games=6, single=0, seed="b")


def games(us: int, china: int, starter: int = T.US) -> list[Game]:
    return [Game(winner=T.US, ending=T.SCORED, starter=starter) for _ in range(us)] + [
        Game(winner=T.CHINA, ending=T.SCORED, starter=starter) for _ in range(china)
    ]


def test_a_report_holds_every_figure_as_json() -> None:
    report = balance(["tech-war"], ORDER, Means())
    assert json.loads(json.dumps(report)) == report
    figures = report["scenarios"][0]
    assert figures["games"] == 6 and len(figures["cards"]) == 80 and len(figures["economics"]) == 10
    assert len(figures["agendas"]) == 10 and len(figures["targets"]) == 7
    assert figures["branching"] > 2 and figures["decisions"] > figures["moves"]


def test_a_scenario_without_agendas_shows_none() -> None:
    report = balance(["sprint"], ORDER, Means())
    assert report["scenarios"][0]["agendas"] == {}
    assert "Agendas: kept" not in page(report)


def test_games_that_were_kept_are_not_played_again(tmp_path: Path) -> None:
    ticks: list[int] = []
    first = balance(["sprint"], ORDER, Means(kept=tmp_path))
    (file,) = tmp_path.iterdir()
    before = file.read_bytes()
    again = balance(["sprint"], ORDER, Means(kept=tmp_path, tick=lambda: ticks.append(1)))
    assert again == first and file.read_bytes() == before
    assert len(ticks) == length(ORDER) == 6


def test_a_kept_file_of_something_else_stops_the_report(tmp_path: Path) -> None:
    (tmp_path / file_name("sprint", ("greedy", "greedy"), "b")).write_text("hello\n", "utf-8")
    with pytest.raises(SeriesError, match="no file of games"):
        balance(["sprint"], ORDER, Means(kept=tmp_path))


def test_single_minded_players_take_each_side_in_half_of_their_games() -> None:
    rows = plan(Order(level="adviser", games=10, single=7))
    assert len(rows) == 1 + 2 * len(FIXATIONS) and length(Order("adviser", 10, 7)) == 10 + 7 * len(FIXATIONS)
    assert rows[1] == (("adviser:only-controls", "adviser"), 4)
    assert rows[2] == (("adviser", "adviser:only-controls"), 3)


@pytest.mark.compiles
@pytest.mark.xdist_group("compiles")
def test_single_minded_players_are_told_with_their_share_as_each_side() -> None:
    report = balance(["first-moves"], Order("adviser", 1, 2, "b"), Means())
    single = report["scenarios"][0]["single_minded"]
    assert set(single) == {fixation.id for fixation in FIXATIONS}
    for row in single.values():
        assert row["won"]["of"] == 2 and row["as_us"]["of"] == row["as_china"]["of"] == 1
    assert report["scenarios"][0]["targets"][-1]["name"] == "the best single-minded player"
    assert "What single-minded players win" in page(report)


def test_names_of_kept_files_suit_every_file_system() -> None:
    name = file_name("sprint", ("adviser:only-deals", "adviser"), "a/b:c")
    assert re.fullmatch(r"[\w.-]+", name)


@pytest.mark.parametrize(
    ("us", "china", "verdict"),
    [(5, 5, goals.OPEN), (900, 100, goals.MISSED), (50_000, 50_000, goals.MET)],
)
def test_a_goal_is_met_or_missed_only_when_the_whole_interval_says_so(
    us: int, china: int, verdict: str
) -> None:
    found = goals.percent("US share", us, us + china, 48, 52)
    assert found.verdict == verdict


def test_a_starter_who_always_wins_is_off_by_fifty_points() -> None:
    found = goals.starter_effect(games(40, 0))
    assert found.value == 50 and found.verdict == goals.MISSED
    even = goals.starter_effect(games(20, 20))
    assert even.value == 0 and even.low == 0 and even.verdict == goals.OPEN


def test_shares_outside_a_band_are_counted() -> None:
    shares = [{"percent": p, "low": p - 1, "high": p + 1, "of": 99} for p in (10.0, 50.0, 79.5)]
    found = goals.counted("cards", [*shares, {"percent": 0, "low": 0, "high": 0, "of": 0}], 20, 80)
    assert (found.value, found.low, found.high, found.of) == (1.0, 1.0, 2.0, 3)
    assert found.verdict == goals.MISSED


def test_nothing_measured_is_neither_met_nor_missed() -> None:
    for found in goals.targets(book_of("sprint"), [], {}):
        assert found.value is None and found.verdict == goals.OPEN


def test_the_page_needs_nothing_from_elsewhere_and_its_charts_are_whole() -> None:
    text = page(balance(["tech-war", "sprint"], ORDER, Means()))
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import""", text)
    charts = re.findall(r"<svg.*?</svg>", text, re.S)
    assert len(charts) == 5 + 4
    for drawn in charts:
        ElementTree.fromstring(drawn)
    assert text.count("<section") == 2 and "@media print" in text


def test_words_on_the_page_are_escaped() -> None:
    drawn = chart("a & <b>", [Row("<script>", (Mark(T.US, 50, 40, 60),), "x < y")], percents())
    ElementTree.fromstring(drawn)
    assert "<script>" not in drawn


def test_a_mark_beyond_the_scale_stays_inside_the_chart() -> None:
    drawn = chart("t", [Row("w", (Mark(T.CHINA, 140, -20, 160),))], percents())
    numbers = [float(n) for n in re.findall(r"M([\d.-]+) ", drawn)]
    assert max(numbers) <= 660 and min(numbers) >= 250
