"""What is told of moves: the rival's and another person's, each long enough to be read, and how one goes on."""

import pygame
import pytest

from game.content.pack import Pack
from game.engine import terms as T
from game.match.match import Match
from game.match.seats import Seat
from game.ui.director import Director
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.telling import LEAST, Deed, Telling
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import Here, Never, at

PERSON = Seat(name="Ann")


def seated(match: Match, size: tuple[int, int] = (1280, 720), scale: str = "100", speed: int = 1) -> Person:
    """A person at the table with still pictures, who is told everything."""
    person = Person(size, scale)
    person.app.push(MenuScene(person.app))
    scene = PlayScene(person.app, match)
    scene.turns.client = Never(match.book)  # type: ignore[assignment]
    person.app.push(scene)
    person.frames(2)
    person.app.settings.speed = speed
    return person


def scene_of(person: Person) -> PlayScene:
    scene = person.app.scenes[1]
    assert isinstance(scene, PlayScene)
    return scene


def told_of(person: Person) -> Telling | None:
    return scene_of(person).showing.told


def rival(person: Person, *texts: str) -> None:
    """The rival's picks, in notation."""
    for text in texts:
        scene_of(person).match.submit_text(text)
    person.frames(2)


def a_card(match: Match, side: int, use: int) -> tuple[int, ...]:
    """Picks of a side that use a card so, with its first target."""
    for action in match.legal():
        if action < T.CARD:
            continue
        trial = match.branch(len(match.actions))
        trial.submit(action)
        if T.USE + use in trial.legal():
            trial.submit(T.USE + use)
            more = trial.legal()[:1] if trial.state.pick[T.STEP] == T.STEP_TARGET else []
            return (action, T.USE + use, *more)
    raise AssertionError(f"no card for {use}")


def play(person: Person, *picks: int) -> None:
    for pick in picks:
        scene_of(person).match.submit(pick)
    person.frames(2)


# --- the rival's move ------------------------------------------------------------------------------


def test_a_policy_is_told_with_its_card_its_changes_and_the_reason() -> None:
    match = at(positions.rival_moves)
    person = seated(match)
    scene_of(person).showing.explain("It was time; a tariff came close.")
    card, *_ = picks = a_card(match, T.CHINA, T.USE_POLICY)
    # the reason belongs to the pick that ends the move
    scene_of(person).showing.director.reasons = {len(match.actions) + len(picks): "It was time."}
    play(person, *picks)
    told = told_of(person)
    assert isinstance(told, Deed)
    assert (told.who, told.card, told.reason) == (T.CHINA, card - T.CARD, "It was time.")
    title = match.book.cards[card - T.CARD].title
    assert person.says("CHINA PLAYS A POLICY") and person.says("It was time.")
    assert title in person.app.stage.written()[0][1].text or person.says(title.split()[0])
    assert told.changes and all(person.says(change.split()[-1]) for change in told.changes)
    assert person.app.stage.get("banner card") is not None
    assert person.names("card:") == []


def test_what_a_computer_says_of_its_move_is_told_with_it() -> None:
    match = at(positions.rival_moves)
    person = seated(match)
    scene = scene_of(person)
    scene.turns.client = Here(match.book)  # type: ignore[assignment]
    scene.turns.forget()
    for _ in range(60):
        person.frames()
        if told_of(person) is not None:
            break
    told = told_of(person)
    assert isinstance(told, Deed) and told.reason.endswith(".")
    assert person.says(told.reason.split()[0])


def test_a_move_stays_long_enough_to_be_read_and_then_goes_by_itself() -> None:
    for speed, most in ((2, 4.0), (1, 9.0)):
        person = seated(at(positions.rival_moves), speed=speed)
        rival(person, "pass")
        person.frames(round(LEAST / 0.05) - 3)
        assert told_of(person) is not None, speed
        person.frames(round(most / 0.05))
        assert told_of(person) is None, speed


