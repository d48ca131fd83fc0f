"""desk, as the command line shows it: a folder of class files as one class."""

import json
from pathlib import Path

from game.classroom.class_report import class_csv, class_page, row
from game.classroom.desk import Desk, gather
from game.classroom.injects import told
from game.match import store

from .errors import CommandError


def class_desk(folder: Path, out: Path | None, table: Path | None, as_json: bool) -> None:
    """Read the folder, write what was asked for, and print the main points. Raises CommandError and OSError."""
    if not folder.is_dir():
        raise CommandError(f"{folder}: is not a folder; name the one that holds the class files")
    desk = gather(folder)
    if out is not None:
        store.write_text(out, class_page(desk))
    if table is not None:
        store.write_text(table, class_csv(desk))
    if as_json:
        print(json.dumps(data(desk)))
        return
    for line in _lines(desk):
        print(line)
    for path in (out, table):
        if path is not None:
            print(f"Written: {path}")


def data(desk: Desk) -> dict[str, object]:
    """The class as JSON values."""
    return {
        "matches": len(desk.handed),
        "injects": {handed.name: told(handed.file.injects) for handed in desk.handed if handed.file.injects},
        "people": [row(person) for person in desk.people()],
        "not_counted": [{"file": flag.name, "kind": flag.kind, "words": flag.words} for flag in desk.flags],
    }


def _lines(desk: Desk) -> list[str]:
    lines = [f"{len(desk.handed)} match{'es' if len(desk.handed) != 1 else ''}."]
    for handed in desk.handed:
        result = handed.file.result
        lines.append(
            f"{' against '.join(handed.players())}: "
            + (f"{result.title}. {result.why}" if result else "unfinished.")
        )
        lines += [f"  {line}" for line in told(handed.file.injects)]
    for person in desk.people():
        if person.brier is not None:
            lines.append(
                f"{person.name}: Brier score {person.brier:.3f} of {len(person.forecasts)} forecasts."
            )
    lines += [f"Not counted: {flag.name} ({flag.kind}). {flag.words}" for flag in desk.flags]
    return lines
