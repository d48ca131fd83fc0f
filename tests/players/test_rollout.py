"""Luck of rollouts: even, and the same for whatever two positions have in common."""

from collections import Counter

import pytest

from game.engine import terms as T
from game.players.luck import mixed, next_luck
from game.players.rollout import drawn
from game.players.room import LEGAL, room

CARDS = [T.CARD + n for n in range(7)]
TRIES = 7000


def lay(actions: list[int]) -> memoryview:
    space = room()
    for n, action in enumerate(actions):
        space[LEGAL + n] = action
    return space


def lucks() -> list[int]:
    found = [12345]
    while len(found) < TRIES:
        found.append(next_luck(found[-1]))
    return found


def test_all_picks_are_alike() -> None:
    space = lay(CARDS)
    counts = Counter(drawn(space, len(CARDS), luck) for luck in lucks())
    assert set(counts) == set(CARDS)
    assert all(abs(n - TRIES / len(CARDS)) < 4 * (TRIES / len(CARDS)) ** 0.5 for n in counts.values())


def test_a_pick_that_is_gone_changes_only_the_draws_that_took_it() -> None:
    whole, less = lay(CARDS), lay(CARDS[1:])
    for luck in lucks()[:500]:
        first = drawn(whole, len(CARDS), luck)
        assert first == CARDS[0] or drawn(less, len(CARDS) - 1, luck) == first


@pytest.mark.parametrize("action", [T.ANNOUNCE, T.OFFER, T.OFFER + T.TARIFF_MEASURE])
def test_nothing_is_announced_or_proposed(action: int) -> None:
    space = lay([T.PASS, action])
    assert {drawn(space, 2, luck) for luck in lucks()[:200]} == {T.PASS}


def test_two_keys_make_two_numbers_of_one() -> None:
    found = {mixed(12345, key) for key in range(2000)}
    assert len(found) == 2000 and all(0 <= number < 1 << 31 for number in found)
