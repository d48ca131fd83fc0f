"""Two lines of one match side by side: what was, and what would have been, in numbers, words and charts."""

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from game import __version__
from game.content.almanac import almanac_of
from game.engine import terms as T
from game.engine.supply import resilience
from game.match.match import Match
from game.match.store import load
from game.match.verdict import Verdict, verdict
from game.match.words import Words

from . import series
from .accounts import bills
from .charts import Axes, Frame, Line, steps
from .curves import lines
from .pages import render
from .paper import INK, svg
from .rounds import Moment, moments
from .spoken import spoken
from .whatif import Changed, WhatIf, played

# As it was: round and solid; what if: a diamond and dashed, so that paper without colour shows which is which
TWO = replace(INK, sides=("#333333", "#a15c00"))
BOX = (370, 200)


@dataclass(frozen=True, slots=True)
class Row:
    """One number at the end of both lines. `side` is a side or None."""

    title: str
    side: int | None
    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class Comparison:
    """Both lines, read."""

    found: WhatIf
    words: Words
    was: list[Moment]
    would: list[Moment]
    verdicts: tuple[Verdict | None, Verdict | None]
    rows: list[Row]
    told: list[str]  # in sentences
    changed: list[tuple[Changed, str, str]]  # with what was meant and done, in words

    @property
    def title(self) -> str:
        decision = self.found.decision
        move = spoken(self.words, decision.side, decision.picks)
        who = self.words.shorts[decision.side]
        when = f"Round {decision.round}" if decision.round else "Setting up"
        if not self.found.instead:
            return f"{when}, {who}: what if “{move}” had been left out?"
        other = spoken(self.words, decision.side, self.found.instead)
        return f"{when}, {who}: what if it had been “{other}”, not “{move}”?"


def compare(found: WhatIf) -> Comparison:
    """Both lines with all cards open."""
    match, other = found.match, found.other
    words = Words(match.book, almanac_of(match.pack, match.book))
    was, would = moments(match, T.ALL), moments(other, T.ALL)
    ends = _verdict(match, words), _verdict(other, words)
    rows = [*_numbers(words, was, would), *_paid(words, was, would)]
    changed = [
        (one, _meant(words, one.side, one.meant), _meant(words, one.side, one.done)) for one in found.changed
    ]
    return Comparison(
        found, words, was, would, ends, rows, _sentences(found, words, was, would, ends), changed
    )


def _verdict(match: Match, words: Words) -> Verdict | None:
    return verdict(match, words) if match.is_over else None


def _meant(words: Words, side: int, picks: str) -> str:
    return spoken(words, side, picks.split("; ")) if picks else ""


# --- numbers -------------------------------------------------------------------------------------


def _numbers(words: Words, was: Sequence[Moment], would: Sequence[Moment]) -> list[Row]:
    def peak(course: Sequence[Moment]) -> str:
        return str(max(moment.seen.shared[T.TENSION] for moment in course))

    rows = [
        Row("Leadership track", None, *(words.track(c[-1].seen.shared[T.TRACK]) for c in (was, would))),
        Row("Highest Tension", None, peak(was), peak(would)),
        Row("Tension", None, *(str(c[-1].seen.shared[T.TENSION]) for c in (was, would))),
        Row("Decoupling", None, *(str(c[-1].seen.shared[T.DECOUPLING]) for c in (was, would))),
    ]
    for title, value in _values(words).items():
        for side in (T.US, T.CHINA):
            rows.append(Row(title, side, *(str(value(c[-1], side)) for c in (was, would))))
    return rows


def _values(words: Words) -> dict[str, Callable[[Moment, int], int]]:
    return {
        "Resilience": lambda moment, side: resilience(words.book.tables, moment.seen, side),
        "Approval": lambda moment, side: moment.seen.approval[side],
        "Budget": lambda moment, side: moment.seen.budget[side],
        "outputs, all six together": lambda moment, side: sum(
            moment.outputs[side * T.SECTORS + j] for j in range(T.UPSTREAM, T.SECTORS)
        ),
    }


def _paid(words: Words, was: list[Moment], would: list[Moment]) -> list[Row]:
    """What each group paid over the match, in its unit."""
    sums: list[Counter[tuple[str, int, str]]] = []
    for course in (was, would):
        count: Counter[tuple[str, int, str]] = Counter()
        for bill in bills(course, words):
            count[bill.who, bill.side, bill.unit] += max(0, bill.amount)  # what came in is told apart from it
        sums.append(count)
    keys = dict.fromkeys([*sums[0], *sums[1]])
    return [
        Row(f"{who.lower()} paid ({unit})", side, str(sums[0][who, side, unit]), str(sums[1][who, side, unit]))
        for who, side, unit in sorted(keys)
    ]


# --- words ---------------------------------------------------------------------------------------


def _sentences(
    found: WhatIf,
    words: Words,
    was: Sequence[Moment],
    would: Sequence[Moment],
    ends: tuple[Verdict | None, Verdict | None],
) -> list[str]:
    told = [_ending(ends), _parted(words, was, would)]
    tensions = [max(moment.seen.shared[T.TENSION] for moment in course) for course in (was, would)]
    if tensions[0] != tensions[1]:
        told.append(f"Tension was {tensions[1]} at most, instead of {tensions[0]}.")
    splits = [course[-1].seen.shared[T.DECOUPLING] for course in (was, would)]
    if splits[0] != splits[1]:
        told.append(f"Decoupling ended at {splits[1]} instead of {splits[0]}.")
    told.append(_later(found))
    return told


