"""Who paid: what a match cost consumers, exporters, treasuries and industries, from its record.

A cost is counted where the rules took it (the causes of events), or, for a sale that was not made, by asking the rules
what the market phase would have paid without the control.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.market import licence, trade
from game.engine.state import State, copy
from game.match.words import Words

from .rounds import Moment

CONSUMERS, EXPORTERS, TREASURY, INDUSTRY = "Consumers", "Exporters", "Treasury", "Industry"
GROUPS = {
    CONSUMERS: "What dear and scarce goods cost in Approval.",
    EXPORTERS: "What firms did not sell, in Budget.",
    TREASURY: "What the state paid and took in.",
    INDUSTRY: "Output that missing inputs and listings cost, added up over all market phases.",
}
FULL_TRADE = 2  # Budget a round from trade with a rival that takes no duties and has not split away


@dataclass(frozen=True, slots=True)
class Bill:
    """What one group of one side paid (or, below zero, got)."""

    who: str
    side: int
    amount: int
    unit: str
    words: str  # what it is made of


def bills(course: Sequence[Moment], words: Words) -> list[Bill]:
    """All bills of a match that are not zero, group by group."""
    found = []
    for side in (T.US, T.CHINA):
        found += [_consumers(course, side), *_exporters(course, side), *_treasury(course, side)]
        found += _industry(course, words, side)
    order = (CONSUMERS, EXPORTERS, TREASURY, INDUSTRY)
    return sorted((bill for bill in found if bill.amount), key=lambda bill: order.index(bill.who))


def _consumers(course: Sequence[Moment], side: int) -> Bill:
    """Approval that dear and scarce goods cost."""
    lost: Counter[str] = Counter()
    for moment in course:
        for event in moment.told:
            if event.what == T.APPROVAL + side and event.new < event.old:
                if event.cause_kind == T.BY_TARIFF:
                    lost["own tariffs"] += event.old - event.new
                elif event.cause_kind == T.BY_SHORTAGE:
                    lost["shortages"] += event.old - event.new
    parts = ", ".join(f"{name} {count}" for name, count in lost.items())
    return Bill(CONSUMERS, side, sum(lost.values()), "Approval", parts)


def _exporters(course: Sequence[Moment], side: int) -> list[Bill]:
    """Licences that the own controls cost, and trade that tariffs and Decoupling took."""
    licences = traded = 0
    for moment in course:
        if moment.round and moment.outputs and moment.had_market:
            licences += sum(_licence_lost(moment.market, side, i) for i in range(T.UPSTREAM))
            traded += FULL_TRADE - trade(moment.market, side)
    return [
        Bill(EXPORTERS, side, licences, "Budget", "licences that its own controls barred"),
        Bill(EXPORTERS, side, traded, "Budget", "trade lost to the rival's tariff and to Decoupling"),
    ]


def _licence_lost(market: State, side: int, i: int) -> int:
    """What a licence would have paid without the own control on that input."""
    cell = side * T.UPSTREAM + i
    if not market.control[cell]:
        return 0
    free = copy(market)
    free.control[cell] = 0
    return int(licence(free, side, i))


def _treasury(course: Sequence[Moment], side: int) -> list[Bill]:
    """Budget paid for policies and statecraft, and duties taken in."""
    paid: Counter[str] = Counter()
    duties = 0
    kinds = {T.BY_CARD: "policies", T.BY_STATECRAFT: "statecraft", T.BY_DEAL: "sweeteners"}
    for moment in course:
        for event in moment.told:
            if event.what != T.BUDGET + side:
                continue
            if event.cause_kind in kinds and event.new < event.old:
                paid[kinds[event.cause_kind]] += event.old - event.new
            elif event.cause_kind == T.BY_DUTIES:
                duties += event.new - event.old
    parts = ", ".join(f"{name} {paid[name]}" for name in kinds.values() if paid[name])
    return [
        Bill(TREASURY, side, sum(paid.values()), "Budget", parts),
        Bill(TREASURY, side, -duties, "Budget", "duties that its own tariff brought in"),
    ]


def _industry(course: Sequence[Moment], words: Words, side: int) -> list[Bill]:
    """Output that missing inputs and listings cost, sector by sector, over all market phases."""
    lost: Counter[int] = Counter()
    for moment in course:
        if moment.round and moment.had_market:
            for j in range(T.UPSTREAM, T.SECTORS):
                cell = side * T.SECTORS + j
                lost[j] += max(0, moment.market.capability[cell] - moment.outputs[cell])
    return [
        Bill(INDUSTRY, side, count, "output", words.book.sectors[j].title)
        for j, count in lost.most_common()
        if count
    ]
