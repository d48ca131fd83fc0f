"""Colours as people with another colour vision see them."""

from itertools import combinations

import pygame
import pytest

from game.ui import theme
from game.ui.vision import DEUTAN, MATRICES, PROTAN, TRITAN, encoded, linear, seen, seen_picture


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def lab(colour: tuple[int, int, int]) -> tuple[float, float, float]:
    """CIE Lab of a colour, white being D65."""
    r, g, b = (linear(part) for part in colour)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (n ** (1 / 3) if n > 0.008856 else 7.787 * n + 16 / 116 for n in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(a: str, b: str, vision: str) -> float:
    points = [lab(seen(*rgb(colour), vision) if vision else rgb(colour)) for colour in (a, b)]
    return sum((m - n) ** 2 for m, n in zip(*points, strict=True)) ** 0.5


def test_light_and_back_is_the_same_colour() -> None:
    assert [encoded(linear(part)) for part in range(256)] == list(range(256))


@pytest.mark.parametrize("vision", MATRICES)
def test_greys_stay_as_they_are(vision: str) -> None:
    for part in range(0, 256, 15):
        assert max(abs(new - part) for new in seen(part, part, part, vision)) <= 1


def test_red_is_dark_to_protans_and_red_and_green_are_alike_to_both() -> None:
    assert sum(seen(255, 0, 0, PROTAN)) < sum(seen(255, 0, 0, DEUTAN)) < sum(seen(255, 0, 0, TRITAN)) + 400
    assert seen(255, 0, 0, PROTAN)[0] < 130
    for vision in (PROTAN, DEUTAN):
        assert distance("#B04040", "#707030", vision) < distance("#B04040", "#707030", "") / 2


@pytest.mark.parametrize("vision", ["", *MATRICES])
def test_the_sides_are_told_apart_by_everybody(vision: str) -> None:
    assert distance(*theme.BRIGHT, vision) > 70
    assert distance(*theme.MAP_SIDE, vision) > 60


@pytest.mark.parametrize("vision", ["", *MATRICES])
def test_more_and_less_are_told_apart_by_everybody(vision: str) -> None:
    assert distance(theme.GAIN, theme.LOSS, vision) > 30
    assert distance(theme.LOSS, theme.BRIGHT[1], vision) > 10


@pytest.mark.parametrize("vision", ["", *MATRICES])
def test_neighbouring_zones_of_tension_are_told_apart(vision: str) -> None:
    calm_and_brink = distance(theme.TENSION[0], theme.TENSION[-1], vision)
    assert calm_and_brink > 50
    assert all(distance(a, b, vision) > 3 for a, b in combinations(theme.TENSION, 2))


def test_a_picture_is_changed_point_by_point_and_keeps_its_holes() -> None:
    picture = pygame.Surface((3, 1), pygame.SRCALPHA)
    for x, colour in enumerate(((255, 93, 87, 255), (74, 155, 255, 128), (0, 0, 0, 0))):
        picture.set_at((x, 0), colour)
    changed = seen_picture(picture, DEUTAN)
    assert tuple(changed.get_at((0, 0))) == (*seen(255, 93, 87, DEUTAN), 255)
    assert tuple(changed.get_at((1, 0))) == (*seen(74, 155, 255, DEUTAN), 128)
    assert changed.get_at((2, 0)).a == 0
