"""The handbook as one thing: chapters filled with the names of a match, and everything there is to look up.

Whoever reads in plain words is spared notes and details: sources, and what is disputed. Links name an anchor:
chapter:…, term:…, sector:…, bloc:…, card:SIDE:…, headline:…, agenda:…, mechanism:….
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.content import handbook
from game.content.almanac import KIND_TITLES, Almanac, Page, almanac_of
from game.content.compile import rulebook
from game.content.fields import Side
from game.content.handbook import Block
from game.content.pack import Pack, Source
from game.engine import terms as T
from game.engine.rulebook import Rulebook

from .words import Words

Rows = tuple[tuple[str, ...], ...]
SIDES = ("us", "china")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
KIND_WORDS = (
    "Raises an export control.", "Places an entity listing.", "Raises your own tariff.",
    "Builds capability: progress, programmes.", "Moves blocs toward your side.",
    "Fills stockpiles, opens workarounds.", "Lowers Tension, takes measures off.",
    "Moves the track by a success.", "People and knowledge.",
)  # fmt: skip
RUPTURE = (
    "At 10 the match **ruptures**: whose card did it has caused it. Resilience is compared, and the side that caused "
    "it counts {handicap} less. The higher side wins; if they are level, the side that did not cause it.",
    "In this match **both sides lose** when Tension reaches 10. In others the side with the higher Resilience wins, "
    "with a handicap for the side that caused it.",
)


@dataclass(frozen=True)
class Section:
    """One entry of the table of contents."""

    id: str
    title: str
    icon: str
    blocks: tuple[Block, ...]


def is_for_full(kind: str) -> bool:
    """Whether a block of this kind is only for those who read in full."""
    return kind in ("note", "detail")


@dataclass(frozen=True)
class Volume:
    """One rulebook with what there is to read about it."""

    book: Rulebook
    almanac: Almanac
    words: Words


@dataclass(frozen=True)
class Hit:
    """A place where the words that were searched stand."""

    section: str
    block: int  # its number in the section
    title: str
    where: str = ""  # the title of the section, unless it is the same


def volumes(pack: Pack, scenario: str = "") -> list[Volume]:
    """The rulebook of a scenario; without one, as few as it takes to cover every card of the pack."""
    ids = [scenario] if scenario else _covering(pack)
    books = [rulebook(pack, name) for name in ids]
    almanacs = [almanac_of(pack, book) for book in books]
    return [Volume(book, a, Words(book, a)) for book, a in zip(books, almanacs, strict=True)]


def _covering(pack: Pack) -> list[str]:
    left = {card for scenario in pack.scenarios for deck in scenario.decks.values() for card in deck}
    chosen: list[str] = []
    while left:
        best = max(pack.scenarios, key=lambda s: (len(left & _cards(s.decks)), s.rounds))
        chosen.append(best.id)
        left -= _cards(best.decks)
    return chosen


def _cards(decks: Mapping[Side, list[str]]) -> set[str]:
    return {card for deck in decks.values() for card in deck}


class Library:
    """All sections. The first volume gives the chapters their names; `tables` are those that the window makes.

    `more` tells of the world, and is left out where the pack does not.
    """

    def __init__(
        self, shelf: Sequence[Volume], tables: Mapping[str, Rows], more: Sequence[Section] = ()
    ) -> None:
        self.shelf = list(shelf)
        self.first = self.shelf[0]
        self.names = _names(self.first.book)
        self.tables = {**_made(self.first), **tables}
        text = handbook.read()
        self.terms = text.terms
        self.sections = [
            self._chapter(chapter)
            for chapter in text.chapters
            if self.first.almanac.tells_of_world or not chapter.is_of_world
        ]
        self.chapters = len(self.sections)
        known = more if self.first.almanac.tells_of_world else ()
        self.sections += [self._glossary(), *_reference(self.first), *known, *self._card_sections()]
        self.places = self._places()

    def _chapter(self, chapter: handbook.Chapter) -> Section:
        blocks = [self._filled(block) for block in chapter.blocks]
        blocks[0] = replace(blocks[0], anchor=f"chapter:{chapter.id}")
        return Section(f"chapter:{chapter.id}", chapter.title, "policy", tuple(blocks))

    def _filled(self, block: Block) -> Block:
        """The block with the match's names, and made tables as tables."""
        text = handbook.filled(block.text, self.names)
        if block.kind == "made":
            return Block("table", text, rows=self.tables[block.name])
        rows = tuple(tuple(handbook.filled(cell, self.names) for cell in row) for row in block.rows)
        return replace(block, text=text, rows=rows)

    def _glossary(self) -> Section:
        blocks = [Block("heading", "Glossary", 1)]
        titles = {section.id: section.title for section in self.sections}
        for term in self.terms:
            blocks.append(Block("entry", term.title, anchor=f"term:{term.id}"))
            chapter = f"chapter:{term.chapter}"
            more = f" See [{titles[chapter]}]({chapter})." if chapter in titles else ""
            blocks.append(Block("paragraph", handbook.filled(term.text, self.names) + more))
        return Section("glossary", "Glossary", "info", tuple(blocks))

    def _card_sections(self) -> list[Section]:
        """Both sides' cards, of each volume those that no one before it has."""
        found: list[Section] = []
        seen: set[str] = set()
        for n, volume in enumerate(self.shelf):
            for side in (T.US, T.CHINA):
                cards = [
                    card
                    for card in range(len(volume.book.cards))
                    if volume.book.card_side(card) == side and volume.book.cards[card].id not in seen
                ]
                if cards:
                    found.append(_cards_of(volume, n, side, cards))
            seen |= {card.id for card in volume.book.cards}
        return found

    def _places(self) -> dict[str, tuple[str, int]]:
        """Where every anchor is: (section, number of the block)."""
        return {
            block.anchor: (section.id, n)
            for section in self.sections
            for n, block in enumerate(section.blocks)
            if block.anchor
        }

    def section(self, name: str) -> Section:
        return next(section for section in self.sections if section.id == name)

    def search(self, words: str, most: int = 40) -> list[Hit]:
        """Where all the words stand together, under one heading; headings that hold them first."""
        parts = words.casefold().split()
        found: list[tuple[int, Hit]] = []
        for section in self.sections if parts else []:
            head, at = section.title, 0
            told: list[str] = []
            for n, block in enumerate([*section.blocks, Block("heading")]):
                text = [block.text, block.mark, *[cell for row in block.rows for cell in row]]
                if block.kind in ("heading", "entry", "card") and (n == 0 or told):
                    if told:
                        found += _hit(parts, section, at, head, told)
                    head, at, told = block.text, n, text
                else:
                    told += text
        return [hit for _, hit in sorted(found, key=lambda one: one[0])[:most]]


