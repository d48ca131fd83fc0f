"""Ships, cars, borders and stores: goods on their way, or kept from it."""

import math
import random

from chips import chip, server
from kit import H, Scene, W, around, dark, light
from land import clouds, ground, hills, mountains, skyline, water
from things import CYAN, GOLD, RED, STEEL, barrier, container, globe, person, ship


def containers() -> Scene:
    """A yard of containers, each with its duty."""
    s = Scene(("#24406E", "#6A7FA0", "#F0B478"), "#FFE8C0", (50, 76), 84)
    s.sun(46, 74, 12)
    water(s, 104, "#2A5A7A", "#081824", "#FFE3B0", 46)
    s.rect(70, 110, W, 26, s.down("#3A4456", "#10151E", 110, H))
    luck = random.Random(5)
    for row in range(5):
        for col in range(4 - (row == 4)):
            container(s, 84 + col * 37 + (row % 2) * 2, 92 - row * 18.6, 36, 18, luck.choice(STEEL))
    for x in (74, 236):
        s.rect(x - 3, 16, 6, 96, s.across("#FFDFA0", "#9A6B1C", x - 3, x + 3))
    s.rect(52, 10, 190, 7, s.down("#FFDFA0", "#A8741E", 10, 17))
    for k in range(12):
        s.line([(54 + k * 16, 17), (62 + k * 16, 10)], "#7A5212", 0.8, 0.7)
    s.line([(60, 17), (60, 46)], "#2A2A2A", 1)
    s.line([(30 + 54, 17), (30 + 54, 46)], "#2A2A2A", 1)
    container(s, 48, 46, 40, 19, "#2E7BAA")
    s.circle(68, 55.5, 7, "#F6F0E2")
    s.ring(68, 55.5, 7, 7, RED, 1.6)
    s.line([(65, 58.6), (71, 52.4)], RED, 1.6)
    return s


def wall() -> Scene:
    """Duties climb step by step until no ship passes."""
    s = Scene(("#3A1A2A", "#7A3A3A", "#F09A5A"), "#FFD09A", (36, 76), 80)
    s.sun(34, 74, 11)
    water(s, 96, "#6A3A44", "#14080E", "#FFD9A8", 34, 7)
    luck = random.Random(9)
    for x, rows in ((96, 2), (134, 4), (174, 6)):
        for row in range(rows):
            for half in range(2):
                tone = luck.choice(("#C8463A", "#D8663A", "#B83A4A", "#E08A3A"))
                container(s, x + half * 19 + (row % 2), 108 - (row + 1) * 16.6, 19, 16, tone)
        s.line([(x, 108 - rows * 16.6), (x + 38, 108 - rows * 16.6)], "#FFE9C0", 1.8, 0.9)
        s.shape(
            [(x + 14, 102 - rows * 16.6), (x + 19, 94 - rows * 16.6), (x + 24, 102 - rows * 16.6)], "#FFE9C0"
        )
    s.rect(90, 108, 150, 28, s.down("#3A2A2E", "#0E080C", 108, H))
    s.rect(212, 0, 28, 108, s.across("#5A2A30", "#2A1218", 212, 240))
    ship(s, 34, 122, 0.46, "#1A2A44")
    for k, tone in enumerate(STEEL[:4]):
        container(s, 6 + k * 12, 109, 11, 7, tone)
    return s


