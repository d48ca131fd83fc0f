"""The screens around a match: every size, mouse alone, keys alone."""

import os

import pytest

from game.classroom.progress import Progress, save_progress
from game.content.pack import Pack
from game.engine import terms as T
from game.match import store
from game.match.match import Match
from game.match.seats import Seat
from game.ui import worldmap
from game.ui.app import Scene
from game.ui.scenes.lessons import LessonsScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.savefile import facts_of
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.setup import SetupScene
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import at

SCENES: list[type[Scene]] = [MenuScene, SetupScene, SavesScene, SettingsScene, LessonsScene]
PERSON = Seat(level="person", name="Maximiliane Wolkenstein")


def save_some(pack: Pack, count: int = 12) -> None:
    """Matches in the folder of saves, and a damaged file."""
    for n in range(count):
        match = Match(pack, "tech-war", (PERSON, Seat(level="greedy")), f"s{n}")
        match.run_nature()
        store.save(match, store.named_path(f"my match {n}"))
    text = store.dump(Match(pack, "sprint", (PERSON, PERSON), "cut"))
    store.write_text(store.named_path("cut off"), text[:2000])


def shown(size: tuple[int, int], scale: str, scene: type[Scene]) -> Person:
    person = Person(size, scale)
    person.app.push(MenuScene(person.app))
    if scene is not MenuScene:
        person.app.push(scene(person.app))
    person.frames(2)
    worldmap.finish()
    person.frames(2)
    return person


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("scene", SCENES)
def test_no_text_is_cut_off_or_covered_or_too_small(
    pack: Pack, scene: type[Scene], size: tuple[int, int], scale: str
) -> None:
    save_some(pack)
    person = shown(size, scale, scene)
    assert person.flaws() == []
    outside = [n.name for n in person.app.stage.nodes if not person.app.canvas.get_rect().contains(n.rect)]
    assert outside == []


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_every_scenario_can_be_read_in_every_size(size: tuple[int, int], scale: str) -> None:
    person = shown(size, scale, SetupScene)
    for name in person.names("scenario:"):
        person.click(name)
        assert person.flaws() == [], name


@pytest.mark.parametrize("scene", SCENES)
def test_partial_drawing_equals_full_drawing(pack: Pack, scene: type[Scene]) -> None:
    save_some(pack)
    person = shown((1366, 768), "100", scene)
    for node in [n for n in person.app.stage.nodes if n.can_focus][:8]:
        person.move(node.rect.center)
        assert person.is_same_when_drawn_anew(), f"pointing at {node.name}"
    for _ in range(8):
        person.press("tab")
        assert person.is_same_when_drawn_anew(), f"focus on {person.focus()}"


@pytest.mark.parametrize("scene", SCENES)
def test_whatever_can_be_clicked_can_be_reached_by_keys(pack: Pack, scene: type[Scene]) -> None:
    save_some(pack, 3)
    person = shown((1280, 720), "100", scene)
    for node in [n for n in person.app.stage.reachable() if n.can_focus]:
        person.reach(node.name)


@pytest.mark.parametrize("scene", SCENES)
def test_things_to_click_are_large_enough_and_do_not_overlap(pack: Pack, scene: type[Scene]) -> None:
    save_some(pack)
    person = shown((1920, 1080), "100", scene)
    nodes = [n for n in person.app.stage.nodes if n.act is not None]
    assert [n.name for n in nodes if min(n.rect.size) < 36] == []
    assert [
        (a.name, b.name) for a in nodes for b in nodes if a.name < b.name and a.rect.colliderect(b.rect)
    ] == []


# --- the menu ------------------------------------------------------------------------------------


def test_the_menu_offers_to_continue_only_what_can_be_continued(pack: Pack) -> None:
    person = shown((1280, 720), "100", MenuScene)
    assert "button:continue" not in person.names()
    assert person.says("No match has been begun yet")
    save_some(pack, 1)
    person.app.push(SettingsScene(person.app))
    person.press("escape")
    person.click("button:continue")
    assert isinstance(person.app.scene, PlayScene)
    assert person.app.scene.match.seed == "s0"
    person.app.pop()


@pytest.mark.parametrize(("key", "scene"), [("n", SetupScene), ("l", SavesScene), ("s", SettingsScene)])
def test_the_menu_answers_to_letters_and_escape_comes_back(key: str, scene: type[Scene]) -> None:
    person = shown((1280, 720), "100", MenuScene)
    person.press(key)
    assert isinstance(person.app.scene, scene)
    person.press("escape")
    assert isinstance(person.app.scene, MenuScene)


