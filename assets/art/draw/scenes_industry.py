"""Plants, robots, batteries, magnets and metals."""

import math
import random

from chips import chip
from kit import H, Scene, W, around, dark, light, mix
from land import cactus, ground, hills, palm, skyline
from things import BLUE, CYAN, GOLD, GREEN, RED, barrier, coins, crane, gear, magnifier, person, smoke


def hall(
    s: Scene, ox: float, oy: float, k: float, w: float, d: float, h: float, tone: str, lamp: str, seed: int
) -> None:
    """A plant seen from a corner, with rows of windows and plant on its roof."""
    g, luck = s.iso(ox, oy, k), random.Random(seed)
    g.box(0, 0, 0, w, d, h, tone)
    for row in range(max(1, int(h / 14))):
        z = h - 11 - row * 13
        for n in range(int((w - 6) / 9)):
            g.mark_left(4 + n * 9, d, z, 6, 7, lamp if luck.random() < 0.8 else dark(lamp, 0.5), 0.95)
        for n in range(int((d - 6) / 9)):
            g.mark_right(w, 4 + n * 9, z, 6, 7, dark(lamp, 0.25), 0.85)
    g.box(w * 0.14, d * 0.2, h, w * 0.3, d * 0.4, 7, mix(tone, "#FFFFFF", 0.1))
    g.box(w * 0.56, d * 0.16, h, w * 0.24, d * 0.5, 10, mix(tone, "#7A8CA8", 0.2))


def fab() -> Scene:
    """A chip plant goes up, and money stands beside it."""
    s = Scene(("#0A2444", "#1F5A7E", "#F2A65A"), "#FFE0A8", (150, 96), 96)
    skyline(s, 112, "#10385A", 6, 44)
    ground(s, 111, "#12304C", "#070F1C")
    s.halo(150, 120, 84, 10, "#FFD9A0", 0.4)
    hook = crane(s, 58, 116, 100, 52)
    s.rect(hook - 8, 50, 16, 10, s.down("#5FF0E0", "#1F9A94", 50, 60), 1, 1)
    hall(s, 160, 60, 0.92, 66, 58, 40, "#E6EFFA", "#2F7FF0", 4)
    for x, n in ((34, 5), (60, 8), (84, 3)):
        coins(s, x, 126, n, 12)
    return s


def desert_fab() -> Scene:
    """A chip plant in the desert."""
    s = Scene(("#3A2A6A", "#C85A6A", "#FFB870"), "#FFE3B0", (70, 84), 84)
    s.sun(70, 80, 15)
    for x, w, h, tone in ((-10, 70, 26, "#8A3F4A"), (150, 60, 34, "#7A3848"), (206, 50, 22, "#8A3F4A")):
        s.shape(
            [(x, 92), (x + w * 0.14, 92 - h), (x + w * 0.86, 92 - h), (x + w, 92)],
            s.down(light(tone, 0.25), dark(tone, 0.2), 92 - h, 92),
        )
    ground(s, 90, "#D08A4A", "#5A2A1E")
    for k in range(12):
        s.line([(k * 22 - 6, 100 + (k * 7) % 30), (k * 22 + 8, 100 + (k * 7) % 30)], "#8A4A2A", 1.2, 0.5)
    s.ellipse(156, 118, 76, 10, "#3A1A18", 0.45)
    hall(s, 146, 64, 0.9, 76, 46, 26, "#F4EADF", "#3F9BFF", 9)
    cactus(s, 28, 124, 44, "#2A5A46")
    cactus(s, 62, 114, 22, "#2F5F4A")
    cactus(s, 228, 126, 32, "#2A5A46")
    return s


