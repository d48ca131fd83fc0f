"""validate, export-cards and import-cards, as the command line shows them."""

import json
from dataclasses import asdict
from pathlib import Path

from game.content.authoring import export_cards, import_cards, write_file
from game.content.check import validate
from game.content.load import base_pack, place_of

from .errors import CommandError


def validate_packs(paths: list[Path], as_json: bool) -> int:
    """Print every problem; the exit code."""
    problems = validate(paths)
    errors = sum(problem.severity == "error" for problem in problems)
    if as_json:
        print(json.dumps({"problems": [asdict(problem) for problem in problems], "errors": errors}))
    else:
        for problem in problems:
            print(problem)
        others = len(problems) - errors
        print(
            f"{errors} error{'s' if errors != 1 else ''}, {others} other remark{'s' if others != 1 else ''}"
        )
    return 1 if errors else 0


def write_cards(pack: str, file: Path) -> None:
    """Write a pack's cards into a table."""
    text = export_cards(place_of(pack))
    write_file(file, text.encode("utf-8-sig"))
    count = text.count("\r\n") - 1
    print(f"{file}: {count} card{'s' if count != 1 else ''}. Change them in a spreadsheet, save as CSV UTF-8, then:")
    print(f"python -m game packs import-cards {pack} {file}")


MOST_NAMED = 12  # cards in one line


def read_cards(pack: str, file: Path, removes: bool = False) -> None:
    """Put the cards of a table into a pack, if all is well with them."""
    place = place_of(pack)
    if place.resolve() == base_pack().resolve():
        advice = 'make a folder with a pack.json that says "builds_on": "base", and import the table there'
        raise CommandError(f"the game's own pack is not changed by a table ({advice})")
    done = import_cards(place, file.read_bytes(), str(file), removes)
    for problem in done.remarks:
        print(problem)
    print(f"{len(done.added)} new, {len(done.changed)} changed, {done.unchanged} as they were.")
    if done.missing:
        named = ", ".join(done.missing[:MOST_NAMED])
        more = len(done.missing) - MOST_NAMED
        named += f" and {more} more" if more > 0 else ""
        cards = "1 card" if len(done.missing) == 1 else f"{len(done.missing)} cards"
        if removes:
            print(f"{cards} removed: {named}.")
        else:
            print(f"Not in the table, and kept: {named}. With --remove the pack has just the cards of the table.")
