"""What holds on every screen of the catalogue."""

import re
from pathlib import Path

import pytest

from tests.ui.screens import SCREENS, leave, shown


@pytest.fixture(autouse=True)
def named_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saves lie in a folder whose name is always the same, because some screens show it."""
    monkeypatch.chdir(tmp_path)
    for name in ("saves", "config", "packs"):
        monkeypatch.setenv(f"CHOKEPOINT_{name.upper()}", name)


@pytest.mark.parametrize("name", SCREENS)
def test_partial_drawing_equals_full_drawing(name: str) -> None:
    person = shown(name)
    assert person.is_same_when_drawn_anew()
    for _ in range(4):
        person.press("tab")
        assert person.is_same_when_drawn_anew(), f"focus on {person.focus()}"
    leave(person)


def test_a_match_that_is_opened_shows_what_has_happened_in_it() -> None:
    person = shown("table with many measures")
    assert any(re.fullmatch(r"R\d+", text) for text in person.texts())
    person.press("l")
    assert len(person.texts()) > 20
    leave(person)
