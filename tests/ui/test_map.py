"""The map on the screen: who supplies whom, who joined which control, and what pointing at an input shows."""

import math
import re
from itertools import combinations

import pytest

from game.engine import terms as T
from game.engine.explain import OWN, RIVAL
from game.engine.terms import (
    ASEAN,
    CHINA,
    CHIPS,
    EU,
    GULF,
    INDIA,
    JAPAN,
    KOREA,
    MAGNETS,
    SOUTH,
    TAIWAN,
    TOOLS,
    US,
)
from game.ui import theme
from game.ui.scenes.play import PlayScene
from game.ui.table import world
from game.ui.table.blocs import widths
from game.ui.table.labels import placed
from game.ui.table.lanes import lanes
from game.ui.table.routes import pointed_routes, routes
from game.ui.table.spots import spots
from game.ui.table.world import colours, hatched
from game.ui.worldmap import CHINA_LAND, NODES, US_LAND
from tests.ui.harness import SIZE_NAMES, SIZES, Person
from tests.ui.screens import leave, shown
from tests.ui.seated import go_by_keys, has_colour, look, picture, seated, surface, words

MINE = ("map", "bloc", "country", "source", "view")


def mine(person: Person) -> list[str]:
    return [flaw for flaw in person.flaws() if flaw.startswith(MINE)]


def test_land_is_blue_or_red_by_alignment_and_what_leans_to_china_is_hatched() -> None:
    align = [0, 1, 2, 3, -1, -2, 0, -3]
    land = colours(align)
    assert land[EU] == theme.MAP_NEUTRAL.lower()
    blues = [land[bloc] for bloc in (JAPAN, KOREA, TAIWAN)]
    assert len(set(blues)) == 3 and land[ASEAN] != land[INDIA] != land[SOUTH]
    lines = hatched(align)
    assert set(lines) == {CHINA_LAND, ASEAN, INDIA, SOUTH} and US_LAND not in lines
    assert 0 < lines[ASEAN] < lines[INDIA] < lines[SOUTH] == lines[CHINA_LAND] == 1  # the further it leans


def test_an_open_route_runs_from_the_winning_supplier_to_whom_it_supplies() -> None:
    person, scene, t = seated()
    look(person, scene)
    found = {(r.side, r.input, r.offer.supplier) for r in routes(scene.board()) if r.rank == 0}
    assert (US, CHIPS, "Taiwan") in found and (US, MAGNETS, "China") in found
    assert (CHINA, TOOLS, "United States") in found
    assert not any(r.is_struck or r.leaks for r in routes(scene.board()))
    leave(person)


def test_a_route_that_a_control_closes_is_barred_and_one_that_leaks_stays_open() -> None:
    person, scene, t = seated()
    t.control(US, TOOLS, 3).align(EU, 0).align(JAPAN, 2)
    look(person, scene)
    found = {r.offer.supplier: r for r in routes(scene.board()) if (r.side, r.input) == (CHINA, TOOLS)}
    assert found["United States"].is_struck
    assert found["European Union"].rank == 0 and found["European Union"].leaks
    assert has_colour(person, f"badge:{CHINA}:{TOOLS}:{RIVAL}", theme.GOLD)  # the round cross
    leave(person)


def test_no_route_is_barred_at_the_start() -> None:
    person, scene, _ = seated()
    look(person, scene)
    badges = [node.name for node in person.app.stage.nodes if node.name.startswith("badge:")]
    assert badges and not any(has_colour(person, badge, theme.GOLD) for badge in badges)
    assert has_colour(person, f"route:{US}:{CHIPS}:{TAIWAN}", theme.BRIGHT[US])
    leave(person)


def test_a_bloc_says_whether_it_joined_leaks_or_defies() -> None:
    person, scene, t = seated()
    t.control(US, CHIPS, 2).align(TAIWAN, 2).align(KOREA, 1)
    look(person, scene)
    assert "JOINED" in words(person, f"bloc:{TAIWAN}")
    assert "LEAKS" in words(person, f"bloc:{KOREA}")
    t.align(KOREA, -2)
    look(person, scene)
    assert "DEFIES" in words(person, f"bloc:{KOREA}")
    assert not {"JOINED", "LEAKS", "DEFIES"} & set(words(person, f"bloc:{JAPAN}"))  # no control on tools
    leave(person)


