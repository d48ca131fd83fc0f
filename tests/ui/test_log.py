"""The log and the ledger as a person uses them: filters, search, jumping, copying, saving."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.engine import terms as T
from game.engine.event import place_of
from game.match.ledger import OUTPUT, RESILIENCE, history, story
from game.match.log import KINDS, Line
from game.ui import clipboard
from game.ui.scenes.ledger import LedgerScene
from game.ui.scenes.log import LogScene, Row
from game.ui.scenes.play import PlayScene
from game.ui.table.logbook import inked
from game.ui.table.numbers import number_of
from tests.ui import positions
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import at
from tests.ui.screens import leave, shown


@pytest.fixture
def person() -> Iterator[Person]:
    """Somebody who has the log open."""
    someone = shown("log")
    yield someone
    leave(someone)


def log_of(person: Person) -> LogScene:
    assert isinstance(person.app.scene, LogScene)
    return person.app.scene


def lines(rows: list[Row]) -> list[Line]:
    return [row for row in rows if isinstance(row, Line)]


# --- filters -------------------------------------------------------------------------------------


def test_the_log_shows_everything_the_newest_first(person: Person) -> None:
    scene = log_of(person)
    assert [line.action for line in scene.lines()] == [line.action for line in scene.log]
    numbers = [line.round for line in lines(scene.rows())]
    assert numbers == sorted(numbers, reverse=True)
    person.click("button:order")
    assert [line.round for line in lines(scene.rows())] == sorted(numbers)


@pytest.mark.parametrize("told", [[], [Line(T.NATURE, 0, "Setting up.", 1)]], ids=["nothing", "setting up"])
def test_rounds_can_be_dragged_before_the_first_has_begun(person: Person, told: list[Line]) -> None:
    scene = LogScene(person.app, log_of(person).play, told)
    person.app.push(scene)
    person.click("round")
    assert scene.round in (0, 1) and scene.lines() in ([], told)
    person.app.pop()


def test_the_side_is_chosen_by_mouse_and_by_keys(person: Person) -> None:
    scene = log_of(person)
    person.click(f"who:{T.CHINA}")
    assert {line.who for line in scene.lines()} == {T.CHINA}
    person.reach(f"who:{T.NATURE}")
    person.press("enter")
    assert {line.who for line in scene.lines()} == {T.NATURE}


def test_the_round_is_chosen_by_the_slider(person: Person) -> None:
    scene = log_of(person)
    person.reach("round")
    person.press("right")
    person.press("right")
    assert scene.lines() and {line.round for line in scene.lines()} == {2}
    node = person.app.stage.get("round")
    assert node is not None
    person.drag(node.rect.center, (node.rect.right, node.rect.centery))
    assert {line.round for line in scene.lines()} == {max(line.round for line in scene.log)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_left_out(person: Person, kind: str) -> None:
    scene = log_of(person)
    person.click(f"kind:{kind}")
    assert scene.lines() and kind not in {line.kind for line in scene.lines()}
    person.click("button:all")
    assert scene.lines() == scene.log


def test_words_are_searched_as_they_are_typed(person: Person) -> None:
    scene = log_of(person)
    person.press("f")
    assert person.focus() == "search"
    person.type("Budget")
    assert scene.lines() and all("budget" in line.plain.lower() for line in scene.lines())
    assert len(scene.lines()) < len(scene.log)
    person.type(" no such words")
    assert person.says("No line fits this filter.")
    assert "copy" not in person.names() and "save:txt" not in person.names()


def test_a_filter_says_how_much_is_left(person: Person) -> None:
    scene = log_of(person)
    assert person.says(f"{len(scene.log)} lines")
    person.click("kind:market")
    assert person.says(f"{len(scene.lines())} of {len(scene.log)} lines")


# --- the clipboard and files ---------------------------------------------------------------------


def test_what_is_shown_is_copied(person: Person) -> None:
    person.click("kind:market")
    person.press("c")
    copied = pygame.scrap.get_text()
    assert copied.startswith("2018→2025") and "Round 1" in copied and "Market:" not in copied
    assert person.says("Copied:")
    person.click("button:all")
    person.click("copy")
    assert "Market:" in pygame.scrap.get_text()


def test_without_a_clipboard_the_game_says_so(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str) -> None:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "put_text", fail)
    person.press("c")
    assert person.says("offers no clipboard")
    monkeypatch.setattr(pygame.scrap, "put_text", lambda text: None)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: "something else")
    assert clipboard.copy("text") == clipboard.MISSING
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: fail(""))
    assert clipboard.paste() == ""


@pytest.mark.parametrize(
    ("key", "ending", "start"), [("1", "txt", "2018"), ("2", "md", "# "), ("3", "json", "{")]
)
def test_the_log_is_saved_where_the_message_says(
    person: Person, tmp_path: Path, key: str, ending: str, start: str
) -> None:
    person.press(key)
    person.click(f"save:{ending}")
    files = sorted((tmp_path / "saves" / "logs").iterdir())
    assert [file.suffix for file in files] == [f".{ending}"] * 2, "the second is not written over the first"
    assert all(file.read_text("utf-8").startswith(start) for file in files)
    assert person.says("Saved:") and person.says("logs")


def test_the_saved_json_names_the_viewer_and_the_filter(person: Person, tmp_path: Path) -> None:
    person.click(f"who:{T.CHINA}")
    person.press("3")
    (file,) = (tmp_path / "saves" / "logs").iterdir()
    found = json.loads(file.read_text("utf-8"))
    assert (found["viewer"], found["filter"]) == ("us", "China")
    assert {line["side"] for line in found["lines"]} == {"china"}


def test_a_folder_that_can_not_be_written_is_named(person: Person, tmp_path: Path) -> None:
    (tmp_path / "saves").mkdir(exist_ok=True)
    (tmp_path / "saves" / "logs").write_text("a file stands where the folder should be")
    person.press("1")
    assert person.says("The log can't be saved in")
    assert isinstance(person.app.scene, LogScene)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such rights there")
def test_a_hidden_card_is_in_no_export(tmp_path: Path) -> None:
    """The rival's face-down card is not in what the viewer copies or saves."""
    someone = shown("log")
    scene = log_of(someone)
    for line in scene.log:
        if line.kind == "contingency" and "face-down" in line.text:
            assert line.changes == ()
    leave(someone)


