"""The debrief of a match, built from its record: what happened, who paid, why, what if, is it so, what was left out.

Its phases follow Kolb's cycle: what was lived through, looking back, ideas behind it, trying anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.almanac import almanac_of
from game.engine import terms as T
from game.engine.scoring import agenda_of
from game.match.match import Match
from game.match.standing import standing
from game.match.verdict import Verdict, verdict
from game.match.words import Words
from game.players.core import PlainCore

from .accounts import Bill, bills
from .chain import Chain, chain
from .forecasts import Judged, judge
from .mechanisms import Mechanism, mechanisms
from .rounds import Moment, moments
from .swings import Stand, TurningPoint, stands, turning_points

PHASES = ("What happened", "Looking back", "Why", "What if", "Is it so in the world?")


@dataclass(frozen=True, slots=True)
class Question:
    """One question for the class; `phase` is a number of PHASES."""

    phase: int
    words: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A side's secret agenda and what became of it."""

    side: int
    title: str
    words: str
    is_met: bool


@dataclass(frozen=True)
class Debrief:
    """Everything there is to say of a match afterwards."""

    match: Match
    words: Words
    verdict: Verdict | None  # None while it is not over
    course: list[Moment]
    stands: list[Stand]
    turns: list[TurningPoint]
    bills: list[Bill]
    chain: Chain | None
    aims: list[Aim]
    judged: list[Judged]  # forecasts, with what came
    mechanisms: list[Mechanism]
    questions: list[Question]


def debrief(match: Match, core: PlainCore) -> Debrief:
    """Look at a match with all cards open."""
    words = Words(match.book, almanac_of(match.pack, match.book))
    course = moments(match, T.ALL)
    stood = stands(match, core)
    turns = turning_points(match, words, stood)
    found = chain(course, words)
    ideas = _ideas(course, found)
    paid = bills(course, words)
    return Debrief(
        match=match,
        words=words,
        verdict=verdict(match, words) if match.is_over else None,
        course=course,
        stands=stood,
        turns=turns,
        bills=paid,
        chain=found,
        aims=_aims(match),
        judged=judge(course, match.forecasts),
        mechanisms=ideas,
        questions=_questions(words, turns, paid, found, ideas, course),
    )


def _aims(match: Match) -> list[Aim]:
    found = []
    for side in (T.US, T.CHINA):
        agenda = agenda_of(match.book.tables, match.state, side)
        if agenda != T.NONE:
            now = standing(match.book, match.state, side, agenda)
            found.append(Aim(side, match.book.agendas[agenda].title, now.words, now.is_met))
    return found


def _ideas(course: Sequence[Moment], found: Chain | None) -> list[Mechanism]:
    """The mechanisms that this match showed, that of its most used measure first."""
    told = [event for moment in course for event in moment.told]
    seen = [found.kind] if found is not None else []
    if any(event.what == T.NOTE_ACCEPT for event in told):
        seen.append("deal")
    if course[-1].seen.shared[T.DECOUPLING] >= 2:
        seen.append("decoupling")
    if any(T.ALIGN <= event.what < T.ALIGN + T.BLOCS for event in told):
        seen.append("align")
    seen.append("build")
    known = mechanisms()
    return [known[name] for name in dict.fromkeys(seen)][:3]


def _questions(
    words: Words,
    turns: Sequence[TurningPoint],
    paid: Sequence[Bill],
    found: Chain | None,
    ideas: Sequence[Mechanism],
    course: Sequence[Moment],
) -> list[Question]:
    asked = _looking_back(words, turns, paid, course)
    if found is not None:
        side, measure = words.shorts[found.side], words.measure(found.measure)
        asked.append(Question(2, f"Explain the {side} {measure} link by link."))
    asked += [Question(2, idea.question) for idea in ideas]
    if turns:
        first, side = turns[0], words.shorts[turns[0].side]
        asked.append(
            Question(3, f"Go back to round {first.round} and change one {side} move. Predict first.")
        )
    voices = "which of the two voices does this match agree with?"
    asked += [Question(4, f"{idea.title}: {voices}") for idea in ideas[:1]]
    asked.append(Question(4, "What does this model leave out that would have changed your decision?"))
    return asked


def _looking_back(
    words: Words, turns: Sequence[TurningPoint], paid: Sequence[Bill], course: Sequence[Moment]
) -> list[Question]:
    """What happened, and what it was like."""
    asked = []
    if turns:
        most = max(turns, key=lambda turn: abs(turn.swing))
        happened = f"Round {most.round} changed most. What did each side think was going on just then?"
        asked.append(Question(0, happened))
    tension = max(moment.seen.shared[T.TENSION] for moment in course)
    reached = f"Tension reached {tension}. Who wanted it there, and who did not notice?"
    kept = f"Tension never rose above the {tension} at which it began. Who saw to that, and what did it cost?"
    asked.append(Question(1, reached if tension > course[0].seen.shared[T.TENSION] else kept))
    if paid:
        bill = max((b for b in paid if b.amount > 0), key=lambda b: b.amount, default=paid[0])
        who = f"{words.shorts[bill.side]} {bill.who.lower()}"
        asked.append(Question(1, f"{who} paid most ({bill.words}). Was it worth it?"))
    return asked
