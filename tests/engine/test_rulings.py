"""The rulings of the handbook, one by one (the sixth is tested with the match, where moves are taken back)."""

from dataclasses import replace

import pytest

from game.engine import terms as T
from game.engine.rounds import first_player
from game.engine.rulebook import Card, Rulebook, write
from game.engine.rules import outcome
from game.engine.scoring import final_scoring
from game.engine.state import equal
from game.engine.terms import CHINA, CHIPS, DEFENCE, MAGNETS, TOOLS, US
from game.engine.view import observe
from tests.table import Table, table

ANSWERER, ROUTING = "national-defense-stockpile", "us-third-country-routing"
CONTROLLER = "gallium-germanium-licences"


def rewritten(book: Rulebook, us: list[Card], china: list[Card]) -> Rulebook:
    """The same scenario with other decks."""
    return write(book.sectors, book.blocs, (us, china), book.headlines, book.agendas, book.scenario)


def with_effects(t: Table, card_id: str, *ops: tuple[int, int, int, int]) -> Table:
    """The table, with a card that does something else than it prints."""
    cards = [replace(card, ops=ops) if card.id == card_id else card for card in t.book.cards]
    cut = t.book.tables.setting[T.N_US_CARDS]
    t.book = rewritten(t.book, cards[:cut], cards[cut:])
    return t


def drawing_headlines() -> Table:
    return table().shared(T.PHASE, T.HEADLINE_DRAW).shared(T.MOVER, T.NATURE)


def test_1_both_sides_learn_from_the_same_moment_in_brain_circulation() -> None:
    t = drawing_headlines().capability(US, MAGNETS, 9)
    for i in range(T.UPSTREAM):
        t.capability(US, i, 3 if i == TOOLS else 9).capability(CHINA, i, 3 if i == TOOLS else 9)
    t.progress(US, TOOLS, 5).progress(CHINA, TOOLS, 4).play("headline brain-circulation")
    # level with the rival a step costs 7; a China that saw the US rise first would pay 6, which it has
    assert (t.level(US, TOOLS), t.level(CHINA, TOOLS)) == (4, 3)


def test_2_progress_at_the_top_is_nothing_and_counts_as_skipped() -> None:
    t = table().capability(US, T.AUTO, 10).meters(US, 9, 9, 5).hand(US, "replicator-initiative")
    t.play("play replicator-initiative")
    told = t.events("use policy")
    assert t.s.progress[T.AUTO] == 0 and t.level(US, T.AUTO) == 10
    skipped = [(event.old, event.new) for event in told if event.what == T.NOTE_SKIPPED]
    assert skipped == [(T.OP_PROGRESS, T.AUTO)]


@pytest.mark.parametrize(("tension", "then"), [(7, 8), (8, 9), (9, 9)])
def test_3_a_headline_never_pushes_tension_above_nine(tension: int, then: int) -> None:
    t = drawing_headlines().shared(T.TENSION, tension).play("headline war-in-europe")
    assert t.s.shared[T.TENSION] == then and outcome(t.book, t.s) is None


def ruptured_by_the_answer() -> Table:
    t = with_effects(table(mover=CHINA), ANSWERER, (T.OP_TENSION, 0, 2, 0)).slot(US, ANSWERER)
    t.shared(T.TENSION, 8).hand(CHINA, CONTROLLER)  # the control itself makes it 9
    return t.play(f"play {CONTROLLER}", "use policy")


def test_4_the_owner_of_a_contingency_that_reaches_tension_ten_has_caused_the_rupture() -> None:
    t = ruptured_by_the_answer()
    result = outcome(t.book, t.s)
    assert result is not None and (result.ending, result.culprit, result.winner) == (T.RUPTURE, US, CHINA)


def test_5_a_contingency_is_discarded_even_when_it_ended_the_game() -> None:
    t = ruptured_by_the_answer()
    assert t.s.slot_card[US] == 0
    assert t.s.place[t.book.card_number[US, ANSWERER]] == T.IN_DISCARD
    assert t.s.approval[US] == 6  # the game was over before the Approval


def test_7_picks_of_an_unfinished_move_change_nothing_in_the_rivals_view() -> None:
    t = table().hand(US, ROUTING).meters(US, 6, 6, 6)
    before = observe(t.book, t.s, CHINA).seen
    for pick in (f"play {ROUTING}", "use contingency"):
        t.play(pick)
        assert equal(observe(t.book, t.s, CHINA).seen, before)
    t.play("sector magnets")
    assert not equal(observe(t.book, t.s, CHINA).seen, before)


