"""Terms of the glossary in running text: found once in a page, marked as links."""

import re
from collections.abc import Iterable
from functools import lru_cache

from game.content.handbook import Term, read

from ..spans import MARK


@lru_cache(maxsize=1)
def _by_word() -> dict[str, Term]:
    return {word.casefold(): term for term in read().terms if term.is_linked for word in term.words}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = sorted(_by_word(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.I)


@lru_cache(maxsize=512)
def term(name: str) -> Term | None:
    """The entry of the glossary with this id."""
    return next((term for term in read().terms if term.id == name), None)


def term_called(words: str) -> Term | None:
    """The entry that has these words as its title or another form."""
    return next((t for t in read().terms if words.casefold() in {w.casefold() for w in t.words}), None)


def subject(title: str) -> Term | None:
    """The term that a tip with this title is about: what it is called, else the first one it names."""
    bare = title.partition(" | ")[0]
    if called := term_called(bare.rpartition(": ")[2]):
        return called
    found = _pattern().search(bare)
    return _by_word()[found[0].casefold()] if found else None


class Linker:
    """Marks each term the first time it occurs; those in `known` never."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.known = set(known)

    def linked(self, text: str) -> str:
        """The text with links; other marks stay as they are, but a bold phrase that is a term becomes a link."""
        made, at = "", 0
        for found in MARK.finditer(text):
            made += self._plain(text[at : found.start()])
            bold = found["bold"]
            made += self._bold(bold) if bold else found[0]
            at = found.end()
        return made + self._plain(text[at:])

    def _plain(self, text: str) -> str:
        return _pattern().sub(lambda found: self._link(found[0], found[0]), text)

    def _bold(self, words: str) -> str:
        bare = words.rstrip(".:,")
        rest = words[len(bare) :]
        is_term = bare.casefold() in _by_word()
        if not is_term:
            return f"**{words}**"
        return self._link(bare, f"**{bare}**") + (f"**{rest}**" if rest else "")

    def _link(self, words: str, shown: str) -> str:
        term = _by_word()[words.casefold()]
        if term.id in self.known:
            return shown
        self.known.add(term.id)
        return f"[{shown}](term:{term.id})"


@lru_cache(maxsize=256)
def linked_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a tip with links: not in its title, and not to what the title names."""
    title = lines[0].partition(" | ")[0]
    own = term_called(title.rpartition(": ")[2])
    linker = Linker([own.id] if own else [])
    return (lines[0], *[_line(linker, line) for line in lines[1:]])


def _line(linker: Linker, line: str) -> str:
    if line.startswith("Sources: "):  # titles of others
        return line
    words, bar, value = line.partition(" | ")
    return linker.linked(words) + bar + value
