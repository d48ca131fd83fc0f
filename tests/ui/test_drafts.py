"""Drafts at work: begun from any moment of a match, played with their notes and luck, and tried for balance."""

import json
from pathlib import Path

import pytest

from game.classroom.draft import Draft
from game.engine import terms as T
from game.lab.figures import share
from game.lab.trial import Trial, trial
from game.match import store
from game.match.match import Match
from game.match.seats import Seat
from game.ui.editor.findings import verdict
from game.ui.scenes.drafts import DraftsScene
from game.ui.scenes.editor import EditorScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.trial import TrialScene
from tests.ui import positions
from tests.ui.catalogue import own_folders, save
from tests.ui.errands import Prepared
from tests.ui.harness import Person
from tests.ui.positions import ANN, BO, at
from tests.ui.screens_analysis import replayed
from tests.ui.screens_making import draft_of, edit, found, trying


@pytest.fixture
def person(tmp_path: Path) -> Person:
    own_folders(str(tmp_path))
    someone = Person((1280, 720), "100")
    someone.app.push(MenuScene(someone.app))
    return someone


# --- begun from a match --------------------------------------------------------------------------


def test_any_moment_of_a_match_is_a_start(person: Person) -> None:
    match = at(positions.many_measures)
    save(match, "monday")
    scene = DraftsScene(person.app)
    person.app.push(scene)
    draft = scene.choices[-1].make()
    s = match.state
    assert draft.get(("position", "tension")) == s.shared[T.TENSION]
    assert draft.get(("rounds",)) == match.scenario.rounds - s.shared[T.ROUND] + 1
    scenario, problems = draft.read()
    assert scenario is not None, problems
    pack = draft.whole()
    assert pack is not None
    begun = Match(pack, scenario.id, (Seat(), Seat()), "x")
    assert list(begun.state.control) == list(s.control)
    assert list(begun.state.align) == list(s.align)


def test_n_in_a_replay_makes_a_scenario_of_that_position(person: Person) -> None:
    board = replayed(person, at(positions.scored, seats=(ANN, BO)), 0.4)
    tension = board.replay.match.branch(board.replay.at).state.shared[T.TENSION]
    person.press("n")
    scene = person.app.scene
    assert isinstance(scene, EditorScene)
    assert scene.draft.get(("position", "tension")) == tension


def test_a_start_from_a_match_deals_the_same_agendas() -> None:
    match = at(positions.many_measures)
    agendas = Draft.of_match(match).data["luck"]["agendas"]
    for side, name in enumerate(("us", "china")):
        places = [match.state.agenda[[a.id for a in match.book.agendas].index(agenda)] for agenda in agendas[name]]
        assert places == [T.KEPT + side, T.RETURNED + side]


def test_a_start_from_a_match_sets_no_headline_in_advance_that_has_been() -> None:
    match = at(positions.many_measures)
    been = [h.id for n, h in enumerate(match.book.headlines) if match.state.headline[n]]
    left = [h.id for h in match.book.headlines if h.id not in been]
    luck = match.scenario.luck.model_copy(update={"starter": "us", "headlines": [*been[:2], left[0]]})
    match.scenario = match.scenario.model_copy(update={"luck": luck})
    draft = Draft.of_match(match)
    assert been and draft.data["luck"]["headlines"] == left[:1] and draft.data["luck"]["starter"] == "coin"


def test_a_save_that_can_not_have_been_played_is_told_and_not_begun_from(person: Person) -> None:
    save(at(positions.first_move, "sprint"), "broken")
    (file,) = Path("saves").glob("**/broken*")
    record = json.loads(file.read_text("utf-8"))
    record["actions"][1] = "use policy"
    file.write_text(json.dumps(record), "utf-8")
    person.press("e")
    scene = person.app.scene
    assert isinstance(scene, DraftsScene)
    scene.begin(len(scene.choices) - 1)
    assert person.app.scene is scene and person.says("not legal")


# --- at the table --------------------------------------------------------------------------------


def test_play_from_here_and_back_to_the_editor(person: Person) -> None:
    scene = edit(person)
    person.press("f5")
    assert isinstance(person.app.scene, PlayScene)
    person.app.pop()
    assert person.app.scene is scene


