"""Who sits where and whose pick it is: people at this screen, computers in their own process."""

from game.engine import terms as T
from game.match.match import Match
from game.match.record import record_of
from game.match.seats import Seat
from game.players.levels import title_of
from game.players.worker import Client


def called(seat: Seat) -> str:
    """What the table calls whoever sits there."""
    title = "Person" if seat.is_person else f"Computer · {title_of(seat.level, seat.persona)}"
    return seat.name or title


class Turns:
    """The seats of one match. The computer is asked, and looked at each frame; nothing here waits."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.client = Client(match.book, record_of(match).pack.data, match.scenario.id)
        self._asked = -1  # number of the pick that the computer was asked for

    @property
    def people(self) -> list[int]:
        return [side for side in (T.US, T.CHINA) if self.match.seats[side].is_person]

    @property
    def is_hot_seat(self) -> bool:
        """Whether two people who may not see each other's cards share the screen."""
        return len(self.people) == 2 and not self.match.book.tables.setting[T.OPEN_HANDS]

    def first_viewer(self) -> int:
        """Who looks at the screen first; without people it shows what the whole room may see."""
        if not self.people:
            return T.PUBLIC
        if len(self.people) == 2 and self.match.mover in (T.US, T.CHINA):
            return self.match.mover
        return self.people[0]

    def name(self, side: int) -> str:
        return called(self.match.seats[side])

    def is_person(self, side: int) -> bool:
        return side in (T.US, T.CHINA) and self.match.seats[side].is_person

    # --- the computer ----------------------------------------------------------------------------

    @property
    def is_thinking(self) -> bool:
        return self.client.is_thinking

    def think(self) -> bool:
        """Ask the computer, if it is its pick. True if it was not thinking yet."""
        mover = self.match.mover
        if mover not in (T.US, T.CHINA) or self.is_person(mover) or self._asked == len(self.match.actions):
            return False
        self._asked = len(self.match.actions)
        seed = f"{self.match.seed}/{self._asked}"
        seat = self.match.seats[mover]
        self.client.ask(self.match.observe(mover), seat.level, seed, seat.persona)
        return True

    def answer(self) -> int | None:
        """The computer's pick once it is there."""
        return self.client.reply()

    def reason(self, viewer: int) -> str:
        """The sentence with which the computer explains the pick that it has just answered with."""
        thoughts = self.client.thoughts
        if thoughts is None:
            return ""
        return thoughts.reason if viewer in (T.US, T.CHINA) else thoughts.report

    def report(self) -> str:
        """The same sentence for anybody."""
        return self.client.thoughts.report if self.client.thoughts is not None else ""

    def forget(self) -> None:
        """The position was changed under the computer's hands: what it thinks about is no more."""
        self._asked = -1
        self.client.cancel()
