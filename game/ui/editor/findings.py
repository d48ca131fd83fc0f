"""The pages of the balance check: bars with their ranges, goals, the policy rates of cards."""

from typing import Any

import pygame

from game.engine import terms as T
from game.lab.report import goal, value

from .. import theme
from ..desk.grid import Grid
from ..nodes import Node
from ..pen import Pen

Figures = dict[str, Any]  # of one scenario, as the lab's report has them
BAND = (20, 80)  # percent between which the policy rate of a card should lie


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
    said = f"{figures['leader_changes']} changes of the leader a game, {figures['moves']:.0f} moves."
    judged = "" if is_running else verdict(figures)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        below = pen.tx(30) * (2 if judged else 1)
        high = min(pen.tx(48), (box.h - below) // len(lines))
        for n, (words, share, side) in enumerate(lines):
            _paint_share(pen, target, pygame.Rect(box.x, box.y + n * high, box.w, high), words, share, side)
        y = box.bottom - pen.tx(16)
        if judged:
            pen.text(target, judged, box.x, y, "head", 20, theme.TEXT, "lm", width=box.w)
            y -= pen.tx(30)
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
            return f"{title} is favoured: it wins more than half of such games."
    low, high = (figures["us_wins"][end] for end in ("low", "high"))
    return f"No favourite is shown: {titles[0]} wins between {low:.0f} and {high:.0f} % of such games."


def goals(figures: Figures) -> Grid:
    """What a balanced scenario looks like, and how near this one comes to it."""
    rows = []
    for target in figures["targets"]:
        name = str(target["name"])
        rows.append((name[:1].upper() + name[1:], value(target), goal(target), str(target["verdict"])))
    return Grid(("What", "Measured, with its range", "Goal", "Verdict"), (40, 28, 18, 14), tuple(rows))


def cards(figures: Figures) -> Grid:
    """How often each card was played as a policy when it was drawn; those outside the band come first."""
    shorts = dict(zip(("us", "china"), figures["sides"], strict=True))
    found = [(name.partition(" ")[0], card) for name, card in figures["cards"].items()]
    found.sort(key=lambda one: (not _is_outside(one[1]["played"]), one[1]["played"]["percent"], one[1]["title"]))
    rows = []
    for side, card in found:
        played, won = card["played"], card["won"]
        remark = "outside 20 to 80 %" if _is_outside(played) else ""
        rows.append((shorts[side], card["title"], _told(played), _told(won), remark))
    heads = ("Side", "Card", "Played as a policy, of games that drew it", "Its side then won", "")
    return Grid(heads, (15, 30, 24, 16, 15), tuple(rows))


def _is_outside(share: dict[str, float]) -> bool:
    return bool(share["of"]) and not BAND[0] <= share["percent"] <= BAND[1]


def _told(share: dict[str, float]) -> str:
    if not share["of"]:
        return "–"
    return f"{share['percent']:.0f} % ({share['low']:.0f} to {share['high']:.0f}) of {share['of']}"


def _paint_share(
    pen: Pen, target: pygame.Surface, place: pygame.Rect, words: str, share: dict[str, float], side: int
) -> None:
    """A bar from 0 to 100 %, with the range over it."""
    percent, low, high = share["percent"], share["low"], share["high"]
    left, number = round(place.w * 0.3), round(place.w * 0.2)
    pen.text(target, words, place.x, place.centery, "medium", 17, theme.TEXT, "lm", width=left - pen.px(14))
    bar = pygame.Rect(place.x + left, 0, place.w - left - number - pen.px(20), min(pen.px(24), place.h * 2 // 3))
    bar.centery = place.centery
    if side < T.NOBODY:
        pen.bar(target, bar, percent / 100, side)
    else:
        pen.box(target, bar, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 6)
        done = pygame.Rect(bar.x, bar.y, round(bar.w * percent / 100), bar.h)
        if done.w > bar.h // 2:
            pen.box(target, done, theme.TIP_EDGE, theme.TIP_EDGE, theme.TIP_EDGE, 6)
    middle, reach = bar.x + bar.w // 2, pen.px(4)
    target.fill(pygame.Color(theme.LINE_STRONG), (middle, bar.y - reach, max(1, pen.px(1)), bar.h + 2 * reach))
    said = f"{percent:.0f} %  ({low:.0f} to {high:.0f})" if share["of"] else "none yet"
    pen.text(target, said, place.right, place.centery, "number", 18, theme.TEXT, "rm", width=number)
    if not share["of"]:
        return
    a, b = (bar.x + round(bar.w * x / 100) for x in (low, high))
    thin = max(2, pen.px(3))
    target.fill(pygame.Color(theme.TEXT), (a, bar.centery - thin // 2, max(thin, b - a), thin))
    for x in (a, b):
        target.fill(pygame.Color(theme.TEXT), (x - thin // 2, bar.centery - pen.px(6), thin, pen.px(12)))
