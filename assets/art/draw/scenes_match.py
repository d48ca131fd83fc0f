"""Around a match: the title, the curtain, the scenarios and the endings."""

import math
import random

from chess import CHINA_TONES, GREY_TONES, US_TONES, Board, fallen, king_china, king_us, lens, pawn, tower
from chips import chip
from kit import Scene, W, dark, light, mix
from land import ground, mountains, water
from things import CYAN, GOLD, coins, gear, globe, smoke

NAVY = ("#0E1F45", "#0A1530", "#060B1A")


def title() -> Scene:
    """Two armies on one board, and the narrow light between them. Nothing behind them: the map stands there."""
    s = Scene(())
    s.vignette = 0
    board = Board(s, 168, 48, 150, 46, 0.25)
    board.squares(("#1D3566", "#101C3C"), ("#0B1630", "#091226"), 0.96)
    strait = [board.at(3.62, 0), board.at(4.38, 0), board.at(4.08, 8), board.at(3.92, 8)]
    s.shape(strait, s.fade(((0, "#FFF3CC", 0.9), (0.5, GOLD, 0.5), (1, GOLD, 0.04)), 0, 82, 0, 150))
    s.line([board.at(4, 0), board.at(4, 8)], "#FFF3CC", 0.9, 0.75)
    x, y = board.at(4, 3.4)
    s.glow(x, y, 50, GOLD, 0.5)
    for u, v, kind in (
        (1.2, 7, "tower"), (2.9, 7, "pawn"), (2.1, 5.6, "lens"), (3.0, 4.4, "pawn"), (1.3, 4.0, "tower"), (3.1, 2.4, "pawn"),
        (2.25, 2.3, "king"), (3.05, 0.7, "pawn"),
    ):  # fmt: skip
        for side, tones in ((0, US_TONES), (1, CHINA_TONES)):
            px, py = board.at(u if side == 0 else 8 - u, v)
            k = 1.7 * board.scale(v)
            if kind == "king":
                (king_us if side == 0 else king_china)(s, px, py, k * 1.12)
            elif kind == "tower":
                tower(s, px, py, k, tones, CYAN if side == 0 else "#FFC98A")
            elif kind == "lens":
                lens(s, px, py, k, tones)
            else:
                pawn(s, px, py, k, tones)
    x, y = board.at(4, 1.9)
    s.glow(x, y - 8, 26, GOLD, 0.7)
    s.shape(
        [(x, y - 22), (x + 8, y - 10), (x, y + 2), (x - 8, y - 10)],
        s.fade(("#FFF0C8", "#E2A63C"), x, y - 22, x, y + 2),
    )
    s.shape([(x, y - 22), (x, y - 8), (x - 8, y - 10)], "#FFFFFF", 0.6)
    s.shape([(x, y - 22), (x, y - 8), (x + 8, y - 10)], "#FFFFFF", 0.25)
    s.shape([(x, y + 2), (x, y - 8), (x + 8, y - 10)], "#8A5E16", 0.35)
    s.line([(x, y - 22), (x + 8, y - 10), (x, y + 2), (x - 8, y - 10), (x, y - 22)], "#FFF0C8", 0.8)
    return s


