"""Colours that can be read, and told apart."""

from itertools import combinations

import pytest

from game.engine import terms as T
from game.ui import theme

KINDS = (
    T.KIND_CONTROL,
    T.KIND_LIST,
    T.KIND_TARIFF,
    T.KIND_INDUSTRY,
    T.KIND_ALLIANCE,
    T.KIND_RESERVE,
    T.KIND_DIPLOMACY,
    T.KIND_SHOWCASE,
    T.KIND_TALENT,
)


def test_contrast_is_that_of_wcag() -> None:
    assert theme.contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", [theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.DEEPEST, theme.TIP_TOP])
@pytest.mark.parametrize(
    "colour",
    [theme.TEXT, theme.TEXT_2, theme.TEXT_3, theme.GOLD, theme.GAIN, theme.LOSS, *theme.BRIGHT],
)
def test_text_can_be_read_on_every_panel(colour: str, ground: str) -> None:
    assert theme.contrast(colour, ground) >= 4.5


@pytest.mark.parametrize("kind", KINDS)
def test_every_instrument_class_has_a_readable_colour(kind: int) -> None:
    assert theme.contrast(theme.KIND[kind], "#22375A") >= 4.5


def test_no_two_instrument_classes_look_alike() -> None:
    assert set(theme.KIND) == set(KINDS)
    for a, b in combinations(theme.KIND.values(), 2):
        distance = sum(abs(int(a[n : n + 2], 16) - int(b[n : n + 2], 16)) for n in (1, 3, 5))
        assert distance > 60, (a, b)


def test_ink_on_gold_can_be_read() -> None:
    for gold in (theme.BUTTON_TOP, theme.BUTTON_BOTTOM, theme.GOLD_KEY):
        assert theme.contrast(theme.INK, gold) >= 4.5


@pytest.mark.parametrize(("tension", "zone"), [(0, 0), (2, 0), (3, 1), (5, 2), (7, 3), (8, 4), (10, 4)])
def test_tension_has_five_zones_and_the_last_is_not_red(tension: int, zone: int) -> None:
    assert theme.tension_colour(tension) == theme.TENSION[zone]
    assert theme.TENSION[4] == "#C64BD8"


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert theme.mix("#000000", "#FFFFFF", 0) == "#000000"
    assert theme.mix("#000000", "#FFFFFF", 1) == "#ffffff"
    assert theme.mix("#000000", "#804020", 0.5) == "#402010"
