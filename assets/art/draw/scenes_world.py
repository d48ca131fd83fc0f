"""Pictures of trade, diplomacy and events."""

import math
import random

from kit import H, Scene, W

GOLD, BLUE, RED = "#F4C15D", "#4A9BFF", "#FF5D57"


def containers() -> Scene:
    s = Scene(("#2A3A5A", "#E8A56A"), "#FFE8C0", (48, 70), 60)
    s.ground(108, "#24405E", "#0C1828")
    luck = random.Random(2)
    for row in range(4):
        for col in range(6 - (row == 3)):
            tone = luck.choice(["#D8663A", "#2E7BAA", "#C9A23A", "#3F8F6A", "#7A4A8A"])
            x, y = 22 + col * 34 + (row % 2) * 3, 92 - row * 19
            s.rect(x, y, 32, 18, tone)
            for k in range(6):
                s.line([(x + 3 + k * 5.2, y + 2), (x + 3 + k * 5.2, y + 16)], "#05080F", 0.8, 0.35)
    s.line([(206, 112), (206, 18), (120, 18)], "#E3C34B", 4)
    s.line([(206, 18), (232, 34)], "#E3C34B", 3)
    s.line([(140, 18), (140, 34)], "#E3C34B", 1.4)
    return s


def port() -> Scene:
    s = Scene(("#123A5A", "#F2B27A"), "#FFF0D0", (190, 74), 60)
    s.ground(92, "#1F5A7A", "#08202E")
    s.shape([(20, 92), (206, 92), (190, 114), (40, 114)], "#1A2436")
    s.rect(20, 88, 186, 5, "#B8413A")
    for k in range(9):
        for n in range(2 + k % 2):
            s.rect(
                44 + k * 15, 77 - n * 11, 13, 10, ("#D8663A", "#2E7BAA", "#C9A23A", "#3F8F6A")[(k + n) % 4]
            )
    s.rect(180, 58, 18, 30, "#E8EEF6")
    s.rect(184, 62, 10, 4, "#1B3A5A")
    for k in range(7):
        s.line([(k * 38, 122 + (k % 2) * 5), (k * 38 + 22, 122 + (k % 2) * 5)], "#BFE6F0", 1.4, 0.5)
    return s


def cargo() -> Scene:
    s = Scene(("#0F2A4A", "#3F8FA8"), "#CFF0E8", (70, 46), 70)
    s.globe(176, 44, 30, ("#2E6FC4", "#123058"), "#BFE0FF")
    s.ground(88, "#12506A", "#06202C")
    s.shape([(26, 92), (150, 92), (140, 112), (38, 112)], "#20304A")
    s.shape([(44, 92), (62, 74), (80, 92)], "#A8683A")
    s.shape([(72, 92), (92, 72), (112, 92)], "#C98A4A")
    s.rect(120, 70, 16, 22, "#F0F4FA")
    s.rect(126, 60, 6, 10, "#35C7A5")
    for k in range(8):
        s.line([(k * 32, 118 + (k % 3) * 5), (k * 32 + 18, 118 + (k % 3) * 5)], "#BFF0F0", 1.3, 0.5)
    return s


def route() -> Scene:
    s = Scene(("#14283A", "#0A1420"), "#E87C9A", (120, 60), 90)
    for x, y, r in ((44, 46, 26), (190, 40, 30), (128, 102, 24)):
        luck = random.Random(int(x))
        points = [
            (
                x + r * luck.uniform(0.7, 1.1) * math.cos(k * 0.63),
                y + r * 0.7 * luck.uniform(0.7, 1.1) * math.sin(k * 0.63),
            )
            for k in range(10)
        ]
        s.shape(points, "#2F5A4E")
    s.line([(56, 46), (176, 42)], "#8298BA", 2, 0.4)
    s.line([(110, 34), (124, 54)], RED, 4)
    s.line([(124, 34), (110, 54)], RED, 4)
    s.path("M52 54C66 100 96 104 128 100C164 96 176 72 184 52", GOLD, 3)
    for x, y in ((50, 48), (128, 100), (186, 46)):
        s.glow(x, y, 14, GOLD, 0.7)
        s.path(
            f"M{x} {y}C{x - 9} {y - 12} {x - 6} {y - 20} {x} {y - 20}C{x + 6} {y - 20} {x + 9} {y - 12} {x} {y}Z",
            "#05080F",
            1,
            1,
            GOLD,
        )
        s.circle(x, y - 13, 3, "#05080F")
    return s


