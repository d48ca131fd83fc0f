"""The charts: in every size, by mouse, by keys alone, and never more than the viewer may know."""

import pytest

from game.classroom.curves import crosses
from game.classroom.rounds import moments
from game.engine import terms as T
from game.match.ledger import story
from game.match.log import log
from game.match.match import Match
from game.ui.scenes.charts import HOLLOW, TABS, ChartsScene
from game.ui.scenes.end import EndScene
from game.ui.scenes.play import PlayScene
from tests.ui import positions
from tests.ui.catalogue import leave, sit
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.positions import ANN, BO, Moment, at
from tests.ui.screens import shown


def charted(
    moment: Moment = positions.many_measures, size: tuple[int, int] = (1280, 720), scale: str = "100"
) -> Person:
    person = Person(size, scale)
    play = sit(person, at(moment))
    person.app.push(ChartsScene(person.app, play))
    person.frames()
    return person


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_no_text_is_cut_off_or_covered_on_any_page(size: tuple[int, int], scale: str) -> None:
    for moment in (positions.agenda, positions.many_measures, positions.scored):
        person = charted(moment, size, scale)
        for number in range(len(TABS)):
            person.press(str(number + 1))
            assert person.flaws() == [], (moment, TABS[number])


def test_c_opens_the_charts_in_a_match_and_closes_them() -> None:
    person = shown("table with many measures")
    person.press("c")
    assert isinstance(person.app.scene, ChartsScene)
    person.press("c")
    assert isinstance(person.app.scene, PlayScene)


def test_the_end_leads_to_the_charts_by_mouse_and_key() -> None:
    person = shown("end by scoring")
    person.click("end:charts")
    assert isinstance(person.app.scene, ChartsScene)
    person.press("escape")
    assert isinstance(person.app.scene, EndScene)
    person.press("c")
    assert isinstance(person.app.scene, ChartsScene)


def test_the_charts_lead_to_presenter_mode_and_back_by_mouse_and_key() -> None:
    person = charted()
    for enter in (lambda: person.click("button:presenter"), lambda: person.press("f2")):
        enter()
        assert type(person.app.scene).__name__ == "PresenterScene"
        person.press("escape")
        assert isinstance(person.app.scene, ChartsScene)


def test_pages_change_by_mouse_by_number_and_by_arrows() -> None:
    person = charted()
    person.click("tab:outputs")
    assert "output-5:panel" in [node.name for node in person.app.stage.nodes]
    person.press("2")
    assert person.says("WHAT MOVED THE TRACK")
    person.reach("tab:strength")
    person.press("enter")
    assert person.says("POLITICAL CAPITAL")


