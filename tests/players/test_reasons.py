"""The sentence about a move: what it was for, what came close, and nothing that the rival may not know."""

from random import Random

from game.engine import terms as T
from game.engine.notation import parse
from game.engine.rules import apply, legal, mover, start
from game.engine.supply import level_cost, output
from game.engine.view import observe
from game.players import deeds
from game.players import evaluate as E
from game.players.aims import aim_of
from game.players.levels import make_player
from game.players.names import deed_of, fear_of
from game.players.reasons import told
from game.players.thoughts import Gain, Thought
from tests.table import Table, scenario, table


def plan(t, *texts: str) -> tuple[int, ...]:  # type: ignore[no-untyped-def]
    """The picks of a move from its notation, taken on a copy."""
    from game.engine.state import copy

    s, picks = copy(t.s), []
    for text in texts:
        picks.append(parse(t.book, s, text))
        apply(t.book, s, picks[-1])
    return tuple(picks)


LATE = (E.ENDED, 3.0)  # what a search finds when some of its lines end well


def lead(j: int) -> int:
    return E.LEAD + j - T.UPSTREAM


def aim(t: Table, *texts: str, gains: tuple[Gain, ...]) -> str:
    """What a move of the US is said to be for, when the search found these gains."""
    return aim_of(t.book, t.s, T.US, Thought(plan(t, *texts), 1.0, 0.6, 9, gains))


def said(t: Table, first: tuple[int, ...], second: tuple[int, ...]) -> str:
    """The sentence about a move and another that came close."""
    return told(t.book, t.s, T.US, (Thought(first, 1.0, 0.6, 9), Thought(second, 0.9, 0.6, 9))).reason


def test_a_policy_is_called_by_its_title() -> None:
    t = table().hand(T.US, "hague-tokyo-accord")
    move = plan(t, "play hague-tokyo-accord", "use policy")
    assert deed_of(t.book, t.s, move) == "Hague-Tokyo Accord"


def test_a_face_down_card_is_never_named() -> None:
    t = table().hand(T.US, "quad-summit")
    move = plan(t, "play quad-summit", "use contingency")
    thought = Thought(move, 1.0, 0.6, 1, ((E.CONTINGENCY, 0.4), (E.RESILIENCE, 0.2)))
    sentence = told(t.book, t.s, T.US, (thought,)).reason
    assert sentence == "A contingency set face-down."


def test_the_own_agenda_is_not_given_away() -> None:
    t = table().hand(T.US, "quad-summit")
    gains = ((E.AGENDA, 2.0), (E.COURTING, 0.5))
    assert aim(t, "play quad-summit", "use policy", gains=gains) == "for friends among the blocs"


def investment() -> tuple[Table, tuple[str, ...]]:
    """A position in which one more investment of the US reaches a level in defence, and its notation."""
    t = table().hand(T.US, "quad-summit").capability(T.US, T.DEFENCE, 5).capability(T.CHINA, T.DEFENCE, 5)
    return t.progress(T.US, T.DEFENCE, level_cost(5, 5, T.DEFENCE) - 1), ("play quad-summit", "use icon 3")


def test_the_aim_is_the_spotlight_that_is_scored_if_the_move_helps_there() -> None:
    t, move = investment()
    t.lit(T.DEVICES, T.DEFENCE)
    gains = ((lead(T.DEVICES), 2.0), (lead(T.DEFENCE), 0.5))
    name = t.book.sectors[T.DEFENCE].title.lower()
    assert aim(t, *move, gains=gains) == f"before the spotlight on {name} is scored"


def test_a_lead_that_brings_no_more_points_is_not_said_to_be_for_the_spotlight() -> None:
    t, move = investment()
    t.lit(T.DEFENCE).capability(T.CHINA, T.DEFENCE, 2).progress(T.US, T.DEFENCE, level_cost(5, 2, T.DEFENCE) - 1)
    assert aim(t, *move, gains=((lead(T.DEFENCE), 0.5),)) == "for a safer lead in defence"
    t.capability(T.CHINA, T.DEFENCE, 9).progress(T.US, T.DEFENCE, level_cost(5, 9, T.DEFENCE) - 1)
    assert aim(t, *move, gains=((lead(T.DEFENCE), 0.5),)) == "to close the gap in defence"


