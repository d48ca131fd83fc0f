"""Ways to use a card: what is closed says why, what is open would do what it says."""

from random import Random

import pytest

from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.view import observe
from game.match.changes import Change, Teller
from game.match.match import Match
from game.match.preview import answer
from game.match.seats import Seat
from game.match.uses import uses
from game.match.words import Words
from tests.table import Table, table

PEOPLE = (Seat(), Seat())


def words_of(t: Table, pack: Pack) -> Words:
    return Words(t.book, Almanac(pack, t.book))


def obstacle(pack: Pack, t: Table, side: int, name: str, use: int = T.USE_POLICY) -> str:
    card = t.book.card_number[side, name]
    return next(u.obstacle for u in uses(words_of(t, pack), t.s, card) if u.use == use)


@pytest.mark.parametrize("scenario", ["tech-war", "magnet-gambit", "sprint", "first-moves", "mirror-match"])
def test_a_use_has_an_obstacle_exactly_when_the_rules_forbid_it(pack: Pack, scenario: str) -> None:
    match, rng = Match(pack, scenario, PEOPLE, "uses"), Random(5)
    words = Words(match.book, Almanac(pack, match.book))
    looked = 0
    while not match.is_over:
        match.run_nature()
        if match.is_over:
            break
        if match.state.pick[T.STEP] == T.STEP_USE:
            legal = match.legal()
            for use in uses(words, match.state, match.state.pick[T.PICK_CARD]):
                assert (T.USE + use.use in legal) == (not use.obstacle), (use, legal)
                looked += 1
        elif match.state.pick[T.STEP] == T.STEP_TARGET:
            policy, *_rest, last = uses(words, match.state, match.state.pick[T.PICK_CARD])
            taken = policy if match.state.pick[T.PICK_USE] == T.USE_POLICY else last
            is_bloc = match.book.cards[taken.card].target == T.TARGET_BLOC
            assert [picks[-1] for picks in taken.picks(is_bloc)] == match.legal()
        match.submit(rng.choice(match.legal()))
    assert looked > 60


def test_what_can_not_be_paid_says_what_is_missing(pack: Pack) -> None:
    t = table().meters(T.US, 3, 1, 6)
    assert obstacle(pack, t, T.US, "advanced-chip-rules") == "Needs 3 Capital, you have 1."
    assert obstacle(pack, t, T.US, "chips-and-science-act") == "Needs 5 Budget, you have 3."


def test_a_measure_at_its_end_or_locked_says_so(pack: Pack) -> None:
    t = table().meters(T.US, 9, 9, 6).control(T.US, T.CHIPS, 3).listing(T.US, T.AI)
    assert "is at 3 already" in obstacle(pack, t, T.US, "october-2023-update")
    assert obstacle(pack, t, T.US, "ai-diffusion-rule") == "AI is listed already."
    t.put(T.LOCK + T.US * T.MEASURES + T.EV, 3)
    assert "locked to round 3" in obstacle(pack, t, T.US, "connected-vehicle-rule")


def test_icons_and_the_slot_say_why_they_are_closed(pack: Pack) -> None:
    t = table().meters(T.US, 0, 5, 10)
    assert obstacle(pack, t, T.US, "fab-tool-licence-rule", T.USE_ICON) == "Needs 1 Budget, you have 0."
    assert "Approval is at 10" in obstacle(pack, t, T.US, "eda-software-cut-off", T.USE_ICON + 2)
    t.s.slot_card[T.US] = 1
    assert "slot is taken" in obstacle(pack, t, T.US, "eda-software-cut-off", T.USE_SET)


def forecast(pack: Pack, t: Table, side: int, *picks: int) -> list[Change]:
    found = Teller(words_of(t, pack), observe(t.book, t.s, side)).forecast(list(picks))
    return [*found.certain]


