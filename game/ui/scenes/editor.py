"""The scenario editor: pages at the left, their values in the middle, what is to be said of them at the right."""

from functools import partial

import pygame

from game.classroom.draft import Draft
from game.classroom.draft_pages import ABOUT, PAGES, Cell, page, place_of
from game.content.problem import Problem
from game.match.match import Match
from game.match.seats import Seat

from .. import theme
from ..app import App, Scene
from ..column import Column
from ..editor.fields import page_row, row_height, row_nodes
from ..nodes import Node, nothing
from ..pen import Pen
from ..widgets import Entry, Scroll, button, heading, panel, paragraph
from .setup import new_seed

EDGE, TOP, FOOT, GAP = 48, 96, 96, 16  # units
PAGES_WIDE, SAID_WIDE, ROW = 290, 400, 58
TONES = {"error": theme.LOSS, "warning": theme.TEXT, "hint": theme.TEXT_2}
WORDS = {"error": "must be put right", "warning": "look at this", "hint": "to think about"}


class EditorScene(Scene):
    def __init__(self, app: App, draft: Draft) -> None:
        super().__init__(app)
        self.draft = draft
        self.page = PAGES[0][0]
        self.scroll = Scroll("values")
        self.entries: dict[Cell, Entry] = {}
        self.agreed: dict[Cell, str] = {}  # what lines of text and draft last had in common

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        self._written()
        high = pen.high - TOP - FOOT
        middle = EDGE + PAGES_WIDE + GAP
        wide = pen.wide - EDGE - SAID_WIDE - GAP - middle
        made = [heading(pen, "Scenario editor", str(self.draft.data["title"]))]
        made += self._pages(pen.rect(EDGE, TOP, PAGES_WIDE, high))
        made += self._values(pen.rect(middle, TOP, wide, high))
        made += self._said(pen.rect(middle + wide + GAP, TOP, SAID_WIDE, high))
        return made + self._buttons()

    def _pages(self, area: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        made = [panel(pen, "pages", area, "scenario", "Pages")]
        room = area.h - pen.px(62)
        row = min(pen.tx(46), room // len(PAGES))
        for n, (name, title) in enumerate(PAGES):
            y = area.y + pen.px(52) + n * row
            place = pygame.Rect(area.x + pen.px(12), y, area.w - pen.px(24), row - pen.px(6))
            is_here, act, warns = name == self.page, partial(self.open, name), self._warns(name)
            made.append(page_row(pen, f"page:{name}", place, title, is_here, act, warns))
        return made

    def _warns(self, name: str) -> str:
        """The colour of the gravest that is to be said of a page, if there is something."""
        said = {p.severity for p in self.draft.read()[1] if place_of(p.path)[1] == name}
        return next((tone for severity, tone in TONES.items() if severity in said), "")

    def _values(self, area: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        rows = page(self.draft, self.page)
        inner = pygame.Rect(area.x + pen.px(8), area.y + pen.px(46), area.w - pen.px(16), area.h - pen.px(54))
        title = dict(PAGES)[self.page]
        made = [panel(pen, "values", area, "edit", title, self._count())]
        if any(cell.side < 2 for row in rows for cell in row.cells):
            sides = self.draft.data["sides"]
            made.append(_legend(pen, area, (sides["us"]["title"], sides["china"]["title"])))
        if about := ABOUT.get(self.page, ""):
            x, wide = inner.x + pen.px(16), inner.w - pen.px(32)
            made.append(paragraph(pen, "about", x, inner.y + pen.px(8), wide, about, 16, theme.TEXT_2))
            below = made[-1].rect.bottom + pen.px(6)
            inner = pygame.Rect(inner.x, below, inner.w, inner.bottom - below)
        wide = inner.w - self.scroll.bar_width(inner)
        places = self.scroll.flow(inner, [row_height(pen, wide, row, pen.tx(ROW)) for row in rows])
        made += self.scroll.nodes(pen, inner, self.app.rebuild)
        for n, place in places:
            entry = self._entry(rows[n].cells[0], n)
            focus = self.app.stage.focus
            made += row_nodes(pen, n, place, rows[n], self.draft, self.change, entry, focus)
        return made

    def _count(self) -> str:
        """How many are in a list that is chosen from."""
        cell = page(self.draft, self.page)[0].cells[0]
        if cell.kind != "member" or self.page == "measures":
            return ""
        return f"{len(self.draft.get(cell.path, []))} in"

    def _entry(self, cell: Cell, n: int) -> Entry | None:
        if cell.kind != "text":
            return None
        if cell not in self.entries:
            text = str(cell.value(self.draft))
            self.entries[cell], self.agreed[cell] = Entry(f"row:{n}", text, most=cell.most), text
        self.entries[cell].name = f"row:{n}"  # rounds come and go, and with them lines for notes
        return self.entries[cell]

    def _written(self) -> None:
        """What was typed goes into the draft; what was changed elsewhere into the line of text."""
        for cell, entry in self.entries.items():
            if entry.text == self.agreed[cell]:
                entry.text = str(cell.value(self.draft))
            elif cell.path == ("title",):
                self.draft.rename(entry.text)
            else:
                self.draft.put(cell.path, entry.text)
            self.agreed[cell] = entry.text

    def _said(self, area: pygame.Rect) -> list[Node]:
        """What the checks say, the gravest first; or that all is well."""
        pen = self.app.pen
        scenario, problems = self.draft.read()
        right = "Can be played" if scenario is not None else "Can't be played yet"
        made = [panel(pen, "said", area, "info" if scenario else "warning", "Check", right)]
        inner = pygame.Rect(area.x + pen.px(20), area.y + pen.px(60), area.w - pen.px(40), area.h - pen.px(72))
        column = Column(pen, inner.w)
        order = sorted(problems, key=lambda p: list(TONES).index(p.severity))
        if not order:
            column.item("check", "All is well: it can be played, saved and handed on.", theme.TEXT, 16, theme.GAIN)
        for n, problem in enumerate(order):
            before, name = column.height, place_of(problem.path)[1]
            block = Column(pen, inner.w)
            _tell(block, problem)
            rest = len(order) - n
            if before + block.height + pen.line(16) * 2 > inner.h and n:
                column.words(f"And {rest} more.", 16, theme.TEXT_2)
                break
            _tell(column, problem)
            if name:
                made.append(self._way(pen, n, inner, before, column.height - pen.tx(14), name))

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            column.paint(target, box.x, box.y)

        return [*made, Node("problems", inner, paint, key=column.key, live=False)]

    def _way(self, pen: Pen, n: int, inner: pygame.Rect, top: int, bottom: int, name: str) -> Node:
        """What is said of a value leads to its page."""
        rect = pygame.Rect(inner.x, inner.y + top, inner.w, bottom - top).inflate(2 * pen.px(10), 2 * pen.px(6))

        def lit(target: pygame.Surface, box: pygame.Rect) -> None:
            pen.box(target, box, theme.SELECTED, theme.PANEL_TOP, theme.LINE_STRONG, 8)

        act = partial(self.open, name)
        return Node(f"problem:{n}", rect, nothing, key=name, act=act, group="f", lit=lit, radius=8)

    def _buttons(self) -> list[Node]:
        pen, y = self.app.pen, self.app.pen.high - 76
        is_fine = self.draft.read()[0] is not None
        room = pen.wide - 2 * EDGE
        shares = (0.13, 0.13, 0.19, 0.13, 0.18, 0.24)
        made, x = [], float(EDGE)
        for share, (name, words, act, icon, key) in zip(shares, (
            ("back", "Back", self.app.pop, "undo", "Esc"),
            ("undo", "Undo", self.undo if self.draft.past else None, "undo", "Z"),
            ("balance", "Balance check", self.balance if is_fine else None, "chart", "B"),
            ("save", "Save", self.save if is_fine else None, "save", "S"),
            ("zip", "Save as zip", partial(self.save, True) if is_fine else None, "export", "X"),
            ("play", "PLAY FROM HERE", self.play if is_fine else None, "play", "F5"),
        ), strict=True):
            rect = pen.rect(x, y, room * share - 12 * (name != "play"), 56)
            x += room * share
            made.append(button(pen, f"button:{name}", rect, words, act, icon if name != "undo" else "history", key,
                               gold=name == "play", group="z"))
        return made  # fmt: skip

    # --- what can be done ------------------------------------------------------------------------

    def open(self, name: str) -> None:
        self.page, self.scroll.first = name, 0

    def change(self, cell: Cell, value: int | str | bool) -> None:
        if cell.kind == "member":
            self.draft.toggle(cell.path, cell.item)
        else:
            self.draft.put(cell.path, value)

    def undo(self) -> None:
        self._written()
        self.draft.undo()

    def match(self) -> Match | None:
        """The scenario as a match, a person against a computer; None if it can't be played."""
        pack, (scenario, _) = self.draft.whole(), self.draft.read()
        if pack is None or scenario is None:
            return None
        return Match(pack, scenario.id, (Seat(), Seat(level="clerk")), new_seed())

    def play(self) -> None:
        from .play import PlayScene

        match = self.match()
        if match is not None:
            self.app.push(PlayScene(self.app, match))

    def balance(self) -> None:
        from .trial import TrialScene

        match = self.match()
        if match is not None:
            self.app.push(TrialScene(self.app, match))

    def save(self, as_zip: bool = False) -> None:
        if self.draft.read()[0] is None:
            return
        try:
            place = self.draft.save(as_zip)
        except OSError as error:
            self.app.say(f"It can't be saved: {error.strerror or error}", 8)
            return
        words = "Hand this file on" if as_zip else "It stands under New match now"
        self.app.say(f"{words}: {place}", 8)

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        is_fine = self.draft.read()[0] is not None
        acts = {pygame.K_ESCAPE: self.app.pop, pygame.K_z: self.undo}
        if is_fine:
            acts |= {
                pygame.K_b: self.balance,
                pygame.K_s: self.save,
                pygame.K_x: partial(self.save, True),
                pygame.K_F5: self.play,
            }
        if event.key in acts:
            acts[event.key]()
            return True
        rows = range(self.scroll.count)
        return self.scroll.key(event.key, self.app.stage, "row:", rows, self.nodes)


def _tell(column: Column, problem: Problem) -> None:
    """A problem in plain words: where and how grave, what, and what to do."""
    words = problem.message.partition('": ')[2] or problem.message
    place, tone = place_of(problem.path)[0], TONES[problem.severity]
    title = f"{place}: {WORDS[problem.severity]}" if place else WORDS[problem.severity].capitalize()
    column.item("warning" if problem.severity == "error" else "info", f"**{title}**", tone, 16, tone)
    column.item("", f"{words[:1].upper()}{words[1:]}.", theme.TEXT, 16)
    if problem.suggestion:
        column.item("", f"{problem.suggestion[:1].upper()}{problem.suggestion[1:].rstrip('.')}.", theme.TEXT_2, 16)
    column.gap(14)


def _legend(pen: Pen, area: pygame.Rect, sides: tuple[str, str]) -> Node:
    """Which marker is whose, at the right of a panel's heading."""
    wide = sum(pen.text_width(words, "head", 15) + pen.px(24 + 16) for words in sides)
    rect = pygame.Rect(area.right - pen.px(16) - wide, area.y, wide, pen.px(42))

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        x = box.right
        for side in (1, 0):
            x -= pen.text(target, sides[side], x, box.y + pen.px(22), "head", 15, theme.BRIGHT[side], "rm") + pen.px(14)
            pen.marker(target, side, x, box.y + pen.px(22), 14)
            x -= pen.px(26)

    return Node("legend", rect, paint, key=sides, live=False)
