"""The causal chain of a match's most used measure: what it did, link by link, each from the rules or the record."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.explain import why_supply
from game.engine.ops import measure_cell
from game.engine.state import State, copy
from game.engine.supply import output
from game.match.words import Words

from .rounds import Moment


@dataclass(frozen=True, slots=True)
class Chain:
    """`kind` is the id of its mechanism: control, listing or tariff."""

    side: int
    measure: int
    kind: str
    title: str
    links: tuple[str, ...]


def kind_of(measure: int) -> str:
    if measure == T.TARIFF_MEASURE:
        return "tariff"
    return "control" if measure < T.UPSTREAM else "listing"


def most_used(course: Sequence[Moment]) -> tuple[int, int] | None:
    """(side, measure) with the most level-rounds on the table, if any measure was used."""
    used: Counter[tuple[int, int]] = Counter()
    for moment in course[1:]:
        for side in (T.US, T.CHINA):
            for measure in range(T.MEASURES):
                used[side, measure] += moment.market.cells[measure_cell(side, measure)]
    (found, levels), *_ = used.most_common(1) or [((0, 0), 0)]
    return found if levels else None


def chain(course: Sequence[Moment], words: Words) -> Chain | None:
    """The chain of the measure that was used most, None if none was."""
    found = most_used(course)
    if found is None:
        return None
    side, measure = found
    cell = measure_cell(side, measure)
    at = max(course[1:], key=lambda moment: moment.market.cells[cell])
    links = [_used(course, words, cell, side, measure)]
    kind = kind_of(measure)
    if kind == "control":
        links += _control(course, words, at, side, measure)
    elif kind == "listing":
        links += _outputs(words, at.market, _without(at.market, cell), 1 - side)
    else:
        links += _tariff(course, words, side)
    title = f"{words.sides[side]}: {words.measure(measure)}"
    return Chain(side, measure, kind, title, tuple(links))


def _used(course: Sequence[Moment], words: Words, cell: int, side: int, measure: int) -> str:
    levels = [moment.market.cells[cell] for moment in course[1:]]
    rounds = sum(level > 0 for level in levels)
    return (
        f"{words.shorts[side]} kept a {words.measure(measure)} for {rounds} round{'s' * (rounds != 1)}, "
        f"at most at level {max(levels)}."
    )


def _without(s: State, cell: int) -> State:
    free = copy(s)
    free.cells[cell] = 0
    return free


def _control(course: Sequence[Moment], words: Words, at: Moment, side: int, i: int) -> list[str]:
    book, rival = words.book, 1 - side
    free = _without(at.market, measure_cell(side, i))
    before, after = (why_supply(book, s, rival, i) for s in (free, at.market))
    title = book.sectors[i].title
    links = [
        f"{title} for {words.shorts[rival]}: {after.value} instead of {before.value} in round {at.round}. "
        f"{after.words}.",
        *_outputs(words, at.market, free, rival),
    ]
    return links + _backfire(course, words, rival, i)


def _backfire(course: Sequence[Moment], words: Words, side: int, i: int) -> list[str]:
    """What a side learned from being cut off: in how many rounds, and how many levels came of it."""
    own, progress = T.CAPABILITY + side * T.SECTORS + i, T.PROGRESS + side * T.SECTORS + i
    rounds, levels = 0, 0
    for moment in course:
        steps = [
            event
            for event in moment.told
            if event.cause_kind == T.BY_BACKFIRE and event.cause == i and event.what in (own, progress)
        ]
        rounds += bool(steps)
        levels += sum(event.new - event.old for event in steps if event.what == own)
    if not rounds:
        return []
    first, last = (moment.seen.cells[own] for moment in (course[0], course[-1]))
    gained = f"{levels} level{'s' * (levels != 1)} came of it" if levels else "not enough for a level"
    return [
        f"Backfire: being cut off taught {words.shorts[side]} in {rounds} round{'s' * (rounds != 1)}, {gained}; "
        f"with all else its own capability in {words.book.sectors[i].title} went from {first} to {last}."
    ]


def _outputs(words: Words, now: State, free: State, side: int) -> list[str]:
    """Outputs of a side that the measure cost in that market phase."""
    table = words.book.tables
    lost = []
    for j in range(T.UPSTREAM, T.SECTORS):
        had, got = output(table, free, side, j), output(table, now, side, j)
        if got < had:
            lost.append(f"{words.book.sectors[j].title} {got} instead of {had}")
    if not lost:
        return [
            f"No {words.shorts[side]} output fell by it in that round: other suppliers or tokens stood in."
        ]
    return [f"{words.shorts[side]} output: {', '.join(lost)}."]


def _tariff(course: Sequence[Moment], words: Words, side: int) -> list[str]:
    duties = lost = 0
    for moment in course:
        for event in moment.told:
            if event.what == T.BUDGET + side and event.cause_kind == T.BY_DUTIES:
                duties += event.new - event.old
            if event.what == T.APPROVAL + side and event.cause_kind == T.BY_TARIFF:
                lost += event.old - event.new
    rival = words.shorts[1 - side]
    return [
        f"Duties brought {duties} Budget into the treasury."
        if duties
        else "Duties brought nothing: the treasury was full, or there was no trade to tax.",
        f"Dearer goods cost {lost} Approval at home."
        if lost
        else "It stayed low enough to cost no Approval.",
        f"{rival} sold less: its income from trade fell by 1 for each level, down to 0.",
    ]
