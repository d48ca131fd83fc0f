"""Blocks set for a column: slabs, pieces that are not broken, each measured, with the places of its links."""

import math
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace

import pygame

from game.content.handbook import Block

from .. import theme
from ..pen import Pen
from ..svg import MissingPicture
from .links import Linker

SIZE, NOTE, CELL = 17.0, 13.5, 15.5
HEADINGS = {1: 36.0, 2: 24.0}
SHADED = theme.mix(theme.PANEL_BOTTOM, theme.SELECTED, 0.6)  # opaque: type looks thin on what shines through
INDENT = 26  # units before the words of an item
Links = list[tuple[str, pygame.Rect]]
Painter = Callable[[pygame.Surface, pygame.Rect], None]


@dataclass
class Slab:
    """A piece of a page: pixels high with the air below it; links from its top left corner."""

    height: int
    paint: Painter
    key: Hashable
    links: Links = field(default_factory=list)
    block: int = 0  # the number of the block it comes from
    keeps: bool = False  # stays with what follows: headings, heads of tables, what ends in a colon
    is_wide: bool = False  # as wide as all columns together
    above: int = 0  # pixels of air at its top
    head: "Slab | None" = None  # what stands over it again where it begins a column: the head of its table
    is_again: bool = False  # stands here once more, see `head`


def stacked(slabs: list[Slab]) -> Slab:
    """Slabs one below the other as one."""
    tops = [sum(slab.height for slab in slabs[:n]) for n in range(len(slabs))]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        for slab, top in zip(slabs, tops, strict=True):
            slab.paint(target, pygame.Rect(box.x, box.y + top, box.w, slab.height))

    links = [
        (link, place.move(0, top))
        for slab, top in zip(slabs, tops, strict=True)
        for link, place in slab.links
    ]
    return Slab(sum(slab.height for slab in slabs), paint, tuple(slab.key for slab in slabs), links)


def indented(slab: Slab, left: int) -> Slab:
    """The slab with its words `left` pixels further in."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        slab.paint(target, pygame.Rect(box.x + left, box.y, box.w - left, box.h))

    return replace(slab, paint=paint, links=[(link, place.move(left, 0)) for link, place in slab.links])


def beside(first: Slab, second: Slab, left: int) -> Slab:
    """Two slabs side by side, the second `left` pixels in."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        first.paint(target, box)
        second.paint(target, pygame.Rect(box.x + left, box.y, box.w - left, second.height))

    links = [*first.links, *[(link, place.move(left, 0)) for link, place in second.links]]
    return Slab(max(first.height, second.height), paint, (first.key, second.key), links)


