"""A class at the window: its set-up, the clock, the bell, the class file. No test waits: the clock is set by hand."""

import json
from pathlib import Path

import pytest

from game.classroom.bellclock import moves_made
from game.classroom.draft import Draft
from game.content.compile import find_scenario, load_base
from game.engine import terms as T
from game.engine.state import digest
from game.match import store
from game.match.match import Match
from game.match.record import FORMAT, match_of, read_record, record_of
from game.match.seats import Seat
from game.ui.scenes.classend import ClassEndScene
from game.ui.scenes.classmatch import ClassScene
from game.ui.scenes.classsetup import ClassSetupScene
from game.ui.scenes.foretell import ForetellScene, JudgedScene
from game.ui.scenes.freeze import FreezeScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.saves import open_match
from game.ui.scenes.vote import VoteScene
from tests.ui.catalogue import leave, own_folders, save
from tests.ui.harness import Person
from tests.ui.hasty import hurry
from tests.ui.positions import Here, at, many_measures
from tests.ui.screens_class import Now, class_match, foretelling, play_out, sit, to_move, vote

PEOPLE = (Seat(name="Eagles"), Seat(name="Dragons"))


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    own_folders(str(tmp_path))
    hurry(monkeypatch)
    someone = Person()
    someone.app.push(MenuScene(someone.app))
    return someone


def at_setup(person: Person) -> ClassSetupScene:
    person.press("p")
    scene = person.app.scene
    assert isinstance(scene, ClassSetupScene)
    return scene


# --- set-up --------------------------------------------------------------------------------------


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


def test_two_teams_of_one_name_and_an_empty_code_are_explained(person: Person) -> None:
    scene = at_setup(person)
    for name in ("name:us", "name:china"):
        person.click(name)
        person.type("Team")
    assert "same name" in scene.problem()
    scene.seats[0].name.text, scene.code.text = "Other", " "
    assert "Write a code" in scene.problem()


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


def test_one_code_gives_every_table_the_same_luck(person: Person) -> None:
    scene = at_setup(person)
    scene.code.text = "table 1"
    first, second = scene.match(), scene.match()
    first.run_nature()
    second.run_nature()
    assert first.actions == second.actions and first.actions


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
    assert person.says("0:40 · bell 19:54")


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
    assert scene.clock.left == left and person.says("frozen · 0:46 · bell 19:30")
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


# --- voting --------------------------------------------------------------------------------------


def voting(person: Person, answer: int = 1) -> tuple[ClassScene, VoteScene]:
    scene = vote(person, answer)
    on_top = person.app.scene
    assert isinstance(on_top, VoteScene)
    return scene, on_top


def test_ballots_by_number_keys_propose_a_winner_that_is_played_on_confirm(person: Person) -> None:
    scene, ballot = voting(person)
    for key in "1223":
        person.press(key)
    title = ballot.called(1)
    assert person.says(f"{title}: 2 of 4")
    before = len(scene.match.actions)
    person.click("vote:play")
    assert len(scene.match.actions) == before + 1
    assert title in scene.match.injects[-1].words and "2" in scene.match.injects[-1].words
    assert person.app.scene is ballot and not any(ballot.counts)  # the next part of the same move


def test_a_tie_plays_nothing_and_a_ballot_can_be_taken_back(person: Person) -> None:
    scene, ballot = voting(person)
    before = len(scene.match.actions)
    person.press("1")
    person.press("2")
    assert person.says("A tie at 1")
    person.press("f5")
    assert len(scene.match.actions) == before
    person.press("backspace")
    assert ballot.winner() == 0


def test_paper_counts_are_written_with_digits_and_bad_ones_explained(person: Person) -> None:
    _, ballot = voting(person)
    person.click("mode:paper")
    person.click("vote:3")
    for key in "123":
        person.press(key)
    assert ballot.counts[2] == 12 and person.says("No more than 99")
    person.press("backspace")
    assert ballot.counts[2] == 1


def test_a_number_without_an_option_is_explained(person: Person) -> None:
    _, ballot = voting(person)
    person.press("9")
    assert not any(ballot.counts) and person.says("There is no option 9")


def test_a_hidden_hand_shows_only_numbers_until_the_class_may_see_it(person: Person) -> None:
    scene, ballot = voting(person, 0)
    titles = {card.title for card in scene.match.book.cards}
    assert not titles & set(person.texts()) and person.says("Card 1") and not person.says("Progress +")
    ballot.is_open = True
    person.app.rebuild()
    assert titles & set(person.texts()) and person.says("Progress +")


