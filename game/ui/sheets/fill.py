"""What an answer would do, written into the pane of a sheet."""

from collections.abc import Sequence
from dataclasses import replace

from game.engine.rulebook import Rulebook
from game.match.changes import Forecast

from .. import theme
from ..column import Column
from ..table.forecast import line, sections

NOTHING = "The next choice decides what happens."
ROOMY = 10  # with at least so many changes of each kind, targets get sections of their own


def fill(book: Rulebook, forecasts: Sequence[tuple[str, Forecast]], column: Column, most: int) -> None:
    """Three sections, or some words for each target."""
    if len(forecasts) == 1:
        sections(column, book, forecasts[0][1], most)
        if forecasts[0][1].is_empty and not forecasts[0][1].hidden:
            column.words(NOTHING, 14.5, theme.TEXT_3)
        return
    for target, forecast in forecasts:
        if most >= ROOMY:
            column.words(f"On {target}", 17, theme.TEXT, "head")
            column.gap(4)
            sections(column, book, replace(forecast, hidden=()), most)
        else:
            _brief(column, target, forecast, most)
    for words in dict.fromkeys(said for _, forecast in forecasts for said in forecast.hidden):
        column.item("contingency", words, theme.TEXT_2)


def _brief(column: Column, target: str, forecast: Forecast, most: int) -> None:
    """One target's forecast where there is no room for sections."""
    words = f"**{target}:** {line(forecast.certain, most)}"
    column.item("check", words, theme.TEXT_2, 15, theme.TEXT_3)
    if forecast.market:
        column.item("market", line(forecast.market, most), theme.TEXT_3, 14.5)
    if forecast.ending:
        column.item("warning", forecast.ending, theme.GAIN if forecast.is_won else theme.LOSS)
    column.gap(14)
