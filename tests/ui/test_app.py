"""The loop: scenes, messages, sizes, slow screens, the trace."""

import json
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.ui.app import App, Scene
from game.ui.nodes import Node
from game.ui.settings import Settings, load_settings
from game.ui.window import first_size
from tests.ui.harness import Person


class Named(Scene):
    def __init__(self, app: App, name: str) -> None:
        super().__init__(app)
        self.name = name
        self.log: list[str] = []

    def nodes(self) -> list[Node]:
        return [Node(self.name, pygame.Rect(10, 10, 50, 50), lambda target, box: None, act=lambda: None)]

    def entered(self) -> None:
        self.log.append("entered")

    def leave(self) -> None:
        self.log.append("left")


class Once(Named):
    """Its button is gone once it was clicked."""

    def nodes(self) -> list[Node]:
        return [] if "acted" in self.log else [replace(node, act=self.act) for node in super().nodes()]

    def act(self) -> None:
        self.log.append("acted")


class Other(Named):
    pass


# --- scenes --------------------------------------------------------------------------------------


def test_the_second_of_two_clicks_in_one_frame_meets_what_the_first_has_left() -> None:
    person = Person()
    scene = Once(person.app, "a")
    person.app.push(scene)
    person.frames()
    for _ in range(2):
        person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(20, 20)))
    assert scene.log.count("acted") == 1


def test_scenes_are_a_stack_and_the_last_one_ends_the_game() -> None:
    person = Person()
    a, b, c = (Named(person.app, name) for name in "abc")
    person.app.push(a)
    person.app.push(b)
    assert person.names() == ["b"]
    person.app.replace(c)
    assert person.names() == ["c"]
    person.app.pop()
    assert person.names() == ["a"]
    assert (a.log, b.log, c.log) == (["entered", "entered"], ["entered", "left"], ["entered", "left"])
    person.app.pop()
    assert not person.app.running


def test_back_to_the_first_scene_leaves_all_others() -> None:
    person = Person()
    scenes = [Named(person.app, name) for name in "abc"]
    for scene in scenes:
        person.app.push(scene)
    person.app.pop_to_first()
    assert person.names() == ["a"]
    assert [scene.log[-1] for scene in scenes] == ["entered", "left", "left"]


def test_scenes_that_lead_to_each_other_do_not_pile_up() -> None:
    person = Person()
    app = person.app
    a, b = Named(app, "a"), Once(app, "b")
    for scene in (a, b, Other(app, "c"), Once(app, "d")):
        app.turn_to(scene)
    assert [type(scene) for scene in app.scenes] == [Named, Once]
    assert a.log == ["entered"] and b.log == ["entered", "left"]


def test_a_message_goes_after_its_time() -> None:
    person = Person()
    person.app.push(Named(person.app, "a"))
    person.app.say("Saved: somewhere", 1.0)
    assert person.says("Saved: somewhere")
    person.frames(25)
    assert not person.says("Saved: somewhere")


def test_closing_the_window_ends_the_loop() -> None:
    person = Person()
    person.app.push(Named(person.app, "a"))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    person.app.run()
    assert not person.app.running


class Broken(Named):
    def update(self, seconds: float) -> bool:
        raise ValueError("a wheel came off")


def test_a_scene_that_fails_is_replaced_by_the_screen_of_last_resort(tmp_path: Path) -> None:
    trace = tmp_path / "trace.jsonl"
    app = App(Settings(), (1280, 720), trace)
    app.push(Named(app, "menu"))
    app.push(Broken(app, "broken"))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_UNKNOWN, mod=0, unicode=""))
    for event in (pygame.KEYDOWN, pygame.KEYUP, pygame.KEYDOWN):
        pygame.event.post(pygame.event.Event(event, key=pygame.K_ESCAPE, mod=0, unicode=""))
    pygame.time.set_timer(pygame.QUIT, 300, loops=1)
    app.run()
    written = [json.loads(line)[1:] for line in trace.read_text("utf-8").splitlines()]
    assert any(line[0] == "crash" and "a wheel came off" in line[1] for line in written)
    assert ["scene", "CrashScene"] in written


# --- windows -------------------------------------------------------------------------------------


def test_a_resized_window_gets_a_new_pen_and_everything_is_drawn_anew() -> None:
    person = Person((1280, 720))
    person.app.push(Named(person.app, "a"))
    person.frames()
    person.app.screen = pygame.display.set_mode((1600, 900), pygame.RESIZABLE)
    person.app.handle(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=1600, y=900))
    person.frames()
    assert person.app.canvas.get_size() == (1600, 900)
    assert person.app.pen.width == 1600
    assert person.is_same_when_drawn_anew()


def test_a_window_that_is_too_small_shows_a_smaller_picture_and_can_be_clicked() -> None:
    person = Person((640, 360))
    clicked = []
    scene = Named(person.app, "a")
    person.app.push(scene)
    person.frames()
    assert person.app.canvas.get_size() == (1280, 720)
    node = Node("a", pygame.Rect(800, 400, 100, 60), lambda t, b: None, act=lambda: clicked.append(1))
    scene.nodes = lambda: [node]  # type: ignore[method-assign]
    person.app.rebuild()
    person.frames()
    person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(425, 215)))
    assert clicked == [1]


def test_full_screen_is_toggled_and_remembered() -> None:
    person = Person()
    person.app.push(Named(person.app, "a"))
    person.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode=""))
    assert load_settings()[0].full_screen
    person.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode=""))
    assert not load_settings()[0].full_screen
    assert person.app.canvas.get_size() == (1280, 720)


def test_f12_saves_a_picture_of_the_screen(tmp_path: Path) -> None:
    person = Person()
    person.app.push(Named(person.app, "a"))
    person.frames()
    person.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F12, mod=0, unicode=""))
    (picture,) = (tmp_path / "saves").glob("Chokepoint *.png")
    assert pygame.image.load(picture).get_size() == (1280, 720)
    assert person.says("Picture saved")


def test_the_trace_is_a_line_of_json_for_each_thing_that_happens(tmp_path: Path) -> None:
    file = tmp_path / "trace.jsonl"
    app = App(Settings(), (1280, 720), file)
    app.push(Named(app, "a"))
    app.frame(0.1)
    app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(20, 20)))
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
    lines = [json.loads(line)[1:] for line in file.read_text("utf-8").splitlines()]
    assert lines == [["scene", "Named"], ["click", "a"], ["key", "tab"], ["focus", "a"]]


@pytest.mark.parametrize(("screen", "first"), [((1366, 768), (1366, 696)), ((1920, 1080), (1600, 900))])
def test_the_first_window_fits_the_screen(
    screen: tuple[int, int], first: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [screen])
    assert first_size() == first
