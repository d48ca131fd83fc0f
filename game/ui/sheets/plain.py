"""Questions with a few answers and a forecast: which measure to lift, whether to end the game."""

from collections.abc import Sequence
from functools import partial

import pygame

from game.engine import terms as T

from ..icons import sector_icon
from ..nodes import Node
from ..table.board import Board
from ..table.forecast import line
from .fill import NOTHING, fill
from .foresight import Foresight
from .frame import TALL, back, cover, frame
from .rows import Option, looked_at, pane, rows


def lift(board: Board, asked: Foresight, legal: Sequence[int], pointed: str) -> list[Node]:
    """The own measures, each with what one level less would do."""
    options = []
    for action in [action for action in legal if T.LIFT <= action < T.OFFER]:
        name = board.words.measure(action - T.LIFT)
        words = line(asked.forecast(action).certain)
        icon = measure_icon(board, action - T.LIFT)
        options.append(own_option(asked, action, name[:1].upper() + name[1:], words, icon))
    text = "One level of your own comes off: Tension −1, Capital +1. It needs no card."
    return _sheet(board, asked, ("Lift a measure", text, "lift"), options, pointed)


def confirm(board: Board, asked: Foresight, pointed: str) -> list[Node]:
    """A pick that ends the game, asked again."""
    action = asked.scene.confirm
    title, words = board.words.pick(asked.scene.match.state, action)
    options = [own_option(asked, action, title, words, "warning")]
    return _sheet(board, asked, ("This ends the game", "Do you mean it?", "warning"), options, pointed)


def _sheet(
    board: Board, asked: Foresight, head: tuple[str, str, str], options: list[Option], pointed: str
) -> list[Node]:
    """Answers at the left, the forecast at the right. `head`: title, text, icon."""
    pen = board.pen
    tall = TALL if board.aside else max(520, min(TALL, 190 + 112 * len(options)))
    at = frame(pen, 1220, tall)
    left = pygame.Rect(at.body.x, at.body.y, at.body.w * 54 // 100, at.body.h)
    right = pygame.Rect(left.right + pen.tx(22), at.body.y, 0, at.body.h)
    right.w = at.body.right - right.x
    told = looked_at(options, pointed)
    made = [*cover(at, *head), *rows(pen, left, options, told), pane(board, right, told, NOTHING)]
    return [*made, back(board, at, asked.scene.cancel)]


def own_option(
    asked: Foresight, action: int, title: str, words: str, icon: str, cost: tuple[int, int] | None = None
) -> Option:
    """An answer with its own forecast; one that ends the game is asked again, in gold if it wins."""
    forecast = asked.forecast(action)
    name, act = f"option:{action}", partial(asked.scene.pick, action)
    told = partial(fill, asked.scene.match.book, [("", forecast)])
    if action != asked.scene.confirm:
        return Option(name, title, words, icon, act, cost, told)
    ending = f"{forecast.ending} Choose it again to do it."
    won = forecast.is_won
    return Option(name, f"{title}: end the game?", ending, "warning", act, cost, told, gold=won, warns=not won)


def measure_icon(board: Board, measure: int) -> str:
    return "tariff" if measure == T.TARIFF_MEASURE else sector_icon(board.book.sectors[measure].id)
