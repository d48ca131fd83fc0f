"""A scenario played by the computer against itself, game by game, while its author looks on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.engine import terms as T
from game.match import store
from game.players.core import PlainCore
from game.players.levels import lab_player

from .arena import Game, Watch, followed
from .balance import Order, report, report_on

FEW = 40  # games, up to which the report is made anew after each; then after each fortieth part


@dataclass(frozen=True)
class Trial:
    """What has come of it so far."""

    games: int
    report: dict[str, Any] | None = None  # as the lab makes it; None where it was not made anew

    @property
    def figures(self) -> dict[str, Any]:
        """Those of the one scenario."""
        assert self.report is not None
        found: dict[str, Any] = self.report["scenarios"][0]
        return found


def trial(file: str, level: str, games: str) -> Iterator[Trial]:
    """The report after games of a level against itself; the match in the file says which scenario."""
    match = store.load(Path(file))
    book, core, most = match.book, PlainCore(match.book), int(games)
    order, played = Order(level, most, 0, "0"), list[Game]()
    for number in range(most):
        players = [lab_player(level, f"{number}/{side}", core) for side in (T.US, T.CHINA)]
        watch = Watch(book)
        last = followed(book, players, str(number), watch, match.scenario.luck)
        played.append(watch.finished(last))
        count = len(played)
        if count == most or count % max(1, count // FEW) == 0:
            yield Trial(count, report(order, [report_on(book, order, [played])]))
        else:
            yield Trial(count)