def test_a_note_is_written_saved_and_shown_once_at_its_moment(person: Person) -> None:
    scene = edit(person, "notes", "sprint")
    person.click("row:0")
    person.type("Who depends on whom?")
    person.press("tab")
    person.press("f5")
    assert scene.draft.get(("notes", "start")) == "Who depends on whom?"
    table = person.app.scene
    assert isinstance(table, PlayScene)
    for _ in range(400):
        person.frames()
        if person.app.question is not None:
            break
    assert person.app.question is not None
    assert (person.app.question.title, person.app.question.text) == ("A question", "Who depends on whom?")
    assert not table.match.is_over
    person.press("enter")
    assert person.app.question is None
    person.frames(5)
    assert person.app.question is None
    table.leave()


def test_a_note_at_the_end_is_read_before_the_result(person: Person) -> None:
    match = at(positions.scored, "sprint")
    match.scenario = match.scenario.model_copy(update={"notes": {"end": "Look at the track."}})
    scene = PlayScene(person.app, match)
    person.app.push(scene)
    for _ in range(400):
        person.frames()
        if person.app.question is not None:
            break
    assert person.app.question is not None and person.app.question.title == "A note"
    assert person.app.scene is scene
    person.press("enter")
    person.frames(3)
    assert person.app.scene is not scene  # the result
    scene.leave()


def test_a_note_for_a_round_that_is_not_played_is_told(person: Person) -> None:
    draft = draft_of("sprint")
    draft.put(("notes", "round-5"), "Never seen")
    assert any("note for round 5" in problem.message for problem in draft.read()[1])


def test_luck_set_in_the_editor_stands_in_the_log_of_its_match(person: Person) -> None:
    scene = edit(person, "luck", "sprint")
    scene.draft.put(("luck", "starter"), "china")
    person.press("f5")
    table = person.app.scene
    assert isinstance(table, PlayScene)
    for _ in range(20):
        table.showing.finish()
        person.frames()
    assert any(line.text == "Set in advance: who moves first." for line in table.log)
    assert table.match.actions[0] == "coin china"


# --- tried for balance ---------------------------------------------------------------------------


def test_the_balance_check_shows_its_range_and_can_be_stopped(person: Person) -> None:
    edit(person)
    person.press("b")
    scene = person.app.scene
    assert isinstance(scene, TrialScene)
    scene.errand = Prepared([found(1, 0), Trial(2), found(2, 1)])  # type: ignore[assignment]
    scene.update(0)
    assert scene.done == 3 and scene.found is not None and scene.found.games == 3
    person.app.rebuild()
    assert person.says("United States wins") and person.says("67 %  (21 to 94)")
    assert person.says("Whoever moves first wins") and person.says("the lead changes")
    scene.choose_games(100)
    assert scene.done == 0 and scene.found is None


def test_the_report_of_a_balance_check_is_read_in_pages_and_saved_as_one(person: Person) -> None:
    scene = trying(person, found(60, 38, 2))
    person.press("2")
    assert person.says("US share of the games won, without draws") and person.says("48 to 52 %")
    assert person.says("too few games to tell") and not person.says("open")
    person.press("3")
    assert person.says("Played as a policy") and person.says("outside") and person.says("Goal: 20 to 80 %")
    person.press("s")
    page = scene.page_file().read_text("utf-8")
    assert "<h1>Balance report</h1>" in page and "100 games" in page and "Policy rates of the US deck" in page


def test_the_verdict_says_no_more_than_the_figures() -> None:
    def figures(us: int, china: int) -> dict[str, object]:
        n = us + china
        return {"sides": ["A", "B"], "us_wins": share(us, n), "china_wins": share(china, n)}

    assert verdict(figures(12, 8)).startswith("No favourite is shown")
    assert verdict(figures(260, 140)).startswith("Favoured: A.")


def test_a_trial_plays_the_scenario_of_the_draft_with_its_luck(tmp_path: Path) -> None:
    draft = draft_of("sprint")
    draft.data["rounds"] = 1
    draft.data["luck"]["starter"] = "china"
    pack, (scenario, _) = draft.whole(), draft.read()
    assert pack is not None and scenario is not None
    store.save(Match(pack, scenario.id, (Seat(), Seat()), "x"), tmp_path / "m.json")
    found = list(trial(str(tmp_path / "m.json"), "visitor", "3"))
    assert [one.games for one in found] == [1, 2, 3]
    figures = found[-1].figures
    assert figures["rounds"] == 1 and figures["starter_wins"] == figures["china_wins"]
    assert found == list(trial(str(tmp_path / "m.json"), "visitor", "3"))
