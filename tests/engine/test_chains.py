"""The supply graph: which arrows bind, which offers a control strikes out, which sectors a measure bites."""

import random

import pytest

from game.engine import terms as T
from game.engine.chains import Arrow, Chains, bites, chains
from game.engine.explain import BARS, DEFIES, JOINED, LEAKS, OWN, RIVAL, binding_input
from game.engine.rules import apply, legal, mover, start
from game.engine.state import State, copy
from game.engine.supply import output, supply
from game.engine.terms import AI, CHINA, CHIPS, DEFENCE, EV, KOREA, LEGACY, MAGNETS, TAIWAN, TOOLS, US
from tests.table import Table, scenario, table


def graph(t: Table, side: int) -> Chains:
    return chains(t.book, t.s, side)


def arrow(found: Chains, i: int, j: int) -> Arrow:
    return next(a for a in found.arrows if (a.input, a.sector) == (i, j))


def test_the_graph_has_the_eleven_arrows_of_the_rulebook_two_of_them_dashed() -> None:
    found = graph(table(), US)
    assert {(a.input, a.sector) for a in found.arrows} == {
        (TOOLS, CHIPS),
        (TOOLS, LEGACY),
        (CHIPS, AI),
        (CHIPS, T.DEVICES),
        (LEGACY, EV),
        (MAGNETS, EV),
        (MAGNETS, T.CLEAN),
        (LEGACY, T.AUTO),
        (MAGNETS, T.AUTO),
        (MAGNETS, DEFENCE),
        (CHIPS, DEFENCE),
    }
    assert {(a.input, a.sector) for a in found.arrows if a.slack} == {(MAGNETS, T.AUTO), (CHIPS, DEFENCE)}


def test_an_arrow_binds_where_its_input_holds_the_sector_down() -> None:
    t = table().control(US, CHIPS, 3).align(TAIWAN, 2).align(KOREA, 2)
    found = graph(t, CHINA)
    assert arrow(found, CHIPS, AI) == Arrow(CHIPS, AI, 0, 4, True)
    assert not arrow(found, CHIPS, DEFENCE).binds  # 4 + 3 is more than it can make


def test_a_dashed_arrow_gives_three_more() -> None:
    t = table().control(CHINA, MAGNETS, 3).control(US, CHIPS, 3)
    assert arrow(graph(t, CHINA), CHIPS, DEFENCE).limit == t.supply(CHINA, CHIPS) + 3


def test_tools_bind_own_chips_only_where_more_tools_would_mean_more_supply() -> None:
    t = table().capability(CHINA, TOOLS, 2).capability(CHINA, LEGACY, 8).control(US, TOOLS, 3)
    t.align(T.EU, 2).align(T.JAPAN, 2)
    assert t.supply(CHINA, TOOLS) == 2
    assert arrow(graph(t, CHINA), TOOLS, LEGACY).binds
    assert not arrow(graph(t, CHINA), TOOLS, CHIPS).binds  # Taiwan sells more than China could make anyway


def test_offers_say_whose_they_are_and_what_they_do_about_a_control() -> None:
    t = table().control(US, CHIPS, 2).align(TAIWAN, 2).align(KOREA, 0)
    ways = {o.source: (o.way, o.barred) for o in graph(t, CHINA).offers[CHIPS]}
    assert ways == {OWN: ("", 0), RIVAL: (BARS, 4), KOREA: (LEAKS, 2), TAIWAN: (JOINED, 4)}
    t.align(TAIWAN, -2)
    ways = {o.source: (o.way, o.barred) for o in graph(t, CHINA).offers[CHIPS]}
    assert ways[TAIWAN] == (DEFIES, 0)


def test_an_offer_is_struck_if_it_would_win_without_the_control() -> None:
    t = table().control(US, TOOLS, 3).align(T.EU, 2)
    struck = [o.supplier for o in graph(t, CHINA).struck(TOOLS)]
    assert "European Union" in struck and "United States" in struck
    assert graph(table(), CHINA).struck(TOOLS) == []


def test_a_control_bites_what_would_make_more_without_it() -> None:
    t = table().control(CHINA, MAGNETS, 3)
    assert bites(t.book, t.s, CHINA, MAGNETS) == (EV, T.CLEAN, DEFENCE)
    assert bites(t.book, t.s, US, CHIPS) == ()
    lone = table().control(US, CHIPS, 1)
    assert bites(lone.book, lone.s, US, CHIPS) == ()  # Taiwan sells on


def test_a_listing_bites_its_sector_and_a_tariff_none() -> None:
    t = table().listing(US, T.DEVICES).tariff(US, 2)
    assert bites(t.book, t.s, US, T.DEVICES) == (T.DEVICES,)
    assert bites(t.book, t.s, US, T.TARIFF_MEASURE) == ()


def positions(seed: int) -> list[State]:
    book, luck = scenario("tech-war"), random.Random(seed)
    s, found = start(book), []
    while mover(s) != T.NOBODY:
        if luck.random() < 0.1:
            found.append(copy(s))
        apply(book, s, luck.choice(legal(book, s)))
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_random_positions_the_graph_says_what_the_rules_say(seed: int) -> None:
    book = scenario("tech-war")
    for s in positions(seed):
        before = s.cells.tobytes()
        for side in (US, CHINA):
            found = chains(book, s, side)
            for i in range(T.UPSTREAM):
                assert found.made[i] == supply(book.tables, s, side, i) == found.offers[i][0].value
            for j in range(T.UPSTREAM, T.SECTORS):
                assert found.made[j] == output(book.tables, s, side, j)
                first = binding_input(book, s, side, j)
                chokes = [a.input for a in found.chokes(j)]
                assert chokes[:1] == ([first] if first != T.NONE else [])
            for measure in range(T.MEASURES):
                bites(book, s, side, measure)
        assert s.cells.tobytes() == before