def customs() -> Scene:
    """A lorry of goods is held at the border until it shows where they came from."""
    s = Scene(("#16284A", "#2A4470", "#6A6A88"), "#FFE0B0", (190, 50), 84)
    hills(s, 78, "#1F3458", 14, 6)
    ground(s, 84, "#2E3E5A", "#0A101C")
    s.shape([(0, 136), (70, 84), (150, 84), (W, 136)], s.down("#4A5A78", "#1A2438", 84, H))
    s.rect(160, 26, 74, 10, s.down("#E8EEF6", "#7A8CA8", 26, 36), 1, 2)
    s.rect(176, 36, 46, 60, s.down("#DDE6F0", "#6A7C98", 36, 96))
    s.rect(182, 44, 34, 22, s.down("#FFF0C8", "#E0B060", 44, 66), 1, 1)
    person(s, 199, 66, 24, "#2A3450")
    s.rect(10, 50, 96, 56, s.down("#F4F7FB", "#8FA2BE", 50, 106), 1, 2)
    for k in range(3):
        y = 57 + k * 15
        s.shape(
            [(18, y + 11), (24, y), (60, y), (54, y + 11)], s.fade(("#5A9BFF", "#153A78"), 18, y, 60, y + 11)
        )
        s.line([(36, y + 11), (42, y)], "#BFDCFF", 0.6, 0.8)
        s.line([(21, y + 5.5), (57, y + 5.5)], "#BFDCFF", 0.6, 0.8)
    for x, y in ((76, 66), (90, 70), (80, 84), (94, 88)):
        s.rect(x - 1, y + 4, 2, 12, "#6A8A4A")
        for dx, dy in ((-3, 0), (3, 0), (0, -3), (0, 3)):
            s.circle(x + dx, y + dy, 3.4, "#FFFFFF")
    s.fill("M108 106V70H122L132 88V106Z", s.down("#D8663A", "#6A2A1A", 70, 106))
    s.shape([(112, 74), (120, 74), (127, 87), (112, 87)], "#1B3350")
    for x in (28, 46, 90, 120):
        s.circle(x, 108, 7.6, "#05080F")
        s.circle(x, 108, 3.2, "#9AACC4")
    barrier(s, 214, 126, -84, 0, RED)
    s.beam((230, 4), (150, 112), 4, 44, "#FFF0C8", 0.35)
    return s


def railway() -> Scene:
    """A new line through the mountains."""
    s = Scene(("#1F4A7E", "#7FA0B8", "#F4D0A0"), "#FFF3D8", (200, 46), 84)
    s.sun(202, 44, 11)
    mountains(s, 82, "#4A6A88", [(24, 50, 44), (84, 66, 52), (150, 52, 46), (218, 44, 44)], "#F4F8FF")
    hills(s, 92, "#3A6A58", 14, 5)
    ground(s, 92, "#5A6A44", "#1A2216")
    for k in range(7):
        x = 128 + k * 20
        s.fill(f"M{x} 100V84C{x} 72 {x + 16} 72 {x + 16} 84V100Z", "#2A3A44")
    s.shape([(122, 70), (W, 70), (W, 78), (122, 78)], s.down("#D8DEE6", "#8A94A4", 70, 78))
    for k in range(7):
        s.rect(124 + k * 20, 78, 5, 24, s.across("#C9D0DA", "#6A7484", 124 + k * 20, 129 + k * 20))
    s.shape([(96, 94), (110, 94), (196, H), (14, H)], s.down("#6A5E4A", "#3A3226", 94, H))
    for k in range(9):
        y = 96 + k * k * 0.5
        half = 7 + (y - 94) * 1.75
        s.line([(103 - half, y), (103 + half, y)], "#241C12", 1.4 + k * 0.36)
    s.line([(100, 94), (42, H)], "#F0F4FA", 1.8)
    s.line([(106, 94), (164, H)], "#F0F4FA", 1.8)
    s.ellipse(103, 113, 30, 5, "#0A0E14", 0.5)
    s.fill("M80 112V78C80 56 126 56 126 78V112Z", s.across("#FFFFFF", "#8FA2BC", 80, 126))
    s.fill("M86 84V76C86 64 120 64 120 76V84Z", s.down("#2A4A78", "#0C1A30", 64, 84))
    s.path("M90 78C92 70 100 68 106 68", "#FFFFFF", 1.2, 0.5)
    s.fill("M80 96H126V102H80Z", RED)
    s.fill("M80 112V106C92 116 114 116 126 106V112C114 118 92 118 80 112Z", "#3A4A60")
    for x in (88, 118):
        s.spark(x, 91, 2.2, "#FFF6D8")
    return s


