"""Work that the window gives away, done in this process: at once, or never."""

from collections.abc import Callable, Iterator

from game.classroom.review import Reviewed, reviewed
from game.match.match import Match
from game.players.core import PlainCore
from game.players.search import Skill

QUICK = Skill(plain=8, width=4, tries=1)
LOOKED_AT: dict[tuple[str, ...], tuple[Reviewed, ...]] = {}


class Prepared:
    """An errand whose results are there."""

    def __init__(self, found: list[object]) -> None:
        self._found, self.is_done, self.problem = found, False, ""

    def poll(self) -> list[object]:
        found, self._found, self.is_done = self._found, [], True
        return found

    def close(self) -> None:
        self.is_done = True


class Pending(Prepared):
    """One that nothing comes of."""

    def __init__(
        self, work: Callable[..., Iterator[object]], *given: str, match: Match | None = None
    ) -> None:
        super().__init__([])

    def poll(self) -> list[object]:
        return []


def look_again(match: Match) -> Prepared:
    """What a quick search finds of a match, always the same: so it looks at each match once."""
    key = (match.scenario.id, match.seed, *match.actions)
    if key not in LOOKED_AT:
        LOOKED_AT[key] = tuple(reviewed(match, PlainCore(match.book), QUICK))
    return Prepared([*LOOKED_AT[key]])
