"""Two hundred thousand random clicks and keys over all screens: no failure, always a way on, always a way back."""

import os
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random

import pytest

from game.ui import scenes
from game.ui.app import Scene
from game.ui.scenes.bulletin import BulletinScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.foretell import Large
from tests.ui import screens
from tests.ui.catalogue import SCREENS, own_folders, tour
from tests.ui.harness import Person
from tests.ui.hasty import hurry
from tests.ui.monkey import Monkey

assert screens.SCREENS  # the catalogue is full
SEEDS, EPISODES, ACTS = 20, 40, 250  # together 200,000
# One screen of each kind begins an episode of every seed, so that every seed comes to all of them.
KINDS = (
    *("menu", "setup", "saved matches", "settings", "all cards", "handbook", "crash"),
    *("table", "card:", "deal", "the round report", "log", "ledger", "charts", "presenter", "curtain"),
    *("end by", "debrief", "lesson:", "replay", "what if", "try again", "teacher's desk", "class report"),
    *("questionnaire", "class setup", "class table", "class frozen", "class vote", "class roles", "class forecast"),
    *("class forecast, what came", "class injects", "class presenter", "class end", "class setup: start position"),
    *("editor: begin from", "editor: problems", "balance"),
)


@pytest.fixture(scope="module")
def person() -> Person:
    """One for all seeds of a worker: what was measured for one serves the next."""
    return Person((1280, 720), "100")


@pytest.fixture(autouse=True)
def in_a_hurry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_folders(str(tmp_path))
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    hurry(monkeypatch)


def starts(rng: Random) -> list[str]:
    """Where the episodes of a seed begin: at a screen of each kind, and at some others."""
    kinds = [[name for name in SCREENS if name.startswith(kind)] for kind in KINDS]
    first = [kind if kind in SCREENS else rng.choice(names) for kind, names in zip(KINDS, kinds, strict=True)]
    return first + rng.sample(list(SCREENS), EPISODES - len(first))


def kinds_of_scenes() -> set[type[Scene]]:
    for module in iter_modules(scenes.__path__):
        import_module(f"{scenes.__name__}.{module.name}")
    found = {scene for scene in below(Scene) if scene.__module__.startswith(scenes.__name__)}
    return found - {Large}  # nothing is only that


def below(kind: type[Scene]) -> set[type[Scene]]:
    """All subclasses."""
    found = set(kind.__subclasses__())
    return found.union(*(below(scene) for scene in found))


def let_loose(person: Person, seed: int, names: list[str], acts: int) -> Counter[type[Scene]]:
    """How often the monkey acted on which screen. Raises AssertionError with what it did before a failure."""
    done: Counter[type[Scene]] = Counter()
    for n, (name, someone) in enumerate(tour((1280, 720), "100", names, person)):
        monkey = Monkey(someone, f"{seed} {n} {name}")
        try:
            monkey.play(acts)
            monkey.go_back()
        except Exception as error:
            raise AssertionError(f'{error!r} after "{name}" and {monkey.done[-8:]}') from error
        done += monkey.acts
    return done


@pytest.mark.long
@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_is_clicked_and_typed_the_game_goes_on(person: Person, seed: int) -> None:
    done = let_loose(person, seed, starts(Random(seed)), ACTS)
    assert done.total() >= EPISODES * ACTS
    assert set(done) == kinds_of_scenes(), "some screens were never acted on"


# --- what the monkey is worth -----------------------------------------------------------------------


def fails(*rest: object) -> bool:
    raise ZeroDivisionError("a wheel came off")


def test_a_failure_on_a_seldom_seen_screen_is_found(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BulletinScene, "wheel", fails)
    with pytest.raises(AssertionError, match="a wheel came off"):
        let_loose(person, 0, ["the round report"] * 9, 100)


def test_a_screen_that_escape_does_not_leave_is_found(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CurtainScene, "key", lambda scene, event: True)
    with pytest.raises(AssertionError, match="15 Escapes did not lead from CurtainScene to the menu"):
        let_loose(person, 0, ["curtain"] * 9, 1)


def test_an_escape_out_of_the_game_is_found(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CurtainScene, "menu", lambda scene: setattr(scene.app, "running", False))
    with pytest.raises(AssertionError, match="Escape ended the game on the way back from CurtainScene"):
        let_loose(person, 0, ["curtain"] * 9, 1)


def test_a_screen_on_which_nothing_can_be_done_is_found(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CurtainScene, "nodes", lambda scene: [])
    with pytest.raises(AssertionError, match="nothing can be done on CurtainScene"):
        let_loose(person, 0, ["curtain"] * 9, 1)
