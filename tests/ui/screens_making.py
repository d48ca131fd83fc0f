"""Screens of those who make something: the scenario editor and its balance check."""

from game.classroom.draft import Draft
from game.classroom.draft_pages import PAGES
from game.content.compile import find_scenario, load_base
from game.lab.trial import Tally
from game.match.match import Match
from game.ui.scenes.drafts import DraftsScene
from game.ui.scenes.editor import EditorScene
from game.ui.scenes.trial import TrialScene
from tests.ui import positions
from tests.ui.catalogue import save, screen
from tests.ui.errands import Pending, Prepared
from tests.ui.harness import Person
from tests.ui.positions import ANN, COMPUTER, at


def draft_of(name: str = "tech-war") -> Draft:
    pack = load_base()
    return Draft.of(pack, find_scenario(pack, name))


def edit(person: Person, page: str = "general", name: str = "tech-war") -> EditorScene:
    """In the editor, at a page."""
    scene = EditorScene(person.app, draft_of(name))
    scene.open(page)
    person.app.push(scene)
    person.frames()
    return scene


@screen("editor: begin from")
def _begin(person: Person) -> None:
    save(at(positions.many_measures), "monday")
    edit(person).draft.put(("rounds",), 3)
    person.app.pop()
    person.app.push(DraftsScene(person.app))


def _page(name: str, words: str) -> None:
    @screen(f"editor: {words}")
    def show(person: Person) -> None:
        edit(person, name)


for _name, _words in PAGES:
    _page(_name, _words)


@screen("editor: problems")
def _problems(person: Person) -> None:
    scene = edit(person, "general")
    for side in ("us", "china"):
        scene.draft.put(("decks", side), scene.draft.get(("decks", side))[:4])
    scene.draft.put(("agendas",), scene.draft.get(("agendas",))[:2])
    scene.draft.put(("position", "tension"), 10)
    scene.draft.put(("minutes", 0), 90)
    person.app.rebuild()


@screen("editor: a text is missing")
def _no_title(person: Person) -> None:
    edit(person).draft.put(("title",), "")
    person.app.rebuild()


def _trial(name: str, tally: Tally | None, is_running: bool = False) -> None:
    @screen(f"balance check: {name}")
    def show(person: Person) -> None:
        match = Match(load_base(), "tech-war", (ANN, COMPUTER), "monday")
        scene = TrialScene(person.app, match)
        person.app.push(scene)
        if tally is not None:
            scene.errand = (Pending(lambda: iter(())) if is_running else Prepared([]))  # type: ignore[assignment]
            scene.tally, scene.games = tally, 100
        person.frames()
        person.app.rebuild()


_trial("nothing yet", None)
_trial("going on", Tally(12, 7, 5, 1, 3), True)
_trial("done", Tally(100, 64, 33, 9, 22))
