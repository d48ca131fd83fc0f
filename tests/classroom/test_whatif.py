"""What if: a changed move, the same luck, the same intentions; and nothing changed is the same match."""

import re
from pathlib import Path

import pytest

from game.classroom.comparison import Told, _ending, compare, page, pairs, what_if_file
from game.classroom.rounds import moments
from game.classroom.spoken import spoken
from game.classroom.whatif import Decision, WhatIfError, decisions, what_if
from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.match import store
from game.match.match import IllegalAction, Match
from game.match.record import match_of, record_of
from game.match.seats import Seat
from game.match.verdict import Verdict
from game.match.words import Words
from game.players.levels import make_player

from .test_debrief import Checker, played


@pytest.fixture(scope="module")
def match() -> Match:
    from game.content.compile import load_base

    return played(load_base(), "tech-war", "what if", 400)


@pytest.fixture(scope="module")
def found(match: Match) -> list[Decision]:
    return decisions(match)


def moves(found: list[Decision]) -> list[Decision]:
    return [one for one in found if one.is_move]


def nature(match: Match) -> list[str]:
    """Everything that luck brought, in order."""
    replay, lots = match.branch(0), []
    for text in match.actions:
        if replay.mover == T.NATURE:
            lots.append(text)
        replay.submit_text(text)
    return lots


def test_decisions_and_luck_are_all_that_happened(match: Match, found: list[Decision]) -> None:
    assert sum(len(one.picks) for one in found) + len(nature(match)) == len(match.actions)
    for one in found:
        assert tuple(match.actions[one.action : one.action + len(one.picks)]) == one.picks


def test_nothing_changed_is_the_identical_match(match: Match, found: list[Decision]) -> None:
    for one in found[::5]:
        again = what_if(match, one.action, one.picks)
        assert again.other.actions == match.actions and again.changed == [], one.words
        assert again.other.state == match.state
        assert again.kept == sum(other.action > one.action for other in found)


def test_luck_that_was_chosen_by_hand_comes_again(pack: Pack) -> None:
    """Nature's picks need not be those of the seed: what came is what comes."""
    match = Match(pack, "sprint", (Seat(), Seat()), "seed", {0: "coin china"})
    players = [make_player("greedy", f"by hand {side}") for side in (0, 1)]
    while not match.is_over:
        if match.mover != T.NATURE:
            match.submit(players[match.mover].pick(match.book, match.observe(match.mover)))
        elif match.lots in match.script:
            match.draw_lot()
        else:
            match.submit(match.legal()[-1])
    first = moves(decisions(match))[0]
    assert what_if(match, first.action, first.picks).other.actions == match.actions


def test_a_move_left_out_becomes_a_pass(match: Match, found: list[Decision]) -> None:
    one = next(one for one in moves(found) if one.picks[0].startswith("play"))
    other = what_if(match, one.action).other
    assert other.actions[: one.action] == match.actions[: one.action]
    assert other.actions[one.action] == "pass" and other.is_over


def test_luck_stays_the_same_as_long_as_it_can(match: Match, found: list[Decision]) -> None:
    """The headlines do not hang on what was played, so all of them come again."""
    for one in moves(found)[::9]:
        other = what_if(match, one.action).other
        was, would = (
            [lot for lot in nature(line) if lot.startswith(("coin", "headline"))] for line in (match, other)
        )
        assert would[: len(was)] == was[: len(would)]


def test_later_moves_are_those_that_were_made_or_said_to_be_others(
    match: Match, found: list[Decision]
) -> None:
    for one in moves(found)[::9]:
        line = what_if(match, one.action)
        later = [other for other in decisions(line.other) if other.action > one.action]
        assert len(later) == line.kept + len(line.changed)
        meant = [other.picks for other in found if other.action > one.action]
        done = {changed.done for changed in line.changed}
        assert all(other.picks in meant or other.words in done for other in later)


def test_what_is_said_not_to_be_possible_was_not(match: Match, found: list[Decision]) -> None:
    line = next(
        line
        for line in (what_if(match, one.action) for one in moves(found))
        if line.changed and line.changed[0].meant
    )
    first = line.changed[0]
    for one in decisions(line.other):
        if one.action > line.decision.action and one.words == first.done and one.round == first.round:
            with pytest.raises(IllegalAction):
                line.other.branch(one.action).fold(first.meant.split("; "))
            return
    raise AssertionError("the stand-in's move is not in the match")


def test_an_offer_that_was_refused_is_left_out_without_a_pass_and_so_is_its_answer(pack: Pack) -> None:
    for seed in range(40):
        match = played(pack, "tech-war", f"offers {seed}", 400)
        found = decisions(match)
        offer = next((o for o in found if o.picks[0].startswith("offer") and o.is_free), None)
        if offer is not None:
            break
    assert offer is not None
    at = found.index(offer)
    line = what_if(match, offer.action)
    assert found[at + 1].picks == ("refuse",)
    assert line.other.actions[offer.action] == found[at + 2].picks[0]


