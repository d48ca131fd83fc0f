"""What an explanation foretells is what the market phase then does, and what it says of a number is so."""

import random

import pytest

from game.engine import terms as T
from game.engine.explain import (
    offers,
    why_approval,
    why_capital,
    why_income,
    why_lead,
    why_output,
    why_score,
    why_supply,
)
from game.engine.market import market
from game.engine.rules import apply, legal, mover, start
from game.engine.state import State, copy
from game.engine.terms import CHINA, CHIPS, MAGNETS, TOOLS, US
from tests.table import Table, scenario, table


def foretold(t) -> list[int]:  # type: ignore[no-untyped-def]
    """Budget, Political Capital and Approval of the US, as the explanations say they change."""
    return [why(t.book, t.s, US).value for why in (why_income, why_capital, why_approval)]


def brought(t) -> list[int]:  # type: ignore[no-untyped-def]
    before = [t.s.budget[US], t.s.capital[US], t.s.approval[US]]
    t.market()
    return [
        now - then
        for now, then in zip((t.s.budget[US], t.s.capital[US], t.s.approval[US]), before, strict=True)
    ]


CASES = {
    "nothing on the table": table(),
    "shortages lower Approval before it is counted": table().control(CHINA, MAGNETS, 3),
    "a token keeps the shortages away": table().control(CHINA, MAGNETS, 1).stock(US, MAGNETS, 1),
    "a level learnt earns a licence": table()
    .capability(US, TOOLS, 3)
    .progress(US, TOOLS, 6)
    .programme(US, TOOLS),
    "a level learnt from being choked earns a licence": table()
    .capability(US, TOOLS, 3)
    .progress(US, TOOLS, 6)
    .control(CHINA, TOOLS, 3),
    "spotlights won raise Approval": table().lit(T.AI, T.DEFENCE),
    "Approval is at the bottom": table().control(CHINA, MAGNETS, 3).meters(US, 0, 4, 0),
    "Political Capital is at the top": table().meters(US, 0, 9, 9),
    "measures that can't be paid for fall": table()
    .listing(US, T.AI)
    .listing(US, T.EV)
    .listing(US, T.CLEAN)
    .listing(US, T.AUTO)
    .meters(US, 0, 0, 2),
}


@pytest.mark.parametrize("case", CASES)
def test_meters_change_as_foretold(case: str) -> None:
    t = table()
    t.s.cells[:] = CASES[case].s.cells
    t.s.budget[US] = 0
    said = foretold(t)
    assert said == brought(t)


def _ends_of_rounds(seed: int) -> list[State]:
    """Positions of a random game before a side picks, every tenth."""
    book, luck = scenario("tech-war"), random.Random(seed)
    s, seen = start(book), []
    while mover(s) != T.NOBODY:
        if s.shared[T.PHASE] == T.MOVING and luck.random() < 0.1:
            seen.append(copy(s))
        apply(book, s, luck.choice(legal(book, s)))
    return seen


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_random_positions_supplies_outputs_and_income_are_what_they_are_said_to_be(seed: int) -> None:
    book = scenario("tech-war")
    for s in _ends_of_rounds(seed):
        for side in (US, CHINA):
            for i in range(T.UPSTREAM):
                ranked = offers(book, s, side, i)
                assert ranked[0].value == why_supply(book, s, side, i).value
                assert all(sum(term.value for term in o.terms) == o.value for o in ranked)
            for j in range(T.UPSTREAM, T.SECTORS):
                why = why_output(book, s, side, j)
                assert sum(term.value for term in why.terms) == why.value
        after = copy(s)
        said = [
            [why(book, s, side).value for why in (why_income, why_capital, why_approval)]
            for side in (US, CHINA)
        ]
        leads = sum(why_lead(book, s, j).value for j in range(T.UPSTREAM, T.SECTORS) if s.lit[j])
        market(book.tables, after)
        if after.shared[T.PHASE] == T.OVER:
            continue
        assert s.shared[T.TRACK] + leads == after.shared[T.TRACK]
        for side in (US, CHINA):
            assert min(T.TOP, s.budget[side] + said[side][0]) == after.budget[side]
            assert s.capital[side] + said[side][1] == after.capital[side]
            assert s.approval[side] + said[side][2] == after.approval[side]


def test_a_token_that_the_market_phase_will_spend_counts_in_what_a_lit_sector_would_bring() -> None:
    t = table().control(CHINA, MAGNETS, 3)
    held = next(j for j in range(T.UPSTREAM, T.SECTORS) if supply_cost(t, j))
    without = why_lead(t.book, t.s, held)
    within = why_lead(t.book, t.stock(US, MAGNETS, 2).s, held)
    assert within.terms[US].value > without.terms[US].value
    assert "stockpile" in within.words and "stockpile" not in without.words


def supply_cost(t: Table, j: int) -> bool:
    """Whether the US builds less of a sector for want of an input."""
    return why_output(t.book, t.s, US, j).value < t.s.capability[US * T.SECTORS + j]


def test_a_workaround_is_named_where_it_eases_a_control() -> None:
    t = table().control(US, CHIPS, 2)
    assert "workaround" not in why_supply(t.book, t.s, CHINA, CHIPS).words
    assert "eased by a workaround" in why_supply(t.book, t.workaround(CHINA, CHIPS).s, CHINA, CHIPS).words


def test_an_offer_that_nothing_is_added_to_has_no_sum() -> None:
    t = table()
    words = why_supply(t.book, t.s, CHINA, MAGNETS).words
    assert "next best: " in words and " = " not in words.split("next best: ")[1]


def test_a_score_of_nothing_names_the_tie_break() -> None:
    t = table().shared(T.TRACK, 0)
    assert why_score(t.book, t.s).words == "In all level: a draw, Resilience and Approval being equal."
    t.s.approval[CHINA] = 7
    assert why_score(t.book, t.s).words == "In all level: China would win by higher Approval."
    t.capability(US, MAGNETS, 3).shared(T.TRACK, -2)
    assert why_score(t.book, t.s).words == "In all level: United States would win by higher Resilience."
