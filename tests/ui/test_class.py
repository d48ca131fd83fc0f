"""A class at the window: the clock, the bell, the class file. No test waits: the clock is set by hand."""

import json
from pathlib import Path

import pytest

from game.classroom.bellclock import moves_made
from game.engine import terms as T
from game.match import store
from game.match.match import Match
from game.match.record import FORMAT, match_of, read_record, record_of
from game.match.seats import Seat
from game.ui.scenes.classend import ClassEndScene
from game.ui.scenes.classmatch import ClassScene
from game.ui.scenes.foretell import ForetellScene, JudgedScene
from game.ui.scenes.freeze import FreezeScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.saves import open_match
from game.ui.scenes.vote import VoteScene
from tests.ui.catalogue import leave, own_folders
from tests.ui.harness import Person
from tests.ui.positions import Here
from tests.ui.screens_class import Now, class_match, play_out, sit, to_move

PEOPLE = (Seat(name="Eagles"), Seat(name="Dragons"))


# --- the clock -----------------------------------------------------------------------------------


def test_the_clock_counts_down_turns_amber_and_forces_nobody(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(), now)
    to_move(person, scene)
    assert not scene.face().is_soon and person.says("0:46")
    now.seconds += 40
    assert scene.face().is_soon and person.says("0:06")
    now.seconds += 30
    assert person.says("over its time") and person.says("+0:23")
    assert moves_made(scene.match.state) == 0


def test_a_strict_clock_passes_for_whoever_dawdles_and_logs_it(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(is_strict=True), now)
    to_move(person, scene)
    person.click(person.names("card:")[0])
    now.seconds += 60
    person.frames(2)
    assert "pass" in scene.match.actions
    assert scene.match.injects[0].words == "Time is up: United States passes."


def test_the_clock_goes_on_under_the_report_of_a_market_phase(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(), now)
    while scene.match.state.shared[T.ROUND] < 2:
        legal = scene.match.legal()
        scene.match.submit(T.PASS if T.PASS in legal else legal[0])
        scene.match.run_nature()
    scene.changed()
    to_move(person, scene)
    scene.doors.report()
    person.frames(2)
    before = person.app.stage.get("class:clock")
    assert person.app.scene is not scene and before is not None
    now.seconds += 10
    person.frames(2)
    after = person.app.stage.get("class:clock")
    assert after is not None and after.key != before.key


def test_a_move_whose_time_was_up_can_not_be_taken_back(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(is_strict=True), now)
    to_move(person, scene)
    now.seconds += 60
    scene.update(0.0)
    made, match = list(scene.match.actions), scene.match
    assert made[-1] == "pass" and match.mover == T.CHINA
    scene.undo()
    assert match.actions == made and person.says("Its time was up: the move stands.")
    assert [inject.kind for inject in match.injects] == ["time"]
    saved = store.load(scene.saving.path)
    assert saved.actions == made and saved.injects == match.injects
    match.rewind(len(made) - 1)
    assert not match.injects


def frozen(person: Person) -> tuple[ClassScene, FreezeScene, Now]:
    now = Now()
    scene = sit(person, class_match(), now)
    to_move(person, scene)
    person.press("f4")
    on_top = person.app.scene
    assert isinstance(on_top, FreezeScene)
    return scene, on_top, now


def test_freezing_stops_the_move_and_not_the_bell(person: Person) -> None:
    scene, _, now = frozen(person)
    left, bell = scene.clock.left, scene.clock.to_bell
    now.seconds += 500
    person.frames(2)
    assert scene.clock.left == left and scene.clock.to_bell == bell - 500 and person.says("frozen")
    assert moves_made(scene.match.state) == 0
    now.seconds -= 400
    person.press("f4")
    assert person.app.scene is scene
    now.seconds += 1
    assert scene.clock.left == left - 1


