"""Computing, models, telephones and networks."""

import math
import random

from chips import chip, chip_tile
from kit import H, Scene, W, around, dark, light
from land import grid_floor, ground, hills, mountains, skyline
from things import BLUE, CYAN, GOLD, GREEN, LILAC, RED, globe, padlock, person, satellite


def datacentre() -> Scene:
    """A hall of servers that meets in one chip."""
    s = Scene(("#052026", "#06343A", "#03141A"), "#2FE0C0", (120, 64), 96)
    grid_floor(s, 80, "#2FE0C0", 120, 0.5)
    for side in (-1, 1):
        for k in (5, 4, 3, 2, 1, 0):
            near, far = 120 + side * (150 - k * 21), 120 + side * (124 - k * 18)
            h0, h1 = 96 - k * 13, 82 - k * 11
            face = s.fade(("#0D4450", "#0A2A34"), near, 0, far, 0)
            s.shape([(near, 66 - h0), (far, 66 - h1), (far, 66 + h1 * 0.86), (near, 66 + h0 * 0.86)], face)
            s.line([(far, 66 - h1), (far, 66 + h1 * 0.86)], "#3FF0D4", 1, 0.7)
            luck = random.Random(k * 7 + side)
            for n in range(9):
                y0, y1 = 66 - h0 + h0 * 1.86 * (n + 0.5) / 9, 66 - h1 + h1 * 1.86 * (n + 0.5) / 9
                tone = luck.choice(("#35F0CC", "#35F0CC", "#2FA8E0", GOLD))
                a, b = 0.2, luck.uniform(0.55, 0.85)
                s.line(
                    [
                        (near + (far - near) * a, y0 + (y1 - y0) * a),
                        (near + (far - near) * b, y0 + (y1 - y0) * b),
                    ],
                    tone,
                    1.7 - 0.18 * k,
                    0.9,
                )
    s.glow(120, 64, 46, "#8FFFE8", 0.7)
    chip(s, 120, 64, 30, "#0F5A56", "#BFFFF2", 6)
    return s


def hubs() -> Scene:
    """Halls of computers in the mountains, tied to the towns of the coast."""
    s = Scene(("#1B2C5A", "#5A5F98", "#F0A98A"), "#FFD9B0", (206, 66), 70)
    mountains(s, 84, "#4A5A88", [(20, 54, 40), (66, 70, 46), (116, 48, 40)], "#F4F8FF")
    skyline(s, 84, "#2A2A50", 4, 40, "#FFE0A8")
    ground(s, 84, "#26405A", "#0A1626")
    mountains(s, 92, "#3A4C78", [(8, 40, 44), (64, 52, 48), (118, 34, 36)], "#E8F0FF")
    for x, y, w in ((22, 104, 52), (84, 112, 46), (40, 126, 60)):
        g = s.iso(x + w / 2, y - 14, 0.8)
        g.box(-w / 2, -10, -8, w * 0.9, 20, 12, "#C9D8EC")
        for k in range(int(w / 7)):
            g.mark_left(-w / 2 + 3 + k * 7, 10, -5, 4, 6, CYAN, 0.9)
    for y, lift in ((100, 24), (110, 18), (122, 12)):
        s.arc((78, y), (214, 82), lift, CYAN, 1.4)
    s.spark(214, 80, 3, CYAN)
    return s


def cluster() -> Scene:
    """Hundreds of chips tied into one machine."""
    s = Scene(("#2A1238", "#180C2A", "#080616"), "#FF7FA8", (120, 62), 108)
    g = s.iso(120, 58, 1)
    g.box(-58, -58, -14, 116, 116, 10, "#3A1F4A")
    for i in range(5):
        for j in range(5):
            x, y = -52 + i * 22, -52 + j * 22
            tone = "#B8406A" if (i + j) % 2 else "#7A4AC0"
            g.box(x, y, -4, 15, 15, 4, tone)
            g.floor(x + 4, y + 4, 7, 7, "#FFD9E6", 0.9, 0)
            if i < 4:
                s.line([g.at(x + 15, y + 7.5, -2), g.at(x + 22, y + 7.5, -2)], GOLD, 1.3, 0.95)
            if j < 4:
                s.line([g.at(x + 7.5, y + 15, -2), g.at(x + 7.5, y + 22, -2)], GOLD, 1.3, 0.95)
    s.glow(120, 58, 60, "#FFB0D0", 0.3)
    for k in range(4):
        x, y = g.at(-52 + k * 30, -52 + k * 18, 0)
        s.beam((x, y - 50), (x, y), 1, 5, "#FFD9E6", 0.4)
    return s


