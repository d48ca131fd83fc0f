"""The card browser: what it finds, what it may know, and that it can be read and reached everywhere."""

from random import Random

import pygame
import pytest

from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.view import determinize, observe
from game.match import piles
from game.match.ledger import story
from game.match.words import Words
from game.ui import theme
from game.ui.nodes import Node
from game.ui.scenes.browser import BrowserScene
from game.ui.scenes.play import PlayScene
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import at
from tests.ui.screens import leave, shown, sit
from tests.ui.seated import has_colour, words

SCREENS = ["all cards", "cards of a match", "cards that were looked for"]


def browser(person: Person) -> BrowserScene:
    scene = person.app.scene
    assert isinstance(scene, BrowserScene)
    return scene


def test_a_card_says_whose_it_is_where_both_decks_are_shown() -> None:
    person = shown("all cards")
    book = browser(person).words.book
    mine, theirs = (next(c for c in range(len(book.cards)) if book.card_side(c) == side) for side in (0, 1))
    for card, side in ((mine, "US"), (theirs, "CN")):
        browser(person).chosen = card
        person.app.rebuild()
        assert any(text.startswith(f"{side} · ") for text in words(person, "page"))
    assert has_colour(person, f"face:{mine}", theme.BRIGHT[0])
    leave(person)


# --- secrets -------------------------------------------------------------------------------------


@pytest.mark.parametrize("viewer", [T.US, T.CHINA, T.PUBLIC])
def test_swapping_what_a_viewer_can_not_see_changes_no_pixel(viewer: int) -> None:
    match, rng = at(positions.many_measures), Random(7)
    words = Words(match.book, Almanac(positions.base(), match.book))
    true, person = match.state, Person((1280, 720))

    def picture() -> bytes:
        seen = match.observe(viewer).seen
        person.app.push(BrowserScene(person.app, words, seen, story(match, viewer)))
        found = person.pixels()
        for pile in person.names("pile:"):
            person.click(pile)
            found += person.pixels()
        person.app.pop()
        return found

    sit(person, match)
    first = picture()
    for _ in range(3):
        match.state = determinize(match.book, observe(match.book, true, viewer), rng.randrange)
        assert match.state.cells != true.cells
        assert picture() == first
    match.state = true
    leave(person)


def test_the_own_draw_pile_is_known_and_the_rivals_is_not() -> None:
    match = at(positions.many_measures)
    seen = match.observe(T.US).seen
    for card in range(len(match.book.cards)):
        pile, place = piles.pile_of(seen, card), match.state.place[card]
        if match.book.card_side(card) == T.US:
            assert (
                pile
                == {T.IN_DECK: "draw", T.IN_HAND: "hand", T.IN_SLOT: "set", T.IN_DISCARD: "discard"}[place]
            )
        elif place != T.IN_DISCARD:
            assert pile == ("set" if place == T.IN_SLOT and match.state.slot_up[T.CHINA] else "unseen")


def test_what_was_done_with_a_card_is_told_as_the_viewer_heard_it(pack: Pack) -> None:
    match = at(positions.many_measures)
    words = Words(match.book, Almanac(pack, match.book))
    policies = [event for _, event in match.events if event.what == T.NOTE_POLICY]
    for event in policies:
        assert any("policy" in deed for deed in piles.deeds(words, story(match, T.PUBLIC), event.old))
    hidden = [
        c for c in range(len(match.book.cards)) if match.state.place[c] in (T.IN_DECK, T.IN_HAND, T.IN_SLOT)
    ]
    assert all(not piles.deeds(words, story(match, T.PUBLIC), card) for card in hidden)


# --- finding -------------------------------------------------------------------------------------


def test_side_class_pile_and_words_narrow_what_is_shown() -> None:
    person = shown("cards of a match", (1920, 1080))
    scene = browser(person)
    everything = len(scene.shown())
    assert 0 < everything < 80
    person.click("side:1")
    book = scene.words.book
    assert scene.shown() and all(book.card_side(c) == T.CHINA for c in scene.shown())
    person.click(f"kind:{T.KIND_CONTROL}")
    assert all(book.cards[c].kind == T.KIND_CONTROL for c in scene.shown())
    person.click(f"kind:{T.KIND_CONTROL}")
    person.click("pile:discard")
    assert len(scene.shown()) == 40
    person.click("search")
    person.type("rare earths")
    assert 0 < len(scene.shown()) < 40
    person.type(" nothing of the kind")
    assert scene.shown() == [] and person.says("No card is like that")
    leave(person)


def test_counts_say_what_a_filter_would_show() -> None:
    person = shown("cards of a match", (1920, 1080))
    scene = browser(person)
    for name in person.names("kind:"):
        count = next(n.key[1] for n in person.app.stage.nodes if n.name == name)  # type: ignore[index]
        person.click(name)
        assert len(scene.shown()) == count, name
        person.click(name)
    leave(person)


def test_the_card_looked_at_is_shown_with_its_event_and_both_sides_sources() -> None:
    person = shown("all cards", (1920, 1080))
    scene = browser(person)
    for card in scene.shown()[:12]:
        page = scene.words.almanac.cards[card]
        person.point(f"face:{card}")
        said = " ".join(person.texts())
        for part in (page.title, page.when.split()[-1], page.kind.upper()):
            assert part in said, page.title
        for source in (*page.sources, *page.contested_sources):
            assert source.title.split()[0] in said, source.title
        assert ("Contested." in said) == bool(page.contested)
    leave(person)


