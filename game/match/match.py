"""A match: the checked door to the rules, luck from a seed, taking back, branching.

Everything that happens is an action in `actions`; replaying them gives the match again, so nothing else is stored.
"""

from collections.abc import Iterable, Mapping
from random import Random

from game.content.compile import find_scenario, rulebook
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.event import Event
from game.engine.notation import notate, parse
from game.engine.rulebook import Rulebook
from game.engine.rules import apply_events, legal, mover, outcome, start
from game.engine.state import State, digest
from game.engine.view import Observation, observe

from .arranged import Arranged, Inject
from .luck import SetLuck
from .said import Answer, Forecast
from .seats import Seat

CHECK_EVERY = 16  # actions between two digests of a saved match


class IllegalAction(ValueError):
    """A pick that the rules don't offer now. The message names it and what is legal."""


class CannotTakeBack(ValueError):
    """Why the last pick stands."""


class Match:
    """One game, from its start or from a list of actions."""

    def __init__(
        self,
        pack: Pack,
        scenario_id: str,
        seats: tuple[Seat, Seat],
        seed: str,
        script: Mapping[int, str] | None = None,
        book: Rulebook | None = None,
    ) -> None:
        """`seed` decides Nature's picks; `script` overrides some of them, by their number from 0.

        `book` spares compiling the scenario again, which takes longer than many a match.
        """
        self.pack = pack
        self.scenario = find_scenario(pack, scenario_id)
        self.book: Rulebook = book or rulebook(pack, scenario_id)
        self.seats = seats
        self.seed = seed
        self.script = dict(script or {})
        self.notes: dict[int, str] = {}  # why a computer did what it did, by the number of the last pick of it
        self.forecasts: list[Forecast] = []
        self.answers: list[Answer] = []
        self.arranged: Arranged | None = None
        self.injects: list[Inject] = []
        self.wishes: list[str] = []  # what a teacher wants luck to bring, in notation
        self._restart()

    def _restart(self) -> None:
        self.state: State = start(self.book)
        self.actions: list[str] = []
        self._movers: list[int] = []  # who made each of them
        self.events: list[tuple[int, Event]] = []  # (number of the action, what it changed)
        self.checks: list[tuple[int, str]] = []
        self.lots = 0  # Nature's picks so far
        self.in_advance = SetLuck(self.book, self.scenario.luck)

    # --- playing ---------------------------------------------------------------------------------

    @property
    def mover(self) -> int:
        return mover(self.state)

    @property
    def is_over(self) -> bool:
        return outcome(self.book, self.state) is not None

    def legal(self) -> list[int]:
        return legal(self.book, self.state)

    def observe(self, viewer: int) -> Observation:
        return observe(self.book, self.state, viewer)

    def submit(self, action: int) -> list[Event]:
        """Take a pick of the mover, whoever that is. Raises IllegalAction."""
        options = self.legal()
        if action not in options:
            offered = (
                ", ".join(notate(self.book, self.state, option) for option in options)
                or "nothing: it is over"
            )
            raise IllegalAction(f"{self._name(action)} is not legal now; legal: {offered}")
        if self.mover == T.NATURE:
            self.lots += 1
            self.in_advance.count(self.state)
        self._movers.append(self.mover)
        self.actions.append(notate(self.book, self.state, action))
        changed = apply_events(self.book, self.state, action)
        self.events += [(len(self.actions), event) for event in changed]
        if len(self.actions) % CHECK_EVERY == 0:
            self.checks.append((len(self.actions), digest(self.state)))
        return changed

    def _name(self, action: int) -> str:
        try:
            return f'"{notate(self.book, self.state, action)}"'
        except IndexError:
            return f"action {action}"

    def submit_text(self, text: str) -> list[Event]:
        """Take a pick in notation. Raises NotationError or IllegalAction."""
        return self.submit(parse(self.book, self.state, text))

    def draw_lot(self) -> list[Event]:
        """Make Nature's next pick: from the script, else as the scenario sets it, else from the seed and the pick's
        number alone.
        """
        if not self.actions:
            self.injects += [inject for inject in self.in_advance.told() if inject not in self.injects]
        if self.wishes:
            self._grant()
        scripted = self.script.get(self.lots)
        if scripted is not None:
            return self.submit_text(scripted)
        options = self.legal()
        lot = self.in_advance.lot(self.state, options)
        if lot is not None:
            return self.submit(lot)
        options = self.in_advance.chances(self.state, options)
        return self.submit(options[Random(f"{self.seed}/{self.lots}").randrange(len(options))])

    def _grant(self) -> None:
        """Write the first wish that can come true into the script, so that branches have the same luck."""
        offered = {self.wish_for(option): option for option in self.legal()}
        for wish in self.wishes:
            if wish in offered:
                self.script[self.lots] = notate(self.book, self.state, offered[wish])
                self.wishes.remove(wish)
                self.injects.append(self._granted(offered[wish]))
                return

    def wish_for(self, lot: int) -> str:
        """How a teacher's wish for one of Nature's picks is written: a card is wished for one side."""
        if T.CARD <= lot < T.CARD + len(self.book.cards):
            side = ("us", "china")[self.book.card_side(lot - T.CARD)]
            return f"deal {side} {self.book.cards[lot - T.CARD].id}"
        return notate(self.book, self.state, lot)

    def _granted(self, lot: int) -> Inject:
        """What the log says of a wish that came true. A hand is not told before all cards lie open."""
        book, cards = self.book, len(self.book.cards)
        hidden = ""
        if T.AT_SECTOR <= lot < T.AT_BLOC:
            words = f"the spotlight on {book.sectors[lot - T.AT_SECTOR].title}"
        elif lot >= T.CARD + cards:
            words = f"the headline {book.headlines[lot - T.CARD - cards].title}"
        else:
            side = book.scenario.sides[book.card_side(lot - T.CARD)]
            words = f"a card for {side}"
            hidden = f"The teacher chose the card {book.cards[lot - T.CARD].title} for {side}."
        return Inject(
            action=len(self.actions),
            round=self.state.shared[T.ROUND],
            words=f"The teacher chose {words}.",
            hidden=hidden,
        )

    def run_nature(self) -> list[Event]:
        """Draw lots until a side has to pick or the game is over."""
        changed: list[Event] = []
        while self.mover == T.NATURE:
            changed += self.draw_lot()
        return changed

    def fold(self, actions: Iterable[str]) -> None:
        """Take a list of actions in notation."""
        for text in actions:
            self.submit_text(text)

    def explain(self, side: int, why: str) -> None:
        """Keep the sentence in which a computer says why it did what it has just done, once that is whole."""
        is_secret = self.actions[-1].startswith("keep ")  # an agenda: no line of the log tells of it
        if why and not is_secret and (self.mover != side or self.state.pick[T.STEP] == T.STEP_MOVE):
            self.notes[len(self.actions)] = why

    def foretell(self, forecast: Forecast) -> None:
        """Keep a forecast. Who says something else about the same number and round has changed his mind."""
        said = (forecast.who, forecast.round, forecast.about)
        self.forecasts = [f for f in self.forecasts if (f.who, f.round, f.about) != said] + [forecast]

    # --- going back ------------------------------------------------------------------------------

    def take_back(self, side: int) -> int:
        """Undo the side's last pick, or the whole move it finished. Returns the number of picks undone.

        Raises CannotTakeBack once the rival or Nature has acted on it, when it has shown something hidden, or when the
        clock made it.
        """
        keep = self._taken_back_to(side)
        undone = len(self.actions) - keep
        self.rewind(keep)
        return undone

    def why_it_stands(self, side: int) -> str:
        """Why the side can't take back its last pick; nothing if it can."""
        try:
            self._taken_back_to(side)
        except CannotTakeBack as reason:
            return str(reason)
        return ""

    def _taken_back_to(self, side: int) -> int:
        if not self.actions:
            raise CannotTakeBack("Nothing has been played yet.")
        movers = self._movers
        if movers[-1] == T.NATURE:
            raise CannotTakeBack("Cards or headlines have been drawn since; that can't be undone.")
        if movers[-1] != side:
            raise CannotTakeBack("The rival has moved since; your last move stands.")
        keep = len(self.actions)
        while keep and movers[keep - 1] == side:
            keep -= 1
            if self.actions[keep].split()[0] not in ("use", "sector", "bloc", "for", "sweeten"):
                break
        if any(inject.kind == "time" and inject.action > keep for inject in self.injects):
            raise CannotTakeBack("Its time was up: the move stands.")
        for number, event in self.events:
            if number > keep and _reveals(self.book, event, side):
                raise CannotTakeBack("The rival's hidden card has been seen; the move stands.")
            if number > keep and self._was_tested(event, 1 - side):
                raise CannotTakeBack(
                    "The rival's hidden card has not answered, which tells; the move stands."
                )
        return keep

    def _was_tested(self, event: Event, rival: int) -> bool:
        """Whether a policy was played that a face-down card might have answered: its silence is news too."""
        if event.what != T.NOTE_POLICY or self.book.tables.card_class[event.old] == T.NO_TRIGGER:
            return False
        return self.state.slot_card[rival] > 0 and self.state.slot_up[rival] == 0

    def rewind(self, keep: int) -> None:
        """Go back to the position after the first `keep` actions; luck to come stays as it was."""
        actions = self.actions[:keep]
        self._restart()
        self.fold(actions)
        self.forecasts = [f for f in self.forecasts if f.round <= self.state.shared[T.ROUND]]
        self.injects = [inject for inject in self.injects if inject.action <= keep]
        self.notes = {number: why for number, why in self.notes.items() if number <= keep}

    def branch(self, at: int) -> "Match":
        """A new match from the position after the first `at` actions, with the same luck to come."""
        other = Match(self.pack, self.scenario.id, self.seats, self.seed, self.script, self.book)
        other.fold(self.actions[:at])
        other.notes = {number: why for number, why in self.notes.items() if number <= at}
        return other


def _reveals(book: Rulebook, event: Event, side: int) -> bool:
    """Whether an event showed this side a card that its rival had hidden."""
    if event.what == T.NOTE_FIRED:
        return True
    return event.what == T.SLOT_CARD + 1 - side and event.old > 0
