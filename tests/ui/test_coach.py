"""The coach of a lesson: its words fit in every size, and neither they nor its rings cover what is asked for."""

import pygame
import pytest

from game.ui.scenes.lesson import LessonScene
from game.ui.sheets.rows import PANE
from game.ui.table import coach
from tests.ui.catalogue import leave, shown
from tests.ui.harness import SIZE_NAMES, SIZES, Person, alone
from tests.ui.screens_around import teach
from tests.ui.stretch import stretch
from tests.ui.test_lesson import CHAPTERS, gold, scene_of


@pytest.fixture
def person() -> Person:
    person = shown("menu")
    yield person
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_the_words_of_every_step_fit_the_coach(
    size: tuple[int, int], scale: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = Person(size, scale)
    found = []
    for number in range(len(CHAPTERS)):
        scene = teach(person, number, 0)
        lesson = scene.lesson
        while True:
            for hint in ("", lesson.fill(lesson.step.hint)):
                lesson.hint = hint
                found += _coach_flaws(person, scene)
            if lesson.is_done or lesson.is_free or lesson.step.win:
                break
            lesson.see()
            assert lesson.pick(lesson.expected[0]) if lesson.step.pick else lesson.go_on()
            scene.showing.finish()
        leave(person)
    assert found == []


def _coach_flaws(person: Person, scene: LessonScene) -> list[str]:
    """Of the panel alone: nothing else is painted."""
    stage = person.app.stage
    stage.put([node for node in scene.nodes() if node.name in ("coach", "coach:back", "coach:next")])
    screen = person.app.canvas.get_rect()
    return [flaw for node, piece in stage.written() for flaw in alone(node, piece, screen)] + _too_low(stage)


def _too_low(stage) -> list[str]:  # type: ignore[no-untyped-def]
    """Words of the panel that run into its buttons."""
    top = stage.get("coach:back").rect.top
    return [f'"{piece.text}" runs into a button' for node, piece in stage.written()
            if node.name == "coach" and piece.rect.bottom > top]  # fmt: skip


def test_a_class_reads_the_coach_from_the_back_row() -> None:
    for name in ("lesson: the first words", "lesson: look at a row", "lesson: learnt"):
        person = shown(name, (1920, 1080), "112")
        sizes = [piece.size for node, piece in person.app.stage.written() if node.name == "coach"]
        assert max(sizes) >= 28, name
        leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("name", ["lesson: how to use it", "lesson: a deal to be asked for"])
def test_the_coach_covers_nothing_that_an_open_question_asks(name: str, size: tuple[int, int], scale: str) -> None:
    person = shown(name, size, scale)
    told = person.app.stage.get("coach").rect
    asked = [node for node in person.app.stage.nodes if node.name.startswith(("option:", "closed:", PANE))]
    assert asked and [node.name for node in asked if node.rect.colliderect(told)] == []
    leave(person)


def test_an_open_question_is_not_asked_for_any_more(person: Person) -> None:
    scene = teach(person, 5, 0)
    while scene.lesson.step.point != ["deal"]:
        scene.lesson.go_on()
    assert "Press D" in scene.coaching().words
    person.press("d")
    assert scene.mode == "deal" and "Press D" not in scene.coaching().words
    assert "Offer your control" in scene.coaching().words


def test_an_arrow_of_a_ring_lies_on_no_neighbour(person: Person) -> None:
    pen, screen = person.app.pen, person.app.canvas.get_rect()
    rect = pygame.Rect(400, 400, 100, 100)
    pictures = []
    for others in ([], [rect.move(rect.w + 8, 0)]):
        (ring,) = coach.rings(pen, "do", [rect], "#FFFFFF", screen, others)
        target = pygame.Surface(screen.size, pygame.SRCALPHA)
        ring.paint(target, ring.rect)
        pictures.append([target.get_at((x, rect.centery)).a > 200 for x in (rect.x - 9, rect.right + 9)])
    assert pictures == [[True, True], [True, False]]


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_the_coach_leaves_the_card_that_is_used_free(size: tuple[int, int], scale: str) -> None:
    person = shown("lesson: how to use it", size, scale)
    card = person.app.stage.get("sheet:card").rect
    assert not card.colliderect(person.app.stage.get("coach").rect)
    leave(person)


def test_the_ring_of_a_card_strikes_no_key_through() -> None:
    """It lies under the hand."""
    person = shown("lesson: choose a card")
    ringed = [node for node in person.app.stage.nodes if node.name.startswith("coach:do")]
    cards = [node for node in person.app.stage.nodes if node.name.startswith("card:")]
    assert ringed and all(ring.layer < card.layer for ring in ringed for card in cards)
    leave(person)


def test_the_pane_of_a_question_tells_of_the_answer_that_is_ringed() -> None:
    person = shown("lesson: choose the target")
    board = scene_of(person).board()
    ringed = person.app.stage.get(board.pointed)
    assert ringed.name.startswith("option:") and ringed.rect.colliderect(gold(person)[0])
    other = next(name for name in person.names("option:") if name != ringed.name)
    person.point(other)
    assert scene_of(person).board().pointed == other
    leave(person)
