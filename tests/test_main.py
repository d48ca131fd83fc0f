"""The first start: what main.py does before the game's own packages are there."""

import importlib.util
import re
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parent.parent
spec = importlib.util.spec_from_file_location("start_main", ROOT / "main.py")
assert spec is not None and spec.loader is not None
start_main = importlib.util.module_from_spec(spec)
spec.loader.exec_module(start_main)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "requirements.lock"
    file.write_text("nothing==1\n")
    return file


class Runner:
    """Stands in for subprocess.run and remembers what it was asked."""

    def __init__(self, failing: str = "", said: str = "") -> None:
        self.failing, self.said, self.commands = failing, said, list[list[str]]()

    def __call__(self, command, **_):  # type: ignore[no-untyped-def]
        words = [str(word) for word in command]
        self.commands.append(words)
        if "venv" in words and "--clear" in words and self.failing != "venv":
            python = start_main.venv_python(Path(words[-1]))
            python.parent.mkdir(parents=True)
            python.touch()
        code = 1 if self.failing and self.failing in words else 0
        return SimpleNamespace(returncode=code, stdout=self.said, stderr="")


def test_a_first_start_makes_the_environment_and_a_second_finds_it(
    tmp_path: Path, lock: Path, monkeypatch
) -> None:  # type: ignore[no-untyped-def]
    runner = Runner("--version")  # there is no interpreter with pip yet
    monkeypatch.setattr(subprocess, "run", runner)
    venv = tmp_path / ".venv"
    assert not start_main.is_ready(venv, lock)
    start_main.make_environment(venv, lock, None)
    assert start_main.is_ready(venv, lock)
    assert any("--require-hashes" in command for command in runner.commands)


def test_changed_pins_are_installed_anew(tmp_path: Path, lock: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(subprocess, "run", Runner("--version"))
    start_main.make_environment(tmp_path / ".venv", lock, None)
    lock.write_text("nothing==2\n")
    assert not start_main.is_ready(tmp_path / ".venv", lock)


def test_a_failed_download_says_what_to_do_and_is_tried_again(
    tmp_path: Path, lock: Path, monkeypatch
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(subprocess, "run", Runner("install"))
    with pytest.raises(start_main.CannotStart, match="(?s)No network.*--wheels"):
        start_main.make_environment(tmp_path / ".venv", lock, None)
    assert not start_main.is_ready(tmp_path / ".venv", lock)


def test_wheels_are_used_without_asking_the_network(tmp_path: Path, lock: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    runner = Runner("--version")
    monkeypatch.setattr(subprocess, "run", runner)
    start_main.make_environment(tmp_path / ".venv", lock, "/media/stick")
    install = next(command for command in runner.commands if "install" in command)
    assert "--no-index" in install and "/media/stick" in install


def test_a_missing_venv_module_names_the_package_to_install(tmp_path: Path, lock: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(subprocess, "run", Runner("venv", "ensurepip is not available"))
    monkeypatch.setattr(start_main, "works", lambda _: False)
    with pytest.raises(start_main.CannotStart, match=r"apt install python3\.\d+-venv"):
        start_main.make_environment(tmp_path / ".venv", lock, None)


def test_an_old_python_is_told_so(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(start_main.sys, "version_info", (3, 9, 1))
    with pytest.raises(start_main.CannotStart, match=r"3\.11 or newer; this is 3\.9\.1"):
        start_main.start([])


def test_pins_have_hashes_and_name_no_registry() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert "://" not in text and "--index" not in text
        for pin in re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, re.M | re.S):
            assert "--hash=sha256:" in pin, pin.splitlines()[0]


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    pins = [line for line in lines if re.match(r'\s+"[a-z0-9_\[\]-]+[<>=]', line)]
    assert len(pins) > 15 and all("#" in line for line in pins)


def test_no_card_is_named_in_the_code() -> None:
    import json

    ids = set()
    for file in (ROOT / "assets/packs/base/cards").rglob("*.json"):
        ids |= {card["id"] for card in json.loads(file.read_text("utf-8"))["cards"]}
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "game").rglob("*.py"))
    # the example in the notation's docstring speaks of cards that no pack has
    assert not sorted(name for name in ids if f'"{name}"' in code)


def test_the_ci_runs_the_line_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    line = re.search(r"^## Test.*?^    (\S.*)$", readme, re.M | re.S)
    assert line is not None and line[1].startswith("python3 main.py --test")
