"""Chips, wafers, the tools that make them, and the rules about both."""

import math
import random

from chips import chip, chip_tile, wafer
from kit import H, Scene, W, dark, light
from land import grid_floor, ground
from things import CYAN, GOLD, GREEN, LILAC, coins, padlock, suited


def scanner() -> Scene:
    """A machine as large as a bus, and the people who build it."""
    s = Scene(("#2A3350", "#1A2238", "#0D1322"), "#FFE7B0", (120, 20), 110)
    for k in range(6):
        s.rect(8 + k * 40, 4, 26, 5, "#FFF6DC", 0.85, 2)
        s.beam((21 + k * 40, 9), (21 + k * 40, 96), 13, 22, "#FFF0C8", 0.16)
    ground(s, 98, "#4A5876", "#141C2E")
    s.halo(120, 108, 104, 12, "#FFF0C8", 0.3)
    g = s.iso(104, 50, 0.86)
    g.box(0, 0, -34, 96, 44, 52, "#DDE6F2")
    g.box(4, 4, 18, 34, 34, 8, "#B9C7DC")
    g.box(48, 8, 18, 26, 26, 14, "#C9D6E8")
    g.mark_left(8, 44, -22, 34, 30, "#16233C")
    g.mark_left(11, 44, -19, 28, 24, "#7B5CFF", 0.85)
    g.mark_left(50, 44, -22, 38, 30, "#B8C6DA")
    for k in range(3):
        g.mark_left(54 + k * 11, 44, -18, 8, 22, "#8FA2BE")
    g.mark_right(96, 8, -20, 28, 26, "#2E4266", 0.8)
    x, y = g.at(25, 44, -7)
    s.glow(x, y, 22, LILAC, 0.9)
    for x, h in ((34, 34), (54, 37), (212, 34)):
        s.ellipse(x, 126, 9, 2, "#02040A", 0.5)
        suited(s, x, 126, h)
    return s


def sealed() -> Scene:
    """The machine of light, behind a licence."""
    s = Scene(("#0E2038", "#0A1528", "#060C18"), "#5C8DFF", (84, 60), 90)
    grid_floor(s, 92, "#4A7FD8", 120, 0.25)
    s.beam((84, 30), (84, 100), 8, 26, "#BFD0FF", 0.9)
    for y, w in ((6, 44), (15, 34), (24, 24)):
        s.rect(
            84 - w / 2, y, w, 8, s.fade(("#34407C", "#AFC0FF", "#2C366A"), 84 - w / 2, 0, 84 + w / 2, 0), 1, 2
        )
    wafer(s, 84, 103, 56, 0.33, ("#35C7E0", "#4F6DFF", "#8A5BFF"), 8)
    s.halo(84, 101, 24, 7, "#FFFFFF", 1)
    for k in range(5):
        s.rect(
            16 + k * 34,
            0,
            5,
            136,
            s.fade(("#7A8AA6", "#E6EEFA", "#5A6A86"), 16 + k * 34, 0, 21 + k * 34, 0),
            0.9,
        )
    s.rect(0, 46, 160, 6, s.down("#DCE6F4", "#6A7A96", 46, 52))
    s.rect(160, 8, 66, 90, "#F6F0E2", 1, 3)
    for k in range(5):
        s.rect(168, 20 + k * 10, 50 - (k % 2) * 16, 3.4, "#8A93A8" if k else "#33405C", 0.9, 1)
    s.ring(204, 84, 16, 16, "#C8322E", 3, 0.9)
    s.ring(204, 84, 11, 11, "#C8322E", 1.2, 0.9)
    padlock(s, 176, 108, 1.1)
    return s


def bars() -> Scene:
    """The best chips, out of reach."""
    s = Scene(("#101E48", "#0B1434", "#060A1C"), "#7FA8FF", (120, 66), 110)
    for k in range(24):
        a = k * math.pi / 12
        s.line(
            [
                (120 + 62 * math.cos(a), 68 + 62 * math.sin(a)),
                (120 + 160 * math.cos(a), 68 + 160 * math.sin(a)),
            ],
            "#8FB4FF",
            1,
            0.14,
        )
    wafer(s, 120, 68, 56, 1, ("#6FF0E4", "#4F8DFF", "#8A5BFF", "#E07FE8"), 8.4)
    s.glow(120, 60, 34, "#FFFFFF", 0.5)
    for k in range(6):
        x = 14 + k * 41
        s.rect(x, 0, 8, H, s.fade(("#6A3F10", "#FFCB7A", "#E59A34", "#5A340C"), x, 0, x + 8, 0), 0.98)
    for y in (16, 112):
        s.rect(0, y, W, 8, s.down("#FFD592", "#7A4A12", y, y + 8))
        for k in range(6):
            s.circle(18 + k * 41, y + 4, 2, "#4A2A08")
    padlock(s, 120, 112, 1.15, "#FFD98A")
    return s


