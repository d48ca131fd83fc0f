"""A tip that the pointer opens comes up out of nothing; the keyboard's is there at once."""

from collections.abc import Hashable
from dataclasses import dataclass

import pygame

from .motions import TIP_FADE, Fade
from .movers import STEPS, Mover, blit
from .nodes import Node
from .stage import Stage
from .widgets.tooltip import NAME


@dataclass
class Appearing(Mover):
    """A picture that comes up where it stays."""

    motion: Fade
    picture: pygame.Surface | None = None
    place: pygame.Rect | None = None

    @property
    def rect(self) -> pygame.Rect:
        assert self.place is not None
        return self.place

    @property
    def key(self) -> Hashable:
        return round(self.motion.at(self.t) * STEPS)

    def paint(self, target: pygame.Surface) -> None:
        assert self.picture is not None
        blit(target, self.picture, self.rect, round(self.motion.at(self.t) * STEPS))


class Dawning:
    """The tip that is coming up, if there is one."""

    def __init__(self) -> None:
        self._shown: Hashable = None
        self._mover: Appearing | None = None

    @property
    def movers(self) -> list[Mover]:
        return [self._mover] if self._mover else []

    def update(self, seconds: float) -> None:
        if self._mover is not None:
            self._mover.advance(seconds, 1)
            if self._mover.is_over:
                self._mover = None

    def look(self, stage: Stage, is_still: bool) -> None:
        """The nodes are new: a tip that was not there begins to come up, one that is gone is forgotten."""
        tip = stage.get(NAME)
        was, self._shown = self._shown, None if tip is None else (tip.key, *tip.rect)
        if tip is None or is_still or stage.keyboard:
            self._mover = None
        elif self._shown != was:
            self._mover = self._coming(stage, tip)

    def _coming(self, stage: Stage, tip: Node) -> Appearing:
        picture = stage.picture(tip).surface
        return Appearing(
            tip.name, Fade(TIP_FADE, 0, 0, 1), tip.layer, (tip.name,), picture=picture, place=tip.outer
        )
