"""One game between computer players, and what is kept of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random
from typing import Any, Protocol

from game.content.compile import rulebook
from game.content.pack import KINDS, Luck, Pack, Scenario
from game.content.shelf import scenario_named
from game.engine import terms as T
from game.engine.event import Event
from game.engine.rulebook import Rulebook
from game.engine.rules import apply_events, legal, mover, outcome, start
from game.engine.scoring import SCORE_AGENDA_CHINA, SCORE_AGENDA_US
from game.engine.state import State
from game.engine.view import observe
from game.match.luck import SetLuck
from game.players.core import PlainCore, fast_core
from game.players.levels import is_searching, lab_player
from game.players.simple import Player

CLASSES = {number: name for name, number in KINDS.items()}
STATECRAFT = {T.ICON_SECTOR: "invest", T.ICON_BLOC: "court", T.ICON_CRATE: "stockpile", T.ICON_RALLY: "rally"}
DEEDS = {
    T.NOTE_SET: "contingency set",
    T.NOTE_LIFT: "lift",
    T.NOTE_PASS: "pass",
    T.NOTE_OFFER: "deal proposed",
    T.NOTE_ACCEPT: "deal struck",
    T.NOTE_ANNOUNCE: "announce",
}
NO_LUCK = Luck()
INSTRUMENTS = (*KINDS, *STATECRAFT.values(), "fund", "contingency fired", *DEEDS.values())


@dataclass
class Game:
    """What is kept of one game. Everything is a JSON value; per-side lists hold the US first."""

    winner: int = T.NOBODY
    ending: int = 0
    starter: int = 0
    decisions: int = 0  # picks of the sides
    moves: int = 0  # whole moves, answers, namings and agenda choices
    options: int = 0  # legal picks summed over decisions
    leader_changes: int = 0
    track: int = 0
    leader_at_half: int = 0  # the sign of the track after half of the rounds
    drawn: list[int] = field(default_factory=list)  # cards that were in a hand
    policies: list[int] = field(default_factory=list)  # cards played as a policy
    instruments: list[dict[str, int]] = field(default_factory=lambda: [{}, {}])
    agendas: list[int] = field(default_factory=list)  # kept, none where they are off
    met: list[bool] = field(default_factory=list)  # at final scoring; empty if the game ended before it


@lru_cache(maxsize=8)
def given(scenario: str) -> tuple[Pack, Scenario]:
    """The pack and the scenario of a name, like tech-war or PACK/ID. Raises ContentError."""
    return scenario_named(scenario)


@lru_cache(maxsize=8)
def book_of(scenario: str) -> Rulebook:
    pack, one = given(scenario)
    return rulebook(pack, one.id)


class Witness(Protocol):
    """Looks on while a game is played."""

    def picked(self, s: State, who: int, action: int, options: list[int]) -> None:
        """Before a pick is applied."""

    def told(self, s: State, events: list[Event]) -> None:
        """After it was applied."""


def play_game(scenario: str, levels: tuple[str, str], seed: str) -> Game:
    """One game between players by their names; the same seed gives the same game."""
    return play_between(scenario, seated(scenario, levels, seed), seed)


def play_between(scenario: str, players: Sequence[Player], seed: str) -> Game:
    """One game between any two players; the seed decides Nature's picks."""
    watch = Watch(book_of(scenario))
    return watch.finished(watched(scenario, players, seed, watch))


def seated(scenario: str, levels: tuple[str, str], seed: str) -> list[Player]:
    """The players of one game, each with luck of its own. Raises ValueError."""
    core = core_for(book_of(scenario), levels)
    return [lab_player(level, f"{seed}/{side}", core) for side, level in enumerate(levels)]


def watched(scenario: str, players: Sequence[Player], seed: str, witness: Witness) -> State:
    """Play one game before a witness; returns its last position."""
    return followed(book_of(scenario), players, seed, witness, given(scenario)[1].luck)