def _hit(parts: list[str], section: Section, at: int, head: str, told: list[str]) -> list[tuple[int, Hit]]:
    text = " ".join(told).casefold()
    if not all(part in text for part in parts):
        return []
    rank = 0 if head.casefold() == " ".join(parts) else 1 if all(p in head.casefold() for p in parts) else 2
    return [(rank, Hit(section.id, at, head, "" if head == section.title else section.title))]


# --- names and tables ----------------------------------------------------------------------------


def _names(book: Rulebook) -> dict[str, object]:
    """What stands for the names in braces."""
    setting, sides = book.tables.setting, book.scenario.sides
    mode = 1 if setting[T.RUPTURE_MODE] == T.BOTH_LOSE else 0
    return {
        "us": sides[0],
        "china": sides[1],
        "rounds": setting[T.ROUNDS],
        "end-us": setting[T.END_US],
        "end-china": setting[T.END_CHINA],
        "handicap": setting[T.HANDICAP],
        "rupture": RUPTURE[mode].format(handicap=setting[T.HANDICAP]),
        **{sector.id: sector.title for sector in book.sectors},
        **{bloc.id: bloc.title for bloc in book.blocs},
    }


def _made(volume: Volume) -> dict[str, Rows]:
    book, almanac = volume.book, volume.almanac
    title = [sector.title for sector in book.sectors]
    arrows = [("sector", "plain arrow from", "dashed arrow from")]
    for sector in book.sectors:
        if sector.solid or sector.dashed:
            solid, dashed = (", ".join(title[i] for i in inputs) for inputs in (sector.solid, sector.dashed))
            arrows.append((sector.title, solid or "–", dashed or "–"))
    blocs = [("bloc", "sells (quality)", "buys")]
    for bloc in book.blocs:
        sells = ", ".join(f"{title[i]} ({quality})" for i, quality in bloc.supplies.items())
        blocs.append((bloc.title, sells or "–", title[bloc.buys] if bloc.buys != T.NONE else "–"))
    agendas = [("agenda", "met if")] + [(page.title, page.rules[0]) for page in almanac.agendas]
    kinds = [("class", "what its cards do")] + list(zip(KIND_TITLES.values(), KIND_WORDS, strict=True))
    return {
        "arrows": tuple(arrows), "blocs": tuple(blocs), "agendas": tuple(agendas), "kinds": tuple(kinds),
    }  # fmt: skip


