"""Talks, alliances, laws and permits."""

import math
import random

from chips import server
from kit import Scene, W, around, dark, light
from land import ground, hills, mountains, skyline, water
from things import BLUE, CYAN, GOLD, GREEN, LILAC, PENNANTS, RED, gear, globe, network, person


def toolmakers() -> Scene:
    """Mirrors of several makers lead one ray of light."""
    s = Scene(("#1E1A44", "#141232", "#08081C"), LILAC, (120, 66), 106)
    spots = ((34, 32), (92, 108), (134, 26), (190, 104))
    ray = [(0, 12), *spots, (W, 66)]
    s.line(ray, "#B794FF", 9, 0.2)
    s.line(ray, "#D8C8FF", 4, 0.45)
    s.line(ray, "#FFFFFF", 1.4)
    for k, (x, y) in enumerate(spots):
        up = y > 66
        tone = ("#5A8AD8", "#D0883A", "#35A58A", "#C86A9A")[k]
        gear(
            s,
            x,
            y + (17 if up else -17),
            23,
            14,
            s.fade((light(tone, 0.3), dark(tone, 0.4)), x - 20, y - 20, x + 20, y + 20),
            "#0A0A20",
            k * 9,
        )
        d = f"M{x - 28} {y + (7 if up else -7)}Q{x} {y + (-7 if up else 7)} {x + 28} {y + (7 if up else -7)}"
        s.fill(d + f"V{y + (14 if up else -14)}H{x - 28}Z", s.across("#EAF0FF", "#6A78B0", x - 28, x + 28))
        s.path(d, "#FFFFFF", 1.6)
        s.spark(x, y, 3, "#FFFFFF")
    return s


def podiums() -> Scene:
    """Four partners on one stage."""
    s = Scene(("#1A2E66", "#142250", "#080E26"), "#7FA8FF", (120, 52), 104)
    for k in range(4):
        x = 36 + k * 56
        s.beam((x, -6), (x, 118), 6, 26, "#E4EEFF", 0.44)
        s.rect(x - 17, 12, 34, 50, s.down(PENNANTS[k], dark(PENNANTS[k], 0.6), 12, 62), 0.85, 1)
        s.circle(x, 34, 8, "#FFFFFF", 0.25)
        s.ring(x, 34, 12, 12, "#FFFFFF", 1, 0.35)
    ground(s, 110, "#33447A", "#0A1026")
    for k in range(4):
        x = 36 + k * 56
        s.halo(x, 116, 24, 4, "#E4EEFF", 0.5)
        person(s, x, 104, 46, "#0C1230", "#CFE0FF")
        s.shape(
            [(x - 16, 80), (x + 16, 80), (x + 12, 118), (x - 12, 118)],
            s.across("#8A6A4A", "#3A2818", x - 16, x + 16),
        )
        s.rect(x - 18, 77, 36, 5, "#C9A06A", 1, 1)
        s.circle(x, 96, 5.4, PENNANTS[k])
        s.line([(x - 4, 77), (x - 2, 70)], "#0A0E1E", 1.4)
        s.circle(x - 2, 69, 1.7, "#0A0E1E")
    for k in range(11):
        s.circle(10 + k * 22, 137, 9, "#050816")
    return s


