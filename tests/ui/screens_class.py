"""Screens of a class: its set-up, the table with its clock, the end."""

from game.classroom.bell import shortened
from game.content.compile import find_scenario
from game.engine import terms as T
from game.match.arranged import Arranged
from game.match.match import Match
from game.match.seats import Seat
from game.ui.scenes.classmatch import ClassScene
from game.ui.scenes.classsetup import ClassSetupScene
from game.ui.scenes.foretell import PAUSE
from tests.ui.catalogue import screen, settle
from tests.ui.harness import Person
from tests.ui.positions import Here, base

TEAMS = (Seat(name="The eagles"), Seat(level="greedy"))


class Now:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def class_match(
    rounds: int = 3, minutes: int = 20, seats: tuple[Seat, Seat] = TEAMS, seed: str = "monday", **more: bool
) -> Match:
    match = Match(shortened(base(), "sprint", rounds), "sprint", seats, seed)
    match.arranged = Arranged(minutes=minutes, rounds=find_scenario(base(), "sprint").rounds, **more)
    return match


def sit(person: Person, match: Match, now: Now | None = None) -> ClassScene:
    """At the table of a class, with a computer player that needs no process of its own."""
    scene = ClassScene(person.app, match, now=now or Now())
    scene.turns.client.close()
    scene.turns.client = Here(match.book)  # type: ignore[assignment]
    scene.adviser.client = Here(match.book)  # type: ignore[assignment]
    person.app.push(scene)
    settle(person)
    return scene


def to_move(person: Person, scene: ClassScene) -> None:
    """Until a person has to move."""
    for _ in range(400):
        if person.app.scene is not scene:
            person.press("enter")
        elif scene.showing.is_busy:
            scene.showing.finish()
        elif scene.is_my_pick():
            if scene.match.state.shared[T.PHASE] == T.MOVING:
                break
            scene.match.submit(scene.match.legal()[0])
        person.frames()


def _setup(person: Person) -> ClassSetupScene:
    scene = ClassSetupScene(person.app)
    scene.seed.text = "monday"
    person.app.push(scene)
    return scene


@screen("class setup")
def _class_setup(person: Person) -> None:
    _setup(person)


@screen("class setup: minutes that can't be")
def _class_problem(person: Person) -> None:
    _setup(person).minutes.text = "3"


@screen("class setup: a match for a vote against the computer")
def _class_vote(person: Person) -> None:
    scene = _setup(person)
    scene.minutes.text, scene.part, scene.people = "90", "match", 30
    scene.seed.text = "economics seminar 12"
    person.frames()
    person.click("seat:1:computer")


@screen("class table")
def _class_table(person: Person) -> None:
    to_move(person, sit(person, class_match()))


@screen("class table, time over")
def _class_late(person: Person) -> None:
    now = Now()
    scene = sit(person, class_match(), now)
    to_move(person, scene)
    now.seconds += 130


def _frozen(person: Person) -> None:
    scene = sit(person, class_match())
    to_move(person, scene)
    person.press("f4")


@screen("class frozen")
def _class_frozen(person: Person) -> None:
    _frozen(person)
    for start, end in (((300, 200), (600, 260)), ((600, 260), (560, 400))):
        person.drag(start, end)


def vote(person: Person, answer: int, seats: tuple[Seat, Seat] = TEAMS) -> ClassScene:
    """At a vote, with the hand shown or hidden."""
    scene = sit(person, class_match(seats=seats))
    to_move(person, scene)
    person.press("f5")
    person.frames()
    person.click(f"answer:{answer}")
    return scene


@screen("class vote")
def _class_vote_shown(person: Person) -> None:
    vote(person, 1)
    for key in "1223227":
        person.press(key)


@screen("class vote, hidden, a tie")
def _class_vote_hidden(person: Person) -> None:
    vote(person, 0)
    for key in "12":
        person.press(key)


@screen("class roles")
def _class_roles(person: Person) -> None:
    to_move(person, sit(person, class_match()))
    person.press("f7")
    person.press("a")


@screen("class presenter")
def _class_presenter(person: Person) -> None:
    to_move(person, sit(person, class_match()))
    person.press("f2")


@screen("class presenter, frozen")
def _class_presenter_frozen(person: Person) -> None:
    _class_presenter(person)
    person.press("f4")
    person.drag((500, 200), (700, 260))


def foretelling(person: Person) -> ClassScene:
    """Before the last move of a round."""
    scene = sit(person, class_match())
    for _ in range(3):
        to_move(person, scene)
        scene.match.submit(T.PASS)
    for _ in range(60):
        if person.app.scene is not scene:
            break
        scene.showing.finish()
        person.frames()
    return scene


@screen("class forecast")
def _class_forecast(person: Person) -> None:
    foretelling(person)
    person.press("1")


@screen("class forecast, what came")
def _class_judged(person: Person) -> None:
    scene = foretelling(person)
    person.press("1")
    person.press("f6")
    person.click("who")
    person.type("Maximiliane")
    person.click("way:same")
    person.press("f5")
    scene.match.submit(T.PASS)
    for _ in range(60):
        if person.app.scene is not scene:
            break
        if scene.is_my_pick() and scene.match.state.shared[T.PHASE] != T.MOVING:
            scene.match.submit(scene.match.legal()[0])
        scene.showing.finish()
        person.frames()
    person.app.scene.update(PAUSE)  # until it takes keys


@screen("class injects")
def _class_injects(person: Person) -> None:
    to_move(person, sit(person, class_match(has_injects=True)))
    person.press("f6")
    person.click(person.names("headline:")[1])
    person.click("tile:ai")


@screen("class injects: cards")
def _class_inject_cards(person: Person) -> None:
    to_move(person, sit(person, class_match(has_injects=True)))
    person.press("f6")
    person.press("2")
    person.click(person.names("deal:us:")[1])


@screen("class setup: start position")
def _class_start(person: Person) -> None:
    _setup(person)
    person.click("start:True")


def play_out(person: Person, scene: ClassScene) -> None:
    """Everybody passes to the end."""
    match = scene.match
    while not match.is_over:
        legal = match.legal()
        match.submit(T.PASS if T.PASS in legal else legal[0])
        match.run_nature()
    scene.changed()
    for _ in range(6):
        person.frames()
        scene.showing.finish()


@screen("class end")
def _class_end(person: Person) -> None:
    scene = sit(person, class_match(1))
    scene.match.run_nature()
    play_out(person, scene)
