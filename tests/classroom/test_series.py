"""The curves of a match against the match itself: every value is what the position held then."""

from random import Random

import pytest

from game.classroom import series
from game.classroom.rounds import moments
from game.content.almanac import Almanac
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.scoring import resilience
from game.engine.state import State, copy
from game.engine.supply import output
from game.match.match import Match
from game.match.seats import Seat
from game.match.words import Words

VIEWERS = (T.US, T.CHINA, T.PUBLIC, T.ALL)


class Watched:
    """A match played at random, with the true position kept at every end of a round."""

    def __init__(self, pack: Pack, seed: str, scenario: str = "tech-war", picks: int = 10_000) -> None:
        self.match = Match(pack, scenario, (Seat(), Seat()), seed)
        self.words = Words(self.match.book, Almanac(self.match.pack, self.match.book))
        self.ends: list[State] = [copy(self.match.state)]
        self.noted: list[dict[int, int]] = [{}]
        rng = Random(seed)
        for _ in range(picks):
            if self.match.is_over:
                break
            self.pick(rng)
        self.ends.append(copy(self.match.state))

    def pick(self, rng: Random) -> None:
        """One pick. The end of a round is inside it, so its position is put together from the events."""
        before = copy(self.match.state)
        for event in self.match.submit(rng.choice(self.match.legal())):
            if event.what == T.SHARED + T.ROUND and event.old:
                self.ends.append(copy(before))
            if event.what == T.SHARED + T.ROUND:
                self.noted.append({})
            if event.what == T.NOTE_OUTPUT:
                self.noted[-1][event.old] = event.new
            if event.what < T.NOTE:
                before.cells[event.what] = event.new


@pytest.fixture(scope="module", params=["a", "b", "c"])
def watched(pack: Pack, request: pytest.FixtureRequest) -> Watched:
    return Watched(pack, request.param)


@pytest.mark.parametrize("viewer", VIEWERS)
def test_every_number_in_a_cell_is_what_the_position_held(watched: Watched, viewer: int) -> None:
    course, ends = moments(watched.match, viewer), watched.ends
    assert [moment.round for moment in course] == list(range(len(ends)))
    words = watched.words
    shared = {T.TRACK: series.track, T.TENSION: series.tension, T.DECOUPLING: series.decoupling}
    for cell, curve in shared.items():
        assert curve(course, words).values == tuple(s.shared[cell] for s in ends)
    for side in (0, 1):
        assert series.approval(course, words)[side].values == tuple(s.approval[side] for s in ends)
        assert series.budget(course, words)[side].values == tuple(s.budget[side] for s in ends)
        assert series.capital(course, words)[side].values == tuple(s.capital[side] for s in ends)


def test_resilience_is_that_of_the_position(watched: Watched) -> None:
    course, tables = moments(watched.match, T.PUBLIC), watched.match.book.tables
    for side in (0, 1):
        expected = tuple(resilience(tables, s, side) for s in watched.ends)
        assert series.resilience(course, watched.words)[side].values == expected


def test_outputs_are_those_of_the_market_phase_and_before_it_those_of_the_position(watched: Watched) -> None:
    course, tables = moments(watched.match, T.PUBLIC), watched.match.book.tables
    for sector in range(T.UPSTREAM, T.SECTORS):
        for side in (0, 1):
            values = series.outputs(course, watched.words, sector)[side].values
            for n, value in enumerate(values):
                noted = watched.noted[n].get(side * T.SECTORS + sector)
                now = output(tables, watched.ends[n], side, sector)
                assert value == (now if noted is None else noted), (n, sector, side)


def all_curves(watched: Watched) -> list[series.Series]:
    course, words = moments(watched.match, T.PUBLIC), watched.words
    found = [curve(course, words) for curve in (series.track, series.tension, series.decoupling)]
    for pair in (series.approval, series.budget, series.capital, series.resilience):
        found += pair(course, words)
    return found


def test_the_terms_of_a_point_add_up_to_the_change_since_the_point_before(watched: Watched) -> None:
    for curve in all_curves(watched):
        for before, point in zip(curve.points, curve.points[1:], strict=False):
            change = sum(term.value for term in point.terms)
            assert before.value + change == point.value, (curve.title, curve.side)


def test_the_terms_of_an_output_add_up_to_it(watched: Watched) -> None:
    course = moments(watched.match, T.PUBLIC)
    for sector in range(T.UPSTREAM, T.SECTORS):
        for curve in series.outputs(course, watched.words, sector):
            for point in curve.points:
                assert sum(term.value for term in point.terms) == point.value


def test_what_moved_the_track_adds_up_to_where_it_stands(watched: Watched) -> None:
    course = moments(watched.match, T.PUBLIC)
    moved = sum(term.value for term in series.movers(course, watched.words))
    tracked = series.track(course, watched.words).values
    assert tracked[0] + moved == tracked[-1]


def test_a_round_being_played_is_said_to_be_open(pack: Pack) -> None:
    watched = Watched(pack, "d", picks=60)
    assert not watched.match.is_over
    course = moments(watched.match, T.US)
    assert [moment.is_final for moment in course] == [True] * (len(course) - 1) + [False]
    assert course[0].title == "At the start"
    assert course[-1].title.endswith("now")


def test_before_the_first_round_there_is_only_the_start(pack: Pack) -> None:
    match = Match(pack, "tech-war", (Seat(), Seat()), "x")
    assert [moment.round for moment in moments(match, T.US)] == [0]


def test_no_viewer_is_told_of_what_another_holds(pack: Pack) -> None:
    """Two viewers' moments differ only in what is blank: a face-down card or a hand never gets through."""
    watched = Watched(pack, "e", picks=120)
    book, true = watched.match.book, watched.match.state
    for viewer in (T.US, T.CHINA, T.PUBLIC):
        for moment in moments(watched.match, viewer):
            for side in (0, 1):
                if side == viewer:
                    continue
                held = [c for c in range(len(book.cards)) if book.card_side(c) == side]
                assert T.IN_HAND not in [moment.seen.place[card] for card in held]
                assert not (moment.seen.slot_card[side] > 0 and not moment.seen.slot_up[side])
    assert any(true.place[card] == T.IN_HAND for card in range(len(book.cards)))


def test_causes_are_named_as_in_the_log(pack: Pack) -> None:
    watched = Watched(pack, "a")
    course = moments(watched.match, T.PUBLIC)
    causes = {term.words for point in series.tension(course, watched.words).points for term in point.terms}
    assert "the end of the round" in causes
    assert any(cause.startswith(("policy: ", "headline: ")) for cause in causes)
    assert not any(
        "section" in cause
        for curve in all_curves(watched)
        for p in curve.points
        for t in p.terms
        for cause in [t.words]
    )
