"""The foot of the map: from US-led to China-led, and what the routes mean. The map is no statement on borders."""

import pygame

from .. import theme
from ..pen import Pen
from ..svg import Colour, gradient
from .board import Board
from .marks import barred

SIZE = 14.0
WIDE, LINE, MARK, GAP = 37, 30, 18, 18  # units: to the words, of that a route, the mark on it; between two entries
# What supplies a side, what leaks, what is cut; what map it is. The longest words that fit are written
WORDS = (
    ("supplies {}", "leaks past a control", "cut by a control", "Illustrative map · Natural Earth"),
    ("supplies {}", "leaks past a control", "cut by a control", "Illustrative map"),
    ("to {}", "leaks past a control", "cut by a control", "Illustrative map"),
    ("to {}", "leaks", "cut", "Illustrative map"),
)


def legend(board: Board, target: pygame.Surface, box: pygame.Rect) -> None:
    pen, y = board.pen, box.bottom - board.pen.px(17)
    left, right = _scale(board, target, box.x + pen.px(16), y) + pen.px(22), box.right - pen.px(16)
    supplies, leaks, cut, note = next((each for each in WORDS if _width(board, each) <= right - left), WORDS[-1])
    right -= pen.text(target, note, right, y, "medium", 13, theme.TEXT_2, "rm") + pen.px(14)
    routes = [(supplies.format(board.words.shorts[side]), theme.BRIGHT[side], "") for side in (0, 1)]
    dash = f"{6 * pen.scale:.1f} {5 * pen.scale:.1f}"
    x = left
    for text, tone, gaps in [*routes, (leaks, theme.TEXT, dash), (cut, "", "")]:
        if x + _entry(pen, text) > right:
            continue  # the strokes explain themselves before the names of the sides do
        _sample(pen, target, x, y, tone, gaps)
        pen.text(target, text, x + pen.px(WIDE), y, "medium", SIZE, theme.TEXT_2, "lm")
        x += _entry(pen, text) + pen.px(GAP)


def _width(board: Board, words: tuple[str, str, str, str]) -> int:
    pen, (supplies, leaks, cut, note) = board.pen, words
    routes = [*(supplies.format(short) for short in board.words.shorts), leaks, cut]
    return sum(_entry(pen, text) + pen.px(GAP) for text in routes) + pen.text_width(note, "medium", 13)


def _entry(pen: Pen, text: str) -> int:
    return pen.px(WIDE) + pen.text_width(text, "medium", SIZE)


def _sample(pen: Pen, target: pygame.Surface, x: int, y: int, tone: Colour, gaps: str) -> None:
    """A piece of a route in a colour, or without one what stands on a route that is cut."""
    if not tone:
        barred(pen, target, x + pen.px(LINE) - pen.px(MARK) / 2, y, MARK)
        return
    width = f'stroke-width="{2.4 * pen.scale:.1f}" stroke-dasharray="{gaps}"'
    line = f'<path d="M0 5H{pen.px(LINE)}" stroke="{tone}" {width}/>'
    target.blit(pen.svg(line, pen.px(LINE), 10), (x, y - 5))


def _scale(board: Board, target: pygame.Surface, x: int, y: int) -> int:
    """The colours of the land between the names of the sides. Returns where they end."""
    pen, shorts = board.pen, board.words.shorts
    x += pen.text(target, f"{shorts[0]}-led", x, y, "head", SIZE, theme.BAR_RIGHT[0], "lm") + pen.px(8)
    w, h = pen.px(110), max(7, pen.px(10))
    defs = gradient("l", 0, 0, w / 2, 0, theme.MAP_SIDE[0], theme.MAP_NEUTRAL)
    defs += gradient("r", w / 2, 0, w, 0, theme.MAP_NEUTRAL, theme.MAP_SIDE[1])
    body = f'<rect width="{w / 2}" height="{h}" fill="url(#l)"/>'
    body += f'<rect x="{w / 2}" width="{w / 2}" height="{h}" fill="url(#r)"/>'
    slants = "".join(f"M{n} {h}L{n + h} 0" for n in range(w // 2 + 4, w, max(5, pen.px(9))))
    body += f'<path d="{slants}" stroke="{theme.HATCH}" stroke-width="{1.6 * pen.scale:.1f}" stroke-opacity=".6"/>'
    target.blit(pen.svg(body, w, h, defs=defs), (x, y - h // 2))
    x += w + pen.px(8)
    return x + pen.text(target, f"{shorts[1]}-led", x, y, "head", SIZE, theme.BAR_RIGHT[1], "lm")
