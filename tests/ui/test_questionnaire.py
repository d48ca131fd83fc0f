"""The questionnaire in the window: answers from before wait for the next class file, those from after go into it."""

import json
from pathlib import Path

import pytest

from game.classroom import answered
from game.classroom.classfile import read_classfile, replayed
from game.classroom.desk import gather
from game.classroom.questionnaire import questionnaire
from game.match import store
from game.places import class_dir
from game.ui.scenes.desk import DeskScene
from game.ui.scenes.questionnaire import QuestionnaireScene
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import ANN, BO, at
from tests.ui.screens import leave, shown
from tests.ui.stretch import stretch

ITEMS = len(questionnaire().items)


@pytest.fixture
def person() -> Person:
    """At the questionnaire, opened from the teacher's desk."""
    person = shown("menu")
    person.press("t")
    person.press("a")
    assert isinstance(person.app.scene, QuestionnaireScene)
    return person


def answer(person: Person, name: str, when: str, option: int) -> None:
    person.click(f"when:{when}")
    person.click("nickname")
    person.type(name)
    person.press("enter")
    for _ in range(ITEMS):
        person.press(str(option))


@pytest.mark.parametrize(
    ("name", "button", "when"), [("class setup", "button:ask", "before"), ("class end", "end:ask", "after")]
)
def test_it_is_a_key_and_a_button_away_where_a_class_is_set_up_and_at_its_end(
    name: str, button: str, when: str
) -> None:
    person = shown(name)
    here = person.app.scene
    for go in (lambda: person.press("f8"), lambda: person.click(button)):
        go()
        assert isinstance(person.app.scene, QuestionnaireScene) and person.app.scene.when == when
        person.press("escape")
        assert person.app.scene is here
    leave(person)


def test_answers_from_before_and_after_come_into_the_class_file(person: Person) -> None:
    answer(person, "Falcon", "before", 1)
    assert person.says("Thank you, Falcon") and person.says("the next class file")
    answer(person, "Otter", "before", 2)
    match = at(positions.scored, seats=(ANN, BO))
    path = answered.hand_in(match)
    assert answered.waiting() == []
    answer(person, "Falcon", "after", 2)
    assert person.says(path.name)
    file = read_classfile(json.loads(path.read_text("utf-8")), path.name)
    said = {(one.who, one.when, one.option) for one in file.answers}
    assert said == {("Falcon", "before", 1), ("Otter", "before", 2), ("Falcon", "after", 2)}
    assert len(file.answers) == 3 * ITEMS and file.is_whole and replayed(file, match.pack) is not None
    desk = gather(class_dir())
    assert len(desk.handed) == 1 and desk.flags == []
    assert {one.name for one in desk.people()} >= {"Falcon", "Otter"}


def test_a_match_that_is_opened_again_keeps_its_answers_and_takes_no_others(person: Person) -> None:
    answer(person, "Falcon", "before", 1)
    match = at(positions.scored, seats=(ANN, BO))
    path = answered.hand_in(match)
    answer(person, "Falcon", "after", 2)
    before = path.read_text("utf-8")
    answer(person, "Otter", "before", 2)  # for the next match
    match.answers = []  # the saved match does not hold what was answered after it
    assert answered.hand_in(match) == path
    assert path.read_text("utf-8") == before and match.answers
    assert {one.who for one in answered.waiting()} == {"Otter"}


def test_whoever_answers_again_has_changed_his_mind(person: Person) -> None:
    answer(person, "Falcon", "before", 1)
    answer(person, "Falcon", "before", 2)
    assert [one.option for one in answered.waiting()] == [2] * ITEMS


def test_nobody_answers_without_a_nickname(person: Person) -> None:
    person.press("enter")
    scene = person.app.scene
    assert isinstance(scene, QuestionnaireScene) and scene.answers is None


def test_escape_goes_a_question_back_then_out(person: Person) -> None:
    scene = person.app.scene
    assert isinstance(scene, QuestionnaireScene)
    scene.name.text = "Heron"
    scene.begin()
    person.press("1")
    person.click("pick:1")
    assert scene.answers == [1, 2]
    for left in ([1], [], None):
        person.press("escape")
        assert scene.answers == left
    person.press("escape")
    assert isinstance(person.app.scene, DeskScene)


def test_answers_that_can_not_be_kept_are_not_lost(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(store, "write_text", refuse)
        answer(person, "Lynx", "before", 1)
        assert person.says("can't be kept") and person.says("No space left on device")
    person.press("2")
    assert [one.option for one in answered.waiting()] == [*[1] * (ITEMS - 1), 2]


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_every_question_can_be_read_in_every_size(
    size: tuple[int, int], scale: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = shown("questionnaire: a question", size, scale)
    for _ in range(ITEMS):
        assert person.flaws() == []
        person.press("1")
    assert person.flaws() == []
    leave(person)
