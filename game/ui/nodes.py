"""A node: a named rectangle of the screen that paints itself once, and says what can be done with it."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

import pygame

from .text import Written

Paint = Callable[[pygame.Surface, pygame.Rect], None]
Gauge = Callable[[pygame.Surface, pygame.Rect, float, float], None]  # target, place, value, the value it had


def nothing(target: pygame.Surface, box: pygame.Rect) -> None:
    """For a node without a picture of its own: a place to point at, drawn only where it is lit."""


@dataclass(frozen=True, slots=True)
class Course:
    """Which way a line runs: it is drawn that way when it opens, then its goal lights up, and back when it closes."""

    dx: int = 0
    dy: int = 0
    delay: float = 0.0  # seconds; for what lies at the end of another line
    goal: str = ""  # the name of the node to which it leads


@dataclass(slots=True)
class Node:
    """A place on the screen with a picture, and perhaps something to click.

    `paint` draws into a surface `pad` pixels larger on every side; the rect it is given is the node's own
    place there. The picture is kept as long as name, size and `key` stay the same, so `key` holds all that
    the picture shows.
    """

    name: str
    rect: pygame.Rect
    paint: Paint
    key: Hashable = 0
    act: Callable[[], None] | None = None  # click, Enter, Space
    tip: Callable[[], list[str]] | None = None  # lines; the first is the title
    has_page: bool = False  # the scene shows a page of its own about it, so its tip opens no tooltip
    layer: int = 0
    pad: int = 0
    live: bool = True  # may be hovered and clicked
    group: str = ""  # Tab goes from group to group in the order of their names, arrows move inside one
    cover: bool = False  # a sheet: nothing on a lower layer can be reached
    lit: Paint | None = None  # the picture while it is pointed at
    keys: Callable[[pygame.event.Event], bool] | None = None  # keys while it has the focus; True if used
    drag: Callable[[tuple[int, int]], None] | None = None  # the pointer, pressed and moved
    wheel: Callable[[int], None] | None = None  # steps of the wheel over it, up is positive
    radius: float = 10  # of the focus ring, in units
    ring: pygame.Rect | None = None  # what the focus ring lies around, if not around the node itself
    ring_wide: float = 3  # units of its line
    ground: bool = False  # a panel under everything: put together with the backdrop once, not in every frame
    value: float = 0  # what a gauge shows; how far a line is open
    gauge: Gauge | None = None  # draws the node at any value, so that it can be seen on its way to a new one
    seconds: float = 0.4  # that a gauge takes to a new value
    start: float | None = None  # where a gauge that has just come into sight begins
    course: Course | None = None  # of a line: it is seen when it opens and closes

    @property
    def can_focus(self) -> bool:
        return self.live and (self.act is not None or self.tip is not None or self.keys is not None)

    @property
    def outer(self) -> pygame.Rect:
        return self.rect.inflate(2 * self.pad, 2 * self.pad)


def gauge(
    name: str, rect: pygame.Rect, value: float, paint: Gauge, key: Hashable = 0, seconds: float = 0.4
) -> Node:
    """A part of a panel that shows one number and moves when it changes. `key`: what else it shows."""

    def still(target: pygame.Surface, box: pygame.Rect) -> None:
        paint(target, box, value, value)

    return Node(name, rect, still, (value, key), live=False, value=value, gauge=paint, seconds=seconds)


@dataclass(slots=True)
class Picture:
    """What a node painted, and the text in it, relative to the picture."""

    key: Hashable
    size: tuple[int, int]
    surface: pygame.Surface
    written: list[Written] = field(default_factory=list)
