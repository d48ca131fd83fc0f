"""The number in an agenda's condition: the pack's, the rulebook's, or the scenario's; and what is said of it."""

import pytest

from game.content.agendas import ASKED
from game.content.almanac import Almanac
from game.content.compile import rulebook
from game.content.pack import CONDITIONS
from game.match.words import Words

RULEBOOK = {
    "fortress": 3, "swing-markets": 3, "open-door": 0, "chokehold": 3, "champion": 3, "indigenous-innovation": 4,
    "war-chest": 17, "peacemaker": 1, "brinkman": 6, "mandate": 9,
}  # fmt: skip
BUYERS = 5  # blocs


def first_agenda(tiny, condition, **more):
    tiny["agendas.json"]["agendas"][0].update(condition=condition, **more)
    for bloc in tiny["blocs.json"]["blocs"][:BUYERS]:
        bloc["buys"] = "ev"
    return tiny


@pytest.mark.parametrize(("condition", "number"), RULEBOOK.items())
def test_without_a_number_the_rulebooks_counts(tiny, pack_of, condition, number):
    book = rulebook(pack_of(first_agenda(tiny, condition)), "duel")
    assert book.agendas[0].needs == book.tables.agenda_needs[0] == number


@pytest.mark.parametrize("condition", RULEBOOK)
def test_the_number_of_the_pack_is_the_one_that_is_told_everywhere(tiny, pack_of, condition):
    """Indigenous Innovation's is the scenario's, whatever the pack says."""
    number = BUYERS if condition == "swing-markets" else ASKED[CONDITIONS[condition]].most
    tiny["scenarios/duel.json"]["scenario"]["indigenous_levels"] = number
    pack = pack_of(first_agenda(tiny, condition, needs=number if condition != "indigenous-innovation" else 1))
    book = rulebook(pack, "duel")
    almanac = Almanac(pack, book)
    assert book.tables.agenda_needs[0] == number
    assert str(number) in almanac.agendas[0].brief and str(number) in Words(book, almanac).agenda(0)


def test_a_scenario_may_ask_for_another_number_than_its_pack(tiny, pack_of):
    agenda = tiny["agendas.json"]["agendas"][0]["id"]
    tiny["scenarios/duel.json"]["scenario"]["agenda_needs"] = {agenda: 7}
    pack = pack_of(first_agenda(tiny, "fortress", needs=2))
    book = rulebook(pack, "duel")
    assert book.agendas[0].needs == book.tables.agenda_needs[0] == 7
    assert "at least 7 above" in Almanac(pack, book).agendas[0].brief


def test_a_scenarios_number_is_checked_like_the_packs(tiny, problems_of):
    agenda = tiny["agendas.json"]["agendas"][0]["id"]
    scenario = tiny["scenarios/duel.json"]["scenario"]
    scenario["agenda_needs"] = {agenda: 99}
    found = problems_of(first_agenda(tiny, "fortress"))
    assert [(p.severity, p.path) for p in found] == [("error", f"scenario.agenda_needs.{agenda}")]
    assert "may ask for 1 to 20, and asks for 99" in found[0].message and found[0].file.endswith("duel.json")
    scenario["agenda_needs"] = {"fortres": 2}
    found = problems_of(tiny)
    assert 'there is no agenda "fortres"' in found[0].message and found[0].path == "scenario.agenda_needs.fortres"
    scenario["agenda_needs"] = {agenda: 3}
    found = problems_of(first_agenda(tiny, "indigenous-innovation"))
    assert [p.severity for p in found] == ["warning"] and "indigenous_levels" in found[0].message


def test_one_of_a_thing_is_no_plural(tiny, pack_of):
    pack = pack_of(first_agenda(tiny, "chokehold", needs=1))
    assert "1 level." in Almanac(pack, rulebook(pack, "duel")).agendas[0].brief
    pack = pack_of(first_agenda(tiny, "swing-markets", needs=1))
    book = rulebook(pack, "duel")
    assert "1 buying bloc " in Words(book, Almanac(pack, book)).agenda(0)


@pytest.mark.parametrize("condition", RULEBOOK)
def test_a_number_beyond_what_a_game_can_reach_is_an_error(tiny, problems_of, condition):
    asked = ASKED[CONDITIONS[condition]]
    most = BUYERS if condition == "swing-markets" else asked.most
    for number in (asked.least - 1, most + 1):
        found = [p for p in problems_of(first_agenda(tiny, condition, needs=number)) if p.severity == "error"]
        assert [p.path for p in found] == ["agendas.0.needs"]
        assert f"may ask for {asked.least} to {most}, and asks for {number}" in found[0].message
        assert str(asked.usual) in found[0].suggestion


def test_a_number_that_the_scenario_says_is_warned_of(tiny, problems_of):
    found = problems_of(first_agenda(tiny, "indigenous-innovation", needs=3))
    assert [(p.severity, p.path) for p in found] == [("warning", "agendas.0.needs")]
    assert "indigenous_levels" in found[0].message


def test_every_condition_has_its_number_and_words():
    assert set(ASKED) == set(CONDITIONS.values())
    assert {name: ASKED[number].usual for name, number in CONDITIONS.items()} == RULEBOOK
    assert all(asked.least <= asked.usual <= asked.most for asked in ASKED.values())
