"""The page of the settings that lists every key of the game, from the tables in `keys`."""

import pygame

from .. import theme
from ..keys import GROUPS, Key
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..widgets import panel

ROW, HEAD, GAP = 42, 38, 36  # units
CAP, TITLE, SIZE = 92, 126, 13.5  # units for the cap of a key and for its title; size of the words
Group = tuple[str, tuple[Key, ...]]


def nodes(pen: Pen, area: pygame.Rect) -> list[Node]:
    """All groups in two columns, as even as they come."""
    inner = pygame.Rect(area.x + pen.px(24), area.y + pen.px(48), area.w - pen.px(48), area.h - pen.px(56))
    made = [panel(pen, "keys", area, "keys", "Every key")]
    places, halves = columns(inner, 2, pen.px(GAP)), _halves()
    row = min(_row_height(pen, place, groups) for place, groups in zip(places, halves, strict=True))
    for n, (place, groups) in enumerate(zip(places, halves, strict=True)):
        made.append(_column(pen, n, place, groups, row))
    return made


def _halves() -> tuple[list[Group], list[Group]]:
    """The groups in their order, cut where both halves are nearest in height."""

    def high(groups: list[Group]) -> int:
        return sum(HEAD + ROW * len(keys) for _, keys in groups)

    groups = list(GROUPS)
    cut = min(range(1, len(groups)), key=lambda n: abs(high(groups[:n]) - high(groups[n:])))
    return groups[:cut], groups[cut:]


def _row_height(pen: Pen, place: pygame.Rect, groups: list[Group]) -> int:
    """The height of a row of one line with which these groups fit."""
    keys = [key for _, group in groups for key in group]
    room = place.h - len(groups) * pen.px(HEAD)
    row = pen.px(ROW)
    while row > 1 and sum(max(row, _needs(pen, place.w, key)) for key in keys) > room:
        row -= 1
    return row


def _needs(pen: Pen, width: int, key: Key) -> int:
    """Pixels that a key's words need."""
    return pen.paragraph_height(key.words, width - _words_at(pen, key), SIZE) + pen.px(4)


def _words_at(pen: Pen, key: Key) -> int:
    """Where a key's words begin: after its title, most of them in one line below each other."""
    return pen.px(CAP) + max(pen.px(TITLE), pen.text_width(key.title, "bold", 14.5) + pen.px(14))


def _column(pen: Pen, n: int, place: pygame.Rect, groups: list[Group], row: int) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        y = box.y
        for title, keys in groups:
            pen.text(target, title.upper(), box.x, y + pen.px(20), "head", 14, theme.TEXT_3, "lm", 1.2)
            y += pen.px(HEAD)
            for key in keys:
                high = max(row, _needs(pen, box.w, key))
                _row(pen, target, pygame.Rect(box.x, y, box.w, high), key)
                y += high

    return Node(f"keys:{n}", place, paint, key=row, live=False)


def _row(pen: Pen, target: pygame.Surface, row: pygame.Rect, key: Key) -> None:
    left = row.x + pen.px(CAP)
    pen.key(target, key.cap, left - pen.px(14), row.centery)
    pen.text(target, key.title, left, row.centery, "bold", 14.5, theme.TEXT, "lm")
    at = _words_at(pen, key)
    high = pen.paragraph_height(key.words, row.w - at, SIZE)
    top = row.centery - high / 2 + pen.line(SIZE) * 0.14
    pen.paragraph(target, key.words, row.x + at, top, row.w - at, SIZE, theme.TEXT_2)
