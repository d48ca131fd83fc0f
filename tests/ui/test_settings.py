"""Settings: what lasts, what each choice does, colours, keys, the smallest text."""

import time

import pygame
import pytest

from game.match.log import Line
from game.match.seats import Seat
from game.ui.keys import BY_CODE, GROUPS, PLAY
from game.ui.layout import Units
from game.ui.scenes.colours import ROWS, VISIONS
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.settings import PAGES, SettingsScene
from game.ui.settings import Settings, load_settings, save_settings, settings_file
from game.ui.window import Window
from tests.ui import positions
from tests.ui.catalogue import settle, sit
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import at


def opened(page: str = "screen", size: tuple[int, int] = (1280, 720), scale: str = "100") -> Person:
    person = Person(size, scale)
    person.app.push(MenuScene(person.app))
    person.app.push(SettingsScene(person.app, page))
    settle(person)
    return person


# --- the file ------------------------------------------------------------------------------------


def test_without_a_file_the_usual_settings_are_used() -> None:
    assert load_settings() == (Settings(), "")


def test_settings_come_back_as_they_were() -> None:
    settings = Settings(
        scale="112",
        smallest_text=15,
        full_screen=True,
        reduced_motion=True,
        slow_flip=True,
        speed=0,
        reasons=False,
        volume=35,
        muted=True,
    )
    assert save_settings(settings) == ""
    assert load_settings() == (settings, "")


@pytest.mark.parametrize(
    "text",
    ["{", '{"scale": "huge"}', '{"speed": 9}', '{"smallest_text": 12}', '{"volume": -1}', "[]", "\x00\x01"],
)
def test_damaged_settings_are_put_aside_and_said_so(text: str) -> None:
    file = settings_file()
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    settings, problem = load_settings()
    assert settings == Settings()
    assert "put aside" in problem
    assert not file.exists()
    assert file.with_suffix(".damaged.json").read_text("utf-8") == text


def test_settings_of_an_older_or_newer_game_are_taken_as_far_as_they_are_known() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('{"scale": "125", "smell": "roses"}', "utf-8")
    assert load_settings() == (Settings(scale="125"), "")


def test_settings_that_cant_be_written_are_said_so() -> None:
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("in the way", "utf-8")
    assert "can't be saved" in save_settings(Settings())


@pytest.mark.parametrize(
    ("size", "factor"),
    [((2560, 1080), 1.12), ((1920, 1080), 1.0), ((1280, 720), 1.0), ((3840, 2160), 1.0), ((1920, 800), 1.0)],
)
def test_the_automatic_size_is_larger_where_the_window_allows(size: tuple[int, int], factor: float) -> None:
    assert Settings().factor(*size) == factor


# --- the screen ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("smallest", [11, 15])
def test_no_text_is_cut_off_or_covered_on_any_page(size: tuple[int, int], scale: str, smallest: int) -> None:
    person = opened(size=size, scale=scale)
    person.app.settings.smallest_text = smallest  # type: ignore[assignment]
    person.app.resize()
    for number, (page, _) in enumerate(PAGES, 1):
        person.press(str(number))
        assert person.flaws() == [], page
        assert min(written.size for _, written in person.app.stage.written()) >= smallest
        outside = [
            n.name for n in person.app.stage.nodes if not person.app.canvas.get_rect().contains(n.rect)
        ]
        assert outside == []


def test_every_choice_is_kept_at_once() -> None:
    person = opened(size=(1920, 1080))
    person.click("size:125")
    assert person.app.pen.scale == 1.25
    person.click("text:13")
    assert person.app.pen.smallest_text == 13
    person.click("page:motion")
    person.click("still")
    person.click("muted")
    person.reach("speed")
    person.press("left")
    person.reach("volume")
    person.press("right")
    settings, problem = load_settings()
    assert problem == ""
    assert (settings.scale, settings.smallest_text, settings.reduced_motion) == ("125", 13, False)
    assert (settings.muted, settings.speed, settings.volume) == (True, 2, 80)


def test_sliders_by_mouse() -> None:
    person = opened("motion")
    for name in ("speed", "volume"):
        node = person.app.stage.get(name)
        assert node is not None
        person.drag(node.rect.center, (node.rect.left, node.rect.centery))
    assert (person.app.settings.speed, person.app.settings.volume) == (0, 0)


def test_a_volume_between_the_stops_is_shown_at_the_nearest_and_left_alone() -> None:
    person = opened("motion")
    person.app.settings.volume = 35
    person.app.rebuild()
    person.frames()
    assert person.app.settings.volume == 35


def test_the_usual_settings_come_back_after_a_question() -> None:
    person = opened(size=(1920, 1080))
    person.click("size:125")
    person.click("text:15")
    person.app.settings.slow_flip = True
    person.click("button:usual")
    assert person.flaws() == []
    person.press("enter")  # the harmless answer
    assert person.app.settings.scale == "125"
    person.click("button:usual")
    person.click("answer:1")
    assert load_settings()[0] == Settings(slow_flip=True)
    assert person.app.pen.scale == 1.0


