"""Who asks and who foretells, as far as a sheet needs them: the play scene and its questions."""

from typing import Protocol

from game.match.changes import Forecast, Teller
from game.match.match import Match
from game.match.words import Words


class Asker(Protocol):
    """The scene that a question belongs to."""

    match: Match
    words: Words
    viewer: int
    mode: str
    confirm: int

    def pick(self, action: int) -> None: ...

    def cancel(self) -> None: ...


class Forecasts(Protocol):
    """What picks would do."""

    scene: Asker

    def teller(self) -> Teller: ...

    def forecast(self, *picks: int) -> Forecast: ...
