"""What a list of saved matches says about a file. Opening one to look takes 15 ms, so what was seen is kept."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from game.engine import terms as T
from game.engine.rules import outcome
from game.match.match import Match
from game.match.record import RecordError
from game.match.seats import Seat
from game.match.store import AUTOSAVE, Saved, load
from game.players.levels import title_of


@dataclass(frozen=True)
class Facts:
    """A saved match in words; `problem` says why it can't be opened."""

    title: str
    when: str = ""
    round: str = ""
    sides: tuple[str, str] = ("", "")  # who plays which
    note: str = ""
    art: str = ""
    share: float = 0.0  # of the rounds that have been played
    winner: int = T.NONE
    problem: str = ""

    @property
    def in_short(self) -> str:
        return f"{self.title} · {self.round}" if not self.problem else self.title


def facts_of(saved: Saved) -> Facts:
    """What to show for a file."""
    try:
        stamp = saved.path.stat().st_mtime_ns
    except OSError as error:
        return Facts(saved.path.name, problem=f"The file can't be read: {error.strerror}.")
    return _facts(saved.path, stamp) if saved.record else _damaged(saved.path.name, saved.problem)


@lru_cache(maxsize=256)
def _facts(path: Path, stamp: int) -> Facts:
    try:
        match = load(path)
    except RecordError as error:
        return _damaged(path.name, str(error))
    titles = (match.scenario.sides["us"].title, match.scenario.sides["china"].title)
    us, china = (f"{title} ({who(seat)})" for title, seat in zip(titles, match.seats, strict=True))
    result = outcome(match.book, match.state)
    played = match.scenario.rounds if result else max(0, match.state.shared[T.ROUND] - 1)
    return Facts(
        match.scenario.title,
        _when(path),
        _round(match, titles),
        (us, china),
        _note(path),
        match.scenario.art,
        played / match.scenario.rounds,
        result.winner if result else T.NONE,
    )


def _damaged(name: str, problem: str) -> Facts:
    reason = problem.removeprefix("error: ").removeprefix(f"{name}: ").strip()
    return Facts(name, problem=reason[:1].upper() + reason[1:])


def who(seat: Seat) -> str:
    """Who sits there, by name if one was given."""
    return seat.name or ("a person" if seat.is_person else f"computer: {title_of(seat.level, seat.persona)}")


def _when(path: Path) -> str:
    return f"{datetime.fromtimestamp(path.stat().st_mtime):%Y-%m-%d %H:%M}"


def _round(match: Match, titles: tuple[str, str]) -> str:
    result = outcome(match.book, match.state)
    if result is not None:
        return (
            f"finished: {titles[result.winner]} won"
            if result.winner in (T.US, T.CHINA)
            else "finished: no winner"
        )
    number = match.state.shared[T.ROUND]
    return f"round {number} of {match.scenario.rounds}" if number else "before the first round"


def _note(path: Path) -> str:
    return "saved by itself" if path.stem.startswith(AUTOSAVE) else path.stem
