"""The ledger: why a number is what it is now, the terms of its sum, and every change that led to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Protocol

import pygame

from game.engine import terms as T
from game.engine.event import Event, place_of
from game.engine.rules import start
from game.match.ledger import OUTPUT, RESILIENCE, Entry, history
from game.match.log import Line
from game.match.match import Match
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..charts.beside import Beside
from ..nodes import Node, Paint
from ..pen import Pen
from ..table.board import Board
from ..table.logbook import line_height, line_node
from ..table.numbers import Number, numbers_of
from ..widgets import Scroll, button, heading, label, panel
from ..widgets.page import Page, page_of

EDGE, TOP, FOOT = 48, 96, 96  # units
LIST, WHY = 320, (560, 680, 820)  # widths: the list of numbers, the present sum
GAP = 16
SIZE = 16.0
START = "As at the start of the match: nothing has changed it yet."


class Told(Protocol):
    """The play scene, as far as the ledger needs it."""

    match: Match
    words: Words
    viewer: int

    @property
    def told(self) -> Sequence[Entry]: ...

    def board(self) -> Board: ...

    def open_log(self, action: int = 0) -> None: ...


class LedgerScene(Scene):
    """One number, or the several that a line of the log changed."""

    def __init__(
        self, app: App, play: Told, cells: tuple[int, ...], title: str = "", line: Line | None = None
    ) -> None:
        """With a title the cells are one number under that name; `line` is the one they come from."""
        super().__init__(app)
        self.play, self.cells, self.title, self.line = play, cells, title, line
        self.chosen = 0
        self.scroll, self.choices = Scroll("history"), Scroll("numbers")
        self._numbers: list[Number] = []
        self._histories: dict[Number, list[Line]] = {}  # the match waits while its ledger is open
        self._seen_with: object = None
        self._curves = Beside(play.match, play.viewer, play.told, play.words)

    def numbers(self) -> list[Number]:
        """Made anew with each size of the window, for they explain themselves by the table's own words; each does
        so once.
        """
        if self._seen_with is not self.app.pen:
            self._seen_with = self.app.pen
            found = numbers_of(self.play.board(), self.cells)
            if self.title:
                cells = {cell: None for number in found for cell in number.cells}
                found = [Number(self.title, tuple(cells), partial(_whys, self.title, found))]
            self._numbers = [replace(number, why=cache(number.why)) for number in found]
        return self._numbers

    @property
    def number(self) -> Number:
        return self.numbers()[self.chosen]

    def lines(self) -> list[Line]:
        """The history of the chosen number, the newest first."""
        number = self.number
        if number not in self._histories:
            entries = history(self.play.match.book, self.play.told, *number.cells)
            lines = [line for line in map(self._line, reversed(entries)) if line.text]
            self._histories[number] = [*lines, *self._opening()] if lines else []
        return self._histories[number]

    def _opening(self) -> list[Line]:
        """Where the track and Tension began, which their changes do not tell."""
        words, found = self.play.words, []
        begun = start(self.play.match.book).shared
        for cell in self.number.cells:
            if cell == T.SHARED + T.TRACK:
                found.append(f"**track {words.track(begun[T.TRACK])}** at the start.")
            elif cell == T.SHARED + T.TENSION:
                found.append(f"**Tension {begun[T.TENSION]}** at the start.")
        return [Line(T.NATURE, 0, text, 0) for text in found]

    def _line(self, entry: Entry) -> Line:
        event, words = entry.event, self.play.words
        change = words.change(event.what, event.old, event.new)
        text = f"**{change}**{self._now(event, change)}: {entry.why or words.cause(event)}." if change else ""
        return Line(self._who(event.what), entry.round, text, entry.action)

    def _now(self, event: Event, change: str) -> str:
        is_step = change.rpartition(" ")[2][:1] in "+−" and event.what != T.SHARED + T.TRACK
        return f", now {event.new}" if is_step else ""

    def _who(self, cell: int) -> int:
        """Whose number it is, NATURE for what both share."""
        if cell >= RESILIENCE:
            return cell - RESILIENCE
        if cell >= OUTPUT:
            return (cell - OUTPUT) // T.SECTORS
        side = place_of(self.play.match.book, cell).side
        return side if side in (T.US, T.CHINA) else T.NATURE

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        made = [heading(pen, self.title or "What this line changed")]
        left, top = float(EDGE), float(TOP)
        if self.line is not None:
            made.append(self._told(self.line))
            top += made[-1].rect.h / pen.scale + 12
        high = pen.high - top - FOOT
        if len(self.numbers()) > 1:
            made += self._choices(pen.rect(left, top, LIST, high))
            left += LIST + 16
        why = self.why(pen.px(high - 60))
        width = why.width / pen.scale + 36
        made += self._why(pen.rect(left, top, width, high), why)
        left += width + 16
        made += self._history(pen.rect(left, top, pen.wide - EDGE - left, high))
        back = pen.rect(EDGE, pen.high - 76, 220, 54)
        return [*made, button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z")]

    def _told(self, line: Line) -> Node:
        """The line that this ledger explains."""
        pen = self.app.pen
        rect = pen.rect(EDGE, TOP, pen.wide - 2 * EDGE, 0)
        rect.h = line_height(pen, line.text, self.play.words.shorts, rect.w, 17)
        alone = replace(line, changes=())
        return line_node(pen, "line", rect, alone, self.play.words.shorts, 17, None)

    def why(self, room: int) -> Page:
        """The present sum, in the first width in which it is not taller than its room."""
        pen = self.app.pen
        lines = [line for line in self.number.why() if not line.startswith("Click or Enter")]
        for units in WHY:
            page = page_of(pen, lines, pen.px(units), SIZE)
            if page.height <= room:
                break
        return page

    def _choices(self, area: pygame.Rect) -> list[Node]:
        """The numbers to choose from, as many as there is room for."""
        pen, titles = self.app.pen, [number.title for number in self.numbers()]
        made = [panel(pen, "numbers", area, "sum", "Changed")]
        inner = pygame.Rect(area.x + pen.px(12), area.y + pen.px(50), area.w - pen.px(24), 0)
        inner.h = area.bottom - pen.px(8) - inner.y
        for room in (inner.w, inner.w - self.choices.bar_width(inner)):  # without a bar, or beside it
            heights = [_choice_height(pen, title, room) for title in titles]
            if sum(heights) <= inner.h:
                break
        places = self.choices.flow(inner, heights)
        made += self.choices.nodes(pen, inner, self.app.rebuild)
        for n, place in places:
            place.h -= pen.px(6)
            made.append(_choice(pen, n, place, titles[n], n == self.chosen, partial(self._choose, n)))
        return made

    def _choose(self, n: int) -> None:
        self.chosen, self.scroll.first = n, 0

    def _why(self, area: pygame.Rect, why: Page) -> list[Node]:
        pen = self.app.pen
        rect = pygame.Rect(area.x + pen.px(18), area.y + pen.px(50), why.width, why.height)
        node = Node("sum", rect, why.paint, key=why.lines, live=False)
        below = pygame.Rect(area.x, rect.bottom + pen.px(18 + GAP), area.w, 0)
        below.h = area.bottom - below.y
        curve = self._curves.nodes(pen, self.number.cells, below)
        if curve:
            area = pygame.Rect(area.x, area.y, area.w, below.y - pen.px(GAP) - area.y)
        return [panel(pen, "why", area, "why", "Now"), node, *curve]

    def _history(self, area: pygame.Rect) -> list[Node]:
        pen, lines = self.app.pen, self.lines()
        made = [panel(pen, "changes", area, "history", "How it came to be", "A line opens the log there")]
        inner = pygame.Rect(area.x + pen.px(14), area.y + pen.px(50), area.w - pen.px(28), 0)
        inner.h = area.bottom - pen.px(8) - inner.y
        if not lines:
            return [*made, label(pen, "none", inner.inflate(-pen.px(24), -pen.px(24)), START, 18)]
        width = inner.w - self.scroll.bar_width(inner) - pen.px(6)
        shorts = self.play.words.shorts
        heights = [max(pen.px(36), line_height(pen, line.text, shorts, width, SIZE)) for line in lines]
        places = self.scroll.flow(inner, heights)
        made += self.scroll.nodes(pen, inner, self.app.rebuild)
        for n, place in places:
            act = partial(self.play.open_log, lines[n].action)
            rect = pygame.Rect(place.x, place.y, width, place.h)
            made.append(line_node(pen, f"change:{n}", rect, lines[n], shorts, SIZE, act))
        return made

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        stage, count = self.app.stage, len(self.numbers())
        if (stage.focus or "").startswith("number:"):
            return self.choices.key(event.key, stage, "number:", range(count), self.nodes)
        return self.scroll.key(event.key, stage, "change:", range(len(self.lines())), self.nodes)


def _whys(title: str, numbers: Sequence[Number]) -> list[str]:
    """Why several numbers that are looked at together are what they are, one after the other under a title."""
    if len(numbers) == 1:
        return numbers[0].why()
    lines = [title]
    for why in [number.why() for number in numbers]:
        title, bar, value = why[0].partition(" | ")
        lines += [f"**{title}**{bar}{value}", *why[1:]]
    return lines


def _choice_height(pen: Pen, title: str, width: int) -> int:
    """With the air below it."""
    words = pen.paragraph_height(title, width - pen.px(24), SIZE, "medium")
    return max(pen.px(40), words + pen.px(18)) + pen.px(6)


def _choice(
    pen: Pen, n: int, place: pygame.Rect, title: str, is_chosen: bool, act: Callable[[], None]
) -> Node:
    """One number to look at, its title on as many lines as it takes."""

    def painter(is_lit: bool) -> Paint:
        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            edge = theme.CHOSEN if is_chosen else theme.TIP_EDGE if is_lit else theme.LINE_STRONG
            top = theme.SELECTED if is_chosen or is_lit else theme.PANEL_TOP
            pen.box(
                target, box, top, theme.PANEL_BOTTOM, edge, theme.BUTTON_RADIUS, 1.8 if is_chosen else 1.25
            )
            room = box.w - pen.px(24)
            high = pen.paragraph_height(title, room, SIZE, "medium")
            y = box.y + (box.h - high) / 2 + pen.line(SIZE) * 0.18
            tone = theme.TEXT if is_chosen or is_lit else theme.TEXT_2
            pen.paragraph(target, title, box.x + pen.px(12), y, room, SIZE, tone, "medium")

        return paint

    key = (title, is_chosen)
    return Node(f"number:{n}", place, painter(False), key=key, act=act, group="a-numbers", lit=painter(True))
