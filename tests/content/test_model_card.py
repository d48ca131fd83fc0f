"""The model card says what the scenarios really hold, and gives every setting of the contested number its due."""

import re
from typing import get_args

import pytest

from game.content.handbook import read
from game.content.pack import Backfire, Pack

CARD = next(chapter for chapter in read().chapters if chapter.id == "model-card")


@pytest.mark.parametrize(("scenario", "column"), [("tech-war", 1), ("magnet-gambit", 2)])
def test_its_levels_are_those_of_the_scenarios(pack: Pack, scenario: str, column: int) -> None:
    position = next(s for s in pack.scenarios if s.id == scenario).position
    (table,) = (block for block in CARD.blocks if block.kind == "table")
    told = {row[0].strip("{}"): row[column] for row in table.rows[1:]}
    held = {
        sector.id: f"{position.capability['us'][sector.id]}, {position.capability['china'][sector.id]}"
        for sector in pack.sectors
    }
    assert told == held


def test_every_level_says_what_it_rests_on() -> None:
    (table,) = (block for block in CARD.blocks if block.kind == "table")
    assert all(len(row) == 4 and len(row[3]) > 15 for row in table.rows)


@pytest.mark.parametrize("setting", get_args(Backfire))
def test_every_setting_of_backfire_has_its_argument_and_sources(setting: str) -> None:
    texts = [block.text for block in CARD.blocks]
    start = next(n for n, text in enumerate(texts) if text.startswith(f"Backfire {setting}: "))
    assert len(texts[start + 1]) > 200
    assert re.match(r"Sources: .+\d{4}", texts[start + 2])


@pytest.mark.parametrize("scenario", ["tech-war", "magnet-gambit"])
def test_what_it_says_of_the_start_is_so(pack: Pack, scenario: str) -> None:
    position = next(s for s in pack.scenarios if s.id == scenario).position
    assert "Japan and South Korea start neutral" in " ".join(block.text for block in CARD.blocks)
    assert position.align.get("japan", 0) == position.align.get("korea", 0) == 0
    assert (
        position.budget["china"] > position.budget["us"]
        and position.capital["china"] > position.capital["us"]
    )