def fab_row() -> Scene:
    """Plant beside plant, and the next is begun."""
    s = Scene(("#123048", "#1F4A5E", "#4A8A8A"), "#BFF0D8", (60, 54), 90)
    hills(s, 74, "#1F4A58", 14, 3)
    ground(s, 74, "#1B3A48", "#081218")
    for k, (x, y) in enumerate(((176, 30), (120, 46), (64, 62))):
        hall(s, x, y, 0.74, 62, 40, 26, ("#BFD6DC", "#CFE2E6", "#E2F0F2")[k], "#FFD98A", k)
    hook = crane(s, 222, 100, 78, -34, "#F4C15D")  # it stands behind the floor that is drawn over its foot
    s.rect(hook - 7, 47, 14, 7, "#35C7A5", 1, 1)
    g = s.iso(196, 100, 0.8)
    g.floor(-24, -18, 48, 36, "#24424E")
    for x in (-24, -8, 8, 24):
        for y in (-18, 18):
            s.line([g.at(x, y, 0), g.at(x, y, 18)], "#F4C15D", 1.3)
    for y in (-18, 18):
        s.line([g.at(-24, y, 18), g.at(24, y, 18)], "#F4C15D", 1.1)
    return s


def homecoming() -> Scene:
    """Plants come home: lights go on, lorries arrive."""
    s = Scene(("#14284E", "#3A4A80", "#F09A6A"), "#FFD9A0", (120, 92), 100)
    s.sun(40, 78, 11)
    for k in range(4):
        x = 52 + k * 46
        s.shape([(x, 68), (x, 46), (x + 44, 66)], s.down("#7FA8D8", "#3A5A88", 46, 68))
        s.shape([(x, 46), (x + 5, 46), (x + 44, 65), (x + 44, 67)], "#CFE6FF", 0.9)
    s.rect(50, 66, 186, 46, s.down("#42618C", "#1A2C4A", 66, 112))
    for k in range(9):
        s.rect(60 + k * 19.6, 76, 12, 16, s.down("#FFEFC0", "#F0A94A", 76, 92), 1, 1)
        s.line([(66 + k * 19.6, 76), (66 + k * 19.6, 92)], "#8A5A1E", 0.7, 0.6)
    for x in (204, 222):
        s.rect(x, 22, 9, 46, s.across("#8A9CB8", "#3A4A66", x, x + 9))
        smoke(s, x + 4, 18, 6, "#E6EEF8", 4)
    ground(s, 112, "#1E2C44", "#080E18")
    for k in range(7):
        s.rect(6 + k * 36, 124, 18, 1.6, "#FFE3A8", 0.6)
    for x, tone in ((16, "#2E7BEA"), (78, "#35A58A")):
        s.rect(x, 98, 34, 18, s.down(light(tone, 0.2), dark(tone, 0.3), 98, 116), 1, 1.5)
        s.fill(f"M{x + 35} 116V103H{x + 43}L{x + 48} 109V116Z", s.down("#F4F8FC", "#9AACC4", 103, 116))
        s.shape([(x + 38, 105), (x + 42, 105), (x + 46, 109), (x + 38, 109)], "#1B3350")
        for wx in (x + 7, x + 26, x + 42):
            s.circle(wx, 117, 4, "#05080F")
            s.circle(wx, 117, 1.7, "#9AACC4")
        s.glow(x + 50, 113, 12, "#FFF3D0", 0.8)
    return s


def assembly() -> Scene:
    """Telephones are put together under palms."""
    s = Scene(("#1F5A6A", "#4A9A8A", "#F4C98A"), "#FFF0C8", (196, 40), 80)
    s.sun(200, 36, 11)
    for x, y, h in ((18, 96, 62), (222, 98, 54), (44, 98, 40)):
        palm(s, x, y, h, "#14504A")
    s.shape([(40, 62), (120, 36), (200, 62)], s.down("#F4F0E4", "#A8B4AA", 36, 62))
    s.rect(46, 62, 148, 36, s.down("#E4EAE4", "#7A948C", 62, 98))
    for k in range(6):
        s.rect(56 + k * 22, 68, 15, 22, s.down("#1F4A50", "#0E2A30", 68, 90), 1, 1)
        s.rect(56 + k * 22, 68, 15, 8, "#FFE9B0", 0.65, 1)
    ground(s, 98, "#2A6A5A", "#0A1F1C")
    s.shape([(0, 112), (W, 104), (W, 124), (0, 132)], s.down("#3F4E66", "#151E2E", 104, 132))
    s.line([(0, 112), (W, 104)], "#9AACC4", 1, 0.8)
    for k in range(6):
        x, y = 22 + k * 41, 106 - k * 1.4
        s.rect(x - 5, y - 9, 15, 25, "#05080F", 1, 3, 8)
        s.rect(x - 3.6, y - 7.4, 12.2, 22, s.down("#7FD8FF", "#2F4FB0", y - 8, y + 15), 1, 2, 8)
    for k in range(4):
        person(s, 42 + k * 52, 106 - k * 1.6, 30, "#0C2A2A", "#BFF0E0")
    return s


