"""Presenter mode in a class: what is shown can be frozen and drawn on, and the team can vote, without going back."""

from collections.abc import Callable, Mapping
from typing import Protocol

import pygame

from game.classroom.bellclock import BellClock

from ..app import App
from ..keys import CLASS, FREEZE, name_of
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..table.classbar import FREEZE_ICONS, ICONS, Clock
from ..widgets import button
from .presenter import GAP, TABS, Presented, PresenterScene, cut

WIDE = 96  # units of the button that freezes


class Timed(Presented, Protocol):
    """A table with clocks, on which a team can vote."""

    clock: BellClock

    @property
    def can_vote(self) -> bool: ...

    def face(self) -> Clock: ...

    def vote(self) -> None: ...


class ClassPresenterScene(PresenterScene):
    def __init__(self, app: App, table: Timed) -> None:
        super().__init__(app, table)
        self.table, self.clock = table, table.clock

    def _more(self, pen: Pen, room: pygame.Rect) -> list[Node]:
        if self.table.match.is_over:
            return []
        act, icon = self.freeze, ICONS["freeze"]
        return [button(pen, "class:freeze", cut(pen, room, WIDE), "", act, icon, "F4", group="w", size=17)]

    def freeze(self) -> None:
        """All stands still, and can be drawn on."""
        from .freeze import FreezeScene

        self.app.push(FreezeScene(self.app, self))

    def key(self, event: pygame.event.Event) -> bool:
        name = name_of(CLASS, event.key)
        if name == "freeze" and not self.table.match.is_over:
            self.freeze()
        elif name == "vote" and self.table.can_vote:
            self.table.vote()
        else:
            return super().key(event)
        return True

    # --- while it is frozen --------------------------------------------------------------------------

    def face(self) -> Clock:
        """What the clocks show now."""
        return self.table.face()

    def still(self, layer: int) -> list[Node]:
        """What stays to be looked at."""
        board = self.board()
        words = pygame.Rect(board.bar)
        words.w = self._tools_place(board.pen, board.bar).x - words.x - board.pen.px(GAP)
        page = [node for node in self._page(board) if node.name != "hand:show"]
        lines = self._lines(board, words)
        for line in lines:
            line.layer = layer
        return [*page, *lines]

    def tools(self, acts: Mapping[str, Callable[[], None]], layer: int) -> list[Node]:
        """What can be done, in the place of the pages."""
        board = self.board()
        pen = board.pen
        places = columns(self._tools_place(pen, board.bar), len(FREEZE), pen.px(GAP))
        return [
            button(
                pen,
                f"freeze:{key.name}",
                place,
                key.title,
                acts[key.name],
                FREEZE_ICONS[key.name],
                key.cap,
                gold=key.name == "go on",
                layer=layer,
                group=f"b-{key.name}",
                size=17,
            )
            for key, place in zip(FREEZE, places, strict=True)
        ]

    def _tools_place(self, pen: Pen, bar: pygame.Rect) -> pygame.Rect:
        wide = pen.px(118 + GAP + TABS)
        return pygame.Rect(bar.right - wide, bar.y, wide, bar.h)