# --- jumping -------------------------------------------------------------------------------------


def a_line(person: Person) -> str:
    """A line that is shown and changed something."""
    return person.names("line:")[0]


def test_a_line_opens_the_ledger_of_what_it_changed_and_a_change_the_log_there(person: Person) -> None:
    scene = log_of(person)
    name = a_line(person)
    row = scene.rows()[int(name.removeprefix("line:"))]
    assert isinstance(row, Line)
    person.reach(name)
    person.press("enter")
    ledger = person.app.scene
    assert isinstance(ledger, LedgerScene) and person.says("What this line changed")
    changed = next(n for n in person.names("change:"))
    action = ledger.lines()[int(changed.removeprefix("change:"))].action
    person.click(changed)
    opened = log_of(person)
    focused = opened.rows()[int(person.focus().removeprefix("line:"))]
    assert isinstance(focused, Line) and focused.action == action
    person.press("escape")  # the first log and the ledger have given way to the second: screens never pile up
    assert isinstance(person.app.scene, PlayScene)


def test_a_line_on_the_table_opens_its_ledger() -> None:
    someone = shown("table with many measures")
    someone.click(someone.names("log:")[0])
    assert isinstance(someone.app.scene, LedgerScene)
    leave(someone)


def test_a_tip_of_a_line_tells_each_change_and_its_cause(person: Person) -> None:
    scene = log_of(person)
    name = a_line(person)
    row = scene.rows()[int(name.removeprefix("line:"))]
    assert isinstance(row, Line)
    person.point(name)
    for change in row.changes:
        assert person.says(change.cause.split()[0].rstrip(":"))  # a term is written apart


def test_several_numbers_are_looked_at_one_by_one(person: Person) -> None:
    scene = log_of(person)
    scene.play.changed_by(next(line for line in scene.log if len(line.cells) > 2))
    ledger = person.app.scene
    assert isinstance(ledger, LedgerScene)
    titles = [number.title for number in ledger.numbers()]
    assert len(titles) > 1
    for n, title in enumerate(titles):
        person.click(f"number:{n}")
        assert person.says(title) and ledger.number.title == title


def test_a_long_log_is_walked_by_arrows_pages_and_the_wheel(person: Person) -> None:
    scene = log_of(person)
    first = person.names("line:")
    person.reach(first[0])
    for _ in range(len(first) + 6):
        person.press("down")
    assert int(person.focus().removeprefix("line:")) > int(first[-1].removeprefix("line:"))
    person.press("end")
    assert scene.scroll.first == scene.scroll.last > 0
    person.press("home")
    assert scene.scroll.first == 0
    person.wheel("log:wheel", -3)
    assert scene.scroll.first == 3
    person.press("pagedown")
    assert scene.scroll.first > 3


