"""Settings that last, in four pages: the screen, motion and sound, colours, keys."""

import pygame

from .. import theme
from ..app import App, Question, Scene
from ..nodes import Node
from ..pen import Pen
from ..settings import Scale, Settings, TextFloor, save_settings
from ..widgets import Answer, button, heading, paragraph, segments, slider, toggle
from . import colours, keylist

PAGES = (("screen", "Screen"), ("motion", "Motion and sound"), ("colours", "Colours"), ("keys", "Keys"))
SIZES: tuple[tuple[Scale, str], ...] = (
    ("auto", "Automatic"),
    ("100", "100 %"),
    ("112", "112 %"),
    ("125", "125 %"),
)
FLOORS: tuple[tuple[TextFloor, str], ...] = ((11, "11 pixels"), (13, "13 pixels"), (15, "15 pixels"))
SPEEDS = ("Slow", "Normal", "Fast", "At once")
VOLUMES = (0, 20, 40, 60, 80, 100)  # percent
TEXTS = {
    "size": ("Size of everything", "Automatic suits the window. Larger sizes leave the map less room."),
    "text": ("Smallest text", "Nothing is written smaller."),
    "full": ("Window", "Full screen hides everything else; F11 changes it anywhere."),
    "slow": (
        "Slow screens",
        "For old machines and remote desktops. The game turns it on by itself where pictures come slowly.",
    ),
    "speed": ("Speed", "How fast cards fly and bars move, and how long the rival's move stays to be read."),
    "why": (
        "The computer's reasons",
        "After each of its moves, what it was for, what came close and what it feared. A replay's log tells it always.",
    ),
    "still": ("Motion", "Reduced motion: nothing flies, fades or pulses; everything is there at once."),
    "volume": ("Volume", "What is heard is always told in the log, too."),
    "muted": ("Sound", "M turns it off and on anywhere."),
}
ROWS = {"screen": ("size", "text", "full", "slow"), "motion": ("speed", "why", "still", "volume", "muted")}
ICONS = {"screen": "screen", "motion": "motion"}
WIDTH, TOP, FOOT = 1480, 152, 88  # units
ROW = 112, 200  # units: the least and the most


