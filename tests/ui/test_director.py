"""The director: what is shown lags behind the match, in groups that the eye can follow, and always arrives."""

from collections.abc import Iterator
from random import Random

import pygame
import pytest

from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.event import Event
from game.engine.rulebook import Rulebook
from game.engine.view import censor
from game.match.bulletin import Bulletin
from game.match.match import Match
from game.match.seats import Seat
from game.match.words import Words
from game.ui.director import Director, is_drawn
from game.ui.motions import KINDS, Count, Fade, Flip, Fly, Motion, Pause, Pulse, Shake, Slide, ease, kind_of
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from tests.ui.harness import Person
from tests.ui.positions import Here, Never, at

PERSON, RANDOM, GREEDY = Seat(), Seat(level="random"), Seat(level="greedy")
FRAME = 1 / 60
VIEWERS = (T.US, T.CHINA, T.PUBLIC, T.ALL)


def is_my_move(match: Match) -> bool:
    s = match.state
    return bool(s.shared[T.PHASE] == T.MOVING and s.shared[T.MOVER] == T.US and s.shared[T.ROUND] == 2)


@pytest.fixture
def person() -> Iterator[Person]:
    """At the table at the speed "normal", on their move."""
    one = Person((1280, 720))
    one.app.push(MenuScene(one.app))
    match = at(is_my_move, seats=(PERSON, RANDOM))
    scene = PlayScene(one.app, match)
    scene.turns.client = Never(match.book)  # type: ignore[assignment]
    one.app.push(scene)
    one.frames(2)
    one.app.settings.reduced_motion, one.app.settings.speed = False, 1
    yield one


def play(person: Person) -> PlayScene:
    """The scene, after a card was sold for funds."""
    scene = person.app.scene
    assert isinstance(scene, PlayScene)
    scene.pick(next(a for a in scene.match.legal() if a >= T.CARD))
    scene.pick(T.USE + T.USE_FUND)
    person.app.rebuild()
    return scene


