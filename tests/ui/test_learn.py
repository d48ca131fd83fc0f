"""Learn from your mistakes: one tries before the answer is shown, then hears why; the board shows the position."""

import pytest

from game.classroom.learn import TRIES
from game.classroom.review import SLIGHT, mistakes
from game.ui.scenes.learn import LearnScene
from game.ui.scenes.replay import ReplayScene
from tests.ui import positions
from tests.ui.errands import Pending, look_again
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import ANN, BO, COMPUTER, at
from tests.ui.screens import leave, shown
from tests.ui.screens_analysis import trying
from tests.ui.stretch import stretch


@pytest.fixture
def person() -> Person:
    return shown("menu")


@pytest.fixture
def scene(person: Person) -> LearnScene:
    return trying(person, at(positions.scored, seats=(ANN, BO)))


def wrong(scene: LearnScene) -> list[int]:
    trial = scene.trial
    assert trial is not None
    return [n for n in range(len(trial.choices)) if trial.cost(n) >= SLIGHT]


def test_the_costliest_move_comes_first_and_the_board_stands_before_it(scene: LearnScene) -> None:
    analysis = scene.analysis
    assert isinstance(analysis, ReplayScene) and scene.trial is not None
    found = mistakes(analysis.reviewed, scene.side)
    assert scene.trial.review == found[0] and analysis.replay.at == found[0].stand.action
    assert analysis.viewer == scene.side


def test_no_chance_is_shown_before_the_answer(scene: LearnScene, person: Person) -> None:
    strip = [piece.text for node, piece in scene.app.stage.written() if node.name.startswith("choice:")]
    assert strip and not any("%" in text or "best" in text for text in strip)
    person.press("w")
    strip = [piece.text for node, piece in scene.app.stage.written() if node.name.startswith("choice:")]
    assert scene.trial is not None and sum("%" in text for text in strip) == len(scene.trial.choices)


def test_the_best_move_is_found_and_explained(scene: LearnScene, person: Person) -> None:
    assert scene.trial is not None
    person.press(str(scene.trial.best + 1))
    assert scene.trial.is_open and scene.trial.is_found
    assert person.says("Found.") and person.says("best found")


def test_a_wrong_move_may_be_tried_once_more_before_the_answer(scene: LearnScene, person: Person) -> None:
    trial, others = scene.trial, wrong(scene)
    assert trial is not None and len(others) >= TRIES
    person.click(f"choice:{others[0]}")
    assert not trial.is_open and person.says("Try once more")
    person.press(str(others[0] + 1))
    assert trial.tried == [others[0]]
    person.click(f"choice:{others[1]}")
    assert trial.is_open and not trial.is_found
    person.press(str(trial.best + 1))
    assert not trial.is_found


def test_next_and_before_go_through_them_and_each_side_has_its_own(scene: LearnScene, person: Person) -> None:
    first = scene.trial
    person.press("d")
    assert scene.trial is not first and scene.number == 1
    person.press("a")
    assert scene.trial is first
    person.click("whose:1")
    assert scene.trial is not None and scene.trial.review.stand.side == 1
    analysis = scene.analysis
    assert isinstance(analysis, ReplayScene) and analysis.viewer == 1
    person.press("escape")
    assert scene.app.scene is analysis


def test_it_waits_for_the_search_and_begins_when_that_is_done() -> None:
    person, match = shown("menu"), at(positions.scored, seats=(COMPUTER, BO))
    scene = ReplayScene(person.app, match)
    scene.errand.close()
    scene.errand = Pending(lambda: iter(()))  # type: ignore[assignment]
    person.app.push(scene)
    person.press("t")
    learn = person.app.scene
    assert isinstance(learn, LearnScene) and learn.trial is None and learn.side == 1
    assert person.says("The search has looked at 0 of")
    scene.errand = look_again(match)  # type: ignore[assignment]
    person.frames(3)
    assert learn.trial is not None
    leave(person)


def test_a_side_without_mistakes_is_told_so(scene: LearnScene, person: Person) -> None:
    scene.trials[0] = []
    person.frames(2)
    scene.app.rebuild()
    assert person.says("Well played")


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_every_trial_can_be_read_in_every_size(
    size: tuple[int, int], scale: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = shown("try again", size, scale)
    for _ in range(3):
        assert person.flaws() == []
        person.press("w")
        assert person.flaws() == []
        person.press("d")
    leave(person)


def test_nothing_is_drawn_again_while_one_thinks(scene: LearnScene, person: Person) -> None:
    person.frames(3)
    assert not any(scene.update(0.03) for _ in range(20))
