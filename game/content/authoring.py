"""What authors make without writing JSON: cards from a spreadsheet, packs of a scenario's editor.

Everything is checked before anything is written, and each file is replaced as a whole.
"""

import io
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from .archive import is_zip
from .check import problems_of
from .fields import Model
from .found import Found, Place
from .load import base_pack, contents, gather
from .pack import Card, PackInfo, Scenario
from .problem import ContentError, Problem, errors_of
from .sheet import Row, cards_from_csv, cards_to_csv, column_of

WIDE = 110  # characters in a line of JSON
Files = dict[str, dict[str, Any]]  # what files hold, by their names


def pretty(data: Any, indent: str = "") -> str:
    """JSON as a person writes it: what fits into a line stays in one."""
    flat = json.dumps(data, ensure_ascii=False)
    if not isinstance(data, dict | list) or not data or len(indent) + len(flat) <= WIDE and not _is_file(data):
        return flat
    inner = indent + "  "
    if isinstance(data, dict):
        parts = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {pretty(data[key], inner)}" for key in data]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + pretty(item, inner) for item in data) + f"\n{indent}]"


def _is_file(data: dict[str, Any] | list[Any]) -> bool:
    """What a file holds, or one part in a list of it, never stands in one line."""
    return isinstance(data, dict) and ("$schema" in data or "id" in data)


def part_data(part: Model) -> dict[str, Any]:
    """A part as its file has it; what is at its default is left out."""
    data: dict[str, Any] = part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return data


def write_file(file: Path, content: bytes) -> None:
    """All of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{os.getpid()}.part")  # readable for all, as other files are: packs are handed on
    try:
        with part.open("wb") as stream:
            stream.write(content)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise


# --- cards ---------------------------------------------------------------------------------------


def _card_files(place: Path) -> tuple[Files, list[Problem]]:
    """What each file with cards holds, by its name inside the pack."""
    files, problems = contents(place)
    found = {}
    for name, read in files:
        data, wrong = read()
        problems += wrong
        if isinstance(data, dict) and isinstance(data.get("cards"), list):
            found[name.removeprefix(str(place)).replace("\\", "/").lstrip("/")] = data
    return found, problems


def export_cards(place: Path) -> str:
    """The cards of a pack's own files as a table. Raises ContentError."""
    files, problems = _card_files(place)
    problems += gather(place).problems
    if errors := errors_of(problems):
        raise ContentError(errors)
    held = [(file, Card.model_validate(item)) for file, data in files.items() for item in data["cards"]]
    return cards_to_csv(held)


@dataclass
class Import:
    """What came of a table."""

    added: list[str]
    changed: list[str]
    unchanged: int
    missing: list[str]  # cards of the pack that are not in the table
    remarks: list[Problem]  # warnings and hints of the pack as it is now


def import_cards(folder: Path, content: bytes, name: str, removes: bool = False) -> Import:
    """Put the cards of a table into a pack's folder. Cards that are not in the table stay, unless it `removes` them.

    Raises ContentError, and then nothing was changed.
    """
    if is_zip(folder):
        advice = "unpack it, and name the folder"
        raise ContentError([Problem("error", str(folder), "", "is a zip, which can't be changed in place", advice)])
    rows, problems = cards_from_csv(content, name)
    files, wrong = _card_files(folder)
    found = gather(folder)
    if errors := errors_of([*problems, *wrong, *found.problems]):
        raise ContentError(errors)
    for row in rows:
        found.add("cards", row.card.id, row.card, Place(name, f"row {row.number}"))
    at = {item["id"]: (file, n) for file, data in files.items() for n, item in enumerate(data["cards"])}
    result, touched = _put_in(rows, files, at)
    for card in result.missing if removes else ():
        file, _ = at[card]
        touched.add(file)
        _take_out(files[file], found, card)
    result.remarks = [_in_columns(problem, name) for problem in problems_of(found)]
    if errors := errors_of(result.remarks):
        raise ContentError(errors)
    for file in sorted(touched):
        write_file(folder / file, (pretty(files[file]) + "\n").encode())
    return result


def _put_in(rows: list[Row], files: Files, at: dict[str, tuple[str, int]]) -> tuple[Import, set[str]]:
    """The cards of the table among those of the files, where they lie `at`; and the files that are changed by it."""
    result, touched = Import([], [], 0, [], []), set()
    for row in rows:
        file, n = at.get(row.card.id, ("", 0))
        if not file:
            files.setdefault(row.file, {"cards": []})["cards"].append(part_data(row.card))
            result.added.append(row.card.id)
            touched.add(row.file)
        elif Card.model_validate(files[file]["cards"][n]) != row.card:
            files[file]["cards"][n] = part_data(row.card)
            result.changed.append(row.card.id)
            touched.add(file)
        else:
            result.unchanged += 1
    kept = {row.card.id for row in rows}
    result.missing = [card for card in at if card not in kept]
    return result, touched


def _take_out(file: dict[str, Any], found: Found, card: str) -> None:
    """Without a card; one that stood in place of a card of the base pack gives way to it."""
    file["cards"] = [item for item in file["cards"] if item["id"] != card]
    base = gather(base_pack()).parts["cards"] if found.info and found.info.builds_on else {}
    if card in base:
        found.parts["cards"][card] = base[card]
        return
    found.parts["cards"].pop(card)
    found.order["cards"].remove(card)


def _in_columns(problem: Problem, name: str) -> Problem:
    """A problem of a row, with the column in the place of the path."""
    if problem.file != name:
        return problem
    row, _, path = problem.path.partition(".")
    place = f"{row}, column {column_of(path)}"
    return Problem(problem.severity, name, place, problem.message, problem.suggestion)


# --- packs ---------------------------------------------------------------------------------------


def scenario_files(info: PackInfo, scenario: Scenario) -> dict[str, str]:
    """The files of a pack that holds one scenario, by their names."""
    return {
        "pack.json": pretty({"pack": part_data(info)}) + "\n",
        f"scenarios/{scenario.id}.json": pretty({"scenario": part_data(scenario)}) + "\n",
    }


def write_folder(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        write_file(folder / name, text.encode())


def write_zip(file: Path, files: dict[str, str]) -> None:
    """The same files in one zip, to hand on."""
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{file.stem}/{name}", text.encode())
    write_file(file, whole.getvalue())
