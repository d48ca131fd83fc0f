"""Who asks, as far as a sheet needs it: the play scene."""

from typing import Protocol

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
