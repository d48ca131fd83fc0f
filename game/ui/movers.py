"""What moves on the screen: each draws one motion, frame by frame, from pictures made when it began.

A mover may stand for a node meanwhile (`lifts`): the node keeps its place and its picture and is not drawn. Nothing
here scales or blurs in a frame.
"""

from collections.abc import Hashable
from dataclasses import dataclass

import pygame

from .motions import GHOST, Fade, Flip, Fly, Motion, Pause, Pulse, Shake, Slide
from .nodes import Node

LAYER = 6  # above the table and the hand, below what is told over them
STEPS = 24  # shades between nothing and all: a frame that looks the same as the last is not drawn again


@dataclass
class Mover:
    """Base of all: a name, a motion, the time since it began. After the motion it may linger (real seconds)."""

    name: str
    motion: Motion
    layer: int = LAYER
    lifts: tuple[str, ...] = ()
    linger: float = 0.0
    t: float = 0.0
    is_slow = False  # whether few frames a second are enough

    def advance(self, seconds: float, pace: float) -> None:
        """Time passes; the motion's own goes `pace` times as fast."""
        left = self.motion.end - self.t
        if left > 0:
            self.t += seconds * pace
        else:
            self.linger -= seconds

    @property
    def has_arrived(self) -> bool:
        return self.t >= self.motion.end

    @property
    def is_over(self) -> bool:
        return self.has_arrived and self.linger <= 0

    @property
    def rect(self) -> pygame.Rect:
        """What it covers now, in pixels of the window."""
        raise NotImplementedError

    @property
    def key(self) -> Hashable:
        """Two frames with the same key and rect look the same."""
        return 0

    def paint(self, target: pygame.Surface) -> None:
        raise NotImplementedError


@dataclass
class Flying(Mover):
    """A picture on its way: a card, a measure. It `waits` to be seen or not where it starts; it may fade as it goes."""

    motion: Fly
    picture: pygame.Surface | None = None
    waits: bool = False
    fades: bool = False

    @property
    def rect(self) -> pygame.Rect:
        assert self.picture is not None
        x, y = self.motion.at(self.t)
        return self.picture.get_rect(center=(round(x), round(y)))

    @property
    def key(self) -> Hashable:
        return self._opacity()

    def _opacity(self) -> int:
        if self.t < self.motion.delay:
            return STEPS if self.waits else 0
        return round((1 - self.motion.share(self.t)) * STEPS) if self.fades else STEPS

    def paint(self, target: pygame.Surface) -> None:
        opacity = self._opacity()
        if opacity:
            assert self.picture is not None
            blit(target, self.picture, self.rect, opacity)


@dataclass
class Dropping(Mover):
    """A picture slams onto the table: it falls a little way and trembles."""

    motion: Shake
    picture: pygame.Surface | None = None
    place: pygame.Rect | None = None
    drop: int = 0  # pixels

    @property
    def rect(self) -> pygame.Rect:
        assert self.place is not None
        return self.place.move(0, -round(self.motion.at(self.t) * self.drop))

    def paint(self, target: pygame.Surface) -> None:
        assert self.picture is not None
        target.blit(self.picture, self.rect)


@dataclass
class Turning(Mover):
    """A card is turned over: the back narrows to nothing, then the face grows. Widths are made once."""

    motion: Flip
    backs: tuple[pygame.Surface, ...] = ()
    faces: tuple[pygame.Surface, ...] = ()
    centre: tuple[int, int] = (0, 0)

    def _picture(self) -> pygame.Surface:
        if self.t < self.motion.delay:
            return self.backs[-1]  # not seen: another mover brings it
        share, is_face = self.motion.at(self.t)
        pictures = self.faces if is_face else self.backs
        return pictures[min(len(pictures) - 1, int(share * len(pictures)))]

    @property
    def rect(self) -> pygame.Rect:
        return self._picture().get_rect(center=self.centre)

    @property
    def key(self) -> Hashable:
        return id(self._picture())

    def paint(self, target: pygame.Surface) -> None:
        if self.t >= self.motion.delay:
            target.blit(self._picture(), self.rect)


