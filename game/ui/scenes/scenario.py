"""What a scenario is about: its summary, what differs from the full game, and what each side begins with."""

import pygame

from game.content.pack import Luck, Pack, Scenario, Sector

from .. import theme
from ..icons import sector_icon
from ..nodes import Node
from ..pen import Pen
from .pairs import Pair, paint_pairs, paint_sides

SWITCHED_OFF = {
    "deals": "no deals",
    "contingencies": "no contingencies",
    "agendas": "no agendas",
    "headlines": "no headlines",
    "stockpiles": "no stockpiles",
    "adviser": "no adviser",
}
ROW = (28, 80)  # units: the least and the largest height of a row of the opening
CAPTION = 32
BANNER = (76, 250)  # and of the picture
CUT = 2.1  # at most so many times as wide as high is the picture: little of it is cut


def facts(scenario: Scenario) -> list[str]:
    """How long it is, then what differs from the full game."""
    found = [f"{scenario.rounds} rounds", f"{scenario.minutes[0]} to {scenario.minutes[1]} minutes"]
    found += [SWITCHED_OFF[name] for name, is_on in scenario.switches if name in SWITCHED_OFF and not is_on]
    if scenario.switches.open_hands:
        found.append("open hands")
    if scenario.luck != Luck():
        found.append("luck set in part")
    if scenario.rupture == "shared_loss":
        found.append("both lose in a Rupture")
    return found


def purpose(scenario: Scenario) -> str:
    """What it is for, as a heading."""
    return scenario.for_[:1].upper() + scenario.for_[1:]


def about_node(pen: Pen, rect: pygame.Rect, pack: Pack, scenario: Scenario) -> Node:
    """The panel that tells of a scenario: its picture, its summary, and what each side begins with."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        inner = box.inflate(-2 * pen.px(24), 0)
        pills = _pill_rows(pen, inner.w, facts(scenario))
        words = pen.paragraph_height(scenario.summary, inner.w, 17) + len(pills) * pen.px(8)
        words += len(pills) * pen.pill_height(15) + pen.px(46)
        banner, opening = _share(pen, box.h - words, (len(pack.sectors) + 1) // 2)
        y = _banner(pen, target, box, banner, scenario)
        y = pen.paragraph(target, scenario.summary, inner.x, y, inner.w, 17, theme.TEXT) + pen.px(8)
        top = round(_pills(pen, target, inner.x, y, pills)) + pen.px(14)
        if opening:
            _opening(pen, target, pygame.Rect(inner.x, top, inner.w, opening), pack.sectors, scenario)

    return Node("about", rect, paint, key=scenario.id, pad=pen.px(24), live=False)


def _share(pen: Pen, room: int, count: int) -> tuple[int, int]:
    """The heights of the picture and of the opening; where there is little room, the picture takes all."""
    least = pen.px(CAPTION + ROW[0] * count)
    if room - least < pen.px(BANNER[0]):
        return room, 0
    banner = min(pen.px(BANNER[1]), max(pen.px(BANNER[0]), room * 2 // 5), room - least)
    return banner, room - banner


def _banner(pen: Pen, target: pygame.Surface, box: pygame.Rect, high: int, scenario: Scenario) -> float:
    """The picture at the upper right, what it is for and the title beside it. Returns the y below them."""
    edge = max(1, pen.px(2))
    wide = min(round(box.w * 0.5), round(high * CUT))
    picture = pen.art(scenario.art, wide, high, radius=theme.RADIUS - 1, frame="banner")
    target.blit(picture, (box.right - edge - picture.get_width(), box.y + edge))
    x, base = box.x + pen.px(24), box.y + high
    room = box.right - picture.get_width() - pen.px(12) - x
    pen.text(target, scenario.title, x, base, "number", 40, theme.TEXT, "lb", 0.4, room)
    above = base - pen.cap("number", 40) - pen.px(14)
    room += picture.get_width() // 3  # over the part that fades
    pen.text(target, purpose(scenario), x, above, "medium", 16, theme.GAIN, "lb", width=room)
    return base + pen.px(16)


def _pill_rows(pen: Pen, width: int, words: list[str]) -> list[list[str]]:
    """Words in as many rows of pills as they need."""
    found: list[list[str]] = [[]]
    at, gap = 0, pen.px(8)
    for word in words:
        wide = pen.text_width(word, "head", 15) + pen.pill_height(15)
        if at + wide > width and found[-1]:
            found.append([])
            at = 0
        found[-1].append(word)
        at += wide + gap
    return found


def _pills(pen: Pen, target: pygame.Surface, x: int, y: float, found: list[list[str]]) -> float:
    """Rows of pills: the first two say how long it is, the others, paler, what differs. Returns the y below them."""
    h, count = pen.pill_height(15), 0
    for row in found:
        at = x
        for word in row:
            tone, edge = (theme.TEXT, theme.LINE_STRONG) if count < 2 else (theme.TEXT_2, theme.LINE)
            at += pen.pill(target, word, at, y + h / 2, tone, edge, theme.TROUGH, 15) + pen.px(8)
            count += 1
        y += h + pen.px(8)
    return y - pen.px(8)


def _opening(
    pen: Pen, target: pygame.Surface, area: pygame.Rect, sectors: list[Sector], scenario: Scenario
) -> None:
    """Both sides' capability in every sector at the start, under a caption."""
    count = (len(sectors) + 1) // 2
    pen.rule(target, area.inflate(2 * pen.px(14), 0), area.y - pen.px(2))
    y = area.y + pen.px(18)
    pen.text(target, "CAPABILITY AT THE START", area.x, y, "head", 14, theme.TEXT_3, "lm", 1.2)
    paint_sides(pen, target, area.right, y, (scenario.sides["us"].title, scenario.sides["china"].title))
    row = min(pen.px(ROW[1]), (area.h - pen.px(CAPTION)) // count)
    levels = [scenario.position.capability[side] for side in ("us", "china")]
    pairs = [Pair(sector_icon(s.id), s.title, (levels[0][s.id], levels[1][s.id])) for s in sectors]
    table = pygame.Rect(area.x, area.y + pen.px(CAPTION), area.w, row * count)
    paint_pairs(pen, target, table, pairs, 2)