def curtain() -> Scene:
    """A stage with its curtain closed: half of it blue, half of it red, a seam of light where they meet."""
    s = Scene(("#0A1430", "#060B1A"))
    n, foot = 8, 122
    for side, (deep, low, high) in enumerate((("#08142F", "#16357A", "#3C6FD0"), ("#22070D", "#6A1A24", "#C2434A"))):
        for k in range(n):
            w = W / 2 / n
            x = k * w if side == 0 else W - (k + 1) * w
            bright = 0.55 + 0.45 * k / (n - 1)  # the light falls on the middle
            stops = (deep, mix(deep, low, bright), mix(deep, high, 0.75 * bright), mix(deep, low, bright * 0.8), deep)
            sway = 2.2 * math.sin(k * 1.9 + 0.6)
            edge = w + 0.5
            d = (
                f"M{x:.1f} 0H{x + edge:.1f}C{x + edge + sway:.1f} 46 {x + edge - sway:.1f} 88 {x + edge:.1f} {foot}"
                f"Q{x + w / 2:.1f} {foot + 2.4:.1f} {x:.1f} {foot}C{x - sway:.1f} 88 {x + sway:.1f} 46 {x:.1f} 0Z"
            )
            s.fill(d, s.fade(stops, x, 0, x + w, 0))
    s.rect(0, 70, W, foot - 70, s.fade(((0, "#03060E", 0), (1, "#03060E", 0.5)), 0, 70, 0, foot))
    for k in range(2 * n):  # the hem: a braid and a fringe along the foot of every fold
        x, w = k * W / 2 / n, W / 2 / n
        hem = f"M{x:.1f} {foot - 5}Q{x + w / 2:.1f} {foot - 2.6:.1f} {x + w:.1f} {foot - 5}"
        s.path(hem, "#8A5E16", 2.6)
        s.path(hem, GOLD, 1.3, 0.9)
        for j in range(7):
            fx = x + (j + 0.5) * w / 7
            y = foot - 4 + 2.2 * (1 - abs(j - 3) / 3.5)
            s.line([(fx, y), (fx, y + 3.6)], "#E9BE62", 0.7, 0.55)
    ground(s, foot + 1.5, "#2A1C18", "#0A0706")
    for k in range(-9, 10):
        s.line([(120 + k * 15, foot + 2), (120 + k * 24, 137)], "#000000", 0.5, 0.4)
    s.halo(120, foot + 5, 90, 8, "#FFE3A8", 0.28)
    s.path(f"M120 14V{foot - 1}", "#04070F", 1.1, 0.9)
    s.glow(120, 66, 54, "#FFE9BC", 0.16)
    _valance(s)
    s.vignette = 0.6
    return s


def _valance(s: Scene) -> None:
    """Swags along the top, each half in its side's colour, with braids, tassels and a shadow on the folds below."""
    s.rect(0, 14, W, 22, s.fade(((0, "#02040A", 0.75), (1, "#02040A", 0)), 0, 14, 0, 36))
    for k in range(8):
        x, w = k * 30.0, 30.0
        high, low = ("#2C58B4", "#0C1D49") if k < 4 else ("#A5333B", "#38101A")
        s.fill(f"M{x} 8H{x + w}V13C{x + w - 4} 29 {x + 4} 29 {x} 13Z", s.fade((high, low), x, 8, x, 27))
        for rise in (4, 8):  # folds of a swag
            s.path(f"M{x + 1} 12C{x + 6} {27 - rise} {x + w - 6} {27 - rise} {x + w - 1} 12", "#FFFFFF", 0.6, 0.1)
        braid = f"M{x} 13C{x + 4} 29 {x + w - 4} 29 {x + w} 13"
        s.path(braid, "#6E4710", 2.2)
        s.path(braid, GOLD, 1.2, 0.95)
    for k in range(9):
        x = k * 30
        s.fill(f"M{x - 1.6} 15H{x + 1.6}L{x + 2.6} 24H{x - 2.6}Z", s.fade(("#FFE3A0", "#A8741E"), x, 15, x, 24))
        s.circle(x, 13.5, 2.4, s.round(x - 0.6, 12.8, 2.6, ("#FFF3CC", "#C88F2E")))
    s.rect(0, 0, W, 9, s.fade(("#2A3F70", "#16244A", "#0A1228"), 0, 0, 0, 9))
    s.rect(0, 8, W, 1.2, s.fade(("#8A5E16", GOLD, "#FFE9B8", GOLD, "#8A5E16"), 0, 0, W, 0))


