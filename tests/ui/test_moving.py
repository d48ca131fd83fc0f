"""What moves on the table when something happens there: bars and their numbers, arrows, trade routes."""

from collections.abc import Iterator

import pygame
import pytest

from game.engine import terms as T
from game.engine.event import Event
from game.engine.terms import AI, CHINA, CHIPS, KOREA, TAIWAN, US
from game.ui import theme
from game.ui.movers import Drawing, Mover, Sliding
from game.ui.scenes.play import PlayScene
from game.ui.table.bars import bar_rect
from game.ui.table.sectors import row_rect
from tests.ui import positions, screens
from tests.ui.harness import Person
from tests.ui.screens import leave
from tests.ui.seated import has_colour, look, seated, words

FRAME = 1 / 60
CONTROL = T.CONTROL + US * T.UPSTREAM + CHIPS
CHOKED = {CONTROL: 3, T.ALIGN + TAIWAN: 2, T.ALIGN + KOREA: 2}  # China is without chips
Table = tuple[Person, PlayScene]


def sit(view: str, cells: dict[int, int] | None = None) -> Table:
    """At the table at normal speed, with these numbers changed."""
    person, scene, _ = seated((1280, 720))
    for cell, value in (cells or {}).items():
        scene.match.state.cells[cell] = value
    look(person, scene, view)
    person.app.settings.reduced_motion, person.app.settings.speed = False, 1
    return person, scene


@pytest.fixture(params=["map", "graph"])
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    person, scene = sit(request.param)
    yield person, scene
    leave(person)


def happen(scene: PlayScene, cells: dict[int, int]) -> None:
    """The match changes these numbers."""
    match = scene.match
    for cell, new in cells.items():
        old, match.state.cells[cell] = match.state.cells[cell], new
        match.events.append((len(match.actions), Event(cell, old, new)))


def frames(table: Table, seconds: float = 4.0) -> Iterator[dict[str, Mover]]:
    """Frame by frame what moves, by name."""
    person, scene = table
    for _ in range(round(seconds / FRAME)):
        person.app.frame(FRAME)
        yield {mover.name: mover for mover in scene.movers()}


def is_still(table: Table) -> bool:
    """Whether nothing is on its way, and what is drawn is what is there."""
    person, scene = table
    scene.showing.director.check()
    return not scene.movers() and not scene.showing.is_busy and person.is_same_when_drawn_anew()


# --- numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("view", "name", "old", "new"),
    [
        ("map", f"made:{CHINA}:{CHIPS}", 8, 5),
        ("map", f"source number:{CHINA}:{CHIPS}", 8, 5),
        ("graph", f"duel:{CHINA}:{AI}", 6, 5),
        ("graph", f"supply number:{CHINA}:{CHIPS}", 8, 5),
    ],
)
def test_a_number_counts_with_its_bar_and_never_jumps(view: str, name: str, old: int, new: int) -> None:
    table = person, scene = sit(view)
    assert words(person, name) == [str(old)]
    happen(scene, {CONTROL: 3})
    shown = []
    for movers in frames(table):
        mover = movers.get(name)
        if isinstance(mover, Sliding):
            assert mover.lifts == (name,)  # the number at rest is not drawn meanwhile
            shown.append(round(mover.motion.at(mover.t)))
    assert (shown[0], shown[-1]) == (old, new) and shown == sorted(shown, reverse=True)
    assert all(a - b <= 1 for a, b in zip(shown, shown[1:], strict=False))
    assert words(person, name) == [str(new)] and is_still(table)
    leave(person)


def test_decoupling_counts_too() -> None:
    table = person, scene = sit("map")
    happen(scene, {T.SHARED + T.DECOUPLING: 2})
    shown = [m["decoupling number"] for m in frames(table, 0.3) if "decoupling number" in m]
    assert shown and is_still((person, scene)) is False
    list(frames(table))
    assert words(person, "decoupling number") == ["2"] and is_still(table)
    leave(person)


def test_a_bar_that_falls_leaves_its_old_value_to_be_seen_for_a_second() -> None:
    table = person, scene = sit("map")
    happen(scene, {CONTROL: 3})
    lost = bar_rect(scene.board(), row_rect(scene.board(), CHIPS), CHINA)
    spot = round(lost.x + lost.w * 0.7), lost.centery  # between 5, which is left, and 8
    amber = pygame.Color(theme.LOSS)[:3]
    seen = [person.app.canvas.get_at(spot)[:3] == amber for _ in frames(table)]
    assert 1.2 < sum(seen) * FRAME < 2.0
    assert not seen[-1] and is_still(table)
    leave(person)


# --- arrows and routes ----------------------------------------------------------------------------


def lit(person: Person, name: str, colour: str) -> list[int]:
    """The columns of a node's place in which the screen shows a colour."""
    node = person.app.stage.get(name)
    assert node is not None
    wanted = pygame.Color(colour)[:3]
    seen = person.app.canvas.subsurface(node.rect)
    return [
        x
        for x in range(seen.get_width())
        for y in range(seen.get_height())
        if seen.get_at((x, y))[:3] == wanted
    ]


