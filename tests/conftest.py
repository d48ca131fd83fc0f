"""Shared by all tests: no screen, no sound, and never the player's own files."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from game.content.compile import load_base, rulebook
from game.content.pack import Pack
from game.engine.rulebook import Rulebook

# Python looks for what nobody needs any more after every 700 things made, and through everything all too often: with
# the game, its rules and thousands of tests in memory that was a fifth of what the monkey took.
gc.set_threshold(20_000, 10, 10)


@pytest.hookimpl(trylast=True)  # after they were shuffled
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What others wait for begins first, then what takes minutes, groups before single tests, so that no core waits for
    another's last test.
    """
    first = ("compiles", "long", "xdist_group")
    items.sort(key=lambda item: [item.get_closest_marker(name) is None for name in first])
    for item in items:
        keep_with_its_group(item)


def keep_with_its_group(item: pytest.Item) -> None:
    """pytest-xdist 3.8 writes the group of a test into `_nodeid`, where pytest 9.2 no longer reads it: every test was a
    group of its own, and two workers made the same long preparation.
    """
    named = getattr(item, "_nodeid", item.nodeid)
    if named != item.nodeid:
        item._id = type(item.id).parse(named)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Saves and settings of a test go to its own folder, and packs that the developer plays with don't matter."""
    for name in ("saves", "config", "packs"):
        monkeypatch.setenv(f"CHOKEPOINT_{name.upper()}", str(tmp_path / name))
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")  # importing PettingZoo sets another one
    yield


@pytest.fixture(autouse=True)
def fonts_live_on() -> Iterator[None]:
    """A test that shuts pygame down in this process makes fonts useless that others keep: here it fails itself."""
    had_fonts = has_fonts()
    yield
    assert not had_fonts or has_fonts(), "pygame was shut down in the process of the tests"


def has_fonts() -> bool:
    """Whether pygame's fonts can be used; engine tests run without pygame."""
    module = sys.modules.get("pygame.font")
    return module is not None and bool(module.get_init())


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_base()


@pytest.fixture(scope="session")
def book(pack: Pack) -> Rulebook:
    """The main scenario."""
    return rulebook(pack, "tech-war")
