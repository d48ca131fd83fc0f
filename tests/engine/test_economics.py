"""The economics check of the rulebook (13.2): nobody moves, no headlines, measures stand from before round 1."""

from game.engine import terms as T
from game.engine.terms import CHINA, CHIPS, EU, JAPAN, KOREA, MAGNETS, TAIWAN, TOOLS, US
from game.lab.economics import Years, years
from tests.table import Table, table

AI, DEVICES, EV, CLEAN, AUTO, DEFENCE = range(T.UPSTREAM, T.SECTORS)


def years_of(t: Table) -> Years:
    return years(t.book, t.s)


def chips_with_allies() -> Table:
    return table().control(US, CHIPS, 3).align(TAIWAN, 2).align(KOREA, 2)


def test_without_measures_everybody_builds_at_capability() -> None:
    found = years_of(table())
    assert found.outputs[0] == [[8, 7, 6, 5, 6, 9], [6, 7, 8, 8, 6, 5]]
    assert found.income[0] == [5, 6]


def test_a_chip_control_of_2_leaks_through_neutral_taiwan() -> None:
    found = years_of(table().control(US, CHIPS, 2))
    assert found.outputs[0][CHINA] == [6, 6, 8, 8, 6, 5]
    assert found.income[0][US] == 4
    assert found.level(CHINA, CHIPS, 5) == 4 and found.first_round_at(CHINA, CHIPS, 5) == 6


def test_a_chip_control_of_3_alone_costs_two_outputs_and_the_licence() -> None:
    found = years_of(table().control(US, CHIPS, 3))
    assert (found.output(CHINA, AI, 1), found.output(CHINA, DEVICES, 1)) == (5, 5)
    licence_lost, contract_won = 1, 1  # ASEAN now buys American devices, which hides the loss
    assert found.income[0][US] == 5 - licence_lost + contract_won
    assert found.first_round_at(CHINA, CHIPS, 5) == 6


def test_with_both_chip_makers_joined_it_bites_and_teaches_faster() -> None:
    found = years_of(chips_with_allies())
    assert (found.output(CHINA, AI, 1), found.output(CHINA, DEVICES, 1)) == (4, 4)
    assert found.first_round_at(CHINA, CHIPS, 5) == 3


def test_a_national_programme_restores_the_outputs_in_six_rounds() -> None:
    found = years_of(chips_with_allies().programme(CHINA, CHIPS))
    pairs = [(found.output(CHINA, AI, n), found.output(CHINA, DEVICES, n)) for n in range(1, 9)]
    assert pairs[0] == (4, 4)
    assert pairs[2] == (5, 5)
    assert pairs[4] == (6, 6)
    assert pairs[6] == (6, 7)
    assert found.level(CHINA, CHIPS, 8) == 8


def test_a_tool_control_chokes_legacy_chips_and_with_them_cars() -> None:
    found = years_of(table().control(US, TOOLS, 3))
    assert found.output(CHINA, EV, 1) == 6
    assert found.income[0][US] == 4
    assert found.first_round_at(CHINA, TOOLS, 4) == 6


def test_both_controls_with_all_four_allies_crush_and_educate() -> None:
    t = table().control(US, TOOLS, 3).control(US, CHIPS, 3)
    for bloc in (EU, JAPAN, KOREA, TAIWAN):
        t.align(bloc, 2)
    found = years_of(t)
    assert (found.output(CHINA, AI, 1), found.output(CHINA, DEVICES, 1), found.output(CHINA, EV, 1)) == (
        3,
        3,
        6,
    )
    assert found.level(CHINA, TOOLS, 6) == 5 and found.level(CHINA, CHIPS, 6) == 6
    assert found.resilience[5][CHINA] == 33
    assert table().resilience(CHINA) == 25


def test_a_magnet_control_of_2_hits_cars_and_defence() -> None:
    found = years_of(table().control(CHINA, MAGNETS, 2))
    assert (found.output(US, EV, 1), found.output(US, DEFENCE, 1)) == (5, 5)
    assert found.income[0][CHINA] == 5
    assert table().level(US, MAGNETS) == 2 and found.level(US, MAGNETS, 6) == 4
    assert found.resilience[5][US] == 32


def test_a_magnet_control_of_3_needs_no_coalition() -> None:
    found = years_of(table().control(CHINA, MAGNETS, 3))
    assert [found.output(US, j, 1) for j in (EV, CLEAN, DEFENCE)] == [3, 3, 3]
    assert found.income[0][CHINA] == 5
    assert found.level(US, MAGNETS, 6) == 4


def test_against_it_a_national_programme_pays_off_by_round_7() -> None:
    found = years_of(table().control(CHINA, MAGNETS, 3).programme(US, MAGNETS))
    assert (found.output(US, EV, 7), found.output(US, DEFENCE, 7)) == (6, 6)
    assert found.level(US, MAGNETS, 8) == 7
    assert found.resilience[7][US] == 38
