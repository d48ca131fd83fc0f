"""The handbook in the window: opened from anywhere, turned, searched, followed by links; readable in every size."""

import re
from collections.abc import Iterator

import pygame
import pytest

from game.content.handbook import Block, read
from game.match.library import volumes
from game.ui.handbook.links import Linker, linked_lines
from game.ui.handbook.plates import RECIPES, WIDE, Plates
from game.ui.scenes.handbook import HandbookScene, Place
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.settings import load_settings
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import base
from tests.ui.screens import SCREENS, leave, shown

OURS = [name for name in SCREENS if name.startswith("handbook")]


@pytest.fixture
def person() -> Iterator[Person]:
    """Somebody who opened the handbook from the menu."""
    someone = shown("menu")
    someone.press("f1")
    yield someone
    leave(someone)


def handbook(person: Person) -> HandbookScene:
    assert isinstance(person.app.scene, HandbookScene)
    return person.app.scene


# --- opening -------------------------------------------------------------------------------------


def test_f1_and_the_menus_button_open_it_and_f1_closes_it() -> None:
    someone = shown("menu")
    someone.click("button:handbook")
    assert handbook(someone).at.section == "chapter:short-rules"
    someone.press("f1")
    assert isinstance(someone.app.scene, MenuScene)
    leave(someone)


@pytest.mark.parametrize("name", ["setup", "log", "saved matches", "charts: overview"])
def test_f1_opens_it_over_any_screen(name: str) -> None:
    someone = shown(name)
    before = someone.app.scene
    someone.press("f1")
    handbook(someone)
    someone.press("escape")
    assert someone.app.scene is before
    leave(someone)


def test_in_a_match_it_tells_of_this_match() -> None:
    someone = shown("table of invented sides")
    someone.press("f1")
    library = handbook(someone).library
    assert library.first.words.sides[0] == "Aquila"
    someone.press("escape")
    assert isinstance(someone.app.scene, PlayScene)
    leave(someone)


def test_in_a_match_without_contingencies_their_chapter_has_no_picture_of_them() -> None:
    someone = shown("table of a short scenario")
    someone.press("f1")
    scene = handbook(someone)
    for section in scene.library.sections:
        assert scene.press().leaves(section)
    leave(someone)


# --- turning and finding -------------------------------------------------------------------------


def test_pages_are_turned_from_the_first_to_the_last_and_back(person: Person) -> None:
    scene = handbook(person)
    seen = [scene.at]
    while "button:next" in person.names():
        person.press("pagedown")
        seen.append(scene.at)
        assert len(seen) < 400
    assert [place.section for place in seen if place.leaf == 0] == [s.id for s in scene.library.sections]
    for place in reversed(seen[:-1]):
        person.press("pageup")
        assert scene.at == place
    assert "button:previous" not in person.names()


def test_the_contents_lead_to_every_section_by_mouse_and_keys(person: Person) -> None:
    scene = handbook(person)
    person.click("go:3")
    assert scene.at.section == scene.library.sections[3].id
    person.reach("go:5")
    person.press("enter")
    assert scene.at.section == scene.library.sections[5].id
    person.reach("go:6")
    last = f"go:{len(scene.library.sections) - 1}"
    for _ in scene.library.sections:
        if person.focus() != last:
            person.press("down")
    person.press("enter")
    assert scene.at.section == scene.library.sections[-1].id


def test_the_contents_are_scrolled_to_what_is_read_however_the_reader_came_there(person: Person) -> None:
    scene = handbook(person)
    names = [section.id for section in scene.library.sections]
    scene.open("card:us:mountain-pass-equity-stake")
    person.app.rebuild()
    assert f"go:{names.index(scene.at.section)}" in person.names()
    scene.at = Place(names[0])
    person.app.rebuild()
    assert "go:0" in person.names()
    while scene.at.section != "headlines":
        person.press("pagedown")
    assert f"go:{names.index('headlines')}" in person.names()


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), "100"), ((1920, 1080), "100")])
def test_cards_stand_side_by_side_and_say_their_name_once(size: tuple[int, int], scale: str) -> None:
    someone = shown("handbook: a card in plain words", size, scale)
    scene = handbook(someone)
    placed = scene.leaves()[scene.leaf].placed
    assert len({column for _, column, _ in placed}) >= 3
    titles = [scene.library.section(scene.at.section).blocks[slab.block].text for slab, _, _ in placed]
    assert all(someone.texts().count(title) <= 1 for title in titles)
    leave(someone)