def gears() -> Scene:
    """Ten industries turn together."""
    s = Scene(("#123A38", "#0C2628", "#061214"), "#35C7A5", (120, 66), 108)
    for x, y, r, n, tone, turn in (
        (120, 68, 42, 18, "#2FA58A", 0), (54, 40, 26, 12, "#D0A03A", 8), (186, 38, 28, 12, "#3F7FD0", 4),
        (46, 100, 28, 12, "#8A6BD8", 10), (196, 100, 26, 12, "#D0703A", 2), (120, 10, 16, 8, "#5AA0B8", 11),
        (16, 66, 16, 8, "#C8466A", 6), (226, 68, 14, 8, "#7AB84A", 3), (88, 124, 14, 8, "#4A8AB8", 9), (152, 126, 14, 8, "#B88A4A", 0),
    ):  # fmt: skip
        gear(s, x + 2, y + 3, r, n, "#02060A", "#02060A", turn)
        gear(
            s,
            x,
            y,
            r,
            n,
            s.fade((light(tone, 0.35), dark(tone, 0.3)), x - r, y - r, x + r, y + r),
            "#0A1A1C",
            turn,
        )
    s.circle(120, 68, 19, "#0A1A1C")
    chip(s, 120, 68, 20, "#1F7A6A", GOLD, 5)
    s.glow(120, 68, 34, "#7FF0D4", 0.4)
    return s


def smelter() -> Scene:
    """Metal is poured in a plant that was built again."""
    s = Scene(("#1A1420", "#2A1A1E", "#120A0E"), "#FF8A3A", (132, 84), 104)
    for k in range(5):
        s.rect(12 + k * 54, 0, 8, 104, s.across("#3A3038", "#1A141C", 12 + k * 54, 20 + k * 54))
    s.line([(0, 18), (W, 18)], "#4A3A40", 5)
    ground(s, 104, "#2A1A1A", "#0A0608")
    s.line([(84, 18), (84, 34)], "#6A5A60", 2)
    s.line([(112, 18), (112, 34)], "#6A5A60", 2)
    s.fill("M70 34H126L134 40L116 78C112 84 84 84 80 78L66 40Z", s.across("#6A5A62", "#241C24", 66, 134))
    s.fill("M72 34H126L134 40L68 40Z", "#FFC85A")
    s.fill("M126 36C142 40 146 60 146 106H138C138 66 136 52 122 46Z", s.down("#FFF3C0", "#FF8A2A", 36, 106))
    s.glow(142, 104, 44, "#FFB04A", 0.9)
    s.fill("M112 104H178L170 122H120Z", s.down("#5A3A30", "#1A1010", 104, 122))
    s.ellipse(145, 104, 33, 5, s.across("#FF9A3A", "#FFF0B0", 112, 178))
    luck = random.Random(8)
    for _ in range(46):
        a, q = luck.uniform(-2.9, -0.2), luck.uniform(6, 52)
        x, y = 142 + q * math.cos(a), 102 + q * math.sin(a) * 0.9
        s.circle(
            x, y, luck.uniform(0.5, 1.4), luck.choice(("#FFF3C0", "#FFC85A", "#FF9A3A")), luck.uniform(0.5, 1)
        )
    for x, h in ((36, 40), (212, 42)):
        person(s, x, 128, h, "#0E080C", "#FF9A4A")
    return s


