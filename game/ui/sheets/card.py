"""A card that was chosen, large at the left, its uses or targets beside it, and what the one looked at would do."""

from collections.abc import Sequence
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.ops import measure_cell
from game.match.changes import LEAD, OUTPUT, Change, Forecast
from game.match.uses import Use, target_obstacle

from ..icons import bloc_icon, sector_icon
from ..nodes import Node
from ..table.board import Board
from ..table.face import Look
from ..table.forecast import line
from ..table.page import WIDTH, Page
from ..table.zoom import use_icon
from .fill import NOTHING, fill
from .foresight import Foresight
from .frame import LAYER, TALL, back, cover, frame
from .plain import own_option
from .rows import Option, looked_at, pane, rows

PRICES = ("budget", "capital")  # what every target costs alike
OF_BLOC = ("align", "source")
OF_SECTOR = ("capability", "progress", "programme", "stock", "workaround", "control", "listing", "lock", OUTPUT, LEAD)
IDLE = "{loss:It does nothing there.}"


def use(board: Board, asked: Foresight, pointed: str) -> list[Node]:
    """What is the card used for?"""
    return _sheet(board, asked, "How do you use it?", _uses(board, asked), pointed)


def target(board: Board, asked: Foresight, legal: Sequence[int], pointed: str) -> list[Node]:
    """What is its "?"?"""
    return _sheet(board, asked, "Choose the target", _targets(board, asked, legal), pointed)


def _sheet(board: Board, asked: Foresight, text: str, options: list[Option], pointed: str) -> list[Node]:
    pen, card = board.pen, asked.scene.match.state.pick[T.PICK_CARD]
    tall = TALL if board.aside else max(720, min(TALL, 190 + 109 * len(options)))
    at = frame(pen, tall=tall)
    page = Page(board, card, pen.tx(WIDTH), Look(is_active=True), is_whole=True)
    if page.height > at.body.h:
        page = Page(board, card, pen.tx(WIDTH), Look(is_active=True))
    face = pygame.Rect(at.body.x + pen.tx(6), at.body.y + pen.tx(4), page.width, page.height)
    left = face.right + pen.tx(30)
    middle = pygame.Rect(left, at.body.y, (at.body.right - left) * 52 // 100, at.body.h)
    right = pygame.Rect(middle.right + pen.tx(22), at.body.y, 0, at.body.h)
    right.w = at.body.right - right.x
    printed = board.book.cards[card]
    made = cover(at, text, f"{printed.title}, {printed.points} points")
    made.append(
        Node("sheet:card", face, page.paint, key=page.key, pad=pen.px(26), layer=LAYER + 2, live=False)
    )
    told = looked_at(options, pointed)
    made += [*rows(pen, middle, options, told), pane(board, right, told, NOTHING)]
    return [*made, back(board, at, asked.scene.cancel)]


# --- uses ----------------------------------------------------------------------------------------


def _uses(board: Board, asked: Foresight) -> list[Option]:
    card = asked.scene.match.state.pick[T.PICK_CARD]
    made = []
    for way, forecasts in asked.told(card):
        icon, action = use_icon(board, card, way.use), T.USE + way.use
        if way.obstacle:
            made.append(Option(f"closed:{way.use}", way.title, way.obstacle, icon, cost=way.cost))
            continue
        words = _line(way, forecasts)
        if action == asked.scene.confirm:
            made.append(own_option(asked, action, way.title, words, icon, way.cost))
            continue
        act, told = partial(asked.scene.pick, action), partial(fill, board.book, forecasts)
        made.append(Option(f"option:{action}", way.title, words, icon, act, way.cost, told))
    return made


def _line(way: Use, forecasts: Sequence[tuple[str, Forecast]]) -> str:
    """A use in one line: its numbers, or the targets to choose from."""
    if way.use == T.USE_SET:
        return forecasts[0][1].hidden[0]
    if len(forecasts) > 1:
        titles = [title for title, _ in forecasts]
        return f"{', '.join(titles[:-1])} or {titles[-1]}: choose next."
    title, forecast = forecasts[0]
    words = line(forecast.certain) or "Changes nothing now."
    return f"On {title}: {words}" if title else words


# --- targets -------------------------------------------------------------------------------------


def _targets(board: Board, asked: Foresight, legal: Sequence[int]) -> list[Option]:
    s = asked.scene.match.state
    card, is_policy = s.pick[T.PICK_CARD], s.pick[T.PICK_USE] == T.USE_POLICY
    printed = board.book.cards[card]
    base = T.AT_BLOC if printed.target == T.TARGET_BLOC else T.AT_SECTOR
    made = []
    for number in printed.targets:
        action = base + number
        icon, now = _bloc(board, number) if base == T.AT_BLOC else _sector(board, number)
        title = f"{board.words.target(card, number)}, {now}"
        if action not in legal:
            reason = target_obstacle(board.words, board.seen, card, number) if is_policy else ""
            made.append(Option(f"closed:{action}", title, reason, icon))
            continue
        changes = [change for change in asked.forecast(action).certain if change.window not in PRICES]
        words = line(changes)
        if not any(_is_of(change, base, number) for change in changes):
            words = f"{words} · {IDLE}" if words else IDLE
        made.append(own_option(asked, action, title, words, icon))
    return made


def _is_of(change: Change, base: int, number: int) -> bool:
    """Whether what changes is the target's."""
    return change.window in (OF_BLOC if base == T.AT_BLOC else OF_SECTOR) and change.index == number


def _bloc(board: Board, bloc: int) -> tuple[str, str]:
    """The icon of a bloc, and how it leans."""
    return bloc_icon(board.book.blocs[bloc].id), f"leans {board.words.lean(board.seen.align[bloc])}"


def _sector(board: Board, sector: int) -> tuple[str, str]:
    """The icon of a sector; its level on both sides and the measures on it."""
    s, shorts = board.seen, board.words.shorts
    parts = [f"{shorts[side]} {s.capability[side * T.SECTORS + sector]}" for side in (0, 1)]
    for side in (0, 1):
        level = s.cells[measure_cell(side, sector)]
        kind = f"control {level}" if sector < T.UPSTREAM else "listing"
        parts += [f"{shorts[side]} {kind}"] if level else []
    return sector_icon(board.book.sectors[sector].id), " · ".join(parts)
