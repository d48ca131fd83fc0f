"""Screens of the analysis board."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from game.classroom.comparison import what_if_file
from game.classroom.review import review_file
from game.match import store
from game.match.match import Match
from game.ui.scenes.learn import LearnScene
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.whatif import TABS, WhatIfScene
from tests.ui import positions
from tests.ui.catalogue import screen
from tests.ui.errands import Pending, Prepared, look_again
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


@cache
def told(saved: str, at: int) -> tuple[object, ...]:
    """What a process of its own would find of a saved match, always the same."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "match.json"
        file.write_text(saved, "utf-8")
        return tuple(what_if_file(str(file), str(at), ""))


def what_if(person: Person, match: Match, number: int, is_shown: bool) -> WhatIfScene:
    """At the choice for a move, or at both lines with it left out."""
    scene = replayed(person, match, 0.0)
    decision = [one for one in scene.replay.decisions if one.is_move][number]
    asked = WhatIfScene(person.app, match, scene.words, decision)
    if is_shown:
        asked.errand = Prepared([*told(store.dump(match), decision.action)])  # type: ignore[assignment]
    person.app.push(asked)
    person.frames()
    return asked


@screen("what if: choose")
def _what_if_choose(person: Person) -> None:
    what_if(person, at(positions.scored, seats=(ANN, BO)), 20, False)


@screen("what if: played")
def _what_if_wait(person: Person) -> None:
    scene = what_if(person, at(positions.scored, seats=(ANN, BO)), 20, False)
    scene.errand = Pending(what_if_file)  # type: ignore[assignment]
    person.app.rebuild()


def _what_if(tab: str, words: str) -> None:
    @screen(f"what if: {words}")
    def show(person: Person) -> None:
        what_if(person, at(positions.scored, seats=(ANN, BO)), 9, True).choose(tab)
        person.app.rebuild()


for _tab, _words in TABS:
    _what_if(_tab, _words)


def trying(person: Person, match: Match) -> LearnScene:
    """Before the first mistake of a side, the search being done."""
    scene = replayed(person, match, 0.0)
    person.app.push(LearnScene(person.app, scene))
    person.frames(2)
    learn = person.app.scene
    assert isinstance(learn, LearnScene) and learn.trial is not None
    return learn


@screen("try again")
def _try(person: Person) -> None:
    trying(person, at(positions.scored, seats=(ANN, BO)))


@screen("try again: answered")
def _try_answered(person: Person) -> None:
    scene = trying(person, at(positions.scored, seats=(ANN, BO)))
    assert scene.trial is not None
    scene.take(next(n for n in range(9) if n != scene.trial.best))
    person.press("w")


@screen("try again: the search looks")
def _try_waiting(person: Person) -> None:
    match = at(positions.scored, seats=(ANN, BO))
    scene = ReplayScene(person.app, match)
    scene.errand = Pending(review_file)  # type: ignore[assignment]
    person.app.push(scene)
    person.app.push(LearnScene(person.app, scene))