def crates() -> Scene:
    s = Scene(("#2A2030", "#120C16"), "#E8A06A", (120, 40), 90)
    for k in range(5):
        s.line([(k * 60, 0), (120 + (k * 60 - 120) * 0.4, 58)], "#5A4658", 2, 0.7)
    s.ground(100, "#3A2A30", "#140C10")
    for x, y in ((26, 104), (92, 112), (158, 104), (58, 74), (124, 80), (92, 44)):
        s.block(x, y, 26, 26, 24, ("#E0B078", "#B07C44", "#7A5228"))
        s.line([(x + 2, y - 20), (x + 24, y + 4)], "#5A3A18", 1.4, 0.8)
    s.glow(120, 6, 40, "#FFE0A8", 0.6)
    return s


def globe() -> Scene:
    s = Scene(("#141A4A", "#1A0F3A"), "#7AA2FF", (120, 70), 92)
    s.stars(60, 9)
    s.globe(120, 72, 52, ("#3F6DF2", "#0F1D5C"), "#A9C4FF")
    spots = [(92, 52), (118, 40), (150, 56), (142, 92), (104, 98), (84, 80)]
    for k, (x, y) in enumerate(spots):
        nx, ny = spots[(k + 2) % len(spots)]
        s.path(f"M{x} {y}Q{(x + nx) / 2} {(y + ny) / 2 - 18} {nx} {ny}", GOLD, 1.6, 0.9)
    for x, y in spots:
        s.glow(x, y, 9, GOLD, 0.8)
        s.circle(x, y, 2.6, "#FFF3CC")
    return s


def accord() -> Scene:
    s = Scene(("#2A1F4A", "#120E26"), "#A88BFF", (120, 50), 92)
    for k in range(7):
        s.rect(
            14 + k * 32,
            6,
            12,
            46,
            s.down(
                ("#4A9BFF", "#F4C15D", "#35C7A5", "#E87C9A", "#7FA8FF", "#FF8F6B", "#B5D95A")[k],
                "#1B1436",
                6,
                52,
            ),
            0.75,
            2,
        )
        s.line([(13 + k * 32, 2), (13 + k * 32, 60)], "#DCD2F8", 1.4, 0.8)
    s.ellipse(120, 98, 92, 30, "#0A0716", 0.8)
    s.ellipse(120, 92, 92, 30, s.down("#8A5A3A", "#4A2A1A", 62, 122))
    s.ellipse(120, 90, 60, 18, "#2A1A16", 0.8)
    for k in range(10):
        a = k * math.pi / 5 + 0.3
        x, y = 120 + 76 * math.cos(a), 91 + 24 * math.sin(a)
        s.rect(x - 6, y - 4, 12, 7, "#F6EFE2", 0.95, 1)
    return s


def handshake() -> Scene:
    s = Scene(("#1A2340", "#0C1022"), "#F4C15D", (120, 70), 92)
    s.shape([(0, 58), (64, 54), (64, 96), (0, 108)], s.down("#2E6FD8", "#123A78", 54, 108))
    s.shape([(W, 58), (176, 54), (176, 96), (W, 108)], s.down("#D8463E", "#741E24", 54, 108))
    s.rect(60, 54, 10, 42, "#F4F8FF", 1, 2)
    s.rect(170, 54, 10, 42, "#F4F8FF", 1, 2)
    s.path(
        "M70 62C92 56 106 58 118 66L150 92C156 98 148 106 141 100L122 84M141 100C146 108 137 114 130 107L112 92M130 107C132 115 122 118 116 111L102 99M116 111C114 118 104 116 100 110L84 94L70 92",
        "#5A3A28",
        2.4,
        1,
        "#E8B48A",
    )
    s.path(
        "M170 62C150 56 136 56 124 62L108 74C102 80 108 86 116 82L128 76L158 94L170 90",
        "#4A2A1C",
        2.4,
        1,
        "#C98A62",
    )
    s.stars(20, 8, 50, "#FFE9B0")
    return s


