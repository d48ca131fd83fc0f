"""Energy, mines, fields and the climate."""

import math
import random

from kit import H, Scene, W, around, dark, light
from land import clouds, ground, hills, mountains, palm, tree, water
from things import RED, barrier, globe, padlock, ship, turbine


def mine() -> Scene:
    """An open pit with its terraces, lorries and the evening sun."""
    s = Scene(("#5A2440", "#B85A3A", "#F4A85A"), "#FFE0A8", (184, 38), 80)
    s.sun(184, 36, 13)
    mountains(s, 62, "#8A4034", [(24, 30, 46), (86, 22, 40), (146, 18, 36), (224, 26, 44)])
    ground(s, 60, "#A85A34", "#4A2014")
    for k in range(8):
        tone = ("#B86A3E", "#9E5632", "#88462A", "#723824", "#5E2C1D", "#4A2218", "#381A12", "#28120D")[k]
        rx, ry, y = 132 - k * 15, 40 - k * 4.8, 94 + k * 4.2
        s.ellipse(120, y, rx, ry, s.across(light(tone, 0.16), dark(tone, 0.25), 120 - rx, 120 + rx))
        s.ring(120, y, rx, ry, "#FFCB90", 0.7, 0.34 - 0.03 * k)
    s.path("M16 100C60 122 150 132 190 112C200 104 190 96 170 96", "#E8B07A", 3.4, 0.55)
    for x, y, k, face in ((66, 118, 1, 1), (176, 108, 0.7, -1), (122, 128, 0.55, 1)):
        s.ellipse(x, y + 1, 16 * k, 2 * k, "#120A06", 0.6)
        s.shape(
            [
                (x - 14 * k, y - 12 * k),
                (x + 8 * k, y - 12 * k),
                (x + 5 * k, y - 4 * k),
                (x - 11 * k, y - 4 * k),
            ],
            s.down("#FFE08A", "#C98A24", y - 12 * k, y - 4 * k),
        )
        s.rect(x + (7 if face > 0 else -16) * k, y - 11 * k, 8 * k, 8 * k, "#D9902E", 1, k)
        s.rect(x + (9 if face > 0 else -14) * k, y - 9.6 * k, 4 * k, 3 * k, "#2A3A50")
        for wx in (-8, 9):
            s.circle(x + wx * k, y - 2 * k, 3.8 * k, "#120A06")
            s.circle(x + wx * k, y - 2 * k, 1.5 * k, "#C9B090")
    return s


def quiet_mine() -> Scene:
    """A mine in the hills stands still."""
    s = Scene(("#2A4450", "#4A6A68", "#9AA890"), "#E8F0D8", (170, 40), 80)
    mountains(s, 74, "#3A5A58", [(30, 46, 56), (104, 58, 62), (190, 50, 60)])
    hills(s, 78, "#2A5046", 12, 3)
    s.shape([(92, 78), (118, 48), (150, 50), (184, 82)], s.down("#C88A5A", "#7A4A34", 48, 82))
    for k in range(4):
        s.line([(112 - k * 6, 54 + k * 7), (154 + k * 8, 56 + k * 7)], "#5A3424", 1.1, 0.6)
    ground(s, 80, "#3A5A48", "#0E1C18")
    for x, y, rx in ((58, 96, 26), (110, 104, 30), (172, 98, 26), (140, 120, 34), (66, 120, 30)):
        s.ellipse(x, y + 2, rx * 1.06, rx * 0.34, "#6A4A38")
        s.ellipse(x, y, rx, rx * 0.3, s.down("#BFE6D8", "#3F9A90", y - 8, y + 8))
        s.ellipse(x - rx * 0.2, y - 1.4, rx * 0.5, rx * 0.08, "#FFFFFF", 0.35)
    s.rect(30, 62, 5, 38, "#4A4038")
    s.line([(32, 64), (54, 82)], "#4A4038", 3)
    s.line([(54, 82), (54, 92)], "#4A4038", 1)
    clouds(s, 60, 30, 60, "#DDE6E0", 0.25)
    clouds(s, 190, 22, 46, "#DDE6E0", 0.22)
    barrier(s, 196, 132, -108, 0, RED)
    s.ring(144, 110, 0.1, 0.1, RED, 0.1)
    return s


