"""The panel of the analysis board: what is decided next, who looks, steps, and what can be done from here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.engine import terms as T

from .. import theme
from ..keys import REPLAY, REPLAY_STEPS, Key
from ..layout import by_need, columns
from ..nodes import Node, Paint
from ..pen import Pen
from ..table.board import Board
from ..widgets import button, panel, segments

Act = Callable[[], None]
TOOL = 15  # size of the words on a tool
ICONS = {
    "round back": "first",
    "move back": "back",
    "decision back": "down",
    "decision on": "up",
    "move on": "forward",
    "round on": "last",
    "hand": "hand",
    "log": "log",
    "charts": "chart",
    "back": "undo",
}


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
    gap, high = pen.px(7), pen.px(40)
    shelf = pygame.Rect(inner.x, inner.bottom - high, inner.w, high)
    tools = shelf.move(0, -(high + gap))
    steps = tools.move(0, -(high + gap))
    who = steps.move(0, -(high + gap))
    words = pygame.Rect(inner.x, inner.y, inner.w, who.y - gap - inner.y)
    made = [panel(pen, "actions", area), _asked(pen, asked, words)]
    made += segments(pen, "viewer", who, viewers, board.viewer, look, "h-viewer", size=15)
    for key, place in zip(REPLAY_STEPS, columns(steps, len(REPLAY_STEPS), gap), strict=True):
        made.append(_step(pen, key, place, acts[key.name]))
    needs = [pen.text_width(key.title, "head", TOOL) + pen.key_width(key.cap) for key in REPLAY[:3]]
    for key, place in zip(REPLAY[:3], by_need(tools, needs, gap), strict=True):
        made.append(_tool(pen, key, place, acts[key.name]))
    for key, place in zip(REPLAY[3:], columns(shelf, len(REPLAY) - 3, gap), strict=True):
        made.append(_step(pen, key, place, acts[key.name], "j-tools"))
    return made


def _asked(pen: Pen, asked: Asked, rect: pygame.Rect) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        x, y = box.x, box.y + pen.px(13)
        if asked.side in (T.US, T.CHINA):
            pen.marker(target, asked.side, x + pen.px(9), y, 19)
            x += pen.px(26)
        tone = theme.BRIGHT[asked.side] if asked.side in (T.US, T.CHINA) else theme.TEXT
        pen.text(target, asked.title, x, y, "number", 22, tone, "lm", width=box.right - x)
        pen.paragraph(target, asked.words, box.x, y + pen.px(18), box.w, 14.5, theme.TEXT_2, most=3)

    return Node("asked", rect, paint, key=asked, live=False)


def _step(pen: Pen, key: Key, rect: pygame.Rect, act: Act | None, group: str = "i-steps") -> Node:
    """A tile: its picture and its key; the tip has its name."""
    tip = [key.title, key.words]

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            top, edge = (theme.SELECTED, theme.LINE_STRONG) if act else (theme.PANEL_TOP, theme.LINE)
            if is_lit:
                top, edge = theme.mix(top, theme.TIP_EDGE, 0.22), theme.TIP_EDGE
            pen.box(target, box, top, theme.BUTTON_LOW, edge, theme.BUTTON_RADIUS, 1.25)
            wide = pen.px(24) + pen.key_width(key.cap)
            x = box.centerx - wide // 2
            pen.icon(
                target, ICONS[key.name], x + pen.px(9), box.centery, 19, theme.TEXT if act else theme.TEXT_3
            )
            pen.key(target, key.cap, x + wide, box.centery)

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


def _tool(pen: Pen, key: Key, rect: pygame.Rect, act: Act | None) -> Node:
    tip = [f"{key.title} | {key.cap}", key.words]
    return button(
        pen, f"do:{key.name}", rect, key.title, act, "", key.cap, group="j-tools", tip=lambda: tip, size=TOOL
    )
