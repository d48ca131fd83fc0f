"""Why a match ended as it did, as a sum: what was counted, line by line, and how far each moved the total."""

from dataclasses import dataclass

from game.classroom.rounds import Moment, moments
from game.engine import terms as T
from game.engine.event import Event
from game.engine.scoring import (
    COALITION_POINTS,
    SCORE_AGENDA_US,
    SCORE_COALITION,
    SCORE_RESILIENCE,
    SCORE_TRACK,
    TERMS,
    agenda_of,
    coalition,
    score_term,
)
from game.engine.supply import resilience
from game.match.match import Match
from game.match.standing import standing
from game.match.words import Words

from ..icons import AGENDA

TRACK, TENSION = T.SHARED + T.TRACK, T.SHARED + T.TENSION
MOST_CAUSES = 2  # that are named in one line


@dataclass(frozen=True)
class Step:
    """One line: an icon, what was counted, the numbers behind it, and the points (+ toward the US)."""

    icon: str
    title: str
    words: str
    value: int
    said: str = ""  # what a sentence calls it, where that is not the title

    @property
    def name(self) -> str:
        return self.said or self.title


@dataclass(frozen=True)
class Reckoning:
    """Steps that add up. `ends` are totals that end the match at once; `has_sides` is False where the total is no
    lead of one side.
    """

    title: str
    note: str
    steps: tuple[Step, ...]
    last: str  # what the total is called
    ends: tuple[int, ...] = ()
    has_sides: bool = True
    icon: str = "scoring"

    @property
    def total(self) -> int:
        return sum(step.value for step in self.steps)


def reckon(match: Match, words: Words, viewer: int) -> Reckoning:
    """The sum that decided: the final score, the track by rounds, or Tension by rounds."""
    ending = match.state.shared[T.ENDING]
    if ending == T.SCORED:
        return final_score(match, words)
    return by_rounds(match, words, viewer, TRACK if ending == T.AUTOMATIC else TENSION)


def decided(found: Reckoning, words: Words, winner: int, viewer: int) -> str:
    """What weighed most for the winner, as a sentence to whoever looks: one thing, or two that weighed alike; empty
    where more did, or where no side has won by the sum.
    """
    if not found.has_sides or winner not in (T.US, T.CHINA):
        return ""
    sign = 1 if winner == T.US else -1
    value = sign * max(sign * step.value for step in found.steps)
    most = [step.name for step in found.steps if step.value == value]
    if sign * value <= 0 or len(most) > 2:
        return ""
    whose = "against you" if viewer == 1 - winner else "for you" if viewer == winner else "for the winner"
    names = " and ".join(most)
    return f"{names[:1].upper()}{names[1:]} counted most {whose}: {words.track(value)}{' each' * (len(most) > 1)}."


def final_score(match: Match, words: Words) -> Reckoning:
    steps = tuple(_counted(match, words, term) for term in range(TERMS) if _counts(match, term))
    return Reckoning("Final score", "Each line moves the total to one side", steps, "Total")


def _counts(match: Match, term: int) -> bool:
    return term < SCORE_AGENDA_US or bool(match.book.tables.setting[T.AGENDAS])


def _counted(match: Match, words: Words, term: int) -> Step:
    book, s = match.book, match.state
    points = score_term(book.tables, s, term)
    if term == SCORE_TRACK:
        return Step("track", "Leadership track", "Spotlights and cards that moved it", points, "the Leadership track")
    if term == SCORE_RESILIENCE:
        ours, theirs = (resilience(book.tables, s, side) for side in (T.US, T.CHINA))
        extra = s.shared[T.DECOUPLING] // 2
        worth = f"2 + {extra} for Decoupling" if extra else "2"
        return Step("resilience", "Resilience", f"{ours} against {theirs}, worth {worth}", points)
    if term == SCORE_COALITION:
        ours, theirs = (coalition(s, side) for side in (T.US, T.CHINA))
        text = f"{ours} bloc{'s' * (ours != 1)} joined against {theirs}, worth {COALITION_POINTS}"
        return Step("coalition", "Coalition", text, points)
    side = T.US if term == SCORE_AGENDA_US else T.CHINA
    agenda = agenda_of(book.tables, s, side)
    if agenda == T.NONE:
        return Step("agenda", f"{words.sides[side]}: no agenda", "", 0)
    found = standing(book, s, side, agenda)
    text = f"{'Met' if found.is_met else 'Missed'}: {found.words}"
    icon, title = AGENDA[book.agendas[agenda].condition], book.agendas[agenda].title
    return Step(icon, f"{words.sides[side]}: {title}", text, points, f"the agenda {title}")


def by_rounds(match: Match, words: Words, viewer: int, cell: int) -> Reckoning:
    """How the track or Tension came to where it ended, round by round."""
    seen = moments(match, viewer)
    steps = [Step("", "At the start", "", seen[0].seen.cells[cell], "the start")]
    for before, now in zip(seen, seen[1:], strict=False):
        change = now.seen.cells[cell] - before.seen.cells[cell]
        text = _leads(words, now) if cell == TRACK else _causes(words, now)
        steps.append(Step("", now.title.removesuffix(", now"), text, change))
    if cell == TENSION:
        note = f"Rupture at {T.TOP}"
        return Reckoning(
            "Tension by rounds", note, tuple(steps), "Tension at the end", (T.TOP,), has_sides=False, icon="tension"
        )
    setting = match.book.tables.setting
    ends = (setting[T.END_US], -setting[T.END_CHINA])
    note = f"The ends of the track: {words.track(ends[0])} and {words.track(ends[1])}"
    return Reckoning("Leadership by rounds", note, tuple(steps), "Leadership at the end", ends, icon="track")


def _leads(words: Words, moment: Moment) -> str:
    """Who won which spotlight of a round, and what else moved the track."""
    found = []
    for event in moment.told:
        if event.what == T.NOTE_LEAD and event.new:
            found.append(f"{words.book.sectors[event.old].short} {words.track(event.new)}")
        elif event.what == TRACK and event.cause_kind != T.BY_SPOTLIGHT:
            found.append(_named(words, event))
    return ", ".join(found)


def _named(words: Words, event: Event) -> str:
    """The cause of an event by its title alone."""
    cause = words.cause(event)
    return cause.partition(": ")[2] or cause


def _causes(words: Words, moment: Moment) -> str:
    """What raised Tension in a round, each thing once."""
    found = list(dict.fromkeys(_named(words, event) for event in moment.told if _raises_tension(event)))
    more = len(found) - MOST_CAUSES
    return ", ".join(found[:MOST_CAUSES]) + (f" and {more} more" if more > 0 else "")


def _raises_tension(event: Event) -> bool:
    return event.what == TENSION and event.new > event.old
