"""A section of the handbook set for the window: leaves of slabs, kept as long as the window keeps its size."""

from dataclasses import dataclass, replace
from functools import cache

import pygame

from game.content.handbook import Block
from game.match.library import Library, Section, is_for_full

from .. import theme
from ..pen import Pen
from .leaves import Leaf, bound
from .plates import WIDE, Plates
from .slabs import NOTE, Setter, Slab, beside, indented, stacked
from .spread import Copy, spread

GUTTER = 44  # units between two columns
SCENE = (206, 117)  # units of text: the illustration of a headline
BESIDE = 250  # units of text: the least room for words beside it
CARD, CARD_GUTTER = 325, 22  # units: a column of cards at least, and what is between two
OF_WORLD = ("sectors", "blocs", "agendas", "headlines")  # sections that tell of the real world
TWO = 940  # units: from this width on there are two columns


@dataclass(frozen=True)
class Sheet:
    """How the leaves of a section are divided: columns, their width and what is between them, in pixels."""

    columns: int
    width: int
    gap: int


class Press:
    """Sets sections for one pen and one place on the screen."""

    def __init__(self, pen: Pen, library: Library, area: pygame.Rect, is_plain: bool = False) -> None:
        self.pen, self.library, self.area, self.is_plain = pen, library, area, is_plain
        self.text = self._sheet(2 if area.w >= pen.px(TWO) else 1, pen.px(GUTTER))
        self.plates = Plates(pen, library.shelf)
        self._leaves: dict[str, list[Leaf]] = {}
        self._sheets: dict[str, Sheet] = {}

    def leaves(self, section: Section) -> list[Leaf]:
        if section.id not in self._leaves:
            columns, is_cards = self.sheet(section).columns, section.id.startswith("cards:")
            self._leaves[section.id] = (
                spread(self._copies(section), columns, self.area.h)
                if is_cards
                else bound(self._slabs(section), columns, self.area.h)
            )
        return self._leaves[section.id]

    def sheet(self, section: Section) -> Sheet:
        """Words want wider columns than cards."""
        if not section.id.startswith("cards:"):
            return self.text
        if section.id not in self._sheets:
            self._sheets[section.id] = self._card_sheet(section)
        return self._sheets[section.id]

    def _card_sheet(self, section: Section) -> Sheet:
        """Cards side by side, as many as there is room for; without sources below them as few and large as fit."""
        gap = self.pen.px(CARD_GUTTER)
        most = max(2, (self.area.w + gap) // (self.pen.tx(CARD) + gap))
        names = [block.name for block in section.blocks[1:]]
        for columns in range(2, most) if self.is_plain else ():
            sheet = self._sheet(columns, gap)
            if all(self.plates.page(name, sheet.width).height <= self.area.h for name in names):
                return sheet
        return self._sheet(most, gap)

    def place(self, section: Section, slab: Slab, column: int, y: int) -> pygame.Rect:
        """Where a slab of a leaf is on the screen."""
        sheet = self.sheet(section)
        x = self.area.x + column * (sheet.width + sheet.gap)
        return pygame.Rect(x, self.area.y + y, self.area.w if slab.is_wide else sheet.width, slab.height)

    def _sheet(self, columns: int, gap: int) -> Sheet:
        return Sheet(columns, (self.area.w - gap * (columns - 1)) // columns, gap)

    def _slabs(self, section: Section) -> list[Slab]:
        setter = Setter(self.pen, self.text.width, section.id in OF_WORLD)
        made: list[Slab] = []
        spares = self.is_plain and not section.id.startswith("chapter:")
        for n, block in enumerate(section.blocks):
            if spares and is_for_full(block.kind):
                continue
            if section.id == "glossary" and block.kind == "entry":
                setter.linker.known = {block.anchor.removeprefix("term:")}  # every entry stands for itself
            drawn = {"scene": self._scene, "picture": self._picture}.get(block.kind)
            slabs = drawn(block) if drawn else setter.slabs(block)
            for slab in slabs:
                slab.block = n
            made += slabs
        self._keep_sources(section, made)
        self._keep_entries(section, made)
        return made

    def _keep_sources(self, section: Section, slabs: list[Slab]) -> None:
        """A source stands with what it is the source of."""
        kinds = [section.blocks[slab.block].kind for slab in slabs]
        for slab, kind, below in zip(slabs, kinds, kinds[1:], strict=False):
            slab.keeps = slab.keeps or kind in ("paragraph", "detail") and below == "note"

    def _keep_entries(self, section: Section, slabs: list[Slab]) -> None:
        """What is told of one thing of the world stands in one column, if it has room in one; of other things at least
        the last two pieces stand together.
        """
        heads = [n for n, slab in enumerate(slabs) if section.blocks[slab.block].kind == "entry"]
        for first, end in zip(heads, [*heads, len(slabs)][1:], strict=True):
            is_whole = sum(slab.height for slab in slabs[first:end]) <= self.area.h
            begins = first + 1 if is_whole and section.id in OF_WORLD else end - 2
            for slab in slabs[max(first, begins) : end - 1]:
                slab.keeps = True

    def _copies(self, section: Section) -> list[Copy]:
        """Its cards; the title stands over the page, and they need the room."""
        width = self.sheet(section).width
        return [self._copy(block, n, width) for n, block in enumerate(section.blocks) if n]

    def _copy(self, block: Block, n: int, width: int) -> Copy:
        """A card's large face, and its sources in small type."""
        left = self.plates.shift
        small = replace(block, rows=tuple(("note" if kind == "detail" else kind, text) for kind, text in block.rows))
        facts = [] if self.is_plain else [indented(slab, left) for slab in self._facts(small, width - left)]
        title = Block("entry", f"{block.text}: sources")
        head = [indented(slab, left) for slab in Setter(self.pen, width - left).slabs(title)]
        for slab in (*facts, *head):
            slab.block = n

        @cache
        def face(art: float) -> Slab:
            plate = self.plates.page(block.name, width, art)
            return Slab(plate.height, plate.paint, (block.name, art), block=n)

        return Copy(face, facts, head)

    def _scene(self, block: Block) -> list[Slab]:
        """The illustration of a headline with what it does and recalls."""
        pen = self.pen
        w, h = pen.tx(SCENE[0]), pen.tx(SCENE[1])

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            place = pygame.Rect(box.x, box.y + pen.tx(3), w, h)
            pen.box(target, place.inflate(2, 2), theme.LINE, theme.LINE, theme.LINE_STRONG, 9)
            target.blit(pen.art(block.name, w, h, frame="all"), place)

        return self._with_facts(block, Slab(h + pen.tx(10), paint, block.name), w)

    def _with_facts(self, block: Block, face: Slab, width: int) -> list[Slab]:
        """Words beside a picture, or below it where the column is narrow."""
        pen, column = self.pen, self.text.width
        left = width + pen.tx(22)
        if not block.rows or self.is_plain and all(is_for_full(row[0]) for row in block.rows):
            return [face]
        if column - left >= pen.tx(BESIDE):
            facts = stacked(self._facts(block, column - left))
            if facts.height + pen.tx(80) <= self.area.h:
                return [beside(face, facts, left)]
        return [face, *self._facts(block, column)]

    def _facts(self, block: Block, width: int) -> list[Slab]:
        setter = Setter(self.pen, width, True)
        rows = [row for row in block.rows if not (self.is_plain and is_for_full(row[0]))]
        return [slab for kind, text in rows for slab in setter.slabs(Block(kind, text))]

    def _picture(self, block: Block) -> list[Slab]:
        """A plate with its caption."""
        pen, is_wide = self.pen, block.name in WIDE
        width = self.area.w if is_wide else self.text.width
        caption = pen.paragraph_height(block.text, width, NOTE) + pen.tx(6) if block.text else 0
        plate = self.plates.plate(block.name, width, self.area.h - caption - pen.tx(76))
        if plate is None:
            return []
        above = pen.tx(6)
        top = above + plate.height + pen.tx(7)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            plate.paint(target, pygame.Rect(box.x, box.y + above, plate.width, plate.height))
            if block.text:
                pen.paragraph(target, block.text, box.x, box.y + top + pen.tx(3), width, NOTE, theme.TEXT_2)

        height = top + caption + pen.tx(12)
        return [Slab(height, paint, (block.name, block.text), is_wide=is_wide)]
