"""The lesson on the screen: every chapter by keys and by mouse, hints, resuming, the list of chapters."""

import pygame
import pytest

from game.classroom.lessons import chapters
from game.classroom.progress import load_progress
from game.engine import terms as T
from game.match.bulletin import Bulletin
from game.ui.scenes.ledger import LedgerScene
from game.ui.scenes.lesson import LessonScene
from game.ui.scenes.lessons import LessonsScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.setup import SetupScene
from tests.ui.catalogue import leave, shown
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.screens_around import teach
from tests.ui.stretch import stretch

CHAPTERS = [chapter.id for chapter in chapters("first-moves")]


@pytest.fixture
def person() -> Person:
    person = shown("menu")
    yield person
    leave(person)


def scene_of(person: Person) -> LessonScene:
    scene = person.app.scene
    assert isinstance(scene, LessonScene)
    return scene


def read_all(person: Person) -> None:
    """Let everything be shown, and read the report of a round."""
    scene = scene_of(person)
    for _ in range(400):
        if not scene.showing.is_busy:
            return
        if isinstance(scene.showing.told, Bulletin) and scene.showing.is_waiting:
            person.press("enter")
        person.frames()
    raise AssertionError("it is never all shown")


def gold(person: Person) -> list[pygame.Rect]:
    return [node.rect for node in person.app.stage.nodes if node.name.startswith("coach:do:")]


def rings(person: Person) -> list[pygame.Rect]:
    return [node.rect for node in person.app.stage.nodes if node.name.startswith(("coach:do:", "coach:see:"))]


# --- every chapter -------------------------------------------------------------------------------


def by_keys(person: Person) -> None:
    """What the step waits for, by keys alone."""
    scene = scene_of(person)
    step = scene.lesson.step
    if step.pick:
        for key in _keys_of(scene):
            person.press(key)
    elif step.look:
        person.press("enter")  # shows it
        assert lesson_saw(person) and rings(person)
        person.press("enter")
    elif step.open:
        if step.point:
            person.press("enter")  # shows it
        person.press({"why": "w", "log": "l", "report": "r"}[step.open])
        person.press("escape")
        person.press("enter")
    else:
        person.press("enter")


def lesson_saw(person: Person) -> bool:
    person.frames()
    return scene_of(person).lesson.is_seen


def _keys_of(scene: LessonScene) -> list[str]:
    """The keys that give the expected pick."""
    action = scene.lesson.expected[0]
    reachable = scene.app.stage.reachable()
    options = [node.name for node in reachable if node.name.startswith("option:")]
    way = {T.LIFT: "t", T.OFFER: "d"}
    if not options and T.LIFT <= action < T.ASK:
        scene.choose("lift" if action < T.OFFER else "deal")
        scene.app.frame(0.05)
        options = [node.name for node in scene.app.stage.reachable() if node.name.startswith("option:")]
        scene.mode = ""
        scene.app.rebuild()
        return [way[T.LIFT if action < T.OFFER else T.OFFER], str(options.index(f"option:{action}") + 1)]
    cards = [node.name for node in reachable if node.name.startswith("card:")]
    names = options or cards
    return [str(names.index(f"option:{action}" if options else f"card:{action - T.CARD}") + 1)]


def by_mouse(person: Person) -> None:
    """What the step waits for, with the mouse alone: what is ringed in gold is clicked."""
    scene = scene_of(person)
    step = scene.lesson.step
    if step.pick:
        (rect,) = gold(person)
        _click(person, rect.center)
    elif step.look:
        (rect,) = gold(person)
        person.move(rect.center)
        person.frames(12)
        person.click("coach:next")
    elif step.open:
        (rect,) = gold(person)
        _click(person, rect.center)
        person.click("bulletin go on" if step.open == "report" else "button:back")
        person.click("coach:next")
    else:
        person.click("coach:next")


def _click(person: Person, pos: tuple[int, int]) -> None:
    person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=pos))
    person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=pos))
    person.frames()


@pytest.mark.parametrize("way", [by_keys, by_mouse])
@pytest.mark.parametrize("number", range(7), ids=CHAPTERS[:7])
def test_a_chapter_can_be_done(person: Person, number: int, way) -> None:  # type: ignore[no-untyped-def]
    scene = teach(person, number, 0)
    screen = person.app.canvas.get_rect()
    for _ in range(60):
        read_all(person)
        person.frames()
        lesson = scene.lesson
        if lesson.is_done:
            break
        assert lesson.false_facts() == []
        coach = person.app.stage.get("coach")
        assert coach is not None
        for rect in rings(person):
            assert screen.contains(rect) and not coach.rect.colliderect(rect)
        assert rings(person) or not lesson.step.point
        before = lesson.step_number, scene.mode
        way(person)
        assert (lesson.step_number, scene.mode) != before, f"step {before} does not go on"
    assert scene.lesson.is_done and person.says("Learnt")


def test_enter_goes_on_where_the_learner_is(person: Person) -> None:
    person.app.push(LessonsScene(person.app))
    person.press("enter")
    assert scene_of(person).lesson.chapter.id == "output"


