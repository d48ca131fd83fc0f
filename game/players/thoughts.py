"""What a player thought: the few best moves with their values, and what the search saw in them."""

from dataclasses import dataclass

from .deeds import NO_DEED

Gain = tuple[int, float]  # (term of the evaluation, how much better than with the other moves)

SHOWN = 5  # moves that are told of


@dataclass(frozen=True, slots=True)
class Thought:
    """One move that was considered."""

    picks: tuple[int, ...]  # whole, in the order in which they are made
    value: float  # the mover's lead that it is expected to bring, in points of the track
    chance: float  # its chance to win that goes with it, 0 to 1
    visits: int  # how often it was played out; 1 for a look one step ahead
    gains: tuple[Gain, ...] = ()  # the terms it changes most, the largest first


@dataclass(frozen=True, slots=True)
class Thoughts:
    """The best moves, the chosen one first, and one sentence about them."""

    best: tuple[Thought, ...]
    reason: str = ""  # one sentence, spoken to the rival ("your")
    report: str = ""  # the same for anybody ("US")
    fear: int = NO_DEED  # what the rival might do next that would cost most (see `deeds`)
    price: str = ""  # what would have made a refused deal acceptable: "1 Budget more"
    lines: int = 0  # that were played out in all
    is_plain: bool = False  # thought in plain Python, so less far than usual