def test_the_menu_by_arrows_and_enter() -> None:
    person = shown((1280, 720), "100", MenuScene)
    person.reach("button:quit")
    person.press("enter")
    assert not person.app.running


# --- a new match ---------------------------------------------------------------------------------


def test_a_match_is_set_up_by_mouse_and_typing() -> None:
    person = shown((1280, 720), "100", SetupScene)
    person.click("scenario:sprint")
    person.click("level:1:visitor")
    person.click("name:us")
    person.type("Ada → Łukasz")
    person.click("seed")
    for _ in range(10):
        person.press("backspace")
    person.type("monday")
    person.click("button:start")
    play = person.app.scene
    assert isinstance(play, PlayScene)
    assert (play.match.scenario.id, play.match.seed) == ("sprint", "monday")
    assert play.match.seats == (Seat(name="Ada → Łukasz"), Seat(level="visitor"))
    person.app.pop()


def test_a_match_is_set_up_by_keys_alone() -> None:
    person = shown((1280, 720), "100", SetupScene)
    chosen = ("seat:0:computer", "level:0:visitor", "persona:0:hawk", "level:0:master", "seat:1:person")
    for name in ("scenario:magnet-gambit", *chosen):
        person.reach(name)
        person.press("space")
    person.reach("name:china")
    person.type("n s F5")
    person.reach("button:start")
    person.press("enter")
    play = person.app.scene
    assert isinstance(play, PlayScene)
    assert play.match.scenario.id == "magnet-gambit"
    assert play.match.seats == (Seat(level="master", persona="hawk"), Seat(name="n s F5"))
    person.app.pop()


def test_a_name_is_asked_of_a_person_and_a_level_of_the_computer() -> None:
    person = shown((1280, 720), "100", SetupScene)
    person.click("level:1:minister")
    assert "name:china" not in person.names() and person.says("Plays its best ideas out")
    person.click("seat:1:person")
    assert "level:1:minister" not in person.names()
    assert person.app.stage.get("name:china") is not None
    person.click("seat:1:computer")
    scene = person.app.scene
    assert isinstance(scene, SetupScene)
    assert scene.seats[1].seat == Seat(level="minister")


def test_an_empty_seed_becomes_a_new_one() -> None:
    person = shown((1280, 720), "100", SetupScene)
    person.click("seed")
    for _ in range(10):
        person.press("backspace")
    person.click("button:start")
    assert isinstance(person.app.scene, PlayScene)
    assert person.app.scene.match.seed
    person.app.pop()


def test_the_setup_tells_what_is_switched_off() -> None:
    person = shown((1280, 720), "100", SetupScene)
    person.click("scenario:first-moves")
    for words in ("2 rounds", "6 to 10 minutes", "no deals", "no agendas", "open hands"):
        assert person.says(words)


# --- saved matches -------------------------------------------------------------------------------


def test_a_saved_match_is_opened(pack: Pack) -> None:
    save_some(pack, 2)
    person = shown((1280, 720), "100", SavesScene)
    assert person.says("Maximiliane Wolkenstein")
    person.click("save:my-match-1.json")
    assert isinstance(person.app.scene, PlayScene)
    assert person.app.scene.match.seed == "s1"
    person.app.pop()


@pytest.mark.parametrize("by_key", [True, False])
def test_where_nothing_is_saved_a_match_can_be_begun(by_key: bool) -> None:
    person = shown((1280, 720), "100", SavesScene)
    assert person.says("Nothing here yet")
    if by_key:
        person.press("n")
    else:
        person.click("button:new")
    assert isinstance(person.app.scene, SetupScene)
    person.press("escape")
    assert isinstance(person.app.scene, MenuScene)


def test_a_row_tells_who_plays_how_far_it_is_and_who_won(pack: Pack) -> None:
    save_some(pack, 1)
    store.save(at(positions.automatic), store.named_path("over"))
    person = shown((1280, 720), "100", SavesScene)
    assert person.says("before the first round") and person.says("finished: United States won")
    facts = {saved.path.name: facts_of(saved) for saved in store.listing()}
    assert (facts["my-match-0.json"].share, facts["over.json"].share) == (0, 1)
    assert facts["over.json"].winner == T.US and facts["over.json"].art == "tech-war"


