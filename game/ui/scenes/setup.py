"""A new match: scenario, who plays each side, names, seed."""

import secrets

import pygame

from game.content.compile import load_base
from game.content.pack import Scenario
from game.match.match import Match
from game.match.seats import LEVELS, Level, Seat

from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..widgets import Entry, button, label, panel

LEVEL_TITLES = {"person": "Person", "random": "Computer: random", "greedy": "Computer: greedy"}
ORDER = ("tech-war", "magnet-gambit", "sprint", "mirror-match", "first-moves")


class SetupScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.pack = load_base()
        known = {name: n for n, name in enumerate(ORDER)}
        self.scenarios = sorted(self.pack.scenarios, key=lambda s: (-s.rounds, known.get(s.id, 99), s.id))
        self.chosen = 0
        self.levels: list[Level] = ["person", "greedy"]
        self.fields = [
            Entry("name:us", ""),
            Entry("name:china", ""),
            Entry("seed", secrets.token_hex(3), 40),
        ]

    @property
    def scenario(self) -> Scenario:
        return self.scenarios[self.chosen]

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        left = pygame.Rect(pen.px(60), pen.px(110), pen.px(760), pen.height - pen.px(220))
        right = pygame.Rect(left.right + pen.px(30), left.y, pen.width - left.right - pen.px(90), left.h)
        made = [
            label(
                pen,
                "heading",
                pygame.Rect(pen.px(60), pen.px(40), pen.px(900), pen.px(60)),
                "New match",
                40,
                theme.TEXT,
                "number",
            ),
            panel(pen, "left", left, "track", "Scenario"),
            panel(pen, "right", right, "person", "Players"),
        ]
        height = (left.h - pen.px(64)) // max(5, len(self.scenarios))
        for n, scenario in enumerate(self.scenarios):
            y = left.y + pen.px(54) + n * height
            made.append(
                self._scenario(
                    n, scenario, pygame.Rect(left.x + pen.px(14), y, left.w - pen.px(28), height - pen.px(8))
                )
            )
        made += self._players(right)
        y = pen.height - pen.px(86)
        back = pygame.Rect(pen.px(60), y, pen.px(240), pen.px(56))
        start = pygame.Rect(right.right - pen.px(380), y, pen.px(380), pen.px(56))
        made.append(button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc"))
        made.append(
            button(pen, "button:start", start, "Start", self.start, "track", "F5", gold=True, size=24)
        )
        return made

    def _scenario(self, n: int, scenario: Scenario, rect: pygame.Rect) -> Node:
        pen = self.app.pen
        chosen = n == self.chosen
        off = [name for name, on in scenario.switches if not on and name != "open_hands"]
        if scenario.switches.open_hands:
            off.append("hidden hands")
        facts = f"{scenario.rounds} rounds · {scenario.minutes[0]} to {scenario.minutes[1]} minutes"
        if off:
            facts += " · without " + ", ".join(off)
        if scenario.rupture == "shared_loss":
            facts += " · in a Rupture both lose"

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            top = theme.SELECTED if chosen else theme.PANEL_TOP
            pen.box(
                target,
                box,
                top,
                theme.PANEL_BOTTOM,
                theme.GOLD if chosen else theme.LINE,
                10,
                2 if chosen else 1.25,
            )
            x, width = box.x + pen.px(18), box.w - pen.px(36)
            pen.text(target, scenario.title, x, box.y + pen.px(24), "head", 24, theme.TEXT, "lm", width=width)
            y = pen.paragraph(target, facts, x, box.y + pen.px(44), width, 13.5, theme.GOLD, "medium", 2)
            room = max(1, int((box.bottom - pen.px(6) - y - pen.px(4)) // pen.line(14.5)))
            pen.paragraph(target, scenario.summary, x, y + pen.px(4), width, 14.5, most=room)

        def choose() -> None:
            self.chosen = n

        return Node(f"scenario:{scenario.id}", rect, paint, key=chosen, act=choose, group="a")

    def _players(self, right: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        made: list[Node] = []
        sides = (self.scenario.sides["us"], self.scenario.sides["china"])
        inner = right.w - pen.px(48)
        x = right.x + pen.px(24)
        for side in (0, 1):
            y = right.y + pen.px(64) + side * pen.px(230)
            made.append(self._side_title(side, sides[side].title, pygame.Rect(x, y, inner, pen.px(44))))
            width = inner // len(LEVELS)
            for k, level in enumerate(LEVELS):
                rect = pygame.Rect(x + k * width, y + pen.px(54), width - pen.px(10), pen.px(52))
                act = self._chooser(side, level)
                chosen = self.levels[side] == level
                made.append(
                    button(
                        pen,
                        f"level:{side}:{level}",
                        rect,
                        LEVEL_TITLES[level],
                        act,
                        chosen=chosen,
                        group=f"b{side}",
                    )
                )
            rect = pygame.Rect(x, y + pen.px(120), inner, pen.px(48))
            made.append(self._field(side, rect, "Name (may stay empty)", f"b{side}z"))
        y = right.y + pen.px(64) + 2 * pen.px(230)
        made.append(
            label(
                pen,
                "seed-label",
                pygame.Rect(x, y, inner, pen.px(30)),
                "Seed: the same seed deals the same cards and luck",
                15,
            )
        )
        made.append(self._field(2, pygame.Rect(x, y + pen.px(34), inner, pen.px(48)), "Seed", "c"))
        return made

    def _side_title(self, side: int, title: str, rect: pygame.Rect) -> Node:
        pen = self.app.pen

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.marker(target, side, box.x + pen.px(14), box.centery, 26)
            pen.text(target, title, box.x + pen.px(38), box.centery, "number", 26, theme.TEXT, "lm")

        return Node(f"side-title:{side}", rect, paint, key=title, live=False)

    def _chooser(self, side: int, level: Level):  # type: ignore[no-untyped-def]
        def choose() -> None:
            self.levels[side] = level

        return choose

    def _field(self, n: int, rect: pygame.Rect, title: str, group: str) -> Node:
        field = self.fields[n]
        return field.node(self.app.pen, rect, title, self.app.stage.focus == field.name, group)

    def start(self) -> None:
        from .play import PlayScene

        seats = (
            Seat(level=self.levels[0], name=self.fields[0].text.strip()),
            Seat(level=self.levels[1], name=self.fields[1].text.strip()),
        )
        seed = self.fields[2].text.strip() or secrets.token_hex(3)
        self.app.replace(PlayScene(self.app, Match(self.pack, self.scenario.id, seats, seed)))

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        if event.key == pygame.K_F5:
            self.start()
            return True
        return False
