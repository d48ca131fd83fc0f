"""The rulebook, sentence by sentence, where a single card's transcript does not show it."""

from dataclasses import replace

import pytest

from game.engine import terms as T
from game.engine.rules import outcome
from game.engine.terms import CHINA, CHIPS, DEFENCE, EV, LEGACY, MAGNETS, SOUTH, TAIWAN, TOOLS, US
from game.engine.view import observe
from tests.table import table

# --- supply and output (1.3) ---------------------------------------------------------------------


def test_a_neutral_supplier_obeys_half_of_a_control() -> None:
    assert table().control(US, CHIPS, 2).align(TAIWAN, 0).supply(CHINA, CHIPS) == 6


def test_a_supplier_that_joined_obeys_all_of_it_and_a_defiant_one_nothing() -> None:
    t = table().control(US, CHIPS, 2).align(TAIWAN, 2).align(T.KOREA, -2)
    assert t.supply(CHINA, CHIPS) == 7  # Korea defies; Taiwan would sell at 4


def test_a_workaround_counts_as_one_control_level_less() -> None:
    t = table().control(US, CHIPS, 2).align(TAIWAN, 2).align(T.KOREA, 2)
    assert t.supply(CHINA, CHIPS) == 4
    assert t.workaround(CHINA, CHIPS).supply(CHINA, CHIPS) == 6


def test_own_chips_can_not_exceed_the_supply_of_tools() -> None:
    t = table().capability(CHINA, CHIPS, 9).control(US, TOOLS, 3).control(US, CHIPS, 3)
    for bloc in (T.EU, T.JAPAN, T.KOREA, TAIWAN):
        t.align(bloc, 2)
    assert t.supply(CHINA, TOOLS) == 3
    assert t.supply(CHINA, CHIPS) == 3


def test_a_headline_shock_hits_foreign_offers_and_never_the_own() -> None:
    t = table()
    t.s.shock[MAGNETS] = 2
    assert t.supply(US, MAGNETS) == 7 and t.supply(CHINA, MAGNETS) == 9


def test_decoupling_weakens_the_rival_as_a_source() -> None:
    t = table().shared(T.DECOUPLING, 6)
    assert t.supply(US, MAGNETS) == 7


def test_a_dashed_arrow_binds_only_three_below() -> None:
    t = table().control(CHINA, MAGNETS, 0).capability(US, DEFENCE, 10).capability(US, CHIPS, 3)
    for bloc in (TAIWAN, T.KOREA):
        t.put(T.SOURCE + bloc, 0)
    assert t.output(US, DEFENCE) == 9  # magnets 9 bind before chips 8 + 3 do


def test_a_listing_takes_one_off_and_never_goes_below_zero() -> None:
    assert table().listing(CHINA, EV).output(US, EV) == 5
    assert table().capability(US, EV, 0).listing(CHINA, EV).output(US, EV) == 0


# --- progress ------------------------------------------------------------------------------------


def test_catching_up_costs_four_and_pushing_the_frontier_five_and_two_more_upstream() -> None:
    t = (
        table()
        .capability(US, T.AUTO, 5)
        .hand(US, "reshoring-drive")
        .meters(US, 9, 9, 5)
        .progress(US, T.AUTO, 2)
    )
    t.play("play reshoring-drive", "use policy")
    assert t.level(US, T.AUTO) == 6 and t.s.progress[T.AUTO] == 1


def test_one_addition_can_give_several_levels_at_rising_cost() -> None:
    t = table().capability(US, T.AUTO, 4).capability(CHINA, T.AUTO, 5).progress(US, T.AUTO, 6)
    t.hand(US, "reshoring-drive").meters(US, 9, 9, 5).play("play reshoring-drive", "use policy")
    assert t.level(US, T.AUTO) == 6 and t.s.progress[T.AUTO] == 0  # 9 = 4 to level 5, 5 to level 6


def test_at_the_top_progress_is_gone() -> None:
    t = table().capability(US, T.AUTO, 9).progress(US, T.AUTO, 4)
    t.hand(US, "reshoring-drive").meters(US, 9, 9, 5).play("play reshoring-drive", "use policy")
    assert t.level(US, T.AUTO) == 10 and t.s.progress[T.AUTO] == 0


# --- moves (4) -----------------------------------------------------------------------------------


def test_a_policy_that_can_not_be_paid_is_not_legal_even_if_it_brings_the_money() -> None:
    t = table().hand(US, "phase-one-purchases", "chips-and-science-act").meters(US, 3, 4, 6)
    t.play("play chips-and-science-act")
    assert "use policy" not in t.legal() and "use fund" in t.legal()