def crystals() -> Scene:
    """Rare minerals grow out of the rock."""
    s = Scene(("#3A1A4A", "#241238", "#0E0818"), "#7FFFD0", (120, 86), 96)
    s.stars(40, 5, 100, "#D8FFF4")
    for k in range(5):
        s.ellipse(
            120,
            122 + k * 4,
            150 - k * 18,
            26 - k * 3,
            ("#2E1A3E", "#281636", "#20112C", "#190D22", "#120818")[k],
        )
        s.ring(120, 122 + k * 4, 150 - k * 18, 26 - k * 3, "#C98AE0", 0.7, 0.3)
    for x, w, h, a, b, lean in (
        (60, 16, 40, "#D8C8FF", "#4A2A88", -10), (166, 18, 44, "#9FF0E0", "#1F6A60", 12), (80, 24, 72, "#9FF0E0", "#1F7A74", -8),
        (146, 22, 66, "#9FD8FF", "#1F5AA0", 8), (104, 32, 102, "#E4D8FF", "#5A3AB0", 0), (132, 16, 48, "#9FF0E0", "#2A8A80", 5), (94, 14, 40, "#9FD8FF", "#2A6AB0", -5),
    ):  # fmt: skip
        mid, top = x + w / 2 + lean, 122 - h
        left = [
            (x, 122),
            (x - 3 + lean * 0.8, top + h * 0.24),
            (mid, top),
            (mid + w * 0.06 - lean * 0.4, top + h * 0.3),
            (x + w * 0.5, 122),
        ]
        right = [
            (mid, top),
            (x + w + 3 + lean * 0.8, top + h * 0.22),
            (x + w, 122),
            (x + w * 0.5, 122),
            (mid + w * 0.06 - lean * 0.4, top + h * 0.3),
        ]
        s.shape(left, s.down(light(a, 0.3), b, top, 122))
        s.shape(right, s.down(a, dark(b, 0.45), top, 122))
        s.line(
            [(mid, top), (mid + w * 0.06 - lean * 0.4, top + h * 0.3), (x + w * 0.5, 120)],
            "#FFFFFF",
            0.8,
            0.5,
        )
    s.ellipse(120, 124, 66, 7, "#0A0512", 0.75)
    s.spark(120, 22, 2, "#FFFFFF")
    s.spark(76, 54, 1.4, "#BFFFF0")
    s.spark(166, 60, 1.4, "#BFE6FF")
    return s


def solar() -> Scene:
    """Solar fields to the foot of the dunes, wind behind them."""
    s = Scene(("#1E4D9C", "#7FA8D0", "#FFC078"), "#FFF0C2", (188, 40), 90)
    s.sun(188, 38, 14)
    for x, h, turn in ((22, 46, 12), (48, 38, 50), (76, 42, 84), (104, 34, 20)):
        turbine(s, x, 84, h, turn)
    hills(s, 80, "#D08A4A", 16, 8)
    ground(s, 82, "#D49A54", "#5A3018")
    for row in range(4):
        y, size = 84 + row * 13, 0.7 + row * 0.24
        for col in range(-1, 7 - row):
            x = col * 48 * size - row * 8 + 4
            w, h = 40 * size, 12 * size
            s.shape(
                [
                    (x + 2, y + h + 2),
                    (x + 12 * size, y + 3),
                    (x + w + 4, y + 3),
                    (x + w - 5 * size, y + h + 2),
                ],
                "#2A1408",
                0.4,
            )
            panel = [(x, y + h), (x + 10 * size, y), (x + w, y), (x + w - 7 * size, y + h)]
            s.shape(panel, s.fade(("#6FB0FF", "#2A5FC0", "#0F2450"), x, y, x + w, y + h))
            for k in (1, 2, 3):
                s.line([(x + (10 + 7.5 * k) * size, y), (x + 8.25 * k * size, y + h)], "#BFDCFF", 0.5, 0.7)
            s.line([(x + 5 * size, y + h / 2), (x + w - 3.5 * size, y + h / 2)], "#BFDCFF", 0.5, 0.7)
            s.line([panel[1], panel[2]], "#EAF4FF", 0.8, 0.9)
    return s


