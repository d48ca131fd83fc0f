"""Lessons: every chapter of First Moves is played from its file alone, and bad files say what is wrong with them."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.classroom.lesson import Lesson, Stopped
from game.classroom.lessons import MOST_WORDS, Prepared, chapters, lesson_files, prepare, read_chapter
from game.classroom.progress import Progress, load_progress, progress_file, save_progress
from game.content.pack import Pack
from game.content.problem import ContentError
from game.engine import terms as T
from game.engine.notation import notate, parse
from game.engine.state import digest
from game.players.simple import GreedyPlayer

CHAPTERS = [chapter.id for chapter in chapters("first-moves")]
READY = {chapter.id: prepare(chapter) for chapter in chapters("first-moves")}


def expected_way(lesson: Lesson) -> None:
    """Do what the step at hand expects, as the file has it."""
    step = lesson.step
    if step.pick:
        assert len(lesson.expected) == len(step.pick), f"step {lesson.step_number}: {step.pick} is not legal"
        assert lesson.pick(lesson.expected[0])
    elif step.play:
        while lesson.is_free and lesson.step is step:
            if lesson.answer():
                continue
            assert lesson.pick(parse(lesson.match.book, lesson.match.state, next(line(lesson))))
    else:
        if step.look or step.open:
            assert not lesson.can_go_on
            lesson.see()
        assert lesson.go_on(), f"step {lesson.step_number} does not go on"


def line(lesson: Lesson) -> Any:
    """The picks of the chapter's example that were not made yet."""
    mine = [text for text in lesson.chapter.example]
    made = [text for text in lesson.match.actions[lesson.begun[0].actions :]]
    for text in made:
        if mine and mine[0] == text:
            mine.pop(0)
    return iter(mine)


def played(prepared: Prepared) -> Lesson:
    lesson = Lesson(prepared)
    for _ in range(len(prepared.chapter.steps)):
        if lesson.is_done:
            break
        assert lesson.false_facts() == [], f"step {lesson.step_number}"
        assert len(lesson.words) <= MOST_WORDS and "{" not in lesson.words
        expected_way(lesson)
    return lesson


def test_first_moves_has_seven_ideas_and_a_game() -> None:
    assert CHAPTERS == ["output", "leak", "coalition", "backfire", "tariff", "deal", "tension", "game"]


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_can_be_played_as_its_file_expects(name: str) -> None:
    lesson = played(READY[name])
    assert lesson.is_done and lesson.words
    unused = [text for text in lesson.chapter.luck if text not in lesson.match.actions]
    assert not unused, f"luck that never came: {unused}"


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_wrong_pick_gives_the_hint_and_changes_nothing(name: str) -> None:
    lesson, tried = Lesson(READY[name]), 0
    while not lesson.is_done:
        if lesson.step.pick:
            before = digest(lesson.match.state), list(lesson.match.actions), lesson.step_number
            for wrong in set(lesson.match.legal()) - set(lesson.expected):
                assert not lesson.pick(wrong)
                assert lesson.hint and "{" not in lesson.hint
                assert (digest(lesson.match.state), lesson.match.actions, lesson.step_number) == before
                tried += 1
            assert not lesson.go_on() and lesson.hint, "going on takes the pick for granted"
        expected_way(lesson)
    assert tried or name == "game"


@pytest.mark.parametrize("name", CHAPTERS)
def test_going_back_comes_to_the_same_positions(name: str) -> None:
    lesson, there = Lesson(READY[name]), []
    while not lesson.is_done:
        there.append((digest(lesson.match.state), lesson.words))
        expected_way(lesson)
    while lesson.back():
        assert (digest(lesson.match.state), lesson.words) == there.pop()
    assert not there


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_goes_on_where_it_was_left(name: str) -> None:
    lesson = Lesson(READY[name])
    while not lesson.is_done:
        again = Lesson(READY[name])
        again.resume(Stopped.model_validate_json(lesson.stopped().model_dump_json()))
        assert again.step_number == lesson.step_number and again.words == lesson.words
        assert digest(again.match.state) == digest(lesson.match.state)
        assert again.begun[-1].actions == lesson.begun[-1].actions
        expected_way(lesson)


def test_what_was_left_in_another_edition_of_the_chapter_begins_anew() -> None:
    lesson = Lesson(READY["leak"])
    for stopped in (
        Stopped(step=2, marks=[1], actions=[]),
        Stopped(step=1, marks=[3, 3], actions=["coin us"]),
        Stopped(step=99, marks=list(range(100)), actions=[]),
        Stopped(step=0, marks=[len(lesson.match.actions)], actions=[*lesson.match.actions, "play nothing"]),
    ):
        lesson.resume(stopped)
        assert lesson.step_number == 0 and not lesson.false_facts()


# --- the little game -----------------------------------------------------------------------------


def game(pick: Any) -> Lesson:
    """The game that ends the lesson, played by this learner."""
    lesson = Lesson(READY["game"])
    while not lesson.match.is_over:
        if not lesson.is_free:
            assert lesson.go_on()
        elif not lesson.answer():
            lesson.pick(pick(lesson))
    return lesson


