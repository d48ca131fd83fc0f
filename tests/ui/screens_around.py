"""Screens around a match: menu, set-up, saved matches, settings, questions, messages, the screen of last resort."""

import os

from game.classroom.lesson import Lesson
from game.classroom.lessons import chapters, prepare
from game.classroom.progress import Progress, load_progress, save_progress
from game.match import store
from game.ui.app import Question
from game.ui.scenes.lesson import LessonScene
from game.ui.scenes.lessons import LessonsScene
from game.ui.scenes.saves import SavesScene
from game.ui.scenes.settings import PAGES, SettingsScene
from game.ui.scenes.setup import SetupScene
from game.ui.widgets import Answer
from tests.ui import positions
from tests.ui.catalogue import STAMP, save, screen, sit
from tests.ui.harness import Person
from tests.ui.positions import ANN, BO, at, new


@screen("menu")
def _menu(person: Person) -> None:
    pass


@screen("menu with a match to continue")
def _menu_continue(person: Person) -> None:
    save(at(positions.many_measures), "monday")
    person.app.scene.entered()
    person.app.rebuild()


@screen("setup")
def _setup(person: Person) -> None:
    scene = SetupScene(person.app)
    scene.seed.text = "monday"
    person.app.push(scene)


@screen("setup with names")
def _setup_names(person: Person) -> None:
    _setup(person)
    person.click("seat:1:person")
    for name, words in (("name:us", "Maximiliane Wolkenstein"), ("name:china", "Ada → Łukasz")):
        person.click(name)
        person.type(words)


def _scenario(name: str) -> None:
    @screen(f"setup of {name}")
    def show(person: Person) -> None:
        _setup(person)
        person.click(f"scenario:{name}")


for _name in ("mirror-match", "magnet-gambit", "sprint", "first-moves"):
    _scenario(_name)


@screen("chapters of First Moves")
def _chapters(person: Person) -> None:
    person.app.push(LessonsScene(person.app))


@screen("chapters of First Moves, some done")
def _chapters_done(person: Person) -> None:
    lesson = Lesson(prepare(chapters("first-moves")[2]))
    lesson.go_on()
    save_progress("first-moves", Progress(done=["output", "leak"], stopped={"coalition": lesson.stopped()}))
    person.app.push(LessonsScene(person.app))


def teach(person: Person, chapter: int, step: int) -> LessonScene:
    """At a step of a chapter, done as its file expects."""
    lesson = Lesson(prepare(chapters("first-moves")[chapter]))
    while lesson.step_number < step:
        lesson.see()
        assert lesson.pick(lesson.expected[0]) if lesson.step.pick else lesson.go_on()
    scene = LessonScene(
        person.app, lesson, load_progress("first-moves"), ("Next chapter", person.app.rebuild)
    )
    scene.turns.client.close()
    person.app.push(scene)
    return scene


def _lesson(name: str, chapter: int, step: int) -> None:
    @screen(f"lesson: {name}")
    def show(person: Person) -> None:
        teach(person, chapter, step)


_lesson("the first words", 0, 0)
_lesson("look at a row", 0, 1)
_lesson("choose a card", 0, 5)
_lesson("how to use it", 0, 6)
_lesson("learnt", 0, 8)
_lesson("measures", 1, 0)
_lesson("propose a deal", 5, 1)
_lesson("choose the target", 6, 4)
_lesson("a round of your own", 7, 1)


@screen("lesson: a hint")
def _lesson_hint(person: Person) -> None:
    scene = teach(person, 6, 2)
    scene.pick(next(a for a in scene.match.legal() if a not in scene.lesson.expected))


@screen("lesson: a deal to be asked for")
def _lesson_deal(person: Person) -> None:
    teach(person, 5, 1).choose("deal")


@screen("no saved matches")
def _saves_empty(person: Person) -> None:
    person.app.push(SavesScene(person.app))


@screen("saved matches")
def _saves(person: Person) -> None:
    for n in range(12):
        save(new("tech-war", seed=f"s{n}"), f"my match {n}", 3600 * n)
    save(at(positions.rupture, seats=(ANN, BO)), "the end", 100)
    path = store.named_path("cut off")
    store.write_text(path, store.dump(new("sprint"))[:2000])
    os.utime(path, (STAMP - 50, STAMP - 50))
    person.app.push(SavesScene(person.app))


@screen("saved matches: delete one?")
def _delete(person: Person) -> None:
    save(at(positions.many_measures), "my match")
    person.app.push(SavesScene(person.app))
    person.click("delete:my-match.json")


def _settings(page: str, words: str) -> None:
    @screen(f"settings: {words}")
    def show(person: Person) -> None:
        person.app.push(SettingsScene(person.app, page))


for _page, _words in PAGES:
    _settings(_page, _words)


@screen("a question")
def _question(person: Person) -> None:
    text = "The match is kept. You can go on with it from the menu, or open another one first."
    person.app.ask(Question("Leave the match?", text, [Answer("Stay", gold=True), Answer("Leave")]))


@screen("a message")
def _message(person: Person) -> None:
    person.app.say("The match can't be saved in that folder: there is no space left on the device.", 1000)


@screen("crash")
def _crash(person: Person) -> None:
    person.app.crash("Traceback\nZeroDivisionError: a wheel came off")


@screen("crash in a match")
def _crash_match(person: Person) -> None:
    sit(person, at(positions.many_measures)).saving.autosave()
    person.app.crash("Traceback\nZeroDivisionError: a wheel came off")
