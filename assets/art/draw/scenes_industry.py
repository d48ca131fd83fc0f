"""Pictures of factories, energy, minerals, cars and defence."""

import random

from kit import Scene, W

GOLD = "#F4C15D"


def car() -> Scene:
    s = Scene(("#1B1440", "#3E1F4E"), "#FF9E7A", (120, 84), 80)
    s.skyline(96, "#1A1030", 5, 50, "#FFC98A")
    s.ground(96, "#241A38", "#0B0814")
    for x in range(8, W, 40):
        s.rect(x, 124, 20, 2.4, "#FFE3A8", 0.7)
    s.path(
        "M34 108C34 96 52 94 66 92C80 74 96 68 124 68C152 68 164 78 176 90C196 92 208 96 208 108Z",
        "#9AD8FF",
        1.2,
        1,
        s.down("#4AA3FF", "#153A78", 68, 108),
    )
    s.path("M78 91C88 79 100 74 118 74V91Z", "#0B1426", 1, 1, "#BFE6FF", 0.85)
    s.path("M124 74C142 74 154 80 164 91H124Z", "#0B1426", 1, 1, "#BFE6FF", 0.7)
    for x in (74, 172):
        s.circle(x, 108, 14, "#05080F")
        s.circle(x, 108, 8, "#8FA6C8")
        s.circle(x, 108, 3, "#05080F")
    s.glow(210, 100, 22, "#FFF3D0", 0.8)
    return s


def solar() -> Scene:
    s = Scene(("#1E4D8C", "#FFB868"), "#FFF0C2", (186, 40), 60)
    s.circle(186, 40, 15, "#FFF6DA")
    s.hills(84, "#A8672E", 14, 8)
    s.ground(88, "#C98A45", "#6A3D18")
    for row in range(3):
        for col in range(5):
            x, y = 2 + col * 50 - row * 10, 84 + row * 17
            s.shape(
                [(x, y + 15), (x + 10, y), (x + 46, y), (x + 38, y + 15)],
                s.down("#3A6FC4", "#0F2450", y, y + 15),
            )
            for k in (1, 2):
                s.line([(x + 10 + 12 * k, y), (x + 12.6 * k, y + 15)], "#9CC3FF", 0.7, 0.7)
            s.line([(x + 5, y + 7.5), (x + 42, y + 7.5)], "#9CC3FF", 0.7, 0.7)
    return s


def turbines() -> Scene:
    s = Scene(("#0E3A4A", "#7FD0C0"), "#FDF6D8", (60, 92), 70)
    s.hills(108, "#14584E", 16, 2)
    s.hills(122, "#0B3A36", 12, 9)
    for x, y, r, turn in ((60, 58, 26, 10), (128, 40, 36, 40), (196, 62, 24, 70)):
        s.shape([(x - 1.4, y), (x + 1.4, y), (x + 3, 122), (x - 3, 122)], "#EAF6F4")
        for k in range(3):
            s.add(
                f'<path d="M{x} {y}L{x + 3} {y - r * 0.5}L{x} {y - r}L{x - 1.6} {y - r * 0.5}Z" fill="#FFFFFF" transform="rotate({turn + k * 120} {x} {y})"/>'
            )
        s.circle(x, y, 2.6, "#C9DEDA")
    return s


def battery() -> Scene:
    s = Scene(("#0B2B22", "#06140F"), "#45D6A4", (120, 72), 92)
    for k in range(5):
        x = 34 + k * 36
        s.rect(x + 8, 28, 12, 6, "#9AB8AD", 1, 2)
        s.rect(x, 34, 28, 84, s.down("#3B5A50", "#162A24", 34, 118), 1, 5)
        level = 20 + k * 14
        s.rect(x + 4, 114 - level, 20, level, s.down("#7FFFD0", "#1FA878", 114 - level, 114), 1, 3)
    s.shape([(124, 12), (106, 46), (118, 46), (112, 72), (136, 36), (122, 36), (130, 12)], GOLD)
    return s