def test_the_little_game_is_won_by_what_was_learnt() -> None:
    assert played(READY["game"]).has_won
    for seed in range(3):
        greedy = GreedyPlayer(Random(seed))
        assert game(
            lambda one, player=greedy: player.pick(one.match.book, one.match.observe(one.side))
        ).has_won


def test_the_little_game_is_lost_by_passing_and_can_be_begun_again() -> None:
    def passing(lesson: Lesson) -> int:
        return T.PASS if T.PASS in lesson.match.legal() else lesson.match.legal()[0]

    lesson = game(passing)
    assert lesson.is_lost and not lesson.can_go_on and not lesson.is_done
    lesson.start_over()
    assert lesson.step_number == 0 and not lesson.match.is_over and not lesson.false_facts()


def test_the_rival_plays_only_what_its_plan_holds() -> None:
    lesson = game(lambda one: one.match.legal()[-1])
    planned = {text for move in lesson.chapter.rival for text in move}
    match = Lesson(READY["game"]).match
    for text in lesson.match.actions[len(match.actions) :]:
        action = parse(match.book, match.state, text)
        assert match.mover != T.CHINA or notate(match.book, match.state, action) in planned
        match.submit(action)


# --- bad files -----------------------------------------------------------------------------------


def spoilt(tmp_path: Path, pack: Pack, change: Any) -> str:
    data = json.loads(lesson_files("first-moves")[1].read_text("utf-8"))
    change(data)
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(data), "utf-8")
    with pytest.raises(ContentError) as error:
        prepare(read_chapter(file), pack, file.name)
    return str(error.value)


BAD: dict[str, tuple[Any, tuple[str, ...]]] = {
    "no title": (lambda d: d.pop("title"), ("title", "is missing")),
    "a slip in a field": (
        lambda d: d["steps"][2].update(piks=[]),
        ("steps.2.piks", "is not a field", 'did you mean "pick"?'),
    ),
    "no hint": (lambda d: d["steps"][2].pop("hint"), ("steps.2", "pick", "hint")),
    "waits for two things": (
        lambda d: d["steps"][2].update(look="track"),
        ("steps.2", "one thing", "two steps"),
    ),
    "too many words": (lambda d: d["steps"][0].update(say="word " * 60), ("steps.0.say", str(MOST_WORDS))),
    "an unknown number": (
        lambda d: d["steps"][0].update(say="Now {outptu us ai}."),
        ("steps.0.say", 'did you mean "output"?'),
    ),
    "an unknown card in words": (
        lambda d: d["steps"][2].update(say="Choose {card october-203-update}."),
        ("steps.2.say", 'did you mean "october-2023-update"?'),
    ),
    "an unknown sector": (
        lambda d: d["steps"][0].update(say="Now {output us chips}."),
        ("steps.0.say", 'no downstream "chips"'),
    ),
    "a fact that compares nothing": (
        lambda d: d["steps"][0].update(facts=["tension"]),
        ("steps.0.facts.0", "compares"),
    ),
    "an unknown place": (
        lambda d: d["steps"][0].update(point=["sectr ai"]),
        ("steps.0.point.0", 'did you mean "sector"?'),
    ),
    "an unknown bloc": (
        lambda d: d["steps"][5].update(look="bloc tawian"),
        ("steps.5.look", 'did you mean "taiwan"?'),
    ),
    "an unknown card": (
        lambda d: d["changes"]["decks"].update(us=["october-203-update"]),
        ("decks.us.0", "did you mean"),
    ),
    "an impossible value": (
        lambda d: d["changes"]["position"].update(tension=11),
        ("changes.position.tension", "10"),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_says_where_and_what_to_do(name: str, tmp_path: Path, pack: Pack) -> None:
    change, words = BAD[name]
    message = spoilt(tmp_path, pack, change)
    assert message.startswith("error: mine.json")
    for part in words:
        assert part in message


def test_a_file_that_is_no_json_says_so(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text('{"id": "x",', "utf-8")
    with pytest.raises(ContentError, match="mine.json.*stops before its end"):
        read_chapter(file)


# --- progress ------------------------------------------------------------------------------------


def test_progress_is_kept_and_names_the_next_chapter() -> None:
    progress = load_progress("first-moves")
    assert progress.next_of(CHAPTERS) == "output"
    lesson = Lesson(READY["leak"])
    lesson.go_on()
    progress.stopped["leak"] = lesson.stopped()
    progress.finish("output")
    assert save_progress("first-moves", progress) == ""
    again = load_progress("first-moves")
    assert again == progress and again.next_of(CHAPTERS) == "leak"
    again.finish("leak")
    assert not again.stopped


def test_damaged_progress_is_none(tmp_path: Path) -> None:
    progress_file("first-moves").parent.mkdir(parents=True)
    progress_file("first-moves").write_text("{", "utf-8")
    assert load_progress("first-moves") == Progress()


def test_progress_that_can_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    monkeypatch.setenv("CHOKEPOINT_CONFIG", str(blocked))
    assert "can't be saved" in save_progress("first-moves", Progress())
