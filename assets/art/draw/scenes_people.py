"""Science and its people, watching, and arms."""

import math
import random

from chips import chip, wafer
from kit import H, Scene, W, around
from land import clouds, ground, hills, mountains, skyline, tree
from things import CYAN, GOLD, GREEN, RED, person, satellite, seal, suited


def campus() -> Scene:
    """A university in the evening light."""
    s = Scene(("#1A3470", "#7A6A9A", "#F8B070"), "#FFE1A8", (178, 84), 84)
    s.sun(196, 76, 11)
    hills(s, 96, "#3A4A68", 16, 8)
    ground(s, 104, "#2A5A3E", "#0A1C14")
    s.shape([(48, 56), (116, 22), (184, 56)], s.down("#FFF6E4", "#C9B48E", 22, 56))
    s.shape([(62, 53), (116, 27), (170, 53)], "#B8A27C", 0.55)
    s.circle(116, 43, 6.4, "#8A744E")
    s.circle(116, 43, 4.2, "#FFE9B0")
    s.rect(52, 56, 128, 7, s.down("#F0E2C4", "#B8A27C", 56, 63))
    s.rect(58, 63, 116, 40, s.down("#5A4A3A", "#2A2018", 63, 103))
    s.rect(106, 72, 20, 31, s.down("#FFE3A0", "#D0903A", 72, 103))
    for k in range(7):
        s.rect(60 + k * 17.6, 63, 8, 41, s.across("#FFF8E8", "#9A8866", 60 + k * 17.6, 68 + k * 17.6))
    for k in range(3):
        s.rect(46 - k * 7, 103 + k * 4, 140 + k * 14, 4.4, ("#F0E2C4", "#D8C8A4", "#BCA988")[k])
    s.shape([(98, 116), (134, 116), (170, H), (62, H)], "#C9B48E", 0.5)
    tree(s, 22, 118, 54, "#2F7A4E")
    tree(s, 214, 120, 46, "#2F7A4E")
    for x, h in ((50, 40), (70, 44), (164, 42), (186, 38)):
        person(s, x, 136, h, "#101A34", "#FFD9A0")
        top = 136 - h * 0.96
        s.shape([(x - h * 0.22, top), (x, top - h * 0.1), (x + h * 0.22, top), (x, top + h * 0.1)], "#101A34")
        s.line([(x + h * 0.2, top), (x + h * 0.2, top + h * 0.16)], GOLD, 1.2)
    return s


def departure() -> Scene:
    """Engineers leave the clean room."""
    s = Scene(("#FFE9B8", "#D8B87A", "#8A6A4A"), "#FFFFFF", (60, 44), 90)
    s.rect(0, 0, 150, H, s.down("#FFEFC8", "#C9A868", 0, H))
    for k in range(4):
        s.rect(10 + k * 36, 6, 26, 4, "#FFFFFF", 0.9, 2)
    s.rect(0, 100, 150, 36, s.down("#D8C08A", "#7A6440", 100, H))
    for k in range(3):
        x = 12 + k * 38
        s.rect(x, 44, 30, 58, s.across("#F8FAFC", "#A9B4C4", x, x + 30), 1, 3)
        s.rect(x + 5, 51, 20, 15, "#2A4468", 1, 1)
        wafer(s, x + 15, 84, 9, 0.5, ("#6FE3E1", "#8A5BFF"), 3)
    s.rect(146, 0, 94, H, s.across("#3A4A68", "#1A2438", 146, 240))
    s.fill("M158 136V22H222V136Z", s.down("#16305E", "#3A5A8A", 22, H))
    s.stars(14, 4, 20)
    s.fill("M158 136V104C176 100 204 100 222 104V136Z", "#1A2A44")
    s.path("M158 136V22H222V136", "#8FA2C0", 3.4)
    s.rect(172, 8, 36, 9, GREEN, 0.95, 2)
    s.line([(180, 12.5), (196, 12.5)], "#FFFFFF", 1.8)
    s.shape([(195, 9.6), (201, 12.5), (195, 15.4)], "#FFFFFF")
    for x, h, y in ((108, 64, 130), (146, 68, 132)):
        suited(s, x, y, h)
        s.rect(x + h * 0.2, y - h * 0.32, h * 0.3, h * 0.26, "#5A3A20", 1, 2)
        s.path(f"M{x + h * 0.29} {y - h * 0.32}V{y - h * 0.38}H{x + h * 0.41}V{y - h * 0.32}", "#3A2410", 1.8)
    person(s, 190, 128, 58, "#0C1426", "#8FC7FF")
    s.rect(200, 110, 16, 13, "#2A1A10", 1, 2)
    s.path("M188 128L150 134", "#02040A", 4, 0.3)
    return s