def test_courting_buys_as_many_steps_as_the_points_pay_for() -> None:
    t = table().hand(US, "reciprocal-tariffs").align(T.INDIA, -1)
    t.play("play reciprocal-tariffs", "use icon 3")
    assert t.s.align[T.INDIA] == 2  # 1 + 1 + 2 of 4 points


def test_a_step_that_costs_more_than_the_points_is_not_legal() -> None:
    t = table().hand(US, "secure-enclave", "indo-pacific-framework").align(T.ASEAN, 2)
    t.play("play indo-pacific-framework")
    assert "use icon 1" not in t.legal()


def test_investing_pays_no_more_than_there_is() -> None:
    t = table().hand(US, "chips-and-science-act").meters(US, 2, 4, 6)
    t.play("play chips-and-science-act", "use icon 1")
    assert t.s.budget[US] == 0 and t.s.progress[CHIPS] == 2


def test_lifting_brings_one_capital_and_lowers_tension() -> None:
    t = table().control(US, CHIPS, 2).meters(US, 6, 4, 6).shared(T.TENSION, 4).play("lift control chips")
    assert (t.s.control[CHIPS], t.s.capital[US], t.s.shared[T.TENSION]) == (1, 5, 3)


def test_with_an_empty_hand_passing_is_left_and_brings_one_budget() -> None:
    t = table()
    assert t.legal() == ["pass"]
    assert t.play("pass").s.budget[US] == 7


def test_sides_alternate_until_both_have_made_four_moves() -> None:
    t = table().shared(T.TRACK, 0)
    for k in range(7):
        assert t.s.shared[T.MOVER] == (US, CHINA)[k % 2]
        t.play("pass")
    assert t.s.shared[T.ROUND] == 1
    t.play("pass")
    assert t.s.shared[T.ROUND] == 2


# --- deals (4.1) ---------------------------------------------------------------------------------


def offered(sweetener: int = 0):  # type: ignore[no-untyped-def]
    t = table().control(US, CHIPS, 2).control(CHINA, MAGNETS, 1).shared(T.TENSION, 4)
    t.meters(US, 6, 4, 6).meters(CHINA, 6, 4, 6)
    return t.play("offer control chips", "for control magnets", f"sweeten {sweetener}")


def test_an_accepted_deal_lowers_and_locks_both_and_calms() -> None:
    t = offered(2).play("accept")
    assert (t.s.control[CHIPS], t.s.control[T.UPSTREAM + MAGNETS]) == (1, 0)
    assert t.s.lock[CHIPS] == t.s.lock[T.MEASURES + MAGNETS] == 2
    assert (t.s.budget[US], t.s.budget[CHINA]) == (4, 8)
    assert t.s.shared[T.TENSION] == 3 and t.s.approval[US] == t.s.approval[CHINA] == 7
    assert t.s.moves[US] == 3 and t.s.shared[T.MOVER] == CHINA


def test_while_an_offer_is_open_there_is_only_yes_or_no() -> None:
    assert offered().legal() == ["accept", "refuse"]


def test_a_refusal_costs_the_refuser_and_leaves_the_move_but_no_second_proposal() -> None:
    t = offered().play("refuse")
    assert t.s.capital[CHINA] == 3 and t.s.moves[US] == 4 and t.s.shared[T.MOVER] == US
    assert not any(text.startswith("offer") for text in t.legal())


def test_a_locked_measure_can_not_be_raised_but_can_be_lifted() -> None:
    t = offered().play("accept", "pass").hand(US, "october-2023-update")
    t.meters(US, 6, 6, 6).play("play october-2023-update")
    assert "use policy" not in t.legal()
    t.play("use fund", "pass")
    assert "lift control chips" in t.legal()


def test_a_lock_holds_this_round_and_the_next() -> None:
    t = offered().play("accept", "pass").hand(US, "october-2023-update").meters(US, 6, 6, 6)
    for number, is_free in ((1, False), (2, False), (3, True)):
        t.shared(T.ROUND, number).put(T.PICK + T.STEP, T.STEP_MOVE).play("play october-2023-update")
        assert ("use policy" in t.legal()) == is_free


def test_an_effect_at_its_limit_is_skipped_and_adds_no_tension() -> None:
    t = table().control(US, TOOLS, 3).meters(US, 6, 6, 6).shared(T.TENSION, 4)
    t.hand(US, "advanced-chip-rules").play("play advanced-chip-rules", "use policy")
    assert (t.s.control[CHIPS], t.s.control[TOOLS], t.s.shared[T.TENSION]) == (1, 3, 5)
    t = table().control(US, CHIPS, 3).meters(US, 6, 6, 6).hand(US, "advanced-chip-rules")
    assert "use policy" not in t.play("play advanced-chip-rules").legal()  # it can't begin with nothing


