"""What stands side by side is set alike: the classes of a hand, two tables, the rows of a list, the names in it."""

from collections.abc import Callable, Iterator

import pytest

from game.ui.keys import GROUPS
from tests.ui import screens
from tests.ui.catalogue import leave, shown
from tests.ui.harness import Person

assert screens.main  # which fills the catalogue
Look = Callable[[str], Person]


@pytest.fixture
def look() -> Iterator[Look]:
    people: list[Person] = []

    def at(name: str) -> Person:
        people.append(shown(name, (1920, 1080), "125"))
        return people[-1]

    yield at
    for person in people:
        leave(person)


def test_a_class_has_one_name_in_a_hand(look: Look) -> None:
    person = look("lesson: a round of your own")
    assert person.says("CONTROL") and not person.says("EXPORT CONTROL")  # the trigger's mark leaves no room for it
    cards = [node.key for node in person.app.stage.nodes if node.name.startswith("card:")]
    assert len(cards) == 6 and all(card.is_brief for card in cards)


def test_both_tables_of_what_if_have_the_same_rows(look: Look) -> None:
    nodes = [node for node in look("what if: Numbers").app.stage.nodes if node.name.startswith("half:")]
    assert {node.name[:6] for node in nodes} == {"half:0", "half:1"}
    assert len({node.rect.h for node in nodes if ":row:" in node.name}) == 1
    assert len({(node.rect.y, node.rect.h) for node in nodes if node.name.endswith("head")}) == 1


def test_saved_matches_stand_in_columns_beside_one_that_can_be_replayed(look: Look) -> None:
    stage = look("saved matches").app.stage
    assert any(node.name.startswith("replay:") for node in stage.nodes)
    rows = [node.rect for node in stage.nodes if node.name.startswith("save:")]
    assert len(rows) > 3 and len({(rect.x, rect.w) for rect in rows}) == 1


def test_injects_name_sectors_in_full_where_there_is_room(look: Look) -> None:
    person = look("class injects: cards")
    assert person.says("Phones & devices") and not person.says("DEVICES") and not person.says("in CHIPS")


def test_the_way_back_in_the_handbook_has_the_name_of_its_key(look: Look) -> None:
    key = next(key for _, keys in GROUPS for key in keys if key.name == "before" and "handbook" in key.words)
    assert look("handbook: cards").says(key.title)


def test_what_came_of_a_forecast_is_told_in_sentences(look: Look) -> None:
    assert look("class forecast, what came").says("Leadership track stays the same, 70 % sure.")
