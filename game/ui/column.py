"""Things one below the other: measured while they are put in, painted later wherever there is room for them."""

from collections.abc import Callable, Hashable

import pygame

from . import theme
from .pen import Pen
from .spans import plain
from .svg import Colour

Paint = Callable[[pygame.Surface, int, int], None]  # target, x, y of the block's top left corner


class Column:
    """Blocks of one width in pixels. `key` names all that they show, for a node's key."""

    def __init__(self, pen: Pen, width: int) -> None:
        self.pen, self.width = pen, width
        self.height = 0
        self.key: tuple[Hashable, ...] = (width,)
        self._blocks: list[tuple[int, Paint]] = []

    def add(self, height: int, paint: Paint, *key: Hashable) -> None:
        """A block of that height; `key` says what it shows."""
        self._blocks.append((self.height, paint))
        self.height += height
        self.key = (*self.key, height, *key)

    def gap(self, units: float) -> None:
        self.height += self.pen.tx(units)

    def paint(self, target: pygame.Surface, x: int, y: int) -> None:
        for top, paint in self._blocks:
            paint(target, x, y + top)

    # --- blocks ----------------------------------------------------------------------------------

    def words(
        self,
        text: str,
        size: float = 14,
        colour: Colour = theme.TEXT_2,
        face: str = "body",
        indent: int = 0,
    ) -> None:
        """A paragraph with marks."""
        pen, width = self.pen, self.width - indent

        def paint(target: pygame.Surface, x: int, y: int) -> None:
            top = y + (pen.line(size) - pen.cap(face, size)) / 2
            pen.paragraph(target, text, x + indent, top, width, size, colour, face)

        self.add(pen.paragraph_height(text, width, size, face), paint, text, size, colour, face, indent)

    def capitals(self, icon: str, text: str, colour: Colour = theme.TEXT_3, right: str = "") -> None:
        """A small heading in capitals, with an icon and perhaps a word at the right."""
        pen = self.pen
        height = pen.line(14.5)

        def paint(target: pygame.Surface, x: int, y: int) -> None:
            middle = y + height / 2
            left = x
            if icon:
                half = pen.tx(9)
                pen.blit_icon(target, icon, x + half, middle, 2 * half, colour)
                left += 2 * half + pen.tx(7)
            room = self.width - (left - x)
            if right:
                room -= pen.text(
                    target, right, x + self.width, middle, "medium", 12.5, colour, "rm"
                ) + pen.tx(8)
            pen.text(target, text.upper(), left, middle, "head", 13.5, colour, "lm", 1.0, room)

        self.add(height, paint, icon, text, colour, right)

    def rule(self, units: float = 9) -> None:
        """A hairline with that much air above and below."""
        pen, air = self.pen, self.pen.tx(units)

        def paint(target: pygame.Surface, x: int, y: int) -> None:
            target.fill(pygame.Color(theme.LINE_STRONG), (x, y + air, self.width, max(1, pen.px(1))))

        self.add(2 * air, paint)

    def item(
        self, icon: str, text: str, colour: Colour = theme.TEXT_2, size: float = 14, tone: Colour = ""
    ) -> None:
        """An icon and a paragraph beside it."""
        pen = self.pen
        picture = pen.tx(max(18.0, size))
        indent = picture + pen.tx(8)
        width = self.width - indent

        def paint(target: pygame.Surface, x: int, y: int) -> None:
            middle = y + pen.line(size) / 2
            if icon:
                pen.blit_icon(target, icon, x + picture // 2, middle, picture, tone or colour)
            top = y + (pen.line(size) - pen.cap("body", size)) / 2
            pen.paragraph(target, text, x + indent, top, width, size, colour)

        self.add(pen.paragraph_height(text, width, size), paint, icon, text, size, colour, tone)

    def side(self, side: int, text: str) -> None:
        """A heading in capitals in a side's colour, with its marker."""
        pen = self.pen
        height, tone = pen.line(17), theme.BRIGHT[side]

        def paint(target: pygame.Surface, x: int, y: int) -> None:
            middle = y + height / 2
            pen.marker(target, side, x + pen.tx(8), middle, 16)
            left = x + pen.tx(24)
            pen.text(target, text.upper(), left, middle, "head", 17, tone, "lm", 1.2, self.width - (left - x))

        self.add(height, paint, side, text)

    def pairs(self, texts: list[str], size: float = 15) -> None:
        """Short lines in two columns, each with a point before it; one below the other where they are long."""
        pen = self.pen
        indent, gap = pen.tx(16), pen.tx(20)
        half = (self.width - gap) // 2
        if len(texts) < 3 or any(pen.text_width(plain(text), "bold", size) > half - indent for text in texts):
            half, gap = self.width, 0
        across = 1 if half == self.width else 2
        for row in range(-(-len(texts) // across)):
            self._row(texts[row * across : (row + 1) * across], half, half + gap, indent, size)

    def _row(self, texts: list[str], width: int, step: int, indent: int, size: float) -> None:
        pen = self.pen
        height = max(pen.paragraph_height(text, width - indent, size, "bold") for text in texts)

        def paint(target: pygame.Surface, x: int, y: int) -> None:
            for n, text in enumerate(texts):
                left = x + n * step
                dot = pygame.Rect(left, 0, max(4, pen.tx(6)), max(4, pen.tx(6)))
                dot.centery = y + pen.line(size) // 2
                target.fill(pygame.Color(theme.TIP_EDGE), dot)
                top = y + (pen.line(size) - pen.cap("bold", size)) / 2
                pen.paragraph(target, text, left + indent, top, width - indent, size, theme.TEXT, "bold")

        self.add(height, paint, *texts, width, size)
