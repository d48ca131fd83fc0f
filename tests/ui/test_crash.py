"""When the game itself fails: plain words, a match kept, a report offered; and when that fails too, at least words."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.match import store
from game.ui import clipboard
from game.ui.app import App, Scene
from game.ui.last_resort import SORRY
from game.ui.nodes import Node
from game.ui.scenes.crash import CrashScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.settings import Settings
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import at
from tests.ui.screens import leave, shown, sit


def fail(*_: object) -> bool:
    raise ZeroDivisionError("a wheel came off")


class Broken(Scene):
    """Fails where it is told to."""

    def __init__(self, app: App, where: str) -> None:
        super().__init__(app)
        self.where = where
        if where in ("update", "is_moving", "movers", "wheel"):
            setattr(self, where, fail)

    def nodes(self) -> list[Node]:
        if self.where == "nodes":
            fail()
        rect = pygame.Rect(100, 100, 200, 80)
        paint = fail if self.where == "paint" else lambda target, box: None
        tip = fail if self.where == "tip" else lambda: ["A tip"]
        return [Node("wheel", rect, paint, act=fail if self.where == "act" else None, tip=tip)]  # type: ignore[arg-type]

    def key(self, event: pygame.event.Event) -> bool:
        return fail() if self.where == "key" else False


def run(app: App, *events: pygame.event.Event) -> None:
    """The real loop, until it has come to rest."""
    pygame.event.clear()
    for event in events:
        pygame.event.post(event)
    pygame.time.set_timer(pygame.QUIT, 700, loops=1)
    app.run()
    pygame.time.set_timer(pygame.QUIT, 0)


def key(code: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="")


PRESS = pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(150, 150))
FOCUS = key(pygame.K_TAB)
WHEEL = pygame.event.Event(pygame.MOUSEWHEEL, y=1)
EVENTS = {"key": [key(pygame.K_x)], "act": [PRESS], "tip": [FOCUS], "wheel": [WHEEL]}


@pytest.mark.parametrize("where", ["nodes", "update", "key", "paint", "is_moving", "movers", "act", "tip", "wheel"])
def test_wherever_a_scene_fails_the_screen_of_last_resort_comes(where: str) -> None:
    app = App(Settings(), (1280, 720))
    app.push(MenuScene(app))
    app.push(Broken(app, where))
    run(app, *EVENTS.get(where, []))
    assert isinstance(app.scene, CrashScene) and "a wheel came off" in app.scene.details
    assert not app.has_failed


# --- the match -----------------------------------------------------------------------------------


@pytest.fixture
def crashed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Somebody whose match failed while it was drawn."""
    person = shown("menu")
    scene = sit(person, at(positions.many_measures))
    scene.saving.autosave()
    with monkeypatch.context() as patch:
        patch.setattr(PlayScene, "nodes", fail)
        run(person.app, key(pygame.K_F5))
        person.app.running = True
    assert isinstance(person.app.scene, CrashScene)
    yield person
    leave(person)


def test_the_match_is_kept_and_its_file_is_named(crashed: Person) -> None:
    path = store.listing()[0].path
    assert path.name in "".join(crashed.texts()).replace(" ", "")
    assert crashed.says("The match is safe.")
    assert store.load(path).actions == at(positions.many_measures).actions


def test_the_match_goes_on_by_a_click_or_by_enter(crashed: Person) -> None:
    crashed.click("go-on")
    assert isinstance(crashed.app.scene, PlayScene)
    assert crashed.app.scene.match.actions == at(positions.many_measures).actions
    assert len(crashed.app.scenes) == 2
    crashed.app.crash("Traceback\nagain")
    crashed.press("enter")
    assert isinstance(crashed.app.scene, PlayScene)


def test_a_match_that_was_never_saved_is_not_called_safe() -> None:
    person = shown("menu")
    sit(person, at(positions.many_measures)).saving.path.unlink(missing_ok=True)
    person.app.crash("Traceback\nZeroDivisionError: a wheel came off")
    person.frames()
    assert not person.says("The match is safe.") and "go-on" not in person.names()
    assert person.says("The match had not been saved yet") and not person.says("No match was being played")
    leave(person)


