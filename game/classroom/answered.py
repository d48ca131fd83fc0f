"""Answers to the questionnaire on their way into a class file.

Those from before a match wait until this computer hands in its next class file; those from after it go into the class
file that was handed in last.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from game.match import store
from game.match.match import Match
from game.match.said import Answer
from game.places import class_dir

from .classfile import ClassFile, class_path, classfile, is_classfile, read_classfile, text, with_answers

_ANSWERS = TypeAdapter(list[Answer])


def waiting_file() -> Path:
    """No .json: the desk does not take it for a class file."""
    return class_dir() / "waiting.answers"


def waiting() -> list[Answer]:
    """Answers that no class file holds yet. A file that was damaged holds none."""
    try:
        return _ANSWERS.validate_json(waiting_file().read_bytes())
    except (OSError, ValidationError):
        return []


def merged(old: Iterable[Answer], new: Iterable[Answer]) -> list[Answer]:
    """Whoever answers the same question again has changed his mind."""
    found = {(answer.who, answer.when, answer.item): answer for answer in (*old, *new)}
    return list(found.values())


def keep(answers: list[Answer]) -> str:
    """Put one person's answers where they belong; returns the place in words. Raises OSError."""
    last = _last() if answers and answers[0].when == "after" else None
    if last is None:
        store.write_text(waiting_file(), _ANSWERS.dump_json(merged(waiting(), answers)).decode())
        return "kept for the next class file of this computer"
    path, file = last
    store.write_text(path, text(with_answers(file, merged(file.answers, answers))))
    return f"in the class file {path.name}"


def hand_in(match: Match) -> Path:
    """Write a match's class file with the answers that wait for it. Raises OSError.

    A match that is opened again was handed in before: it keeps the answers in its file, and those that wait meanwhile
    are for the next match.
    """
    path = class_path(match)
    before = _whole(path)
    match.answers = merged(match.answers, waiting() if before is None else before.answers)
    written = text(classfile(match))
    if before is None or path.read_text("utf-8") != written:  # its time says which match was handed in last
        store.write_text(path, written)
    if before is None:
        waiting_file().unlink(missing_ok=True)
    return path


def _last() -> tuple[Path, ClassFile] | None:
    """The class file that this computer has written last, if it is whole."""
    paths = sorted(class_dir().glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    found = ((path, _whole(path)) for path in paths)
    return next(((path, file) for path, file in found if file is not None), None)


def _whole(path: Path) -> ClassFile | None:
    """The class file that lies there, if one does and nobody has altered it."""
    try:
        data = json.loads(path.read_text("utf-8"))
        file = read_classfile(data, path.name) if is_classfile(data) else None
    except (OSError, ValueError):
        return None
    return file if file is not None and file.is_whole else None
