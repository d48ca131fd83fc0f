"""Design units: the picture is laid out for 1920 x 1080, and these are the sums that fit it to a window.

Panels hang on the window's edges; extra width goes to the map. Text shrinks less than everything else, so
that a small window stays readable.
"""

from collections.abc import Sequence

import pygame

DESIGN = (1920, 1080)
SMALLEST = (1280, 720)  # pixels; a smaller window shows this picture shrunken
COMPACT = 0.85  # below this scale cards drop their rules text
TYPE_FLOOR = 0.80  # type never shrinks below this scale
SMALLEST_TEXT = 11  # pixels, whatever the scale
FULL_TEXT = 15  # pixels at 1080p: the largest smallest text for which the table, the fullest screen, has room
SIDES = 432 + 424  # units that the table's side panels take
ROOM = 900  # units: where less is left between them, cards say less and the supply graph takes the sectors' place
PEEK = 940  # below this design height the hand peeks from the lower edge


class Units:
    """One window: its size in pixels, its scale, and what follows from them."""

    def __init__(
        self, width: int, height: int, user_scale: float = 1.0, smallest_text: int = SMALLEST_TEXT
    ) -> None:
        self.width, self.height = width, height
        self.smallest_text = smallest_text
        self.scale = min(width / DESIGN[0], height / DESIGN[1]) * user_scale
        self.type_scale = max(self.scale, TYPE_FLOOR)

    @property
    def wide(self) -> float:
        """The window's width in design units."""
        return self.width / self.scale

    @property
    def high(self) -> float:
        """The window's height in design units."""
        return self.height / self.scale

    @property
    def is_compact(self) -> bool:
        return self.scale < COMPACT

    @property
    def is_narrow(self) -> bool:
        """Whether little room is left between the table's side panels: large user scales."""
        return self.wide - SIDES < ROOM

    @property
    def is_peeking(self) -> bool:
        """Whether the hand only peeks and rises under the pointer: large user scales."""
        return self.high < PEEK

    @property
    def room_for_text(self) -> int:
        """Pixels of the smallest text on the fullest screens: as asked for, as far as they have room for it."""
        room = round(FULL_TEXT * min(self.width / DESIGN[0], self.height / DESIGN[1]))
        return min(self.smallest_text, max(SMALLEST_TEXT, room))

    @property
    def zoom(self) -> float:
        """How much a card grows when it is looked at."""
        return 1.62 if self.is_compact else 1.2

    def px(self, units: float) -> int:
        return round(units * self.scale)

    def tx(self, units: float) -> int:
        """Pixels of a length that has to hold text: it shrinks no further than the type does."""
        return round(units * self.type_scale)

    def roomy(self, units: float) -> float:
        """As many units as hold the text that these hold where type has not stopped shrinking."""
        return units * self.type_scale / self.scale

    def type_px(self, size: float) -> int:
        """Pixels of a type size."""
        return max(self.smallest_text, round(size * self.type_scale))

    def rect(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        """A place in design units, in pixels. Edges are rounded, so that neighbours meet without gaps."""
        left, top = self.px(x), self.px(y)
        return pygame.Rect(left, top, self.px(x + w) - left, self.px(y + h) - top)

    def centred(self, w: float, h: float, lift: float = 0) -> pygame.Rect:
        """A place in the middle of the window, `lift` units above it."""
        return self.rect((self.wide - w) / 2, (self.high - h) / 2 - lift, w, h)


def by_need(area: pygame.Rect, needs: Sequence[float], gap: int) -> list[pygame.Rect]:
    """Places side by side, each as wide as it needs with an equal share of what is left over."""
    share = (area.w - gap * (len(needs) - 1) - sum(needs)) / len(needs)
    found, x = [], float(area.x)
    for need in needs:
        found.append(pygame.Rect(round(x), area.y, round(x + need + share) - round(x), area.h))
        x += need + share + gap
    return found


def columns(area: pygame.Rect, count: int, gap: int) -> list[pygame.Rect]:
    """`count` equal places side by side, with gaps in pixels; together they fill the area exactly."""
    edges = [area.x + round(n * (area.w + gap) / count) for n in range(count + 1)]
    return [pygame.Rect(a, area.y, b - a - gap, area.h) for a, b in zip(edges, edges[1:], strict=False)]


def rows(area: pygame.Rect, count: int, gap: int) -> list[pygame.Rect]:
    """`count` equal places one above the other."""
    edges = [area.y + round(n * (area.h + gap) / count) for n in range(count + 1)]
    return [pygame.Rect(area.x, a, area.w, b - a - gap) for a, b in zip(edges, edges[1:], strict=False)]