def checkpoint() -> Scene:
    """Every chip is looked through before it may pass."""
    s = Scene(("#2A1B3A", "#1A1430", "#0A0C1C"), "#FF9A5A", (128, 52), 90)
    for k in range(9):
        s.line([(0, 8 + k * 9), (W, 8 + k * 9)], "#FFB98A", 0.5, 0.08)
    s.rect(0, 98, W, 12, s.down("#4A5A78", "#1A2438", 98, 110))
    for k in range(13):
        s.circle(10 + k * 19, 104, 3.4, "#0A101C")
        s.circle(10 + k * 19, 104, 1.4, "#8FA2C0")
    s.rect(0, 110, W, 26, "#0A0E1A")
    for x, tone in ((26, "#2E7BAA"), (66, "#2E7BAA"), (196, "#35A58A")):
        chip_tile(s.iso(x, 88, 1), -11, -11, 0, 22, tone)
    s.rect(98, 16, 60, 14, s.down("#E8EEF6", "#6E7F98", 16, 30), 1, 4)
    for x in (98, 148):
        s.rect(x, 26, 10, 74, s.across("#DCE4F0", "#5E6E88", x, x + 10), 1, 2)
    s.fill("M112 30L144 30L152 98L104 98Z", s.down("#FF7A5A", "#FFB35A", 30, 98), 0.5)
    for k in range(4):
        s.line([(110 - k, 40 + k * 15), (146 + k, 40 + k * 15)], "#FFE3C8", 1, 0.75)
    chip_tile(s.iso(128, 87, 1), -12, -12, 0, 24, "#C8463A")
    s.glow(128, 88, 26, "#FF8A5A", 0.55)
    s.spark(128, 23, 3, "#FF6A4A")
    return s


def blueprint() -> Scene:
    """The drawing of a chip, and the plug that was pulled."""
    s = Scene(("#0B2440", "#081A30", "#050F1E"), "#45CDEB", (104, 60), 100)
    for k in range(25):
        s.line([(k * 10, 0), (k * 10, H)], "#4FB8E8", 0.4, 0.16)
        s.line([(0, k * 10), (W, k * 10)], "#4FB8E8", 0.4, 0.16)
    s.rect(28, 8, 148, 96, "#05101E", 1, 5)
    s.rect(33, 13, 138, 86, s.down("#0E3A5E", "#082238", 13, 99), 1, 2)
    luck = random.Random(12)
    for row, tops in enumerate((20, 46, 72)):
        x = 40.0
        while x < 156:
            w = luck.choice((14, 20, 28))
            w = min(w, 164 - x)
            tone = luck.choice((CYAN, GREEN, "#8FB4FF", LILAC))
            s.rect(x, tops, w - 3, 20, tone, 0.2, 1)
            s.path(f"M{x} {tops}h{w - 3}v20h{-(w - 3)}z", tone, 0.9, 0.9)
            for k in range(3):
                s.line([(x + 3, tops + 5 + k * 5), (x + w - 6, tops + 5 + k * 5)], tone, 0.7, 0.6)
            x += w
        if row < 2:
            s.line([(40, tops + 23), (164, tops + 23)], GOLD, 1, 0.8)
    s.rect(92, 104, 20, 10, "#2A3A54")
    s.rect(70, 113, 64, 5, "#43587A", 1, 2)
    s.path("M134 116C160 118 168 122 176 116", "#0A0E18", 4.4)
    s.path("M134 116C160 118 168 122 176 116", "#5A6C88", 2.4)
    s.rect(174, 108, 13, 12, "#C9D4E4", 1, 2, -24)
    s.line([(187, 107), (192, 105)], "#F0F4FA", 2)
    s.line([(190, 112), (195, 110)], "#F0F4FA", 2)
    s.rect(207, 90, 20, 26, "#C9D4E4", 1, 3)
    s.rect(210, 97, 3, 5, "#1A2438")
    s.rect(210, 105, 3, 5, "#1A2438")
    for a in (-0.6, 0, 0.6):
        s.line(
            [(199 + 3 * math.cos(a + 3), 103 + 5 * a), (203 + 5 * math.cos(a + 3), 103 + 14 * a)], GOLD, 1.4
        )
    return s


def threshold() -> Scene:
    """Trimmed to stay below the line, and the line moves down."""
    s = Scene(("#14203E", "#0E1730", "#070C1C"), "#7FA8FF", (120, 40), 100)
    for k in range(7):
        s.line([(18, 20 + k * 15), (226, 20 + k * 15)], "#6F8AC0", 0.5, 0.25)
    for k, (h, tone) in enumerate(
        ((80, "#C8463A"), (62, "#B8603A"), (60, "#B8603A"), (36, "#2E9A7A"), (28, "#2E9A7A"))
    ):
        x = 36 + k * 40
        s.rect(x - 11, 118 - h, 22, h, s.across(light(tone, 0.25), dark(tone, 0.4), x - 11, x + 11), 0.9, 2)
        s.rect(x - 11, 118 - h, 22, 2, light(tone, 0.6))
        chip(s, x, 118 - h - 13, 17, tone, GOLD, 5)
    ground(s, 118, "#1B2A48", "#0A1222")
    s.path("M14 58H228", "#FFE3A8", 1.4, 0.35, dash="5 4")
    s.path("M14 76H228", "#000000", 5, 0.3)
    s.path("M14 76H228", GOLD, 2.6)
    for x in (16, 226):
        s.shape([(x - 5, 76), (x, 70), (x + 5, 76), (x, 82)], GOLD)
    for x in (96, 136):
        s.line([(x, 60), (x, 71)], "#FFF3CC", 1.8)
        s.shape([(x - 4, 68), (x + 4, 68), (x, 74)], "#FFF3CC")
    return s


