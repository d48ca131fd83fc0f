"""The header: whose turn it is, who leads the track and why, where the lit sectors would move it, the final score."""

import pytest

from game.engine import terms as T
from game.engine.explain import why_score
from game.engine.terms import AI, CHINA, DEFENCE, US
from game.ui.scenes.ledger import LedgerScene
from game.ui.table.race import spotlights_now
from tests.ui.harness import Person
from tests.ui.screens import leave
from tests.ui.seated import look, picture, seated, words

Drawn = tuple[str, int]  # what is written, and its middle in pixels from the left edge of the window


def drawn(person: Person, name: str) -> list[Drawn]:
    person.frames()
    return [(piece.text, piece.rect.centerx) for node, piece in person.app.stage.written() if node.name == name]


@pytest.mark.parametrize(
    ("value", "says"), [(3, "UNITED STATES LEADS BY 3"), (-4, "CHINA LEADS BY 4"), (0, "LEADERSHIP: LEVEL")]
)
def test_it_says_who_leads_and_by_how_much(value: int, says: str) -> None:
    person, scene, t = seated()
    t.shared(T.TRACK, value)
    look(person, scene)
    assert says in words(person, "track")
    leave(person)


def test_the_marker_stands_on_the_leaders_half_between_what_wins_at_once() -> None:
    person, scene, t = seated()
    setting = scene.match.book.tables.setting
    places = {}
    for value in (-4, 0, 3):
        t.shared(T.TRACK, value)
        look(person, scene)
        shown = drawn(person, "track")
        ends = dict(shown)
        places[value] = next(x for text, x in shown if text == str(abs(value)))
        assert ends[f"+{setting[T.END_US]}"] < places[value] < ends[f"+{setting[T.END_CHINA]}"]
    assert places[3] < places[0] < places[-4]
    assert (places[-4] - places[0]) / 4 == pytest.approx((places[0] - places[3]) / 3, abs=1.5)
    leave(person)


def test_the_lit_sectors_tell_where_they_would_move_the_track_now() -> None:
    person, scene, t = seated()
    for j in range(T.SECTORS):
        t.s.lit[j] = 0
    look(person, scene)
    assert f"Lit sectors now: {scene.words.track(0)}" in words(person, "track")
    unlit = picture(person, "track")
    t.lit(AI, DEFENCE)
    look(person, scene)
    moved = spotlights_now(scene.board())
    assert moved == 3  # US +1 and US +2 at the start
    assert f"Lit sectors now: {scene.words.track(moved)}" in words(person, "track")
    assert picture(person, "track") != unlit
    leave(person)


def test_the_final_score_is_the_one_that_its_explanation_adds_up_to() -> None:
    person, scene, t = seated()
    for value in (5, -5):
        t.shared(T.TRACK, value)
        look(person, scene)
        score = why_score(scene.match.book, scene.seen)
        assert score.value == sum(term.value for term in score.terms)
        assert f"Final score now: {scene.words.track(score.value)}" in words(person, "track")
    leave(person)


def test_where_room_is_short_a_word_names_the_two_facts() -> None:
    person, scene, t = seated((1920, 1080), "125")
    t.shared(T.TRACK, 2)
    look(person, scene)
    shown = words(person, "track")
    assert f"Final: {scene.words.track(why_score(scene.match.book, scene.seen).value)}" in shown
    assert not any("Lit sectors" in text for text in shown)
    person.point("track")
    assert person.says("Lit sectors, if the market phase came now")
    leave(person)


def test_the_round_and_what_goes_on_in_it_are_told() -> None:
    person, scene, t = seated()
    rounds = scene.match.book.tables.setting[T.ROUNDS]
    t.shared(T.ROUND, 4)
    look(person, scene)
    assert f"Round 4 of {rounds} · moves" in words(person, "track")
    for side in (US, CHINA):
        t.s.moves[side] = 0
    look(person, scene)
    assert f"Round 4 of {rounds} · market phase" in words(person, "track")
    leave(person)


def test_the_side_whose_turn_it_is_says_so_and_the_other_does_not() -> None:
    person, scene, t = seated()
    look(person, scene)
    assert "YOUR TURN" in words(person, "side:0")
    assert not {"YOUR TURN", "ITS TURN"} & set(words(person, "side:1"))
    t.shared(T.MOVER, CHINA)
    person.app.scene.showing.look(US)  # type: ignore[attr-defined]
    look(person, scene)
    assert "ITS TURN" in words(person, "side:1")
    assert "YOUR TURN" not in words(person, "side:0")
    leave(person)


def test_moves_that_are_left_are_filled_marks() -> None:
    person, scene, t = seated()
    seen = set()
    for moves in range(T.MOVES_PER_ROUND + 1):
        t.s.moves[CHINA] = moves
        look(person, scene)
        seen.add(picture(person, "side:1"))
    assert len(seen) == T.MOVES_PER_ROUND + 1
    leave(person)


def test_every_meter_shows_its_number_and_opens_its_history() -> None:
    person, scene, t = seated()
    t.meters(US, 7, 3, 5)
    look(person, scene)
    for name, value in (("budget", 7), ("capital", 3), ("approval", 5)):
        assert words(person, f"{name}:0 number") == [str(value)]
        person.click(f"{name}:0")
        assert isinstance(person.app.scene, LedgerScene)
        assert person.says(scene.words.sides[US])
        person.press("escape")
    leave(person)


def test_its_tip_tells_both_ends_and_adds_up_the_score() -> None:
    person, scene, _ = seated()
    look(person, scene)
    setting = scene.match.book.tables.setting
    node = person.app.stage.get("track")
    assert node is not None and node.tip is not None
    told = "\n".join(node.tip())
    assert f"+{setting[T.END_US]}" in told and f"+{setting[T.END_CHINA]}" in told
    for term in why_score(scene.match.book, scene.seen).terms:
        assert term.words[:1].upper() + term.words[1:] in told
    leave(person)


@pytest.mark.parametrize(
    ("ending", "says", "tip"),
    [
        (T.SCORED, ["Final score"], ["Final score:"]),
        (T.AUTOMATIC, [], []),
        (T.RUPTURE, [], []),
        (T.RUNNING, ["Final score now", "Lit sectors now"], ["If the game were scored now:"]),
    ],
)
def test_only_a_match_that_was_scored_has_a_final_score_at_its_end(
    ending: int, says: list[str], tip: list[str]
) -> None:
    person, scene, t = seated()
    t.shared(T.ENDING, ending)
    look(person, scene)
    told = [text for text in words(person, "track") if "core" in text or "Lit" in text]
    assert [text.partition(":")[0] for text in told] == says
    node = next(node for node in person.app.stage.nodes if node.name == "track")
    assert node.tip is not None
    assert [line for line in node.tip() if line.endswith(":")] == tip
    leave(person)