def test_a_vote_without_cards_asks_nothing_about_the_hand(person: Person) -> None:
    scene = sit(person, class_match(code="99ed41"))  # the US names the third spotlight first
    for _ in range(400):
        if scene.is_my_pick() and not scene.showing.is_busy:
            break
        person.press("space")
    assert scene.match.state.shared[T.PHASE] != T.MOVING
    person.press("f5")
    person.frames()
    assert isinstance(person.app.scene, VoteScene) and person.app.question is None


def test_letters_of_a_vote_are_large_enough_for_the_back_row(tmp_path: Path) -> None:
    own_folders(str(tmp_path))
    someone = Person((1920, 1080))
    vote(someone, 1)
    someone.frames()
    assert min(written.size for _, written in someone.app.stage.written()) >= 28
    leave(someone)


def test_roles_show_their_sheets_and_hide_their_aims_until_asked(person: Person) -> None:
    to_move(person, sit(person, class_match()))
    person.press("f7")
    assert person.says("You speak for your side") and not person.says("private aim The")
    person.press("a")
    assert person.says("does not end in a Rupture")
    person.press("2")
    assert person.says("You speak for the firms") and not person.says("At least two")


# --- forecasts -----------------------------------------------------------------------------------


def asked(person: Person) -> tuple[ClassScene, ForetellScene]:
    scene = foretelling(person)
    on_top = person.app.scene
    assert isinstance(on_top, ForetellScene)
    return scene, on_top


def test_a_forecast_is_asked_before_the_last_move_and_kept_in_the_match(person: Person) -> None:
    scene, _ = asked(person)
    assert scene.match.state.moves[T.US] == 1
    person.press("3")
    person.click("sure")
    person.press("right")
    person.press("f5")
    assert person.app.scene is scene
    said = scene.match.forecasts
    assert [(f.who, f.round, f.about, f.direction) for f in said] == [("The eagles", 1, "track", "down")]
    assert said[0].confidence in (70, 80, 90)
    person.frames(3)
    assert person.app.scene is scene  # nobody is asked twice


def test_a_forecast_without_a_name_or_a_way_is_explained(person: Person) -> None:
    scene, form = asked(person)
    person.press("f5")
    assert person.says("up, the same, or down") and not scene.match.forecasts
    form.who.text, form.direction = " ", "up"
    person.press("f5")
    assert person.says("Write who says it") and not scene.match.forecasts


def test_what_came_is_shown_with_brier_scores_after_the_market_phase(person: Person) -> None:
    scene, _ = asked(person)
    for name, way in (("Ann", "1"), ("Bo", "2"), ("Cy", "3")):
        person.click("who")
        for _ in range(30):
            person.press("backspace")
        person.type(name)
        person.app.stage.focus = None
        person.press(way)
        person.press("f6")
    person.press("escape")
    scene.match.submit(T.PASS)
    for _ in range(100):
        if isinstance(person.app.scene, JudgedScene):
            break
        scene.showing.finish()
        person.frames()
    assert isinstance(person.app.scene, JudgedScene)
    judged = person.app.scene.lines
    assert sorted(one.forecast.who for one in judged) == ["Ann", "Bo", "Cy"]
    assert sum(one.is_right for one in judged) == 1 and person.says("Brier score")


def test_without_forecasts_nobody_is_asked(person: Person) -> None:
    scene = sit(person, class_match(has_forecasts=False))
    for _ in range(3):
        to_move(person, scene)
        scene.match.submit(T.PASS)
    to_move(person, scene)
    assert scene.match.state.moves[T.US] == 1 and person.app.scene is scene


# --- injects -------------------------------------------------------------------------------------


def test_a_chosen_headline_and_spotlight_come_next_and_stand_in_log_and_record(person: Person) -> None:
    scene = sit(person, class_match(has_injects=True, has_forecasts=False))
    to_move(person, scene)
    person.press("f6")
    headline, tile = person.names("headline:")[-1], person.names("tile:")[-1]
    person.click(headline)
    person.click(tile)
    assert person.says("chosen")
    person.press("escape")
    scene.saving.autosave()
    assert store.load(scene.saving.path).wishes == scene.match.wishes != []
    for _ in range(4):
        to_move(person, scene)
        scene.match.submit(T.PASS)
    to_move(person, scene)
    wanted = [headline.replace(":", " "), tile.replace(":", " ")]
    assert all(wish in scene.match.actions for wish in wanted) and not scene.match.wishes
    book = scene.match.book
    lit = [sector.id for sector, is_next in zip(book.sectors, scene.match.state.next, strict=True) if is_next]
    assert tile.partition(":")[2] in lit
    told = [inject.words for inject in scene.match.injects]
    title = next(found.title for found in book.headlines if found.id == headline.partition(":")[2])
    assert f"Teacher's inject: headline {title}." in told and len(told) == 2
    assert all(any(line.text == words for line in scene.log) for words in told)
    again = match_of(record_of(scene.match), "again")
    assert digest(again.state) == digest(scene.match.state) and again.injects == scene.match.injects