def turbines() -> Scene:
    """Wind over green hills, and a plant that runs on it."""
    s = Scene(("#0E4A5A", "#4AA89A", "#CFEFC8"), "#FDF6D8", (56, 70), 80)
    s.sun(52, 66, 11, "#FFF8DC")
    clouds(s, 168, 22, 54, "#FFFFFF", 0.35)
    clouds(s, 92, 16, 34, "#FFFFFF", 0.28)
    hills(s, 96, "#2F8A70", 20, 2)
    turbine(s, 96, 94, 56, 18)
    turbine(s, 214, 92, 50, 66)
    hills(s, 110, "#1F6A58", 16, 9)
    turbine(s, 150, 112, 88, 38)
    hills(s, 126, "#124A42", 10, 5)
    g = s.iso(46, 106, 0.7)
    g.box(-24, -14, 0, 46, 28, 16, "#E4F0EA")
    for k in range(5):
        g.mark_left(-20 + k * 8.4, 14, 5, 5, 6, "#3F9BFF", 0.9)
    for k in range(3):
        g.box(-20 + k * 14, -10, 16, 9, 20, 1.2, "#2A5FC0")
    for x, y, h in ((88, 128, 18), (104, 132, 22), (204, 130, 24), (226, 134, 26), (10, 132, 24)):
        tree(s, x, y, h, "#1F7A50")
    return s


def climate() -> Scene:
    """The world over green hills, with the wind to run it."""
    s = Scene(("#0E3A4A", "#0B2A3A", "#05121C"), "#7FF0D4", (120, 62), 108)
    s.stars(46, 12, 100)
    globe(s, 120, 60, 44, ("#2F9AD8", "#0A2A4A"), "#BFF0FF", "#45B87A")
    for x, y, h, turn in ((98, 26, 26, 10), (122, 20, 30, 40), (146, 28, 24, 80)):
        turbine(s, x, y + 4, h, turn)
    hills(s, 112, "#1F6A58", 18, 7)
    hills(s, 126, "#124A42", 12, 2)
    for x, y, h in (
        (16, 124, 34),
        (36, 130, 26),
        (58, 126, 20),
        (184, 126, 22),
        (206, 130, 28),
        (228, 126, 36),
    ):
        tree(s, x, y, h, "#2A8A5A")
    for k, (x, y) in enumerate(around(120, 60, 62, 52, 9, -84)):
        if y < 92:
            turn = -84 + 40 * k
            a = math.radians(turn)
            ex, ey = x + 9 * math.cos(a), y + 9 * math.sin(a)
            s.fill(
                f"M{x:.1f} {y:.1f}Q{x + 8 * math.cos(a + 0.8):.1f} {y + 8 * math.sin(a + 0.8):.1f} {ex:.1f} {ey:.1f}Q{x + 8 * math.cos(a - 0.8):.1f} {y + 8 * math.sin(a - 0.8):.1f} {x:.1f} {y:.1f}Z",
                "#6FE0A0",
                0.85,
            )
    return s


def tractor(s: Scene, x: float, y: float, k: float, tone: str) -> None:
    s.ellipse(x, y + 1, 44 * k, 3 * k, "#1A1206", 0.5)
    s.rect(
        x - 4 * k,
        y - 30 * k,
        42 * k,
        16 * k,
        s.down(light(tone, 0.25), dark(tone, 0.3), y - 30 * k, y - 14 * k),
        1,
        3 * k,
    )
    s.rect(x - 32 * k, y - 22 * k, 32 * k, 12 * k, dark(tone, 0.25), 1, 2 * k)
    s.rect(
        x - 26 * k, y - 48 * k, 26 * k, 28 * k, s.down("#DDF1FF", "#5A8AA8", y - 48 * k, y - 20 * k), 1, 2 * k
    )
    s.path(f"M{x - 26 * k:.1f} {y - 20 * k:.1f}V{y - 48 * k:.1f}H{x:.1f}V{y - 20 * k:.1f}", "#1A2430", 2 * k)
    s.rect(x - 29 * k, y - 51 * k, 33 * k, 4 * k, tone, 1, 1.5 * k)
    s.rect(x + 26 * k, y - 42 * k, 3 * k, 13 * k, "#2A3440")
    for wx, r in ((-18, 15), (28, 9.5)):
        s.circle(x + wx * k, y - r * k, r * k, "#12100C")
        s.circle(
            x + wx * k,
            y - r * k,
            r * 0.62 * k,
            s.round(x + wx * k - 2, y - r * k - 2, r * k, ("#FFE08A", "#B8801E")),
        )
        for n in range(12):
            a = n * math.pi / 6
            s.line(
                [
                    (x + (wx + r * 0.8 * math.cos(a)) * k, y - (r - r * 0.8 * math.sin(a)) * k),
                    (x + (wx + r * 1.04 * math.cos(a)) * k, y - (r - r * 1.04 * math.sin(a)) * k),
                ],
                "#2A241A",
                1.6 * k,
            )


