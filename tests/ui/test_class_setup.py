"""The set-up of a class: what is entered, what it plays, where it starts."""

import pytest

from game.classroom.draft import Draft
from game.content.compile import find_scenario, load_base
from game.engine import terms as T
from game.match.arranged import Arranged
from game.match.match import Match
from game.match.record import match_of, record_of
from game.match.seats import Seat
from game.ui.scenes.classsetup import ClassSetupScene
from game.ui.scenes.lessons import LessonsScene
from game.ui.scenes.menu import MenuScene
from tests.ui.catalogue import leave, save
from tests.ui.harness import Person
from tests.ui.positions import at, many_measures
from tests.ui.screens_class import sit, to_move


def at_setup(person: Person) -> ClassSetupScene:
    person.press("p")
    scene = person.app.scene
    assert isinstance(scene, ClassSetupScene)
    return scene


def test_the_menu_leads_to_a_class_and_minutes_become_a_plan(person: Person) -> None:
    at_setup(person)
    assert person.says("Minutes until the bell") and person.says("10 to 30") and person.says("Debrief")


@pytest.mark.parametrize(
    ("typed", "part", "said"),
    [
        ("", "match", "as a number"),
        ("abc", "match", "as a number"),
        ("3", "match", "4 to 180 minutes; 3 is outside"),
        ("999", "match", "999 is outside"),
        ("20", "lesson", "at least 30 minutes"),
    ],
)
def test_minutes_that_can_not_be_are_explained_and_start_nothing(
    person: Person, typed: str, part: str, said: str
) -> None:
    scene = at_setup(person)
    scene.minutes.text = ""
    person.click(f"part:{part}")
    person.click("minutes")
    person.type(typed)
    assert said in scene.problem() and person.says(scene.problem().split(";")[0][:30])
    person.click("button:start")
    assert person.app.scene is scene


def test_two_teams_of_one_name_and_an_empty_seed_are_explained(person: Person) -> None:
    scene = at_setup(person)
    for name in ("name:us", "name:china"):
        person.click(name)
        person.type("Team")
    assert "same name" in scene.problem()
    scene.seats[0].name.text, scene.seed.text = "Other", " "
    assert "Write a seed" in scene.problem()


def test_what_was_set_up_is_played(person: Person) -> None:
    scene = at_setup(person)
    person.click("switch:is_strict")
    person.click("name:us")
    person.type("Eagles")
    person.click("seat:1:computer")
    match = scene.match()
    assert match.arranged is not None and match.arranged.is_strict
    assert (match.arranged.minutes, match.scenario.id, match.scenario.rounds) == (20, "sprint", 3)
    assert match.seats[0].name == "Eagles" and not match.seats[1].is_person


def test_leaving_a_set_up_asks_when_something_was_entered(person: Person) -> None:
    at_setup(person)
    person.press("escape")
    assert isinstance(person.app.scene, MenuScene)
    scene = at_setup(person)
    person.click("name:us")
    person.type("Eagles")
    person.press("escape")
    assert person.app.scene is scene and person.says("Leave the set-up?")
    person.click("answer:0")
    person.press("escape")
    assert person.app.scene is scene and person.says("Leave the set-up?")  # who has answered is asked again
    person.press("escape")
    assert person.app.scene is scene and scene.seats[0].name.text == "Eagles"
    person.click("switch:is_strict")
    person.click("button:back")
    person.click("answer:1")
    assert isinstance(person.app.scene, MenuScene)
    at_setup(person)
    person.click("part:match")
    for _ in range(3):
        person.press("escape")
    assert isinstance(person.app.scene, MenuScene)


def test_one_code_gives_every_table_the_same_luck(person: Person) -> None:
    scene = at_setup(person)
    scene.seed.text = "table 1"
    first, second = scene.match(), scene.match()
    first.run_nature()
    second.run_nature()
    assert first.actions == second.actions and first.actions


def test_a_class_starts_from_the_position_that_was_chosen(person: Person) -> None:
    scene = at_setup(person)
    person.click("start:True")
    rows = person.app.scene.shown()  # type: ignore[attr-defined]
    person.app.scene.begin([words for _, words, _ in rows].index("2018→2025 Tech War"))  # type: ignore[attr-defined]
    assert person.app.scene is scene and person.says("From: 2018→2025 Tech War")
    match = scene.match()
    assert match.scenario.id == "tech-war" and match.scenario.rounds == 3
    person.click("start:True")
    place = person.app.scene.chosen_row  # type: ignore[attr-defined]
    assert rows[place][1] == "2018→2025 Tech War"
    person.press("escape")
    person.click("start:False")
    assert scene.start_from is None