def test_political_capital_is_capped_before_upkeep_is_paid() -> None:
    t = table().meters(US, 5, 9, 9).listing(US, T.AI).listing(US, EV).market()
    assert t.s.capital[US] == 9  # 9 + 2 is 10, less 1


def test_no_proposal_without_measures_on_both_sides() -> None:
    assert not any(text.startswith("offer") for text in table().control(US, CHIPS, 1).legal())


def test_a_sweetener_must_be_held() -> None:
    t = table().tariff(US, 1).tariff(CHINA, 1).meters(US, 1, 4, 6).play("offer tariff", "for tariff")
    assert t.legal() == ["sweeten 0", "sweeten 1"]


# --- contingencies (5) ---------------------------------------------------------------------------


def test_a_contingency_answers_free_of_cost_and_of_tension() -> None:
    t = table(mover=CHINA).slot(US, "national-defense-stockpile").shared(T.TENSION, 4)
    t.hand(CHINA, "gallium-germanium-licences").play("play gallium-germanium-licences", "use policy")
    assert t.s.stock[MAGNETS] == 3 and t.s.budget[US] == 6 and t.s.approval[US] == 7
    assert t.s.slot_card[US] == 0 and t.s.shared[T.TENSION] == 5


def test_the_rival_sees_a_filled_slot_but_not_its_card() -> None:
    t = table(mover=CHINA).slot(US, "national-defense-stockpile")
    seen = observe(t.book, t.s, CHINA).seen
    assert seen.slot_card[US] == T.UNKNOWN
    assert seen.place[t.book.card_number[US, "national-defense-stockpile"]] == T.UNKNOWN


def test_announcing_is_free_brings_one_capital_and_leaves_the_move() -> None:
    t = table().slot(US, "national-defense-stockpile").play("announce")
    assert t.s.capital[US] == 5 and t.s.moves[US] == 4 and t.s.slot_up[US] == 1
    assert "announce" not in t.legal()
    assert observe(t.book, t.s, CHINA).seen.slot_card[US] > 0


def test_statecraft_triggers_nothing() -> None:
    t = table(mover=CHINA).slot(US, "national-defense-stockpile")
    t.hand(CHINA, "gallium-germanium-licences").play("play gallium-germanium-licences", "use icon 1")
    assert t.s.slot_card[US] > 0


# --- Tension and Rupture (7) ---------------------------------------------------------------------


def at_the_brink(us_magnets: int):  # type: ignore[no-untyped-def]
    t = table().shared(T.TENSION, 9).capability(US, MAGNETS, us_magnets).meters(US, 6, 6, 6)
    return t.hand(US, "uflpa-import-rule").play("play uflpa-import-rule", "use policy")


def test_at_tension_ten_the_side_that_caused_it_is_handicapped() -> None:
    t = at_the_brink(2)  # Resilience 25 : 25
    result = outcome(t.book, t.s)
    assert result is not None and (result.ending, result.winner, result.culprit) == (T.RUPTURE, CHINA, US)


def test_a_clear_lead_in_resilience_wins_a_rupture_all_the_same() -> None:
    t = at_the_brink(5)
    assert t.resilience(US) > t.resilience(CHINA) + 4
    result = outcome(t.book, t.s)
    assert result is not None and result.winner == US


def test_in_a_class_scenario_both_lose() -> None:
    t = table("sprint").shared(T.TENSION, 9).meters(US, 6, 6, 6)
    t.hand(US, "uflpa-import-rule").play("play uflpa-import-rule", "use policy")
    result = outcome(t.book, t.s)
    assert result is not None and result.returns == (-1, -1) and result.culprit == US


def test_the_rest_of_a_card_is_not_resolved_after_a_rupture() -> None:
    t = table().shared(T.TENSION, 9).meters(US, 6, 6, 6).hand(US, "foreign-direct-product-rule")
    t.play("play foreign-direct-product-rule", "use policy", "bloc taiwan")
    assert t.s.align[TAIWAN] == 0 and t.s.capital[US] == 4
    assert t.s.place[t.book.card_number[US, "foreign-direct-product-rule"]] == T.IN_DISCARD


# --- market phase (6) ----------------------------------------------------------------------------


def test_a_stockpile_token_is_spent_only_where_it_helps() -> None:
    t = table().stock(US, MAGNETS, 2).stock(US, CHIPS, 2).control(CHINA, MAGNETS, 3).market()
    assert t.s.stock[MAGNETS] == 1 and t.s.stock[CHIPS] == 2


def switched(t, setting: int, value: int):  # type: ignore[no-untyped-def]
    """The same table under a scenario with one setting changed."""
    settings = list(t.book.tables.setting)
    settings[setting] = value
    t.book = replace(t.book, tables=t.book.tables._replace(setting=tuple(settings)))
    return t


