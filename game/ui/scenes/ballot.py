"""The picture of an option in a vote: its number, what it is, its ballots, and a bar that grows with them."""

from collections.abc import Sequence

import pygame

from .. import theme
from ..pen import Pen

FACES = ("body", "head")  # of what the options do: the narrower one where more can be said in it


def face_of(pen: Pen, options: Sequence[tuple[str, Sequence[str]]], box: pygame.Rect) -> str:
    """The face of all options of a page, each with its title and wordings: that in which the fullest ones fit."""
    room = _room(pen, box, 99)
    return min(FACES, key=lambda face: sum(_fitting(pen, *option, face, room) for option in options))


def _room(pen: Pen, box: pygame.Rect, count: int) -> pygame.Rect:
    """Where the words go: between the number and the count, above the bar."""
    left = box.x + pen.px(48)
    right = box.right - pen.px(24) - pen.text_width(str(count), "number", 34)
    return pygame.Rect(left, box.y + pen.px(2), right - left, box.h - pen.px(15))


def _fitting(pen: Pen, title: str, does: Sequence[str], face: str, room: pygame.Rect) -> int:
    """Which of the wordings is the first that fits under the title; after the last where none does."""
    left = room.h - pen.line(20) * len(pen.wrap(title, "head", 20, room.w)[:2])
    fits = (n for n, words in enumerate(does) if len(pen.wrap(words, face, 16, room.w)) * pen.line(16) <= left)
    return next(fits, len(does))


def paint_option(
    pen: Pen,
    number: str,
    title: str,
    does: tuple[str, ...],
    count: int,
    share: float,
    is_ahead: bool,
    is_chosen: bool,
    face: str,
    is_lit: bool,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    """The number, what it is, its ballots, and a bar that grows with them."""
    edge = (
        theme.GOLD
        if is_chosen
        else theme.TEXT
        if is_ahead
        else theme.TIP_EDGE
        if is_lit
        else theme.LINE_STRONG
    )
    pen.box(
        target, box, theme.SELECTED, theme.PANEL_BOTTOM, edge, 10, 2.4 if is_ahead or is_chosen else 1.25
    )
    left, right = box.x + pen.px(14), box.right - pen.px(14)
    y = box.centery - pen.px(4)
    pen.text(target, number, left, y, "number", 34, theme.TEXT_2, "lm")
    pen.text(target, str(count), right, y, "number", 34, theme.TEXT, "rm")
    _paint_title(pen, target, title, does, face, _room(pen, box, count))
    trough = pygame.Rect(box.x + pen.px(12), box.bottom - pen.px(12), box.w - pen.px(24), pen.px(5))
    pen.box(target, trough, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 3)
    if count:
        part = pygame.Rect(trough.x, trough.y, max(trough.h, round(trough.w * share)), trough.h)
        pen.box(target, part, theme.TEXT_2, theme.TEXT_2, theme.TEXT_2, 3)


def _paint_title(
    pen: Pen, target: pygame.Surface, title: str, does: Sequence[str], face: str, room: pygame.Rect
) -> None:
    """On one line or two; what it does below, in the first of its wordings that fits."""
    lines: Sequence[str] = pen.wrap(title, "head", 20, room.w)[:2]
    fitting = does[_fitting(pen, title, does, face, room) :]
    more: Sequence[str] = pen.wrap(fitting[0], face, 16, room.w) if fitting else []
    y = room.centery - (pen.line(20) * len(lines) + pen.line(16) * len(more)) / 2 + pen.line(20) / 2
    for line in lines:
        pen.text(target, line, room.x, y, "head", 20, theme.TEXT, "lm", width=room.w)
        y += pen.line(20)
    y -= (pen.line(20) - pen.line(16)) / 2
    for line in more:
        pen.text(target, line, room.x, y, face, 16, theme.TEXT_2, "lm", width=room.w)
        y += pen.line(16)
