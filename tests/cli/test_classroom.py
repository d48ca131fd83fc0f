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
