"""Illustrations: every card and headline has one that belongs to it, drawn by the code beside them."""

import importlib
import re
import sys
from itertools import combinations
from pathlib import Path

import pygame
import pytest

from game.content.almanac import Almanac
from game.content.compile import rulebook
from game.content.pack import Card, Headline, Pack
from game.places import assets_dir
from game.ui.svg import ART, rendered

FOLDER = assets_dir() / "art"
FILES = sorted(FOLDER.glob("*.svg"))
NAMES = {file.stem for file in FILES}
OF_THE_WINDOW = {  # shown by screens, not by cards
    "title", "curtain", "standing-us", "standing-china", "summit-us", "summit-china", "rupture", "both-lose",
    "level-end",
}  # fmt: skip
CLEAR = {"title"}  # something else is seen behind it


def small(name: str) -> bytes:
    """A picture, 24 x 14 pixels: what the eye keeps of it."""
    source = (FOLDER / f"{name}.svg").read_text("utf-8")
    return pygame.image.tobytes(pygame.transform.smoothscale(rendered(source, *ART), (24, 14)), "RGB")


def originals(pack: Pack) -> list[Card | Headline]:
    """What shows a picture of its own; the copies of the mirror deck show the same."""
    return [*(card for card in pack.cards if card.copy_of is None), *pack.headlines]


def test_every_card_and_headline_names_a_picture_that_exists(pack: Pack) -> None:
    assert [item.id for item in originals(pack) if item.art not in NAMES] == []


def test_every_scenario_has_a_picture_of_its_own(pack: Pack) -> None:
    art = [scenario.art for scenario in pack.scenarios]
    assert set(art) <= NAMES and len(set(art)) == len(art)


def test_in_every_scenario_every_card_shows_a_picture(pack: Pack) -> None:
    for scenario in pack.scenarios:
        almanac = Almanac(pack, rulebook(pack, scenario.id))
        assert [page.title for page in (*almanac.cards, *almanac.headlines) if page.art not in NAMES] == []


def test_only_cards_of_one_title_share_a_picture(pack: Pack) -> None:
    titles: dict[str, set[str]] = {}
    for item in originals(pack):
        titles.setdefault(item.art, set()).add(item.title)
    assert [art for art, named in titles.items() if len(named) > 1] == []
    assert len(titles) >= 60


def test_no_picture_lies_unused(pack: Pack) -> None:
    used = {item.art for item in [*originals(pack), *pack.scenarios]} | OF_THE_WINDOW
    assert NAMES - used == set()


def test_no_two_pictures_look_alike() -> None:
    pygame.display.init()
    seen = {name: small(name) for name in sorted(NAMES)}
    alike = []
    for (a, first), (b, second) in combinations(seen.items(), 2):
        apart = sum(abs(x - y) for x, y in zip(first, second, strict=True)) / len(first)
        if apart < 12:
            alike.append((a, b, round(apart, 1)))
    assert alike == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_picture_uses_only_what_the_renderer_knows(file: Path) -> None:
    source = file.read_text("utf-8")
    assert not re.search(r"<(?:text|clipPath|mask|filter|pattern|image|style|use)\b", source)
    assert source.count("Gradient id=") == source.count('gradientUnits="userSpaceOnUse"')
    assert f'viewBox="0 0 {ART[0]} {ART[1]}"' in source


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_picture_fills_its_box_with_many_colours(file: Path) -> None:
    picture = rendered(file.read_text("utf-8"), *ART)
    seen = {tuple(picture.get_at((x, y))) for x in range(0, ART[0], 4) for y in range(0, ART[1], 4)}
    assert file.stem in CLEAR or all(alpha == 255 for *_, alpha in seen)
    assert len(seen) > 300


def test_every_picture_is_what_the_code_beside_it_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER / "draw"))
    before = set(sys.modules)
    made = importlib.import_module("draw_all").pictures()
    for name in set(sys.modules) - before:
        del sys.modules[name]
    assert set(made) == NAMES
    assert [n for n, source in made.items() if source != (FOLDER / f"{n}.svg").read_text("utf-8")] == []
