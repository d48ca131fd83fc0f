"""Contingencies: set face-down, turned up when the rival escalates (rulebook 5)."""

from . import terms as T
from .compiled import compiled
from .ops import discard, empty_slot, run_program, turn_up
from .rulebook import Tables
from .scoring import is_over
from .state import State, add, because, note, put, show


@compiled
def can_set(t: Tables, s: State, side: int, card: int) -> bool:
    return t.setting[T.CONTINGENCIES] > 0 and t.card_trigger[card] != T.NO_TRIGGER and s.slot_card[side] == 0


@compiled
def can_announce(t: Tables, s: State, side: int) -> bool:
    return t.setting[T.CONTINGENCIES] > 0 and s.slot_card[side] > 0 and s.slot_up[side] == 0


@compiled
def set_contingency(t: Tables, s: State, side: int, card: int, target: int) -> None:
    """Lay a card of the hand into the slot; with open hands it lies face-up."""
    is_open = t.setting[T.OPEN_HANDS] > 0
    because(s, T.BY_RULE, 500)
    note(s, T.NOTE_SET, side, 0)
    show(s, T.PLACE + card, T.IN_SLOT, T.EVERYBODY if is_open else side)
    put(s, T.HAND_SIZE + side, s.hand_size[side] - 1)
    put(s, T.SLOT_UP + side, 1 if is_open else 0)
    show(s, T.SLOT_CARD + side, card + 1, T.EVERYBODY if is_open else T.VEILED + side)
    show(s, T.SLOT_TARGET + side, target, T.EVERYBODY if is_open else T.VEILED + side)


@compiled
def announce(s: State, side: int) -> None:
    """Turn the own set card face-up: a free action for 1 Political Capital."""
    because(s, T.BY_RULE, 500)
    turn_up(s, side)
    note(s, T.NOTE_ANNOUNCE, side, s.slot_card[side] - 1)
    add(s, T.CAPITAL + side, 1)


@compiled
def matches(trigger: int, policy: int) -> bool:
    """Whether a trigger answers a policy of this class."""
    if policy == T.NO_TRIGGER:
        return False
    if trigger == T.ON_RESTRICTION:
        return policy == T.ON_CONTROL or policy == T.ON_LISTING or policy == T.ON_TARIFF
    return trigger == policy


@compiled
def react(t: Tables, s: State, side: int, policy: int) -> None:
    """The side's contingency answers the policy of this class that its rival has just finished."""
    if t.setting[T.CONTINGENCIES] == 0 or s.slot_card[side] == 0:
        return
    card = s.slot_card[side] - 1
    if not matches(t.card_trigger[card], policy):
        return
    target = s.slot_target[side]
    because(s, T.BY_CONTINGENCY, card)
    turn_up(s, side)
    note(s, T.NOTE_FIRED, card, target)
    run_program(t, s, card, side, target, True)
    if not is_over(s):
        add(s, T.APPROVAL + side, 1)
    empty_slot(s, side)


@compiled
def spend_card(s: State, side: int, card: int) -> None:
    """Put a card of the hand on the discard pile."""
    discard(s, card)
    put(s, T.HAND_SIZE + side, s.hand_size[side] - 1)
