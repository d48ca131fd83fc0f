"""What a class says at the window: votes, roles, forecasts, and what its teacher chooses."""

from pathlib import Path

import pygame
import pytest

from game.classroom.bell import shortened
from game.engine import terms as T
from game.engine.state import digest
from game.match import store
from game.match.arranged import Arranged
from game.match.match import Match
from game.match.record import match_of, record_of
from game.match.seats import Seat
from game.places import saves_dir
from game.ui.scenes.ballot import face_of
from game.ui.scenes.classmatch import ClassScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.foretell import ForetellScene, JudgedScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.vote import VoteScene
from tests.ui import positions
from tests.ui.catalogue import leave, own_folders
from tests.ui.harness import Person
from tests.ui.hasty import hurry
from tests.ui.positions import at, base
from tests.ui.screens_class import class_match, foretelling, sit, to_move, vote

PEOPLE = (Seat(name="Eagles"), Seat(name="Dragons"))


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    own_folders(str(tmp_path))
    hurry(monkeypatch)
    someone = Person()
    someone.app.push(MenuScene(someone.app))
    return someone


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
    assert f"2 for {title}" in scene.match.injects[-1].told
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


def test_an_open_vote_says_in_sentences_what_cards_do(person: Person) -> None:
    scene, ballot = voting(person)
    shown = " ".join(written.text for _, written in person.app.stage.written())
    pages = [scene.almanac.cards[action - T.CARD] for action in ballot.actions if ballot._is_card(action)]
    assert pages and all(" ".join(page.rules) in shown for page in pages)


def test_a_hidden_hand_can_be_shown_later_in_the_vote(person: Person) -> None:
    _, ballot = voting(person, 0)
    assert person.says("Card 1")
    person.click("vote:show")
    person.click("answer:1")
    assert ballot.is_open and not person.says("Card 1")


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
    scene = sit(person, class_match(seed="99ed41"))  # the US names the third spotlight first
    for _ in range(400):
        if scene.is_my_pick() and not scene.showing.is_busy:
            break
        person.press("space")
    assert scene.match.state.shared[T.PHASE] != T.MOVING
    person.press("f5")
    person.frames()
    ballot = person.app.scene
    assert isinstance(ballot, VoteScene) and person.app.question is None
    person.press("1")
    person.press("f5")
    assert scene.match.injects[-1].words == f"United States voted on the third spotlight: 1 for {ballot.titles[0]}."


def at_one_screen(person: Person, phase: int) -> ClassScene:
    """Two teams at one screen, with agendas; the first one that picks in the phase looks at the table."""
    match = Match(shortened(base(), "tech-war", 3), "tech-war", PEOPLE, "monday")
    match.arranged = Arranged(minutes=45)
    scene = sit(person, match)
    for _ in range(400):
        if isinstance(person.app.scene, CurtainScene):
            person.press("enter")
        elif scene.showing.is_busy:
            scene.showing.finish()
        elif scene.is_my_pick():
            if scene.match.state.shared[T.PHASE] == phase:
                break
            scene.pick(scene.match.legal()[0])
        person.frames()
    assert scene.match.state.shared[T.PHASE] == phase
    return scene


def opened(person: Person) -> VoteScene:
    """A vote, with the hand shown if there is one."""
    person.press("f5")
    person.frames()
    if person.app.question is not None:
        person.click("answer:1")
    ballot = person.app.scene
    assert isinstance(ballot, VoteScene)
    return ballot


@pytest.mark.parametrize("under", [(), ("f2",)], ids=["the table", "presenter mode"])
@pytest.mark.parametrize("phase", [T.MOVING, T.AGENDA_CHOICE], ids=["a move", "agendas"])
def test_a_vote_is_gone_before_the_screen_changes_hands(
    person: Person, phase: int, under: tuple[str, ...]
) -> None:
    scene = at_one_screen(person, phase)
    side = scene.viewer
    for key in under:
        person.press(key)
    below = person.app.scene
    ballot = opened(person)
    ballot.counts[ballot.actions.index(T.PASS) if phase == T.MOVING else 0] = 1
    person.press("f5")
    for _ in range(5):
        person.frames()
        assert scene.match.mover == 1 - side
        assert ballot not in person.app.scenes
    assert isinstance(person.app.scene, CurtainScene)
    person.press("enter")
    assert person.app.scene is below and scene.viewer == 1 - side
    person.press("f5")
    person.frames()
    ballot = person.app.scene  # type: ignore[assignment]
    assert isinstance(ballot, VoteScene) and not ballot.is_open


