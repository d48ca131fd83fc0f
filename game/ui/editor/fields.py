"""The rows of a page of the scenario editor: a title, and for each value steps, a switch, segments or a text."""

from collections.abc import Callable
from functools import partial

import pygame

from game.classroom.draft import Draft
from game.classroom.draft_pages import Cell, Row

from .. import theme
from ..nodes import Node, Paint
from ..pen import Pen
from ..widgets import Entry, segments
from ..widgets.choice import paint_switch

STEP, VALUE, MARK, GAP = 44, 62, 26, 22  # units: a button, the number between two, a side's marker, between two values
HIGHEST = 62  # units of text: a row's values are no higher, however long its words are
Change = Callable[[Cell, int | str | bool], None]


def cell_width(pen: Pen, cell: Cell, room: int) -> int:
    """Pixels that a value needs at the right of its row."""
    mark = pen.px(MARK) if cell.side < 2 else 0
    if cell.kind == "number" or cell.side < 2:  # the values of a side stand below each other
        return mark + 2 * pen.px(STEP) + pen.tx(VALUE)
    if cell.kind in ("switch", "member"):
        return pen.tx(140 if cell.path[0] == "luck" else 130)  # its words are longer
    return round(room * (0.62 if cell.kind == "text" else 0.6))


def _widths(pen: Pen, width: int, row: Row) -> tuple[list[int], int]:
    """Pixels of a row's values, and what they leave for its words."""
    widths = [cell_width(pen, cell, width) for cell in row.cells]
    return widths, width - pen.px(16 + 14 + 16) - sum(widths) - pen.px(GAP) * (len(widths) - 1)


def row_height(pen: Pen, width: int, row: Row, least: int) -> int:
    """Pixels that a row of that width needs for its words, and no fewer than `least`."""
    room = _widths(pen, width, row)[1]
    lines = len(pen.wrap(row.title, "medium", 18, room)), len(_about(pen, row, room))
    return max(least, pen.line(18) * lines[0] + pen.line(15) * lines[1] + pen.px(16))


def _about(pen: Pen, row: Row, room: int) -> list[str]:
    return pen.wrap(row.about, "body", 15, room) if row.about else []