def rows_of_beans(s: Scene, y: float, n: int, tone: str = "#5F9A34") -> None:
    for row in range(n):
        top, size = y + row * row * 2.3 + row * 3.4, 0.6 + row * 0.34
        for k in range(-1, int(W / (9 * size)) + 2):
            x = k * 9 * size + (row % 2) * 4.5 * size
            s.circle(x, top, 3.2 * size, dark(tone, 0.25))
            s.circle(x - 1.4 * size, top - 1.6 * size, 2.3 * size, tone)
            s.circle(x + 1.2 * size, top - 2 * size, 1.7 * size, light(tone, 0.28))


def harvest() -> Scene:
    """The harvest comes in."""
    s = Scene(("#3A78B8", "#A8C8D0", "#FFDCA0"), "#FFF3D0", (54, 44), 84)
    s.sun(52, 42, 13)
    clouds(s, 168, 26, 60, "#FFFFFF", 0.4)
    hills(s, 76, "#7AA048", 14, 3)
    s.rect(196, 50, 16, 26, s.across("#F4F0E4", "#A8A090", 196, 212))
    s.fill("M196 50C196 42 212 42 212 50Z", "#C8463A")
    s.shape([(214, 60), (226, 52), (238, 60), (238, 76), (214, 76)], "#B8463A")
    ground(s, 76, "#C9A23A", "#4A5A1E")
    rows_of_beans(s, 82, 5)
    tractor(s, 118, 118, 1.05, "#D8463A")
    return s


def silo() -> Scene:
    """Beans are poured into a ship."""
    s = Scene(("#1F5A8A", "#7FB0C0", "#F8D8A0"), "#FFF3D0", (40, 40), 80)
    s.sun(38, 40, 11)
    hills(s, 84, "#5A8A6A", 10, 6)
    water(s, 92, "#2A7A98", "#082436", "#DFF6FF", 40, 4)
    for k in range(4):
        x = 148 + k * 22
        s.rect(x, 28, 20, 66, s.fade(("#F4F0E4", "#FFFFFF", "#9AA0A0"), x, 0, x + 20, 0))
        s.fill(f"M{x} 28L{x + 10} 18L{x + 20} 28Z", "#B8C0C0")
        for n in range(3):
            s.line([(x, 44 + n * 16), (x + 20, 44 + n * 16)], "#8A9090", 0.7, 0.6)
    s.rect(146, 90, 94, 8, "#3A3A3A")
    ship(s, 92, 118, 0.92, "#2A5A4A")
    s.shape([(34, 107), (62, 92), (92, 107)], s.down("#FFE3A0", "#C98F3A", 92, 107))
    s.shape([(80, 107), (104, 88), (130, 107)], s.down("#FFE9B0", "#D09A44", 88, 107))
    s.line([(150, 34), (106, 54)], "#5A6470", 5)
    s.line([(150, 34), (106, 54)], "#E0E6EA", 2)
    luck = random.Random(3)
    s.fill("M104 54L110 56L112 92L98 92Z", "#F0C860", 0.55)
    for _ in range(46):
        s.circle(
            105 + luck.gauss(0, 2.6),
            luck.uniform(56, 94),
            luck.uniform(0.7, 1.5),
            luck.choice(("#FFE9B0", "#E8B84A", "#F8D88A")),
        )
    return s


