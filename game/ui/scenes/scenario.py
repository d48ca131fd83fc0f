"""What a scenario is about: its summary, what differs from the full game, and what each side begins with."""

import pygame

from game.content.pack import Pack, Scenario, Sector

from .. import theme
from ..layout import columns, rows
from ..nodes import Node
from ..pen import Pen

SWITCHED_OFF = {
    "deals": "no deals",
    "contingencies": "no contingencies",
    "agendas": "no agendas",
    "headlines": "no headlines",
    "stockpiles": "no stockpiles",
}
ROW = (29, 80)  # units: the least and the largest height of a row of the opening
CAPTION = 34


def facts(scenario: Scenario) -> list[str]:
    """How long it is, then what differs from the full game."""
    found = [f"{scenario.rounds} rounds", f"{scenario.minutes[0]} to {scenario.minutes[1]} minutes"]
    found += [SWITCHED_OFF[name] for name, is_on in scenario.switches if name in SWITCHED_OFF and not is_on]
    if scenario.switches.open_hands:
        found.append("open hands")
    if scenario.rupture == "shared_loss":
        found.append("both lose in a Rupture")
    return found


def about_node(pen: Pen, rect: pygame.Rect, pack: Pack, scenario: Scenario) -> Node:
    """The panel that tells of a scenario."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        inner = box.inflate(-2 * pen.px(24), 0)
        y = _title(pen, target, inner, scenario)
        y = pen.paragraph(target, scenario.summary, inner.x, y, inner.w, 17, theme.TEXT) + pen.px(8)
        top = round(_pills(pen, target, inner, y, facts(scenario))) + pen.px(16)
        _opening(
            pen,
            target,
            pygame.Rect(inner.x, top, inner.w, box.bottom - pen.px(12) - top),
            pack.sectors,
            scenario,
        )

    return Node("about", rect, paint, key=scenario.id, pad=pen.px(24), live=False)


def _title(pen: Pen, target: pygame.Surface, inner: pygame.Rect, scenario: Scenario) -> float:
    y, cap = inner.y + pen.px(24), pen.cap("number", 34)
    width = pen.text(target, scenario.title, inner.x, y, "number", 34, theme.TEXT, "lt", 0.4, inner.w)
    purpose = scenario.for_[:1].upper() + scenario.for_[1:]
    if purpose and pen.text_width(purpose, "medium", 15) <= inner.w - width - pen.px(24):
        pen.text(target, purpose, inner.right, y + cap, "medium", 15, theme.GOLD, "rb")
    return y + cap + pen.px(20)


def _pills(pen: Pen, target: pygame.Surface, inner: pygame.Rect, y: float, words: list[str]) -> float:
    """Pills in rows. Returns the y below them."""
    h, at = pen.pill_height(15), inner.x
    for n, word in enumerate(words):
        wide = pen.text_width(word, "head", 15) + h
        if at + wide > inner.right and at > inner.x:
            at, y = inner.x, y + h + pen.px(8)
        tone, edge = (theme.TEXT, theme.LINE_STRONG) if n < 2 else (theme.LOSS, "#7A5630")
        at += pen.pill(target, word, at, y + h / 2, tone, edge, theme.TROUGH, 15) + pen.px(8)
    return y + h


def _opening(
    pen: Pen, target: pygame.Surface, area: pygame.Rect, sectors: list[Sector], scenario: Scenario
) -> None:
    """Both sides' capability in every sector at the start, where there is room for it."""
    count = (len(sectors) + 1) // 2
    if area.h < pen.px(CAPTION + ROW[0] * count):
        return
    pen.rule(target, area.inflate(2 * pen.px(14), 0), area.y - pen.px(2))
    y = area.y + pen.px(18)
    pen.text(target, "CAPABILITY AT THE START", area.x, y, "head", 14, theme.TEXT_3, "lm", 1.2)
    x = area.right
    for side in (1, 0):
        name = scenario.sides["us" if side == 0 else "china"].title
        x -= pen.text(target, name, x, y, "head", 15, theme.TEXT_2, "rm") + pen.px(14)
        pen.marker(target, side, x, y, 14)
        x -= pen.px(20)
    row = min(pen.px(ROW[1]), (area.h - pen.px(CAPTION)) // count)
    table = pygame.Rect(area.x, area.y + pen.px(CAPTION), area.w, row * count)
    halves = columns(table, 2, pen.px(36))
    for n, sector in enumerate(sectors):
        _sector(pen, target, rows(halves[n // count], count, 0)[n % count], sector, scenario)


def _sector(pen: Pen, target: pygame.Surface, box: pygame.Rect, sector: Sector, scenario: Scenario) -> None:
    """One sector: its name and a bar with a number for each side."""
    pen.icon(target, f"sector-{sector.id}", box.x + pen.px(15), box.centery, 24, theme.TEXT_2)
    x, name = box.x + pen.px(38), max(round(box.w * 0.34), pen.px(150))
    pen.text(target, sector.title, x, box.centery, "head", 16, theme.TEXT, "lm", width=name)
    x += name + pen.px(8)
    half = max(pen.cap("number", 15) * 0.62, min(box.h * 0.21, pen.px(11)))
    for side in (0, 1):
        level = scenario.position.capability["us" if side == 0 else "china"][sector.id]
        y = box.centery + half * (1 if side else -1)
        bar = pygame.Rect(x, 0, box.right - x - pen.px(30), max(5, pen.px(9)))
        bar.centery = round(y)
        pen.bar(target, bar, level / 10, side)
        pen.text(target, str(level), box.right - pen.px(8), y, "number", 15, theme.BRIGHT[side], "cm")
