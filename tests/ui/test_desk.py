"""The teacher's desk in the window: a folder is read, shown, written as a page, and its class files are deleted."""

import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.classroom.desk import gather
from game.match import store
from game.places import assets_dir, class_dir
from game.ui.desk import pages
from game.ui.scenes.desk import TABS, DeskScene
from tests.ui.errands import Pending
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.screens import leave, shown
from tests.ui.screens_desk import read, stick, tables
from tests.ui.stretch import stretch


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.setattr("game.ui.scenes.desk.open_page", lambda file: None)
    return shown("menu")


def desk(person: Person) -> DeskScene:
    scene = person.app.scene
    assert isinstance(scene, DeskScene)
    return scene


def wait(person: Person) -> DeskScene:
    """Until the folder is read; no frame may wait for it."""
    scene, longest = desk(person), 0.0
    until = time.monotonic() + 60
    while scene.errand is not None and time.monotonic() < until:
        began = time.monotonic()
        person.app.frame(0.03)
        longest = max(longest, time.monotonic() - began)
        time.sleep(0.02)
    assert scene.errand is None and longest < 0.5
    return scene


def test_thirty_files_are_read_by_their_name_while_the_window_goes_on(person: Person, tmp_path: Path) -> None:
    folder = stick(tmp_path / "my class", 30)
    person.press("t")
    person.click("folder")
    person.type(str(folder))
    person.press("enter")
    scene = wait(person)
    assert scene.problem == "" and scene.found is not None
    assert len(scene.found.tables) == 30 and len(scene.found.flags) == 3
    assert person.says("30 matches")
    leave(person)


def test_a_folder_that_is_not_there_is_told_and_another_can_be_read(person: Person, tmp_path: Path) -> None:
    person.press("t")
    desk(person).read(str(tmp_path / "nowhere"))
    wait(person)
    assert person.says("there is no such folder") and person.flaws() == []
    write = stick(class_dir(), 2)
    person.click("place:0")
    scene = wait(person)
    assert scene.folder == str(write) and scene.found is not None and len(scene.found.tables) == 2
    person.press("escape")
    assert desk(person).found is None
    person.press("escape")
    assert not isinstance(person.app.scene, DeskScene)


def test_nothing_written_asks_for_a_name(person: Person) -> None:
    person.press("t")
    person.press("r")
    assert person.says("Write the folder's name first") and desk(person).errand is None


def test_every_page_of_the_report_is_a_key_and_a_click_away(person: Person, tmp_path: Path) -> None:
    scene = read(person, stick(tmp_path / "stick", 6))
    for n, (name, _) in enumerate(TABS, 1):
        person.press(str(n))
        by_key = person.texts()
        assert scene.tab == name
        person.click(f"tab:{TABS[n % len(TABS)][0]}")
        person.click(f"tab:{name}")
        assert person.texts() == by_key
    person.press("7")
    assert person.says("Port fees bite") and person.says("1 choice made by vote")
    person.press("8")
    assert person.says("edited.json") and person.says("copy of table 01.json") and person.says("damaged.json")
    person.press("5")
    assert person.says("Who bears most of it")
    person.press("6")
    assert person.says("The same cards and the same luck")


def test_the_page_and_the_table_are_written_beside_the_files(person: Person, tmp_path: Path) -> None:
    folder = stick(tmp_path / "stick", 3)
    read(person, folder)
    person.press("s")
    assert "<h1>Class report</h1>" in (folder / "class report.html").read_text("utf-8")
    person.press("t")
    assert (folder / "class report.csv").read_text("utf-8").startswith("file,match,deal")
    person.click("button:page")
    assert person.says("class report.html")


def test_a_stick_that_can_not_be_written_to_is_told(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, text: str) -> None:
        raise OSError(30, "Read-only file system")

    read(person, stick(tmp_path / "stick", 1))
    monkeypatch.setattr(store, "write_text", refuse)
    person.press("s")
    assert person.says("can't be saved") and person.says("Read-only file system")


def test_the_class_is_deleted_after_a_question_and_saved_matches_stay(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.ui.scenes.desk.Errand", Pending)
    folder = stick(tmp_path / "stick", 4)
    store.save(tables(1)[0], folder / "saved match.json")
    read(person, folder)
    person.press("d")
    person.press("escape")
    assert len(gather(folder).handed) == 4
    person.press("d")
    assert person.says("All 6 class files")
    person.click("answer:1")
    # what is no class file stays: a saved match, and a file that nobody can read
    assert sorted(path.name for path in folder.glob("*.json")) == ["damaged.json", "saved match.json"]


def test_one_table_s_file_is_deleted_alone(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.ui.scenes.desk.Errand", Pending)
    folder = stick(tmp_path / "stick", 4)
    scene = read(person, folder)
    assert scene.found is not None
    name = scene.found.tables[2].file
    person.click("drop:2")
    assert person.says(name)
    person.click("answer:1")
    assert not (folder / name).exists() and len(list(folder.glob("table*.json"))) == 3


def test_a_folder_without_class_files_says_so(person: Person, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    read(person, tmp_path / "empty")
    assert person.says("No file in this folder counts")
    for n in range(1, len(TABS) + 1):
        person.press(str(n))
        assert person.flaws() == []


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_the_report_can_be_read_in_every_size(
    size: tuple[int, int], scale: str, longer: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = shown("teacher's desk", size, scale)
    assert person.flaws() == []
    read(person, stick(tmp_path / "stick"))
    for n in range(1, len(TABS) + 1):
        person.press(str(n))
        assert person.flaws() == [], TABS[n - 1]
    leave(person)


def test_the_plan_of_60_minutes_calls_the_page_of_same_deals_by_its_number_and_name() -> None:
    names = [name for name, _ in TABS]
    number = names.index("deals")
    plan = (assets_dir() / "handbook" / "class" / "lesson-60.md").read_text("utf-8")
    assert f"({number + 1}, {TABS[number][1]})" in plan


@pytest.mark.parametrize(
    ("count", "share", "told"),
    [
        (16, 0.0, "Of 16 forecasts that were 50 to 69 % sure, none came true."),
        (6, 0.5, "Of 6 forecasts that were 50 to 69 % sure, 3 came true."),
        (6, 1.0, "Of 6 forecasts that were 50 to 69 % sure, all came true."),
        (1, 0.0, "The one forecast that was 50 to 69 % sure did not come true."),
    ],
)
def test_how_many_forecasts_came_true_is_told_in_counts(count: int, share: float, told: str) -> None:
    found = SimpleNamespace(mean=0.5, calibration=[("50 to 69 %", count, share)])
    assert pages.sureness(found).endswith(told)  # type: ignore[arg-type]