def test_a_bloc_shows_its_alignment_what_it_supplies_and_what_it_buys() -> None:
    person, scene, t = seated()
    t.align(EU, -2).put(T.SOURCE + EU, 1)
    look(person, scene)
    assert words(person, f"bloc:{EU}") == ["2", "European Union", "9", "buys"]
    ring = picture(person, f"bloc:{EU}")
    t.align(EU, 2)
    look(person, scene)
    assert picture(person, f"bloc:{EU}") != ring  # the same number on the other side
    leave(person)


def test_a_bloc_that_changes_its_colour_has_only_the_land_painted_anew() -> None:
    """The rest of the map costs 100 ms, which would be seen as a jerk in the middle of a move."""
    person, scene, t = seated()
    look(person, scene)
    kept = [surface(person, name) for name in ("map", "map:front")]
    land = picture(person, "map:land")
    t.align(SOUTH, -3)
    look(person, scene)
    assert [surface(person, name) for name in ("map", "map:front")] == kept
    assert picture(person, "map:land") != land
    assert person.is_same_when_drawn_anew()
    leave(person)


def test_pointing_at_an_input_lights_its_winner_and_runner_up_and_darkens_the_rest() -> None:
    person, scene, t = seated()
    t.control(CHINA, MAGNETS, 3).put(T.SOURCE + SOUTH, 3).align(SOUTH, 0)
    look(person, scene)
    assert person.app.stage.get("map:lit") is None
    person.point(f"source:{US}:{MAGNETS}")
    assert words(person, "map:lit")[:3] == ["4", "then", "3"]
    lit = person.app.stage.get(f"bloc:{SOUTH}")
    dark = person.app.stage.get(f"bloc:{EU}")
    veil = person.app.stage.get("map:lit")
    assert lit is not None and dark is not None and veil is not None and lit.layer > veil.layer > dark.layer
    leave(person)


def test_pointing_at_a_row_of_the_sectors_lights_both_sides_and_at_a_bloc_all_it_offers() -> None:
    person, scene, _ = seated()
    look(person, scene)
    person.point(f"sector:{TOOLS}")
    assert {r.side for r in pointed_routes(scene.board())} == {US, CHINA}
    person.point(f"bloc:{TAIWAN}")
    assert {(r.side, r.offer.source) for r in pointed_routes(scene.board())} == {
        (US, TAIWAN),
        (CHINA, TAIWAN),
    }
    person.point(f"bloc:{GULF}")
    assert pointed_routes(scene.board()) == []
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_a_pill_lies_on_its_line_or_next_to_it_and_what_a_side_makes_itself_beside_its_emblem(
    size: tuple[int, int], scale: str
) -> None:
    person, scene, _ = seated(size, scale)
    look(person, scene)
    for sector in range(T.SECTORS):
        person.point(f"sector:{sector}")
        board = scene.board()
        places = spots(board, widths(board))
        for together, rect in placed(board, places, lanes(board, places, pointed_routes(board))):
            route, line = together[0].route, together[0].bow
            if route.offer.source == OWN:
                assert rect.colliderect(places.docks[route.side].inflate(4 * rect.h, 4 * rect.h)), sector
            else:
                around = rect.inflate(0, 4 * rect.h)
                assert any(around.collidepoint(line.at(n / 100)) for n in range(101)), sector
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_the_pills_of_a_bloc_hide_no_emblem_and_no_plate(size: tuple[int, int], scale: str) -> None:
    person = shown("tip of a bloc", size, scale)
    scene = person.app.scene
    assert isinstance(scene, PlayScene)
    board = scene.board()
    places = spots(board, widths(board))
    pills = [rect for _, rect in placed(board, places, lanes(board, places, pointed_routes(board)))]
    others = [*places.docks.values(), *places.plates.values()]
    assert len(pills) > 1 and all(pill.collidelist(others) < 0 for pill in pills)
    leave(person)


def test_an_input_is_amber_where_it_holds_a_sector_down() -> None:
    person, scene, t = seated()
    look(person, scene)
    assert not has_colour(person, f"source:{US}:{MAGNETS}", theme.LOSS)
    t.control(CHINA, MAGNETS, 3)
    look(person, scene)
    assert has_colour(person, f"source:{US}:{MAGNETS}", theme.LOSS)
    leave(person)


def test_everything_on_the_map_is_reached_by_keys_and_tells_its_why() -> None:
    person, scene, _ = seated()
    look(person, scene)
    person.reach("view:graph")
    go_by_keys(person, "country:1", "source:0:3", *[f"bloc:{bloc}" for bloc in range(T.BLOCS)])
    leave(person)


