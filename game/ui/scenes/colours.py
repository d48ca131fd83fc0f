"""The page of the settings that shows the game's colours as people with another colour vision see them."""

from collections.abc import Callable

import pygame

from game.classroom.charts import Axes, Frame, Line
from game.classroom.curves import lines
from game.engine import terms as T

from .. import theme
from ..charts import plot
from ..icons import KIND
from ..layout import columns, rows
from ..nodes import Node
from ..pen import Pen
from ..table.marks import ring_segments
from ..table.world import colours, hatched
from ..vision import DEUTAN, PROTAN, TRITAN, seen_picture
from ..widgets import label, panel

Paint = Callable[[Pen, pygame.Surface, pygame.Rect], None]
VISIONS = (
    ("", "Most people"),
    (PROTAN, "Protan: no red"),
    (DEUTAN, "Deutan: no green"),
    (TRITAN, "Tritan: no blue"),
)
WORDS = 400  # units for what a row is and what its second cue is


def nodes(pen: Pen, area: pygame.Rect) -> list[Node]:
    """A row for each kind of colour, a column for each kind of vision."""
    inner = pygame.Rect(area.x + pen.px(20), area.y + pen.px(48), area.w - pen.px(40), area.h - pen.px(60))
    head, gap = pen.px(36), pen.px(10)
    left = pen.px(WORDS)
    samples = pygame.Rect(inner.x + left, inner.y, inner.w - left, inner.h)
    made = [panel(pen, "colours", area, "reveal", "Colours and what tells them apart without colour")]
    for (vision, title), place in zip(VISIONS, columns(samples, len(VISIONS), gap), strict=True):
        words = pygame.Rect(place.x, place.y + pen.px(10), place.w, max(pen.px(20), pen.line(15)))
        made.append(label(pen, f"vision:{vision}", words, title, 15, theme.TEXT_2, "bold", centred=True))
        below = pygame.Rect(place.x, place.y + head, place.w, place.h - head)
        for (name, _, _, paint), spot in zip(ROWS, rows(below, len(ROWS), gap), strict=True):
            made.append(_sample(pen, f"{name}:{vision}", spot, paint, vision))
    below = pygame.Rect(inner.x, inner.y + head, left - pen.px(24), inner.h - head)
    for (name, title, cue, _), spot in zip(ROWS, rows(below, len(ROWS), gap), strict=True):
        made.append(_words(pen, name, spot, title, cue))
    return made