def test_a_branch_of_a_match_with_injects_has_the_same_luck(person: Person) -> None:
    match = class_match(has_injects=True)
    match.run_nature()
    match.wishes = [f"headline {match.book.headlines[-1].id}"]
    while match.state.shared[T.ROUND] < 2:
        legal = match.legal()
        match.submit(T.PASS if T.PASS in legal else legal[0])
        match.run_nature()
    assert f"headline {match.book.headlines[-1].id}" in match.actions
    other = match.branch(len(match.actions) // 2)
    other.run_nature()
    while len(other.actions) < len(match.actions):
        legal = other.legal()
        other.submit(T.PASS if T.PASS in legal else legal[0])
        other.run_nature()
    assert other.actions[: len(match.actions)] == match.actions


def test_a_chosen_card_is_drawn_next_and_its_title_is_told_after_the_match(person: Person) -> None:
    scene = sit(person, class_match(has_injects=True, has_forecasts=False))
    to_move(person, scene)
    person.press("f6")
    person.press("2")
    names = person.names("deal:china:")
    person.click(names[0])
    person.press("escape")
    card = names[0].rpartition(":")[2]
    match = scene.match
    match.submit(next(a for a in match.legal() if a >= T.CARD))  # a card leaves a hand
    while match.wishes and not match.is_over:
        options = match.legal()
        play = [a for a in options if a >= T.CARD or T.USE <= a < T.SWEETEN]
        match.submit(play[0] if play else options[0])
        match.run_nature()
    assert f"deal {card}" in match.actions
    told = [inject for inject in match.injects if inject.hidden]
    title = match.book.cards[match.book.card_number[T.CHINA, card]].title
    assert told[0].words == "Teacher's inject: a card for China."
    assert told[0].told == f"Teacher's inject: China draws {title}."


def test_no_more_cards_are_chosen_than_a_hand_holds(person: Person) -> None:
    scene = sit(person, class_match(has_injects=True))
    to_move(person, scene)
    person.press("f6")
    person.press("2")
    for choice in person.app.scene.cards(T.US)[: T.HAND + 1]:  # type: ignore[attr-defined]
        person.app.scene.choose(choice[0])  # type: ignore[attr-defined]
    assert len(scene.match.wishes) == T.HAND and person.says("take one away first")


def test_a_third_spotlight_is_refused_with_words_and_a_choice_can_be_taken_away(person: Person) -> None:
    scene = sit(person, class_match(has_injects=True))
    to_move(person, scene)
    for sector in range(T.UPSTREAM, T.SECTORS):
        scene.match.state.bag[sector] = 1
    person.press("f6")
    for name in person.names("tile:")[:3]:
        person.click(name)
    assert len(scene.match.wishes) == 2 and person.says("take one away first")
    person.click(person.names("tile:")[0])
    assert len(scene.match.wishes) == 1


def test_in_the_last_round_nothing_can_be_injected_any_more(person: Person) -> None:
    scene = sit(person, class_match(1, has_injects=True))
    to_move(person, scene)
    person.press("f6")
    assert person.says("This is the last round") and not person.names("headline:")


def test_a_class_starts_from_the_position_that_was_chosen(person: Person) -> None:
    scene = at_setup(person)
    person.click("start:True")
    rows = person.app.scene.shown()  # type: ignore[attr-defined]
    person.app.scene.begin([words for _, words, _ in rows].index("2018→2025 Tech War"))  # type: ignore[attr-defined]
    assert person.app.scene is scene and person.says("From: 2018→2025 Tech War")
    match = scene.match()
    assert match.scenario.id == "tech-war" and match.scenario.rounds == 3
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
    assert match_of(record_of(match), "again").injects == match.injects


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


def test_the_setup_opens_the_handbook_at_its_own_chapter(person: Person) -> None:
    scene = at_setup(person)
    for press in (lambda: person.press("f1"), lambda: person.click("button:help")):
        press()
        assert person.says("Playing as a class") and person.says("minutes until the bell")
        person.press("escape")
        assert person.app.scene is scene


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
