"""Levels from Adviser up don't walk into traps: no Rupture of their own making, no victory given away or missed."""

import os
from random import Random

import pytest

from game.engine import terms as T
from game.engine.rules import apply, mover
from game.engine.state import copy
from game.engine.view import observe
from game.players.core import CompiledCore, PlainCore
from game.players.levels import LEVELS, level_of
from game.players.plans import is_unfinished
from game.players.simple import Player
from game.players.thinker import Thinker
from tests.players.traps.positions import TRAPS, Trap, after, moves, rules

POLICY = T.USE + T.USE_POLICY
WHOLE = os.environ.get("TRAPS") == "whole"
# Master thinks for minutes over all of them: TRAPS=whole asks for it, too
CAREFUL = [level.id for level in LEVELS if level.skill is not None and (level.id != "master" or WHOLE)]


def whole_move(player: Player, trap: Trap):  # type: ignore[no-untyped-def]
    """The position after the player's move, and whose it was."""
    t = trap.build()
    s, side = copy(t.s), mover(t.s)
    apply(t.book, s, player.pick(t.book, observe(t.book, s, side)))
    while is_unfinished(s, side):
        apply(t.book, s, player.pick(t.book, observe(t.book, s, side)))
    return s, side


def test_there_are_sixty_traps_and_each_is_one() -> None:
    """Some move fails and some does not."""
    assert len(TRAPS) >= 60 and len({trap.name for trap in TRAPS}) == len(TRAPS)
    for trap in TRAPS:
        t = trap.build()
        failed = {picks: trap.fails(after(t, picks), mover(t.s)) for picks in moves(t)}
        assert set(failed.values()) == {True, False}, trap.name
        if trap.bait:
            card = t.book.card_number[mover(t.s), trap.bait]
            bitten = [fails for picks, fails in failed.items() if picks[:2] == (T.CARD + card, POLICY)]
            assert any(bitten), f"{trap.name}: the bait is harmless"


@pytest.mark.parametrize("level", CAREFUL)
def test_no_careful_level_walks_into_a_trap(level: str) -> None:
    """With all its rollouts where they can be compiled; in plain Python the weakest stands for all."""
    try:
        core: PlainCore = CompiledCore(rules())
    except ImportError:
        core, level = PlainCore(rules()), CAREFUL[0]
    found = level_of(level)
    assert found is not None and found.skill is not None
    caught = []
    for n, trap in enumerate(TRAPS):
        s, side = whole_move(Thinker(Random(n), found.skill, core), trap)
        if trap.fails(s, side):
            caught.append(trap.name)
    assert not caught
