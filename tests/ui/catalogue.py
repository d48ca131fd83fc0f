"""The catalogue of screens: name -> what brings a person there, always the same way, without a process of its own."""

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from game.match import store
from game.match.match import Match
from game.places import saves_dir
from game.ui import svg, worldmap
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.stage import Stage
from tests.ui.harness import Person
from tests.ui.positions import Here

Show = Callable[[Person], None]
SCREENS: dict[str, Show] = {}
SIZES = [((1280, 720), "100"), ((1366, 768), "100"), ((1920, 1080), "100"), ((3840, 2160), "100")]
LARGE = [(size, "125") for size, _ in SIZES]
SCREENFULS = 8  # of pictures are kept on a tour: most boxes are the same on many screens
STAMP = 1_760_000_000  # when saved matches were written


def screen(name: str) -> Callable[[Show], Show]:
    """Put a function into the catalogue."""

    def add(show: Show) -> Show:
        assert name not in SCREENS, name
        SCREENS[name] = show
        return show

    return add


def shown(name: str, size: tuple[int, int] = (1280, 720), scale: str = "100") -> Person:
    """A person who looks at a screen of the catalogue. Saves and settings are those of the environment."""
    person = Person(size, scale)
    person.app.push(MenuScene(person.app))
    SCREENS[name](person)
    settle(person)
    return person


def settle(person: Person) -> None:
    """Until the map is painted and nothing moves."""
    person.frames(2)
    worldmap.finish()
    for _ in range(40):
        person.frames()
        if not person.app.scene.is_moving():
            return


def leave(person: Person) -> None:
    """Close everything that is on the stack."""
    while person.app.scenes:
        person.app.scenes.pop().leave()


def sit(person: Person, match: Match, client: type[Here] = Here) -> PlayScene:
    """At the table, with a computer player that needs no process of its own."""
    scene = PlayScene(person.app, match)
    scene.turns.client.close()
    scene.turns.client = client(match.book)  # type: ignore[assignment]
    scene.adviser.client = client(match.book)  # type: ignore[assignment]
    person.app.push(scene)
    settle(person)
    return scene


def save(match: Match, name: str, age: int = 0) -> None:
    path = store.named_path(name)
    store.save(match, path)
    os.utime(path, (STAMP - age, STAMP - age))


def own_folders(folder: str) -> None:
    """Saves and settings in a folder that a picture may name, one time zone; nothing of the player's is touched."""
    os.chdir(folder)
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    for name in ("saves", "config", "packs"):
        os.environ[f"CHOKEPOINT_{name.upper()}"] = name


def tour(
    size: tuple[int, int], scale: str, names: Iterable[str] | None = None, person: Person | None = None
) -> Iterator[tuple[str, Person]]:
    """One person through all screens, or those named. What was painted for one serves the next, and only what is
    shown in the end is drawn, so this is much faster than `shown` for each. After `own_folders`: it empties the folder
    of saves.
    """
    if person is None:
        with patch.object(svg, "SCREENFULS", SCREENFULS):
            person = Person(size, scale)
        pen = person.app.pen
        pen.another = cache(pen.another)  # type: ignore[method-assign]  # one for all screens of presenter mode
    for name in SCREENS if names is None else names:
        assert saves_dir() == Path("saves")
        shutil.rmtree("saves", ignore_errors=True)
        leave(person)
        person.start_over()
        person.app.push(MenuScene(person.app))
        with _undrawn():
            SCREENS[name](person)
        person.app.rebuild(whole=True)
        settle(person)
        yield name, person
    leave(person)


@contextmanager
def _undrawn() -> Iterator[None]:
    """Nothing is drawn meanwhile: neither nodes nor what moves."""
    with (
        patch.object(Stage, "draw", lambda self, target, whole=False: []),
        patch.object(Stage, "animate", lambda self, target: []),
    ):
        yield
