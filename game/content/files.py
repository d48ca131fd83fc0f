"""The files of a pack folder, read with care: bounded in number, size and depth; no links, no devices.

Also reads single JSON files for others (saves, positions) with the same care.
"""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .problem import Problem, shown

MOST_BYTES_FILE = 2_000_000
MOST_BYTES_PACK = 20_000_000
MOST_FILES = 500
MOST_ENTRIES = 5_000  # files of all kinds and folders that are looked at
MOST_FOLDERS_DEEP = 6
DEEPEST = 24  # nesting of JSON


class TooMuch(Exception):
    """The folder or zip is no pack."""


def pack_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The .json files of a pack folder by name, without hidden ones; and what is wrong with the folder."""
    if not folder.is_dir():
        advice = "a pack is a folder of .json files, or a zip of one"
        message = "is not a folder" if folder.exists() else "does not exist"
        return [], [Problem("error", str(folder), "", message, advice)]
    files: list[Path] = []
    problems: list[Problem] = []
    total = 0
    try:
        for entry in _walk(folder, [0], problems):
            total += entry.stat(follow_symlinks=False).st_size
            files.append(Path(entry.path))
            if len(files) > MOST_FILES:
                raise TooMuch(f"holds more than {MOST_FILES} .json files")
            if total > MOST_BYTES_PACK:
                raise TooMuch(f"is larger than {MOST_BYTES_PACK // 1_000_000} MB")
    except TooMuch as reason:
        return [], [Problem("error", str(folder), "", str(reason), "is this the folder of one pack?")]
    return sorted(files), problems


def _walk(
    folder: Path, seen: list[int], problems: list[Problem], depth: int = 0
) -> Iterator[os.DirEntry[str]]:
    """Plain .json files below a folder. `seen` counts entries of all kinds."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(Problem("error", str(folder), "", f"can't be opened: {error.strerror}"))
        return
    for entry in listed:
        seen[0] += 1
        if seen[0] > MOST_ENTRIES:
            raise TooMuch(f"holds more than {MOST_ENTRIES} files and folders")
        if entry.name.startswith("."):
            continue
        is_json = entry.name.lower().endswith(".json")
        if not entry.name.isprintable():
            name = f"{folder}{os.sep}{shown(entry.name)}"
            problems.append(Problem("error", name, "", "has a name with control characters", "rename it"))
            continue
        if is_json and not entry.is_file(follow_symlinks=False) and not entry.is_dir(follow_symlinks=False):
            message = "is a link or a device; a pack must hold its own files"
            problems.append(Problem("error", entry.path, "", message, "put a copy in its place"))
        elif entry.is_file(follow_symlinks=False) and is_json:
            yield entry
        elif entry.is_dir(follow_symlinks=False):
            if depth == MOST_FOLDERS_DEEP:
                raise TooMuch(f"has folders more than {MOST_FOLDERS_DEEP} deep")
            yield from _walk(Path(entry.path), seen, problems, depth + 1)


# --- one file ------------------------------------------------------------------------------------


def read_json(file: Path, name: str = "") -> tuple[Any, list[Problem]]:
    """The JSON of a file, or what is wrong with it: (data, []) or (None, problems)."""
    name = name or str(file)
    content, problem = _read_bytes(file)
    return (None, [Problem("error", name, "", problem)]) if problem else parsed(content, name)


def parsed(content: bytes, name: str) -> tuple[Any, list[Problem]]:
    """The JSON in what a file holds: (data, []) or (None, problems)."""
    if len(content) > MOST_BYTES_FILE:
        return None, [Problem("error", name, "", f"is larger than {MOST_BYTES_FILE // 1_000_000} MB")]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"is not text in UTF-8: byte {error.start} does not fit"
        return None, [Problem("error", name, "", message, "save it as UTF-8")]
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        return None, [Problem("error", name, place, _spoken(error, text))]
    except RecursionError:
        return None, [Problem("error", name, "", f"is nested more than {DEEPEST} deep")]
    except ValueError as error:  # from the hooks, or a number of thousands of digits
        message = str(error) if isinstance(error, _Refused) else "holds a number that is far too long"
        return None, [Problem("error", name, "", message)]
    if _is_too_deep(data):
        return None, [Problem("error", name, "", f"is nested more than {DEEPEST} deep")]
    return data, []


def _read_bytes(file: Path) -> tuple[bytes, str]:
    """(bytes, "") or (b"", what is wrong). Never waits: pipes and devices are refused unopened."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return b"", "is not a file"
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES_FILE + 1)
    except FileNotFoundError:
        return b"", "does not exist"
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        return b"", f"can't be read: {getattr(error, 'strerror', None) or error}"
    return content, ""


class _Refused(ValueError):
    """JSON that Python would take, but no author can have meant."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        seen: set[str] = set()
        key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _Refused(f'has an object in which "{shown(key)}" stands twice')
    return data


def _no_constant(word: str) -> Any:
    raise _Refused(f"holds {word}, which is no number in JSON")


def _spoken(error: json.JSONDecodeError, text: str) -> str:
    """Why the parser stopped there."""
    if not text.strip():
        return "is empty"
    if not text[error.pos :].strip() or error.msg.startswith("Unterminated string"):
        return "the file stops before its end"
    reason = error.msg[:1].lower() + error.msg[1:]
    if error.msg.startswith("Invalid control character"):
        reason = "a text is not closed in its line"
    before = text[: error.pos].rstrip()
    if before.endswith(",") and text[error.pos] in "]}":
        reason = "there is a comma too many before this"
    if error.msg.startswith("Illegal trailing comma"):  # Python 3.13 points at the comma itself
        reason = "this is a comma too many"
    return f"is not JSON from here on: {reason}"


def _is_too_deep(data: Any) -> bool:
    level = [data]
    for _ in range(DEEPEST + 1):
        level = [
            part
            for item in level
            if isinstance(item, dict | list)
            for part in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return False
    return True
