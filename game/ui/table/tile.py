"""A tile of the table: an icon and its key, and the name under them where there is room for one; in a tile too low for
that it stands before the key.
"""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from .. import theme
from ..keys import Key
from ..layout import columns
from ..nodes import Node, Paint
from ..pen import Pen

NAMED_HIGH, TIGHT_HIGH = 46, 40  # units of a tile with its name, and where there is little room
NAME = 12.5  # the size of the name


def inside(pen: Pen, key: Key) -> int:
    """Pixels of a tile's icon and key."""
    return pen.px(26) + pen.key_width(key.cap)


def holds(pen: Pen, key: Key, wide: int) -> bool:
    """Whether a tile so many pixels wide has room for its name."""
    return named(pen, key) <= wide


def named(pen: Pen, key: Key) -> int:
    """Pixels of a name."""
    return pen.text_width(_name(key), "medium", NAME) + 4


def in_line(pen: Pen, key: Key) -> int:
    """Pixels of a low tile with its name."""
    return named(pen, key) + pen.key_width(key.cap) + pen.px(14)


def _name(key: Key) -> str:
    return key.short or key.title


def side_by_side(pen: Pen, area: pygame.Rect, keys: Sequence[Key]) -> tuple[list[pygame.Rect], bool]:
    """Equal places for tiles, and whether all of them have room for their names."""
    places = columns(area, len(keys), pen.px(6))
    return places, all(holds(pen, key, place.w) for key, place in zip(keys, places, strict=True))


def tile(
    pen: Pen,
    name: str,
    rect: pygame.Rect,
    key: Key,
    icon: str,
    act: Callable[[], None] | None,
    is_named: bool,
    group: str,
    layer: int = 0,
    gold: bool = False,
    obstacle: str = "",
) -> Node:
    """Without `act` it is shown as not available now, because of the `obstacle`."""

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            top, edge = (theme.SELECTED, theme.LINE_STRONG) if act else (theme.PANEL_TOP, theme.LINE)
            low = theme.BUTTON_LOW
            if gold:
                top, low, edge = theme.BUTTON_TOP, theme.BUTTON_BOTTOM, theme.BUTTON_EDGE
            if is_lit:
                top, edge = theme.mix(top, theme.TIP_EDGE, 0.22), theme.TIP_EDGE
            pen.box(target, box, top, low, edge, theme.BUTTON_RADIUS, 1.25)
            tone = theme.INK if gold else theme.TEXT if act else theme.TEXT_3
            _label(pen, target, box, key, icon, tone, is_named, gold)

        return paint

    lit = painter(True) if act else None
    look = (key.cap, bool(act), is_named, gold)
    tip = partial(_tip, key, obstacle)
    return Node(name, rect, painter(False), look, act, tip, group=group, lit=lit, layer=layer)


def _label(
    pen: Pen,
    target: pygame.Surface,
    box: pygame.Rect,
    key: Key,
    icon: str,
    tone: str,
    is_named: bool,
    gold: bool,
) -> None:
    """The name and the key of a tile, with its icon where there is room for both in height."""
    if is_named and box.h < pen.tx(TIGHT_HIGH):
        pen.text(target, _name(key), box.x + pen.px(7), box.centery, "medium", NAME, tone, "lm")
        pen.key(target, key.cap, box.right - pen.px(7), box.centery, gold)
        return
    y = box.y + round(box.h * 0.34) if is_named else box.centery
    wide = inside(pen, key)
    x = box.centerx - wide // 2
    pen.icon(target, icon, x + pen.px(10), y, 20, tone)
    pen.key(target, key.cap, x + wide, y, gold)
    if is_named:
        pen.text(target, _name(key), box.centerx, box.bottom - pen.tx(11), "medium", NAME, tone, "cm")


def _tip(key: Key, obstacle: str) -> list[str]:
    told = f"**Not now:** {obstacle[:1].lower()}{obstacle[1:]}"
    return [key.title, key.words, told] if obstacle else [key.title, key.words]