def neural() -> Scene:
    """A mind of light made of layers."""
    s = Scene(("#0B1C4A", "#081436", "#040A1E"), "#45CDEB", (120, 68), 120)
    luck = random.Random(11)
    layers = [
        [(26 + k * 47, 68 + (n - (c - 1) / 2) * (17 if c > 5 else 20)) for n in range(c)]
        for k, c in enumerate((4, 6, 7, 6, 3))
    ]
    for a, b in zip(layers, layers[1:], strict=False):
        for p in a:
            for q in b:
                s.line([p, q], luck.choice(("#6FC8FF", "#8F9BFF", "#6FF0E4")), 0.7, luck.uniform(0.08, 0.5))
    path = [layers[0][1], layers[1][3], layers[2][2], layers[3][2], layers[4][1]]
    s.line(path, GOLD, 5, 0.25)
    s.line(path, "#FFF3CC", 1.8)
    for layer in layers:
        for x, y in layer:
            hot = (x, y) in path
            s.glow(x, y, 13 if hot else 9, GOLD if hot else "#8FE3FF", 0.8)
            s.circle(
                x, y, 4.4 if hot else 3.3, s.round(x - 1, y - 1, 5, ("#FFFFFF", GOLD if hot else "#6FC8FF"))
            )
    return s


def depth() -> Scene:
    """A new mind rises from the deep, and prices fall above it."""
    s = Scene(("#10254A", "#0B3A5E", "#041222"), "#45CDEB", (120, 96), 90)
    for k in range(5):
        x = 30 + k * 46
        s.beam((x, 34), (x + 24, H), 5, 18, "#BFF0FF", 0.22)
    s.rect(0, 0, W, 36, s.down("#1A2A4A", "#2A4A70", 0, 36))
    s.fill("M0 36C30 31 50 40 80 36S140 31 170 36S220 40 240 35V41H0Z", "#8FE3FF", 0.75)
    points = [(12, 10), (52, 13), (88, 9), (124, 17), (158, 14), (186, 29), (222, 31)]
    s.line(points, "#FFB97A", 4, 0.25)
    s.line(points, "#FFD9B0", 1.6)
    s.shape([(230, 32), (218, 27), (220, 36)], "#FFD9B0")
    s.glow(120, 92, 56, "#5CE1E6", 0.75)
    spots = around(120, 90, 30, 24, 9) + around(120, 90, 15, 12, 6, 10)
    for k, p in enumerate(spots):
        for q in spots[k + 1 :]:
            if math.dist(p, q) < 32:
                s.line([p, q], "#BFFBFF", 0.7, 0.55)
    for x, y in spots:
        s.spark(x, y, 1.7, "#8FF4FF")
    s.spark(120, 90, 4, GOLD)
    luck = random.Random(5)
    for _ in range(26):
        s.ring(
            luck.uniform(60, 180), luck.uniform(46, 130), *([luck.uniform(0.6, 2)] * 2), "#DFFBFF", 0.6, 0.6
        )
    return s


def chat() -> Scene:
    """Everybody talks to the new machine."""
    s = Scene(("#2A1A52", "#1A1240", "#0A0822"), LILAC, (120, 66), 108)
    s.stars(40, 8)
    s.glow(120, 68, 52, "#B794FF", 0.8)
    for k in range(3):
        s.ring(120, 68, 26 + k * 14, 26 + k * 14, "#D8C8FF", 0.9, 0.5 - 0.12 * k)
    s.circle(120, 68, 19, s.round(113, 60, 28, ("#FFFFFF", "#C9B0FF", "#6A4AD8")))
    for k in range(4):
        d = "M120 55C123 64 124 65 133 68C124 71 123 72 120 81C117 72 116 71 107 68C116 65 117 64 120 55Z"
        if k == 0:
            s.fill(d, "#FFFFFF", 0.95)
    for x, y, w, h, tone, face in (
        (22, 16, 66, 28, "#2E7BEA", 1), (150, 10, 72, 28, "#35A58A", -1), (14, 84, 64, 28, "#D0763A", 1),
        (160, 86, 64, 30, "#C8468A", -1),
    ):  # fmt: skip
        s.rect(x, y, w, h, s.down(light(tone, 0.25), dark(tone, 0.2), y, y + h), 1, 8)
        tip = x + w - 14 if face > 0 else x + 14
        s.shape([(tip - 5, y + h - 1), (tip + 5, y + h - 1), (tip + face * 9, y + h + 8)], dark(tone, 0.2))
        s.line([(x + 9, y + h * 0.36), (x + w - 12, y + h * 0.36)], "#FFFFFF", 2.4, 0.9)
        s.line([(x + 9, y + h * 0.64), (x + w * 0.6, y + h * 0.64)], "#FFFFFF", 2.4, 0.6)
    return s


