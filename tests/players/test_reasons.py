"""The sentence about a move: what it was for, what came close, and nothing that the rival may not know."""

from random import Random

from game.engine import terms as T
from game.engine.notation import parse
from game.engine.rules import apply, legal, mover, start
from game.engine.view import observe
from game.players import evaluate as E
from game.players.levels import make_player
from game.players.reasons import aim_of, deed_of, told
from game.players.thoughts import Thought
from tests.table import scenario, table


def plan(t, *texts: str) -> tuple[int, ...]:  # type: ignore[no-untyped-def]
    """The picks of a move from its notation, taken on a copy."""
    from game.engine.state import copy

    s, picks = copy(t.s), []
    for text in texts:
        picks.append(parse(t.book, s, text))
        apply(t.book, s, picks[-1])
    return tuple(picks)


def test_a_policy_is_called_by_its_title_and_a_rejected_one_by_what_it_does() -> None:
    t = table().hand(T.US, "hague-tokyo-accord")
    move = plan(t, "play hague-tokyo-accord", "use policy")
    assert deed_of(t.book, t.s, move, is_public=True) == "Hague-Tokyo Accord"
    assert deed_of(t.book, t.s, move, is_public=False) == "winning over European Union"


def test_a_face_down_card_is_never_named() -> None:
    t = table().hand(T.US, "quad-summit")
    move = plan(t, "play quad-summit", "use contingency")
    thought = Thought(move, 1.0, 0.6, 1, ((E.CONTINGENCY, 0.4), (E.LEAD, 0.2)))
    sentence = told(t.book, t.s, T.US, (thought,)).reason
    assert sentence.startswith("An answer laid face-down") and "Quad" not in sentence


def test_the_own_agenda_is_not_given_away() -> None:
    t = table().hand(T.US, "quad-summit")
    thought = Thought(
        plan(t, "play quad-summit", "use policy"), 3.0, 0.7, 1, ((E.AGENDA, 2.0), (E.COURTING, 0.5))
    )
    assert aim_of(t.book, t.s, thought) == "for friends among the blocs"


def test_the_aim_is_the_spotlight_that_is_scored_this_round() -> None:
    t = table().lit(T.AI).hand(T.US, "quad-summit")
    thought = Thought((T.PASS,), 1.0, 0.6, 1, ((E.LEAD + T.AI - T.UPSTREAM, 1.0),))
    assert aim_of(t.book, t.s, thought) == "before the spotlight on artificial intelligence is scored"


def test_what_is_feared_is_spoken_to_the_rival_and_told_to_everybody_else() -> None:
    t = table()
    thoughts = told(t.book, t.s, T.CHINA, (Thought((T.PASS,), 0.0, 0.5, 1),), T.MAGNETS)
    assert thoughts.reason == "Waiting; feared your control on rare earths & magnets."
    assert thoughts.report == "Waiting; feared US control on rare earths & magnets."


def test_no_sentence_of_a_whole_game_names_a_card_that_stays_hidden() -> None:
    book = scenario("tech-war")
    luck, s = Random(5), start(book)
    players = [make_player("greedy", f"reasons/{side}") for side in range(2)]
    while mover(s) != T.NOBODY:
        who = mover(s)
        if who == T.NATURE:
            apply(book, s, luck.choice(legal(book, s)))
            continue
        pick = players[who].pick(book, observe(book, s, who))
        sentence = players[who].thoughts.reason  # type: ignore[union-attr]
        if pick == T.USE + T.USE_POLICY or s.pick[T.PICK_USE] == T.USE_POLICY:
            played = book.cards[s.pick[T.PICK_CARD]].title
            sentence = sentence.replace(played, "")
        elif pick >= T.CARD:
            apply(book, s, pick)
            continue  # what the card is used for is not public yet
        hidden = {book.cards[c].title for c in range(len(book.cards)) if s.place[c] == T.IN_HAND}
        hidden |= {agenda.title for agenda in book.agendas}
        assert not [title for title in hidden if title in sentence], sentence
        apply(book, s, pick)