@pytest.mark.parametrize("scale", ["100", "125"])
def test_plates_leave_east_asia_to_be_seen(scale: str) -> None:
    """None lies over China, nor over the land of a neighbour."""
    person, scene, _ = seated((1920, 1080), scale)
    look(person, scene)
    world, area = scene.board().world, scene.board().map_rect
    plates = {n.name: n.ring for n in person.app.stage.nodes if n.name.startswith("bloc:") and n.ring}
    china = [(85, 40), (97, 36), (105, 30), (112, 30), (117, 35), (125, 45)]
    for bloc, spots_of_it in ((T.NONE, china), (KOREA, [NODES[KOREA]]), (TAIWAN, [NODES[TAIWAN]])):
        for lon, lat in spots_of_it:
            x, y = world.at(lon, lat)
            point = (x + area.x, y + area.y)
            assert [name for name, ring in plates.items() if ring.collidepoint(point)] in ([], [f"bloc:{bloc}"])
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_no_plate_hides_another_and_no_text_is_cut_off(size: tuple[int, int], scale: str) -> None:
    person, scene, t = seated(size, scale)
    look(person, scene)
    assert mine(person) == []
    nodes = person.app.stage.nodes
    rects = [n.rect for n in nodes if n.name.split(":")[0] in ("bloc", "country", "source")]
    area = next(n.rect for n in nodes if n.name == "map")
    assert all(area.contains(rect) for rect in rects)
    assert not any(a.colliderect(b) for a, b in combinations(rects, 2))
    before = {n.name: n.rect for n in nodes if n.name.startswith("bloc:")}
    for i in range(T.UPSTREAM):
        t.control(US, i, 3).control(CHINA, i, 3)
    for bloc in range(T.BLOCS):
        t.align(bloc, 3 if bloc % 2 else -3).put(T.SOURCE + bloc, 3)
    look(person, scene)
    assert mine(person) == []
    after = {n.name: n.rect for n in person.app.stage.nodes if n.name.startswith("bloc:")}
    assert after == before  # plates never move
    leave(person)


def test_the_map_says_that_it_is_no_statement_on_borders() -> None:
    for size, scale in (((1280, 720), "100"), ((1920, 1080), "125")):
        person, scene, _ = seated(size, scale)
        look(person, scene)
        assert any("Illustrative map" in text for text in words(person, "map:front"))
        leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_the_legend_says_whom_a_route_of_either_colour_supplies(size: tuple[int, int], scale: str) -> None:
    person, scene, _ = seated(size, scale)
    look(person, scene)
    written = words(person, "map:front")
    for short in ("US", "CN"):
        assert {f"supplies {short}", f"to {short}"} & set(written)
    leave(person)


@pytest.mark.parametrize(("size", "scale"), SIZES, ids=SIZE_NAMES)
def test_every_badge_lies_on_its_route(size: tuple[int, int], scale: str) -> None:
    person, scene, t = seated(size, scale)
    for i in range(T.UPSTREAM):
        t.control(US, i, 2)
    look(person, scene)
    board = scene.board()
    found = lanes(board, spots(board, widths(board)), routes(board))
    for lane in found:
        way = [lane.bow.at(n / 200) for n in range(201)]
        assert min(math.dist(lane.badge, point) for point in way) < 4, lane.route
    assert len(found) > T.UPSTREAM
    leave(person)


def test_in_presenter_mode_no_plate_and_no_dock_lies_over_another_bloc_s_land() -> None:
    person = shown("presenter: map", (1280, 720))
    board = person.app.scene.board()
    places = spots(board, widths(board))
    for bloc, land in places.lands.items():
        over = [*places.docks.values(), *(plate for other, plate in places.plates.items() if other != bloc)]
        assert not any(rect.collidepoint(land) for rect in over), board.book.blocs[bloc].title
    leave(person)


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), "100"), ((1920, 1080), "125")], ids=str)
def test_no_plate_cuts_the_dot_that_marks_its_land(size: tuple[int, int], scale: str) -> None:
    person = shown("presenter: map", size, scale)
    board = person.app.scene.board()
    places, r = spots(board, widths(board)), world.DOT * board.pen.scale
    dots = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', world._leaders(board, places))
    assert dots
    for x, y in dots:
        bloc = min(places.lands, key=lambda b: math.dist(places.lands[b], (float(x), float(y))))
        plate = places.plates[bloc]
        middle = max(plate.x + plate.h / 2, min(plate.right - plate.h / 2, float(x)))
        assert math.dist((float(x), float(y)), (middle, plate.centery)) > plate.h / 2 + r - 1, bloc
    leave(person)
