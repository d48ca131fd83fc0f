"""The pages of the balance check: bars with their ranges, goals, the policy rates of cards."""

from collections.abc import Sequence
from typing import Any

import pygame

from game.engine import terms as T
from game.lab.report import goal, value

from .. import theme
from ..desk.grid import Grid
from ..nodes import Node
from ..pen import Pen

Figures = dict[str, Any]  # of one scenario, as the lab's report has them
US_SHARE = "US share of the games won"
VERDICTS = {"met": "{gain:met}", "missed": "{loss:missed}", "open": "too few games to tell"}
BAND = (20, 80)  # percent between which the policy rate of a card should lie


def preview(sides: Sequence[str]) -> Figures:
    """What will be counted, before there is anything."""
    nothing = {"percent": 0.0, "low": 0.0, "high": 0.0, "of": 0}
    names = ("us_wins", "china_wins", "no_winner", "starter_wins", "leader_at_half_wins")
    endings = {name: nothing for name in ENDINGS if name != "shared loss"}
    return {"games": 0, "sides": sides, "endings": endings, **dict.fromkeys(names, nothing)}


def results(pen: Pen, area: pygame.Rect, figures: Figures, is_running: bool) -> Node:
    """Who wins, and how games end; below it what can be said of the balance."""
    us, china = figures["sides"]
    lines: list[tuple[str, dict[str, float], int]] = [
        (f"{us} wins", figures["us_wins"], T.US),
        (f"{china} wins", figures["china_wins"], T.CHINA),
        ("Nobody wins", figures["no_winner"], T.NOBODY),
        ("Whoever moves first wins", figures["starter_wins"], T.NOBODY),
        ("The leader at half-time wins", figures["leader_at_half_wins"], T.NOBODY),
    ]
    lines += [(f"Ends by {ENDINGS[name]}", share, T.NOBODY) for name, share in figures["endings"].items()]
    said = judged = ""
    if figures["games"]:
        said = f"A game has {figures['moves']:.0f} moves, and the lead changes {figures['leader_changes']} times."
        judged = "" if is_running else verdict(figures)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        below, top = pen.tx(30) * (bool(said) + bool(judged)), pen.tx(22)
        high = min(pen.tx(62), (box.h - below - top) // len(lines))
        _paint_scale(pen, target, _bar_place(pen, pygame.Rect(box.x, box.y, box.w, top)))
        for n, (words, share, side) in enumerate(lines):
            place = pygame.Rect(box.x, box.y + top + n * high, box.w, high)
            _paint_share(pen, target, place, words, share, side)
        y = box.bottom - pen.tx(16)
        if judged:
            pen.text(target, judged, box.x, y, "head", 20, theme.TEXT, "lm", width=box.w)
            y -= pen.tx(30)
        if said:
            pen.text(target, said, box.x, y, "medium", 17, theme.TEXT_2, "lm", width=box.w)

    return Node("figures", area, paint, key=(figures["games"], judged, said), live=False)


ENDINGS = {
    "automatic": "the track, at once",
    "rupture": "a Rupture",
    "shared loss": "a Rupture in which both lose",
    "scored": "final scoring",
}


def verdict(figures: Figures) -> str:
    """What the figures say of the balance, and no more than they say."""
    titles = figures["sides"]
    for share, title in zip((figures["us_wins"], figures["china_wins"]), titles, strict=True):
        if share["low"] > 50:
            return f"Favoured: {title}. It wins more than half of such games."
    low, high = (figures["us_wins"][end] for end in ("low", "high"))
    return f"No favourite is shown. {titles[0]} wins between {low:.0f} and {high:.0f} % of such games."


def goals(figures: Figures) -> Grid:
    """What a balanced scenario looks like, and how near this one comes to it."""
    rows = []
    for target in figures["targets"]:
        name = str(target["name"]) + (", without draws" if target["name"] == US_SHARE else "")
        rows.append((name[:1].upper() + name[1:], value(target), goal(target), VERDICTS[target["verdict"]]))
    return Grid(("What", "Measured, with its range", "Goal", "Verdict"), (38, 25, 16, 21), tuple(rows))


def cards(figures: Figures) -> Grid:
    """How often each card was played as a policy when it was drawn; those outside the band come first."""
    shorts = dict(zip(("us", "china"), figures["sides"], strict=True))
    found = [(name.partition(" ")[0], card) for name, card in figures["cards"].items()]
    found.sort(key=lambda one: (not _is_outside(one[1]["played"]), one[1]["played"]["percent"], one[1]["title"]))
    rows = []
    for side, card in found:
        played, won = card["played"], card["won"]
        remark = "{loss:outside}" if _is_outside(played) else ""
        rows.append((shorts[side], card["title"], _told(played), _told(won), remark))
    heads = ("Side", "Card", "Played as a policy when drawn", "Its side then won", "Goal: 20 to 80 %")
    return Grid(heads, (15, 29, 22, 20, 14), tuple(rows))


def _is_outside(share: dict[str, float]) -> bool:
    return bool(share["of"]) and not BAND[0] <= share["percent"] <= BAND[1]


def _told(share: dict[str, float]) -> str:
    if not share["of"]:
        return "–"
    games = "1 game" if share["of"] == 1 else f"{share['of']} games"
    return f"{share['percent']:.0f} % ({share['low']:.0f} to {share['high']:.0f}), {games}"


def _bar_place(pen: Pen, place: pygame.Rect) -> pygame.Rect:
    """Between the words of a line and its number."""
    left, number = round(place.w * 0.3), round(place.w * 0.17)
    bar = pygame.Rect(place.x + left, 0, place.w - left - number, min(pen.px(24), place.h * 2 // 3))
    bar.centery = place.centery
    return bar


def _paint_scale(pen: Pen, target: pygame.Surface, bar: pygame.Rect) -> None:
    """What the ends and the middle of the bars below mean."""
    for percent, anchor in ((0, "lm"), (50, "cm"), (100, "rm")):
        x = bar.x + bar.w * percent // 100
        pen.text(target, f"{percent} %", x, bar.centery, "medium", 13, theme.TEXT_3, anchor)


def _paint_share(
    pen: Pen, target: pygame.Surface, place: pygame.Rect, words: str, share: dict[str, float], side: int
) -> None:
    """A bar from 0 to 100 %, with the range over it."""
    percent, low, high = share["percent"], share["low"], share["high"]
    bar = _bar_place(pen, place)
    room = bar.x - place.x - pen.px(14)
    pen.text(target, words, place.x, place.centery, "medium", 17, theme.TEXT, "lm", width=room)
    if side < T.NOBODY:
        pen.bar(target, bar, percent / 100, side)
    else:
        pen.box(target, bar, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
        done = pygame.Rect(bar.x, bar.y, round(bar.w * percent / 100), bar.h)
        if done.w > bar.h // 2:
            pen.box(target, done, theme.TIP_EDGE, theme.TIP_EDGE, theme.TIP_EDGE, 6)
    middle, reach = bar.x + bar.w // 2, pen.px(4)
    target.fill(pygame.Color(theme.LINE_STRONG), (middle, bar.y - reach, max(1, pen.px(1)), bar.h + 2 * reach))
    if not share["of"]:
        return
    said, x = f"{percent:.0f} %  ({low:.0f} to {high:.0f})", bar.right + pen.px(20)
    pen.text(target, said, x, place.centery, "number", 18, theme.TEXT, "lm", width=place.right - x)
    a, b = (bar.x + round(bar.w * x / 100) for x in (low, high))
    thin, high, rim = max(2, pen.px(3)), pen.px(12), max(1, pen.px(1.5))
    marks = [pygame.Rect(a, bar.centery - thin // 2, max(thin, b - a), thin)]
    marks += [pygame.Rect(x - thin // 2, bar.centery - high // 2, thin, high) for x in (a, b)]
    for mark in marks:  # a dark rim: the line lies on bars as light as it is
        target.fill(pygame.Color(theme.DEEPEST), mark.inflate(2 * rim, 2 * rim))
    for mark in marks:
        target.fill(pygame.Color(theme.TEXT), mark)