@pytest.mark.parametrize("is_wanted", [True, False])
def test_the_computer_tells_its_reasons_only_to_whoever_wants_them(is_wanted: bool) -> None:
    person = opened("motion")
    if not is_wanted:
        person.click("why")
    assert load_settings()[0].reasons is is_wanted
    person.app.pop()
    play = sit(person, positions.new("sprint", (Seat(level="greedy"), Seat(level="greedy"))))
    person.app.settings.speed = 3
    for _ in range(3000):
        person.frames()
        if len(play.match.actions) > 40:
            break
        time.sleep(0.002)
    told = [reason for director in play.showing.directors.values() for reason in director.reasons.values()]
    assert any(told) is is_wanted and play.match.notes
    by_heart = list(play.match.notes.values())

    def says_why(lines: list[Line]) -> bool:
        return any(line.reason in by_heart for line in lines)

    assert says_why(play.explained_log) is is_wanted
    person.press("l")
    assert person.says("“") is is_wanted
    person.press("l")
    replay = ReplayScene(person.app, play.match)
    replay.go(len(play.match.actions))
    assert says_why(replay.explained_log)  # whoever goes through it afterwards wants to know
    replay.leave()
    play.leave()


def test_f3_opens_the_settings_in_a_match_and_goes_back_to_it() -> None:
    person = Person()
    play = sit(person, at(positions.many_measures))
    person.press("f3")
    assert isinstance(person.app.scene, SettingsScene)
    person.click("text:15")
    person.press("f3")
    assert person.app.scene is play
    assert person.app.reading_pen.smallest_text == 15


def test_f3_works_while_a_question_is_on_the_table() -> None:
    person = Person()
    sit(person, at(positions.naming))
    person.press("f3")
    assert isinstance(person.app.scene, SettingsScene)
    person.press("escape")
    assert isinstance(person.app.scene, PlayScene)
    assert person.options()


# --- the smallest text ---------------------------------------------------------------------------


@pytest.mark.parametrize("smallest", [11, 13, 15])
def test_nothing_is_written_smaller_than_asked_for(smallest: int) -> None:
    for width, height in ((1280, 720), (1920, 1080), (3840, 2160)):
        units = Units(width, height, 1.0, smallest)
        assert min(units.type_px(size / 2) for size in range(1, 60)) == smallest


def test_full_screens_take_as_much_of_it_as_the_window_has_room_for() -> None:
    found = [
        Units(w, h, 1.0, 15).room_for_text for w, h in ((1280, 720), (1600, 900), (1920, 1080), (3840, 2160))
    ]
    assert found == [11, 12, 15, 15]
    assert Units(1920, 1080, 1.25, 13).room_for_text == 13


def test_the_settings_say_where_full_screens_have_less_room() -> None:
    person = opened()
    person.click("text:15")
    assert person.says("full screens have room for 11 pixels")
    large = opened(size=(1920, 1080))
    large.click("text:15")
    assert not large.says("have room for")


def test_text_written_with_a_second_pen_is_found_by_tests() -> None:
    person = Person()
    person.app.settings.smallest_text = 15
    person.app.resize()
    sit(person, at(positions.many_measures))
    assert person.app.pen is person.app.full_pen is not person.app.reading_pen
    assert {written.size for _, written in person.app.stage.written()} >= {11}
    person.press("l")
    assert person.app.pen is person.app.reading_pen
    assert min(written.size for _, written in person.app.stage.written()) == 15


# --- colours and keys ----------------------------------------------------------------------------


def test_the_colours_are_shown_for_every_vision_with_their_second_cue() -> None:
    person = opened("colours", (1920, 1080))
    names = {node.name for node in person.app.stage.nodes}
    assert {f"{row}:{vision}" for row, *_ in ROWS for vision, _ in VISIONS} <= names
    for _, title, cue, _ in ROWS:
        assert person.says(title)
        assert person.says(cue.split()[-1])


def test_every_key_of_the_game_is_in_the_list() -> None:
    person = opened("keys", (1920, 1080))
    texts = person.texts()
    for key in [key for _, keys in GROUPS for key in keys]:
        assert key.cap in texts, key
        assert key.title in texts, key


def test_the_key_list_is_made_of_the_tables_the_game_obeys() -> None:
    listed = [key for _, keys in GROUPS for key in keys]
    assert set(PLAY) <= set(listed)
    for _, keys in GROUPS:
        assert len(keys) == len({key.code for key in keys}) == len({key.name for key in keys})
    assert len(BY_CODE) == len(PLAY)  # no key does two things in a match


def test_a_window_that_can_not_be_opened_anew_at_once_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person()
    tries = []

    def refuse_twice(self: Window) -> None:
        tries.append(1)
        if len(tries) < 3:
            raise pygame.error("No available video device")
        opened(self)

    opened = Window.open
    monkeypatch.setattr("game.ui.window.PAUSE", 0.0)
    monkeypatch.setattr(Window, "open", refuse_twice)
    person.app.reopen()
    assert len(tries) == 3 and pygame.display.get_surface() is not None
