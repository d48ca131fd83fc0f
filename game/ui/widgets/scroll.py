"""A list longer than its place. It moves by whole rows, so nothing is ever cut off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from .. import theme
from ..nodes import Node, nothing
from ..pen import Pen
from ..stage import Stage


@dataclass
class Scroll:
    """Which rows of a list are shown: `first` and the `shown` following, of `count`; `last` is the first row of
    the end of the list.
    """

    name: str
    first: int = 0
    shown: int = 1
    count: int = 0
    last: int = 0
    _heights: Sequence[int] = ()
    _room: int = 0

    def fit(self, area: pygame.Rect, row: int, count: int) -> list[tuple[int, pygame.Rect]]:
        """The rows that are shown as (number, place), `row` pixels high; room for the bar is left at the
        right.
        """
        self.count, self.shown = count, max(1, area.h // row)
        self.last = max(0, count - self.shown)
        self.move(0)
        if self.is_needed:
            row = area.h // self.shown
        width = area.w - (self.bar_width(area) if self.is_needed else 0)
        rows = range(self.first, min(count, self.first + self.shown))
        return [(n, pygame.Rect(area.x, area.y + (n - self.first) * row, width, row)) for n in rows]

    def flow(self, area: pygame.Rect, heights: Sequence[int]) -> list[tuple[int, pygame.Rect]]:
        """The same for rows of different heights in pixels; where not all fit, measure them for an area less the
        bar's width.
        """
        self.count, self._heights, self._room = len(heights), heights, area.h
        self.last = self._first_before(self.count)
        self.move(0)
        y, width = area.y, area.w - (self.bar_width(area) if sum(heights) > area.h else 0)
        rows: list[tuple[int, pygame.Rect]] = []
        for n in range(self.first, self.count):
            if rows and y + heights[n] > area.bottom:
                break
            rows.append((n, pygame.Rect(area.x, y, width, heights[n])))
            y += heights[n]
        self.shown = max(1, len(rows))
        return rows

    def _first_before(self, end: int) -> int:
        """The first row of a screenful that ends before row `end`."""
        first, room = end, self._room
        while first and (room := room - self._heights[first - 1]) >= 0:
            first -= 1
        return min(first, max(0, end - 1))

    @property
    def is_needed(self) -> bool:
        return self.count > self.shown

    @staticmethod
    def bar_width(area: pygame.Rect) -> int:
        return max(22, area.w // 48)

    def move(self, by: int) -> None:
        """Scroll by rows."""
        self.first = max(0, min(self.last, self.first + by))

    def show(self, row: int) -> None:
        """Scroll so that this row can be seen."""
        if row >= self.first + self.shown:
            self.first = self._first_before(row + 1) if self._heights else row - self.shown + 1
        self.first = min(self.first, row)
        self.move(0)

    def wheel(self, steps: int) -> None:
        self.move(-steps)

    def key(
        self, key: int, stage: Stage, prefix: str, rows: Sequence[int], nodes: Callable[[], list[Node]]
    ) -> bool:
        """Page keys; and an arrow at the last shown of the `rows` that can have the focus brings the next one.

        The rows' nodes are called prefix + number; `nodes` makes the screen anew.
        """
        pages = {pygame.K_PAGEUP: -1, pygame.K_PAGEDOWN: 1, pygame.K_HOME: -9999, pygame.K_END: 9999}
        if key in pages:
            self.move(pages[key] * max(1, self.shown - 1))
            return True
        step = {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(key, 0)
        here = (stage.focus or "").removeprefix(prefix)
        if not step or not here.isdigit() or int(here) not in rows:
            return False
        at = rows.index(int(here)) + step
        if not 0 <= at < len(rows) or self.first <= rows[at] < self.first + self.shown:
            return False
        self.show(rows[at])
        stage.put(nodes())
        stage.focus_on(f"{prefix}{rows[at]}")
        return True

    def nodes(self, pen: Pen, area: pygame.Rect, changed: Callable[[], None]) -> list[Node]:
        """What takes the wheel, and the bar if there is more than fits. After `fit`."""
        made = [
            Node(f"{self.name}:wheel", area, nothing, live=False, wheel=self.wheel, layer=-1),
        ]
        if self.is_needed:
            width = self.bar_width(area)
            bar = pygame.Rect(area.right - width, area.y, width, area.h)
            made.append(self._bar(pen, bar, changed))
        return made

    def _bar(self, pen: Pen, bar: pygame.Rect, changed: Callable[[], None]) -> Node:
        def drag(pos: tuple[int, int]) -> None:
            share = (pos[1] - bar.y) / bar.h - self.shown / self.count / 2
            self.first = round(share * self.count)
            self.move(0)
            changed()

        def keys(event: pygame.event.Event) -> bool:
            steps = {
                pygame.K_UP: -1,
                pygame.K_DOWN: 1,
                pygame.K_PAGEUP: -self.shown,
                pygame.K_PAGEDOWN: self.shown,
            }
            by = steps.get(getattr(event, "key", 0), 0)
            self.move(by)
            return bool(by)

        return Node(
            f"{self.name}:bar",
            bar,
            partial(self._paint_bar, pen, theme.LINE_STRONG),
            key=(self.first, self.shown, self.count),
            drag=drag,
            keys=keys,
            wheel=self.wheel,
            lit=partial(self._paint_bar, pen, theme.TIP_EDGE),
            group=f"{self.name}:bar",
        )

    def _paint_bar(self, pen: Pen, tone: str, target: pygame.Surface, box: pygame.Rect) -> None:
        line = pygame.Rect(0, box.y, max(6, pen.px(8)), box.h)
        line.centerx = box.centerx
        pen.box(target, line, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 4)
        height = max(pen.px(28), round(box.h * self.shown / self.count))
        top = round((box.h - height) * self.first / max(1, self.last))
        pen.box(target, pygame.Rect(line.x, box.y + top, line.w, height), tone, tone, tone, 4)
