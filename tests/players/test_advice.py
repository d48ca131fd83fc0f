"""Advice for a person: honest, in three steps that say more each time, and never a bad joke about numbers."""

import json
from collections.abc import Callable
from multiprocessing import Pipe
from pathlib import Path
from random import Random

import pytest

from game.content.load import pack_to_data
from game.content.pack import Pack
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import mover
from game.engine.state import from_cells
from game.engine.view import determinize, observe
from game.players import evaluate as E
from game.players.advice import EVEN, WINS, Advice, advise, ahead, kind_of, move_of, points
from game.players.decider import Decider, Reply, Request, never
from game.players.thoughts import Thought, Thoughts
from game.players.worker import serve
from tests.players.test_players import middle
from tests.players.test_reasons import plan
from tests.table import table


def asked(book: Rulebook, seed: int, seconds: float = 0.3, hidden: str = "") -> Advice:
    """The advice to the mover of a position; `hidden` deals anew what it does not see."""
    s = middle(book, seed)
    side = mover(s)
    if hidden:
        s = determinize(book, observe(book, s, side), Random(hidden).randrange)
    cells = bytes(observe(book, s, side).seen.cells)
    request = Request(1, side, cells, "master", "neutral", "luck", seconds, is_for_person=True)
    reply = Decider(book).decide(request)
    assert reply.advice is not None
    return reply.advice


def words(lines) -> str:  # type: ignore[no-untyped-def]
    return " / ".join(f"{line.words} {line.number}" for line in lines)


@pytest.mark.parametrize("seed", [1, 2])
def test_each_step_has_something_to_say_with_numbers(book: Rulebook, seed: int) -> None:
    advice = asked(book, seed)
    assert advice.nudge and advice.idea and advice.move
    assert "win" in words(advice.idea) and "%" in words(advice.move)
    assert "tries from here" in advice.basis


def test_advice_rests_only_on_what_the_person_sees(book: Rulebook) -> None:
    assert asked(book, 3, 60.0) == asked(book, 3, 60.0, hidden="other")


def test_the_nudge_shows_how_both_sides_stand_in_the_field_that_matters() -> None:
    t = table(mover=T.CHINA).control(T.US, T.CHIPS, 3).lit(T.DEVICES)
    best = Thought((T.PASS,), 1.0, 0.6, 9, ((E.LEAD + T.DEVICES - T.UPSTREAM, 0.8),))
    advice = advise(t.book, t.s, T.CHINA, Thoughts((best,), lines=9))
    assert "Phones & devices, scored this round you 5, rival 7" in words(advice.nudge)
    assert "Advanced chips holds you back: supply 5" in words(advice.nudge)


def test_the_nudge_names_no_move_and_the_idea_no_card() -> None:
    t = table().hand(T.US, "chip-4")
    move = plan(t, "play chip-4", "use policy")
    best = Thought(move, 2.0, 0.7, 20, ((E.COALITION, 0.8),))
    advice = advise(t.book, t.s, T.US, Thoughts((best,), lines=20))
    assert "Chip 4" not in words(advice.nudge) and "Chip 4" not in words(advice.idea)
    assert "Blocs that joined" in words(advice.nudge)
    assert words(advice.idea) == "A policy that wins blocs win 70 %"
    assert words(advice.move) == "Chip 4 as its policy win 70 % · 2.0 points ahead · 20 tries"


IPEF = "play indo-pacific-framework"


@pytest.mark.parametrize(
    ("texts", "kind", "move"),
    [
        (
            [IPEF, "use policy", "bloc india"],
            "a policy that wins blocs",
            "Indo-Pacific Framework as its policy, choosing India",
        ),
        ([IPEF, "use icon 1"], "court a bloc", "courting ASEAN with Indo-Pacific Framework"),
        (
            [IPEF, "use icon 3"],
            "invest in an input",
            "investing in legacy chips with Indo-Pacific Framework",
        ),
        ([IPEF, "use fund"], "turn a card into money", "raising money with Indo-Pacific Framework"),
        (
            [IPEF, "use contingency", "bloc asean"],
            "lay a contingency",
            "Indo-Pacific Framework as a contingency, choosing ASEAN",
        ),
        (["pass"], "save money and wait", "waiting"),
        (["lift control chips"], "lift one of your measures", "lifting the control on advanced chips"),
        (
            ["offer control chips", "for tariff", "sweeten 1"],
            "propose a deal",
            "offering the control on advanced chips for the tariff",
        ),
    ],
)
def test_every_kind_of_move_has_words(texts: list[str], kind: str, move: str) -> None:
    t = table().hand(T.US, "indo-pacific-framework").control(T.US, T.CHIPS, 1).tariff(T.CHINA, 1)
    picks = plan(t, *texts)
    assert (kind_of(t.book, t.s, picks), move_of(t.book, t.s, picks)) == (kind, move)