def soybeans() -> Scene:
    """Pods before a closed border."""
    s = Scene(("#3A5A2A", "#24401E", "#0E1A0C"), "#CFE88A", (100, 54), 96)
    for k in range(3):
        hills(s, 60 + k * 22, ("#3F6A2A", "#335A24", "#284A1C")[k], 12, 3 + k)
    for x, y, k, turn in ((58, 50, 1.0, -18), (118, 62, 1.25, 10), (176, 46, 0.9, -6)):
        a = math.radians(turn)

        def at(dx: float, dy: float, x: float = x, y: float = y, k: float = k, a: float = a) -> str:
            return f"{x + k * (dx * math.cos(a) - dy * math.sin(a)):.1f} {y + k * (dx * math.sin(a) + dy * math.cos(a)):.1f}"

        s.path(f"M{at(-36, -4)}C{at(-48, -10)} {at(-52, -22)} {at(-50, -34)}", "#7AA83A", 2.4 * k)
        s.fill(
            f"M{at(-38, -2)}C{at(-26, -20)} {at(26, -20)} {at(42, -4)}C{at(28, 18)} {at(-26, 18)} {at(-38, -2)}Z",
            s.down("#B8DC6A", "#4A7A26", y - 20 * k, y + 18 * k),
        )
        s.fill(
            f"M{at(-28, -2)}C{at(-20, -12)} {at(20, -12)} {at(32, -3)}C{at(20, 8)} {at(-20, 8)} {at(-28, -2)}Z",
            "#2F5218",
            0.85,
        )
        for n in (-17, 1, 19):
            bx, by = (float(v) for v in at(n, -2).split())
            s.circle(
                bx, by, 8 * k, s.round(bx - 2.6 * k, by - 3 * k, 11 * k, ("#FFF3C0", "#E0BC5A", "#8A6A1E"))
            )
    s.rect(0, 104, W, 32, s.down("#1A2230", "#080C14", 104, H), 0.9)
    barrier(s, 24, 128, 206, 0, RED)
    s.rect(214, 100, 6, 30, "#76879E", 1, 1)
    padlock(s, 124, 112, 0.9)
    return s


def oasis() -> Scene:
    """Palms, domes and a young moon."""
    s = Scene(("#10204E", "#3A3A78", "#D08A6A"), "#FFD9A8", (120, 96), 90)
    s.stars(50, 3, 70)
    s.circle(196, 28, 12, "#FFF3D2")
    s.circle(201, 25, 11, "#1B2858")
    s.glow(194, 28, 30, "#FFF3D2", 0.4)
    hills(s, 92, "#8A5A5A", 14, 5)
    for x, w, h in ((74, 40, 34), (120, 56, 46), (170, 40, 32)):
        s.rect(x - w / 2, 96 - h * 0.5, w, h * 0.5, s.down("#F4DCC0", "#A8705A", 96 - h * 0.5, 96))
        s.fill(
            f"M{x - w * 0.36:.1f} {96 - h * 0.5:.1f}C{x - w * 0.46:.1f} {96 - h * 0.95:.1f} {x - w * 0.1:.1f} {96 - h * 1.06:.1f} {x:.1f} {96 - h * 1.34:.1f}C{x + w * 0.1:.1f} {96 - h * 1.06:.1f} {x + w * 0.46:.1f} {96 - h * 0.95:.1f} {x + w * 0.36:.1f} {96 - h * 0.5:.1f}Z",
            s.fade(("#FFE9C8", "#C98A5A", "#7A4A44"), x - w * 0.4, 0, x + w * 0.4, 0),
        )
        for k in range(3):
            ax = x - w * 0.3 + k * w * 0.3
            s.fill(
                f"M{ax - w * 0.09:.1f} 96V{96 - h * 0.24:.1f}C{ax - w * 0.09:.1f} {96 - h * 0.4:.1f} {ax + w * 0.09:.1f} {96 - h * 0.4:.1f} {ax + w * 0.09:.1f} {96 - h * 0.24:.1f}V96Z",
                "#FFC98A",
                0.9,
            )
    ground(s, 95, "#C98A5A", "#3A2028")
    s.ellipse(120, 116, 84, 13, s.down("#4A6AA8", "#12204A", 103, 129))
    s.ellipse(120, 112, 46, 3, "#FFD9A8", 0.45)
    s.ellipse(134, 119, 26, 1.6, "#FFD9A8", 0.3)
    for x, y, h in ((28, 122, 74), (52, 116, 50), (214, 122, 70), (192, 114, 46)):
        palm(s, x, y, h, "#12303A")
    return s


SCENES = [mine, quiet_mine, crystals, solar, turbines, climate, harvest, silo, soybeans, oasis]