def tech_war() -> Scene:
    """A chip and a magnet face each other over the sea of trade."""
    s = Scene(("#101F4A", "#2A2A5A", "#5A2A44"), GOLD, (120, 72), 96)
    s.stars(50, 4, 80)
    water(s, 92, "#1A2A58", "#04081A", "#FFE3A8", 120, 3)
    s.glow(52, 56, 56, "#4A9BFF", 0.6)
    s.glow(188, 56, 56, "#FF5D57", 0.6)
    chip(s, 52, 58, 54, "#2A6FE0", GOLD, 8)
    s.path("M164 32V60A24 24 0 0 0 212 60V32", "#1A0408", 21)
    s.path("M164 34V60A24 24 0 0 0 212 60V34", s.across("#FF7A72", "#9A1A1E", 150, 226), 17)
    s.path("M158 36V60C158 70 164 80 172 84", "#FFC0B8", 2, 0.8)
    for x in (155.5, 203.5):
        s.rect(x, 22, 17, 14, s.across("#FFFFFF", "#8090A8", x, x + 17), 1, 1)
    for k in range(4):
        s.path(
            f"M{84 + k * 3} {44 + k * 9}Q120 {30 + k * 14} {152 - k * 2} {44 + k * 9}",
            GOLD,
            1.1,
            0.75,
            dash="4 4",
        )
    s.shape([(120, 52), (130, 66), (120, 80), (110, 66)], s.down("#FFF0C8", "#E2A63C", 52, 80))
    s.glow(120, 66, 30, GOLD, 0.7)
    return s


def magnet_gambit() -> Scene:
    """A magnet stops the wheels of the world."""
    s = Scene(("#2A1226", "#3A1A2E", "#12060E"), "#FF5D57", (120, 60), 110)
    for k in range(8):
        s.ring(120, 54, 26 + k * 14, 18 + k * 11, "#FF9A90", 1, 0.55 - 0.06 * k)
    for x, y, r, n, turn in (
        (40, 92, 30, 14, 4),
        (204, 90, 32, 14, 9),
        (76, 126, 18, 10, 12),
        (166, 128, 20, 10, 3),
    ):
        gear(s, x + 2, y + 3, r, n, "#05020A", "#05020A", turn)
        gear(s, x, y, r, n, s.fade(("#AEB8CC", "#4A5468"), x - r, y - r, x + r, y + r), "#1A0E18", turn)
    s.path("M94 16V52A26 26 0 0 0 146 52V16", "#14040A", 25)
    s.path("M94 20V52A26 26 0 0 0 146 52V20", s.across("#FF6A62", "#8A1418", 78, 160), 20)
    s.path("M87 22V52C87 66 96 78 108 83", "#FFC0B8", 2.4, 0.8)
    for x in (84, 136):
        s.rect(x, 6, 20, 16, s.across("#FFFFFF", "#8090A8", x, x + 20), 1, 1)
    luck = random.Random(5)
    for _ in range(60):
        a = luck.uniform(0, math.tau)
        q = luck.uniform(40, 96)
        x, y = 120 + q * math.cos(a), 60 + q * 0.62 * math.sin(a)
        s.line([(x, y), (x + 3 * math.cos(a), y + 2 * math.sin(a))], "#FFD9D4", 1, luck.uniform(0.2, 0.8))
    return s


def mirror_match() -> Scene:
    """The same king twice, with a mirror between them."""
    s = Scene(NAVY, "#B29BFF", (120, 60), 108)
    board = Board(s, 120, 52, 142, 34, 0.3)
    board.squares(("#2A2F66", "#141838"), ("#12163A", "#0C0F28"))
    s.glow(120, 52, 70, "#DCE0FF", 0.5)
    s.shape(
        [(112, 0), (128, 0), (126, 118), (114, 118)],
        s.fade(("#F4F6FF", "#8F9EE8", "#3A4488"), 0, 0, 0, 118),
        0.55,
    )
    s.shape([(115, 0), (120, 0), (117, 118), (115, 118)], "#FFFFFF", 0.5)
    for x in (112, 128):
        s.line([(x, 0), (120 + (x - 120) * 0.75, 118)], GOLD, 1.6)
    s.line([(114, 118), (126, 118)], GOLD, 2)
    king_us(s, 70, 124, 1.36)
    king_us(s, 170, 124, 1.36, CHINA_TONES)
    pawn(s, 30, 128, 1.1, US_TONES)
    pawn(s, 210, 128, 1.1, CHINA_TONES)
    return s


