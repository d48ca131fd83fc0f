"""Longer text: what a translation does to a layout, tried without one.

Every word grows by about a third. Its filler is a letter that English lacks, so a word is never made longer twice,
wherever it passes by again: wrapped, joined, cut.
"""

import re
from functools import cache

import pytest

from game.ui.lettering import Lettering

FILLER = ("ō", "Ō")
PIECE = re.compile(r"\]\([a-z]+:[^)]*\)|\{(?:gain|loss|gold|us|china|dim):|[^\W\d_]+…?")


@cache
def longer(text: str) -> str:
    """The text about 35 % longer. Marks, numbers and single letters stay as they are."""
    return PIECE.sub(_longer, text)


def _longer(found: re.Match[str]) -> str:
    piece = found[0]
    if len(piece) < 2 or piece[0] in "{]" or piece[-1] == "…" or any(letter in piece for letter in FILLER):
        return piece
    return piece + FILLER[piece.isupper()] * max(1, round(len(piece) * 0.35 + 0.05))


def stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on everything that is written is longer."""
    monkeypatch.setattr(Lettering, "worded", lambda self, text: longer(text))
