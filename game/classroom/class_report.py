"""A whole class as one HTML page, and as a table with one row for each person."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median_high

from game import __version__

from .charts import BOTH, Axes, Chart, Frame, Ink, Line, steps
from .classfile import SIDES, Kept, Round
from .curves import lines, places_of
from .desk import Desk, Handed, Person
from .forecasts import BLIND
from .injects import told
from .pages import render
from .paper import INK, svg
from .questionnaire import changes, right_share

WIDE = (760, 250)
BINS = ((34, 49), (50, 69), (70, 89), (90, 100))  # of confidence, in percent
MOST_POLICIES = 16  # in the list of the page


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy and who played it."""

    title: str
    side: int
    tables: int
    times: int
    won: int  # of those tables, by its side


def policies(desk: Desk) -> list[Policy]:
    """All policies that were played, those of most tables first."""
    tables: Counter[tuple[str, str]] = Counter()
    times: Counter[tuple[str, str]] = Counter()
    won: Counter[tuple[str, str]] = Counter()
    for handed in desk.handed:
        used = [(policy.title, policy.side) for policy in handed.file.policies]
        times.update(used)
        tables.update(set(used))
        result = handed.file.result
        won.update({(title, side) for title, side in used if result and result.winner == side})
    found = [Policy(t, SIDES.index(s), tables[t, s], times[t, s], won[t, s]) for t, s in tables]
    return sorted(found, key=lambda policy: (-policy.tables, -policy.times, policy.title))


def calibration(kept: Sequence[Kept]) -> list[tuple[str, int, float]]:
    """How often forecasts of like confidence came true: (confidence, how many, share that came true)."""
    found = []
    for low, high in BINS:
        here = [one for one in kept if low <= one.confidence <= high]
        if here:
            right = sum(one.direction == one.came for one in here) / len(here)
            found.append((f"{low} to {high} %", len(here), right))
    return found


def deals(desk: Desk) -> dict[str, list[Handed]]:
    """The tables that played the same deal, where there were several; the best for the first side first."""
    found: dict[str, list[Handed]] = {}
    for handed in desk.handed:
        found.setdefault(handed.file.deal, []).append(handed)
    return {
        deal: sorted(tables, key=lambda handed: -_last(handed).track)
        for deal, tables in sorted(found.items())
        if len(tables) > 1
    }


# --- the page ------------------------------------------------------------------------------------


def class_page(desk: Desk) -> str:
    kept = [one for handed in desk.handed for one in handed.file.forecasts]
    answers = [one for handed in desk.handed for one in handed.file.answers]
    forecasters = [person for person in desk.people() if person.forecasts]
    return render(
        "class.html",
        desk=desk,
        version=__version__,
        won=Counter(winner_of(handed) for handed in desk.handed),
        shorts=desk.handed[0].file.shorts if desk.handed else ("US", "CN"),
        charts={name: _paths(desk, name) for name in ("track", "tension", "decoupling")}
        if desk.handed
        else {},
        policies=policies(desk)[:MOST_POLICIES],
        deals=deals(desk),
        forecasters=sorted(forecasters, key=lambda person: (person.brier or 0, person.name)),
        calibration=calibration(kept),
        mean=sum(one.score for one in kept) / len(kept) / 1000 if kept else None,
        blind=BLIND,
        changes=changes(answers),
        decided=[(handed, lines) for handed in desk.handed if (lines := told(handed.file.injects))],
        peak=peak_of,
        track=lambda handed: track_words(handed.file.shorts, _last(handed).track),
        result=result_of,
    )


def winner_of(handed: Handed) -> str:
    """us, china, draw, both lost or unfinished."""
    result = handed.file.result
    if result is None:
        return "unfinished"
    return result.winner or ("both lost" if result.ending == "shared-loss" else "draw")


def result_of(handed: Handed) -> str:
    """In a word or two."""
    won = winner_of(handed)
    return f"{handed.file.shorts[SIDES.index(won)]} won" if won in SIDES else won


def _last(handed: Handed) -> Round:
    return handed.file.rounds[-1]


def peak_of(handed: Handed) -> int:
    return max(moment.tension for moment in handed.file.rounds)


def track_words(shorts: Sequence[str], value: int) -> str:
    return f"{shorts[0 if value > 0 else 1]} +{abs(value)}" if value else "level"


