"""Buttons, choices, text fields and sheets: what every scene is made of."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from . import theme
from .pen import Pen
from .stage import Node

Act = Callable[[], None]


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

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        if gold and on:
            pen.box(
                target, box, theme.BUTTON_TOP, theme.BUTTON_BOTTOM, theme.BUTTON_EDGE, theme.BUTTON_RADIUS
            )
        else:
            top = theme.SELECTED if chosen else theme.PANEL_TOP
            edge = theme.GOLD if chosen else theme.LINE_STRONG if on else theme.LINE
            pen.box(target, box, top, theme.PANEL_BOTTOM, edge, theme.BUTTON_RADIUS, 2 if chosen else 1.25)
        tone = theme.INK if gold and on else theme.TEXT if on else theme.TEXT_3
        left = box.x + pen.px(14)
        right = box.right - pen.px(12)
        if hint:
            width = pen.text_width(hint, "medium", 12.5) + pen.px(14)
            key = pygame.Rect(right - width, 0, width, round(pen.line(12.5) * 1.25))
            key.centery = box.centery
            fill = theme.GOLD_DARK if gold and on else theme.TROUGH
            pen.box(target, key, fill, fill, theme.LINE_STRONG, 5)
            pen.text(
                target,
                hint,
                key.centerx,
                key.centery,
                "medium",
                12.5,
                theme.INK if gold and on else theme.TEXT_3,
                "cm",
            )
            right = key.x - pen.px(8)
        if icon:
            pen.icon(target, icon, left + pen.px(12), box.centery, 22, tone)
            left += pen.px(32)
            pen.text(target, text, left, box.centery, "head", size, tone, "lm", width=right - left)
        else:
            pen.text(
                target, text, (left + right) / 2, box.centery, "head", size, tone, "cm", width=right - left
            )

    return Node(
        name, rect, paint, key=(text, on, chosen, hint, gold), act=act, tip=tip, layer=layer, group=group
    )


def label(
    pen: Pen,
    name: str,
    rect: pygame.Rect,
    text: str,
    size: float = 15,
    colour: str = theme.TEXT_2,
    face: str = "body",
    layer: int = 0,
    centred: bool = False,
) -> Node:
    """Wrapped words in a place."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        y = float(box.y)
        for line in pen.wrap(text, face, size, box.w):
            if centred:
                pen.text(target, line.replace("**", ""), box.centerx, y, face, size, colour, "ct")
            else:
                pen.paragraph(target, line, box.x, y, box.w, size, colour, face)
            y += pen.line(size)

    return Node(name, rect, paint, key=text, layer=layer, live=False)


def panel(
    pen: Pen, name: str, rect: pygame.Rect, icon: str = "", title: str = "", right: str = "", layer: int = 0
) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.panel(target, box)
        if title:
            pen.heading(target, box, icon, title, right)

    return Node(name, rect, paint, key=(title, right), pad=pen.px(24), live=False, layer=layer)


def veil(pen: Pen, layer: int) -> Node:
    """Darkens the table under a sheet, and keeps clicks from reaching it."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        target.fill((4, 8, 18, 205))

    return Node("veil", pygame.Rect(0, 0, pen.width, pen.height), paint, layer=layer, cover=True)


@dataclass
class TextField:
    """One line of text that can be edited; the scene passes it keys while it has the focus."""

    name: str
    text: str
    most: int = 24

    def key(self, event: pygame.event.Event) -> bool:
        """Take a key. True if it was used."""
        if event.key == pygame.K_BACKSPACE:
            self.text = self.text[:-1]
            return True
        typed = event.unicode
        if typed and typed.isprintable() and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            self.text = (self.text + typed)[: self.most]
            return True
        return False

    def node(
        self, pen: Pen, rect: pygame.Rect, title: str, focused: bool, act: Act, group: str = "z"
    ) -> Node:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.box(target, box, theme.TROUGH, theme.TROUGH, theme.GOLD if focused else theme.TROUGH_EDGE, 9)
            room = box.w - pen.px(28)
            shown = self.text + ("|" if focused else "")
            tone = theme.TEXT if self.text or focused else theme.TEXT_3
            pen.text(
                target, shown or title, box.x + pen.px(14), box.centery, "medium", 16, tone, "lm", width=room
            )

        return Node(self.name, rect, paint, key=(self.text, focused, title), act=act, group=group)
