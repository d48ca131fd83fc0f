"""The role sheets in the window, in large letters: who a role is, what it watches, and its private aim when asked."""

from functools import partial

import pygame

from game.classroom.roles import AIM, role_sheets
from game.classroom.sheets import page, sheets
from game.places import saves_dir

from .. import theme
from ..app import App, Scene
from ..nodes import Node
from ..pen import Pen
from ..widgets import button, button_width, heading, segments, toggle
from .debrief import open_page
from .handout import hand_out

EDGE, TOP = 48, 104  # units
WHOSE = "One for each person of a team. All sheets of a lesson: python -m game print --out sheets"
PRINTED = "Page to print (HTML)"
SIZES = (46, 42, 38, 34, 30)


class RolesScene(Scene):
    is_full = True

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.sheets = role_sheets()
        self.role = next(iter(self.sheets))
        self.has_aim = False  # aims are private: they are shown only when asked for

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        wide = pen.wide - 2 * EDGE
        options = [(role, f"{n}  {role.capitalize()}") for n, role in enumerate(self.sheets, 1)]
        tabs = pen.rect(EDGE, TOP, wide, 56)
        area = pen.rect(EDGE, TOP + 72, wide, pen.high - TOP - 72 - 100)
        back = pen.rect(EDGE, pen.high - 80, 240, 58)
        sheet = pygame.Rect(back.right + pen.px(16), back.y, button_width(pen, PRINTED, "export", "S"), back.h)
        says = "Show the private aim (A)"
        aim = pen.rect(0, pen.high - 80, 0, 58)
        aim.w = pen.text_width(says, "medium", 16) + pen.tx(150)
        aim.right = pen.px(pen.wide - EDGE)
        lines = self.lines()
        paint = partial(_paint, pen, lines)
        return [
            heading(pen, "Roles", WHOSE),
            *segments(pen, "role", tabs, options, self.role, self.choose, "a", size=20),
            Node("role-sheet", area, paint, key=lines, pad=pen.px(24), live=False),
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z"),
            button(pen, "button:page", sheet, PRINTED, self.save_page, "export", "S", group="z"),
            toggle(pen, "role:aim", aim, says, self.has_aim, self.show_aim, "b"),
        ]

    def lines(self) -> tuple[tuple[str, str], ...]:
        """The sheet as (kind, words)."""
        found: list[tuple[str, str]] = []
        for block in self.sheets[self.role]:
            if block.text == AIM:
                if not self.has_aim:
                    break
            found.append((block.kind, block.text))
        return tuple(found)

    def choose(self, role: str) -> None:
        self.role, self.has_aim = role, False

    def show_aim(self) -> None:
        self.has_aim = not self.has_aim

    def save_page(self) -> None:
        """All sheets as a page to print, beside the saved matches."""
        file = saves_dir() / "role sheets.html"
        if hand_out(self.app, file, page(sheets()["roles"])):
            open_page(file)

    def key(self, event: pygame.event.Event) -> bool:
        roles = list(self.sheets)
        if event.key == pygame.K_ESCAPE or event.key == pygame.K_F7:
            self.app.pop()
        elif pygame.K_1 <= event.key < pygame.K_1 + len(roles):
            self.choose(roles[event.key - pygame.K_1])
        elif event.key == pygame.K_s:
            self.save_page()
        elif event.key == pygame.K_a:
            self.show_aim()
        else:
            return False
        return True


def _paint(pen: Pen, lines: tuple[tuple[str, str], ...], target: pygame.Surface, box: pygame.Rect) -> None:
    """In the largest letters in which all of it is seen."""
    pen.panel(target, box)
    inner = box.inflate(-2 * pen.px(36), -2 * pen.px(30))
    size = next((size for size in SIZES if _height(pen, lines, inner.w, size) <= inner.h), SIZES[-1])
    y = inner.y
    for kind, words in lines:
        if kind == "heading":
            middle = y + pen.px(8) + pen.line(size * 1.2) / 2
            pen.text(target, words, inner.x, middle, "number", size * 1.2, theme.TEXT, "lm", width=inner.w)
            y += pen.line(size * 1.2) + pen.px(24)
            continue
        x = inner.x + (pen.px(36) if kind == "item" else 0)
        if kind == "item":
            dot = pygame.Rect(0, 0, pen.px(11), pen.px(11))
            dot.center = inner.x + pen.px(10), y + pen.cap("body", size) // 2
            pen.box(target, dot, theme.TEXT_2, theme.TEXT_2, theme.TEXT_2, 20)
        y = round(pen.paragraph(target, words, x, y, inner.right - x, size, theme.TEXT)) + pen.px(16)


def _height(pen: Pen, lines: tuple[tuple[str, str], ...], width: int, size: float) -> int:
    """Pixels that the sheet needs in letters of a size."""
    high = 0
    for kind, words in lines:
        if kind == "heading":
            high += pen.line(size * 1.2) + pen.px(24)
        else:
            room = width - (pen.px(36) if kind == "item" else 0)
            high += pen.paragraph_height(words, room, size) + pen.px(16)
    return high
