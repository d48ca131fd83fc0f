"""A new match: scenario, who plays each side, names, seed."""

import secrets
from collections.abc import Callable
from functools import partial

import pygame

from game.content.pack import Pack, Scenario
from game.content.shelf import scenarios_at_hand
from game.match.match import Match

from .. import theme
from ..app import App, Scene
from ..icons import emblems
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..svg import ART
from ..widgets import Entry, Scroll, button, heading, panel
from .scenario import about_node, purpose
from .seat import HEIGHT, SeatPanel

ORDER = ("tech-war", "mirror-match", "magnet-gambit", "sprint", "first-moves")
EDGE, TOP, SEED_H = 48, 96, 82  # units: margin, where panels begin, the height of a panel
ROW = (84, 158)  # units: the least and the largest height of a scenario in the list


class SetupScene(Scene):
    is_full = True

    def __init__(self, app: App) -> None:
        super().__init__(app)
        known = {name: n for n, name in enumerate(ORDER)}
        found, self.left_out = scenarios_at_hand()
        self.choices = sorted(found, key=lambda one: (known.get(one[1].id, 99), one[1].title))
        self.scenarios = [scenario for _, scenario in self.choices]
        self.chosen = 0
        self.seats = (SeatPanel(app, 0, "us", "person"), SeatPanel(app, 1, "china", "clerk"))
        self.seed = Entry("seed", new_seed(), most=40)
        self.scroll = Scroll("scenarios")

    def entered(self) -> None:
        """A pack that can't be played is not passed over in silence."""
        for words in self.left_out[:1]:
            self.app.say(words, 10)

    @property
    def pack(self) -> Pack:
        return self.choices[self.chosen][0]

    @property
    def scenario(self) -> Scenario:
        return self.scenarios[self.chosen]

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        bottom, split = pen.high - 96, EDGE + pen.wide * 0.36
        left = pen.rect(EDGE, TOP, split - EDGE, bottom - TOP - SEED_H - 14)
        right = pen.rect(split + 20, TOP, pen.wide - EDGE - split - 20, bottom - TOP)
        sides = pygame.Rect(right.x, right.bottom - pen.px(HEIGHT), right.w, pen.px(HEIGHT))
        about = pygame.Rect(right.x, right.y, right.w, sides.y - right.y - pen.px(14))
        made = [
            heading(pen, "New match", "Choose a scenario, say who plays each side, and start"),
            panel(pen, "left", left, "map", "Scenario"),
            about_node(pen, about, self.pack, self.scenario),
            *self._list(left),
            *self._seed(pen.rect(EDGE, bottom - SEED_H, split - EDGE, SEED_H)),
        ]
        titles = [self.scenario.sides[side].title for side in ("us", "china")]
        for side, place in enumerate(columns(sides, 2, pen.px(14))):
            made += self.seats[side].nodes(place, titles[side], emblems(self.scenario)[side])
        return made + self._foot()

    def _list(self, area: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        inner = pygame.Rect(area.x + pen.px(14), area.y + pen.px(54), area.w - pen.px(28), 0)
        inner.h = area.bottom - pen.px(6) - inner.y
        row = max(pen.px(ROW[0]), min(pen.px(ROW[1]), inner.h // len(self.scenarios)))
        rows = self.scroll.fit(inner, row, len(self.scenarios))
        made = self.scroll.nodes(pen, inner, self.app.rebuild)
        for n, place in rows:
            place.h -= pen.px(8)
            made.append(_row(pen, place, self.scenarios[n], n == self.chosen, partial(self._choose, n)))
            if n and self.scenarios[n].id in {one.id for one in self.scenarios[:n]}:
                made[-1].name += f":{n}"  # two packs of a player's own may call theirs the same
        return made

    def _seed(self, rect: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        label = pygame.Rect(rect.x + pen.px(20), rect.y, pen.px(64), rect.h)
        again = pygame.Rect(0, rect.centery - pen.px(26), pen.px(160), pen.px(52))
        again.right = rect.right - pen.px(16)
        entry = pygame.Rect(label.right, again.y, again.x - pen.px(12) - label.right, again.h)
        return [
            panel(pen, "seed-panel", rect),
            _words(pen, "seed-label", label, "Seed"),
            self.seed.node(pen, entry, "Any word or number", self.app.stage.focus == "seed", "d"),
            button(pen, "button:seed", again, "Another", self._reseed, "again", group="e", tip=_seed_tip),
        ]

    def _foot(self) -> list[Node]:
        pen = self.app.pen
        back = pen.rect(EDGE, pen.high - 76, 220, 54)
        start = pen.rect(pen.wide - EDGE - 380, pen.high - 80, 380, 62)
        return [
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z"),
            button(
                pen, "button:start", start, "START", self.start, "play", "F5", gold=True, size=26, group="y"
            ),
        ]

    # --- what can be done ------------------------------------------------------------------------

    def _choose(self, n: int) -> None:
        self.chosen = n
        self.scroll.show(n)

    def _reseed(self) -> None:
        self.seed = Entry("seed", new_seed(), most=40)

    def start(self) -> None:
        from .play import PlayScene

        seats = (self.seats[0].seat, self.seats[1].seat)
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
    """A scenario in the list: its picture, its title, how long it takes, what for."""
    key = (is_chosen, scenario.id)
    paint, lit = (partial(_paint_row, pen, scenario, is_chosen, is_lit) for is_lit in (False, True))
    return Node(f"scenario:{scenario.id}", rect, paint, key=key, act=act, group="b", lit=lit)


def _paint_row(
    pen: Pen, scenario: Scenario, is_chosen: bool, is_lit: bool, target: pygame.Surface, box: pygame.Rect
) -> None:
    top = "#2A4775" if is_chosen else theme.mix(theme.PANEL_TOP, theme.TIP_EDGE, 0.2 * is_lit)
    edge = theme.CHOSEN if is_chosen else theme.TIP_EDGE if is_lit else theme.LINE
    bottom = theme.SELECTED if is_chosen else theme.PANEL_BOTTOM
    pen.box(target, box, top, bottom, edge, 10, 2 if is_chosen else 1.25)
    inset = pen.px(8)
    h = box.h - 2 * inset
    w = min(round(h * ART[0] / ART[1]), round(box.w * 0.34))
    target.blit(pen.art(scenario.art, w, h, radius=7, frame="all"), (box.x + inset, box.y + inset))
    x = box.x + inset + w + pen.px(18)
    room = box.right - x - pen.px(16)
    about = f"{scenario.rounds} rounds · {scenario.minutes[0]} to {scenario.minutes[1]} minutes"
    lines = [(scenario.title, "head", 23.0, theme.TEXT), (about, "medium", 14.0, theme.TEXT_2)]
    if scenario.for_ and box.h > pen.px(92):
        fitting = 2 if box.h > pen.px(124) else 1
        for words in (purpose(scenario), purpose(scenario).partition(",")[0]):  # the page about it says all
            wrapped = pen.wrap(words, "medium", 14, room)
            if len(wrapped) <= fitting:
                lines += [(line, "medium", 14.0, theme.GAIN) for line in wrapped]
                break
    gap = pen.px(28 if len(lines) < 4 else 25)
    y = box.centery - gap * (len(lines) - 1) / 2
    for text, face, size, tone in lines:
        pen.text(target, text, x, y, face, size, tone, "lm", width=room)
        y += gap
