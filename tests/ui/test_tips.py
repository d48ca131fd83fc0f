"""Tips within tips: terms are underlined, a tip is held, its terms open in turn, by mouse and by keys."""

from collections.abc import Iterator

import pygame
import pytest

from game.classroom.mechanisms import mechanisms
from game.content.handbook import read
from game.ui.app import WORDS
from game.ui.handbook.anchors import anchor_of
from game.ui.handbook.links import linked_lines
from game.ui.scenes.handbook import HandbookScene
from game.ui.scenes.play import PlayScene
from game.ui.widgets.page import SIZE
from game.ui.widgets.tooltip import tooltip
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.screens import leave, shown


@pytest.fixture
def person() -> Iterator[Person]:
    """Somebody at the table."""
    someone = shown("table with many measures")
    yield someone
    leave(someone)


def tips(person: Person) -> list[str]:
    """Titles of the pages that are held."""
    return [held.lines[0].partition(" | ")[0] for held in person.app.tips.held]


def right_click(person: Person, name: str) -> None:
    person.frames()
    node = person.app.stage.get(name)
    assert node is not None, name
    event = pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=3, pos=node.rect.center)
    person.app.handle(event)
    person.frames()


def focus(person: Person, name: str) -> None:
    person.app.stage.focus_on(name)
    person.app.rebuild()
    person.frames()


# --- by keys -------------------------------------------------------------------------------------


def test_h_holds_a_tip_enter_opens_its_terms_and_escape_closes_one_by_one(person: Person) -> None:
    focus(person, "tension")
    person.press("h")
    assert tips(person) == ["Tension"] and person.focus() == "term:0:0"
    person.press("tab")
    assert person.focus() == "term:0:1"
    person.press("enter")
    assert len(tips(person)) == 2 and person.focus() == "term:1:0"
    person.press("enter")
    assert len(tips(person)) == 3
    person.press("escape")
    assert len(tips(person)) == 2 and person.focus() == "term:1:0"
    person.press("escape")
    assert person.focus() == "term:0:1"
    person.press("escape")
    assert tips(person) == [] and person.focus() == "tension"
    assert isinstance(person.app.scene, PlayScene), "Esc closed the tips, not the match"


def test_every_term_of_a_held_tip_is_reached_by_tab_and_by_arrows(person: Person) -> None:
    focus(person, "tension")
    person.press("h")
    terms = [node.name for node in person.app.stage.nodes if node.name.startswith("term:0:")]
    assert len(terms) > 2
    seen = {person.focus()}
    for _ in terms:
        person.press("tab")
        seen.add(person.focus())
    assert seen == set(terms)
    person.press("left")
    assert person.focus() in terms


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)], ids=str)
def test_the_ring_around_a_term_touches_neither_its_letters_nor_those_beside_it(size: tuple[int, int]) -> None:
    person = shown("a tip within a tip", size)
    stage, pen = person.app.stage, person.app.pen
    term = stage.get(person.focus())
    assert term is not None
    ring, line = stage.ring_rect(term), max(2, round(pen.scale * term.ring_wide))
    assert ring.inflate(-2 * line, 0).w >= term.rect.w
    assert ring.w < term.rect.w + 2 * pen.text_width(" ", "body", SIZE)
    leave(person)


def test_a_term_shows_its_tip_when_the_focus_comes_to_it(person: Person) -> None:
    focus(person, "tension")
    person.press("h")
    node = person.app.stage.get("tooltip")
    assert node is not None
    assert person.says(next(t.text for t in read().terms if f"term:{t.id}" == _key(person)).split(".")[0].split()[0])


def _key(person: Person) -> object:
    node = person.app.stage.get(person.focus())
    assert node is not None
    return node.key


def test_while_a_tip_is_held_the_keys_of_the_match_do_nothing(person: Person) -> None:
    scene = person.app.scene
    assert isinstance(scene, PlayScene)
    actions = list(scene.match.actions)
    focus(person, "tension")
    person.press("h")
    for key in ("t", "p", "1", "l", "z"):
        person.press(key)
    assert person.app.scene is scene and scene.match.actions == actions and scene.mode == ""
    assert tips(person) == ["Tension"]


