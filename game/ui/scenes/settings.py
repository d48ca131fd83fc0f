"""Settings that last."""

from collections.abc import Callable

import pygame

from .. import theme
from ..app import App, Scene
from ..settings import save_settings
from ..stage import Node
from ..widgets import button, label, panel


class SettingsScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)

    def nodes(self) -> list[Node]:
        pen, settings = self.app.pen, self.app.settings
        area = pygame.Rect(pen.px(320), pen.px(110), pen.width - pen.px(640), pen.px(520))
        made = [
            label(
                pen,
                "heading",
                pygame.Rect(area.x, pen.px(40), area.w, pen.px(60)),
                "Settings",
                40,
                theme.TEXT,
                "number",
            ),
            panel(pen, "panel", area, "settings", "Kept on this computer"),
        ]
        rows: list[tuple[str, list[tuple[str, bool, Callable[[], None]]]]] = [
            (
                "Size of everything",
                [
                    (s if s == "auto" else f"{s} %", settings.scale == s, self._setter("scale", s))
                    for s in ("auto", "100", "112", "125")
                ],
            ),
            (
                "Window",
                [
                    ("Window", not settings.full_screen, self._screen(False)),
                    ("Full screen (F11)", settings.full_screen, self._screen(True)),
                ],
            ),
            (
                "The rival's move is shown",
                [
                    (w, settings.speed == n, self._setter("speed", n))
                    for n, w in enumerate(("until a key", "long", "short", "not"))
                ],
            ),
            (
                "Motion",
                [
                    ("Full", not settings.reduced_motion, self._setter("reduced_motion", False)),
                    ("Reduced", settings.reduced_motion, self._setter("reduced_motion", True)),
                ],
            ),
        ]
        for n, (title, choices) in enumerate(rows):
            y = area.y + pen.px(64) + n * pen.px(110)
            made.append(
                label(
                    pen,
                    f"row:{n}",
                    pygame.Rect(area.x + pen.px(30), y, pen.px(500), pen.px(30)),
                    title,
                    17,
                    theme.TEXT,
                    "medium",
                )
            )
            width = (area.w - pen.px(60)) // len(choices)
            for k, (text, chosen, act) in enumerate(choices):
                rect = pygame.Rect(
                    area.x + pen.px(30) + k * width, y + pen.px(34), width - pen.px(10), pen.px(50)
                )
                made.append(button(pen, f"set:{n}:{k}", rect, text, act, chosen=chosen, group=f"s{n}"))
        back = pygame.Rect(area.x, area.bottom + pen.px(24), pen.px(240), pen.px(56))
        made.append(button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc"))
        return made

    def _setter(self, field: str, value: object) -> Callable[[], None]:
        def act() -> None:
            setattr(self.app.settings, field, value)
            problem = save_settings(self.app.settings)
            if problem:
                self.app.say(problem)
            if field == "scale":
                self.app.resize()

        return act

    def _screen(self, full: bool) -> Callable[[], None]:
        def act() -> None:
            if self.app.settings.full_screen != full:
                self.app.toggle_full_screen()

        return act

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        return False
