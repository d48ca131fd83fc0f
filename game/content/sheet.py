"""The cards of a pack as a table for a spreadsheet, and back without loss.

One row a card. A list has spaces between its entries, effects have ";" between them: `align bloc=eu steps=1; tension
points=1`. A leading apostrophe keeps a spreadsheet from taking a text for a date or a formula; it is taken off again.
"""

import csv
import io
import re
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from .files import MOST_BYTES_FILE
from .load import field_names
from .pack import Card
from .problem import Problem, from_pydantic, one_of, shown

COLUMNS = {
    "id": "name inside the pack: small letters, digits, hyphens",
    "file": "the file of the pack that holds the card, like cards/us/control.json",
    "title": "shown on the card, at most 34 characters",
    "kind": "control, list, tariff, industry, alliance, reserve, diplomacy, showcase or talent",
    "points": "1 to 6",
    "budget": "cost in Budget, empty for none",
    "capital": "cost in Political Capital, empty for none",
    "effects": "align bloc=eu steps=1; tension points=1",
    "targets": "ids to choose the target from, with spaces between",
    "icons": "sectors, blocs, rally or crate:chips, with spaces between",
    "trigger": "what sets it off as a contingency: control, listing, tariff, alliance or restriction",
    "copy_of": "the id of the card it copies, else empty",
    "precedent": "the real event, in your own words",
    "when": "when that was, in words",
    "date": "2022-10-07, 2022-10 or 2022",
    "sources": "ids of sources, with spaces between",
    "contested": "what is disputed",
    "contested_sources": "ids of sources, with spaces between",
    "art": "the name of a picture",
}
_LISTS = ("targets", "icons", "sources", "contested_sources")
_TEXTS = ("title", "precedent", "when", "contested")
_NUMBERS = ("points", "budget", "capital")
_WHOLE = re.compile(r"-?\d{1,9}")
_TAKEN_FOR_DATES = re.compile(r"[=+\-@'\d\t]|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_FILE = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+){0,5}\.json")
NEW_FILE = "cards/sheet.json"


@dataclass(frozen=True)
class Row:
    """A card with its place."""

    card: Card
    file: str  # inside the pack
    number: int  # in the table, the heading being the first


# --- out -----------------------------------------------------------------------------------------


