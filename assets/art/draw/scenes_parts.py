"""Chips taken out, looked at, cut off and locked up."""

import math

from chips import chip
from kit import H, Scene, W, around
from land import ground
from things import CYAN, GOLD, RED, magnifier


def memory() -> Scene:
    """Memory stacked beside an AI chip."""
    s = Scene(("#2A173C", "#1A1030", "#0B081C"), "#E87C9A", (120, 60), 110)
    g = s.iso(120, 72, 0.94)
    g.box(-54, -54, -8, 108, 108, 7, "#2F5A4E")
    for k in range(9):
        g.floor(-50 + k * 12, -52, 3, 104, "#5FE0B0", 0.16, -1)
    g.box(-24, -24, -1, 48, 48, 6, "#39406A")
    g.floor(-18, -18, 36, 36, "#8A9BE8", 0.9, 5)
    g.floor(-12, -12, 24, 24, "#E8EDFF", 0.8, 5)
    for x, y in ((-48, -22), (-48, 4), (28, -22), (28, 4)):
        for k in range(6):
            g.box(x, y, -1 + k * 5.6, 19, 19, 4.2, "#A86FD0" if k % 2 else "#6F4FA8")
        g.floor(x + 4, y + 4, 11, 11, "#FFD6E6", 0.75, 32.6)
    x, y = g.at(0, 0, 6)
    s.glow(x, y, 44, "#FFFFFF", 0.28)
    for x, y in ((-29, -12), (-29, 14), (24, -12), (24, 14)):
        p, q = g.at(x, y, 2), g.at(x + 5, y, 2)
        s.line([p, q], GOLD, 2)
    return s


def dimm() -> Scene:
    """A bar of memory under the lamp of an inspector."""
    s = Scene(("#1C2A4A", "#111B34", "#080E1E"), "#FFE3A8", (150, 40), 100)
    s.beam((176, -6), (120, 110), 12, 78, "#FFF0CC", 0.4)
    ground(s, 108, "#22304E", "#0A1122")
    s.halo(118, 112, 100, 12, "#FFE9B8", 0.5)
    s.rect(26, 50, 184, 46, "#02040A", 0.4, 3, -4)
    s.rect(24, 46, 184, 46, s.down("#3FA37A", "#155A42", 46, 92), 1, 2, -4)
    for k in range(8):
        x, y = 34 + k * 21.6, 56 - k * 1.5
        s.rect(x, y, 16, 22, s.down("#3A4258", "#10141F", y, y + 22), 1, 1, -4)
        s.line([(x + 3, y + 5), (x + 12, y + 4.4)], "#C9D6EC", 0.9, 0.6)
        s.circle(x + 4, y + 17, 1, "#C9D6EC", 0.6)
    for k in range(30):
        if k != 14:
            s.rect(28 + k * 5.9, 91.6 - k * 0.41, 3.6, 6.5, GOLD, 0.95, 0.4, -4)
    magnifier(s, 152, 62, 30, 48)
    s.rect(141, 50, 20, 27, s.down("#4A5470", "#161B2A", 50, 77), 1, 1, -4)
    s.line([(145, 57), (156, 56.4)], "#FFFFFF", 1.4, 0.8)
    s.ring(151, 66, 5, 5, RED, 1.6, 0.9)
    return s


def teardown() -> Scene:
    """A telephone is opened, and the chip in it looked at."""
    s = Scene(("#33202A", "#1E1420", "#0D0A14"), "#FFB38A", (80, 60), 90)
    ground(s, 112, "#4A3A34", "#1A1210")
    s.rect(28, 14, 60, 112, "#02040A", 0.4, 9, -8)
    s.rect(24, 12, 60, 112, s.down("#3A4660", "#141B2C", 12, 124), 1, 9, -8)
    s.rect(29, 17, 50, 102, "#0C2A26", 1, 6, -8)
    s.rect(31, 62, 40, 50, s.down("#2A3244", "#0D1220", 62, 112), 1, 3, -8)
    for x, y, w, h in ((33, 24, 14, 10), (52, 22, 20, 7), (34, 50, 10, 7)):
        s.rect(x, y, w, h, "#9AA9C0", 0.9, 1, -8)
    s.rect(48, 34, 19, 19, "#10141F", 1, 1, -8)
    for k in range(7):
        s.line([(34 + k * 6, 58 - k * 0.8), (34 + k * 6, 61 - k * 0.8)], GOLD, 1)
    for x, y in ((150, 18), (206, 26), (214, 108)):
        s.circle(x, y, 3, "#C9D6EC")
        s.line([(x - 2, y), (x + 2, y)], "#4A5870", 0.9)
    s.line([(70, 42), (118, 34)], "#FFE9B8", 0.8, 0.6)
    s.line([(66, 54), (120, 96)], "#FFE9B8", 0.8, 0.6)
    s.circle(152, 66, 42, "#0B1326")
    chip(s, 152, 66, 46, "#3F5FB8", GOLD, 8)
    magnifier(s, 152, 66, 43, 42)
    return s


