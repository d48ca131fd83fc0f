"""Where every card is, as far as one viewer may know, and what has become of it in the match so far.

Of the viewer's own deck the piles are known, of a draw pile only what is in it, for it has no order. Of the rival
only what has been seen is known: everything else is in its hand, its draw pile or face-down before it.
"""

from collections.abc import Sequence

from game.engine import terms as T
from game.engine.state import State

from .ledger import Entry
from .words import Words

DRAW, HAND, SET, DISCARD, UNSEEN = "draw", "hand", "set", "discard", "unseen"
TITLES = {
    DRAW: "Draw pile",
    HAND: "Hand",
    SET: "Set as contingency",
    DISCARD: "Discards",
    UNSEEN: "Not seen yet",
}
_PILE = {T.IN_DECK: DRAW, T.IN_HAND: HAND, T.IN_SLOT: SET, T.IN_DISCARD: DISCARD, T.UNKNOWN: UNSEEN}


def pile_of(seen: State, card: int) -> str:
    """The pile that the viewer knows a card to be in."""
    return _PILE[seen.place[card]]


def deeds(words: Words, entries: Sequence[Entry], card: int) -> list[str]:
    """What was done with a card, as the viewer was told: "Round 2: policy, choosing Taiwan"."""
    told = []
    for entry in entries:
        what, old, new = entry.event.what, entry.event.old, entry.event.new
        if what == T.NOTE_ANNOUNCE and new == card:
            told.append(f"Round {entry.round}: announced")
        if old != card:
            continue
        if what == T.NOTE_STATECRAFT:
            told.append(f"Round {entry.round}: {words.icon_short(card, new)}")
        elif what == T.NOTE_FUND:
            told.append(f"Round {entry.round}: sold for funds")
        elif what in (T.NOTE_POLICY, T.NOTE_FIRED):
            verb = "policy" if what == T.NOTE_POLICY else "fired as contingency"
            told.append(f"Round {entry.round}: {verb}{words.aimed(card, new)}")
    return told