def test_in_the_last_round_nothing_is_done_for_rounds_to_come() -> None:
    t = table().hand(T.US, "quad-summit").align(T.INDIA, 1).align(T.JAPAN, 2)
    move, gains = ("play quad-summit", "use icon 1"), ((E.INCOME, 1.0), (E.INDUSTRY, 0.5))
    assert aim(t, *move, gains=gains) == "for income in the rounds to come"
    t.shared(T.ROUND, t.book.tables.setting[T.ROUNDS])
    assert aim(t, *move, gains=gains) == "for one more in its coalition"
    t.align(T.INDIA, -2).align(T.SOUTH, -2).align(T.JAPAN, 0)
    assert aim(t, *move, gains=gains) == "for one less in the rival's coalition"


def test_on_the_last_move_of_a_round_a_spotlight_counts_what_it_will_see() -> None:
    """Levels that the market phase brings come after the spotlights."""
    t, move = investment()
    t.lit(T.DEFENCE).capability(T.CHINA, T.DEFENCE, 2).progress(T.US, T.DEFENCE, level_cost(5, 2, T.DEFENCE) - 1)
    t.s.moves[T.US], t.s.moves[T.CHINA] = 1, 0
    assert "spotlight" not in aim(t, *move, gains=((lead(T.DEFENCE), 0.5),))
    t.capability(T.CHINA, T.DEFENCE, 5).progress(T.US, T.DEFENCE, level_cost(5, 5, T.DEFENCE) - 1)
    assert aim(t, *move, gains=((lead(T.DEFENCE), 0.5),)) == "before the spotlight on defence is scored"


def test_a_coalition_is_spoken_of_before_an_agenda() -> None:
    t = table().hand(T.US, "quad-summit").align(T.INDIA, 1).align(T.JAPAN, 2).align(T.KOREA, 2)
    t.shared(T.ROUND, t.book.tables.setting[T.ROUNDS])
    agenda = next(n for n, a in enumerate(t.book.agendas) if a.condition == T.SWING_MARKETS)
    t.s.agenda[agenda], t.s.agenda_kept[T.US] = T.KEPT + T.US, 1
    for bloc in range(T.BLOCS):
        if t.book.tables.buys[bloc] != T.NONE and bloc not in (T.INDIA, T.JAPAN, T.KOREA):
            t.align(bloc, 0)
    said = aim(t, "play quad-summit", "use icon 1", gains=((E.AGENDA, 3.0), (E.COURTING, 0.2)))
    assert said == "for one more in its coalition"


def test_a_wait_with_the_last_move_of_the_match_is_explained() -> None:
    t = table().shared(T.ROUND, table().book.tables.setting[T.ROUNDS])
    t.s.moves[T.US], t.s.moves[T.CHINA] = 1, 0
    sure, open_ = (Thought((T.PASS,), 0.0, chance, 9) for chance in (1.0, 0.6))
    assert told(t.book, t.s, T.US, (sure,)).reason == "Waiting as who wins is settled."
    assert told(t.book, t.s, T.US, (open_,)).reason == "Waiting."
    t.s.moves[T.CHINA] = 1
    assert told(t.book, t.s, T.US, (sure,)).reason == "Waiting."


def test_a_sector_is_not_named_twice() -> None:
    t, move = investment()
    t.lit(T.DEFENCE)
    thought = Thought(plan(t, *move), 1.0, 0.6, 9, ((lead(T.DEFENCE), 0.5),))
    assert told(t.book, t.s, T.US, (thought,)).reason == "Investing in defence before the spotlight there is scored."


def test_an_aim_that_the_move_does_not_touch_is_not_named() -> None:
    t = table().lit(T.DEVICES, T.DEFENCE).hand(T.US, "indo-pacific-framework")
    gains = ((lead(T.DEFENCE), 2.0), (E.TRACK, 1.0), (E.RESILIENCE, 0.5))
    told_of = aim(t, "play indo-pacific-framework", "use icon 1", gains=gains)  # courting ASEAN
    assert not [word for word in ("spotlight", "lead", "track", "Resilience") if word in told_of]


def test_waiting_is_for_nothing_that_comes_to_every_move() -> None:
    t = table().lit(T.DEVICES)
    t.s.moves[T.US], t.s.moves[T.CHINA] = 1, 0  # the round is scored after it
    gains = (LATE, (E.TRACK, 1.0), (E.INCOME, 0.5), (lead(T.DEVICES), 0.3))
    assert aim(t, "pass", gains=gains) == ""