def test_a_frozen_table_says_what_can_be_done_and_no_move_looks_possible(person: Person) -> None:
    scene, _, _ = frozen(person)
    assert person.says("Draw with the mouse") and not person.says("Your move")
    assert set(scene._reached().values()) == {None}
    person.press("f4")
    person.frames(2)
    assert person.says("Your move") and scene._reached()["pass"] is not None


def test_a_frozen_table_can_be_drawn_on_by_mouse_and_taken_back(person: Person) -> None:
    _, top_scene, _ = frozen(person)
    person.drag((200, 200), (400, 300))
    person.drag((400, 300), (300, 400))
    assert [line[0] for line in top_scene.lines] == [(200, 200), (400, 300)]
    person.press("z")
    assert len(top_scene.lines) == 1
    person.click("freeze:clear")
    assert not top_scene.lines


def test_a_frozen_table_can_be_drawn_on_by_keys(person: Person) -> None:
    _, top_scene, _ = frozen(person)
    start = top_scene.pencil
    person.press("space")
    person.press("right")
    person.press("down")
    person.press("space")
    person.press("right")
    assert len(top_scene.lines) == 1 and len(top_scene.lines[0]) == 3
    assert top_scene.lines[0][0] == start and top_scene.lines[0][-1] != top_scene.pencil


def test_the_presenter_shows_the_clocks(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(), now)
    to_move(person, scene)
    person.press("f2")
    now.seconds += 6
    assert person.says("move 0:40 · match 19:54")


def test_a_log_with_room_for_one_line_shows_what_happened_last(tmp_path: Path) -> None:
    own_folders(str(tmp_path))
    someone = Person((1920, 1080), "125")
    to_move(someone, sit(someone, class_match()))
    assert someone.says("China names Electric cars as third spotlight")


def test_presenter_mode_can_be_frozen_and_drawn_on(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(), now)
    to_move(person, scene)
    person.press("f2")
    presenter = person.app.scene
    left = scene.clock.left
    person.press("f4")
    on_top = person.app.scene
    assert isinstance(on_top, FreezeScene)
    now.seconds += 30
    person.frames(2)
    assert scene.clock.left == left and person.says("frozen · move 0:46 · match 19:30")
    person.drag((200, 200), (400, 300))
    assert on_top.lines
    person.click("freeze:go on")
    assert person.app.scene is presenter and not scene.clock.is_frozen
    person.click("class:freeze")
    assert person.app.scene is not presenter


def test_a_team_votes_from_presenter_mode(person: Person) -> None:
    scene = sit(person, class_match())
    to_move(person, scene)
    person.press("f2")
    presenter = person.app.scene
    person.press("f5")
    person.frames()
    assert isinstance(person.app.scene, VoteScene)
    person.click("answer:1")
    person.press("escape")
    assert person.app.scene is presenter


# --- the bell ------------------------------------------------------------------------------------


def top(person: Person) -> ClassScene | None:
    return next((s for s in person.app.scenes if isinstance(s, ClassScene)), None)


def played_slowly(person: Person, now: Now, slowness: float) -> float:
    """Seconds at which the match was over, when each move takes so many times its share."""
    for _ in range(1500):
        scene = person.app.scene
        table = top(person)
        assert table is not None
        if table.match.is_over:
            return now.seconds
        if scene is not table:
            person.press("escape" if isinstance(scene, ForetellScene | JudgedScene) else "enter")
        elif table.showing.is_busy:
            table.showing.finish()
            person.frames()
        elif table.is_my_pick():
            is_move = table.match.state.shared[T.PHASE] == T.MOVING
            given = table.clock.given
            now.seconds += max(2.0, min(given.soft * slowness, given.hard + 1)) if is_move else 5.0
            before = len(table.match.actions)
            person.frames()
            table = top(person)
            if table is not None and len(table.match.actions) == before and table.is_my_pick():
                legal = table.match.legal()
                table.pick(T.PASS if T.PASS in legal else legal[0])
        else:
            person.frames()
    raise AssertionError(
        f"the match goes on and on at {now.seconds} seconds: {top(person)}, {person.app.scene}"
    )


