"""The bargaining table: what is said to be good for whom, and whose loss it is."""

import pytest

from game.ui.sheets.rows import PANE
from tests.ui.harness import Person
from tests.ui.screens import leave, shown

HEADS = ("GOOD FOR YOU, UNITED STATES", "YOU LOSE", "GOOD FOR CHINA", "CHINA LOSES", "BESIDES")
METERS = ("Budget", "Capital", "Approval", "Output")


def told(person: Person) -> dict[str, list[str]]:
    """What stands in the pane under each heading."""
    found: dict[str, list[str]] = {"": []}
    for node, written in person.app.stage.written():
        if node.name == PANE and written.text in HEADS:
            found[written.text] = []
        elif node.name == PANE:
            found[list(found)[-1]].append(written.text)
    return found


@pytest.mark.parametrize("name", ["deal: what to give?", "deal: what to ask for?", "deal: accept?"])
def test_whose_number_it_is_fits_the_heading_it_stands_under(name: str) -> None:
    person = shown(name, (1920, 1080))
    under = told(person)
    for theirs in ("GOOD FOR CHINA", "CHINA LOSES"):
        assert not any(text.startswith(METERS) for text in under.get(theirs, []))
    assert not any(text.startswith(("CN Budget", "CN Capital", "CN Approval")) for text in under.get(HEADS[0], []))
    assert all(not text.startswith("CN ") for text in under.get("YOU LOSE", []))
    leave(person)


def test_a_row_does_not_count_the_givers_loss_as_a_gain() -> None:
    person = shown("deal: what to ask for?", (1920, 1080))
    (row,) = (node for node in person.app.stage.nodes if node.name.startswith("closed:0"))
    title, line = row.key[:2]  # type: ignore[index]
    assert title == "Listing of Artificial intelligence"
    good, lost = line.split(". You lose: ")
    assert good.startswith("Good for China: ") and "CN output of Artificial intelligence" in good
    assert lost.startswith("Budget income") and "Budget" not in good
    assert told(person)["YOU LOSE"][0] == "Budget income"
    leave(person)
