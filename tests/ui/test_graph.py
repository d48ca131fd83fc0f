"""The supply graph on the screen: every arrow, what binds, what is barred, whose offer wins, and all by keys."""

import pygame
import pytest

from game.engine import terms as T
from game.engine.terms import AI, CHINA, CHIPS, DEFENCE, EV, KOREA, LEGACY, MAGNETS, TAIWAN, TOOLS, US
from game.ui import theme
from game.ui.scenes.play import PlayScene
from tests.table import Table
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.screens import leave
from tests.ui.seated import go_by_keys, has_colour, seated, surface, words
from tests.ui.seated import look as look_at

MINE = ("graph", "supply", "arrow", "output", "duel", "view", "globe")


def look(person: Person, scene: PlayScene) -> None:
    """See the changed position in the supply graph."""
    look_at(person, scene, "graph")


def choked(t: Table) -> Table:
    """China without chips, the US without magnets."""
    t.control(US, CHIPS, 3).align(TAIWAN, 2).align(KOREA, 2)
    return t.control(CHINA, MAGNETS, 3)


def test_v_and_the_tabs_switch_between_the_map_and_the_graph() -> None:
    person, scene, _ = seated()
    assert person.app.stage.get("bloc:0") is not None and person.app.stage.get("supply:0:0") is None
    person.press("v")
    assert scene.view == "graph" and person.app.stage.get("supply:0:0") is not None
    person.click("view:map")
    assert person.app.stage.get("bloc:0") is not None
    person.click("do:view")
    assert scene.view == "graph"
    leave(person)


def test_both_sides_show_ten_sectors_and_all_eleven_arrows() -> None:
    person, scene, t = seated()
    look(person, scene)
    names = {node.name for node in person.app.stage.nodes}
    for side in (US, CHINA):
        assert {f"supply:{side}:{i}" for i in range(T.UPSTREAM)} <= names
        arrows = {(a.input, a.sector) for a in scene.board().chains[side].arrows}
        assert len(arrows) == 11
        assert {f"arrow:{side}:{i}:{j}" for i, j in arrows} <= names
    assert {f"output:{j}" for j in range(T.UPSTREAM, T.SECTORS)} <= names
    leave(person)


