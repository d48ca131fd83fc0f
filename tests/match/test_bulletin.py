"""The market phase as lines: what each step did, with the numbers it moved."""

from collections.abc import Iterator
from random import Random

import pytest

from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.terms import CHINA, CHIPS, EV, MAGNETS, US
from game.match.bulletin import Bulletin, bulletin, is_market, last_bulletin, opens_market
from game.match.ledger import story
from game.match.match import Match
from game.match.seats import Seat
from game.match.words import Words
from tests.table import Table, table

RANDOM = Seat(level="random")


def words_of(match: Match) -> Words:
    return Words(match.book, Almanac(match.pack, match.book))


def told(pack: Pack, t: Table) -> Bulletin:
    """The bulletin of a market phase from a position: the last move of the round is a pass."""
    match = Match(pack, "tech-war", (RANDOM, RANDOM), "told")
    while match.mover == T.NATURE or match.state.shared[T.PHASE] != T.MOVING:
        match.submit(match.legal()[0])
    side = match.mover
    s = match.state
    for first, end in ((T.CAPABILITY, T.MOVES), (T.LIT, T.NEXT)):
        s.cells[first:end] = t.s.cells[first:end]
    for cell in (T.TENSION, T.DECOUPLING, T.TRACK):
        s.shared[cell] = t.s.shared[cell]
    s.moves[side], s.moves[1 - side] = 1, 0
    before = match.observe(T.PUBLIC).seen
    told_before = len(match.events)
    match.submit(T.PASS)
    entries = story(match, T.PUBLIC)
    opened = next(n for n, entry in enumerate(entries) if opens_market(entry.event))
    assert opened < len(entries) and told_before <= len(match.events)
    return bulletin(words_of(match), before, entries[opened:])


def line(found: Bulletin, title: str) -> str:
    return next(item.text for item in found.items if item.title == title)


def numbers(found: Bulletin, title: str) -> list[tuple[int, int]]:
    item = next(item for item in found.items if item.title == title)
    return [(number.old, number.new) for number in item.numbers]


def matches(pack: Pack) -> Iterator[tuple[Match, int]]:
    for n, scenario in enumerate(("tech-war", "magnet-gambit", "first-moves", "mirror-match", "sprint")):
        match, rng = Match(pack, scenario, (RANDOM, RANDOM), f"bulletin{n}"), Random(n)
        while not match.is_over:
            match.run_nature()
            if not match.is_over:
                match.submit(rng.choice(match.legal()))
        yield match, n


def test_every_market_phase_has_six_to_twelve_lines_each_with_the_cells_of_its_why(pack: Pack) -> None:
    for match, _ in matches(pack):
        entries = story(match, T.PUBLIC)
        state = Match(pack, match.scenario.id, match.seats, match.seed).observe(T.PUBLIC)
        phases = [n for n, entry in enumerate(entries) if opens_market(entry.event)]
        assert phases
        for at in phases:
            found = bulletin(words_of(match), state.seen, entries[at:])
            ended = any(e.event.what == T.NOTE_END for e in entries[at : at + found.length + 12])
            assert len(found.items) <= 12 and (len(found.items) >= 6 or ended)
            assert all(item.cells and item.text for item in found.items)
            assert [item.at for item in found.items] == sorted(item.at for item in found.items)
            assert found.length >= found.items[-1].at


def test_the_bulletin_ends_where_the_next_round_begins(pack: Pack) -> None:
    for match, _ in matches(pack):
        entries = story(match, T.PUBLIC)
        for n, entry in enumerate(entries):
            if opens_market(entry.event):
                found = bulletin(words_of(match), match.observe(T.PUBLIC).seen, entries[n:])
                following = [e.event for e in entries[n + found.length :][:1]]
                assert not any(is_market(event) for event in following)


def test_shortages_tell_their_sectors_and_what_they_cost(pack: Pack) -> None:
    found = told(pack, table().control(CHINA, MAGNETS, 3).lit(EV))
    outputs = line(found, "Outputs, added up")
    assert "Electric cars" in outputs and "US:" in outputs
    assert "shortage" in line(found, "Approval") and "Electric cars" in line(found, "Approval")
    assert "Rare earths" in line(found, "Learning")
    us, china = numbers(found, "Approval")
    assert us[1] < us[0] and china[1] == china[0] + 1  # it won the spotlight


def test_a_spotlight_tells_both_outputs_and_who_scores(pack: Pack) -> None:
    found = told(pack, table().lit(EV))
    item = next(item for item in found.items if item.points)
    assert [number.new for number in item.numbers] == [6, 8]
    assert item.points == -1 and "China leads: 1 on the track." in item.text
    assert (found.track.old - found.track.new) == 1


def test_approval_ends_where_the_table_has_it_with_what_spotlights_won(pack: Pack) -> None:
    t = table().lit(EV)
    found = told(pack, t)
    item = next(item for item in found.items if item.title == "Approval")
    assert "CN: +1 (won more spotlights)" in item.text
    assert numbers(found, "Approval")[CHINA] == (t.s.approval[CHINA], t.s.approval[CHINA] + 1)


def test_income_names_its_parts_and_a_full_purse(pack: Pack) -> None:
    found = told(pack, table().meters(US, 10, 4, 6).meters(CHINA, 2, 4, 6))
    text = line(found, "Income")
    assert "US: none, it is at 10" in text
    assert "licences +" in text and "trade +" in text
    assert numbers(found, "Income")[0] == (10, 10)


def test_decoupling_rises_in_a_line_of_its_own_and_else_is_told_with_tension(pack: Pack) -> None:
    calm = told(pack, table().control(US, CHIPS, 1))
    assert "Decoupling" not in [item.title for item in calm.items]
    assert "Decoupling stays: 1 level of measures" in line(calm, "Tension")
    tense = told(pack, table().control(US, CHIPS, 3).control(CHINA, MAGNETS, 3))
    assert numbers(tense, "Decoupling") == [(0, 1)]
    assert "Decoupling" not in line(tense, "Tension")


def test_the_last_bulletin_can_be_read_again_and_is_the_same(pack: Pack) -> None:
    match, rng = Match(pack, "tech-war", (RANDOM, RANDOM), "again"), Random(1)
    words = words_of(match)
    assert last_bulletin(match, T.US, words) is None
    first: Bulletin | None = None
    while match.state.shared[T.ROUND] < 3:
        before, heard = match.observe(T.US).seen, len(story(match, T.US))
        if match.mover == T.NATURE:
            match.draw_lot()
        else:
            match.submit(rng.choice(match.legal()))
        new = story(match, T.US)[heard:]
        at = next((n for n, entry in enumerate(new) if opens_market(entry.event)), None)
        if at is not None:
            for entry in new[:at]:
                if entry.event.what < T.NOTE:
                    before.cells[entry.event.what] = entry.event.new
            first = bulletin(words, before, new[at:])
    assert first is not None and last_bulletin(match, T.US, words) == first


@pytest.mark.parametrize("viewer", [T.US, T.CHINA, T.PUBLIC, T.ALL])
def test_everybody_reads_the_same_bulletin(pack: Pack, viewer: int) -> None:
    match, rng = Match(pack, "sprint", (RANDOM, RANDOM), "same"), Random(4)
    while match.state.shared[T.ROUND] < 2:
        match.run_nature()
        match.submit(rng.choice(match.legal()))
    words = words_of(match)
    assert last_bulletin(match, viewer, words) == last_bulletin(match, T.PUBLIC, words)
