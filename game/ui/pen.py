"""The one thing that draws: made for a window's size and scale, handed to everything that paints.

Its parts: `layout.Units` (units to pixels), `svg.Pictures` (icons, illustrations, any SVG), `text.Type`
(text), and `panel.Shapes` (boxes, bars, pills). Positions and sizes of boxes are pixels; sizes of type and
radii are units.
"""

from .panel import Shapes


class Pen(Shapes):
    """Everything drawn goes through one of these."""

    def another(self, user_scale: float, smallest_text: int) -> "Pen":
        """A pen for the same window with another scale and type; what it writes is noted with this one's."""
        pen = Pen(self.width, self.height, user_scale, smallest_text)
        pen.written = self.written
        return pen
