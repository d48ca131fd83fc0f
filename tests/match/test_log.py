"""The log: what a line says, what it changed, and choosing among lines."""

import re
from random import Random

import pytest

from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.event import Event
from game.match.arranged import Inject, Kind
from game.match.ledger import OUTPUT, Entry, story
from game.match.log import KINDS, ROUND, Filter, Line, log, with_injects, with_reasons
from game.match.match import Match
from game.match.seats import Seat
from game.match.words import Words


def words_of(match: Match) -> Words:
    return Words(match.book, Almanac(match.pack, match.book))


@pytest.fixture(scope="module")
def whole(pack: Pack) -> tuple[Match, list[Line]]:
    """A match in which random picks were made to the end, and its whole log."""
    match, rng = Match(pack, "tech-war", (Seat(), Seat()), "shot"), Random(3)
    match.run_nature()
    while not match.is_over:
        match.submit(rng.choice(match.legal()))
        match.run_nature()
    return match, log(words_of(match), story(match, T.ALL))


def told(pack: Pack, *events: Event) -> list[Line]:
    match = Match(pack, "tech-war", (Seat(), Seat()), "a")
    return log(words_of(match), [Entry(1, 1, event) for event in events])


def test_every_line_has_a_kind_and_every_kind_occurs(whole: tuple[Match, list[Line]]) -> None:
    assert {line.kind for line in whole[1]} == {*KINDS, ROUND}


def test_every_sentence_of_a_line_begins_with_a_capital(whole: tuple[Match, list[Line]]) -> None:
    assert [line.text for line in whole[1] if re.search(r"[.](?:[*][*])? [a-z]", line.text)] == []


def test_every_change_of_a_meter_stands_in_some_line(whole: tuple[Match, list[Line]]) -> None:
    match, lines = whole
    meters = {*range(T.BUDGET, T.MOVES), T.SHARED + T.TENSION, T.SHARED + T.TRACK}
    happened = [(e.event.what, e.event.new) for e in story(match, T.ALL) if e.event.what in meters]
    assert [(c.cell, c.new) for line in lines for c in line.changes if c.cell in meters] == happened


def test_a_step_from_minus_two_is_no_blank(pack: Pack) -> None:
    step = Event(T.ALIGN + 4, T.UNKNOWN, -3, cause_kind=T.BY_LIFT)
    (line,) = told(pack, Event(T.NOTE_LIFT, T.CHINA, T.MAGNETS), step)
    assert [(change.cell, change.old, change.new) for change in line.changes] == [step[:3]]
    (line,) = told(pack, Event(T.NOTE_LIFT, T.CHINA, T.MAGNETS), step._replace(new=T.UNKNOWN))
    assert line.changes == ()


def test_a_line_knows_the_cells_it_changed_and_why(pack: Pack) -> None:
    (line,) = told(
        pack,
        Event(T.NOTE_LIFT, T.CHINA, T.MAGNETS),
        Event(T.SHARED + T.TENSION, 5, 4, cause_kind=T.BY_LIFT),
        Event(T.CAPITAL + T.CHINA, 2, 3, cause_kind=T.BY_LIFT),
    )
    assert (line.who, line.kind) == (T.CHINA, "deal")
    assert line.cells == (T.SHARED + T.TENSION, T.CAPITAL + T.CHINA)
    assert [change.cause for change in line.changes] == ["a measure was lifted"] * 2
    assert line.text == "China lifts its control on Rare earths & magnets. Tension −1, CN Capital +1."


def test_a_meter_that_moves_in_parts_is_told_once_in_the_market_phase(pack: Pack) -> None:
    (line,) = told(
        pack,
        Event(T.NOTE_MARKET, 6, 0),
        Event(T.BUDGET, 4, 5, cause_kind=T.BY_LICENCE),
        Event(T.BUDGET + 1, 2, 3, cause_kind=T.BY_TRADE),
        Event(T.BUDGET, 5, 7, cause_kind=T.BY_TRADE),
    )
    assert line.text == "**Market: Income.** US Budget +3, CN Budget +1."
    assert len(line.changes) == 3


def test_progress_that_became_a_level_is_not_told_as_a_loss(pack: Pack) -> None:
    (line,) = told(
        pack,
        Event(T.NOTE_MARKET, 4, 0),
        Event(T.PROGRESS + T.CHIPS, 5, 0, cause_kind=T.BY_PROGRAMME, cause=T.CHIPS),
        Event(T.CAPABILITY + T.CHIPS, 7, 8, cause_kind=T.BY_LEVEL, cause=T.CHIPS),
    )
    assert line.text == "**Market: Programmes.** US Advanced chips 7 → 8."


def test_outputs_are_told_when_they_differ_from_the_last_market_phase(pack: Pack) -> None:
    at = T.CHINA * T.SECTORS + T.EV
    outputs = [Event(T.NOTE_MARKET, 1, 0), Event(T.NOTE_OUTPUT, at, 8)]
    assert [line.text for line in told(pack, *outputs)] == ["**Market phase.**"]
    _, line = told(pack, *outputs, Event(T.NOTE_MARKET, 1, 0), Event(T.NOTE_OUTPUT, at, 6))
    assert line.text == "**Market phase.** CN output of Electric cars 8 → 6."
    assert line.cells == (OUTPUT + at,)


def test_an_offer_says_what_is_given_and_asked(pack: Pack) -> None:
    lines = told(
        pack,
        Event(T.SHARED + T.OFFER_GIVE, T.NONE, T.CHIPS),
        Event(T.SHARED + T.OFFER_TAKE, T.NONE, T.EV),
        Event(T.SHARED + T.OFFER_SWEETENER, 0, 2),
        Event(T.NOTE_OFFER, T.US, 0),
    )
    assert "its **control on Advanced chips** and 2 Budget" in lines[0].text
    assert "the rival's **listing of Electric cars**" in lines[0].text


