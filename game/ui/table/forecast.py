"""What a move would change, on the screen: as one line under a choice, or as three sections to be read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pygame

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.match.changes import LEAD, OUTPUT, Change, Forecast

from .. import theme
from ..column import Column
from ..icons import bloc_icon, sector_icon
from ..pen import Pen

TONES = {1: "gain", -1: "loss", 0: ""}
COLOURS = {1: theme.GAIN, -1: theme.LOSS, 0: theme.TEXT}
PALE = theme.mix(theme.TEXT_3, theme.TEXT_2, 0.6)  # words that follow from others
MOST = 9  # changes of the market phase that are told


def icon_of(book: Rulebook, change: Change) -> str:
    """The icon of what changes."""
    if change.window in ("align", "source"):
        return bloc_icon(book.blocs[change.index].id)
    if change.window == "shared":
        return {T.TENSION: "tension", T.DECOUPLING: "decoupling", T.TRACK: "track"}[change.index]
    if change.window in ("capability", "progress", OUTPUT):
        return sector_icon(book.sectors[change.index].id)
    return {"stock": "stockpile", "slot_card": "contingency", LEAD: "spotlight"}.get(
        change.window, change.window
    )


def told(change: Change) -> str:
    """A change as marked words: "Artificial intelligence progress 0 → 3 of 5"."""
    tone = TONES[change.good]
    new = f"{{{tone}:{change.new}}}" if tone else f"**{change.new}**"
    parts = (change.name, change.old and f"{change.old} →", new, change.rest)
    words = " ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def line(changes: Iterable[Change], most: int = MOST) -> str:
    """Changes in one line."""
    found = list(changes)
    shown = [told(change) for change in found[:most]]
    return " · ".join([*shown, "…"] if len(found) > most else shown)


Targets = Sequence[tuple[str, Forecast]]  # what a use does on each target of its "?", or on the only one


def apart(forecasts: Targets) -> tuple[list[Change], Targets, str]:
    """What several targets change alike, what each one does besides, and a sentence on those that do nothing else."""
    first = forecasts[0][1].certain if len(forecasts) > 1 else ()
    alike = [change for change in first if all(change in told.certain for _, told in forecasts)]
    own = [
        (target, replace(told, certain=tuple(change for change in told.certain if change not in alike)))
        for target, told in forecasts
    ]
    idle = [target for target, told in own if target and told.is_empty]
    names = " or ".join(part for part in (", ".join(idle[:-1]), *idle[-1:]) if part)
    words = f"Nothing {'else ' if alike else ''}changes on {names}." if idle else ""
    return alike, [(target, told) for target, told in own if target not in idle], words


def on(target: str, words: str) -> str:
    """What is changed on a target, after its name, unless that begins the words anyway."""
    if words.startswith(target):
        return f"**{target}**{words[len(target) :]}"
    return f"**{target}:** {words or 'nothing else for certain'}"


def sections(column: Column, book: Rulebook, forecast: Forecast, most: int = MOST) -> None:
    """Certain, in the market phase, hidden: each under its own heading, with at most so many changes."""
    if forecast.ending:
        column.item("warning", forecast.ending, theme.GAIN if forecast.is_won else theme.LOSS)
        column.gap(10)
    parts = [
        ("check", "Certain", "", forecast.certain),
        ("market", "Market phase", "if nothing else happens", forecast.market),
    ]
    for icon, title, right, changes in parts:
        if changes:
            column.capitals(icon, title, theme.TEXT, right)
            column.gap(4)
            for change in changes[:most]:
                row(column, book, change)
            if len(changes) > most:
                column.item("", f"and {len(changes) - most} more", theme.TEXT_3)
            column.gap(12)
    if forecast.hidden:
        column.capitals("contingency", "Hidden cards", theme.TEXT)
        column.gap(4)
        for words in forecast.hidden:
            column.item("", words, theme.TEXT_2)
        column.gap(12)


def row(column: Column, book: Rulebook, change: Change, icon: str = "") -> None:
    """Icon and name, at the right the old value, an arrow and the new one in its colour."""
    pen, icon = column.pen, icon or icon_of(book, change)
    name = change.name[:1].upper() + change.name[1:]
    room = column.width - _value_width(pen, change) - pen.tx(26 + 10)
    lines = pen.wrap(name, "body", 15, room)
    step = pen.line(15)
    height = max(step * len(lines), pen.tx(25))

    def paint(target: pygame.Surface, x: int, y: int) -> None:
        first = y + (height - step * len(lines)) / 2 + step / 2
        pen.blit_icon(target, icon, x + pen.tx(9), first, pen.tx(18), theme.TEXT_3)
        for n, words in enumerate(lines):
            pen.text(target, words, x + pen.tx(26), first + n * step, "body", 15, theme.TEXT_2, "lm")
        _paint_value(pen, target, x + column.width, y + height / 2, change)

    column.add(height, paint, change, icon)


def _value_width(pen: Pen, change: Change) -> int:
    wide = pen.text_width(change.new, "number", 18)
    if change.old:
        wide += pen.text_width(f"{change.old} →", "medium", 15) + pen.tx(5)
    return wide + (pen.text_width(change.rest, "medium", 13) + pen.tx(5) if change.rest else 0)


def _paint_value(pen: Pen, target: pygame.Surface, right: int, y: float, change: Change) -> None:
    if change.rest:
        right -= pen.text(target, change.rest, right, y, "medium", 13, theme.TEXT_3, "rm") + pen.tx(5)
    right -= pen.text(target, change.new, right, y, "number", 18, COLOURS[change.good], "rm") + pen.tx(5)
    if change.old:
        pen.text(target, f"{change.old} →", right, y, "medium", 15, theme.TEXT_2, "rm")
