"""The curve of a number under its sum: the figure of the charts that tells of the same cells."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import pygame

from game.classroom.charts import Chart
from game.classroom.rounds import moments
from game.match.ledger import Entry
from game.match.match import Match
from game.match.words import Words

from ..nodes import Node
from ..pen import Pen
from . import plot
from .figures import figures
from .plot import Figure

LEAST = 240  # units of height in which a curve can be read


class Beside:
    """The figures of a match as far as a viewer has been shown it, made when one is first asked for."""

    def __init__(self, match: Match, viewer: int, told: Sequence[Entry], words: Words) -> None:
        self.match, self.viewer, self.told, self.words = match, viewer, list(told), words
        self._drawn: dict[tuple[str, int, int, Pen], Chart] = {}

    @cached_property
    def _figures(self) -> list[Figure]:
        made = figures(moments(self.match, self.viewer, self.told), self.words)
        return [figure for figure in made.values() if not figure.is_rows]

    def nodes(self, pen: Pen, cells: Iterable[int], area: pygame.Rect) -> list[Node]:
        """The curve in a place; nothing where there is no room or no curve of these cells."""
        if area.h < pen.px(LEAST):
            return []
        known = set(cells)
        figure = next((figure for figure in self._figures if _is_about(figure, known)), None)
        if figure is None:
            return []
        size = plot.chart_box(pen, area).size
        key = (figure.name, *size, pen)
        if key not in self._drawn:
            self._drawn[key] = figure.draw(pen, *size)
        return plot.nodes(pen, figure, self._drawn[key], area, None, "b-curve")


def _is_about(figure: Figure, cells: set[int]) -> bool:
    """Whether it tells of these cells, and not of many others as well."""
    return bool(figure.cells) and 2 * len(cells & set(figure.cells)) >= len(figure.cells)
