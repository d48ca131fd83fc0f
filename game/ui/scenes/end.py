"""The end: who won and why, the sum that decided it, and how both sides stood."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

import pygame

from game.classroom.rounds import moments
from game.engine import terms as T
from game.engine.rules import outcome
from game.engine.supply import resilience
from game.match.match import Match
from game.match.verdict import Verdict, verdict
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..icons import emblems, sector_icon
from ..keys import RESULT, name_of
from ..layout import by_need
from ..nodes import Node
from ..pen import Pen
from ..svg import ART
from ..widgets import button, button_width
from .pairs import Pair, paint_pairs, paint_sides
from .reckoning import Reckoning, decided, reckon
from .setup import new_seed
from .waterfall import paint_sum

EDGE, GAP, FOOT = 48, 16, 92  # units


class Played(Protocol):
    match: Match
    words: Words
    viewer: int

    def name(self, side: int) -> str: ...

    def open_log(self, action: int = 0) -> None: ...

    def open_charts(self) -> None: ...


ICONS = {
    "menu": "menu",
    "table": "map",
    "log": "log",
    "charts": "chart",
    "debrief": "class",
    "replay": "history",
    "rematch": "swap",
}


class EndScene(Scene):
    gold = "rematch"  # the button that goes on

    def __init__(self, app: App, play: Played) -> None:
        super().__init__(app)
        self.play = play
        self.verdict = verdict(play.match, play.words)
        self.reckoning = reckon(play.match, play.words, play.viewer)
        self.pairs = pairs(play.match, play.words, play.viewer)

    @property
    def top(self) -> float:
        """Units above the panels: the banner's height and the gap below it."""
        return max(236.0, min(self.app.pen.high * 0.35, 380.0))

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        top = self.top
        area = pen.rect(EDGE, top, pen.wide - 2 * EDGE, pen.high - top - FOOT)
        split = round(area.w * 0.63)
        left = pygame.Rect(area.x, area.y, split, area.h)
        right = pygame.Rect(left.right + pen.px(GAP), area.y, area.right - left.right - pen.px(GAP), area.h)
        return [
            self._banner(pen.rect(0, 0, pen.wide, top - GAP)),
            self._sum(left),
            self._sides(right),
            *self._buttons(pen.rect(EDGE, pen.high - FOOT + 18, pen.wide - 2 * EDGE, 56)),
        ]

    # --- what is on the screen -------------------------------------------------------------------

    def _banner(self, rect: pygame.Rect) -> Node:
        found, match = self.verdict, self.play.match
        names = [self.play.name(side).replace(" · ", ", ") for side in (T.US, T.CHINA)]
        who = [f"{self.play.words.sides[side]}: {names[side]}" for side in (T.US, T.CHINA)]
        facts = [match.scenario.title, self._rounds(), *who]
        emblem = emblems(match.scenario)[found.winner] if found.winner in (T.US, T.CHINA) else ""
        is_shared = all(seat.is_person for seat in match.seats)  # two at one screen: "you" would be either
        viewer = T.PUBLIC if is_shared else self.play.viewer
        most = decided(self.reckoning, self.play.words, found.winner, viewer)
        told = replace(found, why=f"{found.why} {most}".strip())
        paint = partial(_paint_banner, self.app.pen, told, emblem, " · ".join(facts))
        return Node("verdict", rect, paint, key=(told, *facts), live=False)

    def _rounds(self) -> str:
        """How far it went."""
        match = self.play.match
        return f"round {match.state.shared[T.ROUND]} of {match.scenario.rounds}"

    def _sum(self, rect: pygame.Rect) -> Node:
        paint = partial(_paint_panel, self.app.pen, self.reckoning, self.play.words)
        return Node("sum", rect, paint, key=self.reckoning, pad=self.app.pen.px(24), live=False)

    def _sides(self, rect: pygame.Rect) -> Node:
        pen, titles = self.app.pen, self.play.words.sides

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.panel(target, box)
            pen.heading(target, box, "industry", "Outputs and Resilience")
            inner = box.inflate(-2 * pen.px(20), 0)
            paint_sides(pen, target, inner.right, box.y + pen.px(64), titles)
            place = pygame.Rect(inner.x, box.y + pen.px(80), inner.w, box.h - pen.px(90))
            paint_pairs(pen, target, place, self.pairs, 1, 18)

        return Node("sides", rect, paint, key=tuple(self.pairs), pad=pen.px(24), live=False)

    def _shown(self) -> list[tuple[str, str, str, str]]:
        """The buttons: name, words, icon and key."""
        return [(key.name, key.title, ICONS[key.name], key.cap) for key in RESULT]

    def _buttons(self, rect: pygame.Rect) -> list[Node]:
        pen, acts, shown = self.app.pen, self._acts(), self._shown()
        places = by_need(rect, [button_width(pen, words, icon, cap) for _, words, icon, cap in shown], pen.px(GAP))
        return [
            button(pen, f"end:{name}", place, words, acts[name], icon, cap, name == self.gold)
            for place, (name, words, icon, cap) in zip(places, shown, strict=True)
        ]

    def _acts(self) -> dict[str, Callable[[], None]]:
        """What the buttons and keys do, by name."""
        return {
            "menu": self.menu,
            "table": self.app.pop,
            "log": self.play.open_log,
            "charts": self.play.open_charts,
            "debrief": self.debrief,
            "replay": self.replay,
            "rematch": self.rematch,
        }

    # --- what can be done ------------------------------------------------------------------------

    def menu(self) -> None:
        self.app.pop_to_first()

    def debrief(self) -> None:
        from .debrief import DebriefScene

        self.app.turn_to(DebriefScene(self.app, self.play))

    def replay(self) -> None:
        from .replay import ReplayScene

        self.app.turn_to(ReplayScene(self.app, self.play.match))

    def rematch(self) -> None:
        """The same scenario with another seed; whoever played one side now plays the other."""
        from .play import PlayScene

        match = self.play.match
        seats = (match.seats[T.CHINA], match.seats[T.US])
        self.app.pop()
        self.app.replace(PlayScene(self.app, Match(match.pack, match.scenario.id, seats, new_seed())))

    def key(self, event: pygame.event.Event) -> bool:
        act = self._acts().get(name_of(RESULT, event.key))
        if act is not None:
            act()
        return act is not None