def fab() -> Scene:
    s = Scene(("#0A2540", "#F2A65A"), "#FFF3D0", (176, 88), 70)
    for x, h in ((6, 30), (24, 42), (208, 38), (226, 26)):
        s.rect(x, 112 - h, 14, h, "#0F3050", 0.75)
    s.ground(110, "#10233D", "#081425")
    s.line([(58, 112), (58, 20)], "#F7C873", 2.4)
    s.line([(30, 26), (114, 26)], "#F7C873", 2.2)
    s.line([(58, 14), (34, 26), (58, 20), (104, 26), (58, 14)], "#F7C873", 1)
    s.line([(98, 26), (98, 50)], "#F7C873", 0.9)
    s.rect(90, 50, 16, 9, "#3FD0C9", 1, 1)
    s.block(110, 98, 54, 66, 36, ("#F3F8FF", "#C9D8EC", "#5A7CA8"))
    for k in range(6):
        s.rect(114 + k * 8, 72 + k * 2, 5, 8, "#1F6FE0", 0.85)
    s.block(130, 64, 20, 26, 12, ("#DFEAF7", "#A9C3DE", "#2A4A72"))
    return s


def factory() -> Scene:
    s = Scene(("#16324A", "#0A1826"), "#FFB35A", (120, 96), 90)
    for k in range(4):
        x = 14 + k * 54
        s.shape([(x, 60), (x, 44), (x + 40, 60)], "#3E6E94")
        s.shape([(x, 44), (x + 6, 46), (x + 40, 60)], "#8FC7F0", 0.9)
    s.rect(14, 60, 212, 52, s.down("#2B4E6E", "#12273C", 60, 112))
    for k in range(9):
        s.rect(24 + k * 23, 72, 13, 16, "#FFD08A", 0.9, 1)
    s.ground(112, "#1A2A38", "#0A121A")
    s.rect(0, 112, W, 5, "#F4C15D", 0.35)
    for k in range(6):
        s.rect(10 + k * 40, 116, 18, 12, "#8FA6C8", 1, 2)
        s.circle(19 + k * 40, 122, 3, "#35C7A5")
    return s


def robot() -> Scene:
    s = Scene(("#10284A", "#081224"), "#45CDEB", (150, 50), 80)
    s.ground(112, "#14263E", "#070E18")
    for x, turn in ((56, 1), (184, -1)):
        s.rect(x - 16, 104, 32, 10, "#3A4E6A", 1, 2)
        s.line([(x, 104), (x - 8 * turn, 70), (x + 26 * turn, 44), (x + 46 * turn, 58)], "#F0A13C", 9)
        s.line([(x, 104), (x - 8 * turn, 70), (x + 26 * turn, 44), (x + 46 * turn, 58)], "#FFD39A", 2.5, 0.8)
        for p in ((x - 8 * turn, 70), (x + 26 * turn, 44)):
            s.circle(*p, 6, "#2A3A52")
            s.circle(*p, 2.4, "#DCE8FF")
        s.line([(x + 46 * turn, 58), (x + 52 * turn, 66)], "#DCE8FF", 2.4)
    s.glow(120, 76, 26, "#FFFFFF", 0.8)
    s.rect(96, 80, 48, 20, s.down("#8FC7F0", "#2A5A8A", 80, 100), 1, 3)
    return s


def mine() -> Scene:
    s = Scene(("#5A2A2A", "#F0A15A"), "#FFE0A8", (178, 36), 60)
    s.circle(178, 36, 13, "#FFF0CC")
    s.hills(62, "#7A3A28", 16, 6)
    for k in range(6):
        tone = ("#A8603A", "#8A4A2E", "#743C26", "#5E301F", "#4A2518", "#361B12")[k]
        s.ellipse(120, 92 + k * 5, 128 - k * 19, 38 - k * 6.4, tone)
    s.line([(8, 104), (70, 116), (150, 118), (170, 110)], "#E8B07A", 3, 0.7)
    s.rect(66, 106, 22, 9, GOLD, 1, 2)
    s.rect(84, 101, 8, 9, "#D9902E", 1, 1)
    for x in (71, 85):
        s.circle(x, 117, 4, "#120A06")
    return s