@pytest.mark.parametrize("slowness", [0.3, 1.0, 1.6, 3.0, 50.0])
def test_slow_classes_end_within_two_minutes_of_the_bell(
    person: Person, monkeypatch: pytest.MonkeyPatch, slowness: float
) -> None:
    monkeypatch.setattr("game.ui.scenes.turns.Client", lambda book, *rest: Here(book))
    now = Now()
    scene = ClassScene(person.app, class_match(3, 12, PEOPLE), now=now)
    person.app.push(scene)
    late = played_slowly(person, now, slowness) - 12 * 60
    assert late <= 120
    table = top(person)
    assert table is not None and table.match.state.shared[T.ENDING] == T.SCORED
    if slowness > 1:
        assert late >= -120


def test_a_class_that_begins_late_plays_fewer_rounds_and_is_told(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.ui.scenes.turns.Client", lambda book, *rest: Here(book))
    now = Now()
    scene = sit(person, class_match(3, 12), now)
    to_move(person, scene)
    now.seconds += 420
    scene.match.submit(T.PASS)
    while scene in person.app.scenes:
        person.frames()
    other = top(person)
    assert other is not None and other is not scene
    assert other.match.scenario.rounds == 2
    assert all(a == b for a, b in zip(other.match.actions, scene.match.actions, strict=False))
    assert "cut to 2 rounds" in other.match.injects[-1].words
    assert store.load(other.saving.path).scenario.rounds == 2


def test_the_bell_reaches_a_table_that_lies_under_a_book(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(is_strict=True), now)
    to_move(person, scene)
    person.press("l")
    assert person.app.scene is not scene
    now.seconds += 100
    person.frames(2)
    assert person.app.scene is scene and "pass" in scene.match.actions


# --- the end -------------------------------------------------------------------------------------


def ended(person: Person) -> ClassScene:
    scene = sit(person, class_match(1))
    scene.match.run_nature()
    play_out(person, scene)
    return scene


def test_the_class_file_writes_itself_and_the_screen_says_where(person: Person) -> None:
    scene = ended(person)
    assert isinstance(person.app.scene, ClassEndScene)
    files = list((Path("saves") / "class").glob("*.json"))
    assert len(files) == 1 and json.loads(files[0].read_text("utf-8"))["result"]
    assert files[0].name in scene.handed_in
    assert person.says("Class file for the teacher's desk")
    assert person.says("ended by the bell after round 1 of 3")


def test_a_class_file_that_can_not_be_written_is_explained(person: Person) -> None:
    Path("saves").mkdir(exist_ok=True)
    (Path("saves") / "class").write_text("a file in the way", "utf-8")
    scene = ended(person)
    assert "can't be written" in scene.handed_in


def test_a_rematch_of_a_class_is_the_same_deal_with_sides_swapped(person: Person) -> None:
    first = ended(person)
    person.press("r")
    second = top(person)
    assert second is not None and second is not first
    assert second.match.seed == first.match.seed
    assert second.match.seats == (first.match.seats[1], first.match.seats[0])
    assert second.match.arranged is not None
    leave(person)


def test_a_saved_match_of_a_class_goes_on_with_the_time_it_had(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(), now)
    to_move(person, scene)
    now.seconds += 200
    scene.saving.autosave()
    leave(person)
    person.app.push(MenuScene(person.app))
    open_match(person.app, scene.saving.path)
    again = person.app.scene
    assert isinstance(again, ClassScene)
    assert 199 <= again.clock.elapsed <= 210
    leave(person)


def test_a_record_without_a_class_is_brought_up_to_date() -> None:
    match: Match = class_match()
    data = record_of(match).model_dump(mode="json")
    old = {key: value for key, value in data.items() if key not in ("arranged", "injects", "wishes")} | {
        "format": 2
    }
    record = read_record(old, "old")
    assert record.format == FORMAT and match_of(record, "old").arranged is None
    assert match_of(read_record(data, "new"), "new").arranged == match.arranged