def port_fees() -> Scene:
    """A ship pays before it may berth."""
    s = Scene(("#12325E", "#4A7A98", "#F4B884"), "#FFF0D0", (196, 70), 84)
    s.sun(198, 70, 12)
    skyline(s, 92, "#2A4468", 8, 24)
    water(s, 92, "#1F6A8A", "#06202E", "#FFE9C8", 198, 3)
    ship(s, 116, 116, 1.05, "#22324A")
    luck = random.Random(4)
    for col in range(9):
        for row in range(2 + (col * 3) % 3):
            container(s, 28 + col * 16.6, 103.4 - (row + 1) * 9.6, 16, 9.2, luck.choice(STEEL))
    s.rect(0, 122, W, 14, s.down("#4A5468", "#141A24", 122, H))
    s.rect(8, 96, 30, 30, s.down("#F4F0E4", "#9A9484", 96, 126), 1, 1)
    s.rect(5, 92, 36, 6, "#B8463A", 1, 1)
    s.rect(13, 102, 14, 11, "#FFE3A8", 1, 1)
    barrier(s, 44, 134, 74, 18, "#F0A13C")
    for k, (x, y) in enumerate(((140, 34), (160, 24), (182, 36))):
        s.circle(x, y, 9, "#8A5E16")
        s.circle(x, y - 1, 8.4, s.round(x - 3, y - 4, 12, ("#FFF3C8", "#E0A83A", "#A8741E")))
        s.ring(x, y - 1, 5.6, 5.6, "#8A5E16", 1, 0.8)
        s.path(f"M{x - 10 + k} {y + 14}L{x - 16 + k} {y + 30}", "#FFE9B0", 1, 0.5, dash="3 3")
    return s


def cargo() -> Scene:
    """Ore from many shores, under one flag of partners."""
    s = Scene(("#0F2C58", "#2F7A98", "#BFE6D8"), "#E8FFF4", (52, 44), 84)
    globe(s, 186, 46, 34, ("#2E7BD8", "#0A2250"), "#BFE0FF", "#3FA57A")
    for x, y in ((162, 30), (206, 34), (196, 66), (166, 60)):
        s.spark(x, y, 2, GOLD)
    s.arc((162, 30), (206, 34), 12, GOLD, 1.1)
    s.arc((166, 60), (196, 66), 10, GOLD, 1.1)
    water(s, 92, "#14607E", "#051C28", "#DFFFF8", 52, 5)
    ship(s, 112, 118, 1.12, "#1F3A5A")
    for x, w, h, a, b in (
        (20, 34, 17, "#E0905A", "#7A3A1E"),
        (54, 36, 20, "#8FE0D0", "#1F6A64"),
        (92, 36, 18, "#D8C8FF", "#5A3AA0"),
        (130, 34, 16, "#F4D88A", "#9A6B1C"),
    ):
        s.shape(
            [(x, 104.6), (x + w * 0.36, 104.6 - h), (x + w * 0.58, 104.6 - h * 0.88), (x + w, 104.6)],
            s.fade((a, b), x, 104 - h, x + w, 105),
        )
        s.shape(
            [
                (x + w * 0.36, 104.6 - h),
                (x + w * 0.58, 104.6 - h * 0.88),
                (x + w, 104.6),
                (x + w * 0.5, 104.6),
            ],
            dark(b, 0.2),
            0.55,
        )
    return s