def test_at_the_slow_speed_a_move_waits_for_a_key_and_space_goes_on() -> None:
    person = seated(at(positions.rival_moves), speed=0)
    rival(person, "pass")
    person.frames(600)
    assert told_of(person) is not None and person.says("Read, then go on")
    person.press("space")
    assert told_of(person) is None
    assert scene_of(person).is_my_pick() or scene_of(person).match.mover == T.CHINA


def test_at_once_nothing_is_told() -> None:
    person = seated(at(positions.rival_moves), speed=3)
    rival(person, "pass")
    assert told_of(person) is None and not scene_of(person).showing.is_busy


def test_a_click_goes_on_from_a_move() -> None:
    person = seated(at(positions.rival_moves), speed=0)
    rival(person, "pass")
    person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(640, 200)))
    assert told_of(person) is None


def test_own_moves_are_not_told() -> None:
    match = at(positions.first_move)
    person = seated(match, speed=0)
    scene_of(person).pick(T.PASS)
    person.frames(3)
    assert told_of(person) is None


def test_a_card_laid_face_down_is_told_without_its_name() -> None:
    match = at(lambda m: positions.rival_moves(m) and not m.state.slot_card[T.CHINA])
    person = seated(match, speed=0)
    picks = a_card(match, T.CHINA, T.USE_SET)
    title = match.book.cards[picks[0] - T.CARD].title
    play(person, *picks)
    told = told_of(person)
    assert isinstance(told, Deed) and told.card == T.NONE
    assert person.says("CHINA SETS A CONTINGENCY")
    assert not any(title in written.text for _, written in person.app.stage.written())


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_every_kind_of_move_can_be_read_in_every_size(size: tuple[int, int], scale: str) -> None:
    match = at(positions.rival_moves)
    person = seated(match, size, scale, speed=0)
    for use in (T.USE_POLICY, T.USE_ICON, T.USE_FUND, T.USE_SET):
        trial = match.branch(len(match.actions))
        try:
            picks = a_card(trial, T.CHINA, use)
        except AssertionError:
            continue
        scene = scene_of(person)
        scene.match = scene.showing.match = trial
        for one in scene.showing.directors.values():
            one.match = trial
        scene.changed()
        play(person, *picks)
        assert isinstance(told_of(person), Deed), use
        flaws = [flaw for flaw in person.flaws() if flaw.startswith("banner")]
        assert flaws == [], use
        assert person.app.canvas.get_rect().contains(person.app.stage.get("banner").rect)  # type: ignore[union-attr]


# --- two people ------------------------------------------------------------------------------------


def test_behind_the_curtain_the_other_is_told_what_happened_meanwhile(pack: Pack) -> None:
    match = at(positions.first_move, seats=(PERSON, Seat(name="Bo")))
    person = seated(match, speed=0)
    person.press("enter")  # the curtain
    scene = scene_of(person)
    assert scene.viewer == T.US
    scene.showing.finish()
    scene.pick(T.PASS)
    person.frames(3)
    assert told_of(person) is None
    person.press("enter")
    assert scene.viewer == T.CHINA
    while not isinstance(told_of(person), Deed):
        scene.skip()
        person.frames(2)
        assert scene.showing.is_busy
    told = told_of(person)
    assert isinstance(told, Deed) and (told.who, told.note) == (T.US, T.NOTE_PASS)


def test_a_director_can_be_asked_what_it_tells_without_a_screen(pack: Pack) -> None:
    match = at(positions.rival_moves)
    scene = Director(match, T.US, seated(match).app.scenes[1].words)  # type: ignore[attr-defined]
    match.submit(T.PASS)
    scene.listen()
    scene.update(0.0)
    assert isinstance(scene.telling, Deed)
    scene.skip()
    assert scene.telling is None


# --- going on --------------------------------------------------------------------------------------


def test_while_something_is_told_the_one_thing_to_do_is_a_gold_button() -> None:
    person = seated(at(positions.rival_moves), speed=0)
    rival(person, "pass")
    button = person.app.stage.get("do:go on")
    assert told_of(person) is not None and button is not None and person.says("Go on")
    assert person.app.stage.get("do:lift") is None
    person.click("do:go on")
    assert told_of(person) is None and person.app.stage.get("do:go on") is None
    assert person.app.stage.get("do:lift") is not None
