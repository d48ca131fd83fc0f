"""What the headlines tell."""

import random

from kit import H, Scene, around, dark, light
from land import clouds, ground, hills, mountains, water
from things import BLUE, CYAN, GOLD, GREEN, RED, container, magnifier, paper, ship, smoke


def balloon() -> Scene:
    """A white balloon very high up, and two trails after it."""
    s = Scene(("#0A1F4E", "#2F6AB0", "#A8D4F0"), "#FFFFFF", (104, 44), 84)
    s.stars(30, 3, 40)
    hills(s, 124, "#3A6A8A", 8, 9)
    clouds(s, 36, 112, 70, "#FFFFFF", 0.75)
    clouds(s, 204, 104, 80, "#FFFFFF", 0.7)
    clouds(s, 130, 126, 90, "#FFFFFF", 0.6)
    s.circle(104, 44, 36, s.round(92, 30, 60, ("#FFFFFF", "#E4ECF4", "#8FA4BC")))
    for k in (-0.66, -0.22, 0.22, 0.66):
        s.path(f"M104 8Q{104 + 62 * k:.1f} 44 104 80", "#8FA4BC", 0.7, 0.6)
    for x in (94, 104, 114):
        s.line([(x, 78), (104 + (x - 104) * 0.5, 96)], "#3A4A62", 0.9)
    s.rect(84, 96, 40, 4, "#3A4A62", 1, 1)
    for x in (60, 122):
        s.rect(x, 92, 26, 13, s.fade(("#5A9BFF", "#153A78"), x, 92, x + 26, 105), 1, 1)
        for k in range(1, 4):
            s.line([(x + 6.5 * k, 92), (x + 6.5 * k, 105)], "#BFDCFF", 0.5, 0.8)
    for x0, y0, x1, y1 in ((240, 76, 176, 56), (240, 90, 188, 74)):
        s.path(f"M{x0} {y0}L{x1} {y1}", "#FFFFFF", 2.6, 0.6)
        s.shape(
            [
                (x1 - 16, y1 - 5),
                (x1 + 2, y1 - 5),
                (x1 + 8, y1 - 11),
                (x1 + 9, y1 - 1),
                (x1 + 14, y1 + 6),
                (x1 + 4, y1 + 3),
                (x1 - 4, y1 + 1),
            ],
            "#1A2A44",
        )
    return s


def strait() -> Scene:
    """Warships at exercise; merchant ships go round."""
    s = Scene(("#1A2A50", "#6A5A7A", "#E8A088"), "#FFE0C8", (198, 62), 84)
    s.sun(200, 62, 10)
    mountains(s, 72, "#34425E", [(40, 30, 60), (150, 20, 50), (228, 26, 36)])
    water(s, 72, "#3A5A78", "#06121E", "#FFE3D0", 198, 12)
    for x, y, k in ((60, 92, 1.0), (150, 84, 0.66), (104, 116, 1.4)):
        s.ellipse(x, y + 1, 40 * k, 2 * k, "#EAF6FF", 0.3)
        s.shape(
            [(x - 42 * k, y - 9 * k), (x + 38 * k, y - 7 * k), (x + 33 * k, y), (x - 34 * k, y)],
            s.down("#6A7C92", "#22303F", y - 9 * k, y),
        )
        s.shape(
            [
                (x - 12 * k, y - 8 * k),
                (x - 8 * k, y - 20 * k),
                (x + 8 * k, y - 20 * k),
                (x + 14 * k, y - 8 * k),
            ],
            s.across("#8A9CB2", "#3A4A5C", x - 12 * k, x + 14 * k),
        )
        s.rect(x - 6 * k, y - 17 * k, 12 * k, 2.6 * k, "#14202E")
        s.line([(x, y - 20 * k), (x, y - 34 * k)], "#5A6C80", 1.7 * k)
        s.line([(x - 5 * k, y - 29 * k), (x + 5 * k, y - 29 * k)], "#5A6C80", 1.2 * k)
        s.rect(x - 28 * k, y - 12 * k, 9 * k, 4 * k, "#4A5C70", 1, k)
        s.line([(x - 28 * k, y - 11 * k), (x - 39 * k, y - 15 * k)], "#4A5C70", 1.6 * k)
        s.rect(x + 20 * k, y - 11 * k, 10 * k, 4 * k, "#4A5C70", 1, k)
    d = "M14 80C70 74 178 76 206 92C220 108 150 132 80 130C20 128 -4 96 14 80Z"
    s.path(d, GOLD, 5, 0.14)
    s.path(d, GOLD, 1.5, 0.85, dash="7 5")
    ship(s, 214, 128, 0.3, "#2A4A6A")
    for k, tone in enumerate(("#D8663A", "#2E7BAA", "#C9A23A", "#3F8F6A")):
        container(s, 196 + k * 8, 119.4, 7.4, 5, tone)
    s.path("M190 130C170 136 150 137 130 137", "#FFFFFF", 1.2, 0.5, dash="3 3")
    return s