def reel() -> Scene:
    """A reel of legacy chips, cut."""
    s = Scene(("#20303C", "#14202C", "#090F18"), "#F0A13C", (150, 50), 90)
    for r in (58, 46, 34):
        s.circle(48, 66, r, s.round(36, 50, r * 1.4, ("#5A6C86", "#233146")), 0.95)
    for k in range(5):
        x, y = around(48, 66, 26, 26, 5)[k]
        s.circle(x, y, 8, "#0C1422")
    s.circle(48, 66, 9, "#C9D6EC")
    s.circle(48, 66, 4, "#0C1422")

    def strip(x0: float, n: int, y: float) -> None:
        for k in range(n):
            x = x0 + k * 22
            s.rect(x, y, 22.5, 30, s.down("#E9EEF5", "#A9B6C8", y, y + 30))
            s.circle(x + 5.5, y + 5, 1.8, "#33415A")
            s.circle(x + 16.5, y + 5, 1.8, "#33415A")
            s.rect(x + 4, y + 11, 14, 13, "#171C28", 1, 1)
            for m in range(3):
                s.rect(x + 5.5 + m * 4.3, y + 8.6, 2, 3, GOLD)
                s.rect(x + 5.5 + m * 4.3, y + 23.4, 2, 3, GOLD)

    strip(56, 4, 92)
    strip(164, 4, 92)
    s.glow(153, 100, 30, "#FFB35A", 0.8)
    for side, tone in ((-1, "#DCE6F4"), (1, "#B9C7DC")):
        s.shape(
            [(154 - side * 4, 58), (154 + side * 1, 56), (154 + side * 9, 104), (154 + side * 7, 106)], tone
        )
        s.ring(154 - side * 13, 40, 10, 12, RED, 4.6)
        s.line([(154 - side * 7, 50), (154 - side * 1, 60)], RED, 4.6)
    s.circle(154, 64, 3, "#5A6C86")
    for x, y in ((140, 84), (168, 82), (146, 126), (164, 128)):
        s.spark(x, y, 1.2, "#FFD9A0")
    return s


def vault() -> Scene:
    """A chip kept behind a door of steel."""
    s = Scene(("#122036", "#0C1626", "#060B14"), CYAN, (96, 68), 90)
    s.rect(0, 0, W, H, s.across("#22344E", "#101B2C"))
    for k in range(7):
        s.line([(k * 40, 0), (k * 40, H)], "#050A14", 1.2, 0.6)
    s.circle(96, 68, 60, s.round(80, 50, 80, ("#5A708E", "#22324A")))
    s.circle(96, 68, 50, "#04101C")
    s.circle(
        96, 68, 50, s.round(96, 68, 52, ((0, "#2FD6E8", 0.55), (0.7, "#0E4A66", 0.4), (1, "#04101C", 0.9)))
    )
    for k in range(16):
        x, y = around(96, 68, 55, 55, 16)[k]
        s.circle(x, y, 2.4, "#A9BCD6")
    chip(s, 96, 68, 42, "#1F6F86", "#BFFBFF", 7)
    s.glow(96, 68, 40, "#BFFBFF", 0.35)
    s.fill(
        "M164 4C196 10 226 18 226 68C226 118 196 126 164 132C180 112 184 92 184 68C184 44 180 24 164 4Z",
        s.across("#A9BCD6", "#3A4C68", 164, 226),
    )
    s.path("M164 4C180 24 184 44 184 68C184 92 180 112 164 132", "#E6F0FC", 1.4, 0.8)
    s.ring(205, 68, 13, 19, "#DCE8F6", 3.4)
    for k in range(3):
        a = k * math.pi / 3 + 0.3
        s.line(
            [
                (205 - 13 * math.cos(a), 68 - 19 * math.sin(a)),
                (205 + 13 * math.cos(a), 68 + 19 * math.sin(a)),
            ],
            "#DCE8F6",
            2.4,
        )
    s.circle(205, 68, 4, GOLD)
    return s


SCENES = [memory, dimm, teardown, reel, vault]