def test_an_arrow_that_begins_to_bind_lights_up_from_its_input_to_its_cap() -> None:
    table = person, scene = sit("graph")
    happen(scene, {CONTROL: 3})
    name, reached = f"line:{CHINA}:{CHIPS}:{AI}", []
    for movers in frames(table, 1.5):
        if name in movers:
            assert isinstance(movers[name], Drawing)
            reached.append(min(lit(person, name, theme.LOSS), default=10**6))
    assert reached == sorted(reached, reverse=True) and reached[-1] < 40 < 80 < reached[1]
    assert 0.5 < len(reached) * FRAME < 0.8
    list(frames(table))
    assert lit(person, name, theme.LOSS) and is_still(table)
    leave(person)


def test_the_cap_of_an_arrow_lights_up_when_the_light_comes_to_it() -> None:
    table = person, scene = sit("graph")
    happen(scene, {CONTROL: 3})
    cap = f"arrow:{CHINA}:{CHIPS}:{AI}"
    shown = [bool(lit(person, cap, theme.LOSS)) for _ in frames(table, 1.2)]
    assert not any(shown[:24]) and any(shown[24:])
    list(frames(table))
    assert lit(person, cap, theme.LOSS) and is_still(table)
    leave(person)


def test_an_arrow_that_binds_no_longer_goes_dark_from_its_cap_back() -> None:
    table = person, scene = sit("graph", CHOKED)
    happen(scene, {CONTROL: 0})
    name, left = f"line:{CHINA}:{CHIPS}:{AI}", []
    for movers in frames(table, 1.5):
        if name in movers:
            left.append(min(lit(person, name, theme.LOSS), default=10**6))
    assert left == sorted(left) and left[0] < 40 < 80 < left[-1]
    list(frames(table))
    assert not lit(person, name, theme.LOSS) and is_still(table)
    leave(person)


def test_a_route_that_a_control_bars_is_drawn_back_and_its_badge_becomes_a_cross() -> None:
    table = person, scene = sit("map")
    route, badge = f"route:{CHINA}:{CHIPS}:{TAIWAN}", f"badge:{CHINA}:{CHIPS}:{TAIWAN}"
    happen(scene, CHOKED)
    movers = {name: mover for shown in frames(table, 2.0) for name, mover in shown.items()}
    line = movers[route]
    assert isinstance(line, Drawing) and line.old and line.new and badge in movers
    node = person.app.stage.get(route)
    assert node is not None and node.course is not None and line.course[0] == -node.course.dx
    list(frames(table))
    assert has_colour(person, badge, theme.GOLD) and is_still(table)
    leave(person)


def test_a_route_that_opens_is_drawn_from_its_supplier_and_its_goal_lights_up() -> None:
    table = person, scene = sit("map", CHOKED)
    happen(scene, {CONTROL: 0})
    movers = {name: mover for shown in frames(table, 1.0) for name, mover in shown.items()}
    line, node = (
        movers[f"route:{CHINA}:{CHIPS}:{TAIWAN}"],
        person.app.stage.get(f"route:{CHINA}:{CHIPS}:{TAIWAN}"),
    )
    assert isinstance(line, Drawing) and node is not None and node.course is not None
    assert line.course[0] == node.course.dx and f"glow source:{CHINA}:{CHIPS}" in movers
    list(frames(table))
    assert is_still(table)
    leave(person)


def test_another_view_of_the_middle_is_there_at_once() -> None:
    table = person, scene = sit("map")
    happen(scene, {T.BUDGET + US: 20})
    scene.switch("graph")
    assert not any("line" in name or "arrow" in name for movers in frames(table, 1.0) for name in movers)
    leave(person)


# --- a card that is looked at ---------------------------------------------------------------------


def look_at_card(person: Person, n: int) -> str:
    """Point at the n-th card of the hand; nothing has moved yet."""
    card = person.names("card:")[n]
    node = person.app.stage.get(card)
    assert node is not None
    person.app.handle(
        pygame.event.Event(pygame.MOUSEMOTION, pos=node.rect.center, rel=(0, 0), buttons=(0, 0, 0))
    )
    return card


@pytest.mark.parametrize("by_keys", [False, True])
def test_a_card_that_is_looked_at_rises_for_a_moment_and_is_still(by_keys: bool) -> None:
    table = person, scene = sit("map")
    if by_keys:
        person.app.stage.focus_on(person.names("card:")[1])
        person.app.rebuild()
    else:
        look_at_card(person, 1)
    heights = [movers["zoom"].rect.y for movers in frames(table, 1.0) if "zoom" in movers]
    assert heights == sorted(heights, reverse=True) and heights[0] > heights[-1]
    assert 0.1 < len(heights) * FRAME < 0.2
    assert person.app.stage.get("zoom") is not None and is_still(table)
    leave(person)


