"""The estimate of a position whose cards are all open, as debriefs and the analysis board show it."""

from random import Random

import pytest

from game.engine import terms as T
from game.engine.rules import mover
from game.engine.state import copy
from game.engine.view import Observation, determinize
from game.players.core import CompiledCore, PlainCore, use_cache
from game.players.search import Skill
from game.players.study import estimate, review
from tests.players.test_players import middle
from tests.table import scenario

SCENARIOS = ("tech-war", "magnet-gambit", "mirror-match", "sprint", "first-moves")


@pytest.mark.parametrize("name", SCENARIOS)
def test_where_nothing_is_hidden_nothing_is_filled_in(name: str) -> None:
    book = scenario(name)
    s = middle(book, 3, 2)
    for side in (T.US, T.CHINA):
        assert bytes(determinize(book, Observation(side, copy(s)), Random(1).randrange).cells) == bytes(
            s.cells
        )


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_compiled_core_estimates_a_position_with_open_cards_and_says_how_far_it_may_be_off(
    name: str,
) -> None:
    pytest.importorskip("numba")
    book = scenario(name)
    core = CompiledCore(book)
    s = middle(book, 3, 2)
    found = estimate(book, s, core)
    assert 0 <= found.chance <= 1 and 0 < found.margin < 0.5
    assert estimate(book, s, core) == found and mover(s) in (T.US, T.CHINA)


def test_plain_python_looks_at_the_position_alone_and_gives_no_margin() -> None:
    book = scenario("tech-war")
    found = estimate(book, middle(book, 3, 2), PlainCore(book))
    assert 0 <= found.chance <= 1 and found.margin == 0


def test_the_compiled_core_lies_in_its_own_folder_also_where_numba_was_imported_before() -> None:
    """Beside the source it would be found again after a change of a file that it calls."""
    numba = pytest.importorskip("numba")
    folder = use_cache()
    assert str(folder) == numba.config.CACHE_DIR


def test_a_move_far_from_the_best_at_once_can_be_looked_at_again_in_plain_python() -> None:
    book = scenario("tech-war")
    s, core = middle(book, 3, 2), PlainCore(book)
    plans = core.plans(s, mover(s))
    worst = min(plans, key=lambda plan: plan.value)
    found = review(book, s, worst.picks, core, Skill(plain=2, rounds=1, tries=1))
    assert len(plans) > 8 and found is not None
    assert found.options[found.made].picks == worst.picks