def europe() -> Scene:
    """Two shores talk across a ring of stars."""
    s = Scene(("#14286E", "#1E3A8A", "#4A5AA8"), "#8FB4FF", (120, 48), 100)
    for x, y in around(120, 50, 40, 36, 12):
        s.glow(x, y, 10, GOLD, 0.5)
        points = [
            (
                x + (5.2 if n % 2 == 0 else 2.1) * math.sin(n * math.pi / 5),
                y - (5.2 if n % 2 == 0 else 2.1) * math.cos(n * math.pi / 5),
            )
            for n in range(10)
        ]
        s.shape(points, "#FFD75E")
    skyline(s, 98, "#0F1C50", 3, 20, "#FFE0A0")
    water(s, 98, "#1F3A8A", "#060E2A", "#FFE9A8", 120, 8)
    s.path("M-6 108Q120 62 246 108", "#0A1434", 8)
    s.path("M-6 106Q120 60 246 106", "#C9D6F4", 4)
    for k in range(13):
        x = 6 + k * 19
        y = 106 - 46 * (1 - ((x - 120) / 126) ** 2) * 0.5
        s.line([(x, y), (x, 112)], "#C9D6F4", 1.2, 0.8)
    s.path("M-6 112H246", "#C9D6F4", 3.4)
    for x, face in ((92, 1), (148, -1)):
        person(s, x, 110, 34, "#081030", "#FFE9A8")
        s.rect(x + face * 6 - (20 if face < 0 else 0), 62, 20, 13, "#F4F8FF", 0.95, 4)
        s.shape([(x + face * 10, 74), (x + face * 16, 74), (x + face * 8, 80)], "#F4F8FF", 0.95)
        s.line([(x + face * 10, 67), (x + face * 22, 67)], "#5A6CA8", 1.6)
        s.line([(x + face * 10, 71), (x + face * 18, 71)], "#5A6CA8", 1.6)
    return s


def lanterns() -> Scene:
    """Three lanterns on one water."""
    s = Scene(("#1A1A4E", "#2E2A66", "#7A4A78"), "#FFB07A", (120, 70), 100)
    s.stars(46, 19, 70)
    mountains(s, 88, "#3A3470", [(30, 34, 50), (110, 46, 60), (206, 38, 56)])
    water(s, 90, "#2E2A66", "#080620", "#FFC98A", 120, 6)
    for x, y, k, tone in ((58, 58, 0.9, "#FF7A5A"), (120, 46, 1.15, "#FFC05A"), (184, 60, 0.9, "#7FB4FF")):
        s.glow(x, y, 44 * k, tone, 0.7)
        s.fill(
            f"M{x - 18 * k} {y - 16 * k}C{x - 30 * k} {y} {x - 26 * k} {y + 14 * k} {x - 12 * k} {y + 24 * k}H{x + 12 * k}C{x + 26 * k} {y + 14 * k} {x + 30 * k} {y} {x + 18 * k} {y - 16 * k}Z",
            s.down(light(tone, 0.2), light(tone, 0.7), y - 16 * k, y + 24 * k),
        )
        for n in (-0.55, 0, 0.55):
            s.path(
                f"M{x + 30 * n * k:.1f} {y - 16 * k:.1f}Q{x + 46 * n * k:.1f} {y + 4 * k:.1f} {x + 20 * n * k:.1f} {y + 24 * k:.1f}",
                dark(tone, 0.3),
                0.8,
                0.6,
            )
        s.rect(x - 18 * k, y - 19 * k, 36 * k, 4 * k, dark(tone, 0.45), 1, 1)
        s.rect(x - 12 * k, y + 23 * k, 24 * k, 4 * k, dark(tone, 0.45), 1, 1)
        s.spark(x, y + 16 * k, 2.4 * k, "#FFF6D8")
        for n in range(7):
            w = (22 - n * 2.4) * k
            s.rect(
                x - w / 2 + math.sin(n * 2) * 3, 96 + n * 5.4, w, 1.8, light(tone, 0.4), 0.55 - n * 0.05, 1
            )
    return s


