"""What is told: the rival's moves, headlines, and the market phase, each long enough to be read."""

import pygame
import pytest

from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.event import Event
from game.match.bulletin import Bulletin
from game.match.ledger import Entry
from game.match.match import Match
from game.match.seats import Seat
from game.match.words import Words
from game.ui.director import Director
from game.ui.scenes.bulletin import BulletinScene
from game.ui.scenes.ledger import LedgerScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.presenter import PresenterScene
from game.ui.telling import LEAST, Deed, News, Telling, telling_of
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import Here, Never, at

PERSON, GREEDY = Seat(name="Ann"), Seat(level="greedy")


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


# --- the market phase ------------------------------------------------------------------------------


@pytest.fixture
def market() -> Person:
    """A person who has just ended a round, at the normal speed without motion."""
    person = seated(at(positions.last_move))
    scene_of(person).pick(T.PASS)
    person.frames(4)
    return person


def test_a_bulletin_waits_with_all_its_lines_until_the_player_goes_on(market: Person) -> None:
    told = told_of(market)
    assert isinstance(told, Bulletin)
    market.frames(400)
    assert told_of(market) is told
    lines = market.names("bulletin:")
    assert len(lines) == len(told.items) and 6 <= len(lines) <= 12
    market.press("enter")
    assert told_of(market) is not told


def test_the_header_stays_in_the_round_that_is_told(market: Person) -> None:
    told = told_of(market)
    assert isinstance(told, Bulletin)
    assert market.says(f"Round {told.round} of") and market.says(f"ROUND {told.round}")


def test_the_lines_come_one_by_one_and_their_numbers_count() -> None:
    person = seated(at(positions.last_move))
    person.app.settings.reduced_motion = False
    scene = scene_of(person)
    scene.pick(T.PASS)
    counts, counting = [], False
    for _ in range(2000):
        person.app.frame(1 / 30)
        counts.append(len([n for n in person.app.stage.nodes if n.name.startswith("bulletin:") and n.act]))
        counting = counting or any(mover.name.startswith("bulletin:") for mover in scene.showing.movers)
        if scene.showing.is_waiting:
            break
    assert counts == sorted(counts) and len(set(counts)) > 4
    assert counting


def test_space_completes_the_bulletin_first_and_goes_on_only_then() -> None:
    person = seated(at(positions.last_move))
    person.app.settings.reduced_motion = False
    scene = scene_of(person)
    scene.pick(T.PASS)
    while not isinstance(told_of(person), Bulletin):
        person.app.frame(1 / 30)
    assert not scene.showing.is_waiting
    person.press("space")
    assert isinstance(told_of(person), Bulletin) and scene.showing.is_waiting
    person.press("space")
    assert not isinstance(told_of(person), Bulletin)


def test_a_line_leads_to_the_why_of_its_numbers_by_click_and_by_keys(market: Person) -> None:
    market.click("bulletin:1")
    assert isinstance(market.app.scene, LedgerScene)
    market.press("escape")
    assert isinstance(told_of(market), Bulletin)
    market.reach("bulletin:2")
    market.press("enter")
    assert isinstance(market.app.scene, LedgerScene)


def test_a_bulletin_is_opened_again_by_a_key(market: Person) -> None:
    told = told_of(market)
    scene = scene_of(market)
    scene.showing.finish()
    market.app.rebuild()
    market.press("r")
    opened = market.app.scene
    assert isinstance(opened, BulletinScene) and opened.told == told
    market.press("escape")
    assert market.app.scene is scene


def test_the_hand_and_the_actions_lie_under_a_bulletin_that_is_opened_again() -> None:
    person = seated(at(positions.many_measures))
    names = {node.name for node in person.app.stage.nodes}
    assert any(name.startswith("card:") for name in names) and "actions" in names
    person.press("r")
    assert isinstance(person.app.scene, BulletinScene)
    assert names <= {node.name for node in person.app.stage.nodes}
    reached = [node.name for node in person.app.stage.reachable() if node.can_focus]
    assert reached and all(name.startswith("bulletin") for name in reached)


