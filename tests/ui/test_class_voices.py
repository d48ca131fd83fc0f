"""What a class says at the window: roles, forecasts, and what its teacher chooses."""

from game.engine import terms as T
from game.engine.state import digest
from game.match import store
from game.match.record import match_of, record_of
from game.places import saves_dir
from game.ui.scenes.classmatch import ClassScene
from game.ui.scenes.foretell import ForetellScene, JudgedScene
from tests.ui.harness import Person
from tests.ui.screens_class import class_match, foretelling, sit, to_move

# --- roles -----------------------------------------------------------------------------------------


def test_roles_show_their_sheets_and_hide_their_aims_until_asked(person: Person) -> None:
    to_move(person, sit(person, class_match()))
    person.press("f7")
    assert person.says("You speak for your side") and not person.says("private aim The")
    person.press("a")
    assert person.says("does not end in a Rupture")
    person.press("2")
    assert person.says("You speak for the firms") and not person.says("At least two")


def test_role_sheets_are_written_as_a_page_to_print(person: Person) -> None:
    to_move(person, sit(person, class_match()))
    person.press("f7")
    for write in (lambda: person.press("s"), lambda: person.click("button:page")):
        write()
        file = saves_dir() / "role sheets.html"
        assert "You speak for the firms" in file.read_text("utf-8") and person.says(f"Saved: {file}")
        file.unlink()


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


def test_a_forecast_says_who_leads_and_shows_the_clocks(person: Person) -> None:
    scene, _ = asked(person)
    scene.match.state.shared[T.TRACK] = -3
    person.app.rebuild()
    assert person.says("now CN +3") and person.says(scene.clock_words())


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
    assert sum(one.is_right for one in judged) == 1 and person.says("BRIER SCORE")
    assert person.says("Ann: Leadership track toward US, 70 % sure. It ")
    person.press("space")  # meant for the table
    assert person.app.scene is not scene
    person.frames(20)
    person.press("enter")
    assert person.app.scene is scene


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
    assert f"The teacher chose the headline {title}." in told and len(told) == 2
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
    assert told[0].words == "The teacher chose a card for China."
    assert told[0].told == f"The teacher chose the card {title} for China."


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
