"""Find packs, read their files, merge them. A pack is data only: nothing in it is ever run.

Packs come from strangers: sizes, numbers of files and depth of nesting are bounded, links are refused, and whatever is
wrong becomes a Problem with its place.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.places import assets_dir

from .pack import LISTS, SINGLES, Pack
from .problem import ContentError, Problem, from_pydantic

MOST_BYTES_FILE = 2_000_000
MOST_BYTES_PACK = 20_000_000
MOST_FILES = 500
DEEPEST = 24

Raw = dict[str, Any]


def base_pack() -> Path:
    """The folder of the pack that comes with the game."""
    return assets_dir() / "packs" / "base"


def read_pack(*folders: Path) -> tuple[Pack | None, list[Problem]]:
    """Read pack folders in order, a later one adding to or replacing parts of the earlier by id."""
    raw: Raw = {}
    problems: list[Problem] = []
    for folder in folders:
        found, wrong = _read_folder(folder)
        problems += wrong
        problems += _merge(raw, found, folder.name)
    if "pack" not in raw:
        where = str(folders[-1])
        problems.append(Problem("error", where, "", 'holds no pack: there is no file with a "pack" in it'))
    if any(p.severity == "error" for p in problems):
        return None, problems
    return Pack.model_validate(raw), problems


def pack_from_data(data: Raw) -> Pack:
    """A pack embedded in another file. Raises ContentError."""
    try:
        return Pack.model_validate(data)
    except ValidationError as error:
        raise ContentError(from_pydantic("pack", error)) from error


def pack_to_data(pack: Pack) -> Raw:
    """Everything needed to play the pack later, as JSON values; what is at its default is left out."""
    data: Raw = pack.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return data


def pack_digest(pack: Pack) -> str:
    """16 hex digits that two packs share if they are the same in every value."""
    text = json.dumps(pack_to_data(pack), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _read_folder(folder: Path) -> tuple[Raw, list[Problem]]:
    """All files of one folder, validated one by one so that every problem is found."""
    if not folder.is_dir():
        return {}, [Problem("error", str(folder), "", "is not a folder", "a pack is a folder of .json files")]
    found: Raw = {}
    problems: list[Problem] = []
    files = sorted(folder.rglob("*.json"))
    if len(files) > MOST_FILES:
        return {}, [Problem("error", str(folder), "", f"holds {len(files)} files; the most is {MOST_FILES}")]
    total = 0
    for file in files:
        name = str(file.relative_to(folder))
        if file.is_symlink() or not file.resolve().is_relative_to(folder.resolve()):
            problems.append(Problem("error", name, "", "is a link; packs must hold their own files"))
            continue
        total += file.stat().st_size
        if total > MOST_BYTES_PACK:
            problems.append(Problem("error", name, "", "the pack is larger than 20 MB"))
            break
        data, wrong = read_json(file, name)
        problems += wrong
        if not wrong:
            problems += _take_file(found, data, name)
    return found, problems


def read_json(file: Path, name: str = "") -> tuple[Any, list[Problem]]:
    """The JSON of a file, or what is wrong with it."""
    name = name or str(file)
    try:
        if file.stat().st_size > MOST_BYTES_FILE:
            return None, [Problem("error", name, "", "is larger than 2 MB")]
        data = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return None, [Problem("error", name, "", "does not exist")]
    except OSError as error:
        return None, [Problem("error", name, "", f"can't be read: {error.strerror}")]
    except UnicodeDecodeError:
        return None, [Problem("error", name, "", "is not text in UTF-8")]
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        return None, [Problem("error", name, place, f"is not complete JSON: {error.msg}")]
    except RecursionError:
        return None, [Problem("error", name, "", "is nested too deeply")]
    if _depth(data) > DEEPEST:
        return None, [Problem("error", name, "", f"is nested more than {DEEPEST} deep")]
    return data, []


def _depth(data: Any) -> int:
    deepest, level = 0, [data]
    while level:
        deepest += 1
        if deepest > DEEPEST:
            break
        level = [
            part
            for item in level
            if isinstance(item, dict | list)
            for part in (item.values() if isinstance(item, dict) else item)
        ]
    return deepest


def _take_file(found: Raw, data: Any, name: str) -> list[Problem]:
    """Validate what a file holds and add it to what was found."""
    if not isinstance(data, dict):
        return [Problem("error", name, "", "must hold an object { }")]
    keys = [key for key in data if key != "$schema"]
    if len(keys) != 1 or keys[0] not in LISTS | SINGLES:
        allowed = ", ".join([*SINGLES, *LISTS])
        return [Problem("error", name, "", "must hold exactly one of: " + allowed)]
    key = keys[0]
    if key in SINGLES:
        problems = _validate(SINGLES[key], data[key], name, key)
        if not problems:
            if key == "pack":
                found["pack"] = data[key]
            else:
                found.setdefault("scenarios", []).append(data[key])
        return problems
    if not isinstance(data[key], list):
        return [Problem("error", name, key, "must be a list")]
    problems = []
    for n, item in enumerate(data[key]):
        wrong = _validate(LISTS[key], item, name, f"{key}.{n}")
        problems += wrong
        if not wrong:
            found.setdefault(key, []).append(item)
    return problems


def _validate(model: Any, item: Any, name: str, path: str) -> list[Problem]:
    try:
        model.model_validate(item)
    except ValidationError as error:
        return from_pydantic(name, error, path)
    return []


def _merge(raw: Raw, found: Raw, name: str) -> list[Problem]:
    """Add a folder's parts; the same id in one folder is an error, in a later folder it replaces."""
    problems = []
    for key, items in found.items():
        if key == "pack":
            raw[key] = items
            continue
        have = raw.setdefault(key, [])
        before = {item["id"]: n for n, item in enumerate(have)}
        seen: set[str] = set()
        for item in items:
            if item["id"] in seen:
                problems.append(Problem("error", name, f'{key} "{item["id"]}"', "stands twice in this pack"))
            elif item["id"] in before:
                have[before[item["id"]]] = item
                problems.append(
                    Problem("hint", name, f'{key} "{item["id"]}"', "replaces that of an earlier pack")
                )
            else:
                have.append(item)
            seen.add(item["id"])
    return problems
