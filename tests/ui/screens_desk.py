"""Screens of the teacher's desk."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game.classroom.classfile import write
from game.classroom.overview import Progress, merge
from game.classroom.questionnaire import questionnaire
from game.match.arranged import Inject
from game.match.match import Match
from game.match.said import Answer, Forecast
from game.match.seats import Seat
from game.ui.scenes.desk import TABS, DeskScene
from game.ui.scenes.questionnaire import QuestionnaireScene
from tests.ui import positions
from tests.ui.catalogue import screen
from tests.ui.errands import Pending, Prepared
from tests.ui.harness import Person
from tests.ui.positions import at

NAMES = ("Falcon", "Otter", "Heron", "The Semiconductor Society", "Lynx", "Zoë & Łukasz", "Badger", "Robin")
CLASS = Path("saves/class")
MOMENTS = (("tech-war", positions.scored), ("tech-war", positions.rupture), ("sprint", positions.automatic))


def tables(count: int) -> list[Match]:
    """Different matches of one class, with forecasts and answers."""
    made = []
    for n in range(count):
        scenario, moment = MOMENTS[n % len(MOMENTS)]
        whole = at(moment, scenario)
        match = whole.branch(len(whole.actions) - n // len(MOMENTS))
        names = NAMES[n % len(NAMES)], NAMES[(n + 3) % len(NAMES)]
        match.seats = (Seat(name=names[0]), Seat(name=names[1]))
        for k, who in enumerate(names):
            match.foretell(
                Forecast(
                    who=who, round=1, about="tension", direction="up" if k else "same", confidence=60 + 8 * k
                )
            )
            for item in questionnaire().items:
                for when, option in (("before", 1 + (n + k) % len(item.options)), ("after", item.right or 1)):
                    answer = {"who": who, "when": when, "item": item.id, "option": option}
                    match.answers.append(Answer.model_validate(answer))
        if n % 3 == 0:
            match.injects = [
                Inject(action=9, round=1, words="The teacher chose the headline Port fees bite."),
                Inject(action=60, round=2, words="Time is up: United States passes.", kind="time"),
                Inject(action=90, round=3, words="China voted on its move: 7 for Pass; 5 for Lift.", kind="voted"),
            ]
        made.append(match)
    return made


@cache
def written(count: int) -> dict[str, str]:
    """The class files of that many tables, by name."""
    with TemporaryDirectory() as folder:
        for n, match in enumerate(tables(count)):
            write(match, Path(folder) / f"table {n + 1:02}.json")
        return {file.name: file.read_text("utf-8") for file in Path(folder).iterdir()}


def stick(folder: Path, count: int = 12) -> Path:
    """A folder as it comes back from a class: a copy, an edited and a damaged file are in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in written(count).items():
        (folder / name).write_text(text, "utf-8")
    whole = (folder / "table 01.json").read_text("utf-8")
    (folder / "copy of table 01.json").write_text(whole, "utf-8")
    (folder / "edited.json").write_text(whole.replace('"tension":', '"tension":1', 1), "utf-8")
    (folder / "damaged.json").write_text(whole[:300], "utf-8")
    return folder


@cache
def merged(count: int) -> tuple[object, ...]:
    """What comes of reading that many tables, which is always the same."""
    return tuple(merge(str(stick(CLASS, count))))


def read(person: Person, folder: Path, found: Iterable[object] | None = None) -> DeskScene:
    """The class in a folder, read in this process, or as it was found before."""
    scene = DeskScene(person.app)
    person.app.push(scene)
    scene.folder = scene.entry.text = str(folder)
    scene.errand = Prepared([*(found or merge(str(folder)))])  # type: ignore[assignment]
    person.frames(2)
    assert scene.found is not None
    return scene


@screen("teacher's desk")
def _desk(person: Person) -> None:
    person.app.push(DeskScene(person.app))


@screen("teacher's desk: no such folder")
def _desk_problem(person: Person) -> None:
    scene = DeskScene(person.app)
    person.app.push(scene)
    scene.entry.text = "E:\\class"
    scene.problem = "E:\\class: there is no such folder. Is the stick in?"
    person.app.rebuild()


@screen("teacher's desk: reading")
def _desk_reading(person: Person) -> None:
    scene = DeskScene(person.app)
    person.app.push(scene)
    scene.folder, scene.progress = "E:\\class", Progress(12, 30)
    scene.errand = Pending(merge)  # type: ignore[assignment]
    person.app.rebuild()


def _report(tab: str, words: str) -> None:
    @screen(f"class report: {words}")
    def show(person: Person) -> None:
        read(person, stick(CLASS), merged(12)).choose(tab)
        person.app.rebuild()


for _tab, _words in TABS:
    _report(_tab, _words)


@screen("class report: delete the class?")
def _delete(person: Person) -> None:
    read(person, stick(CLASS, 3), merged(3)).ask()


@screen("questionnaire: who answers")
def _asked(person: Person) -> None:
    person.app.push(QuestionnaireScene(person.app))


@screen("questionnaire: a question")
def _question(person: Person) -> None:
    scene = QuestionnaireScene(person.app, "after")
    person.app.push(scene)
    scene.name.text = "Falcon"
    scene.begin()
    person.app.rebuild()
