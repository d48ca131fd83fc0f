"""The rules and the worth of positions know no favourite: with the sides exchanged a game of Mirror Match goes on the
same, and is worth the same to the other side.
"""

from array import array
from random import Random

import pytest

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal, mover, start
from game.engine.state import State, copy
from game.players.changes import terms_of
from tests.table import scenario

BY_SIDE = (
    "capability", "progress", "control", "listing", "tariff", "programme", "stock", "workaround", "lock", "budget",
    "capital", "approval", "moves", "proposed", "hand_size", "slot_card", "slot_target", "slot_up", "agenda_kept",
)  # fmt: skip
OF_A_SIDE = (T.STARTER, T.MOVER, T.WINNER, T.CULPRIT, T.DRAWER)


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return scenario("mirror-match")


def other_card(card: int, deck: int) -> int:
    """The same card in the other deck: both hold the same ones in the same order."""
    return card if card < 0 else (card + deck) % (2 * deck)


def other_action(action: int, deck: int) -> int:
    is_card = T.CARD <= action < T.CARD + 2 * deck
    return T.CARD + other_card(action - T.CARD, deck) if is_card else action


def exchanged(s: State, deck: int) -> State:
    """The position with the sides exchanged."""
    found = copy(s)
    for name in BY_SIDE:
        half = len(getattr(s, name)) // 2
        both = list(getattr(s, name))
        getattr(found, name)[:] = array("h", both[half:] + both[:half])
    for side in range(2):
        found.slot_card[side] = other_card(found.slot_card[side] - 1, deck) + 1
    for bloc in range(T.BLOCS):
        found.align[bloc] = -s.align[bloc]
    found.shared[T.TRACK] = -s.shared[T.TRACK]
    for what in OF_A_SIDE:
        found.shared[what] = 1 - s.shared[what] if s.shared[what] in (0, 1) else s.shared[what]
    found.pick[T.PICK_CARD] = other_card(s.pick[T.PICK_CARD], deck)
    places = list(s.place)[: 2 * deck]
    found.place[: 2 * deck] = array("h", places[deck:] + places[:deck])
    for agenda, place in enumerate(s.agenda):
        for base in (T.DEALT, T.KEPT, T.RETURNED):
            if place in (base, base + 1):
                found.agenda[agenda] = 2 * base + 1 - place
    return found


@pytest.mark.parametrize("seed", range(12))
def test_a_game_with_the_sides_exchanged_is_the_same_game(rules: Rulebook, seed: int) -> None:
    deck, rng, s = rules.tables.setting[T.N_US_CARDS], Random(seed), start(rules)
    while s.shared[T.PHASE] != T.MOVING:
        apply(rules, s, rng.choice(legal(rules, s)))
    while mover(s) != T.NOBODY:
        other = exchanged(s, deck)
        assert sorted(other_action(action, deck) for action in legal(rules, s)) == sorted(legal(rules, other))
        for side in range(2):
            assert terms_of(rules, s, side) == pytest.approx(terms_of(rules, other, 1 - side))
        action = rng.choice(legal(rules, s))
        apply(rules, s, action)
        apply(rules, other, other_action(action, deck))
        after = exchanged(s, deck)
        if s.shared[T.PHASE] == T.CARD_DRAW:  # the US draws first in either
            after.shared[T.DRAWER] = other.shared[T.DRAWER]
        assert bytes(after.cells) == bytes(other.cells)