def test_a_class_starts_from_a_scenario_of_the_editor_with_its_luck(person: Person) -> None:
    draft = Draft.of(load_base(), find_scenario(load_base(), "sprint"))
    hand = draft.data["decks"]["china"][:3]
    draft.put(("luck", "hands", "china"), hand)
    draft.put(("luck", "headlines"), draft.data["headlines"][2:3])
    draft.put(("luck", "starter"), "china")
    draft.save(False)
    scene = at_setup(person)
    person.click("start:True")
    rows = [words for _, words, _ in person.app.scene.shown()]  # type: ignore[attr-defined]
    person.app.scene.begin(rows.index(draft.data["title"]))  # type: ignore[attr-defined]
    match = scene.match()
    match.run_nature()
    assert [text.removeprefix("deal ") for text in match.actions if text.startswith("deal ")][6:9] == hand
    assert f"headline {draft.data['headlines'][2]}" in match.actions and match.actions[0] == "coin china"
    said = [inject.words for inject in match.injects]
    assert "Set in advance: the first cards of China (3)." in said and len(said) == 3
    assert {inject.kind for inject in match.injects} == {"set"}  # nothing that a teacher chose in the match
    assert match_of(record_of(match), "again").injects == match.injects


def test_agendas_set_in_advance_are_on_no_screen_before_the_match_is_over(person: Person) -> None:
    draft = Draft.of(load_base(), find_scenario(load_base(), "tech-war"))
    draft.put(("luck", "agendas", "china"), ["brinkman", "mandate"])
    pack, (scenario, _) = draft.whole(), draft.read()
    assert pack is not None and scenario is not None
    match = Match(pack, scenario.id, (Seat(name="Reds"), Seat(name="Blues")), "a")
    match.arranged = Arranged(minutes=45)
    scene = sit(person, match)
    to_move(person, scene)
    line = "Set in advance: agendas dealt to China (2)"
    assert [told.text for told in scene.log if told.text.startswith(line)] == [line + "."]
    assert not person.says("Brinkman") and not person.says("Mandate")
    for key in ("l", "f2"):
        person.press(key)
        assert not person.says("Brinkman") and not person.says("Mandate")
        person.press("escape")
    while not match.is_over:
        match.submit(T.PASS if T.PASS in match.legal() else match.legal()[0])
        match.run_nature()
    assert f"{line.replace(':', ',')}: Brinkman, Mandate." in [told.text for told in scene.log]
    leave(person)


def test_a_class_starts_where_a_saved_match_stands_with_the_same_hands(person: Person) -> None:
    before = at(many_measures)
    save(before, "monday")
    scene = at_setup(person)
    person.click("start:True")
    rows = [about for _, _, about in person.app.scene.shown()]  # type: ignore[attr-defined]
    person.app.scene.begin(next(n for n, about in enumerate(rows) if about.startswith("A saved match")))  # type: ignore[attr-defined]
    match = scene.match()
    assert list(match.state.control) == list(before.state.control)
    while match.state.shared[T.PHASE] != T.MOVING:
        match.run_nature()
        match.submit(match.legal()[0])
    held = [n for n, place in enumerate(before.state.place) if place == T.IN_HAND]
    assert all(match.state.place[n] == T.IN_HAND for n in held)


def test_first_moves_are_shown_from_the_setup_which_waits(person: Person) -> None:
    scene = at_setup(person)
    scene.minutes.text, scene.seed.text = "60", "rare earth 7"
    for go in (lambda: person.press("f9"), lambda: person.click("button:moves")):
        go()
        assert isinstance(person.app.scene, LessonsScene)
        person.press("escape")
        assert person.app.scene is scene and person.says("rare earth 7") and person.says("12 to 42")


def test_the_setup_opens_the_handbook_at_its_own_chapter(person: Person) -> None:
    scene = at_setup(person)
    for press in (lambda: person.press("f1"), lambda: person.click("button:help")):
        press()
        assert person.says("Playing as a class") and person.says("minutes until the bell")
        person.press("escape")
        assert person.app.scene is scene
