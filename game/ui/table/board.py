"""What the parts of the table share: the observation, words, the pen, and the places of the panels."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pygame

from game.content.almanac import Almanac
from game.engine.chains import Chains, chains
from game.engine.explain import Explanation, outputs_due
from game.engine.market import lead_points
from game.engine.rulebook import Rulebook
from game.engine.state import State
from game.match.log import Line
from game.match.words import Words, signed

from ..pen import Pen
from ..worldmap import CLOSE, TABLE, WorldMap

HEADER = 76
SMALL_MAP = 900  # units: on a narrower map the plates are small
MAP, GRAPH = "map", "graph"  # the views of the middle


@dataclass
class Board:
    """One look at the game. `seen` is the viewer's observation; `history` opens the ledger of one number, and
    `changed_by` of all that a line of the log changed.
    """

    pen: Pen
    book: Rulebook
    almanac: Almanac
    words: Words
    seen: State
    viewer: int
    log: list[Line]
    names: tuple[str, str]
    history: Callable[[tuple[int, ...], str], None]
    changed_by: Callable[[Line], None]
    emblems: tuple[str, str] = ("emblem-us", "emblem-china")
    view: str = MAP
    switch: Callable[[str], None] = lambda view: None
    browse: Callable[[int], None] = lambda side: None  # opens the cards of a side
    has_tabs: bool = True  # whether the middle offers its other view
    pointed: str = ""  # the name of what the player points at
    class_high: float = 0  # units of the log's place that the clock of a class takes
    aside: Callable[[pygame.Rect], pygame.Rect] | None = None  # what an open adviser takes of a question's pane
    covered: pygame.Rect | None = None  # the same, once there is such a pane
    counted: tuple[tuple[int, ...], tuple[int, ...]] | None = None  # outputs of the market phase that is told
    is_quiet: bool = True  # whether everything has been shown: only then it is somebody's turn

    @cached_property
    def chains(self) -> tuple[Chains, Chains]:
        """Both sides of the supply graph."""
        return chains(self.book, self.seen, 0), chains(self.book, self.seen, 1)

    @cached_property
    def due(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Both sides' outputs as the market phase would count them now, with the tokens that it would spend; as it
        did count them while it is told.
        """
        return self.counted or outputs_due(self.book, self.seen)

    def lead(self, sector: int) -> int:
        """Points of the track that a lit sector would bring if the market phase came now (+ US); inputs bring none."""
        ours, theirs = (outputs[sector] for outputs in self.due)
        return lead_points(ours, theirs)

    @cached_property
    def world(self) -> WorldMap:
        """The map that fills its panel."""
        area = self.map_rect
        frame = CLOSE if self.has_small_map else TABLE
        return WorldMap(self.pen, area.w, area.h, frame, self.pen.px(44))

    # --- places, in pixels -----------------------------------------------------------------------

    def rect(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        """Design units from the top left corner."""
        px = self.pen.px
        return pygame.Rect(px(x), px(y), px(w), px(h))

    @property
    def wide(self) -> float:
        """Width of the window in design units: 1920 and more."""
        return self.pen.width / self.pen.scale

    @property
    def high(self) -> float:
        return self.pen.height / self.pen.scale

    @property
    def bottom(self) -> float:
        """Where the hand's strip begins."""
        return self.high - 320

    @property
    def sectors_rect(self) -> pygame.Rect:
        return self.rect(16, HEADER + 10, 404, self.bottom - HEADER - 20)

    @property
    def map_rect(self) -> pygame.Rect:
        high = self.bottom - HEADER - 30 - self._measures_high
        return self.rect(432, HEADER + 10, self.wide - 432 - 424, high)

    @property
    def has_small_map(self) -> bool:
        """Whether the plates of the map are small."""
        return self.map_rect.w < self.pen.px(SMALL_MAP)

    @property
    def measures_rect(self) -> pygame.Rect:
        high = self._measures_high
        return self.rect(432, self.bottom - 10 - high, self.wide - 432 - 424, high)

    @property
    def _measures_high(self) -> float:
        """Without a heading where the middle is narrow, for the map needs the room."""
        return 112 if self.is_narrow else 176

    @property
    def headline_rect(self) -> pygame.Rect:
        return self.rect(self.right_x, HEADER + 188, 396, self.pen.roomy(64))

    @property
    def class_rect(self) -> pygame.Rect:
        """Where a match of a class has its clock."""
        top = HEADER + 198 + self.pen.roomy(64)
        return self.rect(self.right_x, top, 396, self.class_high - 10)

    @property
    def log_rect(self) -> pygame.Rect:
        top = HEADER + 198 + self.pen.roomy(64) + self.class_high
        return self.rect(self.right_x, top, 396, self.bottom - top - 10)

    @property
    def graph_rect(self) -> pygame.Rect:
        left = 16 if self.is_narrow else 432
        return self.rect(left, HEADER + 10, self.wide - left - 424, self.bottom - HEADER - 20)

    @property
    def middle_rect(self) -> pygame.Rect:
        """Everything between the side panels, from the header to the lower edge."""
        return self.rect(432, HEADER + 10, self.wide - 432 - 424, self.high - HEADER - 22)

    @property
    def is_narrow(self) -> bool:
        """Whether the graph needs the place of the sectors, all of which it shows."""
        return self.pen.is_narrow

    @property
    def right_x(self) -> float:
        return self.wide - 412


def why_lines(explanation: Explanation) -> list[str]:
    """An explanation as the lines of a tooltip."""
    lines = [f"{explanation.title} | {explanation.value}"]
    for term in explanation.terms:
        words = term.words[:1].upper() + term.words[1:]
        lines.append(f"{words} | {signed(term.value) if term.value else '0'}")
    return [*lines, explanation.words]
