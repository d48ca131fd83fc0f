"""The leaves of the handbook: what stands beside, under and over what."""

from dataclasses import replace

import pytest

from game.ui.handbook.leaves import bound
from game.ui.handbook.slabs import Slab
from game.ui.handbook.spread import Copy, spread
from game.ui.nodes import nothing
from game.ui.scenes.handbook import HandbookScene
from tests.ui.harness import Person
from tests.ui.screens import leave


def slab(height: int, keeps: bool = False, is_wide: bool = False) -> Slab:
    return Slab(height, nothing, height, keeps=keeps, is_wide=is_wide)


def card(sources: int) -> Copy:
    """A card of 50, of which a part is its picture, with so much below it."""
    head, facts = slab(10), [slab(sources)]
    return Copy(lambda art: replace(slab(round(50 + 30 * art)), key=art), facts, [head])


def test_cards_of_a_leaf_have_pictures_of_one_height_and_sources_under_their_card_or_its_name() -> None:
    first, second = spread([card(30), card(38), card(60), card(30)], 3, 100)
    assert [(piece.height, column) for piece, column, _ in first.placed] == [
        *[(64, 0), (30, 0)],
        *[(64, 1), (10, 2), (60, 2)],
    ]
    assert [(piece.height, column) for piece, column, _ in second.placed] == [
        (61, 0),
        (38, 0),
        (61, 1),
        (30, 1),
    ]


def test_sources_that_no_column_holds_run_on_instead_of_off_the_leaf() -> None:
    long = card(0)
    long.facts = [slab(30) for _ in range(9)]
    leaves = spread([long, card(30)], 3, 100)
    placed = [piece for leaf in leaves for piece in leaf.placed]
    assert sum(slab.height == 30 for slab, _, _ in placed) == 10
    assert all(y + slab.height <= 100 for slab, _, y in placed)


@pytest.mark.parametrize("scale", ["100", "125"])
def test_no_number_of_a_table_is_broken_behind_its_sign(scale: str) -> None:
    someone = Person((1920, 1080), scale)
    scene = HandbookScene(someone.app, anchor="chapter:tension")
    someone.app.push(scene)
    someone.frames(1)
    assert "−2" in someone.texts() and "−" not in someone.texts()
    leave(someone)


def test_slabs_fill_column_after_column_and_the_last_leaf_is_even() -> None:
    leaves = bound([slab(40) for _ in range(7)], 2, 100)
    assert [[(column, y) for _, column, y in leaf.placed] for leaf in leaves] == [
        [(0, 0), (0, 40), (1, 0), (1, 40)],
        [(0, 0), (0, 40), (1, 0)],
    ]


def test_a_heading_stays_with_what_follows() -> None:
    (leaf,) = bound([slab(70), slab(20, keeps=True), slab(30)], 2, 100)
    assert [column for _, column, _ in leaf.placed] == [0, 1, 1]


def test_a_wide_picture_begins_a_leaf_and_columns_go_on_below_it() -> None:
    first, second = bound([slab(30), slab(60, is_wide=True), slab(40), slab(40)], 2, 100)
    assert len(first.placed) == 1
    assert [(column, y) for _, column, y in second.placed] == [(0, 0), (0, 60), (1, 60)]


def test_the_head_of_a_table_stands_again_where_the_table_goes_on() -> None:
    head, rows = slab(20, keeps=True), [slab(30) for _ in range(5)]
    for row in rows:
        row.head = head
    (leaf,) = bound([head, *rows], 2, 110)
    assert [(column, y, piece.height) for piece, column, y in leaf.placed if piece.height == 20] == [
        (0, 0, 20),
        (1, 0, 20),
    ]


def test_a_slab_higher_than_a_column_gets_one_of_its_own() -> None:
    leaves = bound([slab(30), slab(150), slab(30)], 1, 100)
    assert [len(leaf.placed) for leaf in leaves] == [1, 1, 1]
