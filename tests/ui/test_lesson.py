"""The lesson on the screen: every chapter by keys and by mouse, what the coach points at, hints, resuming, the list."""

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
from game.ui.sheets.rows import PANE
from game.ui.table import coach
from tests.ui.catalogue import leave, shown
from tests.ui.harness import SIZE_NAMES, SIZES, Person, alone
from tests.ui.screens_around import teach
from tests.ui.stretch import stretch

CHAPTERS = [chapter.id for chapter in chapters("first-moves")]
SCREENS = [
    "the first words",
    "choose a card",
    "how to use it",
    "propose a deal",
    "a deal to be asked for",
    "a hint",
]


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


# --- all sizes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_the_words_of_every_step_fit_the_coach(
    size: tuple[int, int], scale: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = Person(size, scale)
    found = []
    for number in range(len(CHAPTERS)):
        scene = teach(person, number, 0)
        lesson = scene.lesson
        while True:
            for hint in ("", lesson.fill(lesson.step.hint)):
                lesson.hint = hint
                found += _coach_flaws(person, scene)
            if lesson.is_done or lesson.is_free or lesson.step.win:
                break
            lesson.see()
            assert lesson.pick(lesson.expected[0]) if lesson.step.pick else lesson.go_on()
            scene.showing.finish()
        leave(person)
    assert found == []


def _coach_flaws(person: Person, scene: LessonScene) -> list[str]:
    """Of the panel alone: nothing else is painted."""
    stage = person.app.stage
    stage.put([node for node in scene.nodes() if node.name in ("coach", "coach:back", "coach:next")])
    screen = person.app.canvas.get_rect()
    return [flaw for node, piece in stage.written() for flaw in alone(node, piece, screen)] + _too_low(stage)


def _too_low(stage) -> list[str]:  # type: ignore[no-untyped-def]
    """Words of the panel that run into its buttons."""
    top = stage.get("coach:back").rect.top
    return [f'"{piece.text}" runs into a button' for node, piece in stage.written()
            if node.name == "coach" and piece.rect.bottom > top]  # fmt: skip


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


def test_a_class_reads_the_coach_from_the_back_row() -> None:
    for name in ("lesson: the first words", "lesson: look at a row", "lesson: learnt"):
        person = shown(name, (1920, 1080), "112")
        sizes = [piece.size for node, piece in person.app.stage.written() if node.name == "coach"]
        assert max(sizes) >= 28, name
        leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("name", ["lesson: how to use it", "lesson: a deal to be asked for"])
def test_the_coach_covers_nothing_that_an_open_question_asks(name: str, size: tuple[int, int], scale: str) -> None:
    person = shown(name, size, scale)
    told = person.app.stage.get("coach").rect
    asked = [node for node in person.app.stage.nodes if node.name.startswith(("option:", "closed:", PANE))]
    assert asked and [node.name for node in asked if node.rect.colliderect(told)] == []
    leave(person)


def test_an_open_question_is_not_asked_for_any_more(person: Person) -> None:
    scene = teach(person, 5, 0)
    while scene.lesson.step.point != ["deal"]:
        scene.lesson.go_on()
    assert "Press D" in scene.coaching().words
    person.press("d")
    assert scene.mode == "deal" and "Press D" not in scene.coaching().words
    assert "Offer your control" in scene.coaching().words


def test_an_arrow_of_a_ring_lies_on_no_neighbour(person: Person) -> None:
    pen, screen = person.app.pen, person.app.canvas.get_rect()
    rect = pygame.Rect(400, 400, 100, 100)
    pictures = []
    for others in ([], [rect.move(rect.w + 8, 0)]):
        (ring,) = coach.rings(pen, "do", [rect], "#FFFFFF", screen, others)
        target = pygame.Surface(screen.size, pygame.SRCALPHA)
        ring.paint(target, ring.rect)
        pictures.append([target.get_at((x, rect.centery)).a > 200 for x in (rect.x - 9, rect.right + 9)])
    assert pictures == [[True, True], [True, False]]


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_the_coach_leaves_the_card_that_is_used_free(size: tuple[int, int], scale: str) -> None:
    person = shown("lesson: how to use it", size, scale)
    card = person.app.stage.get("sheet:card").rect
    assert not card.colliderect(person.app.stage.get("coach").rect)
    leave(person)


def test_the_ring_of_a_card_strikes_no_key_through() -> None:
    """It lies under the hand."""
    person = shown("lesson: choose a card")
    ringed = [node for node in person.app.stage.nodes if node.name.startswith("coach:do")]
    cards = [node for node in person.app.stage.nodes if node.name.startswith("card:")]
    assert ringed and all(ring.layer < card.layer for ring in ringed for card in cards)
    leave(person)


def test_the_pane_of_a_question_tells_of_the_answer_that_is_ringed() -> None:
    person = shown("lesson: choose the target")
    board = scene_of(person).board()
    ringed = person.app.stage.get(board.pointed)
    assert ringed.name.startswith("option:") and ringed.rect.colliderect(gold(person)[0])
    other = next(name for name in person.names("option:") if name != ringed.name)
    person.point(other)
    assert scene_of(person).board().pointed == other
    leave(person)
