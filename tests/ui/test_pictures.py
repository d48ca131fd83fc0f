"""Icons, illustrations, boxes, bars and the map."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.content.pack import Pack
from game.engine import terms as T
from game.places import assets_dir
from game.ui import svg, theme, worldmap
from game.ui.pen import Pen
from game.ui.svg import MissingPicture
from game.ui.worldmap import (
    CAPITALS,
    CHINA_LAND,
    ELSEWHERE,
    NODES,
    TABLE,
    US_LAND,
    WorldMap,
    land_of,
    outlines,
)

UI = Path(svg.__file__).parent
NAMED = re.compile(r'\.(?:icon|heading)\(\s*\w+,\s*(?:\w+,\s*)?"([a-z-]+)"')


@pytest.fixture
def pen() -> Iterator[Pen]:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1280, 720))
    yield Pen(1280, 720)


# --- icons and illustrations ---------------------------------------------------------------------


def test_a_missing_icon_is_an_error_that_names_the_file(pen: Pen) -> None:
    with pytest.raises(MissingPicture, match="no-such-icon"):
        pen.icon(pygame.Surface((50, 50)), "no-such-icon", 20, 20, 20, "#FFFFFF")


def test_every_icon_that_the_code_names_exists() -> None:
    code = "\n".join(file.read_text("utf-8") for file in UI.rglob("*.py"))
    names = set(NAMED.findall(code))
    assert "tension" in names
    assert [name for name in sorted(names) if not (assets_dir() / "icons" / f"{name}.svg").is_file()] == []


@pytest.mark.parametrize("file", sorted((assets_dir() / "icons").glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_leaves_ink_inside_its_box(pen: Pen, file: Path) -> None:
    picture = pen.icon_picture(file.stem, 48, "#FFFFFF")
    ink = picture.get_bounding_rect()
    assert ink.w * ink.h > 100
    assert pygame.Rect(0, 0, 48, 48).contains(ink)


def test_an_icon_takes_the_colour_it_is_asked_for(pen: Pen) -> None:
    picture = pen.icon_picture("tension", 64, "#FF0000")
    colours = {
        tuple(picture.get_at((x, y)))[:3]
        for x in range(64)
        for y in range(64)
        if picture.get_at((x, y))[3] > 200
    }
    assert colours == {(255, 0, 0)}


def test_every_card_has_its_illustration(pack: Pack) -> None:
    named = {card.art for card in pack.cards if card.art}
    assert named
    assert sorted(name for name in named if svg.svg_file("art", name) is None) == []


def test_an_illustration_fills_its_place_and_has_round_upper_corners(pen: Pen) -> None:
    for name in ("no-such-art", next((assets_dir() / "art").glob("*.svg")).stem):
        art = pen.art(name, 188, 105, 9)
        assert art.get_size() == (188, 105)
        assert art.get_at((0, 0))[3] == 0 and art.get_at((187, 0))[3] == 0
        assert art.get_at((94, 50))[3] == 255 and art.get_at((0, 104))[3] == 255


def test_the_same_picture_is_rendered_once(pen: Pen) -> None:
    a = pen.svg('<rect width="10" height="10" fill="#fff"/>', 10, 10)
    assert pen.svg('<rect width="10" height="10" fill="#fff"/>', 10, 10) is a


# --- boxes and bars ------------------------------------------------------------------------------


def test_a_box_goes_from_its_upper_to_its_lower_colour(pen: Pen) -> None:
    target = pygame.Surface((100, 80), pygame.SRCALPHA)
    pen.box(target, target.get_rect(), "#FF0000", "#0000FF", "#FFFFFF", 12)
    assert target.get_at((0, 0))[3] == 0
    assert target.get_at((50, 8))[0] > 200 and target.get_at((50, 72))[2] > 200


@pytest.mark.parametrize("length", [1, 4, 9.5, 40, 133.7, 900])
def test_a_dashed_line_ends_in_the_middle_of_a_gap(length: float) -> None:
    found = re.search(r'"([0-9.]+) ([0-9.]+)"', svg.dashed([(0, 0), (length, 0)], 6, 4))
    assert found
    on, off = (float(number) for number in found.groups())
    assert on / off == pytest.approx(1.5, rel=0.02)
    assert length % (on + off) == pytest.approx(on + off / 2, rel=0.05)


def test_a_dashed_curve_looks_the_same_every_time(pen: Pen) -> None:
    corners = [(71.7, 131.5), (41.8, 26.8), (12.0, 12.5)]
    path = "M71.7 131.5Q41.8 26.8 12.0 12.5"
    body = f'<path d="{path}" fill="none" stroke="#fff" stroke-width="2" {svg.dashed(svg.curve(corners), 6, 4)}/>'
    source, seen = svg.document(body, 84, 144), set()
    for n in range(60):
        waste = [os.urandom(97 * k * (n + 1) % 40_000) for k in range(30)][::2]  # other memory each time
        del waste
        seen.add(svg.rendered(source, 84, 144).get_buffer().raw)
    assert len(seen) == 1


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_bar_is_as_long_as_its_share(pen: Pen, share: float) -> None:
    target = pygame.Surface((200, 12), pygame.SRCALPHA)
    pen.bar(target, target.get_rect(), share, 0)
    blue = [x for x in range(200) if target.get_at((x, 8))[2] > 150]
    assert abs(len(blue) - 200 * share) <= 6


def test_chinas_bars_are_hatched_and_those_of_the_us_are_not(pen: Pen) -> None:
    def changes(side: int) -> int:
        fill = pen.bar_fill(200, 12, side)
        row = [sum(fill.get_at((x, 7))[:3]) for x in range(20, 180)]
        return sum(abs(a - b) > 25 for a, b in zip(row, row[1:], strict=False))

    assert changes(0) == 0
    assert changes(1) > 20


def test_markers_differ_in_shape(pen: Pen) -> None:
    inks = []
    for side in (0, 1, 2):
        target = pygame.Surface((40, 40), pygame.SRCALPHA)
        pen.marker(target, side, 20, 20, 40)
        inks.append(sum(target.get_at((x, y))[3] > 128 for x in range(40) for y in range(40)))
    assert len(set(inks)) == 3


# --- the map -------------------------------------------------------------------------------------


def test_every_country_belongs_to_the_bloc_it_should() -> None:
    lands = {country["n"]: land_of(country) for country in outlines()["countries"]}
    assert lands["United States of America"] == US_LAND
    assert lands["China"] == CHINA_LAND
    assert lands["Taiwan"] == T.TAIWAN
    assert lands["Greenland"] == lands["Germany"] == T.EU
    assert lands["South Korea"] == T.KOREA and lands["Japan"] == T.JAPAN
    assert lands["Vietnam"] == T.ASEAN and lands["India"] == T.INDIA and lands["Saudi Arabia"] == T.GULF
    assert lands["Australia"] == lands["Brazil"] == lands["Nigeria"] == lands["Mexico"] == T.SOUTH
    assert lands["Russia"] == lands["Canada"] == lands["North Korea"] == ELSEWHERE
    assert set(lands.values()) == {*range(T.BLOCS), US_LAND, CHINA_LAND, ELSEWHERE}


def test_every_number_in_the_list_of_lands_is_on_the_map() -> None:
    drawn = {country["id"] for country in outlines()["countries"]}
    assert set(worldmap.LAND_OF) - drawn == set()


def test_land_is_painted_in_the_colour_of_its_bloc(pen: Pen) -> None:
    world = WorldMap(pen, 1000, 460)
    colours: dict[int | str, str] = {
        land: "#202020" for land in (*range(T.BLOCS), US_LAND, CHINA_LAND, ELSEWHERE)
    }
    colours |= {CHINA_LAND: "#FF0000", US_LAND: "#0000FF", T.SOUTH: "#00FF00"}
    picture = pygame.Surface((1000, 460))
    world.draw(picture, (0, 0), colours)

    def at(lon: float, lat: float) -> tuple[int, ...]:
        x, y = world.at(lon, lat)
        return tuple(picture.get_at((round(x), round(y))))[:3]

    assert at(103, 33) == (255, 0, 0)
    assert at(-100, 40) == (0, 0, 255)
    assert at(22, -4) == at(134, -24) == at(-56, -10) == (0, 255, 0)
    assert at(90, 62) == (32, 32, 32)


def test_hatched_land_is_crossed_by_lines_and_other_land_is_not(pen: Pen) -> None:
    world = WorldMap(pen, 1000, 460)
    colours: dict[int | str, str] = {
        land: "#FF0000" for land in (*range(T.BLOCS), US_LAND, CHINA_LAND, ELSEWHERE)
    }
    plain, hatched = pygame.Surface((1000, 460)), pygame.Surface((1000, 460))
    world.draw(plain, (0, 0), colours)
    world.draw(hatched, (0, 0), colours, {T.SOUTH: 1})

    def shades(picture: pygame.Surface, lon: float, lat: float) -> int:
        x, y = world.at(lon, lat)
        return len({tuple(picture.get_at((round(x) + n, round(y)))) for n in range(12)})

    assert shades(hatched, 134, -24) > shades(plain, 134, -24)
    assert shades(hatched, -100, 40) == shades(plain, -100, 40)


def test_a_frame_fills_the_map_below_the_head(pen: Pen) -> None:
    world = WorldMap(pen, 700, 300, TABLE, 30)
    west, east, north, south = TABLE
    (left, top), (right, bottom) = world.at(west, north), world.at(east, south)
    assert top >= 29 and bottom <= 301
    assert 0 <= left < right <= 700 and (bottom - top > 260 or right - left > 600)


def test_every_node_stands_on_the_map(pen: Pen) -> None:
    world = WorldMap(pen, 1000, 460)
    for lon, lat in (*NODES.values(), *CAPITALS):
        x, y = world.at(lon, lat)
        assert 0 < x < 1000 and 0 < y < 460


def test_east_is_right_and_north_is_up(pen: Pen) -> None:
    world = WorldMap(pen, 1000, 460)
    assert world.at(100, 10)[0] > world.at(20, 10)[0] > world.at(-90, 10)[0]
    assert world.at(0, 60)[1] < world.at(0, 0)[1] < world.at(0, -40)[1]


def test_a_map_can_be_rendered_on_a_thread(pen: Pen) -> None:
    world = WorldMap(pen, 411, 190)
    assert not world.is_ready
    world.begin()
    colours = {land: theme.MAP_NEUTRAL for land in (*range(T.BLOCS), US_LAND, CHINA_LAND, ELSEWHERE)}
    world.draw(pygame.Surface((411, 190)), (0, 0), colours)
    worldmap.finish()
    assert world.is_ready


def test_a_narrow_illustration_shows_what_lies_around_its_focus(pen: Pen) -> None:
    whole, narrow = pen.art("launcher", 240, 136, 0), pen.art("launcher", 136, 136, 0)
    at = svg.focus(svg.svg_file("art", "launcher") or "")
    assert at > 120
    assert [narrow.get_at((68, y)) for y in range(136)] == [whole.get_at((round(at), y)) for y in range(136)]
