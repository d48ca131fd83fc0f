"""The debrief: turning points, bills, the chain of a measure, and the page, table and quiz made of them."""

import csv
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from game.classroom.accounts import bills
from game.classroom.chain import chain, most_used
from game.classroom.debrief import PHASES, Debrief, debrief
from game.classroom.exports import COLUMNS, as_csv, as_gift
from game.classroom.mechanisms import mechanisms
from game.classroom.report import page
from game.classroom.rounds import moments
from game.classroom.swings import stands, turning_points
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.event import Event
from game.match.arranged import Inject
from game.match.match import Match
from game.match.said import Forecast
from game.match.seats import Seat
from game.players.core import PlainCore
from game.players.levels import make_player


@pytest.fixture(scope="module")
def match() -> Match:
    """A whole game of two greedy players."""
    from game.content.compile import load_base

    return played(load_base(), "tech-war", "debrief", 400)


@pytest.fixture(scope="module")
def found(match: Match) -> Debrief:
    return debrief(match, PlainCore(match.book))


def played(pack: Pack, scenario: str, seed: str, most: int) -> Match:
    match = Match(pack, scenario, (Seat(level="greedy"), Seat(level="greedy", name="Bo <b>")), seed)
    players = [make_player("greedy", f"{seed} {side}") for side in (T.US, T.CHINA)]
    while not match.is_over and len(match.actions) < most:
        if match.mover == T.NATURE:
            match.run_nature()
        else:
            side = match.mover
            match.submit(players[side].pick(match.book, match.observe(side)))
    return match


def test_there_are_three_turning_points_in_order_and_none_is_smaller_than_one_left_out(
    found: Debrief,
) -> None:
    turns = found.turns
    assert len(turns) == 3 and [turn.action for turn in turns] == sorted(turn.action for turn in turns)
    assert all(turn.lines for turn in turns)
    changes = [
        abs(b.estimate.chance - a.estimate.chance)
        for a, b in zip(found.stands, found.stands[1:], strict=False)
    ]
    assert max(abs(turn.swing) for turn in turns) == pytest.approx(max(changes))


def test_the_last_stand_is_the_result(found: Debrief) -> None:
    winner = found.match.state.shared[T.WINNER]
    assert found.stands[-1].estimate.chance == {T.US: 1.0, T.CHINA: 0.0}.get(winner, 0.5)
    assert all(0 <= stand.estimate.chance <= 1 for stand in found.stands)


def test_equal_matches_have_equal_debriefs(match: Match, found: Debrief) -> None:
    again = debrief(match.branch(len(match.actions)), PlainCore(match.book))
    assert (again.stands, again.turns, again.bills) == (found.stands, found.turns, found.bills)


def test_what_the_treasury_paid_is_all_budget_that_left_it_for_moves(found: Debrief) -> None:
    kinds = (T.BY_CARD, T.BY_STATECRAFT, T.BY_DEAL)
    for side in (T.US, T.CHINA):
        left = sum(
            event.old - event.new
            for _, event in found.match.events
            if event.what == T.BUDGET + side and event.cause_kind in kinds and event.new < event.old
        )
        paid = sum(
            bill.amount
            for bill in found.bills
            if (bill.who, bill.side) == ("Treasury", side) and bill.amount > 0
        )
        assert paid == left > 0


def test_industry_pays_what_its_output_lacks(found: Debrief) -> None:
    side, j = T.US, T.UPSTREAM
    title = found.words.book.sectors[j].title
    lost = sum(
        moment.market.capability[side * T.SECTORS + j] - moment.outputs[side * T.SECTORS + j]
        for moment in found.course[1:]
    )
    told = [b.amount for b in found.bills if (b.who, b.side, b.words) == ("Industry", side, title)]
    assert sum(told) == max(0, lost)


