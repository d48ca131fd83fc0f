"""The world behind the table: land coloured by bloc, from Natural Earth outlines (assets/map/ORIGIN.md).

Rendering outlines takes 0.1 to 1 s, so it is done once per size into layers: what lies under the land, a
white shape for each bloc, lines over it. Colouring them anew takes milliseconds. `begin` renders on a thread.
"""

import json
import math
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

import pygame

from game.engine import terms as T
from game.places import assets_dir

from . import theme
from .kept import weight
from .pen import Pen
from .svg import document, rendered

US_LAND, CHINA_LAND, ELSEWHERE = "us", "china", "other"
Land = int | str
CENTRE = 11.0  # degrees east: no country of the game is cut
Frame = tuple[float, float, float, float]  # degrees: west, east, north, south
WHOLE: Frame = (-168, 178, 78, -56)
TABLE: Frame = (-141, 189, 66, -40)  # where the game happens, with Alaska; the rest runs out to the edges
CLOSE: Frame = (-127, 190, 66, -40)  # the same without it, for a map on which the plates need the room

# ISO 3166 numbers by bloc (by number in `terms`) or side. Taiwan is a bloc of its own; Greenland goes with Europe.
_LANDS: dict[Land, str] = {
    US_LAND: "840 630",
    CHINA_LAND: "156",
    T.EU: "304 040 056 100 191 196 203 208 233 246 250 276 300 348 352 372 380 428 440 442 528 578 "
    "616 620 642 703 705 724 752 756 826",
    T.JAPAN: "392",
    T.KOREA: "410",
    T.TAIWAN: "158",
    T.ASEAN: "096 104 116 360 418 458 608 704 764 626",
    T.INDIA: "356",
    T.GULF: "682 784 634 414 512",
    # Oceania, Latin America, Africa
    T.SOUTH: "036 554 598 090 548 242 "
    "032 044 068 076 084 152 170 188 192 214 218 222 238 320 328 332 340 388 484 558 591 600 604 740 "
    "780 858 862 012 024 072 108 120 140 148 178 180 204 226 231 232 262 266 270 288 324 384 404 426 "
    "430 434 450 454 466 478 504 508 516 562 566 624 646 686 694 706 710 716 728 729 732 748 768 788 "
    "800 818 834 854 894",
}
LAND_OF = {number: land for land, numbers in _LANDS.items() for number in numbers.split()}
UNNUMBERED = {"Somaliland": T.SOUTH}  # outlines without an ISO number, by name

# Where a bloc lies, degrees (longitude, latitude)
NODES = {
    T.EU: (10, 50),
    T.JAPAN: (138, 36.5),
    T.KOREA: (127.7, 36.5),
    T.TAIWAN: (121, 23.7),
    T.ASEAN: (106, 3),
    T.INDIA: (79, 22),
    T.GULF: (47, 24),
    T.SOUTH: (22, -6),
}
CAPITALS = ((-98.0, 40.0), (97.0, 43.0))  # nodes of the US and China

PLAIN: Mapping[Land, float] = {}  # no land is hatched
Points = list[list[int]]  # hundredths of a degree, longitude first


class Country(TypedDict):
    id: str | None
    n: str
    r: list[Points]


class Outlines(TypedDict):
    countries: list[Country]
    coast: list[Points]
    border: list[Points]


@dataclass(frozen=True)
class Layers:
    """A map of one size, not yet coloured."""

    under: tuple[pygame.Surface, ...]  # light on the ocean, the graticule, the land's glow
    lands: dict[Land, tuple[pygame.Surface, tuple[int, int]]]  # white shape, and where it goes
    over: pygame.Surface
    hatch: pygame.Surface  # slanting lines

    @property
    def weight(self) -> int:
        """Bytes."""
        shapes = [shape for shape, _ in self.lands.values()]
        return sum(map(weight, (*self.under, *shapes, self.over, self.hatch)))


SCREENFULS = 3  # of maps are kept, at least the last one
_layers: dict[tuple[object, ...], Layers] = {}
_rendering = threading.RLock()


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    data: Outlines = json.loads((assets_dir() / "map" / "world.json").read_text("utf-8"))
    return data


def land_of(country: Country) -> Land:
    """The bloc or side that a country belongs to in the game."""
    found = LAND_OF.get(country["id"] or "")
    return UNNUMBERED.get(country["n"], ELSEWHERE) if found is None else found


def project(lon: float, lat: float) -> tuple[float, float]:
    """A compromise projection: width narrows gently to the poles, y grows downwards."""
    x = (lon - CENTRE + 180) % 360 - 180
    phi = math.radians(lat)
    return math.radians(x) * (1 - 0.13 * phi * phi), -phi * 1.12


