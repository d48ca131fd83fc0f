"""The W key: how what is pointed at came to be."""

import pytest

from game.ui.scenes.ledger import LedgerScene
from tests.ui import positions
from tests.ui.harness import Person
from tests.ui.positions import at
from tests.ui.screens import leave, shown, sit


def asked(person: Person) -> LedgerScene:
    """W pressed: the ledger that opens."""
    person.press("w")
    scene = person.app.scene
    assert isinstance(scene, LedgerScene)
    return scene


@pytest.mark.parametrize(
    "name",
    [
        "budget:0",
        "resilience:1",
        "sector:6",
        "bloc:3",
        "measure:0:0",
        "tension",
        "decoupling",
    ],
)
def test_it_opens_what_a_click_on_the_same_thing_opens(name: str) -> None:
    person = Person((1920, 1080))
    sit(person, at(positions.many_measures))
    person.click(name)
    clicked = person.app.scene
    assert isinstance(clicked, LedgerScene)
    person.press("escape")
    person.point(name)
    why = asked(person)
    assert (why.cells, why.title) == (clicked.cells, clicked.title)
    assert person.says(why.title)
    leave(person)


def test_it_explains_the_line_of_the_log_that_is_pointed_at() -> None:
    person = Person((1920, 1080))
    sit(person, at(positions.many_measures))
    line = person.names("log:")[0]
    person.point(line)
    why = asked(person)
    assert why.line is not None
    assert why.cells == why.line.cells
    leave(person)


def test_it_explains_what_the_keys_have_brought_the_focus_to() -> None:
    person = Person((1920, 1080))
    sit(person, at(positions.many_measures))
    person.reach("sector:7")
    assert asked(person).title == positions.base().sectors[7].title
    leave(person)


@pytest.mark.parametrize("name", ["", "card:", "do:pass", "pile:0", "do:view"])
def test_with_nothing_to_explain_it_tells_why_the_leader_leads(name: str) -> None:
    person = Person((1920, 1080))
    sit(person, at(positions.many_measures))
    if name:
        person.point(next(node.name for node in person.app.stage.nodes if node.name.startswith(name)))
    assert asked(person).title == "Leadership track"
    leave(person)


def test_escape_leads_back_to_the_table() -> None:
    person = Person()
    table = sit(person, at(positions.many_measures))
    asked(person)
    person.press("escape")
    assert person.app.scene is table
    leave(person)


def test_the_ledger_of_an_input_explains_both_sides() -> None:
    person = shown("ledger of a sector")
    assert person.says("United States: supply of") and person.says("China: supply of")
    leave(person)


def test_under_the_sum_of_a_number_stands_its_curve_where_there_is_one_and_room_for_it() -> None:
    for node, panel in (("sector:7", "output-7:panel"), ("track", "track:panel"), ("sector:0", None)):
        person = Person((1920, 1080))
        sit(person, at(positions.many_measures))
        person.click(node)
        shown_panels = [n for n in person.app.stage.nodes if n.name.endswith(":panel")]
        assert [n.name for n in shown_panels] == ([panel] if panel else [])
        assert all(not n.rect.colliderect(person.app.stage.get("sum").rect) for n in shown_panels)  # type: ignore[union-attr]
        assert person.flaws() == []
        leave(person)
