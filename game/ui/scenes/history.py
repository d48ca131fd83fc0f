"""How a number came to be, and the whole log: lists that scroll."""

from typing import Protocol

import pygame

from game.engine import terms as T
from game.match.ledger import story
from game.match.log import Line
from game.match.match import Match
from game.match.words import Words

from .. import theme
from ..app import App, Scene
from ..stage import Node
from ..table.logbook import line_height, paint_lines
from ..widgets import button, label, panel


class Told(Protocol):
    match: Match
    words: Words
    viewer: int


class ListScene(Scene):
    """A titled list of lines with wheel, arrow and page keys."""

    def __init__(self, app: App, title: str, lines: list[tuple[int, int, str]], note: str = "") -> None:
        super().__init__(app)
        self.title, self.lines, self.note = title, lines, note
        self.first = 0

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        area = pygame.Rect(pen.px(260), pen.px(110), pen.width - pen.px(520), pen.height - pen.px(220))
        inner = pygame.Rect(area.x, area.y + pen.px(56), area.w, area.h - pen.px(70))
        lines = self.lines[self.first :]

        def paint(target: pygame.Surface, box: pygame.Rect) -> None:
            paint_lines(pen, target, box, lines)

        back = pygame.Rect(area.x, pen.height - pen.px(86), pen.px(240), pen.px(56))
        title = pygame.Rect(area.x, pen.px(40), area.w, pen.px(60))
        made = [
            label(pen, "heading", title, self.title, 40, theme.TEXT, "number"),
            panel(
                pen,
                "list",
                area,
                "log",
                self.note,
                f"{len(self.lines)} line{'s' if len(self.lines) != 1 else ''}",
            ),
            Node("lines", inner, paint, key=(self.first, len(self.lines)), live=False),
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc"),
        ]
        if self._overflows(inner):
            up = pygame.Rect(area.right - pen.px(420), back.y, pen.px(200), pen.px(56))
            made.append(button(pen, "button:up", up, "Up", lambda: self.wheel(3)))
            made.append(button(pen, "button:down", up.move(pen.px(220), 0), "Down", lambda: self.wheel(-3)))
        return made

    def _overflows(self, box: pygame.Rect) -> bool:
        pen = self.app.pen
        width = box.w - pen.px(74)
        return sum(line_height(pen, text, width) for _who, _round, text in self.lines) > box.h

    def wheel(self, steps: int) -> None:
        self.first = min(max(0, len(self.lines) - 1), max(0, self.first - steps))

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_l, pygame.K_w):
            self.app.pop()
            return True
        steps = {pygame.K_UP: 1, pygame.K_DOWN: -1, pygame.K_PAGEUP: 12, pygame.K_PAGEDOWN: -12}
        if event.key in steps:
            self.wheel(steps[event.key])
            return True
        return False


class LogScene(ListScene):
    def __init__(self, app: App, log: list[Line], words: Words) -> None:
        lines = [(line.who, line.round, line.text) for line in reversed(log)]
        super().__init__(app, "Log", lines, "Newest first")


class HistoryScene(ListScene):
    """The ledger of some cells: every change with its cause."""

    def __init__(self, app: App, play: Told, cells: tuple[int, ...], title: str) -> None:
        words = play.words
        lines = []
        for entry in reversed(story(play.match, play.viewer)):
            event = entry.event
            if event.what == T.NOTE_OUTPUT and T.CAPABILITY + event.old in cells:
                side, sector = divmod(event.old, T.SECTORS)
                made = (
                    f"**{words.shorts[side]} output {event.new}** of {play.match.book.sectors[sector].title}"
                )
                lines.append((side, entry.round, f"{made} in the market phase."))
            elif event.what in cells:
                change = words.change(event.what, event.old, event.new)
                lines.append((2, entry.round, f"**{change}**, now {event.new}: {words.cause(event)}."))
        if not lines:
            lines = [(2, 0, "As at the start of the match: nothing has changed it yet.")]
        super().__init__(app, title, lines, "How it came to be, newest first")