def test_a_scenario_of_invented_sides_tells_nothing_of_the_real_world() -> None:
    person = Person((1920, 1080))
    sit(person, at(positions.many_measures, "mirror-match"))
    person.press("b")
    page = browser(person).words.almanac.cards[browser(person).shown()[0]]
    assert page.precedent == "" and page.sources == ()
    leave(person)


# --- everywhere ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut_off_whatever_card_is_looked_at(name: str, size: tuple[int, int], scale: str) -> None:
    person = shown(name, size, scale)
    screen = person.app.canvas.get_rect()
    faces = person.names("face:")
    assert len(faces) >= 4
    for face in faces[:6] + faces[-2:]:
        person.point(face)
        assert person.flaws() == [], face
        assert [n.name for n in person.app.stage.nodes if not screen.contains(n.rect)] == []
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_every_large_card_fits_the_window(size: tuple[int, int], scale: str) -> None:
    person = shown("all cards", size, scale)
    scene = browser(person)
    for card in range(len(scene.words.book.cards)):
        scene.chosen = card
        person.app.rebuild()
        person.frames()
        page = person.app.stage.get("page")
        assert page is not None and person.app.canvas.get_rect().contains(page.rect)
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_the_faces_fill_the_height_between_the_heading_and_the_lower_edge(
    size: tuple[int, int], scale: str
) -> None:
    person = shown("all cards", size, scale)
    pen = person.app.pen
    tops = sorted({person.app.stage.get(name).rect.y for name in person.names("face:")})  # type: ignore[union-attr]
    face = person.app.stage.get(person.names("face:")[-1])
    assert face is not None
    assert all(b - a - face.rect.h <= pen.tx(24) for a, b in zip(tops, tops[1:], strict=False))
    assert pen.height - face.rect.bottom <= pen.tx(60)
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_the_classes_of_a_row_of_cards_stand_on_one_line(size: tuple[int, int], scale: str) -> None:
    person = shown("all cards", size, scale)
    faces = [person.app.stage.get(name) for name in person.names("face:")]
    rows: dict[int, set[int]] = {}
    for node in faces:
        assert node is not None
        rows.setdefault(node.rect.y, set()).add(_rule_under_the_picture(person, node))
    assert rows and all(len(found) == 1 for found in rows.values())
    leave(person)


def _rule_under_the_picture(person: Person, node: Node) -> int:
    """The lowest pixel of the line in the colour of the class that goes right across a card."""
    kind = person.app.scene.words.book.cards[int(node.name.split(":")[1])].kind  # type: ignore[attr-defined]
    tone, x = pygame.Color(theme.KIND[kind]), node.rect.right - node.rect.w // 6
    canvas = person.app.canvas
    inside = range(node.rect.y + node.rect.h // 8, node.rect.bottom - node.rect.h // 8)
    return max(y for y in inside if all(canvas.get_at((x + d, y))[:3] == tone[:3] for d in (0, 3, 6)))


def test_keys_alone_go_from_card_to_card_scroll_search_and_leave() -> None:
    person = shown("all cards")
    scene = browser(person)
    person.reach("face:0")
    seen = {0}
    for _ in range(200):
        person.press("right")
        assert person.app.stage.get(person.focus()) is not None, "the focus is on the screen"
        seen.add(scene.chosen)
    assert seen == set(range(80))
    person.press("home")
    assert scene.chosen == 0 and scene.scroll.first == 0
    person.press("end")
    assert scene.chosen == 79
    person.reach("search")
    person.type("b")
    assert scene.search.text == "b"
    person.reach(f"kind:{T.KIND_TALENT}")
    person.press("enter")
    assert scene.wish.kind == T.KIND_TALENT
    person.press("b")
    assert not isinstance(person.app.scene, BrowserScene)
    leave(person)


def test_b_opens_it_in_play_with_the_own_side_first_and_escape_comes_back() -> None:
    person = Person((1280, 720))
    scene = sit(person, at(positions.china_moves, seats=(positions.COMPUTER, positions.BO)))
    person.press("b")
    assert browser(person).wish.side == T.CHINA
    person.press("escape")
    assert person.app.scene is scene and isinstance(scene, PlayScene)
    leave(person)


def test_the_piles_on_the_table_open_the_cards_of_their_side() -> None:
    person = Person((1280, 720))
    sit(person, at(positions.many_measures))
    for side in (T.US, T.CHINA):
        person.click(f"pile:{side}")
        assert browser(person).wish.side == side
        person.press("escape")
    leave(person)


@pytest.mark.parametrize("name", SCREENS)
def test_partial_drawing_equals_full_drawing(name: str) -> None:
    person = shown(name)
    for face in person.names("face:")[:4]:
        person.move(person.app.stage.get(face).rect.center)  # type: ignore[union-attr]
        assert person.is_same_when_drawn_anew(), face
    person.wheel("face:0" if person.app.stage.get("face:0") else person.names("face:")[0], -1)
    assert person.is_same_when_drawn_anew()
    leave(person)


def test_cards_side_by_side_tell_their_effects_all_in_words_or_all_as_chips() -> None:
    someone = shown("cards that were looked for", (1920, 1080), "125")
    rows: dict[int, set[str]] = {}
    for node in someone.app.stage.nodes:
        if node.name.startswith("face:"):
            written = {piece.text for piece in someone.app.stage.picture(node).written}
            is_in_words = any(text.endswith(" pts") for text in written)
            rows.setdefault(node.rect.y, set()).add("words" if is_in_words else "chips")
    assert len(rows) > 2 and all(len(ways) == 1 for ways in rows.values())
    leave(someone)
