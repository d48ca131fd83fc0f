"""Colours and sizes of the "navy policy table". Sizes are design units: pixels at 1920 x 1080."""

from game.engine import terms as T

# --- one navy family -----------------------------------------------------------------------------
DEEPEST = "#060B16"
APP = "#0A1322"
PANEL_BOTTOM = "#0F1B30"
PANEL_TOP = "#15243D"
SELECTED = "#1D3050"
LINE = "#243A5C"
LINE_STRONG = "#3A587F"
TROUGH, TROUGH_EDGE = "#08111F", "#2A4266"
TIP_TOP, TIP_BOTTOM, TIP_EDGE = "#1B2C4A", "#111F37", "#6E95CF"

# --- text ----------------------------------------------------------------------------------------
CHOSEN = "#C3D3EC"  # the edge of what is chosen or switched on: gold is for what moves the match on
TEXT, TEXT_2, TEXT_3 = "#EDF3FC", "#B3C3DD", "#8298BA"
INK = "#07101F"
GOLD, GOLD_DARK = "#F4C15D", "#B98425"
BUTTON_TOP, BUTTON_BOTTOM, BUTTON_EDGE = "#FFD98A", "#E2A63C", "#FFF0C8"
BUTTON_LOW = "#16253F"  # the foot of a plain button
GOLD_KEY = "#D9A548"  # the cap of a key on a gold button
SPOT = "#DCEBFF"  # the light of a spotlight
GAIN, LOSS = "#45D6A4", "#FFA552"

# --- the sides, by number ------------------------------------------------------------------------
BRIGHT = ("#4A9BFF", "#FF5D57")
MID = ("#1F6BE0", "#D8322E")
DEEP = ("#123A78", "#741E24")
BAR_LEFT = ("#1F6BE0", "#CF2B2B")
BAR_RIGHT = ("#6DB4FF", "#FF857C")
HATCH = "#3B0508"
MAP_SIDE = ("#2E7BEA", "#CF3B3A")
MAP_NEUTRAL, MAP_CONTESTED = "#2A3F61", "#6F86C9"

# --- instrument classes, by kind -----------------------------------------------------------------
KIND = {
    T.KIND_CONTROL: "#F0A13C",
    T.KIND_LIST: "#FF9A80",
    T.KIND_TARIFF: "#D8D25C",
    T.KIND_INDUSTRY: "#35C7A5",
    T.KIND_ALLIANCE: "#7FA8FF",
    T.KIND_RESERVE: "#EE8AA6",
    T.KIND_DIPLOMACY: "#B29BFF",
    T.KIND_SHOWCASE: "#E29BEA",
    T.KIND_TALENT: "#45CDEB",
}
TENSION = ("#2FBF9A", "#9CCB4F", "#F0BE45", "#F08A3C", "#C64BD8")


def tension_colour(tension: int) -> str:
    """The zone of a Tension of 0 to 10."""
    return TENSION[0 if tension < 3 else 1 if tension < 5 else 2 if tension < 7 else 3 if tension < 8 else 4]


def mix(a: str, b: str, share: float) -> str:
    """The colour `share` (0-1) of the way from a to b."""
    pairs = zip((a[1:3], a[3:5], a[5:7]), (b[1:3], b[3:5], b[5:7]), strict=True)
    return "#" + "".join(f"{round(int(x, 16) + (int(y, 16) - int(x, 16)) * share):02x}" for x, y in pairs)


# --- spacing -------------------------------------------------------------------------------------
MARGIN, GAP, PADDING = 16, 12, 16
HIT, HIT_MAIN = 36, 44  # the smallest thing to click, and a main action
RADIUS, CARD_RADIUS, BUTTON_RADIUS = 12, 14, 10
CARD_W, CARD_H = 200, 288  # at most: six of them share the room between the side panels

# --- type sizes ----------------------------------------------------------------------------------
DIAL, SCORE, MAIN, NAME, NUMBER, NODE = 50, 38, 26, 24, 22, 19
TITLE, TIP_TITLE, SECTOR, HEADING, MICRO = 20, 22, 18, 17, 13
BODY, LABEL, SMALL = 14, 13, 11.5


def luminance(colour: str) -> float:
    """Relative luminance (0-1) as in WCAG."""
    shares = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """Contrast of two colours, 1 to 21. Text needs 4.5."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
