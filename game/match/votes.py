"""What the log tells of a vote of a class: what was voted on, and how it went."""

from collections.abc import Mapping, Sequence

from game.engine import terms as T
from game.engine.state import State

from .arranged import LONGEST, LONGEST_HIDDEN
from .words import Words

# What is chosen before the moves of a round, and in answer to the rival
ABOUT = {
    T.AGENDA_CHOICE: "its secret agenda",
    T.NAMING: "the third spotlight",
    T.ANSWERING: "the rival's deal",
}


def told(words: Words, s: State, side: int, ballots: Mapping[int, int], is_secret: bool) -> tuple[str, str]:
    """What everybody reads of a vote on the pick that is due, and what is read instead once all cards lie open.

    `ballots` counts votes by action. Either may be empty: a vote that isn't secret has nothing to add later.
    """
    name, most = words.sides[side], LONGEST_HIDDEN if is_secret else LONGEST
    counted = sorted(ballots.items(), key=lambda ballot: -ballot[1])  # what there is no room for had the fewest
    split = [f"{count} for {option(words, s, action)}" for action, count in counted if count]
    whole = _within(f"{name} voted on {about(words, s)}: ", split, most)
    if not is_secret:
        return whole, ""
    # Whether a card has a target tells which one may lie face-down
    known = "" if s.pick[T.STEP] == T.STEP_TARGET else f"{name} voted on {about(words, s, False)}."
    return known, whole


def about(words: Words, s: State, is_open: bool = True) -> str:
    """What the pick that is due is about, to follow the name of the side: in full, or without what only it knows."""
    step, give, take = (s.pick[n] for n in (T.STEP, T.PICK_GIVE, T.PICK_TAKE))
    if step in (T.STEP_USE, T.STEP_TARGET):
        card = words.almanac.cards[s.pick[T.PICK_CARD]].title if is_open else "a card"
        return f"the {'use' if step == T.STEP_USE else 'target'} of {card}"
    if step == T.STEP_TAKE:
        return f"what to ask for its {words.measure(give)}"
    if step == T.STEP_SWEETENER:
        return f"what to add to its {words.measure(give)} for the rival's {words.measure(take)}"
    return ABOUT.get(s.shared[T.PHASE], "its move")


def option(words: Words, s: State, action: int) -> str:
    """What a pick is called among others in a sentence about the side that chose."""
    title = words.pick(s, action)[0]
    if T.ASK <= action < T.COIN:
        return words.measure(action - T.ASK)
    if T.OFFER <= action < T.ASK:
        return f"offering its {words.measure(action - T.OFFER)}"
    if T.LIFT <= action < T.OFFER:
        return f"lifting its {words.measure(action - T.LIFT)}"
    if T.SWEETEN < action < T.AT_SECTOR:
        return f"adding {action - T.SWEETEN} Budget"
    if action == T.USE + T.USE_POLICY:
        return f"Policy ({words.cost(s.pick[T.PICK_CARD])})"
    return "no sweetener" if action == T.SWEETEN else title


def _within(head: str, entries: Sequence[str], most: int) -> str:
    """The sentence with as many entries, the first first, as the record has room for."""
    text, kept = head + "; ".join(entries) + ".", len(entries)
    while len(text) > most and kept > 1:
        kept -= 1
        text = head + "; ".join(entries[:kept]) + "; …"
    return text