def visa() -> Scene:
    """A passport for somebody who knows atoms."""
    s = Scene(("#14386E", "#2A6A9A", "#8AD0D8"), "#FFFFFF", (186, 38), 84)
    clouds(s, 40, 30, 54, "#FFFFFF", 0.45)
    clouds(s, 206, 88, 60, "#FFFFFF", 0.4)
    d = "M18 118C70 108 130 84 200 30"
    s.path(d, "#FFFFFF", 5, 0.2)
    s.path(d, "#FFFFFF", 1.6, 0.8, dash="7 6")
    s.shape([(198, 20), (226, 14), (216, 42), (209, 33), (202, 46), (200, 34), (186, 36)], "#FFFFFF")
    s.shape([(200, 34), (226, 14), (209, 33), (202, 46)], "#B8CCE0")
    s.rect(66, 22, 76, 104, "#02102A", 0.45, 6, -8)
    s.rect(60, 16, 76, 104, s.fade(("#2F4FA8", "#142860"), 60, 16, 136, 120), 1, 6, -8)
    s.rect(64, 20, 68, 96, s.fade(((0, "#FFFFFF", 0.18), (1, "#FFFFFF", 0)), 60, 16, 136, 120), 1, 4, -8)
    for turn in (0, 60, 120):
        s.add(
            f'<ellipse cx="97" cy="60" rx="25" ry="9" fill="none" stroke="{GOLD}" stroke-width="2" transform="rotate({turn - 8} 97 60)"/>'
        )
    s.spark(97, 60, 4, GOLD)
    for k, w in enumerate((40, 28)):
        s.rect(84 + k * 4, 96 + k * 8, w, 3.4, GOLD, 0.9, 1, -8)
    s.circle(160, 96, 24, "#FBF6EA", 0.96)
    seal(s, 160, 96, 20, "#1F8A5A")
    return s


def shield() -> Scene:
    """Five services behind one shield."""
    s = Scene(("#10386A", "#0B2244", "#050E1E"), "#5CC8FF", (120, 64), 108)
    luck = random.Random(7)
    for k in range(16):
        y = 4 + k * 8.6
        x = 0.0
        while x < W:
            w = luck.uniform(4, 18)
            s.rect(x, y, w, 1.8, "#8FD8FF", luck.uniform(0.05, 0.22), 0.8)
            x += w + luck.uniform(3, 10)
    d = "M120 8C140 20 160 24 178 25V66C178 98 152 118 120 130C88 118 62 98 62 66V25C80 24 100 20 120 8Z"
    s.fill(d, s.fade(("#DDF3FF", "#6FB0E0", "#1F4A7A"), 62, 8, 178, 130))
    d = "M120 16C138 26 156 30 171 31V66C171 94 148 111 120 122C92 111 69 94 69 66V31C84 30 102 26 120 16Z"
    s.fill(d, s.down("#1F5A94", "#0A2240", 16, 122))
    s.fill("M120 16C102 26 84 30 69 31V66C69 94 92 111 120 122Z", "#FFFFFF", 0.08)
    points = around(120, 68, 30, 29, 5)
    for k, p in enumerate(points):
        s.line([p, points[(k + 2) % 5]], "#8FE3FF", 1.1, 0.7)
        s.line([p, (120, 68)], "#8FE3FF", 1.1, 0.7)
    for k, (x, y) in enumerate(points):
        s.glow(x, y, 15, "#8FE3FF", 0.6)
        s.circle(
            x,
            y,
            8,
            s.round(
                x - 3, y - 3, 11, ("#FFFFFF", ("#4A9BFF", "#F4C15D", "#35C7A5", "#E87C9A", "#B29BFF")[k])
            ),
        )
        s.ellipse(x, y, 4.6, 2.7, "#0A1C34")
        s.circle(x, y, 1.2, "#FFFFFF")
    s.spark(120, 68, 4, GOLD)
    return s


