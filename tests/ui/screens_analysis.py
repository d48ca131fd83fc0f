"""Screens of the analysis board."""

from game.match.match import Match
from game.ui.scenes.replay import ReplayScene
from tests.ui import positions
from tests.ui.catalogue import screen
from tests.ui.errands import look_again
from tests.ui.harness import Person
from tests.ui.positions import ANN, BO, COMPUTER, at


def replayed(person: Person, match: Match, share: float = 0.5) -> ReplayScene:
    """On the analysis board, so far into the match."""
    scene = ReplayScene(person.app, match, round(len(match.actions) * share))
    scene.errand.close()
    scene.errand = look_again(match)  # type: ignore[assignment]
    person.app.push(scene)
    person.frames()
    return scene


@screen("replay of a match")
def _replay(person: Person) -> None:
    replayed(person, at(positions.scored, seats=(ANN, BO)))


@screen("replay of a match as one side saw it")
def _replay_side(person: Person) -> None:
    scene = replayed(person, at(positions.rupture, seats=(ANN, COMPUTER)), 0.3)
    scene.look(0)
    scene.has_hand = True
    person.app.rebuild()


@screen("replay of a match at its end")
def _replay_end(person: Person) -> None:
    scene = replayed(person, at(positions.automatic, "sprint"), 1.0)
    scene.look(2)
    person.app.rebuild()