def test_no_name_of_a_round_stands_alone_at_the_foot(person: Person) -> None:
    scene = log_of(person)
    seen = set()
    while scene.scroll.first < scene.scroll.last:
        rows = [node for node in person.app.stage.nodes if node.name.startswith(("line:", "round:"))]
        seen.add(max(rows, key=lambda node: node.rect.y).name.partition(":")[0])
        person.wheel("log:wheel", -1)
    assert seen == {"line"}


# --- the ledger ----------------------------------------------------------------------------------


def test_numbers_with_titles_of_one_line_have_rows_of_one_height() -> None:
    someone = shown("ledger of what a line changed", (1920, 1080), "125")
    rows = [node.rect for node in someone.app.stage.nodes if node.name.startswith("number:")]
    assert len(rows) > 1 and len({row.h for row in rows}) == 1
    leave(someone)


def test_every_number_of_the_table_can_say_why_and_how_it_came_to_be() -> None:
    someone = shown("table with many measures")
    scene = someone.app.scene
    assert isinstance(scene, PlayScene)
    board, match = scene.board(), scene.match
    numbers = [*range(T.SHARED), *range(OUTPUT, OUTPUT + 2 * T.SECTORS), RESILIENCE, RESILIENCE + 1]
    told = {cell for cell in numbers if cell >= OUTPUT or place_of(match.book, cell).window in (
        "capability", "progress", "control", "tariff", "stock", "align", "source", "budget", "capital", "approval",
    )}  # fmt: skip
    told |= {T.SHARED + T.TENSION, T.SHARED + T.DECOUPLING, T.SHARED + T.TRACK}
    for cell in sorted(told):
        number = number_of(board, cell)
        assert number.title and len(number.why()) > 1, cell
    leave(someone)


def test_the_history_of_a_number_ends_where_the_number_is() -> None:
    match = at(positions.many_measures)
    s = match.state
    for cell in (T.BUDGET, T.APPROVAL + 1, T.SHARED + T.TENSION, T.CAPABILITY + T.SECTORS + T.CHIPS):
        told = history(match.book, story(match, T.US), cell)
        assert not told or told[-1].event.new == s.cells[cell]


def test_resilience_and_outputs_have_a_history_with_reasons() -> None:
    match = at(positions.scored)
    both = history(match.book, story(match, T.ALL), RESILIENCE, RESILIENCE + 1)
    assert both
    reasons = set()
    for one in (match, at(positions.many_measures), at(positions.shared_loss, "first-moves")):
        outputs = history(one.book, story(one, T.ALL), *range(OUTPUT, OUTPUT + 2 * T.SECTORS))
        reasons |= {entry.why for entry in outputs}
    assert all(reasons) and any("held to" in why for why in reasons)


@pytest.mark.parametrize(
    "name", ["budget:0", "resilience:1", "track", "tension", "measure:0:1", "bloc:3", "sector:6"]
)
def test_a_click_on_a_number_opens_its_ledger(name: str) -> None:
    someone = shown("table with many measures")
    someone.click(name)
    assert isinstance(someone.app.scene, LedgerScene)
    assert someone.says("HOW IT CAME TO BE")
    assert someone.flaws() == []
    someone.press("escape")
    assert isinstance(someone.app.scene, PlayScene)
    leave(someone)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize(
    "name",
    ["log", "log of what China did by policy", "log in which nothing fits", "ledger of a sector",
     "ledger of what a line changed"],
)  # fmt: skip
def test_log_and_ledger_can_be_read_in_every_size(name: str, size: tuple[int, int], scale: str) -> None:
    someone = shown(name, size, scale)
    assert someone.flaws() == []
    for node in [n for n in someone.app.stage.reachable() if n.can_focus]:
        someone.reach(node.name)
    leave(someone)


# --- inks ----------------------------------------------------------------------------------------


def test_sides_are_inked_and_steps_are_bold_but_titles_stay_whole() -> None:
    line = "United States plays **US-Persons Rule**. US Budget −3, CN Budget +1, India US 1 → CN 1."
    told = inked(line, ("US", "CN"))
    assert told == (
        "United States plays **US-Persons Rule**. {us:US} Budget **−3**, {china:CN} Budget **+1**, "
        "India {us:US} 1 → {china:CN} 1."
    )