def test_deleting_asks_first_and_escape_keeps_the_file(pack: Pack) -> None:
    save_some(pack, 1)
    path = store.named_path("x").parent / "my-match-0.json"
    person = shown((1280, 720), "100", SavesScene)
    person.click("delete:my-match-0.json")
    assert person.flaws() == []
    person.press("escape")
    assert path.exists()
    person.click("delete:my-match-0.json")
    person.click("answer:0")
    assert path.exists()
    person.click("delete:my-match-0.json")
    person.click("answer:1")
    assert not path.exists()
    assert "save:my-match-0.json" not in [node.name for node in person.app.stage.nodes]


def test_a_question_by_keys_alone(pack: Pack) -> None:
    save_some(pack, 1)
    person = shown((1280, 720), "100", SavesScene)
    person.reach("delete:my-match-0.json")
    person.press("enter")
    person.press("right")
    person.press("right")
    person.press("enter")
    assert person.app.question is None
    assert not (store.named_path("x").parent / "my-match-0.json").exists()


def test_a_damaged_file_is_shown_with_its_reason_and_left_alone(pack: Pack) -> None:
    save_some(pack, 1)
    person = shown((1280, 720), "100", SavesScene)
    path = store.named_path("x").parent / "cut-off.json"
    before = path.read_bytes()
    assert person.says("cut-off.json")
    assert "save:cut-off.json" not in person.names("save:")
    person.point("save:cut-off.json")
    assert person.says("The file is left as it is.")
    assert path.read_bytes() == before


def test_a_match_whose_actions_are_altered_is_shown_as_damaged(pack: Pack) -> None:
    save_some(pack, 1)
    path = store.named_path("x").parent / "my-match-0.json"
    text = path.read_text("utf-8")
    coin = "coin us" if '"coin us"' in text else "coin china"
    path.write_text(text.replace(coin, "coin china" if coin == "coin us" else "coin us"), "utf-8")
    person = shown((1280, 720), "100", SavesScene)
    assert rows_of(person)[0] == "save:my-match-0.json"
    assert person.names("save:") == []
    assert person.flaws() == []


def rows_of(person: Person) -> list[str]:
    person.frames()
    return [node.name for node in person.app.stage.nodes if node.name.startswith("save:")]


def test_a_long_list_scrolls_by_wheel_bar_and_keys(pack: Pack) -> None:
    save_some(pack, 12)
    person = shown((1280, 720), "100", SavesScene)
    first = rows_of(person)
    person.wheel("saves:wheel", -3)
    assert rows_of(person)[0] == first[3]
    person.press("pagedown")
    last = rows_of(person)
    assert last[-1] == "save:my-match-0.json"
    bar = person.app.stage.get("saves:bar")
    assert bar is not None
    person.drag(bar.rect.center, (bar.rect.centerx, bar.rect.top))
    assert rows_of(person) == first
    person.reach(first[1])
    for _ in range(len(first) + 3):
        if person.focus() != last[-1]:
            person.press("down")
    assert rows_of(person) == last
    assert person.focus() == last[-1]


def test_the_newest_match_is_the_first(pack: Pack) -> None:
    save_some(pack, 2)
    old = store.named_path("x").parent / "my-match-1.json"
    os.utime(old, (1_000_000, 1_000_000))
    person = shown((1280, 720), "100", SavesScene)
    assert person.names("save:")[-1] == "save:my-match-1.json"


def test_two_packs_may_call_their_scenarios_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.ui.scenes import setup

    def twice() -> tuple[list[object], list[object]]:
        found, left_out = at_hand()
        return [*found, found[-1]], left_out  # type: ignore[list-item]

    at_hand = setup.scenarios_at_hand
    monkeypatch.setattr(setup, "scenarios_at_hand", twice)
    person = Person((1280, 720))
    person.app.push(SetupScene(person.app))
    last = len(person.names("scenario:"))
    assert last == len(set(person.names("scenario:"))) > 1


def test_the_golden_entry_of_the_menu_is_what_comes_next(pack: Pack) -> None:
    person = shown((1280, 720), "100", MenuScene)
    menu = person.app.scene
    assert isinstance(menu, MenuScene) and menu.next == "learn", "nothing was played or learnt yet"
    save_progress("first-moves", Progress(done=["output"]))
    menu.entered()
    assert menu.next == "new"
    save_some(pack, 1)
    menu.entered()
    assert menu.next == "continue"