def _words(pen: Pen, name: str, spot: pygame.Rect, title: str, cue: str) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        high = pen.line(16) + pen.paragraph_height(cue, box.w, 14)
        y = box.y + max(0, (box.h - high) // 2)
        pen.text(target, title, box.x, y, "bold", 16, theme.TEXT, "lt")
        pen.paragraph(target, cue, box.x, y + pen.line(16) * 1.1, box.w, 14, theme.TEXT_2)

    return Node(f"{name}:words", spot, paint, live=False)


def _sample(pen: Pen, name: str, spot: pygame.Rect, draw: Paint, vision: str) -> Node:
    """What the game draws, seen with this vision."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        picture = pygame.Surface(target.get_size(), pygame.SRCALPHA)
        pen.box(picture, box, theme.PANEL_TOP, theme.PANEL_BOTTOM, theme.LINE, 8)
        draw(pen, picture, box.inflate(-pen.px(24), -pen.px(12)))
        target.blit(seen_picture(picture, vision) if vision else picture, (0, 0))

    return Node(name, spot, paint, live=False)


# --- samples, drawn as the game draws them -------------------------------------------------------


def _sides(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    thick = min(pen.px(13), box.h // 4)
    for side, value in ((T.US, 8), (T.CHINA, 6)):
        y = box.y + box.h * (0.28 if side == T.US else 0.72)
        pen.marker(target, side, box.x + pen.px(8), y, 15)
        bar = pygame.Rect(box.x + pen.px(26), round(y - thick / 2), box.w - pen.px(58), thick)
        pen.bar(target, bar, value / 10, side, (value + 1) / 10)
        pen.text(target, str(value), box.right, y, "number", 17, theme.BRIGHT[side], "rm")


def _curves(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    inset = pen.px(10)
    frame = Frame(box.w, box.h, pen.scale, pen.type_scale, inset, inset // 2, inset, inset // 2)
    both = [Line(T.US, (4, 5, 5, 7, 8)), Line(T.CHINA, (3, 5, 6, 6, 5))]
    plot.show(pen, target, box, lines(frame, plot.INK, Axes(2, 9, ()), both))


def _change(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    for n, (text, tone) in enumerate((("+2", theme.GAIN), ("−1", theme.LOSS))):
        middle = box.x + box.w * (1 + 2 * n) // 4
        wide = pen.px(44 if n == 0 else 24)
        bar = pygame.Rect(middle if n == 0 else middle - wide, 0, wide, max(6, pen.px(10)))
        bar.centery = box.centery
        pen.box(target, bar, tone, tone, tone, 3, 0)
        target.fill(pygame.Color(theme.TEXT_3), (middle, bar.y - pen.px(4), 1, bar.h + pen.px(8)))
        x = middle - pen.px(12) if n == 0 else middle + pen.px(12)
        pen.text(target, text, x, box.centery, "number", 22, tone, "rm" if n == 0 else "lm")


def _lands(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    """Land and ring of one bloc that joined the US, that leans to nobody, that is China's."""
    for place, value in zip(columns(box, 3, pen.px(6)), (2, 0, -3), strict=True):
        align = [value] * T.BLOCS
        target.blit(_land(pen, place, colours(align)[T.EU], T.EU in hatched(align)), place)
        radius = min(pen.px(22), place.h // 2 - 1)
        ring_segments(pen, target, *place.center, radius, value)
        pen.text(target, str(abs(value)), *place.center, "number", 17, theme.TEXT, "cm")


def _land(pen: Pen, place: pygame.Rect, tone: str, has_hatch: bool) -> pygame.Surface:
    """A piece of land as the map paints it."""
    w, h, step = place.w, place.h, max(6, pen.px(9))
    picture = pygame.Surface((w, h), pygame.SRCALPHA)
    pen.box(picture, picture.get_rect(), tone, tone, theme.LINE_STRONG, 6, 1)
    if has_hatch:
        lines = "".join(f"M{x} {h}L{x + h} 0" for x in range(-h, w, step))
        width = f'stroke-width="{2.2 * pen.scale:.2f}" stroke-opacity=".3"'
        picture.blit(pen.svg(f'<path d="{lines}" stroke="{theme.HATCH}" {width}/>', w, h), (0, 0))
        white = pen.box_picture(w, h, "#FFFFFF", "#FFFFFF", "#FFFFFF", 6, 0)
        picture.blit(white, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    return picture


def _classes(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    upper, lower = rows(box, 2, pen.px(4))
    places = [*columns(upper, 5, pen.px(3)), *columns(lower, 5, pen.px(3))]
    for place, (kind, icon) in zip(places, KIND.items(), strict=False):
        size = min(place.w, place.h, pen.px(34))
        tile = pygame.Rect(0, 0, size, size)
        tile.center = place.center
        pen.box(target, tile, theme.PANEL_TOP, theme.DEEPEST, theme.KIND[kind], 6, 1.8)
        pen.icon(target, icon, *tile.center, min(20, size / pen.scale * 0.7), theme.KIND[kind])


def _zones(pen: Pen, target: pygame.Surface, box: pygame.Rect) -> None:
    zones = (("0-2", 1), ("3-4", 3), ("5-6", 5), ("7", 7), ("8-10", 9))
    for place, (text, value) in zip(columns(box, len(zones), pen.px(4)), zones, strict=True):
        tone = theme.tension_colour(value)
        strip = pygame.Rect(place.x, 0, place.w, max(6, pen.px(12)))
        strip.centery = round(place.y + place.h * 0.3)
        pen.box(target, strip, tone, tone, tone, 3, 0)
        pen.text(target, text, place.centerx, place.y + place.h * 0.74, "head", 15, theme.TEXT, "cm")


ROWS: tuple[tuple[str, str, str, Paint], ...] = (
    (
        "sides",
        "The sides",
        "The US is plain and round and comes first. China is hatched, a diamond, and second.",
        _sides,
    ),
    ("curves", "Curves", "The US solid with round marks, China dashed with diamonds.", _curves),
    (
        "change",
        "More and less",
        "The sign, and a bar to the right or to the left. Red never means a loss.",
        _change,
    ),
    (
        "lands",
        "The map",
        "A bloc's ring fills on the left for the US, on the right in strokes for China.",
        _lands,
    ),
    ("classes", "Classes of cards", "Every card names its class in words.", _classes),
    ("zones", "Tension", "The number and a word: calm, uneasy, strained, dangerous, brink.", _zones),
)