def quartet() -> Scene:
    """Four makers of chips at one board."""
    s = Scene(("#10204A", "#0A1434", "#060B1E"), "#7FA8FF", (120, 64), 110)
    g = s.iso(120, 64, 1)
    g.box(-60, -60, -10, 120, 120, 8, "#14345A")
    for k in range(8):
        g.floor(-56 + k * 15, -58, 1.6, 116, "#5FA8FF", 0.22, -2)
        g.floor(-58, -56 + k * 15, 116, 1.6, "#5FA8FF", 0.22, -2)
    spots = ((-46, -46, "#2E6FE0"), (14, -46, "#2FA58A"), (-46, 14, "#8A6BE0"), (14, 14, "#D0883A"))
    for x, y, _ in spots:
        a, b = g.at(x + 16, y + 16, -1), g.at(0, 0, -1)
        s.line([a, b], GOLD, 3, 0.35)
        s.line([a, b], "#FFF3CC", 1.2, 0.9)
    for x, y, tone in spots:
        chip_tile(g, x, y, -2, 32, tone)
    x, y = g.at(0, 0, 0)
    s.spark(x, y, 4, GOLD)
    return s


def slice_() -> Scene:
    """A chip may be sold, for a share of the price."""
    s = Scene(("#2A2440", "#1A1730", "#0B0A1A"), GOLD, (120, 60), 100)
    r, cx, cy = 50, 98, 66
    s.circle(cx + 3, cy + 5, r, "#02040A", 0.5)
    a0, a1 = math.radians(-42), math.radians(12)
    tip, start, end = (
        (cx, cy),
        (cx + r * math.cos(a1), cy + r * math.sin(a1)),
        (cx + r * math.cos(a0), cy + r * math.sin(a0)),
    )
    s.fill(
        f"M{tip[0]} {tip[1]}L{start[0]:.1f} {start[1]:.1f}A{r} {r} 0 1 1 {end[0]:.1f} {end[1]:.1f}Z",
        s.down("#5FD0B0", "#1C6A5E", 16, 116),
    )
    for i in range(-6, 7):
        for j in range(-6, 7):
            x, y, a = i * 7.4, j * 7.4, math.atan2(j, i)
            if math.hypot(x, y) < r - 5 and not (a0 - 0.18 < a < a1 + 0.2 and i > 0) and (i, j) != (0, 0):
                s.rect(cx + x - 3, cy + y - 3, 6, 6, "#06281F", 0.22 + 0.06 * ((i * 5 + j * 3) % 5), 0.6)
    s.path(f"M{start[0]:.1f} {start[1]:.1f}A{r} {r} 0 1 1 {end[0]:.1f} {end[1]:.1f}", "#DFFFF4", 1.4, 0.9)
    dx, dy = 15 * math.cos(-0.26), 15 * math.sin(-0.26)
    s.fill(
        f"M{cx + dx:.1f} {cy + dy:.1f}L{start[0] + dx:.1f} {start[1] + dy:.1f}A{r} {r} 0 0 0 {end[0] + dx:.1f} {end[1] + dy:.1f}Z",
        s.down("#FFE7A6", "#C98A24", 30, 84),
    )
    for q in (20, 30, 40):
        for a in (-0.52, -0.26, 0.0):
            s.rect(cx + dx + q * math.cos(a) - 3, cy + dy + q * math.sin(a) - 2, 6, 4, "#6A4408", 0.4, 0.6)
    for k in range(9):
        s.rect(188 - (k % 3), 118 - k * 5, 34, 4, s.across("#C98F2E", "#FFE7A6", 188, 222), 1, 2)
    s.path("M160 96C168 110 174 112 182 108", "#FFF3CC", 2.2)
    s.shape([(180, 102), (190, 107), (181, 113)], "#FFF3CC")
    return s


def fund() -> Scene:
    """Stacks of money that grow into a chip."""
    s = Scene(("#123A30", "#0C2820", "#061410"), GOLD, (120, 54), 105)
    ground(s, 112, "#1B4A3C", "#081A14")
    s.halo(120, 118, 108, 12, GOLD, 0.4)
    for x, n in ((38, 5), (74, 9), (166, 8), (202, 4)):
        coins(s, x, 122, n, 15)
    coins(s, 120, 126, 11, 17)
    chip(s, 120, 40, 34, "#1C6A5E", "#FFE7A6", 6)
    s.glow(120, 40, 38, "#FFF3CC", 0.35)
    for x, y in ((38, 90), (74, 64), (166, 70), (202, 96)):
        s.arc((x, y), (120 + (-20 if x < 120 else 20), 44), 14, "#7FF0D4", 1)
    return s


SCENES = [scanner, sealed, bars, checkpoint, blueprint, threshold, quartet, slice_, fund]