def sprint() -> Scene:
    """Three rounds against the clock."""
    s = Scene(("#0E3A4A", "#0A2434", "#05101A"), CYAN, (120, 66), 108)
    for k in range(12):
        y = 10 + k * 11
        s.line([(0, y), (30 + (k * 37) % 60, y)], "#8FE3E8", 1.6, 0.22)
        s.line([(W - 30 - (k * 23) % 50, y + 5), (W, y + 5)], "#8FE3E8", 1.6, 0.14)
    s.rect(111, 2, 18, 12, s.across("#FFE3A0", "#8A5E16", 111, 129), 1, 2)
    s.rect(105, 10, 30, 6, s.across("#FFE3A0", "#8A5E16", 105, 135), 1, 2)
    s.line([(160, 26), (170, 16)], "#C98F2E", 6)
    s.circle(120, 72, 57, "#02060A", 0.5)
    s.circle(120, 70, 56, s.fade(("#FFE9B0", "#C98F2E", "#7A5212"), 70, 20, 170, 120))
    s.circle(120, 70, 48, s.round(108, 56, 70, ("#16304A", "#060E1A")))
    for k in range(3):
        a0, a1 = math.radians(-90 + k * 120), math.radians(-90 + k * 120 + 112)
        d = f"M{120 + 42 * math.cos(a0):.1f} {70 + 42 * math.sin(a0):.1f}A42 42 0 0 1 {120 + 42 * math.cos(a1):.1f} {70 + 42 * math.sin(a1):.1f}"
        s.path(d, (CYAN, "#35C7A5", GOLD)[k], 7, 0.95 if k == 0 else 0.45)
    for k in range(12):
        a = math.radians(k * 30)
        s.line(
            [
                (120 + 33 * math.cos(a), 70 + 33 * math.sin(a)),
                (120 + 36 * math.cos(a), 70 + 36 * math.sin(a)),
            ],
            "#DFFBFF",
            1.4,
            0.8,
        )
    chip(s, 120, 70, 26, "#1F6F86", GOLD, 5)
    s.line([(120, 70), (143, 46)], "#FFFFFF", 2.4)
    s.circle(120, 70, 3.4, "#FFFFFF")
    return s


def first_moves() -> Scene:
    """A hand makes the first move."""
    s = Scene(NAVY, "#7FC8FF", (96, 56), 100)
    board = Board(s, 120, 40, 140, 33, 0.28)
    board.squares(("#3A5A9A", "#1A2A50"), ("#162444", "#0E182E"))
    for u, v in ((0.5, 5), (1.5, 5), (2.5, 5), (5.5, 5), (6.5, 5), (7.5, 5)):
        x, y = board.at(u, v)
        pawn(s, x, y, board.scale(v) * 1.15, CHINA_TONES if u > 4 else US_TONES)
    x, y = board.at(3.5, 4.5)
    s.glow(x, y, 22, GOLD, 0.6)
    s.ring(x, y, 12, 4.4, GOLD, 1.6, 0.9)
    for u in (1.5, 6.5):
        px, py = board.at(u, 1.2)
        pawn(s, px, py, board.scale(1.2) * 1.2, US_TONES if u < 4 else CHINA_TONES)
    px, py = board.at(3.5, 1.2)
    k = board.scale(1.2) * 1.3
    x, y = px, py - 10 - 28 * k  # the head of the pawn, between thumb and first finger
    skin = s.down("#F0C298", "#B87A4E", 34, 92)
    dark_skin = "#7A4A30"
    s.path("M206 36C184 34 164 38 152 50C146 58 148 76 160 82C176 88 194 84 206 82Z", dark_skin, 1.6, 1, skin)
    for n, tone in enumerate(("#BE8052", "#CC8E60", "#D99C6E")):  # fingers that are bent in
        bone = f"M{166 - 5 * n} {56 - 2 * n}Q{140 - 6 * n} {52 - n} {143 - 9 * n} {77 - 2 * n}"
        s.path(bone, dark_skin, 10.5)
        s.path(bone, tone, 8.5)
    pawn(s, px, py - 10, k, US_TONES)
    thumb = f"M176 74Q146 84 {x + 9:.1f} {y + 4:.1f}"
    finger = f"M178 46C154 38 128 42 {x + 14:.1f} {y - 17:.1f}Q{x + 7:.1f} {y - 11:.1f} {x + 6:.1f} {y - 4:.1f}"
    for bone, tone, wide in ((thumb, "#DFA677", 9.5), (finger, "#EDBE94", 10.5)):
        s.path(bone, dark_skin, wide)
        s.path(bone, tone, wide - 2)
    s.fill("M196 40L240 10V80L204 82C198 70 196 54 196 40Z", s.down("#3F86F2", "#0F2E66", 10, 80))
    s.path("M196 40C196 54 198 70 204 82", "#FFFFFF", 4)
    return s


