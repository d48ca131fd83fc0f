"""The scene graph: pictures kept, dirty rectangles, layers, focus, hover."""

from collections.abc import Callable, Iterator

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.backdrop import backdrop
from game.ui.hands import TIP_DELAY, Hands
from game.ui.nodes import Node, Paint
from game.ui.pen import Pen
from game.ui.stage import Stage, disjoint

SCREEN = pygame.Rect(0, 0, 1280, 720)


@pytest.fixture
def stage() -> Iterator[Stage]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(SCREEN.size)
    pen = Pen(*SCREEN.size)
    yield Stage(pen, backdrop(pen))


def filled(colour: str) -> Paint:
    return lambda target, box: target.fill(colour, box) and None


def node(name: str, x: int = 0, y: int = 0, act: Callable[[], None] | None = None, **more: object) -> Node:
    paint = more.pop("paint", filled("#3366AA"))
    return Node(name, pygame.Rect(x, y, 80, 40), paint, act=act, **more)  # type: ignore[arg-type]


def nothing() -> None:
    """An act without consequences."""


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


# --- drawing -------------------------------------------------------------------------------------


def test_a_picture_is_painted_once_and_again_only_for_another_key_or_size(stage: Stage) -> None:
    target = pygame.Surface(SCREEN.size)
    for key, rect, painted in (
        (1, (0, 0, 80, 40), 1),
        (1, (50, 9, 80, 40), 0),
        (2, (50, 9, 80, 40), 1),
        (2, (50, 9, 90, 40), 1),
    ):
        stage.put([Node("a", pygame.Rect(rect), filled("#FF0000"), key=key)])
        stage.draw(target)
        assert stage.painted == painted


def test_nothing_is_drawn_when_nothing_changed(stage: Stage) -> None:
    target = pygame.Surface(SCREEN.size)
    stage.put([node("a"), node("b", 200)])
    assert stage.draw(target, whole=True) == [SCREEN]
    stage.put([node("a"), node("b", 200)])
    assert stage.draw(target) == []


def test_a_moved_node_dirties_where_it_was_and_where_it_is(stage: Stage) -> None:
    target = pygame.Surface(SCREEN.size)
    stage.put([node("a", 10, 10), node("b", 600, 600)])
    stage.draw(target, whole=True)
    stage.put([node("a", 300, 300), node("b", 600, 600)])
    assert stage.draw(target) == [pygame.Rect(10, 10, 80, 40), pygame.Rect(300, 300, 80, 40)]


def test_a_node_that_goes_leaves_nothing_behind(stage: Stage) -> None:
    target = pygame.Surface(SCREEN.size)
    stage.put([])
    stage.draw(target, whole=True)
    empty = pixels(target)
    stage.put([node("a", 10, 10, pad=12)])
    stage.draw(target)
    assert pixels(target) != empty
    stage.put([])
    stage.draw(target)
    assert pixels(target) == empty


@settings(deadline=None)  # painting takes as long as the machine lets it
@given(
    st.lists(
        st.lists(
            st.tuples(
                st.sampled_from("abcdef"),
                st.integers(-50, 1250),
                st.integers(-50, 700),
                st.integers(0, 2),
                st.integers(0, 3),
            ),
            max_size=6,
            unique_by=lambda entry: entry[0],
        ),
        min_size=2,
        max_size=4,
    )
)
def test_partial_drawing_always_equals_full_drawing(
    frames: list[list[tuple[str, int, int, int, int]]],
) -> None:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(SCREEN.size)
    pen = Pen(*SCREEN.size)
    stage = Stage(pen, backdrop(pen))
    target, whole = pygame.Surface(SCREEN.size), True
    colours = ("#FF000080", "#00FF0080", "#0000FF80", "#FFFFFF80")
    for frame in frames:
        stage.put(
            [
                node(name, x, y, nothing, layer=layer, key=key, pad=6, paint=filled(colours[key]))
                for name, x, y, layer, key in frame
            ]
        )
        stage.focus_step(1)
        stage.draw(target, whole)
        whole = False
        anew = pygame.Surface(SCREEN.size)
        stage.draw(anew, whole=True)
        assert pixels(anew) == pixels(target)