class WorldMap:
    """One size of the map: places points, paints the land. `frame` fills the map below `head` pixels."""

    def __init__(self, pen: Pen, width: int, height: int, frame: Frame = WHOLE, head: int = 0) -> None:
        self.pen, self.width, self.height = pen, width, height
        west, east, north, south = frame
        left, right = project(west, 30)[0], project(east, -10 if frame == WHOLE else 30)[0]
        top, bottom = project(0, north)[1], project(0, south)[1]
        self._scale = min(width / (right - left), (height - head) / (bottom - top))
        self._x = (width - (left + right) * self._scale) / 2
        self._y = head + (height - head - (top + bottom) * self._scale) / 2
        self._key = (width, height, pen.scale, frame, head)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a place."""
        x, y = project(lon, lat)
        return self._x + x * self._scale, self._y + y * self._scale

    @property
    def is_ready(self) -> bool:
        """Whether `paint` takes milliseconds only."""
        return self._key in _layers

    def begin(self) -> None:
        """Render on a thread of its own; `is_ready` tells when that is done."""
        if not self.is_ready:
            outlines()
            threading.Thread(target=self._render, daemon=True).start()

    def draw(
        self,
        target: pygame.Surface,
        at: tuple[int, int],
        colours: Mapping[Land, str],
        hatched: Mapping[Land, float] = PLAIN,
    ) -> None:
        """Draw the map onto something opaque: soft light over a transparent surface would get edges.

        Colours are by bloc, US_LAND, CHINA_LAND, ELSEWHERE; `hatched` says how strongly (0-1). Renders first, if
        need be.
        """
        self.draw_sea(target, at)
        self.draw_land(target, at, colours, hatched)

    def draw_sea(self, target: pygame.Surface, at: tuple[int, int]) -> None:
        """What never changes, under the land: onto something opaque."""
        for layer in self._render().under:
            target.blit(layer, at)

    def draw_land(
        self,
        target: pygame.Surface,
        at: tuple[int, int],
        colours: Mapping[Land, str],
        hatched: Mapping[Land, float] = PLAIN,
    ) -> None:
        """The land in its colours, with borders and coasts."""
        layers = self._render()
        for land, (shape, (x, y)) in layers.lands.items():
            tinted = shape.copy()
            tinted.fill(pygame.Color(colours[land]), special_flags=pygame.BLEND_RGB_MULT)
            target.blit(tinted, (at[0] + x, at[1] + y))
            if land in hatched:
                lines = layers.hatch.subsurface((x, y, *shape.get_size())).copy()
                lines.blit(shape, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
                lines.set_alpha(round(255 * hatched[land]))
                target.blit(lines, (at[0] + x, at[1] + y))
        target.blit(layers.over, at)

    def _render(self) -> Layers:
        with _rendering:
            if self._key not in _layers:
                _layers[self._key] = _Render(self).layers()
            found = _layers[self._key] = _layers.pop(self._key)  # the order is that of the last use
            room = SCREENFULS * 4 * self.pen.width * self.pen.height
            while len(_layers) > 1 and sum(layers.weight for layers in _layers.values()) > room:
                del _layers[next(iter(_layers))]
            return found


def finish() -> None:
    """Wait for renderings begun on threads: for tests and pictures."""
    with _rendering:
        pass


class _Render:
    """Makes the layers of a map."""

    def __init__(self, world: WorldMap) -> None:
        self.world, self.w, self.h = world, world.width, world.height
        self.unit = world.pen.scale

    def layers(self) -> Layers:
        paths: dict[Land, list[str]] = {}
        boxes: dict[Land, pygame.Rect] = {}
        for country in outlines()["countries"]:
            land = land_of(country)
            for ring in country["r"]:
                path, box = self.path(ring, True)
                paths.setdefault(land, []).append(path)
                boxes[land] = boxes[land].union(box) if land in boxes else box
        whole = "".join(path for parts in paths.values() for path in parts)
        screen = pygame.Rect(0, 0, self.w, self.h)
        shown = {land: box.clip(screen) for land, box in boxes.items() if box.colliderect(screen)}
        lands = {land: self._shape("".join(paths[land]), box) for land, box in shown.items()}
        return Layers(self._under(whole), lands, self._over(), self._hatch())

    def path(self, points: Points, is_closed: bool) -> tuple[str, pygame.Rect]:
        """A path in pixels, broken where it would cross the edge of the map, and its bounds."""
        parts: list[str] = []
        xs: list[float] = []
        ys: list[float] = []
        at: Callable[[float, float], tuple[float, float]] = self.world.at
        for lon, lat in points:
            x, y = at(lon / 100, lat / 100)
            jumps = bool(xs) and abs(x - xs[-1]) > self.w / 2
            parts.append(f"{'M' if not xs or jumps else 'L'}{x:.1f} {y:.1f}")
            xs.append(x)
            ys.append(y)
        left, top = math.floor(min(xs)) - 2, math.floor(min(ys)) - 2
        box = pygame.Rect(left, top, math.ceil(max(xs)) + 2 - left, math.ceil(max(ys)) + 2 - top)
        return "".join(parts) + ("Z" if is_closed else ""), box

    def _svg(self, body: str, scale: float = 1, defs: str = "") -> pygame.Surface:
        w, h = max(1, round(self.w * scale)), max(1, round(self.h * scale))
        return rendered(document(body, w, h, f"0 0 {self.w} {self.h}", defs), w, h)

    def _shape(self, path: str, box: pygame.Rect) -> tuple[pygame.Surface, tuple[int, int]]:
        """White land on a surface just large enough; the hairline hides seams between countries."""
        body = f'<path d="{path}" fill="#fff" stroke="#fff" stroke-width="{0.6 * self.unit:.2f}"/>'
        source = document(body, box.w, box.h, f"{box.x} {box.y} {box.w} {box.h}")
        return rendered(source, box.w, box.h), box.topleft

    def _under(self, land: str) -> tuple[pygame.Surface, ...]:
        """Light on the ocean, the graticule, and a glow around the land, blurred at quarter size."""
        lines = self._svg(self._graticule())
        lines.blit(self._light((255, 255, 255), 255, 0.92), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        soft = self._svg(f'<path d="{land}" fill="#3E86E8" fill-opacity=".5"/>', 0.25)
        soft = pygame.transform.gaussian_blur(soft, max(2, round(3 * self.unit)))
        glow = pygame.transform.smoothscale(soft, (self.w, self.h))
        return self._light((31, 74, 132), 150, 0.66), lines, glow

    def _light(self, colour: tuple[int, int, int], alpha: int, share: float) -> pygame.Surface:
        """An ellipse of light over a share (0-1) of the map that fades to nothing, blurred at an eighth."""
        small = pygame.Surface((max(8, self.w // 8), max(8, self.h // 8)), pygame.SRCALPHA)
        small.fill((*colour, 0))
        box = small.get_rect()
        pygame.draw.ellipse(small, (*colour, alpha), box.inflate(-box.w * (1 - share), -box.h * (1 - share)))
        soft = pygame.transform.gaussian_blur(small, max(2, box.h // 6))
        return pygame.transform.smoothscale(soft, (self.w, self.h))

    def _over(self) -> pygame.Surface:
        """Borders dark, coasts light."""
        return self._svg(
            self._lines("border", theme.DEEPEST, 0.8, 0.6) + self._lines("coast", "#A3C6FF", 0.9, 0.5)
        )

    def _hatch(self) -> pygame.Surface:
        """Slanting lines over the whole map: China's second cue beside its colour."""
        step, h = 9 * self.unit, self.h
        lines = "".join(
            f"M{n * step - h:.1f} {h}L{n * step:.1f} 0" for n in range(round((self.w + h) / step) + 1)
        )
        width = f'stroke-width="{2.2 * self.unit:.2f}" stroke-opacity=".42"'
        return self._svg(f'<path d="{lines}" fill="none" stroke="{theme.HATCH}" {width}/>')

    def _lines(self, kind: str, colour: str, width: float, opacity: float) -> str:
        lines = outlines()["border"] if kind == "border" else outlines()["coast"]
        path = "".join(self.path(line, False)[0] for line in lines)
        return (
            f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width * self.unit:.2f}" '
            f'stroke-opacity="{opacity}" stroke-linejoin="round"/>'
        )

    def _graticule(self) -> str:
        """Meridians and parallels every 20 degrees, the equator a little brighter."""
        lines = [[[lon * 100, lat * 100] for lat in range(-56, 79, 4)] for lon in range(-160, 180, 20)]
        lines += [[[lon * 100, lat * 100] for lon in range(-168, 190, 6)] for lat in (-40, -20, 20, 40, 60)]
        equator = [[lon * 100, 0] for lon in range(-168, 190, 6)]
        faint = "".join(self.path(line, False)[0] for line in lines)
        width = f'fill="none" stroke="#7FA8E0" stroke-width="{max(0.7, self.unit):.2f}"'
        return (
            f'<path d="{faint}" {width} stroke-opacity=".09"/>'
            f'<path d="{self.path(equator, False)[0]}" {width} stroke-opacity=".2"/>'
        )