def test_the_next_card_rises_too_and_one_that_is_left_is_gone_at_once() -> None:
    table = person, scene = sit("map")
    look_at_card(person, 1)
    list(frames(table, 0.05))
    look_at_card(person, 2)
    assert any("zoom" in movers for movers in frames(table, 0.05))
    person.move((5, 5))
    assert not scene.movers() and person.app.stage.get("zoom") is None and is_still(table)
    leave(person)


@pytest.mark.parametrize("how", ["click", "space"])
def test_a_card_can_be_chosen_while_it_rises(how: str) -> None:
    table = person, scene = sit("map")
    card = look_at_card(person, 0)
    list(frames(table, 0.05))
    node = person.app.stage.get(card)
    assert scene.movers() and node is not None
    if how == "space":
        person.app.stage.focus_on(card)
        person.press("space")
    else:
        person.click(card)
    assert scene.match.state.pick[T.STEP] == T.STEP_USE and is_still(table)
    leave(person)


@pytest.mark.parametrize(("reduced", "speed"), [(True, 1), (False, 3)])
def test_with_reduced_motion_or_at_once_a_card_is_there_without_rising(reduced: bool, speed: int) -> None:
    table = person, scene = sit("map")
    person.app.settings.reduced_motion, person.app.settings.speed = reduced, speed
    look_at_card(person, 0)
    assert not any(frames(table, 0.2)) and person.app.stage.get("zoom") is not None
    leave(person)


# --- the computer thinks --------------------------------------------------------------------------


def thinking() -> Table:
    """The computer thinks and never comes to an end."""
    person = Person((1280, 720))
    scene = screens.sit(person, positions.at(positions.rival_moves), positions.Never)
    person.app.settings.reduced_motion, person.app.settings.speed = False, 1
    person.app.rebuild()
    list(frames((person, scene), 6.0))
    return person, scene


def shown(
    person: Person, scene: PlayScene, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> list[list[pygame.Rect]]:
    """What was drawn anew in that time, frame by frame."""
    drawn: list[list[pygame.Rect]] = []
    monkeypatch.setattr(person.app, "show", lambda changed: drawn.append(changed) and False)
    asked: list[int] = []
    monkeypatch.setattr(scene, "nodes", lambda: asked.append(1) or [])
    list(frames((person, scene), seconds))
    assert not asked  # no picture is made anew for it
    return drawn


def test_while_the_computer_thinks_a_sign_takes_two_steps_a_second_and_nothing_else_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person, scene = thinking()
    sign = person.app.stage.get("thinking")
    assert sign is not None and person.says("is thinking") and not scene.is_moving()
    drawn = shown(person, scene, 4.0, monkeypatch)
    assert 7 <= len(drawn) <= 9 and all(changed == [sign.rect] for changed in drawn)
    leave(person)


@pytest.mark.parametrize(("reduced", "speed"), [(True, 1), (False, 3)])
def test_with_reduced_motion_or_at_once_the_sign_stands_still(
    reduced: bool, speed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, scene = thinking()
    person.app.settings.reduced_motion, person.app.settings.speed = reduced, speed
    person.app.rebuild()
    person.app.frame(FRAME)
    assert person.app.stage.get("thinking") is not None
    assert shown(person, scene, 2.0, monkeypatch) == []
    leave(person)


def test_the_sign_comes_as_soon_as_the_own_move_has_been_shown() -> None:
    person, scene = sit("map")
    scene.turns.client = positions.Never(scene.match.book)  # type: ignore[assignment]
    scene.pick(T.PASS)
    assert person.app.stage.get("thinking") is None
    list(frames((person, scene), 3.0))
    assert person.says("is thinking") and person.app.stage.get("thinking") is not None
    leave(person)


def test_no_sign_of_thinking_where_a_person_has_to_move() -> None:
    person, scene = sit("map")
    assert scene.is_my_pick() and person.app.stage.get("thinking") is None
    leave(person)


# --- all of it ------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["click", "space"])
def test_a_click_or_space_completes_all_at_once(table: Table, how: str) -> None:
    person, scene = table
    happen(scene, CHOKED)
    assert any(list(frames(table, 0.1)))
    if how == "space":
        person.press("space")
    else:
        person.app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(640, 300)))
    assert is_still(table)


@pytest.mark.parametrize(("reduced", "speed"), [(True, 0), (True, 1), (False, 3)])
def test_with_reduced_motion_or_at_once_all_is_there_in_the_first_frame(
    table: Table, reduced: bool, speed: int
) -> None:
    person, scene = table
    person.app.settings.reduced_motion, person.app.settings.speed = reduced, speed
    happen(scene, CHOKED)
    assert not any(list(frames(table, 0.1)))
    assert is_still(table)


@pytest.mark.parametrize("speed", [0, 1, 2])
def test_what_moves_comes_to_rest_at_every_speed_the_faster_the_sooner(table: Table, speed: int) -> None:
    person, scene = table
    person.app.settings.speed = speed
    happen(scene, {CONTROL: 3})
    moving = sum(bool(movers) for movers in frames(table)) * FRAME
    assert (2.2, 1.8, 1.5)[speed] > moving > (1.7, 1.4, 1.2)[speed]
    assert is_still(table)