def test_two_nodes_may_not_have_the_same_name(stage: Stage) -> None:
    with pytest.raises(ValueError, match="same name: twin"):
        stage.put([node("twin"), node("twin", 200)])


def test_the_lit_picture_is_shown_while_a_node_is_pointed_at(stage: Stage) -> None:
    target = pygame.Surface(SCREEN.size)
    lit = node("a", 10, 10, nothing, paint=filled("#000000"), lit=filled("#FFFFFF"))
    stage.put([lit])
    stage.draw(target, whole=True)
    assert target.get_at((20, 20))[:3] == (0, 0, 0)
    stage.hover = "a"
    stage.draw(target)
    assert target.get_at((20, 20))[:3] == (255, 255, 255)
    stage.hover = None
    stage.draw(target)
    assert target.get_at((20, 20))[:3] == (0, 0, 0)
    assert stage.painted == 0


def test_the_ring_is_gold_three_pixels_wide_and_only_for_keys(stage: Stage) -> None:
    target = pygame.Surface(SCREEN.size)
    stage.pen.scale = 1.0
    stage.put([node("a", 100, 100, nothing)])
    stage.focus = "a"
    stage.draw(target, whole=True)
    assert target.get_at((140, 97))[0] < 100
    stage.focus_on("a")
    stage.draw(target)
    assert all(target.get_at((140, y))[0] > 200 for y in (96, 97, 98))
    stage.keyboard = False
    stage.draw(target)
    assert target.get_at((140, 97))[0] < 100


def test_text_is_reported_in_window_pixels(stage: Stage) -> None:
    def write(target: pygame.Surface, box: pygame.Rect) -> None:
        stage.pen.text(target, "Chips", box.x, box.centery)

    stage.put([node("a", 300, 200, pad=15, paint=write)])
    ((found, written),) = stage.written()
    assert (found.name, written.text) == ("a", "Chips")
    assert found.rect.contains(written.rect)


@given(st.lists(st.tuples(*[st.integers(-100, 900)] * 2, *[st.integers(0, 300)] * 2), max_size=12))
def test_disjoint_rectangles_cover_all_and_never_overlap(rects: list[tuple[int, int, int, int]]) -> None:
    given_rects = [pygame.Rect(rect) for rect in rects]
    found = disjoint(given_rects, SCREEN)
    for n, a in enumerate(found):
        assert SCREEN.contains(a)
        assert not any(a.colliderect(b) for b in found[n + 1 :])
    for rect in given_rects:
        clipped = rect.clip(SCREEN)
        if clipped.w and clipped.h:
            assert any(a.contains(clipped) for a in found)


# --- layers and the pointer ----------------------------------------------------------------------


def test_the_topmost_live_node_is_under_the_pointer(stage: Stage) -> None:
    stage.put([node("low", layer=0), node("high", layer=5), node("glass", layer=9, live=False)])
    found = stage.at((10, 10))
    assert found is not None and found.name == "high"
    assert stage.at((500, 500)) is None


def test_a_sheet_takes_the_focus_and_gives_it_back(stage: Stage) -> None:
    below, sheet = node("below", act=nothing), node("veil", layer=10, cover=True)
    stage.put([below, node("other", 200, act=nothing)])
    stage.focus_on("below")
    stage.put([below, sheet, node("yes", 300, act=nothing, layer=11)])
    assert stage.focus is None
    assert [n.name for n in stage.focusable()] == ["yes"]
    under = stage.at((250, 10))
    assert under is None or under.name == "veil"
    stage.put([below, node("other", 200, act=nothing)])
    assert stage.focus == "below"


# --- focus ---------------------------------------------------------------------------------------


def grid() -> list[Node]:
    """Two rows of a group, a column of another, and two loose nodes."""
    made = [node(f"a{x}{y}", 100 * x, 60 * y, nothing, group="a") for x in range(3) for y in range(2)]
    made += [node(f"b{y}", 500, 60 * y, nothing, group="b") for y in range(3)]
    return [*made, node("loose1", 0, 400, nothing), node("loose2", 200, 400, nothing)]


