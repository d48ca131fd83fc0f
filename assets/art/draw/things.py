"""Things that several pictures show: machines, chips, papers, people, the world."""

import math

from kit import Point, Scene, dark, light, mix

GOLD, CYAN, LILAC = "#F4C15D", "#5CE1E6", "#B794FF"
BLUE, RED, GREEN = "#4A9BFF", "#FF5D57", "#45D6A4"
PENNANTS = ("#4A9BFF", "#F4C15D", "#35C7A5", "#E87C9A", "#7FA8FF", "#FF8F6B", "#B5D95A")

# --- machines ------------------------------------------------------------------------------------


def crane(s: Scene, x: float, y: float, h: float, reach: float, tone: str = "#F7C873") -> float:
    """A tower crane; reach may be negative. Returns where its hook hangs."""
    top, back = y - h, -reach * 0.35
    s.line([(x, y), (x, top)], tone, 2.2)
    for k in range(int(h / 7)):
        side = 2.2 if k % 2 else -2.2
        s.line([(x - side, y - k * 7), (x + side, y - k * 7 - 7)], tone, 0.8, 0.7)
    s.line([(x + back, top + 5), (x + reach, top + 5)], tone, 2)
    s.line([(x + back, top + 5), (x, top - 6), (x + reach, top + 5)], tone, 0.8, 0.9)
    s.rect(x + back - 4, top + 4, 8, 6, dark(tone, 0.4))
    hook = x + reach * 0.82
    s.line([(hook, top + 5), (hook, top + h * 0.32)], tone, 0.8)
    return hook


def turbine(s: Scene, x: float, y: float, h: float, turn: float, tone: str = "#F4FAF9") -> None:
    top, r = y - h, h * 0.52
    s.shape(
        [(x - h * 0.012, top), (x + h * 0.012, top), (x + h * 0.028, y), (x - h * 0.028, y)],
        s.across(tone, mix(tone, "#5A7A88", 0.5), x - 3, x + 3),
    )
    for k in range(3):
        a = math.radians(turn + 120 * k)
        tip = (x + r * math.cos(a), top + r * math.sin(a))
        wide = (x + r * 0.3 * math.cos(a + 0.16), top + r * 0.3 * math.sin(a + 0.16))
        s.shape([(x, top), wide, tip], tone)
    s.circle(x, top, h * 0.04, mix(tone, "#5A7A88", 0.4))


def smoke(s: Scene, x: float, y: float, r: float, tone: str, n: int = 5) -> None:
    """Soft puffs that rise and spread."""
    for k in range(n):
        cx, cy, size = x + k * r * 0.42 + math.sin(k * 1.7) * r * 0.4, y - k * r * 0.8, r * (0.9 + k * 0.3)
        share = 0.72 - k * 0.1
        s.circle(
            cx,
            cy,
            size,
            s.round(cx, cy, size, ((0, light(tone, 0.12), share), (0.55, tone, share * 0.7), (1, tone, 0))),
        )


def car(s: Scene, x: float, y: float, k: float, tone: str, face: int = 1) -> None:
    """A saloon seen from the side, its wheels on y; k 1 is 100 wide. face -1 looks left."""

    def p(dx: float, dy: float) -> str:
        return f"{x + face * dx * k:.1f} {y + dy * k:.1f}"

    s.ellipse(x, y + 0.5, 52 * k, 3.2 * k, "#02040A", 0.55)
    body = f"M{p(-49, -9)}C{p(-50, -19)} {p(-40, -21)} {p(-31, -22)}C{p(-20, -35)} {p(-8, -38)} {p(6, -38)}"
    body += f"C{p(19, -38)} {p(27, -30)} {p(33, -24)}C{p(43, -23)} {p(49, -19)} {p(50, -10)}L{p(48, -6)}L{p(-46, -6)}Z"
    s.fill(body, s.down(light(tone, 0.25), dark(tone, 0.45), y - 38 * k, y - 6 * k))
    glass = s.down("#DDF1FF", "#3A5A86", y - 36 * k, y - 22 * k)
    s.fill(f"M{p(-26, -23)}C{p(-18, -32)} {p(-8, -35)} {p(2, -35)}L{p(2, -23)}Z", glass)
    s.fill(f"M{p(5, -35)}C{p(16, -35)} {p(22, -29)} {p(28, -23.5)}L{p(5, -23)}Z", glass)
    s.path(f"M{p(-45, -17)}C{p(-10, -21)} {p(20, -20)} {p(46, -17)}", light(tone, 0.65), 0.9 * k, 0.7)
    s.path(f"M{p(3.5, -22)}L{p(3.5, -8)}", dark(tone, 0.5), 0.7 * k, 0.7)
    for wheel in (-29, 30):
        cx, cy = x + face * wheel * k, y - 8 * k
        s.circle(cx, cy, 9.6 * k, "#06090F")
        s.circle(cx, cy, 6 * k, s.round(cx - 2 * k, cy - 2 * k, 8 * k, ("#E6EEF8", "#5A6C86")))
        for n in range(5):
            a = n * 1.2566
            s.line([(cx, cy), (cx + 5.4 * k * math.cos(a), cy + 5.4 * k * math.sin(a))], "#2A3850", 1.2 * k)
    lamp = (x + face * 47 * k, y - 15 * k)
    s.circle(*lamp, 1.9 * k, "#FFF6D8")
    s.rect(x - face * 48 * k - k, y - 18 * k, 2.4 * k, 3 * k, "#FF6A5A", 0.95, 1)


