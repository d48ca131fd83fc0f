"""Games as a data set: JSON lines, the first of which says what the others are.

Two shapes. "games": a line for each game, with every pick in notation, so that it can be played again. "decisions": a
line for each pick of a side, with what that side could see, what it could do, what it did and how the game ended.
"""

from collections.abc import Callable, Iterator
from typing import Any, Literal

from game import __version__
from game.engine import terms as T
from game.engine.event import Event
from game.engine.notation import SIDES, notate
from game.engine.rulebook import Rulebook
from game.engine.rules import outcome
from game.engine.state import WINDOWS, State
from game.engine.view import observe

from .arena import book_of, given, seated, watched
from .cluster import run
from .figures import ENDINGS

SCHEMA = 1
Shape = Literal["games", "decisions"]
SHAPES: tuple[Shape, ...] = ("games", "decisions")
Row = dict[str, Any]

COLUMNS = {
    "games": {
        "game": "number of the game, from 0",
        "seed": "what the game was made from; the same seed and players give the same game",
        "winner": "us, china or null",
        "ending": "automatic, rupture, shared loss or scored",
        "returns": "[us, china]: 1, -1 or 0; -1 for both where both lose",
        "track": "the Leadership track at the end, + for the US",
        "picks": "every pick in order, Nature's included, in the notation of saved matches",
    },
    "decisions": {
        "game": "number of the game, from 0",
        "pick": "number of the pick in the game, from 0, Nature's counted",
        "side": "us or china: who picks",
        "round": "1 and up, 0 during the set-up",
        "seen": "the position as this side sees it: small integers laid out as `cells` says, -2 for a blank",
        "legal": "the actions that may be taken, as integers",
        "action": "the action that was taken",
        "text": "the same in notation",
        "value": "how the game ended for this side: 1, -1 or 0",
    },
}


def head(scenario: str, levels: tuple[str, str], seed: str, shape: Shape) -> Row:
    """The first line: what the file holds, so that nothing else is needed to read it."""
    book, pack = book_of(scenario), given(scenario)[0]
    found: Row = {
        "dataset": "chokepoint",
        "schema": SCHEMA,
        "game": __version__,
        "pack": pack.pack.id,
        "pack_version": pack.pack.version,
        "scenario": scenario,
        "us": levels[0],
        "china": levels[1],
        "seed": seed,
        "rows": shape,
        "columns": COLUMNS[shape],
    }
    if shape == "decisions":
        size = len(book.tables.start)
        found["cells"] = {
            name: [where.start, size if where.stop is None else where.stop] for name, where in WINDOWS.items()
        }
        found["actions"] = book.n_actions
    return found


class Scribe:
    """Writes down what happens in a game."""

    def __init__(self, book: Rulebook, number: int, shape: Shape) -> None:
        self.book, self.number, self.shape = book, number, shape
        self.picks: list[str] = []
        self.decisions: list[Row] = []

    def picked(self, s: State, who: int, action: int, options: list[int]) -> None:
        text = notate(self.book, s, action)
        if self.shape == "decisions" and who != T.NATURE:
            self.decisions.append(
                {
                    "game": self.number,
                    "pick": len(self.picks),
                    "side": SIDES[who],
                    "round": int(s.shared[T.ROUND]),
                    "seen": list(observe(self.book, s, who).seen.cells),
                    "legal": options,
                    "action": action,
                    "text": text,
                }
            )
        self.picks.append(text)

    def told(self, s: State, events: list[Event]) -> None:
        """The picks say it all."""

    def rows(self, s: State, seed: str) -> list[Row]:
        """The game's lines, now that it is over."""
        result = outcome(self.book, s)
        assert result is not None
        if self.shape == "decisions":
            values = dict(zip(SIDES, result.returns, strict=True))
            return [{**row, "value": values[row["side"]]} for row in self.decisions]
        winner = SIDES[result.winner] if result.winner in (T.US, T.CHINA) else None
        return [
            {
                "game": self.number,
                "seed": seed,
                "winner": winner,
                "ending": ENDINGS[result.ending],
                "returns": list(result.returns),
                "track": int(s.shared[T.TRACK]),
                "picks": self.picks,
            }
        ]


def write_down(scenario: str, levels: tuple[str, str], seed: str, number: int, shape: Shape) -> list[Row]:
    """Play one game; its lines."""
    scribe = Scribe(book_of(scenario), number, shape)
    own = f"{seed}/{number}"
    last = watched(scenario, seated(scenario, levels, own), own, scribe)
    return scribe.rows(last, own)


def dataset(
    scenario: str,
    levels: tuple[str, str],
    games: int,
    seed: str,
    shape: Shape,
    workers: int = 1,
    cluster: str = "",
    tick: Callable[[], None] = lambda: None,
) -> Iterator[Row]:
    """All lines, the head first, game by game in order. Raises ClusterError."""
    yield head(scenario, levels, seed, shape)
    tasks = ((scenario, levels, seed, number, shape) for number in range(games))
    for rows in run(write_down, tasks, workers, cluster):
        yield from rows
        tick()
