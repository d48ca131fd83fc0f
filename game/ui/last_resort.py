"""When even the screen of last resort has failed: plain words to the terminal, a report to a file."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from game.places import saves_dir

SORRY = "Chokepoint has to stop: something went wrong, and the screen that should tell of it failed too."


def kept_by(asked: Iterable[Callable[[], Path | None]]) -> Path | None:
    """The first saved match that is there; what has failed may fail again when it is asked."""
    for ask in asked:
        try:
            path = ask()
            if path is not None and path.exists():
                return path
        except Exception:
            continue
    return None


def give_up(details: str, kept: Path | None) -> None:
    """Say what happened and where the match is."""
    lines = [SORRY, f"The match is safe: {kept}" if kept else "Nothing that was saved is lost."]
    path = saves_dir() / "last-report.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(details, "utf-8")
        lines.append(f"A report for the people who make the game: {path}")
    except OSError:
        lines.append(details)
    print("\n".join(lines), file=sys.stderr)
