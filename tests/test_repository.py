"""What holds for the files of the project as a whole: pins, words that must not occur, and the two commands."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.places import assets_dir

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
BLOCK = re.compile(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", re.M | re.S)  # a pin with its hashes
ALLOWED_LUCK = ("match", "players", "lab", "adapters")


def files() -> Iterator[Path]:
    """Every text file that belongs to the project. What uv and git leave in a working copy does not."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.name not in (".git", "uv.lock"))
    for folder in ("game", "tests", "assets", ".ci"):
        for path in (ROOT / folder).rglob("*"):
            if (
                path.is_file()
                and "__pycache__" not in path.parts
                and path.suffix not in (".png", ".ogg", ".wav")
            ):
                yield path


def code() -> dict[str, str]:
    return {str(p.relative_to(ROOT)): p.read_text("utf-8") for p in (ROOT / "game").rglob("*.py")}


def imports(text: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    pins = BLOCK.findall((ROOT / lock).read_text("utf-8"))
    assert len(pins) > 15
    assert [pin.splitlines()[0] for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_pins_name_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert [
        line for line in text.splitlines() if re.match(r"\s*(-i\b|--(extra-)?index|--find-links)", line)
    ] == []


def test_the_tools_come_with_the_very_packages_that_players_have() -> None:
    play, test = (
        {re.sub(r"^ +#.*\n", "", pin, flags=re.M) for pin in BLOCK.findall((ROOT / lock).read_text("utf-8"))}
        for lock in LOCKS
    )
    assert play < test


def test_compiled_packages_are_pinned_for_every_system() -> None:
    """A wheel each for two kinds of processor on three systems and four Pythons, and more."""
    pins = {pin.split("==")[0]: pin for pin in BLOCK.findall((ROOT / LOCKS[0]).read_text("utf-8"))}
    for name in ("pygame-ce", "pydantic-core"):
        assert pins[name].count("--hash") > 24, name
    assert "sys_platform == 'win32'" in pins["colorama"]


def test_no_file_names_a_package_registry() -> None:
    hosts = re.compile(
        "|".join(f"{name}[.]{end}" for name, end in (("pypi", "org"), ("pythonhosted", "org")))
    )
    assert [str(path) for path in files() if hosts.search(path.read_text("utf-8", "replace"))] == []


def test_every_dependency_says_why_it_is_there() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    wanted = [line for line in lines if re.match(r'\s+"[\w\[\]-]+[<>=]', line)]
    assert len(wanted) > 15
    assert [line for line in wanted if not re.search(r"# \w", line)] == []


def test_no_card_is_named_in_the_code() -> None:
    ids = set()
    for file in (assets_dir() / "packs/base/cards").rglob("*.json"):
        ids |= {card["id"] for card in json.loads(file.read_text("utf-8"))["cards"]}
    assert len(ids) >= 80
    # ids of one word may be words of the language too: they count between quotes
    names = "|".join(re.escape(name if "-" in name else f'"{name}"') for name in sorted(ids))
    found = re.compile(f"(?<![\\w-])(?:{names})(?![\\w-])")
    assert {file: hits for file, text in code().items() if (hits := found.findall(text))} == {}


def test_types_hide_no_cycle() -> None:
    assert [file for file, text in code().items() if re.search(r"\bTYPE_" + "CHECKING", text)] == []


def test_only_matches_players_and_the_lab_draw_lots() -> None:
    lucky = [file for file, text in code().items() if "random" in imports(text)]
    assert lucky and [file for file in lucky if file.split("/")[1] not in ALLOWED_LUCK] == []


def test_only_the_window_draws() -> None:
    drawing = [file for file, text in code().items() if "pygame" in imports(text)]
    assert drawing and [file for file in drawing if not file.startswith("game/ui/")] == []


def test_what_makes_the_rules_fast_stays_out_of_them() -> None:
    fast = {"numba", "numpy", "llvmlite", "joblib"}
    users = {file for file, text in code().items() if imports(text) & fast}
    many_games = ("game/lab/", "game/adapters/")
    doors = {"game/engine/compiled.py", "game/players/core.py"}  # the rules' own, and the search's on top of it
    assert {file for file in users if not file.startswith(many_games)} == doors


def test_the_readme_shows_only_what_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"\]\(([^)#:]+)\)", readme) + re.findall(r"`((?:assets|tests|\.ci)/[\w./-]+)`", readme)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_ci_runs_the_line_of_the_readme() -> None:
    section = re.search(r"^## Test$(.*?)^## ", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    assert section is not None
    lines = re.findall(r"^    (\S.*)$", section[1], re.M)
    assert len(lines) == 1 and lines[0].startswith("python3 main.py --test")
    assert "main.py" not in (ROOT / ".ci/run").read_text("utf-8")


@pytest.mark.xdist_group("repository")
def test_a_group_of_tests_is_known_to_the_workers(request: pytest.FixtureRequest) -> None:
    """Or a long preparation is made in each of them."""
    if not request.config.getoption("loadgroup", False):
        pytest.skip("all run in one process")
    assert request.node.nodeid.endswith("@repository")