def test_the_chain_tells_of_the_measure_that_lay_there_most(pack: Pack) -> None:
    """A magnet control of level 2 in round 1: supply, outputs and learning are named with their numbers."""
    match = Match(pack, "tech-war", (Seat(), Seat()), "chain")
    while match.state.shared[T.PHASE] != T.MOVING:
        match.run_nature() if match.mover == T.NATURE else match.submit(match.legal()[0])
    assert chain(moments(match, T.ALL), debrief(match, PlainCore(match.book)).words) is None
    match.state.control[T.CHINA * T.UPSTREAM + 3] = 2
    course = moments(match, T.ALL)
    course[-1].market.control[T.CHINA * T.UPSTREAM + 3] = 2
    assert most_used(course) == (T.CHINA, 3)
    told = chain(course, debrief(match, PlainCore(match.book)).words)
    assert told is not None and told.kind == "control"
    assert "at most at level 2" in told.links[0]
    assert re.search(r"for US: \d instead of \d", told.links[1])
    assert told.links[2].startswith("US output: ")


def test_the_chain_counts_the_rounds_and_levels_of_backfire_and_not_the_progress_that_is_left(pack: Pack) -> None:
    """Learning for a level leaves less progress than there was: a sum of what is left would be below nothing."""
    match = Match(pack, "tech-war", (Seat(), Seat()), "chain")
    while match.state.shared[T.PHASE] != T.MOVING:
        match.run_nature() if match.mover == T.NATURE else match.submit(match.legal()[0])
    match.state.control[T.CHINA * T.UPSTREAM + 3] = 2
    opening, now = moments(match, T.ALL)
    now.market.control[T.CHINA * T.UPSTREAM + 3] = 2
    cause = (T.EVERYBODY, T.BY_BACKFIRE, 3)
    learned = Event(T.PROGRESS + 3, 1, 3, *cause)
    risen = (Event(T.PROGRESS + 3, 3, 0, *cause), Event(T.CAPABILITY + 3, 2, 3, *cause))
    course = [opening, replace(now, told=(learned,)), replace(now, told=risen), replace(now, told=())]
    told = chain(course, debrief(match, PlainCore(match.book)).words)
    assert told is not None
    assert "taught US in 2 rounds, 1 level came of it" in told.links[-1]


def test_a_match_that_is_still_going_on_can_be_looked_at(pack: Pack) -> None:
    for most in (0, 3, 40):
        found = debrief(
            played(pack, "sprint", "open", most), PlainCore(played(pack, "sprint", "open", 0).book)
        )
        assert found.verdict is None
        assert "still going on" in page(found) and as_gift(found) and as_csv(found)


def test_the_questions_go_through_all_phases_and_name_this_match(found: Debrief) -> None:
    assert {question.phase for question in found.questions} == set(range(len(PHASES)))
    assert any(
        f"Round {turn.round}" in question.words for turn in found.turns for question in found.questions
    )


@pytest.mark.parametrize("name", ["control", "listing", "tariff", "align", "build", "deal", "decoupling"])
def test_every_instrument_has_its_idea_with_two_voices(name: str) -> None:
    idea = mechanisms()[name]
    assert len({view.source for view in idea.views}) >= 2
    assert idea.question.endswith("?") and idea.left_out


# --- what is made of it --------------------------------------------------------------------------


