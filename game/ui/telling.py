"""What is told in words while it is shown: the rival's moves, headlines, the market phase.

Each telling covers a stretch of the viewer's entries and is made when the stretch begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.chains import chains
from game.engine.event import Event
from game.engine.rulebook import Rulebook
from game.engine.state import State, copy
from game.match.bulletin import Bulletin, bulletin, opens_market
from game.match.ledger import OUTPUT, Entry
from game.match.log import Line, is_spent, log
from game.match.words import Words

from .motions import KINDS, kind_of

HEADS = ("deed", "round", "headline", "market", "end")  # families that begin something new
MOST = 8  # changes that a banner names
METERS = {T.OP_APPROVAL: T.APPROVAL, T.OP_BUDGET: T.BUDGET, T.OP_CAPITAL: T.CAPITAL}
LEAST = 0.9  # seconds that a telling stays at least
# Seconds for each telling and for each of its words, by the speed of the settings: normal and fast
READING = {1: (1.5, 0.25), 2: (0.7, 0.08)}

_BY_CARD = (T.NOTE_POLICY, T.NOTE_STATECRAFT, T.NOTE_FUND, T.NOTE_FIRED)
_BY_SIDE = (
    *(T.NOTE_ANNOUNCE, T.NOTE_SET, T.NOTE_LIFT, T.NOTE_PASS),
    *(T.NOTE_OFFER, T.NOTE_ACCEPT, T.NOTE_REFUSE, T.NOTE_NAMED),
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A move: who made it, the sentence about it, its card (NONE: hidden, or none), what it changed, and why."""

    who: int
    note: int
    text: str
    card: int
    paid: str
    changes: tuple[str, ...]
    reason: str
    length: int

    @property
    def n_words(self) -> int:
        """Words to read."""
        return len(" ".join((self.text, self.paid, *self.changes, self.reason)).split())


@dataclass(frozen=True, slots=True)
class News:
    """A headline, and what it changed."""

    round: int
    headline: int
    text: str
    changes: tuple[str, ...]
    length: int

    @property
    def n_words(self) -> int:
        return len(" ".join((self.text, *self.changes)).split())


Telling = Deed | News | Bulletin


def is_read(telling: Telling, seconds: float, speed: int) -> bool:
    """Whether it has been shown long enough to go on. A bulletin, and at the slow speed all, wait for the player."""
    if isinstance(telling, Bulletin) or speed not in READING:
        return False
    base, each = READING[speed]
    return seconds >= max(LEAST, base + each * telling.n_words)


def telling_of(
    words: Words, viewer: int, seen: State, entries: Sequence[Entry], reason: str = ""
) -> Telling | None:
    """What the viewer, who sees `seen`, is told when these entries begin to be shown."""
    event = entries[0].event
    if opens_market(event):
        return bulletin(words, seen, entries)
    if event.what == T.NOTE_HEADLINE:
        return _news(words, entries)
    if event.what not in _BY_CARD and event.what not in _BY_SIDE:
        return None
    who = words.book.card_side(event.old) if event.what in _BY_CARD else event.old
    asked = event.what == T.NOTE_OFFER and viewer != T.PUBLIC  # the question that follows tells it
    if asked or (who == viewer and event.what != T.NOTE_FIRED):
        return None
    return _deed(words, who, seen, entries, reason)


def _news(words: Words, entries: Sequence[Entry]) -> News:
    headline = entries[0].event.old
    because = (T.BY_HEADLINE, headline)
    stretch = [e for e in entries if (e.event.cause_kind, e.event.cause) == because]
    changes = tuple(text for line in log(words, stretch) for text in _changes(line))
    if _is_as_printed(words.book, headline, stretch):
        changes = ()  # its words have said it
    page = words.almanac.headlines[headline]
    text = " ".join((page.title, *page.rules, page.precedent))
    return News(entries[0].round, headline, text, changes[:MOST], len(stretch))


def _is_as_printed(book: Rulebook, headline: int, stretch: Sequence[Entry]) -> bool:
    """Whether a headline did to the meters just what it says, and nothing else."""
    printed = []
    for code, _a, steps, who in book.headlines[headline].ops:
        if code == T.OP_TENSION:
            printed.append((T.SHARED + T.TENSION, steps))
        elif code in METERS and who == T.BOTH:
            printed += [(METERS[code] + side, steps) for side in (T.US, T.CHINA)]
        else:
            return False
    changed = [(e.event.what, e.event.new - e.event.old) for e in stretch if e.event.what < T.NOTE]
    return sorted(changed) == sorted(printed)


def _deed(words: Words, who: int, seen: State, entries: Sequence[Entry], reason: str) -> Deed:
    stretch = _stretch(words.book, entries)
    event = entries[0].event
    costs = _costs(stretch, who)
    line = log(words, [stretch[0], *stretch[1 + len(costs) :]])[0]
    told = _changes(line) + _outputs(words, seen, stretch)
    if len(told) > MOST:
        told = [*told[: MOST - 1], f"and {len(told) - MOST + 1} more"]
    card = event.old if event.what in _BY_CARD else event.new if event.what == T.NOTE_ANNOUNCE else T.NONE
    return Deed(
        who,
        event.what,
        _sentence(words, seen, stretch),
        card,
        _paid(costs),
        tuple(told),
        reason,
        len(stretch),
    )


def _changes(line: Line) -> list[str]:
    """What a line changed; progress that has become a level is not named twice."""
    gained = {change.cell for change in line.changes if change.cell < T.PROGRESS}
    return [change.words for change in line.changes if not is_spent(change, gained)]


def _stretch(book: Rulebook, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a move: up to whatever begins next."""
    found = [entries[0]]
    for entry in entries[1:]:
        if KINDS[kind_of(book, entry.event)].family in HEADS:
            break
        found.append(entry)
    return found


def _sentence(words: Words, seen: State, stretch: Sequence[Entry]) -> str:
    """What was done, with its marks, and nothing of what came of it."""
    event = stretch[0].event
    if event.what == T.NOTE_OFFER:
        give, take = (words.measure(seen.shared[k]) for k in (T.OFFER_GIVE, T.OFFER_TAKE))
        return f"{words.sides[event.old]} proposes a deal: one level of its {give} for one of the {take}."
    return log(words, list(stretch[:1]))[0].text


def _costs(stretch: Sequence[Entry], who: int) -> list[Event]:
    """What was paid for a policy, right after it was laid down."""
    found = []
    for entry in stretch[1:] if stretch[0].event.what == T.NOTE_POLICY else ():
        event = entry.event
        if event.what not in (T.BUDGET + who, T.CAPITAL + who) or event.new >= event.old:
            break
        found.append(event)
    return found


def _paid(costs: Sequence[Event]) -> str:
    names = [f"{e.old - e.new} {'Budget' if e.what < T.CAPITAL else 'Capital'}" for e in costs]
    return f"Paid: {' and '.join(names)}" if names else ""


def _outputs(words: Words, seen: State, stretch: Sequence[Entry]) -> list[str]:
    """The outputs that are others after the move."""
    after = copy(seen)
    for entry in stretch:
        if entry.event.what < T.NOTE:
            after.cells[entry.event.what] = entry.event.new
    told = []
    for side in (T.US, T.CHINA):
        was, now = (chains(words.book, s, side).made for s in (seen, after))
        told += [
            words.change(OUTPUT + side * T.SECTORS + j, was[j], now[j])
            for j in range(T.UPSTREAM, T.SECTORS)
            if was[j] != now[j]
        ]
    return told