def ship(s: Scene, x: float, y: float, k: float, tone: str = "#22324A") -> None:
    """A hull with its bow to the left and the bridge at the stern; the water line is y, the deck y - 12 k."""
    deck = y - 12 * k
    s.shape(
        [(x - 92 * k, deck), (x + 92 * k, deck), (x + 84 * k, y), (x - 76 * k, y)],
        s.down(light(tone, 0.2), dark(tone), deck, y),
    )
    s.shape([(x - 80 * k, y - 3 * k), (x + 85 * k, y - 3 * k), (x + 84 * k, y), (x - 76 * k, y)], "#B8413A")
    s.line([(x - 91 * k, deck), (x + 92 * k, deck)], light(tone, 0.55), 0.9 * k, 0.8)
    bx = x + 66 * k
    s.rect(bx, deck - 26 * k, 16 * k, 26 * k, s.across("#F4F8FC", "#A9B8CC", bx, bx + 16 * k))
    s.rect(bx - 2 * k, deck - 25 * k, 20 * k, 5 * k, "#E4ECF6")
    s.rect(bx + 1 * k, deck - 23.6 * k, 14 * k, 2.4 * k, "#14304E")
    s.rect(bx + 5 * k, deck - 34 * k, 6 * k, 9 * k, dark(tone, 0.2))
    s.ellipse(x, y + 1, 84 * k, 1.8 * k, "#EAF6FF", 0.3)


STEEL = ("#D8663A", "#2E7BAA", "#C9A23A", "#3F8F6A", "#7A5AA0", "#B84A5A")


def container(s: Scene, x: float, y: float, w: float, h: float, tone: str) -> None:
    """One container from its long side."""
    s.rect(x, y, w, h, s.down(light(tone, 0.16), dark(tone, 0.3), y, y + h))
    n = max(4, int(w / 4.4))
    for k in range(n):
        at = x + 1.6 + (w - 3) * k / (n - 1)
        s.line([(at, y + 2), (at, y + h - 2)], dark(tone, 0.5), 0.8, 0.55)
    s.rect(x, y, w, 1.1, light(tone, 0.45), 0.8)


def gear(s: Scene, x: float, y: float, r: float, teeth: int, fill: str, hole: str, turn: float = 0) -> None:
    points: list[Point] = []
    for k in range(teeth):
        for part, q in ((-0.26, 0.84), (-0.17, 1.0), (0.17, 1.0), (0.26, 0.84)):
            a = math.radians(turn) + 2 * math.pi * (k + part) / teeth
            points.append((x + r * q * math.cos(a), y + r * q * math.sin(a)))
    s.shape(points, fill)
    s.ring(x, y, r * 0.66, r * 0.66, "#FFFFFF", r * 0.05, 0.28)
    s.circle(x, y, r * 0.3, hole)


