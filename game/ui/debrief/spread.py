"""Blocks in columns: which goes where, and how they fill the room."""

from collections.abc import Sequence

import pygame


def shares(heights: Sequence[int], across: int, gap: int) -> list[slice]:
    """Blocks in their order in one or two columns, so that the taller column is as short as can be; or a column each.

    >>> shares([10, 10, 10, 40], 2, 0)
    [slice(0, 3, None), slice(3, 4, None)]
    """
    count = len(heights)
    if count == across:
        return [slice(n, n + 1) for n in range(count)]
    if across == 1 or count < 2:
        return [slice(0, count)]

    def tall(cut: int) -> int:
        return max(sum(part) + gap * len(part) for part in (heights[:cut], heights[cut:]))

    cut = min(range(1, count), key=tall)
    return [slice(0, cut), slice(cut, count)]


def stretched(area: pygame.Rect, heights: Sequence[int], gap: int) -> list[pygame.Rect]:
    """Places one below the other that fill the area: what is left over goes to all by their heights."""
    total, room = sum(heights), area.h - gap * (len(heights) - 1)
    found, y = [], area.y
    for n, high in enumerate(heights):
        bottom = area.bottom if n == len(heights) - 1 else y + high * room // total
        found.append(pygame.Rect(area.x, y, area.w, bottom - y))
        y = bottom + gap
    return found
