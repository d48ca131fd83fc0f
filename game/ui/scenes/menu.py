"""The title screen."""

import pygame

from game.match.store import Saved, listing

from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..table.blocs import colours
from ..widgets import button
from ..worldmap import WorldMap


class MenuScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.latest: Saved | None = None
        self._land: tuple[tuple[int, int], pygame.Surface] | None = None

    def entered(self) -> None:
        """Look for a match to continue: the newest that can be opened and is not over."""
        saves = listing()
        self.latest = next((s for s in saves if s.record is not None and not s.record.result), None)

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        made = [self._backdrop(), self._title()]
        x, y = pen.px(150), pen.height // 2 - pen.px(40)
        rows = [
            ("new", "New match", self.new, "play", "N", self.latest is None),
            (
                "continue",
                "Continue",
                self.resume if self.latest else None,
                "undo",
                "C",
                self.latest is not None,
            ),
            ("load", "Saved matches", self.load, "save", "L", False),
            ("rules", "Rules in short", self.rules, "policy", "F1", False),
            ("settings", "Settings", self.settings, "settings", "S", False),
            ("quit", "Quit", self.quit, "cross", "Q", False),
        ]
        for n, (name, text, act, icon, hint, gold) in enumerate(rows):
            rect = pygame.Rect(x, y + n * pen.px(66), pen.px(380), pen.px(54))
            icon = "track" if icon == "play" else icon
            made.append(button(pen, f"button:{name}", rect, text, act, icon, hint, gold, size=21))
        return made

    def _backdrop(self) -> Node:
        pen = self.app.pen
        size = (pen.width, pen.height)
        if self._land is None or self._land[0] != size:
            world = WorldMap(pen, pen.px(1500), pen.px(860))
            self._land = (size, world.paint(colours([0, 1, 1, 1, 0, 0, 0, -1])))
        land = self._land[1]

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            picture = land.copy()
            picture.set_alpha(120)
            target.blit(
                picture, (box.right - land.get_width() + pen.px(40), (box.h - land.get_height()) // 2)
            )

        return Node("backdrop", pygame.Rect(0, 0, *size), paint, key=size, live=False)

    def _title(self) -> Node:
        pen = self.app.pen
        rect = pygame.Rect(pen.px(150), pen.px(170), pen.px(1200), pen.px(300))

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.icon(target, "emblem-us", box.x + pen.px(34), box.y + pen.px(36), 62, theme.TEXT)
            pen.icon(target, "emblem-china", box.x + pen.px(108), box.y + pen.px(36), 62, theme.TEXT)
            pen.text(target, "CHOKEPOINT", box.x, box.y + pen.px(90), "number", 112, theme.TEXT, "lt", 2)
            words = "Technological chess between the United States and China"
            pen.text(target, words, box.x + pen.px(4), box.y + pen.px(208), "medium", 24, theme.TEXT_2, "lt")

        return Node("title", rect, paint, live=False)

    # --- what the buttons do ---------------------------------------------------------------------

    def new(self) -> None:
        from .setup import SetupScene

        self.app.push(SetupScene(self.app))

    def resume(self) -> None:
        from .saves import open_match

        if self.latest is not None:
            open_match(self.app, self.latest.path)

    def load(self) -> None:
        from .saves import SavesScene

        self.app.push(SavesScene(self.app))

    def rules(self) -> None:
        from .rules import RulesScene

        self.app.push(RulesScene(self.app))

    def settings(self) -> None:
        from .settings import SettingsScene

        self.app.push(SettingsScene(self.app))

    def quit(self) -> None:
        self.app.running = False

    def key(self, event: pygame.event.Event) -> bool:
        keys = {
            pygame.K_n: self.new,
            pygame.K_c: self.resume,
            pygame.K_l: self.load,
            pygame.K_F1: self.rules,
            pygame.K_s: self.settings,
            pygame.K_q: self.quit,
        }
        if event.key not in keys:
            return False
        keys[event.key]()
        return True
