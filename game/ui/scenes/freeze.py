"""A frozen table, or the large screen of presenter mode: the move's clock and the match stand still, nothing is
covered, and lines can be drawn over it all.

The mouse draws; with the keyboard the arrows move a pencil and Space puts it down or lifts it.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

import pygame

from game.classroom.bellclock import BellClock

from .. import theme
from ..app import App, Scene
from ..keys import FREEZE, name_of
from ..nodes import Node
from ..pen import Pen
from ..table.classbar import Clock

INK, HALO = "#8CFFEE", "#04110F"
STEP, THICK = 16, 5  # units that an arrow moves the pencil; of a line
ON_TOP = 60  # the layer of lines: over every sheet
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
Point = tuple[int, int]


class Frozen(Protocol):
    clock: BellClock
    is_full: bool

    @property
    def pen(self) -> Pen: ...

    def face(self) -> Clock: ...

    def still(self, layer: int) -> list[Node]:
        """What stays to be looked at; the clocks are in this layer."""
        ...

    def tools(self, acts: Mapping[str, Callable[[], None]], layer: int) -> list[Node]:
        """The buttons for what can be done."""
        ...


class FreezeScene(Scene):
    def __init__(self, app: App, table: Frozen) -> None:
        super().__init__(app)
        self.table, self.is_full = table, table.is_full
        self.lines: list[list[Point]] = []
        self.pencil: Point = (app.pen.width // 2, app.pen.height // 2)
        self.is_down = False  # the pencil of the keyboard
        self._is_fresh = True  # whether the next point begins a line
        self._face: Clock | None = None
        table.clock.freeze()

    @property
    def pen(self) -> Pen:
        """Messages are in the letters of what is frozen."""
        return self.table.pen

    def entered(self) -> None:
        self.app.stage.focus = "paper"

    def leave(self) -> None:
        self.table.clock.thaw()

    def update(self, seconds: float) -> bool:
        """The bell goes on."""
        was, self._face = self._face, self.table.face()
        return was != self._face

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        made = self.table.still(ON_TOP + 2)
        for node in made:
            node.act = node.keys = node.drag = node.tip = None
            node.live = node.cover = False
        whole = pygame.Rect(0, 0, pen.width, pen.height)
        paper = Node("paper", whole, _nothing, layer=ON_TOP, group="a", keys=self._keys, drag=self._draw)
        drawn = [_line(pen, n, tuple(line)) for n, line in enumerate(self.lines)]
        frame = [_edge(pen, n) for n in range(4)]
        return [*made, paper, *drawn, *frame, *self._pencil(), *self.table.tools(self._acts(), ON_TOP + 2)]

    def _pencil(self) -> list[Node]:
        if self.app.stage.focus != "paper" or not self.app.stage.keyboard:
            return []
        pen, size = self.app.pen, self.app.pen.px(20)
        rect = pygame.Rect(0, 0, 2 * size, 2 * size)
        rect.center = self.pencil
        return [
            Node(
                "pencil", rect, partial(_cross, pen, self.is_down), self.is_down, layer=ON_TOP + 1, live=False
            )
        ]

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {"undo": self.undo, "clear": self.clear, "go on": self.app.pop}

    # --- drawing ---------------------------------------------------------------------------------

    def click(self) -> bool:
        self._is_fresh = True
        return False

    def _draw(self, pos: Point) -> None:
        if self._is_fresh:
            self.lines.append([])
        self._is_fresh = False
        line = self.lines[-1]
        if not line or line[-1] != pos:
            line.append(pos)
        self.pencil = pos

    def _keys(self, event: pygame.event.Event) -> bool:
        """The pencil of the keyboard."""
        key = getattr(event, "key", 0)
        if key == pygame.K_SPACE:
            self.is_down = not self.is_down
            if self.is_down:
                self._is_fresh = True
                self._draw(self.pencil)
            return True
        if key not in ARROWS:
            return False
        pen, (dx, dy) = self.app.pen, ARROWS[key]
        x, y = self.pencil[0] + dx * pen.px(STEP), self.pencil[1] + dy * pen.px(STEP)
        self.pencil = max(0, min(pen.width - 1, x)), max(0, min(pen.height - 1, y))
        if self.is_down:
            self._draw(self.pencil)
        return True

    def undo(self) -> None:
        """The last line goes."""
        self.is_down = False
        if self.lines:
            self.lines.pop()

    def clear(self) -> None:
        self.is_down = False
        self.lines.clear()

    def key(self, event: pygame.event.Event) -> bool:
        act = self._acts().get(name_of(FREEZE, event.key))
        if act is not None:
            act()
        return act is not None


# --- pictures ------------------------------------------------------------------------------------


def _nothing(target: pygame.Surface, box: pygame.Rect) -> None:
    """Paper is clear."""


def _edge(pen: Pen, n: int) -> Node:
    """One edge of the frame that says from afar: nothing moves now. Its own picture, so that a line costs no more."""
    thick, wide, high = max(3, pen.px(THICK)), pen.width, pen.height
    place = (
        pygame.Rect(0, 0, wide, thick),
        pygame.Rect(0, high - thick, wide, thick),
        pygame.Rect(0, thick, thick, high - 2 * thick),
        pygame.Rect(wide - thick, thick, thick, high - 2 * thick),
    )[n]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        target.fill(pygame.Color(INK), box)

    return Node(f"freeze:edge:{n}", place, paint, layer=ON_TOP + 1, live=False)


def _line(pen: Pen, n: int, points: tuple[Point, ...]) -> Node:
    """One line, in a place no larger than it needs."""
    thick = max(3, pen.px(THICK))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    rect = pygame.Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1).inflate(
        4 * thick, 4 * thick
    )
    inside = tuple((x - rect.x, y - rect.y) for x, y in points)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        moved = [(x + box.x, y + box.y) for x, y in inside]
        for tone, width in ((HALO, thick + 4), (INK, thick)):
            if len(moved) > 1:
                pygame.draw.lines(target, tone, False, moved, width)
            for point in moved:
                pygame.draw.circle(target, tone, point, width // 2)

    return Node(f"line:{n}", rect, paint, key=points, layer=ON_TOP + 1, live=False)


def _cross(pen: Pen, is_down: bool, target: pygame.Surface, box: pygame.Rect) -> None:
    """Where the pencil is; filled while it is down."""
    r, width = box.w // 2 - 1, max(2, pen.px(2.5))
    pygame.draw.circle(target, HALO, box.center, r, width + 2)
    pygame.draw.circle(target, INK, box.center, r - 1, width)
    pygame.draw.circle(target, INK if is_down else theme.TEXT_2, box.center, max(3, r // 3))
