"""Plans: whole moves, one to four picks in a row, and what each is worth one step ahead.

`survey` lists every way to complete the move at hand and tries each on a copy of what is known.
"""

from array import array
from typing import NamedTuple

from game.engine import terms as T
from game.engine.compiled import compiled
from game.engine.moves import list_legal
from game.engine.rulebook import Rulebook, Tables
from game.engine.rules import MOST_LEGAL
from game.engine.state import State, Window, copy
from game.engine.turn import resolve
from game.engine.view import Observation

from .evaluate import Numbers, no_terms, numbers, value_for

LENGTH = 3  # picks of the longest moves: card, use, target; give, take, sweetener
MOST_PLANS = 1024
REFUSED = 0.05  # what an offer loses that will be refused: it is not worth making


class Plan(NamedTuple):
    """A whole move, and its worth to the mover."""

    picks: tuple[int, ...]
    value: float


class Paper(NamedTuple):
    """Room for a survey: nothing in it outlives one."""

    s: State
    spare: Window  # cells of another position
    legal: Window
    plans: Window  # LENGTH picks each, NONE after the last
    values: Numbers
    terms: Numbers


def paper(s: State) -> Paper:
    return Paper(
        copy(s),
        copy(s).cells,
        memoryview(array("h", bytes(2 * MOST_LEGAL))),
        memoryview(array("h", bytes(2 * LENGTH * MOST_PLANS))),
        numbers(MOST_PLANS),
        no_terms(),
    )


def assume(observation: Observation) -> State:
    """What is known as a position to try moves on: a hidden contingency is taken not to answer."""
    known = copy(observation.seen)
    for side in range(2):
        if known.slot_card[side] == T.UNKNOWN:
            known.slot_card[side] = 0
    return known


def plans_of(book: Rulebook, known: State, side: int, weights: Numbers) -> list[Plan]:
    """Every way to complete the side's move in a position, each with its worth one step ahead."""
    room = paper(known)
    n = survey(
        book.tables,
        room.s,
        known.cells,
        room.spare,
        side,
        weights,
        room.terms,
        room.legal,
        room.plans,
        room.values,
    )
    found = []
    for k in range(n):
        picks = tuple(pick for pick in room.plans[k * LENGTH : (k + 1) * LENGTH] if pick != T.NONE)
        found.append(Plan(picks, room.values[k]))
    return found


@compiled
def is_unfinished(s: State, side: int) -> bool:
    """Whether the side is in the middle of a move (announcing is free and leaves the move)."""
    return s.shared[T.MOVER] == side and s.shared[T.PHASE] == T.MOVING and s.pick[T.STEP] != T.STEP_MOVE


@compiled
def try_plan(t: Tables, s: State, root: Window, plans: Window, k: int) -> int:
    """Take the picks of the k-th plan from the root; returns their number."""
    s.cells[:] = root
    n = 0
    while n < LENGTH and plans[k * LENGTH + n] != T.NONE:
        resolve(t, s, plans[k * LENGTH + n])
        n += 1
    return n


@compiled
def answered(t: Tables, s: State, spare: Window, side: int, weights: Numbers, terms: Numbers) -> float:
    """The worth of the offer that lies open, if the rival answers by what is better for it; s becomes that answer."""
    spare[:] = s.cells
    resolve(t, s, T.REFUSE)
    refused = value_for(t, s, 1 - side, weights, terms)
    s.cells[:] = spare
    resolve(t, s, T.ACCEPT)
    if value_for(t, s, 1 - side, weights, terms) >= refused:
        return value_for(t, s, side, weights, terms)
    s.cells[:] = spare
    resolve(t, s, T.REFUSE)
    return value_for(t, s, side, weights, terms) - REFUSED


@compiled
def worth(t: Tables, s: State, spare: Window, side: int, weights: Numbers, terms: Numbers) -> float:
    """The worth of a position in which the side has just finished a move; an open offer is answered first."""
    if s.shared[T.PHASE] == T.ANSWERING and s.shared[T.MOVER] != side:
        return answered(t, s, spare, side, weights, terms)
    return value_for(t, s, side, weights, terms)


@compiled
def survey(
    t: Tables,
    s: State,
    root: Window,
    spare: Window,
    side: int,
    weights: Numbers,
    terms: Numbers,
    legal: Window,
    plans: Window,
    values: Numbers,
) -> int:
    """Write every plan from the root and its worth one step ahead; returns their number.

    Plans that are not finished yet stand at the end of the list and are replaced by what they can become.
    """
    for pick in range(LENGTH):
        plans[pick] = T.NONE
    ahead, n = 1, 0  # plans[:n] are finished, plans[n:ahead] are not
    while n < ahead:
        length = try_plan(t, s, root, plans, n)
        if length > 0 and not is_unfinished(s, side):
            values[n] = worth(t, s, spare, side, weights, terms)
            n += 1
            continue
        ahead = unfold(t, s, legal, plans, n, ahead, length)
    return n


@compiled
def unfold(t: Tables, s: State, legal: Window, plans: Window, n: int, ahead: int, length: int) -> int:
    """Replace the n-th plan by all that it can go on as, the first in its place, the others at the end."""
    options = min(list_legal(t, s, legal), MOST_PLANS - ahead + 1)
    for k in range(1, options):
        for pick in range(LENGTH):
            plans[(ahead + k - 1) * LENGTH + pick] = plans[n * LENGTH + pick]
        plans[(ahead + k - 1) * LENGTH + length] = legal[k]
    plans[n * LENGTH + length] = legal[0]
    return ahead + options - 1
