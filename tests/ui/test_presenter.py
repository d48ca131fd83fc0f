"""Presenter mode: large for the back row, in every size, and never a card that the room may not see."""

import pygame
import pytest

from game.engine import terms as T
from game.match.match import Match
from game.ui.layout import DESIGN
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.end import EndScene
from game.ui.scenes.menu import MenuScene
from game.ui.scenes.play import PlayScene
from game.ui.scenes.presenter import CHARTS, SMALLEST, PresenterScene
from tests.ui import positions
from tests.ui.catalogue import leave, settle, sit
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import ANN, BO, COMPUTER, Never, at
from tests.ui.screens import SCREENS, shown

FROM_AFAR = ("class presenter", "class vote", "class forecast", "presenter: ")


def presented(
    match: Match | None = None,
    size: tuple[int, int] = (1920, 1080),
    scale: str = "100",
    client: type[positions.Here] = positions.Here,
) -> tuple[Person, PresenterScene]:
    person = Person(size, scale)
    person.app.push(MenuScene(person.app))
    sit(person, match or at(positions.many_measures), client)
    if isinstance(person.app.scene, CurtainScene):
        person.press("enter")
    person.press("f2")
    settle(person)
    scene = person.app.scene
    assert isinstance(scene, PresenterScene)
    return person, scene


def test_what_was_done_last_is_called_so_and_stands_apart_from_the_number_of_the_chart() -> None:
    person, scene = presented()
    person.press("4")
    keys = {node.name: node.key for node in person.app.stage.nodes}
    assert keys["news"] == f"Last: {scene.last}" and keys["count"] == f"Chart 1 of {len(CHARTS)}"


def smallest(person: Person) -> int:
    person.frames()
    return min(written.size for _, written in person.app.stage.written())


def needed(person: Person) -> int:
    """28 pixels at 1080p, and as much less as the window is smaller."""
    width, height = person.app.canvas.get_size()
    return round(SMALLEST * min(width / DESIGN[0], height / DESIGN[1]))


@pytest.mark.parametrize("name", [name for name in SCREENS if name.startswith(FROM_AFAR)])
def test_what_a_class_reads_from_afar_is_large_enough_messages_too(name: str) -> None:
    person = shown(name, (1920, 1080))
    assert smallest(person) >= needed(person)
    person.app.say("A message.", 60.0)
    assert person.says("A message.") and smallest(person) >= needed(person)
    leave(person)


def secret_titles(scene: PresenterScene, side: int) -> list[str]:
    """Titles of cards that a side holds or has laid face-down."""
    match, almanac = scene.play.match, scene.play.board().almanac
    hidden = (T.IN_HAND, T.IN_SLOT) if not match.state.slot_up[side] else (T.IN_HAND,)
    cards = [c for c in range(len(match.book.cards)) if match.book.card_side(c) == side]
    return [almanac.cards[card].title for card in cards if match.state.place[card] in hidden]


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_everything_is_large_and_whole_on_every_page(size: tuple[int, int], scale: str) -> None:
    person, scene = presented(size=size, scale=scale)
    for key in ("1", "2", "3"):
        person.press(key)
        assert person.flaws() == [], key
        assert smallest(person) >= needed(person), key
    assert person.app.question is not None
    person.press("escape")
    assert (person.flaws(), smallest(person) >= needed(person)) == ([], True)
    scene._show()
    person.app.rebuild()
    assert (person.flaws(), smallest(person) >= needed(person)) == ([], True)
    person.press("4")
    for name in CHARTS:
        assert person.app.stage.get(f"{name}:panel") is not None
        assert person.flaws() == [], name
        assert smallest(person) >= needed(person), name
        person.press("4")


def test_at_1080p_the_smallest_text_has_28_pixels_in_tips_and_messages_too() -> None:
    person, _ = presented()
    person.point("bloc:3")
    assert person.app.stage.get("tooltip") is not None
    assert smallest(person) == 28
    person.app.say("Saved: somewhere")
    assert smallest(person) == 28
    person.press("escape")
    person.frames()
    assert smallest(person) < 28  # the table is the table


