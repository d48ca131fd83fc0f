"""Land, sea, sky, towns and plants."""

import random

from kit import H, Scene, W, dark, light, mix

# --- land and sea --------------------------------------------------------------------------------


def ground(s: Scene, y: float, top: str, bottom: str) -> None:
    s.rect(0, y, W, H - y, s.down(top, bottom, y, H))


def hills(s: Scene, y: float, tone: str, height: float, seed: int, share: float = 1) -> None:
    """Soft hills, lighter along their backs."""
    luck = random.Random(seed)
    x, d = -20.0, f"M-20 {H}L-20 {y}"
    while x < W:
        step = luck.uniform(40, 70)
        rise = luck.uniform(0.4, 1) * height
        d += (
            f"C{x + step * 0.3:.1f} {y - rise:.1f} {x + step * 0.7:.1f} {y - rise:.1f} {x + step:.1f} {y:.1f}"
        )
        x += step
    s.fill(d + f"L{W + 40} {H}Z", s.down(light(tone, 0.16), dark(tone, 0.4), y - height, y + 40), share)


def mountains(s: Scene, y: float, tone: str, peaks: list[tuple[float, float, float]], snow: str = "") -> None:
    """Peaks (x, height, half width) with a lit and a dark face."""
    for x, h, w in peaks:
        lit, shade = (
            s.down(light(tone, 0.25), tone, y - h, y),
            s.down(dark(tone, 0.25), dark(tone, 0.5), y - h, y),
        )
        ridge = [(x, y - h), (x - w * 0.06, y - h * 0.7), (x + w * 0.1, y - h * 0.42), (x + w * 0.02, y)]
        s.shape([(x - w, y), (x - w * 0.45, y - h * 0.52), *ridge], lit)
        s.shape([(x + w, y), (x + w * 0.5, y - h * 0.46), *ridge], shade)
        if snow:
            low = [(x - w * 0.2, y - h * 0.76), (x - w * 0.08, y - h * 0.7), (x, y - h * 0.76)]
            s.shape([(x, y - h), *low, (x + w * 0.1, y - h * 0.7), (x + w * 0.24, y - h * 0.74)], snow)


def water(s: Scene, y: float, top: str, bottom: str, glint: str, at: float = 120, seed: int = 1) -> None:
    """A sea with strips of light under what shines at `at`."""
    ground(s, y, top, bottom)
    luck = random.Random(seed)
    for k in range(26):
        depth = luck.random() ** 1.6
        row, wide = y + 1.5 + depth * (H - y), 3 + depth * 22
        x = at + luck.gauss(0, 18 + 40 * depth) if k % 3 else luck.uniform(0, W)
        s.rect(x - wide / 2, row, wide, 0.5 + depth, glint, 0.16 + 0.34 * luck.random(), 0.6)


def clouds(s: Scene, x: float, y: float, w: float, tone: str = "#FFFFFF", share: float = 0.5) -> None:
    """One cloud; its parts are one path, so that they do not show through each other."""
    d = ""
    puffs = (
        (-0.42, 0.02, 0.16, 0.1),
        (-0.2, -0.06, 0.24, 0.14),
        (0.08, -0.1, 0.28, 0.17),
        (0.34, 0, 0.2, 0.11),
        (0, 0.06, 0.58, 0.08),
    )
    for dx, dy, rx, ry in puffs:
        cx, cy, a, b = x + dx * w, y + dy * w, rx * w, ry * w
        d += f"M{cx - a:.1f} {cy:.1f}A{a:.1f} {b:.1f} 0 0 1 {cx + a:.1f} {cy:.1f}A{a:.1f} {b:.1f} 0 0 1 {cx - a:.1f} {cy:.1f}Z"
    top, foot = (0, tone, share), (1, mix(tone, "#6A8AB8", 0.4), share * 0.35)
    s.fill(d, s.fade((top, foot), 0, y - 0.26 * w, 0, y + 0.14 * w))


def skyline(s: Scene, y: float, tone: str, seed: int, tallest: float = 46, lights: str = "") -> None:
    """Towers with lit windows in rows."""
    luck = random.Random(seed)
    x = -6.0
    while x < W:
        w, h = luck.uniform(10, 21), luck.uniform(tallest * 0.3, tallest)
        s.rect(x, y - h, w, h, s.down(light(tone, 0.1), dark(tone, 0.3), y - h, y))
        if luck.random() < 0.3:
            s.rect(x + w / 2 - 0.5, y - h - 6, 1, 6, tone)
        if lights:
            for row in range(int((h - 4) / 5)):
                for col in range(int((w - 2) / 3.4)):
                    if luck.random() < 0.42:
                        share = luck.uniform(0.35, 0.95)
                        s.rect(x + 2 + col * 3.4, y - h + 3 + row * 5, 1.5, 2.2, lights, share)
        x += w + luck.uniform(0, 3)


def grid_floor(s: Scene, y: float, tone: str, x: float = 120, share: float = 0.4) -> None:
    """A floor of lines that meet at the horizon."""
    for k in range(-9, 10):
        s.line([(x + k * 8, y), (x + k * 46, H)], tone, 0.7, share)
    for k in range(6):
        row = y + (H - y) * (k / 5) ** 2
        s.line([(0, row), (W, row)], tone, 0.7, share * (0.4 + 0.12 * k))


# --- plants --------------------------------------------------------------------------------------


def palm(s: Scene, x: float, y: float, h: float, tone: str) -> None:
    s.path(
        f"M{x} {y}C{x + h * 0.05} {y - h * 0.4} {x + h * 0.14} {y - h * 0.7} {x + h * 0.1} {y - h}",
        tone,
        h * 0.07,
    )
    cx, cy = x + h * 0.1, y - h
    for dx, dy in ((-0.42, 0.12), (-0.34, -0.14), (-0.1, -0.28), (0.16, -0.26), (0.38, -0.1), (0.42, 0.16)):
        ex, ey = cx + dx * h, cy + dy * h
        d = f"M{cx} {cy}Q{cx + dx * h * 0.5} {cy + dy * h - h * 0.16} {ex} {ey}"
        s.fill(d + f"Q{cx + dx * h * 0.4} {cy + dy * h * 0.5 + h * 0.02} {cx} {cy}Z", tone)


def cactus(s: Scene, x: float, y: float, h: float, tone: str) -> None:
    w = h * 0.16
    s.path(f"M{x} {y}V{y - h}", tone, w)
    s.path(f"M{x} {y - h * 0.35}H{x - h * 0.26}V{y - h * 0.7}", tone, w * 0.75)
    s.path(f"M{x} {y - h * 0.5}H{x + h * 0.24}V{y - h * 0.82}", tone, w * 0.75)
    s.path(f"M{x - w * 0.25} {y}V{y - h}", light(tone, 0.3), w * 0.2, 0.6)


def tree(s: Scene, x: float, y: float, h: float, tone: str) -> None:
    s.rect(x - h * 0.05, y - h * 0.3, h * 0.1, h * 0.3, dark(tone, 0.6))
    for k, r in ((0.42, 0.3), (0.66, 0.26), (0.86, 0.18)):
        s.circle(
            x,
            y - h * k,
            h * r,
            s.round(x - h * 0.1, y - h * k - h * 0.1, h * r * 1.5, (light(tone, 0.2), dark(tone))),
        )
