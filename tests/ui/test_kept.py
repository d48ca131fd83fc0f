"""Pictures are kept by their bytes, whatever their number: the longest unused go first."""

import pygame

from game.ui.kept import Kept, weight
from game.ui.pen import Pen


def square(side: int) -> pygame.Surface:
    return pygame.Surface((side, side), pygame.SRCALPHA)


def test_the_longest_unused_picture_gives_way() -> None:
    kept = Kept(room=4 * 100)
    for name in "abcd":
        kept.put(name, square(5))
    assert kept.get("a") is not None  # used again
    kept.put("e", square(5))
    assert kept.get("b") is None
    assert all(kept.get(name) is not None for name in "acde")
    assert kept.size == 400


def test_one_large_picture_does_not_drive_out_many_small_ones() -> None:
    kept = Kept(room=4 * 100)
    kept.put("small", square(5))
    large = square(10)
    assert kept.put("large", large) is large
    assert kept.get("large") is None and kept.get("small") is not None


def test_a_pen_never_keeps_more_than_its_screenfuls() -> None:
    pen = Pen(320, 180)
    for side in range(10, 120):
        pen.svg(f'<rect width="{side}" height="{side}" fill="#123456"/>', side, side)
    kept = pen._pictures
    assert len(kept) > 1 and kept.size == sum(map(weight, kept._pictures.values()))
    assert 0 < kept.size <= 1.5 * 4 * 320 * 180
