"""Private aims: what the role sheets ask for is what is looked up at the end."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.classroom.debrief import debrief
from game.classroom.report import page
from game.classroom.roles import TESTS, aims, role_aims
from game.classroom.rounds import Moment, moments
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.state import State, copy
from game.match.match import Match
from game.match.seats import Seat
from game.players.core import PlainCore

from .test_debrief import played

SIDE = T.CHINA


@pytest.fixture(scope="module")
def match() -> Match:
    from game.content.compile import load_base

    return Match(load_base(), "tech-war", (Seat(), Seat()), "roles")


def course(
    match: Match, change: Callable[[State], None], outputs: dict[int, int] | None = None
) -> list[Moment]:
    """The opening, and an end that differs from it by the change."""
    (first,) = moments(match, T.ALL)
    seen, made = copy(first.seen), list(first.outputs)
    seen.approval[SIDE] = 5
    change(seen)
    for sector, by in (outputs or {}).items():
        made[SIDE * T.SECTORS + sector] += by
    return [first, replace(first, round=1, seen=seen, outputs=tuple(made))]


def is_met(match: Match, role: str, *told: Moment) -> bool:
    return next(aim for aim in role_aims(match.book, told) if aim.role == role).is_met[SIDE]


def nothing(s: State) -> None:
    """No change."""


def test_every_role_of_the_sheets_has_an_aim_that_can_be_looked_up() -> None:
    assert aims().keys() == TESTS.keys() and len(aims()) == 5
    assert all(words.endswith(".") and "Show this" not in words for words in aims().values())


def test_the_leader_keeps_approval_and_the_peace(match: Match) -> None:
    def well(s: State) -> None:
        s.approval[SIDE] = 6

    def ruptured(s: State) -> None:
        well(s)
        s.shared[T.ENDING] = T.RUPTURE

    assert is_met(match, "leader", *course(match, well))
    assert not is_met(match, "leader", *course(match, nothing))
    assert not is_met(match, "leader", *course(match, ruptured))


def test_industry_raises_two_outputs(match: Match) -> None:
    assert is_met(match, "industry", *course(match, nothing, {T.UPSTREAM: 1, T.UPSTREAM + 2: 2}))
    assert not is_met(match, "industry", *course(match, nothing, {T.UPSTREAM: 3}))


def test_trade_keeps_tariff_and_decoupling_low(match: Match) -> None:
    def taxed(s: State) -> None:
        s.tariff[SIDE] = 2

    def split(s: State) -> None:
        s.shared[T.DECOUPLING] = 3

    assert is_met(match, "trade", *course(match, nothing))
    assert not is_met(match, "trade", *course(match, taxed))
    assert not is_met(match, "trade", *course(match, split))


def test_security_wants_resilience_and_a_measure(match: Match) -> None:
    def strong(s: State) -> None:
        for sector in range(T.SECTORS):
            s.capability[SIDE * T.SECTORS + sector] = 10

    def armed(s: State) -> None:
        strong(s)
        s.listing[SIDE * T.SECTORS + T.UPSTREAM] = 1

    assert is_met(match, "security", *course(match, armed))
    assert not is_met(match, "security", *course(match, strong))
    assert not is_met(match, "security", *course(match, nothing))


def test_diplomacy_wants_friends_and_a_deal(pack: Pack) -> None:
    for seed in range(60):
        whole = played(pack, "tech-war", f"deal {seed}", 400)
        told = moments(whole, T.ALL)
        had_deal = any(e.what == T.NOTE_ACCEPT for m in told for e in m.told)
        leans = [whole.state.align[bloc] for bloc in range(T.BLOCS)]  # + is toward the US
        friends = sum(lean < 0 for lean in leans) > sum(lean > 0 for lean in leans)
        assert is_met(whole, "diplomacy", *told) == (had_deal and friends)
        if had_deal and friends:
            return
    raise AssertionError("no match had a deal and friends")


def test_the_report_opens_the_aims_when_the_match_is_over_and_not_before(pack: Pack) -> None:
    for most, is_over in ((400, True), (60, False)):
        match = played(pack, "sprint", "roles", most)
        text = page(debrief(match, PlainCore(match.book)))
        assert match.is_over == is_over == ("Private aims of the roles" in text)
