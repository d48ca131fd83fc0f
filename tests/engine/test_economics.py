"""The economics check of the rulebook (13.2): nobody moves, no headlines, measures stand from before round 1."""

from game.engine import terms as T
from game.engine.event import Event, read_log
from game.engine.market import market
from game.engine.state import listening
from game.engine.terms import CHINA, CHIPS, EU, JAPAN, KOREA, MAGNETS, TAIWAN, TOOLS, US
from tests.table import Table, table

AI, DEVICES, EV, CLEAN, AUTO, DEFENCE = range(T.UPSTREAM, T.SECTORS)


class Years:
    """Rounds of market phases with both sides passing and the ends of the track out of reach."""

    def __init__(self, t: Table) -> None:
        self.t = t
        self.outputs: list[list[list[int]]] = []  # [round - 1][side] the six downstream outputs
        self.income: list[list[int]] = []  # [round - 1][side]
        self.levels: list[list[list[int]]] = []  # [round - 1][side] capabilities after that round
        self.resilience: list[list[int]] = []
        for _ in range(8):
            self._round()

    def _round(self) -> None:
        s = self.t.s
        for side in (US, CHINA):
            s.budget[side] = 0  # so that no income is lost above 10
            s.capital[side] = 10  # measures stay, whatever upkeep costs
        heard = listening(s)
        market(self.t.book.tables._replace(setting=_endless(self.t)), heard)
        events = read_log(heard)
        self.outputs.append([self._outputs(events, side) for side in (US, CHINA)])
        self.income.append([int(s.budget[side]) for side in (US, CHINA)])
        self.levels.append([[self.t.level(side, k) for k in range(T.SECTORS)] for side in (US, CHINA)])
        self.resilience.append([self.t.resilience(side) for side in (US, CHINA)])

    def _outputs(self, events: list[Event], side: int) -> list[int]:
        notes = {event.old: event.new for event in events if event.what == T.NOTE_OUTPUT}
        return [notes[side * T.SECTORS + j] for j in range(T.UPSTREAM, T.SECTORS)]

    def level(self, side: int, sector: int, after: int) -> int:
        return self.levels[after - 1][side][sector]

    def output(self, side: int, sector: int, in_round: int) -> int:
        return self.outputs[in_round - 1][side][sector - T.UPSTREAM]

    def first_round_at(self, side: int, sector: int, level: int) -> int:
        return next(n for n in range(1, 9) if self.level(side, sector, n) >= level)


def _endless(t: Table) -> tuple[int, ...]:
    setting = list(t.book.tables.setting)
    setting[T.END_US] = setting[T.END_CHINA] = 999
    return tuple(setting)


def chips_with_allies() -> Table:
    return table().control(US, CHIPS, 3).align(TAIWAN, 2).align(KOREA, 2)


def test_without_measures_everybody_builds_at_capability() -> None:
    years = Years(table())
    assert years.outputs[0] == [[8, 7, 6, 5, 6, 9], [6, 7, 8, 8, 6, 5]]
    assert years.income[0] == [5, 6]


def test_a_chip_control_of_2_leaks_through_neutral_taiwan() -> None:
    years = Years(table().control(US, CHIPS, 2))
    assert years.outputs[0][CHINA] == [6, 6, 8, 8, 6, 5]
    assert years.income[0][US] == 4
    assert years.level(CHINA, CHIPS, 5) == 4 and years.first_round_at(CHINA, CHIPS, 5) == 6


def test_a_chip_control_of_3_alone_costs_two_outputs_and_the_licence() -> None:
    years = Years(table().control(US, CHIPS, 3))
    assert (years.output(CHINA, AI, 1), years.output(CHINA, DEVICES, 1)) == (5, 5)
    licence_lost, contract_won = 1, 1  # ASEAN now buys American devices, which hides the loss
    assert years.income[0][US] == 5 - licence_lost + contract_won
    assert years.first_round_at(CHINA, CHIPS, 5) == 6


def test_with_both_chip_makers_joined_it_bites_and_teaches_faster() -> None:
    years = Years(chips_with_allies())
    assert (years.output(CHINA, AI, 1), years.output(CHINA, DEVICES, 1)) == (4, 4)
    assert years.first_round_at(CHINA, CHIPS, 5) == 3


def test_a_national_programme_restores_the_outputs_in_six_rounds() -> None:
    years = Years(chips_with_allies().programme(CHINA, CHIPS))
    pairs = [(years.output(CHINA, AI, n), years.output(CHINA, DEVICES, n)) for n in range(1, 9)]
    assert pairs[0] == (4, 4)
    assert pairs[2] == (5, 5)
    assert pairs[4] == (6, 6)
    assert pairs[6] == (6, 7)
    assert years.level(CHINA, CHIPS, 8) == 8


def test_a_tool_control_chokes_everyday_chips_and_with_them_cars() -> None:
    years = Years(table().control(US, TOOLS, 3))
    assert years.output(CHINA, EV, 1) == 6
    assert years.income[0][US] == 4
    assert years.first_round_at(CHINA, TOOLS, 4) == 6


def test_both_controls_with_all_four_allies_crush_and_educate() -> None:
    t = table().control(US, TOOLS, 3).control(US, CHIPS, 3)
    for bloc in (EU, JAPAN, KOREA, TAIWAN):
        t.align(bloc, 2)
    years = Years(t)
    assert (years.output(CHINA, AI, 1), years.output(CHINA, DEVICES, 1), years.output(CHINA, EV, 1)) == (
        3,
        3,
        6,
    )
    assert years.level(CHINA, TOOLS, 6) == 5 and years.level(CHINA, CHIPS, 6) == 6
    assert years.resilience[5][CHINA] == 33
    assert table().resilience(CHINA) == 25


def test_a_magnet_control_of_2_hits_cars_and_defence() -> None:
    years = Years(table().control(CHINA, MAGNETS, 2))
    assert (years.output(US, EV, 1), years.output(US, DEFENCE, 1)) == (5, 5)
    assert years.income[0][CHINA] == 5
    assert table().level(US, MAGNETS) == 2 and years.level(US, MAGNETS, 6) == 4
    assert years.resilience[5][US] == 32


def test_a_magnet_control_of_3_needs_no_coalition() -> None:
    years = Years(table().control(CHINA, MAGNETS, 3))
    assert [years.output(US, j, 1) for j in (EV, CLEAN, DEFENCE)] == [3, 3, 3]
    assert years.income[0][CHINA] == 5
    assert years.level(US, MAGNETS, 6) == 4


def test_against_it_a_national_programme_pays_off_by_round_7() -> None:
    years = Years(table().control(CHINA, MAGNETS, 3).programme(US, MAGNETS))
    assert (years.output(US, EV, 7), years.output(US, DEFENCE, 7)) == (6, 6)
    assert years.level(US, MAGNETS, 8) == 7
    assert years.resilience[7][US] == 38
