"""The first start: what main.py does before the game's own packages are there."""

import ast
import importlib.util
import io
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parent.parent
MAIN = ROOT / "main.py"
spec = importlib.util.spec_from_file_location("start_main", MAIN)
assert spec is not None and spec.loader is not None
start_main = importlib.util.module_from_spec(spec)
spec.loader.exec_module(start_main)

NOTHING_FOUND = "ERROR: No matching distribution found for {}\n"


class Machine:
    """Stands in for the interpreters and pip that main.py calls, and remembers what they were asked."""

    def __init__(self, venv: Path) -> None:
        self.venv = venv
        self.commands: list[list[str]] = []
        self.said = ""  # by the venv module, when it fails
        self.has_pip = False
        self.has_ensurepip = False
        self.missing: set[str] = set()  # packages that pip can't find

    def run(self, command: list[str], **_: object) -> SimpleNamespace:
        self.commands.append(command)
        if "--clear" in command:
            (self.venv / "pyvenv.cfg").write_text("made by main.py")
            return SimpleNamespace(returncode=int(bool(self.said)), stdout=self.said, stderr="")
        able = self.has_ensurepip if "ensurepip" in command[-1] else self.has_pip
        return SimpleNamespace(returncode=int(not able), stdout="", stderr="")

    def popen(self, command: list[str], **_: object) -> "Pip":
        self.commands.append(command)
        pins = re.findall(r"^(\S+)==", Path(command[-1]).read_text(), re.M)
        lost = [name for name in pins if name in self.missing]
        if lost:
            return Pip(NOTHING_FOUND.format(f"{lost[0]}==1"), 1)
        site = self.venv / "lib/python3.11/site-packages"
        for name in start_main.FOLDERS:
            (site / name).mkdir(parents=True, exist_ok=True)
        python = start_main.venv_python(self.venv)
        python.parent.mkdir(exist_ok=True)
        python.touch()
        return Pip("".join(f"Collecting {name}==1 (from -r x)\n" for name in pins), 0)

    def cleared(self) -> bool:
        return any("--clear" in command for command in self.commands)

    def installs(self) -> list[list[str]]:
        return [command for command in self.commands if "install" in command]


class Pip:
    def __init__(self, said: str, returncode: int) -> None:
        self.stdout = io.BytesIO(said.encode())
        self.returncode = returncode

    def __enter__(self) -> "Pip":
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    return tmp_path / ".venv"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    (tmp_path / "requirements-dev.lock").write_text("numba==1\npygame-ce==1\npytest==1\n")
    file = tmp_path / "requirements.lock"
    file.write_text("numba==1\npygame-ce==1\n")
    return file


