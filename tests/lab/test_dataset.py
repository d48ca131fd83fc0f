"""Games as a data set: a first line that explains the rest, games that can be played again, and no secrets."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.cli.app import app
from game.engine import terms as T
from game.engine.notation import parse
from game.engine.rules import apply, legal, mover, outcome, start
from game.engine.view import observe
from game.lab.arena import book_of, play_game
from game.lab.dataset import COLUMNS, dataset

PAIR = ("random", "greedy")


def test_the_first_line_names_every_column() -> None:
    for shape in ("games", "decisions"):
        head, *rows = dataset("sprint", PAIR, 2, "d", shape)
        assert head["schema"] == 1 and head["rows"] == shape and rows
        assert all(list(row) == list(head["columns"]) == list(COLUMNS[shape]) for row in rows)
        assert json.loads(json.dumps([head, *rows])) == [head, *rows]


def test_a_game_is_played_again_from_its_picks() -> None:
    book = book_of("magnet-gambit")
    _, *rows = dataset("magnet-gambit", PAIR, 2, "d", "games")
    for row in rows:
        s = start(book)
        for text in row["picks"]:
            apply(book, s, parse(book, s, text))
        result = outcome(book, s)
        assert result is not None and list(result.returns) == row["returns"]
        assert s.shared[T.TRACK] == row["track"]
        assert {T.US: "us", T.CHINA: "china"}.get(result.winner) == row["winner"]


def test_a_decision_holds_what_the_side_could_see_and_no_more() -> None:
    book = book_of("sprint")
    games = list(dataset("sprint", PAIR, 1, "d", "games"))
    rows = {row["pick"]: row for row in list(dataset("sprint", PAIR, 1, "d", "decisions"))[1:]}
    s, found = start(book), 0
    for number, text in enumerate(games[1]["picks"]):
        who = mover(s)
        if who != T.NATURE:
            row = rows[number]
            assert row["seen"] == list(observe(book, s, who).seen.cells) and T.UNKNOWN in row["seen"]
            assert row["legal"] == legal(book, s) and row["action"] in row["legal"] and row["text"] == text
            assert row["value"] == games[1]["returns"][who]
            found += 1
        apply(book, s, parse(book, s, text))
    assert found == len(rows)


def test_the_cells_of_the_first_line_cover_a_position() -> None:
    head, row = list(dataset("sprint", PAIR, 1, "d", "decisions"))[:2]
    covered = [n for first, last in head["cells"].values() for n in range(first, last)]
    assert sorted(covered) == list(range(len(row["seen"])))


def test_the_same_games_as_everywhere_with_any_number_of_workers() -> None:
    alone = list(dataset("sprint", PAIR, 3, "s", "games"))
    assert list(dataset("sprint", PAIR, 3, "s", "games", workers=2)) == alone
    assert alone[3]["track"] == play_game("sprint", PAIR, "s/2").track


def test_export_writes_a_whole_file_or_none(tmp_path: Path) -> None:
    cli, file = CliRunner(), tmp_path / "new" / "games.jsonl"
    arguments = ["export", str(file), "--scenario", "first-moves", "--games", "2"]
    done = cli.invoke(app, arguments)
    assert done.exit_code == 0 and "2 games" in done.stdout
    assert len(file.read_text("utf-8").splitlines()) == 3
    assert [path.name for path in file.parent.iterdir()] == ["games.jsonl"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--rows", "cards"], 'no rows "cards"'),
        (["--us", "deepthought"], 'no player "deepthought"'),
        (["--scenario", "tech-wra"], 'did you mean "tech-war"'),
        (["--games", "1", "--cluster", "mars://x"], "names no cluster"),
    ],
)
def test_bad_input_to_export_gets_one_message(tmp_path: Path, arguments: list[str], says: str) -> None:
    done = CliRunner().invoke(app, ["export", str(tmp_path / "x.jsonl"), *arguments])
    assert done.exit_code == 2 and says in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "x.jsonl").exists()
