"""Every mouse action has a key, on every screen of the catalogue: what can be clicked, held, dragged or scrolled is
reached by Tab and arrows, and Enter, Space, H, arrows or the page keys do what the mouse does.
"""

import os
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.ui.app import Scene
from game.ui.focus import step, towards
from game.ui.hands import ARROWS, ENTER
from game.ui.nodes import Node
from game.ui.scenes.lesson import LessonScene
from game.ui.scenes.play import PlayScene
from game.ui.stage import Stage
from tests.ui import screens
from tests.ui.catalogue import SCREENS, own_folders, tour
from tests.ui.harness import Person
from tests.ui.hasty import hurry

assert screens.SCREENS  # the catalogue is full
pytestmark = pytest.mark.long
SHARES = 8  # of the catalogue, so that many workers can share it
STEPS = 120  # from one end of the longest list to the other
WALKS = (pygame.K_TAB, *ARROWS)
Ways = dict[tuple[str | None, int], str | None]


@pytest.fixture(scope="module")
def person() -> Person:
    return Person((1280, 720), "100")


@pytest.fixture(autouse=True)
def in_a_hurry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_folders(str(tmp_path))
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    hurry(monkeypatch)


def on_every_screen(share: int, person: Person, check: Callable[[Person], list[str]]) -> None:
    """What a check finds on this share of the screens must be nothing."""
    found = {name: check(someone) for name, someone in tour((1280, 720), "100", list(SCREENS)[share::SHARES], person)}
    assert not {name: flaws for name, flaws in found.items() if flaws}


# --- by Tab and arrows everywhere -------------------------------------------------------------------


def after(stage: Stage, nodes: list[Node], here: str | None, key: int) -> str | None:
    """Where a key would lead."""
    if key == pygame.K_TAB:
        found = step(nodes, here, 1, stage._last)
    else:
        node = stage.get(here or "")
        found = towards(nodes, node, *ARROWS[key]) if node is not None else step(nodes, None, 1, stage._last)
    return found.name if found is not None else None


def way(stage: Stage, wanted: set[str], known: Ways) -> int | None:
    """The first key on the shortest way to something wanted. `known`: where keys have led."""
    nodes, here = stage.focusable(), stage.focus
    first: dict[str | None, int | None] = {here: None}
    queue = deque([here])
    while queue:
        at = queue.popleft()
        if at in wanted:
            return first[at]
        for key in WALKS:
            to = known.get((at, key)) or after(stage, nodes, at, key)
            if to is not None and to not in first:
                first[to] = first[at] or key
                queue.append(to)
    return None


def unreached(person: Person) -> list[str]:
    """Walks about by keys until it has been on everything that the mouse can click, or finds no way."""
    stage = person.app.stage
    left = {node.name for node in stage.reachable() if node.live and (node.act or node.drag or node.tip)}
    known: Ways = {}
    for _ in range(6 * len(left) + 20):
        left.discard(stage.focus or "")
        left = {name for name in left if stage.get(name)}  # a list that scrolls takes some away
        key, here = way(stage, left, known), stage.focus
        if not left or key is None:
            break
        press(person, key)
        known[here, key] = stage.focus
    return sorted(left)


def press(person: Person, key: int) -> None:
    person.app.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    person.frames()


@pytest.mark.parametrize("share", range(SHARES))
def test_tab_and_arrows_lead_to_everything_that_can_be_clicked(person: Person, share: int) -> None:
    on_every_screen(share, person, unreached)


# --- a key does what the mouse does -----------------------------------------------------------------


def visible(stage: Stage, node: Node) -> tuple[int, int] | None:
    """A place where the mouse meets the node and nothing else, if there is one."""
    box = node.rect
    places = [box.center, *((x, y) for y in range(box.y, box.bottom, 5) for x in range(box.x, box.right, 5))]
    return next((place for place in places if stage.at(place) is node), None)


def acted(person: Person, node: Node, *events: pygame.event.Event) -> bool:
    """Whether events make the node act. It does not: the screen stays as it is."""
    done: list[bool] = []
    act, node.act = node.act, lambda: done.append(True)
    for event in events:
        person.app.handle(event)
    node.act = act
    person.app._changed = False
    return bool(done)