def barrier(s: Scene, x: float, y: float, length: float, turn: float = 0, tone: str = "#F0A13C") -> None:
    """The boom of a check point: post at (x, y), striped pole to the right (or left when negative)."""
    a, sign = math.radians(turn), 1 if length > 0 else -1
    top = y - 22
    s.rect(x - 5, top - 6, 10, 28, s.across("#E8EEF6", "#76879E", x - 5, x + 5), 1, 1.5)
    n = max(4, int(abs(length) / 11))
    for k in range(n):
        d0, d1 = length * k / n, length * (k + 1) / n
        p0 = (x + d0 * math.cos(a), top - abs(d0) * math.sin(a))
        p1 = (x + d1 * math.cos(a), top - abs(d1) * math.sin(a))
        fill = tone if k % 2 == 0 else "#F8FAFD"
        s.shape(
            [(p0[0], p0[1] - 2.6), (p1[0], p1[1] - 2.6), (p1[0], p1[1] + 2.6), (p0[0], p0[1] + 2.6)], fill
        )
    s.circle(x, top, 4, "#2A3850")
    s.spark(x + sign * 0, top - 9, 1.7, "#FF8A5A")


def padlock(s: Scene, x: float, y: float, k: float, tone: str = GOLD) -> None:
    """Its body is centred at (x, y); k 1 is 24 wide."""
    s.path(
        f"M{x - 8 * k} {y - 8 * k}V{y - 15 * k}A{8 * k} {8 * k} 0 0 1 {x + 8 * k} {y - 15 * k}V{y - 8 * k}",
        "#DCE6F4",
        3.6 * k,
    )
    s.rect(
        x - 12 * k,
        y - 9 * k,
        24 * k,
        20 * k,
        s.down(light(tone, 0.35), dark(tone, 0.3), y - 9 * k, y + 11 * k),
        1,
        3 * k,
    )
    s.circle(x, y - 0.5 * k, 2.8 * k, "#1A1408")
    s.shape([(x - 1.2 * k, y), (x + 1.2 * k, y), (x + 2 * k, y + 6 * k), (x - 2 * k, y + 6 * k)], "#1A1408")


# --- papers, money, signs ------------------------------------------------------------------------


def paper(
    s: Scene, x: float, y: float, w: float, h: float, turn: float = 0, lines: int = 6, tone: str = "#F6F0E2"
) -> None:
    """A sheet with lines of writing, turned about its middle."""
    s.rect(x + 3, y + 4, w, h, "#02040A", 0.45, 2, turn)
    s.rect(x, y, w, h, s.down(tone, mix(tone, "#8A93A8", 0.28), y, y + h), 1, 2, turn)
    a, cx, cy = math.radians(turn), x + w / 2, y + h / 2
    for k in range(lines):
        wide = w * (0.74 if k % 3 else 0.5)
        left, row = -w * 0.37, -h / 2 + h * (k + 1) / (lines + 1)
        px, py = cx + left * math.cos(a) - row * math.sin(a), cy + left * math.sin(a) + row * math.cos(a)
        qx, qy = px + wide * math.cos(a), py + wide * math.sin(a)
        s.line([(px, py), (qx, qy)], "#5F6A80" if k else "#27324A", 2.2 if k else 3, 0.85)


def seal(s: Scene, x: float, y: float, r: float, tone: str = "#C8322E") -> None:
    """A stamped mark: two rings and a tick."""
    s.ring(x, y, r, r, tone, r * 0.16, 0.9)
    s.ring(x, y, r * 0.7, r * 0.7, tone, r * 0.07, 0.9)
    s.line([(x - r * 0.36, y), (x - r * 0.06, y + r * 0.3), (x + r * 0.42, y - r * 0.34)], tone, r * 0.17)


def coins(s: Scene, x: float, y: float, n: int, r: float) -> None:
    """A stack of n coins, the lowest on y."""
    h = r * 0.42
    for k in range(n):
        top = y - k * h
        s.ellipse(x, top, r, r * 0.32, "#7A5212")
        s.rect(
            x - r, top - h, 2 * r, h, s.fade(("#B27A1E", "#FFE7A6", "#C98F2E", "#8A5E16"), x - r, 0, x + r, 0)
        )
        s.ellipse(x, top - h, r, r * 0.32, s.fade(("#FFEFBE", "#DFA23A"), x - r, 0, x + r, 0))
    s.ring(x, y - n * h, r * 0.66, r * 0.2, "#A8741E", 0.9, 0.9)