def test_an_end_is_spoken_of_only_where_it_is_near_and_the_move_helps() -> None:
    t, move = investment()
    t.lit(T.DEFENCE)
    level = aim(t, *move, gains=(LATE,))
    assert "win" not in level
    t.shared(T.TRACK, 2 - t.book.tables.setting[T.END_CHINA])
    assert aim(t, *move, gains=(LATE,)) == "to stop the rival's win on the track"
    assert aim(t, "pass", gains=(LATE,)) == ""
    t.shared(T.TRACK, t.book.tables.setting[T.END_US] - 2)
    assert aim(t, *move, gains=(LATE,)) == "for a win on the track"
    t.capability(T.CHINA, T.DEFENCE, 2).progress(T.US, T.DEFENCE, level_cost(5, 2, T.DEFENCE) - 1)
    assert aim(t, *move, gains=(LATE,)) == "for a safer lead in defence"  # two points with or without it


def test_a_move_that_wins_at_once_has_no_other_idea() -> None:
    t = table().lit(T.DEVICES).capability(T.US, T.DEVICES, 9).shared(T.TENSION, 0)
    t.s.moves[T.US], t.s.moves[T.CHINA] = 1, 0
    t.shared(T.TRACK, t.book.tables.setting[T.END_US] - 1)
    best = tuple(Thought((T.PASS,), value, 0.9, 9, (LATE,)) for value in (12.0, 11.9))
    assert told(t.book, t.s, T.US, best, T.MAGNETS).reason == "Waiting to win at once."


def test_near_a_rupture_it_is_said_whom_it_would_favour() -> None:
    t, move = investment()
    t.capability(T.US, T.DEFENCE, 2).capability(T.CHINA, T.DEFENCE, 2)
    t.capability(T.US, T.MAGNETS, 6).shared(T.TENSION, 9)
    told_of = aim(t, *move, gains=((E.BRINK, 2.0),))
    assert told_of.startswith("so that a Rupture would ") and "rival" in told_of


def test_what_the_rival_loses_is_not_told_as_a_gain() -> None:
    t = table().hand(T.US, "us-persons-rule").progress(T.CHINA, T.CHIPS, 3).progress(T.CHINA, T.TOOLS, 3)
    move = plan(t, "play us-persons-rule", "use policy")
    thought = Thought(move, 1.0, 0.6, 9, ((E.INPUTS, 0.5),))
    thoughts = told(t.book, t.s, T.US, (thought,))
    assert thoughts.reason == "US-Persons Rule to hold back your inputs."
    assert thoughts.report == "US-Persons Rule to hold back the rival's inputs."


def test_the_third_spotlight_is_told_by_how_the_side_stands_there() -> None:
    t = table().shared(T.PHASE, T.NAMING)
    found = {}
    for pick in legal(t.book, t.s):
        j = pick - T.AT_SECTOR
        mine, theirs = (output(t.book.tables, t.s, side, j) for side in (T.US, T.CHINA))
        thought = Thought((pick,), 1.0, 0.6, 9, ((E.TRACK, 1.0),))
        found[pick] = (mine - theirs, aim_of(t.book, t.s, T.US, thought))
    for ahead, words in found.values():
        if ahead > 0:
            assert words == "where it leads"
        else:
            assert words != "where it leads"
    for pick in legal(t.book, t.s):
        t.capability(T.US, pick - T.AT_SECTOR, 3).capability(T.CHINA, pick - T.AT_SECTOR, 9)
    worst = {pick: aim_of(t.book, t.s, T.US, Thought((pick,), 1.0, 0.6, 9, ((E.TRACK, 1.0),))) for pick in found}
    assert "where it loses least" in worst.values() and "where it leads" not in worst.values()


def test_what_came_close_does_not_betray_a_card() -> None:
    t = table().hand(T.US, "quad-summit", "hague-tokyo-accord", "indo-pacific-framework")
    policy = plan(t, "play hague-tokyo-accord", "use policy")
    assert said(t, (T.PASS,), policy) == "Waiting; a policy came close."
    icon = plan(t, "play indo-pacific-framework", "use icon 3")
    assert said(t, (T.PASS,), icon) == "Waiting; an investment came close."
    hidden = plan(t, "play quad-summit", "use contingency")
    assert said(t, (T.PASS,), hidden) == "Waiting."


def test_what_came_close_is_about_something_else() -> None:
    t = table().hand(T.US, "indo-pacific-framework")
    courting = plan(t, "play indo-pacific-framework", "use icon 1")
    policy = plan(t, "play indo-pacific-framework", "use policy", "bloc asean")
    assert "came close" not in said(t, courting, policy)
    other = plan(t, "play indo-pacific-framework", "use policy", "bloc india")
    assert "a policy came close" in said(t, courting, other)


def test_a_contingency_is_called_by_its_name() -> None:
    t = table()
    assert deed_of(t.book, t.s, (T.ANNOUNCE,)) == "announcing the contingency"
    assert fear_of(t.book, deeds.FIRED).format("your") == "your contingency"


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
