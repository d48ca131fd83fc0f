"""Positions as data: what is no position is refused, with the place and what to write instead."""

import pytest

from game.engine.position import PositionError, position_from_data
from tests.table import scenario

ROUTING = "us-third-country-routing"

WRONG = [
    ({"picks": {"card": 100000}}, "picks.card: must be a whole number from 0 to 79"),
    ({"picks": {"step": 9}}, "picks.step: must be a whole number from 0 to 4"),
    ({"listing": {"us": [["ai"]]}}, "listing.us"),
    ({"listing": {"us": ["tools"]}}, "only downstream sectors can be listed"),
    ({"cards": {"us": {"hand": [ROUTING, ROUTING]}}}, "is named twice"),
    ({"cards": {"us": {"hand": [ROUTING], "discard": [ROUTING]}}}, "is named twice"),
    ({"cards": {"us": {"slot": {"card": ROUTING}}}}, "must be: magnets, legacy"),
    ({"cards": {"us": {"slot": {"card": ROUTING, "target": "ai"}}}}, "must be: magnets, legacy"),
]


@pytest.mark.parametrize(("data", "says"), WRONG)
def test_wrong_data_are_refused_with_their_place(data: dict[str, object], says: str) -> None:
    with pytest.raises(PositionError, match=says):
        position_from_data(scenario("tech-war"), data)


def test_a_set_card_with_its_target_is_read() -> None:
    slot = {"card": ROUTING, "target": "legacy"}
    s = position_from_data(scenario("tech-war"), {"cards": {"us": {"slot": slot}}})
    assert s.slot_card[0] > 0 and s.slot_target[0] == 2
