"""What a teacher does at the command line, as it is typed."""

import json
from pathlib import Path

import pytest

from game.content.pack import Pack
from game.match import store

from ..classroom.test_debrief import played
from .test_cli import said


@pytest.fixture
def saved(pack: Pack, tmp_path: Path) -> Path:
    path = tmp_path / "m.json"
    store.save(played(pack, "first-moves", "cli", 400), path)
    return path


def test_a_class_file_goes_from_the_report_to_the_desk(saved: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    assert said("report", str(saved), "--out", str(stick / "table-1.json"))[0] == 0
    (stick / "broken.json").write_text("{")
    page, table = tmp_path / "class.html", tmp_path / "class.csv"
    code, out, _ = said("desk", str(stick), "--out", str(page), "--csv", str(table))
    assert code == 0 and "1 match." in out and "Not counted: broken.json" in out
    assert page.read_text("utf-8").startswith("<!doctype html>") and len(table.read_text().splitlines()) == 3
    code, out, _ = said("desk", str(stick), "--json")
    assert code == 0 and json.loads(out)["matches"] == 1
    assert json.loads(out)["not_counted"][0]["kind"] == "unreadable"


def test_a_desk_without_a_folder_is_a_message(tmp_path: Path) -> None:
    code, _, error = said("desk", str(tmp_path / "nowhere"))
    assert code == 2 and "is not a folder" in error


def test_what_if_lists_decisions_and_compares_one(saved: Path, tmp_path: Path) -> None:
    code, out, _ = said("whatif", str(saved))
    rows = [line for line in out.splitlines() if "[play " in line]
    at = rows[0].split()[1]
    assert code == 0 and rows
    page = tmp_path / "w.html"
    code, out, _ = said("whatif", str(saved), "--at", at, "--out", str(page))
    assert code == 0 and "what if" in out.splitlines()[0] and "<svg" in page.read_text("utf-8")
    code, out, _ = said("whatif", str(saved), "--at", at, "--instead", "pass", "--json")
    assert code == 0 and json.loads(out)["instead"] == ["pass"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--at", "1"), "no decision begins"),
        (("--instead", "pass"), "say with --at"),
        (("--at", "MOVE", "--instead", "fly"), "is no action"),
        (("--at", "MOVE", "--instead", "accept"), "is not legal now"),
    ],
)
def test_a_change_that_can_not_be_made_is_a_message(
    saved: Path, arguments: tuple[str, ...], says: str
) -> None:
    out = said("whatif", str(saved))[1]
    move = next(line for line in out.splitlines() if "[play " in line).split()[1]
    code, _, error = said("whatif", str(saved), *(move if word == "MOVE" else word for word in arguments))
    assert code == 2 and says in error


def test_sheets_are_written_alone_or_all_with_a_page_that_leads_to_them(tmp_path: Path) -> None:
    code, out, _ = said("print", "rubric", "--out", str(tmp_path / "one"))
    assert code == 0 and [file.name for file in (tmp_path / "one").iterdir()] == ["rubric.html"]
    code, out, _ = said("print", "--out", str(tmp_path / "all"))
    index = (tmp_path / "all" / "index.html").read_text("utf-8")
    for file in (tmp_path / "all").iterdir():
        assert file.name == "index.html" or f'href="{file.name}"' in index
    code, _, error = said("print", "poster", "--out", str(tmp_path))
    assert code == 2 and "there are: teacher-notes" in error


def test_the_bell_plans_a_lesson(pack: Pack) -> None:
    code, out, _ = said("bell", "60", "--people", "2")
    assert code == 0 and "12-42  play" in out and "Magnet Gambit: 4 of 5 rounds" in out
    code, out, _ = said("bell", "100", "--people", "30", "--json")
    data = json.loads(out)
    assert code == 0 and sum(data["lesson"].values()) == 100 and data["match"]["seconds"] >= 60
    code, _, error = said("bell", "20")
    assert code == 2 and "at least 30 minutes" in error
