"""Votes of a class at the window: ballots, hands that stay hidden, what a vote is about."""

from pathlib import Path

import pygame
import pytest

from game.classroom.bell import shortened
from game.engine import terms as T
from game.match import store
from game.match.arranged import Arranged
from game.match.match import Match
from game.match.seats import Seat
from game.ui.scenes.ballot import face_of
from game.ui.scenes.classmatch import ClassScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.vote import VoteScene
from tests.ui import positions
from tests.ui.catalogue import leave, own_folders
from tests.ui.harness import Person
from tests.ui.positions import at, base
from tests.ui.screens_class import class_match, sit, to_move, vote

PEOPLE = (Seat(name="Eagles"), Seat(name="Dragons"))


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
    assert (
        scene.match.injects[-1].words
        == f"United States voted on the third spotlight: 1 for {ballot.titles[0]}."
    )


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
    abouts = ("its secret agenda.", "its move.", "the use of a card.", "")  # that it has a target is hidden too
    assert [vote.words.partition(" voted on ")[2] for vote in votes] == list(abouts)
    assert f"the use of {said[1]}: 1 for Contingency." in votes[2].told
    written = " ".join(line.text for line in scene.log if "voted" in line.text)
    assert written.count(" voted on ") == 3 and not any(title in written for title in said)
    assert person.says("voted on") and not person.says("1 for")
    assert all(line.text for line in scene.log)


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
    assert (
        person.says("votes: the use of the card")
        and not person.says(title)
        and not person.says("Discard the card")
    )
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
