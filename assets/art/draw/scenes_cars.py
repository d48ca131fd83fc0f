"""Cars: built, shown, shipped, and kept out."""

from kit import H, Scene, W, around
from land import ground, hills, skyline, water
from things import CYAN, GOLD, GREEN, RED, barrier, car, person


def car_barrier() -> Scene:
    """Electric cars stand before a wall of duty."""
    s = Scene(("#2A1F4A", "#5A3A66", "#E0887A"), "#FFD9B0", (60, 78), 84)
    skyline(s, 92, "#241A44", 5, 40, "#FFC98A")
    ground(s, 92, "#332A48", "#0B0814")
    for k in range(6):
        s.rect(8 + k * 40, 126, 20, 2, "#FFE3A8", 0.6)
    s.rect(196, 8, 44, 106, s.across("#8A94AA", "#3A4258", 196, 240))
    for row in range(9):
        for col in range(3):
            x = 196 + col * 16 - (row % 2) * 8
            s.rect(
                max(196, x),
                9 + row * 11.8,
                15,
                10.6,
                s.down("#A9B4C8", "#5A6680", 9 + row * 11.8, 19.6 + row * 11.8),
                1,
                1,
            )
    car(s, 34, 108, 0.6, "#45B89A")
    car(s, 90, 116, 0.92, "#3F8DF0")
    barrier(s, 188, 120, -58, 0, "#FF8A4A")
    s.rect(150, 26, 26, 52, s.across("#F4F8FC", "#8A9AB4", 150, 176), 1, 4)
    s.rect(154, 31, 18, 14, "#0E2A2A", 1, 2)
    s.shape([(165, 32), (159, 39), (163, 39), (161, 44), (168, 37), (164, 37)], GREEN)
    s.path("M176 50C186 52 186 68 180 76", "#1A2030", 2.4)
    s.ring(163, 62, 9, 9, RED, 2.4)
    s.line([(157, 56), (169, 68)], RED, 2.4)
    return s


def connected_car() -> Scene:
    """A car that listens and talks, seen by eyes above."""
    s = Scene(("#0E1F4A", "#1A1A40", "#0B0A20"), CYAN, (118, 84), 96)
    s.stars(40, 7, 60)
    skyline(s, 94, "#10163A", 11, 44, "#8FB4FF")
    ground(s, 94, "#1A1F40", "#060718")
    s.halo(118, 114, 86, 10, CYAN, 0.5)
    for k in range(4):
        s.ring(118, 112, 60 + k * 20, 8 + k * 3.4, CYAN, 1, 0.6 - 0.13 * k)
    car(s, 118, 114, 1.1, "#E8EEF8")
    for k in range(3):
        r = 9 + k * 8
        s.path(
            f"M{118 - r} {62 - k * 3}A{r + 2} {r + 2} 0 0 1 {118 + r} {62 - k * 3}",
            CYAN,
            2.2,
            0.95 - 0.25 * k,
        )
    s.spark(118, 68, 2.2, CYAN)
    s.fill("M174 22C184 8 208 8 218 22C208 36 184 36 174 22Z", "#0A1024", 0.95)
    s.path("M174 22C184 8 208 8 218 22C208 36 184 36 174 22Z", "#FF8A7A", 1.8)
    s.circle(196, 22, 8, s.round(194, 20, 9, ("#FFD9D0", RED)))
    s.circle(196, 22, 3, "#14060A")
    s.beam((190, 30), (128, 84), 3, 26, "#FF8A7A", 0.35)
    for x, y in ((36, 40), (60, 26), (22, 64)):
        s.arc((110, 70), (x, y), 10, "#8FB4FF", 0.8)
        s.spark(x, y, 1.8, "#8FB4FF")
    return s


