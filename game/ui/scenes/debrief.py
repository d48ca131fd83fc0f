"""The debrief of a match that is over: what happened, who paid, why, questions, and whether it is so in the world."""

import webbrowser
from functools import partial
from pathlib import Path
from typing import Protocol

import pygame

from game.classroom.debrief import debrief
from game.classroom.exports import as_csv, as_gift
from game.classroom.report import page
from game.engine import terms as T
from game.engine.explain import why_score
from game.engine.state import digest
from game.match.match import Match
from game.match.words import Words
from game.places import saves_dir
from game.players.core import PlainCore

from .. import theme
from ..app import App, Scene
from ..charts import plot
from ..debrief.blocks import PAGES, STYLES, Block
from ..debrief.chances import figure
from ..debrief.spread import shares, stretched
from ..layout import columns
from ..nodes import Node, Paint
from ..pen import Pen
from ..widgets import Scroll, button, heading, segments
from .handout import hand_out
from .turns import called

TABS = (
    ("happened", "What happened"),
    ("paid", "Who paid"),
    ("why", "Why"),
    ("questions", "Questions"),
    ("world", "In the world"),
)
MARGIN, TOP, FOOT, GAP, INSET = 24, 88, 90, 14, 20  # units


class Told(Protocol):
    match: Match
    words: Words

    def open_log(self, action: int = 0) -> None: ...


