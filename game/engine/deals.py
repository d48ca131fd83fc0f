"""Deals: one level of my measure for one of yours, perhaps with a sweetener (rulebook 4.1)."""

from . import terms as T
from .compiled import compiled
from .ops import lower_measure, measure_cell, raise_tension
from .rulebook import Tables
from .state import State, add, because, note, put


@compiled
def has_measure(s: State, side: int) -> bool:
    """Tariffs count here."""
    for measure in range(T.MEASURES):
        if s.cells[measure_cell(side, measure)] > 0:
            return True
    return False


@compiled
def can_propose(t: Tables, s: State, side: int) -> bool:
    if t.setting[T.DEALS] == 0 or s.cells[T.PROPOSED + side] > 0:
        return False
    return has_measure(s, side) and has_measure(s, 1 - side)


@compiled
def propose(s: State, side: int, give: int, take: int, sweetener: int) -> None:
    """Lay the offer open; the rival answers at once."""
    because(s, T.BY_DEAL, side)
    put(s, T.PROPOSED + side, 1)
    put(s, T.SHARED + T.OFFER_GIVE, give)
    put(s, T.SHARED + T.OFFER_TAKE, take)
    put(s, T.SHARED + T.OFFER_SWEETENER, sweetener)
    note(s, T.NOTE_OFFER, side, 0)
    put(s, T.SHARED + T.PHASE, T.ANSWERING)
    put(s, T.SHARED + T.MOVER, 1 - side)


@compiled
def accept(t: Tables, s: State, side: int) -> None:
    """`side` accepts its rival's offer: measures down and locked, sweetener, calmer and more popular."""
    proposer = 1 - side
    because(s, T.BY_DEAL, proposer)
    note(s, T.NOTE_ACCEPT, side, 0)
    until = s.shared[T.ROUND] + 1
    give, take = s.shared[T.OFFER_GIVE], s.shared[T.OFFER_TAKE]
    lower_measure(s, proposer, give)
    lower_measure(s, side, take)
    put(s, T.LOCK + proposer * T.MEASURES + give, until)
    put(s, T.LOCK + side * T.MEASURES + take, until)
    sweetener = s.shared[T.OFFER_SWEETENER]
    add(s, T.BUDGET + proposer, -sweetener)
    add(s, T.BUDGET + side, sweetener)
    raise_tension(t, s, -1, proposer)
    add(s, T.APPROVAL + T.US, 1)
    add(s, T.APPROVAL + T.CHINA, 1)


@compiled
def refuse(s: State, side: int) -> None:
    """`side` refuses its rival's offer and pays 1 Political Capital for it, if it has any."""
    because(s, T.BY_DEAL, 1 - side)
    note(s, T.NOTE_REFUSE, side, 0)
    add(s, T.CAPITAL + side, -1)


@compiled
def close_offer(s: State) -> None:
    put(s, T.SHARED + T.OFFER_GIVE, T.NONE)
    put(s, T.SHARED + T.OFFER_TAKE, T.NONE)
    put(s, T.SHARED + T.OFFER_SWEETENER, 0)