def arm(s: Scene, x: float, y: float, k: float, face: int, tone: str = "#F0A13C") -> None:
    """A robot's arm with its foot on (x, y)."""
    joints = [
        (x, y - 10 * k),
        (x - face * 8 * k, y - 42 * k),
        (x + face * 26 * k, y - 66 * k),
        (x + face * 48 * k, y - 48 * k),
    ]
    s.ellipse(x, y, 20 * k, 3.4 * k, "#02040A", 0.5)
    s.fill(
        f"M{x - 14 * k:.1f} {y:.1f}L{x - 10 * k:.1f} {y - 11 * k:.1f}H{x + 10 * k:.1f}L{x + 14 * k:.1f} {y:.1f}Z",
        s.across("#7A8CA8", "#27344A", x - 14 * k, x + 14 * k),
    )
    for a, b, w in ((0, 1, 11), (1, 2, 9), (2, 3, 7)):
        s.line([joints[a], joints[b]], dark(tone, 0.45), w * k)
        s.line([joints[a], joints[b]], tone, (w - 2) * k)
        s.line([joints[a], joints[b]], light(tone, 0.6), 1.6 * k, 0.8)
    for px, py in joints[:3]:
        s.circle(px, py, 6 * k, s.round(px - 2, py - 2, 8 * k, ("#8FA2C0", "#1E2A40")))
        s.circle(px, py, 2.2 * k, "#DCE8FF")
    hx, hy = joints[3]
    s.line([(hx, hy), (hx + face * 3 * k, hy + 9 * k)], "#C9D6EC", 3 * k)
    s.line([(hx - 3 * k, hy + 9 * k), (hx + face * 8 * k, hy + 11 * k)], "#C9D6EC", 2 * k)


def robot() -> Scene:
    """A line of arms at work on bodies."""
    s = Scene(("#14305A", "#0E2040", "#070E1E"), CYAN, (120, 66), 100)
    for k in range(5):
        s.rect(16 + k * 48, 4, 30, 4, "#DFF6FF", 0.8, 2)
        s.beam((31 + k * 48, 8), (31 + k * 48, 108), 15, 22, "#BFEFFF", 0.14)
    ground(s, 104, "#1A2C4A", "#070D18")
    for x, k, face in ((40, 0.7, 1), (204, 0.7, -1)):
        arm(s, x, 106, k, face, "#5AA0D8")
    s.rect(0, 112, W, 10, s.down("#55688A", "#1A2438", 112, 122))
    for k in range(13):
        s.circle(10 + k * 19, 117, 3, "#0A101C")
    for x, k, face in ((66, 1.02, 1), (174, 1.02, -1)):
        arm(s, x, 126, k, face)
    s.fill("M82 112C82 96 92 92 102 92H140C150 92 158 98 158 112Z", s.down("#8FC7F0", "#245080", 92, 112))
    s.fill("M92 102C94 96 98 95 104 95H118V102Z", "#0E2440", 0.8)
    s.spark(116, 86, 3.4, "#FFF3CC")
    s.spark(126, 86, 2.4, "#FFF3CC")
    luck = random.Random(2)
    for _ in range(18):
        s.circle(120 + luck.gauss(0, 13), 88 + abs(luck.gauss(0, 10)), luck.uniform(0.5, 1.1), "#FFE3A8", 0.9)
    return s