def fire() -> Scene:
    """Fire in a plant that few others could replace."""
    s = Scene(("#160E1E", "#3A1620", "#1A0A0C"), "#FF8A3A", (126, 84), 108)
    smoke(s, 96, 36, 15, "#5A5260", 6)
    smoke(s, 140, 30, 13, "#6A5A62", 6)
    s.rect(30, 42, 180, 74, s.down("#4A5468", "#1A2030", 42, 116))
    s.rect(26, 38, 188, 7, "#5E6A80")
    for row in range(2):
        for k in range(8):
            hot = (row, k) in ((0, 3), (0, 4), (1, 3), (1, 4), (1, 2), (0, 2))
            s.rect(
                38 + k * 21.6,
                52 + row * 30,
                14,
                18,
                s.down("#FFE9A8", "#FF8A2A", 52 + row * 30, 70 + row * 30) if hot else "#16223A",
                1,
                1,
            )
    ground(s, 116, "#241A1E", "#080506")
    s.halo(120, 120, 90, 10, "#FF8A3A", 0.5)
    for x, h, w, tone in (
        (100, 74, 17, "#E8481A"),
        (134, 84, 19, "#F0641E"),
        (154, 50, 12, "#E8481A"),
        (82, 46, 11, "#E8481A"),
        (112, 62, 15, "#FF9A2E"),
        (138, 60, 14, "#FFB03E"),
        (122, 44, 11, "#FFE08A"),
    ):
        s.fill(
            f"M{x - w} 116C{x - w * 1.5:.1f} {116 - h * 0.45:.1f} {x - w * 0.2:.1f} {116 - h * 0.5:.1f} {x - w * 0.1:.1f} {116 - h}C{x + w * 0.5:.1f} {116 - h * 0.66:.1f} {x + w * 1.5:.1f} {116 - h * 0.45:.1f} {x + w} 116Z",
            tone,
            0.93,
        )
    luck = random.Random(9)
    for _ in range(34):
        s.circle(
            120 + luck.gauss(0, 34),
            luck.uniform(4, 90),
            luck.uniform(0.5, 1.3),
            luck.choice(("#FFD98A", "#FF9A3A")),
            0.9,
        )
    s.rect(178, 104, 46, 20, s.down("#E8504A", "#8A1E1A", 104, 124), 1, 2)
    s.rect(206, 97, 18, 14, s.down("#E8504A", "#A82A24", 97, 111), 1, 2)
    s.rect(210, 100, 11, 6, "#14304E", 1, 1)
    s.path("M186 102C170 84 160 82 148 86", "#BFE6FF", 3, 0.9)
    s.line([(180, 110), (220, 110)], "#FFFFFF", 1.6, 0.8)
    for x in (188, 214):
        s.circle(x, 124, 5, "#05080F")
        s.circle(x, 124, 2, "#9AACC4")
    s.spark(214, 96, 2, BLUE)
    return s


