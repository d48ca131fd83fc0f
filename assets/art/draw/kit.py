"""The frame of every picture: 240 x 136, gradients, light, and the plain shapes.

The renderer knows no text, clip, mask or filter, and wants gradients in user space. Light is a radial
gradient, depth is a gradient on every face, and each picture ends with a vignette that draws the eye in.
"""

import math
import random
from collections.abc import Sequence

W, H = 240, 136
Point = tuple[float, float]
Stops = Sequence[str | tuple[float, str, float]]  # colours in equal steps, or (offset, colour, opacity)


def number(x: float) -> str:
    """Short enough to keep the files small."""
    return f"{x:.1f}".rstrip("0").rstrip(".")


def trail(points: Sequence[Point]) -> str:
    return "L".join(f"{number(x)} {number(y)}" for x, y in points)


def mix(a: str, b: str, share: float) -> str:
    """The colour `share` of the way from a to b."""
    pairs = ((int(a[k : k + 2], 16), int(b[k : k + 2], 16)) for k in (1, 3, 5))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pairs)


def light(tone: str, share: float = 0.3) -> str:
    return mix(tone, "#FFFFFF", share)


def dark(tone: str, share: float = 0.35) -> str:
    return mix(tone, "#050A16", share)


class Scene:
    """One picture: gradients are collected apart from the shapes that use them."""

    def __init__(self, sky: Stops, glow: str = "", at: Point = (120, 60), size: float = 90) -> None:
        self.defs: list[str] = []
        self.body: list[str] = []
        self._named: dict[str, str] = {}
        self.vignette = 0.5
        if sky:
            self.rect(0, 0, W, H, self.fade(sky))
        if glow:
            self.glow(*at, size, glow, 0.7)

    # --- fills -----------------------------------------------------------------------------------

    def _define(self, kind: str, place: str, stops: Stops) -> str:
        """A gradient as a fill; the same one is defined once."""
        steps = [
            (k / max(1, len(stops) - 1), stop, 1.0) if isinstance(stop, str) else stop
            for k, stop in enumerate(stops)
        ]
        inner = "".join(
            f'<stop offset="{number(at * 100)}%" stop-color="{tone}"'
            + (f' stop-opacity="{share:.2f}"' if share < 1 else "")
            + "/>"
            for at, tone, share in steps
        )
        text = f'<{kind} id="@" gradientUnits="userSpaceOnUse" {place}>{inner}</{kind}>'
        if text not in self._named:
            self._named[text] = f"g{len(self.defs)}"
            self.defs.append(text.replace("@", self._named[text]))
        return f"url(#{self._named[text]})"

    def fade(self, stops: Stops, x1: float = 0, y1: float = 0, x2: float = 0, y2: float = H) -> str:
        """A linear gradient from one point to another; by default down the whole picture."""
        place = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        return self._define("linearGradient", place, stops)

    def down(self, top: str, bottom: str, y0: float = 0, y1: float = H) -> str:
        """A vertical gradient."""
        return self.fade((top, bottom), 0, y0, 0, y1)

    def across(self, left: str, right: str, x0: float = 0, x1: float = W) -> str:
        return self.fade((left, right), x0, 0, x1, 0)

    def round(self, x: float, y: float, r: float, stops: Stops) -> str:
        """A radial gradient."""
        place = f'cx="{number(x)}" cy="{number(y)}" r="{number(r)}"'
        return self._define("radialGradient", place, stops)

    # --- shapes ----------------------------------------------------------------------------------

    def add(self, svg: str) -> None:
        self.body.append(svg)

    def _paint(self, fill: str, share: float) -> str:
        return f'fill="{fill}"' + (f' fill-opacity="{share:.2f}"' if share < 1 else "")

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
        spin = f' transform="rotate({turn} {number(x + w / 2)} {number(y + h / 2)})"' if turn else ""
        corner = f' rx="{number(rx)}"' if rx else ""
        box = f'x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"'
        self.add(f"<rect {box}{corner} {self._paint(fill, share)}{spin}/>")

    def circle(self, x: float, y: float, r: float, fill: str, share: float = 1) -> None:
        at = f'cx="{number(x)}" cy="{number(y)}" r="{number(r)}"'
        self.add(f"<circle {at} {self._paint(fill, share)}/>")

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, share: float = 1) -> None:
        at = f'cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
        self.add(f"<ellipse {at} {self._paint(fill, share)}/>")

    def ring(
        self, x: float, y: float, rx: float, ry: float, stroke: str, width: float = 1, share: float = 1
    ) -> None:
        at = f'cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
        self.add(
            f'<ellipse {at} fill="none" stroke="{stroke}" stroke-width="{number(width)}" '
            f'stroke-opacity="{share:.2f}"/>'
        )

    def shape(self, points: Sequence[Point], fill: str, share: float = 1) -> None:
        self.add(f'<path d="M{trail(points)}Z" {self._paint(fill, share)}/>')

    def fill(self, d: str, fill: str, share: float = 1) -> None:
        """A path without a line around it."""
        self.add(f'<path d="{d}" {self._paint(fill, share)}/>')

    def path(
        self, d: str, stroke: str, width: float = 1.5, share: float = 1, fill: str = "none", dash: str = ""
    ) -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        clear = f' stroke-opacity="{share:.2f}"' if share < 1 else ""
        self.add(
            f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{number(width)}"{clear}{dashes} '
            f'stroke-linecap="round" stroke-linejoin="round"/>'
        )

    def line(self, points: Sequence[Point], stroke: str, width: float = 1.5, share: float = 1) -> None:
        self.path(f"M{trail(points)}", stroke, width, share)

    # --- light -----------------------------------------------------------------------------------

    def glow(self, x: float, y: float, r: float, tone: str, share: float = 0.7) -> None:
        """Light around a point."""
        stops = ((0, tone, share), (0.45, tone, share * 0.38), (1, tone, 0))
        self.circle(x, y, r, self.round(x, y, r, stops))

    def halo(self, x: float, y: float, rx: float, ry: float, tone: str, share: float = 0.6) -> None:
        """A flat light, as on a floor: rings that grow fainter, since gradients can't be squeezed."""
        for k in range(6):
            self.ellipse(x, y, rx * (1 - k * 0.16), ry * (1 - k * 0.16), tone, share / 6)

    def sun(self, x: float, y: float, r: float, tone: str = "#FFF3D2") -> None:
        self.glow(x, y, r * 5, mix(tone, "#FF9A4A", 0.5), 0.55)
        self.glow(x, y, r * 2.2, tone, 0.75)
        self.circle(x, y, r, self.round(x, y, r, ("#FFFFFF", tone)))

    def beam(
        self, top: Point, bottom: Point, narrow: float, wide: float, tone: str, share: float = 0.6
    ) -> None:
        """A cone of light that fades on its way."""
        (x0, y0), (x1, y1) = top, bottom
        fill = self.fade(((0, tone, share), (1, tone, share * 0.06)), x0, y0, x1, y1)
        self.shape([(x0 - narrow, y0), (x0 + narrow, y0), (x1 + wide, y1), (x1 - wide, y1)], fill)

    def spark(self, x: float, y: float, r: float, tone: str = "#FFFFFF") -> None:
        """A bright point with a glow."""
        self.glow(x, y, r * 4, tone, 0.75)
        self.circle(x, y, r, light(tone, 0.7))

    def stars(self, n: int, seed: int, down_to: float = H, tone: str = "#FFFFFF") -> None:
        luck = random.Random(seed)
        for _ in range(n):
            size, share = luck.uniform(0.3, 0.95), luck.uniform(0.25, 0.85)
            self.circle(luck.uniform(0, W), luck.uniform(0, down_to), size, tone, share)

    def arc(self, a: Point, b: Point, lift: float, tone: str, width: float = 1.6) -> None:
        """A bow between two points, with a wide halo."""
        d = f"M{trail([a])}Q{number((a[0] + b[0]) / 2)} {number((a[1] + b[1]) / 2 - lift)} {trail([b])}"
        self.path(d, tone, width * 3.4, 0.18)
        self.path(d, light(tone, 0.25), width, 0.95)

    # --- boxes seen from a corner ------------------------------------------------------------------

    def iso(self, ox: float, oy: float, k: float = 1) -> "Iso":
        """A floor seen from a corner, its origin at (ox, oy)."""
        return Iso(self, ox, oy, k)

    # --- the finished picture --------------------------------------------------------------------

    def svg(self, focus: int | None = None) -> str:
        """`focus`: where the eye goes, from the left, if that is not the middle."""
        if self.vignette:
            edge = self.round(
                120, 62, 150, ((0.0, "#03060E", 0), (0.55, "#03060E", 0), (1.0, "#03060E", self.vignette))
            )
            self.rect(0, 0, W, H, edge)
        eye = f' data-focus="{focus}"' if focus is not None else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{W}" height="{H}" viewBox="0 0 {W} {H}"{eye}>'
            f"<defs>{''.join(self.defs)}</defs>{''.join(self.body)}</svg>\n"
        )


