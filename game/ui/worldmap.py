"""The world behind the table: land coloured by bloc, painted once per size and set of colours.

Natural Earth outlines (public domain); see assets/map/ORIGIN.md. Central meridian 11° E, so that no country of the
game is cut.
"""

import json
import math
from functools import lru_cache

import pygame

from game.engine import terms as T
from game.places import assets_dir

from . import theme
from .pen import Pen

US_LAND, CHINA_LAND, ELSEWHERE = "us", "china", "other"
CENTRE = 11.0
NORTH, SOUTH = 78.0, -56.0

# ISO 3166 numbers by bloc (by number in `terms`) or side
_LANDS: dict[int | str, str] = {
    US_LAND: "840 630",
    CHINA_LAND: "156 344 446",
    T.EU: "304 040 056 100 191 196 203 208 233 246 250 276 300 348 352 372 380 428 440 442 470 528 578 616 620 642 "
    "703 705 724 752 756 826",
    T.JAPAN: "392",
    T.KOREA: "410",
    T.TAIWAN: "158",
    T.ASEAN: "096 104 116 360 418 458 608 702 704 764 626",
    T.INDIA: "356",
    T.GULF: "682 784 634 414 048 512",
    T.SOUTH: "036 554 598 032 068 076 152 170 218 238 328 600 604 740 858 862 024 072 108 120 140 148 174 178 180 "
    "204 226 231 232 262 266 270 288 324 384 404 426 430 434 450 454 466 478 480 504 508 516 562 566 624 646 678 "
    "686 690 694 706 710 716 728 729 732 748 768 788 800 818 834 854 894 012",
}
LAND_OF = {number: land for land, numbers in _LANDS.items() for number in numbers.split()}

# Where a bloc's node stands, degrees (longitude, latitude)
NODES = {
    T.EU: (11, 50), T.JAPAN: (153, 36), T.KOREA: (129, 55), T.TAIWAN: (127, 19), T.ASEAN: (108, -4),
    T.INDIA: (79, 17), T.GULF: (48, 24), T.SOUTH: (24, -7),
}  # fmt: skip
CAPITALS = ((-98.0, 40.0), (98.0, 37.0))  # nodes of the US and China


@lru_cache(maxsize=1)
def _data() -> dict[str, list]:  # type: ignore[type-arg]
    data: dict[str, list] = json.loads((assets_dir() / "map" / "world.json").read_text("utf-8"))  # type: ignore
    return data


def project(lon: float, lat: float) -> tuple[float, float]:
    """A compromise projection (Natural Earth's polynomial is overkill here): width narrows gently to the poles."""
    x = (lon - CENTRE + 180) % 360 - 180
    phi = math.radians(lat)
    return math.radians(x) * (0.87 - 0.13 * phi * phi + 0.13), -phi * 1.12


class WorldMap:
    """One size of the map: places points, paints the land."""

    def __init__(self, pen: Pen, width: int, height: int) -> None:
        self.pen, self.width, self.height = pen, width, height
        left, right = project(-168, 30)[0], project(178, -10)[0]
        top, bottom = project(0, NORTH)[1], project(0, SOUTH)[1]
        self._scale = min(width / (right - left), height / (bottom - top))
        self._x = (width - (left + right) * self._scale) / 2
        self._y = (height - (top + bottom) * self._scale) / 2

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a place."""
        x, y = project(lon, lat)
        return self._x + x * self._scale, self._y + y * self._scale

    def paint(self, colours: dict[int | str, str]) -> pygame.Surface:
        """The land in these colours (by bloc, US_LAND, CHINA_LAND, ELSEWHERE)."""
        w, h = self.width, self.height
        land = "".join(self._country(country, colours) for country in _data()["countries"])
        lines = self._lines("border", theme.DEEPEST, 0.8, 0.7) + self._lines("coast", "#7FA6DD", 0.9, 0.55)
        glow = self.pen.svg(land, w / 4, h / 4, box=f"0 0 {w} {h}")
        glow = pygame.transform.gaussian_blur(glow, max(1, self.pen.px(3)))
        picture = pygame.Surface((w, h), pygame.SRCALPHA)
        soft = pygame.transform.smoothscale(glow, (w, h))
        soft.set_alpha(110)
        picture.blit(soft, (0, 0))
        picture.blit(self.pen.svg(self._graticule(), w, h), (0, 0))
        picture.blit(self.pen.svg(land + lines, w, h), (0, 0))
        return picture

    def _path(self, points: list[list[int]], closed: bool) -> str:
        """A path in pixels, broken where it would cross the edge of the map."""
        parts, last = [], None
        for lon, lat in points:
            x, y = self.at(lon / 100, lat / 100)
            jump = last is not None and abs(x - last) > self.width / 2
            parts.append(f"{'M' if last is None or jump else 'L'}{x:.1f} {y:.1f}")
            last = x
        return "".join(parts) + ("Z" if closed else "")

    def _country(self, country: dict, colours: dict[int | str, str]) -> str:  # type: ignore[type-arg]
        colour = colours[LAND_OF.get(country["id"], ELSEWHERE)]
        path = "".join(self._path(ring, True) for ring in country["r"])
        return f'<path d="{path}" fill="{colour}" stroke="{colour}" stroke-width="0.6"/>'

    def _lines(self, kind: str, colour: str, width: float, opacity: float) -> str:
        path = "".join(self._path(line, False) for line in _data()[kind])
        stroke = f'stroke="{colour}" stroke-width="{width * self.pen.scale:.2f}" stroke-opacity="{opacity}"'
        return f'<path d="{path}" fill="none" {stroke}/>'

    def _graticule(self) -> str:
        paths = []
        for lon in range(-150, 181, 30):
            points = [[lon * 100, lat * 100] for lat in range(-56, 79, 6)]
            paths.append(self._path(points, False))
        for lat in range(-40, 71, 20):
            points = [[lon * 100, lat * 100] for lon in range(-168, 190, 6)]
            paths.append(self._path(points, False))
        return (
            f'<path d="{"".join(paths)}" fill="none" stroke="#4A6EA8" stroke-opacity=".16" stroke-width="1"/>'
        )
