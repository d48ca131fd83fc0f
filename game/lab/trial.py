"""A scenario played by the computer against itself, game by game, while its author looks on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.engine import terms as T
from game.match import store
from game.players.core import PlainCore
from game.players.levels import lab_player

from .arena import Watch, followed


@dataclass(frozen=True, slots=True)
class Tally:
    """What has come of it so far."""

    games: int = 0
    us: int = 0
    china: int = 0
    ruptures: int = 0
    at_once: int = 0  # won by the track before the last round

    @property
    def nobody(self) -> int:
        return self.games - self.us - self.china


def trial(file: str, level: str, games: str) -> Iterator[Tally]:
    """The tally after each game of a level against itself; the match in the file says which scenario."""
    book = store.load(Path(file)).book
    core = PlainCore(book)
    tally = Tally()
    for number in range(int(games)):
        players = [lab_player(level, f"{number}/{side}", core) for side in (T.US, T.CHINA)]
        watch = Watch(book)
        game = watch.finished(followed(book, players, str(number), watch))
        tally = Tally(
            tally.games + 1,
            tally.us + (game.winner == T.US),
            tally.china + (game.winner == T.CHINA),
            tally.ruptures + (game.ending in (T.RUPTURE, T.SHARED_LOSS)),
            tally.at_once + (game.ending == T.AUTOMATIC),
        )
        yield tally
