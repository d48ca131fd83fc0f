"""Marks in running text: `**bold**` and `{gain:+2}`, `{loss:−1}`, `{gold:…}`, `{us:…}`, `{china:…}`, `{dim:…}`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from . import theme
from .svg import Colour

MARK = re.compile(r"\*\*(.+?)\*\*|\{(gain|loss|gold|us|china|dim):([^{}]*)\}")
TONES = {
    "gain": theme.GAIN,
    "loss": theme.LOSS,
    "gold": theme.GOLD,
    "us": theme.BRIGHT[0],
    "china": theme.BRIGHT[1],
    "dim": theme.TEXT_3,
}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one word in one face; an empty colour means the paragraph's."""

    text: str
    is_bold: bool = False
    colour: Colour = ""


def plain(text: str) -> str:
    """The text without its marks."""
    return MARK.sub(lambda found: found[1] or found[3] or "", text)


def unmarked(text: str) -> str:
    """A part of a text without its marks, also those that begin or end elsewhere."""
    return plain(text).replace("**", "") if "*" in text or "{" in text else text


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[tuple[Span, ...], ...]:
    """One paragraph as words, each a row of spans."""
    words: list[list[Span]] = [[]]
    at = 0
    pieces: list[Span] = []
    for found in MARK.finditer(text):
        pieces.append(Span(text[at : found.start()]))
        colour = theme.TEXT if found[1] else TONES[found[2]]
        pieces.append(Span(found[1] or found[3], True, colour))
        at = found.end()
    pieces.append(Span(text[at:]))
    for piece in pieces:
        for n, part in enumerate(piece.text.split(" ")):
            if n:
                words.append([])
            if part:
                words[-1].append(Span(part, piece.is_bold, piece.colour))
    return tuple(tuple(word) for word in words if word)