def car_carrier() -> Scene:
    """Cars roll into a ship as large as a street."""
    s = Scene(("#123A6A", "#4A8AA8", "#F4C08A"), "#FFF0D0", (204, 44), 84)
    s.sun(206, 42, 11)
    water(s, 96, "#1F6A88", "#06202E", "#EAF8FF", 206, 2)
    s.shape([(18, 26), (176, 18), (196, 34), (192, 104), (36, 108)], s.across("#F4F8FC", "#5A7088", 18, 196))
    s.shape([(36, 108), (192, 104), (190, 112), (44, 116)], "#B8413A")
    for row in range(3):
        for k in range(12):
            s.rect(40 + k * 11.6, 40 + row * 13 - k * 0.5, 6, 3.4, "#22405E", 0.75, 0.6)
    s.shape([(18, 26), (44, 24), (56, 108), (36, 108)], "#9FB4C8", 0.6)
    s.rect(52, 10, 54, 12, s.down("#FFFFFF", "#A9BACC", 10, 22), 1, 1)
    s.rect(56, 13, 46, 3.4, "#14304E")
    s.fill("M128 106V64H176V103Z", s.down("#0A1422", "#1F3450", 64, 106))
    s.shape([(128, 106), (176, 103), (236, 128), (150, 136)], s.down("#7A8798", "#343E4E", 103, 136))
    s.line([(150, 120), (206, 116)], "#F4C15D", 1, 0.6)
    for x, y, k, tone in (
        (152, 101, 0.26, "#D8463A"),
        (172, 113, 0.42, "#3F8DF0"),
        (200, 127, 0.62, "#E8EEF8"),
    ):
        car(s, x, y, k, tone, -1)
    s.rect(0, 124, 146, 12, s.down("#3A4656", "#10151E", 124, H))
    for k, tone in enumerate(("#45B89A", "#F0A13C", "#8A6BD8", "#E8EEF8")):
        car(s, 20 + k * 36, 131, 0.34, tone)
    return s


def car_lot() -> Scene:
    """Finished but for one chip: cars wait in rows."""
    s = Scene(("#2E4A6E", "#6A7F98", "#C8B8A0"), "#FFF0D0", (44, 34), 80)
    hills(s, 54, "#3A5468", 10, 4)
    ground(s, 54, "#5A6878", "#1A2230")
    tones = ("#C8CED8", "#8A9AB4", "#B85A4A", "#5A7AA8", "#E8EEF4", "#7A8A78", "#4A5468")
    for row, (y, k, n) in enumerate(((64, 0.26, 9), (78, 0.36, 7), (97, 0.5, 5), (124, 0.72, 4))):
        for col in range(n):
            x = (col + 0.5 + (row % 2) * 0.4) * W / n - 6
            car(s, x, y, k, tones[(row * 3 + col * 2) % 7])
    s.circle(186, 46, 37, "#0B1326", 0.92)
    s.ring(186, 46, 37, 37, GOLD, 2.4, 0.95)
    for k in range(8):
        for dx, dy in ((-18 + k * 5, -23), (-18 + k * 5, 21)):
            s.rect(186 + dx, 46 + dy, 2.4, 4, GOLD, 0.55)
    s.path("M168 28H204V64H168Z", "#FFE3A8", 1.8, 0.95, dash="4 3.4")
    s.path("M180 40C180 34 192 34 192 41C192 46 186 46 186 51", "#FFE3A8", 2.6)
    s.circle(186, 57, 1.7, "#FFE3A8")
    return s


def auto_show() -> Scene:
    """A new car turns in the light."""
    s = Scene(("#1A1440", "#2A1A52", "#0B0820"), "#FF9AD0", (120, 60), 100)
    for k in range(5):
        x = 24 + k * 48
        s.rect(x - 7, 0, 14, 6, "#3A3A5A", 1, 1)
        s.beam(
            (x, 6),
            (120 + (x - 120) * 0.45, 108),
            5,
            24,
            ("#FFD9F0", "#BFE6FF", "#FFFFFF", "#BFE6FF", "#FFD9F0")[k],
            0.5,
        )
    ground(s, 92, "#241A44", "#080614")
    s.ellipse(120, 116, 92, 15, "#05030E")
    s.ellipse(120, 112, 92, 15, s.across("#8A94C0", "#343A66", 28, 212))
    s.ellipse(120, 110, 84, 12, s.across("#4A5288", "#1A1E44", 36, 204))
    s.ring(120, 112, 92, 15, "#FFFFFF", 1, 0.7)
    for k in range(24):
        x, y = around(120, 113.5, 88, 14, 24)[k]
        if y > 113:
            s.spark(x, y, 0.7, "#FF9AD0")
    car(s, 120, 112, 1.22, "#E0457A")
    for x, h in ((12, 30), (30, 34), (48, 28), (192, 30), (210, 34), (228, 30)):
        person(s, x, 138, h, "#060414", "#FFB0D8")
    return s


SCENES = [car_barrier, connected_car, car_carrier, car_lot, auto_show]