def truce() -> Scene:
    """A fountain in a still lake: two boats lie side by side."""
    s = Scene(("#2A5A9A", "#8FB4D0", "#F4D0B0"), "#FFF3E0", (120, 60), 96)
    mountains(s, 80, "#5A7AA0", [(16, 40, 46), (66, 52, 50), (176, 58, 56), (226, 42, 40)], "#FFFFFF")
    hills(s, 84, "#3A6A78", 8, 12)
    for k in range(10):
        s.rect(20 + k * 21, 78 + (k * 3) % 4, 10, 9, ("#E8D8C4", "#F4E8D8", "#D8C0A8")[k % 3], 0.9)
    water(s, 87, "#4A8AB0", "#0A2A44", "#FFFFFF", 120, 9)
    s.beam((120, 88), (122, 8), 1.6, 13, "#FFFFFF", 1)
    for k in range(30):
        a = k / 30
        s.circle(122 + 26 * a * (1 if k % 2 else 0.5), 12 + 70 * a * a, 2.4 - a, "#FFFFFF", 0.5 * (1 - a))
    s.ellipse(121, 89, 16, 2.4, "#FFFFFF", 0.8)
    for x, tone, face in ((74, BLUE, 1), (168, RED, -1)):
        s.ellipse(x, 117, 34, 3, "#061A2C", 0.5)
        s.fill(
            f"M{x - 32} 106H{x + 32}C{x + 28} 116 {x + 22} 118 {x} 118C{x - 22} 118 {x - 28} 116 {x - 32} 106Z",
            s.down("#F8FAFC", "#8A9AB0", 106, 118),
        )
        s.line([(x - 31, 107.5), (x + 31, 107.5)], tone, 2.4)
        s.line([(x, 106), (x, 58)], "#4A3A2A", 1.6)
        s.fill(
            f"M{x + face * 2} 60C{x + face * 22} 76 {x + face * 26} 90 {x + face * 26} 100H{x + face * 2}Z",
            s.down("#FFFFFF", light(tone, 0.55), 60, 100),
        )
        s.shape([(x - face * 2, 66), (x - face * 2, 100), (x - face * 16, 100)], light(tone, 0.2), 0.95)
    return s


def handshake() -> Scene:
    """Two hands meet."""
    s = Scene(("#1E2850", "#161C3A", "#0A0C1E"), GOLD, (120, 66), 108)
    for k in range(24):
        a = k * math.pi / 12
        s.line(
            [
                (120 + 40 * math.cos(a), 70 + 36 * math.sin(a)),
                (120 + 170 * math.cos(a), 70 + 150 * math.sin(a)),
            ],
            "#FFE3A8",
            1.4,
            0.1,
        )
    s.shape([(0, 56), (60, 52), (60, 100), (0, 112)], s.down("#3F86F2", "#0F2E66", 52, 112))
    s.shape([(W, 56), (180, 52), (180, 100), (W, 112)], s.down("#E8504A", "#5E151A", 52, 112))
    s.line([(0, 57), (60, 53)], "#BFDCFF", 1.4, 0.8)
    s.line([(W, 57), (180, 53)], "#FFC9C4", 1.4, 0.8)
    for x in (58, 171):
        s.rect(x, 50, 11, 52, s.across("#FFFFFF", "#B4C0D2", x, x + 11), 1, 2)
    for x in (52, 190):
        s.circle(x, 92, 1.8, GOLD)
    skin, other = s.down("#F4C8A0", "#B8794C", 54, 112), s.down("#DDA578", "#8A5634", 54, 104)
    s.path(
        "M172 60C152 54 138 54 126 60L108 72C101 79 107 86 115 82L128 76L160 96L172 92Z",
        "#4A2A1C",
        1.6,
        1,
        other,
    )
    s.path(
        "M69 60C91 54 106 56 118 64L151 91C157 97 149 105 142 99L123 83L142 99C147 107 138 113 131 106L113 91L131 106C133 114 123 117 117 110L103 98L117 110C115 117 105 115 101 109L84 93L69 92Z",
        "#5A3424",
        1.6,
        1,
        skin,
    )
    for d in ("M123 83L140 98", "M113 91L130 105", "M103 98L116 109"):
        s.path(d, "#7A4A30", 1.2, 0.8)
    s.path("M74 62C92 57 104 59 114 65", "#FFE9D0", 1.4, 0.7)
    return s


