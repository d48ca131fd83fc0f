"""Luck that a scenario sets in advance: agendas from one pile for both sides, and what is said of them to whom."""

import pytest

from game.content.compile import rulebook
from game.content.pack import Luck, Pack
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.state import digest
from game.lab.arena import followed
from game.match.log import with_injects
from game.match.match import Match
from game.match.record import match_of, record_of
from game.match.seats import Seat
from game.players.levels import make_player

PEOPLE = (Seat(), Seat())
US, CHINA = ["fortress"], ["brinkman", "mandate"]


@pytest.fixture(scope="module")
def set_pack(pack: Pack) -> Pack:
    """The main scenario, with one agenda of the US and both of China set in advance."""
    main = next(s for s in pack.scenarios if s.id == "tech-war")
    luck = Luck(agendas={"us": US, "china": CHINA})
    return pack.model_copy(update={"scenarios": [main.model_copy(update={"luck": luck})]})


@pytest.fixture(scope="module")
def book(set_pack: Pack) -> Rulebook:
    return rulebook(set_pack, "tech-war")


def match_with(set_pack: Pack, book: Rulebook, seed: str, script: dict[int, str] | None = None) -> Match:
    match = Match(set_pack, "tech-war", PEOPLE, seed, script, book)
    match.run_nature()
    return match


def dealt(match: Match, side: int) -> list[str]:
    return [a.id for n, a in enumerate(match.book.agendas) if match.state.agenda[n] == T.DEALT + side]


def test_agendas_set_in_advance_are_dealt_and_chance_leaves_those_of_the_other(set_pack: Pack, book: Rulebook) -> None:
    second = set()
    for seed in range(40):
        match = match_with(set_pack, book, str(seed))
        assert sorted(dealt(match, T.CHINA)) == CHINA
        held = dealt(match, T.US)
        assert "fortress" in held and len(held) == 2
        second |= set(held)
    assert len(second) > 4  # the other one is chance's


def test_agendas_that_a_script_dealt_otherwise_leave_the_rest_to_chance(set_pack: Pack, book: Rulebook) -> None:
    match = match_with(set_pack, book, "a", {1: "agenda mandate", 2: "agenda champion"})
    assert sorted(dealt(match, T.US)) == ["champion", "mandate"]
    assert "brinkman" in dealt(match, T.CHINA) and len(dealt(match, T.CHINA)) == 2


def test_agendas_that_were_set_are_told_once_all_lies_open_and_kept(set_pack: Pack, book: Rulebook) -> None:
    match = match_with(set_pack, book, "a")
    shut, opened = (
        " ".join(line.text for line in with_injects([], match.injects, is_open)) for is_open in (False, True)
    )
    assert "Set in advance: agendas dealt to United States (1)." in shut
    assert not [agenda.title for agenda in book.agendas if agenda.title in shut]
    assert "agendas dealt to China (2): Brinkman, Mandate." in opened
    again = match_of(record_of(match), "again")
    assert again.injects == match.injects and digest(again.state) == digest(match.state)


def test_the_lab_deals_what_is_set(set_pack: Pack, book: Rulebook) -> None:
    class Looker:
        def __init__(self) -> None:
            self.held: list[int] = []

        def picked(self, s, who, action, options) -> None:  # type: ignore[no-untyped-def]
            if s.shared[T.PHASE] == T.AGENDA_CHOICE and who == T.US:
                self.held = list(s.agenda)

        def told(self, s, events) -> None:  # type: ignore[no-untyped-def]
            pass

    looker = Looker()
    players = [make_player("random", f"x/{side}") for side in (T.US, T.CHINA)]
    followed(book, players, "7", looker, set_pack.scenarios[0].luck)
    of_china = [a.id for n, a in enumerate(book.agendas) if looker.held[n] == T.DEALT + T.CHINA]
    assert sorted(of_china) == CHINA