def test_a_card_stands_above_its_sources_where_both_have_room_in_one_column() -> None:
    someone = shown("handbook: a card", (1920, 1080), "100")
    scene = handbook(someone)
    places: dict[int, set[tuple[int, int]]] = {}
    for n, leaf in enumerate(scene.leaves()):
        for piece, column, _ in leaf.placed:
            places.setdefault(piece.block, set()).add((n, column))
    broken = [block for block, found in places.items() if len(found) > 1]
    assert len(broken) * 10 < len(places), broken
    leave(someone)


@pytest.mark.parametrize("screen", ["handbook: cards", "log"])
def test_the_key_that_goes_to_the_search_is_not_written_there(screen: str) -> None:
    someone = shown(screen)
    someone.type("f")
    assert someone.focus() == "search" and someone.app.scene.search.text == ""  # type: ignore[attr-defined]
    someone.type("fab")
    assert someone.app.scene.search.text == "fab"  # type: ignore[attr-defined]
    leave(someone)


def test_words_are_searched_and_a_hit_is_opened(person: Person) -> None:
    scene = handbook(person)
    person.press("f")
    person.type("Mountain Pass")
    assert person.says("Mountain Pass Equity Stake")
    person.click("go:0")
    section, block = scene.library.places["card:us:mountain-pass-equity-stake"]
    assert scene.at.section == section and scene.leaves()[scene.leaf].holds(block)
    person.click("search")
    person.type(" no such words")
    assert person.says("Nothing found.")


def test_a_link_leads_on_and_backspace_returns(person: Person) -> None:
    scene = handbook(person)
    scene.show("chapter:deals")
    start = scene.at
    person.app.rebuild()
    links = person.names("link:")
    assert links
    person.reach(links[0])
    assert person.app.stage.get("tooltip") is not None, "the focus opens the tip of a term"
    person.press("enter")
    assert scene.at != start
    person.press("backspace")
    assert scene.at == start
    person.click(links[0])
    assert scene.at != start


def test_every_link_on_every_page_leads_somewhere(person: Person) -> None:
    scene = handbook(person)
    for section in scene.library.sections:
        for leaf in scene.press().leaves(section):
            for slab, _, _ in leaf.placed:
                for link, box in slab.links:
                    assert link in scene.library.places, (section.id, link)
                    assert box.w > 0 and box.right <= scene.press().sheet(section).width + 2


# --- looks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), "125"), ((1920, 1080), "100")])
def test_no_text_on_any_page_is_cut_off_or_covered(size: tuple[int, int], scale: str) -> None:
    someone = Person(size, scale)
    scene = HandbookScene(someone.app)
    someone.app.push(scene)
    flaws = {}
    for section in scene.library.sections:
        leaves = scene.press().leaves(section)
        step = 1 if section.id.startswith("chapter") else 3
        for n in range(0, len(leaves), step):
            scene.at = Place(section.id, n)
            someone.app.rebuild()
            if found := someone.flaws():
                flaws[section.id, n] = found[:3]
    assert flaws == {}
    leave(someone)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("name", OURS)
def test_the_handbook_can_be_read_in_every_size(name: str, size: tuple[int, int], scale: str) -> None:
    someone = shown(name, size, scale)
    assert someone.flaws() == []
    leave(someone)


def test_every_picture_that_a_chapter_names_can_be_drawn_and_is_no_blank() -> None:
    someone = Person((1920, 1080), "100")
    pen = someone.app.pen
    plates = Plates(pen, volumes(base(), "tech-war"))
    named = {b.name for c in read().chapters for b in c.blocks if b.kind == "picture"}
    assert named <= {*RECIPES, "card", "why-budget"} and set(RECIPES) <= named
    for name in named:
        plate = plates.plate(name, 1400 if name in WIDE else 700, 600)
        assert plate is not None
        target = pygame.Surface((plate.width, plate.height), pygame.SRCALPHA)
        plate.paint(target, target.get_rect())
        assert target.get_bounding_rect().w > plate.width * 0.5, name


@pytest.mark.parametrize(("name", "numbers"), [("meters", ["7", "5", "6"]), ("gauges", ["6", "2"])])
def test_meters_and_gauges_are_shown_with_their_numbers(name: str, numbers: list[str]) -> None:
    pen = Person((1920, 1080), "100").app.pen
    plate = Plates(pen, volumes(base(), "tech-war")).plate(name, 700, 600)
    assert plate is not None
    pen.written.clear()
    plate.paint(
        pygame.Surface((plate.width, plate.height), pygame.SRCALPHA),
        pygame.Rect(0, 0, plate.width, plate.height),
    )
    assert set(numbers) <= {piece.text for piece in pen.written}