def frames(person: Person, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        person.app.frame(FRAME)


def director(match: Match, viewer: int) -> Director:
    return Director(match, viewer, Words(match.book, Almanac(match.pack, match.book)))


# --- motions -------------------------------------------------------------------------------------


def test_every_kind_of_event_has_a_motion_or_says_that_it_has_none(book: Rulebook) -> None:
    cells = range(T.PLACE + len(book.cards))
    notes = [value for name, value in vars(T).items() if name.startswith("NOTE_")]
    kinds = {kind_of(book, Event(what, 0, 0)) for what in [*cells, *notes]}
    assert kinds == set(KINDS)


@pytest.mark.parametrize(
    ("motion", "first", "last"),
    [
        (Fly(2, 1, (0, 10), (100, 50)), (0, 10), (100, 50)),
        (Slide(2, 1, 3, 7), 3, 7),
        (Count(2, 1, 3, 7), 3, 7),
        (Fade(2, 1, 0.2, 1), 0.2, 1),
        (Pulse(2, 1), 0, 0),
        (Shake(2, 1), 1, 0),
        (Flip(2, 1), (1, False), (1, True)),
        (Pause(2, 1), 0, 1),
    ],
)
def test_a_motion_stays_at_its_beginning_until_its_delay_is_over_and_then_at_its_end(
    motion: Motion, first: object, last: object
) -> None:
    assert motion.end == 3
    assert motion.at(0) == motion.at(1) == pytest.approx(first)
    assert motion.at(3) == motion.at(99) == pytest.approx(last)
    assert motion.at(2) != pytest.approx(first)


def test_motions_slow_down_toward_their_end() -> None:
    steps = [ease(n / 10) for n in range(11)]
    assert (steps[0], steps[-1]) == (0, 1)
    gaps = [b - a for a, b in zip(steps, steps[1:], strict=False)]
    assert gaps == sorted(gaps, reverse=True)


def test_a_number_counts_in_whole_steps() -> None:
    values = [Count(1, 0, 2, 9).at(n / 20) for n in range(21)]
    assert values == sorted(values) and all(value == int(value) for value in values)


# --- the queue -----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_what_is_shown_is_what_may_be_known_whenever_the_queue_is_empty(pack: Pack, seed: int) -> None:
    scenario = ("tech-war", "magnet-gambit", "first-moves", "mirror-match")[seed]
    match, rng = Match(pack, scenario, (RANDOM, RANDOM), f"queue{seed}"), Random(seed)
    directors = [director(match, viewer) for viewer in VIEWERS]
    drained = 0
    while not match.is_over:
        match.run_nature()
        if not match.is_over:
            match.submit(rng.choice(match.legal()))
        for one in directors:
            one.listen()
            one.update(rng.choice((0.05, 0.4, 3.0, 9.0)))
            if rng.random() < 0.5:
                one.skip()
            if rng.random() < 0.1:
                one.finish()
            if not one.is_busy:
                one.check()
                drained += 1
    assert drained > 20
    for one in directors:
        one.finish()
        one.check()


def test_a_director_hears_nothing_that_its_viewer_may_not_know(pack: Pack) -> None:
    match, rng = Match(pack, "tech-war", (PERSON, PERSON), "secret"), Random(5)
    directors = [director(match, viewer) for viewer in VIEWERS]
    for _ in range(120):
        match.run_nature()
        if not match.is_over:
            match.submit(rng.choice(match.legal()))
    for one in directors:
        one.listen()
        heard = [entry.event for entry in one.queue]
        assert heard == [seen for _, event in match.events if (seen := censor(event, one.viewer))]


def test_a_policy_is_paid_for_when_the_card_has_reached_the_table_and_not_before(pack: Pack) -> None:
    match = at(is_my_move)
    one = director(match, T.US)
    before = one.shown.seen.budget[T.US]
    match.submit(next(a for a in match.legal() if a >= T.CARD))
    match.submit(T.USE + T.USE_FUND)
    one.listen()
    one.update(0.30)
    assert one.shown.seen.budget[T.US] == before < match.state.budget[T.US]
    one.update(0.9)
    assert one.shown.seen.budget[T.US] == match.state.budget[T.US]


def test_cards_are_drawn_in_one_beat_and_one_after_the_other(pack: Pack) -> None:
    match = Match(pack, "tech-war", (PERSON, RANDOM), "draw")
    while match.state.shared[T.PHASE] != T.CARD_DRAW:
        match.submit(match.legal()[0])
    one = director(match, T.US)
    match.run_nature()
    one.listen()
    moments = one.update(0.0)
    drawn = [beat for beat in moments.landed if beat.name == "place"]
    assert len(drawn) == 1
    assert sum(map(is_drawn, drawn[0].entries)) == T.HAND
    assert drawn[0].rest == pytest.approx(0.22 + 5 * 0.06 + 0.08)


def test_a_match_that_goes_back_is_shown_as_it_is(pack: Pack) -> None:
    match = at(is_my_move)
    ours, theirs = director(match, T.US), director(match, T.CHINA)
    kept = len(match.actions)
    match.submit(T.PASS)
    for one in (ours, theirs):
        one.listen()
    ours.finish()
    match.rewind(kept)
    for one in (ours, theirs):
        one.rewind(kept)
        assert not one.is_busy
        one.check()


# --- on the screen -------------------------------------------------------------------------------


def test_a_played_card_flies_from_its_place_to_the_table_and_on_to_the_pile(person: Person) -> None:
    places = [n.rect.center for n in person.app.stage.nodes if n.name.startswith("card:")]
    scene = play(person)
    frames(person, FRAME)
    (mover,) = scene.movers()
    assert min(abs(mover.rect.centerx - x) for x, _ in places) < 60
    frames(person, 0.4)
    assert abs(mover.rect.centerx - scene.board().map_rect.centerx) < 3
    pile = person.app.stage.get("pile:0")
    assert pile is not None
    while "played" in [mover.name for mover in scene.movers()]:
        mover = next(mover for mover in scene.movers() if mover.name == "played")
        person.app.frame(FRAME)
    assert mover.rect.collidepoint(pile.rect.center)


def test_no_input_counts_while_something_moves_but_a_click_shows_all_at_once(person: Person) -> None:
    scene = play(person)
    frames(person, 0.2)
    assert scene.showing.director.is_busy and not scene.is_my_pick()
    assert person.names("card:") == []
    person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(640, 300)))
    assert not scene.showing.director.is_busy and not scene.is_moving()
    scene.showing.director.check()


@pytest.mark.parametrize("key", ["space", "enter"])
def test_space_shows_all_at_once(person: Person, key: str) -> None:
    scene = play(person)
    frames(person, 0.2)
    person.press(key)
    assert not scene.showing.director.is_busy and not scene.is_moving()
    scene.showing.director.check()


@pytest.mark.parametrize(("reduced", "speed"), [(True, 1), (False, 3)])
def test_with_reduced_motion_or_at_once_nothing_is_ever_on_its_way(
    person: Person, reduced: bool, speed: int
) -> None:
    person.app.settings.reduced_motion, person.app.settings.speed = reduced, speed
    scene = play(person)
    for _ in range(5):
        person.app.frame(FRAME)
        assert not scene.movers() and not scene.showing.director.is_busy
        scene.showing.director.check()