def war() -> Scene:
    """A field before a town under smoke."""
    s = Scene(("#2A2A38", "#5A4440", "#B8703A"), "#FF9A4A", (166, 72), 80)
    for x, y, r in ((84, 62, 20), (160, 58, 24), (204, 66, 16)):
        smoke(s, x, y, r, "#1E1A22", 5)
    luck = random.Random(21)
    x = 16.0
    while x < 224:
        w, h = luck.uniform(10, 20), luck.uniform(12, 36)
        top = [(x, 88), (x, 88 - h)]
        for k in range(4):
            top.append((x + w * (k + 1) / 4, 88 - h + luck.uniform(-2, 9)))
        s.shape([*top, (x + w, 88)], s.down("#3A3440", "#16131C", 88 - h, 88))
        if luck.random() < 0.4:
            s.rect(x + w * 0.3, 88 - h * 0.5, 3, 4, "#FFB35A", 0.9)
        x += w + luck.uniform(0, 5)
    s.glow(150, 84, 30, "#FF8A3A", 0.7)
    ground(s, 87, "#8A6A2A", "#1A1408")
    for row in range(6):
        y = 93 + row * row * 1.1 + row * 2.6
        for k in range(30):
            x = k * 8.4 + (row % 2) * 4 - 3
            s.line(
                [(x, y + 3 + row), (x + 1.4, y - 3 - row * 0.8)],
                luck.choice(("#E0B84A", "#C99A34", "#A87C24")),
                1 + row * 0.2,
            )
    for x, y, k in ((46, 124, 1.3), (116, 116, 0.9), (196, 128, 1.4)):
        for dx in (-1, 1):
            s.line([(x - dx * 15 * k, y), (x + dx * 15 * k, y - 26 * k)], "#0C0A10", 5 * k)
            s.line([(x - dx * 15 * k, y - 1), (x + dx * 15 * k, y - 27 * k)], "#5A5260", 1.4 * k, 0.8)
        s.line([(x, y + 2), (x, y - 28 * k)], "#0C0A10", 4.4 * k)
    return s


def chart(s: Scene, heights: tuple[float, ...], top: str, foot: str, net: str) -> list[tuple[float, float]]:
    """Columns on a net; returns where their tops are."""
    for k in range(7):
        s.line([(14, 18 + k * 16), (228, 18 + k * 16)], net, 0.7, 0.5)
    tops = []
    for k, h in enumerate(heights):
        x = 20 + k * 23.4
        s.rect(x + 2, 118 - h + 2, 15, h, "#02040A", 0.35, 2)
        s.rect(x, 118 - h, 15, h, s.down(top, foot, 118 - h, 118), 0.92, 2)
        s.rect(x, 118 - h, 5, h, "#FFFFFF", 0.14, 2)
        tops.append((x + 7, 112 - h))
    return tops


def slump() -> Scene:
    """Trade shrinks: columns fall and ships lie idle."""
    s = Scene(("#2E1E2A", "#22141C", "#0E080C"), "#FFA552", (196, 96), 90)
    tops = chart(s, (86, 80, 72, 76, 58, 46, 48, 30, 22), "#FFC08A", "#7A2E1A", "#7A5452")
    s.line(tops, "#FFF0DC", 8, 0.16)
    s.line(tops, "#FFF0DC", 2.8)
    x, y = tops[-1]
    s.shape([(x + 16, y + 12), (x - 2, y + 7), (x + 8, y - 5)], "#FFF0DC")
    water(s, 116, "#3A2A34", "#0A060A", "#FFC08A", 196, 5)
    for at, k in ((44, 0.3), (108, 0.26), (178, 0.32)):
        ship(s, at, 130, k, "#1A1420")
    return s


def rally() -> Scene:
    """Prices climb."""
    s = Scene(("#0C3A34", "#08261F", "#04110D"), GREEN, (196, 30), 96)
    tops = chart(s, (18, 24, 22, 38, 44, 57, 66, 80, 92), "#A8FFE0", "#14664A", "#2F6A5A")
    s.line(tops, "#FFFFFF", 9, 0.18)
    s.line(tops, "#FFFFFF", 3)
    x, y = tops[-1]
    s.shape([(x + 17, y - 13), (x - 4, y - 7), (x + 8, y + 8)], "#FFFFFF")
    s.glow(x + 10, y - 6, 30, "#BFFFE6", 0.8)
    for k, (px, py) in enumerate(((40, 40), (84, 26), (134, 18), (60, 64))):
        s.spark(px, py, 1.2 + 0.2 * k, GOLD)
    ground(s, 118, "#0E2A24", "#040C0A")
    return s


