"""A chess board in perspective and its pieces, for the pictures around a match."""

import math
from dataclasses import dataclass

from kit import Point, Scene, dark, light, mix
from things import GOLD

US_TONES = ("#0A2A66", "#7FC0FF", "#2A78F0", "#071A44")
CHINA_TONES = ("#4A0A12", "#FF9A90", "#D8322E", "#2A060A")
GREY_TONES = ("#2A3040", "#C9D2E0", "#77839A", "#161B28")


@dataclass(frozen=True)
class Board:
    """Squares (u, v) from 0 to 8: u to the right, v away from the eye."""

    scene: Scene
    x: float = 120
    horizon: float = 44
    near: float = 140
    width: float = 36
    fall: float = 0.3

    def at(self, u: float, v: float, up: float = 0) -> Point:
        d = 1 + v * self.fall
        return self.x + (u - 4) * self.width / d, self.horizon + (self.near - self.horizon) / d - up / d

    def scale(self, v: float) -> float:
        return 1 / (1 + v * self.fall)

    def squares(self, pale: tuple[str, str], deep: tuple[str, str], share: float = 1) -> None:
        s = self.scene
        for v in range(7, -1, -1):
            for u in range(8):
                corners = [self.at(u, v), self.at(u + 1, v), self.at(u + 1, v + 1), self.at(u, v + 1)]
                near, far = pale if (u + v) % 2 else deep
                fog = v / 7
                s.shape(corners, mix(near, far, fog), share)
                if (u + v) % 2:
                    a, b = self.at(u + 0.2, v + 0.5), self.at(u + 0.8, v + 0.5)
                    s.line(
                        [a, self.at(u + 0.5, v + 0.5), self.at(u + 0.5, v + 0.8)], light(near, 0.5), 0.5, 0.35
                    )
                    s.circle(*b, 0.9 * self.scale(v), light(near, 0.6), 0.5)
        edge = [self.at(0, 8), self.at(0, 0), self.at(8, 0), self.at(8, 8), self.at(0, 8)]
        s.line(edge, GOLD, 0.9, 0.5)


def turned(
    s: Scene, x: float, y: float, k: float, tones: tuple[str, ...], rings: list[tuple[float, float]]
) -> None:
    """A turned piece: rings are (height, half width) from the foot up, joined by soft curves."""
    s.ellipse(x + 3 * k, y + 1.5 * k, rings[0][1] * 1.3 * k, rings[0][1] * 0.42 * k, "#01030A", 0.55)
    left = [(x - w * k, y - h * k) for h, w in rings]
    right = [(x + w * k, y - h * k) for h, w in reversed(rings)]
    foot = rings[0][1] * k
    d = f"M{left[0][0]:.1f} {left[0][1]:.1f}"
    for (ax, ay), (bx, by) in zip(left, left[1:], strict=False):
        d += f"C{ax:.1f} {(ay + by) / 2:.1f} {bx:.1f} {(ay + by) / 2:.1f} {bx:.1f} {by:.1f}"
    d += f"L{right[0][0]:.1f} {right[0][1]:.1f}"
    for (ax, ay), (bx, by) in zip(right, right[1:], strict=False):
        d += f"C{ax:.1f} {(ay + by) / 2:.1f} {bx:.1f} {(ay + by) / 2:.1f} {bx:.1f} {by:.1f}"
    d += f"A{foot:.1f} {foot * 0.3:.1f} 0 0 1 {left[0][0]:.1f} {left[0][1]:.1f}Z"
    widest = max(w for _, w in rings) * k
    stops = ((0, tones[0], 1.0), (0.28, tones[1], 1.0), (0.5, tones[2], 1.0), (1, tones[3], 1.0))
    s.fill(d, s.fade(stops, x - widest, 0, x + widest, 0))
    for h, w in rings:
        if w > rings[0][1] * 0.5:
            bow = f"M{x - w * k:.1f} {y - h * k:.1f}Q{x:.1f} {y - h * k + w * 0.34 * k:.1f} {x + w * k:.1f} {y - h * k:.1f}"
            s.path(bow, light(tones[1], 0.4), 0.7 * k, 0.55)


FOOT = [(0.0, 12.0), (3.0, 12.4), (6.0, 9.0), (9.0, 8.4)]


def king_us(s: Scene, x: float, y: float, k: float, tones: tuple[str, ...] = US_TONES) -> None:
    """A king whose crown is a chip."""
    turned(s, x, y, k, tones, [*FOOT, (30, 4.6), (36, 4.4), (38, 9), (40, 9), (42, 5.4), (46, 8.6)])
    cx, cy, half = x, y - 56 * k, 9 * k
    for n in range(4):
        at = -half + 2 * half * (n + 0.5) / 4 - 0.8 * k
        for dx, dy, w, h in (
            (at, -half - 3 * k, 1.6 * k, 3.4 * k),
            (-half - 3 * k, at, 3.4 * k, 1.6 * k),
            (half - 0.4 * k, at, 3.4 * k, 1.6 * k),
        ):
            s.rect(cx + dx, cy + dy, w, h, GOLD)
    s.rect(
        cx - half,
        cy - half,
        2 * half,
        2 * half,
        s.fade((light(tones[1], 0.3), tones[2], tones[0]), cx - half, cy - half, cx + half, cy + half),
        1,
        2 * k,
    )
    s.rect(
        cx - half * 0.5,
        cy - half * 0.5,
        half,
        half,
        s.fade(("#FFFFFF", light(tones[1], 0.2)), cx, cy - half, cx, cy + half),
        1,
        k,
    )
    s.glow(cx, cy, 22 * k, light(tones[1], 0.3), 0.5)