def test_partial_drawing_equals_full_drawing_in_the_middle_of_every_motion(person: Person) -> None:
    scene = play(person)
    compared = 0
    while scene.is_moving():
        person.app.frame(FRAME * 3)
        before = pygame.image.tobytes(person.app.canvas, "RGB")
        anew = pygame.Surface(person.app.canvas.get_size())
        person.app.stage.draw(anew, whole=True)
        assert pygame.image.tobytes(anew, "RGB") == before
        compared += 1
    assert compared > 8


def test_a_number_on_its_way_is_drawn_in_place_of_its_node_and_leaves_nothing_behind(person: Person) -> None:
    scene = play(person)
    while "budget:0 number" not in [mover.name for mover in scene.movers()]:
        person.app.frame(FRAME)
    frames(person, 4)
    assert not scene.is_moving()
    assert person.is_same_when_drawn_anew()


def test_nothing_is_painted_or_shown_while_the_game_waits_for_the_player(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames(person, 3)
    shown: list[object] = []
    monkeypatch.setattr(person.app, "show", lambda changed: shown.append(changed) and False)
    asked: list[object] = []
    monkeypatch.setattr(person.app.scene, "nodes", lambda: asked.append(1))
    frames(person, 2)
    assert (shown, asked) == ([], [])


def test_a_resized_window_in_the_middle_of_a_motion_goes_on(person: Person) -> None:
    scene = play(person)
    frames(person, 0.2)
    person.app.screen = pygame.display.set_mode((1600, 900), pygame.RESIZABLE)
    person.app.handle(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=1600, y=900))
    frames(person, 4)
    assert not scene.showing.director.is_busy
    assert person.is_same_when_drawn_anew()


def test_a_card_that_was_sold_can_be_taken_back_while_it_flies(person: Person) -> None:
    scene = person.app.scene
    assert isinstance(scene, PlayScene)
    before = bytes(scene.match.state.cells)
    play(person)
    frames(person, 0.2)
    person.press("z")
    assert bytes(scene.match.state.cells) == before
    assert not scene.movers() and person.names("card:")
    scene.showing.director.check()


def asks(person: Person) -> bool:
    """Whether the table asks the player something, as it was last drawn."""
    return any(node.name.startswith(("option:", "card:")) and node.act for node in person.app.stage.nodes)


def test_when_all_has_been_shown_the_table_asks_without_being_touched(pack: Pack) -> None:
    """Agendas, the third spotlight, moves, deals: nobody moves the mouse or presses a key in between."""
    person = Person((1280, 720))
    person.app.push(MenuScene(person.app))
    person.app.settings.reduced_motion, person.app.settings.speed = False, 1
    match, rng = Match(pack, "tech-war", (PERSON, GREEDY), "untouched"), Random(3)
    scene = PlayScene(person.app, match)
    scene.turns.client = Here(match.book)  # type: ignore[assignment]
    person.app.push(scene)
    picks = 0
    for _ in range(4_000):
        if match.is_over or picks == 20:
            break
        person.app.frame(0.05)
        if isinstance(scene.showing.told, Bulletin) and scene.showing.is_waiting:
            scene.skip()
        if scene.is_my_pick():
            person.app.frame(0.05)
            assert asks(person), f"after {match.actions[-1]}"
            scene.pick(rng.choice(match.legal()))
            picks += 1
    assert picks > 12  # the match may end before


def test_a_whole_match_at_normal_speed_arrives_where_the_match_does(pack: Pack) -> None:
    person = Person((1280, 720))
    person.app.push(MenuScene(person.app))
    person.app.settings.reduced_motion, person.app.settings.speed = False, 1
    match, rng = Match(pack, "sprint", (PERSON, GREEDY), "normal"), Random(2)
    scene = PlayScene(person.app, match)
    scene.turns.client = Here(match.book)  # type: ignore[assignment]
    person.app.push(scene)
    for _ in range(40_000):
        if match.is_over and not scene.is_moving():
            break
        person.app.frame(0.05)
        if isinstance(scene.showing.told, Bulletin) and scene.showing.is_waiting:
            scene.skip()  # it waits until it has been read
        if scene.is_my_pick():
            scene.showing.director.check()
            scene.pick(rng.choice(match.legal()))
    assert match.is_over
    scene.showing.director.check()
