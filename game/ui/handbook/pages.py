"""A section of the handbook set for the window: leaves of slabs, kept as long as the window keeps its size."""

import pygame

from game.content.handbook import Block
from game.match.library import Library, Section, is_for_full

from .. import theme
from ..pen import Pen
from .leaves import Leaf, bound
from .plates import WIDE, Plates
from .slabs import NOTE, Setter, Slab, beside, stacked

GUTTER = 44  # units between two columns
SCENE = (206, 117)  # units of text: the illustration of a headline
BESIDE = 250  # units of text: the least room for sources beside a card
OF_WORLD = ("sectors", "blocs", "agendas", "headlines")  # sections that tell of the real world
TWO = 940  # units: from this width on there are two columns


class Press:
    """Sets sections for one pen and one place on the screen."""

    def __init__(self, pen: Pen, library: Library, area: pygame.Rect, is_plain: bool = False) -> None:
        self.pen, self.library, self.area, self.is_plain = pen, library, area, is_plain
        self.columns = 2 if area.w >= pen.px(TWO) else 1
        self.gap = pen.px(GUTTER)
        self.width = (area.w - self.gap * (self.columns - 1)) // self.columns
        self.plates = Plates(pen, library.shelf)
        self._leaves: dict[str, list[Leaf]] = {}

    def leaves(self, section: Section) -> list[Leaf]:
        if section.id not in self._leaves:
            self._leaves[section.id] = bound(self._slabs(section), self.columns, self.area.h)
        return self._leaves[section.id]

    def place(self, slab: Slab, column: int, y: int) -> pygame.Rect:
        """Where a slab of a leaf is on the screen."""
        x = self.area.x + column * (self.width + self.gap)
        return pygame.Rect(x, self.area.y + y, self.area.w if slab.is_wide else self.width, slab.height)

    def _slabs(self, section: Section) -> list[Slab]:
        setter = Setter(self.pen, self.width, section.id in OF_WORLD)
        made: list[Slab] = []
        spares = self.is_plain and not section.id.startswith("chapter:")
        for n, block in enumerate(section.blocks):
            if spares and is_for_full(block.kind):
                continue
            if section.id == "glossary" and block.kind == "entry":
                setter.linker.known = {block.anchor.removeprefix("term:")}  # every entry stands for itself
            drawn = {"card": self._card, "scene": self._scene, "picture": self._picture}.get(block.kind)
            slabs = drawn(block) if drawn else setter.slabs(block)
            for slab in slabs:
                slab.block = n
            made += slabs
        return made

    def _card(self, block: Block) -> list[Slab]:
        """A card's large face with its sources."""
        plate = self.plates.page(block.name, self.width)
        return self._with_facts(block, Slab(plate.height, plate.paint, block.name), plate.width)

    def _scene(self, block: Block) -> list[Slab]:
        """The illustration of a headline with what it does and recalls."""
        pen = self.pen
        w, h = pen.tx(SCENE[0]), pen.tx(SCENE[1])

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            place = pygame.Rect(box.x, box.y + pen.tx(3), w, h)
            pen.box(target, place.inflate(2, 2), theme.LINE, theme.LINE, theme.LINE_STRONG, 9)
            target.blit(pen.art(block.name, w, h), place)

        return self._with_facts(block, Slab(h + pen.tx(10), paint, block.name), w)

    def _with_facts(self, block: Block, face: Slab, width: int) -> list[Slab]:
        """Words beside a picture, or below it where the column is narrow."""
        pen = self.pen
        left = width + pen.tx(22)
        if not block.rows or self.is_plain and all(is_for_full(row[0]) for row in block.rows):
            return [face]
        if self.width - left >= pen.tx(BESIDE):
            facts = stacked(self._facts(block, self.width - left))
            if facts.height + pen.tx(80) <= self.area.h:
                return [beside(face, facts, left)]
        return [face, *self._facts(block, self.width)]

    def _facts(self, block: Block, width: int) -> list[Slab]:
        setter = Setter(self.pen, width, True)
        rows = [row for row in block.rows if not (self.is_plain and is_for_full(row[0]))]
        return [slab for kind, text in rows for slab in setter.slabs(Block(kind, text))]

    def _picture(self, block: Block) -> list[Slab]:
        """A plate with its caption."""
        pen, is_wide = self.pen, block.name in WIDE
        width = self.area.w if is_wide else self.width
        caption = pen.paragraph_height(block.text, width, NOTE) + pen.tx(6) if block.text else 0
        plate = self.plates.plate(block.name, width, self.area.h - caption - pen.tx(76))
        if plate is None:
            return []
        above = pen.tx(6)
        top = above + plate.height + pen.tx(4)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            plate.paint(target, pygame.Rect(box.x, box.y + above, plate.width, plate.height))
            if block.text:
                pen.paragraph(target, block.text, box.x, box.y + top + pen.tx(3), width, NOTE, theme.TEXT_2)

        height = top + caption + pen.tx(12)
        return [Slab(height, paint, (block.name, block.text), is_wide=is_wide)]