@pytest.mark.parametrize("tab", [tab for tab, _ in TABS])
def test_every_point_can_be_reached_by_keys_and_tells_its_value(tab: str) -> None:
    person = charted()
    person.click(f"tab:{tab}")
    points = [node for node in person.app.stage.nodes if ":" in node.name and node.group.startswith("b-")]
    assert points
    for node in points[:: max(1, len(points) // 6)]:
        person.reach(node.name)
        assert person.app.stage.get("tooltip") is not None, node.name


def test_a_point_tells_both_sides_values_and_what_they_came_from() -> None:
    person = charted(positions.scored)
    scene = person.app.scene
    assert isinstance(scene, ChartsScene)
    match = scene.gallery.play.match
    person.press("5")
    person.point(f"approval:{match.state.shared[T.ROUND]}")
    assert person.says(f"Approval: Round {match.state.shared[T.ROUND]}")
    texts = person.texts()
    for side in (0, 1):
        assert str(match.state.approval[side]) in texts


def test_a_click_on_a_point_opens_its_ledger_and_escape_comes_back() -> None:
    person = charted()
    person.click("tension:2")
    assert person.says("Tension")
    assert type(person.app.scene).__name__ == "LedgerScene"
    person.press("escape")
    assert isinstance(person.app.scene, ChartsScene)


def test_pointing_draws_a_line_that_goes_when_the_pointer_does() -> None:
    person = charted()
    before = person.pixels()
    node = person.app.stage.get("tension:2")
    assert node is not None
    person.move(node.rect.center)
    assert person.pixels() != before
    person.move((2, 2))
    assert person.pixels() == before
    person.move(node.rect.center)
    assert person.is_same_when_drawn_anew()


def test_what_a_rival_hides_is_nowhere_in_the_charts() -> None:
    """Titles of the cards that the rival holds or has set face-down, unless they were played before."""
    person = Person()
    match = at(positions.many_measures, seats=(ANN, BO))
    play = sit(person, match)
    play.take_seat(T.US)
    person.app.push(ChartsScene(person.app, play))
    told = [line.text for line in log(play.words, story(match, T.US))]
    hidden = [
        play.almanac.cards[card].title
        for card in range(len(match.book.cards))
        if match.book.card_side(card) == T.CHINA
        and match.state.place[card] in (T.IN_HAND, T.IN_SLOT, T.IN_DECK)
    ]
    secret = [title for title in hidden if not any(title in line for line in told)]
    assert secret
    scene = person.app.scene
    assert isinstance(scene, ChartsScene)
    words = " ".join(line for figure in scene.gallery.figures.values() for tip in figure.tips for line in tip)
    assert [title for title in secret if title in words] == []


def test_a_full_redraw_is_as_quick_as_the_table() -> None:
    """Places to point at have no picture, so sixty of them cost nothing."""
    person = charted(positions.scored, (1920, 1080))
    person.press("4")
    blank = [node for node in person.app.stage.nodes if node.name.startswith("output-") and not node.ground]
    assert len(blank) > 50
    person.app.stage.draw(person.app.canvas, whole=True)
    kept = {name for name, _ in person.app.stage._pictures}
    assert not kept & {node.name for node in blank}


def test_a_hollow_end_is_explained_only_where_a_round_is_not_over() -> None:
    for name, is_open in (("charts: overview", False), ("charts: overview in a match", True)):
        person = shown(name)
        assert person.says(HOLLOW) == is_open
        leave(person)


def test_both_ends_of_the_track_stand_on_its_scale() -> None:
    person = shown("charts: Leadership")
    scene = person.app.scene
    assert isinstance(scene, ChartsScene)
    setting, words = scene.play.match.book.tables.setting, scene.play.words
    texts = person.texts()
    for end in (setting[T.END_US], -setting[T.END_CHINA]):
        assert words.track(end) in texts


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("share", [(0.28, 0.32), (0.4, 0.6), (0.55, 0.75)])
def test_the_words_of_a_curve_lie_on_no_curve(size: tuple[int, int], share: tuple[float, float]) -> None:
    person = charted(positions.scored, size)
    scene, pen = person.app.scene, person.app.pen
    assert isinstance(scene, ChartsScene)
    crossed = []
    for name in ("track", "tension"):
        chart = scene.gallery.figures[name].draw(pen, round(size[0] * share[0]), round(size[1] * share[1]))
        for pill in (label for label in chart.labels if label.is_pill):
            high = pen.pill_height(pill.size * chart.letters)
            wide = pen.text_width(pill.text, "head", pill.size * chart.letters) + high
            left = pill.x - {"l": 0, "c": wide / 2, "r": wide}[pill.anchor[0]]
            if crosses(chart.spots[0], (left, pill.y - high / 2, left + wide, pill.y + high / 2)):
                crossed.append(pill.text)
    assert len(crossed) <= (share[0] < 0.3)  # in the smallest, among many turns


def test_leads_in_output_are_named_and_say_what_a_spotlight_would_count_instead() -> None:
    person = charted(positions.last_move)
    assert person.says("Output lead") and person.says("without stockpiles")
    person.point(f"sectors:{T.DEFENCE - T.UPSTREAM}")
    assert person.says("9 against 5, with stockpile tokens: 2 toward United States.")  # as the table's tag says
    leave(person)
    person = charted(positions.scored)
    assert person.says("last market phase") and not person.says("without stockpiles")
    leave(person)


def ended_before_the_market(match: Match) -> bool:
    return match.is_over and not moments(match, T.ALL)[-1].had_market


def test_a_match_that_ended_in_the_middle_of_a_round_has_no_spotlight_to_come() -> None:
    person = charted(ended_before_the_market)
    assert person.says("dot: at the end") and not person.says("without stockpiles")
    person.point("sectors:0")
    assert person.says("lead in output") and not person.says("In the spotlight")
    leave(person)
