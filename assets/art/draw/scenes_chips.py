"""Pictures of chips, tools, computing and research."""

import random

from kit import H, Scene, W

GOLD, CYAN, LILAC = "#F4C15D", "#5CE1E6", "#B794FF"


def lithography() -> Scene:
    s = Scene(("#1A1440", "#0A1228"), LILAC, (120, 96), 96)
    for y, w, h in ((4, 56, 10), (14, 44, 8), (22, 30, 6)):
        s.rect(120 - w / 2, y, w, h, s.down("#9FB2FF", "#27325F", y, y + h), 1, 2)
    s.shape([(114, 28), (126, 28), (152, 96), (88, 96)], "#C9B4FF", 0.55)
    s.ellipse(120, 102, 88, 27, "#050916", 0.7)
    s.ellipse(120, 98, 86, 26, s.down("#38E0D0", "#A06BFF", 72, 124))
    for i in range(-9, 10):
        for j in range(-4, 5):
            if (i * 9 / 80) ** 2 + (j * 5.2 / 23) ** 2 < 1:
                s.rect(120 + i * 9 - 3.6, 98 + j * 5.2 - 2, 7.2, 4, "#0B1230", 0.35, 0.6)
    s.ellipse(120, 96, 26, 7, "#FFFFFF", 0.75)
    return s


def foundry() -> Scene:
    s = Scene(("#123056", "#0B1830"), "#F0A13C", (180, 50), 80)
    s.ground(104, "#10233D", "#081425")
    for x, w, h in ((16, 70, 50), (96, 60, 66), (164, 60, 40)):
        s.rect(x, 104 - h, w, h, s.down("#3E6290", "#1A3050", 104 - h, 104))
        for k in range(int(w / 12)):
            s.rect(x + 5 + k * 12, 104 - h + 10, 7, 5, "#FFD98A", 0.85)
            s.rect(x + 5 + k * 12, 104 - h + 22, 7, 5, "#7FC4FF", 0.6)
    for x in (40, 128):
        s.rect(x, 24, 8, 34, "#2A486F")
        s.circle(x + 4, 20, 7, "#9FB7D8", 0.4)
        s.circle(x + 12, 13, 9, "#9FB7D8", 0.25)
    s.die(120, 114, 26, "#16304F", GOLD, 5)
    return s


def wafer() -> Scene:
    s = Scene(("#0E1A3A", "#081022"), "#5B8CFF", (120, 68), 100)
    s.circle(120, 68, 58, s.down("#6FE3E1", "#8A5BFF", 10, 126))
    for i in range(-7, 8):
        for j in range(-7, 8):
            if i * i + j * j < 50:
                tone = "#0B1230" if (i * 7 + j * 3) % 5 else GOLD
                s.rect(120 + i * 7.6 - 3.2, 68 + j * 7.6 - 3.2, 6.4, 6.4, tone, 0.42, 0.8)
    s.ring(120, 68, 58, 58, "#E9F0FF", 1.4, 0.9)
    for k in range(5):
        s.rect(22 + k * 49, 0, 7, H, s.down("#F0A13C", "#7A4A10"), 0.9, 2)
    s.rect(0, 62, W, 8, s.down("#FFC87A", "#8A5A18", 62, 70), 0.95)
    return s


def circuit() -> Scene:
    s = Scene(("#0B2A2E", "#071418"), "#35C7A5", (120, 68), 90)
    luck = random.Random(4)
    for _ in range(34):
        x, y = luck.choice([(0, luck.randint(0, 17) * 8), (W, luck.randint(0, 17) * 8)])
        bend = luck.uniform(40, 90) if x == 0 else W - luck.uniform(40, 90)
        end = 68 + (y - 68) * 0.3
        s.line(
            [(x, y), (bend, y), (bend + (12 if x == 0 else -12), end)], "#4BE3BC", 1, luck.uniform(0.3, 0.8)
        )
        s.circle(bend + (12 if x == 0 else -12), end, 1.8, "#BFFBEA", 0.9)
    s.die(120, 68, 56, "#0E3B3C", "#7FF0D4", 8)
    return s


def memory() -> Scene:
    s = Scene(("#231638", "#0D0A1E"), "#E87C9A", (120, 70), 90)
    for k in range(6):
        y = 112 - k * 14
        tone = ("#5B4A8A", "#3E3268", "#2B2250") if k % 2 else ("#7B5FA8", "#523F80", "#392C60")
        s.block(66, y, 74, 74, 9, tone)
        for n in range(7):
            s.line([(72 + n * 10, y - 1 + n * 2.5), (72 + n * 10, y - 5 + n * 2.5)], GOLD, 1.4, 0.9)
    s.glow(140, 24, 40, "#FFC6D8", 0.5)
    return s