def basket() -> Scene:
    """The same basket costs more."""
    s = Scene(("#3A2A4A", "#281C34", "#100B18"), "#FFB86A", (112, 56), 98)
    ground(s, 112, "#4A3830", "#140E0C")
    s.ellipse(112, 116, 66, 6, "#02040A", 0.55)
    s.path("M62 58C66 -2 158 -2 162 58", "#6A3F1C", 6)
    s.path("M62 58C66 -3 158 -3 162 58", "#C98A4A", 3)
    s.rect(140, 14, 15, 48, s.across("#FFFFFF", "#9FC4E0", 140, 155), 1, 4)
    s.rect(143, 7, 9, 9, "#5A9BFF", 1, 1)
    s.rect(140, 30, 15, 13, "#5A9BFF", 0.85)
    s.rect(70, 20, 17, 42, s.across("#F0C07A", "#A8682A", 70, 87), 1, 7, -14)
    for k in range(4):
        s.line([(70 + k, 28 + k * 8), (82 + k, 24 + k * 8)], "#7A4A1A", 1.6, 0.8)
    for x, y, r, tone in (
        (98, 46, 15, "#D8463A"),
        (122, 40, 14, "#8FBF3A"),
        (112, 56, 13, "#F0A13C"),
        (136, 56, 12, "#C86ABF"),
        (88, 58, 10, "#E8D05A"),
    ):
        s.circle(
            x, y, r, s.round(x - r * 0.4, y - r * 0.4, r * 1.7, (light(tone, 0.5), tone, dark(tone, 0.5)))
        )
        s.path(f"M{x} {y - r}q2 -5 6 -5", "#3A5A1E", 1.6)
    s.fill("M52 58H172L158 116H66Z", s.fade(("#8A5424", "#E0A860", "#7A4A1E"), 52, 0, 172, 0))
    for row in range(5):
        for k in range(9):
            y, inset = 64 + row * 10.4, 2.6 * row
            w = (116 - 2 * inset) / 9
            s.rect(55 + inset + k * w, y, w - 1.4, 7.6, "#5A3410" if (row + k) % 2 else "#F4CC8A", 0.42, 2)
    s.rect(48, 54, 128, 8, s.across("#B87A3A", "#F4CC8A", 48, 176), 1, 4)
    s.fill("M206 118V62H194L212 32L230 62H218V118Z", s.down("#FFB35A", "#C8461E", 32, 118))
    s.line([(206, 118), (206, 62), (194, 62), (212, 32)], "#FFE9C8", 1, 0.8)
    return s


def tightrope() -> Scene:
    """A country in the middle keeps its balance."""
    s = Scene(("#1E2E5E", "#4A4A7E", "#C88A8A"), "#FFE3C8", (120, 60), 96)
    clouds(s, 120, 118, 110, "#FFE9E0", 0.4)
    for k, (x0, tone, sign) in enumerate(((0, "#2E6FD8", 1), (240, "#C8403A", -1))):
        s.shape(
            [
                (x0, 82),
                (x0 + sign * 52, 78),
                (x0 + sign * 60, 86),
                (x0 + sign * 44, 104),
                (x0 + sign * 40, H),
                (x0, H),
            ],
            s.across(light(tone, 0.1), dark(tone, 0.65), 0 if k == 0 else 240, 60 if k == 0 else 180),
        )
        s.line([(x0, 82), (x0 + sign * 52, 78)], light(tone, 0.5), 2)
        for n in range(3):
            w, h = 9, 20 + 9 * ((n * 2 + k) % 3)
            x = x0 + sign * (6 + n * 14) - (w if sign < 0 else 0)
            s.rect(x, 81 - h, w, h, s.down(light(tone, 0.3), dark(tone, 0.4), 81 - h, 81))
            for row in range(int(h / 6)):
                s.rect(x + 2, 84 - h + row * 6, w - 4, 2, "#FFE9B8", 0.8)
    s.path("M52 80Q120 88 188 80", "#F4F0E4", 1.8)
    s.circle(122, 30, 6.6, "#12183A")
    s.path("M122 38C122 46 120 54 120 60L112 74L116 84M120 60L130 72L126 84", "#12183A", 6)
    s.path("M121 44L98 40M121 44L146 38", "#12183A", 4)
    s.path("M62 46Q122 26 184 40", "#F0D8A8", 2.4)
    s.spark(62, 46, 3, BLUE)
    s.spark(184, 40, 3, RED)
    s.path("M125 26C128 28 128 33 126 35M124 40C124 48 122 54 122 60", "#FFE3C8", 1.2, 0.8)
    return s