def test_before_the_first_market_phase_there_is_no_bulletin() -> None:
    person = seated(at(positions.first_move))
    person.press("r")
    assert person.app.scene is scene_of(person) and person.says("No market phase yet")


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_bulletin_and_headline_can_be_read_in_every_size(size: tuple[int, int], scale: str) -> None:
    person = seated(at(positions.last_move), size, scale, speed=0)
    scene_of(person).pick(T.PASS)
    person.frames(4)
    screen = person.app.canvas.get_rect()
    for name, kind in (("bulletin", Bulletin), ("news", News)):
        assert isinstance(told_of(person), kind)
        assert [flaw for flaw in person.flaws() if flaw.startswith(name)] == []
        node = person.app.stage.get(name)
        assert node is not None and screen.contains(node.rect)
        if kind is News:  # no edge of it cuts through the map's heading
            tab = person.app.stage.get("view:map")
            assert tab is not None and node.rect.y >= tab.rect.bottom
        person.press("space")
        person.frames(2)


def test_bulletin_and_headline_darken_the_table_but_not_what_can_be_done(market: Person) -> None:
    bright = {}
    for kind in (Bulletin, News, None):
        told, stage = told_of(market), market.app.stage
        assert told is None or kind is not None and isinstance(told, kind)
        for name in ("tension", "actions"):
            node = stage.get(name)
            assert node is not None and node in stage.reachable()  # it can be asked all the same
            bright[kind, name] = sum(pygame.transform.average_color(market.app.canvas, node.rect)[:3])
        market.press("space")
        market.frames(2)
    for kind in (Bulletin, News):
        assert bright[kind, "tension"] < 0.6 * bright[None, "tension"], kind
        assert bright[kind, "actions"] > 0.9 * bright[None, "actions"], kind


# --- headlines -------------------------------------------------------------------------------------


def test_a_headline_is_announced_with_its_rules_and_its_precedent(market: Person) -> None:
    scene = scene_of(market)
    market.press("enter")
    market.frames(2)
    told = told_of(market)
    assert isinstance(told, News)
    page = scene.almanac.headlines[told.headline]
    assert market.says(page.title) and market.says(page.rules[0].split(":")[0].split()[0])
    assert not page.precedent or market.says(page.precedent.split()[0])
    market.press("space")
    market.frames(2)
    assert not isinstance(told_of(market), News)


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


def test_a_bulletin_has_its_button_before_all_of_its_lines_are_there() -> None:
    person = seated(at(positions.last_move), speed=0)
    person.app.settings.reduced_motion = False
    scene_of(person).pick(T.PASS)
    for _ in range(100):
        if isinstance(told_of(person), Bulletin):
            break
        person.frames()
    assert isinstance(told_of(person), Bulletin) and not scene_of(person).showing.is_waiting
    person.click("bulletin go on")
    assert isinstance(told_of(person), Bulletin) and scene_of(person).showing.is_waiting
    person.click("bulletin go on")
    assert not isinstance(told_of(person), Bulletin)


def test_a_bulletin_waits_while_presenter_mode_is_open() -> None:
    person = seated(at(positions.last_move), speed=0)
    scene_of(person).pick(T.PASS)
    person.frames(4)
    told = told_of(person)
    assert isinstance(told, Bulletin)
    person.press("f2")
    person.frames(20)
    assert isinstance(person.app.scene, PresenterScene)
    person.press("escape")
    person.frames(2)
    assert told_of(person) == told and person.says("MARKET PHASE")


def test_what_a_headline_says_of_the_meters_is_not_told_twice() -> None:
    match = at(positions.first_move)
    words = Words(match.book, Almanac(match.pack, match.book))
    summit = next(n for n, h in enumerate(match.book.headlines) if h.title == "Summit Handshake")
    cause = (T.BY_HEADLINE, summit)
    note = Event(T.NOTE_HEADLINE, summit, 0, T.EVERYBODY, *cause)
    steps = [(T.SHARED + T.TENSION, -2), (T.CAPITAL + T.US, 1), (T.CAPITAL + T.CHINA, 1)]
    events = [Event(what, 5, 5 + step, T.EVERYBODY, *cause) for what, step in steps]
    told = telling_of(words, T.US, match.state, [Entry(1, 2, event) for event in (note, *events)])
    assert isinstance(told, News) and told.changes == ()
    less = telling_of(words, T.US, match.state, [Entry(1, 2, event) for event in (note, *events[:2])])
    assert isinstance(less, News) and len(less.changes) == 2
