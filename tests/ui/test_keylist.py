"""Keys: every one that a screen obeys is in the list, and every screen can be reached."""

import re
from pathlib import Path

import pygame
import pytest

import game.ui
from game.ui.keys import CLASS, ELSEWHERE, EVERYWHERE, FORECAST, HAND, MENU, PLAY, RESULT, VOTE, Key
from game.ui.scenes.end import EndScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.presenter import PresenterScene
from game.ui.scenes.settings import SettingsScene
from tests.ui import positions
from tests.ui.harness import Person
from tests.ui.positions import at
from tests.ui.screens import leave, sit
from tests.ui.seated import seated

SOURCES = sorted(Path(game.ui.__file__).parent.rglob("*.py"))
ASIDE = ("keys", "entry", "held")  # the tables themselves; a field takes all that one types; what repeats
ALSO = {
    "menu": MENU,
    "end": RESULT,
    "crash": MENU,
    "saves": MENU,
    "roles": CLASS,
    "vote": VOTE,
    "inject": CLASS,
    "foretell": FORECAST,
    "classsetup": CLASS,
    "classend": CLASS,
}  # whose keys a screen obeys besides


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.stem not in ASIDE], ids=lambda path: path.stem
)
def test_every_key_that_a_screen_obeys_is_in_the_list(path: Path) -> None:
    keys = PLAY + HAND + EVERYWHERE + ELSEWHERE + ALSO.get(path.stem, ())
    listed = {code for key in keys for code in (key.code, *key.also)}
    used = {getattr(pygame, name) for name in re.findall(r"pygame\.(K_\w+)", path.read_text("utf-8"))}
    assert not [pygame.key.name(code) for code in used - listed]


def over() -> tuple[Person, PlayScene]:
    """At the table of a match that has ended, after its result was seen."""
    person = Person((1280, 720))
    scene = sit(person, at(positions.scored, "sprint"))
    person.frames(3)
    assert isinstance(person.app.scene, EndScene)
    person.press("t")
    assert person.app.scene is scene
    return person, scene


@pytest.mark.parametrize("how", ["key", "button"])
def test_from_the_table_one_comes_back_to_the_result(how: str) -> None:
    person, scene = over()
    assert person.says("E: the result")
    if how == "key":
        person.press("e")
    else:
        person.click("do:result")
    assert isinstance(person.app.scene, EndScene)
    person.press("t")
    assert person.app.scene is scene
    leave(person)


def test_there_is_no_result_before_the_end() -> None:
    person, scene, _ = seated((1280, 720))
    person.press("e")
    assert person.app.scene is scene and person.app.stage.get("do:result") is None
    leave(person)


@pytest.mark.parametrize(("name", "kind"), [("presenter", PresenterScene), ("settings", SettingsScene)])
def test_presenter_mode_and_settings_have_buttons_with_their_keys_on_the_table(name: str, kind: type) -> None:
    person, scene, _ = seated((1280, 720))
    cap = {"presenter": "F2", "settings": "F3"}[name]
    assert cap in [piece.text for node, piece in person.app.stage.written() if node.name == f"do:{name}"]
    person.reach(f"do:{name}")
    person.press("enter")
    assert isinstance(person.app.scene, kind)
    leave(person)


@pytest.mark.parametrize("key", RESULT, ids=lambda key: key.name)
def test_the_result_obeys_its_table(key: Key) -> None:
    person, scene = over()
    scene.doors.end()
    person.frames()
    end = person.app.scene
    person.app.handle(pygame.event.Event(pygame.KEYDOWN, key=key.code, mod=0, unicode=""))
    person.frames()
    assert person.app.scene is not end
    leave(person)


@pytest.mark.parametrize("key", [key for key in MENU if key.name != "continue"], ids=lambda key: key.name)
def test_the_menu_obeys_its_table(key: Key) -> None:
    person = Person((1280, 720))
    person.app.push(MenuScene(person.app))
    person.frames()
    menu = person.app.scene
    person.app.handle(pygame.event.Event(pygame.KEYDOWN, key=key.code, mod=0, unicode=""))
    assert person.app.scene is not menu or not person.app.running
