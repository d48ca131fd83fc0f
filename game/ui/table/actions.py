"""Bottom right: whose turn it is and what for, the moves that need no card, and the tools with their keys."""

from collections.abc import Callable, Mapping
from functools import partial

import pygame

from game.engine import terms as T
from game.match.uses import announce_obstacle, deal_obstacle, lift_obstacle

from .. import theme
from ..keys import MOVES, SCREENS, TOOLS, Key
from ..layout import by_need, columns
from ..nodes import Node, gauge
from ..pen import Pen
from ..widgets import button, panel
from .board import Board
from .prompt import Prompt
from .status import corner
from .tile import NAMED_HIGH, TIGHT_HIGH, holds, in_line, inside, named, tile

Acts = Mapping[str, Callable[[], None] | None]
ACROSS, GAP = 5, 7  # tools in a row, units between them
SHAPES = ((NAMED_HIGH, 46, 12), (44, 44, 12), (42, 42, 10), (TIGHT_HIGH, 39, 8))  # see _heights
WORDS, PROMPT = 31, 14.5  # units above the words of the prompt, their size
SIGN, DOTS = 54, 3  # units of the sign that the computer thinks, and its dots

ICONS = {
    "charts": "chart",
    "cards": "deck",
    "handbook": "book",
    "report": "market",
    "presenter": "screen",
    "result": "scoring",
}  # of tools that are not called like their icons


