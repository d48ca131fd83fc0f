"""The whole log: filtered by side, round, kind and words; each line opens the ledger of what it changed; copied to
the clipboard, or saved as a file.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import pygame

from game.engine import terms as T
from game.match import store
from game.match.export import WRITERS, Extract, as_text
from game.match.log import KINDS, ROUND, Filter, Line
from game.match.match import Match
from game.match.words import Words
from game.places import saves_dir

from .. import clipboard, theme
from ..app import App, Scene
from ..layout import columns
from ..nodes import Node
from ..pen import Pen
from ..table.logbook import line_height, line_node
from ..widgets import Entry, Scroll, button, heading, label, panel, segments, slider, toggle

EDGE, TOP, FOOT, SIEVE = 48, 96, 96, 348  # units
SIZE = 16.0
HEAD = 46  # units: the name of a round between its lines
ICONS = {
    "policy": "policy", "statecraft": "court", "deal": "deal", "contingency": "contingency",
    "headline": "headline", "market": "market", ROUND: "spotlight",
}  # fmt: skip
Row = int | Line  # a round, or a line of it


class Told(Protocol):
    """The play scene, as far as the log needs it."""

    match: Match
    words: Words
    viewer: int

    def changed_by(self, line: Line) -> None: ...


class LogScene(Scene):
    def __init__(self, app: App, play: Told, log: list[Line], action: int = 0) -> None:
        """`action` is the number of a pick: the log opens where it is told."""
        super().__init__(app)
        self.play, self.log = play, log
        self.search = Entry("search", most=40)
        self.who: int | None = None
        self.round = 0  # 0 shows all
        self.kinds = set(KINDS)
        self.is_oldest_first = False
        self.scroll = Scroll("log")
        self._wanted = action

    # --- what is shown ---------------------------------------------------------------------------

    def filter(self) -> Filter:
        return Filter(self.who, self.round or None, frozenset(self.kinds), self.search.text.strip())

    def lines(self) -> list[Line]:
        """What the filter leaves, in the order in which it happened."""
        return self.filter().of(self.log)

    def rows(self) -> list[Row]:
        """The lines under the names of their rounds, in the order that was chosen."""
        rows: list[Row] = []
        lines = self.lines() if self.is_oldest_first else self.lines()[::-1]
        for n, line in enumerate(lines):
            if n == 0 or lines[n - 1].round != line.round:
                rows.append(line.round)
            rows.append(line)
        return [row for row in rows if not isinstance(row, Line) or row.body]

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        shown, whole = len(self.lines()), len(self.log)
        words = f"{whole} lines" if shown == whole else f"{shown} of {whole} lines"
        made = [heading(pen, "Log", words)]
        made += self._sieve(pen.rect(EDGE, TOP, SIEVE, pen.high - FOOT - TOP))
        left = EDGE + SIEVE + 16
        area = pen.rect(left, TOP, pen.wide - EDGE - left, pen.high - FOOT - TOP)
        order = "Oldest first" if self.is_oldest_first else "Newest first"
        made.append(panel(pen, "lines", area, "log", order, "A line opens the history of what it changed"))
        inner = pygame.Rect(area.x + pen.px(14), area.y + pen.px(50), area.w - pen.px(28), 0)
        inner.h = area.bottom - pen.px(8) - inner.y
        made += self._list(inner) if shown else [self._nothing(inner)]
        return made + self._buttons(shown > 0)

    def _nothing(self, inner: pygame.Rect) -> Node:
        words = "No line fits this filter." if self.log else "Nothing has happened yet."
        return label(self.app.pen, "none", inner.inflate(-40, -40), words, 20)

    def _list(self, inner: pygame.Rect) -> list[Node]:
        pen, rows, shorts = self.app.pen, self.rows(), self.play.words.shorts
        width = inner.w - self.scroll.bar_width(inner) - pen.px(6)
        heights = [
            max(pen.px(36), line_height(pen, row.body, shorts, width, SIZE))
            if isinstance(row, Line)
            else pen.px(HEAD)
            for row in rows
        ]
        places = self._flow(inner, heights)
        if len(places) > 1 and not isinstance(rows[places[-1][0]], Line):
            places.pop()  # no name of a round stands alone at the foot
        made = self.scroll.nodes(pen, inner, self.app.rebuild)
        for n, place in places:
            row, place = rows[n], pygame.Rect(place.x, place.y, width, place.h)
            made.append(self._row(n, row, place) if isinstance(row, Line) else _round(pen, n, row, place))
        return made

    def _flow(self, inner: pygame.Rect, heights: list[int]) -> list[tuple[int, pygame.Rect]]:
        places = self.scroll.flow(inner, heights)
        wanted, self._wanted = self._wanted, 0
        rows = self.rows()
        told = [n for n, row in enumerate(rows) if isinstance(row, Line) and 0 < wanted == row.action]
        if not told:
            return places
        first = told[0] if self.is_oldest_first else told[-1]  # what was done, not what came of it
        self.scroll.show(min(len(rows) - 1, first + 3))  # with its neighbours
        self.app.stage.focus, self.app.stage.keyboard = f"line:{first}", True
        return self.scroll.flow(inner, heights)

    def _row(self, n: int, line: Line, place: pygame.Rect) -> Node:
        act = partial(self.play.changed_by, line) if line.cells else None
        told = replace(line, text=line.body, reason="")
        shorts = self.play.words.shorts
        return line_node(self.app.pen, f"line:{n}", place, told, shorts, SIZE, act, ICONS[line.kind])

    # --- the filter at the left ------------------------------------------------------------------

    def _sieve(self, area: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        x, width, y = area.x + pen.px(16), area.w - pen.px(32), area.y + pen.px(54)
        made = [panel(pen, "sieve", area, "filter", "Show")]
        is_writing = self.app.stage.focus == "search"
        field = pygame.Rect(x, y, width, pen.px(44))
        made.append(self.search.node(pen, field, "Search the log", is_writing, "a-search", "F"))
        y = field.bottom + pen.px(14)
        shorts = self.play.words.shorts
        sides = [(None, "All"), (T.US, shorts[0]), (T.CHINA, shorts[1]), (T.NATURE, "World")]
        row = pygame.Rect(x, y, width, pen.px(42))
        made += segments(pen, "who", row, sides, self.who, self._choose_side, "b-who", size=16)
        y = row.bottom + pen.px(10)
        made.append(label(pen, "round-label", pygame.Rect(x, y, width, pen.px(22)), "Rounds", 14))
        y += pen.px(22)
        made.append(self._rounds(pygame.Rect(x, y, width, pen.px(56))))
        y += pen.px(62)
        for place, kind in zip(_stack(x, y, width, len(KINDS), pen.px(40)), KINDS, strict=True):
            act = partial(self._switch, kind)
            made.append(toggle(pen, f"kind:{kind}", place, KINDS[kind], kind in self.kinds, act, "d-kinds"))
        y += len(KINDS) * pen.px(40) + pen.px(10)
        first, second = columns(pygame.Rect(x, y, width, pen.px(44)), 2, pen.px(10))
        order = "Newest first" if self.is_oldest_first else "Oldest first"
        reset = None if self.filter().is_off else self._reset
        made.append(button(pen, "button:order", first, order, self._turn, "swap", group="e-order", size=16))
        return [*made, button(pen, "button:all", second, "Show all", reset, "undo", group="e-order", size=16)]

    def _rounds(self, place: pygame.Rect) -> Node:
        last = max([1, *(line.round for line in self.log)])  # setting up is round 0
        every = -(-last // 8)  # not more names of rounds than there is room for
        stops = ["All", *[str(n) if n % every == 0 or last <= 8 else "" for n in range(1, last + 1)]]
        return slider(
            self.app.pen, "round", place, stops, min(self.round, last), self._choose_round, "c-round"
        )

    def _choose_side(self, who: int | None) -> None:
        self.who, self.scroll.first = who, 0

    def _choose_round(self, number: int) -> None:
        self.round, self.scroll.first = number, 0

    def _switch(self, kind: str) -> None:
        self.kinds ^= {kind}
        self.scroll.first = 0

    def _turn(self) -> None:
        self.is_oldest_first = not self.is_oldest_first
        self.scroll.first = 0

    def _reset(self) -> None:
        self.who, self.round, self.kinds, self.search.text = None, 0, set(KINDS), ""
        self.search.caret = -1
        self.scroll.first = 0

    # --- what can be done with it ----------------------------------------------------------------

    def _buttons(self, is_any: bool) -> list[Node]:
        pen = self.app.pen
        y = pen.high - 76
        made = [
            button(
                pen, "button:back", pen.rect(EDGE, y, 220, 54), "Back", self.app.pop, "undo", "Esc", group="z"
            )
        ]
        acts: list[tuple[str, str, str, str, Callable[[], None]]] = [
            ("copy", "Copy", "copy", "C", self.copy),
            *[(f"save:{name}", f"Save .{name}", "export", str(n), partial(self.save, name))
              for n, name in enumerate(WRITERS, start=1)],
        ]  # fmt: skip
        wide = 214
        for n, (name, words, icon, hint, act) in enumerate(reversed(acts)):
            place = pen.rect(pen.wide - EDGE - (n + 1) * wide - n * 12, y, wide, 54)
            made.append(button(pen, name, place, words, act if is_any else None, icon, hint, group="y"))
        return made

    def extract(self) -> Extract:
        """What is shown, for a file: in the order in which it happened."""
        play = self.play
        left_out = self.filter().told(play.words.sides)
        return Extract(play.match, self.lines(), play.viewer, left_out)

    def copy(self) -> None:
        problem = clipboard.copy(as_text(self.extract()))
        count = len(self.lines())
        self.app.say(problem or f"Copied: {count} line{'s' if count != 1 else ''}")

    def save(self, name: str) -> None:
        path = export_path(self.play.match, name)
        try:
            store.write_text(path, WRITERS[name](self.extract()))
            self.app.say(f"Saved: {path}", 8)
        except OSError as error:
            self.app.say(f"The log can't be saved in {path.parent}: {error.strerror}", 8)

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        key = event.key
        if key in (pygame.K_ESCAPE, pygame.K_l):
            self.app.pop()
        elif key == pygame.K_f:
            self.app.stage.focus_on("search")
        elif key == pygame.K_c and self.lines():
            self.copy()
        elif pygame.K_1 <= key < pygame.K_1 + len(WRITERS) and self.lines():
            self.save(list(WRITERS)[key - pygame.K_1])
        else:
            rows = [n for n, row in enumerate(self.rows()) if isinstance(row, Line) and row.changes]
            return self.scroll.key(key, self.app.stage, "line:", rows, self.nodes)
        return True


def export_path(match: Match, name: str) -> Path:
    """Where an exported log goes: a folder of its own among the saves, never on top of another file."""
    stem = f"{match.scenario.id} {datetime.now():%Y-%m-%d %H.%M.%S}"
    path, number = saves_dir() / "logs" / f"{stem}.{name}", 2
    while path.exists():
        path, number = path.with_name(f"{stem} ({number}).{name}"), number + 1
    return path


def _stack(x: int, y: int, width: int, count: int, step: int) -> list[pygame.Rect]:
    return [pygame.Rect(x, y + n * step, width, step) for n in range(count)]


def _round(pen: Pen, n: int, number: int, place: pygame.Rect) -> Node:
    """The name of a round, over its lines."""
    words = f"Round {number}" if number else "Set-up"

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        y = box.bottom - pen.px(18)
        wide = pen.text(target, words.upper(), box.x + pen.px(8), y, "head", 17, theme.TEXT, "lm", 1.2)
        left = box.x + wide + pen.px(22)
        target.fill(pygame.Color(theme.LINE_STRONG), (left, y, box.right - left, max(1, pen.px(1))))

    return Node(f"round:{n}", place, paint, key=words, live=False)
