"""Chips, wafers and racks."""

import math
import random

from kit import Iso, Scene, dark, light
from things import GOLD


def chip(s: Scene, x: float, y: float, size: float, tone: str, pins: str = GOLD, n: int = 7) -> None:
    """A chip from above: pins, a bevelled lid, and the die with its blocks."""
    half, pin = size / 2, size / 2 / n
    for k in range(n):
        at = -half + size * (k + 0.5) / n - pin / 2
        for dx, dy, w, h in (
            (at, -half - size * 0.11, pin, size * 0.12),
            (at, half - 0.5, pin, size * 0.12),
            (-half - size * 0.11, at, size * 0.12, pin),
            (half - 0.5, at, size * 0.12, pin),
        ):
            s.rect(x + dx, y + dy, w, h, pins, 0.95, pin * 0.2)
    lid = s.fade((light(tone, 0.28), dark(tone, 0.35)), x - half, y - half, x + half, y + half)
    s.rect(x - half, y - half, size, size, lid, 1, size * 0.07)
    inner = size * 0.62
    s.rect(x - inner / 2, y - inner / 2, inner, inner, dark(tone, 0.55), 1, size * 0.03)
    die(s, x - inner * 0.42, y - inner * 0.42, inner * 0.84, inner * 0.84, pins)
    s.line([(x - half + 2, y - half + 1), (x + half - 2, y - half + 1)], "#FFFFFF", 0.8, 0.5)
    s.circle(x - half * 0.78, y + half * 0.78, size * 0.03, pins, 0.9)


def die(s: Scene, x: float, y: float, w: float, h: float, tone: str, seed: int = 5) -> None:
    """The floor plan of a die."""
    luck = random.Random(seed)
    s.rect(x, y, w, h, s.fade((light(tone, 0.1), dark(tone, 0.5)), x, y, x + w, y + h), 0.9, w * 0.03)
    n = 5
    for row in range(n):
        left = 0.0
        while left < n:
            wide = luck.choice((1, 1, 2, 3))
            wide = min(wide, n - left)
            shade = luck.uniform(0.15, 0.55)
            s.rect(
                x + w * (left + 0.1) / n,
                y + h * (row + 0.1) / n,
                w * (wide - 0.2) / n,
                h * 0.8 / n,
                "#060A18",
                shade,
                w * 0.012,
            )
            left += wide


def chip_tile(g: Iso, x: float, y: float, z: float, size: float, tone: str, pins: str = GOLD) -> None:
    """A chip lying on a floor seen from a corner."""
    for k in range(5):
        at = size * (k + 0.3) / 5
        g.box(x + at, y + size, z, size * 0.08, size * 0.1, 0.6, pins)
        g.box(x + size, y + at, z, size * 0.1, size * 0.08, 0.6, pins)
    g.box(x, y, z, size, size, size * 0.12, tone)
    g.floor(x + size * 0.2, y + size * 0.2, size * 0.6, size * 0.6, dark(tone, 0.5), 1, z + size * 0.12)
    g.floor(x + size * 0.3, y + size * 0.3, size * 0.4, size * 0.4, pins, 0.85, z + size * 0.12)


def wafer(
    s: Scene, x: float, y: float, r: float, squeeze: float, stops: tuple[str, ...], cell: float = 7
) -> None:
    """A wafer with its grid of dies; squeeze 1 is seen from above."""
    s.ellipse(x, y + r * squeeze * 0.12, r * 1.01, r * squeeze, "#03060E", 0.7)
    s.ellipse(x, y, r, r * squeeze, s.fade(stops, x - r, y - r * squeeze, x + r, y + r * squeeze))
    n = int(r / cell)
    for i in range(-n, n + 1):
        for j in range(-n, n + 1):
            if math.hypot(i, j) * cell < r - cell * 0.8:
                shade = 0.22 + 0.3 * ((i * 7 + j * 13) % 5) / 4
                w, h = cell * 0.82, cell * 0.82 * squeeze
                s.rect(x + i * cell - w / 2, y + j * cell * squeeze - h / 2, w, h, "#0A1030", shade, 0.5)
    s.ring(x, y, r, r * squeeze, "#F0F6FF", 1.3, 0.9)
    s.path(
        f"M{x - r * 0.7:.1f} {y - r * squeeze * 0.55:.1f}Q{x:.1f} {y - r * squeeze * 1.02:.1f} {x + r * 0.6:.1f} {y - r * squeeze * 0.66:.1f}",
        "#FFFFFF",
        1.6,
        0.45,
    )


def server(s: Scene, x: float, y: float, w: float, h: float, tone: str, lamp: str, seed: int = 1) -> None:
    """A rack from the front."""
    luck = random.Random(seed)
    s.rect(x, y, w, h, s.down(light(tone, 0.12), dark(tone, 0.4), y, y + h), 1, 1.5)
    n = max(3, int(h / 8))
    for k in range(n):
        top = y + 3 + (h - 6) * k / n
        s.rect(x + 2, top, w - 4, (h - 6) / n - 1.6, "#04080F", 0.75, 0.8)
        for m in range(int((w - 8) / 4)):
            if luck.random() < 0.7:
                s.rect(
                    x + 4 + m * 4,
                    top + 1.4,
                    2,
                    1.3,
                    lamp if luck.random() < 0.75 else GOLD,
                    luck.uniform(0.5, 1),
                )