def tiers() -> Scene:
    """The world sorted into three steps."""
    s = Scene(("#142A5A", "#0E1C40", "#070E22"), "#7FA8FF", (120, 30), 100)
    s.stars(36, 4, 60)
    for rx, y, tone in ((104, 108, "#4A3A78"), (72, 84, "#2F5A9A"), (40, 58, "#2FA5A0")):
        ry = rx * 0.24
        s.ellipse(120, y + 16, rx, ry, "#02040A", 0.5)
        s.fill(
            f"M{120 - rx} {y}V{y + 14}A{rx} {ry:.1f} 0 0 0 {120 + rx} {y + 14}V{y}Z",
            s.across(light(tone, 0.12), dark(tone, 0.55), 120 - rx, 120 + rx),
        )
        s.ellipse(120, y, rx, ry, s.fade((light(tone, 0.4), tone), 120 - rx, y - ry, 120 + rx, y + ry))
        s.ring(120, y, rx, ry, light(tone, 0.6), 0.9, 0.8)
    for x, y in ((100, 56), (120, 49), (140, 56), (120, 62)):
        chip_tile(s.iso(x, y - 6, 0.62), -8, -8, 0, 16, "#2A6F86")
    for x, y in ((62, 86), (178, 86), (88, 95)):
        chip_tile(s.iso(x, y - 6, 0.5), -8, -8, 0, 16, "#3A4A8A")
    chip_tile(s.iso(46, 108, 0.4), -8, -8, 0, 16, "#4A3A6A")
    padlock(s, 196, 110, 0.5)
    padlock(s, 120, 124, 0.5)
    return s


