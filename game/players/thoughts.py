"""What a player thought: the few best moves with their values, and what the search saw in them."""

from dataclasses import dataclass

Gain = tuple[int, float]  # (term of the evaluation, how much better than without the move)

SHOWN = 5  # moves that are told of


@dataclass(frozen=True, slots=True)
class Thought:
    """One move that was considered."""

    picks: tuple[int, ...]  # whole, in the order in which they are made
    value: float  # what it is worth to the mover, in points of the track, against doing nothing
    visits: int  # how often it was played out; 1 for a look one step ahead
    gains: tuple[Gain, ...] = ()  # the terms it changes most, the largest first


@dataclass(frozen=True, slots=True)
class Thoughts:
    """The best moves, the chosen one first, and one sentence about them."""

    best: tuple[Thought, ...]
    reason: str = ""  # one sentence, spoken to the rival ("your")
    report: str = ""  # the same for anybody ("US")
