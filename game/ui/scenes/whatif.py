"""What if: one decision of a finished match left out or replaced, and both lines side by side in words and curves.

The other line is played by a process of its own: the window never waits for it.
"""

from functools import partial
from pathlib import Path

import pygame

from game.classroom.comparison import Told, what_if_file
from game.classroom.errand import Errand
from game.classroom.instead import Instead
from game.classroom.whatif import Decision
from game.engine import terms as T
from game.engine.state import digest
from game.match import store
from game.match.ledger import story
from game.match.log import log
from game.match.match import Match
from game.match.words import Words
from game.places import saves_dir

from .. import theme
from ..app import App, Scene
from ..column import Column
from ..desk import grid
from ..layout import columns, rows
from ..nodes import Node
from ..replay import blocks, both, picks
from ..replay.picks import ROW
from ..widgets import Scroll, button, heading, panel, segments, waiting
from .debrief import open_page
from .handout import hand_out

TABS = (("short", "In short"), ("curves", "Curves"), ("numbers", "Numbers"), ("later", "What followed"))
MARGIN, TOP, FOOT, GAP = 48, 88, 90, 14  # units
LARGE = (30.0, *blocks.SIZES)  # letters of the short tale of both lines
PROMISE = (
    "Change this one decision. The match goes on with the same cards and the same luck, and both sides do what they "
    "did, as far as the rules allow it; else the computer stands in, with the best move one step ahead."
)
WAIT = "Both lines are being played. Same cards, same luck, same intentions."