def pairs(match: Match, words: Words, viewer: int) -> list[Pair]:
    """Both sides' outputs at the end, and their Resilience: less what the cause of a Rupture loses of it."""
    last = moments(match, viewer)[-1]
    found = [
        Pair(
            sector_icon(sector.id),
            sector.title,
            (last.outputs[n], last.outputs[T.SECTORS + n]),
        )
        for n, sector in enumerate(match.book.sectors)
        if n >= T.UPSTREAM
    ]
    held, about = [resilience(match.book.tables, match.state, side) for side in (T.US, T.CHINA)], ""
    result, handicap = outcome(match.book, match.state), match.book.tables.setting[T.HANDICAP]
    if result is not None and result.ending == T.RUPTURE and handicap:
        about = f"{words.shorts[result.culprit]} {held[result.culprit]} − {handicap}: Rupture"
        held[result.culprit] -= handicap
    return [*found, Pair("resilience", "Resilience", (held[0], held[1]), 6 * T.TOP, about)]


# --- pictures ------------------------------------------------------------------------------------


def _paint_banner(
    pen: Pen, found: Verdict, emblem: str, facts: str, target: pygame.Surface, box: pygame.Rect
) -> None:
    """The picture of the ending at the right, the verdict at the left."""
    wide = round(box.h * ART[0] / ART[1])
    picture = pen.art(found.art, wide, box.h, radius=0, frame="banner")
    target.blit(picture, (box.right - wide, box.y))
    x, middle = box.x + pen.px(EDGE), box.y + box.h * 0.47
    if emblem:
        pen.icon(target, emblem, x + pen.px(58), middle, 116, theme.TEXT)
        x += pen.px(140)
    room = box.right - wide - x  # nothing is written into the picture
    tone = theme.BRIGHT[found.winner] if found.winner in (T.US, T.CHINA) else theme.tension_colour(T.TOP)
    tone = theme.mix(tone, "#FFFFFF", 0.25)
    large, usual = (pen.wrap(found.why, "medium", size, room) for size in (24, 21))
    size, lines = (24, large) if len(large) == len(usual) else (21, usual)
    y = middle - pen.cap("number", 68) * 0.5 - pen.line(size) * len(lines) / 2 + pen.px(4)
    pen.text(target, found.title.upper(), x, y, "number", 68, tone, "lm", 1.2, room)
    y += pen.cap("number", 68) / 2 + pen.px(18)
    for line in lines:
        pen.text(target, line, x, y, "medium", size, theme.TEXT, "lt")
        y += pen.line(size)
    below = min(y + pen.px(14), box.bottom - pen.px(8) - pen.cap("medium", 17))
    pen.text(target, facts, x, below, "medium", 17, theme.TEXT_2, "lt", width=room)


def _paint_panel(pen: Pen, found: Reckoning, words: Words, target: pygame.Surface, box: pygame.Rect) -> None:
    pen.panel(target, box)
    pen.heading(target, box, found.icon, found.title, found.note)
    inner = pygame.Rect(box.x + pen.px(22), box.y + pen.px(46), box.w - pen.px(44), box.h - pen.px(52))
    paint_sum(pen, target, inner, found, words)