class DebriefScene(Scene):
    def __init__(self, app: App, play: Told, tab: str = TABS[0][0]) -> None:
        super().__init__(app)
        self.play = play
        self.found = debrief(play.match, PlainCore(play.match.book))
        self.figure = figure(self.found)
        self.tab = tab
        self.scroll = Scroll("blocks")

    # --- what is on the screen -------------------------------------------------------------------

    def nodes(self) -> list[Node]:
        pen = self.app.pen
        wide = round(pen.wide * 0.58)
        bar = pen.rect(pen.wide - MARGIN - wide, 24, wide, 50)
        tabs = [(name, f"{n}  {words}") for n, (name, words) in enumerate(TABS, 1)]
        made = [
            heading(pen, "Debrief", self._facts(pen.px(pen.wide - wide - 2 * MARGIN - 160)), MARGIN, wide + 24),
            *segments(pen, "tab", bar, tabs, self.tab, self.choose, "a-tabs"),
        ]
        area = pen.rect(MARGIN, TOP, pen.wide - 2 * MARGIN, pen.high - TOP - FOOT)
        if self.tab == "happened":
            left = pygame.Rect(area.x, area.y, round(area.w * 0.5), area.h)
            made += self._curve(left)
            area = pygame.Rect(
                left.right + pen.px(GAP), area.y, area.right - left.right - pen.px(GAP), area.h
            )
        return [*made, *self._blocks(area), *self._buttons()]

    def _facts(self, room: int) -> str:
        """Who won, by what, and who played: as much of it as there is room for."""
        match, words = self.play.match, self.play.words
        facts = [self.found.verdict.title] if self.found.verdict else []
        ending = match.state.shared[T.ENDING]
        points = why_score(match.book, match.state).value if ending == T.SCORED else match.state.shared[T.TRACK]
        if ending in (T.SCORED, T.AUTOMATIC):
            facts.append(f"{'final score' if ending == T.SCORED else 'track'} {words.track(points)}")
        facts.append(f"round {match.state.shared[T.ROUND]} of {match.book.tables.setting[T.ROUNDS]}")
        facts.append(" and ".join(called(seat) for seat in match.seats))
        while len(facts) > 1 and self.app.pen.text_width(" · ".join(facts), "medium", 18) > room:
            facts.pop()
        return " · ".join(facts)

    def _curve(self, rect: pygame.Rect) -> list[Node]:
        pen = self.app.pen
        chart = self.figure.draw(pen, *plot.chart_box(pen, rect).size)
        return plot.nodes(pen, self.figure, chart, rect, None, "b-curve")

    def _blocks(self, area: pygame.Rect) -> list[Node]:
        """The page's blocks: where they fit, side by side over the whole area, else one below the other with a bar."""
        pen = self.app.pen
        spreads = (self._spread(area, across) for across in self._across())
        found = next((spread for spread in spreads if spread is not None), None)
        if found is not None:
            self.scroll.flow(area, [0] * len(found))
            return [self._block(pen, n, place, block) for n, (place, block) in enumerate(found)]
        width = area.w - Scroll.bar_width(area) - 2 * pen.px(INSET)
        blocks = PAGES[self.tab](pen, self.found, width, STYLES[-1])
        places = self.scroll.flow(area, [self._height(block) + pen.px(GAP) for block in blocks])
        made = self.scroll.nodes(pen, area, self.app.rebuild)
        for n, place in places:
            place.h = min(place.h - pen.px(GAP), area.bottom - place.y)
            made.append(self._block(pen, n, place, blocks[n]))
        return made

    def _across(self) -> tuple[int, ...]:
        """How many columns are tried, the best first."""
        if self.tab == "happened":
            return (1,)
        each = len(self.found.mechanisms)
        return (each, 2, 1) if self.tab == "world" and each > 2 else (2, 1)

    def _height(self, block: Block) -> int:
        return block.column.height + 2 * self.app.pen.px(INSET)

    def _spread(self, area: pygame.Rect, across: int) -> list[tuple[pygame.Rect, Block]] | None:
        """All blocks in so many columns that fill the area, set in the best way that fits; None if none does."""
        pen, gap = self.app.pen, self.app.pen.px(GAP)
        places = columns(area, across, gap)
        for style in STYLES:
            blocks = PAGES[self.tab](pen, self.found, places[0].w - 2 * pen.px(INSET), style)
            heights = [self._height(block) for block in blocks]
            parts = shares(heights, across, gap)
            if all(sum(heights[part]) + gap * (len(heights[part]) - 1) <= area.h for part in parts):
                break
        else:
            return None
        found = []
        for place, part in zip(places if len(blocks) > 1 else [area], parts, strict=False):
            found += list(zip(stretched(place, heights[part], gap), blocks[part], strict=True))
        return found

    def _block(self, pen: Pen, n: int, place: pygame.Rect, block: Block) -> Node:
        act = partial(self.play.open_log, block.action) if block.action >= 0 else None
        key = (block.column.key, block.action)
        lit = _painter(pen, block, True) if act else None
        return Node(
            f"block:{n}", place, _painter(pen, block, False), key=key, act=act, group="c-blocks", lit=lit
        )

    def _buttons(self) -> list[Node]:
        pen = self.app.pen
        back = pen.rect(MARGIN, pen.high - 72, 220, 54)
        save = pen.rect(pen.wide - MARGIN - 360, pen.high - 72, 360, 54)
        again = pen.rect(pen.wide - MARGIN - 360 - 16 - 320, pen.high - 72, 320, 54)
        table = pen.rect(MARGIN + 236, pen.high - 72, 260, 54)
        quiz = pen.rect(MARGIN + 236 + 276, pen.high - 72, 260, 54)
        return [
            button(pen, "button:table", table, "Moves (CSV)", self.save_table, "export", "T", group="z"),
            button(pen, "button:quiz", quiz, "Quiz (GIFT)", self.save_quiz, "export", "G", group="z"),
            button(pen, "button:replay", again, "Replay", self.replay, "history", "P", group="z"),
            button(pen, "button:back", back, "Back", self.app.pop, "undo", "Esc", group="z"),
            button(pen, "button:page", save, "Save report (HTML)", self.save_page, "export", "S", group="z"),
        ]

    # --- what can be done ------------------------------------------------------------------------

    def choose(self, tab: str) -> None:
        self.tab, self.scroll.first = tab, 0

    def replay(self) -> None:
        from .replay import ReplayScene

        self.app.turn_to(ReplayScene(self.app, self.play.match))

    def file(self, kind: str, ending: str) -> Path:
        match = self.play.match
        return saves_dir() / f"{kind}-{match.scenario.id}-{digest(match.state)}.{ending}"

    def save_page(self) -> None:
        """Write the whole debrief as one page, and open it where there is a browser with a window."""
        if hand_out(self.app, self.file("report", "html"), page(self.found)):
            open_page(self.file("report", "html"))

    def save_table(self) -> None:
        hand_out(self.app, self.file("moves", "csv"), as_csv(self.found))

    def save_quiz(self) -> None:
        hand_out(self.app, self.file("quiz", "gift"), as_gift(self.found))

    def wheel(self, steps: int) -> None:
        self.scroll.wheel(steps)

    def key(self, event: pygame.event.Event) -> bool:
        if event.key in (pygame.K_ESCAPE, pygame.K_d):
            self.app.pop()
        elif event.key == pygame.K_p:
            self.replay()
        elif event.key == pygame.K_s:
            self.save_page()
        elif event.key == pygame.K_t:
            self.save_table()
        elif event.key == pygame.K_g:
            self.save_quiz()
        elif pygame.K_1 <= event.key < pygame.K_1 + len(TABS):
            self.choose(TABS[event.key - pygame.K_1][0])
        elif event.key in (pygame.K_UP, pygame.K_DOWN) and not (self.app.stage.focus or "").startswith(
            "block:"
        ):
            self.scroll.move(-1 if event.key == pygame.K_UP else 1)
        else:
            return self.scroll.key(event.key, self.app.stage, "block:", range(self.scroll.count), self.nodes)
        return True


def open_page(file: Path) -> None:
    """Show a page in the player's browser; one that works in the terminal would hold up the game."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is not webbrowser.GenericBrowser:
        browser.open(file.as_uri())


def _painter(pen: Pen, block: Block, is_lit: bool) -> Paint:
    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        edge = theme.TIP_EDGE if is_lit else theme.LINE_STRONG
        pen.box(target, box, theme.SELECTED if is_lit else theme.PANEL_TOP, theme.PANEL_BOTTOM, edge, 10)
        block.column.paint(target, box.x + pen.px(INSET), box.y + pen.px(INSET))

    return paint