# --- endings -------------------------------------------------------------------------------------


def standing(side: int) -> Scene:
    """Final scoring: one king stands in the light, the other lies."""
    tone = "#4A9BFF" if side == 0 else "#FF5D57"
    s = Scene(NAVY, tone, (96, 50), 100)
    board = Board(s, 120, 48, 142, 36, 0.3)
    blue = ("#24406E", "#101C38") if side == 0 else ("#5A2A3A", "#28121E")
    board.squares(blue, ("#101A34", "#0A1022"))
    s.beam((96, -10), (96, 122), 8, 46, light(tone, 0.6), 0.6)
    s.halo(96, 121, 46, 9, light(tone, 0.5), 0.8)
    (king_us if side == 0 else king_china)(s, 96, 122, 1.62)
    fallen(s, 146, 118, 1.02, 1 - side, 84)
    pawn(s, 34, 116, 1.0, US_TONES if side == 0 else CHINA_TONES)
    pawn(s, 54, 104, 0.7, US_TONES if side == 0 else CHINA_TONES)
    pawn(s, 214, 104, 0.74, CHINA_TONES if side == 0 else US_TONES)
    return s


def summit(side: int) -> Scene:
    """Automatic victory: a flag on the top, at the end of the track."""
    tone = "#2E7BEA" if side == 0 else "#D8322E"
    sky = ("#14305E", "#4A8AC8", "#CFE6F4") if side == 0 else ("#3A1430", "#A8484A", "#FFC08A")
    s = Scene(sky, "#FFF0D0", (150, 50), 96)
    s.sun(196, 62, 12)
    rock = "#4A6088" if side == 0 else "#7A5064"
    ground(s, 112, rock, "#101C34")
    mountains(s, 114, rock, [(34, 46, 60), (210, 54, 64)], "#F4F8FF")
    mountains(s, 142, dark(rock, 0.2), [(122, 106, 100)], "#FFFFFF")
    points = [(26, 132), (58, 116), (80, 104), (74, 92), (100, 78), (96, 64), (112, 54), (120, 40)]
    s.line(points, "#FFF3CC", 5, 0.2)
    s.line(points, GOLD, 1.8, 0.95)
    for x, y in points[:-1]:
        s.circle(x, y, 2.4, "#FFF3CC")
    s.line([(122, 38), (122, 4)], "#E8EEF6", 2)
    s.fill("M123 5C138 0 146 12 164 6V28C148 34 138 22 123 27Z", s.across(light(tone, 0.3), tone, 123, 164))
    if side == 0:
        pts = [
            (
                143 + (6 if n % 2 == 0 else 2.5) * math.sin(n * math.pi / 5),
                16 - (6 if n % 2 == 0 else 2.5) * math.cos(n * math.pi / 5),
            )
            for n in range(10)
        ]
        s.shape(pts, "#FFFFFF")
    else:
        s.shape([(143, 9), (150, 16), (143, 23), (136, 16)], "#FFD75E")
    s.glow(122, 30, 40, GOLD, 0.4)
    return s


