"""The analysis board: steps, jumps, who looks, the search's curve, and branches that are matches of their own."""

import pytest

from game.classroom.swings import Stand, TurningPoint, turning_points
from game.classroom.whatif import Decision, decisions
from game.engine import terms as T
from game.engine.scoring import agenda_of
from game.engine.state import digest
from game.match import store
from game.match.arranged import Inject
from game.match.match import Match
from game.ui.scenes.play import PlayScene
from game.ui.scenes.replay import ReplayScene
from tests.ui import positions
from tests.ui.catalogue import save
from tests.ui.errands import look_again
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import ANN, BO, at
from tests.ui.screens import leave, shown, sit
from tests.ui.screens_analysis import replayed
from tests.ui.stretch import stretch

KEYS = {"decision": ("z", "x"), "move": ("a", "d"), "round": ("q", "e")}


@pytest.fixture
def person() -> Person:
    return shown("menu")


def board(person: Person) -> ReplayScene:
    scene = person.app.scene
    assert isinstance(scene, ReplayScene)
    return scene


def test_a_finished_match_is_gone_through_from_its_end_screen(person: Person) -> None:
    match = at(positions.scored, seats=(ANN, BO))
    sit(person, match)
    person.press("p")
    scene = board(person)
    assert scene.replay.match is match and scene.match.state.shared[T.ROUND] == 0
    person.press("escape")
    assert not isinstance(person.app.scene, ReplayScene)


def test_a_finished_match_is_gone_through_from_the_list_and_from_its_debrief(person: Person) -> None:
    save(at(positions.scored, seats=(ANN, BO)), "the end")
    save(at(positions.many_measures), "not over")
    person.press("l")
    assert "replay:not-over.json" not in person.names("replay:")
    person.click("replay:the-end.json")
    assert board(person).replay.match.is_over
    leave(person)
    person = shown("debrief: What happened")
    person.press("p")
    board(person)
    leave(person)


@pytest.mark.parametrize("step", KEYS)
def test_every_step_goes_on_to_its_end_and_back_to_its_start(person: Person, step: str) -> None:
    scene = replayed(person, at(positions.scored, seats=(ANN, BO)), 0.0)
    back, on = KEYS[step]
    seen = [scene.replay.at]
    while scene.replay.at < scene.replay.last:
        person.press(on)
        assert scene.replay.at > seen[-1]
        seen.append(scene.replay.at)
    assert digest(scene.match.state) == digest(scene.replay.match.state)
    for stop in reversed(seen[:-1]):
        person.click(f"do:{step} back") if stop == seen[-2] else person.press(back)
        assert scene.replay.at == stop
        assert digest(scene.match.state) == digest(scene.replay.match.branch(stop).state)


def test_a_round_is_more_than_a_move_and_a_move_no_less_than_a_decision(person: Person) -> None:
    scene = replayed(person, at(positions.scored, seats=(ANN, BO)))
    decisions, moves, rounds = (len(stops) for stops in scene.replay.stops.values())
    assert rounds < moves < decisions


def test_the_curve_and_its_turning_points_are_clicked_to_jump(person: Person) -> None:
    scene = replayed(person, at(positions.scored, seats=(ANN, BO)), 0.0)
    stand = scene.first_look[7]
    person.click(f"stop:{stand.action}")
    assert scene.replay.at == stand.action and scene.replay.decision is not None
    person.click("turn:2")
    assert scene.replay.at == scene._track.turns[1].action


def test_the_chance_is_told_where_one_stands_and_the_axis_says_that_it_counts_rounds(person: Person) -> None:
    scene = replayed(person, at(positions.scored, seats=(ANN, BO)), 0.0)
    person.click(f"stop:{scene.first_look[7].action}")
    stand = scene._track.stands[7]
    node = next(node for node in person.app.stage.nodes if node.name == "track:value")
    assert node.key == f"{round(100 * stand.estimate.chance)} %" and person.says("Round 1")
    person.press("end")  # the last value has its number beside it
    assert not any(node.name == "track:value" for node in person.app.stage.nodes)


def test_the_search_s_look_replaces_the_first_one_and_has_a_margin(person: Person) -> None:
    match = at(positions.scored, seats=(ANN, BO))
    scene = ReplayScene(person.app, match)
    assert not any(stand.estimate.margin for stand in scene._track.stands)
    scene.errand = look_again(match)  # type: ignore[assignment]
    person.app.push(scene)
    person.frames(2)
    moves = [stand for stand in scene._track.stands if stand.side in (T.US, T.CHINA)]
    assert moves and all(stand.estimate.margin for stand in moves)
    assert person.says("band: margin")


def test_a_side_sees_its_own_cards_and_the_public_none(person: Person) -> None:
    scene = replayed(person, at(positions.scored, seats=(ANN, BO)))
    person.press("g")
    held = {side: {c for c in range(len(scene.match.book.cards)) if scene.match.state.place[c] == T.IN_HAND
                   and scene.match.book.card_side(c) == side} for side in (0, 1)}  # fmt: skip
    assert held[0] and held[1]
    for viewer, cards in ((0, held[0]), (1, held[1]), (2, set())):
        person.click(f"viewer:{viewer}")
        shown_cards = {node.name for node in person.app.stage.nodes if node.name.startswith("card:")}
        assert shown_cards == {f"card:{card}" for card in cards}