def test_a_line_that_announces_a_table_stands_with_it(person: Person) -> None:
    press = handbook(person).press()
    for section in press.library.sections:
        for leaf in press.leaves(section) if section.id.startswith("chapter") else ():
            for (slab, column, _), (_, after, _) in zip(leaf.placed, [*leaf.placed[1:], (None, -1, 0)], strict=True):
                block = section.blocks[slab.block]
                assert column == after or block.kind != "paragraph" or not block.text.endswith(":"), block.text


# --- terms in running text -----------------------------------------------------------------------


def test_a_term_is_linked_once_and_other_marks_stay() -> None:
    linker = Linker()
    told = linker.linked(
        "Tension rises. **Budget** pays {gain:+2}; at high tension a [deal](chapter:deals) helps."
    )
    assert told == (
        "[Tension](term:tension) rises. [**Budget**](term:budget) pays {gain:+2}; at high tension a "
        "[deal](chapter:deals) helps."
    )
    assert linker.linked("Tension") == "Tension"


def test_the_longest_term_is_taken_and_parts_of_words_are_none() -> None:
    told = Linker().linked("Political Capital, a National programme, recontrolled, tension-free.")
    assert "[Political Capital](term:political-capital)" in told
    assert "[National programme](term:national-programme)" in told
    assert "recontrolled, tension-free" in told


def test_the_lines_of_a_tip_link_neither_title_nor_what_it_names() -> None:
    lines = linked_lines(("Tension | 4", "Tension falls by a lift | −1", "At 10: Rupture."))
    assert lines == (
        "Tension | 4", "Tension falls by a [lift](term:lift) | −1", "At 10: [Rupture](term:rupture)."
    )  # fmt: skip


def test_marks_of_links_are_not_shown() -> None:
    someone = shown("handbook: moves")
    assert not any(re.search(r"\]\(|\*\*|\[", text) for text in someone.texts())
    leave(someone)


def test_blocks_of_all_kinds_can_be_set(person: Person) -> None:
    kinds = {block.kind for section in handbook(person).library.sections for block in section.blocks}
    assert kinds == {"heading", "paragraph", "item", "table", "picture", "entry", "note", "detail", "card", "scene"}
    assert Block("heading").level == 0


def test_a_link_marks_the_word_it_led_to(person: Person) -> None:
    scene = handbook(person)
    scene.open("term:leak")
    person.app.rebuild()
    person.frames(1)
    marked = person.app.stage.get("marked")
    assert marked is not None
    inside = [piece.text for node, piece in person.app.stage.written() if marked.rect.contains(piece.rect)]
    assert "Leak" in inside
    scene.show("chapter:short-rules")
    person.app.rebuild()
    person.frames(1)
    assert person.app.stage.get("marked") is None


# --- two ways to read ----------------------------------------------------------------------------


def leaf_text(person: Person) -> str:
    scene = handbook(person)
    return str([slab.key for leaf in scene.leaves() for slab, _, _ in leaf.placed])


@pytest.mark.parametrize("section", ["cards:0:us", "headlines", "sectors", "mechanisms"])
def test_plain_reading_spares_sources_and_disputes_and_full_brings_them_back(person: Person, section: str) -> None:
    handbook(person).show(section)
    full = handbook(person).press()
    count = sum(len(leaf.placed) for leaf in handbook(person).leaves())
    text = leaf_text(person)
    person.press("r")
    assert handbook(person).press() is not full
    assert sum(len(leaf.placed) for leaf in handbook(person).leaves()) <= count
    assert leaf_text(person) != text
    assert load_settings()[0].plain_handbook
    person.click("level:full")
    assert leaf_text(person) == text


def test_the_way_of_reading_is_remembered(person: Person) -> None:
    person.click("level:plain")
    person.press("escape")
    person.press("f1")
    assert handbook(person).press().is_plain
    handbook(person).read("full")


def test_mechanisms_are_in_the_book_and_are_found(person: Person) -> None:
    handbook(person).open("mechanism:control")
    assert handbook(person).at.section == "mechanisms"
    found = handbook(person).library.search("New York Fed") or handbook(person).library.search("Fed Staff Report")
    assert "mechanisms" in {hit.section for hit in found}


def test_a_made_up_world_has_no_mechanisms_of_the_real_one() -> None:
    someone = shown("handbook of invented sides")
    assert "mechanisms" not in {section.id for section in handbook(someone).library.sections}
    leave(someone)
