"""The screens of the game, for `catalogue`. A new screen is one more function under `@screen("name")`; every test of
looks, hashes, keys and clicks takes it up.

All of them as pictures: python -m tests.ui.screens FOLDER [--sizes 1280x720,1920x1080@125] [--only table].
"""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from game.engine import terms as T
from game.match.arranged import Inject
from game.ui.scenes import debrief
from game.ui.scenes.charts import ChartsScene
from game.ui.scenes.handbook import HandbookScene
from game.ui.scenes.play import PlayScene
from tests.ui import positions, screens_analysis, screens_around, screens_class, screens_desk, screens_making
from tests.ui.catalogue import LARGE, SCREENS, SIZES, leave, own_folders, screen, shown, sit, tour
from tests.ui.harness import Person
from tests.ui.positions import ANN, BO, COMPUTER, Never, at

__all__ = [
    "LARGE",
    "SCREENS",
    "SIZES",
    "leave",
    "screens_analysis",
    "screens_around",
    "screens_class",
    "screens_desk",
    "screens_making",
    "shown",
]

# --- the table -------------------------------------------------------------------------------------


@screen("table at the start")
def _start(person: Person) -> None:
    sit(person, at(positions.first_move))


@screen("table with many measures")
def _table(person: Person) -> None:
    sit(person, at(positions.many_measures))


@screen("table as China")
def _china(person: Person) -> None:
    sit(person, at(positions.china_moves, "magnet-gambit", (COMPUTER, BO)))


@screen("table of invented sides")
def _mirror(person: Person) -> None:
    sit(person, at(positions.many_measures, "mirror-match"))


@screen("table of a short scenario")
def _first_moves(person: Person) -> None:
    sit(person, at(positions.first_move, "first-moves"))


@screen("table while the rival thinks")
def _thinking(person: Person) -> None:
    sit(person, at(positions.rival_moves), Never)


@screen("table watched")
def _watched(person: Person) -> None:
    sit(person, at(positions.rival_moves, seats=(COMPUTER, COMPUTER)), Never)


@screen("the rival's move is told")
def _told(person: Person) -> None:
    person.app.settings.speed = 0
    scene = sit(person, at(positions.rival_moves))
    for _ in range(400):
        if scene.match.mover == T.US:
            break
        person.frames()
    assert scene.match.mover == T.US


def _round_ends(person: Person) -> PlayScene:
    """The market phase is told, at the slow speed: everything waits for a key."""
    person.app.settings.speed = 0
    scene = sit(person, at(positions.last_move))
    scene.pick(T.PASS)
    person.frames(3)
    return scene


@screen("the market phase is told")
def _market_told(person: Person) -> None:
    _round_ends(person)


@screen("a headline is told")
def _headline_told(person: Person) -> None:
    scene = _round_ends(person)
    scene.skip()


@screen("the round report")
def _report(person: Person) -> None:
    scene = _round_ends(person)
    scene.showing.finish()
    scene.doors.report()


@screen("supply chains at the start")
def _chains_start(person: Person) -> None:
    sit(person, at(positions.first_move))
    person.press("v")


@screen("supply chains with many measures")
def _chains(person: Person) -> None:
    sit(person, at(positions.many_measures))
    person.press("v")


def _chains_tip(name: str, node: str) -> None:
    @screen(f"tip of {name}")
    def show(person: Person) -> None:
        _chains(person)
        person.point(node)


for _name, _node in (("an input", "supply:1:1"), ("an arrow", "arrow:0:3:9"), ("an output", "output:4")):
    _chains_tip(_name, _node)


def _tip(name: str, node: str) -> None:
    @screen(f"tip of {name}")
    def show(person: Person) -> None:
        sit(person, at(positions.many_measures))
        names = [n.name for n in person.app.stage.nodes if n.name.startswith(node) and n.tip is not None]
        person.point(names[0])


for _name, _node in (
    ("a card", "card:"),
    ("a sector", "sector:6"),
    ("a bloc", "bloc:3"),
    ("a country", "country:0"),
    ("a measure", "measure:0:"),
    ("the track", "track"),
    ("Tension", "tension"),
    ("Budget", "budget:0"),
    ("the headline", "headline"),
):
    _tip(_name, _node)


@screen("a focused card")
def _focused(person: Person) -> None:
    sit(person, at(positions.many_measures))
    person.app.stage.focus_on(person.names("card:")[1])
    person.app.rebuild()


def _advised(step: str, presses: int) -> None:
    @screen(f"adviser: {step}")
    def show(person: Person) -> None:
        sit(person, at(positions.many_measures))
        for _ in range(presses):
            person.press("a")


for _n, _step in enumerate(("where to look", "an idea", "the move"), start=1):
    _advised(_step, _n)