def magnifier(s: Scene, x: float, y: float, r: float, turn: float = 45) -> None:
    """A glass over (x, y)."""
    a = math.radians(turn)
    ex, ey = x + r * math.cos(a), y + r * math.sin(a)
    s.line([(ex, ey), (ex + r * 0.95 * math.cos(a), ey + r * 0.95 * math.sin(a))], "#3A2A14", r * 0.34)
    s.line([(ex + 2, ey + 2), (ex + r * 0.9 * math.cos(a), ey + r * 0.9 * math.sin(a))], "#C98F3A", r * 0.2)
    s.circle(
        x,
        y,
        r,
        s.round(
            x - r * 0.3,
            y - r * 0.3,
            r * 1.3,
            ((0, "#FFFFFF", 0.42), (0.6, "#BFE6FF", 0.16), (1, "#7FC4FF", 0.3)),
        ),
    )
    s.ring(x, y, r, r, "#F3D28A", r * 0.14)
    s.ring(x, y, r * 1.05, r * 1.05, "#8A5E16", r * 0.04)
    s.path(
        f"M{x - r * 0.62:.1f} {y - r * 0.2:.1f}A{r * 0.66:.1f} {r * 0.66:.1f} 0 0 1 {x - r * 0.1:.1f} {y - r * 0.64:.1f}",
        "#FFFFFF",
        r * 0.1,
        0.8,
    )


# --- people --------------------------------------------------------------------------------------


def person(s: Scene, x: float, y: float, h: float, tone: str, rim: str = "") -> None:
    """Somebody standing on y, as a silhouette with a rim of light."""
    r = h * 0.13
    d = f"M{x - h * 0.2:.1f} {y:.1f}C{x - h * 0.2:.1f} {y - h * 0.5:.1f} {x - h * 0.23:.1f} {y - h * 0.72:.1f} {x:.1f} {y - h * 0.72:.1f}"
    d += f"C{x + h * 0.23:.1f} {y - h * 0.72:.1f} {x + h * 0.2:.1f} {y - h * 0.5:.1f} {x + h * 0.2:.1f} {y:.1f}Z"
    s.fill(d, tone)
    s.circle(x, y - h * 0.86, r, tone)
    if rim:
        s.path(
            f"M{x + h * 0.03:.1f} {y - h * 0.72:.1f}C{x + h * 0.23:.1f} {y - h * 0.7:.1f} {x + h * 0.2:.1f} {y - h * 0.5:.1f} {x + h * 0.2:.1f} {y - 1:.1f}",
            rim,
            h * 0.025,
            0.8,
        )
        s.path(
            f"M{x + r * 0.3:.1f} {y - h * 0.86 - r * 0.95:.1f}A{r:.1f} {r:.1f} 0 0 1 {x + r * 0.6:.1f} {y - h * 0.86 + r * 0.8:.1f}",
            rim,
            h * 0.025,
            0.8,
        )


def suited(s: Scene, x: float, y: float, h: float, tone: str = "#EAF2FA") -> None:
    """Somebody in the suit of a clean room."""
    shade = s.across(tone, mix(tone, "#5A7088", 0.55), x - h * 0.2, x + h * 0.2)
    s.fill(
        f"M{x - h * 0.2:.1f} {y:.1f}C{x - h * 0.2:.1f} {y - h * 0.5:.1f} {x - h * 0.24:.1f} {y - h * 0.72:.1f} {x:.1f} {y - h * 0.72:.1f}C{x + h * 0.24:.1f} {y - h * 0.72:.1f} {x + h * 0.2:.1f} {y - h * 0.5:.1f} {x + h * 0.2:.1f} {y:.1f}Z",
        shade,
    )
    s.circle(x, y - h * 0.85, h * 0.15, shade)
    s.ellipse(x + h * 0.02, y - h * 0.86, h * 0.1, h * 0.06, "#1B3350")
    s.line([(x, y - h * 0.4), (x, y)], mix(tone, "#5A7088", 0.6), h * 0.02, 0.8)


# --- the world -----------------------------------------------------------------------------------


