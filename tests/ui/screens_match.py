"""Screens of the table and of the questions on it."""

from game.engine import terms as T
from game.ui.scenes.play import PlayScene
from tests.ui import positions
from tests.ui.catalogue import screen, sit
from tests.ui.harness import Person
from tests.ui.positions import BO, COMPUTER, Never, at

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
