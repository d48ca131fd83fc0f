"""The panel of the analysis board: what is decided next, who looks, steps, and what can be done from here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.engine import terms as T

from .. import theme
from ..keys import REPLAY_CHANGES, REPLAY_START, REPLAY_STEPS, REPLAY_VIEWS, Key
from ..layout import by_need, columns
from ..nodes import Node, Paint
from ..pen import Pen
from ..table.board import Board
from ..table.status import corner
from ..table.tile import NAMED_HIGH
from ..widgets import panel, segments

Act = Callable[[], None]
TOOL, STEP = 15, 12.5  # size of the words on a tool, and of those under a step's picture
WHO, ROW = 36, 38  # units: the choice of who looks, a row of tools
ICONS = {
    "round back": "first",
    "move back": "rewind",
    "decision back": "back",
    "decision on": "forward",
    "move on": "wind",
    "round on": "last",
}


UNITS = {"decision": "Choice"}


@dataclass(frozen=True)
class Asked:
    """What the panel says: whose decision comes next, and what it was."""

    title: str
    words: str
    side: int


def nodes(
    board: Board,
    asked: Asked,
    viewers: Sequence[tuple[int, str]],
    look: Callable[[int], None],
    acts: Mapping[str, Act | None],
) -> list[Node]:
    pen = board.pen
    area = board.rect(board.right_x, board.bottom + 6, 396, 302)
    inner = area.inflate(-pen.px(28), -pen.px(24))
    gap, high = pen.px(7), pen.px(ROW)
    shelf = pygame.Rect(inner.x, inner.bottom - high, inner.w, high)
    tools = shelf.move(0, -(high + gap))
    across = columns(tools, len(REPLAY_STEPS), pen.px(5))
    is_named = all(pen.text_width(_unit(key), "head", STEP) <= across[0].w - pen.px(6) for key in REPLAY_STEPS)
    high = pen.tx(NAMED_HIGH) if is_named else high
    steps = pygame.Rect(inner.x, tools.y - gap - high, inner.w, high)
    who = pygame.Rect(inner.x, steps.y - gap - pen.px(WHO), inner.w, pen.px(WHO))
    words = pygame.Rect(inner.x, inner.y, inner.w, who.y - gap - inner.y)
    made = [panel(pen, "actions", area), _asked(pen, asked, words)]
    made += segments(pen, "viewer", who, viewers, board.viewer, look, "h-viewer", size=15)
    for key, place in zip(REPLAY_STEPS, columns(steps, len(REPLAY_STEPS), pen.px(5)), strict=True):
        made.append(_step(pen, key, place, acts[key.name], is_named))
    for keys, row in ((REPLAY_CHANGES, tools), (REPLAY_VIEWS, shelf)):
        needs = [pen.text_width(key.title, "head", TOOL) + pen.key_width(key.cap) for key in keys]
        for key, place in zip(keys, by_need(row, needs, gap), strict=True):
            made.append(_tool(pen, key, place, acts[key.name]))
    near, far = corner(board)
    return [*made, _tool(pen, REPLAY_START, near.union(far), acts[REPLAY_START.name])]


def _unit(key: Key) -> str:
    """What a step goes over, in a word that fits its tile."""
    unit = key.name.partition(" ")[0]
    return UNITS.get(unit, unit.capitalize())


def _asked(pen: Pen, asked: Asked, rect: pygame.Rect) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        x, y = box.x, box.y + pen.px(13)
        if asked.side in (T.US, T.CHINA):
            pen.marker(target, asked.side, x + pen.px(9), y, 19)
            x += pen.px(26)
        tone = theme.BRIGHT[asked.side] if asked.side in (T.US, T.CHINA) else theme.TEXT
        pen.text(target, asked.title, x, y, "number", 22, tone, "lm", width=box.right - x)
        face = pen.narrower(asked.words, box.w, 14.5, 2)
        pen.paragraph(target, asked.words, box.x, y + pen.px(18), box.w, 14.5, theme.TEXT_2, face, most=3)

    return Node("asked", rect, paint, key=asked, live=False)


def _step(pen: Pen, key: Key, rect: pygame.Rect, act: Act | None, is_named: bool) -> Node:
    """A tile: its picture and its key, and what it goes over where there is room."""

    def inside(target: pygame.Surface, box: pygame.Rect) -> None:
        tone = theme.TEXT if act else theme.TEXT_3
        wide = pen.px(24) + pen.key_width(key.cap)
        x, y = box.centerx - wide // 2, box.y + round(box.h * 0.34) if is_named else box.centery
        pen.icon(target, ICONS[key.name], x + pen.px(9), y, 19, tone)
        pen.key(target, key.cap, x + wide, y)
        if is_named:
            pen.text(target, _unit(key), box.centerx, box.bottom - pen.tx(11), "head", STEP, tone, "cm")

    return _tile(pen, key, rect, act, inside, "i-steps")


def _tool(pen: Pen, key: Key, rect: pygame.Rect, act: Act | None) -> Node:
    """A tile: its name and its key."""

    def inside(target: pygame.Surface, box: pygame.Rect) -> None:
        cap, gap = pen.key_width(key.cap), pen.px(7)
        wide = min(pen.text_width(key.title, "head", TOOL), box.w - cap - gap - pen.px(8))
        x = box.centerx - (wide + gap + cap) // 2
        tone = theme.TEXT if act else theme.TEXT_3
        pen.text(target, key.title, x, box.centery, "head", TOOL, tone, "lm", width=wide)
        pen.key(target, key.cap, x + wide + gap + cap, box.centery)

    return _tile(pen, key, rect, act, inside, "j-tools")


def _tile(pen: Pen, key: Key, rect: pygame.Rect, act: Act | None, inside: Paint, group: str) -> Node:
    """Without `act` it is shown as not available now."""
    tip = [key.title, key.words]

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            top, edge = (theme.SELECTED, theme.LINE_STRONG) if act else (theme.PANEL_TOP, theme.LINE)
            if is_lit:
                top, edge = theme.mix(top, theme.TIP_EDGE, 0.22), theme.TIP_EDGE
            pen.box(target, box, top, theme.BUTTON_LOW, edge, theme.BUTTON_RADIUS, 1.25)
            inside(target, box)

        return paint

    return Node(
        f"do:{key.name}",
        rect,
        painter(False),
        key=(key.cap, act is None),
        act=act,
        tip=lambda: tip,
        group=group,
        lit=painter(True) if act else None,
        radius=theme.BUTTON_RADIUS,
    )
