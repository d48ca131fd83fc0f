"""The pages of the debrief as blocks, one below the other, in letters that a class can read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.classroom.accounts import GROUPS, Bill
from game.classroom.debrief import PHASES, Debrief
from game.classroom.mechanisms import Mechanism
from game.classroom.swings import TurningPoint
from game.engine import terms as T

from .. import theme
from ..column import Column
from ..icons import emblems
from ..pen import Pen
from ..svg import ART

MOST_LINES, FEW_LINES = 4, 2  # of the log that a turning point shows, and where there is little room
MOST_INJECTS = 5
EMPTY = "Market phase."  # a line that tells of nothing but what the next ones tell
ICONS = {"Consumers": "approval", "Exporters": "export", "Treasury": "budget", "Industry": "output"}


@dataclass(frozen=True)
class Style:
    """How a page is set: the sizes of the words, of what stands below them and of titles; with pictures or without; and
    how many lines of the log it has.
    """

    size: float
    small: float
    large: float
    has_art: bool = False
    lines: int = MOST_LINES


# Steps of the type scale, first as presenter mode shows them, 150 %, so that a class can read along
STEPS: tuple[tuple[float, float, float], ...] = (
    (33, 25.5, 36), (30, 22.5, 33), (27, 20.25, 30),
    (24, 18, 26), (22, 17, 24), (20, 15, 22), (18, 13.5, 20),
)  # fmt: skip
# The first in which a page is seen whole, else the last
STYLES = (
    *[Style(*step, has_art=True) for step in STEPS[:4]],
    *[Style(*step) for step in STEPS],
    *[Style(*step, lines=FEW_LINES) for step in STEPS[-2:]],
)


@dataclass(frozen=True)
class Block:
    """One part of a page. `action` is the pick after which the log opens at a click, -1 for none."""

    column: Column
    action: int = -1


def turns(pen: Pen, found: Debrief, width: int, style: Style) -> list[Block]:
    """The turning points."""
    made = [_turn(pen, found, width, style, n, turn) for n, turn in enumerate(found.turns, 1)]
    made = made or [_said(pen, width, style, "Nothing has been played yet.")]
    return [*made, _injects(pen, found, width, style)] if found.match.injects else made


def _injects(pen: Pen, found: Debrief, width: int, style: Style) -> Block:
    """What was set in advance, a teacher chose, a class voted, the clock or the bell cut short."""
    column, injects = Column(pen, width), found.match.injects
    _head(column, "class", "Not by luck or the players alone", style)
    first = sorted(injects, key=lambda inject: inject.kind not in ("set", "chosen"))[:MOST_INJECTS]
    for inject in sorted(first, key=lambda inject: inject.action):
        column.gap(5)
        when = f"**Round {inject.round}.** " if inject.round else ""
        column.words(f"{when}{inject.told}", style.size, theme.TEXT)
    if len(injects) > MOST_INJECTS:
        column.gap(5)
        column.words(f"And {len(injects) - MOST_INJECTS} more in the log.", style.small)
    return Block(column)


def _turn(pen: Pen, found: Debrief, width: int, style: Style, number: int, turn: TurningPoint) -> Block:
    """Numbered as on the curve."""
    short = found.words.shorts[0]
    column = Column(pen, width)
    head = f"{number} · Round {turn.round}: {_percent(turn.before)} → {_percent(turn.after)} for {short}"
    gains = T.US if turn.swing > 0 else T.CHINA  # who moved is in the first line
    _head(column, emblems(found.match.scenario)[gains], head, style, theme.BRIGHT[gains])
    lines = [line for line in turn.lines if line != EMPTY]
    for line in _telling(lines, style.lines):
        column.gap(5)
        column.words(line, style.size, theme.TEXT)
    left = len(lines) - style.lines
    if left > 0:
        column.gap(5)
        column.words(f"And {left} more in the log.", style.small)
    return Block(column, turn.told)


def _telling(lines: Sequence[str], most: int) -> Sequence[str]:
    """The first lines; of a stretch that ends the match the move, and then how it ended."""
    if len(lines) > most and lines[-1].partition(" by ")[0].endswith(" wins"):
        return [lines[0], *lines[1 - most :]]
    return lines[:most]


def _head(column: Column, icon: str, text: str, style: Style, colour: str = theme.TEXT) -> None:
    """The title of a block in the condensed face, with an icon and a hairline below it."""
    pen, large = column.pen, style.large
    picture = pen.tx(large * 1.1)
    indent = picture + pen.tx(10)
    width = column.width - indent

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        pen.blit_icon(target, icon, x + picture // 2, y + pen.line(large) / 2, picture, theme.TEXT_2)
        top = y + (pen.line(large) - pen.cap("head", large)) / 2
        pen.paragraph(target, text, x + indent, top, width, large, colour, "head")

    column.add(pen.paragraph_height(text, width, large, "head"), paint, icon, text, large, colour)
    column.rule(5)


def _percent(chance: float) -> str:
    return f"{100 * chance:.0f} %"


def _said(pen: Pen, width: int, style: Style, text: str) -> Block:
    column = Column(pen, width)
    column.words(text, style.size, theme.TEXT)
    return Block(column)


def bills(pen: Pen, found: Debrief, width: int, style: Style) -> list[Block]:
    """Who paid."""
    made = []
    for name, about in GROUPS.items():
        rows = [bill for bill in found.bills if bill.who == name]
        if rows:
            column = Column(pen, width)
            _head(column, ICONS[name], name, style)
            column.words(about, style.small)
            most = max(abs(bill.amount) for bill in rows)
            for bill in rows:
                column.gap(style.size * 0.4)
                _bill(column, emblems(found.match.scenario)[bill.side], bill, most, style.size)
            made.append(Block(column))
    return made or [_said(pen, width, style, "Nobody has paid anything yet.")]


def _bill(column: Column, emblem: str, bill: Bill, most: int, size: float) -> None:
    """What was paid: whose and what for, a bar in the side's colour, and how much. What was gained is green."""
    pen, picture = column.pen, column.pen.tx(size * 1.1)
    indent, words = picture + pen.tx(8), bill.words[:1].upper() + bill.words[1:]
    left = indent + round(column.width * 0.44)
    is_gain = bill.amount < 0
    amount = f"{{gain:{-bill.amount}}} {bill.unit} gained" if is_gain else f"**{bill.amount}** {bill.unit}"
    beside = round(column.width * 0.24)
    tall = max(pen.paragraph_height(words, left - indent - pen.tx(14), size, "medium"), pen.line(size))
    high = max(8, pen.tx(size * 0.62))

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        middle = y + pen.line(size) / 2
        top = y + (pen.line(size) - pen.cap("medium", size)) / 2
        pen.blit_icon(target, emblem, x + picture // 2, middle, picture, theme.TEXT)
        pen.paragraph(
            target, words, x + indent, top, left - indent - pen.tx(14), size, theme.TEXT_2, "medium"
        )
        bar = pygame.Rect(x + left, round(middle - high / 2), column.width - left - beside, high)
        _bar(pen, target, bar, bill, most)
        tone = theme.GAIN if is_gain else theme.TEXT
        pen.paragraph(target, amount, bar.right + pen.tx(12), top, beside - pen.tx(12), size, tone)

    tall = max(tall, pen.paragraph_height(amount, beside - pen.tx(12), size))
    column.add(tall, paint, emblem, bill, most, size)


def _bar(pen: Pen, target: pygame.Surface, bar: pygame.Rect, bill: Bill, most: int) -> None:
    """As long as its share of the largest bill of the group."""
    if bill.amount > 0:
        pen.bar(target, bar, bill.amount / most, bill.side)
        return
    pen.bar(target, bar, 0, bill.side)
    gained = pygame.Rect(bar.x, bar.y, max(bar.h, round(bar.w * -bill.amount / most)), bar.h)
    pen.box(target, gained, theme.GAIN, theme.GAIN, theme.GAIN, 6)


def why(pen: Pen, found: Debrief, width: int, style: Style) -> list[Block]:
    """The causal chain of the measure used most, and the ideas that this match showed."""
    made = []
    if found.chain is None:
        made.append(_said(pen, width, style, "No control, listing or tariff was used in this match."))
    else:
        column = Column(pen, width)
        side = found.chain.side
        emblem = emblems(found.match.scenario)[side]
        _head(column, emblem, f"{found.chain.title}, link by link", style, theme.BRIGHT[side])
        for n, link in enumerate(found.chain.links, 1):
            column.gap(style.size * 0.4)
            column.words(f"**{n}.** {link}", style.size, theme.TEXT)
        made.append(Block(column))
    for idea in found.mechanisms:
        made.append(Block(_illustrated(pen, idea, width, style) if style.has_art else _idea(pen, idea, width, style)))
    return made


def _idea(pen: Pen, idea: Mechanism, width: int, style: Style) -> Column:
    column = Column(pen, width)
    _head(column, "info", idea.title, style)
    column.gap(4)
    column.words(idea.idea, style.size, theme.TEXT)
    return column


def _illustrated(pen: Pen, idea: Mechanism, width: int, style: Style) -> Column:
    """An idea beside its picture."""
    wide, gap = round(width * 0.34), pen.px(20)
    high = round(wide * ART[1] / ART[0])
    words = _idea(pen, idea, width - wide - gap, style)
    column = Column(pen, width)

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        target.blit(pen.art(idea.art, wide, high, frame="all"), (x, y))
        words.paint(target, x + wide + gap, y)

    column.add(max(high, words.height), paint, idea.art, words.key)
    return column


def questions(pen: Pen, found: Debrief, width: int, style: Style) -> list[Block]:
    """What to talk about, phase by phase."""
    made = []
    for number, title in enumerate(PHASES):
        column = Column(pen, width)
        _head(column, "class", title, style)
        for question in found.questions:
            if question.phase == number:
                column.gap(style.size * 0.35)
                column.item("forward", question.words, theme.TEXT, style.size, theme.TEXT_3)
        made.append(Block(column))
    return made


def world(pen: Pen, found: Debrief, width: int, style: Style) -> list[Block]:
    """Two voices from research for each idea, and what the model leaves out."""
    made = []
    for idea in found.mechanisms:
        column = Column(pen, width)
        if style.has_art:
            _banner(column, idea.art)
        _head(column, "book", f"{idea.title}: two voices", style)
        for view in idea.views:
            column.gap(style.size * 0.5)
            column.words(view.words, style.size, theme.TEXT)
            column.words(view.source, style.small)
        column.gap(10)
        column.words(f"**Left out:** {idea.left_out}", style.size, theme.TEXT_2)
        made.append(Block(column))
    return made


def _banner(column: Column, art: str) -> None:
    """A picture as wide as the column."""
    pen, width, high = column.pen, column.width, round(column.width * 0.4)

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        target.blit(pen.art(art, width, high, frame="all"), (x, y))

    column.add(high, paint, art)
    column.gap(16)


PAGES: dict[str, Callable[[Pen, Debrief, int, Style], list[Block]]] = {
    "happened": turns,
    "paid": bills,
    "why": why,
    "questions": questions,
    "world": world,
}