def test_what_a_team_voted_for_is_told_once_all_cards_lie_open(person: Person) -> None:
    """Its agenda, the cards of its hand, and the contingency with its target."""
    scene = at_one_screen(person, T.AGENDA_CHOICE)
    match, said = scene.match, []
    ballot = opened(person)
    said.append(ballot.titles[0])
    person.press("1")
    person.press("f5")
    to_move(person, scene)
    ballot = opened(person)
    card = next(n for n, card in enumerate(match.book.cards) if can_be_set_on(match, n))
    for wanted in (T.CARD + card, T.USE + T.USE_SET, None):
        n = 0 if wanted is None else ballot.actions.index(wanted)
        said.append(ballot.titles[n])
        ballot.counts[n] = 1
        person.press("f5")
    votes = [inject for inject in match.injects if inject.kind == "voted"]
    assert [title in vote.told for title, vote in zip(said, votes, strict=True)] == [True] * 4
    abouts = ("its secret agenda", "its move", "the use of a card", "the target of a card")
    assert [vote.words.partition(" voted on ")[2] for vote in votes] == [f"{about}." for about in abouts]
    assert f"the use of {said[1]}: 1 for Contingency." in votes[2].told
    written = " ".join(line.text for line in scene.log if "voted" in line.text)
    assert written.count(" voted on ") == 4 and not any(title in written for title in said)
    assert person.says("voted on") and not person.says("1 for")


def can_be_set_on(match: Match, card: int) -> bool:
    """Whether the mover holds a card that can be set as a contingency, with a target to choose."""
    held = match.book.cards[card]
    return T.CARD + card in match.legal() and held.target != T.TARGET_NONE and held.trigger != T.NO_TRIGGER


def test_a_vote_says_what_it_is_about(person: Person) -> None:
    """Which card, once the room may see it; which deal; what an agenda asks for."""
    _, ballot = voting(person, 0)
    ballot.counts[0] = 1
    person.press("f5")
    card = ballot.play.match.state.pick[T.PICK_CARD]
    title = ballot.play.almanac.cards[card].title
    assert ballot.play.match.state.pick[T.STEP] == T.STEP_USE
    assert person.says("votes: the use of the card") and not person.says(title) and not person.says("Discard the card")
    ballot.is_open = True
    person.app.rebuild()
    assert person.says(f"votes: {title}") and person.says("Discard the card for money")


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (positions.naming, ("the third spotlight",)),
        (positions.answering, ("the deal they offer", "Their ", " for our ", "You lose 1 Capital")),
        (positions.deal_take, ("votes: our ", "for their ", "They drop one level")),
        (positions.deal_sweetener, ("votes: our ", " for their ", "Paid to them if they accept")),
    ],
    ids=["spotlight", "deal", "offer", "sweetener"],
)
def test_a_vote_without_a_card_says_what_it_is_about(
    person: Person, moment: positions.Moment, told: tuple[str, ...]
) -> None:
    match = at(moment)
    match.arranged = Arranged(minutes=45)
    sit(person, match)
    ballot = opened(person)
    assert all(person.says(part) for part in told), person.texts()
    assert person.flaws() == [] and ballot.subject()


def test_agendas_are_only_numbers_in_a_vote_until_the_room_may_read_them(person: Person) -> None:
    match = at(positions.agenda)
    match.arranged = Arranged(minutes=45)
    sit(person, match)
    ballot = opened(person)
    titles = [agenda.title for agenda in match.book.agendas]
    person.press("h")
    assert person.says("Agenda 1") and not any(title in text for title in titles for text in person.texts())
    assert not person.says("At the end:")
    person.press("h")
    person.click("answer:1")
    assert all(person.says(ballot.titles[n]) for n in range(2)) and person.says("At the end:")
    assert person.says("our secret agenda") and person.flaws() == []


def test_a_vote_is_in_the_saved_match_at_once(person: Person) -> None:
    scene, ballot = voting(person)
    ballot.counts[ballot.actions.index(T.PASS)] = 1
    ballot.confirm()
    saved = store.load(scene.saving.path)
    assert saved.actions == scene.match.actions and saved.injects == scene.match.injects != []


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


def test_a_hand_that_was_shown_to_the_class_can_be_hidden_again(person: Person) -> None:
    _, ballot = voting(person)
    titles = [ballot.called(n) for n in range(len(ballot.actions))]
    assert ballot.is_open
    person.press("h")
    assert not ballot.is_open and person.app.question is None and ballot.called(0) == "Card 1"
    person.press("h")
    person.click("answer:1")
    assert [ballot.called(n) for n in range(len(ballot.actions))] == titles
    person.click("vote:show")
    assert not ballot.is_open


def test_all_options_of_a_vote_are_written_in_one_face(person: Person) -> None:
    """The narrower one only where it says more of one of them."""
    pen, box = person.app.pen, pygame.Rect(0, 0, 400, 120)
    line = "Progress in a sector. "
    long = next(line * n for n in range(1, 30) if face_of(pen, [("Long", (line * n,))], box) == "head")
    assert face_of(pen, [("Short", (line,)), ("Long", (long,))], box) == "head"
    assert face_of(pen, [("Short", (line,)), ("Too long", (line * 50, line))], box) == "body"
