"""What holds on every screen of the catalogue."""

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