def secrets_of(match: Match, side: int) -> list[tuple[Decision, str]]:
    """What a side did in secret, and the name that nobody else may read there."""
    book, found = match.book, []
    for one in decisions(match):
        verb, _, name = one.picks[0].partition(" ")
        if one.side == side and verb == "keep":
            found.append((one, next(agenda.title for agenda in book.agendas if agenda.id == name)))
        if one.side == side and "use contingency" in one.picks:
            found.append((one, book.cards[book.card_number[side, name]].title))
    return found


@pytest.mark.parametrize("side", [T.US, T.CHINA])
def test_what_a_side_did_in_secret_is_told_to_itself_and_where_all_lies_open(person: Person, side: int) -> None:
    scene = replayed(person, at(set_in_secret, seats=(ANN, BO)), 0.0)
    secrets = secrets_of(scene.replay.match, side)
    assert {one.picks[0].startswith("keep") for one, _ in secrets} == {True, False}
    for one, name in secrets:
        scene.go(one.action)
        for viewer in (T.US, T.CHINA, T.PUBLIC, T.ALL):
            person.click(f"viewer:{viewer}")
            assert (name in scene._asked().words) == (viewer in (side, T.ALL))


@pytest.mark.parametrize("side", [T.US, T.CHINA])
def test_the_curve_s_points_tell_no_secret_of_the_other_side(person: Person, side: int) -> None:
    scene = replayed(person, at(set_in_secret, seats=(ANN, BO)), 0.0)
    secrets = [(one, name) for one, name in secrets_of(scene.replay.match, side) if one.is_move]
    for viewer in (T.US, T.CHINA, T.PUBLIC, T.ALL):
        person.click(f"viewer:{viewer}")
        for one, name in secrets:
            stand = next(stand for stand in scene.first_look if stand.action == one.action)
            lines = [*scene._tell(stand), *_turn_at(scene, stand).lines]
            assert any(name in line for line in lines) == (viewer in (side, T.ALL))


def set_in_secret(match: Match) -> bool:
    """Both sides set a contingency before the end."""
    return match.is_over and all(
        any("use contingency" in one.picks for one in decisions(match) if one.side == side) for side in (0, 1)
    )


def _turn_at(scene: ReplayScene, stand: Stand) -> TurningPoint:
    """That move alone as the turning point."""
    n = [one.action for one in scene._settled].index(stand.action)
    short = scene._settled[n : n + 2]
    return turning_points(scene.replay.match, scene.words, short, viewer=scene.viewer)[0]


def test_both_agendas_are_shown_where_all_lies_open_and_else_the_own_at_most(person: Person) -> None:
    scene = replayed(person, at(positions.scored, seats=(ANN, BO)))
    kept = [agenda_of(scene.match.book.tables, scene.match.state, side) for side in (T.US, T.CHINA)]
    titles = [scene.almanac.agendas[number].title for number in kept]
    for viewer, told in ((T.US, titles[:1]), (T.CHINA, titles[1:]), (T.PUBLIC, []), (T.ALL, titles)):
        person.click(f"viewer:{viewer}")
        assert [title for title in titles if person.says(title)] == told
    scene.go(scene.replay.first)
    assert person.says("No agenda yet")


def test_a_vote_stands_in_the_log_as_soon_as_its_pick_is_made(person: Person) -> None:
    match = at(positions.scored, seats=(ANN, BO))
    moves = [one for one in decisions(match) if one.is_move]
    first, last, end = moves[0], moves[-1], len(match.actions)
    match.injects = [
        Inject(action=first.action, round=1, words="The teacher chose.", kind="chosen"),
        Inject(action=first.action + len(first.picks), round=1, words="A vote.", kind="voted"),
        Inject(action=end, round=last.round, words="The last vote.", kind="voted"),
    ]
    scene = replayed(person, match, 0.0)
    for stop, told in (
        (first.action, []),
        (first.action + len(first.picks), ["The teacher chose.", "A vote."]),
        (last.action, ["The teacher chose.", "A vote."]),
        (end, ["The teacher chose.", "A vote.", "The last vote."]),
    ):
        scene.go(stop)
        injects = [inject.words for inject in match.injects]
        assert [line.text for line in scene.log if line.text in injects] == told


def test_a_branch_is_a_match_of_its_own_and_the_first_one_stays(person: Person) -> None:
    match = at(positions.scored, seats=(ANN, BO))
    store.save(match, store.autosave_path(match))
    before = store.autosave_path(match).read_text("utf-8")
    scene = replayed(person, match)
    person.press("b")
    play = next(one for one in person.app.scenes if isinstance(one, PlayScene))
    assert play.match.actions == match.actions[: scene.replay.at] and play.match.seed == match.seed
    assert play.saving.path != store.autosave_path(match) and play.saving.path.exists()
    assert store.load(play.saving.path).actions == play.match.actions
    assert store.autosave_path(match).read_text("utf-8") == before
    leave(person)


def test_nothing_can_be_branched_off_at_the_end(person: Person) -> None:
    scene = replayed(person, at(positions.scored, seats=(ANN, BO)), 1.0)
    person.press("b")
    assert person.app.scene is scene


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
@pytest.mark.parametrize("longer", [False, True])
def test_the_board_can_be_read_in_every_size(
    size: tuple[int, int], scale: str, longer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if longer:
        stretch(monkeypatch)
    person = shown("replay of a match", size, scale)
    for key in ("g", "end"):
        assert person.flaws() == []
        person.press(key)
    leave(person)
