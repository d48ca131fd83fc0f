"""Many games of one pairing: in parallel, with progress, and resumable when they are kept in a file."""

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import game.content
from game.content.load import pack_digest
from game.match import luck
from game.players.core import digest

from . import arena
from .arena import Game, from_data, given, play_game, to_data
from .cluster import run

SCHEMA = 3


class SeriesError(Exception):
    """Why a file of results can't be used, and what to do."""


def play_series(
    scenario: str,
    levels: tuple[str, str],
    games: int,
    seed: str,
    workers: int = 1,
    tick: Callable[[], None] = lambda: None,
    kept: Path | None = None,
    cluster: str = "",
) -> list[Game]:
    """Game k depends on the seed and k alone, whatever the number of workers.

    `kept` is a file of JSON lines that receives every game as it ends; games that it holds already are not played
    again. Raises SeriesError, ClusterError.
    """
    head = head_of(scenario, levels, seed)
    found = read(kept, head) if kept is not None else []
    found = found[:games]
    for _ in found:
        tick()
    tasks = ((scenario, levels, f"{seed}/{k}") for k in range(len(found), games))
    for one in run(play_game, tasks, workers, cluster):
        if kept is not None:
            append(kept, head, one)
        found.append(one)
        tick()
    return found


def head_of(scenario: str, levels: tuple[str, str], seed: str) -> dict[str, Any]:
    """What the games of a series depend on; the pack, the rules and the players may be changed before more of them are
    added."""
    return {
        "schema": SCHEMA,
        "scenario": scenario,
        "us": levels[0],
        "china": levels[1],
        "seed": seed,
        "pack": pack_digest(given(scenario)[0]),
        "source": source(),
    }


@lru_cache(maxsize=1)
def source() -> str:
    """What changes with the source of all that a game of the lab depends on: the rules, the players, what cards are
    compiled to, set luck, and what is counted.
    """
    files = [*sorted(Path(game.content.__file__).parent.glob("*.py")), Path(luck.__file__), Path(arena.__file__)]
    return hashlib.sha256(b"".join([digest().encode(), *(file.read_bytes() for file in files)])).hexdigest()[:16]


def read(file: Path, head: dict[str, Any]) -> list[Game]:
    """The games that a file holds; a last line that was cut off is dropped from it. Raises SeriesError."""
    try:
        lines = file.read_text("utf-8").splitlines(keepends=True)
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise SeriesError(f"{file}: can't be read: {error}") from error
    if lines and not lines[-1].endswith("\n"):
        lines.pop()
        file.write_text("".join(lines), "utf-8")
    if not lines:
        return []
    try:
        first, *rest = (json.loads(line) for line in lines)
        if first != head:
            raise SeriesError(f"{file}: holds another series ({first}); name another file, or remove it")
        return [from_data(game) for game in rest]
    except (json.JSONDecodeError, TypeError) as error:
        raise SeriesError(f"{file}: is no file of games: {error}") from error


def append(file: Path, head: dict[str, Any], game: Game) -> None:
    """Add one game; a new file begins with what the series is. Raises SeriesError."""
    try:
        with file.open("a", encoding="utf-8") as out:
            if out.tell() == 0:
                out.write(json.dumps(head) + "\n")
            out.write(json.dumps(to_data(game)) + "\n")
    except OSError as error:
        raise SeriesError(f"{file}: can't be written: {error.strerror}") from error