def lanes() -> Scene:
    """Many ships on one sea: lanes between the islands."""
    s = Scene(("#0F5A7A", "#0B3F62", "#06243E"), "#7FE0F0", (120, 60), 110)
    luck = random.Random(14)
    for _ in range(60):
        x, y = luck.uniform(0, W), luck.uniform(0, H)
        s.path(f"M{x:.0f} {y:.0f}q3 -2 6 0t6 0", "#BFF0FF", 0.7, 0.22)
    for x, y, r, n in (
        (30, 28, 26, 3),
        (206, 22, 30, 6),
        (212, 112, 26, 9),
        (40, 112, 30, 12),
        (122, 66, 15, 15),
    ):
        points = [(px * 1, py * 1) for px, py in around(x, y, r, r * 0.72, 12)]
        rough = [
            (x + (px - x) * luck.uniform(0.74, 1.12), y + (py - y) * luck.uniform(0.74, 1.12))
            for px, py in points
        ]
        s.shape([(x + (px - x) * 1.22, y + (py - y) * 1.22) for px, py in rough], "#3FC0D0", 0.35)
        s.shape([(x + (px - x) * 1.06, y + (py - y) * 1.06) for px, py in rough], "#F4DFA8")
        s.shape(rough, s.fade(("#6FC080", "#2A6A4A"), x - r, y - r, x + r, y + r))
        s.spark(x + n % 3, y, 1.8, GOLD)
    for a, b, lift, tone in (
        ((50, 34), (184, 26), -22, GOLD), ((50, 44), (190, 104), 20, CYAN), ((60, 106), (186, 36), -16, GOLD),
        ((66, 114), (190, 116), -14, CYAN), ((32, 50), (36, 92), 0, GOLD), ((208, 46), (212, 92), 0, CYAN),
    ):  # fmt: skip
        s.arc(a, b, lift, tone, 1.1)
    for x, y, turn in ((118, 39, -3), (96, 56, 20), (140, 90, 26), (128, 122, 2), (150, 58, -30)):
        s.rect(x - 12, y - 4, 24, 8, "#0A1A2A", 0.4, 3, turn)
        s.rect(x - 12, y - 5, 24, 8, "#E8EEF6", 1, 3.4, turn)
        for k, tone in enumerate(STEEL[:4]):
            a = math.radians(turn)
            cx, cy = x + (k * 5 - 8) * math.cos(a), y - 1 + (k * 5 - 8) * math.sin(a)
            s.rect(cx - 2.2, cy - 2.4, 4.4, 4.8, tone, 1, 0.5, turn)
    return s


def route() -> Scene:
    """The straight way is closed; there is another."""
    s = Scene(("#1A2F4A", "#122238", "#080F1C"), "#E87C9A", (120, 56), 96)
    luck = random.Random(6)
    for k in range(9):
        s.line([(k * 30, 0), (k * 30, H)], "#8FB4D8", 0.5, 0.12)
        s.line([(0, k * 17), (W, k * 17)], "#8FB4D8", 0.5, 0.12)
    for x, y, r, tone in (
        (42, 40, 32, "#3F6FA8"),
        (198, 36, 34, "#A84A4A"),
        (86, 112, 22, "#4A8A6A"),
        (160, 110, 24, "#8A7A3F"),
    ):
        rough = [
            (x + (px - x) * luck.uniform(0.76, 1.1), y + (py - y) * luck.uniform(0.76, 1.1))
            for px, py in around(x, y, r, r * 0.74, 14)
        ]
        s.shape([(px + 2, py + 4) for px, py in rough], "#02040A", 0.5)
        s.shape(rough, s.fade((light(tone, 0.25), dark(tone, 0.35)), x - r, y - r, x + r, y + r))
    s.path("M58 42H182", "#AEBEDA", 2, 0.55, dash="6 5")
    s.circle(120, 42, 12, "#1A0E14")
    s.ring(120, 42, 12, 12, RED, 2.6)
    for a, b in (((114, 36), (126, 48)), ((126, 36), (114, 48))):
        s.line([a, b], RED, 3)
    d = "M46 52C44 84 60 106 84 108C112 112 136 112 160 106C184 100 196 76 196 50"
    s.path(d, GOLD, 8, 0.2)
    s.path(d, "#FFE9B0", 2.6)
    for x, y in ((46, 50), (86, 108), (160, 106), (196, 48)):
        s.glow(x, y - 8, 14, GOLD, 0.6)
        s.fill(
            f"M{x} {y}C{x - 10} {y - 12} {x - 7} {y - 22} {x} {y - 22}C{x + 7} {y - 22} {x + 10} {y - 12} {x} {y}Z",
            s.down("#FFE9B0", "#E09A2A", y - 22, y),
        )
        s.circle(x, y - 14, 3.4, "#2A1A08")
    container(s, 108, 100, 22, 10, "#2E7BAA")
    return s


