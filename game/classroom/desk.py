"""The teacher's desk: a folder of class files (and saved matches) read as one class.

One bad file never stops the rest: it is named with what is wrong, and the others count.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.content.compile import load_base
from game.content.load import read_json
from game.content.pack import Pack
from game.match.record import RecordError, match_of, read_record
from game.match.said import Answer

from .classfile import ClassFile, ClassFileError, Kept, classfile, is_classfile, read_classfile, replayed

MOST_FILES = 2000


@dataclass(frozen=True, slots=True)
class Handed:
    """One file that counts."""

    name: str
    file: ClassFile

    def players(self) -> tuple[str, str]:
        """What the two players are called: a team without a name by its side's, as on the screen."""
        first, second = (
            seat.name or (side if seat.is_person else f"computer, {seat.level}")
            for seat, side in zip(self.file.seats, self.file.sides or self.file.shorts, strict=True)
        )
        return first, second


@dataclass(frozen=True, slots=True)
class Flag:
    """One file that does not count, and why."""

    name: str
    kind: str  # duplicate, altered or unreadable
    words: str


@dataclass(frozen=True)
class Desk:
    """A class."""

    handed: list[Handed]
    flags: list[Flag]

    def people(self) -> list["Person"]:
        return [person for handed in self.handed for person in _people(handed)]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a table: a player, or a member of a team who forecast or answered."""

    name: str
    side: int | None  # None for who only forecast or answered
    handed: Handed
    forecasts: tuple[Kept, ...]
    answers: tuple[Answer, ...]

    @property
    def brier(self) -> float | None:
        """The mean score of the forecasts."""
        return (
            sum(kept.score for kept in self.forecasts) / len(self.forecasts) / 1000
            if self.forecasts
            else None
        )

    @property
    def right(self) -> int:
        return sum(kept.direction == kept.came for kept in self.forecasts)


def gather(folder: Path) -> Desk:
    """Everything in a folder and those below it. Raises OSError if it can't be listed."""
    *_, (_, desk) = gather_slowly(folder)
    assert desk is not None
    return desk


def gather_slowly(folder: Path) -> Iterator[tuple[tuple[int, int], Desk | None]]:
    """The same with how far it is before each file: (files read, files there are); the last has the class."""
    pack = load_base()
    found: list[Handed] = []
    flags: list[Flag] = []
    files = list(_files(folder))
    for n, path in enumerate(files):
        yield (n, len(files)), None
        name = path.relative_to(folder).as_posix()
        try:
            file = _read(path, name, pack)
        except (ClassFileError, RecordError) as error:
            flags.append(Flag(name, "unreadable", str(error)))
            continue
        if file is None:
            flags.append(
                Flag(
                    name,
                    "altered",
                    "altered after it was written: its numbers are not those of its moves.",
                )
            )
            continue
        found.append(Handed(name, file))
    kept, doubles = _unique(found)
    flags = sorted([*flags, *doubles], key=lambda flag: flag.name)
    yield (len(files), len(files)), Desk(kept, flags)


def class_files(folder: Path) -> list[str]:
    """The names of all class files in a folder, also of those that do not count. Saved matches are none."""
    found = []
    for path in _files(folder):
        data, problems = read_json(path, path.name)
        if not problems and is_classfile(data):
            found.append(path.relative_to(folder).as_posix())
    return found


def _files(folder: Path) -> Iterator[Path]:
    """The JSON files, without those that systems hide beside them on a stick."""
    next(folder.iterdir(), None)  # a folder that can't be read says so
    names = (path for path in folder.rglob("*.json") if not path.name.startswith("."))
    yield from sorted(names)[:MOST_FILES]


def _read(path: Path, name: str, pack: Pack) -> ClassFile | None:
    """The class file in a file, or the one that a saved match would write; None if it was altered."""
    data, problems = read_json(path, name)
    if problems:
        raise ClassFileError("\n".join(str(problem) for problem in problems))
    if is_classfile(data):
        file = read_classfile(data, name)
        return replayed(file, pack) if file.is_whole else None
    if not isinstance(data, dict) or "format" not in data:
        raise ClassFileError(f"{name}: is neither a class file nor a saved match")
    return classfile(match_of(read_record(data, name), name))


def _unique(found: list[Handed]) -> tuple[list[Handed], list[Flag]]:
    """Of files of the same match the one that says most is kept."""
    best: dict[str, Handed] = {}
    for handed in found:
        before = best.get(handed.file.match)
        if before is None or _says(handed) > _says(before):
            best[handed.file.match] = handed
    kept = [handed for handed in found if best[handed.file.match] is handed]
    flags = [
        Flag(
            handed.name,
            "duplicate",
            f"the same match as {best[handed.file.match].name}; it is counted once.",
        )
        for handed in found
        if best[handed.file.match] is not handed
    ]
    return kept, flags


def _says(handed: Handed) -> tuple[int, int]:
    """How much it says; of equals the shorter name is hardly that of the copy."""
    return len(handed.file.forecasts) + len(handed.file.answers), -len(handed.name)


def _people(handed: Handed) -> Iterator[Person]:
    file = handed.file
    for side, name in enumerate(handed.players()):
        yield _person(handed, name, side)
    said = {kept.who for kept in file.forecasts} | {answer.who for answer in file.answers}
    others = said - set(handed.players())
    for name in sorted(others):
        yield _person(handed, name, None)


def _person(handed: Handed, name: str, side: int | None) -> Person:
    file = handed.file
    return Person(
        name,
        side,
        handed,
        tuple(kept for kept in file.forecasts if kept.who == name),
        tuple(answer for answer in file.answers if answer.who == name),
    )
