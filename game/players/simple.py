"""Two simple players: `random` picks anything, `greedy` the move that looks best at once, with a little noise.

A move is one to four picks in a row; greedy tries whole moves on copies of what it knows and keeps the picks it has
planned until the move is complete.
"""

from random import Random
from typing import Protocol

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal, mover
from game.engine.state import State, copy
from game.engine.view import Observation, picks

from .evaluate import value_for

NOISE = 0.25  # half the width of greedy's error, in points of the track


class Player(Protocol):
    """Decides for the viewer of an observation, on its turn."""

    def pick(self, book: Rulebook, observation: Observation) -> int: ...


class RandomPlayer:
    """Any legal pick, all alike."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def pick(self, book: Rulebook, observation: Observation) -> int:
        return self.rng.choice(picks(book, observation))


class GreedyPlayer:
    """The best whole move one step ahead."""

    def __init__(self, rng: Random, noise: float = NOISE) -> None:
        self.rng = rng
        self.noise = noise

    def pick(self, book: Rulebook, observation: Observation) -> int:
        """The first pick of the best way to complete the move from here."""
        options = picks(book, observation)
        if len(options) == 1:
            return options[0]
        side = observation.viewer
        known = assume(observation)
        best, best_value = options[0], -1e9
        for option in options:
            value = best_completion(book, known, option, side) + self.rng.uniform(-self.noise, self.noise)
            if value > best_value:
                best, best_value = option, value
        return best


def assume(observation: Observation) -> State:
    """What is known as a position to try moves on: a hidden contingency is taken not to answer."""
    known = copy(observation.seen)
    for side in range(2):
        if known.slot_card[side] == T.UNKNOWN:
            known.slot_card[side] = 0
    return known


def best_completion(book: Rulebook, s: State, option: int, side: int) -> float:
    """The worth of a pick: of the best of the moves it can be the first pick of."""
    after = copy(s)
    apply(book, after, option)
    if after.shared[T.PHASE] == T.ANSWERING and mover(after) != side:
        return answered(book, after, side)
    if mover(after) == side and is_unfinished(after):
        return max(best_completion(book, after, further, side) for further in legal(book, after))
    return float(value_for(book.tables, after, side))


def is_unfinished(s: State) -> bool:
    """Whether the mover is in the middle of a move (announcing is free and leaves the move)."""
    return bool(s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] != T.STEP_MOVE)


def answered(book: Rulebook, offered: State, side: int) -> float:
    """The worth of an offer, if the rival answers by what is better for it."""
    rival = 1 - side
    outcomes = []
    for answer in (T.ACCEPT, T.REFUSE):
        after = copy(offered)
        apply(book, after, answer)
        outcomes.append((value_for(book.tables, after, rival), value_for(book.tables, after, side)))
    accepted, refused = outcomes
    if accepted[0] >= refused[0]:
        return float(accepted[1])
    return float(refused[1]) - 0.05  # an offer that will be refused is not worth making


def make_player(level: str, seed: str) -> Player:
    """A player of this level with luck of its own. Raises ValueError for a level there is not."""
    if level == "random":
        return RandomPlayer(Random(seed))
    if level == "greedy":
        return GreedyPlayer(Random(seed))
    raise ValueError(f'there is no player "{level}"; there are: random, greedy')


PLAYERS = ("random", "greedy")