class Iso:
    """Boxes on a floor: x goes down right, y down left, z up."""

    def __init__(self, scene: Scene, ox: float, oy: float, k: float) -> None:
        self.scene, self.ox, self.oy, self.k = scene, ox, oy, k

    def at(self, x: float, y: float, z: float = 0) -> Point:
        return self.ox + (x - y) * self.k * 0.866, self.oy + (x + y) * self.k * 0.5 - z * self.k

    def face(self, corners: Sequence[tuple[float, float, float]], fill: str, share: float = 1) -> None:
        self.scene.shape([self.at(*corner) for corner in corners], fill, share)

    def floor(
        self, x: float, y: float, w: float, d: float, fill: str, share: float = 1, z: float = 0
    ) -> None:
        self.face([(x, y, z), (x + w, y, z), (x + w, y + d, z), (x, y + d, z)], fill, share)

    def box(
        self, x: float, y: float, z: float, w: float, d: float, h: float, tone: str, share: float = 1
    ) -> None:
        """A box with a light top, a middle left and a dark right face, each darker toward the floor."""
        s = self.scene
        top, foot = self.at(x, y + d, z + h)[1], self.at(x + w, y + d, z)[1]
        left = s.down(mix(tone, "#050A16", 0.18), mix(tone, "#050A16", 0.45), top, foot)
        right = s.down(mix(tone, "#050A16", 0.42), mix(tone, "#050A16", 0.66), top, foot)
        self.face([(x, y + d, z), (x + w, y + d, z), (x + w, y + d, z + h), (x, y + d, z + h)], left, share)
        self.face([(x + w, y, z), (x + w, y + d, z), (x + w, y + d, z + h), (x + w, y, z + h)], right, share)
        self.floor(x, y, w, d, light(tone, 0.16), share, z + h)
        edge = [self.at(x, y + d, z + h), self.at(x + w, y + d, z + h), self.at(x + w, y, z + h)]
        s.line(edge, light(tone, 0.6), 0.7, 0.55 * share)

    def mark_left(
        self, x: float, y: float, z: float, w: float, h: float, fill: str, share: float = 1
    ) -> None:
        """A window on a left face: y is that of the face."""
        self.face([(x, y, z), (x + w, y, z), (x + w, y, z + h), (x, y, z + h)], fill, share)

    def mark_right(
        self, x: float, y: float, z: float, d: float, h: float, fill: str, share: float = 1
    ) -> None:
        """A window on a right face: x is that of the face."""
        self.face([(x, y, z), (x, y + d, z), (x, y + d, z + h), (x, y, z + h)], fill, share)


def around(x: float, y: float, rx: float, ry: float, n: int, turn: float = -90) -> list[Point]:
    """n points on an ellipse."""
    angles = (math.radians(turn + 360 * k / n) for k in range(n))
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in angles]
