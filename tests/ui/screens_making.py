"""Screens of those who make something: the scenario editor and its balance check."""

from game.classroom.draft import Draft
from game.classroom.draft_pages import PAGES
from game.content.compile import find_scenario, load_base
from game.engine import terms as T
from game.lab.arena import Game, book_of
from game.lab.balance import Order, report, report_on
from game.lab.trial import Trial
from game.match.match import Match
from game.ui.scenes.drafts import DraftsScene
from game.ui.scenes.editor import EditorScene
from game.ui.scenes.trial import TABS, TrialScene
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


def found(us: int, china: int, nobody: int = 0) -> Trial:
    """A report on games that ended so, with cards played more and less often."""
    book = book_of("tech-war")
    games = [
        Game(
            winner=winner,
            ending=T.AUTOMATIC if n % 5 == 0 else T.RUPTURE if n % 11 == 0 else T.SCORED,
            starter=n % 2,
            moves=64,
            decisions=150,
            leader_changes=n % 4,
            leader_at_half=1 if n % 3 else -1,
            drawn=[card for card in range(len(book.cards)) if (card + n) % 3],
            policies=[card for card in range(len(book.cards)) if (card + n) % 3 and card % 7 > n % 7],
            agendas=[n % len(book.agendas), (n + 1) % len(book.agendas)],
            met=[n % 2 == 0, n % 3 == 0],
        )
        for n, winner in enumerate([T.US] * us + [T.CHINA] * china + [T.NOBODY] * nobody)
    ]
    order = Order("clerk", len(games), 0, "0")
    return Trial(len(games), report(order, [report_on(book, order, [games])]))


def trying(person: Person, trial: Trial | None, is_running: bool = False, tab: str = "results") -> TrialScene:
    scene = TrialScene(person.app, Match(load_base(), "tech-war", (ANN, COMPUTER), "monday"))
    person.app.push(scene)
    if trial is not None:
        scene.errand = (Pending(lambda: iter(())) if is_running else Prepared([]))  # type: ignore[assignment]
        scene.found, scene.done, scene.games = trial, trial.games, 100
    person.frames()
    scene.open(tab)
    person.app.rebuild()
    return scene


@screen("balance check: nothing yet")
def _trial_nothing(person: Person) -> None:
    trying(person, None)


@screen("balance check: going on")
def _trial_running(person: Person) -> None:
    trying(person, found(7, 5), True)


def _trial(tab: str) -> None:
    @screen(f"balance check: {tab}")
    def show(person: Person) -> None:
        trying(person, found(64, 33, 3), tab=tab)


for _tab, _ in TABS:
    _trial(_tab)
