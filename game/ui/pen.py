"""The one thing that draws: made for a window's size and scale, handed to everything that paints.

Its parts: `layout.Units` (units to pixels), `svg.Pictures` (icons, illustrations, any SVG), `text.Type`
(text), and `panel.Shapes` (boxes, bars, pills). Positions and sizes of boxes are pixels; sizes of type and
radii are units.
"""

from .panel import Shapes


class Pen(Shapes):
    """Everything drawn goes through one of these."""
