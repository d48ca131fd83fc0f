"""How people with another colour vision see a picture: Machado, Oliveira and Fernandes 2009, at full severity.

Their matrices work on linear light. One person in twenty in a class sees red and green alike, so every colour that
means something has a second cue; the settings show both side by side.
"""

from array import array
from functools import lru_cache

import pygame

PROTAN, DEUTAN, TRITAN = "protan", "deutan", "tritan"
Row = tuple[float, float, float]
MATRICES: dict[str, tuple[Row, Row, Row]] = {
    PROTAN: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    DEUTAN: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    TRITAN: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


@lru_cache(maxsize=256)
def linear(part: int) -> float:
    """Light of a colour part of 0 to 255, 0 to 1."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def encoded(light: float) -> int:
    """The colour part of 0 to 255 that gives this light."""
    light = min(1.0, max(0.0, light))
    share = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(share * 255)


@lru_cache(maxsize=1 << 16)
def seen(red: int, green: int, blue: int, vision: str) -> tuple[int, int, int]:
    """A colour as this vision sees it."""
    light = linear(red), linear(green), linear(blue)
    r, g, b = (
        encoded(sum(share * part for share, part in zip(row, light, strict=True))) for row in MATRICES[vision]
    )
    return r, g, b


def seen_picture(picture: pygame.Surface, vision: str) -> pygame.Surface:
    """A picture as this vision sees it; each of its colours is reckoned once."""
    pixels = array("I", pygame.image.tobytes(picture, "RGBA"))
    changed = {pixel: _pixel(pixel, vision) for pixel in set(pixels)}
    data = array("I", map(changed.__getitem__, pixels)).tobytes()
    return pygame.image.frombytes(data, picture.get_size(), "RGBA")


def _pixel(pixel: int, vision: str) -> int:
    """The same for four bytes read as one number, whatever order the machine reads them in."""
    red, green, blue, alpha = array("I", [pixel]).tobytes()
    return array("I", bytes((*seen(red, green, blue, vision), alpha)))[0]
