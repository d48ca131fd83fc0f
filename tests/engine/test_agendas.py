"""Every agenda at the edge of its number, whatever number a pack asks for (rulebook 8.1)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.content.pack import CONDITIONS
from game.engine import terms as T
from game.engine.rulebook import Rulebook, write
from game.engine.scoring import agenda_met, score_term
from game.engine.state import State
from game.engine.supply import resilience
from game.engine.terms import CHINA, US
from game.match.standing import standing
from tests.table import Table, scenario

BASE = scenario("tech-war")
BUYING = tuple(b for b, bloc in enumerate(BASE.blocs) if bloc.buys != T.NONE)
Setup = Callable[[Table, int], object]  # a position of the US in which exactly so many are there


def asking(condition: str, needs: int) -> tuple[Rulebook, int]:
    """The rulebook of Tech War with another number in one agenda, and the number of that agenda."""
    agenda = next(n for n, a in enumerate(BASE.agendas) if a.condition == CONDITIONS[condition])
    agendas = [replace(a, needs=needs) if n == agenda else a for n, a in enumerate(BASE.agendas)]
    decks = tuple([c for n, c in enumerate(BASE.cards) if BASE.card_side(n) == side] for side in (US, CHINA))
    return write(BASE.sectors, BASE.blocs, decks, BASE.headlines, agendas, BASE.scenario), agenda  # type: ignore[arg-type]


def friends(t: Table, n: int) -> None:
    for k, bloc in enumerate(BUYING):
        t.align(bloc, 1 if k < n else 0)


def measures(t: Table, n: int) -> None:
    """A tariff is one of them, whatever its level; then two levels of one control are one; the rest are listings."""
    if n > 0:
        t.tariff(US, 3)
    if n > 1:
        t.control(US, T.CHIPS, 2)
    for j in range(n - 2):
        t.listing(US, T.UPSTREAM + j)


def levels(t: Table, n: int) -> None:
    for i in range(T.UPSTREAM):
        t.control(US, i, max(0, min(T.MAX_CONTROL, n - T.MAX_CONTROL * i)))


def inputs(t: Table) -> None:
    """Both could make anything, so that what they put out is what they are capable of: 5 everywhere."""
    for side in (US, CHINA):
        for sector in range(T.SECTORS):
            t.capability(side, sector, 10 if sector < T.UPSTREAM else 5)


def leads(t: Table, n: int) -> None:
    """So much in two sectors, more in a third that is the rival's, and as much in no other."""
    inputs(t)
    t.capability(US, T.AI, 5 + n).capability(US, T.CLEAN, 5 + n).capability(CHINA, T.AUTO, 10)


def ahead(t: Table, n: int) -> None:
    inputs(t)
    t.capability(US, T.AI, 5 + n)
    assert resilience(t.book.tables, t.s, US) == resilience(t.book.tables, t.s, CHINA) + n


def gained(t: Table, n: int) -> None:
    for i in range(T.UPSTREAM):
        start = BASE.tables.start[T.CAPABILITY + US * T.SECTORS + i]
        more = min(n, T.TOP - start)
        t.capability(US, i, start + more)
        n -= more


CASES: list[tuple[str, tuple[int, ...], Setup, int]] = [
    ("fortress", (2, 3, 5), ahead, 1),
    ("swing-markets", (1, 3, 5), friends, 1),
    ("open-door", (0, 1, 3), measures, -1),
    ("chokehold", (2, 3, 7), levels, 1),
    ("champion", (1, 3, 5), leads, 1),
    ("indigenous-innovation", (1, 2, 6), gained, 1),
    ("war-chest", (12, 17, 20), lambda t, n: t.meters(US, min(n, 10), n - min(n, 10), 5), 1),
    ("peacemaker", (0, 1, 4), lambda t, n: t.shared(T.TENSION, n), -1),
    ("brinkman", (2, 6, 9), lambda t, n: t.shared(T.TENSION, n), 1),
    ("mandate", (5, 9, 10), lambda t, n: t.meters(US, 0, 0, n), 1),
]


@pytest.mark.parametrize(("condition", "numbers", "setup", "way"), CASES, ids=[case[0] for case in CASES])
def test_the_number_itself_is_enough_and_one_less_is_not(
    condition: str, numbers: tuple[int, ...], setup: Setup, way: int
) -> None:
    """`way` is -1 where less is better."""
    for needs in numbers:
        book, agenda = asking(condition, needs)
        for n, is_met in ((needs, True), (needs - way, False)):
            t = Table(book)
            setup(t, n)
            t.put(T.AGENDA + agenda, T.KEPT + US).put(T.AGENDA_KEPT + US, 1)
            assert agenda_met(book.tables, t.s, US, agenda) == is_met, (needs, n)
            assert (score_term(book.tables, t.s, 3) == T.AGENDA_POINTS) == is_met
            tells_how_far(book, t.s, agenda, is_met)


def tells_how_far(book: Rulebook, s: State, agenda: int, is_met: bool) -> None:
    found = standing(book, s, US, agenda)
    assert found.is_met == is_met
    assert (found.share == 1.0) == is_met and 0 <= found.share <= 1
