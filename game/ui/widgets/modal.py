"""A question over the scene, with answers; Escape takes it away."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from .. import theme
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from .basic import button, label, veil

LAYER = 60
WIDTH = 640  # units


@dataclass(frozen=True)
class Answer:
    """A button of a question. No `act`: it only closes the question."""

    words: str
    act: Callable[[], None] | None = None
    icon: str = ""
    gold: bool = False


@dataclass(frozen=True)
class Question:
    """Title, text, and answers from left to right; the first has the focus, so it should be the harmless
    one.
    """

    title: str
    text: str
    answers: list[Answer] = field(default_factory=lambda: [Answer("Close", gold=True)])
    icon: str = "warning"


def modal(pen: Pen, question: Question, ask: Callable[[Question | None], None]) -> list[Node]:
    """The nodes of a question; `ask(None)` closes it."""
    inner = pen.px(WIDTH) - 2 * pen.px(32)
    words = pen.paragraph_height(question.text, inner, 16)
    height = pen.px(92) + words + pen.px(30) + pen.px(52) + pen.px(28)
    rect = pygame.Rect(0, 0, pen.px(WIDTH), height)
    rect.center = (pen.width // 2, pen.height // 2)
    text = pygame.Rect(rect.x + pen.px(32), rect.y + pen.px(92), inner, words)
    row = pygame.Rect(text.x, rect.bottom - pen.px(80), inner, pen.px(52))
    made = [
        veil(pen, LAYER, "modal:veil"),
        _frame(pen, rect, question),
        label(pen, "modal:text", text, question.text, 16, theme.TEXT_2, layer=LAYER + 2),
    ]
    has_icons = all(answer.icon for answer in question.answers)  # else all words stand in the middle
    places = columns(row, len(question.answers), pen.px(16))
    for n, (answer, place) in enumerate(zip(question.answers, places, strict=True)):
        act = _answered(answer, ask)
        made.append(
            button(
                pen,
                f"answer:{n}",
                place,
                answer.words,
                act,
                answer.icon if has_icons else "",
                gold=answer.gold,
                layer=LAYER + 2,
                group="modal",
            )
        )
    return made


def _answered(answer: Answer, ask: Callable[[Question | None], None]) -> Callable[[], None]:
    def act() -> None:
        ask(None)
        if answer.act is not None:
            answer.act()

    return act


def _frame(pen: Pen, rect: pygame.Rect, question: Question) -> Node:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.shadow(target, box, 14, 14, 0.75, "#000000", pen.px(8))
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.TIP_EDGE, 14, 1.5, theme.LINE_STRONG)
        middle = box.y + pen.px(46)
        pen.icon(target, question.icon, box.x + pen.px(46), middle, 30, theme.GOLD)
        x = box.x + pen.px(74)
        pen.text(
            target, question.title, x, middle, "head", 26, theme.TEXT, "lm", width=box.right - pen.px(24) - x
        )

    return Node(
        "modal", rect, paint, key=(question.title, question.icon), pad=pen.px(36), layer=LAYER + 1, live=False
    )
