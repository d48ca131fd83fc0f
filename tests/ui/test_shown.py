"""What is shown lags behind the match: no screen tells what has not been shown yet, or shows what is secret."""

from collections.abc import Iterable, Iterator
from random import Random

import pytest

from game.classroom.rounds import moments
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.event import Event
from game.match.bulletin import Bulletin
from game.match.ledger import Entry, story
from game.match.match import Match
from game.match.seats import Seat
from game.ui.scenes.browser import BrowserScene
from game.ui.scenes.bulletin import BulletinScene
from game.ui.scenes.charts import ChartsScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.ledger import LedgerScene
from game.ui.scenes.log import LogScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from tests.ui import positions
from tests.ui.harness import Person
from tests.ui.positions import Here, at
from tests.ui.screens import leave, sit

ANN, BO, COMPUTER = Seat(name="Ann"), Seat(name="Bo"), Seat(level="greedy")
BY_CARD = (T.NOTE_POLICY, T.NOTE_STATECRAFT, T.NOTE_FUND, T.NOTE_FIRED)


@pytest.fixture
def waiting() -> Iterator[tuple[Person, PlayScene]]:
    """A bulletin waits to be read, and the match is in the next round already."""
    person = Person((1280, 720))
    person.app.settings.speed = 0
    scene = sit(person, at(positions.last_move))
    scene.pick(T.PASS)
    person.frames(3)
    assert isinstance(scene.showing.told, Bulletin) and ahead(scene)
    yield person, scene
    leave(person)


def ahead(scene: PlayScene) -> list[Entry]:
    return list(scene.showing.director.queue)


def test_a_ledger_tells_only_what_has_been_shown(waiting: tuple[Person, PlayScene]) -> None:
    person, scene = waiting
    budget, was = T.BUDGET + T.US, scene.match.state.budget[T.US]
    scene.match.state.cells[budget] = was + 5
    scene.match.events.append((len(scene.match.actions), Event(budget, was, was + 5)))

    def newest() -> str:
        scene.history((budget,), "Budget")
        ledger = person.app.scene
        assert isinstance(ledger, LedgerScene)
        text = ledger.lines()[0].text
        person.app.pop()
        return text

    person.frames()
    assert f"now {was + 5}" not in newest()
    scene.showing.finish()
    assert f"now {was + 5}" in newest()


def test_the_charts_end_where_the_viewer_is(waiting: tuple[Person, PlayScene]) -> None:
    person, scene = waiting
    shown = moments(scene.match, scene.viewer, scene.told)[-1]
    assert shown.seen.cells == scene.seen.cells and not shown.is_final
    assert moments(scene.match, scene.viewer)[-1].round == shown.round + 1
    scene.open_charts()
    assert isinstance(person.app.scene, ChartsScene)
    assert person.says(f"round {shown.round} of") and not person.says(f"Round {shown.round + 1}")


def test_the_log_the_cards_and_the_report_end_where_the_viewer_is(waiting: tuple[Person, PlayScene]) -> None:
    person, scene = waiting
    number = scene.seen.shared[T.ROUND]
    scene.open_log()
    assert isinstance(person.app.scene, LogScene)
    assert scene.log[-1].round == number and not person.says(f"Round {number + 1}")
    person.app.pop()
    scene.doors.cards()
    cards = person.app.scene
    assert isinstance(cards, BrowserScene) and cards.seen is scene.seen
    assert list(cards.told) == scene.told != story(scene.match, scene.viewer)
    person.app.pop()
    scene.doors.report()
    assert isinstance(person.app.scene, BulletinScene) and person.app.scene.told.round == number
    person.app.pop()


# --- secrets --------------------------------------------------------------------------------------


def revealed(events: Iterable[Event]) -> set[int]:
    """Cards that these events, as a viewer is told of them, name."""
    found = set()
    for event in events:
        if event.what in BY_CARD:
            found.add(event.old)
        elif event.what == T.NOTE_ANNOUNCE:
            found.add(event.new)
        elif T.PLACE <= event.what < T.NOTE and event.new != T.UNKNOWN:
            found.add(event.what - T.PLACE)
    return found


def may_be_named(scene: PlayScene) -> set[int]:
    """Cards of which the viewer has been told, or is being told."""
    one = scene.showing.director
    now = [*(one.beat.entries if one.beat else ()), *list(one.queue)[: max(0, one._left)]]
    return revealed(entry.event for entry in [*one.story.entries, *now])


def named(person: Person, scene: PlayScene, cards: Iterable[int]) -> set[str]:
    """Titles of these cards that are written on the screen, also on what moves."""
    stage = person.app.stage
    pictures = [stage.picture(node, node is stage.pointed()) for node in stage.nodes]
    texts = [" ".join(piece.text for piece in picture.written).casefold() for picture in pictures]
    pages, book = scene.almanac.cards, scene.match.book
    own = {page.title for card, page in enumerate(pages) if book.card_side(card) == scene.viewer}
    titles = {pages[card].title for card in cards} - own  # some cards lie in both decks
    return {title for title in titles if any(title.casefold() in text for text in texts)}


@pytest.mark.parametrize("seats", [(ANN, COMPUTER), (ANN, BO)], ids=["against the computer", "hot-seat"])
def test_nothing_of_a_hidden_card_is_drawn_before_it_is_revealed(
    pack: Pack, seats: tuple[Seat, Seat]
) -> None:
    person = Person((1280, 720))
    person.app.push(MenuScene(person.app))
    person.app.settings.reduced_motion, person.app.settings.speed = False, 1
    match, rng = Match(pack, "sprint", seats, "secrets"), Random(3)
    scene = PlayScene(person.app, match)
    scene.turns.client = Here(match.book)  # type: ignore[assignment]
    person.app.push(scene)
    seen_faces = 0
    for _ in range(6000):
        if match.is_over or match.state.shared[T.ROUND] > 2:
            break
        person.app.frame(0.1)
        if isinstance(person.app.scene, CurtainScene):
            theirs = {c for c in range(len(match.book.cards)) if match.state.place[c] == T.IN_HAND}
            assert not named(person, scene, theirs)
            person.press("enter")
            continue
        rivals = {c for c in range(len(match.book.cards)) if match.book.card_side(c) == 1 - scene.viewer}
        told = may_be_named(scene)
        assert named(person, scene, rivals - told) == set()
        seen_faces += len(named(person, scene, rivals & told))
        if isinstance(scene.showing.told, Bulletin) and scene.showing.is_waiting:
            scene.skip()  # it waits until it has been read
        if scene.is_my_pick():
            scene.pick(rng.choice(match.legal()))
    assert match.state.shared[T.ROUND] > 1 and seen_faces > 10
    leave(person)
