"""What measures do when nobody moves: the economics table of the rulebook (13.2), for any scenario.

Measures stand from before round 1; both sides pass all moves; no headlines; the ends of the track are switched off;
nobody runs out of Political Capital.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.engine import terms as T
from game.engine.event import Event, read_log
from game.engine.market import market
from game.engine.rulebook import Rulebook
from game.engine.rules import start
from game.engine.state import State, listening
from game.engine.supply import resilience

ROUNDS = 8
OUT_OF_REACH = 999


@dataclass(frozen=True, slots=True)
class Case:
    """What stands on the table: (side, input, level), blocs and how they are aligned, (side, sector) programmes."""

    title: str
    victim: int
    controls: tuple[tuple[int, int, int], ...] = ()
    blocs: tuple[tuple[int, int], ...] = ()
    programmes: tuple[tuple[int, int], ...] = ()


CHIP_ALLIES = ((T.TAIWAN, 2), (T.KOREA, 2))
ALL_ALLIES = ((T.EU, 2), (T.JAPAN, 2), *CHIP_ALLIES)
CASES = (
    Case("nothing", T.CHINA),
    Case("US CHIPS 2, nobody joins", T.CHINA, ((T.US, T.CHIPS, 2),)),
    Case("US CHIPS 3, alone", T.CHINA, ((T.US, T.CHIPS, 3),)),
    Case("US CHIPS 3, Taiwan and Korea joined", T.CHINA, ((T.US, T.CHIPS, 3),), CHIP_ALLIES),
    Case(
        "the same, and a Chinese programme in CHIPS",
        T.CHINA,
        ((T.US, T.CHIPS, 3),),
        CHIP_ALLIES,
        ((T.CHINA, T.CHIPS),),
    ),
    Case("US TOOLS 3, alone", T.CHINA, ((T.US, T.TOOLS, 3),)),
    Case(
        "US TOOLS 3 and CHIPS 3, all four joined",
        T.CHINA,
        ((T.US, T.TOOLS, 3), (T.US, T.CHIPS, 3)),
        ALL_ALLIES,
    ),
    Case("China MAGNETS 2", T.US, ((T.CHINA, T.MAGNETS, 2),)),
    Case("China MAGNETS 3", T.US, ((T.CHINA, T.MAGNETS, 3),)),
    Case(
        "the same, and a US programme in MAGNETS", T.US, ((T.CHINA, T.MAGNETS, 3),), (), ((T.US, T.MAGNETS),)
    ),
)


@dataclass(frozen=True, slots=True)
class Years:
    """What happened, by round from 0, then by side."""

    outputs: list[list[list[int]]]  # of the six scoring sectors, in step 1 of the market phase
    income: list[list[int]]
    levels: list[list[list[int]]]  # capabilities after the round
    resilience: list[list[int]]  # after the round

    def level(self, side: int, sector: int, after: int) -> int:
        return self.levels[after - 1][side][sector]

    def output(self, side: int, sector: int, in_round: int) -> int:
        return self.outputs[in_round - 1][side][sector - T.UPSTREAM]

    def first_round_at(self, side: int, sector: int, level: int) -> int:
        """The first round after which a sector has that level, 0 if none."""
        return next((n for n in range(1, ROUNDS + 1) if self.level(side, sector, n) >= level), 0)


def position(book: Rulebook, case: Case) -> State:
    """The scenario's start with the case's measures on the table, in round 1."""
    s = start(book)
    s.shared[T.PHASE], s.shared[T.MOVER], s.shared[T.ROUND], s.shared[T.STARTER] = T.MOVING, T.US, 1, T.US
    for side, i, level in case.controls:
        s.control[side * T.UPSTREAM + i] = level
    for bloc, align in case.blocs:
        s.align[bloc] = align
    for side, sector in case.programmes:
        s.programme[side * T.SECTORS + sector] = 1
    return s


def years(book: Rulebook, s: State) -> Years:
    """Eight market phases from a position, in which nobody moves."""
    setting = list(book.tables.setting)
    setting[T.END_US] = setting[T.END_CHINA] = OUT_OF_REACH
    tables = book.tables._replace(setting=tuple(setting))
    found = Years([], [], [], [])
    for _ in range(ROUNDS):
        for side in (T.US, T.CHINA):
            s.budget[side] = 0  # so that no income is lost above 10
            s.capital[side] = T.TOP  # measures stay, whatever upkeep costs
        heard = listening(s)
        market(tables, heard)
        events = read_log(heard)
        found.outputs.append([_outputs(events, side) for side in (T.US, T.CHINA)])
        found.income.append([int(s.budget[side]) for side in (T.US, T.CHINA)])
        found.levels.append(
            [[int(s.capability[side * T.SECTORS + k]) for k in range(T.SECTORS)] for side in (T.US, T.CHINA)]
        )
        found.resilience.append([resilience(book.tables, s, side) for side in (T.US, T.CHINA)])
    return found


def _outputs(events: Sequence[Event], side: int) -> list[int]:
    notes = {event.old: event.new for event in events if event.what == T.NOTE_OUTPUT}
    return [notes[side * T.SECTORS + j] for j in range(T.UPSTREAM, T.SECTORS)]


def table(book: Rulebook) -> list[dict[str, Any]]:
    """The cases as rows of JSON values, each with the victim's outputs and the exporter's income."""
    rows = []
    for case in CASES:
        found, victim = years(book, position(book, case)), case.victim
        rows.append(
            {
                "case": case.title,
                "victim": ("us", "china")[victim],
                "outputs": [found.outputs[n - 1][victim] for n in (1, 4, 8)],
                "income": [found.income[n - 1][1 - victim] for n in (1, 4, 8)],
                "resilience": [found.resilience[n - 1][victim] for n in (1, 4, 8)],
            }
        )
    return rows