class Checker(HTMLParser):
    """Notes every tag that opens, and whether all close in their order."""

    VOID = {"meta", "link", "br", "path", "circle", "rect", "stop"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def test_the_page_is_whole_and_asks_nothing_of_a_network(found: Debrief) -> None:
    text = page(found)
    checker = Checker()
    checker.feed(text)
    assert checker.open == []
    tags = [tag for tag, _ in checker.seen]
    assert tags.count("svg") >= 6 and not {"script", "img", "link", "iframe"} & set(tags)
    for _, attributes in checker.seen:
        assert not (attributes.get("href") or "#").startswith("http") and "src" not in attributes
    assert "url(" not in text.split("</style>")[0]
    assert "Bo &lt;b&gt;" in text and "Bo <b>" not in text


def test_the_page_leaves_out_the_move_that_changed_most_and_shows_both_lines(found: Debrief) -> None:
    most = max(found.turns, key=lambda turn: abs(turn.swing))
    text = page(found)
    told = text.split('<h2 id="whatif">')[1].split("<h2")[0]
    assert f"Round {most.round}, {found.words.shorts[most.side]}: what if" in told
    assert told.count("<svg") == 2


def test_forecasts_stand_beside_what_came(found: Debrief) -> None:
    assert 'id="expected"' not in page(found)
    match = found.match.branch(len(found.match.actions))
    match.foretell(Forecast(who="Ada", round=1, about="us budget", direction="up", confidence=70))
    again = debrief(match, PlainCore(match.book))
    told = page(again).split('<h2 id="expected">')[1].split("<h2")[0]
    assert "US Budget" in told and "up, 70 %" in told and f"Ada: {again.judged[0].score:.3f}" in told


def test_what_a_teacher_chose_stands_in_the_report_and_in_its_log(found: Debrief) -> None:
    match = found.match.branch(len(found.match.actions))
    at = match.actions.index(next(text for text in match.actions if text.startswith("headline ")))
    match.injects = [Inject(action=at, round=1, words="A headline.", hidden="Chosen: headline <i>X</i>.")]
    text = page(debrief(match, PlainCore(match.book)))
    before, log = text.split('<h2 id="log">')
    assert "Chosen: headline &lt;i&gt;X" in before.split('<h2 id="paid">')[0]
    assert log.index("Round 1.") < log.index("Chosen: headline &lt;i&gt;X") < log.index("Headline:")
    assert "A headline." not in text


def test_the_table_has_a_row_for_every_move_with_the_numbers_before_it(found: Debrief) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(found))))
    assert list(rows[0]) == list(COLUMNS)
    assert len(rows) == len(found.stands) - 1
    match = found.match
    for row, stand in zip(rows, found.stands, strict=False):
        before = match.branch(stand.action)
        assert int(row["us_budget"]) == before.state.budget[T.US]
        picks = row["picks"].split("; ")
        assert match.actions[stand.action : stand.action + len(picks)] == picks
        assert row["side"] == ("us", "china")[stand.side]


def test_the_quiz_has_right_answers_and_escapes_what_gift_would_read_as_its_own(found: Debrief) -> None:
    text = as_gift(found)
    assert text.count("\n  =") == text.count(" {\n")  # one right answer to each choice
    assert found.verdict is not None
    assert "{#" in text and "~" in text
    for line in text.splitlines():
        body = line.split("::")[2] if line.startswith("::") else line[3:]
        assert not re.search(r"(?<!\\):", body)


def gift(text: str) -> list[tuple[str, str, str]]:
    """A GIFT file as (title, question, answers), by the format's own rules: a blank line parts entries, a backslash
    takes a sign's meaning away, and an entry has a title between double colons and one pair of braces.
    """
    found = []
    for entry in re.split(r"\n\s*\n", text.strip()):
        plain = re.sub(r"\\([~=#{}:])", lambda sign: chr(0xE000 + ord(sign[1])), entry)
        parts = re.fullmatch(r"::([^:]+?):: ?([^{}~=#:]+?) ?\{([^{}]*)\}", plain, re.S)
        assert parts is not None, entry
        found.append((parts[1], parts[2], parts[3].strip()))
    return found


def test_the_quiz_is_read_by_the_rules_of_the_format(found: Debrief) -> None:
    entries = gift(as_gift(found))
    assert len(entries) >= 6 and len({title for title, _, _ in entries}) == len(entries)
    kinds = set()
    for _, question, answers in entries:
        assert question.strip()
        if answers.startswith("#"):
            kinds.add("number")
            assert answers[1:].isdecimal()
        elif answers in ("T", "F", ""):
            kinds.add(answers or "essay")
        else:
            kinds.add("choice")
            marks = [line.strip()[0] for line in answers.splitlines()]
            assert marks.count("=") == 1 and set(marks) == {"=", "~"}
            options = [line.strip()[1:] for line in answers.splitlines()]
            assert len(set(options)) == len(options) >= 3
    assert {"number", "choice", "essay"} <= kinds


def test_bills_of_a_match_without_moves_are_none(pack: Pack) -> None:
    match = Match(pack, "tech-war", (Seat(), Seat()), "none")
    found = debrief(match, PlainCore(match.book))
    assert bills(found.course, found.words) == []
    assert turning_points(match, found.words, stands(match, PlainCore(match.book))) == []
