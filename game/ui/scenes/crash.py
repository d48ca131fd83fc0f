"""The screen of last resort: what happened in plain words, where the match is kept, a report to save."""

import platform
from datetime import datetime
from pathlib import Path

import pygame

from game import __version__
from game.places import saves_dir

from .. import theme
from ..app import App, Scene
from ..nodes import Node
from ..widgets import button, panel, paragraph

WIDTH, HEIGHT = 940, 520  # units


class CrashScene(Scene):
    """Stands in for a scene that failed. `details` is the traceback."""

    def __init__(self, app: App, details: str) -> None:
        super().__init__(app)
        self.details = details
        kept = [scene.kept_in() for scene in reversed(app.scenes)]
        self.kept: Path | None = next((path for path in kept if path is not None), None)

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        rect = pen.centred(WIDTH, HEIGHT)
        x, width, y = rect.x + pen.px(36), rect.w - pen.px(72), rect.y + pen.px(70)
        made = [panel(pen, "crash", rect, "warning", "The game stumbled")]
        for n, (text, size, colour) in enumerate(self._words()):
            made.append(paragraph(pen, f"crash:{n}", x, y, width, text, size, colour))
            y = made[-1].rect.bottom + pen.px(16)
        row = rect.bottom - pen.px(84)
        save = pygame.Rect(x, row, pen.px(300), pen.px(54))
        back = pygame.Rect(rect.right - pen.px(336), row, pen.px(300), pen.px(54))
        return [
            *made,
            button(pen, "save-report", save, "Save a report", self.save, "save", "S", group="b"),
            button(pen, "to-menu", back, "To the menu", self.to_menu, "menu", "Esc", gold=True, group="a"),
        ]

    def _words(self) -> list[tuple[str, float, str]]:
        """Paragraphs as (text, size, colour)."""
        said = "Something in the game itself went wrong, and this screen stands in for what should be here."
        if self.kept is not None:
            said += " **The match is safe:** it was saved after the last decision. Continue it from the menu."
            said += f"\nIts file: {self.kept}"
        report = "The report holds technical details for the people who make the game. It ends with:"
        return [
            (said, 17, theme.TEXT),
            (report, 15, theme.TEXT_2),
            (self.details.strip().splitlines()[-1][:300], 15, theme.LOSS),
        ]

    def report(self) -> str:
        """What the file holds: versions, the place of the match, the traceback."""
        lines = [
            f"Chokepoint {__version__}, Python {platform.python_version()}, pygame-ce {pygame.version.ver}",
            f"{platform.system()} {platform.release()}, window {self.app.screen.get_size()}",
            f"Match: {self.kept or 'none'}",
            "",
            self.details,
        ]
        return "\n".join(lines)

    def save(self) -> None:
        path = saves_dir() / f"report {datetime.now():%Y-%m-%d %H.%M.%S}.txt"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.report(), "utf-8")
            self.app.say(f"Report saved: {path}", 8)
        except OSError as error:
            self.app.say(f"The report can't be saved in {path.parent}: {error.strerror}", 8)

    def to_menu(self) -> None:
        self.app.pop_to_first()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.to_menu()
        elif event.key == pygame.K_s:
            self.save()
        return event.key in (pygame.K_ESCAPE, pygame.K_s)
