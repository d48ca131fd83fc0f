"""Every widget by mouse alone and by keys alone."""

from collections.abc import Callable

import pygame
import pytest

from game.ui.app import Question, Scene
from game.ui.nodes import Node
from game.ui.widgets import Answer, Entry, Scroll, button, segments, slider, toggle
from game.ui.widgets.tooltip import tooltip
from tests.ui.harness import Person


class Bench(Scene):
    """A scene that shows whatever a test wants to try."""

    def __init__(self, person: Person, show: Callable[["Bench"], list[Node]]) -> None:
        super().__init__(person.app)
        self.show = show
        self.log: list[object] = []
        self.value = 1
        self.keys: list[int] = []

    def nodes(self) -> list[Node]:
        return self.show(self)

    def key(self, event: pygame.event.Event) -> bool:
        self.keys.append(event.key)
        return False

    def choose(self, value: int) -> None:
        self.value = value
        self.log.append(value)


def bench(show: Callable[[Bench], list[Node]]) -> tuple[Person, Bench]:
    person = Person((1280, 720))
    scene = Bench(person, show)
    person.app.push(scene)
    person.frames()
    return person, scene


def rect(y: int = 100, w: int = 400, h: int = 50) -> pygame.Rect:
    return pygame.Rect(100, y, w, h)


# --- buttons -------------------------------------------------------------------------------------


def buttons(scene: Bench) -> list[Node]:
    pen, log = scene.app.pen, scene.log
    return [
        button(pen, "on", rect(100), "Press", lambda: log.append("on"), "check", "P", gold=True),
        button(pen, "off", rect(200), "Not now", None, tip=lambda: ["Not now", "There is nothing to press."]),
    ]


def test_a_button_by_mouse() -> None:
    person, scene = bench(buttons)
    person.click("on")
    person.click("off")
    assert scene.log == ["on"]


def test_a_button_by_keys() -> None:
    person, scene = bench(buttons)
    person.reach("on")
    person.press("enter")
    person.press("space")
    assert scene.log == ["on", "on"]


def test_a_button_that_does_nothing_now_says_why_at_once_on_focus() -> None:
    person, _ = bench(buttons)
    person.reach("off")
    assert person.says("There is nothing to press.")


def test_a_lit_button_looks_different() -> None:
    person, _ = bench(buttons)
    before = person.pixels()
    person.move(rect(100).center)
    assert person.pixels() != before


# --- choices -------------------------------------------------------------------------------------


def choices(scene: Bench) -> list[Node]:
    pen = scene.app.pen
    options = [(0, "None"), (1, "Some"), (2, "All")]
    return [
        *segments(pen, "how", rect(100), options, scene.value, scene.choose, tips=["a", "b", "c"]),
        toggle(
            pen, "flip", rect(200), "Flip", scene.value > 0, lambda: scene.choose(0 if scene.value else 2)
        ),
        slider(pen, "slide", rect(300, h=70), ("low", "middle", "high"), scene.value, scene.choose),
    ]


def test_segments_and_toggle_by_mouse() -> None:
    person, scene = bench(choices)
    person.click("how:2")
    person.click("flip")
    assert scene.log == [2, 0]
    assert person.flaws() == []


def test_segments_and_toggle_by_keys() -> None:
    person, scene = bench(choices)
    person.reach("how:2")
    person.press("enter")
    person.reach("flip")
    person.press("space")
    assert scene.log == [2, 0]
    assert person.says("Off")


def test_a_slider_by_drag_click_and_arrows() -> None:
    person, scene = bench(choices)
    person.drag((200, 320), (900, 500))
    assert scene.value == 2
    person.click("slide")
    assert scene.value == 1
    person.reach("slide")
    for _ in range(4):
        person.press("left")
    assert scene.value == 0
    assert person.focus() == "slide"


# --- a line of text ------------------------------------------------------------------------------


def entry_bench() -> tuple[Person, Bench, Entry]:
    entry = Entry("name", most=8)

    def show(scene: Bench) -> list[Node]:
        has_focus = scene.app.stage.focus == "name"
        pen = scene.app.pen
        return [
            entry.node(pen, rect(100), "Nobody yet", has_focus),
            button(pen, "other", rect(200), "Other", lambda: None, group="y"),
        ]

    person, scene = bench(show)
    return person, scene, entry


def test_typing_goes_in_at_the_caret() -> None:
    person, _, entry = entry_bench()
    assert person.says("Nobody yet")
    person.click("name")
    person.type("Ida")
    person.press("home")
    person.type("St")
    person.press("right")
    person.press("delete")
    person.press("end")
    person.press("backspace")
    assert entry.text == "StI"
    assert not person.says("Nobody yet")