def _ending(ends: tuple[Verdict | None, Verdict | None]) -> str:
    was, would = ends
    if was is None or would is None:
        return "The match was not over; both lines go as far as it went."
    if (was.title, was.why) == (would.title, would.why):
        return f"The result is the same: {was.title}. {was.why}"
    if was.title == would.title:
        return f"{was.title} in both lines. As it was: {_within(was.why)} What if: {_within(would.why)}"
    return f"The result changes. As it was: {was.title}. {was.why} What if: {would.title}. {would.why}"


def _within(why: str) -> str:
    """Why somebody won, within a sentence: names keep their capitals."""
    return why[:1].lower() + why[1:] if why.startswith(("By ", "Level ", "Automatic ")) else why


def _parted(words: Words, was: Sequence[Moment], would: Sequence[Moment]) -> str:
    pairs = zip(was, would, strict=False)
    first = next((a.round for a, b in pairs if a.seen.shared[T.TRACK] != b.seen.shared[T.TRACK]), None)
    ends = [words.track(course[-1].seen.shared[T.TRACK]) for course in (was, would)]
    if first is None and len(was) == len(would):
        return f"The Leadership track is the same at the end of every round: it ends at {ends[0]}."
    if first is None:
        return f"The track is the same as long as both lines run: {ends[0]} and {ends[1]} at their ends."
    return f"The Leadership track differs from round {first} on: it ends at {ends[1]} instead of {ends[0]}."


def _later(found: WhatIf) -> str:
    if not found.changed:
        return f"All {found.kept} later decisions are the same." if found.kept else "Nothing came after it."
    count = len(found.changed)
    return (
        f"{found.kept} later decisions are the same. {count} could not be: "
        "the computer stood in, with the best move one step ahead."
    )


# --- charts and the page -------------------------------------------------------------------------


def page(found: Comparison) -> str:
    """The comparison as HTML."""
    return render("whatif.html", found=found, charts=charts(found), version=__version__, words=found.words)


def charts(found: Comparison) -> dict[str, str]:
    """Both lines' curves by name, for the page."""
    return {pair.title: _chart(pair) for pair in pairs(found)}


@dataclass(frozen=True, slots=True)
class Pair:
    """One number's course in both lines."""

    title: str
    was: tuple[int, ...]
    would: tuple[int, ...]
    ends: tuple[str, str]  # the last values in words
    shorts: tuple[str, ...] = ()  # whose each half of the scale is, where it has two

    @property
    def axes(self) -> Axes:
        low, high = min(0, *self.was, *self.would), max(6, *self.was, *self.would)
        if self.shorts:  # both halves, with room at the ends
            low, high = min(low - 1, -2), max(high - 5, *self.was, *self.would) + 1
        names = ("Start", *[str(n) for n in range(1, max(len(self.was), len(self.would)))])
        return Axes(low, high, tuple((value, self._told(value)) for value in steps(low, high, 6)), names)

    def _told(self, value: int) -> str:
        """A value of the scale, with whose it is."""
        if not self.shorts:
            return str(value)
        return f"{self.shorts[value < 0]} +{abs(value)}" if value else "level"

    @property
    def lines(self) -> list[Line]:
        return [Line(side, values, self.ends[side]) for side, values in enumerate((self.was, self.would))]


def pairs(found: Comparison) -> list[Pair]:
    """What is shown as curves: the track first."""
    words, courses = found.words, (found.was, found.would)
    was, would = (series.track(course, words).values for course in courses)
    made = [Pair("Leadership track", was, would, (words.track(was[-1]), words.track(would[-1])), words.shorts)]
    for name, curve in (("Tension", series.tension), ("Decoupling", series.decoupling)):
        made.append(_pair(name, *(curve(course, words).values for course in courses)))
    for name, curves in (("Resilience", series.resilience), ("Approval", series.approval)):
        for side in (T.US, T.CHINA):
            values = (curves(course, words)[side].values for course in courses)
            made.append(_pair(f"{words.shorts[side]} {name}", *values))
    return made


def _pair(title: str, was: tuple[int, ...], would: tuple[int, ...]) -> Pair:
    return Pair(title, was, would, (str(was[-1]), str(would[-1])))


def _chart(pair: Pair) -> str:
    frame = Frame(*BOX, left=40, top=14, right=24 + 10 * max(map(len, pair.ends)), bottom=32)
    return svg(lines(frame, TWO, pair.axes, pair.lines), f"{pair.title} in both lines")


# --- for a window, from a process of its own -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison without its matches: what is shown, the page, and the picks of the other line."""

    title: str
    told: tuple[str, ...]
    pairs: tuple[Pair, ...]
    rows: tuple[Row, ...]
    changed: tuple[tuple[Changed, str, str], ...]
    actions: tuple[str, ...]
    page: str


def _each_once(course: Generator[int, None, WhatIf]) -> Generator[int, None, WhatIf]:
    """Every round as often as it changes."""
    before = -1
    while True:
        try:
            number = next(course)
        except StopIteration as end:
            return cast(WhatIf, end.value)
        if number != before:
            yield number
        before = number


def what_if_file(file: str, at: str, instead: str) -> Iterator[Told | int]:
    """Compare a saved match with itself, one decision changed; `instead` is empty where it is left out. First comes
    each round of the other line as it is reached.
    """
    match = load(Path(file))
    found = compare((yield from _each_once(played(match, int(at), instead.split("; ") if instead else None))))
    yield Told(
        found.title,
        tuple(found.told),
        tuple(pairs(found)),
        tuple(found.rows),
        tuple(found.changed),
        tuple(found.found.other.actions),
        page(found),
    )
