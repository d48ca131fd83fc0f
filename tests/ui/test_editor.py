"""The scenario editor in the window: every value by key and mouse, problems at once, undo, save, nothing lost."""

from pathlib import Path

import pytest

from game.classroom.draft import draft_file, kept_draft
from game.classroom.draft_pages import page
from game.content.load import load_pack
from game.ui.scenes.drafts import DraftsScene
from game.ui.scenes.editor import EditorScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.setup import SetupScene
from tests.ui.catalogue import own_folders
from tests.ui.harness import Person
from tests.ui.screens_making import draft_of, edit


@pytest.fixture
def person(tmp_path: Path) -> Person:
    own_folders(str(tmp_path))
    someone = Person((1280, 720), "100")
    someone.app.push(MenuScene(someone.app))
    return someone


def shown(person: Person) -> str:
    return str(next(node.key for node in person.app.stage.nodes if node.name == "problems"))


def test_the_menu_opens_the_editor_and_a_scenario_is_copied_under_a_name_of_its_own(person: Person) -> None:
    person.press("e")
    assert isinstance(person.app.scene, DraftsScene)
    person.press("1")
    scene = person.app.scene
    assert isinstance(scene, EditorScene)
    assert scene.draft.data["id"].endswith("-copy")
    assert scene.draft.read()[1] == [] or scene.draft.read()[0] is not None


def test_numbers_go_up_and_down_by_mouse_and_by_key_and_are_undone(person: Person) -> None:
    scene = edit(person, "sectors")
    was = scene.draft.get(("position", "capability", "us", "chips"))
    row = [s.id for s in scene.draft.pack.sectors].index("chips")
    person.click(f"row:{row}:less")
    assert scene.draft.get(("position", "capability", "us", "chips")) == was - 1
    person.app.stage.focus_on(f"second:{row}")
    china = scene.draft.get(("position", "capability", "china", "chips"))
    person.press("enter")
    assert scene.draft.get(("position", "capability", "china", "chips")) == china + 1
    person.press("z")
    person.press("z")
    assert scene.draft.get(("position", "capability", "us", "chips")) == was
    assert scene.draft.get(("position", "capability", "china", "chips")) == china


def test_a_number_stays_in_its_bounds(person: Person) -> None:
    scene = edit(person, "general")
    for _ in range(20):
        person.click("row:3:less")
    assert scene.draft.get(("rounds",)) == 1


def test_switches_and_options_change_with_a_click(person: Person) -> None:
    scene = edit(person, "switches")
    was = scene.draft.get(("switches", "deals"))
    person.click("row:0")
    assert scene.draft.get(("switches", "deals")) is (not was)
    person.click("page:general")
    scene.scroll.move(99)
    person.app.rebuild()
    person.frames()
    person.click("row:10:strong")
    assert scene.draft.get(("backfire",)) == "strong"


def test_a_card_leaves_the_deck_and_comes_back(person: Person) -> None:
    scene = edit(person, "deck:us")
    deck = list(scene.draft.get(("decks", "us")))
    person.click("row:0")
    assert abs(len(scene.draft.get(("decks", "us"))) - len(deck)) == 1
    person.click("row:0")
    assert sorted(scene.draft.get(("decks", "us"))) == sorted(deck)


def test_every_headline_agenda_and_card_says_what_it_does(person: Person) -> None:
    draft = draft_of()
    for name in ("headlines", "agendas", "deck:us", "deck:china"):
        assert all(row.about for row in page(draft, name))
    edit(person, "headlines")
    assert any("offers of Legacy chips" in str(node.key) for node in person.app.stage.nodes)


def test_problems_are_shown_at_once_with_what_to_do_and_gone_when_put_right(person: Person) -> None:
    scene = edit(person)
    scene.draft.put(("agendas",), [])
    person.app.rebuild()
    person.frames()
    assert "Four agendas are dealt" in shown(person)
    assert "Agendas: must be put right" in shown(person)
    assert "switch" in shown(person)
    before = len(person.app.scenes)
    person.press("f5")
    assert len(person.app.scenes) == before  # it can't be played
    person.press("z")
    assert "Four agendas" not in shown(person)


def test_what_is_said_of_a_page_is_marked_there_and_leads_to_it(person: Person) -> None:
    scene = edit(person)
    fine = next(node.key for node in person.app.stage.nodes if node.name == "page:agendas")
    scene.draft.put(("agendas",), [])
    person.app.rebuild()
    person.frames()
    assert next(node.key for node in person.app.stage.nodes if node.name == "page:agendas") != fine
    person.click("problem:0")
    assert scene.page == "agendas"


def test_luck_is_set_or_left_to_chance(person: Person) -> None:
    edit(person, "luck")
    assert person.says("left to chance") and person.says("Chance") and not person.says("Out")
    row = next(n for n, row in enumerate(page(draft_of(), "luck")) if row.title == "Agenda: Fortress")
    person.click(f"row:{row}")
    assert person.says("Set")


def test_a_long_text_that_is_not_written_in_shows_that_it_goes_on(person: Person) -> None:
    edit(person)
    assert person.says("…")
    person.click("row:1")
    assert not any("…" in text for text in person.texts() if text.startswith("From"))


