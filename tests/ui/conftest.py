"""Somebody at the window, for tests that bring nobody of their own."""

from pathlib import Path

import pytest

from game.ui.scenes.menu import MenuScene
from tests.ui.catalogue import own_folders
from tests.ui.harness import Person
from tests.ui.hasty import hurry


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """At the menu, in folders of a name of their own; nothing takes time."""
    own_folders(str(tmp_path))
    hurry(monkeypatch)
    someone = Person()
    someone.app.push(MenuScene(someone.app))
    return someone
