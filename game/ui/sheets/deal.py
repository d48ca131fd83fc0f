"""The bargaining table: what one gives and what one gets face each other, with what each side gains by it."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.engine import terms as T
from game.engine.ops import measure_cell
from game.engine.state import State
from game.match.changes import LEAD, Change, Forecast
from game.match.preview import dropped

from .. import theme
from ..column import Column
from ..layout import columns
from ..nodes import Node
from ..table.board import Board
from ..table.forecast import line, row
from .foresight import Foresight
from .frame import FOOT, LAYER, NO_FOOT, TALL, Frame, back, cover, frame
from .plain import measure_icon
from .rows import Option, looked_at, pane, rows

ROW = 122  # units of text
TOLD = 5  # changes that a row tells
ACCEPTED = "If they accept"
TERMS = "Each side drops one level; neither may raise that measure again this round and next."


def nodes(board: Board, asked: Foresight, legal: list[int], pointed: str) -> list[Node]:
    """The sheet of a deal, whichever pick of it is due."""
    viewer, s = asked.scene.viewer, board.seen
    rival = board.words.sides[1 - viewer]
    is_answer = s.shared[T.PHASE] == T.ANSWERING
    title = f"{rival} proposes a deal" if is_answer else "Propose a deal"
    give, take, answers = _answering(board, asked) if is_answer else _proposing(board, asked, legal)
    most = max(len(give), len(take))
    tall = TALL if board.aside else max(740, 240 + (ROW + 9) * (most + bool(answers)))
    at = frame(board.pen, tall=tall, foot=NO_FOOT if is_answer else FOOT)
    made = cover(at, title, TERMS, "deal")
    left, right, side = _places(at)
    told = looked_at([*answers, *give, *take], pointed)
    made += _column(board, left, viewer, "You give", give, told)
    made += _column(board, right, 1 - viewer, f"{rival} gives", take, told)
    if answers:
        below = max(node.rect.bottom for node in made if node.name.startswith(("option:", "closed:")))
        made += _answers(board, at, left, right, answers, below, told)
    made.append(pane(board, side, told, "Choose what you give."))
    return made if is_answer else [*made, back(board, at, asked.scene.cancel)]


def _places(at: Frame) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
    """The two columns, and the pane."""
    gap = at.pen.tx(22)
    wide = (at.body.w - 2 * gap) // 3
    found = [pygame.Rect(at.body.x + n * (wide + gap), at.body.y, wide, at.body.h) for n in range(3)]
    return found[0], found[1], found[2]


def _column(
    board: Board, area: pygame.Rect, side: int, title: str, options: Sequence[Option], told: Option | None
) -> list[Node]:
    """A side's emblem and its measures."""
    pen, high = board.pen, board.pen.tx(44)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.blit_icon(target, board.emblems[side], box.x + high // 2, box.centery, pen.tx(36), theme.TEXT)
        x = box.x + high + pen.tx(10)
        tone = theme.BRIGHT[side]
        pen.text(target, title, x, box.centery, "head", 21, tone, "lm", width=box.right - x)

    head = Node(
        f"deal:{side}", pygame.Rect(area.x, area.y, area.w, high), paint, key=(title, board.emblems),
        layer=LAYER + 2, live=False,
    )  # fmt: skip
    below = pygame.Rect(area.x, area.y + high + pen.tx(8), area.w, area.h - high - pen.tx(8))
    return [head, *rows(pen, below, options, told, ROW)]


def _answers(
    board: Board,
    at: Frame,
    left: pygame.Rect,
    right: pygame.Rect,
    options: Sequence[Option],
    top: int,
    told: Option | None,
) -> list[Node]:
    """Accept and refuse, or the sweeteners, right under what is given and taken."""
    pen = board.pen
    both = pygame.Rect(left.x, top + pen.tx(22), right.right - left.x, pen.tx(ROW))
    both.bottom = min(both.bottom, at.body.bottom)
    made = []
    gap = right.x - left.right if len(options) == 2 else pen.tx(12)
    for n, place in enumerate(columns(both, len(options), gap)):
        made += rows(pen, place, options[n : n + 1], told, ROW, n)
    return made


# --- what stands in the columns ------------------------------------------------------------------


def _proposing(
    board: Board, asked: Foresight, legal: list[int]
) -> tuple[list[Option], list[Option], list[Option]]:
    """Give, take and answers while the player makes an offer."""
    s, viewer, act = board.seen, asked.scene.viewer, asked.scene.pick
    step, given, taken = s.pick[T.STEP], s.pick[T.PICK_GIVE], s.pick[T.PICK_TAKE]
    own = [m for m in on_table(s, viewer) if step == T.STEP_MOVE or m == given]
    theirs = [m for m in on_table(s, 1 - viewer) if step != T.STEP_SWEETENER or m == taken]
    give = [_measure(board, asked, viewer, m, T.OFFER + m, legal, ()) for m in own]
    take = [_measure(board, asked, 1 - viewer, m, T.ASK + m, legal, (T.SWEETEN, T.ACCEPT)) for m in theirs]
    answers = []
    for action in [a for a in legal if T.SWEETEN <= a < T.AT_SECTOR]:
        title, detail = board.words.pick(s, action)
        fill = partial(_balance, board, asked.forecast(action, T.ACCEPT))
        icon = "cross" if action == T.SWEETEN else "budget"
        answers.append(Option(f"option:{action}", title, detail, icon, partial(act, action), None, fill))
    return give, take, answers


def _answering(board: Board, asked: Foresight) -> tuple[list[Option], list[Option], list[Option]]:
    """Give, take and the two answers to the rival's offer."""
    s, viewer = board.seen, asked.scene.viewer
    offered, wanted = s.shared[T.OFFER_GIVE], s.shared[T.OFFER_TAKE]
    give = [_measure(board, asked, viewer, wanted, T.ACCEPT, [], ())]
    take = [_measure(board, asked, 1 - viewer, offered, T.ACCEPT, [], ())]
    sweetener = s.shared[T.OFFER_SWEETENER]
    if sweetener:
        paid = _paid(s.budget[viewer], sweetener)
        take.append(
            Option("closed:sweetener", f"{sweetener} Budget", paid, "budget", is_told=True)
        )
    answers = []
    for action, icon in ((T.ACCEPT, "check"), (T.REFUSE, "cross")):
        title, detail = board.words.pick(s, action)
        fill = partial(_balance, board, asked.forecast(action))
        answers.append(
            Option(f"option:{action}", title, detail, icon, partial(asked.scene.pick, action), None, fill)
        )
    return give, take, answers


def _paid(held: int, sweetener: int) -> str:
    words = "Paid to you with it"
    return f"{words}: what passes {T.TOP} is lost." if held + sweetener > T.TOP else f"{words}."


def on_table(s: State, side: int) -> list[int]:
    """The measures a side has on the table."""
    return [m for m in range(T.MEASURES) if s.cells[measure_cell(side, m)] > 0]


def _measure(
    board: Board,
    asked: Foresight,
    side: int,
    measure: int,
    action: int,
    legal: list[int],
    after: tuple[int, ...],
) -> Option:
    """A measure as an answer, or only shown where it is not one now. `after`: the picks that would seal the deal."""
    teller = asked.teller()
    found = teller.told(dropped(board.book, teller.observation, side, measure))
    act: Callable[[], None] | None = partial(asked.scene.pick, action) if action in legal else None
    forecast = asked.forecast(action, *after) if act and after else found
    gains = _told([c for c in found.market if _gains(c, side, teller.viewer)])
    words = _moved(board, gains, side, side == teller.viewer) if gains else "Nobody's outputs change by it now."
    name = board.words.measure(measure)
    level = board.seen.cells[measure_cell(side, measure)]
    is_listing = T.UPSTREAM <= measure < T.TARIFF_MEASURE
    title = name[:1].upper() + name[1:] + ("" if is_listing else f", level {level}")
    return Option(
        f"option:{action}" if act else f"closed:{side}:{measure}", title, words,
        measure_icon(board, measure), act, None, partial(_balance, board, forecast), is_told=act is None,
        about=ACCEPTED if after and act else "",
    )  # fmt: skip


def _told(gains: list[Change]) -> list[Change]:
    """What a row tells: the track says what the spotlights come to."""
    has_track = any(change.window == "shared" for change in gains)
    return [change for change in gains if change.window != LEAD] if has_track else gains


def _moved(board: Board, changes: list[Change], giver: int, is_own: bool) -> str:
    """What is good for the other side of the giver, and what the giver itself loses by it."""
    told = sorted(changes, key=lambda change: _is_lost(change, giver))[:TOLD]
    good = [change for change in told if not _is_lost(change, giver)]
    receiver = board.words.sides[1 - giver] if is_own else "you"
    loses = "You lose" if is_own else f"{board.words.sides[giver]} loses"
    parts = ((f"Good for {receiver}", good), (loses, told[len(good) :]))
    words = ". ".join(f"{title}: {line(found)}" for title, found in parts if found)
    return words + (" · …" if len(changes) > TOLD else "")


def _is_lost(change: Change, side: int) -> bool:
    """Whether what is good for one side is the other's own loss; a measure that goes is no loss."""
    return change.side == side and change.window not in ("control", "listing", "tariff")


def _gains(change: Change, giver: int, viewer: int) -> bool:
    """Whether the other side of the giver is better off by a change."""
    return change.good == (-1 if giver == viewer else 1)


def _parts(board: Board, changes: list[Change]) -> list[tuple[str, str, list[Change]]]:
    """Changes under headings that are true of them: heading, icon, changes."""
    viewer = board.viewer if board.viewer in (T.US, T.CHINA) else T.US
    own, rival, emblems = board.words.sides[viewer], board.words.sides[1 - viewer], board.emblems
    good, bad = ([change for change in changes if change.good == sign] for sign in (1, -1))
    return [
        (f"Good for you, {own}", emblems[viewer], [c for c in good if not _is_lost(c, 1 - viewer)]),
        ("You lose", emblems[viewer], [c for c in bad if _is_lost(c, viewer)]),
        (f"Good for {rival}", emblems[1 - viewer], [c for c in bad if not _is_lost(c, viewer)]),
        (f"{rival} loses", emblems[1 - viewer], [c for c in good if _is_lost(c, 1 - viewer)]),
        ("Besides", "info", [change for change in changes if not change.good]),
    ]


def _balance(board: Board, forecast: Forecast, column: Column, most: int) -> None:
    """Who gains what, now and in the market phase."""
    changes = [change for change in (*forecast.certain, *forecast.market) if change.window != "lock"]
    for title, icon, found in _parts(board, changes):
        if not found:
            continue
        column.capitals(icon, title, theme.TEXT)
        column.gap(4)
        for change in found[:most]:
            row(column, board.book, change)
        if len(found) > most:
            column.item("", f"and {len(found) - most} more", theme.TEXT_3)
        column.gap(12)
    if forecast.market:
        words = "Outputs and incomes change in the market phase, if nothing else happens."
        column.item("market", words, theme.TEXT_3, 13)