def test_where_stockpiles_are_off_no_token_is_spent() -> None:
    t = switched(table().stock(US, MAGNETS, 2).control(CHINA, MAGNETS, 3), T.STOCKPILES, 0).market()
    assert t.s.stock[MAGNETS] == 2


def test_without_backfire_a_loss_lifts_nobody_even_if_the_next_level_has_become_cheap() -> None:
    t = table().control(US, CHIPS, 3).progress(CHINA, CHIPS, 6)  # 6 is the price of catching up
    assert switched(t, T.BACKFIRE, 0).market().level(CHINA, CHIPS) == 4


def test_both_sides_losses_are_taken_before_either_learns() -> None:
    t = (
        table()
        .control(US, CHIPS, 3)
        .control(CHINA, CHIPS, 3)
        .capability(US, CHIPS, 5)
        .capability(CHINA, CHIPS, 5)
    )
    for bloc in (TAIWAN, T.KOREA):
        t.put(T.SOURCE + bloc, 0).align(bloc, 0)
    t.progress(US, CHIPS, 6).progress(CHINA, CHIPS, 5).market()
    # both stood level, so the next level cost both 7; a China that had seen the US rise would have paid 6
    assert (t.level(US, CHIPS), t.level(CHINA, CHIPS)) == (6, 5)


def test_a_reshuffle_is_told_only_when_there_are_discards() -> None:
    t = table(mover=CHINA).shared(T.ROUND, 2)
    t.s.moves[US], t.s.moves[CHINA] = 0, 1
    for card in range(len(t.book.cards)):
        t.s.place[card] = T.IN_SLOT  # nothing in any deck or discard pile
    told = t.events("pass")
    for tile in ("tile ai", "tile ev", "headline tech-rally"):
        told += t.events(tile)
    assert t.s.shared[T.PHASE] == T.NAMING
    assert not [event for event in told if event.what == T.NOTE_RESHUFFLE]


def test_shortages_and_a_high_tariff_cost_approval() -> None:
    t = table().control(CHINA, MAGNETS, 3).tariff(US, 2).market()
    assert t.s.approval[US] == 3  # three shortages -2, tariff -1


def test_upkeep_that_can_not_be_paid_drops_the_last_listing_first() -> None:
    t = (
        table()
        .meters(US, 5, 0, 0)
        .control(US, TOOLS, 1)
        .listing(US, T.AI)
        .listing(US, EV)
        .control(US, LEGACY, 1)
    )
    t.market()
    assert t.s.listing[EV] == 0 and t.s.listing[T.AI] == 0
    assert t.s.control[TOOLS] == 1 and t.s.control[LEGACY] == 0


def test_six_levels_of_measures_decouple() -> None:
    t = table().control(US, CHIPS, 3).control(CHINA, MAGNETS, 2).tariff(US, 1).meters(US, 5, 9, 6).market()
    assert t.s.shared[T.DECOUPLING] == 1


def test_reaching_an_end_of_the_track_ends_the_market_phase() -> None:
    t = table().shared(T.TRACK, 5).lit(DEFENCE).market()
    result = outcome(t.book, t.s)
    assert result is not None and (result.ending, result.winner) == (T.AUTOMATIC, US)
    assert t.s.budget[US] == 6  # no income after step 5


def test_the_track_may_be_won_by_more_than_needed_and_agendas_do_not_count_then() -> None:
    t = table().shared(T.TRACK, 5).lit(DEFENCE).market()
    assert outcome(t.book, t.s).terms == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(("levels", "points"), [(0, 2), (4, 4), (6, 5)])
def test_resilience_is_worth_more_the_further_the_worlds_are_apart(levels: int, points: int) -> None:
    from game.engine.scoring import SCORE_RESILIENCE, score_term

    t = table().shared(T.DECOUPLING, levels).capability(US, MAGNETS, 5)
    assert score_term(t.book.tables, t.s, SCORE_RESILIENCE) == points


def test_the_side_behind_names_the_third_spotlight_and_not_last_rounds() -> None:
    t = table(mover=US).shared(T.PHASE, T.NAMING).shared(T.MOVER, CHINA).shared(T.NAMED, EV).lit(T.AI)
    assert t.legal() == ["spotlight devices", "spotlight clean", "spotlight auto", "spotlight defence"]


def test_sources_opened_in_a_bloc_serve_both_sides() -> None:
    t = table().put(T.SOURCE + SOUTH, 2).control(CHINA, MAGNETS, 3)
    assert t.supply(US, MAGNETS) == 3  # 4 + 2 - half of 6; the rival itself would sell at 9 - 6
