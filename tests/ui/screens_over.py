"""Screens over the table: log, ledger, charts, cards, handbook, presenter mode, the curtain."""

from game.ui.scenes.charts import ChartsScene
from game.ui.scenes.handbook import HandbookScene
from tests.ui import positions
from tests.ui.catalogue import screen, sit
from tests.ui.harness import Person
from tests.ui.positions import ANN, BO, COMPUTER, Never, at


@screen("log")
def _log(person: Person) -> None:
    sit(person, at(positions.many_measures))
    person.press("l")


@screen("log of what China did by policy")
def _log_filtered(person: Person) -> None:
    _log(person)
    person.click("who:1")
    for kind in ("statecraft", "deal", "contingency", "headline", "market"):
        person.click(f"kind:{kind}")


@screen("log in which nothing fits")
def _log_nothing(person: Person) -> None:
    _log(person)
    person.click("search")
    person.type("no such words")


@screen("ledger of a sector")
def _ledger(person: Person) -> None:
    sit(person, at(positions.many_measures))
    person.click(person.names("sector:")[0])


def _charts(name: str, key: str, moment: positions.Moment = positions.scored) -> None:
    @screen(f"charts: {name}")
    def show(person: Person) -> None:
        person.app.push(ChartsScene(person.app, sit(person, at(moment))))
        person.press(key)


for _name, _key in (
    ("overview", "1"),
    ("Leadership", "2"),
    ("Tension", "3"),
    ("outputs", "4"),
    ("strength", "5"),
):
    _charts(_name, _key)
_charts("overview in a match", "1", positions.many_measures)
_charts("overview before the first move", "1", positions.agenda)


@screen("charts: why an output is what it is")
def _chart_tip(person: Person) -> None:
    person.app.push(ChartsScene(person.app, sit(person, at(positions.many_measures))))
    person.press("4")
    person.point("output-5:3")


@screen("all cards")
def _cards(person: Person) -> None:
    person.press("b")


@screen("cards of a match")
def _cards_match(person: Person) -> None:
    sit(person, at(positions.many_measures))
    person.press("b")
    person.click("side:-1")
    person.click("pile:discard")


@screen("cards that were looked for")
def _cards_found(person: Person) -> None:
    person.press("b")
    person.click("search")
    person.type("magnet")


@screen("ledger of what a line changed")
def _ledger_line(person: Person) -> None:
    _log(person)
    texts = {node.name: node.key[2] for node in person.app.stage.nodes if node.name.startswith("line:")}  # type: ignore[index]
    person.click(max(texts, key=lambda name: texts[name].count(",")))


def _handbook(name: str, section: str, leaf: int = 0) -> None:
    @screen(f"handbook: {name}")
    def show(person: Person) -> None:
        scene = HandbookScene(person.app)
        person.app.push(scene)
        scene.show(section)
        for _ in range(leaf):
            scene.turn(1)


for _name, _section, _leaf_number in (
    ("the game in short", "chapter:short-rules", 0),
    ("the table", "chapter:table", 0),
    ("supply", "chapter:supply", 0),
    ("supply, the next page", "chapter:supply", 1),
    ("cards", "chapter:cards", 0),
    ("moves", "chapter:moves", 0),
    ("measures", "chapter:measures", 0),
    ("effects", "chapter:effects", 0),
    ("glossary", "glossary", 1),
    ("sectors", "sectors", 0),
    ("headlines", "headlines", 0),
    ("blocs", "blocs", 0),
    ("mechanisms", "mechanisms", 0),
    ("a card", "cards:0:us", 3),
):
    _handbook(_name, _section, _leaf_number)


@screen("handbook: a card in plain words")
def _handbook_plain(person: Person) -> None:
    scene = HandbookScene(person.app)
    person.app.push(scene)
    scene.show("cards:0:us")
    scene.turn(1)
    scene.read("plain")
    person.app.rebuild()


@screen("handbook: searched")
def _handbook_search(person: Person) -> None:
    person.app.push(HandbookScene(person.app))
    person.click("search")
    person.type("magnet")


@screen("a held tip")
def _held(person: Person) -> None:
    sit(person, at(positions.many_measures))
    person.app.stage.focus_on("tension")
    person.press("h")


@screen("a tip within a tip")
def _held_twice(person: Person) -> None:
    _held(person)
    person.press("tab")
    person.press("enter")


@screen("handbook: nothing found")
def _handbook_nothing(person: Person) -> None:
    person.app.push(HandbookScene(person.app))
    person.click("search")
    person.type("no such words")


@screen("handbook of invented sides")
def _handbook_mirror(person: Person) -> None:
    sit(person, at(positions.many_measures, "mirror-match"))
    person.app.open_handbook("chapter:table")


def _presenter(name: str, *keys: str) -> None:
    @screen(f"presenter: {name}")
    def show(person: Person) -> None:
        sit(person, at(positions.many_measures))
        for key in ("f2", *keys):
            person.press(key)


_presenter("map", "1")
_presenter("sectors", "2")
_presenter("show the hand?", "3")
_presenter("hand hidden", "3", "escape")
_presenter("hand shown", "3", "right", "enter")
_presenter("Leadership", "4")
_presenter("what moved the track", "4", "4")
_presenter("Tension", "4", "4", "4")
_presenter("outputs", "4", "4", "4", "4")
_presenter("Resilience", "4", "pageup", "pageup", "pageup", "pageup", "pageup", "pageup")


@screen("presenter: hands of two computers")
def _presenter_watched(person: Person) -> None:
    sit(person, at(positions.rival_moves, seats=(COMPUTER, COMPUTER)), Never)
    person.press("f2")
    person.press("3")


@screen("presenter: tip of a bloc")
def _presenter_tip(person: Person) -> None:
    sit(person, at(positions.many_measures))
    person.press("f2")
    person.point("bloc:3")


@screen("curtain")
def _curtain(person: Person) -> None:
    sit(person, at(positions.rival_moves, seats=(ANN, BO)))