def harvest() -> Scene:
    s = Scene(("#3A6AA8", "#FFD08A"), "#FFF3D0", (60, 40), 60)
    s.circle(60, 40, 14, "#FFF8E0")
    s.hills(74, "#5A8A3A", 8, 3)
    s.ground(76, "#C9A23A", "#5A4A18")
    for row in range(5):
        y = 84 + row * 11
        for k in range(26):
            x = k * 10 + (row % 2) * 5 - 4
            s.line([(x, y + 6), (x + 1.6, y - 4)], "#4A6A1E", 1.4)
            s.ellipse(x + 3, y - 3, 2.6, 1.4, "#8FBF3A")
    s.rect(146, 62, 54, 26, "#C8463A", 1, 3)
    s.rect(182, 46, 20, 22, "#9AD0E8", 1, 2)
    s.rect(128, 82, 26, 10, "#E8C05A", 1, 2)
    for x, r in ((160, 12), (196, 8)):
        s.circle(x, 92, r, "#14100A")
        s.circle(x, 92, r * 0.45, GOLD)
    return s


def stamp() -> Scene:
    s = Scene(("#22304A", "#0E1626"), "#B9A6FF", (120, 60), 90)
    s.rect(58, 20, 108, 108, "#F3ECDC", 1, 3, -6)
    for k in range(7):
        s.rect(72, 36 + k * 11, 60 - (k % 3) * 9, 3.4, "#8A93A8", 0.9, 1, -6)
    s.ring(140, 96, 20, 20, "#C8322E", 3, 0.85)
    s.ring(140, 96, 14, 14, "#C8322E", 1.4, 0.85)
    s.line([(130, 98), (138, 105), (151, 88)], "#C8322E", 3.4)
    s.path("M168 46L186 28A9 9 0 0 1 199 41L181 59Z", "#3A2416", 1.5, 1, "#9A5F34")
    s.shape([(150, 62), (168, 44), (184, 60), (166, 78)], "#6A3F22")
    return s


def scales() -> Scene:
    s = Scene(("#1E2A48", "#0A1020"), "#F4C15D", (120, 40), 90)
    s.rect(117, 24, 6, 90, s.down("#FFE39A", "#9A6B1C", 24, 114))
    s.shape([(92, 122), (148, 122), (134, 112), (106, 112)], "#C98F2E")
    s.line([(46, 46), (194, 30)], "#F4C15D", 5)
    s.circle(120, 26, 7, "#FFE9B0")
    for x, y, tone in ((46, 46, BLUE), (194, 30, RED)):
        s.line([(x, y), (x - 22, y + 40)], "#FFE39A", 1.3)
        s.line([(x, y), (x + 22, y + 40)], "#FFE39A", 1.3)
        s.path(f"M{x - 26} {y + 40}A26 20 0 0 0 {x + 26} {y + 40}Z", "#9A6B1C", 1, 1, "#D9A43A")
        s.circle(x, y + 30, 11, tone)
    return s


def shield() -> Scene:
    s = Scene(("#10304A", "#07121E"), "#5CC8FF", (120, 68), 92)
    for k in range(14):
        s.line([(0, k * 10), (W, k * 10 + 20)], "#3A7AA8", 0.7, 0.25)
    s.path(
        "M120 12L172 28V68C172 98 148 116 120 126C92 116 68 98 68 68V28Z",
        "#BFE6FF",
        2.4,
        1,
        s.down("#2E6FA8", "#0F2A48", 12, 126),
    )
    for k in range(5):
        a = -math.pi / 2 + k * 2 * math.pi / 5
        s.circle(120 + 26 * math.cos(a), 64 + 26 * math.sin(a), 8, "#DCEFFF")
        s.line([(120, 64), (120 + 20 * math.cos(a), 64 + 20 * math.sin(a))], "#DCEFFF", 1.6)
    s.circle(120, 64, 7, GOLD)
    return s


def gulf() -> Scene:
    s = Scene(("#2A1F5A", "#FF9E5A"), "#FFE3A8", (120, 84), 80)
    s.circle(120, 84, 22, "#FFF0C8")
    for x, w, h in ((34, 14, 50), (54, 12, 66), (76, 16, 44), (152, 14, 58), (174, 18, 46), (198, 12, 70)):
        s.rect(x, 104 - h, w, h, "#1A1440")
        for k in range(int(h / 8)):
            s.rect(x + 3, 104 - h + 4 + k * 8, w - 6, 2, "#FFC98A", 0.7)
    s.shape([(114, 104), (120, 8), (126, 104)], "#1A1440")
    s.ground(104, "#D88A4A", "#6A3420")
    s.hills(118, "#B8683A", 10, 7, 0.8)
    return s