def crystals() -> Scene:
    s = Scene(("#3A1F3A", "#120A1A"), "#7FFFD0", (120, 84), 84)
    s.ground(112, "#2A1830", "#0C0610")
    for x, w, h, a, b in (
        (84, 22, 62, "#9FF0E0", "#2A8A80"),
        (110, 28, 88, "#D8C8FF", "#6A4AB8"),
        (142, 22, 58, "#9FD8FF", "#2A6AB0"),
        (66, 14, 36, "#D8C8FF", "#4A2A88"),
        (164, 14, 34, "#9FF0E0", "#1F6A60"),
    ):
        s.shape(
            [
                (x, 118),
                (x - 3, 118 - h * 0.75),
                (x + w / 2, 118 - h),
                (x + w + 3, 118 - h * 0.75),
                (x + w, 118),
            ],
            s.down(a, b, 118 - h, 118),
        )
        s.shape(
            [(x + w / 2, 118), (x + w / 2, 118 - h), (x + w + 3, 118 - h * 0.75), (x + w, 118)],
            "#05080F",
            0.22,
        )
    s.stars(30, 5, 90, "#D8FFF4")
    return s


def magnet() -> Scene:
    s = Scene(("#1A2438", "#0A101C"), "#FF5D57", (120, 60), 90)
    for k in range(6):
        r = 24 + k * 15
        s.ring(120, 96, r * 1.15, r * 0.8, "#8FB7FF", 1.1, 0.55 - 0.07 * k)
    s.path("M78 30V74A42 42 0 0 0 162 74V30", "#0A101C", 34)
    s.path("M78 30V74A42 42 0 0 0 162 74V30", "#D8322E", 29)
    s.path("M70 34V74A50 50 0 0 0 92 116", "#FF9A8F", 3, 0.8)
    for x in (63.5, 147.5):
        s.rect(x, 16, 29, 22, s.down("#F4F8FF", "#9AA9C0", 16, 38))
    luck = random.Random(3)
    for _ in range(36):
        s.circle(luck.uniform(66, 174), luck.uniform(2, 16), luck.uniform(0.8, 1.8), "#DCE8FF", 0.9)
    return s


def radar() -> Scene:
    s = Scene(("#0A2218", "#04100B"), "#45D6A4", (120, 74), 100)
    for r in (18, 36, 54):
        s.ring(120, 70, r, r, "#45D6A4", 1.1, 0.7)
    s.line([(60, 70), (180, 70)], "#45D6A4", 0.8, 0.5)
    s.line([(120, 10), (120, 130)], "#45D6A4", 0.8, 0.5)
    s.path("M120 70L164 36A56 56 0 0 0 120 14Z", "#45D6A4", 0, 0, "#45D6A4", 0.35)
    for x, y in ((150, 52), (98, 44), (136, 98), (88, 88)):
        s.glow(x, y, 9, "#FFC98A", 0.8)
        s.shape([(x, y - 5), (x + 4, y + 4), (x, y + 1.5), (x - 4, y + 4)], GOLD)
    return s


