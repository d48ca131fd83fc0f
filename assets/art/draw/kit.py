"""Shapes for the card pictures: small functions that return SVG, in a frame of 240 x 136.

The renderer knows no text, clip, mask or filter, and wants gradients in user space.
"""

import math
import random

W, H = 240, 136


class Scene:
    """One picture: gradients are collected apart from the shapes that use them."""

    def __init__(
        self, sky: tuple[str, str], glow: str = "", at: tuple[float, float] = (120, 60), size: float = 90
    ) -> None:
        self.defs: list[str] = []
        self.body: list[str] = []
        self.rect(0, 0, W, H, self.down(*sky))
        if glow:
            self.glow(*at, size, glow, 0.75)

    def down(self, top: str, bottom: str, y0: float = 0, y1: float = H) -> str:
        """A vertical gradient, as a fill."""
        name = f"g{len(self.defs)}"
        stops = f'<stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/>'
        self.defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{y0}" x2="0" y2="{y1}">{stops}</linearGradient>'
        )
        return f"url(#{name})"

    def glow(self, x: float, y: float, r: float, colour: str, share: float) -> None:
        name = f"g{len(self.defs)}"
        stops = (
            f'<stop offset="0" stop-color="{colour}" stop-opacity="{share}"/>'
            f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/>'
        )
        self.defs.append(
            f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="{r}">{stops}</radialGradient>'
        )
        self.circle(x, y, r, f"url(#{name})")

    def add(self, svg: str) -> None:
        self.body.append(svg)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str,
        share: float = 1,
        rx: float = 0,
        turn: float = 0,
    ) -> None:
        spin = f' transform="rotate({turn} {x + w / 2:.1f} {y + h / 2:.1f})"' if turn else ""
        self.add(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{rx}" fill="{fill}" fill-opacity="{share}"{spin}/>'
        )

    def circle(self, x: float, y: float, r: float, fill: str, share: float = 1) -> None:
        self.add(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" fill-opacity="{share}"/>')

    def ring(
        self, x: float, y: float, rx: float, ry: float, stroke: str, width: float = 1, share: float = 1
    ) -> None:
        self.add(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="none" stroke="{stroke}" '
            f'stroke-width="{width}" stroke-opacity="{share}"/>'
        )

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, share: float = 1) -> None:
        self.add(
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{fill}" fill-opacity="{share}"/>'
        )

    def shape(self, points: list[tuple[float, float]], fill: str, share: float = 1) -> None:
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        self.add(f'<path d="M{path}Z" fill="{fill}" fill-opacity="{share}"/>')

    def line(
        self, points: list[tuple[float, float]], stroke: str, width: float = 1.5, share: float = 1
    ) -> None:
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        self.path(f"M{path}", stroke, width, share)

    def path(
        self,
        d: str,
        stroke: str,
        width: float = 1.5,
        share: float = 1,
        fill: str = "none",
        fill_share: float = 1,
    ) -> None:
        self.add(
            f'<path d="{d}" fill="{fill}" fill-opacity="{fill_share}" stroke="{stroke}" stroke-width="{width}" '
            f'stroke-opacity="{share}" stroke-linecap="round" stroke-linejoin="round"/>'
        )

    # --- things that many pictures have ---------------------------------------------------------

    def stars(self, n: int, seed: int, down_to: float = H, tone: str = "#FFFFFF") -> None:
        luck = random.Random(seed)
        for _ in range(n):
            self.circle(
                luck.uniform(0, W),
                luck.uniform(0, down_to),
                luck.uniform(0.3, 0.9),
                tone,
                luck.uniform(0.25, 0.8),
            )

    def ground(self, y: float, top: str, bottom: str) -> None:
        self.rect(0, y, W, H - y, self.down(top, bottom, y, H))

    def hills(self, y: float, tone: str, height: float, seed: int, share: float = 1) -> None:
        luck = random.Random(seed)
        points = [(0, H), (0, y)]
        for x in range(0, W + 30, 24):
            points.append((x, y - luck.uniform(0, height)))
        self.shape([*points, (W, H)], tone, share)

    def skyline(self, y: float, tone: str, seed: int, tallest: float = 46, lights: str = "") -> None:
        luck = random.Random(seed)
        x = -4.0
        while x < W:
            w, h = luck.uniform(9, 20), luck.uniform(tallest * 0.3, tallest)
            self.rect(x, y - h, w, h, tone)
            if lights:
                for _ in range(int(h / 7)):
                    self.rect(x + luck.uniform(1.5, w - 3), y - luck.uniform(3, h - 2), 1.6, 2, lights, 0.8)
            x += w + luck.uniform(0, 4)

    def block(self, x: float, y: float, w: float, d: float, h: float, tones: tuple[str, str, str]) -> None:
        """An isometric box standing on (x, y): tones of top, front, side."""
        self.shape([(x, y - h), (x + w, y - h + w / 4), (x + w, y + w / 4), (x, y)], tones[1])
        self.shape(
            [
                (x + w, y - h + w / 4),
                (x + w + d, y - h + w / 4 - d / 4),
                (x + w + d, y + w / 4 - d / 4),
                (x + w, y + w / 4),
            ],
            tones[2],
        )
        self.shape(
            [(x, y - h), (x + d, y - h - d / 4), (x + w + d, y - h + w / 4 - d / 4), (x + w, y - h + w / 4)],
            tones[0],
        )

    def globe(self, x: float, y: float, r: float, sea: tuple[str, str], net: str) -> None:
        self.circle(x, y, r, self.down(*sea, y - r, y + r))
        for k in (0.3, 0.65, 0.92):
            self.ring(x, y, r * k, r, net, 0.8, 0.5)
        for k in (-0.6, -0.2, 0.2, 0.6):
            self.ring(x, y + r * k, r * math.sqrt(1 - k * k), r * 0.08, net, 0.8, 0.4)
        self.ring(x, y, r, r, net, 1.4, 0.9)

    def die(self, x: float, y: float, size: float, tone: str, pins: str, n: int = 6) -> None:
        """A chip seen from above with its pins."""
        for k in range(n):
            at = -size / 2 + size * (k + 0.5) / n
            for dx, dy, w, h in (
                (at - 1, -size / 2 - 5, 2, 5),
                (at - 1, size / 2, 2, 5),
                (-size / 2 - 5, at - 1, 5, 2),
                (size / 2, at - 1, 5, 2),
            ):
                self.rect(x + dx, y + dy, w, h, pins)
        self.rect(x - size / 2, y - size / 2, size, size, tone, 1, 3)
        self.rect(x - size / 4, y - size / 4, size / 2, size / 2, pins, 0.35, 2)

    def svg(self) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{W}" height="{H}" viewBox="0 0 {W} {H}">'
            f"<defs>{''.join(self.defs)}</defs>{''.join(self.body)}</svg>\n"
        )