def test_a_match_that_is_still_going_on_goes_on_no_further(pack: Pack) -> None:
    match = played(pack, "sprint", "open", 50)
    one = moves(decisions(match))[0]
    line = what_if(match, one.action)
    assert not line.other.is_over
    assert line.other.state.shared[T.ROUND] <= match.state.shared[T.ROUND]
    assert "was not over" in compare(line).told[0]


def test_the_other_line_can_be_saved_and_loaded(match: Match, found: list[Decision]) -> None:
    other = what_if(match, moves(found)[2].action).other
    assert match_of(record_of(other), "x").state == other.state


@pytest.mark.parametrize(
    ("at", "instead", "says"),
    [
        (1, None, "no decision begins after 1 picks; the nearest: "),
        ("agenda", None, "can be replaced, but not left out"),
        ("move", ("pass", "pass"), 'complete before "pass"'),
        ("card", "first pick", "is not complete; it goes on with one of: use policy"),
    ],
)
def test_what_can_not_be_changed_is_told_with_what_can(
    match: Match, found: list[Decision], at: int | str, instead: tuple[str, ...] | str | None, says: str
) -> None:
    one = {
        "agenda": found[0],
        "move": moves(found)[0],
        "card": next(one for one in moves(found) if one.picks[0].startswith("play")),
    }.get(str(at))
    picks = one.picks[:1] if instead == "first pick" and one else instead
    with pytest.raises(WhatIfError, match=re.escape(says)):
        what_if(match, one.action if one else int(at), picks)  # type: ignore[arg-type]


def test_an_illegal_replacement_says_what_is_legal(match: Match, found: list[Decision]) -> None:
    with pytest.raises(IllegalAction, match="legal: "):
        what_if(match, moves(found)[0].action, ["accept"])


# --- in words ------------------------------------------------------------------------------------


def test_every_decision_can_be_said(match: Match, found: list[Decision]) -> None:
    words = Words(match.book, Almanac(match.pack, match.book))
    for one in found:
        told = spoken(words, one.side, one.picks)
        assert told and not told.startswith(("play", "use"))


def test_both_lines_stand_side_by_side_with_their_own_numbers(match: Match, found: list[Decision]) -> None:
    line = what_if(match, moves(found)[4].action)
    compared = compare(line)
    rows = {(row.title, row.side): (row.before, row.after) for row in compared.rows}
    assert rows["Approval", T.US] == tuple(str(m.state.approval[T.US]) for m in (match, line.other))
    track = tuple(compared.words.track(m.state.shared[T.TRACK]) for m in (match, line.other))
    assert rows["Leadership track", None] == track
    peaks = [max(m.seen.shared[T.TENSION] for m in moments(game, T.ALL)) for game in (match, line.other)]
    assert rows["Highest Tension", None] == tuple(map(str, peaks))


def test_the_reasons_of_both_ends_stand_within_a_sentence() -> None:
    whys = ("By final scoring, CN +2.", "China caused the Rupture.")
    ends = [Verdict("China wins", why, "", T.CHINA) for why in whys]
    told = _ending((ends[0], ends[1]))
    assert told == "China wins in both lines. As it was: by final scoring, CN +2. What if: China caused the Rupture."


def test_the_same_line_is_told_to_be_the_same(match: Match, found: list[Decision]) -> None:
    compared = compare(what_if(match, found[3].action, found[3].picks))
    assert not any(row.is_changed for row in compared.rows)
    assert compared.told[0].startswith("The result is the same")
    assert "is the same at the end of every round" in compared.told[1]


def test_the_page_is_whole_and_every_fade_has_a_name_of_its_own(match: Match, found: list[Decision]) -> None:
    text = page(compare(what_if(match, moves(found)[4].action)))
    checker = Checker()
    checker.feed(text)
    assert checker.open == []
    assert [tag for tag, _ in checker.seen].count("svg") == 7
    names = [attributes["id"] for tag, attributes in checker.seen if "id" in attributes]
    assert len(names) == len(set(names))
    assert set(re.findall(r"url\(#(\w+)\)", text)) <= set(names)


def test_the_rounds_of_the_other_line_are_told_while_it_is_played(
    match: Match, found: list[Decision], tmp_path: Path
) -> None:
    file = tmp_path / "match.json"
    store.save(match, file)
    *rounds, last = what_if_file(str(file), str(moves(found)[4].action), "")
    assert isinstance(last, Told) and len(rounds) > 2 and rounds == sorted(set(rounds))


def test_the_axis_of_the_track_says_whose_each_half_is(match: Match, found: list[Decision]) -> None:
    track, *others = pairs(compare(what_if(match, moves(found)[4].action)))
    told = {text for _, text in track.axes.ticks}
    assert "level" in told and {text.split(" +")[0] for text in told - {"level"}} == {"US", "CN"}
    assert track.axes.low < min(*track.was, *track.would) and track.axes.high > max(*track.was, *track.would)
    assert all(text.isdigit() for pair in others for _, text in pair.axes.ticks)