def row_nodes(
    pen: Pen, n: int, place: pygame.Rect, row: Row, draft: Draft, change: Change, entry: Entry | None, focus: str | None
) -> list[Node]:
    """The n-th row of a page."""
    widths, room = _widths(pen, place.w, row)
    left = place.x + pen.px(16 + 14) + room
    high = min(place.h, pen.tx(HIGHEST)) - pen.px(10)
    made = [_title(pen, n, place, room, row)]
    for number, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        area = pygame.Rect(left, place.centery - high // 2, width, high)
        left += width + pen.px(GAP)
        name = f"row:{n}" if number == 0 else f"second:{n}"
        if entry is not None and cell.kind == "text":
            made.append(entry.node(pen, area, "Nothing yet", focus == entry.name, f"e-{n:03}"))
        else:
            made += _cell(pen, name, area, cell, cell.value(draft), change, f"e-{n:03}")
    return made


def _title(pen: Pen, n: int, rect: pygame.Rect, room: int, row: Row) -> Node:
    """A row's words, in the room that its values leave, and the line below it."""

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        x = box.x + pen.px(16)
        titles, about = pen.wrap(row.title, "medium", 18, room), _about(pen, row, room)
        y = box.centery - (pen.line(18) * len(titles) + pen.line(15) * len(about)) / 2
        for line in titles:
            pen.text(target, line, x, y + pen.line(18) / 2, "medium", 18, theme.TEXT, "lm", width=room)
            y += pen.line(18)
        for line in about:
            pen.text(target, line, x, y + pen.line(15) / 2, "body", 15, theme.TEXT_3, "lm", width=room)
            y += pen.line(15)
        pen.rule(target, box, box.bottom - max(1, pen.px(1)))

    return Node(f"title:{n}", rect, paint, key=(row.title, row.about, room), live=False)


def _cell(
    pen: Pen, name: str, area: pygame.Rect, cell: Cell, value: int | str | bool, change: Change, group: str
) -> list[Node]:
    made = []
    if cell.side < 2:
        mark = pygame.Rect(area.x, area.y, pen.px(MARK), area.h)
        paint = partial(_paint_mark, pen, cell.side)
        made.append(Node(f"{name}:mark", mark, paint, key=cell.side, live=False))
        area = pygame.Rect(mark.right, area.y, area.w - mark.w, area.h)
    if cell.kind == "number":
        return made + _steps(pen, name, area, cell, int(value), change, group)
    if cell.kind == "choice":
        return made + segments(pen, name, area, cell.options, str(value), partial(change, cell), group, size=17)
    is_on = bool(value)
    act = partial(change, cell, not is_on)
    words = ("On", "Off")
    if cell.kind == "member" and cell.path[0] != "position":  # a card in a deck, not a measure on the table
        words = ("Set", "Chance") if cell.path[0] == "luck" else ("In", "Out")
    painters = [partial(_paint_switch, pen, words[not is_on], is_on, is_lit) for is_lit in (False, True)]
    key = (words, is_on)
    made.append(Node(name, area, painters[0], key=key, act=act, group=group, lit=painters[1]))
    return made


def _paint_mark(pen: Pen, side: int, target: pygame.Surface, box: pygame.Rect) -> None:
    pen.marker(target, side, box.x + pen.px(10), box.centery, 16)


def _paint_switch(
    pen: Pen, words: str, is_on: bool, is_lit: bool, target: pygame.Surface, box: pygame.Rect
) -> None:
    paint_switch(pen, words, is_on, is_lit, target, box)


def _steps(
    pen: Pen, name: str, area: pygame.Rect, cell: Cell, value: int, change: Change, group: str
) -> list[Node]:
    """One less, the number, one more."""
    wide = pen.px(STEP)
    places = (pygame.Rect(area.x, area.y, wide, area.h), pygame.Rect(area.right - wide, area.y, wide, area.h))
    made = [_number(pen, f"{name}:value", pygame.Rect(area.x + wide, area.y, area.w - 2 * wide, area.h), cell, value)]
    for place, by, label in zip(places, (-1, 1), (f"{name}:less", name), strict=True):
        act = partial(change, cell, value + by) if cell.low <= value + by <= cell.high else None
        painters = [partial(_paint_step, pen, by, act is not None, is_lit) for is_lit in (False, True)]
        node = Node(
            label,
            place,
            painters[0],
            key=(by, act is None),
            act=act or _stay,
            group=group,
            lit=painters[1] if act else None,
        )
        made.append(node)
    return made


def _stay() -> None:
    """At a bound the button does nothing, and keeps the focus."""


def _number(pen: Pen, name: str, rect: pygame.Rect, cell: Cell, value: int) -> Node:
    text = f"−{-value}" if value < 0 else f"+{value}" if cell.low < 0 < value else str(value)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        tone = theme.BRIGHT[cell.side] if cell.side < 2 else theme.TEXT
        pen.text(target, text, box.centerx, box.centery, "number", 22, tone, "cm", width=box.w)

    return Node(name, rect, paint, key=(text, cell.side), live=False)


def _paint_step(pen: Pen, by: int, is_on: bool, is_lit: bool, target: pygame.Surface, box: pygame.Rect) -> None:
    edge = theme.TIP_EDGE if is_lit else theme.LINE_STRONG if is_on else theme.LINE
    top = theme.SELECTED if is_on else theme.PANEL_TOP
    pen.box(target, box, theme.mix(top, theme.TIP_EDGE, 0.22) if is_lit else top, theme.BUTTON_LOW, edge, 8)
    tone = theme.TEXT if is_on else theme.LINE_STRONG
    long, thin = pen.px(14), max(2, pen.px(2.5))
    target.fill(pygame.Color(tone), pygame.Rect(box.centerx - long // 2, box.centery - thin // 2, long, thin))
    if by > 0:
        target.fill(pygame.Color(tone), pygame.Rect(box.centerx - thin // 2, box.centery - long // 2, thin, long))


def page_row(
    pen: Pen, name: str, rect: pygame.Rect, title: str, is_here: bool, act: Callable[[], None], warns: str = ""
) -> Node:
    """One line of the list of pages; `warns` is the colour of a mark at its end, where something is to be put right."""

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            if is_here or is_lit:
                edge = theme.CHOSEN if is_here else theme.LINE_STRONG
                pen.box(target, box, theme.SELECTED, theme.PANEL_TOP, edge, 8, 1.6 if is_here else 1.25)
            tone = theme.TEXT if is_here or is_lit else theme.TEXT_2
            room = box.w - pen.px(24)
            if warns:
                room -= pen.px(28)
                icon = "warning" if warns == theme.LOSS else "info"
                pen.icon(target, icon, box.right - pen.px(20), box.centery, 19, warns)
            pen.text(target, title, box.x + pen.px(12), box.centery, "medium", 18, tone, "lm", width=room)

        return paint

    key = (title, is_here, warns)
    return Node(name, rect, painter(False), key=key, act=act, group="b", lit=painter(True), radius=8)