@screen("adviser: thinking")
def _advised_later(person: Person) -> None:
    sit(person, at(positions.first_move), Never)
    person.press("a")


@screen("adviser in a question")
def _advised_on_a_card(person: Person) -> None:
    sit(person, at(positions.use_of_a_card))
    person.press("a")
    person.press("a")
    person.press("a")


# --- questions -------------------------------------------------------------------------------------


@screen("choose an agenda")
def _agenda(person: Person) -> None:
    sit(person, at(positions.agenda))


@screen("card: what use?")
def _use(person: Person) -> None:
    sit(person, at(positions.use_of_a_card))
    person.point(person.options()[0])


@screen("card: which target?")
def _target(person: Person) -> None:
    sit(person, at(positions.target_of_a_card))
    person.point(person.options()[0])


@screen("name the third spotlight")
def _naming(person: Person) -> None:
    sit(person, at(positions.naming))
    person.point(person.options()[0])


@screen("lift a measure")
def _lift(person: Person) -> None:
    sit(person, at(positions.can_lift_and_deal))
    person.press("t")
    person.point(person.options()[0])


@screen("deal: what to give?")
def _deal_give(person: Person) -> None:
    sit(person, at(positions.can_lift_and_deal))
    person.press("d")


@screen("deal: what to ask for?")
def _deal_take(person: Person) -> None:
    sit(person, at(positions.deal_take))


@screen("deal: sweetener?")
def _deal_sweetener(person: Person) -> None:
    sit(person, at(positions.deal_sweetener))


@screen("deal: accept?")
def _deal_answer(person: Person) -> None:
    sit(person, at(positions.answering))


@screen("this ends the game: really?")
def _confirm(person: Person) -> None:
    match = at(positions.can_end)
    sit(person, match)
    person.click(f"option:{positions.ending_pick(match)}")


# --- over the table --------------------------------------------------------------------------------


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


# --- the end ---------------------------------------------------------------------------------------


@screen("end by scoring")
def _scored(person: Person) -> None:
    sit(person, at(positions.scored))


@screen("end by the track")
def _automatic(person: Person) -> None:
    sit(person, at(positions.automatic))


@screen("end by Rupture")
def _rupture(person: Person) -> None:
    sit(person, at(positions.rupture))


@screen("both lose")
def _shared_loss(person: Person) -> None:
    sit(person, at(positions.shared_loss, "first-moves"))


def _debriefs(name: str, key: str) -> None:
    @screen(f"debrief: {name}")
    def show(person: Person) -> None:
        sit(person, at(positions.scored))
        person.press("d")
        person.press(key)


for number, (_, words) in enumerate(debrief.TABS, 1):
    _debriefs(words, str(number))


VOTES = (
    "China voted on its move: 7 for Top Car Exporter; 5 for Pass.",
    "China voted on the use of Top Car Exporter: 9 for Policy, 3 Budget; 3 for Contingency.",
    "China voted on what to ask for its listing of Defence: 12 for Listing of Clean energy.",
    "United States voted on the third spotlight: 8 for Defence; 4 for Automation.",
    "United States voted on the rival's deal: 6 for Accept; 5 for Refuse.",
)


@screen("debrief: with injects")
def _debrief_injects(person: Person) -> None:
    match = at(positions.scored)
    match.injects = [
        Inject(action=9, round=1, words="The teacher chose the headline Port fees bite."),
        Inject(action=60, round=2, words="Time is up: United States passes.", kind="time"),
        *[Inject(action=90, round=3, words=words, kind="voted") for words in VOTES],
    ]
    sit(person, match)
    person.press("d")


# --- all of them as pictures -----------------------------------------------------------------------


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.ui.screens", description="Every screen as a picture.")
    parser.add_argument("folder", type=Path)
    usual = ",".join(f"{w}x{h}@{scale}" for (w, h), scale in [*SIZES, ((1920, 1080), "125")])
    parser.add_argument("--sizes", default=usual, help="like 1280x720,1920x1080@125")
    parser.add_argument("--only", default="", help="only screens whose names hold this")
    options = parser.parse_args()
    folder = options.folder.resolve()
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    for entry in options.sizes.split(","):
        size, _, scale = entry.partition("@")
        width, height = (int(n) for n in size.split("x"))
        target = folder / entry
        target.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as own:
            own_folders(own)
            names = [name for name in SCREENS if options.only in name]
            for name, person in tour((width, height), scale or "100", names):
                person.picture(target / f"{file_name(name)}.png")
            os.chdir(folder)
        print(f"{target}: {len(list(target.glob('*.png')))} pictures", file=sys.stderr)


def file_name(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name).strip("-")


if __name__ == "__main__":
    main()
