"""The handbook's text: chapters and glossary from `assets/handbook`, a small part of Markdown, read into blocks.

A block is a heading (#, ##), a paragraph, a list item ("- " or "1. "), a table of | cells |, or a picture
`![caption](picture:name)`; `(table:name)` stands for a table that is made from the rulebook. In the text: **bold**,
and links `[words](chapter:name)`. `{names}` in braces are those of the match: sides, sectors, blocs, numbers.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from game.places import assets_dir

PICTURE = re.compile(r"!\[(.*)\]\((picture|table):([\w-]+)\)")
ITEM = re.compile(r"(-|\d+\.) (.+)")
LINK = re.compile(r"\[([^\[\]]+)\]\(([a-z]+):([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a chapter. `kind` is heading, paragraph, item, table, picture, made (a table of the rulebook) or
    note (small: "Sources: …"); what the game adds also detail (a paragraph for those who read in full), entry (the
    heading of something that can be looked up), scene (a headline's picture) and card (with its title as the text).
    """

    kind: str
    text: str = ""  # also the caption of a picture
    level: int = 0  # of a heading: 1 or 2
    mark: str = ""  # of an item: its number, or empty
    name: str = ""  # of a picture or a made table
    rows: tuple[tuple[str, ...], ...] = ()  # of a table; the first is its head
    anchor: str = ""  # what links name, like term:tension


@dataclass(frozen=True, slots=True)
class Chapter:
    id: str
    title: str
    blocks: tuple[Block, ...]
    is_of_world: bool = False  # it tells of real events: not for matches with invented names


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    id: str
    title: str
    aliases: tuple[str, ...]
    text: str
    chapter: str  # where it is told at length
    is_linked: bool = True  # whether the word is underlined where it occurs
    idea: str = ""  # the mechanism behind it: what economists say

    @property
    def words(self) -> tuple[str, ...]:
        return (self.title, *self.aliases)


@dataclass(frozen=True, slots=True)
class Text:
    """Everything in the files."""

    chapters: tuple[Chapter, ...]
    terms: tuple[Term, ...]


@lru_cache(maxsize=1)
def read() -> Text:
    """The chapters in their order, and the glossary."""
    folder = assets_dir() / "handbook"
    names = [line[2:].partition(": ") for line in _lines("contents") if line.startswith("- ")]
    chapters = [
        replace(chapter(name, (folder / f"{name}.md").read_text("utf-8")), is_of_world=mark == "of the world")
        for name, _, mark in names
    ]
    return Text(tuple(chapters), tuple(terms((folder / "glossary.md").read_text("utf-8"))))


def _lines(name: str) -> list[str]:
    return (assets_dir() / "handbook" / f"{name}.md").read_text("utf-8").splitlines()


# --- chapters ------------------------------------------------------------------------------------


def chapter(name: str, text: str) -> Chapter:
    """A file as a chapter; its title is its first heading."""
    found = blocks(text)
    return Chapter(name, found[0].text, tuple(found))


def blocks(text: str) -> list[Block]:
    """The blocks of a text. What follows without an empty line belongs to the paragraph or item before."""
    found: list[Block] = []
    is_open = False  # whether the next line may go on with the last block
    for line in (line.strip() for line in text.splitlines()):
        block = _block(line)
        if block is not None and block.kind == "table" and is_open and found[-1].kind == "table":
            found[-1] = Block("table", rows=(*found[-1].rows, *block.rows))
        elif block is not None:
            found.append(block)
        elif line and is_open:
            found[-1] = _longer(found[-1], line)
        elif line:
            found.append(Block("note" if line.startswith("Sources: ") else "paragraph", line))
        is_open = bool(line) and found[-1].kind in ("paragraph", "item", "table", "note")
    return found


def _block(line: str) -> Block | None:
    """The block that this line begins by itself, None for words."""
    if line.startswith("#"):
        marks, _, words = line.partition(" ")
        return Block("heading", words, level=len(marks))
    if picture := PICTURE.fullmatch(line):
        caption, kind, name = picture.groups()
        return Block("picture" if kind == "picture" else "made", caption, name=name)
    if item := ITEM.fullmatch(line):
        return Block("item", item[2], mark="" if item[1] == "-" else item[1])
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        return Block("table", rows=() if set("".join(cells)) <= set("-: ") else (cells,))
    return None


def _longer(block: Block, line: str) -> Block:
    return Block(block.kind, f"{block.text} {line}", mark=block.mark)


# --- the glossary --------------------------------------------------------------------------------


def terms(text: str) -> list[Term]:
    """The entries of the glossary: a heading, "also:" other forms, "unlinked", the meaning, "in:" the chapter, "idea:"
    the mechanism behind it.
    """
    found = []
    for part in re.split(r"^## ", text, flags=re.M)[1:]:
        title, *lines = [line.strip() for line in part.splitlines() if line.strip()]
        facts = {line.partition(": ")[0]: line.partition(": ")[2] for line in lines if _is_fact(line)}
        words = " ".join(line for line in lines if not _is_fact(line))
        aliases = tuple(alias.strip() for alias in facts.get("also", "").split(",") if alias.strip())
        chapter, idea = facts.get("in", ""), facts.get("idea", "")
        found.append(Term(slug(title), title, aliases, words, chapter, "unlinked" not in facts, idea))
    return sorted(found, key=lambda term: term.title)


def _is_fact(line: str) -> bool:
    return line == "unlinked" or line.startswith(("also: ", "in: ", "idea: "))


def slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def filled(text: str, names: Mapping[str, object]) -> str:
    """The text with the match's own names in place of those in braces. Raises KeyError for an unknown one."""
    return re.sub(r"\{([\w-]+)\}", lambda found: str(names[found[1]]), text)
