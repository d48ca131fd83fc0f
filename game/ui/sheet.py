"""A sheet over the table: a question, its options as buttons, and a preview of the one pointed at."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from . import theme
from .pen import Pen
from .stage import Node
from .widgets import button, veil

LAYER = 20


@dataclass
class Option:
    """One answer: what it is called, what that means, what it would do (asked for only when pointed at)."""

    name: str
    title: str
    detail: str
    act: Callable[[], None]
    preview: Callable[[], list[str]] | None = None
    gold: bool = False
    hint: str = ""


@dataclass
class Sheet:
    """The question. `picture` paints a card at the left when there is one."""

    title: str
    text: str
    options: list[Option]
    cancel: Callable[[], None] | None = None
    picture: Callable[[pygame.Surface, pygame.Rect], None] | None = None
    picture_key: object = None
    notes: list[str] = field(default_factory=list)  # under the picture


def nodes(pen: Pen, sheet: Sheet, pointed: str | None) -> list[Node]:
    """The nodes of a sheet; `pointed` is the name of the node the player looks at."""
    wide = 1400 if sheet.picture else 1100
    w = min(pen.px(wide), pen.width - pen.px(40))
    tall = 760 if sheet.picture else max(440, min(760, 200 + 92 * len(sheet.options)))
    h = min(pen.px(tall), pen.height - pen.px(40))
    rect = pygame.Rect((pen.width - w) // 2, (pen.height - h) // 2, w, h)
    made = [veil(pen, LAYER), _frame(pen, rect, sheet)]
    left = rect.x + pen.px(30)
    if sheet.picture:
        made += _picture(
            pen, sheet, pygame.Rect(left, rect.y + pen.px(96), pen.px(330), rect.h - pen.px(190))
        )
        left += pen.px(360)
    middle = pygame.Rect(left, rect.y + pen.px(96), pen.px(560), rect.h - pen.px(190))
    made += _options(pen, sheet, middle)
    made.append(
        _preview(
            pen,
            sheet,
            pygame.Rect(
                middle.right + pen.px(24), middle.y, rect.right - middle.right - pen.px(54), middle.h
            ),
            pointed,
        )
    )
    if sheet.cancel:
        back = pygame.Rect(left, rect.bottom - pen.px(70), pen.px(220), pen.px(50))
        made.append(
            button(pen, "sheet:cancel", back, "Back", sheet.cancel, "undo", "Esc", layer=LAYER + 2, group="y")
        )
    return made


def _frame(pen: Pen, rect: pygame.Rect, sheet: Sheet) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 14, 14, 0.75, "#000000", pen.px(6))
        pen.box(target, box, theme.TIP_TOP, theme.PANEL_BOTTOM, theme.TIP_EDGE, 14, 1.6)
        pen.text(
            target,
            sheet.title,
            box.x + pen.px(30),
            box.y + pen.px(36),
            "number",
            30,
            theme.TEXT,
            "lm",
            width=box.w - pen.px(60),
        )
        pen.text(
            target,
            sheet.text,
            box.x + pen.px(30),
            box.y + pen.px(70),
            "body",
            16,
            theme.TEXT_2,
            "lm",
            width=box.w - pen.px(60),
        )

    return Node(
        "sheet", rect, paint, key=(sheet.title, sheet.text), pad=pen.px(34), layer=LAYER + 1, live=False
    )


def _picture(pen: Pen, sheet: Sheet, rect: pygame.Rect) -> list[Node]:
    face = pygame.Rect(rect.x + pen.px(8), rect.y + pen.px(4), pen.px(250), pen.px(360))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        assert sheet.picture is not None
        sheet.picture(target, box)

    top = face.bottom + pen.px(14)
    below = pygame.Rect(rect.x, top, rect.w, rect.bottom + pen.px(80) - top)
    size = 13.5
    while size > 11 and _height(pen, sheet.notes, size, below.w) > below.h:
        size -= 0.5
    key = (sheet.picture_key, sheet.title)

    def write(target: pygame.Surface, box: pygame.Rect) -> None:
        y = float(box.y)
        for n, note in enumerate(sheet.notes):
            tone = theme.TEXT if n == 0 else theme.TEXT_2
            y = pen.paragraph(target, note, box.x, y, box.w, size, tone) + pen.px(4)

    return [
        Node("sheet:card", face, paint, key=key, pad=pen.px(18), layer=LAYER + 2, live=False),
        Node("sheet:notes", below, write, key=key, layer=LAYER + 2, live=False),
    ]


def _height(pen: Pen, notes: list[str], size: float, width: int) -> int:
    return sum(len(pen.wrap(note, "body", size, width)) * pen.line(size) + pen.px(4) for note in notes)


def _options(pen: Pen, sheet: Sheet, area: pygame.Rect) -> list[Node]:
    count = max(1, len(sheet.options))
    step = min(pen.px(92), (area.h + pen.px(16)) // count)
    made = []
    for n, option in enumerate(sheet.options):
        rect = pygame.Rect(area.x, area.y + n * step, area.w, step - pen.px(8))
        made.append(_option(pen, option, rect, n))
    return made


def _option(pen: Pen, option: Option, rect: pygame.Rect, n: int) -> Node:
    two_lines = bool(option.detail) and rect.h >= pen.line(19) + pen.line(14)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        edge = theme.GOLD if option.gold else theme.LINE_STRONG
        pen.box(target, box, theme.SELECTED, theme.PANEL_TOP, edge, 10, 2 if option.gold else 1.25)
        number = option.hint or str(n + 1)
        x, width = box.x + pen.px(50), box.w - pen.px(64)
        pen.text(target, number, box.x + pen.px(25), box.centery, "number", 19, theme.GOLD, "cm")
        if not two_lines:
            pen.text(target, option.title, x, box.centery, "head", 19, theme.TEXT, "lm", width=width)
            return
        lines = pen.wrap(option.detail, "body", 14, width)[: max(1, (box.h - pen.line(19)) // pen.line(14))]
        y = box.centery - (pen.line(19) + len(lines) * pen.line(14)) / 2
        pen.text(target, option.title, x, y + pen.line(19) * 0.5, "head", 19, theme.TEXT, "lm", width=width)
        for k, line in enumerate(lines):
            pen.text(
                target,
                line,
                x,
                y + pen.line(19) + pen.line(14) * (k + 0.5),
                "body",
                14,
                theme.TEXT_2,
                "lm",
                width=width,
            )

    return Node(
        option.name,
        rect,
        paint,
        key=(option.title, option.detail, option.gold),
        act=option.act,
        layer=LAYER + 2,
        group="x",
    )


def _preview(pen: Pen, sheet: Sheet, rect: pygame.Rect, pointed: str | None) -> Node:
    option = next((o for o in sheet.options if o.name == pointed), None)
    lines = option.preview() if option is not None and option.preview else []
    if not lines:
        lines = ["What would it do?", "Point at an option, or move to it with the arrow keys."]

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.DEEPEST, theme.PANEL_BOTTOM, theme.LINE, 10)
        y = float(box.y + pen.px(16))
        for n, line in enumerate(lines):
            if y + pen.line(15) > box.bottom:
                return
            heading = line.endswith(":") or n == 0
            tone = theme.GOLD if heading else theme.TEXT_2
            face, size = ("head", 17.0) if heading else ("body", 14.5)
            y = pen.paragraph(target, line, box.x + pen.px(16), y, box.w - pen.px(32), size, tone, face)
            y += pen.px(4)

    return Node("sheet:preview", rect, paint, key=tuple(lines), layer=LAYER + 2, live=False)