def test_an_entry_takes_no_more_than_fits_and_nothing_that_cant_be_shown() -> None:
    person, _, entry = entry_bench()
    person.reach("name")
    person.type("a\U000f0000bcdefghijk")
    assert entry.text == "abcdefgh"


def test_letters_in_an_entry_are_not_the_scenes_keys_but_tab_and_escape_are() -> None:
    person, scene, _ = entry_bench()
    person.click("name")
    person.type("sq")
    assert scene.keys == []
    person.press("escape")
    person.press("tab")
    assert scene.keys == [pygame.K_ESCAPE, pygame.K_TAB]
    assert person.focus() == "other"


@pytest.mark.parametrize("text", ["", "W" * 60, "Łukasz"])
def test_a_long_text_stays_in_its_field_with_the_caret_in_sight(text: str) -> None:
    entry = Entry("name", most=60)
    person, _ = bench(lambda scene: [entry.node(scene.app.pen, rect(w=200), "", True)])
    person.click("name")
    person.type(text)
    assert entry.text == text
    assert person.flaws() == []
    picture = person.app.canvas.subsurface(rect(w=200))
    gold = [x for x in range(10, 190) if picture.get_at((x, 25))[:3] == (244, 193, 93)]
    assert gold


# --- scrolling -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "moves", "first"), [(3, 5, 0), (20, 4, 4), (20, 99, 12), (20, -3, 0)])
def test_scrolling_stays_inside_the_list(count: int, moves: int, first: int) -> None:
    scroll = Scroll("list")
    scroll.fit(pygame.Rect(0, 0, 300, 400), 50, count)
    scroll.move(moves)
    rows = scroll.fit(pygame.Rect(0, 0, 300, 400), 50, count)
    assert rows[0][0] == first
    assert all(place.bottom <= 400 for _, place in rows)
    assert len(rows) == min(count, 8)


def test_a_row_can_be_brought_into_sight() -> None:
    scroll = Scroll("list")
    scroll.fit(pygame.Rect(0, 0, 300, 400), 50, 20)
    for row in (15, 3, 19, 0):
        scroll.show(row)
        assert scroll.first <= row < scroll.first + scroll.shown


# --- questions -----------------------------------------------------------------------------------


def test_a_question_hides_the_scene_from_hands_until_it_is_answered() -> None:
    person, scene = bench(buttons)
    person.app.ask(
        Question(
            "Sure?",
            "It **can't** be undone.",
            [Answer("No", gold=True), Answer("Yes", lambda: scene.log.append("yes"))],
        )
    )
    person.frames()
    assert person.names() == ["answer:0", "answer:1"]
    assert person.flaws() == []
    person.press("p")
    assert scene.keys == []
    person.click("answer:1")
    assert scene.log == ["yes"]
    assert person.app.question is None
    assert "on" in person.names()


def test_escape_takes_a_question_away_without_an_answer() -> None:
    person, scene = bench(buttons)
    person.app.ask(Question("Sure?", "Really?", [Answer("Yes", lambda: scene.log.append("yes"))]))
    person.press("escape")
    assert person.app.question is None and scene.log == [] and scene.keys == []


def test_the_first_answer_has_the_focus() -> None:
    person, _ = bench(buttons)
    person.app.ask(Question("Sure?", "Really?", [Answer("No"), Answer("Yes")]))
    person.frames()
    person.press("enter")
    assert person.app.question is None


# --- tips ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("beside", [(10, 10), (1200, 10), (600, 680), (10, 690), (1200, 690)])
def test_a_tip_stays_on_the_screen_and_off_what_it_explains(beside: tuple[int, int]) -> None:
    person = Person((1280, 720))
    place = pygame.Rect(*beside, 70, 25)
    found = tooltip(
        person.app.pen, place, ["Advanced chips | 8", "Taiwan | +6", "Controls | −2", "Words. " * 20]
    )
    assert person.app.canvas.get_rect().contains(found.rect)
    assert not found.rect.colliderect(place)


def test_a_very_long_tip_becomes_wider_until_it_fits() -> None:
    person = Person((1280, 720))
    lines = ["Title", *["A long line of explanation that goes on and on. " * 3] * 12]
    assert tooltip(person.app.pen, pygame.Rect(0, 0, 50, 50), lines).rect.h <= 720


def test_the_text_of_a_tip_is_whole() -> None:
    person, scene = bench(buttons)
    long = [
        "A title of many words that needs two lines at least | +12",
        "Something added | +2",
        "Taken away | −12",
    ]
    scene.show = lambda s: [button(s.app.pen, "on", rect(100), "Press", lambda: None, tip=lambda: long)]
    person.point("on")
    assert person.flaws() == []
    assert person.says("+12") and person.says("−12")
