"""The rules in short, from the handbook."""

import pygame

from game.places import assets_dir

from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..widgets import button, panel


class RulesScene(Scene):
    def __init__(self, app: App) -> None:
        super().__init__(app)
        text = (assets_dir() / "handbook" / "short-rules.md").read_text("utf-8")
        self.paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pygame.Rect(pen.px(200), pen.px(40), pen.width - pen.px(400), pen.height - pen.px(150))
        inner = area.inflate(-pen.px(80), -pen.px(60))
        size = 17.0
        while size > 12 and self._height(size, inner.w) > inner.h:
            size -= 0.5

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            y = float(box.y)
            for part in self.paragraphs:
                if part.startswith("# "):
                    pen.text(target, part[2:], box.x, y + pen.line(30) / 2, "number", 28, theme.TEXT, "lm")
                    y += pen.line(30) + pen.px(6)
                else:
                    y = pen.paragraph(target, part, box.x, y, box.w, size) + pen.px(8)

        back = pygame.Rect(area.x, pen.height - pen.px(86), pen.px(240), pen.px(56))
        return [
            panel(pen, "rules", area),
            Node("text", inner, paint, key=size, live=False),
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc"),
        ]

    def _height(self, size: float, width: int) -> float:
        pen = self.app.pen
        total = 0.0
        for part in self.paragraphs:
            if part.startswith("# "):
                total += pen.line(30) + pen.px(6)
            else:
                total += len(pen.wrap(part, "body", size, width)) * pen.line(size) + pen.px(8)
        return total

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_F1):
            self.app.pop()
            return True
        return False
