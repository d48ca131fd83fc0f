"""Bargaining: offers that will be refused are not made, and a refusal names its price."""

from random import Random

from game.engine import terms as T
from game.engine.notation import parse
from game.engine.rules import apply
from game.engine.state import copy
from game.engine.view import Observation, observe
from game.players import evaluate as E
from game.players.core import PlainCore
from game.players.deals import better_offers, price_of, with_price
from game.players.levels import make_player
from game.players.plans import assume
from game.players.simple import GreedyPlayer
from game.players.thoughts import Thought, Thoughts
from tests.table import Table, table


def offered(t: Table, *texts: str) -> Observation:
    """What the rival sees of an offer that the mover has made."""
    for text in texts:
        apply(t.book, t.s, parse(t.book, t.s, text))
    assert t.s.shared[T.PHASE] == T.ANSWERING
    return observe(t.book, t.s, t.s.shared[T.MOVER])


def copied(t: Table) -> Table:
    other = table()
    other.s = copy(t.s)
    return other


def bargain() -> Table:
    """China's magnet controls choke the US; the US has a tariff that hardly matters."""
    t = table().lit(T.EV, T.DEFENCE).control(T.CHINA, T.MAGNETS, 2).control(T.CHINA, T.LEGACY, 1)
    return t.tariff(T.US, 1).meters(T.US, 6, 4, 6)


def test_a_refusal_names_what_would_have_been_enough() -> None:
    seen = offered(bargain(), "offer tariff", "for control magnets", "sweeten 0")
    player = GreedyPlayer(Random(1), noise=0.0)
    assert player.pick(bargain().book, seen) == T.REFUSE
    thoughts = player.thoughts
    assert thoughts is not None and "my control on rare earths & magnets" in thoughts.reason
    assert ("I would sign" in thoughts.reason) == bool(thoughts.price)


def test_a_refusal_says_what_the_measure_does_and_nothing_of_an_end_far_away() -> None:
    """Whatever the search found of other rounds: the rival's sector that is held back, or the money."""
    t = table().listing(T.CHINA, T.AUTO).tariff(T.CHINA, 1).tariff(T.US, 1).meters(T.US, 6, 4, 6)
    refused = Thoughts((Thought((T.REFUSE,), 1.0, 0.6, 9, ((E.ENDED, 3.0),)),))
    said = []
    for what in ("for listing auto", "for tariff"):
        seen = offered(copied(t), "offer tariff", what, "sweeten 0")
        said.append(with_price(t.book, seen, refused, lambda offer: False))
    assert said[0].reason == "No price: my listing of automation holds back your automation."
    assert said[0].report == "Would sign at no price: the CN listing of automation holds back US automation."
    assert said[1].reason == "No price: my tariff brings in money every round."


def test_a_measure_that_does_nothing_now_is_not_said_to_hold_anything_back() -> None:
    t = table().listing(T.CHINA, T.AUTO).tariff(T.US, 1).capability(T.US, T.AUTO, 0)
    seen = offered(t, "offer tariff", "for listing auto", "sweeten 0")
    refused = Thoughts((Thought((T.REFUSE,), 1.0, 0.6, 9),))
    assert with_price(t.book, seen, refused, lambda offer: False).reason.endswith("is worth more.")


def test_the_least_price_is_named_first_and_money_before_measures() -> None:
    t = bargain().control(T.US, T.CHIPS, 1)
    seen = offered(t, "offer tariff", "for control magnets", "sweeten 0")
    words = [text for text, _ in better_offers(t.book, seen.seen)]
    control = "your control on advanced chips instead"
    assert words == ["1 Budget more", "2 Budget more", control, f"{control} and 2 Budget more"]
    assert price_of(t.book, seen, lambda offer: True) == "1 Budget more"
    assert price_of(t.book, seen, lambda offer: offer.seen.shared[T.OFFER_GIVE] == T.CHIPS).startswith(
        "your control"
    )
    assert price_of(t.book, seen, lambda offer: False) == ""


def test_the_price_is_never_money_that_the_proposer_does_not_have() -> None:
    t = bargain().meters(T.US, 1, 4, 6)
    seen = offered(t, "offer tariff", "for control magnets", "sweeten 0")
    assert [text for text, _ in better_offers(t.book, seen.seen)][:2] == ["1 Budget more"]


def test_what_is_tried_as_a_price_leaves_the_offer_alone() -> None:
    t = bargain()
    seen = offered(t, "offer tariff", "for control magnets", "sweeten 0")
    before = bytes(seen.seen.cells)
    list(better_offers(t.book, seen.seen))
    assert bytes(seen.seen.cells) == before


def test_an_offer_that_will_be_refused_is_not_made() -> None:
    t = bargain()
    core = PlainCore(t.book)
    known = assume(observe(t.book, t.s, T.US))
    offers = {p.picks: p.value for p in core.plans(known, T.US) if p.picks[0] == T.OFFER + T.TARIFF_MEASURE}
    waiting = next(p.value for p in core.plans(known, T.US) if p.picks == (T.PASS,))
    magnets = [value for picks, value in offers.items() if picks[1] == T.ASK + T.MAGNETS]
    assert magnets and all(value < waiting for value in magnets)


def test_an_easier_mood_signs_what_a_harder_one_refuses() -> None:
    """There is an offer between them: the dealmaker gives half a point away."""
    seen = offered(bargain(), "offer tariff", "for control legacy", "sweeten 0")
    values = {plan.picks: plan.value for plan in PlainCore(bargain().book).plans(assume(seen), seen.viewer)}
    short = values[(T.REFUSE,)] - values[(T.ACCEPT,)]
    strict, easy = (GreedyPlayer(Random(1), 0.0, mood=short + change) for change in (-0.01, 0.01))
    assert strict.pick(bargain().book, seen) == T.REFUSE
    assert easy.pick(bargain().book, seen) == T.ACCEPT


def test_levels_that_search_explain_a_refusal_too() -> None:
    t = bargain()
    seen = offered(t, "offer tariff", "for control magnets", "sweeten 0")
    player = make_player("adviser", "x")
    assert player.pick(t.book, seen) == T.REFUSE
    assert player.thoughts is not None and "magnets" in player.thoughts.reason