def air_cargo() -> Scene:
    """Servers leave at night by another airport."""
    s = Scene(("#0E1A3E", "#22305E", "#5A4A78"), "#8FB4FF", (180, 30), 84)
    s.stars(60, 15, 80)
    skyline(s, 96, "#141C40", 13, 22, "#FFD98A")
    ground(s, 96, "#232C48", "#070A16")
    for k in range(9):
        s.spark(12 + k * 27, 104, 1, "#FFB35A" if k % 2 else "#6FC8FF")
    s.ellipse(120, 124, 106, 6, "#02040A", 0.5)
    s.fill(
        "M14 70C14 60 24 56 40 56H196L226 26H236L224 66C224 78 214 84 198 84H40C24 84 14 80 14 70Z",
        s.down("#F8FBFF", "#7A8CAC", 40, 84),
    )
    s.fill("M14 70C14 66 18 61 26 58L36 58V68Z", "#14304E")
    for k in range(9):
        s.circle(60 + k * 15, 66, 2.2, "#2A4468")
    s.shape([(96, 78), (150, 78), (206, 100), (188, 102)], s.down("#C9D6E8", "#5A6C8C", 78, 102))
    s.rect(122, 88, 26, 11, s.across("#E8EEF8", "#4A5A7C", 122, 148), 1, 5)
    for x in (46, 120, 132):
        s.rect(x, 84, 3, 26, "#6A7A98")
        s.circle(x + 1.5, 114, 6, "#05080F")
        s.circle(x + 1.5, 114, 2.4, "#8A9AB8")
    s.rect(54, 54, 34, 30, "#0A1020", 1, 2)
    s.shape([(54, 84), (88, 84), (72, 124), (26, 124)], s.down("#5A6A88", "#2A3450", 84, 124))
    for x, y, k in ((60, 58, 0.8), (46, 88, 1.0), (22, 100, 1.2)):
        server(s, x, y, 15 * k, 22 * k, "#22304E", CYAN, int(x))
    s.beam((71, 56), (66, 120), 9, 30, "#FFF0C8", 0.3)
    return s


def crate(s: Scene, ox: float, oy: float, k: float, tone: str = "#C98F52") -> None:
    g = s.iso(ox, oy, k)
    g.box(0, 0, 0, 26, 26, 24, tone)
    for z in (2, 11, 20):
        s.line([g.at(0, 26, z), g.at(26, 26, z)], dark(tone, 0.55), 0.8, 0.8)
        s.line([g.at(26, 26, z), g.at(26, 0, z)], dark(tone, 0.7), 0.8, 0.8)
    s.line([g.at(1, 26, 2), g.at(25, 26, 22)], dark(tone, 0.5), 1.8 * k, 0.9)
    s.line([g.at(26, 25, 22), g.at(26, 1, 2)], dark(tone, 0.62), 1.8 * k, 0.9)