def test_the_last_chapter_is_a_match_and_leads_to_a_new_one(person: Person) -> None:
    person.app.push(LessonsScene(person.app))
    person.press("8")
    scene = scene_of(person)
    example = list(scene.lesson.chapter.example)
    for _ in range(300):
        read_all(person)
        person.frames()
        if scene.lesson.is_done:
            break
        if scene.lesson.is_free and scene.match.mover == scene.viewer:
            scene.pick(_action(scene, example.pop(0)))
        elif not scene.lesson.is_free:
            person.press("enter")
    assert scene.lesson.has_won and person.says("Learnt")
    assert "game" in load_progress("first-moves").done or not person.press("escape")
    assert load_progress("first-moves").done == ["game"]


def _action(scene: LessonScene, text: str) -> int:
    from game.engine.notation import parse

    return parse(scene.match.book, scene.match.state, text)


# --- hints, back, resuming -----------------------------------------------------------------------


def test_a_wrong_card_gives_the_hint_and_nothing_else(person: Person) -> None:
    scene = teach(person, 6, 2)
    read_all(person)
    before = list(scene.match.actions)
    person.press("1")
    assert person.says("Not that") and person.says("both would lose")
    assert scene.match.actions == before and scene.lesson.step_number == 2
    person.press("2")
    assert scene.lesson.step_number == 3 and not person.says("Not that")


def test_backspace_and_escape_lead_back(person: Person) -> None:
    person.app.push(LessonsScene(person.app))
    person.press("3")
    scene = scene_of(person)
    person.press("enter")
    person.press("enter")
    person.press("1")
    assert scene.lesson.step_number == 3 and person.options()
    person.press("escape")
    assert scene.lesson.step_number == 2 and not person.options()
    person.press("backspace")
    person.press("backspace")
    assert scene.lesson.step_number == 0
    person.press("backspace")
    assert scene.lesson.step_number == 0
    person.press("escape")
    assert isinstance(person.app.scene, LessonsScene)


def test_a_chapter_goes_on_where_it_was_left(person: Person) -> None:
    person.press("f")
    assert isinstance(person.app.scene, LessonsScene)
    person.press("f5")
    person.press("enter")
    words = scene_of(person).lesson.words
    person.press("escape")
    assert person.says("left at step 2")
    person.press("escape")
    assert isinstance(person.app.scene, MenuScene)
    person.click("button:learn")
    person.click("chapter:output")
    assert scene_of(person).lesson.step_number == 1 and scene_of(person).lesson.words == words


def test_the_next_chapter_follows_one_that_is_done(person: Person) -> None:
    person.app.push(LessonsScene(person.app))
    person.press("6")
    scene = scene_of(person)
    while not scene.lesson.is_done:
        read_all(person)
        person.frames()
        by_keys(person)
    read_all(person)
    person.press("enter")
    assert scene_of(person).lesson.chapter.id == "tension"
    assert load_progress("first-moves").done == ["deal"]


def test_a_match_that_was_lost_begins_again(person: Person) -> None:
    scene = teach(person, 7, 1)
    for _ in range(200):
        read_all(person)
        person.frames()
        if scene.match.is_over:
            break
        if scene.lesson.is_free and scene.match.mover == scene.viewer:
            legal = scene.match.legal()
            scene.pick(T.PASS if T.PASS in legal else legal[0])
        elif not scene.lesson.is_free:
            person.press("enter")
    read_all(person)
    assert person.says("Not won")
    person.press("enter")
    assert scene.lesson.step_number == 0 and not scene.match.is_over


def test_a_round_of_ones_own_can_be_begun_anew(person: Person) -> None:
    scene = teach(person, 7, 1)
    before = len(scene.match.actions)
    scene.pick(_action(scene, "play chip-4"))
    scene.pick(_action(scene, "use policy"))
    read_all(person)
    person.frames(3)
    assert len(scene.match.actions) > before + 2, "the rival has answered"
    person.press("backspace")
    assert len(scene.match.actions) == before and scene.lesson.step_number == 1


def test_the_match_of_a_lesson_is_not_among_the_saved_ones(person: Person) -> None:
    teach(person, 7, 1)
    person.press("s")
    assert person.says("kept by itself")
    person.press("escape")
    scene = person.app.scene
    assert isinstance(scene, MenuScene) and not scene.saves


def test_the_log_of_a_chapter_begins_where_the_chapter_does(person: Person) -> None:
    scene = teach(person, 0, 0)
    read_all(person)
    assert "pass" in scene.match.actions
    assert scene.log and not any("passes" in line.text for line in scene.log)


def test_why_opens_the_ledger_in_a_lesson(person: Person) -> None:
    teach(person, 0, 0)
    person.press("w")
    assert isinstance(person.app.scene, LedgerScene)


def test_a_new_match_follows_the_last_chapter(person: Person) -> None:
    lessons = LessonsScene(person.app)
    person.app.push(lessons)
    lessons._new_match()
    assert isinstance(person.app.scene, SetupScene)


# --- what stands around the coach ----------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_the_list_of_chapters_can_be_read_in_every_size(
    size: tuple[int, int], scale: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = shown("chapters of First Moves, some done", size, scale)
    assert person.flaws() == []
    leave(person)


def test_a_move_that_the_step_does_not_ask_for_is_grey() -> None:
    person = shown("lesson: propose a deal")
    acts = {name: node.act for name in ("lift", "deal", "pass") if (node := person.app.stage.get(f"do:{name}"))}
    assert acts["deal"] is not None and acts["lift"] is None and acts["pass"] is None
    leave(person)


def test_after_the_last_step_of_a_chapter_it_is_nobodys_turn() -> None:
    person = shown("lesson: learnt")
    assert not person.says("ITS TURN") and not person.says("YOUR TURN")
    leave(person)