def followed(
    book: Rulebook, players: Sequence[Player], seed: str, witness: Witness, in_advance: Luck = NO_LUCK
) -> State:
    """The same by any rulebook, and with what its scenario sets of luck in advance."""
    luck, s, is_set = Random(seed), start(book), SetLuck(book, in_advance)
    while mover(s) != T.NOBODY:
        options, who = legal(book, s), mover(s)
        if who == T.NATURE:
            lot = is_set.lot(s, options)
            is_set.count(s)
            action = luck.choice(is_set.chances(s, options)) if lot is None else lot
        else:
            action = players[who].pick(book, observe(book, s, who))
        witness.picked(s, who, action, options)
        witness.told(s, apply_events(book, s, action))
    return s


@lru_cache(maxsize=8)
def core_for(book: Rulebook, levels: tuple[str, str]) -> PlainCore:
    """Where the players think: compiled if one of them searches, since loading it takes longer than a simple game."""
    return loaded(book) if any(is_searching(level) for level in levels) else PlainCore(book)


@lru_cache(maxsize=8)
def loaded(book: Rulebook) -> PlainCore:
    return fast_core(book)


class Watch:
    """Counts while a game is played."""

    def __init__(self, book: Rulebook) -> None:
        self.book, self.game = book, Game()
        self._drawn: set[int] = set()
        self._policies: set[int] = set()
        self._used: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._leader = 0

    def picked(self, s: State, who: int, action: int, options: list[int]) -> None:
        if who == T.NATURE:
            if s.shared[T.PHASE] == T.CARD_DRAW:
                self._drawn.add(action - T.CARD)
            return
        self.game.decisions += 1
        self.game.options += len(options)
        self.game.moves += s.pick[T.STEP] == T.STEP_MOVE and action != T.ANNOUNCE

    def told(self, s: State, events: list[Event]) -> None:
        for event in events:
            if event.what >= T.NOTE:
                self._count(event)
        track = int(s.shared[T.TRACK])
        self.game.leader_changes += track * self._leader < 0
        self._leader = track or self._leader
        if s.shared[T.ROUND] <= self.book.tables.setting[T.ROUNDS] // 2:
            self.game.leader_at_half = (track > 0) - (track < 0)

    def _count(self, event: Event) -> None:
        what, card = event.what, event.old
        if what in DEEDS:
            self._used[event.old][DEEDS[what]] += 1
        elif what == T.NOTE_POLICY:
            self._policies.add(card)
            self._used[self.book.card_side(card)][CLASSES[self.book.cards[card].kind]] += 1
        elif what == T.NOTE_STATECRAFT:
            icon, _ = self.book.cards[card].icons[event.new]
            self._used[self.book.card_side(card)][STATECRAFT[icon]] += 1
        elif what == T.NOTE_FUND:
            self._used[self.book.card_side(card)]["fund"] += 1
        elif what == T.NOTE_FIRED:
            self._used[self.book.card_side(card)]["contingency fired"] += 1

    def finished(self, s: State) -> Game:
        game, shared = self.game, s.shared
        game.winner, game.ending = int(shared[T.WINNER]), int(shared[T.ENDING])
        game.starter, game.track = int(shared[T.STARTER]), int(shared[T.TRACK])
        game.drawn, game.policies = sorted(self._drawn), sorted(self._policies)
        game.instruments = [dict(used) for used in self._used]
        game.agendas = [
            a for side in (0, 1) for a in range(len(self.book.agendas)) if s.agenda[a] == T.KEPT + side
        ]
        result = outcome(self.book, s)
        if result is not None and result.terms and game.agendas:
            game.met = [result.terms[term] != 0 for term in (SCORE_AGENDA_US, SCORE_AGENDA_CHINA)]
        return game


def to_data(game: Game) -> dict[str, Any]:
    """The game as JSON values."""
    return dict(vars(game))


def from_data(data: dict[str, Any]) -> Game:
    """A game from `to_data`. Raises TypeError for fields that it does not have."""
    return Game(**data)
