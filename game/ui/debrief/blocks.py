"""The pages of the debrief as blocks, one below the other, in letters that a class can read."""

from collections.abc import Callable
from dataclasses import dataclass

from game.classroom.accounts import GROUPS
from game.classroom.debrief import PHASES, Debrief
from game.classroom.swings import TurningPoint

from .. import theme
from ..column import Column
from ..icons import emblems
from ..pen import Pen

SIZES = (28.0, 24.0, 21.0, 18.0)  # of the words: the first in which a page is seen whole, else the last
MOST_LINES = 6  # of the log that a turning point shows
ICONS = {"Consumers": "approval", "Exporters": "export", "Treasury": "budget", "Industry": "output"}


@dataclass(frozen=True)
class Block:
    """One part of a page. `action` is the pick after which the log opens at a click, -1 for none."""

    column: Column
    action: int = -1


def turns(pen: Pen, found: Debrief, width: int, size: float) -> list[Block]:
    """The turning points."""
    made = [_turn(pen, found, width, size, turn) for turn in found.turns]
    return made or [_said(pen, width, size, "Nothing has been played yet.")]


def _turn(pen: Pen, found: Debrief, width: int, size: float, turn: TurningPoint) -> Block:
    short = found.words.shorts[0]
    column = Column(pen, width)
    head = f"Round {turn.round}: {_percent(turn.before)} → {_percent(turn.after)} for {short}"
    _head(column, emblems(found.match.scenario)[turn.side], head, size, theme.BRIGHT[turn.side])
    for line in turn.lines[:MOST_LINES]:
        column.gap(5)
        column.words(line, size, theme.TEXT)
    left = len(turn.lines) - MOST_LINES
    if left > 0:
        column.gap(5)
        column.words(f"And {left} more in the log.", size * 0.8)
    return Block(column, turn.told)


def _head(column: Column, icon: str, text: str, size: float, colour: str = theme.TEXT) -> None:
    column.item(icon, f"**{text}**", colour, size)


def _percent(chance: float) -> str:
    return f"{100 * chance:.0f} %"


def _said(pen: Pen, width: int, size: float, text: str) -> Block:
    column = Column(pen, width)
    column.words(text, size, theme.TEXT)
    return Block(column)


def bills(pen: Pen, found: Debrief, width: int, size: float) -> list[Block]:
    """Who paid."""
    made = []
    marks = emblems(found.match.scenario)
    for name, about in GROUPS.items():
        rows = [bill for bill in found.bills if bill.who == name]
        if rows:
            column = Column(pen, width)
            _head(column, ICONS[name], name, size)
            column.words(about, size * 0.8)
            for bill in rows:
                column.gap(6)
                amount = f"{abs(bill.amount)} {bill.unit}{' gained' if bill.amount < 0 else ''}"
                text = f"**{amount}**: {bill.words}"
                column.item(marks[bill.side], text, theme.TEXT, size)
            made.append(Block(column))
    return made or [_said(pen, width, size, "Nobody has paid anything yet.")]


def why(pen: Pen, found: Debrief, width: int, size: float) -> list[Block]:
    """The causal chain of the measure used most, and the ideas that this match showed."""
    made = []
    if found.chain is None:
        made.append(_said(pen, width, size, "No control, listing or tariff was used in this match."))
    else:
        column = Column(pen, width)
        side = found.chain.side
        emblem = emblems(found.match.scenario)[side]
        _head(column, emblem, f"{found.chain.title}, link by link", size, theme.BRIGHT[side])
        for n, link in enumerate(found.chain.links, 1):
            column.gap(8)
            column.words(f"**{n}.** {link}", size, theme.TEXT)
        made.append(Block(column))
    for idea in found.mechanisms:
        column = Column(pen, width)
        _head(column, "info", idea.title, size)
        column.gap(4)
        column.words(idea.idea, size, theme.TEXT)
        made.append(Block(column))
    return made


def questions(pen: Pen, found: Debrief, width: int, size: float) -> list[Block]:
    """What to talk about, phase by phase."""
    made = []
    for number, title in enumerate(PHASES):
        column = Column(pen, width)
        _head(column, "class", title, size)
        for question in found.questions:
            if question.phase == number:
                column.gap(6)
                column.item("forward", question.words, theme.TEXT, size, theme.TEXT_3)
        made.append(Block(column))
    return made


def world(pen: Pen, found: Debrief, width: int, size: float) -> list[Block]:
    """Two voices from research for each idea, and what the model leaves out."""
    made = []
    for idea in found.mechanisms:
        column = Column(pen, width)
        _head(column, "book", f"{idea.title}: two voices", size)
        for view in idea.views:
            column.gap(8)
            column.words(view.words, size, theme.TEXT)
            column.words(view.source, size * 0.75)
        column.gap(10)
        column.words(f"**Left out:** {idea.left_out}", size, theme.TEXT_2)
        made.append(Block(column))
    return made


PAGES: dict[str, Callable[[Pen, Debrief, int, float], list[Block]]] = {
    "happened": turns,
    "paid": bills,
    "why": why,
    "questions": questions,
    "world": world,
}
