"""Matches at moments worth looking at, found by playing at random from fixed seeds: real positions, so everything
that a person can do in a match works in them too.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from functools import lru_cache
from random import Random

from game.content.compile import load_base
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.market import measure_levels
from game.engine.rulebook import Rulebook
from game.engine.view import Observation, observe
from game.match.match import Match
from game.match.preview import preview
from game.match.seats import Seat
from game.players.advice import Advice
from game.players.decider import Decider, Request
from game.players.thoughts import Thoughts

ANN, BO, COMPUTER = Seat(name="Ann"), Seat(name="Bo"), Seat(level="greedy")
SEEDS = range(400)
MEASURES = (T.KIND_CONTROL, T.KIND_LIST, T.KIND_TARIFF)
Moment = Callable[[Match], bool]


@lru_cache(maxsize=1)
def base() -> Pack:
    return load_base()


def new(scenario: str, seats: tuple[Seat, Seat] = (ANN, COMPUTER), seed: str = "0") -> Match:
    """A match before its first pick."""
    match = copy(_blank(scenario))
    match.seats, match.seed, match.notes = seats, seed, {}
    match.rewind(0)
    return match


@lru_cache(maxsize=8)
def _blank(scenario: str) -> Match:
    """What is compiled for a scenario serves all its matches: checking the pack takes longer than most searches."""
    return Match(base(), scenario, (ANN, COMPUTER), "0")


def at(moment: Moment, scenario: str = "tech-war", seats: tuple[Seat, Seat] = (ANN, COMPUTER)) -> Match:
    """A match of random picks that has come to the moment."""
    seed, actions = _found(moment, scenario)
    match = new(scenario, seats, seed)
    match.fold(actions)
    return match


@lru_cache(maxsize=128)
def _found(moment: Moment, scenario: str) -> tuple[str, tuple[str, ...]]:
    """The first seed whose random match comes to the moment, and its actions up to there."""
    for seed in SEEDS:
        match, rng = new(scenario, seed=str(seed)), Random(seed)
        while not match.is_over and not moment(match):
            match.run_nature()
            if not match.is_over and not moment(match):
                match.submit(_pick(match, rng))
        if moment(match):
            return str(seed), tuple(match.actions)
    raise AssertionError(f"no random match of {scenario} comes to {moment}")


def _pick(match: Match, rng: Random) -> int:
    """Any pick, but most often one that fills the table: a measure, played as a policy."""
    legal = match.legal()
    if rng.random() < 0.25:
        return rng.choice(legal)
    kinds = [card.kind for card in match.book.cards]
    cards = [a for a in legal if 0 <= a - T.CARD < len(kinds) and kinds[a - T.CARD] in MEASURES]
    policy = [a for a in legal if a == T.USE + T.USE_POLICY]
    quiet = [a for a in legal if a != T.PASS and not T.LIFT <= a < T.OFFER]
    return rng.choice(cards or policy or quiet or legal)


# --- moments: what US, the person at the screen, sees ---------------------------------------------


def my_move(match: Match, side: int = T.US) -> bool:
    """The side begins a move."""
    s = match.state
    return match.mover == side and s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] == T.STEP_MOVE


def agenda(match: Match) -> bool:
    return match.mover == T.US and match.state.shared[T.PHASE] == T.AGENDA_CHOICE


def first_move(match: Match) -> bool:
    return my_move(match)


def rival_moves(match: Match) -> bool:
    return my_move(match, T.CHINA) and match.state.shared[T.ROUND] >= 2


def last_move(match: Match) -> bool:
    """The person's move ends the round: the market phase comes next, and a headline."""
    s = match.state
    rounds = match.book.tables.setting[T.ROUNDS]
    return my_move(match) and s.moves[T.US] == 1 and s.moves[T.CHINA] == 0 and 2 <= s.shared[T.ROUND] < rounds


def china_moves(match: Match) -> bool:
    return rival_moves(match) and measure_levels(match.state) >= 4


def many_measures(match: Match) -> bool:
    """Late, with many measures, a contingency and a long log."""
    s = match.state
    return my_move(match) and s.shared[T.ROUND] >= 4 and measure_levels(s) >= 8 and s.slot_card[0] != 0


def naming(match: Match) -> bool:
    return match.mover == T.US and match.state.shared[T.PHASE] == T.NAMING


def answering(match: Match) -> bool:
    return match.mover == T.US and match.state.shared[T.PHASE] == T.ANSWERING


def use_of_a_card(match: Match) -> bool:
    return match.mover == T.US and match.state.pick[T.STEP] == T.STEP_USE


def target_of_a_card(match: Match) -> bool:
    return match.mover == T.US and match.state.pick[T.STEP] == T.STEP_TARGET


def deal_take(match: Match) -> bool:
    return match.mover == T.US and match.state.pick[T.STEP] == T.STEP_TAKE


def deal_sweetener(match: Match) -> bool:
    return match.mover == T.US and match.state.pick[T.STEP] == T.STEP_SWEETENER


def can_lift_and_deal(match: Match) -> bool:
    """Three measures of one's own to lift, and a deal to propose."""
    if not my_move(match):
        return False
    legal = match.legal()
    return sum(T.LIFT <= a < T.OFFER for a in legal) >= 3 and any(T.OFFER <= a < T.ASK for a in legal)


def can_end(match: Match) -> bool:
    """A card is chosen, and one of its uses would end the game."""
    return ending_pick(match) is not None


def ending_pick(match: Match) -> int | None:
    """A pick of the person that would end the game."""
    if match.state.shared[T.TENSION] < 9 or not use_of_a_card(match):
        return None
    seen = observe(match.book, match.state, T.US)
    return next((a for a in match.legal() if preview(match.book, seen, [a]).ending != T.RUNNING), None)


def scored(match: Match) -> bool:
    return match.is_over and match.state.shared[T.ENDING] == T.SCORED


def automatic(match: Match) -> bool:
    return match.is_over and match.state.shared[T.ENDING] == T.AUTOMATIC


def rupture(match: Match) -> bool:
    return match.is_over and match.state.shared[T.ENDING] == T.RUPTURE


def shared_loss(match: Match) -> bool:
    return match.is_over and match.state.shared[T.ENDING] == T.SHARED_LOSS


# --- computers without a process of their own -----------------------------------------------------


class Here:
    """Answers as the computer player's process does, but in this one."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.thoughts: Thoughts | None = None
        self.advice: Advice | None = None
        self._asked: Request | None = None

    @property
    def is_thinking(self) -> bool:
        return self._asked is not None

    def ask(self, observation: Observation, level: str, seed: str, persona: str = "neutral") -> None:
        cells = bytes(observation.seen.cells)
        self._asked = Request(0, observation.viewer, cells, level, persona, seed, 0.0)

    def advise(self, observation: Observation, seed: str) -> None:
        self.ask(observation, "greedy", seed)
        assert self._asked is not None
        self._asked = replace(self._asked, is_for_person=True)

    def reply(self) -> int | None:
        if self._asked is None:
            return None
        reply, self._asked = Decider(self.book).decide_at_once(self._asked), None
        self.thoughts, self.advice = reply.thoughts, reply.advice
        return reply.action

    def cancel(self) -> None:
        self._asked = None

    def close(self) -> None:
        self._asked = None


class Never(Here):
    """Thinks for ever."""

    def reply(self) -> int | None:
        return None