def test_a_title_is_typed_and_gives_the_pack_its_name(person: Person) -> None:
    scene = edit(person)
    person.click("row:0")
    for _ in range(40):
        person.press("backspace")
    assert "Title: must be put right" in shown(person)
    person.type("Monday lesson")
    person.press("tab")
    assert scene.draft.data["title"] == "Monday lesson"
    assert scene.draft.data["id"] == "monday-lesson"


def test_a_saved_scenario_stands_under_new_match_and_can_be_played(person: Person) -> None:
    scene = edit(person, "general", "sprint")
    scene.draft.rename("Monday lesson")
    person.click("row:3")
    rounds = scene.draft.get(("rounds",))
    person.press("s")
    assert Path("packs/monday-lesson/pack.json").is_file()
    assert load_pack("monday-lesson").pack.title == "Monday lesson"
    person.app.pop_to_first()
    person.press("n")
    setup = person.app.scene
    assert isinstance(setup, SetupScene)
    number = [s.id for s in setup.scenarios].index("monday-lesson")
    setup._choose(number)
    assert setup.scenario.rounds == rounds
    person.press("f5")
    table = person.app.scene
    assert isinstance(table, PlayScene)
    assert table.match.scenario.id == "monday-lesson"
    table.leave()


def test_a_zip_can_be_handed_on_and_dropped_in(person: Person) -> None:
    scene = edit(person, "general", "sprint")
    scene.draft.rename("Gift")
    person.press("x")
    assert Path("packs/gift.zip").is_file()
    assert not Path("packs/gift").exists()
    assert [s.id for s in load_pack("gift").scenarios if s.title == "Gift"] == ["gift"]


def test_saving_twice_writes_the_same_pack_and_another_draft_takes_another_name(person: Person) -> None:
    first = edit(person, "general", "sprint")
    first.draft.rename("Monday")
    person.press("s")
    person.press("s")
    person.app.pop()
    second = edit(person, "general", "tech-war")
    second.draft.rename("Monday")
    person.press("s")
    assert sorted(p.name for p in Path("packs").iterdir()) == ["monday", "monday-2"]
    assert load_pack("monday").scenarios[-1].rounds == first.draft.get(("rounds",))


def test_a_broken_pack_is_told_under_new_match_and_does_not_keep_the_others_away(person: Person) -> None:
    Path("packs").mkdir()
    Path("packs/bad.zip").write_bytes(b"PK no zip")
    setup = SetupScene(person.app)
    person.app.push(setup)
    assert len(setup.scenarios) == 5
    assert "bad" in setup.left_out[0]
    assert "damaged" in setup.left_out[0]


def test_nothing_is_lost_in_a_crash(person: Person) -> None:
    scene = edit(person, "sides")
    person.click("row:0")
    value = scene.draft.get(("position", "approval", "us"))
    assert draft_file().is_file()
    kept = kept_draft()
    assert kept is not None
    assert kept.get(("position", "approval", "us")) == value
    person.app.pop_to_first()
    person.press("e")
    person.press("1")
    again = person.app.scene
    assert isinstance(again, EditorScene)
    assert again.draft.data == scene.draft.data


@pytest.mark.parametrize("content", ["", "{", "[]", '{"scenario": {}}', '{"scenario": {"rounds": []}, "pack": 3}'])
def test_a_damaged_draft_is_no_draft(person: Person, content: str) -> None:
    draft_file().parent.mkdir(parents=True, exist_ok=True)
    draft_file().write_text(content)
    assert kept_draft() is None
    person.press("e")
    assert isinstance(person.app.scene, DraftsScene)


def test_lines_for_notes_keep_apart_when_rounds_are_added(person: Person) -> None:
    scene = edit(person, "notes", "sprint")
    person.click("row:3")
    person.type("The end")
    person.press("tab")
    scene.draft.put(("rounds",), 4)
    person.app.rebuild()
    person.frames()
    person.click("row:3")
    person.type("Four")
    person.press("tab")
    assert scene.draft.get(("notes",)) == {"end": "The end", "round-4": "Four"}
    names = [node.name for node in person.app.stage.nodes]
    assert len(names) == len(set(names))


def test_a_card_that_left_its_deck_can_still_be_taken_out_of_the_luck(person: Person) -> None:
    draft = draft_of("sprint")
    card = draft.get(("decks", "us"), [])[0]
    draft.put(("luck", "hands", "us"), [card])
    draft.put(("decks", "us"), [other for other in draft.get(("decks", "us"), []) if other != card])
    cells = [cell for row in page(draft, "luck") for cell in row.cells]
    assert any(cell.path == ("luck", "hands", "us") and cell.item == card for cell in cells)


def test_an_agenda_is_set_for_a_side_in_the_editor_and_for_one_only(person: Person) -> None:
    scene = edit(person, "luck")
    row = next(n for n, row in enumerate(page(scene.draft, "luck")) if row.title == "Agenda: Fortress")
    person.click(f"second:{row}")
    assert scene.draft.get(("luck", "agendas", "china")) == ["fortress"] and scene.draft.read()[0] is not None
    person.click(f"row:{row}")
    assert scene.draft.read()[0] is None and person.says("is dealt to both sides")