def scales() -> Scene:
    """The largest maker of chips is weighed."""
    s = Scene(("#24305A", "#182040", "#0A0E1E"), GOLD, (120, 36), 104)
    s.beam((120, -6), (120, 120), 16, 96, "#FFF0CC", 0.24)
    ground(s, 118, "#2A2418", "#0A0806")
    s.fill("M114 118L117 34H123L126 118Z", s.across("#FFEFC0", "#8A5E16", 114, 126))
    s.fill("M84 126C92 114 148 114 156 126Z", s.down("#FFE3A0", "#8A5E16", 114, 126))
    s.path("M48 44C80 36 100 32 120 32C140 30 164 24 192 20", "#5A3C0A", 6.4)
    s.path("M48 43C80 35 100 31 120 31C140 29 164 23 192 19", s.across("#C98F2E", "#FFEFC0"), 4)
    s.circle(120, 28, 7, s.round(117, 25, 9, ("#FFFFFF", "#E0A83A")))
    for x, y in ((48, 44), (192, 20)):
        for side in (-1, 1):
            s.line([(x, y), (x + side * 29, y + 44)], "#FFE9B8", 1.1)
        s.fill(
            f"M{x - 33} {y + 44}C{x - 28} {y + 66} {x + 28} {y + 66} {x + 33} {y + 44}Z",
            s.fade(("#FFE3A0", "#C98F2E", "#6A4410"), x - 33, 0, x + 33, 0),
        )
        s.ellipse(x, y + 44, 33, 4.6, "#5A3C0A")
    chip(s, 48, 68, 38, "#2F8A6A", GOLD, 7)
    for k, (x, y) in enumerate(((178, 57), (192, 60), (206, 57), (185, 46), (200, 46))):
        chip(s, x, y, 10, ("#3F6FD0", "#8A6BD8", "#D0763A", "#C8466A", "#5A8AA8")[k], "#DCE6F4", 3)
    s.shape([(150, 112), (196, 98), (200, 108), (154, 122)], s.across("#B87A44", "#5A3418", 150, 200))
    s.path("M172 116L212 132", "#8A5630", 6)
    return s


def shadow() -> Scene:
    """A firm like any other; look at the shadow it throws."""
    s = Scene(("#4A3A6A", "#B8707A", "#F4BE8A"), "#FFE9C8", (28, 40), 90)
    s.sun(26, 36, 12)
    skyline(s, 84, "#6A4A70", 3, 26)
    ground(s, 84, "#D8A888", "#6A4448")
    s.fill(
        "M96 100L128 92L132 96L214 104L216 109L152 106L154 112H204C216 114 216 126 204 128H104C90 126 88 114 98 112L84 106Z",
        "#1A0E1E",
        0.72,
    )
    for k in range(5):
        s.ellipse(112 + k * 20, 121, 7, 4.2, "#3A2230", 0.75)
    g = s.iso(74, 44, 1)
    g.box(-20, -20, -50, 40, 40, 78, "#8FB0D8")
    for row in range(7):
        for n in range(4):
            g.mark_left(
                -17 + n * 9.4, 20, -44 + row * 10, 6.4, 6.4, "#FFF0C8" if (row + n) % 3 else "#3A5A88", 0.95
            )
            g.mark_right(20, -17 + n * 9.4, -44 + row * 10, 6.4, 6.4, "#2A4470", 0.95)
    g.box(-10, -10, 28, 20, 20, 8, "#B8CCE4")
    s.circle(*g.at(0, 0, 42), 3, "#FF8A6A")
    for x, h in ((30, 22), (40, 20), (118, 20)):
        person(s, x, 132 if x < 100 else 100, h, "#3A2A44")
    return s