def test_the_user_scale_changes_nothing_here() -> None:
    plain, large = (presented(scale=scale)[1] for scale in ("100", "125"))
    assert plain.pen.scale == large.pen.scale


def test_keys_choose_the_pages_and_so_does_the_mouse() -> None:
    person, scene = presented()
    for key, page in (("2", "sectors"), ("4", "charts"), ("1", "map")):
        person.press(key)
        assert scene.page == page
    person.click("page:charts")
    assert scene.page == "charts"
    person.reach("page:map")
    person.press("enter")
    assert scene.page == "map"


def test_charts_go_on_and_back_by_keys_and_mouse() -> None:
    person, scene = presented()
    person.press("4")
    assert scene.chart == 0
    person.press("4")
    assert scene.chart == 1
    person.press("pagedown")
    person.click("chart:before")
    person.press("pageup")
    assert scene.chart == 0
    person.click("chart:before")
    assert scene.chart == len(CHARTS) - 1


@pytest.mark.parametrize("key", ["escape", "f2"])
def test_leaving_goes_back_to_the_table(key: str) -> None:
    person, _ = presented()
    person.press(key)
    assert isinstance(person.app.scene, PlayScene)


def test_nothing_that_is_shown_here_can_be_clicked_into_a_move() -> None:
    person, scene = presented()
    before = list(scene.play.match.actions)
    for key in ("1", "2", "4"):
        person.press(key)
        for node in list(person.app.stage.reachable()):
            if node.act is not None and not node.name.startswith(("page:", "button:", "chart:")):
                raise AssertionError(f"{node.name} can be clicked")
    assert scene.play.match.actions == before


# --- hands -----------------------------------------------------------------------------------------


def test_a_hand_is_backs_until_the_question_is_answered() -> None:
    person, scene = presented()
    mine = secret_titles(scene, T.US)
    assert mine
    person.press("3")
    assert person.says("see these cards")
    person.press("enter")  # the harmless answer has the focus
    assert not any(person.says(title) for title in mine)
    assert (
        len([n for n in person.app.stage.nodes if n.name.startswith("back:0:")]) == scene.public.hand_size[0]
    )
    person.click("hand:show")
    person.click("answer:1")
    assert {
        f"card:{c}" for c in range(len(scene.play.match.book.cards)) if scene.own.place[c] == T.IN_HAND
    } == {node.name for node in person.app.stage.nodes if node.name.startswith("card:")}


def test_a_hand_that_was_shown_has_a_heading_and_can_be_hidden_again() -> None:
    person, scene = presented()
    for hide in (lambda: person.press("3"), lambda: person.click("hand:hide")):
        person.press("1")
        person.press("3")
        person.click("answer:1")
        assert scene.shown_to == T.US and person.says("cards in hand")
        hide()
        assert scene.is_hidden and person.app.question is None
        assert not any(person.says(title) for title in secret_titles(scene, T.US))


def test_the_rivals_cards_are_never_shown() -> None:
    person, scene = presented()
    secrets = secret_titles(scene, T.CHINA)
    assert secrets
    scene._show()
    for key in ("1", "2", "3", "4"):
        person.press(key)
        for node in list(person.app.stage.nodes):
            lines = node.tip() if node.tip is not None else []
            assert not any(title in line for title in secrets for line in lines)
        assert not any(person.says(title) for title in secrets)


@pytest.mark.parametrize("moment", [positions.first_move, positions.many_measures], ids=["two rows", "one row"])
def test_cards_that_a_room_looks_at_are_in_words(moment: positions.Moment) -> None:
    for size in ((1920, 1080), (1280, 720)):
        person, scene = presented(at(moment), size)
        for key in ("3", "right", "enter"):
            person.press(key)
        written = [piece for node, piece in person.app.stage.written() if node.name.startswith("card:")]
        said, book = " ".join(piece.text for piece in written), scene.play.match.book
        assert " points: " in said and " pts" not in said
        assert not any(f"{sector.short} progress" in said for sector in book.sectors if sector.short.isupper())
        assert min(piece.size for piece in written) >= needed(person)
        cards = [node for node in person.app.stage.nodes if node.name.startswith("card:")]
        assert len(cards) == said.count(" points: ")
        assert person.flaws() == []