def test_h_does_nothing_where_there_is_no_tip(person: Person) -> None:
    person.app.stage.focus = None
    person.press("h")
    assert tips(person) == []


# --- by mouse ------------------------------------------------------------------------------------


def test_a_right_click_holds_a_click_opens_a_term_and_a_click_beside_closes_all(person: Person) -> None:
    right_click(person, "budget:0")
    assert tips(person) == ["United States: Budget"]
    person.click("term:0:0")
    assert len(tips(person)) == 2
    person.click("term:1:0")
    assert len(tips(person)) == 3
    person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(3, 715)))
    person.frames()
    assert tips(person) == []
    assert isinstance(person.app.scene, PlayScene)


def test_a_click_holds_the_tip_of_what_does_nothing_else(person: Person) -> None:
    person.click("slot:1")
    assert len(tips(person)) == 1


def test_a_click_on_the_page_itself_keeps_it(person: Person) -> None:
    right_click(person, "tension")
    node = person.app.stage.get("tip:0")
    assert node is not None
    person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(node.rect.x + 8, node.rect.y + 8)))
    person.frames()
    assert tips(person) == ["Tension"]


def test_a_right_click_on_a_number_does_not_open_its_ledger(person: Person) -> None:
    right_click(person, "tension")
    assert isinstance(person.app.scene, PlayScene)


# --- the handbook --------------------------------------------------------------------------------


def test_f1_in_a_held_tip_opens_its_page_and_at_a_term_that_of_the_term(person: Person) -> None:
    focus(person, "tension")
    person.press("h")
    person.press("f1")
    scene = person.app.scene
    assert isinstance(scene, HandbookScene) and scene.at.section == "glossary"
    person.press("escape")
    assert tips(person) == [] and person.focus() in ("", "tension")


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("sector:6", "sector:ev"),
        ("bloc:3", "bloc:taiwan"),
        ("measure:1:10", "term:tariff"),
        ("track", "term:leadership-track"),
        ("resilience:0", "term:resilience"),
    ],
)
def test_f1_opens_the_page_of_what_is_pointed_at(person: Person, name: str, anchor: str) -> None:
    person.point(name)
    person.press("f1")
    scene = person.app.scene
    assert isinstance(scene, HandbookScene)
    section, block = scene.library.places[anchor]
    assert scene.at.section == section and scene.leaves()[scene.leaf].holds(block)


def test_every_card_of_a_hand_has_its_page(person: Person) -> None:
    name = person.names("card:")[0]
    person.point(name)
    person.press("f1")
    scene = person.app.scene
    assert isinstance(scene, HandbookScene) and scene.at.section.startswith("cards:")


def test_every_anchor_of_the_table_exists(person: Person) -> None:
    scene = person.app.scene
    assert isinstance(scene, PlayScene)
    book = scene.match.book
    names = [node.name for node in person.app.stage.nodes]
    anchors = {anchor_of(book, name) for name in names} - {""}
    person.press("f1")
    opened = person.app.scene
    assert isinstance(opened, HandbookScene)
    assert len(anchors) > 30 and anchors <= set(opened.library.places)


# --- everywhere ----------------------------------------------------------------------------------


def test_terms_are_underlined_in_the_tips_of_the_table(person: Person) -> None:
    """What explains the rules links to them: nearly every tip of the table does."""
    nodes = [n for n in person.app.stage.nodes if n.tip is not None and n.live]
    linked = [node.name for node in nodes if node.tip and has_terms(node.tip())]
    assert len(linked) > len(nodes) * 0.7, {node.name for node in nodes} - set(linked)


def has_terms(lines: list[str]) -> bool:
    return any("](term:" in line for line in linked_lines(tuple(line for line in lines if line)))


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("name", ["a held tip", "a tip within a tip"])
def test_held_tips_can_be_read_in_every_size(name: str, size: tuple[int, int], scale: str) -> None:
    someone = shown(name, size, scale)
    assert someone.flaws() == []
    screen = someone.app.canvas.get_rect()
    pages = [n for n in someone.app.stage.nodes if n.name.startswith("tip:") or n.name == "tooltip"]
    assert pages and all(screen.contains(page.rect) for page in pages)
    assert someone.is_same_when_drawn_anew()
    leave(someone)