def datacentre() -> Scene:
    s = Scene(("#06232B", "#04101A"), CYAN, (120, 60), 80)
    for side in (-1, 1):
        for k in range(6):
            x0, x1 = 120 + side * (16 + k * 20), 120 + side * (34 + k * 24)
            top, bottom = 52 - k * 12, 78 + k * 13
            s.shape(
                [(x0, top), (x1, top - 10), (x1, bottom + 10), (x0, bottom)],
                "#0F3644" if k % 2 else "#134557",
            )
            for n in range(5):
                y = top + (bottom - top) * (n + 0.5) / 5
                s.line([(x0 + side * 2, y), (x1 - side * 2, y - 2)], CYAN, 1.3, 0.35 + 0.1 * n)
    s.shape([(104, 80), (136, 80), (220, H), (20, H)], "#0B2C38", 0.9)
    s.line([(120, 80), (120, H)], CYAN, 1.2, 0.6)
    s.glow(120, 66, 30, "#FFFFFF", 0.5)
    return s


def handset() -> Scene:
    s = Scene(("#2A1220", "#120812"), "#FF8F6B", (120, 68), 92)
    s.rect(86, 10, 68, 118, "#05080F", 1, 11)
    s.rect(89, 13, 62, 112, s.down("#FF9E7A", "#5B2A8A", 13, 125), 1, 9)
    s.circle(120, 56, 22, "#FFE3C9", 0.9)
    s.hills(104, "#3A1A52", 22, 3, 0)
    s.shape([(89, 104), (108, 82), (124, 98), (138, 84), (151, 96), (151, 118), (89, 118)], "#3A1A52", 0.9)
    s.rect(108, 17, 24, 5, "#05080F", 1, 3)
    for k in range(3):
        s.path(
            f"M{166 + k * 13} {46 - k * 7}A{30 + k * 12} {30 + k * 12} 0 0 1 {166 + k * 13} {90 + k * 7}",
            "#FFB59A",
            2.4,
            0.8 - 0.2 * k,
        )
        s.path(
            f"M{74 - k * 13} {46 - k * 7}A{30 + k * 12} {30 + k * 12} 0 0 0 {74 - k * 13} {90 + k * 7}",
            "#FFB59A",
            2.4,
            0.8 - 0.2 * k,
        )
    return s


def neural() -> Scene:
    s = Scene(("#081A3A", "#050B1E"), "#45CDEB", (120, 68), 110)
    luck = random.Random(11)
    layers = [
        [(30 + k * 45, 68 + (n - (c - 1) / 2) * 22) for n in range(c)] for k, c in enumerate((3, 5, 6, 5, 3))
    ]
    for a, b in zip(layers, layers[1:], strict=False):
        for p in a:
            for q in b:
                s.line([p, q], "#6FC8FF", 0.8, luck.uniform(0.12, 0.55))
    for k, layer in enumerate(layers):
        for x, y in layer:
            s.glow(x, y, 12, "#8FE3FF", 0.6)
            s.circle(x, y, 4.2, "#E8FAFF" if k != 2 else GOLD)
    return s


def campus() -> Scene:
    s = Scene(("#16305E", "#F2A65A"), "#FFE1A8", (170, 84), 70)
    s.ground(108, "#1B3A2E", "#0C1D18")
    s.shape([(56, 62), (120, 34), (184, 62)], "#E8DCC4")
    s.rect(62, 62, 116, 6, "#CDBFA3")
    for k in range(7):
        s.rect(68 + k * 16.6, 68, 7, 36, s.down("#F6EBD5", "#A8987B", 68, 104))
    s.rect(56, 104, 128, 6, "#CDBFA3")
    for k, x in enumerate((30, 44, 196, 210)):
        s.circle(x, 108, 4, "#0C1426")
        s.path(f"M{x - 5} 128C{x - 5} 112 {x + 5} 112 {x + 5} 128Z", "#0C1426", 1, 1, "#0C1426")
        s.shape([(x - 7, 103), (x, 100), (x + 7, 103), (x, 106)], "#0C1426")
        s.circle(x + (k % 2), 99, 0.9, GOLD)
    return s


def fund() -> Scene:
    s = Scene(("#0F2E2A", "#081614"), GOLD, (120, 70), 90)
    for x, n in ((52, 5), (86, 9), (120, 13), (154, 8), (188, 4)):
        for k in range(n):
            y = 122 - k * 7
            s.ellipse(x, y, 16, 5, "#9A6B1C")
            s.ellipse(x, y - 3, 16, 5, s.down("#FFE39A", "#D99A2E", y - 8, y + 2))
    s.die(120, 24, 20, "#123C36", "#FFE9B0", 4)
    s.line([(40, 84), (84, 56), (120, 26), (158, 62), (200, 92)], "#7FF0D4", 1.2, 0.5)
    return s


SCENES = [lithography, foundry, wafer, circuit, memory, datacentre, handset, neural, campus, fund]
