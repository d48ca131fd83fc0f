"""What if, in the window: a decision left out or replaced, both lines shown, the other one opened as its own match."""

import time

import pytest

from game.classroom.comparison import Told
from game.classroom.whatif import what_if
from game.match import store
from game.match.match import Match
from game.places import saves_dir
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.whatif import TABS, WhatIfScene
from tests.ui import positions
from tests.ui.errands import Pending, Prepared
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import ANN, BO, at
from tests.ui.screens import leave, shown
from tests.ui.screens_analysis import replayed, told
from tests.ui.stretch import stretch

NUMBER = 9  # of the move that is changed


@pytest.fixture
def match() -> Match:
    return at(positions.scored, seats=(ANN, BO))


@pytest.fixture
def person(match: Match, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Before the choice for a move."""
    monkeypatch.setattr("game.ui.scenes.whatif.open_page", lambda file: None)
    person = shown("menu")
    scene = replayed(person, match, 0.0)
    scene.go([one for one in scene.replay.decisions if one.is_move][NUMBER].action)
    person.press("w")
    return person


def asked(person: Person) -> WhatIfScene:
    scene = person.app.scene
    assert isinstance(scene, WhatIfScene)
    return scene


def wait(person: Person) -> Told:
    """Look at the window until both lines are there; it goes on meanwhile, and no frame computes them itself."""
    scene, longest, frames = asked(person), 0.0, 0
    until = time.monotonic() + 90
    while scene.found is None and time.monotonic() < until:
        began = time.thread_time()  # of this thread alone, however busy the machine is
        person.app.frame(0.03)
        longest, frames = max(longest, time.thread_time() - began), frames + 1
        time.sleep(0.02)
    assert scene.found is not None and longest < 0.4 and frames > 5
    return scene.found


def choose(person: Person, picks: tuple[str, ...]) -> None:
    for text in picks:
        person.click(f"pick:{asked(person).instead.options().index(text)}")


def test_a_move_is_left_out_by_a_process_of_its_own(person: Person, match: Match) -> None:
    scene = asked(person)
    person.press("p")
    found = wait(person)
    other = what_if(match, scene.decision.action).other
    assert list(found.actions) == other.actions
    assert person.says("had been left out?") and person.says("Leadership track".upper())
    leave(person)


def test_the_same_decision_in_its_own_place_gives_the_same_match(person: Person, match: Match) -> None:
    choose(person, asked(person).decision.picks)
    found = wait(person)
    assert list(found.actions) == match.actions
    assert not found.changed and not any(row.is_changed for row in found.rows)
    person.press("3")
    assert person.says("All numbers are the same.")
    leave(person)


def test_another_move_is_chosen_pick_by_pick_and_may_be_begun_anew(
    person: Person, match: Match, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.ui.scenes.whatif.Errand", Pending)
    scene = asked(person)
    first = scene.instead.options()
    card = next(text for text in first if text.startswith("play "))
    person.press(str(first.index(card) + 1))
    assert scene.instead.picks == (card,) and scene.instead.options() != first
    person.press("z")
    assert scene.instead.picks == () and scene.instead.options() == first
    choose(person, ("pass",))
    assert scene.errand is not None and person.says("Both lines are being played")
    person.press("z")
    assert scene.errand is None and scene.instead.options() == first


def test_the_other_line_opens_as_a_match_of_its_own(person: Person, match: Match) -> None:
    scene = asked(person)
    scene.errand = Prepared([*told(store.dump(match), scene.decision.action)])  # type: ignore[assignment]
    person.frames(2)
    assert scene.found is not None
    person.press("b")
    replay = person.app.scene
    assert isinstance(replay, ReplayScene) and replay.replay.at == scene.decision.action
    (file,) = saves_dir().glob("*what-if*.json")
    kept = store.load(file)
    assert kept.actions == list(scene.found.actions) != match.actions and kept.is_over
    assert not store.autosave_path(match).exists()
    leave(person)


def test_the_page_is_written_and_work_that_fails_is_told(person: Person, match: Match) -> None:
    scene = asked(person)
    scene.errand = Prepared([*told(store.dump(match), scene.decision.action)])  # type: ignore[assignment]
    person.frames(2)
    person.press("s")
    (page,) = saves_dir().glob("what-if-*.html")
    assert "had been left out?" in page.read_text("utf-8") and person.says(f"Saved: {page}")
    scene.start_over()
    scene.errand = failed = Pending(lambda: iter(()))  # type: ignore[assignment]
    failed.problem = "no space left"
    person.frames(2)
    assert person.says("no space left") and scene.errand is None


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_both_lines_can_be_read_in_every_size(
    size: tuple[int, int], scale: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = shown(f"what if: {TABS[0][1]}", size, scale)
    for key in "1234":
        person.press(key)
        assert person.flaws() == [], key
    person.press("z")
    assert person.flaws() == []
    leave(person)
