"""Marks in running text: `**bold**` and `{gain:+2}`, `{loss:−1}`, `{gold:…}`, `{us:…}`, `{china:…}`, `{dim:…}`;
links to the handbook: `[words](term:tension)`, also `[**bold words**](…)`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from . import theme
from .svg import Colour

LINK = r"\[(?P<words>[^\[\]]+)\]\((?P<link>[a-z]+:[\w.:-]+)\)"
MARK = re.compile(
    rf"{LINK}|\*\*(?P<bold>.+?)\*\*|\{{(?P<tone>gain|loss|gold|us|china|dim):(?P<toned>[^{{}}]*)\}}"
)
MARKS = frozenset("*{[")
DOT = "·"  # parts what stands in one line: at its end or beginning it is left out
# A space within a value: "6 → 7", "Budget −2", also where the number is marked; and within a sum: "8 − 2 = 6"
KEPT = "\u00a0"
WITHIN = re.compile(
    r" (?=→ )|(?<=→) | (?=(?:\*\*|\{\w+:)?[+−]\d)"
    r"| (?=[+−=] )|(?<= [+−=]) (?=(?:\*\*|\{\w+:)?\d)"  # of a sum
    r"|(?<=\}) (?=\d)|(?<=\b[A-Z]{2}) (?=\d)"  # after a side: "CN 2"
    r"| (?=%)"
)
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
    """A piece of one word in one face; an empty colour means the paragraph's. A link is underlined."""

    text: str
    is_bold: bool = False
    colour: Colour = ""
    link: str = ""

    def looks_like(self, other: "Span") -> bool:
        """Whether both are written alike, whatever their words."""
        return self.is_bold == other.is_bold and self.colour == other.colour and self.link == other.link

    def reading(self, text: str) -> "Span":
        """Other words in the same look. Asked for every word, and much faster than `dataclasses.replace`."""
        return Span(text, self.is_bold, self.colour, self.link)


def kept_together(text: str) -> str:
    """The text with spaces at which no line may break inside its values."""
    return WITHIN.sub(KEPT, text)


def plain(text: str) -> str:
    """The text without its marks."""
    return MARK.sub(lambda found: _span(found).text, text)


def _span(found: re.Match[str]) -> Span:
    """What a mark makes of its words."""
    if found["link"]:
        words = found["words"]
        is_bold = words.startswith("**") and words.endswith("**") and len(words) > 4
        return Span(words.strip("*") if is_bold else words, is_bold, theme.TEXT, found["link"])
    if found["bold"]:
        return Span(found["bold"], True, theme.TEXT)
    return Span(found["toned"] or "", True, TONES[found["tone"]])


def unmarked(text: str) -> str:
    """A part of a text without its marks, also those that begin or end elsewhere."""
    return plain(text).replace("**", "") if MARKS.intersection(text) else text


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[tuple[Span, ...], ...]:
    """One paragraph as words, each a row of spans."""
    words: list[list[Span]] = [[]]
    at = 0
    pieces: list[Span] = []
    for found in MARK.finditer(text):
        pieces.append(Span(text[at : found.start()]))
        pieces.append(_span(found))
        at = found.end()
    pieces.append(Span(text[at:]))
    for piece in pieces:
        for n, part in enumerate(piece.text.split(" ")):
            if n:
                words.append([])
            if part:
                words[-1].append(piece.reading(part.replace(KEPT, " ")))
    return tuple(tuple(word) for word in words if word)