def test_a_move_under_way_keeps_its_card_in_the_words() -> None:
    t = table().hand(T.US, "chip-4").play("play chip-4")
    assert move_of(t.book, t.s, (T.USE + T.USE_POLICY,)) == "Chip 4 as its policy"
    assert kind_of(t.book, t.s, (T.USE + T.USE_POLICY,)) == "a policy that wins blocs"


def test_the_last_resort_advises_from_a_look_one_step_ahead(book: Rulebook) -> None:
    s = middle(book, 4)
    seen = observe(book, s, mover(s))
    request = Request(
        1, seen.viewer, bytes(seen.seen.cells), "master", "neutral", "x", 1.0, is_for_person=True
    )
    advice = Decider(book).decide_at_once(request).advice
    assert advice is not None and "one step ahead" in advice.basis
    assert bytes(from_cells(request.cells).cells) == bytes(seen.seen.cells)


def test_points_are_written_with_a_real_minus() -> None:
    assert (points(1.24), points(-0.5)) == ("+1.2", "−0.5")


def test_a_lead_says_that_it_is_one_of_points() -> None:
    assert (ahead(2.0), ahead(-4.0), ahead(0.01)) == ("2.0 points ahead", "4.0 points behind", "level")


def test_an_end_is_announced_only_where_one_is_near() -> None:
    t = table()
    best = Thought((T.PASS,), 1.0, 0.5, 9, ((E.ENDED, 3.0),))
    said = [words(advise(t.book, t.s, T.US, Thoughts((best,), lines=9)).nudge)]
    t.shared(T.TRACK, t.book.tables.setting[T.END_US] - 1)
    said.append(words(advise(t.book, t.s, T.US, Thoughts((best,), lines=9)).nudge))
    assert ["decided soon" in text for text in said] == [False, True]


def test_where_all_moves_are_about_equal_that_is_said_and_not_a_difference_of_nothing() -> None:
    t = table()
    best, other, worse = (Thought((T.PASS,), value, 0.5, 3, ()) for value in (1.0, 0.97, 0.2))
    even = advise(t.book, t.s, T.US, Thoughts((best, other), lines=6))
    assert EVEN in words(even.idea) and EVEN in words(even.move) and "difference" not in words(even.idea)
    assert "3 tries" not in words(even.move)
    clear = advise(t.book, t.s, T.US, Thoughts((best, worse), lines=6))
    won = Thought((T.PASS,), E.WON, 1.0, 3, ())
    sure = advise(t.book, t.s, T.US, Thoughts((won, won), lines=6))
    assert WINS in words(sure.move) and EVEN not in words(sure.move)
    assert EVEN not in words(clear.idea) and "difference" in words(clear.idea)


def test_the_first_question_is_thought_about_as_far_as_the_later_ones(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process starts with it, so the compiled core is loaded before it is answered; a rival's move is not kept
    waiting."""
    done = []

    class Watched(Decider):
        def quicken(self) -> None:
            done.append("load")

        def decide(self, request: Request, is_called: Callable[[], bool] = never) -> Reply:
            done.append("advise" if request.is_for_person else "move")
            return Reply(request.number, T.PASS)

    monkeypatch.setattr("game.players.worker.Decider", Watched)
    pack_file = tmp_path / "pack.json"
    pack_file.write_text(json.dumps(pack_to_data(pack)), "utf-8")
    for is_for_person in (True, False):
        ours, theirs = Pipe()
        ours.send(Request(1, T.US, b"", "master", "neutral", "x", 1.0, is_for_person))
        ours.close()  # the process ends when it has answered
        serve(theirs, str(pack_file), "tech-war")
    assert done == ["load", "advise", "move"]