class WhatIfScene(Scene):
    def __init__(self, app: App, match: Match, words: Words, decision: Decision) -> None:
        super().__init__(app)
        self.match, self.words, self.decision = match, words, decision
        self.instead = Instead(match, decision)
        done = range(decision.action + 1, decision.action + len(decision.picks) + 1)
        self.told = [line.plain for line in log(words, story(match, T.ALL)) if line.action in done][:3]
        self.errand: Errand[Told | int] | None = None
        self.found: Told | None = None
        self.reached = decision.round  # the round to which the other line has been played
        self.tab = TABS[0][0]
        self.scroll, self.beside = Scroll("rows"), Scroll("beside")

    # --- playing the other line ----------------------------------------------------------------------

    def leave_out(self) -> None:
        self._play("")

    def take(self, n: int) -> None:
        """The n-th of the picks that are offered."""
        options = self.instead.options()
        if self.errand is None and n < len(options):
            self.instead.take(options[n])
            self.scroll.first = 0
            if self.instead.is_complete:
                self._play("; ".join(self.instead.picks))

    def _play(self, instead: str) -> None:
        self.errand = Errand(what_if_file, str(self.decision.action), instead, match=self.match)

    def start_over(self) -> None:
        """Another change of the same decision."""
        self.leave()
        self.errand = self.found = None
        self.reached = self.decision.round
        self.scroll.first = 0
        self.instead.start_over()

    def update(self, seconds: float) -> bool:
        if self.errand is None or self.found is not None:
            return False
        before = self.reached
        for found in self.errand.poll():
            if isinstance(found, int):
                self.reached = found
            else:
                self.found = found
        if self.found is None and self.errand.problem:
            self.app.say(self.errand.problem, 8)
            self.start_over()
            return True
        return self.found is not None or self.reached != before

    def leave(self) -> None:
        if self.errand is not None:
            self.errand.close()

    # --- what is on the screen -----------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pen.rect(MARGIN, TOP, pen.wide - 2 * MARGIN, pen.high - TOP - FOOT)
        if self.found is not None:
            return [*self._shown(area, self.found), *self._buttons()]
        made = [heading(pen, "What if", self._when(), MARGIN), *self._buttons()]
        if self.errand is not None:
            of = self.match.book.tables.setting[T.ROUNDS]
            made.append(panel(pen, "waits", area))
            return [*made, *waiting(pen, area, WAIT, self.reached - 1, of)]
        return [*made, *self._choice(area)]

    def _when(self) -> str:
        one = self.decision
        return f"Round {one.round}, {self.words.sides[one.side]}" if one.round else "Setting up"

    def _choice(self, area: pygame.Rect) -> list[Node]:
        """What was decided, and what could have been."""
        pen, one = self.app.pen, self.decision
        left, right = columns(area, 2, pen.px(GAP))
        made = [
            panel(pen, "was", left, "history", "As it was"),
            panel(pen, "other", right, "why", "What if it had been"),
            self._decided(pygame.Rect(left.x, left.y + pen.px(42), left.w, left.h - pen.px(42))),
        ]
        if one.is_move and one.is_free:
            place = pygame.Rect(left.x, left.bottom - pen.px(76), left.w, pen.px(56)).inflate(-pen.px(40), 0)
            made.append(button(pen, "button:out", place, "Leave it out", self.leave_out, "cross", "P", group="b"))
        inner = pygame.Rect(right.x, right.y + pen.px(54), right.w, right.h - pen.px(62)).inflate(
            -pen.px(28), 0
        )
        shown = [(picks.icon_of(self.words, one.side, text), self._option(text)) for text in self.instead.options()]
        size = next((size for size in (24, 21) if len(shown) * pen.tx(ROW * size / 18) <= inner.h), 18)
        return [*made, *picks.nodes(pen, self.scroll, inner, shown, self.take, self.app.rebuild, size)]

    def _option(self, text: str) -> str:
        """How the decision can go on, in words."""
        one, chosen = self.decision, (*self.instead.picks, text)
        said = picks.said(self.words, one.side, chosen)
        if chosen == one.picks[: len(chosen)]:
            return f"{said} · as it was"
        return f"{said}: leave it out" if text == "pass" and not one.is_free else said

    def _decided(self, rect: pygame.Rect) -> Node:
        pen, one = self.app.pen, self.decision
        inner = rect.inflate(-pen.px(40), -pen.px(36))
        for size in (24, 21, 18):
            column = Column(pen, inner.w)
            column.side(one.side, self.words.sides[one.side])
            column.gap(8)
            column.words(f"**{picks.said(self.words, one.side, one.picks)}**", size * 4 / 3, theme.TEXT)
            for line in self.told:
                column.gap(6)
                column.words(line, size, theme.TEXT)
            column.gap(16)
            column.words(PROMISE, size)
            if column.height <= inner.h - pen.px(80):  # the button below it
                break

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            column.paint(target, box.x, box.y)

        return Node("decision", inner, paint, key=column.key, live=False)

    def _buttons(self) -> list[Node]:
        pen = self.app.pen
        y = pen.high - 72
        made = [button(pen, "button:back", pen.rect(MARGIN, y, 220, 54), "Back", self.app.pop, "undo", "Esc")]
        if self.instead.picks or self.errand is not None:
            again = pen.rect(MARGIN + 236, y, 320, 54)
            made.append(button(pen, "button:again", again, "Another change", self.start_over, "again", "Z"))
        if self.found is not None:
            page = pen.rect(pen.wide - MARGIN - 340, y, 340, 54)
            line = pen.rect(pen.wide - MARGIN - 340 - 16 - 400, y, 400, 54)
            made += [
                button(pen, "button:line", line, "Go through this line", self.open_line, "history", "B"),
                button(pen, "button:page", page, "Save page (HTML)", self.save_page, "export", "S"),
            ]
        return made

    def _shown(self, area: pygame.Rect, found: Told) -> list[Node]:
        """Both lines."""
        pen, gap = self.app.pen, self.app.pen.px(GAP)
        bar = pen.rect(pen.wide - MARGIN - 1000, 24, 1000, 50)
        tabs = [(name, f"{n}  {words}") for n, (name, words) in enumerate(TABS, 1)]
        made = [
            heading(pen, "What if", "", MARGIN),
            *segments(pen, "tab", bar, tabs, self.tab, self.choose, "a-tabs"),
        ]
        if self.tab == "curves":
            places = [place for row in rows(area, 2, gap) for place in columns(row, 4, gap)]
            made += both.legend(pen, places.pop(3), found.title)  # so that both sides' curves lie side by side
            for n, (pair, place) in enumerate(zip(found.pairs, places, strict=False)):
                made += both.curve(pen, pair, place, f"b-{n}")
            return made
        if self.tab == "numbers":
            scrolls = self.scroll, self.beside
            halves = list(zip(both.numbers(found, self.words), columns(area, 2, gap), scrolls, strict=True))
            size = min(grid.letters(pen, place, shown)[0] for shown, place, _ in halves)
            for n, (shown, place, scroll) in enumerate(halves):
                name = f"half:{n}:"
                made += grid.nodes(pen, scroll, place, shown, self.app.rebuild, name=name, largest=size)
            return made
        if self.tab == "later":
            return [*made, *self._later(area, found)]
        area, right = columns(area, 2, gap)
        for n, (pair, place) in enumerate(zip(found.pairs, rows(right, 2, gap), strict=False)):
            made += both.curve(pen, pair, place, f"b-{n}")
        make = partial(both.in_short, pen, found)
        return [*made, *blocks.nodes(pen, self.scroll, area, make, self.app.rebuild, LARGE, fills=True)]

    def _later(self, area: pygame.Rect, found: Told) -> list[Node]:
        """What followed: in a sentence, and below it what could not be as it was."""
        pen, changed = self.app.pen, self.app.rebuild
        make = partial(both.later, pen, found)
        made = blocks.nodes(pen, self.beside, area, make, changed)
        if not found.changed:
            return made
        made = [node for node in made if node.wheel is None]  # the wheel is the table's
        low = max(node.rect.bottom for node in made if node.name.startswith("block:")) + pen.px(GAP)
        room = pygame.Rect(area.x, low, area.w, area.bottom - low)
        return [*made, *grid.nodes(pen, self.scroll, room, both.changes(found, self.words), changed)]

    # --- what can be done ----------------------------------------------------------------------------

    def choose(self, tab: str) -> None:
        self.tab, self.scroll.first = tab, 0

    def open_line(self) -> None:
        """The other line is a match of its own: save it, and go through it from where it parts."""
        from .replay import ReplayScene

        assert self.found is not None
        at = self.decision.action
        other = self.match.branch(at)
        other.fold(self.found.actions[at:])
        other.seats = self.match.seats
        path = store.named_path(f"{other.scenario.title} what if round {self.decision.round}")
        try:
            store.save(other, path)
        except OSError as error:
            self.app.say(f"The match can't be saved in {path.parent}: {error.strerror}", 8)
            return
        self.app.turn_to(ReplayScene(self.app, other, at))
        self.app.say(f"A match of its own: {path.name}", 6)

    def page_file(self) -> Path:
        match = self.match
        return saves_dir() / f"what-if-{match.scenario.id}-{digest(match.state)}-{self.decision.action}.html"

    def save_page(self) -> None:
        assert self.found is not None
        if hand_out(self.app, self.page_file(), self.found.page):
            open_page(self.page_file())

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)
        self.beside.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
        elif event.key == pygame.K_z and (self.instead.picks or self.errand is not None):
            self.start_over()
        elif self.found is not None:
            return self._key_shown(event.key)
        elif self.errand is None and event.key == pygame.K_p and self.decision.is_move:
            self.leave_out()
        elif pygame.K_1 <= event.key <= pygame.K_9 and self.errand is None:
            self.take(event.key - pygame.K_1)
        else:
            return self.scroll.key(event.key, self.app.stage, "pick:", range(self.scroll.count), self.nodes)
        return True

    def _key_shown(self, key: int) -> bool:
        if pygame.K_1 <= key < pygame.K_1 + len(TABS):
            self.choose(TABS[key - pygame.K_1][0])
        elif key == pygame.K_s:
            self.save_page()
        elif key == pygame.K_b:
            self.open_line()
        elif key in (pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self.wheel(1 if key in (pygame.K_UP, pygame.K_PAGEUP) else -1)
        else:
            return False
        return True
