"""One line of text to write: a name, a seed."""

from dataclasses import dataclass

import pygame

from .. import theme
from ..clipboard import paste
from ..fonts import is_writable
from ..nodes import Node, Paint
from ..pen import Pen


@dataclass
class Entry:
    """The text, the caret, and how long the text may be. Typing goes in while the node has the focus."""

    name: str
    text: str = ""
    most: int = 24
    caret: int = -1  # before which character; -1 is the end

    @property
    def _at(self) -> int:
        return len(self.text) if self.caret < 0 else min(self.caret, len(self.text))

    def put(self, typed: str) -> None:
        """Write at the caret what can be shown and has room."""
        room = self.most - len(self.text)
        fits = "".join(c for c in typed if c.isprintable() and is_writable(c))[:room]
        at = self._at
        self.text = self.text[:at] + fits + self.text[at:]
        self.caret = at + len(fits)

    def keys(self, event: pygame.event.Event) -> bool:
        """Take a key or typed text. True if it was used."""
        if event.type == pygame.TEXTINPUT:
            self.put(event.text)
            return True
        with_ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        if with_ctrl and event.key == pygame.K_v:
            self.put(paste().strip())
            return True
        return self._edit(event.key) or (
            bool(event.unicode) and event.unicode.isprintable() and not with_ctrl
        )

    def _edit(self, key: int) -> bool:
        at = self._at
        if key == pygame.K_BACKSPACE:
            self.text, self.caret = self.text[: max(0, at - 1)] + self.text[at:], max(0, at - 1)
        elif key == pygame.K_DELETE:
            self.text, self.caret = self.text[:at] + self.text[at + 1 :], at
        elif key in (pygame.K_LEFT, pygame.K_RIGHT):
            self.caret = max(0, min(len(self.text), at + (1 if key == pygame.K_RIGHT else -1)))
        elif key in (pygame.K_HOME, pygame.K_END):
            self.caret = 0 if key == pygame.K_HOME else len(self.text)
        else:
            return False
        return True

    def node(
        self,
        pen: Pen,
        rect: pygame.Rect,
        empty: str,
        is_focused: bool,
        group: str = "",
        hint: str = "",
        size: float = 16,
    ) -> Node:
        """The field; `empty` is shown while nothing is written, `hint` at its right: the key that leads here, or the
        unit of a number. `size` is that of the letters.
        """

        def painter(is_lit: bool) -> Paint:
            def paint(target: pygame.Surface, box: pygame.Rect) -> None:
                _trough(pen, target, box, is_focused, is_lit)
                x, right = box.x + pen.px(14), box.right - pen.px(14)
                if hint:
                    right -= _hint(pen, target, hint, right, box.centery) + pen.px(10)
                if not self.text and not is_focused:
                    pen.text(target, empty, x, box.centery, "medium", size, theme.TEXT_3, "lm", width=right - x)
                self._paint_text(pen, target, x, right, box.centery, is_focused, size)

            return paint

        return Node(
            self.name,
            rect,
            painter(False),
            key=(self.text, self.caret, is_focused, empty, hint, size),
            keys=self.keys,
            group=group or self.name,
            lit=painter(True),
        )

    def _paint_text(
        self, pen: Pen, target: pygame.Surface, x: int, right: int, y: int, is_focused: bool, size: float
    ) -> None:
        """As much of the text as fits, with the caret inside."""
        first = 0
        room = right - x - pen.px(4)
        while is_focused and pen.text_width(self.text[first : self._at], "medium", size) > room:
            first += 1
        shown, more = self.text[first:], "" if is_focused else "…"
        if pen.text_width(shown, "medium", size) > right - x:
            while shown and pen.text_width(shown + more, "medium", size) > right - x:
                shown = shown[:-1]
            shown = shown.rstrip() + more
        if shown:
            pen.text(target, shown, x, y, "medium", size, theme.TEXT, "lm")
        if is_focused:
            at = x + pen.text_width(self.text[first : self._at], "medium", size)
            h = round(pen.type_px(size) * 1.2)
            target.fill(pygame.Color(theme.GOLD), (at, y - h // 2, max(2, pen.px(2)), h))


def _trough(pen: Pen, target: pygame.Surface, box: pygame.Rect, is_focused: bool, is_lit: bool) -> None:
    edge = theme.GOLD if is_focused else theme.TIP_EDGE if is_lit else theme.TROUGH_EDGE
    pen.box(target, box, theme.TROUGH, theme.TROUGH, edge, theme.BUTTON_RADIUS, 1.8 if is_focused else 1.25)


def _hint(pen: Pen, target: pygame.Surface, hint: str, right: int, middle: int) -> int:
    """One letter is a key. Returns its width."""
    if len(hint) == 1:
        return pen.key(target, hint, right, middle)
    return pen.text(target, hint, right, middle, "medium", 13, theme.TEXT_3, "rm")