def test_tab_goes_from_group_to_group_and_remembers_the_place(stage: Stage) -> None:
    stage.put(grid())
    visited = []
    for _ in range(5):
        stage.focus_step(1)
        visited.append(stage.focus)
    assert visited == ["loose1", "loose2", "a00", "b0", "loose1"]
    stage.focus_on("a21")
    stage.focus_step(1)
    assert stage.focus == "b0"
    stage.focus_step(-1)
    assert stage.focus == "a21"
    stage.focus_step(-1)
    assert stage.focus == "loose2"


def test_tab_steps_inside_the_only_group(stage: Stage) -> None:
    stage.put([node(f"n{y}", 0, 60 * y, nothing, group="z") for y in range(3)])
    for expected in ("n0", "n1", "n2", "n0"):
        stage.focus_step(1)
        assert stage.focus == expected


@pytest.mark.parametrize(
    ("start", "arrow", "end"),
    [
        ("a00", (1, 0), "a10"),
        ("a10", (0, 1), "a11"),
        ("a20", (1, 0), "b0"),
        ("b2", (0, -1), "b1"),
        ("a00", (0, -1), "a00"),
        ("a01", (0, 1), "loose1"),
    ],
)
def test_arrows_go_to_the_nearest_node_that_way(
    stage: Stage, start: str, arrow: tuple[int, int], end: str
) -> None:
    stage.put(grid())
    stage.focus_on(start)
    stage.focus_towards(*arrow)
    assert stage.focus == end


def test_what_can_do_nothing_gets_no_focus(stage: Stage) -> None:
    stage.put(
        [node("mute"), node("told", 100, tip=lambda: ["Why"]), node("dead", 200, act=nothing, live=False)]
    )
    assert [n.name for n in stage.focusable()] == ["told"]


# --- hands ---------------------------------------------------------------------------------------


def hands_on(stage: Stage) -> Hands:
    return Hands(stage, lambda *what: None)


def test_a_tip_opens_after_a_while_of_pointing_and_at_once_on_focus(stage: Stage) -> None:
    hands = hands_on(stage)
    stage.put([node("a", 0, 0, tip=lambda: ["Why"]), node("b", 300, 0, tip=lambda: ["How"])])
    hands.move((10, 10))
    assert hands.tipped() is None
    assert not hands.rest(TIP_DELAY / 2)
    assert hands.rest(TIP_DELAY)
    assert hands.tipped() is stage.get("a")
    assert not hands.rest(1.0)
    hands.move((310, 10))
    assert hands.tipped() is None
    hands.key(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
    assert hands.tipped() is stage.get("a")


def test_a_click_acts_and_gives_the_focus_without_a_ring(stage: Stage) -> None:
    hands, done = hands_on(stage), []
    stage.put([node("a", 0, 0, lambda: done.append(1))])
    assert hands.press((10, 10))
    assert not hands.press((900, 600))
    assert (done, stage.focus, stage.keyboard) == ([1], "a", False)


def test_a_drag_follows_the_pointer_outside_its_node(stage: Stage) -> None:
    hands, seen = hands_on(stage), []
    stage.put([node("a", 0, 0, drag=seen.append)])
    hands.press((10, 10))
    hands.move((700, 300))
    hands.release()
    hands.move((20, 20))
    assert seen == [(10, 10), (700, 300)]


def test_the_wheel_goes_to_what_lies_under_the_pointer(stage: Stage) -> None:
    hands, steps = hands_on(stage), []
    stage.put([node("list", 0, 0, wheel=steps.append, live=False), node("row", 0, 0, nothing, layer=1)])
    hands.move((10, 10))
    assert hands.wheel(-2)
    hands.move((600, 600))
    assert not hands.wheel(1)
    assert steps == [-2]


def test_enter_and_space_act_on_the_focus(stage: Stage) -> None:
    hands, done = hands_on(stage), []
    stage.put([node("a", 0, 0, lambda: done.append(1))])
    stage.focus_on("a")
    for key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER):
        assert hands.key(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
    assert done == [1, 1, 1]
    assert not hands.key(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_x, mod=0))
