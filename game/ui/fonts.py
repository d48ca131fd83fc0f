"""The typefaces: files inside the installed font packages, what they can write, and what stands in where
they can't.

pygame draws nothing, without a word, for a character that a font lacks. So every text is split into runs:
the face itself, a stand-in (the font that comes with pygame, then the system's), or a symbol we draw
ourselves.
"""

import importlib.util
from functools import lru_cache
from pathlib import Path

import pygame
import pygame.freetype

FACES = {
    "body": ("fontpkg_barlow", "Regular"),
    "medium": ("fontpkg_barlow", "Medium"),
    "bold": ("fontpkg_barlow", "SemiBold"),
    "head": ("fontpkg_barlow_condensed", "SemiBold"),
    "number": ("fontpkg_barlow_condensed", "Bold"),
}
# Names of faces with Chinese, Japanese and Korean characters: Windows, macOS, Linux
SYSTEM = (
    "microsoftyahei,microsoftyaheiui,simhei,pingfangsc,hiraginosansgb,stheiti,notosanscjksc,notosanssc,"
    "sourcehansanssc,wenquanyimicrohei,wenquanyizenhei,droidsansfallback,dejavusans"
)
# Drawn by us, on a square of cap height: arrows are in neither typeface
SYMBOLS = {
    "→": "M1 5H9M5.600 1.600L9 5L5.600 8.400",
    "←": "M9 5H1M4.400 1.600L1 5L4.400 8.400",
    "↑": "M5 9V1M1.600 4.400L5 1L8.400 4.400",
    "↓": "M5 1V9M1.600 5.600L5 9L8.400 5.600",
}
STAND_IN, SYMBOL = "stand-in", "symbol"


class MissingFont(Exception):
    """A typeface package is not installed."""


@lru_cache(maxsize=16)
def font_file(face: str) -> Path:
    """The file of a face, inside the installed typeface package. Raises MissingFont."""
    package, weight = FACES[face]
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        name = package.replace("_", "-")
        raise MissingFont(f"The typeface package {name} is not installed. Install it: pip install {name}")
    for file in sorted(Path(spec.origin).parent.rglob("*.*tf")):
        if file.stem.split("-")[-1] == weight:
            return file
    raise MissingFont(f"{package} has no weight {weight}: reinstall it")


@lru_cache(maxsize=8)
def _measured(path: str) -> pygame.freetype.Font:
    if not pygame.freetype.get_init():
        pygame.freetype.init()
    pygame.register_quit(_measured.cache_clear)  # a font is of no use once pygame was shut down
    return pygame.freetype.Font(path, 20)


@lru_cache(maxsize=4096)
def can_write(path: str, character: str) -> bool:
    """Whether the font in this file has a picture for the character."""
    return _measured(path).get_metrics(character)[0] is not None


@lru_cache(maxsize=1)
def _stand_ins() -> tuple[str, ...]:
    bundled = str(Path(pygame.__file__).parent / pygame.font.get_default_font())
    found = [pygame.font.match_font(name) for name in SYSTEM.split(",")]
    return tuple(dict.fromkeys([bundled, *[path for path in found if path]]))


@lru_cache(maxsize=1024)
def stand_in(character: str) -> str | None:
    """The file of a font that can write what our faces can't, or None on this machine."""
    return next((path for path in _stand_ins() if can_write(path, character)), None)


def is_writable(character: str) -> bool:
    """Whether the window can show this character at all."""
    known = character in SYMBOLS or can_write(str(font_file("body")), character)
    return known or stand_in(character) is not None


@lru_cache(maxsize=4096)
def runs(text: str, face: str) -> tuple[tuple[str, str], ...]:
    """The text in pieces: (file of the font, piece), or (SYMBOL, character)."""
    path = str(font_file(face))
    if text.isascii():
        return ((path, text),)
    found: list[tuple[str, str]] = []
    for character in text:
        if character in SYMBOLS:
            found.append((SYMBOL, character))
            continue
        file = path if can_write(path, character) else stand_in(character) or path
        if found and found[-1][0] == file:
            found[-1] = (file, found[-1][1] + character)
        else:
            found.append((file, character))
    return tuple(found)
