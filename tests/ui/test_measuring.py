"""What measures the screens can fail: text too small, cut, covered, pale; a component that looks otherwise."""

import numpy as np
import pygame
import pytest

from game.ui import theme
from game.ui.nodes import Node
from game.ui.text import Written
from tests.ui import ink, looks
from tests.ui.catalogue import leave, shown
from tests.ui.harness import alone

WINDOW = pygame.Rect(0, 0, 1280, 720)
WRITTEN = pygame.Rect(20, 20, 60, 10)


def flaws_of(piece: Written, place: pygame.Rect, pad: int = 0) -> str:
    return "\n".join(alone(Node("it", place, lambda target, box: None, pad=pad), piece, WINDOW))


@pytest.mark.parametrize(
    ("place", "pad", "says"),
    [
        (pygame.Rect(10, 10, 80, 30), 0, ""),
        (pygame.Rect(10, 10, 71, 30), 0, ""),
        (pygame.Rect(10, 10, 69, 30), 0, "is cut by the edge"),  # one pixel is lost
        (pygame.Rect(10, 10, 69, 30), 24, ""),  # there the panel has room for its shadow
        (pygame.Rect(10, 10, 60, 30), 24, "leaves its place"),
        (pygame.Rect(21, 10, 80, 30), 0, "is cut by the edge"),
    ],
)
def test_text_that_reaches_beyond_its_picture_is_cut(place: pygame.Rect, pad: int, says: str) -> None:
    found = flaws_of(Written("Tension", WRITTEN, 13), place, pad)
    assert says in found and bool(says) == bool(found)


def test_small_shortened_and_lost_text_is_told() -> None:
    place = pygame.Rect(10, 10, 80, 30)
    assert "is 10 pixels small" in flaws_of(Written("Tension", WRITTEN, 10), place)
    assert "was shortened" in flaws_of(Written("Tens…", WRITTEN, 13, True), place)
    outside = Written("Tension", WRITTEN.move(1230, 0), 13)
    assert "leaves the window" in flaws_of(outside, place.move(1230, 0))


def test_text_over_text_is_found_once_for_each_pair() -> None:
    person = shown("menu")

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        for n, words in enumerate(("Budget", "Capital", "Approval")):
            person.app.pen.text(target, words, box.x + 40, box.y + (20, 24, 80)[n])

    person.app.stage.put([Node("it", pygame.Rect(0, 0, 300, 200), paint)])
    person.frames = lambda n=1: None  # type: ignore[method-assign]
    assert person.flaws() == ['it: "Budget" lies over "Capital" of it']
    leave(person)


# --- contrast --------------------------------------------------------------------------------------


def drawn(share: float) -> tuple[ink.Pixels, ink.Pixels, ink.Letters]:
    """A white letter on a dark ground, under a veil that lets `share` of it through."""
    behind = np.full((12, 20, 3), 20.0)
    letters = np.zeros((12, 20), np.uint8)
    letters[3:9, 4:16] = 255
    seen = behind + (240.0 - behind) * share * (letters[..., None] / 255)
    return seen, behind, letters


def test_white_on_dark_can_be_read_and_under_a_veil_it_can_not() -> None:
    assert ink.judge(*drawn(1.0)) == ""
    assert "has a contrast of" in ink.judge(*drawn(0.3))


def test_letters_that_make_no_difference_are_covered() -> None:
    seen, behind, letters = drawn(1.0)
    seen[:, 8:] = behind[:, 8:]
    assert "is covered" in ink.judge(seen, behind, letters)


# --- recorded looks --------------------------------------------------------------------------------


def test_two_people_see_the_same_and_one_changed_colour_is_told_with_its_component(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = looks.look(shown("menu")), looks.look(shown("menu"))
    assert first == second
    monkeypatch.setattr(theme, "BUTTON_TOP", "#FFD98B")  # one step of one channel
    third = looks.look(shown("menu"))
    assert looks.differences({"menu": first}, {"menu": second}) == []
    (told,) = looks.differences({"menu": first}, {"menu": third})
    assert told.startswith("menu: ") and "heading" not in told


def test_what_is_recorded_is_read_again(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "HERE", tmp_path)
    now = {"menu": {"title": "0a1b2c3d"}, "a second screen": {"panel": "00000000", "button": "ffffffff"}}
    looks.record((1280, 720), "100", now)
    was = looks.recorded((1280, 720), "100")
    assert was.pop("made with") == looks.made_with()
    assert was == now
    del now["menu"]
    now["a third"] = {"panel": "11111111"}
    now["a second screen"]["button"] = "fffffffe"
    assert looks.differences(was, now) == [
        "menu: no longer a screen",
        "a second screen: button",
        "a third: a new screen",
    ]