@pytest.mark.parametrize("count", [7, 9, 12])
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_a_large_hand_is_all_in_words_or_all_as_in_a_hand(size: tuple[int, int], count: int) -> None:
    match = at(positions.first_move)
    cards = [card for card in range(len(match.book.cards)) if match.book.card_side(card) == T.US]
    for card in cards:
        match.state.place[card] = T.IN_HAND if card in cards[:count] else T.IN_DECK
    match.state.hand_size[T.US] = count
    person, _ = presented(match, size)
    for key in ("3", "right", "enter"):
        person.press(key)
    nodes = [node for node in person.app.stage.nodes if node.name.startswith("card:")]
    said = " ".join(piece.text for node, piece in person.app.stage.written() if node.name.startswith("card:"))
    assert len(nodes) == count and said.count(" points: ") in (0, count)


def test_a_hand_that_was_shown_is_hidden_from_the_next_time_on() -> None:
    person, scene = presented()
    person.press("3")
    person.click("answer:1")
    assert scene.shown_to == T.US
    person.press("escape")
    person.press("f2")
    person.press("3")
    assert person.app.question is not None


def test_when_another_side_looks_its_hand_is_hidden() -> None:
    person, scene = presented(at(positions.many_measures, seats=(ANN, BO)))
    play = scene.play
    assert isinstance(play, PlayScene)
    person.press("3")
    assert person.says("Bo, who plays China")
    person.click("answer:1")
    assert scene.shown_to == T.US
    play.take_seat(T.CHINA)
    person.frames(2)
    assert scene.shown_to == T.NOBODY
    assert not any(person.says(title) for title in secret_titles(scene, T.CHINA))


def test_watchers_see_the_backs_of_both_hands() -> None:
    match = at(positions.rival_moves, seats=(COMPUTER, COMPUTER))
    person, scene = presented(match, client=Never)
    person.press("3")
    assert person.app.question is None
    names = [node.name for node in person.app.stage.nodes]
    for side in (0, 1):
        backs = [name for name in names if name.startswith(f"back:{side}:")]
        assert len(backs) == match.state.hand_size[side]
        assert not any(person.says(title) for title in secret_titles(scene, side))
    assert person.flaws() == []


def test_open_hands_need_no_question() -> None:
    person, _ = presented(at(positions.first_move, "first-moves"))
    person.press("3")
    assert person.app.question is None
    assert [node for node in person.app.stage.nodes if node.name.startswith("card:")]


# --- the match goes on -----------------------------------------------------------------------------


def test_the_rivals_move_comes_while_the_class_looks() -> None:
    person, scene = presented(at(positions.rival_moves), client=Never)
    match = scene.play.match
    before, told = len(match.actions), scene.last
    play = scene.play
    assert isinstance(play, PlayScene)
    play.turns.client = positions.Here(match.book)  # type: ignore[assignment]
    play.turns.forget()
    person.frames(60)
    assert len(match.actions) > before
    assert scene.last != told
    assert person.says(scene.last.split()[0])
    assert bytes(scene.public.cells) == bytes(match.observe(T.PUBLIC).seen.cells)


def test_when_the_match_ends_the_table_tells_how() -> None:
    person, scene = presented()
    match, finished = scene.play.match, at(positions.scored)
    match.rewind(0)
    match.seed = finished.seed
    match.fold(finished.actions)
    person.frames(3)
    assert [type(scene) for scene in person.app.scenes] == [MenuScene, PlayScene, EndScene]


def test_a_finished_match_can_be_presented() -> None:
    person = Person((1920, 1080))
    person.app.push(MenuScene(person.app))
    sit(person, at(positions.scored))
    assert isinstance(person.app.scene, EndScene)
    person.press("t")
    person.press("f2")
    person.frames(3)
    assert isinstance(person.app.scene, PresenterScene)
    for key in ("1", "2", "4"):
        person.press(key)
        assert person.flaws() == []


def test_it_is_drawn_anew_for_another_window() -> None:
    person, scene = presented()
    pen = scene.pen
    person.app.resize()
    person.frames()
    assert scene.pen is not pen
    assert person.is_same_when_drawn_anew()
    person.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
    assert person.is_same_when_drawn_anew()
