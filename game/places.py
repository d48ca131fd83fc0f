"""Where files live: beside main.py in a checkout, in the user's folders when installed as a package."""

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def is_checkout() -> bool:
    """Whether the game runs from its repository rather than from an installed package."""
    return (_CHECKOUT / "assets").is_dir() and (_CHECKOUT / "main.py").is_file()


def assets_dir() -> Path:
    return _CHECKOUT / "assets" if is_checkout() else _PACKAGE / "assets"


def saves_dir() -> Path:
    """Saved matches. CHOKEPOINT_SAVES names another folder."""
    if "CHOKEPOINT_SAVES" in os.environ:
        return Path(os.environ["CHOKEPOINT_SAVES"])
    return _CHECKOUT / "saves" if is_checkout() else user_data_path("chokepoint", False) / "saves"


def config_dir() -> Path:
    """Settings. CHOKEPOINT_CONFIG names another folder."""
    if "CHOKEPOINT_CONFIG" in os.environ:
        return Path(os.environ["CHOKEPOINT_CONFIG"])
    return user_config_path("chokepoint", False)


def cache_dir() -> Path:
    """What can be made again: the compiled core. CHOKEPOINT_CACHE names another folder."""
    if "CHOKEPOINT_CACHE" in os.environ:
        return Path(os.environ["CHOKEPOINT_CACHE"])
    return user_cache_path("chokepoint", False)


def packs_dir() -> Path:
    """Packs of a player's own, one folder each. CHOKEPOINT_PACKS names another folder."""
    if "CHOKEPOINT_PACKS" in os.environ:
        return Path(os.environ["CHOKEPOINT_PACKS"])
    return user_data_path("chokepoint", False) / "packs"


def class_dir() -> Path:
    """The class files that this computer has written."""
    return saves_dir() / "class"


def removable_dirs() -> list[Path]:
    """Sticks and other drives that are in, as far as the system shows them as folders."""
    if os.name == "nt":
        drives = [Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
        return [drive for drive in drives if drive.exists()]
    user = Path.home().name
    roots = (Path("/media") / user, Path("/run/media") / user, Path("/media"), Path("/Volumes"))
    found: list[Path] = []
    for root in roots:
        try:
            found += [path for path in sorted(root.iterdir()) if path.is_dir() and path.name != user]
        except OSError:
            continue  # this system has no such place
    return list(dict.fromkeys(found))
