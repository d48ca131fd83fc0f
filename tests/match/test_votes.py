"""What the log tells of a vote: which words, for whom, and in which room."""

from itertools import count

import pytest

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.view import observe
from game.match import votes
from game.match.arranged import LONGEST, LONGEST_HIDDEN
from game.match.match import Match
from game.match.words import Words
from tests.ui import positions
from tests.ui.positions import Moment, at


def words_of(match: Match) -> Words:
    return Words(match.book, Almanac(match.pack, match.book))


def voted(match: Match, action: int) -> tuple[str, str]:
    """One vote for an action, which is then played."""
    told = votes.told(words_of(match), match.state, match.mover, {action: 1}, True)
    match.submit(action)
    return told


def settable(match: Match, has_target: bool) -> list[int]:
    cards = enumerate(match.book.cards)
    found = [
        T.CARD + n
        for n, card in cards
        if card.trigger != T.NO_TRIGGER and (card.target != T.TARGET_NONE) == has_target
    ]
    return [action for action in match.legal() if action in found]


def can_set_with_and_without_target(match: Match) -> bool:
    is_free = positions.first_move(match) and not match.state.slot_card[T.US]
    return is_free and bool(settable(match, True) and settable(match, False))


def test_no_vote_tells_the_rival_which_contingency_lies_face_down() -> None:
    """Whoever sees the same table reads the same of the votes, with a target or without."""
    seen, read, opened = [], [], []
    for has_target in (True, False):
        match = at(can_set_with_and_without_target)
        told = [voted(match, settable(match, has_target)[0]), voted(match, T.USE + T.USE_SET)]
        if has_target:
            assert match.state.pick[T.STEP] == T.STEP_TARGET
            told.append(voted(match, match.legal()[0]))
        assert match.state.slot_card[T.US]
        seen.append(observe(match.book, match.state, T.CHINA).seen)
        read.append([known for known, _ in told if known])
        opened.append([whole for _, whole in told])
    assert seen[0] == seen[1] and read[0] == read[1] != []
    assert [len(lines) for lines in opened] == [3, 2] and all(opened[0]) and " voted on the target of " in opened[0][2]


@pytest.mark.parametrize(
    ("moment", "of", "wanted"),
    [
        (positions.deal_take, range(T.ASK, T.COIN), ("1 for control on ", "1 for listing of ", "1 for tariff")),
        (positions.can_lift_and_deal, range(T.OFFER, T.ASK), ("1 for offering its ",)),
        (positions.can_lift_and_deal, range(T.LIFT, T.OFFER), ("1 for lifting its ",)),
        (positions.deal_sweetener, range(T.SWEETEN + 1, T.AT_SECTOR), ("1 for adding 1 Budget",)),
        (positions.deal_sweetener, range(T.SWEETEN, T.SWEETEN + 1), ("1 for no sweetener.",)),
        (positions.use_of_a_card, range(T.USE, T.USE + 1), ("1 for Policy (",)),
    ],
)
def test_an_option_is_named_in_a_sentence_about_the_side(
    moment: Moment, of: range, wanted: tuple[str, ...]
) -> None:
    match = at(moment)
    action = next(action for action in match.legal() if action in of)
    known, whole = votes.told(words_of(match), match.state, T.US, {action: 1}, False)
    assert any(part in known for part in wanted), known
    assert whole == "" and "your" not in known and "their" not in known and "for for" not in known


@pytest.mark.parametrize(("is_secret", "most"), [(False, LONGEST), (True, LONGEST_HIDDEN)])
def test_a_long_vote_leaves_out_whole_options_those_with_the_fewest_votes(is_secret: bool, most: int) -> None:
    match = at(positions.can_lift_and_deal)
    words, ballots = words_of(match), dict(zip(range(T.OFFER, T.COIN), count(1), strict=False))
    told = votes.told(words, match.state, T.US, ballots, is_secret)[is_secret]
    entries = told.partition(": ")[2].split("; ")
    whole = {f"{number} for {votes.option(words, match.state, action)}" for action, number in ballots.items()}
    assert len(told) <= most and entries[-1] == "…" and set(entries[:-1]) <= whole
    assert entries[0].startswith(f"{len(ballots)} for ")
