"""Permits, gates, duties and the steps of government."""

import random

from kit import H, Scene, W, dark, light
from land import clouds, ground, hills
from things import BLUE, GOLD, GREEN, LILAC, PENNANTS, RED, paper, person, seal


def licences() -> Scene:
    """Permits under a stamp."""
    s = Scene(("#24345A", "#18243E", "#0A1020"), "#B9A6FF", (110, 54), 98)
    ground(s, 110, "#3A2E28", "#14100C")
    paper(s, 38, 26, 78, 96, -12, 6, "#DDE6F0")
    paper(s, 60, 20, 82, 102, -3, 7, "#F0EADA")
    paper(s, 88, 16, 86, 108, 6, 7, "#FBF6EA")
    seal(s, 140, 96, 19)
    s.shape([(160, 88), (196, 76), (203, 92), (167, 105)], "#3A2210")
    s.shape([(159, 86), (195, 74), (200, 84), (163, 98)], s.across("#B87A44", "#6A3F1E", 159, 200))
    s.path("M180 78L194 40", "#5A3418", 10)
    s.path("M179 77L193 40", "#B87844", 6)
    s.circle(196, 33, 11, s.round(192, 29, 15, ("#F0B878", "#7A4A22")))
    return s


def reopened() -> Scene:
    """The gate is opened: goods against goods."""
    s = Scene(("#16345A", "#2A5A78", "#8AC0B0"), "#F0FFE8", (120, 64), 90)
    s.sun(120, 66, 13, "#FFF8DC")
    hills(s, 82, "#2F6A62", 12, 5)
    ground(s, 84, "#3A6A5E", "#0A1F1C")
    s.shape([(98, 84), (142, 84), (230, H), (10, H)], s.down("#7A8CA0", "#2A3646", 84, H))
    for x, tip in ((54, 12), (186, 228)):
        s.rect(x - 6, 26, 12, 84, s.across("#E8EEF6", "#6A7C98", x - 6, x + 6), 1, 1)
        s.rect(x - 8, 20, 16, 8, "#F4C15D", 1, 2)
        s.shape(
            [(x, 34), (tip, 22), (tip, 128), (x, 104)],
            s.across("#4A6A9A", "#22344E", min(x, tip), max(x, tip)),
            0.92,
        )
        for k in range(5):
            a = (k + 0.5) / 5
            px = x + (tip - x) * a
            s.line([(px, 34 - 12 * a + 3), (px, 104 + 24 * a - 3)], "#BFD0EA", 1.4, 0.8)
    for x, y, tone, face in ((84, 112, "#C8463A", 1), (158, 112, "#2E7BEA", -1)):
        s.rect(x - 20, y - 20, 30, 20, s.down(light(tone, 0.2), dark(tone, 0.3), y - 20, y), 1, 1.5)
        s.fill(f"M{x + 11} {y}V{y - 14}H{x + 18}L{x + 22} {y - 8}V{y}Z", "#E8EEF6")
        for wx in (x - 13, x + 4, x + 17):
            s.circle(wx, y + 1, 3.6, "#05080F")
        if tone == "#C8463A":
            s.path(f"M{x - 11} {y - 15}V{y - 9}A5 5 0 0 0 {x - 1} {y - 9}V{y - 15}", "#FFFFFF", 2.6)
        else:
            s.rect(x - 10, y - 15, 10, 10, "#FFFFFF", 0.95, 1)
            s.rect(x - 7.4, y - 12.4, 4.8, 4.8, tone)
        s.path(f"M{x + face * 4} {y + 12}h{face * 26}", "#FFE9B0", 2.4)
        s.shape([(x + face * 30, y + 8), (x + face * 37, y + 12), (x + face * 30, y + 16)], "#FFE9B0")
    return s


