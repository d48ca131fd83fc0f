"""Tips that are held: pages that stay, whose terms open further pages, by pointer and by keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pygame

from game.classroom.mechanisms import Mechanism, mechanisms
from game.content.handbook import Term

from . import theme
from .handbook.links import linked_lines, subject, term, term_called
from .nodes import Node, nothing
from .pen import Pen
from .stage import Stage
from .widgets.tooltip import LAYER, framed, page_for

HOW = "{dim:Click or Enter opens a term. F1: its chapter. Esc: close.}"
RING = 1.5  # units of the line around a term: a wider one would touch its letters or those beside it


@dataclass(frozen=True)
class Held:
    """One page: what it explains, its lines, and what had the focus before it."""

    beside: pygame.Rect
    lines: tuple[str, ...]
    focus: str | None
    by_keys: bool
    is_word: bool  # whether it explains a word of the page below


def lines_of(found: Term) -> list[str]:
    """A term as the lines of a tip."""
    return [found.title, found.text]


def _idea_lines(found: Mechanism) -> list[str]:
    """An idea as the lines of a tip."""
    return [found.title, found.idea]


class Tips:
    """The pages that are held, the first one below. `read` opens the handbook at an anchor; `tells_of_world` says
    whether it has the mechanisms of the real world.
    """

    def __init__(self, read: Callable[[str], None], tells_of_world: Callable[[], bool]) -> None:
        self.read, self.tells_of_world = read, tells_of_world
        self.held: list[Held] = []
        self._wants_focus = False

    def hold(self, stage: Stage, beside: pygame.Rect, lines: Sequence[str]) -> None:
        """Keep a tip open."""
        told = [line for line in lines if line]
        made = [*linked_lines(tuple(told)), *self._idea(told[0]), HOW]
        held = Held(beside, tuple(made), stage.focus, stage.keyboard, bool(self.held))
        self.held.append(held)
        self._wants_focus = stage.keyboard

    def _idea(self, title: str) -> list[str]:
        """The way to what economists say of what the page explains."""
        about = subject(title)
        if about is None or not about.idea or not self.tells_of_world():
            return []
        return [f"What economists say: [{mechanisms()[about.idea].title}](mechanism:{about.idea})"]

    def hold_pointed(self, stage: Stage) -> bool:
        """Keep open the tip of what is pointed at, if it has one."""
        node = stage.pointed()
        lines = node.tip() if node is not None and node.tip is not None else []
        if node is not None and lines:
            self.hold(stage, node.rect, lines)
        return bool(lines)

    def key(self, key: int, stage: Stage) -> bool:
        """Keys while a page is held. True if it was used."""
        if key == pygame.K_ESCAPE:
            self.close(stage)
            return True
        return key == pygame.K_h and self.hold_pointed(stage)

    def close(self, stage: Stage) -> None:
        """Close the last one; the focus goes back to where it was."""
        held = self.held.pop()
        stage.focus, stage.keyboard = held.focus, held.by_keys

    def close_all(self, stage: Stage) -> None:
        while self.held:
            self.close(stage)

    def clear(self) -> None:
        """Forget them: another screen is shown."""
        self.held, self._wants_focus = [], False

    def anchor(self, stage: Stage) -> str:
        """What the handbook should open at: the term that is pointed at, else what the last page explains."""
        pointed = stage.pointed()
        if pointed is not None and pointed.name.startswith("term:"):
            return str(pointed.key)
        found = term_called(self.held[-1].lines[0].partition(" | ")[0].rpartition(": ")[2])
        return f"term:{found.id}" if found else ""

    def frame(self, stage: Stage) -> pygame.Rect | None:
        """The place of the last page."""
        node = stage.get(f"tip:{len(self.held) - 1}")
        return node.rect if node is not None else None

    # --- nodes -----------------------------------------------------------------------------------

    def nodes(self, pen: Pen, stage: Stage) -> list[Node]:
        made: list[Node] = []
        below: pygame.Rect | None = None
        for n, held in enumerate(self.held):
            is_last = n == len(self.held) - 1
            page = page_for(pen, held.lines)
            frame = framed(pen, f"tip:{n}", held.beside, page, LAYER + 2 * n, held.is_word, below)
            below = frame.rect
            frame.live, frame.cover = True, is_last
            made.append(frame)
            if is_last:
                inset = frame.rect.inflate(-(frame.rect.w - page.width), 0)
                for k, (link, box) in enumerate(page.links()):
                    term = self._term(stage, f"term:{n}:{k}", link, box.move(inset.topleft))
                    made.append(replace(term, ring=_ring(pen, term.rect), ring_wide=RING))
        return made

    def _term(self, stage: Stage, name: str, link: str, rect: pygame.Rect) -> Node:
        """A term in the last page; pointing at it shows its tip, choosing it holds that one too."""
        kind, _, id_ = link.partition(":")
        if kind == "mechanism":
            act, tip = partial(self.read, link), partial(_idea_lines, mechanisms()[id_])
        else:
            found = term(id_)
            assert found is not None
            act, tip = partial(self.hold, stage, rect, lines_of(found)), partial(lines_of, found)
        return Node(
            name,
            rect,
            nothing,
            key=link,
            act=act,
            tip=tip,
            layer=LAYER + 2 * len(self.held) - 1,
            group="terms",
            lit=_lit,
            radius=4,
        )

    def settle(self, stage: Stage) -> None:
        """After the nodes are there: a page that keys opened gives the focus to its first term."""
        if self._wants_focus and self.held:
            name = f"term:{len(self.held) - 1}:0"
            if stage.get(name) is not None:
                stage.focus_on(name)
        self._wants_focus = False


def _ring(pen: Pen, word: pygame.Rect) -> pygame.Rect:
    """What the focus ring goes around, so that it lies between a word's neighbours and over the line below it."""
    inset = pen.px(1.5)
    return pygame.Rect(word.x + inset, word.y, word.w - 2 * inset, word.h - pen.px(4) - 1)


def _lit(target: pygame.Surface, box: pygame.Rect) -> None:
    """A term that is pointed at."""
    line = pygame.Rect(box.x, box.y, box.w, box.h * 7 // 8)  # clear of the line below
    target.fill((*pygame.Color(theme.TIP_EDGE)[:3], 70), line)