def cards_to_csv(cards: list[tuple[str, Card]]) -> str:
    """The table of cards, each with the file that holds it. Write it as UTF-8 with a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for file, card in cards:
        cells = _cells(file, card)
        writer.writerow([_guarded(name, cells.get(name, "")) for name in COLUMNS])
    return out.getvalue()


def _cells(file: str, card: Card) -> dict[str, str]:
    data = card.model_dump(mode="json", exclude_defaults=True)
    cost, effects = data.pop("cost", {}), data.pop("effects", [])
    cells = {name: " ".join(value) if isinstance(value, list) else str(value) for name, value in data.items()}
    cells |= {name: str(value) for name, value in cost.items()}
    return cells | {"file": file, "effects": "; ".join(map(_effect, effects))}


def _effect(data: dict[str, Any]) -> str:
    return " ".join([data["op"], *(f"{name}={value}" for name, value in data.items() if name != "op")])


def _guarded(name: str, cell: str) -> str:
    """With an apostrophe before what a spreadsheet would change or run."""
    return f"'{cell}" if name not in _NUMBERS and cell and _TAKEN_FOR_DATES.match(cell) else cell


# --- in ------------------------------------------------------------------------------------------


def cards_from_csv(content: bytes, name: str) -> tuple[list[Row], list[Problem]]:
    """The cards of a table, and all that is wrong with it. `name` is what the file is called."""
    rows, problem = _table(content)
    if problem:
        return [], [Problem("error", name, "", *problem)]
    heading = [cell.strip().lower() for cell in rows[0]]
    problems = [Problem("error", name, "row 1", *wrong) for wrong in _heading(heading)]
    if problems:
        return [], problems
    found: list[Row] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(heading) :]):
            message = f"has {len(cells)} cells, and the heading has {len(heading)}"
            advice = "put a text with commas into quotation marks"
            problems.append(Problem("error", name, f"row {number}", message, advice))
            continue
        named = {column: _bare(column, cell) for column, cell in zip(heading, cells, strict=False)}
        row = _row(named, name, number, problems)
        if row is None:
            continue
        if row.card.id in seen:
            place = f"row {number}, column id"
            message = f'card "{row.card.id}" stands in row {seen[row.card.id]}, too'
            problems.append(Problem("error", name, place, message, "give one of them another id"))
            continue
        seen[row.card.id] = number
        found.append(row)
    return found, problems


def _table(content: bytes) -> tuple[list[list[str]], tuple[str, str] | None]:
    """The cells, or what is wrong with the file as a whole and what to do."""
    advice = 'save it from the spreadsheet as "CSV UTF-8"'
    if len(content) > MOST_BYTES_FILE:
        return [], (f"is larger than {MOST_BYTES_FILE // 1_000_000} MB", "take out what is no card")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], (f"is not text in UTF-8: byte {error.start} does not fit", advice)
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        return [], (f"can't be read from line {reader.line_num} on: {error}", advice)
    return (rows, None) if rows and any(rows[0]) else ([], ("is empty", "export the cards first, then change them"))


def _heading(heading: list[str]) -> list[tuple[str, str]]:
    wrong = []
    for cell in heading:
        if cell and cell not in COLUMNS:
            wrong.append((f'there is no column "{shown(cell)}"', one_of(cell, COLUMNS)))
        elif cell and heading.count(cell) > 1:
            wrong.append((f'column "{cell}" stands there twice', "take one of them out"))
    if "id" not in heading:
        wrong.append(('column "id" is missing', "the first row names the columns"))
    return wrong[:10]


def _bare(column: str, cell: str) -> str:
    return (cell if column in _TEXTS else cell.strip()).removeprefix("'")


def _row(cells: dict[str, str], name: str, number: int, problems: list[Problem]) -> Row | None:
    """A card from its cells, or None with its problems told."""
    before = len(problems)

    def wrong(column: str, message: str, advice: str) -> None:
        problems.append(Problem("error", name, f"row {number}, column {column}", message, advice))

    data: dict[str, Any] = {}
    for column, cell in cells.items():
        if not cell or column in ("", "file"):
            continue
        if column in _NUMBERS and not _WHOLE.fullmatch(cell):
            wrong(column, f'"{shown(cell)}" is no whole number', COLUMNS[column])
        elif column in ("budget", "capital"):
            data.setdefault("cost", {})[column] = int(cell)
        elif column == "points":
            data[column] = int(cell)
        elif column == "effects":
            data[column] = [_read_effect(part) for part in cell.split(";") if part.strip()]
        else:
            data[column] = cell.split() if column in _LISTS else cell
    file = cells.get("file", "")
    if file and not _FILE.fullmatch(file):
        wrong("file", f'"{shown(file)}" is no file of a pack', COLUMNS["file"])
    try:
        card = Card.model_validate(data)
    except ValidationError as error:
        for problem in from_pydantic(name, error, "", data, field_names()):
            column = column_of(problem.path)
            wrong(column, problem.message, problem.suggestion or COLUMNS[column])
        return None
    return Row(card, file or NEW_FILE, number) if len(problems) == before else None


def _read_effect(text: str) -> dict[str, Any]:
    """`align bloc=eu steps=1` as the pack's files have it."""
    op, *pairs = text.split()
    data: dict[str, Any] = {"op": op}
    for pair in pairs:
        key, _, value = pair.partition("=")
        data[key] = int(value) if _WHOLE.fullmatch(value) else value
    return data


def column_of(path: str) -> str:
    """The column of a place in a card's data: effects.0.sector stands in effects."""
    first, _, rest = path.partition(".")
    column = rest if first == "cost" else first
    return column if column in COLUMNS else "id"