def globe_() -> Scene:
    """A club of many countries grows."""
    s = Scene(("#161A52", "#14123E", "#0A0722"), "#7AA2FF", (120, 68), 108)
    s.stars(70, 9)
    s.ring(120, 68, 104, 26, "#8FB4FF", 0.9, 0.5)
    globe(s, 120, 68, 54, ("#3F6DF2", "#0B1250"), "#A9C4FF")
    network(s, [(92, 46), (118, 34), (152, 50), (146, 90), (104, 98), (82, 78)], GOLD, 16)
    for x, y, tone in ((20, 60, GREEN), (222, 74, LILAC), (40, 100, CYAN), (206, 38, "#FF9A80")):
        s.arc((x, y), (120 + (x - 120) * 0.34, 68 + (y - 68) * 0.4), 12, tone, 1)
        s.spark(x, y, 3, tone)
    return s


def ocean() -> Scene:
    """One ocean, and agreements all around it."""
    s = Scene(("#0A2A5A", "#0A1F48", "#050C24"), CYAN, (120, 150), 150)
    s.stars(60, 31, 70)
    s.circle(120, 190, 136, s.round(96, 80, 180, ("#5AC8F0", "#1F6FC0", "#0A2460")))
    s.ring(120, 190, 136, 136, "#CFF4FF", 2, 0.9)
    s.ring(120, 190, 140, 140, "#7FD8FF", 5, 0.25)
    for d in (
        "M8 116C16 92 30 82 40 78C46 86 40 96 44 104C36 110 30 122 26 136H2Z",
        "M232 116C226 96 214 82 204 76C196 80 200 90 194 96C202 108 208 120 210 136H238Z",
        "M70 122C78 116 92 118 96 126C92 134 78 136 72 132Z",
    ):
        s.fill(d, s.down("#7FD8A0", "#1F6A50", 76, 136), 0.95)
    for x, y, r in (
        (62, 96, 3),
        (70, 88, 2),
        (58, 106, 2.4),
        (112, 108, 2),
        (126, 104, 1.6),
        (150, 118, 2.4),
        (164, 100, 1.6),
        (108, 126, 1.4),
    ):
        s.ellipse(x, y, r * 1.5, r, "#7FD8A0")
    for a, b, lift in (
        ((40, 88), (204, 86), 44),
        ((36, 104), (150, 118), 30),
        ((64, 94), (198, 96), 26),
        ((86, 124), (206, 108), 26),
        ((40, 88), (112, 108), 22),
    ):
        s.arc(a, b, lift, GOLD if lift > 26 else CYAN, 1.2)
        s.spark(*a, 1.9, GOLD)
        s.spark(*b, 1.9, GOLD)
    return s


def gulf() -> Scene:
    """Towers in the sand, and halls of computers beneath them."""
    s = Scene(("#2A1F5E", "#8A4A7A", "#FF9E5A"), "#FFE3A8", (120, 84), 92)
    s.sun(150, 78, 15)
    luck = random.Random(4)
    for x, w, h in (
        (20, 13, 40),
        (38, 11, 58),
        (58, 15, 46),
        (80, 12, 66),
        (140, 13, 58),
        (162, 16, 48),
        (186, 12, 66),
        (208, 15, 42),
    ):
        s.rect(x, 100 - h, w, h, s.across("#3A2A68", "#140E34", x, x + w))
        for row in range(int(h / 6)):
            if luck.random() < 0.7:
                s.rect(x + 2, 100 - h + 4 + row * 6, w - 4, 1.8, "#FFC98A", luck.uniform(0.4, 0.9))
    s.shape(
        [(108, 100), (113, 46), (117, 40), (119, 4), (121, 40), (125, 46), (130, 100)],
        s.across("#4A3A80", "#140E34", 108, 130),
    )
    s.line([(112, 80), (116, 46)], "#FFC98A", 1, 0.7)
    ground(s, 100, "#E09A54", "#4A2018")
    hills(s, 108, "#C87A44", 8, 7)
    for k, x in enumerate((28, 70, 112, 154, 196)):
        server(s, x, 106 + (k % 2) * 2, 22, 24, "#26305A", CYAN, k)
        s.ellipse(x + 11, 132, 14, 2, "#02040A", 0.4)
    return s


SCENES = [toolmakers, podiums, europe, lanterns, truce, handshake, globe_, ocean, gulf]
