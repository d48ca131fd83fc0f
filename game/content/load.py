"""Find packs, read their files, merge them. A pack is data only: nothing in it is ever run.

A later pack may add parts to an earlier one or replace them by id. Whatever is wrong becomes a Problem with
its place; one bad part does not hide the next.
"""

import hashlib
import json
import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.places import assets_dir, packs_dir

from . import effects, pack
from .archive import is_zip, zip_files
from .effects import CardEffect, HeadlineEffect
from .fields import ID
from .files import pack_files, parsed, read_json
from .found import Found, Place, twice
from .pack import LISTS, SINGLES, Card, Headline, Pack, PackInfo
from .problem import ContentError, Problem, did_you_mean, errors_of, from_pydantic

__all__ = ["base_pack", "contents", "field_names", "find_packs", "gather", "load_pack", "pack_digest",
           "pack_from_data", "pack_to_data", "place_of", "read_json", "read_pack"]  # fmt: skip

Raw = dict[str, Any]
Read = Callable[[], tuple[Any, list[Problem]]]  # the JSON of a file, or what is wrong with it


# --- finding -------------------------------------------------------------------------------------


def base_pack() -> Path:
    """The folder of the pack that comes with the game."""
    return assets_dir() / "packs" / "base"


def find_packs() -> dict[str, Path]:
    """Name -> folder or zip of every pack at hand; a player's pack never stands in for one of the game's."""
    packs = {"base": base_pack()}
    for parent in (base_pack().parent, packs_dir()):
        for file in sorted(parent.glob("*/pack.json")):
            packs.setdefault(file.parent.name, file.parent)
        for file in sorted(parent.glob("*.zip")):
            packs.setdefault(file.stem, file)
    return packs


def place_of(name: str) -> Path:
    """Where a pack lies that is called by its folder, its zip, or its name. Raises ContentError."""
    packs = find_packs()
    if name in packs and packs[name].parent == base_pack().parent:  # the game's own, whatever lies where it was started
        return packs[name]
    if name and Path(name).exists():
        return Path(name)
    if name in packs:
        return packs[name]
    advice = (did_you_mean(name, packs) or "there are: " + ", ".join(packs)) + "; or name its folder"
    raise ContentError([Problem("error", str(packs_dir()), "", f'there is no pack "{name}"', advice)])


def load_pack(name: str = "base") -> Pack:
    """A pack by its folder, its zip, or its name, with the pack it builds on. Raises ContentError."""
    found = gather(place_of(name))
    if errors := errors_of(found.problems):
        raise ContentError(errors)
    return found.pack()


# --- reading -------------------------------------------------------------------------------------


def gather(folder: Path) -> Found:
    """All that a pack's folder or zip holds, with the base pack under it if it builds on that."""
    info = _info(folder)
    builds_on_base = info is not None and info.builds_on is not None
    found = _under_others(base_pack()).copy() if builds_on_base else Found()
    _read_folder(found, folder)
    return found


@lru_cache(maxsize=1)
def _under_others(base: Path) -> Found:
    """What the game's own pack holds for packs that build on it. As in `load_base`, it is read once."""
    found = Found()
    _read_folder(found, base)
    found.info = None
    return found


def read_pack(*folders: Path) -> tuple[Pack | None, list[Problem]]:
    """Read pack folders in order, a later one adding to or replacing parts of the earlier by id.

    The pack is None if there was an error.
    """
    found = Found()
    for folder in folders:
        _read_folder(found, folder)
    return (None if errors_of(found.problems) else found.pack()), found.problems


def contents(place: Path) -> tuple[list[tuple[str, Read]], list[Problem]]:
    """The files of a pack's folder or zip by name, each with what reads it; and what is wrong with the place."""
    if is_zip(place):
        members, problems = zip_files(place)
        return [(f"{place}/{name}", partial(parsed, held, f"{place}/{name}")) for name, held in members], problems
    files, problems = pack_files(place)
    return [(str(file), partial(read_json, file)) for file in files], problems


def _info(place: Path) -> PackInfo | None:
    """What pack.json says of itself, if it can be read; what is wrong with it is told later."""
    described = [(len(Path(name).parts), read) for name, read in contents(place)[0] if Path(name).name == "pack.json"]
    if not described:
        return None
    data, _ = min(described, key=lambda one: one[0])[1]()
    try:
        return PackInfo.model_validate(data["pack"])
    except (ValidationError, KeyError, TypeError):
        return None