def test_8_the_list_of_first_players_goes_on_in_fours() -> None:
    t = table(mover=CHINA)
    first = "".join("S" if first_player(t.shared(T.ROUND, n).s) == CHINA else "o" for n in range(1, 13))
    assert first == "SooSSooSSooS"


def test_9_a_deck_smaller_than_a_hand_is_dealt_out() -> None:
    t = drawing_headlines()
    few = [card for card in t.book.cards if card.id in (ANSWERER, ROUTING)]
    book = rewritten(t.book, few, list(t.book.cards[40:]))
    cells = t.s.cells[: T.PLACE + len(book.cards)]
    t.book, t.s = book, t.s._replace(cells=cells, place=cells[T.PLACE :])
    t.play("headline tech-rally", f"deal {ROUTING}", f"deal {ANSWERER}")
    assert t.s.hand_size[US] == 2 and t.s.shared[T.DRAWER] == CHINA


def test_10_reshuffled_discards_become_unknown_to_the_rival() -> None:
    t = drawing_headlines()
    for card in range(40):
        t.s.place[card] = T.IN_DISCARD
    assert observe(t.book, t.s, CHINA).seen.place[0] == T.IN_DISCARD
    t.play("headline tech-rally")
    assert t.s.place[0] == T.IN_DECK
    assert observe(t.book, t.s, CHINA).seen.place[0] == T.UNKNOWN


def test_11_agendas_are_turned_up_by_final_scoring_alone() -> None:
    t = table()
    t.s.agenda[3], t.s.agenda[4] = T.KEPT + US, T.KEPT + CHINA
    t.s.agenda_kept[US] = t.s.agenda_kept[CHINA] = 1
    won = table().put(T.AGENDA + 3, T.KEPT + US).shared(T.TRACK, 5).lit(DEFENCE).market()
    assert outcome(won.book, won.s).ending == T.AUTOMATIC  # type: ignore[union-attr]
    assert observe(won.book, won.s, CHINA).seen.agenda[3] == T.UNKNOWN
    final_scoring(t.book.tables, t.s)
    assert observe(t.book, t.s, CHINA).seen.agenda[3] == T.KEPT + US


def test_12_only_measures_on_the_table_can_be_offered_and_asked_for() -> None:
    t = table().control(US, CHIPS, 1).tariff(US, 1).listing(CHINA, T.AI)
    assert [text for text in t.legal() if text.startswith("offer")] == ["offer control chips", "offer tariff"]
    assert t.play("offer tariff").legal() == ["for listing ai"]


@pytest.mark.parametrize(("approval", "then"), [(6, 3), (2, 0)])
def test_13_shortages_and_a_tariff_are_told_as_two_changes(approval: int, then: int) -> None:
    from game.engine.event import read_log
    from game.engine.market import market
    from game.engine.state import listening

    t = table().control(CHINA, MAGNETS, 3).tariff(US, 2).meters(US, 6, 4, approval)
    heard = listening(t.s)
    market(t.book.tables, heard)
    told = [event.cause_kind for event in read_log(heard) if event.what == T.APPROVAL + US]
    assert told == ([T.BY_SHORTAGE, T.BY_TARIFF] if approval == 6 else [T.BY_SHORTAGE])
    assert t.s.approval[US] == then


def test_14_an_accepted_offer_lowers_tension_and_can_not_rupture() -> None:
    t = table().control(US, CHIPS, 1).control(CHINA, MAGNETS, 1).shared(T.TENSION, 9)
    t.play("offer control chips", "for control magnets", "sweeten 0", "accept")
    assert t.s.shared[T.TENSION] == 8 and outcome(t.book, t.s) is None


def test_15_a_lock_forbids_raising_and_not_lowering() -> None:
    t = (
        table()
        .control(US, CHIPS, 2)
        .control(CHINA, CHIPS, 2)
        .hand(US, "us-geneva-truce", "revenue-share-licence")
    )
    t.put(T.LOCK + CHIPS, 2).put(T.LOCK + T.MEASURES + CHIPS, 2)
    t.play("play revenue-share-licence", "use policy", "sector chips", "pass")
    assert t.s.control[CHIPS] == 1  # eased
    t.play("play us-geneva-truce", "use policy", "sector chips")
    assert t.s.control[T.UPSTREAM + CHIPS] == 1  # eroded
