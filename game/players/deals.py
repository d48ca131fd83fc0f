"""Bargaining: a refusal names its price. It comes from the search: the same question with a little more in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from game.engine import terms as T
from game.engine.ops import measure_cell
from game.engine.rulebook import Rulebook
from game.engine.state import State, copy
from game.engine.supply import output
from game.engine.view import Observation

from .names import measure, sector
from .thoughts import Thoughts

MOST_BOTH = 3  # measures that are tried with money besides: a refusal must not take longer than a move
Likes = Callable[[Observation], bool]  # whether the thinker would accept the offer in an observation


def with_price(book: Rulebook, observation: Observation, thoughts: Thoughts, likes: Likes) -> Thoughts:
    """The thoughts about a refusal, with what would have changed it; others as they are."""
    seen = observation.seen
    if seen.shared[T.PHASE] != T.ANSWERING or thoughts.best[0].picks != (T.REFUSE,):
        return thoughts
    price = price_of(book, observation, likes)
    taken, use = measure(book, seen.shared[T.OFFER_TAKE]), _use_of(book, seen, seen.shared[T.OFFER_TAKE])
    short, other = (book.scenario.side_shorts[side] for side in (observation.viewer, 1 - observation.viewer))
    reported = price.replace("your ", f"the {other} ")
    holds, reported_holds = use.format("your"), use.format(other)
    return replace(
        thoughts,
        price=price,
        reason=f"With {price} I would sign: my {taken} {holds}."
        if price
        else f"No price: my {taken} {holds}.",
        report=f"Would sign with {reported}: the {short} {taken} {reported_holds}."
        if price
        else f"Would sign at no price: the {short} {taken} {reported_holds}.",
    )


def _use_of(book: Rulebook, seen: State, taken: int) -> str:
    """What the measure that is asked for does now for whoever is asked, with "{}" for the proposer's."""
    side, rival = seen.shared[T.MOVER], 1 - seen.shared[T.MOVER]
    if taken == T.TARIFF_MEASURE:
        return "brings in money every round"
    without = copy(seen)
    without.cells[measure_cell(side, taken)] = 0
    lost = {
        j: output(book.tables, without, rival, j) - output(book.tables, seen, rival, j)
        for j in range(T.UPSTREAM, T.SECTORS)
    }
    most = max(lost, key=lambda j: lost[j])
    return f"holds back {{}} {sector(book, most)}" if lost[most] > 0 else "is worth more"


def price_of(book: Rulebook, observation: Observation, likes: Likes) -> str:
    """The least that would make the thinker accept, in words; empty if nothing would."""
    for words, better in better_offers(book, observation.seen):
        if likes(Observation(observation.viewer, better)):
            return words
    return ""


def better_offers(book: Rulebook, seen: State) -> Iterator[tuple[str, State]]:
    """The open offer with more money in it, then with another measure of the proposer's for the one it gives, at last
    with both.
    """
    proposer = 1 - seen.shared[T.MOVER]
    offered, give = seen.shared[T.OFFER_SWEETENER], seen.shared[T.OFFER_GIVE]
    most = max(offered, min(T.MAX_SWEETENER, seen.budget[proposer]))
    others = [m for m in range(T.MEASURES) if m != give and seen.cells[measure_cell(proposer, m)] > 0]
    for sweetener in range(offered + 1, most + 1):
        yield f"{sweetener - offered} Budget more", _offer(seen, give, sweetener)
    for other in others:
        yield f"your {measure(book, other)} instead", _offer(seen, other, offered)
    for other in others[:MOST_BOTH] if most > offered else ():
        words = f"your {measure(book, other)} instead and {most - offered} Budget more"
        yield words, _offer(seen, other, most)


def _offer(seen: State, give: int, sweetener: int) -> State:
    better = copy(seen)
    better.shared[T.OFFER_GIVE], better.shared[T.OFFER_SWEETENER] = give, sweetener
    return better
