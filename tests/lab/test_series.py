"""Many games: the same ones whoever plays them, and none lost when they are stopped."""

import json
from pathlib import Path

import pytest

from game.lab import series
from game.lab.arena import INSTRUMENTS, book_of, play_game
from game.lab.cluster import ClusterError, run
from game.lab.figures import agendas, cards, instruments, interval, summary
from game.lab.series import SeriesError, play_series

PAIR = ("greedy", "random")


def test_a_game_depends_on_the_seed_alone_whatever_the_number_of_workers() -> None:
    alone = play_series("sprint", PAIR, 4, "s")
    assert play_series("sprint", PAIR, 4, "s", workers=2) == alone
    assert alone[2] == play_game("sprint", PAIR, "s/2")


def test_a_series_goes_on_from_the_games_it_has_kept(tmp_path: Path) -> None:
    file = tmp_path / "games.jsonl"
    whole = play_series("sprint", PAIR, 5, "s")
    play_series("sprint", PAIR, 2, "s", kept=file)
    file.write_text(file.read_text("utf-8") + '{"winner": 1, "en', "utf-8")  # stopped while writing
    ticks: list[int] = []
    assert play_series("sprint", PAIR, 5, "s", kept=file, tick=lambda: ticks.append(1)) == whole
    assert len(ticks) == 5
    assert len(file.read_text("utf-8").splitlines()) == 6  # what it is, and five games


def test_a_file_of_another_series_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "games.jsonl"
    play_series("sprint", PAIR, 1, "s", kept=file)
    before = file.read_bytes()
    with pytest.raises(SeriesError, match="another series"):
        play_series("sprint", PAIR, 1, "t", kept=file)
    assert file.read_bytes() == before


def test_games_of_players_or_a_pack_that_have_changed_since_are_not_added_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, pair = tmp_path / "games.jsonl", ("visitor", "random")
    play_series("sprint", pair, 1, "s", kept=file)
    with monkeypatch.context() as changed, pytest.raises(SeriesError, match="another series"):
        changed.setattr(series, "source", lambda: "another")
        play_series("sprint", pair, 2, "s", kept=file)
    with monkeypatch.context() as changed, pytest.raises(SeriesError, match="another series"):
        changed.setattr(series, "pack_digest", lambda pack: "another")
        play_series("sprint", pair, 2, "s", kept=file)
    assert len(play_series("sprint", pair, 2, "s", kept=file)) == 2


def test_a_file_that_holds_no_games_is_named(tmp_path: Path) -> None:
    file = tmp_path / "games.jsonl"
    file.write_text("hello\n", "utf-8")
    with pytest.raises(SeriesError, match="no file of games"):
        play_series("sprint", PAIR, 1, "s", kept=file)


@pytest.mark.parametrize("address", ["dask://", "http://somewhere:1", "ray"])
def test_an_address_that_names_no_cluster_is_refused(address: str) -> None:
    with pytest.raises(ClusterError, match="names no cluster"):
        list(run(len, [("a",)], 1, address))


def test_a_dask_cluster_plays_the_same_games() -> None:
    distributed = pytest.importorskip("distributed", reason="the cluster extra is not installed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", dashboard_address=None
    ) as local:
        address = local.scheduler_address.replace("tcp", "dask", 1)
        assert play_series("sprint", PAIR, 3, "s", cluster=address) == play_series("sprint", PAIR, 3, "s")


def test_a_share_has_its_interval() -> None:
    assert interval(0, 20)[:2] == (0.0, 0.0) and interval(20, 20)[2] == 100.0
    assert interval(5, 10) == pytest.approx((50.0, 23.66, 76.34), abs=0.01)
    assert interval(0, 0) == (0.0, 0.0, 0.0)


def test_figures_add_up() -> None:
    games = play_series("tech-war", ("greedy", "greedy"), 6, "f")
    figures = summary(book_of("tech-war"), ("greedy", "greedy"), games)
    won = [figures[name]["percent"] for name in ("us_wins", "china_wins", "no_winner")]
    assert sum(won) == pytest.approx(100, abs=0.2)
    assert sum(share["percent"] for share in figures["endings"].values()) == pytest.approx(100, abs=0.2)
    assert figures["decisions"] > figures["moves"] > 8
    assert json.loads(json.dumps(figures)) == figures


def test_every_game_counts_cards_instruments_and_agendas() -> None:
    games = play_series("tech-war", ("greedy", "greedy"), 6, "f")
    assert all(len(g.agendas) == 2 and len(set(g.agendas)) == 2 for g in games)
    assert sum(found["kept"] for found in agendas(book_of("tech-war"), games).values()) == 12
    used = instruments(games)
    assert set(used) == set(INSTRUMENTS)
    assert used["invest"][0]["a_game"] + used["court"][0]["a_game"] > 0
    rates = cards(book_of("tech-war"), games)
    assert len(rates) == 80 and max(rate["played"]["of"] for rate in rates.values()) <= 6
