"""The file of a match that is being played: saved by itself, and copies under a name."""

from collections.abc import Callable
from pathlib import Path

from game.engine import terms as T
from game.match import store
from game.match.match import Match

PROBLEM = 8.0  # seconds that a message about a problem stays


class Saving:
    """Where a match is kept; `say` tells the player, for so many seconds."""

    def __init__(self, match: Match, path: Path | None, say: Callable[[str, float], None]) -> None:
        self.match, self.say = match, say
        self.path = path or store.autosave_path(match)

    def autosave(self) -> None:
        self._save(self.path)

    def save(self) -> None:
        """A copy under a name that says which match it is, and where it stands."""
        number = self.match.state.shared[T.ROUND]
        path = store.named_path(f"{self.match.scenario.title} round {number}")
        if self._save(path):
            self.say(f"Saved: {path}", 4.0)

    def _save(self, path: Path) -> bool:
        try:
            store.save(self.match, path)
        except OSError as error:
            self.say(f"The match can't be saved in {path.parent}: {error.strerror}", PROBLEM)
            return False
        return True