def humanoid() -> Scene:
    """A robot in the shape of a person looks up."""
    s = Scene(("#1A2E5A", "#182448", "#0A0F22"), "#7FC8FF", (120, 50), 104)
    for k in range(14):
        s.line([(0, 10 + k * 10), (W, 10 + k * 10)], "#8FC7FF", 0.5, 0.1)
    for x in (30, 62, 178, 210):
        arm(s, x, 122, 0.72, 1 if x < 120 else -1, "#4A7AA8")
    s.fill("M76 136C76 108 90 98 108 96H132C150 98 164 108 164 136Z", s.across("#F4F8FC", "#6A7E9C", 76, 164))
    s.fill("M104 136C104 118 110 108 120 108C130 108 136 118 136 136Z", "#1A2840", 0.7)
    s.rect(112, 84, 16, 16, s.across("#5A6C8A", "#2A364E", 112, 128), 1, 4)
    s.rect(94, 34, 52, 56, s.fade(("#FFFFFF", "#B4C4DA", "#5F7392"), 94, 34, 146, 90), 1, 24)
    s.fill(
        "M100 58C100 44 108 40 120 40C132 40 140 44 140 58C140 68 132 72 120 72C108 72 100 68 100 58Z",
        s.down("#16294A", "#050A16", 40, 72),
    )
    for x in (110, 130):
        s.spark(x, 56, 2.8, CYAN)
    s.path("M106 47C110 43 116 42 122 42", "#FFFFFF", 1.4, 0.5)
    s.rect(90, 54, 6, 14, "#8FA2C0", 1, 2)
    s.rect(144, 54, 6, 14, "#8FA2C0", 1, 2)
    s.circle(120, 120, 5, s.round(119, 119, 6, ("#DFFBFF", CYAN)))
    s.glow(120, 120, 18, CYAN, 0.6)
    return s


def battery() -> Scene:
    """Cells without end come off the line."""
    s = Scene(("#0B3A2C", "#08241E", "#04100D"), GREEN, (120, 66), 108)
    g = s.iso(116, 58, 0.88)
    luck = random.Random(1)
    g.box(-70, -30, -26, 150, 92, 16, "#1A3A34")
    for i in range(7):
        for j in range(4):
            x, y = -66 + i * 21, -26 + j * 22
            fill = luck.uniform(0.55, 1)
            g.box(x, y, -10, 15, 15, 30, "#2C4A44")
            g.mark_left(x + 3, y + 15, -8, 9, 26 * fill, s.down("#8FFFD8", "#1FA878", 0, H), 0.95)
            g.mark_right(x + 15, y + 3, -8, 9, 26 * fill, "#1C8A66", 0.95)
            g.box(x + 5, y + 5, 20, 5, 5, 3, "#C9DED6")
    s.shape([(128, 8), (104, 62), (119, 62), (110, 104), (142, 46), (125, 46), (138, 8)], "#3A2A06", 0.35)
    s.shape(
        [(126, 4), (102, 58), (117, 58), (108, 100), (140, 42), (123, 42), (136, 4)],
        s.down("#FFF0B8", "#F0A93A", 4, 100),
    )
    s.glow(121, 50, 44, GOLD, 0.4)
    return s


def graphite() -> Scene:
    """Black sheets of graphite, and the cell that needs them."""
    s = Scene(("#26302E", "#161E1E", "#0A0F10"), GREEN, (182, 66), 84)
    for row in range(6):
        for col in range(9):
            x, y = 4 + col * 17.4 + (row % 2) * 8.7, 8 + row * 15
            if x < 150:
                points = around(x, y, 9.4, 9.4, 6)
                s.line([*points, points[0]], "#9FB4AE", 0.8, 0.34)
                s.circle(*points[0], 1.5, "#DFF0EA", 0.6)
    g = s.iso(72, 66, 1)
    for k in range(5):
        g.box(-34, -34, -16 + k * 10, 68, 68, 5, "#3A4444" if k % 2 else "#4A5656")
        x, y = g.at(34, 34, -14 + k * 10)
        s.line([g.at(-34, 34, -11 + k * 10), (x, y - 3), g.at(34, -34, -11 + k * 10)], "#DFF0EA", 0.8, 0.6)
    s.rect(168, 26, 14, 8, "#C9DED6", 1, 2)
    s.rect(154, 33, 42, 88, s.across("#4A6A60", "#14241F", 154, 196), 1, 6)
    s.rect(159, 40, 32, 76, "#07120F", 1, 3)
    for k, tone in enumerate(("#2E9A74", "#35B888", "#45D6A4")):
        s.rect(161, 99 - k * 16, 28, 13, s.across(light(tone, 0.3), dark(tone, 0.3), 161, 189), 1, 2)
    barrier(s, 214, 126, -76, 12)
    return s