@dataclass(frozen=True, slots=True)
class Paths:
    """One number at every table by round, and in the middle of all tables. One that is over keeps its last value in
    the middle: else what never falls would fall with every table that ends.
    """

    name: str
    curves: tuple[tuple[int, ...], ...]
    middle: tuple[int, ...]
    end: str  # the middle at the end, in words
    shorts: tuple[str, str]

    @property
    def axes(self) -> Axes:
        values = [value for curve in self.curves for value in curve]
        low, high = min(0, *values), max(6, *values)
        if self.name == "track":
            high = max(high, -low)
            low = -high
        is_track = self.name == "track"
        ticks = tuple((n, track_words(self.shorts, n) if is_track else str(n)) for n in steps(low, high, 6))
        return Axes(low, high, ticks, ("Start", *[str(n) for n in range(1, len(self.middle))]))

    def draw(self, frame: Frame, ink: Ink) -> Chart:
        """One thin line for each table, dotted once it is over, and a thick one for the middle."""
        thin = "".join(self._thin(frame, ink, curve) for curve in self.curves)
        chart = lines(frame, ink, self.axes, [Line(BOTH, self.middle, self.end)])
        return replace(chart, body=thin + chart.body)

    def _thin(self, frame: Frame, ink: Ink, curve: tuple[int, ...]) -> str:
        """A table's line; what the middle goes on counting of it is seen, too."""
        spots = places_of(frame, self.axes, curve)
        x, y = spots[-1]
        look = f'fill="none" stroke="{ink.muted}" stroke-opacity="0.75" stroke-width="{1.8 * frame.scale:.1f}"'
        made = f'<path d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in spots)}" {look}/>'
        if len(curve) < len(self.middle):
            dash = f'stroke-dasharray="{2 * frame.scale:.1f} {5 * frame.scale:.1f}"'
            made += f'<path d="M{x:.1f} {y:.1f}H{frame.x1:.1f}" {look} {dash}/>'
        return made


def paths(desk: Desk, name: str) -> Paths:
    """Of a class with at least one table."""
    curves = [tuple(_value(moment, name) for moment in handed.file.rounds) for handed in desk.handed]
    longest = max(map(len, curves))
    middle = tuple(median_high(curve[min(n, len(curve) - 1)] for curve in curves) for n in range(longest))
    shorts = desk.handed[0].file.shorts
    end = track_words(shorts, middle[-1]) if name == "track" else str(middle[-1])
    return Paths(name, tuple(curves), middle, end, shorts)


def _paths(desk: Desk, name: str) -> str:
    found = paths(desk, name)
    chart = found.draw(Frame(*WIDE, left=48, top=14, right=110, bottom=32), INK)
    return svg(chart, f"{name.capitalize()} of {len(found.curves)} tables by round")


def _value(moment: Round, name: str) -> int:
    return {"track": moment.track, "tension": moment.tension, "decoupling": moment.decoupling}[name]


# --- the table -----------------------------------------------------------------------------------

# Columns of the CSV, each with what it says
COLUMNS = {
    "file": "the file that was handed in",
    "match": "digest of the match: equal matches have equal digests",
    "deal": "scenario and seed: tables of one deal had the same cards and luck",
    "person": "nickname; without one what the side is called, or which computer player",
    "side": "us, china, or empty for members of a team who only forecast or answered",
    "result": "won, lost, draw, both lost or unfinished; empty without a side",
    "ending": "automatic, rupture, shared-loss or scored",
    "track": "Leadership track at the end, + for the first side",
    "tension_peak": "highest Tension at the end of a round",
    "decoupling": "Decoupling at the end",
    "policies": "policies that the side played, with semicolons between them",
    "injects": "how often a teacher chose in place of luck at this table",
    "time_outs": "moves of this table that passed because their time was up",
    "forecasts": "number of forecasts that could be judged",
    "forecasts_right": "of these, how many named the direction that came",
    "brier": "mean Brier score, 0 (best) to 2; 0.667 for who knows nothing and says so",
    "right_before": "share of right answers to the questions that test, before",
    "right_after": "the same, after",
}


def class_csv(desk: Desk) -> str:
    """One row for each person of each table, with a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for person in desk.people():
        writer.writerow({name: _harmless(value) for name, value in row(person).items()})
    return out.getvalue()


def row(person: Person) -> dict[str, object]:
    handed, file = person.handed, person.handed.file
    last = _last(handed)
    side = None if person.side is None else SIDES[person.side]
    return {
        "file": handed.name,
        "match": file.match,
        "deal": file.deal,
        "person": person.name,
        "side": side or "",
        "result": _outcome(handed, side),
        "ending": file.result.ending if file.result else "",
        "track": last.track,
        "tension_peak": peak_of(handed),
        "decoupling": last.decoupling,
        "policies": "; ".join(policy.title for policy in file.policies if policy.side == side),
        "injects": sum(inject.kind == "chosen" for inject in file.injects),
        "time_outs": sum(inject.kind == "time" for inject in file.injects),
        "forecasts": len(person.forecasts),
        "forecasts_right": person.right,
        "brier": "" if person.brier is None else f"{person.brier:.3f}",
        "right_before": _share(right_share(person.answers, "before")),
        "right_after": _share(right_share(person.answers, "after")),
    }


def _outcome(handed: Handed, side: str | None) -> str:
    won = winner_of(handed)
    if side is None or won not in SIDES:
        return won if side else ""
    return "won" if won == side else "lost"


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"


def _harmless(value: object) -> object:
    """A nickname that a spreadsheet would take for a formula becomes text."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