def launcher() -> Scene:
    """Makers of arms are barred."""
    s = Scene(("#1A2A4A", "#5A4A6A", "#E0886A"), "#FFD0A0", (176, 84), 88)
    mountains(s, 98, "#3A2E50", [(20, 34, 50), (96, 26, 56), (206, 40, 60)])
    ground(s, 98, "#2E2638", "#0A080E")
    s.fill("M36 116L44 102H118L126 116Z", s.down("#7A8668", "#343C2C", 102, 116))
    s.rect(112, 92, 20, 20, s.down("#8A9676", "#3A4432", 92, 112), 1, 2)
    s.rect(118, 95, 11, 7, "#1B2C44")
    for x in (46, 64, 92, 110, 126):
        s.circle(x, 119, 6.4, "#0A0A0C")
        s.circle(x, 119, 2.6, "#6A7264")
    a = math.radians(-40)
    for k in range(4):
        ox, oy = 52 + k * 10 * math.sin(-a), 100 - k * 10 * math.cos(a) * 0.4
        ex, ey = ox + 62 * math.cos(a), oy + 62 * math.sin(a)
        s.line([(ox, oy), (ex, ey)], "#2A3026", 9)
        s.line([(ox, oy), (ex, ey)], ("#7A8668", "#6A7658")[k % 2], 6.6)
        s.circle(ex, ey, 2.4, "#12160E")
    s.circle(182, 62, 40, "#0C1222", 0.66)
    for r in (12, 23, 34):
        s.ring(182, 62, r, r, GREEN, 0.9, 0.55)
    s.fill("M182 62L210 36A38 38 0 0 0 182 24Z", GREEN, 0.28)
    for x, y in ((168, 48), (196, 74), (162, 76)):
        s.spark(x, y, 1.8, GOLD)
    s.ring(182, 62, 40, 40, RED, 4.4)
    s.line([(154, 34), (210, 90)], RED, 4.4)
    return s


def drones() -> Scene:
    """Many small aircraft, one swarm."""
    s = Scene(("#16264E", "#5A4A7E", "#F0A08A"), "#FFD9B0", (120, 112), 96)
    s.sun(120, 112, 12)
    mountains(s, 128, "#2A2448", [(30, 26, 50), (120, 18, 60), (206, 30, 56)])
    ground(s, 126, "#14122A", "#06050E")
    spots = (
        (58, 34, 1.15),
        (152, 26, 0.85),
        (112, 66, 1.5),
        (204, 60, 0.9),
        (24, 74, 0.75),
        (180, 96, 0.7),
        (66, 98, 0.65),
        (96, 14, 0.5),
        (222, 22, 0.5),
    )
    for k, (x, y, _) in enumerate(spots):
        for m in (1, 2):
            ox, oy, _ = spots[(k + m) % len(spots)]
            s.line([(x, y), (ox, oy)], CYAN, 0.6, 0.25)
    for x, y, k in spots:
        for side in (-1, 1):
            s.line([(x, y), (x + side * 19 * k, y - 3 * k)], "#0A0E1E", 2.6 * k)
            s.line([(x, y + 1), (x + side * 13 * k, y + 5 * k)], "#1A2138", 2 * k)
            s.ellipse(x + side * 19 * k, y - 6 * k, 11 * k, 1.7 * k, "#F4F8FF", 0.75)
            s.ellipse(x + side * 13 * k, y + 2.6 * k, 8 * k, 1.3 * k, "#F4F8FF", 0.5)
            s.rect(x + side * 19 * k - k, y - 6 * k, 2 * k, 4 * k, "#0A0E1E")
        s.rect(
            x - 8 * k,
            y - 4.4 * k,
            16 * k,
            9 * k,
            s.down("#5A6A8C", "#10162A", y - 4 * k, y + 5 * k),
            1,
            3 * k,
        )
        s.circle(x, y + 3.4 * k, 2.4 * k, "#05070E")
        s.spark(x, y + 3.4 * k, 1.2 * k, RED)
    return s