# --- coming up -----------------------------------------------------------------------------------


def fading(person: Person) -> list[int]:
    """How bright the tip's place is in the frames after the pointer came to a node."""
    person.app.settings.reduced_motion = False
    node = person.app.stage.get("tension")
    assert node is not None
    event = pygame.event.Event(pygame.MOUSEMOTION, pos=node.rect.center, rel=(0, 0), buttons=(0, 0, 0))
    person.app.handle(event)
    person.app.frame(0.34)
    assert person.app.stage.get("tooltip") is None
    seen = []
    for _ in range(12):
        person.app.frame(0.016)
        tip = person.app.stage.get("tooltip")
        assert tip is not None
        seen.append(sum(pygame.transform.average_color(person.app.canvas, tip.rect)[:3]))
    return seen


def test_a_tip_that_the_pointer_opens_comes_up_within_a_tenth_of_a_second(person: Person) -> None:
    seen = fading(person)
    assert len(set(seen[:6])) >= 4, "by and by"
    assert len(set(seen[7:])) == 1, "and then it stays"
    assert person.is_same_when_drawn_anew()


def test_a_tip_is_there_at_once_for_the_keyboard_and_without_motion(person: Person) -> None:
    for is_still in (False, True):
        person.app.settings.reduced_motion = is_still
        focus(person, "tension")
        assert person.app.stage.get("tooltip") is not None and not person.app.dawning.movers
        assert person.is_same_when_drawn_anew()
        person.app.stage.keyboard = False
        person.app.rebuild()
        person.frames()
    person.point("decoupling")
    assert person.app.stage.get("tooltip") is not None and not person.app.dawning.movers


@pytest.mark.parametrize("name", ["table with many measures", "supply chains with many measures"])
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), "100"), ((1920, 1080), "125")])
def test_a_tip_lies_beside_what_it_explains(name: str, size: tuple[int, int], scale: str) -> None:
    person = shown(name, size, scale)
    explained = [node for node in person.app.stage.nodes if node.tip is not None]
    assert len(explained) > 20
    for node in explained:
        assert node.tip is not None
        tip = tooltip(person.app.pen, node.rect, node.tip(), node.group in WORDS)
        assert not tip.rect.colliderect(node.rect), node.name
    leave(person)


# --- what economists say -------------------------------------------------------------------------


def test_every_idea_that_a_term_names_is_told_in_the_handbook() -> None:
    named = {term.idea for term in read().terms if term.idea}
    assert named == set(mechanisms())


@pytest.mark.parametrize(
    ("name", "idea"), [("measure:0:0", "control"), ("do:deal", "deal"), ("decoupling", "decoupling")]
)
def test_a_held_tip_leads_to_the_mechanism_behind_what_it_explains(
    person: Person, name: str, idea: str
) -> None:
    focus(person, name)
    person.press("h")
    nodes = {node.key: node for node in person.app.stage.nodes if node.name.startswith("term:")}
    tip = nodes[f"mechanism:{idea}"].tip
    assert tip is not None and tip()[1] == mechanisms()[idea].idea
    person.click(nodes[f"mechanism:{idea}"].name)
    assert isinstance(person.app.scene, HandbookScene) and person.app.scene.at.section == "mechanisms"
    assert person.says(mechanisms()[idea].title)


def test_with_invented_sides_no_tip_leads_to_the_real_world() -> None:
    someone = shown("table of invented sides")
    focus(someone, "decoupling")
    someone.press("h")
    keys = {str(node.key) for node in someone.app.stage.nodes if node.name.startswith("term:")}
    assert keys and not [key for key in keys if key.startswith("mechanism:")]
    leave(someone)


def test_what_a_word_means_lies_below_the_page_it_stands_in_and_hides_none_of_it(person: Person) -> None:
    focus(person, "tension")
    person.press("h")
    stage = person.app.stage
    page, tip = stage.get("tip:0"), stage.get("tooltip")
    assert page is not None and tip is not None and not tip.rect.colliderect(page.rect)
    person.press("enter")
    second = stage.get("tip:1")
    assert second is not None and not second.rect.colliderect(page.rect)