def test_progress_is_told_with_what_the_next_level_takes(pack: Pack) -> None:
    t = table().meters(T.US, 6, 4, 6).hand(T.US, "project-stargate")
    card = T.CARD + t.book.card_number[T.US, "project-stargate"]
    told = [str(change) for change in forecast(pack, t, T.US, card, T.USE + T.USE_ICON)]
    assert told == ["Artificial intelligence progress 0 → 3 of 5", "Budget 6 → 3"]


def test_a_change_is_good_for_the_one_and_bad_for_the_other(pack: Pack) -> None:
    t = table().meters(T.US, 6, 4, 6).hand(T.US, "gulf-chip-deals")
    card = T.CARD + t.book.card_number[T.US, "gulf-chip-deals"]
    told = {str(c): c.good for c in forecast(pack, t, T.US, card, T.USE + T.USE_POLICY)}
    assert told == {"Gulf states 0 → US 2": 1, "Budget 6 → 8": 1, "Capital 4 → 3": -1}
    china = Teller(words_of(t, pack), observe(t.book, t.s, T.CHINA))
    changes = china.certain([(T.ALIGN + T.GULF, 0, 2), (T.BUDGET + T.US, 6, 8)])
    assert {str(c): c.good for c in changes} == {"Gulf states 0 → US 2": -1, "US Budget 6 → 8": -1}


def test_a_contingency_tells_what_its_answer_would_change(pack: Pack) -> None:
    t = table().meters(T.CHINA, 6, 4, 6).hand(T.CHINA, "gallium-germanium-licences")
    t.s.shared[T.MOVER] = T.CHINA
    seen = observe(t.book, t.s, T.CHINA)
    card = t.book.card_number[T.CHINA, "gallium-germanium-licences"]
    told = Teller(words_of(t, pack), seen).certain(answer(t.book, seen, card, T.NONE))
    assert [str(c) for c in told] == ["control on Rare earths & magnets 0 → 1", "Approval 6 → 7"]


def test_what_ends_the_game_says_who_would_win(pack: Pack) -> None:
    t = table().meters(T.US, 6, 9, 6).shared(T.TENSION, 9).hand(T.US, "connected-vehicle-rule")
    card = T.CARD + t.book.card_number[T.US, "connected-vehicle-rule"]
    found = Teller(words_of(t, pack), observe(t.book, t.s, T.US)).forecast([card, T.USE + T.USE_POLICY])
    assert found.ending.startswith("Ends the game by Rupture: ") and not found.market


def test_an_income_that_falls_because_what_passes_the_top_is_lost_says_so(pack: Pack) -> None:
    t = table().meters(T.US, 7, 6, 6).hand(T.US, "phase-one-purchases")
    card = T.CARD + t.book.card_number[T.US, "phase-one-purchases"]
    for budget, is_said in ((8, True), (1, False)):
        t.meters(T.US, budget, 6, 6)
        teller = Teller(words_of(t, pack), observe(t.book, t.s, T.US))
        found = [str(change) for change in teller.forecast([card, T.USE + T.USE_FUND]).market]
        income = [line for line in found if line.startswith("Budget income")]
        assert ["(up to the limit, 10)" in line for line in income] == [True] * is_said, found


def test_progress_that_a_level_takes_is_told_by_what_is_left_of_it(pack: Pack) -> None:
    """The market phase takes 5 away and adds a level, with or without the move: no step of −5 is of use to anybody."""
    t = table().progress(T.CHINA, T.TOOLS, 5)
    teller, cell = Teller(words_of(t, pack), observe(t.book, t.s, T.CHINA)), T.PROGRESS + T.SECTORS + T.TOOLS
    assert not teller.market([(cell, -5, -3)], [(cell, 5, 3)])
    assert [str(c) for c in teller.market([(cell, -5, -4)])] == ["Chip tools progress beyond the new level 0 → 1"]
    assert [str(c) for c in teller.market([(cell, 1, 2)])] == ["Chip tools progress gained +1 → +2"]
