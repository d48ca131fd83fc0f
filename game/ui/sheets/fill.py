"""What an answer would do, written into the pane of a sheet."""

from collections.abc import Sequence
from dataclasses import replace

from game.engine.rulebook import Rulebook
from game.match.changes import Change, Forecast

from .. import theme
from ..column import Column
from ..table.forecast import PALE, Targets, apart, line, on, row, sections

NOTHING = "The next choice decides what happens."
# With at least so many changes of each kind targets get sections of their own, with so many a row for each change
ROOMY, ROWS = 10, 9


def fill(book: Rulebook, forecasts: Targets, column: Column, most: int) -> None:
    """Three sections; for several targets what all of them change, then each with what it alone does."""
    if len(forecasts) == 1:
        sections(column, book, forecasts[0][1], most)
        if forecasts[0][1].is_empty and not forecasts[0][1].hidden:
            column.words(NOTHING, 14.5, theme.TEXT_3)
        return
    alike, apart_from_it, idle = apart(forecasts)
    if alike:
        _alike(book, alike, column, most)
    for target, own in apart_from_it:
        if most >= ROOMY:
            column.words(f"On {target}", 17, theme.TEXT, "head")
            column.gap(4)
            sections(column, book, replace(own, hidden=()), most)
        elif most >= ROWS:
            _rows(book, column, target, own)
        else:
            _brief(column, target, own, most)
    if idle:
        column.words(idle, 14.5, theme.TEXT_2)
        column.gap(12)
    for words in dict.fromkeys(said for _, forecast in forecasts for said in forecast.hidden):
        column.item("contingency", words, theme.TEXT_2)
    if ROWS <= most < ROOMY and any(forecast.market for _, forecast in forecasts):
        column.item("market", "In the market phase, if nothing else happens.", theme.TEXT_3, 13)


def _alike(book: Rulebook, changes: Sequence[Change], column: Column, most: int) -> None:
    """What happens whatever the target."""
    if most < ROWS:
        column.item("check", f"**Any target:** {line(changes, most)}", theme.TEXT_2, 15, theme.TEXT_3)
    else:
        column.capitals("check", "Whatever the target", theme.TEXT)
        column.gap(4)
        for change in changes:
            row(column, book, change)
    column.gap(14)


def _rows(book: Rulebook, column: Column, target: str, forecast: Forecast) -> None:
    """One target's changes without headings: those of the market phase bear its sign."""
    column.words(f"On {target}", 17, theme.TEXT, "head")
    column.gap(4)
    for change in forecast.certain:
        row(column, book, change)
    for change in forecast.market:
        row(column, book, change, "market")
    if forecast.ending:
        column.item("warning", forecast.ending, theme.GAIN if forecast.is_won else theme.LOSS)
    column.gap(12)


def _brief(column: Column, target: str, forecast: Forecast, most: int) -> None:
    """One target's forecast where there is no room for sections."""
    column.item("check", on(target, line(forecast.certain, most)), theme.TEXT_2, 15, theme.TEXT_3)
    if forecast.market:
        column.item("market", line(forecast.market, most), PALE, 14.5)
    if forecast.ending:
        column.item("warning", forecast.ending, theme.GAIN if forecast.is_won else theme.LOSS)
    column.gap(14)
