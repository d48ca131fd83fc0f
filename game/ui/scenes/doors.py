"""The doors of the table: the other screens of a match, opened from it."""

from collections.abc import Sequence
from typing import Protocol

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.state import State
from game.match.bulletin import last_bulletin
from game.match.ledger import Entry
from game.match.log import Line
from game.match.match import Match
from game.match.words import Words

from ..app import App
from ..nodes import Node
from ..table.board import Board
from ..table.tabletop import Tabletop

EXPLAINED = (
    "a-header",
    "b-sectors",
    "c-map",
    "d-measures",
    "e-gauges",
    "j",
    "j-log",
)  # groups whose acts are ledgers


class Table(Protocol):
    """The play scene, as far as the other screens look at it."""

    match: Match
    words: Words
    almanac: Almanac
    tabletop: Tabletop
    viewer: int

    @property
    def seen(self) -> State: ...

    @property
    def told(self) -> Sequence[Entry]: ...

    @property
    def explained_log(self) -> list[Line]: ...

    def board(self) -> Board: ...

    def table(self) -> list[Node]: ...

    def name(self, side: int) -> str: ...

    def clock_words(self) -> str: ...

    def update(self, seconds: float) -> bool: ...

    def history(self, cells: tuple[int, ...], title: str) -> None: ...

    def changed_by(self, line: Line) -> None: ...

    def open_log(self, action: int = 0) -> None: ...

    def open_charts(self) -> None: ...

    def open_presenter(self) -> None: ...


class Doors:
    """Opens screens over the table. They are imported when they are opened: the table is there sooner."""

    def __init__(self, app: App, table: Table) -> None:
        self.app, self.table = app, table

    def history(self, cells: tuple[int, ...], title: str) -> None:
        """The ledger of one number."""
        from .ledger import LedgerScene

        self.app.turn_to(LedgerScene(self.app, self.table, cells, title))

    def why(self) -> None:
        """How what is pointed at came to be; with nothing to explain, why the leader leads."""
        pointed = self.app.stage.pointed()
        is_number = pointed is not None and pointed.group in EXPLAINED
        if (
            pointed is not None
            and is_number
            and not pointed.name.startswith(("do:", "view:"))
            and pointed.act
        ):
            pointed.act()
        else:
            self.history((T.SHARED + T.TRACK,), "Leadership track")

    def changed_by(self, line: Line) -> None:
        """The ledger of all numbers that a line of the log changed."""
        from .ledger import LedgerScene

        self.app.turn_to(LedgerScene(self.app, self.table, line.cells, line=line))

    def log(self, action: int = 0) -> None:
        """The log; with the number of a pick, at the line that tells it."""
        from .log import LogScene

        self.app.turn_to(LogScene(self.app, self.table, self.table.explained_log, action))

    def charts(self) -> None:
        from .charts import ChartsScene

        self.app.turn_to(ChartsScene(self.app, self.table))

    def cards(self) -> None:
        """The cards of the viewer's own side."""
        self.browse(self.table.viewer if self.table.viewer < T.PUBLIC else -1)

    def browse(self, side: int) -> None:
        """The cards of a side, or of both (-1), as far as the viewer may know where they are."""
        from .browser import BrowserScene

        table = self.table
        self.app.turn_to(BrowserScene(self.app, table.words, table.seen, table.told, side))

    def presenter(self) -> None:
        from .presenter import PresenterScene

        self.app.turn_to(PresenterScene(self.app, self.table))

    def report(self) -> None:
        """The bulletin of the last market phase."""
        from .bulletin import BulletinScene

        table = self.table
        told = last_bulletin(table.match, table.viewer, table.words, table.told)
        if told is None:
            self.app.say("No market phase yet: it ends every round.")
            return
        self.app.turn_to(BulletinScene(self.app, self.table, told))

    def settings(self) -> None:
        from .settings import SettingsScene

        self.app.turn_to(SettingsScene(self.app))

    def end(self) -> None:
        from .end import EndScene

        self.app.turn_to(EndScene(self.app, self.table))