@dataclass
class Sliding(Mover):
    """A gauge on its way to a new value; what it was stays to be seen for a while."""

    motion: Slide
    node: Node | None = None
    was: float = 0
    linger: float = GHOST

    @property
    def rect(self) -> pygame.Rect:
        assert self.node is not None
        return self.node.rect

    @property
    def key(self) -> Hashable:
        assert self.node is not None
        return (round(self.motion.at(self.t) * 40), self.was, self.node.key)

    def paint(self, target: pygame.Surface) -> None:
        assert self.node is not None and self.node.gauge is not None
        self.node.gauge(target, self.node.rect, self.motion.at(self.t), self.was)


@dataclass
class Drawing(Mover):
    """A line is drawn: what it looks like now takes the place of what it looked like. Either may be nothing."""

    motion: Fade
    old: tuple[pygame.Surface, pygame.Rect] | None = None
    new: tuple[pygame.Surface, pygame.Rect] | None = None
    course: tuple[int, int] = (1, 0)

    @property
    def rect(self) -> pygame.Rect:
        places = [there[1] for there in (self.old, self.new) if there is not None]
        return places[0].unionall(places[1:])

    @property
    def key(self) -> Hashable:
        return round(self.motion.at(self.t) * 2 * STEPS)

    def paint(self, target: pygame.Surface) -> None:
        done, left = _parted(self.rect, self.course, self.motion.at(self.t))
        for there, part in ((self.old, left), (self.new, done)):
            if there is not None:
                picture, place = there
                seen = place.clip(part)
                target.blit(picture, seen, seen.move(-place.x, -place.y))


def _parted(rect: pygame.Rect, course: tuple[int, int], share: float) -> tuple[pygame.Rect, pygame.Rect]:
    """The part of a rectangle that is done when a share of the course is, and the part that is left."""
    dx, dy = course
    done, left = rect.copy(), rect.copy()
    if dx:
        done.w = round(rect.w * share)
        left.w = rect.w - done.w
        if dx > 0:
            left.right = rect.right
        else:
            done.right = rect.right
        return done, left
    done.h = round(rect.h * share)
    left.h = rect.h - done.h
    if dy > 0:
        left.bottom = rect.bottom
    else:
        done.bottom = rect.bottom
    return done, left


@dataclass
class Ticking(Mover):
    """A sign that something goes on: one step after the other, until it is taken away."""

    motion: Pause
    node: Node | None = None
    is_slow = True

    def advance(self, seconds: float, pace: float) -> None:
        """In real time, however fast the rest goes."""
        self.t += seconds

    @property
    def is_over(self) -> bool:
        return False

    @property
    def step(self) -> int:
        return int(self.t / self.motion.seconds)

    @property
    def rect(self) -> pygame.Rect:
        assert self.node is not None
        return self.node.rect

    @property
    def key(self) -> Hashable:
        return self.step

    def paint(self, target: pygame.Surface) -> None:
        assert self.node is not None and self.node.gauge is not None
        self.node.gauge(target, self.node.rect, self.step, 0)


@dataclass
class Glowing(Mover):
    """A light over a place that comes and goes."""

    motion: Pulse
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


@dataclass
class Rising(Mover):
    """A small "+2" that rises beside what has changed, and goes."""

    motion: Fade
    picture: pygame.Surface | None = None
    place: pygame.Rect | None = None
    climb: int = 0  # pixels

    @property
    def rect(self) -> pygame.Rect:
        assert self.place is not None
        return self.place.move(0, -round((1 - self.motion.at(self.t)) * self.climb))

    @property
    def key(self) -> Hashable:
        return self._opacity()

    def _opacity(self) -> int:
        return round(min(1.0, self.motion.at(self.t) * 3) * STEPS)

    def paint(self, target: pygame.Surface) -> None:
        assert self.picture is not None
        blit(target, self.picture, self.rect, self._opacity())


def blit(target: pygame.Surface, picture: pygame.Surface, rect: pygame.Rect, opacity: int) -> None:
    """Put a picture down with an opacity of 0 to STEPS."""
    if opacity >= STEPS:
        target.blit(picture, rect)
    elif opacity > 0:
        picture.set_alpha(round(255 * opacity / STEPS))
        target.blit(picture, rect)
        picture.set_alpha(255)


def narrowed(picture: pygame.Surface, count: int = 6) -> tuple[pygame.Surface, ...]:
    """The picture in growing widths, for turning it over."""
    w, h = picture.get_size()
    return tuple(
        pygame.transform.smoothscale(picture, (max(2, round(w * (n + 1) / count)), h)) for n in range(count)
    )
