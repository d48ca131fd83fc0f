"""A screen that takes long to flip: how it is told, and that it is opened anew without a GPU."""

import os
from itertools import count

import pygame
import pytest

from game.ui import start, window
from game.ui.app import App
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.settings import SettingsScene
from game.ui.settings import Settings, load_settings, save_settings
from game.ui.window import PLAIN, is_slow
from tests.ui.catalogue import settle
from tests.ui.harness import Person


def opened() -> Person:
    """At the settings of the screen."""
    person = Person()
    person.app.push(MenuScene(person.app))
    person.app.push(SettingsScene(person.app, "screen"))
    settle(person)
    return person


def ticking(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """A clock of the window that goes on by so much with every look at it: how long each flip takes."""
    clock = count()
    monkeypatch.setattr(window.time, "perf_counter", lambda: next(clock) * seconds)


def flipped(person: Person, times: int) -> None:
    for n in range(times):
        person.app.say(f"message {n}")
        person.frames()


@pytest.fixture
def reopened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """What SDL was asked for whenever the window was opened anew."""
    monkeypatch.delenv(PLAIN, raising=False)
    asked: list[str | None] = []
    reopen = App.reopen

    def noted(app: App) -> None:
        asked.append(os.environ.get(PLAIN))
        reopen(app)

    monkeypatch.setattr(App, "reopen", noted)
    return asked


@pytest.mark.parametrize(("flips", "slow"), [([0.028] * 5, True), ([0.001, 0.2, 0.001, 0.3, 0.001], False)])
def test_a_slow_screen_is_told_by_the_median_of_its_flips(flips: list[float], slow: bool) -> None:
    assert is_slow(flips) is slow


def test_a_slow_screen_is_opened_anew_once_without_a_gpu_and_that_is_remembered(
    monkeypatch: pytest.MonkeyPatch, reopened: list[str | None]
) -> None:
    ticking(monkeypatch, 0.028)
    person = opened()
    flipped(person, 12)
    assert reopened == ["0"]
    assert person.app.settings.slow_flip
    assert load_settings()[0].slow_flip
    assert isinstance(person.app.scene, SettingsScene)
    assert person.app.canvas.get_size() == (1280, 720)
    assert person.is_same_when_drawn_anew()


def test_a_quick_screen_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch, reopened: list[str | None]) -> None:
    ticking(monkeypatch, 0.0012)
    person = opened()
    flipped(person, 12)
    assert reopened == []
    assert PLAIN not in os.environ
    assert not person.app.settings.slow_flip


def test_fewer_than_five_flips_decide_nothing(
    monkeypatch: pytest.MonkeyPatch, reopened: list[str | None]
) -> None:
    ticking(monkeypatch, 0.5)
    person = Person()
    person.app.push(SettingsScene(person.app))
    flipped(person, 4)
    assert reopened == []
    flipped(person, 1)
    assert reopened == ["0"]


def test_a_machine_known_to_be_slow_is_not_measured_again(
    monkeypatch: pytest.MonkeyPatch, reopened: list[str | None]
) -> None:
    ticking(monkeypatch, 0.5)
    person = Person()
    person.app.settings.slow_flip = True
    person.app.push(SettingsScene(person.app))
    flipped(person, 12)
    assert reopened == []


def test_the_next_start_asks_for_no_gpu_before_the_window_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLAIN, "1")
    monkeypatch.setattr(pygame, "quit", lambda: None)
    asked: list[str] = []

    def no_window(settings: Settings, size: tuple[int, int], trace: object) -> App:
        asked.append(os.environ[PLAIN])
        raise pygame.error("no screen")

    monkeypatch.setattr("game.ui.app.App", no_window)
    assert start.open_window((1280, 720), None, None) == 2
    save_settings(Settings(slow_flip=True))
    assert start.open_window((1280, 720), None, None) == 2
    assert asked == ["1", "0"]


def test_the_switch_works_at_once_in_both_directions(reopened: list[str | None]) -> None:
    person = opened()
    person.click("slow")
    assert reopened == ["0"]
    assert load_settings()[0].slow_flip
    person.click("slow")
    assert reopened == ["0", None]
    assert not load_settings()[0].slow_flip
    assert person.is_same_when_drawn_anew()