def king_china(s: Scene, x: float, y: float, k: float, tones: tuple[str, ...] = CHINA_TONES) -> None:
    """A king whose crown is a magnet."""
    turned(s, x, y, k, tones, [*FOOT, (30, 4.6), (36, 4.4), (38, 9), (40, 9), (42, 5.4), (46, 8.6)])
    cx, cy, r = x, y - 55 * k, 8.4 * k
    d = f"M{cx - r:.1f} {cy - 11 * k:.1f}V{cy:.1f}A{r:.1f} {r:.1f} 0 0 0 {cx + r:.1f} {cy:.1f}V{cy - 11 * k:.1f}"
    s.path(d, tones[3], 7.4 * k)
    s.path(d, tones[2], 5.8 * k)
    s.path(f"M{cx - r - 1.4 * k:.1f} {cy - 8 * k:.1f}V{cy:.1f}", light(tones[1], 0.3), 1.2 * k, 0.8)
    for side in (-1, 1):
        px = cx + side * r - 3 * k
        s.rect(px, cy - 15 * k, 6 * k, 5 * k, s.across("#FFFFFF", "#8A98B0", px, px + 6 * k), 1, 0.6 * k)
    s.glow(cx, cy - 8 * k, 20 * k, light(tones[1], 0.3), 0.5)


def tower(s: Scene, x: float, y: float, k: float, tones: tuple[str, ...], lamp: str) -> None:
    """A rook: a rack of servers with battlements."""
    turned(s, x, y, k, tones, [*FOOT, (12, 7), (34, 7), (36, 9.4), (42, 9.4)])
    for n in range(4):
        s.rect(x - 5 * k, y - (17 + n * 5) * k, 10 * k, 3 * k, "#040814", 0.7, 0.6 * k)
        for m in range(3):
            s.circle(x + (-3 + m * 3) * k, y - (15.5 + n * 5) * k, 0.7 * k, lamp, 0.95)
    for n in range(3):
        px = x + (-9.4 + n * 7.3) * k
        s.rect(
            px,
            y - 46 * k,
            4.2 * k,
            5 * k,
            tones[1] if n == 0 else tones[2] if n == 1 else dark(tones[2], 0.3),
        )


def lens(s: Scene, x: float, y: float, k: float, tones: tuple[str, ...]) -> None:
    """A bishop that carries a lens."""
    turned(s, x, y, k, tones, [*FOOT, (26, 4), (30, 4), (32, 7.4), (34, 7.4), (36, 4.6)])
    s.ellipse(
        x,
        y - 44 * k,
        7 * k,
        9 * k,
        s.round(x - 2 * k, y - 47 * k, 12 * k, ("#FFFFFF", light(tones[1], 0.1), tones[2], tones[0])),
    )
    s.ring(x, y - 44 * k, 7 * k, 9 * k, light(tones[1], 0.5), 0.7 * k, 0.9)
    s.glow(x, y - 44 * k, 14 * k, light(tones[1], 0.3), 0.4)


def pawn(s: Scene, x: float, y: float, k: float, tones: tuple[str, ...]) -> None:
    turned(
        s,
        x,
        y,
        k,
        tones,
        [(0, 8.6), (2.4, 9), (5, 6.4), (7, 6), (18, 3.2), (20, 5.8), (21.4, 5.8), (23, 3.4)],
    )
    s.circle(
        x,
        y - 28 * k,
        6 * k,
        s.round(x - 2 * k, y - 30.4 * k, 9 * k, ("#FFFFFF", tones[1], tones[2], tones[0])),
    )


def fallen(
    s: Scene, x: float, y: float, k: float, side: int, turn: float, tones: tuple[str, ...] = ()
) -> None:
    """A king that lies on the board, its foot at (x, y); `turn` 90 has its head to the right."""
    s.ellipse(x + 30 * k * math.sin(math.radians(turn)), y + 8 * k, 38 * k, 5.6 * k, "#01030A", 0.6)
    s.add(f'<g transform="rotate({turn} {x:.1f} {y:.1f})">')
    king = king_us if side == 0 else king_china
    king(s, x, y, k, tones or (US_TONES, CHINA_TONES)[side])
    s.ellipse(x, y, 12 * k, 4.4 * k, (tones or (US_TONES, CHINA_TONES)[side])[0])
    s.ring(x, y, 12 * k, 4.4 * k, (tones or (US_TONES, CHINA_TONES)[side])[1], 0.8 * k, 0.7)
    s.add("</g>")