def jet() -> Scene:
    s = Scene(("#14264A", "#F0916A"), "#FFE0B8", (56, 104), 80)
    s.hills(126, "#1A1830", 18, 4)
    for k in range(3):
        s.line([(4, 112 - k * 8), (86 + k * 12, 86 - k * 12)], "#FFFFFF", 2.2, 0.35)
    s.shape(
        [
            (212, 34),
            (150, 58),
            (118, 52),
            (92, 40),
            (104, 62),
            (70, 76),
            (62, 96),
            (104, 86),
            (132, 88),
            (120, 116),
            (140, 110),
            (162, 78),
            (188, 60),
        ],
        "#0C1426",
    )
    s.shape([(212, 34), (150, 58), (118, 66), (104, 76), (140, 74), (188, 54)], "#5A7CA8")
    s.shape([(176, 50), (190, 42), (184, 53), (168, 58)], "#BFE6FF")
    s.glow(82, 84, 18, "#FFB35A", 0.9)
    return s


def drones() -> Scene:
    s = Scene(("#1B2A4A", "#8A6A9A"), "#FFD9B0", (120, 110), 90)
    s.hills(122, "#141C30", 16, 12)
    for x, y, k in ((60, 40, 1.1), (150, 30, 0.9), (108, 72, 1.4), (196, 66, 0.8), (30, 82, 0.7)):
        s.line([(x - 20 * k, y), (x + 20 * k, y)], "#0A1020", 3 * k)
        s.rect(x - 7 * k, y - 3 * k, 14 * k, 8 * k, "#0A1020", 1, 2)
        s.circle(x, y + 3 * k, 2 * k, "#FF5D57")
        for side in (-1, 1):
            s.ellipse(x + side * 20 * k, y - 3 * k, 11 * k, 1.8 * k, "#DCE8FF", 0.7)
    return s


def fire() -> Scene:
    s = Scene(("#1A0F1A", "#3A1410"), "#FF8A3A", (120, 92), 96)
    s.rect(44, 40, 152, 74, s.down("#3A4458", "#1A202E", 40, 114), 1, 3)
    for k in range(6):
        s.rect(54 + k * 23, 54, 15, 18, "#FFC06A" if k in (2, 3) else "#1B2A40", 1, 1)
    s.ground(114, "#1A1418", "#0A0608")
    for x, h, tone in (
        (104, 62, "#FF7A2A"),
        (128, 74, "#FF9A3A"),
        (116, 44, "#FFD36A"),
        (142, 46, "#FF7A2A"),
    ):
        s.path(
            f"M{x - 12} 112C{x - 18} {112 - h * 0.5} {x - 2} {112 - h * 0.6} {x} {112 - h}C{x + 6} {112 - h * 0.6} {x + 18} {112 - h * 0.5} {x + 12} 112Z",
            tone,
            0,
            0,
            tone,
            0.9,
        )
    for x, y, r in ((110, 26, 16), (136, 14, 20), (90, 12, 14)):
        s.circle(x, y, r, "#6A6470", 0.4)
    return s


def mast() -> Scene:
    s = Scene(("#0E2A5A", "#4A2A6A"), "#7FA8FF", (120, 40), 80)
    s.skyline(122, "#0B1430", 17, 40, "#FFD98A")
    s.line([(106, 122), (120, 26), (134, 122)], "#DCE8FF", 2.2)
    for k in range(5):
        y = 48 + k * 16
        w = 3 + k * 2.2
        s.line([(120 - w, y), (120 + w + 2, y + 14)], "#DCE8FF", 1)
        s.line([(120 + w, y), (120 - w - 2, y + 14)], "#DCE8FF", 1)
    s.circle(120, 24, 3.4, "#FF5D57")
    for k in range(4):
        r = 16 + k * 15
        for side in (-1, 1):
            s.path(
                f"M{120 + side * r * 0.8} {24 - r * 0.6}A{r} {r} 0 0 {1 if side > 0 else 0} {120 + side * r * 0.8} {24 + r * 0.6}",
                "#8FC7FF",
                2.2,
                0.8 - 0.16 * k,
            )
    return s


SCENES = [
    car,
    solar,
    turbines,
    battery,
    fab,
    factory,
    robot,
    mine,
    crystals,
    magnet,
    radar,
    jet,
    drones,
    fire,
    mast,
]