def chip_store() -> Scene:
    """Drawers full of chips, bought before the door closes."""
    s = Scene(("#1E2440", "#131830", "#080A18"), "#FFD98A", (170, 40), 90)
    for row in range(4):
        for col in range(5):
            x, y = 10 + col * 46, 8 + row * 31
            s.rect(x, y, 42, 27, s.down("#4A587E", "#242E4A", y, y + 27), 1, 2)
            s.rect(x + 2, y + 2, 38, 23, "#151C32", 1, 1)
            for k in range(6):
                cx, cy = x + 4 + (k % 3) * 12, y + 4 + (k // 3) * 10.4
                s.rect(cx, cy, 10, 8.6, s.fade(("#5FB0A0", "#1A4A4A"), cx, cy, cx + 10, cy + 8.6), 1, 1)
                s.rect(cx + 2.6, cy + 2.2, 4.8, 4.2, GOLD, 0.85, 0.4)
    s.rect(0, 70, W, 66, s.fade(((0, "#060916", 0), (1, "#060916", 0.95)), 0, 70, 0, H))
    g = s.iso(120, 78, 1)
    g.box(-46, -30, -22, 92, 60, 24, "#5A6C98")
    g.floor(-42, -26, 84, 52, "#0E1428", 1, 2)
    for i in range(4):
        for j in range(2):
            chip_tile(g, -38 + i * 20, -20 + j * 23, 2, 13, "#2A7F86")
    g.mark_left(-10, 30, -14, 20, 5, "#DCE6F4")
    x, y = g.at(0, 0, 6)
    s.glow(x, y, 54, GOLD, 0.35)
    return s


def handset() -> Scene:
    """A new telephone lights the night, and a satellite answers."""
    s = Scene(("#2E1530", "#3A1A2A", "#120810"), "#FF8F6B", (120, 74), 100)
    s.stars(40, 3, 90)
    s.rect(88, 14, 64, 116, "#05080F", 1, 11)
    s.rect(89, 13, 64, 114, s.fade(("#8A94A8", "#2A3040"), 89, 13, 153, 127), 1, 11)
    s.rect(91.5, 15.5, 59, 109, s.fade(("#FFB07A", "#E0607A", "#5B2A8A"), 0, 16, 0, 124), 1, 9)
    s.circle(121, 54, 20, s.round(115, 48, 26, ("#FFFBEA", "#FFD9A0")))
    s.glow(121, 54, 40, "#FFE9C0", 0.5)
    s.shape(
        [(91.5, 108), (108, 84), (120, 98), (136, 78), (150.5, 96), (150.5, 118), (91.5, 118)], "#4A1F5E", 0.9
    )
    s.shape(
        [
            (91.5, 118),
            (104, 100),
            (124, 112),
            (140, 102),
            (150.5, 112),
            (150.5, 120),
            (140, 124.5),
            (100, 124.5),
            (91.5, 120),
        ],
        "#2A1240",
    )
    s.rect(109, 19, 24, 5, "#05080F", 1, 2.5)
    s.line([(94, 22), (94, 112)], "#FFFFFF", 1.2, 0.35)
    for k in range(3):
        r = 22 + k * 14
        for side in (-1, 1):
            x = 120 + side * (36 + k * 13)
            s.path(
                f"M{x:.0f} {66 - r * 0.7:.0f}A{r} {r} 0 0 {1 if side > 0 else 0} {x:.0f} {66 + r * 0.7:.0f}",
                "#FFB59A",
                2.2,
                0.85 - 0.22 * k,
            )
    satellite(s, 206, 24, 0.75)
    return s


def locked_phone() -> Scene:
    """A maker of telephones is cut off from parts and software."""
    s = Scene(("#12263E", "#0C1A2E", "#060C18"), "#FF7A6A", (120, 66), 96)
    for k in range(8):
        x, y = around(120, 68, 98, 54, 8, 12)[k]
        s.line([(120, 68), (x, y)], "#8298BA", 1.1, 0.35)
        s.rect(x - 13, y - 9, 26, 18, s.down("#3A4C6E", "#1A2640", y - 9, y + 9), 0.95, 3)
        chip(s, x, y, 9, "#4A6AA8", GOLD, 3)
        mx, my = 120 + (x - 120) * 0.62, 68 + (y - 68) * 0.66
        s.line([(mx - 4, my - 4), (mx + 4, my + 4)], RED, 2.2)
        s.line([(mx + 4, my - 4), (mx - 4, my + 4)], RED, 2.2)
    s.rect(95, 18, 54, 104, "#02040A", 0.5, 9)
    s.rect(92, 14, 54, 104, s.fade(("#9AA8C0", "#38445C"), 92, 14, 146, 118), 1, 9)
    s.rect(94.5, 16.5, 49, 99, s.down("#1F3358", "#0A1428", 16, 116), 1, 7)
    s.rect(110, 20, 18, 4, "#05080F", 1, 2)
    s.glow(119, 70, 34, GOLD, 0.35)
    padlock(s, 119, 74, 1.25)
    return s


def lockers() -> Scene:
    """Telephones stay outside the office."""
    s = Scene(("#3A3040", "#241E2E", "#100D18"), "#FFE0B0", (196, 40), 90)
    s.rect(8, 6, 150, 124, "#1A1622", 1, 4)
    for row in range(3):
        for col in range(4):
            x, y = 13 + col * 36, 11 + row * 39
            full = (row, col) not in ((0, 2), (2, 3))
            s.rect(x, y, 33, 36, s.down("#171320", "#2A2434", y, y + 36), 1, 2)
            s.rect(x, y + 31, 33, 5, s.across("#B09A80", "#6A5A4A", x, x + 33), 1, 1)
            if full:
                tone = ("#5A7AC8", "#C86A5A", "#4AA890", "#A06AC8", "#C8A04A")[(row * 3 + col) % 5]
                s.rect(x + 9, y + 4, 16, 27, "#05070C", 1, 3)
                s.rect(
                    x + 10.4,
                    y + 5.4,
                    13.2,
                    24.2,
                    s.fade((light(tone, 0.3), dark(tone, 0.5)), x, y, x + 20, y + 30),
                    1,
                    2,
                )
                s.circle(x + 17, y + 27.4, 0.9, "#FFFFFF", 0.7)
    s.rect(168, 0, 64, 136, s.across("#4A5A78", "#2A364E", 168, 232))
    s.rect(174, 8, 52, 128, s.across("#7A8CAC", "#3F4E6C", 174, 226), 1, 2)
    s.rect(182, 18, 36, 44, s.down("#FFEFC8", "#C9A878", 18, 62), 0.95, 1)
    s.rect(180, 76, 5, 12, GOLD, 1, 2)
    person(s, 200, 62, 38, "#241E2E", "#FFFFFF")
    s.rect(190, 92, 24, 24, "#F6F0E2", 1, 3)
    s.rect(198, 95, 8, 15, "#27324A", 1, 1.5)
    s.ring(202, 104, 10, 10, "#C8322E", 2)
    s.line([(195, 97), (209, 111)], "#C8322E", 2)
    return s


def mast() -> Scene:
    """A mast over the town; the new network reaches out."""
    s = Scene(("#0E2458", "#2A2F78", "#6A4A8A"), "#8FB4FF", (120, 34), 90)
    s.stars(50, 2, 70)
    hills(s, 112, "#1F2456", 22, 4)
    skyline(s, 124, "#141A40", 17, 40, "#FFD98A")
    ground(s, 124, "#0E1230", "#060818")
    for k in range(4):
        r = 18 + k * 17
        s.ring(120, 26, r, r * 0.8, "#8FC7FF", 2.4, 0.75 - 0.16 * k)
        s.ring(120, 26, r, r * 0.8, "#8FC7FF", 6, 0.12)
    s.shape(
        [(103, 126), (118, 28), (122, 28), (137, 126), (133, 126), (120, 34), (107, 126)],
        s.across("#F4F8FF", "#7A8CB0", 103, 137),
    )
    for k in range(6):
        y = 46 + k * 14
        w = 2.4 + (y - 34) * 0.15
        s.line([(120 - w, y), (120 + w + 2.2, y + 13)], "#DCE8FF", 1)
        s.line([(120 + w, y), (120 - w - 2.2, y + 13)], "#DCE8FF", 1)
    for x, y in ((110, 34), (126, 34), (108, 50), (128, 50)):
        s.rect(x, y, 5, 12, s.across("#FFFFFF", "#9AACCC", x, x + 5), 1, 1)
    s.spark(120, 24, 3, "#FF7A6A")
    for x, y in ((36, 88), (198, 80), (70, 100), (222, 100), (12, 98)):
        s.arc((120, 28), (x, y), 8, "#8FC7FF", 0.9)
        s.spark(x, y, 1.8, GOLD)
    return s


def circulation() -> Scene:
    """Researchers move, and knowledge goes round the world."""
    s = Scene(("#14285A", "#101C44", "#080E26"), "#45CDEB", (120, 68), 110)
    s.stars(50, 21)
    globe(s, 120, 70, 40, ("#2F6FD8", "#0A1A4A"), "#A9D4FF", "#3FA58A")
    for k in range(3):
        s.ring(120, 70, 62 + k * 16, 24 + k * 9, "#8FE3FF", 0.9, 0.45 - 0.1 * k)
    for k, (x, y) in enumerate(around(120, 70, 82, 38, 7, -70)):
        tone = (BLUE, GOLD, GREEN, LILAC, "#FF9A80", CYAN, "#E29BEA")[k]
        if 92 < x < 148 and y < 70:
            continue
        s.circle(x, y, 12, dark(tone, 0.55))
        s.ring(x, y, 12, 12, light(tone, 0.3), 1.3, 0.95)
        s.circle(x, y - 3, 3.6, light(tone, 0.6))
        s.fill(
            f"M{x - 7:.1f} {y + 8:.1f}C{x - 7:.1f} {y - 1:.1f} {x + 7:.1f} {y - 1:.1f} {x + 7:.1f} {y + 8:.1f}Z",
            light(tone, 0.6),
        )
        s.shape([(x - 6.5, y - 6), (x, y - 9), (x + 6.5, y - 6), (x, y - 3.6)], "#0A1024")
    for a, b, lift in (((46, 58), (108, 96), -12), ((194, 60), (132, 98), -12), ((92, 46), (150, 46), 26)):
        s.arc(a, b, lift, GOLD, 1.2)
    return s


SCENES = [
    datacentre, hubs, cluster, neural, depth, chat, tiers, chip_store, handset, locked_phone, lockers, mast, circulation,
]  # fmt: skip
