"""What the teacher's desk shows before there is a report: what it is for, and how far the reading is."""

from collections.abc import Callable

import pygame

from .. import theme
from ..column import Column
from ..nodes import Node
from ..pen import Pen
from ..widgets import button, label, panel

ABOUT = (
    "**Collect.** Each table's computer writes one small class file for a match. Copy the files of all tables into "
    "one folder, on a stick or on this computer.",
    "**Read the folder.** You see the whole class: results, the paths of the matches, which policies were played, "
    "forecasts, answers before and after, and tables that had the same cards. All of it can be saved as one page.",
    "**What does not count.** Files that were altered, damaged, or handed in twice are named and left out.",
    "**Nicknames only.** There is nothing else about anybody in the files, and nothing is sent anywhere. When the "
    "lesson is over, delete the files with one button.",
)  # fmt: skip


def reading(pen: Pen, area: pygame.Rect, folder: str, read: int, files: int) -> list[Node]:
    """How far it is."""
    words = f"Reading {folder}: {read} of {files} files"
    place = pygame.Rect(area.x, area.y + area.h * 2 // 5, area.w, pen.line(24) * 2)
    bar = pygame.Rect(0, place.bottom, min(area.w, pen.px(900)), pen.px(14))
    bar.centerx = area.centerx

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.TROUGH, theme.TROUGH, theme.TROUGH_EDGE, 7)
        done = pygame.Rect(box.x, box.y, round(box.w * read / max(1, files)), box.h)
        if done.w > box.h:
            pen.box(target, done, theme.TIP_EDGE, theme.TIP_EDGE, theme.TIP_EDGE, 7)

    return [
        label(pen, "wait", place, words, 24, theme.TEXT, centred=True),
        Node("wait:bar", bar, paint, key=(read, files), live=False),
    ]


def about(pen: Pen, rect: pygame.Rect, ask: Callable[[], None]) -> list[Node]:
    """What it is, in letters as large as there is room for, and the way to the questionnaire."""
    inner = pygame.Rect(rect.x, rect.y + pen.px(60), rect.w, rect.h - pen.px(70)).inflate(-pen.px(44), 0)
    place = pygame.Rect(inner.x, rect.bottom - pen.px(78), inner.w, pen.px(56))
    for size in (26, 23, 20):
        column = Column(pen, inner.w)
        for text in ABOUT:
            column.words(text, size, theme.TEXT)
            column.gap(14)
        if column.height <= place.y - inner.y:
            break

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        column.paint(target, box.x, box.y)

    return [
        panel(pen, "about", rect, "class", "What this is"),
        Node("about:words", inner, paint, key=column.key, live=False),
        button(pen, "button:ask", place, "Questionnaire, before and after", ask, "edit", "A", group="d"),
    ]