def nodes(
    board: Board, prompt: Prompt, acts: Acts, go_on: Callable[[], None] | None = None, stands: str = ""
) -> list[Node]:
    """The panel. `acts` says what each key does now, None where it can't be done; while something is told, the only
    thing to do is to `go_on`. `stands` is why nothing can be taken back.
    """
    pen = board.pen
    area = board.rect(board.right_x, board.bottom + 6, 396, 302)
    inner = area.inflate(-pen.px(28), -pen.px(24))
    tools = [key for key in TOOLS if key.name in acts]
    gap = pen.px(GAP)
    across = _tiles(board, tools, inner, gap)
    is_named = all(holds(pen, key, across[n % ACROSS].w) for n, key in enumerate(tools))
    rows = -(-len(tools) // ACROSS)
    high, move_high, between = _heights(pen, inner.h, rows) if is_named else (pen.px(39), pen.px(46), pen.px(12))
    shelf = inner.bottom - rows * high - (rows - 1) * gap
    made = [panel(pen, "actions", area)]
    for n, key in enumerate(tools):
        column = across[n % ACROSS]
        place = pygame.Rect(column.x, shelf + n // ACROSS * (high + gap), column.w, high)
        made.append(_tool(board, key, place, acts, is_named, stands if key.name == "undo" else ""))
    top = shelf - between - 2 * move_high - gap
    moves = pygame.Rect(inner.x, top, inner.w, 2 * move_high + gap)
    made += [_go_on(board, moves, go_on)] if go_on else _moves(board, moves, gap, acts)
    words = pygame.Rect(inner.x, inner.y, inner.w, top - inner.y - gap)
    made += [*_screens(board, acts), _prompt(board, prompt, words)]
    return [*made, _thinking(board, prompt, words)] if prompt.thinks else made


def _heights(pen: Pen, room: int, rows: int) -> tuple[int, int, int]:
    """Of a named tool and of a move, and what is between them: as much as leaves the prompt two lines of words."""
    needed = pen.px(WORDS) + pen.line(PROMPT) + pen.cap("body", PROMPT) + rows * pen.px(GAP) + pen.px(GAP)
    for tool, move, between in SHAPES:
        found = pen.tx(tool), pen.px(move), pen.px(between)
        if needed + rows * found[0] + 2 * found[1] + found[2] <= room:
            break
    return found


def _screens(board: Board, acts: Acts) -> list[Node]:
    """The tools that show the table otherwise, in the heading of the panel at the left."""
    needs = [in_line(board.pen, key) for key in SCREENS]
    places = corner(board, needs)
    is_named = [place.w for place in places] == needs
    return [_tool(board, key, place, acts, is_named) for key, place in zip(SCREENS, places, strict=True)]


def _tiles(board: Board, tools: list[Key], area: pygame.Rect, gap: int) -> list[pygame.Rect]:
    """The columns of the tools: equal, or where that is too tight for one, all with the same margins."""
    equal = columns(pygame.Rect(area.x, area.y, area.w, 0), ACROSS, gap)
    pen, count = board.pen, min(ACROSS, len(tools))
    pictures = [max(inside(pen, key) for key in tools[n::ACROSS]) for n in range(count)]
    if max(pictures) + pen.px(12) <= equal[0].w:
        return equal
    needs = [max(w + pen.px(8), *(named(pen, key) for key in tools[n::ACROSS])) for n, w in enumerate(pictures)]
    is_enough = sum(needs) + gap * (count - 1) <= area.w
    return by_need(area, needs if is_enough else pictures, gap)


def _moves(board: Board, area: pygame.Rect, gap: int, acts: Acts) -> list[Node]:
    """The moves that need no card, two in a row."""
    high = (area.h - gap) // 2
    made = []
    for n, key in enumerate(MOVES):
        row = pygame.Rect(area.x, area.y + n // 2 * (high + gap), area.w, high)
        made.append(_move(board, key, columns(row, 2, gap)[n % 2], acts))
    return made


def _go_on(board: Board, area: pygame.Rect, act: Callable[[], None]) -> Node:
    """Where the moves are found, for nothing can be moved now."""
    pen = board.pen
    rect = pygame.Rect(area.x, 0, area.w, min(area.h, pen.px(72)))
    rect.centery = area.centery
    return button(pen, "do:go on", rect, "Go on", act, "forward", "Space", gold=True, group="i", size=26)


def _move(board: Board, key: Key, rect: pygame.Rect, acts: Acts) -> Node:
    act = acts.get(key.name)
    tip = (
        [key.title, key.words]
        if act
        else [key.title, key.words, f"**Not now:** {_obstacle(board, key.name)}"]
    )
    return button(
        board.pen, f"do:{key.name}", rect, key.title, act, key.name, key.cap, group="i", tip=lambda: tip
    )


def _obstacle(board: Board, name: str) -> str:
    """Why a move can't be made."""
    s, side, words = board.seen, board.viewer, board.words
    if s.shared[T.MOVER] != side or s.shared[T.PHASE] != T.MOVING or not board.is_quiet:
        return "it is not your move."
    if s.pick[T.STEP] != T.STEP_MOVE:
        return "another move has been begun."
    found = {
        "lift": partial(lift_obstacle, s, side),
        "deal": partial(deal_obstacle, words, s, side),
        "announce": partial(announce_obstacle, words, s, side),
    }
    obstacle = found[name]() if name in found else ""
    return obstacle or "it is not what is asked."


def _tool(
    board: Board, key: Key, rect: pygame.Rect, acts: Acts, is_named: bool, obstacle: str = ""
) -> Node:
    group, icon = "h-screens" if key in SCREENS else "i", ICONS.get(key.name, key.name)
    act = acts.get(key.name)
    return tile(board.pen, f"do:{key.name}", rect, key, icon, act, is_named, group, obstacle=obstacle)


def _prompt(board: Board, prompt: Prompt, rect: pygame.Rect) -> Node:
    pen = board.pen

    side = prompt.side

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        x, y = box.x, box.y + pen.px(13)
        if side in (T.US, T.CHINA):
            pen.marker(target, side, x + pen.px(9), y, 19)
            x += pen.px(26)
        room = box.right - x - (pen.px(SIGN + 8) if prompt.thinks else 0)
        pen.text(target, prompt.title, x, y, "number", 23, prompt.tone, "lm", width=room)
        top = box.y + pen.px(WORDS)
        pen.paragraph(target, prompt.words, box.x, top, box.w, PROMPT, theme.TEXT_2, most=2)

    return Node("prompt", rect, paint, key=prompt, live=False)


def _thinking(board: Board, prompt: Prompt, beside: pygame.Rect) -> Node:
    """Three dots at the end of the prompt's line: one is bright, and where motion is wanted it goes on step by step."""
    pen = board.pen
    rect = pygame.Rect(beside.right - pen.px(SIGN), beside.y, pen.px(SIGN), pen.px(26))

    def paint(target: pygame.Surface, box: pygame.Rect, step: float, was: float) -> None:
        for n, place in enumerate(columns(box, DOTS, 0)):
            dot = pygame.Rect(0, 0, pen.px(11), pen.px(11))
            dot.center = place.center
            tone = prompt.tone if n == step % DOTS else theme.LINE_STRONG
            pen.box(target, dot, tone, tone, tone, 20)

    return gauge("thinking", rect, 0, paint, prompt)