def standing_us() -> Scene:
    return standing(0)


def standing_china() -> Scene:
    return standing(1)


def summit_us() -> Scene:
    return summit(0)


def summit_china() -> Scene:
    return summit(1)


def rupture() -> Scene:
    """The world breaks along its seam."""
    s = Scene(("#1E0E3A", "#2A1048", "#0A0416"), "#C64BD8", (120, 68), 120)
    s.stars(60, 6)
    globe(s, 120, 68, 50, ("#5A6AE8", "#140A3A"), "#D8C8FF", "#4A8AA0")
    zig = [(124, 10), (112, 32), (130, 46), (108, 66), (132, 82), (112, 100), (122, 126)]
    s.line(zig, "#C64BD8", 16, 0.35)
    s.shape([*zig, *[(x + 9 - abs(y - 68) * 0.08, y) for x, y in reversed(zig)]], "#0A0416")
    s.line(zig, "#FFE3FF", 1.8)
    s.line([(x + 9 - abs(y - 68) * 0.08, y) for x, y in zig], "#FFE3FF", 1.2, 0.8)
    luck = random.Random(8)
    for _ in range(30):
        a, q = luck.uniform(0, math.tau), luck.uniform(56, 110)
        x, y, r = 120 + q * math.cos(a), 68 + q * 0.66 * math.sin(a), luck.uniform(1, 4.4)
        s.shape(
            [(x - r, y), (x, y - r * 0.8), (x + r, y + r * 0.3), (x, y + r)],
            luck.choice(("#6A5AC8", "#8A7AE0", "#4A3A98")),
            0.9,
        )
    for k in range(5):
        x, y = ((40, 20), (204, 28), (28, 104), (214, 108), (176, 12))[k]
        s.path(f"M120 68Q{(120 + x) / 2 + 8} {(68 + y) / 2 - 8} {x} {y}", "#E88AF4", 1, 0.5, dash="3 4")
    return s


def both_lose() -> Scene:
    """Two kings lie on an empty board."""
    s = Scene(("#2A2030", "#1A1420", "#08060C"), "#C64BD8", (120, 30), 96)
    board = Board(s, 120, 44, 142, 36, 0.3)
    board.squares(("#3A3344", "#1A1620"), ("#1C1824", "#121018"))
    crack = [
        board.at(4, 0),
        board.at(3.6, 1.4),
        board.at(4.4, 2.6),
        board.at(3.8, 4.2),
        board.at(4.2, 6),
        board.at(4, 8),
    ]
    s.line(crack, "#05030A", 4)
    s.line(crack, "#C64BD8", 1.2, 0.8)
    fallen(s, 30, 116, 1.16, 0, 82)
    fallen(s, 140, 110, 1.1, 1, 99)
    for x, y, k in ((113, 92, 0.5), (78, 84, 0.42), (206, 82, 0.38), (15, 86, 0.42)):
        fallen(s, x, y, k, x % 2, 78, GREY_TONES)
    smoke(s, 70, 60, 16, "#2A2430", 4)
    smoke(s, 170, 54, 18, "#2A2430", 4)
    return s


def level_end() -> Scene:
    """A draw: two kings, eye to eye."""
    s = Scene(NAVY, GOLD, (120, 60), 100)
    board = Board(s, 120, 48, 142, 36, 0.3)
    board.squares(("#24406E", "#101C38"), ("#101A34", "#0A1022"))
    s.beam((120, -10), (120, 124), 8, 70, "#FFF0CC", 0.4)
    king_us(s, 78, 122, 1.5)
    king_china(s, 162, 122, 1.5)
    coins(s, 120, 124, 3, 9)
    s.spark(120, 96, 3, GOLD)
    s.line([(96, 62), (144, 62)], GOLD, 1, 0.4)
    return s


SCENES = [
    title, curtain, tech_war, magnet_gambit, mirror_match, sprint, first_moves, standing_us, standing_china, summit_us,
    summit_china, rupture, both_lose, level_end,
]  # fmt: skip
