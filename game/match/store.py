"""The folder of saved matches: atomic writes, autosave, a list that survives damaged files."""

import json
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.content.load import read_json
from game.places import saves_dir

from .match import Match
from .record import Record, RecordError, match_of, read_record, record_of

AUTOSAVE = "autosave"


@dataclass(frozen=True, slots=True)
class Saved:
    """One file in the list: its record, or why it can't be opened."""

    path: Path
    record: Record | None
    problem: str = ""


def write_text(path: Path, text: str) -> None:
    """Replace a file in one step: whatever happens, it is the old one or the new one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".writing-{os.getpid()}.tmp")  # readable for all, as other files are: it is handed on
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def save(match: Match, path: Path) -> None:
    """Write a match. Raises OSError, and then the old file is untouched."""
    record = record_of(match, datetime.now().isoformat(" ", "minutes"))
    write_text(path, record.model_dump_json(indent=1) + "\n")


def autosave_path(match: Match) -> Path:
    """One autosave for each match, named by scenario and seed."""
    slug = re.sub(r"[^a-z0-9]+", "-", f"{match.scenario.id}-{match.seed}".lower()).strip("-")
    return saves_dir() / f"{AUTOSAVE}-{slug}.json"


def named_path(name: str) -> Path:
    """Where a match saved under a name goes; never on top of another file."""
    slug = re.sub(r"[^\w]+", "-", name.lower()).strip("-") or "match"
    path = saves_dir() / f"{slug}.json"
    number = 2
    while path.exists():
        path = saves_dir() / f"{slug}-{number}.json"
        number += 1
    return path


def read(path: Path) -> Record:
    """The record in a file. Raises RecordError."""
    data, problems = read_json(path, path.name)
    if problems:
        raise RecordError("\n".join(str(problem) for problem in problems))
    return read_record(data, path.name)


def load(path: Path, to: int | None = None) -> Match:
    """The match in a file, folded to action `to` or its end. Raises RecordError."""
    return match_of(read(path), path.name, to)


def listing() -> list[Saved]:
    """All saved matches, the newest first; damaged ones with what is wrong."""
    found = []
    for path in saves_dir().glob("*.json"):
        try:
            found.append(Saved(path, read(path)))
        except RecordError as error:
            found.append(Saved(path, None, str(error)))
    return sorted(found, key=lambda saved: saved.path.stat().st_mtime, reverse=True)


def dump(match: Match) -> str:
    """The file's text, for a report or the clipboard."""
    return json.dumps(record_of(match).model_dump(mode="json"), ensure_ascii=False)
