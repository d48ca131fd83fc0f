"""A card's face for the back row: its effects and its icons in words, under as much of its picture as they leave."""

from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from .. import theme
from .face import INSET, PLAIN, TONES, Printing, face, frame, gems, kind_line, picture, title_lines
from .glance import CHOSEN, Mark, choices, icon_words, marks

GAP = 5  # units of type
METERS = ("budget", "capital", "approval", "tension")  # by their icons


@dataclass(frozen=True, slots=True)
class Way:
    """A way to print a card. `picture`: the least part of it that is picture; `joins`: several meters in one line."""

    size: float
    picture: float
    is_full: bool = True  # the names of sectors and blocs
    joins: bool = False


WAYS = (Way(21, 0.34), Way(18, 0.34), Way(15, 0.15), Way(15, 0.08, joins=True), Way(15, 0.08, False, True))


@dataclass(frozen=True, slots=True)
class Said:
    """One effect, or what may be chosen for it: lines of words, and at the right a number."""

    icon: str
    lines: list[str]
    value: str = ""
    tone: str = theme.TEXT


@dataclass(frozen=True, slots=True)
class Print:
    """What is printed on a card in one way, and how high the picture above is."""

    size: float
    title: tuple[float, list[str]]
    effects: list[Said]
    foot: list[str]
    art: int


def largest(board: Printing, box: pygame.Rect, cards: Iterable[int]) -> float:
    """The size of type in which every one of these cards can be printed in such a box; 0 where one of them can't."""
    prints = [_best(board, box, card) for card in cards]
    return min((made.size if made else 0.0 for made in prints), default=WAYS[0].size)


def plaque(board: Printing, target: pygame.Surface, box: pygame.Rect, card: int, most: float) -> None:
    """One card in the box, in type no larger than `most`; where its words have no room, as it looks in a hand."""
    made = _best(board, box, card, most)
    if made is None:
        face(board, target, box, card)
        return
    pen = board.pen
    frame(board, target, box, card, PLAIN)
    left, width = box.x + pen.px(INSET + 5), box.w - 2 * pen.px(INSET + 5)
    y = picture(board, target, box, card, min(made.art, round(box.w * 0.54)), PLAIN)
    y = kind_line(board, target, left, y + pen.px(4), width, card, PLAIN)
    size, lines = made.title
    for line in lines:
        pen.text(target, line, left, y + pen.line(size * 0.82) / 2, "head", size, theme.TEXT, "lm")
        y += pen.line(size * 0.82)
    y += pen.tx(GAP)
    for said in made.effects:
        y = _effect(board, target, left, y, width, said, made.size)
    _foot(board, target, box, made)
    gems(board, target, box, card, PLAIN)


def _best(board: Printing, box: pygame.Rect, card: int, most: float = WAYS[0].size) -> Print | None:
    """The first way that leaves enough of the picture."""
    prints = ((_print(board, box, card, way), way) for way in WAYS if way.size <= most)
    return next((made for made, way in prints if made.art >= way.picture * box.h), None)


def _print(board: Printing, box: pygame.Rect, card: int, way: Way) -> Print:
    pen, size, width = board.pen, way.size, box.w - 2 * board.pen.px(INSET + 5)
    title = title_lines(pen, board.book.cards[card].title, width, max(20, size + 2), 2)
    effects = _effects(board, card, width, way)
    foot = pen.wrap(_points(board, card), "head", size, width - pen.tx(8))
    rows = sum(len(said.lines) for said in effects) + len(foot)
    text = pen.tx(17) + len(title[1]) * pen.line(title[0] * 0.82) + pen.tx(3 * GAP) + rows * pen.line(size)
    return Print(size, title, effects, foot, box.h - text - pen.px(INSET + 4 + 8))


def _effects(board: Printing, card: int, width: int, way: Way) -> list[Said]:
    """The effects in their order; what may be chosen stands under the last one that it is chosen for."""
    pen, size, found = board.pen, way.size, marks(board.book, card, way.is_full)
    found = _joined(found) if way.joins else found
    chosen = max((n for n, mark in enumerate(found) if CHOSEN in mark.icons), default=-1)
    made = []
    for n, mark in enumerate(found):
        room = width - _indent(board, size) - pen.text_width(mark.value, "number", size + 2) - pen.tx(4)
        made.append(Said(mark.icons[0], pen.wrap(mark.words, "head", size, room), mark.value, TONES[mark.good]))
        if n == chosen and board.book.cards[card].targets:
            names = _or([name for _, name in choices(board.book, card, way.is_full)])
            made.append(Said("", pen.wrap(f"of {names}", "head", size, width - _indent(board, size))))
    return made


def _joined(found: list[Mark]) -> list[Mark]:
    """Meters that follow each other as one effect."""
    made: list[Mark] = []
    for mark in found:
        before = made[-1] if made else mark
        if made and mark.icons[0] in METERS and before.icons[0] in METERS:
            words = f"{before.words} {before.value}".rstrip() + f", {mark.words} {mark.value}"
            made[-1] = Mark(before.icons, words)
        else:
            made.append(mark)
    return made


def _indent(board: Printing, size: float) -> int:
    """What the icon takes of a line."""
    return board.pen.tx(size * 1.15 + GAP)


def _points(board: Printing, card: int) -> str:
    points = board.book.cards[card].points
    return f"{points} point{'s' * (points != 1)}: {_or(icon_words(board.book, card))}"


def _or(names: list[str]) -> str:
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _effect(
    board: Printing, target: pygame.Surface, x: int, y: int, width: int, said: Said, size: float
) -> int:
    """One effect; returns the y below."""
    pen, step, side = board.pen, board.pen.line(size), board.pen.tx(size * 1.15)
    if said.icon:
        pen.blit_icon(target, said.icon, x + side / 2, y + step / 2, side, theme.TEXT_3)
    if said.value:
        pen.text(target, said.value, x + width, y + step / 2, "number", size + 2, said.tone, "rm")
    for line in said.lines:
        pen.text(target, line, x + _indent(board, size), y + step / 2, "head", size, theme.TEXT_2, "lm")
        y += step
    return y


def _foot(board: Printing, target: pygame.Surface, box: pygame.Rect, made: Print) -> None:
    """The other way to use a card: its points, and what on."""
    pen, step = board.pen, board.pen.line(made.size)
    high = len(made.foot) * step + pen.tx(GAP)
    row = pygame.Rect(box.x + pen.px(7), box.bottom - pen.px(8) - high, box.w - pen.px(14), high)
    pen.box(target, row, theme.TROUGH, theme.DEEPEST, theme.LINE, 8)
    y = row.y + pen.tx(GAP) / 2 + step / 2
    for line in made.foot:
        pen.text(target, line, row.x + pen.tx(6), y, "head", made.size, theme.TEXT, "lm")
        y += step
