"""The curves of a match: one value for every moment of `rounds`, with its causes.

A point's terms are what changed since the moment before, by cause; an output's are the parts of its sum.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.event import Event
from game.engine.explain import Term, binding_input, why_output, why_resilience, why_supply
from game.match.words import Words

from .rounds import Moment

BOTH = 2  # the side of a curve that belongs to nobody


@dataclass(frozen=True, slots=True)
class Point:
    """A value and why it is what it is."""

    value: int
    terms: tuple[Term, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One curve; `points` go with the moments one to one."""

    title: str
    side: int  # US, CHINA or BOTH
    points: tuple[Point, ...]

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(point.value for point in self.points)


def track(course: list[Moment], words: Words) -> Series:
    return _cell(course, words, "Leadership track", BOTH, T.SHARED + T.TRACK)


def tension(course: list[Moment], words: Words) -> Series:
    return _cell(course, words, "Tension", BOTH, T.SHARED + T.TENSION)


def decoupling(course: list[Moment], words: Words) -> Series:
    return _cell(course, words, "Decoupling", BOTH, T.SHARED + T.DECOUPLING)


def approval(course: list[Moment], words: Words) -> tuple[Series, Series]:
    return _pair(lambda side: _cell(course, words, "Approval", side, T.APPROVAL + side))


def budget(course: list[Moment], words: Words) -> tuple[Series, Series]:
    return _pair(lambda side: _cell(course, words, "Budget", side, T.BUDGET + side))


def capital(course: list[Moment], words: Words) -> tuple[Series, Series]:
    return _pair(lambda side: _cell(course, words, "Political Capital", side, T.CAPITAL + side))


def outputs(course: list[Moment], words: Words, sector: int) -> tuple[Series, Series]:
    """Outputs of one downstream sector, as the market phases counted them."""
    title = words.book.sectors[sector].title

    def curve(side: int) -> Series:
        return Series(title, side, tuple(_output(moment, words, side, sector) for moment in course))

    return _pair(curve)


def resilience(course: list[Moment], words: Words) -> tuple[Series, Series]:
    def curve(side: int) -> Series:
        before = [None, *course[:-1]]
        points = (_resilience(words, side, a, b) for a, b in zip(before, course, strict=True))
        return Series("Resilience", side, tuple(points))

    return _pair(curve)


def measures(course: list[Moment], words: Words) -> tuple[Series, Series]:
    """All levels of a side's measures on the table: controls, listings and its tariff."""

    def curve(side: int) -> Series:
        controls = range(T.CONTROL + side * T.UPSTREAM, T.CONTROL + (side + 1) * T.UPSTREAM)
        listings = range(T.LISTING + side * T.SECTORS, T.LISTING + (side + 1) * T.SECTORS)
        return _cells(course, words, "Measures", side, (*controls, *listings, T.TARIFF + side))

    return _pair(curve)


@dataclass(frozen=True, slots=True)
class Mover:
    """What one cause did to the Leadership track, and in which rounds."""

    words: str
    value: int
    rounds: tuple[int, ...]


def movers(course: list[Moment], words: Words) -> list[Mover]:
    """What moved the Leadership track over the whole match, by cause, the strongest first."""
    found: dict[str, Mover] = {}
    for moment in course:
        events = (event for event in moment.told if event.what == T.SHARED + T.TRACK)
        for term in summed(events, words):
            old = found.get(term.words, Mover(term.words, 0, ()))
            found[term.words] = Mover(term.words, old.value + term.value, (*old.rounds, moment.round))
    moved = (mover for mover in found.values() if mover.value)
    return sorted(moved, key=lambda mover: -abs(mover.value))


def summed(events: Iterable[Event], words: Words) -> list[Term]:
    """Changes added up by their cause, in the order in which the causes came."""
    sums: dict[str, int] = {}
    for event in events:
        cause = words.cause(event)
        sums[cause] = sums.get(cause, 0) + event.new - event.old
    return [Term(cause, value) for cause, value in sums.items() if value]


def _pair(curve: Callable[[int], Series]) -> tuple[Series, Series]:
    return curve(T.US), curve(T.CHINA)


def _cell(course: list[Moment], words: Words, title: str, side: int, cell: int) -> Series:
    return _cells(course, words, title, side, (cell,))


def _cells(course: list[Moment], words: Words, title: str, side: int, cells: tuple[int, ...]) -> Series:
    """A number that stands in a cell, or the sum of some: its changes are in the story."""
    points = (
        Point(
            sum(moment.seen.cells[cell] for cell in cells),
            tuple(summed((event for event in moment.told if event.what in cells), words)),
        )
        for moment in course
    )
    return Series(title, side, tuple(points))


def _output(moment: Moment, words: Words, side: int, sector: int) -> Point:
    """An output is made from the position, so its terms are those of the sum."""
    book, made = words.book, moment.outputs[side * T.SECTORS + sector]
    why = why_output(book, moment.market, side, sector)
    terms = [*why.terms]
    if made > why.value:
        terms.append(Term("stockpile", made - why.value))
    bind = binding_input(book, moment.market, side, sector)
    reason = why_supply(book, moment.market, side, bind).words if bind != T.NONE else ""
    return Point(made, tuple(terms), reason)


def _resilience(words: Words, side: int, before: Moment | None, moment: Moment) -> Point:
    """At the start the sum; later what changed in it, and the levels that were gained."""
    why = why_resilience(words.book, moment.seen, side)
    if before is None:
        return Point(why.value, why.terms)
    was = why_resilience(words.book, before.seen, side)
    pairs = zip(why.terms, was.terms, strict=True)
    terms = tuple(Term(now.words, now.value - old.value) for now, old in pairs if now.value != old.value)
    first = T.CAPABILITY + side * T.SECTORS
    levels = [event for event in moment.told if first <= event.what < first + T.SECTORS]
    changes = ", ".join(words.change(event.what, event.old, event.new) for event in levels)
    return Point(why.value, terms, f"Levels gained: {changes}." if changes else "")