def newspaper() -> Scene:
    """A rule is in the paper before it is a rule."""
    s = Scene(("#26304A", "#181F34", "#0A0D18"), "#FFE9C0", (120, 46), 100)
    s.rect(54, 18, 126, 120, "#02040A", 0.5, 2, 7)
    s.rect(52, 12, 126, 124, "#CFC8B8", 1, 2, 7)
    s.rect(52, 10, 126, 124, s.fade(("#FBF7EC", "#D8D0BE"), 52, 10, 178, 134), 1, 2, 2)
    s.rect(62, 18, 106, 15, "#171C2A", 1, 1, 2)
    s.rect(68, 23, 62, 5, "#FBF7EC", 1, 1, 2)
    s.line([(62, 38), (166, 41.6)], "#8A8474", 0.9)
    s.rect(62, 44, 50, 40, s.down("#8FA2BE", "#3A4862", 44, 84), 1, 1, 2)
    for x, h in ((68, 20), (78, 28), (90, 16), (99, 24)):
        s.rect(x, 81 - h, 7, h, "#1F2A40", 0.9)
    for k in range(9):
        s.rect(118, 46 + k * 8.6, 46 - (k % 4) * 4, 3, "#5F6370", 0.9, 1, 2)
    for k in range(4):
        s.rect(60, 91 + k * 8.6, 48 - (k % 3) * 6, 3, "#5F6370", 0.9, 1, 2)
    s.rect(114, 61, 54, 14, "#F4C15D", 0.5, 1, 2)
    magnifier(s, 142, 70, 27, 52)
    s.rect(124, 62, 36, 5, "#171C2A", 1, 1, 2)
    s.rect(123, 72, 30, 5, "#C8322E", 1, 1, 2)
    paper(s, 10, 84, 34, 44, -16, 4, "#F6E9C8")
    s.circle(27, 106, 6, RED, 0.85)
    return s


def audit() -> Scene:
    """Who supplies the suppliers? A chain under the glass."""
    s = Scene(("#12384A", "#0E2634", "#061018"), "#5CE1E6", (132, 62), 100)
    levels = [
        [(28, 68)],
        [(80, 36), (80, 100)],
        [(132, 20), (132, 60), (132, 112)],
        [(186, 14), (186, 42), (186, 70), (186, 98), (186, 124)],
    ]
    for a, b in zip(levels, levels[1:], strict=False):
        for k, q in enumerate(b):
            p = a[min(len(a) - 1, k * len(a) // len(b))]
            s.path(f"M{p[0]} {p[1]}C{p[0] + 26} {p[1]} {q[0] - 26} {q[1]} {q[0]} {q[1]}", "#8FE3E8", 1.8, 0.7)
    for level, spots in enumerate(levels):
        for k, (x, y) in enumerate(spots):
            size = 15 - level * 2.4
            tone = ("#F4C15D", "#3F8DF0", "#35B890", "#8A6BD8")[level]
            lost = (level, k) == (3, 2)
            s.rect(x - size, y - size * 0.72, 2 * size, 1.44 * size, "#02060A", 0.5, 3)
            s.rect(
                x - size,
                y - size * 0.8,
                2 * size,
                1.44 * size,
                "#2A3A4A" if lost else s.down(light(tone, 0.3), dark(tone, 0.3), y - size, y + size),
                1,
                3,
            )
            if lost:
                s.path(
                    f"M{x - 3} {y - 4}C{x - 3} {y - 8} {x + 4} {y - 8} {x + 4} {y - 4}C{x + 4} {y - 1} {x} {y - 2} {x} {y + 1}",
                    GOLD,
                    1.8,
                )
                s.circle(x, y + 4, 1.1, GOLD)
            else:
                s.line(
                    [(x - size * 0.6, y - size * 0.2), (x + size * 0.6, y - size * 0.2)], "#FFFFFF", 1.4, 0.8
                )
                s.line(
                    [(x - size * 0.6, y + size * 0.2), (x + size * 0.2, y + size * 0.2)], "#FFFFFF", 1.4, 0.5
                )
    magnifier(s, 186, 69, 22, 48)
    for x, y in around(212, 24, 10, 10, 3):
        s.circle(x, y, 0.8, CYAN, 0.6)
    return s


SCENES = [balloon, strait, fire, war, slump, rally, basket, tightrope, newspaper, audit]
