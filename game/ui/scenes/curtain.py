"""Between two people at one screen: nothing is shown until the next one says ready."""

from typing import Protocol

import pygame

from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..widgets import button


class Seated(Protocol):
    words: Words

    def take_seat(self, side: int) -> None: ...

    def name(self, side: int) -> str: ...


class CurtainScene(Scene):
    def __init__(self, app: App, play: Seated, side: int) -> None:
        super().__init__(app)
        self.play, self.side = play, side

    def nodes(self) -> list[Node]:
        pen, side = self.app.pen, self.side
        title, name = self.play.words.sides[side], self.play.name(side)
        rect = pygame.Rect(0, pen.height // 2 - pen.px(230), pen.width, pen.px(330))

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.marker(target, side, box.centerx, box.y + pen.px(60), 84)
            pen.text(
                target, title.upper(), box.centerx, box.y + pen.px(160), "number", 64, theme.TEXT, "cm", 1.5
            )
            text = f"{name}: the screen is yours. The other side looks away."
            pen.text(target, text, box.centerx, box.y + pen.px(232), "medium", 22, theme.TEXT_2, "cm")

        go = pygame.Rect(pen.width // 2 - pen.px(180), rect.bottom, pen.px(360), pen.px(64))
        return [
            Node("curtain", rect, paint, key=(side, name), live=False),
            button(pen, "button:ready", go, "Ready", self.ready, "check", "Enter", gold=True, size=26),
        ]

    def ready(self) -> None:
        self.play.take_seat(self.side)
        self.app.pop()

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            self.ready()
            return True
        if event.key == pygame.K_ESCAPE:
            self.app.pop()  # the curtain
            self.app.pop()  # the match: back to the menu
            return True
        return False