def _read_folder(found: Found, folder: Path) -> None:
    """Add all files of one folder or zip, each part validated by itself so that every problem is found."""
    files, problems = contents(folder)
    found.problems += problems
    before = dict(found.places)
    n_infos = 0
    for name, read in files:
        data, wrong = read()
        found.problems += wrong
        if wrong:
            found.is_blind = True
        else:
            n_infos += _take_file(found, data, name, before)
    if n_infos == 0 and not errors_of(problems):
        advice = 'a pack needs a pack.json with {"pack": {"id": …, "title": …, "version": …}}'
        found.problems.append(Problem("error", str(folder), "", "holds no pack", advice))
    if n_infos > 1:
        found.problems.append(Problem("error", str(folder), "", 'holds more than one "pack"'))


def _take_file(found: Found, data: Any, name: str, before: dict[tuple[str, str], Place]) -> int:
    """Add what one file holds; 1 if that is the pack's description of itself."""
    keys = [key for key in data if key != "$schema"] if isinstance(data, dict) else []
    if len(keys) != 1 or keys[0] not in LISTS | SINGLES:
        allowed = [*SINGLES, *LISTS]
        stray = next((key for key in keys if key not in allowed), "")
        advice = did_you_mean(stray, allowed)
        message = "must hold an object { } with exactly one of: " + ", ".join(allowed)
        found.problems.append(Problem("error", name, "", message, advice))
        found.is_blind = True
        return 0
    key = keys[0]
    if key == "pack":
        info = _validated(found, PackInfo, data[key], Place(name, key))
        found.info = info or found.info
    elif key == "scenario":
        _take_part(found, "scenarios", data[key], Place(name, key), before)
    elif not isinstance(data[key], list):
        found.problems.append(Problem("error", name, key, "must be a list [ ]"))
        found.is_blind = True
    else:
        for n, item in enumerate(data[key]):
            _take_part(found, key, item, Place(name, f"{key}.{n}"), before)
    return int(key == "pack")


def _take_part(
    found: Found, kind: str, item: Any, place: Place, before: dict[tuple[str, str], Place]
) -> None:
    """Add one part: it may replace one of an earlier pack, but not one of its own pack."""
    model = LISTS.get(kind) or SINGLES["scenario"]
    part = _validated(found, model, item, place)
    name = item.get("id") if isinstance(item, dict) else None
    if not isinstance(name, str) or not re.fullmatch(ID, name):
        found.is_blind = True
        return
    known = found.places.get((kind, name))
    if known is not None and known == before.get((kind, name)):
        found.problems.append(Problem("hint", *place, f'replaces "{name}" of an earlier pack'))
    elif known is not None:
        found.problems.append(twice(kind, name, place, f"{known.file}: {known.path}"))
        return
    found.add(kind, name, part, place)


def _validated(found: Found, model: Any, item: Any, place: Place) -> Any:
    """The part as a model, or None with its problems told."""
    try:
        return model.model_validate(item)
    except ValidationError as error:
        elsewhere = _ELSEWHERE.get(model)
        found.problems += from_pydantic(place.file, error, place.path, item, field_names(), elsewhere)
        return None


def _ops(union: Any) -> set[str]:
    """The words for `op` in a union of effects."""
    return {effect.model_fields["op"].annotation.__args__[0] for effect in union.__origin__.__args__}


_ELSEWHERE = {
    Card: {op: "that is an effect of headlines" for op in _ops(HeadlineEffect) - _ops(CardEffect)},
    Headline: {op: "that is an effect of cards" for op in _ops(CardEffect) - _ops(HeadlineEffect)},
}


@cache
def field_names() -> list[str]:
    """Every name of a field that a pack's files may have."""
    models = [m for module in (effects, pack) for m in vars(module).values() if hasattr(m, "model_fields")]
    return sorted({f.alias or name for m in models for name, f in m.model_fields.items()})


# --- a pack inside another file ------------------------------------------------------------------


def pack_from_data(data: Raw) -> Pack:
    """A pack embedded in another file. Raises ContentError."""
    try:
        return Pack.model_validate(data)
    except ValidationError as error:
        raise ContentError(from_pydantic("pack", error, "", data, field_names())) from error


def pack_to_data(whole: Pack) -> Raw:
    """Everything needed to play the pack later, as JSON values; what is at its default is left out."""
    data: Raw = whole.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return data


def pack_digest(whole: Pack) -> str:
    """16 hex digits that two packs share if they are the same in every value."""
    text = json.dumps(pack_to_data(whole), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
