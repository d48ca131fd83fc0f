"""A font file at one size. Small type is set at four times its size and made smaller once.

The renderer puts every letter on whole pixels, which at 12 pixels leaves gaps between words of one pixel here and four
there. Of four times the size a quarter of a pixel is left of that. The height is fitted so that small letters end on
a whole pixel: they stay crisp above and below. It can begin at a quarter of a pixel, so that the gaps between pieces
of a line are as even as those within one.
"""

import math

import pygame

from .svg import Colour

SMALL = 17  # pixels: up to here the uneven gaps can be seen
TIMES = 4
# Two hyphens are kerned into one dash, and a command copied from the screen would fail: a mark of no width parts them
HYPHENS, PARTED = "--", "-\u200c-"

Metrics = list[tuple[int, int, int, int, int] | None]


class Typeface:
    """Measures and renders one line."""

    def __init__(self, file: str, pixels: int, is_counted: bool = False) -> None:
        """`is_counted`: for numbers, whose digits stay on whole pixels while they count."""
        self._font = pygame.font.Font(file, pixels)
        is_small = pixels <= SMALL and not is_counted
        self._large = pygame.font.Font(file, pixels * TIMES) if is_small else None

    def get_ascent(self) -> int:
        return self._font.get_ascent()

    def get_height(self) -> int:
        return self._font.get_height()

    def metrics(self, text: str) -> Metrics:
        found: Metrics = self._font.metrics(text)
        return found

    def advance(self, text: str) -> float:
        """How wide a text is, in pixels and parts of them."""
        text = text.replace(HYPHENS, PARTED)
        return self._large.size(text)[0] / TIMES if self._large else self._font.size(text)[0]

    def split(self, x: float) -> tuple[int, int]:
        """Where a text that is to begin at x does: the whole pixel, and how many parts of one after it."""
        if self._large is None:
            return round(x), 0
        whole = math.floor(x)
        return whole, int((x - whole) * TIMES)

    def render(self, text: str, colour: Colour, part: int = 0) -> pygame.Surface:
        """The text on its line, as wide as it is in whole pixels, `part` of the first one left free."""
        tone, text = pygame.Color(colour), text.replace(HYPHENS, PARTED)
        if self._large is None or not text:
            return self._font.render(text, True, tone)
        picture, height = self._large.render(text, True, tone), self.get_height()
        tall = round(height / self._shrink())
        width = -(-(part + picture.get_width()) // TIMES)
        paper = pygame.Surface((width * TIMES, tall), pygame.SRCALPHA)
        paper.fill((tone.r, tone.g, tone.b, 0))  # or the edges of the letters would be mixed with black
        line = round(self.get_ascent() * tall / height)
        paper.blit(picture, (part, line - self._large.get_ascent()))
        return pygame.transform.smoothscale(paper, (width, height))

    def _shrink(self) -> float:
        """What makes the large x as high as the x of the size itself, which is whole pixels."""
        assert self._large is not None
        small, large = self._font.metrics("x")[0], self._large.metrics("x")[0]
        return small[3] / large[3] if small and large and small[3] > 0 and large[3] > 0 else 1 / TIMES
