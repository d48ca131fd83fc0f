"""The screen of last resort: what happened in plain words, the match is kept, a report can be saved."""

from datetime import datetime

import pygame

from game.places import saves_dir

from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..widgets import button, label, panel


class CrashScene(Scene):
    def __init__(self, app: App, details: str) -> None:
        super().__init__(app)
        self.details = details

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        w, h = pen.px(900), pen.px(520)
        rect = pygame.Rect((pen.width - w) // 2, (pen.height - h) // 2, w, h)
        inner = rect.inflate(-pen.px(60), -pen.px(120))
        reason = self.details.strip().splitlines()[-1]
        text = (
            "Something in the game itself went wrong, and this screen stands in for what should be here. The match is "
            "safe: it is saved after every decision and can be continued from the menu.\n\nThe report holds technical "
            f"details for the people who make the game:\n{reason}"
        )
        y = rect.bottom - pen.px(76)
        save = pygame.Rect(rect.x + pen.px(30), y, pen.px(260), pen.px(50))
        back = pygame.Rect(rect.right - pen.px(290), y, pen.px(260), pen.px(50))
        return [
            panel(pen, "crash", rect, "warning", "The game stumbled"),
            label(pen, "crash-text", inner, text, 17, theme.TEXT),
            button(pen, "save-report", save, "Save a report", self.save, "save", "S"),
            button(pen, "to-menu", back, "To the menu", self.to_menu, "menu", "Esc", gold=True),
        ]

    def save(self) -> None:
        path = saves_dir() / f"report {datetime.now():%Y-%m-%d %H.%M.%S}.txt"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.details, "utf-8")
            self.app.say(f"Report saved: {path}", 8)
        except OSError as error:
            self.app.say(f"The report can't be saved: {error}", 8)

    def to_menu(self) -> None:
        self.app.pop_to_first()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.to_menu()
        elif event.key == pygame.K_s:
            self.save()
        return event.key in (pygame.K_ESCAPE, pygame.K_s)
