"""Design units and places."""

import pygame
import pytest

from game.ui.layout import SMALLEST_TEXT, Units, by_need, columns, rows


@pytest.mark.parametrize(
    ("size", "user", "scale", "compact", "peeking"),
    [
        ((1920, 1080), 1.0, 1.0, False, False),
        ((1280, 720), 1.0, 0.6667, True, False),
        ((3840, 2160), 1.0, 2.0, False, False),
        ((2560, 1080), 1.0, 1.0, False, False),
        ((1920, 1080), 1.12, 1.12, False, False),
        ((1920, 1080), 1.25, 1.25, False, True),
    ],
)
def test_the_scale_follows_the_smaller_side_and_the_player(
    size: tuple[int, int], user: float, scale: float, compact: bool, peeking: bool
) -> None:
    units = Units(*size, user)
    assert units.scale == pytest.approx(scale, abs=1e-3)
    assert (units.is_compact, units.is_peeking) == (compact, peeking)


def test_extra_width_is_more_units_not_larger_things() -> None:
    assert Units(2560, 1080).wide == 2560
    assert Units(2560, 1080).high == 1080


def test_type_shrinks_less_than_places_and_never_below_the_floor() -> None:
    units = Units(1280, 720)
    assert units.type_px(20) == 16 > units.px(20)
    assert units.type_px(5) == SMALLEST_TEXT


def test_neighbours_meet_without_gaps_at_any_scale() -> None:
    for width in range(1280, 2000, 37):
        units = Units(width, width * 9 // 16)
        places = [units.rect(10.3 + 33.7 * n, 0, 33.7, 10) for n in range(20)]
        assert all(a.right == b.left for a, b in zip(places, places[1:], strict=False))


@pytest.mark.parametrize("count", [1, 2, 3, 7])
@pytest.mark.parametrize("gap", [0, 5, 14])
def test_columns_and_rows_fill_the_area_exactly(count: int, gap: int) -> None:
    area = pygame.Rect(3, 7, 501, 333)
    across, down = columns(area, count, gap), rows(area, count, gap)
    assert (across[0].left, across[-1].right) == (area.left, area.right)
    assert (down[0].top, down[-1].bottom) == (area.top, area.bottom)
    assert all(b.left - a.right == gap for a, b in zip(across, across[1:], strict=False))
    assert all(b.top - a.bottom == gap for a, b in zip(down, down[1:], strict=False))


def test_places_by_need_fill_the_area_with_equal_margins() -> None:
    area = pygame.Rect(10, 5, 500, 30)
    needs = [100, 40, 60.5, 40]
    places = by_need(area, needs, 8)
    assert places[0].left == area.left and places[-1].right == area.right
    assert all(b.left - a.right in (7, 8, 9) for a, b in zip(places, places[1:], strict=False))
    margins = [place.w - need for place, need in zip(places, needs, strict=True)]
    assert max(margins) - min(margins) <= 2
