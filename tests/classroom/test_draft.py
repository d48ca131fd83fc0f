"""A start from a moment of a match: what was lit, announced and left in the bag comes again, round for round."""

from random import Random

import pytest

from game.classroom.draft import Draft
from game.classroom.draft_pages import page, place_of
from game.content.pack import Pack
from game.engine import terms as T
from game.match.match import Match
from game.match.seats import Seat

PEOPLE = (Seat(), Seat())


def play_to(match: Match, number: int) -> None:
    """To the first move of a round."""
    rng = Random("same")
    while match.state.shared[T.ROUND] < number or match.state.shared[T.PHASE] != T.MOVING:
        options = match.legal()
        match.submit(T.PASS if T.PASS in options else rng.choice(options))
        match.run_nature()


@pytest.fixture(scope="module")
def matches(pack: Pack) -> list[Match]:
    """One that stands in each round."""
    match, found = Match(pack, "tech-war", PEOPLE, "3"), []
    match.run_nature()
    for number in range(1, match.scenario.rounds + 1):
        play_to(match, number)
        found.append(match.branch(len(match.actions)))
    return found


def test_a_start_from_a_match_has_its_spotlights_and_its_bag_in_every_round(matches: list[Match]) -> None:
    twice = 0
    for match in matches:
        draft = Draft.of_match(match)
        pack, (scenario, problems) = draft.whole(), draft.read()
        assert pack is not None and scenario is not None and not [p for p in problems if p.severity == "warning"]
        begun = Match(pack, scenario.id, PEOPLE, "another")
        begun.run_nature()
        play_to(begun, 1)
        before, after = match.state, begun.state
        assert [light == T.LIT_PAIR for light in after.lit] == [light == T.LIT_PAIR for light in before.lit]
        assert list(after.next) == list(before.next)
        if any(before.next):
            assert list(after.bag) == list(before.bag)
        twice += any(lit == T.LIT_PAIR and coming for lit, coming in zip(before.lit, before.next, strict=True))
    assert twice  # a pair that could not be drawn from a bag without it


def test_a_draft_that_can_not_be_played_yet_still_says_what_its_agendas_ask_for(pack: Pack) -> None:
    draft = Draft.of(pack, next(one for one in pack.scenarios if one.id == "tech-war"))
    draft.put(("indigenous_levels",), 6)
    draft.put(("agenda_needs",), {"fortress": 7})
    draft.put(("minutes",), [90, 30])
    assert draft.read()[0] is None
    told = {row.title: row.about for row in page(draft, "agendas")}
    assert "gained 6 levels" in told["Indigenous Innovation"] and "at least 7 above" in told["Fortress"]
    assert place_of("scenarios.0.agenda_needs.fortress") == ("Agendas", "agendas")