def test_final_scoring_is_one_line_with_its_terms(whole: tuple[Match, list[Line]]) -> None:
    scoring = [line for line in whole[1] if line.text.startswith("**Final scoring.**")]
    assert len(scoring) == 1
    assert "Track" in scoring[0].text


def test_with_open_hands_a_contingency_is_set_face_up(pack: Pack) -> None:
    for scenario, lies in (("tech-war", "face-down"), ("first-moves", "face-up")):
        match = Match(pack, scenario, (Seat(), Seat()), "a")
        (line,) = log(words_of(match), [Entry(1, 1, Event(T.NOTE_SET, T.US, 0))])
        assert line.text == f"United States sets a contingency {lies}."


def test_what_follows_a_full_stop_begins_with_a_capital(pack: Pack) -> None:
    (line,) = told(pack, Event(T.NOTE_POLICY, 0, T.NONE), Event(T.NOTE_SKIPPED, T.OP_EASE, 0))
    assert line.text.endswith(". No control to ease.")


def test_what_an_effect_did_not_change_is_said_apart_from_what_did_change(pack: Pack) -> None:
    skipped = Event(T.NOTE_SKIPPED, T.OP_SHOWCASE, T.UPSTREAM)
    (line,) = told(pack, Event(T.NOTE_POLICY, 0, T.NONE), skipped, Event(T.BUDGET, 8, 7))
    why = "The Leadership track does not move, because the output of Artificial intelligence is behind the rival's."
    assert line.text.endswith(f". US Budget −1. {why}")


def test_what_two_effects_did_not_change_for_the_same_reason_is_said_once(pack: Pack) -> None:
    twice = [Event(T.NOTE_SKIPPED, T.OP_ERODE, sector) for sector in range(2)]
    (line,) = told(pack, Event(T.NOTE_POLICY, 0, T.NONE), *twice, Event(T.NOTE_SKIPPED, T.OP_EASE, 0))
    assert line.text.endswith(". No measure of theirs to weaken. No control to ease.")
    assert line.text.count("No measure") == 1


# --- choosing ------------------------------------------------------------------------------------

LINES = [
    Line(T.NATURE, 1, "**Round 1.**", 1),
    Line(T.US, 1, "United States plays **Chip 4**.", 2, "policy"),
    Line(T.CHINA, 1, "China passes. CN Budget +1.", 3, "statecraft"),
    Line(T.NATURE, 2, "**Market: Income.** US Budget +3.", 4, "market"),
]


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (Filter(), [1, 2, 3, 4]),
        (Filter(who=T.US), [2]),
        (Filter(who=T.NATURE), [1, 4]),
        (Filter(round=2), [4]),
        (Filter(kinds=frozenset({"policy", "market"})), [2, 4]),
        (Filter(words="budget"), [3, 4]),
        (Filter(words="BUDGET cn"), [3]),
        (Filter(words="plays chip"), [2]),
        (Filter(who=T.CHINA, words="chip"), []),
    ],
)
def test_a_filter_keeps_what_it_asks_for(chosen: Filter, kept: list[int]) -> None:
    assert [line.action for line in chosen.of(LINES)] == kept


@pytest.mark.parametrize(
    ("kind", "after"), [("set", 3), ("chosen", 3), ("bell", 3), ("voted", 2), ("time", 2)]
)
def test_what_luck_did_not_decide_is_told_before_what_came_of_it(kind: Kind, after: int) -> None:
    """A vote and the clock decide the third pick; the others came between it and the fourth."""
    told = with_injects(LINES, [Inject(action=3, round=1, words="So it was.", kind=kind)], False)
    assert [line.text for line in told].index("So it was.") == after


def test_a_reason_stands_once_behind_the_deed_of_its_side() -> None:
    lines = [*LINES, Line(T.US, 1, "US answers.", LINES[1].action)]
    told = with_reasons(lines, {LINES[1].action: "For the lead.", 99: "Never done."})
    assert [line.reason for line in told] == ["", "For the lead.", "", "", ""]
    assert [line.text for line in told] == [line.text for line in lines]
    assert told[1].body == f"{LINES[1].text} “For the lead.”" and Filter(words="the lead").of(told) == [told[1]]


def test_what_concerns_both_sides_has_no_reason() -> None:
    assert with_reasons(LINES[:1], {LINES[0].action: "For the lead."}) == LINES[:1]


def test_a_filter_says_what_it_asks_for() -> None:
    sides = ("United States", "China")
    assert Filter().told(sides) == "" and Filter().is_off
    chosen = Filter(T.CHINA, 3, frozenset({"deal"}), "chips")
    assert chosen.told(sides) == 'China; round 3; deals; "chips"' and not chosen.is_off
    assert Filter(who=T.NATURE).told(sides) == "the world"


def test_whoever_set_a_contingency_reads_which_and_the_rival_does_not(whole: tuple[Match, list[Line]]) -> None:
    match = whole[0]
    for side in (T.US, T.CHINA):
        lines = log(words_of(match), story(match, side))
        setting = [line for line in lines if "sets a contingency face-down." in line.text]
        own = [line.plain.rpartition("face-down.")[2].strip(" .") for line in setting if line.who == side]
        theirs = [line for line in setting if line.who == 1 - side]
        titles = {card.title for card in match.book.cards}
        assert own and set(own) <= titles
        assert theirs and all(line.text.endswith("face-down.") for line in theirs)
