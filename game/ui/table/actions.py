"""Bottom right: whose turn it is and what for, the moves that need no card, and the tools with their keys."""

from collections.abc import Callable, Mapping

import pygame

from .. import theme
from ..keys import MOVES, TOOLS, Key
from ..layout import columns
from ..stage import Node
from ..widgets import button, panel
from .board import Board
from .prompt import Prompt

Acts = Mapping[str, Callable[[], None] | None]
ACROSS = 3  # tools in a row, one more where there would be three rows

ICONS = {
    "charts": "chart",
    "cards": "deck",
    "handbook": "book",
}  # of tools that are not called like their icons


def nodes(board: Board, prompt: Prompt, acts: Acts) -> list[Node]:
    """The panel. `acts` says what each key does now, None where it can't be done."""
    pen = board.pen
    area = board.rect(board.right_x, board.bottom + 6, 396, 302)
    inner = area.inflate(-pen.px(28), -pen.px(24))
    tools = [key for key in TOOLS if key.name in acts]
    high, gap = pen.px(38), pen.px(8)
    across = ACROSS if len(tools) <= 2 * ACROSS else ACROSS + 1
    rows = -(-len(tools) // across)
    shelf = pygame.Rect(inner.x, inner.bottom - rows * high - (rows - 1) * gap, inner.w, high)
    made = [panel(pen, "actions", area)]
    is_named = all(_has_room(board, key, columns(shelf, across, gap)[0].w) for key in tools)
    for n, key in enumerate(tools):
        place = columns(shelf.move(0, n // across * (high + gap)), across, gap)[n % across]
        made.append(_tool(board, key, place, acts, is_named))
    high = pen.px(50)
    top = shelf.y - pen.px(14) - 2 * high - gap
    for n, key in enumerate(MOVES):
        row = pygame.Rect(inner.x, top + n // 2 * (high + gap), inner.w, high)
        made.append(_move(board, key, columns(row, 2, gap)[n % 2], acts))
    words = pygame.Rect(inner.x, inner.y, inner.w, top - inner.y - gap)
    return [*made, _prompt(board, prompt, words)]


def _move(board: Board, key: Key, rect: pygame.Rect, acts: Acts) -> Node:
    act = acts.get(key.name)
    tip = [key.title, key.words]
    return button(
        board.pen, f"do:{key.name}", rect, key.title, act, key.name, key.cap, group="i", tip=lambda: tip
    )


def _tool(board: Board, key: Key, rect: pygame.Rect, acts: Acts, is_named: bool) -> Node:
    """A smaller button: words, or an icon where there is no room for them, and the key."""
    act = acts.get(key.name)
    tip = [key.title, key.words]
    title, icon = (key.title, "") if is_named else ("", ICONS.get(key.name, key.name))
    return button(
        board.pen, f"do:{key.name}", rect, title, act, icon, key.cap, group="i", tip=lambda: tip, size=15
    )


def _has_room(board: Board, key: Key, width: int) -> bool:
    """Whether a tool's words fit beside its key."""
    pen = board.pen
    return pen.text_width(key.title, "head", 15) + pen.key_width(key.cap) + pen.px(40) <= width


def _prompt(board: Board, prompt: Prompt, rect: pygame.Rect) -> Node:
    pen = board.pen

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        y = box.y + pen.px(12)
        pen.text(target, prompt.title, box.x, y, "number", 22, prompt.tone, "lm", width=box.w)
        y += pen.px(16)
        pen.paragraph(target, prompt.words, box.x, y, box.w, 14.5, theme.TEXT_2, most=2)

    return Node("prompt", rect, paint, key=prompt, live=False)