def globe(
    s: Scene,
    x: float,
    y: float,
    r: float,
    sea: tuple[str, str] = ("#3F7DF2", "#0B1A52"),
    net: str = "#A9C4FF",
    land: str = "",
) -> None:
    """A globe with lit and dark side, a net of lines, and perhaps land."""
    s.glow(x, y, r * 1.5, mix(sea[0], "#FFFFFF", 0.3), 0.5)
    s.circle(x, y, r, s.round(x - r * 0.35, y - r * 0.4, r * 1.5, (light(sea[0], 0.2), sea[0], sea[1])))
    if land:
        for d in (
            f"M{x - r * 0.8:.1f} {y - r * 0.35:.1f}C{x - r * 0.6:.1f} {y - r * 0.8:.1f} {x - r * 0.2:.1f} {y - r * 0.75:.1f} {x - r * 0.15:.1f} {y - r * 0.45:.1f}C{x - r * 0.3:.1f} {y - r * 0.3:.1f} {x - r * 0.25:.1f} {y - r * 0.05:.1f} {x - r * 0.45:.1f} {y:.1f}C{x - r * 0.6:.1f} {y - r * 0.05:.1f} {x - r * 0.7:.1f} {y - r * 0.2:.1f} {x - r * 0.8:.1f} {y - r * 0.35:.1f}Z",
            f"M{x - r * 0.35:.1f} {y + r * 0.1:.1f}C{x - r * 0.1:.1f} {y + r * 0.1:.1f} {x - r * 0.05:.1f} {y + r * 0.4:.1f} {x - r * 0.25:.1f} {y + r * 0.8:.1f}C{x - r * 0.4:.1f} {y + r * 0.6:.1f} {x - r * 0.5:.1f} {y + r * 0.3:.1f} {x - r * 0.35:.1f} {y + r * 0.1:.1f}Z",
            f"M{x + r * 0.1:.1f} {y - r * 0.55:.1f}C{x + r * 0.4:.1f} {y - r * 0.8:.1f} {x + r * 0.75:.1f} {y - r * 0.5:.1f} {x + r * 0.85:.1f} {y - r * 0.2:.1f}C{x + r * 0.7:.1f} {y + r * 0.1:.1f} {x + r * 0.55:.1f} {y - r * 0.1:.1f} {x + r * 0.45:.1f} {y + r * 0.3:.1f}C{x + r * 0.25:.1f} {y + r * 0.1:.1f} {x + r * 0.05:.1f} {y - r * 0.2:.1f} {x + r * 0.1:.1f} {y - r * 0.55:.1f}Z",
        ):
            s.fill(d, land, 0.9)
    for k in (0.3, 0.65, 0.92):
        s.ring(x, y, r * k, r, net, 0.6, 0.32)
    for k in (-0.6, -0.2, 0.2, 0.6):
        s.ring(x, y + r * k, r * math.sqrt(1 - k * k), r * 0.09, net, 0.6, 0.3)
    s.circle(
        x,
        y,
        r,
        s.round(
            x - r * 0.4,
            y - r * 0.45,
            r * 1.55,
            ((0, "#02040A", 0), (0.6, "#02040A", 0.05), (1, "#02040A", 0.75)),
        ),
    )
    s.ring(x, y, r, r, light(net, 0.4), 1, 0.75)


def satellite(s: Scene, x: float, y: float, k: float, turn: float = -20) -> None:
    a = math.radians(turn)

    def at(dx: float, dy: float) -> Point:
        return x + k * (dx * math.cos(a) - dy * math.sin(a)), y + k * (dx * math.sin(a) + dy * math.cos(a))

    for side in (-1, 1):
        corners = [at(side * 8, -5), at(side * 26, -5), at(side * 26, 5), at(side * 8, 5)]
        s.shape(corners, s.fade(("#5A9BFF", "#1A4AA8"), *corners[0], *corners[2]))
        s.line([at(side * 14, -5), at(side * 14, 5)], "#BFDCFF", 0.5 * k, 0.8)
        s.line([at(side * 20, -5), at(side * 20, 5)], "#BFDCFF", 0.5 * k, 0.8)
        s.line([at(side * 5, 0), at(side * 8, 0)], "#DCE6F4", 1.2 * k)
    s.shape([at(-5, -6), at(5, -6), at(5, 6), at(-5, 6)], "#EEF3FA")
    s.shape([at(-3, -3), at(3, -3), at(3, 3), at(-3, 3)], GOLD)


def network(s: Scene, spots: list[Point], tone: str = GOLD, lift: float = 16, step: int = 2) -> None:
    """Bows between points, and a light on each."""
    for k, spot in enumerate(spots):
        s.arc(spot, spots[(k + step) % len(spots)], lift, tone, 1.3)
    for spot in spots:
        s.spark(*spot, 2.2, tone)
