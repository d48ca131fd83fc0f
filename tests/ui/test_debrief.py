"""The debrief on the screen: its pages, the way to the log, and the page for the browser."""

import webbrowser
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.classroom.accounts import Bill
from game.classroom.curves import crosses
from game.classroom.mechanisms import mechanisms
from game.match.arranged import Inject
from game.places import saves_dir
from game.ui import theme
from game.ui.column import Column
from game.ui.debrief import blocks
from game.ui.debrief.blocks import STYLES
from game.ui.debrief.chances import figure
from game.ui.scenes.debrief import FOOT, GAP, TABS, TOP, DebriefScene, open_page
from game.ui.scenes.end import EndScene
from game.ui.scenes.log import LogScene
from game.ui.scenes.turns import called
from game.ui.svg import svg_file
from tests.ui import positions
from tests.ui.catalogue import leave, shown
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.screens import sit
from tests.ui.stretch import stretch

NAMES = [f"debrief: {words}" for _, words in TABS]


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.setattr("game.ui.scenes.debrief.open_page", lambda file: None)
    person = shown("menu")
    sit(person, positions.at(positions.scored))
    person.click("end:debrief")
    assert isinstance(person.app.scene, DebriefScene)
    return person


def test_every_page_is_a_key_and_a_tab_away(person: Person) -> None:
    scene = person.app.scene
    assert isinstance(scene, DebriefScene)
    for n, (name, _) in enumerate(TABS, 1):
        person.press(str(n))
        assert scene.tab == name
        shown_by_key = person.texts()
        person.click(f"tab:{TABS[n % len(TABS)][0]}")
        person.click(f"tab:{name}")
        assert scene.tab == name and person.texts() == shown_by_key


def test_what_was_set_in_advance_says_so_itself() -> None:
    person, match = shown("menu"), positions.at(positions.scored)
    match.injects = [
        Inject(action=0, round=0, words="Set in advance: who moves first.", kind="set"),
        Inject(action=9, round=1, words="The teacher chose a headline."),
    ]
    sit(person, match)
    person.press("d")
    said = " ".join(person.texts())
    assert "Set in advance: who moves first." in said and "Round 1." in said and "Set-up" not in said
    leave(person)


def test_a_turning_point_opens_the_log_where_it_happened(person: Person) -> None:
    scene = person.app.scene
    assert isinstance(scene, DebriefScene)
    turn = scene.found.turns[0]
    person.click("block:0")
    assert isinstance(person.app.scene, LogScene)
    told = turn.lines[0].partition(".")[0].split()  # who did what: the words may stand on two lines
    assert person.says(" ".join(told[:2])) and person.says(told[-1])
    person.press("escape")
    person.press("escape")
    assert isinstance(person.app.scene, EndScene)


def test_the_moves_and_a_quiz_are_saved_beside_the_matches(person: Person) -> None:
    person.press("t")
    (file,) = saves_dir().glob("moves-*.csv")
    assert file.read_text("utf-8").startswith("match,move,round,side") and person.says("Saved:")
    person.press("g")
    (file,) = saves_dir().glob("quiz-*.gift")
    assert file.read_text("utf-8").startswith("::Result::")


def test_the_page_for_the_browser_is_written_and_named(person: Person) -> None:
    person.press("s")
    (file,) = saves_dir().glob("report-*.html")
    assert file.read_text("utf-8").startswith("<!doctype html>") and person.says("Saved:")
    person.click("button:page")
    assert list(saves_dir().glob("report-*.html")) == [file]


