"""What one viewer may know: the one gate for secrets.

Whatever leaves a match for a viewer is an `Observation` or an event that passed `censor`. Folding a viewer's events
over an old observation with `see` gives the new one.
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass

from . import terms as T
from .compiled import compiled
from .event import Event
from .rulebook import Rulebook, Tables
from .rules import legal
from .state import State, Window, copy

LUCK_SIZE = 256  # more numbers than filling the blanks of one position takes


@dataclass(frozen=True, slots=True)
class Observation:
    """A position with blanks (UNKNOWN), as `viewer` (US, CHINA, PUBLIC or ALL) may know it."""

    viewer: int
    seen: State


def observe(book: Rulebook, s: State, viewer: int) -> Observation:
    """What the viewer may know of a position."""
    seen = copy(s)
    if viewer != T.ALL:
        blank(book.tables, seen, viewer)
    return Observation(viewer, seen)


def picks(book: Rulebook, observation: Observation) -> list[int]:
    """The viewer's legal actions, on its own turn; nothing hidden is needed to list them."""
    if observation.seen.shared[T.MOVER] != observation.viewer or observation.viewer >= T.PUBLIC:
        return []
    return legal(book, observation.seen)


@compiled
def blank(t: Tables, s: State, viewer: int) -> None:
    """Blank out, in place, what this viewer (US, CHINA or PUBLIC) may not know."""
    if s.shared[T.MOVER] != viewer:
        s.pick[T.STEP] = T.STEP_MOVE
        for k in range(1, T.PICK_SIZE):
            s.pick[k] = T.NONE
    for side in range(2):
        if side != viewer:
            if t.setting[T.OPEN_HANDS] == 0:
                blank_cards(t, s, side)
            blank_agendas(t, s, side)
    for a in range(t.setting[T.N_AGENDAS]):
        if s.agenda[a] == T.IN_BOX:
            s.agenda[a] = T.UNKNOWN


@compiled
def blank_cards(t: Tables, s: State, side: int) -> None:
    """Hide hand, deck and a face-down contingency; discards and a face-up contingency are public."""
    first = 0 if side == T.US else t.setting[T.N_US_CARDS]
    last = t.setting[T.N_US_CARDS] if side == T.US else t.setting[T.N_CARDS]
    for card in range(first, last):
        place = s.place[card]
        if place == T.IN_DECK or place == T.IN_HAND or (place == T.IN_SLOT and s.slot_up[side] == 0):
            s.place[card] = T.UNKNOWN
    if s.slot_card[side] and s.slot_up[side] == 0:
        s.slot_card[side] = T.UNKNOWN
        s.slot_target[side] = T.UNKNOWN


@compiled
def blank_agendas(t: Tables, s: State, side: int) -> None:
    """Hide a side's agendas, but for the one that final scoring has turned up."""
    scored = s.shared[T.ENDING] == T.SCORED
    for a in range(t.setting[T.N_AGENDAS]):
        place = s.agenda[a]
        if place == T.DEALT + side or place == T.RETURNED + side or (place == T.KEPT + side and not scored):
            s.agenda[a] = T.UNKNOWN


def is_blank(event: Event) -> bool:
    """Whether a viewer received only that something changed. A number may be as low as UNKNOWN, but never before and
    after a change.
    """
    return event.old == event.new == T.UNKNOWN


def censor(event: Event, viewer: int) -> Event | None:
    """The event as the viewer receives it: whole, with blanks, or not at all."""
    audience = event.audience
    if viewer == T.ALL or audience == T.EVERYBODY or audience == viewer:
        return event
    if audience >= T.VEILED:
        if audience - T.VEILED == viewer:
            return event
        return event._replace(old=T.UNKNOWN, new=T.UNKNOWN)
    return None


def see(observation: Observation, event: Event) -> None:
    """Take one received event into an observation, in place. Seeing it twice does no harm."""
    if event.what < T.NOTE:
        observation.seen.cells[event.what] = event.new


def determinize(book: Rulebook, observation: Observation, pick: Callable[[int], int]) -> State:
    """A position the viewer could be in: blanks filled by luck, where `pick(n)` gives 0..n-1, all alike.

    Observing the result as the same viewer gives the same observation.
    """
    s = copy(observation.seen)
    luck = memoryview(array("h", (pick(1 << 15) for _ in range(LUCK_SIZE))))
    fill_blanks(book.tables, s, observation.viewer, luck)
    return s


@compiled
def fill_blanks(t: Tables, s: State, viewer: int, luck: Window) -> None:
    """Fill every blank in place. `luck` holds LUCK_SIZE random numbers from 0 to 32767."""
    if viewer == T.ALL:
        return
    at = 0
    for side in range(2):
        if side != viewer:
            if t.setting[T.OPEN_HANDS] == 0:
                at = fill_cards(t, s, side, luck, at)
            at = fill_agendas(t, s, side, luck, at)
    for a in range(t.setting[T.N_AGENDAS]):
        if s.agenda[a] == T.UNKNOWN:
            s.agenda[a] = T.IN_BOX


@compiled
def fill_cards(t: Tables, s: State, side: int, luck: Window, at: int) -> int:
    """A face-down contingency first (it needs a trigger), then the hand; the rest is the deck."""
    first = 0 if side == T.US else t.setting[T.N_US_CARDS]
    last = t.setting[T.N_US_CARDS] if side == T.US else t.setting[T.N_CARDS]
    if s.slot_card[side] == T.UNKNOWN:
        at = fill_slot(t, s, side, luck, at, first, last)
    n = 0
    for card in range(first, last):
        if s.place[card] == T.UNKNOWN:
            s.scratch[n] = card
            n += 1
    for k in range(n):
        if k < s.hand_size[side]:
            other = k + luck[at] % (n - k)
            at += 1
            card = s.scratch[other]
            s.scratch[other] = s.scratch[k]
            s.scratch[k] = card
            s.place[card] = T.IN_HAND
        else:
            s.place[s.scratch[k]] = T.IN_DECK
    return at


@compiled
def fill_slot(t: Tables, s: State, side: int, luck: Window, at: int, first: int, last: int) -> int:
    n = 0
    for card in range(first, last):
        if s.place[card] == T.UNKNOWN and t.card_trigger[card] != T.NO_TRIGGER:
            s.scratch[n] = card
            n += 1
    card = s.scratch[luck[at] % n]
    s.place[card] = T.IN_SLOT
    s.slot_card[side] = card + 1
    s.slot_target[side] = T.NONE
    targets = t.target_start[card + 1] - t.target_start[card]
    if targets:
        s.slot_target[side] = t.target[t.target_start[card] + luck[at + 1] % targets]
    return at + 2


@compiled
def fill_agendas(t: Tables, s: State, side: int, luck: Window, at: int) -> int:
    """As many agendas as the side was dealt, from those the viewer can't place."""
    dealt = min(2, max(0, s.shared[T.AGENDAS_DEALT] - 2 * side))
    chosen = s.agenda_kept[side] > 0
    for k in range(dealt):
        place = T.DEALT + side
        if chosen:
            place = (T.KEPT if k == 0 else T.RETURNED) + side
        if chosen and k == 0 and s.shared[T.ENDING] == T.SCORED:
            continue  # final scoring has turned it up
        n = 0
        for a in range(t.setting[T.N_AGENDAS]):
            if s.agenda[a] == T.UNKNOWN:
                s.scratch[n] = a
                n += 1
        if n == 0:
            return at  # nothing is hidden: a position looked at with all cards open
        s.agenda[s.scratch[luck[at] % n]] = place
        at += 1
    return at