def jet() -> Scene:
    """A fighter of the next generation over the clouds."""
    s = Scene(("#10244E", "#4A5A94", "#F4A080"), "#FFE0B8", (46, 112), 92)
    s.sun(40, 108, 12)
    for x, y, w in ((30, 128, 80), (120, 134, 100), (206, 124, 80), (180, 112, 46)):
        clouds(s, x, y, w, "#FFE3D0", 0.55)
    for k in range(3):
        s.line([(4, 112 - k * 7), (92 + k * 8, 84 - k * 9)], "#FFFFFF", 2.2, 0.3)
    for dx, dy in ((0, 0), (10, 9)):
        s.glow(74 + dx, 84 + dy, 18, "#FFB35A", 0.9)
        s.shape([(86 + dx, 76 + dy), (50 + dx, 96 + dy), (82 + dx, 84 + dy)], "#FFF0C8", 0.85)
    under = [
        (224, 20),
        (158, 48),
        (118, 42),
        (66, 28),
        (96, 60),
        (74, 74),
        (84, 84),
        (96, 92),
        (116, 84),
        (146, 122),
        (152, 84),
        (178, 58),
    ]
    s.shape(under, s.fade(("#1A2440", "#0A0F20"), 60, 120, 220, 20))
    s.shape(
        [(224, 20), (158, 48), (118, 42), (66, 28), (98, 58), (150, 62)],
        s.fade(("#5A76A8", "#B8CCEC"), 66, 60, 200, 24),
    )
    s.shape(
        [(224, 20), (150, 62), (98, 58), (74, 74), (116, 78), (160, 66)],
        s.fade(("#2A3A60", "#7A94C4"), 80, 80, 210, 26),
    )
    s.shape([(224, 20), (160, 66), (116, 78), (96, 92), (152, 84), (178, 58)], "#16203C")
    s.fill(
        "M168 50C176 40 190 34 198 34C194 42 184 50 172 54Z", s.fade(("#FFE9B8", "#E0A040"), 168, 54, 198, 34)
    )
    s.line([(66, 28), (118, 42), (158, 48), (224, 20)], "#FFFFFF", 0.9, 0.6)
    s.line([(98, 58), (150, 62), (224, 20)], "#FFFFFF", 0.6, 0.4)
    return s


def fusion() -> Scene:
    """One aircraft, half for passengers and half for the army."""
    s = Scene(("#1A2C5A", "#16224A", "#080D1E"), "#8FB4FF", (120, 66), 106)
    s.rect(0, 0, 120, H, s.across("#1F4A8A", "#2A6AB0", 0, 120), 0.75)
    s.rect(120, 0, 120, H, s.across("#3A4A34", "#1A2418", 120, 240), 0.85)
    for k in range(7):
        s.line([(0, 10 + k * 20), (120, 10 + k * 20)], "#BFDCFF", 0.6, 0.2)
        s.line([(120, 10 + k * 20), (W, 10 + k * 20)], "#C9E0A8", 0.6, 0.14)
    left = "M120 4C112 10 110 22 110 40L32 82V92L110 76V104L88 120V127L120 120Z"
    right = "M120 4C128 12 131 24 132 40L150 52L206 96V106L148 98L134 98L136 112L154 124V130L120 122Z"
    s.fill("M122 10C114 16 112 28 112 46L34 88V98L112 82V110L90 126H122Z", "#02040A", 0.4)
    s.fill(left, s.across("#FFFFFF", "#B4C6E0", 32, 120))
    s.fill(right, s.across("#7A8A62", "#343E28", 120, 206))
    for x, y, w in ((152, 70, 24), (168, 86, 30), (128, 56, 14), (132, 108, 12)):
        s.ellipse(x, y, w / 2, w / 4, "#2A3420", 0.85)
    for k in range(9):
        s.circle(115, 30 + k * 7.4, 1.5, "#2A4470")
    s.rect(64, 66, 12, 18, s.across("#E8EEF8", "#7A8CAC", 64, 76), 1, 5)
    s.line([(170, 92), (170, 74)], "#1A2014", 3)
    s.shape([(168, 74), (170, 66), (172, 74)], "#C9CFC0")
    s.line([(188, 100), (188, 84)], "#1A2014", 3)
    s.shape([(186, 84), (188, 76), (190, 84)], "#C9CFC0")
    s.line([(120, 0), (120, H)], GOLD, 1.6, 0.9)
    for y in (20, 62, 112):
        s.spark(120, y, 2, GOLD)
    satellite(s, 34, 28, 0.7, -16)
    s.fill("M198 22L214 18L226 24L212 30Z", "#C9CFC0", 0.9)
    s.line([(212, 24), (212, 38)], "#C9CFC0", 1.4)
    return s


SCENES = [campus, departure, visa, shield, scales, shadow, launcher, drones, jet, fusion]
