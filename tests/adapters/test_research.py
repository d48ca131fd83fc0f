"""What `assets/handbook/research.md` shows works as it stands there."""

import re
from pathlib import Path

import pytest

pytest.importorskip("pyspiel", reason="the research extra is not installed")
pytest.importorskip("pettingzoo", reason="the research extra is not installed")

from typer.testing import CliRunner

from game.cli.app import app
from game.lab.dataset import COLUMNS
from game.places import assets_dir

PAGE = (assets_dir() / "handbook/research.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.S)
COMMANDS = re.findall(r"^    python -m game (.*)$", PAGE, re.M)


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_every_piece_of_python_runs(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(
        app, ["export", "games.jsonl", "--rows", "decisions", "--scenario", "first-moves", "--games", "1"]
    )
    assert done.exit_code == 0
    exec(compile(BLOCKS[number], f"research.md {number}", "exec"), {"__name__": "page"})


def test_every_column_is_documented_in_the_words_of_the_file() -> None:
    for shape in COLUMNS.values():
        for name, meaning in shape.items():
            assert f"| {name} | {meaning} |" in PAGE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_options_that_are_shown(command: str) -> None:
    name = command.split()[0]
    text = re.sub(r"\s+", " ", CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "200"}).stdout)
    assert [option for option in re.findall(r"--[a-z-]+", command) if option not in text] == []
