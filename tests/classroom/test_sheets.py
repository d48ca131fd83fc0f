"""What a teacher prints: complete, adding up, and whole pages."""

import re

import pytest

from game.classroom.bell import PLANS
from game.classroom.questionnaire import questionnaire
from game.classroom.sheets import PEOPLE, body, index, page, sheets
from game.content.handbook import blocks, read
from game.places import assets_dir

from .test_debrief import Checker

FOLDER = assets_dir() / "handbook" / "class"


def plan(minutes: int) -> list[tuple[int, int, str]]:
    """(from, to, what) of a lesson plan's table."""
    rows = re.findall(r"<tr><td>(\d+)–(\d+)</td><td>(.+?)</td>", sheets()[f"lesson-{minutes}"].body)
    return [(int(start), int(end), what) for start, end, what in rows]


def test_every_file_is_among_the_sheets() -> None:
    files = {file.stem for file in FOLDER.iterdir()} - {"contents"}
    assert files | {"questionnaire-answers"} == set(sheets())


@pytest.mark.parametrize("minutes", PLANS)
def test_a_plan_has_no_gap_and_ends_with_the_bell(minutes: int) -> None:
    rows = plan(minutes)
    assert rows[0][0] == 0 and rows[-1][1] == minutes
    assert all(a[1] == b[0] for a, b in zip(rows, rows[1:], strict=False))


@pytest.mark.parametrize("minutes", PLANS)
def test_a_plan_gives_each_part_the_minutes_that_the_bell_counts_on(minutes: int) -> None:
    part = {"Show": "demo", "Brief": "demo", "Write": "debrief"}
    sums: dict[str, int] = {}
    for start, end, what in plan(minutes):
        name = part.get(what, what.lower())
        sums[name] = sums.get(name, 0) + end - start
    counted = PLANS[minutes]
    assert sums == {name: getattr(counted, name) for name in ("before", "demo", "play", "debrief", "after")}


@pytest.mark.parametrize("minutes", PLANS)
def test_a_plan_tells_its_scenario_rounds_and_seconds(minutes: int) -> None:
    text = sheets()[f"lesson-{minutes}"].body
    assert re.search(r"<strong>[\w →]+</strong>, \d rounds.*? about \d+ seconds for a move", text)
    assert PEOPLE.keys() == PLANS.keys()


def test_nothing_is_left_to_fill_in_by_the_program() -> None:
    for sheet in sheets().values():
        assert not re.search(r"\{[\w-]+\}|\*\*|____|\]\(", sheet.body), sheet.id


def test_every_sheet_is_a_whole_page_without_a_network() -> None:
    for text in (*map(page, sheets().values()), index()):
        checker = Checker()
        checker.feed(text)
        assert checker.open == []
        for tag, attributes in checker.seen:
            assert tag not in ("script", "img", "link", "iframe")
            assert not (attributes.get("href") or "#").startswith("http")


def test_every_role_has_a_page_an_aim_and_room_for_notes() -> None:
    text = sheets()["roles"].body
    assert text.count('<div class="leaf">') == 4
    for part in text.split('<div class="leaf">'):
        assert "<h1>Role: " in part and "Your private aim" in part and part.count('class="lines"') >= 3
    names = re.findall(r"<h1>Role: (\w+)", text)
    assert names == ["leader", "industry", "trade", "security", "diplomacy"]


def test_the_questionnaire_never_gives_its_answers_away() -> None:
    form, told = sheets()["questionnaire"].body, sheets()["questionnaire-answers"].body
    assert form.count("<li") == len(questionnaire().items) == told.count("<li")
    assert "<strong>" not in form
    for item in questionnaire().items:
        if item.why:
            assert item.why not in form and item.why in told


def test_chapters_and_commands_that_the_notes_name_exist() -> None:
    from game.cli.app import app

    text = (FOLDER / "teacher-notes.md").read_text("utf-8")
    commands = {c.name or c.callback.__name__ for c in app.registered_commands if c.callback}
    assert set(re.findall(r"python -m game (\w+)", text)) <= commands
    titles = {chapter.title for chapter in read().chapters}
    assert set(re.findall(r'chapter "([^"]+)"', text)) <= titles


def test_markdown_becomes_paper() -> None:
    found = body(
        blocks(
            "# A & B\n\n- one\n- **two**\n\n1. step\n\n____ ____\n\n| a | b |\n|---|---|\n| 1 | |\n\n---\n"
        )
    )
    assert found.splitlines() == [
        "<h1>A &amp; B</h1>",
        "<ul><li>one</li><li><strong>two</strong></li></ul>",
        "<ol><li>step</li></ol>",
        '<p class="lines"></p><p class="lines"></p>',
        '<table><tr><th>a</th><th>b</th></tr><tr class="blank"><td>1</td><td></td></tr></table>',
        '<div class="leaf"></div>',
    ]