def railway() -> Scene:
    s = Scene(("#1F4A6A", "#E8C08A"), "#FFF3D8", (196, 50), 60)
    s.hills(78, "#3A5A6A", 36, 21)
    s.hills(94, "#2A4A3A", 16, 5)
    s.ground(96, "#6A5A3A", "#2A2216")
    s.shape([(96, 96), (112, 96), (190, H), (20, H)], "#4A3E2A")
    for k in range(8):
        y = 98 + k * k * 0.62
        half = 8 + (y - 96) * 1.7
        s.line([(104 - half, y), (104 + half, y)], "#2A2014", 1.5 + k * 0.4)
    s.line([(100, 96), (44, H)], "#DCE8F0", 2)
    s.line([(108, 96), (166, H)], "#DCE8F0", 2)
    s.path("M86 100V72C86 60 122 60 122 72V100Z", "#0A1420", 1.5, 1, s.down("#F4F8FF", "#9AB0C8", 60, 100))
    s.path("M91 82V74C91 67 117 67 117 74V82Z", "#0A1420", 1, 1, "#1B3A5A")
    s.rect(86, 88, 36, 3, RED)
    return s


def strait() -> Scene:
    s = Scene(("#1A2A44", "#C88A7A"), "#FFE0C8", (196, 60), 60)
    s.hills(70, "#24344A", 20, 14)
    s.ground(72, "#24506A", "#081A28")
    for x, y, k in ((52, 88, 1.2), (140, 82, 0.8), (186, 104, 1.4)):
        s.shape(
            [(x - 34 * k, y), (x + 34 * k, y), (x + 26 * k, y + 10 * k), (x - 28 * k, y + 10 * k)], "#0E1826"
        )
        s.rect(x - 10 * k, y - 12 * k, 18 * k, 12 * k, "#2A3A4E")
        s.line([(x, y - 12 * k), (x, y - 26 * k)], "#2A3A4E", 2)
        s.line([(x + 10 * k, y - 4 * k), (x + 24 * k, y - 7 * k)], "#2A3A4E", 2.4)
    s.ring(120, 100, 96, 24, GOLD, 1.6, 0.6)
    return s


def balloon() -> Scene:
    s = Scene(("#0E2A5A", "#7FB8E8"), "#FFFFFF", (120, 48), 70)
    s.circle(120, 50, 36, s.down("#FFFFFF", "#A8BCD0", 14, 86))
    s.path("M104 82L114 108H126L136 82", "#5A6A80", 1.2)
    s.rect(92, 108, 56, 6, "#2A3A52", 1, 1)
    for x in (84, 150):
        s.rect(x, 104, 26, 14, "#2E5AA8", 1, 1)
    for x, y, r in ((30, 116, 18), (52, 122, 22), (196, 118, 20), (222, 124, 22)):
        s.circle(x, y, r, "#FFFFFF", 0.55)
    return s


def slump() -> Scene:
    s = Scene(("#2A1A20", "#120A0E"), "#FFA552", (190, 100), 70)
    for k in range(6):
        s.line([(16, 20 + k * 18), (226, 20 + k * 18)], "#6A4A4A", 0.7, 0.6)
    for k, h in enumerate((84, 78, 70, 74, 56, 44, 48, 30, 22)):
        s.rect(22 + k * 23, 116 - h, 14, h, s.down("#FFB97A", "#8A3A1E", 116 - h, 116), 0.85, 2)
    s.line([(20, 24), (66, 34), (92, 28), (132, 60), (158, 54), (214, 98)], "#FFE0C0", 3)
    s.shape([(222, 106), (204, 100), (216, 90)], "#FFE0C0")
    return s