def tariff_board() -> Scene:
    """Duties for everybody on one board."""
    s = Scene(("#2E5A8A", "#7FB0C8", "#CFE6D0"), "#FFFFFF", (60, 26), 80)
    clouds(s, 40, 24, 44, "#FFFFFF", 0.5)
    hills(s, 96, "#4A8A5A", 12, 4)
    ground(s, 98, "#4A8A4A", "#14301C")
    for k in range(7):
        s.rect(12 + k * 37, 36, 9, 66, s.across("#FFFFFF", "#B8C4CC", 12 + k * 37, 21 + k * 37))
    s.rect(0, 26, W, 11, s.down("#FFFFFF", "#C4CED6", 26, 37))
    s.rect(96, 12, 118, 100, "#0A1424", 0.4, 3)
    s.rect(92, 8, 118, 102, s.down("#1B3A6A", "#0E2246", 8, 110), 1, 3)
    s.rect(98, 14, 106, 10, "#F4C15D", 0.9, 1)
    luck = random.Random(10)
    for k in range(8):
        y = 29 + k * 9.8
        s.circle(104, y + 3, 3, PENNANTS[k % 7])
        s.rect(111, y + 1, 26, 3.6, "#CFE0F4", 0.9, 1)
        w = luck.uniform(14, 58)
        s.rect(141, y, w, 6.4, s.across("#FFD98A", "#F0803A", 141, 200), 1, 1)
    s.line([(124, 110), (116, 134)], "#5A3A20", 3)
    s.line([(178, 110), (186, 134)], "#5A3A20", 3)
    person(s, 58, 128, 66, "#14203A", "#FFFFFF")
    s.shape([(40, 88), (76, 88), (72, 130), (44, 130)], s.across("#8A6A44", "#3F2A18", 40, 76))
    s.rect(38, 84, 40, 6, "#B88A58", 1, 1)
    return s


def capitol() -> Scene:
    """Business comes to the steps of government."""
    s = Scene(("#1F3F78", "#7A8AB0", "#F4B88A"), "#FFF0D8", (120, 64), 92)
    clouds(s, 44, 26, 50, "#FFFFFF", 0.3)
    clouds(s, 206, 20, 40, "#FFFFFF", 0.3)
    s.rect(117, 20, 6, 15, "#F4F6FA")
    s.line([(120, 10), (120, 20)], "#F4F6FA", 1.4)
    s.fill("M92 54C92 26 148 26 148 54Z", s.across("#FFFFFF", "#8A9AB4", 92, 148))
    for k in range(1, 6):
        x = 92 + k * 9.4
        s.path(f"M120 30Q{x} 34 {x} 54", "#7A8AA4", 0.7, 0.6)
    s.rect(88, 54, 64, 5, "#E8EDF4")
    s.rect(92, 59, 56, 10, s.across("#F4F6FA", "#9AA8BC", 92, 148))
    for k in range(9):
        s.rect(95 + k * 6, 60, 2.4, 9, "#7A8AA4", 0.8)
    s.shape([(78, 76), (120, 64), (162, 76)], "#F0F3F8")
    for x, w in ((22, 58), (78, 84), (160, 58)):
        s.rect(x, 76, w, 30, s.down("#F8FAFC", "#A4B0C4", 76, 106))
        for k in range(int(w / 8.4)):
            s.rect(
                x + 4 + k * 8.4, 80, 3.6, 26, s.across("#FFFFFF", "#8A98AE", x + 4 + k * 8.4, x + 8 + k * 8.4)
            )
    for k in range(4):
        s.rect(74 - k * 9, 106 + k * 3.4, 92 + k * 18, 3.6, ("#E8EDF4", "#CFD7E2", "#B8C2D0", "#A0ACBE")[k])
    ground(s, 119, "#3A5A44", "#0C1A14")
    for x, tone, up in (
        (16, BLUE, 0),
        (40, GOLD, 5),
        (64, GREEN, 1),
        (176, RED, 3),
        (200, LILAC, 0),
        (224, GOLD, 4),
    ):
        person(s, x, 138 - up, 34, "#0C1426", "#FFE0B8")
        s.line([(x + 8, 120 - up), (x + 9, 92 - up)], "#5A4430", 1.6)
        s.rect(x - 2, 84 - up, 22, 14, light(tone, 0.2), 1, 1.5)
        s.line([(x + 2, 89 - up), (x + 16, 89 - up)], dark(tone, 0.5), 1.4)
        s.line([(x + 2, 93 - up), (x + 11, 93 - up)], dark(tone, 0.5), 1.4)
    return s


SCENES = [licences, reopened, tariff_board, capitol]
