"""Buttons, words and panels."""

from collections.abc import Callable, Hashable

import pygame

from .. import theme
from ..nodes import Node, Paint
from ..pen import Pen
from ..svg import Colour

Act = Callable[[], None]
VEIL = (4, 8, 18)


def button(
    pen: Pen,
    name: str,
    rect: pygame.Rect,
    text: str,
    act: Act | None,
    icon: str = "",
    hint: str = "",
    gold: bool = False,
    chosen: bool = False,
    layer: int = 0,
    group: str = "z",
    tip: Callable[[], list[str]] | None = None,
    size: float = 18,
) -> Node:
    """A button; without `act` it is shown as not available now. `hint` names its key."""
    on = act is not None
    gold = gold and on

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            (_gold if gold else _plain)(pen, target, box, is_lit and on, chosen, on)
            tone = theme.INK if gold else theme.TEXT if on else theme.TEXT_3
            _inside(pen, target, box, text, tone, icon, hint, gold, size)

        return paint

    return Node(
        name,
        rect,
        painter(False),
        key=(text, on, chosen, hint, gold, icon, size),
        act=act,
        tip=tip,
        layer=layer,
        group=group,
        pad=pen.px(24) if gold else 0,
        lit=painter(True) if on else None,
        radius=theme.BUTTON_RADIUS,
    )


def button_width(pen: Pen, text: str, icon: str = "", hint: str = "", size: float = 18) -> int:
    """Pixels that a button needs for its words, its icon and its key."""
    wide = pen.px(14 + 12 + 8) + pen.text_width(text, "head", size, 0.6)
    return wide + (pen.px(34) if icon else 0) + (pen.key_width(hint) + pen.px(8) if hint else 0)


def _gold(pen: Pen, target: pygame.Surface, box: pygame.Rect, is_lit: bool, chosen: bool, on: bool) -> None:
    pen.shadow(target, box, theme.BUTTON_RADIUS + 2, 10 if is_lit else 8, 0.6 if is_lit else 0.38, theme.GOLD)
    top = theme.mix(theme.BUTTON_TOP, "#FFFFFF", 0.35) if is_lit else theme.BUTTON_TOP
    bottom = theme.mix(theme.BUTTON_BOTTOM, "#FFFFFF", 0.15) if is_lit else theme.BUTTON_BOTTOM
    edge = "#FFFFFF" if is_lit else theme.BUTTON_EDGE
    pen.box(target, box, top, bottom, edge, theme.BUTTON_RADIUS + 2, 1.5, theme.GOLD_DARK)


def _plain(pen: Pen, target: pygame.Surface, box: pygame.Rect, is_lit: bool, chosen: bool, on: bool) -> None:
    top, bottom = (theme.SELECTED, theme.BUTTON_LOW) if on else (theme.PANEL_TOP, theme.PANEL_BOTTOM)
    edge, below, line = (theme.LINE_STRONG, theme.LINE, 1.25) if on else (theme.LINE, theme.LINE, 1.25)
    if is_lit:
        top, bottom = theme.mix(top, theme.TIP_EDGE, 0.22), theme.SELECTED
        edge = below = theme.TIP_EDGE
    if chosen:
        edge = below = theme.CHOSEN
        line = 2.0
    pen.box(target, box, top, bottom, edge, theme.BUTTON_RADIUS, line, below)


def _inside(
    pen: Pen,
    target: pygame.Surface,
    box: pygame.Rect,
    text: str,
    tone: Colour,
    icon: str,
    hint: str,
    gold: bool,
    size: float,
) -> None:
    """Icon and words from the left, or words in the middle; the key at the right."""
    left, right = box.x + pen.px(14), box.right - pen.px(12)
    if hint:
        right -= pen.key(target, hint, right, box.centery, gold) + pen.px(8)
    tracking = 0.6 if gold else 0.2
    if icon and not text:
        pen.icon(target, icon, (left + right) / 2, box.centery, 22, tone)
    elif icon:
        pen.icon(target, icon, left + pen.px(12), box.centery, 22, tone)
        left += pen.px(34)
        pen.text(target, text, left, box.centery, "head", size, tone, "lm", tracking, right - left)
    else:
        middle = box.centerx if not hint else (left + right) / 2
        pen.text(target, text, middle, box.centery, "head", size, tone, "cm", tracking, right - left)


def label(
    pen: Pen,
    name: str,
    rect: pygame.Rect,
    text: str,
    size: float = 15,
    colour: Colour = theme.TEXT_2,
    face: str = "body",
    layer: int = 0,
    centred: bool = False,
) -> Node:
    """Wrapped words in a place, with marks unless they are centred."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if not centred:
            pen.paragraph(target, text, box.x, box.y, box.w, size, colour, face)
            return
        y = float(box.y)
        for line in pen.wrap(text, face, size, box.w):
            pen.text(target, line.replace("**", ""), box.centerx, y, face, size, colour, "ct")
            y += pen.line(size)

    return Node(name, rect, paint, key=(text, size, colour, face), layer=layer, live=False)


def paragraph(
    pen: Pen,
    name: str,
    x: int,
    y: int,
    width: int,
    text: str,
    size: float = 15,
    colour: Colour = theme.TEXT_2,
    face: str = "body",
    layer: int = 0,
) -> Node:
    """Words that are as tall as they need to be."""
    rect = pygame.Rect(x, y, width, pen.paragraph_height(text, width, size, face))
    return label(pen, name, rect, text, size, colour, face, layer)


def heading(pen: Pen, title: str, words: str = "", margin: float = 48, right: float = 0) -> Node:
    """The name of a screen at its top (86 units), with a line of words after it; `right` units are kept free."""
    rect = pen.rect(margin, 16, pen.wide - 2 * margin - right, 70)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        width = pen.text(target, title, box.x, box.centery, "number", 42, theme.TEXT, "lm", 0.6, box.w)
        base, x = box.centery + pen.cap("number", 42) / 2, box.x + width + pen.px(24)
        pen.text(target, words, x, base, "medium", 17, theme.TEXT_3, "lb", width=box.right - x)

    return Node("heading", rect, paint, key=(title, words), live=False)


def panel(
    pen: Pen, name: str, rect: pygame.Rect, icon: str = "", title: str = "", right: str = "", layer: int = 0
) -> Node:
    """A panel of the table, perhaps with a heading."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        if title:
            pen.heading(target, box, icon, title, right)

    return Node(name, rect, paint, key=(icon, title, right), pad=pen.px(24), live=False, layer=layer)


def veil(
    pen: Pen,
    layer: int,
    name: str = "veil",
    key: Hashable = 0,
    hidden: tuple[int, int] = (0, 0),
    cover: bool = True,
) -> Node:
    """Darkens the table under a sheet, and keeps clicks from reaching it if it is a `cover`. Nothing is seen of the
    `hidden` pixels at its top and at its foot.
    """

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        target.fill((*VEIL, 205))
        target.fill(VEIL, (0, 0, box.w, hidden[0]))
        target.fill(VEIL, (0, box.h - hidden[1], box.w, hidden[1]))

    whole = pygame.Rect(0, 0, pen.width, pen.height)
    return Node(name, whole, paint, key=(key, hidden), layer=layer, cover=cover, live=cover)
