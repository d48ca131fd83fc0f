"""What is told of the market phase: its bulletin waits with all its lines, and then comes the headline."""

import pygame
import pytest

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.event import Event
from game.match.bulletin import Bulletin
from game.match.ledger import Entry
from game.match.words import Words
from game.ui.scenes.bulletin import BulletinScene
from game.ui.scenes.ledger import LedgerScene
from game.ui.scenes.presenter import PresenterScene
from game.ui.telling import News, telling_of
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import at
from tests.ui.test_telling import scene_of, seated, told_of


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