def is_aglow(person: Person, cap: str) -> bool:
    """Whether the line that ends in China's cap is amber, and a glow lies around the cap."""
    name = cap.replace("arrow", "line")
    panel, node = person.app.stage.get(name), person.app.stage.get(cap)
    assert panel is not None and node is not None
    before = pygame.Rect(node.rect.right + 2, node.rect.y, 24, node.rect.h).move(
        -panel.outer.x, -panel.outer.y
    )
    drawn = surface(person, name)
    before.clamp_ip(drawn.get_rect())
    line = drawn.subsurface(before.clip(drawn.get_rect()))
    amber = pygame.Color(theme.LOSS)[:3]
    places = [(x, y) for x in range(line.get_width()) for y in range(line.get_height())]
    halo = surface(person, cap).get_at((node.pad + node.rect.w // 2, node.pad - 2))[3]
    return any(line.get_at(place)[:3] == amber for place in places) and halo > 0


def test_an_arrow_glows_where_it_binds_and_only_there() -> None:
    person, scene, t = seated()
    look(person, scene)
    assert not is_aglow(person, "arrow:1:1:4") and not has_colour(person, "arrow:1:1:4", theme.LOSS)
    choked(t)
    look(person, scene)
    assert is_aglow(person, "arrow:1:1:4") and has_colour(person, "arrow:1:1:4", theme.LOSS)
    assert words(person, "arrow:1:1:4") == ["≤4"]
    assert not is_aglow(person, "arrow:1:1:9")  # 4 + 3 is enough for what China can make
    assert not has_colour(person, "arrow:0:1:4", theme.LOSS)  # the US has all the chips it needs
    leave(person)


def test_a_card_names_the_winning_source_first_and_then_the_runner_up() -> None:
    person, scene, t = seated()
    look(person, scene)
    assert words(person, "supply number:0:3") == ["9"]
    assert words(person, "supply:0:3")[:3] == ["MAGNETS", "9", "CN"]
    assert "SOUTH" in words(person, "supply:0:3")
    t.align(T.SOUTH, 0).control(CHINA, MAGNETS, 3).capability(US, MAGNETS, 1)
    t.put(T.SOURCE + T.SOUTH, 3)
    look(person, scene)
    assert words(person, "supply:0:3")[3] == "SOUTH"
    leave(person)


def test_a_barred_offer_shows_what_it_would_have_given_and_is_struck_through() -> None:
    person, scene, t = seated()
    look(person, scene)
    assert not has_colour(person, "supply:1:1", theme.GOLD)
    choked(t)
    look(person, scene)
    said = words(person, "supply:1:1")
    at = said.index("TAIWAN")
    assert said[at - 2 : at] == ["2", "8"]  # gives 2, would have given 8
    assert has_colour(person, "supply:1:1", theme.GOLD)  # the round cross
    assert has_colour(person, "supply:1:1", theme.LOSS)  # the line through it
    leave(person)


def test_a_row_shows_both_outputs_and_what_they_could_be() -> None:
    person, scene, t = seated()
    choked(t)
    look(person, scene)
    assert words(person, f"duel:{US}:{AI}") == ["8"] and words(person, f"duel:{CHINA}:{AI}") == ["4"]
    assert "of 6" in words(person, f"output:{AI}")
    leave(person)


def test_pointing_at_an_input_lights_its_winner_and_its_runner_up_on_the_small_map() -> None:
    person, scene, t = seated()
    choked(t)
    look(person, scene)
    assert person.app.stage.get("globe:lit") is None
    person.point(f"supply:1:{TOOLS}")
    assert words(person, "globe:lit") == ["US 8", "EU 8"]
    person.point(f"supply:0:{MAGNETS}")
    assert words(person, "globe:lit") == ["CN 3", "own 2"]
    assert person.app.stage.get("graph:lit") is not None
    leave(person)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("supply:1:1", "China: supply of Advanced chips"),
        ("arrow:1:1:4", "It binds"),
        ("arrow:1:1:9", "by more than 3"),
        ("output:4", "held to 4 by the supply of Advanced chips"),
    ],
)
def test_every_part_tells_its_why(name: str, says: str) -> None:
    person, scene, t = seated()
    choked(t)
    look(person, scene)
    person.point(name)
    assert says in " ".join(words(person, "tooltip"))
    leave(person)


def test_everything_in_the_graph_is_reached_by_keys_and_enter_opens_its_history() -> None:
    person, scene, t = seated((1280, 720))
    choked(t)
    look(person, scene)
    person.reach("view:map")
    go_by_keys(person, "supply:0:0", "arrow:0:3:9", "output:6", "arrow:1:0:2", "supply:1:3")
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_the_graph_is_readable_at_every_size(size: tuple[int, int], scale: str) -> None:
    """Nothing is cut off, nothing lies over anything else, at the start and with everything on the table."""
    person, scene, t = seated(size, scale)
    look(person, scene)
    assert mine(person) == []
    choked(t).control(US, TOOLS, 3).control(CHINA, LEGACY, 2).listing(US, T.DEVICES).listing(CHINA, DEFENCE)
    for side in (US, CHINA):
        t.shared(T.DECOUPLING, 6)
        for i in (TOOLS, CHIPS, LEGACY, MAGNETS):
            t.programme(side, i).stock(side, i, 4).workaround(side, i)
        t.programme(side, EV).programme(side, AI)
    t.lit(AI, DEFENCE)
    t.s.lit[T.CLEAN], t.s.next[EV] = T.LIT_NAMED, 1
    look(person, scene)
    assert mine(person) == []
    leave(person)


def mine(person: Person) -> list[str]:
    """Flaws of the text on the nodes of the graph."""
    return [flaw for flaw in person.flaws() if flaw.startswith(MINE)]


def test_where_the_middle_is_narrow_the_graph_takes_the_place_of_the_sectors() -> None:
    person, scene, _ = seated((1920, 1080), "125")
    look(person, scene)
    assert person.app.stage.get("sector:0") is None
    rects = [n.rect for n in person.app.stage.nodes if n.name.split(":")[0] in ("supply", "output")]
    assert len(rects) == 14
    assert all(not a.colliderect(b) for n, a in enumerate(rects) for b in rects[n + 1 :])
    leave(person)