# --- what can be looked up -------------------------------------------------------------------------


def _reference(volume: Volume) -> list[Section]:
    book, almanac = volume.book, volume.almanac
    found = [
        _pages("sectors", "Sectors", "sector-chips", "sector", almanac.sectors, [s.id for s in book.sectors]),
        _pages("blocs", "Blocs", "map", "bloc", almanac.blocs, [b.id for b in book.blocs]),
        _pages("agendas", "Agendas", "agenda", "agenda", almanac.agendas, [a.id for a in book.agendas]),
        _pages(
            "headlines",
            "Headlines",
            "headline",
            "headline",
            almanac.headlines,
            [h.id for h in book.headlines],
        ),
    ]
    return [section for section in found if len(section.blocks) > 1]


def _pages(name: str, title: str, icon: str, kind: str, pages: Sequence[Page], ids: Sequence[str]) -> Section:
    blocks = [Block("heading", title, 1)]
    for page, id_ in zip(pages, ids, strict=True):
        mark = page.kind if kind == "sector" else ""
        blocks.append(Block("entry", page.title, anchor=f"{kind}:{id_}", name=f"{kind}:{id_}", mark=mark))
        facts = [Block("paragraph", f"**{rule}**") for rule in page.rules]
        facts += [Block("paragraph", page.about)] if page.about else []
        facts += _precedent(page)
        if page.art:
            rows = tuple((fact.kind, fact.text) for fact in facts)
            facts = [Block("scene", name=page.art, rows=rows)]
        blocks += facts
    return Section(name, title, icon, tuple(blocks))


def _cards_of(volume: Volume, number: int, side: int, cards: list[int]) -> Section:
    title = f"{volume.words.sides[side]}: cards"
    blocks = [Block("heading", title, 1)]
    for card in cards:
        page, entry = volume.almanac.cards[card], volume.book.cards[card]
        anchor = f"card:{SIDES[side]}:{entry.id}"
        facts = tuple((block.kind, block.text) for block in _precedent(replace(page, precedent="")))
        name = f"card:{number}:{card}"
        blocks.append(Block("card", page.title, name=name, mark=_told(page), rows=facts, anchor=anchor))
    return Section(f"cards:{number}:{SIDES[side]}", title, "deck", tuple(blocks))


def _told(page: Page) -> str:
    """What a card's face tells, for the search."""
    return " ".join([page.kind, *page.rules, *page.targets, page.trigger, page.precedent, page.when])


def _precedent(page: Page) -> list[Block]:
    """The real event, its date, the sources, and the other side's view."""
    found: list[Block] = []
    if page.precedent:
        when = f" ({page.when})" if page.when else ""
        found.append(Block("paragraph", f"{page.precedent}{when}"))
    found += [Block("note", _cited(source)) for source in page.sources]
    if page.contested:
        found.append(Block("detail", f"**Contested.** {page.contested}"))
        new = [source for source in page.contested_sources if source not in page.sources]
        found += [Block("note", _cited(source)) for source in new]
    return found


def _cited(source: Source) -> str:
    """Title, publisher, date and address; many titles name the days themselves, and then there is no date."""
    date = str(source.date or "")
    if date and date[:4] in YEAR.findall(source.title):
        date = ""
    parts = [source.publisher, date, source.url]
    tail = ", ".join(part for part in parts if part)
    return f"{source.title.rstrip('.')}. {tail}".rstrip()
