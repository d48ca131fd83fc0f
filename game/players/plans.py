"""Plans: whole moves, one to three picks in a row, and what each is worth one step ahead.

`survey` lists every way to complete the move at hand and tries each on a copy of what is known.
"""

from game.engine import terms as T
from game.engine.compiled import compiled
from game.engine.moves import list_legal
from game.engine.rulebook import Tables
from game.engine.state import State, Window, copy
from game.engine.turn import resolve
from game.engine.view import Observation

from .evaluate import SUMS, value_for
from .room import LEGAL, LENGTH, MOST_PLANS, PLANS, ROOT, SPARE, Numbers

VALUES = SUMS  # where `sums` has the worth of each plan
REFUSED = 100.0  # what an offer loses that will be refused: it is not made


def assume(observation: Observation) -> State:
    """What is known as a position to try moves on: a hidden contingency is taken not to answer."""
    known = copy(observation.seen)
    for side in range(2):
        if known.slot_card[side] == T.UNKNOWN:
            known.slot_card[side] = 0
    return known


@compiled
def keep(s: State, room: Window, at: int) -> None:
    room[at : at + len(s.cells)] = s.cells


@compiled
def restore(s: State, room: Window, at: int) -> None:
    s.cells[:] = room[at : at + len(s.cells)]


@compiled
def is_unfinished(s: State, side: int) -> bool:
    """Whether the side is in the middle of a move (announcing is free and leaves the move)."""
    return s.shared[T.MOVER] == side and s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] != T.STEP_MOVE


@compiled
def take_plan(t: Tables, s: State, room: Window, k: int) -> int:
    """Take the picks of the k-th plan; returns their number."""
    n = 0
    while n < LENGTH and room[PLANS + k * LENGTH + n] != T.NONE:
        resolve(t, s, room[PLANS + k * LENGTH + n])
        n += 1
    return n


@compiled
def answer_well(t: Tables, s: State, room: Window, sums: Numbers) -> bool:
    """Answer the offer that lies open by what is better at once for whoever is asked."""
    side = s.shared[T.MOVER]
    keep(s, room, SPARE)
    resolve(t, s, T.REFUSE)
    refused = value_for(t, s, side, sums)
    restore(s, room, SPARE)
    resolve(t, s, T.ACCEPT)
    if value_for(t, s, side, sums) >= refused:
        return True
    restore(s, room, SPARE)
    resolve(t, s, T.REFUSE)
    return False


@compiled
def worth(t: Tables, s: State, room: Window, side: int, sums: Numbers) -> float:
    """The worth of a position in which the side has just finished a move; an open offer is answered first."""
    loss = 0.0
    if s.shared[T.PHASE] == T.ANSWERING and s.shared[T.MOVER] != side:
        if not answer_well(t, s, room, sums):
            loss = REFUSED
    return value_for(t, s, side, sums) - loss


@compiled
def survey(t: Tables, s: State, room: Window, side: int, sums: Numbers) -> int:
    """Write every plan from the root, and its worth one step ahead; returns their number.

    Plans that are not finished yet stand at the end of the list and are replaced by what they can become.
    """
    for pick in range(LENGTH):
        room[PLANS + pick] = T.NONE
    ahead, n = 1, 0  # the first n plans are finished, those up to `ahead` are not
    while n < ahead:
        restore(s, room, ROOT)
        length = take_plan(t, s, room, n)
        if length > 0 and not is_unfinished(s, side):
            sums[VALUES + n] = worth(t, s, room, side, sums)
            n += 1
        else:
            ahead = unfold(t, s, room, n, ahead, length)
    return n


@compiled
def unfold(t: Tables, s: State, room: Window, n: int, ahead: int, length: int) -> int:
    """Replace the n-th plan by all that it can go on as, the first in its place, the others at the end."""
    options = min(list_legal(t, s, room[LEGAL:]), MOST_PLANS - ahead + 1)
    here = PLANS + n * LENGTH
    for k in range(1, options):
        there = PLANS + (ahead + k - 1) * LENGTH
        room[there : there + LENGTH] = room[here : here + LENGTH]
        room[there + length] = room[LEGAL + k]
    room[here + length] = room[LEGAL]
    return ahead + options - 1