class Setter:
    """Sets blocks for columns of one width in pixels. Each term is linked once in a section; what is told of the real
    world has no links, for there the words have their own meaning.
    """

    def __init__(self, pen: Pen, width: int, is_of_world: bool = False) -> None:
        self.pen, self.width, self.is_of_world = pen, width, is_of_world
        self.linker = Linker()

    def slabs(self, block: Block) -> list[Slab]:
        made = {
            "heading": self._heading,
            "entry": self._entry,
            "paragraph": self._paragraph,
            "detail": self._paragraph,
            "note": self._note,
            "item": self._item,
            "table": self._table,
        }[block.kind](block)
        return made

    # --- words -----------------------------------------------------------------------------------

    def _heading(self, block: Block) -> list[Slab]:
        pen, size = self.pen, HEADINGS[block.level]
        above = 0 if block.level == 1 else pen.tx(14)
        face, step = "number" if block.level == 1 else "head", pen.line(size * 0.9)
        lines = pen.wrap(block.text, face, size, self.width)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            for n, line in enumerate(lines):
                y = box.y + above + step * (n + 0.5)
                pen.text(target, line, box.x, y, face, size, theme.TEXT, "lm")

        height = above + step * len(lines) + pen.tx(12 if block.level == 1 else 6)
        return [Slab(height, paint, (block.text, block.level), keeps=True, above=above)]

    def _entry(self, block: Block) -> list[Slab]:
        """The heading of something to look up: its icon, title, and what it is."""
        pen = self.pen
        icon = block.name.replace(":", "-") if block.name else ""
        icon = icon if icon and _has_icon(pen, icon) else ""
        above, left = pen.tx(12), pen.tx(32) if icon else 0
        step = pen.line(21)
        kind = block.mark.upper()
        kind_width = pen.text_width(kind, "head", 12.5, 1.0) + pen.tx(12) if kind else 0
        lines = pen.wrap(block.text, "head", 21, self.width - left - kind_width)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            y = box.y + above + step / 2
            if icon:
                pen.blit_icon(target, icon, box.x + pen.tx(12), y, pen.tx(24), theme.TEXT_2)
            if kind:
                pen.text(target, kind, box.right, y, "head", 12.5, theme.TEXT_3, "rm", 1.0)
            for n, line in enumerate(lines):
                pen.text(target, line, box.x + left, y + n * step, "head", 21, theme.TEXT, "lm")

        height = above + step * len(lines) + pen.tx(3)
        return [Slab(height, paint, (block.text, kind, icon), keeps=True, above=above)]

    def _paragraph(self, block: Block) -> list[Slab]:
        is_linked = not self.is_of_world and block.kind != "detail"
        text = self.linker.linked(block.text) if is_linked else block.text
        slab = self._words(text, SIZE, theme.TEXT_2, 9)
        slab.keeps = block.text.rstrip().endswith(":")  # it announces what follows
        return [slab]

    def _note(self, block: Block) -> list[Slab]:
        return [self._words(block.text, NOTE, theme.TEXT_2, 5)]

    def _words(self, text: str, size: float, tone: str, below: float, left: int = 0) -> Slab:
        """A paragraph, `left` pixels in."""
        pen, width = self.pen, self.width - left
        top = round((pen.line(size) - pen.cap("body", size)) / 2)

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.paragraph(target, text, box.x + left, box.y + top, width, size, tone)

        links = [(link, place.move(left, 0)) for link, place in pen.links(text, width, size)]
        height = pen.paragraph_height(text, width, size) + pen.tx(below)
        return Slab(height, paint, (text, size, left), links)

    def _item(self, block: Block) -> list[Slab]:
        pen = self.pen
        left = pen.tx(INDENT)
        slab = self._words(self.linker.linked(block.text), SIZE, theme.TEXT_2, 6, left)
        words, mark = slab.paint, block.mark

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            words(target, box)
            middle = box.y + pen.line(SIZE) / 2
            if mark:
                pen.text(target, mark, box.x + left - pen.tx(8), middle, "number", SIZE, theme.TEXT_2, "rm")
                return
            side = max(4, pen.tx(6))
            spot = pygame.Rect(box.x + pen.tx(9), round(middle) - side // 2, side, side)
            pen.box(target, spot, theme.TIP_EDGE, theme.TIP_EDGE, theme.TIP_EDGE, 3, 0)

        return [Slab(slab.height, paint, (slab.key, mark), slab.links)]

    # --- tables ----------------------------------------------------------------------------------

    def _table(self, block: Block) -> list[Slab]:
        """One slab for each row; the head stays with the first."""
        rows = [tuple(self.linker.linked(cell) for cell in row) for row in block.rows[1:]]
        widths = self._widths(block.rows)
        head = self._row(tuple(block.rows[0]), widths, True, False)
        made = [head, *[self._row(row, widths, False, n % 2 == 1) for n, row in enumerate(rows)]]
        for row in made[1:]:
            row.head = head
        head.keeps = True
        made[-1].height += self.pen.tx(12)
        return made

    def _widths(self, rows: tuple[tuple[str, ...], ...]) -> list[int]:
        """Narrow columns get what they need; the others share the rest by how much they hold."""
        pen, gap = self.pen, self.pen.tx(16)
        count = len(rows[0])
        needs = []
        for n in range(count):
            face = "medium" if n == 0 else "body"
            cells = [pen.lines(row[n], face, CELL, 99999)[0] for row in rows]
            ends = [
                x + max(pen.text_width(s.text, one, CELL) for one in (face, "bold"))  # light figures are the wider
                for cell in cells
                for s, x in cell[-1:]
            ]
            needs.append(math.ceil(max(ends, default=0)) + gap)
        room, open_columns, widths = self.width, list(range(count)), [0] * count
        while open_columns:
            share = room // len(open_columns)
            small = [n for n in open_columns if needs[n] <= share]
            if not small:
                total = sum(needs[n] ** 0.6 for n in open_columns)
                for n in open_columns:
                    widths[n] = int(room * needs[n] ** 0.6 / total)
                break
            for n in small:
                widths[n] = needs[n]
                room -= needs[n]
                open_columns.remove(n)
        widths[-1] += self.width - sum(widths)
        return widths

    def _row(self, cells: tuple[str, ...], widths: list[int], is_head: bool, is_shaded: bool) -> Slab:
        pen, air, gap = self.pen, self.pen.tx(5), self.pen.tx(16)
        tone, face = (theme.TEXT_3, "medium") if is_head else (theme.TEXT_2, "body")
        size = 13.5 if is_head else CELL
        top = air + round((pen.line(size) - pen.cap(face, size)) / 2)
        places, links, x = [], [], pen.tx(8)
        for cell, width in zip(cells, widths, strict=True):
            room = width - gap
            places.append((cell, x, room))
            links += [(link, box.move(x, air)) for link, box in pen.links(cell, room, size, face)]
            x += width
        height = max(pen.paragraph_height(cell, room, size, face) for cell, _, room in places) + 2 * air

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            area = pygame.Rect(box.x, box.y, self.width, height)
            if is_shaded:
                target.fill(pygame.Color(SHADED), area)
            for cell, left, room in places:
                pen.paragraph(target, cell, box.x + left, box.y + top, room, size, tone, face)
            if is_head:
                target.fill(
                    pygame.Color(theme.LINE_STRONG), (area.x, area.bottom - 1, area.w, max(1, pen.px(1)))
                )

        return Slab(height, paint, (cells, is_head, is_shaded), links)


def _has_icon(pen: Pen, name: str) -> bool:
    try:
        pen.icon_picture(name, 16, theme.TEXT_2)
    except MissingPicture:
        return False
    return True
