"""Settings that last."""

import pygame

from .. import theme
from ..app import App, Scene
from ..nodes import Node
from ..pen import Pen
from ..settings import Scale, save_settings
from ..widgets import button, heading, paragraph, segments, slider, toggle

SIZES: tuple[tuple[Scale, str], ...] = (
    ("auto", "Automatic"),
    ("100", "100 %"),
    ("112", "112 %"),
    ("125", "125 %"),
)
SPEEDS = ("Until a key", "Long", "Short", "Not at all")
TEXTS = (
    ("Size of everything", "Automatic suits the window. Larger sizes let the cards overlap."),
    ("Window", "Full screen hides everything else; F11 changes it anywhere."),
    ("The rival's move is shown", "How long a computer's move stays on the map before the game goes on."),
    ("Motion", "Reduced motion: nothing flies, fades or pulses; everything is there at once."),
    ("Slow screens", "No graphics card: for old machines and remote desktops. From the next start."),
)
WIDTH, ROW = 1080, 118  # units


class SettingsScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        margin = (pen.wide - WIDTH) / 2
        area = pen.rect(margin, 108, WIDTH, 54 + len(TEXTS) * ROW + 8)
        made = [
            heading(pen, "Settings", "Kept on this computer at once", margin),
            _panel(pen, area),
        ]
        places = []
        for n, (title, words) in enumerate(TEXTS):
            y = area.y + pen.px(54) + n * pen.px(ROW)
            made += self._words(n, area.x + pen.px(28), y, pen.px(440), title, words)
            places.append(pygame.Rect(area.x + pen.px(500), y + pen.px(26), area.w - pen.px(528), pen.px(64)))
        back = pen.rect(margin, pen.high - 76, 220, 54)
        made.append(button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z"))
        return made + self._choices(places)

    def _choices(self, places: list[pygame.Rect]) -> list[Node]:
        pen, settings = self.app.pen, self.app.settings
        return [
            *segments(pen, "size", places[0], SIZES, settings.scale, self._size, "a"),
            toggle(pen, "full", places[1], "Full screen", settings.full_screen, self._full, "b"),
            slider(pen, "speed", places[2], SPEEDS, settings.speed, self._speed, "c"),
            toggle(pen, "motion", places[3], "Reduced motion", settings.reduced_motion, self._motion, "d"),
            toggle(pen, "slow", places[4], "No graphics card", settings.slow_flip, self._slow, "e"),
        ]

    def _words(self, n: int, x: int, y: int, width: int, title: str, words: str) -> list[Node]:
        pen = self.app.pen
        return [
            paragraph(pen, f"title:{n}", x, y + pen.px(18), width, title, 18, theme.TEXT, "bold"),
            paragraph(pen, f"words:{n}", x, y + pen.px(48), width, words, 14, theme.TEXT_2),
        ]

    # --- what can be done ------------------------------------------------------------------------

    def _keep(self) -> None:
        problem = save_settings(self.app.settings)
        if problem:
            self.app.say(problem, 8)

    def _size(self, scale: Scale) -> None:
        self.app.settings.scale = scale
        self._keep()
        self.app.resize()

    def _full(self) -> None:
        self.app.toggle_full_screen()

    def _speed(self, speed: int) -> None:
        self.app.settings.speed = speed
        self._keep()

    def _motion(self) -> None:
        self.app.settings.reduced_motion = not self.app.settings.reduced_motion
        self._keep()

    def _slow(self) -> None:
        self.app.settings.slow_flip = not self.app.settings.slow_flip
        self._keep()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        return False


def _panel(pen: Pen, rect: pygame.Rect) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, "settings", "How the game looks and moves")
        for n in range(1, len(TEXTS)):
            pen.rule(target, box, box.y + pen.px(50) + n * pen.px(ROW))

    return Node("panel", rect, paint, pad=pen.px(24), live=False)
