"""A window that costs little to look at, for tests that do much and look seldom: letters and pictures are empty
rectangles of their size, and only some frames are drawn. All that decides what is where, and all code that paints,
runs as it does for a player.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

import pygame
import pytest

from game.content.compile import load_base
from game.engine.rulebook import Rulebook
from game.engine.view import Observation
from game.match.library import Library, Section, Volume, volumes
from game.ui import app, panel, pen, svg, worldmap
from game.ui.handbook.pages import Press
from game.ui.lettering import Lettering
from game.ui.pen import Pen
from game.ui.scenes import debrief, desk, handbook, replay, roles, trial, turns, whatif
from game.ui.stage import Stage
from game.ui.table import globe, graph, lanes, world
from tests.ui import catalogue
from tests.ui.errands import Pending
from tests.ui.positions import Here

RENDERERS = (svg, panel, worldmap, globe, graph, lanes, world)  # modules that turn SVG into pixels
DRAWN = 12  # of so many frames one is drawn; nodes are built for each


class Hasty(Here):
    """A computer player in this process that moves at random."""

    def __init__(self, book: Rulebook, *rest: object) -> None:
        super().__init__(book)

    def start(self) -> None:
        pass

    def ask(self, observation: Observation, level: str, seed: str, persona: str = "neutral") -> None:
        super().ask(observation, "random", seed, persona)


class PlainFont:
    """A font by its measures alone: every letter is as wide as it is on its own."""

    def __init__(self, file: str, pixels: int) -> None:
        font = pygame.font.Font(file, pixels)
        self._ascent, self._height, self._capitals = font.get_ascent(), font.get_height(), font.metrics("H")
        self._letter = lru_cache(maxsize=None)(lambda letter: font.size(letter)[0])

    def get_ascent(self) -> int:
        return self._ascent

    def get_height(self) -> int:
        return self._height

    def metrics(self, text: str) -> list[tuple[int, int, int, int, int] | None]:
        return self._capitals

    def advance(self, text: str) -> float:
        return sum(map(self._letter, text))

    def split(self, x: float) -> tuple[int, int]:
        return round(x), 0

    def render(self, text: str, *rest: object) -> pygame.Surface:
        return empty(sum(map(self._letter, text)), self._height)


@lru_cache(maxsize=512)
def empty(width: int, height: int) -> pygame.Surface:
    return pygame.Surface((width, height), pygame.SRCALPHA)


def rendered(source: str, width: int, height: int) -> pygame.Surface:
    return empty(width, height)


@cache
def font_of(file: str, pixels: int) -> PlainFont:
    pygame.register_quit(font_of.cache_clear)  # a font is of no use once pygame was shut down
    return PlainFont(file, pixels)


def seldom(draw: Callable[..., list[pygame.Rect]]) -> Callable[..., list[pygame.Rect]]:
    """Drawing that is done only now and then: it looks at what was drawn last, so it catches up."""
    frames = 0

    def drawn(stage: Stage, target: pygame.Surface, whole: bool = False) -> list[pygame.Rect]:
        nonlocal frames
        frames += 1
        return draw(stage, target, whole) if whole or frames % DRAWN == 0 else []

    return drawn


@lru_cache(maxsize=1)
def _shelf() -> list[Volume]:
    return volumes(load_base())


_libraries: dict[tuple[int, ...], Library] = {}


def _library(
    shelf: Sequence[Volume], tables: Mapping[str, tuple[tuple[str, ...], ...]], more: Sequence[Section]
) -> Library:
    key = tuple(id(volume.book) for volume in shelf)  # the tables and sections besides are the same for all
    if key not in _libraries:
        if len(_libraries) > 16:
            _libraries.clear()
        _libraries[key] = Library(shelf, tables, more)  # which holds the books, so that no other gets their ids
    return _libraries[key]


@lru_cache(maxsize=32)
def _press(setter: Pen, bound: Library, is_plain: bool, *area: int) -> Press:
    return Press(setter, bound, pygame.Rect(*area), is_plain)


def bound_once(patch: pytest.MonkeyPatch) -> None:
    """Handbooks stay bound when they are closed, also for the next test."""
    patch.setattr(handbook, "volumes", lambda pack: _shelf())
    patch.setattr(handbook, "Library", _library)
    patch.setattr(handbook, "Press", lambda setter, bound, area, is_plain: _press(setter, bound, is_plain, *area))


_maps: dict[tuple[object, ...], worldmap.Layers] = {}


def _without_pictures(patch: pytest.MonkeyPatch) -> None:
    """Empty maps are kept apart, or a test that looks at pixels would find them; all, for they weigh nothing."""
    for module in RENDERERS:
        patch.setattr(module, "rendered", rendered)
    patch.setattr(worldmap, "_layers", _maps)
    patch.setattr(worldmap, "SCREENFULS", 100)
    patch.setattr(pygame.transform, "gaussian_blur", lambda surface, radius: surface)


def only_set(patch: pytest.MonkeyPatch) -> None:
    """Text is measured and set as ever, but nothing is drawn: for tests of where things stand."""
    _without_pictures(patch)
    patch.setattr(Lettering, "_ink", lambda setter, target, letters, place: None)
    patch.setattr(Stage, "draw", lambda stage, target, whole=False: [])
    patch.setattr(Stage, "animate", lambda stage, target: [])


kept_pen = lru_cache(maxsize=8)(Pen)  # a window of a size that another one had finds everything measured


def hurry(patch: pytest.MonkeyPatch) -> None:
    """Everything of this file in place of the real thing."""
    patch.setattr(turns, "Client", Hasty)
    patch.setattr(catalogue, "Here", Hasty)
    for scene in (replay, trial, whatif, desk):
        patch.setattr(scene, "Errand", Pending)
    for scene in (whatif, desk, roles):
        patch.setattr(scene, "open_page", lambda file: None)
    patch.setattr(debrief, "open_page", lambda file: None)
    patch.setattr(Stage, "draw", seldom(Stage.draw))
    patch.setattr(Lettering, "_font", lambda setter, file, pixels: font_of(file, pixels))
    _without_pictures(patch)
    for place in (app, pen):
        patch.setattr(place, "Pen", kept_pen)
    bound_once(patch)
