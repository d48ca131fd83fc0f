"""The curtain between two people: whose turn it is to look, and nothing else."""

import pytest

from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.presenter import PresenterScene
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import ANN, BO, at
from tests.ui.screens import sit


def at_the_curtain(size: tuple[int, int] = (1280, 720), scale: str = "100") -> tuple[Person, PlayScene]:
    person = Person(size, scale)
    person.app.push(MenuScene(person.app))
    play = sit(person, at(positions.rival_moves, seats=(ANN, BO)))
    assert isinstance(person.app.scene, CurtainScene)
    return person, play


def test_it_names_side_and_person_and_shows_nothing_of_the_table() -> None:
    person, play = at_the_curtain()
    assert person.says("CHINA") and person.says("Bo: the screen is yours. Ann looks away.")
    assert [n.name for n in person.app.stage.nodes if n.name.startswith(("card:", "hand", "slot"))] == []
    titles = [page.title for page in play.almanac.cards]
    assert [title for title in titles if person.says(title)] == []


@pytest.mark.parametrize("how", ["enter", "space", "click"])
def test_ready_opens_it_for_the_side_that_moves(how: str) -> None:
    person, play = at_the_curtain()
    side = play.match.mover
    if how == "click":
        person.click("button:ready")
    else:
        person.press(how)
    assert person.app.scene is play and play.viewer == side


@pytest.mark.parametrize("how", ["escape", "click", "focus"])
def test_one_can_leave_for_the_menu_instead(how: str) -> None:
    person, _ = at_the_curtain()
    if how == "click":
        person.click("button:menu")
    elif how == "focus":
        person.reach("button:menu")
        person.press("enter")
    else:
        person.press("escape")
    assert isinstance(person.app.scene, MenuScene)


def test_one_leaves_for_the_menu_from_a_curtain_over_presenter_mode_too() -> None:
    person = Person()
    person.app.push(MenuScene(person.app))
    play = sit(person, at(positions.agenda, seats=(ANN, BO)))
    person.press("enter")
    person.press("f2")
    play.match.submit(play.match.legal()[0])
    for _ in range(20):
        person.frames()
    assert [type(scene) for scene in person.app.scenes[1:]] == [PlayScene, PresenterScene, CurtainScene]
    person.press("escape")
    assert len(person.app.scenes) == 1 and isinstance(person.app.scene, MenuScene)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_it_can_be_read_in_every_size(size: tuple[int, int], scale: str) -> None:
    person, _ = at_the_curtain(size, scale)
    assert person.flaws() == []