def magnet() -> Scene:
    """A magnet holds the filings."""
    s = Scene(("#1C2848", "#121B34", "#080D1C"), "#FF5D57", (120, 56), 104)
    for k in range(7):
        r = 20 + k * 15
        s.ring(120, 98, r * 1.2, r * 0.86, "#9FBEFF", 1.1, 0.6 - 0.07 * k)
    s.path("M78 30V74A42 42 0 0 0 162 74V30", "#05080F", 34)
    s.path("M78 34V74A42 42 0 0 0 162 74V34", s.across("#F0524A", "#9A1F22", 60, 180), 29)
    s.path("M68 36V74C68 92 76 108 92 117", "#FFB0A8", 3, 0.85)
    s.path("M172 36V74C172 88 168 98 160 107", "#4A0A10", 3, 0.6)
    for x in (63.5, 147.5):
        s.rect(x, 14, 29, 24, s.across("#FFFFFF", "#8090A8", x, x + 29), 1, 1)
    luck = random.Random(3)
    for x0 in (78, 162):
        for _ in range(34):
            a, q = luck.uniform(-2.9, -0.25), luck.uniform(2, 18)
            x, y = x0 + q * 1.1 * math.cos(a), 15 + q * 0.8 * math.sin(a)
            s.line([(x, y), (x + 3 * math.cos(a), y + 3 * math.sin(a))], "#DCE8FF", 1.1, 0.9)
    for x in (78, 162):
        s.glow(x, 14, 22, "#BFD6FF", 0.5)
    return s


def motor() -> Scene:
    """A motor taken apart: how much of it comes from where?"""
    s = Scene(("#2A2A48", "#1A1C34", "#0B0D1C"), "#B29BFF", (110, 66), 100)
    s.line([(14, 106), (226, 30)], "#8FA2C0", 2, 0.4)
    for x, y, r, tone in ((46, 94, 34, "#6A7FA8"), (104, 73, 30, "#C98A4A"), (156, 54, 26, "#8A94B0")):
        s.ellipse(x + 4, y + 4, r * 0.62, r, "#02040A", 0.5)
        s.ellipse(x + 7, y - 2, r * 0.62, r, dark(tone, 0.5))
        s.ellipse(
            x,
            y,
            r * 0.62,
            r,
            s.fade((light(tone, 0.35), dark(tone, 0.3)), x - r * 0.5, y - r, x + r * 0.5, y + r),
        )
        s.ellipse(x, y, r * 0.42, r * 0.68, "#0C1224")
    for k, (x, y) in enumerate(around(46, 94, 16, 27, 10)):
        s.circle(x, y, 3, "#C9D6EC" if k % 2 else "#8FA2C0")
    for k, (x, y) in enumerate(around(104, 73, 14, 24, 12)):
        s.rect(x - 3, y - 4, 6, 8, s.down("#F4B06A", "#8A4A1E", y - 4, y + 4), 1, 1, k * 30)
    for k, (x, y) in enumerate(around(156, 54, 12, 20, 8)):
        s.rect(x - 3, y - 3.6, 6, 7.2, RED if k % 2 else BLUE, 1, 1, k * 45)
    s.line([(150, 57), (214, 34)], "#DCE6F4", 6)
    s.line([(150, 55.6), (214, 32.6)], "#FFFFFF", 1.4, 0.7)
    magnifier(s, 168, 46, 23, 62)
    s.circle(166, 40, 3.4, RED)
    s.glow(166, 40, 12, RED, 0.8)
    return s


SCENES = [
    fab, desert_fab, fab_row, homecoming, assembly, gears, smelter, robot, humanoid, battery, graphite, magnet, motor,
]  # fmt: skip