def test_where_no_match_was_played_none_is_missed() -> None:
    person = shown("crash")
    assert person.says("No match was being played") and not person.says("had not been saved yet")
    leave(person)


def test_escape_leads_to_the_menu_and_q_ends_the_game(crashed: Person) -> None:
    crashed.press("escape")
    assert isinstance(crashed.app.scene, MenuScene)
    crashed.app.crash("Traceback\nagain")
    crashed.press("q")
    assert not crashed.app.running


# --- the report ----------------------------------------------------------------------------------


def test_the_report_is_a_file_with_the_details(crashed: Person, tmp_path: Path) -> None:
    crashed.press("s")
    crashed.click("save-report")
    reports = sorted((tmp_path / "saves").glob("report*.txt"))
    assert len(reports) == 2
    text = reports[0].read_text("utf-8")
    assert "a wheel came off" in text and "Python" in text and "autosave-" in text
    assert str(Path.home()) not in text
    assert crashed.says("Report saved:")


def test_a_report_that_can_not_be_saved_goes_to_the_clipboard(
    crashed: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, text: str) -> None:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr("game.ui.scenes.crash.write_text", refuse)
    crashed.press("s")
    assert crashed.says("can't be saved") and crashed.says("on the clipboard instead")
    assert "a wheel came off" in clipboard.paste()


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("name", ["crash", "crash in a match"])
def test_the_screen_can_be_read_and_used_by_keys_in_every_size(name: str, size: tuple[int, int], scale: str) -> None:
    person = shown(name, size, scale)
    assert person.flaws() == []
    for found in person.names():
        person.reach(found)
    leave(person)


def test_what_an_error_says_is_shown_as_it_is() -> None:
    person = shown("menu")
    person.app.crash("Traceback\nKeyError: '{gain:+2} and **bold**'")
    assert person.says("KeyError: '(gain:+2}")
    leave(person)


# --- the last of all -----------------------------------------------------------------------------


@pytest.mark.parametrize("broken", ["nodes", "__init__"])
def test_a_crash_of_the_crash_screen_ends_with_words_and_a_report_and_no_lost_match(
    broken: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    person = shown("menu")
    scene = sit(person, at(positions.many_measures))
    scene.saving.autosave()
    path = scene.saving.path
    before = path.read_bytes()
    monkeypatch.setattr(PlayScene, "nodes", fail)
    monkeypatch.setattr(CrashScene, broken, fail)
    run(person.app, key(pygame.K_F5))
    told = capsys.readouterr().err
    assert SORRY in told and f"The match is safe: {path}" in told and "last-report.txt" in told
    assert "a wheel came off" in (tmp_path / "saves" / "last-report.txt").read_text("utf-8")
    assert path.read_bytes() == before
    assert person.app.has_failed and not person.app.running
    monkeypatch.undo()
    scene.leave()


def test_the_report_of_a_crash_screen_that_failed_begins_with_what_failed_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = shown("menu")
    person.app.crash("Traceback\nOSError: the first failure")
    monkeypatch.setattr(CrashScene, "nodes", fail)
    run(person.app, key(pygame.K_F5))
    report = (tmp_path / "saves" / "last-report.txt").read_text("utf-8")
    assert report.index("the first failure") < report.index("a wheel came off")


def test_a_scene_that_can_not_even_say_what_it_keeps_does_no_further_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    person = shown("menu")
    broken = Broken(person.app, "nodes")
    monkeypatch.setattr(broken, "kept_in", fail)
    person.app.push(broken)
    run(person.app)
    assert isinstance(person.app.scene, CrashScene)


def test_the_program_ends_with_an_error_code_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.ui import start

    ends: Callable[[App], None] = lambda self: setattr(self, "has_failed", True)  # noqa: E731
    monkeypatch.setattr(App, "run", ends)
    monkeypatch.setattr(pygame, "quit", lambda: None)  # fonts that other tests keep would be of no use
    assert start.main([]) == 1
