"""A new match: scenario, who plays each side, names, seed."""

import secrets
from collections.abc import Callable
from functools import partial

import pygame

from game.content.compile import load_base
from game.content.pack import Scenario
from game.match.match import Match
from game.match.seats import LEVELS, Level, Seat

from .. import theme
from ..app import App, Scene
from ..layout import columns
from ..nodes import Node, Paint
from ..pen import Pen
from ..widgets import Entry, Scroll, button, heading, panel, segments
from .scenario import about_node

LEVEL_TITLES: dict[Level, str] = {
    "person": "Person",
    "random": "Computer: random",
    "greedy": "Computer: greedy",
}
LEVEL_TIPS: dict[Level, str] = {
    "person": "Somebody at this screen. Two persons take turns behind a curtain.",
    "random": "Picks any legal move: for trying things out.",
    "greedy": "Takes the move that looks best at once: a fair first opponent.",
}
ORDER = ("tech-war", "mirror-match", "magnet-gambit", "sprint", "first-moves")
EDGE, TOP, SIDE_H, SEED_H = 48, 96, 226, 82  # units: margin, where panels begin, heights of panels
SIDES = ("us", "china")


class SetupScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.pack = load_base()
        known = {name: n for n, name in enumerate(ORDER)}
        self.scenarios = sorted(self.pack.scenarios, key=lambda s: (known.get(s.id, 99), s.title))
        self.chosen = 0
        self.levels: list[Level] = ["person", "greedy"]
        self.names = [Entry(f"name:{side}", most=24) for side in SIDES]
        self.seed = Entry("seed", new_seed(), most=40)
        self.scroll = Scroll("scenarios")

    @property
    def scenario(self) -> Scenario:
        return self.scenarios[self.chosen]

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        bottom, split = pen.high - 96, EDGE + pen.wide * 0.36
        left = pen.rect(EDGE, TOP, split - EDGE, bottom - TOP - SEED_H - 14)
        right = pen.rect(split + 20, TOP, pen.wide - EDGE - split - 20, bottom - TOP)
        sides = pygame.Rect(right.x, right.bottom - pen.px(SIDE_H), right.w, pen.px(SIDE_H))
        about = pygame.Rect(right.x, right.y, right.w, sides.y - right.y - pen.px(14))
        made = [
            heading(pen, "New match", "Choose a scenario, say who plays each side, and start"),
            panel(pen, "left", left, "map", "Scenario"),
            about_node(pen, about, self.pack, self.scenario),
            *self._list(left),
            *self._seed(pen.rect(EDGE, bottom - SEED_H, split - EDGE, SEED_H)),
        ]
        for side, place in enumerate(columns(sides, 2, pen.px(14))):
            made += self._side(side, place)
        return made + self._foot()

    def _list(self, area: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        inner = pygame.Rect(area.x + pen.px(14), area.y + pen.px(54), area.w - pen.px(28), 0)
        inner.h = area.bottom - pen.px(6) - inner.y
        row = max(pen.px(84), min(pen.px(150), inner.h // len(self.scenarios)))
        rows = self.scroll.fit(inner, row, len(self.scenarios))
        made = self.scroll.nodes(pen, inner, self.app.rebuild)
        for n, place in rows:
            place.h -= pen.px(8)
            made.append(_row(pen, place, self.scenarios[n], n == self.chosen, partial(self._choose, n)))
        return made

    def _side(self, side: int, rect: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        title = self.scenario.sides["us" if side == 0 else "china"].title
        x, w = rect.x + pen.px(20), rect.w - pen.px(40)
        levels = pygame.Rect(x, rect.y + pen.px(86), w, pen.px(54))
        name = pygame.Rect(x, levels.bottom + pen.px(14), w, pen.px(52))
        options = [(level, LEVEL_TITLES[level]) for level in LEVELS]
        tips = [LEVEL_TIPS[level] for level in LEVELS]
        seat = partial(self._seat, side)
        entry = self.names[side]
        return [
            _side_panel(pen, f"side:{side}", rect, side, title, self._emblem(side)),
            *segments(
                pen, f"level:{side}", levels, options, self.levels[side], seat, group=f"c{side}a", tips=tips
            ),
            entry.node(pen, name, "Name (may stay empty)", self._has_focus(entry.name), f"c{side}b"),
        ]

    def _emblem(self, side: int) -> str:
        pairs = (("emblem-aquila", "emblem-meridian"), ("emblem-us", "emblem-china"))
        return pairs[self.scenario.precedents][side]

    def _seed(self, rect: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        label = pygame.Rect(rect.x + pen.px(20), rect.y, pen.px(64), rect.h)
        again = pygame.Rect(0, rect.centery - pen.px(26), pen.px(160), pen.px(52))
        again.right = rect.right - pen.px(16)
        entry = pygame.Rect(label.right, again.y, again.x - pen.px(12) - label.right, again.h)
        return [
            panel(pen, "seed-panel", rect),
            _words(pen, "seed-label", label, "Seed"),
            self.seed.node(pen, entry, "Any word or number", self._has_focus("seed"), "d"),
            button(pen, "button:seed", again, "Another", self._reseed, "deck", group="e", tip=_seed_tip),
        ]

    def _foot(self) -> list[Node]:
        pen = self.app.pen
        back = pen.rect(EDGE, pen.high - 76, 220, 54)
        start = pen.rect(pen.wide - EDGE - 380, pen.high - 80, 380, 62)
        return [
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z"),
            button(
                pen, "button:start", start, "START", self.start, "track", "F5", gold=True, size=26, group="y"
            ),
        ]

    def _has_focus(self, name: str) -> bool:
        return self.app.stage.focus == name

    # --- what can be done ------------------------------------------------------------------------

    def _choose(self, n: int) -> None:
        self.chosen = n
        self.scroll.show(n)

    def _seat(self, side: int, level: Level) -> None:
        self.levels[side] = level

    def _reseed(self) -> None:
        self.seed = Entry("seed", new_seed(), most=40)

    def start(self) -> None:
        from .play import PlayScene

        seats = (
            Seat(level=self.levels[0], name=self.names[0].text.strip()),
            Seat(level=self.levels[1], name=self.names[1].text.strip()),
        )
        seed = self.seed.text.strip() or new_seed()
        self.app.replace(PlayScene(self.app, Match(self.pack, self.scenario.id, seats, seed)))

    def key(self, event: pygame.event.Event) -> bool:
        acts = {pygame.K_ESCAPE: self.app.pop, pygame.K_F5: self.start}
        if event.key in acts:
            acts[event.key]()
        return event.key in acts


def new_seed() -> str:
    return secrets.token_hex(3)


# --- pictures ------------------------------------------------------------------------------------


def _seed_tip() -> list[str]:
    return ["Seed", "The same seed deals the same cards and brings the same luck."]


def _words(pen: Pen, name: str, rect: pygame.Rect, text: str) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.text(target, text, box.x, box.centery, "medium", 17, theme.TEXT_2, "lm")

    return Node(name, rect, paint, key=text, live=False)


def _row(pen: Pen, rect: pygame.Rect, scenario: Scenario, is_chosen: bool, act: Callable[[], None]) -> Node:
    """A scenario in the list: its rounds in a tile, its title, how long it takes."""
    about = f"{scenario.rounds} rounds · {scenario.minutes[0]} to {scenario.minutes[1]} minutes"

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            top = "#2A4775" if is_chosen else theme.mix(theme.PANEL_TOP, theme.TIP_EDGE, 0.2 * is_lit)
            edge = theme.GOLD if is_chosen else theme.TIP_EDGE if is_lit else theme.LINE
            bottom = theme.SELECTED if is_chosen else theme.PANEL_BOTTOM
            pen.box(target, box, top, bottom, edge, 10, 2 if is_chosen else 1.25)
            tile = pygame.Rect(box.x + pen.px(16), 0, pen.px(52), pen.px(52))
            tile.centery = box.centery
            pen.box(target, tile, theme.TROUGH, theme.TROUGH, theme.LINE_STRONG, 10)
            tone = theme.GOLD if is_chosen else theme.TEXT
            pen.text(target, str(scenario.rounds), tile.centerx, tile.centery, "number", 28, tone, "cm")
            x, room = tile.right + pen.px(16), box.right - tile.right - pen.px(32)
            y, gap = box.centery - pen.px(13), pen.px(30)
            pen.text(target, scenario.title, x, y, "head", 23, theme.TEXT, "lm", width=room)
            pen.text(target, about, x, y + gap, "medium", 14, theme.TEXT_2, "lm", width=room)

        return paint

    key = (is_chosen, scenario.id)
    name = f"scenario:{scenario.id}"
    return Node(name, rect, painter(False), key=key, act=act, group="b", lit=painter(True))


def _side_panel(pen: Pen, name: str, rect: pygame.Rect, side: int, title: str, emblem: str) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, theme.RADIUS, 7, 0.55, "#000000", pen.px(5))
        top = theme.mix(theme.PANEL_TOP, theme.DEEP[side], 0.6)
        pen.box(target, box, top, theme.PANEL_BOTTOM, theme.MID[side], theme.RADIUS, 1.5, theme.LINE)
        y = box.y + pen.px(44)
        pen.icon(target, emblem, box.x + pen.px(48), y, 56, theme.TEXT)
        x = box.x + pen.px(90)
        pen.text(target, title, x, y, "number", 30, theme.TEXT, "lm", 0.4, box.right - x - pen.px(16))

    return Node(name, rect, paint, key=(title, emblem), pad=pen.px(24), live=False)
