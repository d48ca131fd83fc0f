"""How a match ended: who won, why in one sentence, and the picture for it."""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.rules import Outcome, outcome
from game.engine.supply import resilience

from .match import Match
from .words import Words

SIDES = ("us", "china")


@dataclass(frozen=True)
class Verdict:
    title: str
    why: str
    art: str
    winner: int  # a side, or NOBODY


def verdict(match: Match, words: Words) -> Verdict:
    """Of a match that is over."""
    result = outcome(match.book, match.state)
    assert result is not None
    if result.ending == T.SHARED_LOSS:
        why = f"Tension reached {T.TOP}, and {words.sides[result.culprit]} took the last step."
        return Verdict("Both lose", why, "both-lose", T.NOBODY)
    if result.winner not in (T.US, T.CHINA):
        why = "Level on the final score, on Resilience and on Approval."
        return Verdict("A draw", why, "level-end", T.NOBODY)
    why, art = _won(match, words, result)
    return Verdict(f"{words.sides[result.winner]} wins", why, art, result.winner)


def _won(match: Match, words: Words, result: Outcome) -> tuple[str, str]:
    """Why the winner won, and the picture."""
    side = SIDES[result.winner]
    if result.ending == T.AUTOMATIC:
        track = words.track(match.state.shared[T.TRACK])
        return f"Automatic victory: the Leadership track reached its end at {track}.", f"summit-{side}"
    if result.ending == T.RUPTURE:
        return _ruptured(match, words, result), "rupture"
    total = sum(result.terms)
    if total:
        return f"By final scoring, {words.track(total)}.", f"standing-{side}"
    ours, theirs = (resilience(match.book.tables, match.state, s) for s in (T.US, T.CHINA))
    what = "Resilience" if ours != theirs else "Approval"
    return f"Level on the final score; the higher {what} decides.", f"standing-{side}"


def _ruptured(match: Match, words: Words, result: Outcome) -> str:
    """Whose Resilience decided, with the handicap of the side that caused it."""
    handicap = match.book.tables.setting[T.HANDICAP]
    stood = []
    for side in (T.US, T.CHINA):
        held = resilience(match.book.tables, match.state, side)
        is_less = side == result.culprit and handicap
        number = f"{held} − {handicap} = {held - handicap}" if is_less else str(held)
        stood.append(f"{words.sides[side]} {number}")
    return f"{words.sides[result.culprit]} caused the Rupture. Resilience decides: {', '.join(stood)}."