def mouse(pos: tuple[int, int]) -> list[pygame.event.Event]:
    down, up = pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP
    return [pygame.event.Event(kind, button=1, pos=pos) for kind in (down, up)]


def key_event(key: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="")


def pressing(scene: Scene) -> tuple[int, ...]:
    """The keys that press what has the focus: of Enter and Space the other one may go on with what is told."""
    if isinstance(scene, LessonScene) and scene.coaching().go_on is not None:
        return ENTER[2:]
    is_read = isinstance(scene, PlayScene) and scene.showing.is_reading
    return ENTER[:2] if is_read else ENTER


def told_apart(person: Person) -> list[str]:
    """Nodes that a click makes act, but Enter or Space on them does not."""
    stage, found = person.app.stage, []
    for node in [node for node in stage.reachable() if node.act is not None and node.can_focus]:
        place = visible(stage, node)
        if place is None or not acted(person, node, *mouse(place)):
            continue
        for key in pressing(person.app.scene):
            stage.focus_on(node.name)
            if not acted(person, node, key_event(key)):
                found.append(f"{node.name}: {pygame.key.name(key)}")
                return found
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_enter_and_space_do_what_a_click_does(person: Person, share: int) -> None:
    on_every_screen(share, person, told_apart)


# --- tips, lines that are dragged, lists that are scrolled ------------------------------------------


def unheld(person: Person) -> list[str]:
    """Nodes whose tip a right click holds open, but H does not."""
    app, found = person.app, []
    for node in [node for node in app.stage.reachable() if node.can_focus and node.tip is not None]:
        place = visible(app.stage, node)
        if app.tips.held or app.question is not None or place is None or node.keys is not None:
            continue
        app.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=3, pos=place))
        by_mouse = [held.lines for held in app.tips.held]
        app.tips.clear()
        app.stage.focus_on(node.name)
        app.handle(key_event(pygame.K_h))
        if [held.lines for held in app.tips.held] != by_mouse:
            found.append(node.name)
        app.tips.clear()
        app._changed = False
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_h_holds_every_tip_that_a_right_click_holds(person: Person, share: int) -> None:
    on_every_screen(share, person, unheld)


def looks(person: Person, name: str) -> object:
    node = person.app.stage.get(name)
    return node.key if node is not None else None


def undragged(person: Person) -> list[str]:
    """Lines that the mouse can drag to where arrow keys do not come."""
    found = []
    for node in [node for node in person.app.stage.reachable() if node.drag is not None]:
        if person.app.stage.get(node.name) is None:  # another line that was dragged took it away
            continue
        box, by_mouse, by_keys = node.rect.inflate(-4, -4), set(), set()
        for n in range(5):
            x, y = box.x + box.w * n // 4, box.y + box.h * n // 4
            person.drag(box.center, (x, y))
            by_mouse.add(looks(person, node.name))
        person.app.stage.focus_on(node.name)
        for key in [*(pygame.K_LEFT, pygame.K_UP) * STEPS, *(pygame.K_RIGHT, pygame.K_DOWN) * STEPS]:
            person.app.handle(key_event(key))
            if person.app._changed:
                person.app._put_nodes()
            by_keys.add(looks(person, node.name))
            if by_mouse <= by_keys:
                break  # nothing is left to reach
            person.app.stage.focus_on(node.name)
        if not by_mouse <= by_keys:
            found.append(f"{node.name}: {sorted(map(str, by_mouse - by_keys))}")
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_arrows_bring_every_line_to_where_the_mouse_drags_it(person: Person, share: int) -> None:
    on_every_screen(share, person, undragged)


def unscrolled(person: Person) -> list[str]:
    """Lists that the wheel moves, but that have no bar that keys could move."""
    stage = person.app.stage
    under = [node for node in stage.reachable() if node.wheel is not None and not node.can_focus]
    found = []
    for node in under:
        before = [(n.name, tuple(n.rect)) for n in stage.nodes]
        person.wheel(node.name, -1)
        moved = before != [(n.name, tuple(n.rect)) for n in stage.nodes]
        person.wheel(node.name, 1)
        bar = stage.get(node.name.replace(":wheel", ":bar"))
        if moved and (bar is None or bar.keys is None):
            found.append(node.name)
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_every_list_that_the_wheel_moves_has_a_bar_for_keys(person: Person, share: int) -> None:
    on_every_screen(share, person, unscrolled)
