"""The bulletin of the last market phase, opened again over the table."""

from typing import Protocol

import pygame

from game.match.bulletin import Bulletin

from ..app import App, Scene
from ..nodes import Node
from ..table import bulletin
from ..table.board import Board
from ..widgets import veil


class Told(Protocol):
    def board(self) -> Board: ...

    def table(self) -> list[Node]: ...

    def clock_words(self) -> str: ...


class BulletinScene(Scene):
    title = "Market phase"

    def __init__(self, app: App, play: Told, told: Bulletin) -> None:
        super().__init__(app)
        self.play, self.told = play, told
        self._clock = ""

    def update(self, seconds: float) -> bool:
        """The clocks of a class go on under the veil."""
        was, self._clock = self._clock, self.play.clock_words()
        return was != self._clock

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        place = pygame.Rect(0, 0, pen.width, pen.height).inflate(-pen.px(80), -pen.px(40))
        told = bulletin.nodes(self.play.board(), self.told, self.told.length, self.app.pop, place)
        return [*self.play.table(), veil(pen, bulletin.LAYER - 1), *told]

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_r):
            self.app.pop()
            return True
        return False
