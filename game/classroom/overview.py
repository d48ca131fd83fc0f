"""A class as a window shows it: made by a process of its own, without the files that it comes from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .class_report import (
    Paths,
    Policy,
    calibration,
    class_csv,
    class_page,
    deals,
    paths,
    peak_of,
    policies,
    result_of,
    track_words,
    winner_of,
)
from .desk import Desk, Flag, Handed, class_files, gather_slowly
from .injects import told
from .questionnaire import Change, changes


@dataclass(frozen=True, slots=True)
class Table:
    """One table's match in a line."""

    file: str
    players: tuple[str, str]
    result: str
    why: str
    track: str
    peak: int
    decoupling: int
    deal: str
    injects: tuple[str, ...]  # what luck or the players alone did not decide


@dataclass(frozen=True, slots=True)
class Forecaster:
    """Somebody who forecast."""

    name: str
    table: str
    deal: str
    count: int
    right: int
    brier: float


@dataclass(frozen=True)
class Overview:
    """Everything that the desk shows of a folder."""

    shorts: tuple[str, str]
    won: dict[str, int]
    tables: tuple[Table, ...]
    paths: tuple[Paths, ...]
    policies: tuple[Policy, ...]
    forecasters: tuple[Forecaster, ...]
    mean: float | None  # Brier score of all forecasts
    calibration: tuple[tuple[str, int, float], ...]
    changes: tuple[Change, ...]
    deals: dict[str, tuple[Table, ...]]  # tables with the same cards and luck
    flags: tuple[Flag, ...]
    class_files: tuple[str, ...]  # all that the delete button takes away
    page: str
    csv: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many files have been read, of how many."""

    read: int
    files: int


def merge(folder: str) -> Iterator[Progress | Overview]:
    """Read a folder; the last that comes is the class. Raises OSError and ValueError."""
    path = Path(folder).expanduser()
    if not path.is_dir():
        raise ValueError(f"{folder}: there is no such folder. Is the stick in?")
    for (read, files), desk in gather_slowly(path):
        yield Progress(read, files)
        if desk is not None:
            yield _overview(desk, tuple(class_files(path)))


def _overview(desk: Desk, files: tuple[str, ...]) -> Overview:
    kept = [one for handed in desk.handed for one in handed.file.forecasts]
    answers = [one for handed in desk.handed for one in handed.file.answers]
    return Overview(
        shorts=desk.handed[0].file.shorts if desk.handed else ("US", "CN"),
        won=dict(Counter(winner_of(handed) for handed in desk.handed)),
        tables=tuple(_table(handed) for handed in desk.handed),
        paths=tuple(paths(desk, name) for name in ("track", "tension", "decoupling")) if desk.handed else (),
        policies=tuple(policies(desk)),
        forecasters=_forecasters(desk),
        mean=sum(one.score for one in kept) / len(kept) / 1000 if kept else None,
        calibration=tuple(calibration(kept)),
        changes=tuple(changes(answers)),
        deals={
            f"{tables[0].file.scenario_title} · seed {tables[0].file.seed}": tuple(map(_table, tables))
            for tables in deals(desk).values()
        },
        flags=tuple(desk.flags),
        class_files=files,
        page=class_page(desk),
        csv=class_csv(desk),
    )


def _table(handed: Handed) -> Table:
    file, last = handed.file, handed.file.rounds[-1]
    return Table(
        handed.name,
        handed.players(),
        result_of(handed),
        f"{file.result.title}. {file.result.why}" if file.result else "Unfinished.",
        track_words(file.shorts, last.track),
        peak_of(handed),
        last.decoupling,
        _deal(handed),
        tuple(told(file.injects)),
    )


def _deal(handed: Handed) -> str:
    return f"{handed.file.scenario_title} · {handed.file.seed}"


def _forecasters(desk: Desk) -> tuple[Forecaster, ...]:
    found = [
        Forecaster(
            person.name,
            " against ".join(person.handed.players()),
            _deal(person.handed),
            len(person.forecasts),
            person.right,
            person.brier,
        )
        for person in desk.people()
        if person.brier is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.brier, one.name)))


def delete(folder: str, names: tuple[str, ...]) -> list[str]:
    """Remove class files for good. Returns what could not be removed, with the reason."""
    left = []
    for name in names:
        try:
            (Path(folder).expanduser() / name).unlink()
        except OSError as error:
            left.append(f"{name}: {error.strerror}")
    return left
