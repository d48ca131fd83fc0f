"""print, as the command line shows it: the sheets of a lesson as pages."""

from pathlib import Path

from game.classroom.sheets import index, page, sheets
from game.match import store

from .errors import CommandError


def print_sheets(name: str, out: Path) -> None:
    """Write one sheet, or all and a page that leads to them. Raises CommandError and OSError."""
    known = sheets()
    if name and name not in known:
        raise CommandError(f'there is no sheet "{name}"; there are: ' + ", ".join(known))
    chosen = [known[name]] if name else list(known.values())
    for sheet in chosen:
        store.write_text(out / f"{sheet.id}.html", page(sheet))
        print(f"Written: {out / f'{sheet.id}.html'}   {sheet.title}")
    if not name:
        store.write_text(out / "index.html", index())
        print(f"Written: {out / 'index.html'}   leads to all of them")