def rally() -> Scene:
    s = Scene(("#0A2A24", "#06140F"), "#45D6A4", (190, 36), 80)
    for k in range(6):
        s.line([(16, 20 + k * 18), (226, 20 + k * 18)], "#2A5A4E", 0.7, 0.7)
    for k, h in enumerate((20, 26, 24, 40, 46, 58, 66, 80, 92)):
        s.rect(22 + k * 23, 116 - h, 14, h, s.down("#8FFFD8", "#1A7A5A", 116 - h, 116), 0.9, 2)
    s.line([(20, 100), (66, 88), (92, 92), (136, 60), (160, 58), (210, 18)], "#F4FFF8", 3)
    s.shape([(220, 10), (200, 16), (214, 28)], "#F4FFF8")
    return s


def basket() -> Scene:
    s = Scene(("#2E2440", "#14101E"), "#FFB86A", (120, 60), 90)
    for x, y, r, tone in (
        (90, 56, 15, "#D8463A"),
        (116, 48, 16, "#8FBF3A"),
        (146, 54, 17, "#F0A13C"),
        (132, 62, 12, "#E8D05A"),
    ):
        s.circle(x, y, r, tone)
        s.circle(x - r * 0.3, y - r * 0.3, r * 0.25, "#FFFFFF", 0.5)
    s.rect(158, 26, 12, 40, "#C9E6F4", 0.9, 3)
    s.shape([(62, 62), (180, 62), (166, 114), (78, 114)], s.down("#C98A4A", "#6A3F1C", 62, 114))
    for k in range(6):
        s.line([(70 + k * 20, 64), (82 + k * 15, 112)], "#4A2A12", 1.6, 0.8)
    for k in range(3):
        s.line([(66 + k * 4, 76 + k * 13), (176 - k * 4, 76 + k * 13)], "#4A2A12", 1.6, 0.8)
    s.path("M74 62C78 10 164 10 168 62", "#A8683A", 4)
    s.shape([(196, 84), (216, 54), (236, 84), (224, 84), (224, 110), (208, 110), (208, 84)], RED, 0.85)
    return s


def capitol() -> Scene:
    s = Scene(("#24406A", "#E8A878"), "#FFF0D8", (120, 70), 80)
    s.path("M92 66C92 34 148 34 148 66Z", "#7A8AA0", 1, 1, s.down("#F6F8FC", "#B0BCCC", 40, 66))
    s.rect(116, 26, 8, 12, "#F0F4FA")
    s.rect(86, 66, 68, 8, "#E0E6EE")
    s.rect(40, 74, 160, 34, s.down("#F4F6FA", "#A8B4C4", 74, 108))
    for k in range(13):
        s.rect(46 + k * 12, 78, 5, 28, "#8A98AC", 0.7)
    s.ground(108, "#3A5A3A", "#14241A")
    for x, tone in ((30, BLUE), (52, GOLD), (190, GOLD), (212, RED)):
        s.circle(x, 106, 5, "#0C1426")
        s.path(f"M{x - 7} 130C{x - 7} 110 {x + 7} 110 {x + 7} 130Z", "#0C1426", 1, 1, "#0C1426")
        s.rect(x + 5, 110, 10, 8, tone, 1, 1)
    return s


def newspaper() -> Scene:
    s = Scene(("#20283A", "#0C1018"), "#FFE9C0", (120, 50), 90)
    s.rect(58, 14, 118, 116, "#D8D2C4", 1, 2, 8)
    s.rect(60, 12, 118, 116, "#F6F1E4", 1, 2, 3)
    s.rect(72, 22, 92, 13, "#1A1E28", 1, 1, 3)
    s.rect(70, 44, 44, 36, "#7A8498", 1, 1, 3)
    for k in range(8):
        s.rect(120, 46 + k * 9, 46, 3, "#6A6E78", 0.9, 1, 3)
    for k in range(4):
        s.rect(68, 88 + k * 9, 44, 3, "#6A6E78", 0.9, 1, 3)
    s.rect(116, 60, 56, 12, "#C8322E", 0.3, 1, 3)
    s.ring(182, 96, 20, 20, GOLD, 4)
    s.line([(196, 110), (214, 128)], GOLD, 6)
    s.circle(182, 96, 18, "#BFE6FF", 0.25)
    return s


SCENES = [
    containers, port, cargo, route, crates, globe, accord, handshake, harvest, stamp, scales, shield, gulf, railway,
    strait, balloon, slump, rally, basket, capitol, newspaper,
]  # fmt: skip
