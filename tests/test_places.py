"""Where files live: beside main.py in a checkout, in the user's folders in an installed package."""

from pathlib import Path

import pytest

from game import places

FOLDERS = {
    "SAVES": places.saves_dir,
    "CONFIG": places.config_dir,
    "CACHE": places.cache_dir,
    "PACKS": places.packs_dir,
}


@pytest.fixture
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FOLDERS:
        monkeypatch.delenv(f"CHOKEPOINT_{name}", raising=False)


@pytest.fixture
def installed(tmp_path: Path, nothing_set: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "site-packages" / "game"
    (package / "assets").mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", package)
    monkeypatch.setattr(places, "_CHECKOUT", package.parent)
    return package


def test_a_checkout_keeps_saves_beside_main(nothing_set: None) -> None:
    root = Path(__file__).parent.parent
    assert places.is_checkout()
    assert places.assets_dir() == root / "assets" and places.saves_dir() == root / "saves"


def test_an_installed_package_brings_its_assets_and_saves_with_the_user(installed: Path) -> None:
    assert not places.is_checkout()
    assert places.assets_dir() == installed / "assets"
    for folder in FOLDERS.values():
        assert "chokepoint" in folder().parts
        assert installed.parent not in folder().parents


@pytest.mark.parametrize("name", FOLDERS)
def test_each_folder_can_be_named_by_the_environment(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"CHOKEPOINT_{name}", "/elsewhere")
    assert FOLDERS[name]() == Path("/elsewhere")


def test_tests_touch_no_folder_of_the_players(tmp_path: Path) -> None:
    for name in ("SAVES", "CONFIG", "PACKS"):
        assert tmp_path in FOLDERS[name]().parents
