"""The adviser's panel: three steps, never in the way, never waiting, and only what the person may see."""

import pytest

from game.content.pack import Pack
from game.match.match import Match
from game.match.seats import Seat
from game.players.advice import Advice
from game.ui.scenes.play import PlayScene
from tests.ui import positions, screens
from tests.ui.harness import SIZES, Person
from tests.ui.positions import Never, at
from tests.ui.screens import leave, sit


def seated(size: tuple[int, int] = (1280, 720), scale: str = "100") -> tuple[Person, PlayScene]:
    person = Person(size, scale)
    return person, sit(person, at(positions.many_measures))


def shown(person: Person) -> str:
    person.frames(2)
    return " ".join(w.text for node, w in person.app.stage.written() if node.name == "adviser")


def test_three_presses_say_three_things_and_the_fourth_closes() -> None:
    person, scene = seated()
    said = []
    for _ in range(3):
        person.press("a")
        said.append(shown(person))
    assert "Where to look" in said[0] and "An idea" in said[1] and "The move" in said[2]
    assert all(f"{n} of 3" in text for n, text in enumerate(said, start=1))
    person.press("a")
    assert person.app.stage.get("adviser") is None and not scene.adviser.is_open


def test_escape_closes_the_adviser_first_and_leaves_the_match_alone() -> None:
    person, scene = seated()
    person.press("a")
    person.press("escape")
    assert person.app.stage.get("adviser") is None and person.app.scene is scene


def test_its_buttons_do_what_its_keys_do() -> None:
    person, _ = seated()
    person.click("do:adviser")
    person.click("adviser:more")
    assert "An idea" in shown(person)
    person.click("adviser:close")
    assert person.app.stage.get("adviser") is None


def test_advice_in_the_middle_of_a_question_leaves_the_options_to_the_keys() -> None:
    person = Person((1280, 720), "100")
    scene = sit(person, at(positions.use_of_a_card))
    person.press("a")
    assert "Where to look" in shown(person)
    picks = len(scene.match.actions)
    person.press("1")
    assert len(scene.match.actions) > picks


def test_advice_about_a_position_that_is_over_is_put_away() -> None:
    person, scene = seated()
    person.press("a")
    person.press("p")
    assert person.app.stage.get("adviser") is None
    assert scene.adviser.advice is None


def test_the_window_goes_on_while_the_adviser_thinks() -> None:
    person = Person((1280, 720), "100")
    scene = sit(person, at(positions.first_move), Never)
    person.press("a")
    assert "Thinking" in shown(person)
    person.press("p")
    assert not scene.adviser.is_open


def test_it_is_asked_once_for_a_position() -> None:
    person, scene = seated()
    person.press("a")
    person.frames(2)
    first = scene.adviser.advice
    assert isinstance(first, Advice)
    person.press("escape")
    person.press("a")
    assert scene.adviser.advice is first


def test_a_scenario_can_be_without_an_adviser(pack: Pack) -> None:
    scenario = next(s for s in pack.scenarios if s.id == "first-moves")
    switches = scenario.switches.model_copy(update={"adviser": False})
    strict = scenario.model_copy(update={"switches": switches})
    changed = pack.model_copy(update={"scenarios": [strict]})
    person = Person((1280, 720), "100")
    scene = sit(person, Match(changed, "first-moves", (Seat(), Seat(level="clerk")), "x"))
    person.press("a")
    assert not scene.adviser.is_open and person.app.stage.get("do:adviser") is None


def test_nobody_is_advised_on_the_rivals_turn() -> None:
    person = Person((1280, 720), "100")
    scene = sit(person, at(positions.rival_moves), Never)
    person.press("a")
    assert not scene.adviser.is_open


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_its_text_can_be_read_in_every_size(size: tuple[int, int], scale: str) -> None:
    person, _ = seated(size, scale)
    for _ in range(3):
        person.press("a")
        assert not [flaw for flaw in person.flaws() if "adviser" in flaw]


def test_the_panel_leaves_free_what_a_card_would_do() -> None:
    person = screens.shown("adviser: the move", (1920, 1080))
    for card in person.names("card:"):
        person.app.stage.focus_on(card)
        person.app.rebuild()
        person.frames(2)
        panel, told = person.app.stage.get("adviser"), person.app.stage.get("forecast")
        assert panel is not None and told is not None
        assert not panel.rect.colliderect(told.rect), card
    leave(person)


@pytest.mark.parametrize("name", ["card: what use?", "deal: what to ask for?", "lift a measure"])
def test_in_a_question_it_leaves_free_what_an_answer_would_do(name: str) -> None:
    for size, scale in (((1280, 720), "100"), ((1920, 1080), "125")):
        person = screens.shown(name, size, scale)
        for _ in range(3):
            person.press("a")
        person.frames(2)
        panel, preview = person.app.stage.get("adviser"), person.app.stage.get("sheet:preview")
        assert panel is not None and preview is not None
        sheet = person.app.stage.get("sheet")
        assert sheet is not None and sheet.rect.contains(panel.rect)
        assert not panel.rect.colliderect(preview.rect) and preview.rect.h > panel.rect.h // 2
        assert not [flaw for flaw in person.flaws() if "adviser" in flaw or "preview" in flaw]
        leave(person)


def test_in_a_question_without_a_forecast_it_stands_where_it_hides_least() -> None:
    person = screens.shown("name the third spotlight", (1280, 720))
    for _ in range(3):
        person.press("a")
    person.frames(2)
    panel = person.app.stage.get("adviser")
    answers = [node.rect for node in person.app.stage.nodes if node.name.startswith(("option:", "closed:"))]
    assert panel is not None
    hidden = sum(both.w * both.h for both in map(panel.rect.clip, answers))
    assert hidden < panel.rect.w * panel.rect.h // 6
    leave(person)


def test_a_question_under_an_open_adviser_is_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    person = screens.shown("adviser in a question")
    questions, calls = person.app.scene.questions, []
    nodes = questions.nodes
    monkeypatch.setattr(questions, "nodes", lambda board, pointed: calls.append(pointed) or nodes(board, pointed))
    person.app.scene.nodes()
    assert len(calls) == 1
    leave(person)
