"""The end screen: the verdict, the sum that decided, a rematch."""

from dataclasses import replace

import pytest

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.rules import outcome
from game.match.match import Match
from game.match.seats import Seat
from game.match.words import Words
from game.places import assets_dir
from game.ui.scenes.end import EndScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.reckoning import Reckoning, Step, decided, final_score
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import COMPUTER, Moment, at
from tests.ui.screens import sit

ENDINGS: list[tuple[Moment, str]] = [
    (positions.scored, "tech-war"),
    (positions.scored, "mirror-match"),
    (positions.scored, "sprint"),
    (positions.automatic, "tech-war"),
    (positions.rupture, "tech-war"),
    (positions.shared_loss, "first-moves"),
]
NAMES = [
    "scored",
    "scored with invented sides",
    "scored without agendas",
    "automatic",
    "rupture",
    "both lose",
]


def ended(match: Match, size: tuple[int, int] = (1280, 720), scale: str = "100") -> tuple[Person, EndScene]:
    person = Person(size, scale)
    person.app.push(MenuScene(person.app))
    sit(person, match)
    scene = person.app.scene
    assert isinstance(scene, EndScene)
    return person, scene


@pytest.mark.parametrize(("moment", "scenario"), ENDINGS, ids=NAMES)
def test_the_sum_adds_up_to_what_ended_the_match(moment: Moment, scenario: str) -> None:
    match = at(moment, scenario)
    _, scene = ended(match)
    total, shared, result = scene.reckoning.total, match.state.shared, outcome(match.book, match.state)
    assert result is not None
    if result.ending == T.SCORED:
        assert [step.value for step in scene.reckoning.steps] == list(result.terms)[
            : len(scene.reckoning.steps)
        ]
        assert total == sum(result.terms)
    elif result.ending == T.AUTOMATIC:
        assert total == shared[T.TRACK] and scene.reckoning.ends
    else:
        assert total == shared[T.TENSION] == T.TOP
    assert (assets_dir() / "art" / f"{scene.verdict.art}.svg").is_file()


@pytest.mark.parametrize(("moment", "scenario"), ENDINGS, ids=NAMES)
def test_it_says_who_won_and_names_no_agenda_that_was_never_shown(moment: Moment, scenario: str) -> None:
    match = at(moment, scenario)
    person, scene = ended(match)
    winner = match.state.shared[T.WINNER]
    expected = f"{scene.play.words.sides[winner]} wins" if winner < T.PUBLIC else "Both lose"
    assert person.says(expected.upper())
    if match.state.shared[T.ENDING] != T.SCORED:
        titles = [agenda.title for agenda in match.book.agendas]
        assert not any(person.says(f": {title}") for title in titles)


def test_a_rupture_shows_the_comparison_that_decided_it() -> None:
    person, scene = ended(at(positions.rupture))
    handicap = scene.play.match.book.tables.setting[T.HANDICAP]
    assert person.says("Resilience decides") and f"− {handicap} = " in scene.verdict.why
    held = scene.pairs[-1].values  # beside it stands what was compared, too
    assert all(f" {value}" in scene.verdict.why for value in held) and f"− {handicap}" in scene.pairs[-1].about


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize(("moment", "scenario"), ENDINGS, ids=NAMES)
def test_every_ending_can_be_read_in_every_size(
    moment: Moment, scenario: str, size: tuple[int, int], scale: str
) -> None:
    person, _ = ended(at(moment, scenario), size, scale)
    assert person.flaws() == []
    assert person.is_same_when_drawn_anew()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_rematch_swaps_the_sides_and_deals_anew(by_key: bool) -> None:
    person, scene = ended(at(positions.scored, seats=(Seat(name="Ann"), Seat(level="random"))))
    before = scene.play.match
    if by_key:
        person.press("r")
    else:
        person.click("end:rematch")
    play = person.app.scene
    assert isinstance(play, PlayScene)
    assert play.match.seats == (Seat(level="random"), Seat(name="Ann"))
    assert play.match.scenario.id == before.scenario.id and play.match.seed != before.seed
    person.app.pop()
    assert isinstance(person.app.scene, MenuScene)


@pytest.mark.parametrize("name", ["menu", "table", "log", "charts", "rematch"])
def test_every_button_is_reached_by_keys(name: str) -> None:
    person, _ = ended(at(positions.scored))
    person.reach(f"end:{name}")


def test_from_the_table_one_comes_back_and_escape_leads_to_the_menu() -> None:
    person, scene = ended(at(positions.scored))
    person.press("c")
    person.press("escape")
    assert person.app.scene is scene
    person.press("escape")
    assert isinstance(person.app.scene, MenuScene)


def test_whoever_lost_is_told_in_a_sentence_what_counted_most() -> None:
    steps = (Step("", "Round 1", "AI US +1", 1), Step("", "Round 2", "EV CN +2", -2), Step("", "Round 3", "", -1))
    match = at(positions.scored)
    words = Words(match.book, Almanac(match.pack, match.book))
    found = Reckoning("Leadership by rounds", "", steps, "Leadership at the end")
    assert decided(found, words, T.CHINA, T.US) == "Round 2 counted most against you: CN +2."
    assert decided(found, words, T.CHINA, T.CHINA).startswith("Round 2 counted most for you")
    assert decided(found, words, T.NOBODY, T.US) == ""
    alike = replace(found, steps=(*steps, Step("", "Round 4", "", -2)))
    assert decided(alike, words, T.CHINA, T.CHINA) == "Round 2 and Round 4 counted most for you: CN +2 each."
    assert decided(replace(found, steps=(steps[2],) * 3), words, T.CHINA, T.CHINA) == ""
    scored = final_score(match, words)
    assert decided(scored, words, T.CHINA, T.US) == "Resilience and Coalition counted most against you: CN +2 each."
    agenda = Step("agenda", "China: Mandate", "", -3, "the agenda Mandate")
    kept = replace(scored, steps=(*scored.steps, agenda))
    assert decided(kept, words, T.CHINA, T.US) == "The agenda Mandate counted most against you: CN +3."


def test_two_people_at_one_screen_are_told_of_the_winner_not_of_you() -> None:
    for seats, whose in (((positions.ANN, positions.BO), "for the winner"), ((positions.ANN, COMPUTER), " you: ")):
        person, _ = ended(at(positions.automatic, seats=seats))
        assert person.says("counted most") and person.says(whose)