def warehouse() -> Scene:
    """Crates to the roof, for the day the ships stay away."""
    s = Scene(("#33262E", "#241A22", "#0E0A10"), "#FFD9A0", (120, 26), 104)
    for side in (-1, 1):
        for k in range(4, -1, -1):
            x0, x1 = 120 + side * (130 - k * 22), 120 + side * (112 - k * 19)
            for row in range(3):
                y0, y1 = 118 - k * 8.6 - row * (34 - k * 5), 114 - k * 8 - row * (30.6 - k * 4.6)
                h0, h1 = 27 - k * 4, 24.4 - k * 3.7
                tone = ("#C98F52", "#A87440", "#D8A468")[(k + row) % 3]
                s.shape(
                    [(x0, y0 - h0), (x1, y1 - h1), (x1, y1), (x0, y0)],
                    s.across(dark(tone, 0.1), dark(tone, 0.45), min(x0, x1), max(x0, x1)),
                )
                s.line([(x0, y0 - h0), (x1, y1)], dark(tone, 0.6), 1, 0.7)
                s.line([(x0, y0), (x1, y1)], "#5A6A88", 1.6, 0.9)
            s.line([(x1, 114 - k * 8), (x1, 20 + k * 9)], "#7A8CAC", 1.5, 0.8)
    s.shape([(106, 84), (134, 84), (222, H), (18, H)], s.down("#5A4438", "#1A1210", 84, H))
    for k in range(3):
        s.rect(104 - k * 6, 8 - k * 4 + 10, 32 + k * 12, 3 + k, "#FFF3D0", 0.9, 2)
    s.beam((120, 16), (120, 128), 16, 74, "#FFE3B0", 0.34)
    crate(s, 84, 88, 0.98)
    crate(s, 138, 94, 0.92, "#B87F44")
    crate(s, 110, 66, 0.84, "#D8A468")
    return s


def forklift() -> Scene:
    """Large boxes with delicate machines arrive early."""
    s = Scene(("#2A4468", "#1C2E4A", "#0B1424"), "#BFE0FF", (90, 44), 96)
    s.rect(0, 12, W, 6, "#3A5478", 0.7)
    for k in range(6):
        s.rect(10 + k * 42, 0, 5, 98, s.across("#4A6488", "#22344E", 10 + k * 42, 15 + k * 42))
    s.rect(20, 24, 90, 74, s.down("#BFE0F4", "#5A8AB0", 24, 98), 0.55)
    clouds(s, 62, 46, 40, "#FFFFFF", 0.4)
    ground(s, 98, "#4A5A74", "#121A2A")
    for x, y, w, h in ((14, 52, 54, 58), (50, 74, 46, 44)):
        s.rect(x, y, w, h, s.across("#E0C090", "#8A6434", x, x + w), 1, 1)
        for k in range(1, 5):
            s.line([(x + w * k / 5, y), (x + w * k / 5, y + h)], "#7A5426", 0.8, 0.6)
        s.rect(x, y, w, 3, "#F4DDB0", 0.8)
        s.ring(x + w / 2, y + h / 2, 9, 9, "#5A3A14", 1.4, 0.85)
        s.line([(x + w / 2, y + h / 2 - 4), (x + w / 2, y + h / 2 + 4)], "#5A3A14", 1.4)
        s.line([(x + w / 2 - 4, y + h / 2), (x + w / 2 + 4, y + h / 2)], "#5A3A14", 1.4)
    s.ellipse(182, 126, 52, 4, "#02040A", 0.5)
    s.rect(104, 58, 46, 54, s.across("#EDD2A4", "#96703E", 104, 150), 1, 1)
    for k in range(1, 5):
        s.line([(104 + 9.2 * k, 58), (104 + 9.2 * k, 112)], "#7A5426", 0.8, 0.6)
    chip(s, 127, 84, 18, "#2A6F86", "#5A3A14", 5)
    s.line([(100, 115), (154, 115)], "#2A3448", 4)
    s.rect(152, 28, 7, 92, s.across("#8A9AB8", "#3A465E", 152, 159))
    s.fill("M160 122V92H196L210 100V122Z", s.down("#FFC95A", "#B8741E", 92, 122))
    s.path("M166 92V50H198L204 92", "#2A3448", 4)
    s.rect(178, 76, 16, 17, "#2A3448", 1, 2)
    person(s, 184, 92, 34, "#14203A", "#FFE3B0")
    for x, r in ((170, 10), (204, 8)):
        s.circle(x, 126 - r * 0.6, r, "#0A0C12")
        s.circle(x, 126 - r * 0.6, r * 0.45, "#C9D6EC")
    return s


SCENES = [
    containers, wall, customs, railway, port_fees, cargo, lanes, route, air_cargo, warehouse, forklift,
]  # fmt: skip
