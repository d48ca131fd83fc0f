"""The screen of last resort: what happened in plain words, where the match is kept, a report to save.

It draws with as little as possible: the less it needs, the less can fail here too.
"""

import platform
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pygame

from game import __version__
from game.match.store import write_text
from game.places import saves_dir

from .. import clipboard, theme
from ..app import App, Scene
from ..layout import by_need
from ..nodes import Node
from ..pen import Pen
from ..svg import glow
from ..widgets import button, button_width, label, panel

WIDTH = 1240  # units
SAID = "Something in the game itself went wrong. This screen stands in for what should be here."
SAFE = "**The match is safe.** It was saved after the last decision, in {kept}"
UNSAVED = (
    "The match had not been saved yet: that happens after the first decision. Nothing that was saved is lost."
)
NO_MATCH = "No match was being played. Nothing that was saved is lost."
REPORT = "To help those who make the game, save a report: technical details, and nothing about you. Its last line:"


class CrashScene(Scene):
    """Stands in for a scene that failed. `details` is the traceback, `kept` the file of the match, if it is there;
    `was_playing`: whether there was a match at all.
    """

    def __init__(self, app: App, details: str, kept: Path | None = None, was_playing: bool = False) -> None:
        super().__init__(app)
        self.details, self.kept, self.was_playing = details, kept, was_playing

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        inner, gap = pen.px(WIDTH) - 2 * pen.px(44), pen.px(20)
        words = self._words()
        heights = [pen.paragraph_height(text, inner, size) for text, size, _ in words]
        head, foot = pen.px(172), pen.px(116)
        rect = pygame.Rect(0, 0, pen.px(WIDTH), head + sum(heights) + gap * len(words) + foot)
        rect.center = (pen.width // 2, pen.height // 2)
        x, y = rect.x + pen.px(44), rect.y + head
        made = [panel(pen, "crash", rect), self._head(pygame.Rect(rect.x, rect.y, rect.w, head))]
        for n, ((text, size, colour), height) in enumerate(zip(words, heights, strict=True)):
            place = pygame.Rect(x, y, inner, height)
            made.append(label(pen, f"crash:{n}", place, text, size, colour))
            y += height + gap
        return made + self._buttons(pygame.Rect(x, rect.bottom - pen.px(92), inner, pen.px(56)))

    def _head(self, rect: pygame.Rect) -> Node:
        pen = self.app.pen

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            _light(pen, target, box)
            middle = box.y + pen.px(84)
            pen.icon(target, "warning", box.x + pen.px(82), middle, 68, theme.LOSS)
            x = box.x + pen.px(138)
            pen.text(target, "The game stumbled", x, middle, "number", 46, theme.TEXT, "lm", 0.6)

        return Node("stumbled", rect, paint, live=False)

    def _words(self) -> list[tuple[str, float, str]]:
        """Paragraphs as (text, size, colour)."""
        kept = SAFE.format(kept=self.kept) if self.kept else UNSAVED if self.was_playing else NO_MATCH
        last = self.details.strip().splitlines()[-1][:300] if self.details.strip() else "?"
        return [
            (SAID, 18, theme.TEXT),
            (kept, 18, theme.TEXT_2),
            (REPORT, 15.5, theme.TEXT_2),
            (last.replace("**", "*").replace("{", "("), 15.5, theme.LOSS),
        ]

    def _buttons(self, row: pygame.Rect) -> list[Node]:
        pen, is_first = self.app.pen, len(self.app.scenes) < 3  # the menu itself failed
        made: list[tuple[str, str, Callable[[], None], str, str, bool]] = []
        if self.kept:
            made.append(("go-on", "Go on with the match", self.go_on, "play", "Enter", True))
        made.append(("to-menu", "To the menu", self.to_menu, "menu", "Esc", not self.kept and not is_first))
        made.append(("save-report", "Save a report", self.save, "save", "S", not self.kept and is_first))
        made.append(("quit", "Quit", self.quit, "quit", "Q", False))
        needs = [button_width(pen, words, icon, hint) for _, words, _, icon, hint, _ in made]
        places = by_need(row, needs, pen.px(14))
        return [
            button(pen, name, place, words, act, icon, hint, gold=gold, group="a")
            for place, (name, words, act, icon, hint, gold) in zip(places, made, strict=True)
        ]

    # --- what can be done ------------------------------------------------------------------------

    def report(self) -> str:
        """What the file holds: versions, the place of the match, the traceback."""
        lines = [
            f"Chokepoint {__version__}, Python {platform.python_version()}, pygame-ce {pygame.version.ver}",
            f"{platform.system()} {platform.release()}, window {self.app.canvas.get_size()}",
            f"Match: {self.kept.name if self.kept else 'none'}",
            "",
            self.details,
        ]
        return "\n".join(lines).replace(str(Path.home()), "~")

    def save(self) -> None:
        """To a file; where that fails, to the clipboard."""
        path = report_path()
        try:
            write_text(path, self.report())
            self.app.say(f"Report saved: {path}", 12)
        except OSError as error:
            problem = f"The report can't be saved in {path.parent}: {error.strerror}."
            copied = "" if clipboard.copy(self.report()) else " It is on the clipboard instead."
            self.app.say(problem + copied, 12)

    def go_on(self) -> None:
        """Open the match again from its file."""
        from .saves import open_match

        kept = self.kept
        self.app.pop_to_first()
        if kept is not None:
            open_match(self.app, kept)

    def to_menu(self) -> None:
        self.app.pop_to_first()

    def quit(self) -> None:
        self.app.running = False

    def key(self, event: pygame.event.Event) -> bool:
        acts = {pygame.K_ESCAPE: self.to_menu, pygame.K_s: self.save, pygame.K_q: self.quit}
        if event.key in acts:
            acts[event.key]()
        elif event.key == pygame.K_RETURN and self.kept and not self.app.stage.focus:
            self.go_on()
        else:
            return False
        return True


def report_path() -> Path:
    """A file of its own for each report, beside the saved matches."""
    stem = f"report {datetime.now():%Y-%m-%d %H.%M.%S}"
    path, number = saves_dir() / f"{stem}.txt", 2
    while path.exists():
        path, number = path.with_name(f"{stem} ({number}).txt"), number + 1
    return path


def _light(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    """A warm glow behind the sign, and the rule below it."""
    reach = pen.px(82)
    body = f'<rect width="{2 * reach}" height="{2 * reach}" fill="url(#g)"/>'
    defs = glow("g", reach, reach, reach, theme.LOSS, 0.3)
    picture = pen.svg(body, 2 * reach, 2 * reach, defs=defs)
    target.blit(picture, (box.x + pen.px(82) - reach, box.y + pen.px(84) - reach))
    pen.rule(target, box.inflate(-2 * pen.px(30), 0), box.bottom - pen.px(22), theme.LINE_STRONG)
