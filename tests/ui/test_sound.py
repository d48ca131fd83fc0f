"""Sounds: every one is there and not too loud, has its words in the log, and no device is no trouble."""

from array import array
from collections.abc import Iterator

import pygame
import pytest

from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.event import Event
from game.engine.rulebook import Rulebook
from game.match.ledger import Entry
from game.match.log import log
from game.match.words import Words
from game.places import assets_dir
from game.ui.settings import Settings, load_settings
from game.ui.sound import OWN_HAND, SOUNDS, Sounds, heard
from tests.ui.harness import Person
from tests.ui.test_app import Named

SIX_DB = 32768 * 10 ** (-6 / 20)


@pytest.fixture(autouse=True)
def device() -> Iterator[None]:
    yield
    pygame.mixer.quit()


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(Sounds, "play", lambda self, name: names.append(name))
    return names


def test_every_sound_has_its_file_and_every_file_its_sound() -> None:
    files = {file.stem for file in (assets_dir() / "sounds").glob("*.ogg")}
    assert files == SOUNDS and len(files) >= 12


@pytest.mark.parametrize("name", sorted(SOUNDS))
def test_no_sound_is_louder_than_six_decibels_below_full_or_longer_than_two_and_a_half_seconds(
    name: str,
) -> None:
    pygame.mixer.init(44_100, -16, 2)
    sound = pygame.mixer.Sound(assets_dir() / "sounds" / f"{name}.ogg")
    samples = array("h", sound.get_raw())
    assert 500 < max(max(samples), -min(samples)) <= SIX_DB
    assert 0.04 < sound.get_length() < 2.5


def test_a_sound_is_played_at_the_volume_of_the_settings() -> None:
    sounds = Sounds(Settings(volume=30))
    sounds.play("market")
    assert pygame.mixer.get_busy()
    assert sounds._loaded["market"].get_volume() == pytest.approx(0.3, abs=0.01)


def test_equal_sounds_at_once_do_not_add_up_to_a_roar() -> None:
    sounds = Sounds(Settings())
    for _ in range(6):
        sounds.play("win")
    assert sounds._loaded["win"].get_num_channels() == 2


@pytest.mark.parametrize("settings", [Settings(muted=True), Settings(volume=0)])
def test_what_is_muted_opens_no_device(settings: Settings) -> None:
    Sounds(settings).play("card")
    assert pygame.mixer.get_init() is None


def test_without_a_device_the_game_is_silent_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    sounds = Sounds(Settings())
    sounds.play("card")
    assert sounds.is_silent


def test_a_device_that_is_unplugged_is_no_trouble() -> None:
    sounds = Sounds(Settings())
    sounds.play("card")
    pygame.mixer.quit()
    sounds.play("card")
    assert sounds.is_silent


def test_m_mutes_on_any_screen_says_so_and_stays(played: list[str]) -> None:
    person = Person()
    person.app.push(Named(person.app, "a"))
    person.press("m")
    assert person.app.settings.muted and load_settings()[0].muted
    assert person.says("Sound off")
    person.press("m")
    assert not load_settings()[0].muted and person.says("Sound on")


def test_a_pressed_button_clicks_by_mouse_and_by_key(played: list[str]) -> None:
    person = Person()
    person.app.push(Named(person.app, "a"))
    person.click("a")
    person.press("enter")
    assert played == ["click", "click"]


# --- every sound has a text twin -----------------------------------------------------------------


def an_event_of_each_kind(book: Rulebook) -> list[Event]:
    """Every note, and every cell going up and down."""
    notes = [Event(what, 0, 1) for what in range(T.NOTE_ROUND, T.NOTE_MARKET) if what != T.NOTE_END]
    notes += [Event(T.NOTE_MARKET, step, 0) for step in range(1, 10)]
    notes += [Event(T.NOTE_END, ending, 0) for ending in (T.AUTOMATIC, T.RUPTURE, T.SHARED_LOSS, T.SCORED)]
    cells = [Event(cell, old, 3 - old) for cell in range(T.PLACE) for old in (1, 2)]
    return notes + cells


def test_every_sound_of_the_match_comes_with_words_in_the_log(pack: Pack, book: Rulebook) -> None:
    words = Words(book, Almanac(pack, book))
    silent_twins, told = [], set()
    for event in an_event_of_each_kind(book):
        name = heard(book, event)
        if not name:
            continue
        told.add(name)
        opening = Event(T.NOTE_ROUND, 0, 1)
        as_told = log(words, [Entry(1, 1, opening), Entry(1, 1, event)])
        alone = log(words, [Entry(1, 1, opening)])
        if as_told == alone:
            silent_twins.append(event)
    assert told == SOUNDS - set(OWN_HAND)
    assert silent_twins == []


def test_what_falls_makes_no_alarm(book: Rulebook) -> None:
    assert heard(book, Event(T.SHARED + T.TENSION, 4, 5)) == "tension"
    assert heard(book, Event(T.SHARED + T.TENSION, 5, 4)) == ""
    assert heard(book, Event(T.CONTROL, 1, 2)) == "control"
    assert heard(book, Event(T.CONTROL, 2, 1)) == ""
    assert heard(book, Event(T.ALIGN, 2, 1)) == "ally"
