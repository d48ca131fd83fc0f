"""The strip with the choices of a trial, and the panel that asks and answers."""

from collections.abc import Callable, Mapping
from functools import partial

import pygame

from game.classroom.learn import TRIES, Trial
from game.classroom.review import SLIGHT
from game.engine import terms as T
from game.match.words import Words

from .. import theme
from ..column import Column
from ..keys import LEARN, Key
from ..layout import by_need, columns, rows
from ..nodes import Node
from ..pen import Pen
from ..table.board import Board
from ..widgets import button, panel, segments
from . import picks

Act = Callable[[], None]
TOOL = 15  # size of the words on a button
SIZES = (19.0, 17.0, 15.0, 13.5, 12.5)


def choices(
    board: Board, area: pygame.Rect, trial: Trial, side: int, take: Callable[[int], None]
) -> list[Node]:
    """What could be played, two beside each other; with their chances once the answer is shown."""
    pen, gap = board.pen, board.pen.px(10)
    title = "The chance to win after each" if trial.is_open else "Which would you play now?"
    made = [panel(pen, "choices", area, "moves", title)]
    inner = pygame.Rect(area.x, area.y + pen.px(52), area.w, area.h - pen.px(62)).inflate(-pen.px(28), 0)
    count = len(trial.choices)
    places = [place for row in rows(inner, -(-count // 2), gap) for place in columns(row, 2, gap)]
    for n, place in zip(range(count), places, strict=False):
        made.append(_choice(pen, board.words, trial, side, n, place, take))
    return made


def _choice(
    pen: Pen, words: Words, trial: Trial, side: int, n: int, place: pygame.Rect, take: Callable[[int], None]
) -> Node:
    choice = trial.choices[n]
    text, icon = picks.said(words, side, choice.picks), picks.icon_of(words, side, choice.picks[0])
    is_free = not trial.is_open and n not in trial.tried
    plain, lit = (partial(_paint, pen, trial, n, text, icon, is_lit) for is_lit in (False, True))
    return Node(
        f"choice:{n}",
        place,
        plain,
        key=(text, tuple(trial.tried), trial.is_open),
        act=partial(take, n) if is_free else None,
        group="f-choices",
        lit=lit if is_free else None,
    )


def _paint(
    pen: Pen,
    trial: Trial,
    n: int,
    text: str,
    icon: str,
    is_lit: bool,
    target: pygame.Surface,
    box: pygame.Rect,
) -> None:
    is_best, is_tried = trial.is_open and n == trial.best, n in trial.tried
    is_as_good = is_tried and trial.cost(n) < SLIGHT
    edge = theme.TIP_EDGE if is_lit else theme.LINE_STRONG
    if is_best or is_tried:
        edge = theme.GAIN if is_best or is_as_good else theme.LOSS
    top = theme.mix(theme.SELECTED, theme.TIP_EDGE, 0.2 * is_lit)
    pen.box(
        target, box, top, theme.BUTTON_LOW, edge, theme.BUTTON_RADIUS, 2.2 if is_best or is_tried else 1.25
    )
    pen.icon(target, icon, box.x + pen.tx(22), box.centery, 22, theme.TEXT_2)
    right = box.right - pen.px(12)
    if trial.is_open:
        chance, tone = f"{100 * trial.choices[n].chance:.0f} %", edge if is_best else theme.TEXT
        right -= pen.text(target, chance, right, box.centery, "number", 22, tone, "rm")
        right -= pen.px(12)
    else:
        right -= pen.key(target, str(n + 1), right, box.centery) + pen.px(10)
    x = box.x + pen.tx(44)
    note = _note(trial, n)
    room = box.h - pen.px(8) - (pen.line(13) if note else 0)
    size = next((s for s in SIZES if pen.paragraph_height(text, right - x, s) <= room), SIZES[-1])
    high = pen.paragraph_height(text, right - x, size) + (pen.line(13) if note else 0)
    y = box.centery - high / 2
    pen.paragraph(
        target, text, x, y + (pen.line(size) - pen.cap("body", size)) / 2, right - x, size, theme.TEXT
    )
    if note:
        below = y + high - pen.line(13) / 2
        pen.text(target, note, x, below, "medium", 13, edge if is_tried or is_best else theme.TEXT_3, "lm")


def _note(trial: Trial, n: int) -> str:
    """What is special about a choice."""
    notes = []
    if trial.is_open and n == trial.best:
        notes.append("best found")
    if n == trial.made:
        notes.append("as it was")
    if n in trial.tried and n != trial.best:
        notes.append("as good" if trial.cost(n) < SLIGHT else "tried")
    return ", ".join(notes)


def asking(
    board: Board,
    head: str,
    trial: Trial | None,
    message: str,
    side: int,
    look: Callable[[int], None],
    acts: Mapping[str, Act | None],
) -> list[Node]:
    """The panel at the right: whose mistakes, the question or the answer, and the way on."""
    pen = board.pen
    area = board.rect(board.right_x, board.bottom + 6, 396, 302)
    inner = area.inflate(-pen.px(28), -pen.px(24))
    gap, high = pen.px(7), pen.px(40)
    foot = pygame.Rect(inner.x, inner.bottom - high, inner.w, high)
    who = foot.move(0, -(high + gap))
    words = pygame.Rect(inner.x, inner.y, inner.w, who.y - gap - inner.y)
    made = [panel(pen, "actions", area), _words(pen, head, _told(trial) if trial else message, words)]
    sides = [(T.US, board.words.shorts[0]), (T.CHINA, board.words.shorts[1])]
    made += segments(pen, "whose", columns(who, 2, gap)[0], sides, side, look, "h-side", size=15)
    needs = [pen.text_width(key.title, "head", TOOL) + pen.key_width(key.cap) for key in LEARN[1:]]
    places = [columns(who, 2, gap)[1], *by_need(foot, needs, gap)]
    for key, place in zip(LEARN, places, strict=True):
        is_due = key.name == "next" and trial is not None and trial.is_open  # before, the choices are the thing to do
        made.append(_button(pen, key, place, acts[key.name], is_due))
    return made


def _button(pen: Pen, key: Key, rect: pygame.Rect, act: Act | None, gold: bool) -> Node:
    name = f"do:{key.name}"
    return button(pen, name, rect, key.title, act, "", key.cap, gold=gold, group="j-tools", size=TOOL)


def _told(trial: Trial) -> str:
    """The question, a hint after a first try, or the answer with its reason."""
    if not trial.is_open:
        if trial.tried:
            less = trial.cost(trial.tried[-1])
            return f"Not the best: the chance to win is {100 * less:.0f} points lower with it. Try once more."
        best, made = (100 * trial.choices[n].chance for n in (trial.best, trial.made))
        return (
            f"What was played left a chance to win of {made:.0f} %; the best move had {best:.0f} %. "
            f"You have {TRIES} tries."
        )
    head = "Found. " if trial.is_found else ""
    margin = trial.review.choices[0].margin
    how = f"The search sees all cards; its chances are right to within {100 * margin:.0f} points."
    return f"{head}**{trial.review.why}** {how}"


def _words(pen: Pen, head: str, text: str, rect: pygame.Rect) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        for size in (19, 17, 15.5, 14.5, 13.5, 12.5):
            column = Column(pen, box.w)
            column.words(f"**{head}**", size + 3, theme.TEXT)
            column.gap(5)
            column.words(text, size, theme.TEXT)
            if column.height <= box.h:
                break
        column.paint(target, box.x, box.y)

    return Node("asked", rect, paint, key=(head, text), live=False)