class SettingsScene(Scene):
    def __init__(self, app: App, page: str = PAGES[0][0]) -> None:
        super().__init__(app)
        self.page = page

    @property
    def settings(self) -> Settings:
        return self.app.settings

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        width = min(WIDTH, pen.wide - 96)
        margin = (pen.wide - width) / 2
        bar = pen.rect(margin, 88, width, 50)
        made = [
            heading(pen, "Settings", "Every change is kept at once, on this computer", margin),
            *segments(pen, "page", bar, self._pages(), self.page, self.choose, "a-pages"),
            *self._page(pen.rect(margin, TOP, width, pen.high - TOP - FOOT)),
        ]
        back = pen.rect(margin, pen.high - 72, 220, 54)
        usual = pen.rect(pen.wide - margin - 260, pen.high - 72, 260, 54)
        made.append(button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z"))
        made.append(
            button(pen, "button:usual", usual, "Restore defaults", self._ask_usual, "settings", group="z")
        )
        return made

    def _pages(self) -> list[tuple[str, str]]:
        return [(name, f"{n}  {words}") for n, (name, words) in enumerate(PAGES, 1)]

    def choose(self, page: str) -> None:
        self.page = page

    def _page(self, area: pygame.Rect) -> list[Node]:
        if self.page in ROWS:
            return self._rows(area)
        if self.page == "colours":
            return colours.nodes(self.app.pen, area)
        return keylist.nodes(self.app.pen, area)

    # --- rows of choices -------------------------------------------------------------------------

    def _rows(self, area: pygame.Rect) -> list[Node]:
        pen, names = self.app.pen, ROWS[self.page]
        head = pen.px(50)
        least, most = (pen.px(units) for units in ROW)
        row = max(least, min(most, (area.h - head - pen.px(8)) // len(names)))
        area = pygame.Rect(area.x, area.y, area.w, head + row * len(names) + pen.px(8))
        made = [_panel(pen, area, ICONS[self.page], dict(PAGES)[self.page], row)]
        for n, name in enumerate(names):
            middle = area.y + head + n * row + row // 2
            made += self._words(name, area.x + pen.px(28), middle, round(area.w * 0.42))
            place = pygame.Rect(0, 0, round(area.w * 0.5), pen.px(64))
            place.midright = (area.right - pen.px(28), middle)
            made += self._choice(name, place, f"b-{n}")
        return made

    def _words(self, name: str, x: int, middle: int, width: int) -> list[Node]:
        """What can be chosen, and a sentence about it."""
        pen, (title, words) = self.app.pen, TEXTS[name]
        if name == "text" and self.app.full_pen is not pen:
            most = self.app.full_pen.smallest_text
            words += (
                f" In a window of this size the table and other full screens have room for {most} pixels."
            )
        if name == "volume" and self.app.sounds.is_silent:
            words = "This computer has no sound device, so the game is silent. The log tells everything, too."
        gap = pen.px(4)
        high = pen.paragraph_height(title, width, 18, "bold"), pen.paragraph_height(words, width, 15)
        y = middle - (sum(high) + gap) // 2
        return [
            paragraph(pen, f"title:{name}", x, y, width, title, 18, theme.TEXT, "bold"),
            paragraph(pen, f"words:{name}", x, y + high[0] + gap, width, words, 15, theme.TEXT_2),
        ]

    def _choice(self, name: str, place: pygame.Rect, group: str) -> list[Node]:
        pen, settings = self.app.pen, self.settings
        if name == "size":
            return segments(pen, "size", place, SIZES, settings.scale, self._size, group)
        if name == "text":
            return segments(pen, "text", place, FLOORS, settings.smallest_text, self._text, group)
        if name == "speed":
            return [slider(pen, "speed", place, SPEEDS, settings.speed, self._speed, group)]
        if name == "volume":
            stops = [f"{percent} %" for percent in VOLUMES]
            nearest = min(range(len(VOLUMES)), key=lambda n: abs(VOLUMES[n] - settings.volume))
            return [slider(pen, "volume", place, stops, nearest, self._volume, group)]
        words, is_on, act = {
            "full": ("Full screen", settings.full_screen, self.app.toggle_full_screen),
            "slow": ("Draw without the graphics card", settings.slow_flip, self._slow),
            "why": ("Tell me why", settings.reasons, self._why),
            "still": ("Reduced motion", settings.reduced_motion, self._still),
            "muted": ("Play sounds", not settings.muted, self._muted),
        }[name]
        return [toggle(pen, name, place, words, is_on, act, group)]

    # --- what can be done ------------------------------------------------------------------------

    def _keep(self) -> None:
        problem = save_settings(self.settings)
        if problem:
            self.app.say(problem, 8)

    def _size(self, scale: Scale) -> None:
        self.settings.scale = scale
        self._keep()
        self.app.resize()

    def _text(self, pixels: TextFloor) -> None:
        self.settings.smallest_text = pixels
        self._keep()
        self.app.resize()

    def _speed(self, speed: int) -> None:
        self.settings.speed = speed
        self._keep()

    def _why(self) -> None:
        self.settings.reasons = not self.settings.reasons
        self._keep()

    def _still(self) -> None:
        self.settings.reduced_motion = not self.settings.reduced_motion
        self._keep()

    def _volume(self, stop: int) -> None:
        if VOLUMES[stop] != self.settings.volume:
            self.settings.volume = VOLUMES[stop]
            self._keep()
            self.app.sounds.play("card")

    def _muted(self) -> None:
        self.settings.muted = not self.settings.muted
        self._keep()
        self.app.sounds.play("card")

    def _slow(self) -> None:
        self.app.draw_plainly(not self.settings.slow_flip)

    def _ask_usual(self) -> None:
        text = "Everything on the pages Screen and Motion and sound goes back to what it was at first."
        answers = [Answer("Keep mine"), Answer("Restore defaults", self._usual)]
        self.app.ask(Question("Restore the default settings?", text, answers, "settings"))

    def _usual(self) -> None:
        """All but what the game has found out about this machine."""
        was_full, usual = self.settings.full_screen, Settings(slow_flip=self.settings.slow_flip)
        for name in Settings.model_fields:
            setattr(self.settings, name, getattr(usual, name))
        self._keep()
        if was_full:
            self.app.reopen()
        self.app.resize()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_F3):
            self.app.pop()
        elif pygame.K_1 <= event.key < pygame.K_1 + len(PAGES):
            self.page = PAGES[event.key - pygame.K_1][0]
        else:
            return False
        return True


def _panel(pen: Pen, rect: pygame.Rect, icon: str, title: str, row: int) -> Node:
    """The panel with a hairline between its rows."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        pen.heading(target, box, icon, title)
        for y in range(box.y + pen.px(50) + row, box.bottom - row // 2, row):
            pen.rule(target, box, y)

    return Node("panel", rect, paint, key=(icon, title, row), pad=pen.px(24), live=False)