@pytest.fixture
def machine(venv: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine(venv)
    monkeypatch.setattr(subprocess, "run", made.run)
    monkeypatch.setattr(subprocess, "Popen", made.popen)
    venv.mkdir()
    return made


@pytest.fixture
def ran(machine: Machine, lock: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What `start` goes on with, where nothing but Python is there at first."""
    seen: list[list[str]] = []
    monkeypatch.setattr(start_main, "HERE", lock.parent)
    monkeypatch.setattr(start_main, "VENV", machine.venv)
    monkeypatch.setattr(start_main, "has_packages", lambda: False)
    monkeypatch.setattr(start_main, "hand_over", lambda _, arguments, **__: seen.append(arguments) or 0)
    monkeypatch.setattr(start_main, "run_here", lambda arguments: seen.append(["here", *arguments]) or 0)
    monkeypatch.setenv(start_main.HANDED_OVER, "")
    monkeypatch.chdir(lock.parent)
    return seen


def test_a_first_start_makes_the_environment_and_a_second_finds_it(machine, venv, lock, ran):
    assert start_main.start([]) == start_main.start([]) == 0
    assert machine.cleared() and len(machine.installs()) == 1
    assert "--require-hashes" in machine.installs()[0]
    assert ran == [[str(lock.parent / "main.py")]] * 2


def test_arguments_reach_the_game(ran, lock):
    start_main.start(["--load", "match.json"])
    assert ran == [[str(lock.parent / "main.py"), "--load", "match.json"]]


def test_tests_run_with_the_tools_and_the_rest_goes_to_pytest(machine, ran):
    start_main.start(["--test", "-n", "2"])
    assert ran == [["-m", "pytest", "-n", "2"]]
    assert machine.installs()[0][-1].endswith("requirements-dev.lock")


def test_what_the_tests_installed_is_enough_to_play(machine, ran):
    start_main.start(["--test"])
    start_main.start([])
    assert len(machine.installs()) == 1


def test_an_environment_that_has_all_it_takes_is_used_as_it_is(machine, ran, monkeypatch):
    monkeypatch.setattr(start_main, "has_packages", lambda: True)
    start_main.start(["--version"])
    assert ran == [["here", "--version"]] and not machine.commands


def test_changed_pins_are_installed_anew_without_starting_over(machine, venv, lock):
    start_main.make_environment(venv, lock, None)
    lock.write_text("numba==2\npygame-ce==1\n")
    assert not start_main.is_ready(venv, lock)
    machine.commands.clear()
    machine.has_pip = True
    start_main.make_environment(venv, lock, None)
    assert start_main.is_ready(venv, lock) and not machine.cleared()


def test_an_environment_that_lost_a_package_is_made_anew(machine, venv, lock):
    start_main.make_environment(venv, lock, None)
    (venv / "lib/python3.11/site-packages/pydantic").rmdir()
    assert not start_main.is_ready(venv, lock)
    machine.commands.clear()
    machine.has_pip = True  # it would tell us that all is installed
    start_main.make_environment(venv, lock, None)
    assert start_main.is_ready(venv, lock) and machine.cleared()


def test_an_unusable_environment_is_not_tried_for_ever(ran, monkeypatch):
    monkeypatch.setenv(start_main.HANDED_OVER, "1")
    with pytest.raises(start_main.CannotStart, match="Delete that folder"):
        start_main.start([])
    assert ran == []


def test_somebody_elses_environment_gets_pip_instead_of_being_deleted(machine, venv, lock):
    (venv / "pyvenv.cfg").write_text("made by another tool")
    machine.has_ensurepip = True
    start_main.make_environment(venv, lock, None)
    assert start_main.is_ready(venv, lock) and not machine.cleared()


def test_what_is_no_environment_is_never_deleted(machine, venv, lock):
    (venv / "thesis.txt").write_text("mine")
    with pytest.raises(start_main.CannotStart, match="in the way"):
        start_main.make_environment(venv, lock, None)
    assert not machine.cleared()


def test_a_half_made_environment_is_made_anew(machine, venv, lock):
    (venv / "bin").mkdir()
    start_main.make_environment(venv, lock, None)
    assert start_main.is_ready(venv, lock) and machine.cleared()


def test_a_failed_download_says_what_to_do_and_is_tried_again(machine, venv, lock):
    machine.missing = {"pygame-ce"}
    with pytest.raises(start_main.CannotStart, match="(?s)No matching.*No network.*--wheels") as told:
        start_main.make_environment(venv, lock, None)
    assert str(venv / "install.log") in str(told.value) and (venv / "install.log").exists()
    assert not start_main.is_ready(venv, lock)


def test_a_machine_without_a_compiler_for_the_lab_plays_without_it(machine, venv, lock, capsys):
    machine.missing = {"numba"}
    start_main.make_environment(venv, lock, None)
    assert start_main.is_ready(venv, lock)
    assert "plays without it" in capsys.readouterr().out
    assert Path(machine.installs()[-1][-1]).read_text() == "pygame-ce==1\n"


def test_wheels_are_used_without_asking_the_network(machine, venv, lock):
    start_main.make_environment(venv, lock, "/media/stick")
    assert "--no-index" in machine.installs()[0] and "/media/stick" in machine.installs()[0]


@pytest.mark.parametrize("arguments", [["--wheels"], ["--wheels", "nowhere"]])
def test_wheels_without_a_folder_are_explained(arguments, ran):
    with pytest.raises(start_main.CannotStart, match="--wheels FOLDER"):
        start_main.start(arguments)


def test_a_missing_venv_module_names_the_package_to_install(machine, venv, lock):
    machine.said = "ensurepip is not available"
    with pytest.raises(start_main.CannotStart, match=r"apt install python3\.\d+-venv"):
        start_main.make_environment(venv, lock, None)


def test_a_folder_closed_to_the_player_is_named(machine, venv, lock, monkeypatch):
    monkeypatch.setattr(start_main.os, "access", lambda *_: False)
    with pytest.raises(start_main.CannotStart, match=re.escape(str(venv)) + ".*may not be written"):
        start_main.make_environment(venv, lock, None)
    assert not machine.commands


def test_pips_lines_become_progress(monkeypatch, capsys):
    pip = "Ignoring colorama: no\nCollecting rich==15.0.0 (from x)\n  Downloading rich.whl (59.7 MB)\n"
    pip += "Processing /a b/typer-0.29.whl (from x)\n"
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: Pip(pip, 0))
    start_main.follow(["pip"], "colorama==1\nrich==15\ntyper==0\n")
    shown = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert shown == ["[ 1/2] rich 15.0.0", "59.7 MB to download", "[ 2/2] typer-0.29.whl"]


def test_an_old_python_can_read_the_file_and_is_told_so(monkeypatch):
    source = MAIN.read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))
    monkeypatch.setattr(sys, "version_info", (3, 6, 1, "final", 0))
    with pytest.raises(SystemExit, match=r"3\.11 or newer; this is 3\.6\.1"):
        exec(compile(source, "main.py", "exec"), {"__name__": "__main__"})


def test_the_packages_asked_for_are_those_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    least = dict(re.fullmatch(r"([\w-]+)[>=]=([\d.]+).*", line).groups() for line in project["dependencies"])
    asked = {name: ".".join(map(str, number)) for name, number in start_main.NEEDED.items()}
    assert asked.items() <= least.items()
    assert set(least) - set(asked) == {"numba", "numpy", "joblib"}  # the lab's


def test_this_environment_has_the_packages_and_older_ones_would_not_do(monkeypatch):
    assert start_main.has_packages()
    monkeypatch.setitem(start_main.NEEDED, "pydantic", (999,))
    assert not start_main.has_packages()
    monkeypatch.setattr(start_main, "NEEDED", {"no-such-package-at-all": (1,)})
    assert not start_main.has_packages()