def test_a_page_that_can_not_be_written_is_told(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", refuse)
    person.press("s")
    assert person.says("can't be saved") and person.says("No space left on device")


def test_a_browser_in_the_terminal_is_not_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[str] = []

    class Console(webbrowser.GenericBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            started.append(url)
            return True

    class Windowed(Console):
        pass

    monkeypatch.setattr(webbrowser, "GenericBrowser", Console)
    for kind, times in ((Console, 0), (Windowed, 1)):
        monkeypatch.setattr(webbrowser, "get", lambda kind=kind: kind("w3m"))
        open_page(tmp_path / "a.html")
        assert len(started) == times


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_every_page_can_be_read_in_every_size(
    size: tuple[int, int], scale: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = shown(NAMES[0], size, scale)
    for n in range(1, len(TABS) + 1):
        person.press(str(n))
        assert person.flaws() == [], TABS[n - 1]
    leave(person)


def test_a_page_fills_its_room_without_holes_between_its_blocks(person: Person) -> None:
    pen, gap = person.app.pen, person.app.pen.px(GAP)
    for number in range(2, len(TABS) + 1):
        person.press(str(number))
        places = [node.rect for node in person.app.stage.nodes if node.name.startswith("block:")]
        foot = max(place.bottom for place in places)
        assert foot == pen.rect(0, TOP, 1, pen.high - TOP - FOOT).bottom
        for place in places:
            below = [other for other in places if other.x == place.x and other.y > place.y]
            assert place.bottom == (min(other.y for other in below) - gap if below else foot)


def test_its_letters_are_steps_of_the_type_scale_or_those_of_presenter_mode() -> None:
    scale = {theme.SCORE, theme.MAIN, theme.NAME, theme.NUMBER, theme.TITLE, theme.SECTOR, theme.HEADING, 15, 13.5}
    for style in STYLES:
        for size in (style.size, style.small, style.large):
            assert size in scale or size / 1.5 in scale


@pytest.mark.parametrize("name", ["debrief: Why", "debrief: In the world"])
def test_every_idea_has_its_picture(name: str) -> None:
    assert all(svg_file("art", idea.art) for idea in mechanisms().values())
    person = shown(name, (1920, 1080))
    (scene,) = (scene for scene in person.app.scenes if isinstance(scene, DebriefScene))
    blocks = "".join(str(node.key) for node in person.app.stage.nodes if node.name.startswith("block:"))
    assert all(f"'{idea.art}'" in blocks for idea in scene.found.mechanisms)
    leave(person)


def test_the_turning_points_are_marked_on_the_curve_as_they_are_numbered_beside_it(person: Person) -> None:
    scene = person.app.scene
    assert isinstance(scene, DebriefScene)
    chart = scene.figure.draw(person.app.pen, 600, 400)
    pills = [label for label in chart.labels if label.is_pill]
    spots, half = chart.spots[0], person.app.pen.pill_height(pills[0].size) / 2
    for pill in pills:  # on no curve, and on no other
        assert not crosses(spots, (pill.x - 2 * half, pill.y - half, pill.x + 2 * half, pill.y + half))
        assert all(abs(pill.y - other.y) > half or abs(pill.x - other.x) > 4 * half for other in pills if other != pill)
    assert chart.body.count("<circle") + chart.body.count('Z" fill="#') == len(pills)
    assert [pill.text.split(" · ")[0] for pill in pills] == [
        str(n + 1) for n in range(len(scene.found.turns))
    ]
    for pill, turn in zip(pills, scene.found.turns, strict=True):
        helped = 0 if turn.swing > 0 else 1
        beside = f"{100 * turn.after:.0f} {100 * turn.before:.0f}".split()  # the numbers that are said of it
        assert pill.tone == theme.BRIGHT[helped] and pill.text.endswith(str(abs(int(beside[0]) - int(beside[1]))))
        assert person.says(f"{pill.text.split(' · ')[0]} · Round {turn.round}:")


def test_a_turning_point_that_ends_the_match_has_its_marker_too(person: Person) -> None:
    scene = person.app.scene
    assert isinstance(scene, DebriefScene)
    ending = replace(scene.found.turns[0], action=scene.found.stands[-2].action, before=0.5, after=0.7)
    last = figure(replace(scene.found, turns=[ending])).draw(person.app.pen, 600, 400)
    x, y = last.spots[0][-1]
    assert f'<circle cx="{x:.1f}" cy="{y:.1f}"' in last.body
    (pill,) = (label for label in last.labels if label.is_pill)
    assert pill.x < x and abs(pill.y - y) < 80


def test_a_bill_that_is_a_gain_has_its_number_in_the_colour_of_gains() -> None:
    pen = Person((1280, 720), "100").app.pen
    for amount, is_white in ((-3, False), (3, True)):
        column = Column(pen, 600)
        blocks._bill(column, "emblem-us", Bill("Treasury", 0, amount, "Budget", "licences"), 4, 30)
        target = pygame.Surface((600, 60))
        column.paint(target, 0, 0)
        beside = target.subsurface((460, 0, 140, 60))
        reds = [beside.get_at((x, y)).r for x in range(140) for y in range(60)]
        assert max(reds) > 40 and (max(reds) > 200) == is_white


def test_its_head_says_who_won_by_what_and_who_played() -> None:
    person = shown("debrief: What happened", (1920, 1080))
    scene = person.app.scene
    assert isinstance(scene, DebriefScene)
    facts = scene._facts(2000)
    assert scene.found.verdict is not None and facts.startswith(f"{scene.found.verdict.title} · final score ")
    assert facts.endswith(" · " + " and ".join(called(seat) for seat in scene.play.match.seats))
    assert scene._facts(1) == scene.found.verdict.title
    leave(person)


def test_a_stretch_that_ends_the_match_says_how() -> None:
    lines = ["China passes.", *["Market: Income."] * 9, "Final scoring.", "United States wins by final scoring."]
    assert blocks._telling(lines, 4) == [lines[0], *lines[-3:]]
    assert blocks._telling(lines[:6], 4) == lines[:4]
    assert blocks._telling(lines, 2) == [lines[0], lines[-1]]
