"""The director: what one viewer sees of a match, which lags behind it by what has still to be shown.

What happens is censored for the viewer and queued; the director takes it in small groups that the eye can follow
(beats), and takes each into the shown observation at its moment of impact. Rules never wait for it.
"""

from collections import deque
from dataclasses import dataclass, field

from game.engine import terms as T
from game.engine.explain import outputs_due
from game.engine.view import Observation, censor, see
from game.match.bulletin import Bulletin
from game.match.ledger import Entry, story
from game.match.log import Line, Writer
from game.match.match import Match
from game.match.words import Words

from .motions import KINDS, PLAY, STAGGER, Kind, kind_of
from .telling import HEADS, Telling, is_read, telling_of

BREATH = 0.08  # seconds between two beats
AT_ONCE = 3  # the speed of the settings at which nothing moves and nothing is told
PACES = (0.6, 1.0, 1.8)  # of motions, at the speeds below it
Outputs = tuple[tuple[int, ...], tuple[int, ...]]  # of both sides, by sector
INSTANT = 1e6  # the pace of reduced motion: only what is told takes time


@dataclass
class Beat:
    """A group of events shown together. `lead` seconds pass until its impact, `rest` after it."""

    name: str  # the kind of its first event
    entries: list[Entry] = field(default_factory=list)
    lead: float = 0.0
    rest: float = 0.0
    has_landed: bool = False

    @property
    def kind(self) -> Kind:
        return KINDS[self.name]


@dataclass
class Moments:
    """What an update brought: beats that began, with something to be seen before the impact, and beats that landed;
    whether something is told now that was not, or no longer.
    """

    begun: list[Beat] = field(default_factory=list)
    landed: list[Beat] = field(default_factory=list)
    is_told: bool = False

    def __bool__(self) -> bool:
        return bool(self.begun or self.landed or self.is_told)


class Story:
    """What a viewer has been shown: its entries, and the lines of the log that tell them."""

    def __init__(self, words: Words, entries: list[Entry]) -> None:
        self.entries: list[Entry] = []
        self._writer = Writer(words)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        self._writer.take(entry)

    def lines(self) -> list[Line]:
        return self._writer.told()


class Director:
    """One viewer's. `listen` hears what has happened, `update` shows it in time."""

    def __init__(self, match: Match, viewer: int, words: Words) -> None:
        self.match, self.viewer, self.words = match, viewer, words
        self.queue: deque[Entry] = deque()
        self.beat: Beat | None = None
        self.telling: Telling | None = None
        self.reasons: dict[int, str] = {}  # why the computer picked, by the number of the action
        self._counted: Outputs = ((), ())  # both sides' outputs when the last market phase that is told began
        self._at = 0.0  # seconds since the beat began
        self._told = 0.0  # seconds since the telling began
        self._left = 0  # its entries that are still to be shown
        self.reset()

    def reset(self) -> None:
        """Look at the match as it is: what was still to be shown is not."""
        self.shown: Observation = self.match.observe(self.viewer)
        self.story = Story(self.words, story(self.match, self.viewer))
        self.queue.clear()
        self.beat = self.telling = None
        self._heard = len(self.match.events)
        self._round = self.match.state.shared[T.ROUND]

    def rewind(self, keep: int) -> None:
        """The match went back to its first `keep` actions."""
        shown = [*self.story.entries[-1:], *(self.beat.entries if self.beat else ())]
        if any(entry.action > keep for entry in shown):
            self.reset()
            return
        self.reasons = {action: reason for action, reason in self.reasons.items() if action <= keep}
        self.queue = deque(entry for entry in self.queue if entry.action <= keep)
        self._heard = len(self.match.events)

    def listen(self) -> None:
        """Queue what the match did since, as far as the viewer may know it."""
        events = self.match.events
        for action, event in events[self._heard :]:
            if event.what == T.NOTE_ROUND:
                self._round = event.new
            seen = censor(event, self.viewer)
            if seen is not None:
                self.queue.append(Entry(action, self._round, seen))
        self._heard = len(events)

    @property
    def is_busy(self) -> bool:
        """Whether there is something that the viewer has not been shown yet, or is being told."""
        return self.beat is not None or bool(self.queue) or self.telling is not None

    @property
    def is_waiting(self) -> bool:
        """Whether nothing moves, and what is told is there to be read."""
        return self.telling is not None and self.beat is None and self._left <= 0

    @property
    def landed(self) -> int:
        """How many entries of what is told have been shown."""
        return self.telling.length - max(0, self._left) if self.telling is not None else 0

    @property
    def counted(self) -> Outputs | None:
        """Both sides' outputs by which the market phase that is told goes, whatever its steps change meanwhile."""
        return self._counted if isinstance(self.telling, Bulletin) else None

    def check(self) -> None:
        """Everything has been shown: it must be what the viewer may know of the match now."""
        told, true = self.shown.seen.cells, self.match.observe(self.viewer).seen.cells
        wrong = [cell for cell, (a, b) in enumerate(zip(told, true, strict=True)) if a != b]
        assert not wrong, f"viewer {self.viewer} is shown other cells than there are: {wrong}"

    # --- showing ---------------------------------------------------------------------------------

    def update(self, seconds: float, pace: float = 1.0, speed: int = 1) -> Moments:
        """Time passes: motions go `pace` times as fast, and reading takes what it takes at that speed."""
        moments, was_waiting = Moments(), self.is_waiting
        self._told += seconds
        moving = seconds * pace
        while self.is_busy:
            if self.is_waiting and self.telling is not None:
                if not is_read(self.telling, self._told, speed):
                    break
                self._close(moments)
                continue
            if self.beat is None:
                self._begin(moments)
            beat = self.beat
            assert beat is not None
            if not beat.has_landed:
                if self._at + moving < beat.lead:
                    break
                self._land(beat, moments)
            if self._at + moving < beat.lead + beat.rest:
                break
            moving -= beat.lead + beat.rest - self._at
            self.beat = None
        if self.beat is not None:
            self._at += moving
        moments.is_told = moments.is_told or self.is_waiting != was_waiting
        return moments

    def skip(self) -> None:
        """Show at once what moves, up to what is told next. A move or a headline is told no longer; a bulletin stays
        until it is skipped once more.
        """
        told, was_waiting = self.telling, self.is_waiting
        while not self.is_waiting and self.is_busy:
            if self.beat is None:
                self._begin(Moments())
                if self.telling is not told:
                    return
            assert self.beat is not None
            if not self.beat.has_landed:
                self._land(self.beat, Moments())
            self.beat = None
        if told is not None and (was_waiting or not isinstance(told, Bulletin)):
            self.telling = None

    def finish(self) -> None:
        """Show everything that is left at once, and tell nothing of it."""
        while self.beat is not None or self.queue:
            if self.beat is None:
                self.beat = self._next()
            if not self.beat.has_landed:
                self._land(self.beat, Moments())
            self.beat = None
        self.telling = None

    def _begin(self, moments: Moments) -> None:
        beat = self.beat = self._next()
        self._at = 0.0
        if beat.kind.family in HEADS and self.telling is None:
            reason = self.reasons.get(beat.entries[0].action, "")
            entries = [*beat.entries, *self.queue]
            self.telling = telling_of(self.words, self.viewer, self.shown.seen, entries, reason)
            if isinstance(self.telling, Bulletin):
                self._counted = outputs_due(self.match.book, self.shown.seen)
            if self.telling is not None:
                self._left, self._told = self.telling.length, 0.0
                moments.is_told = True
        if beat.lead:
            moments.begun.append(beat)

    def _close(self, moments: Moments) -> None:
        self.telling = None
        moments.is_told = True

    def _land(self, beat: Beat, moments: Moments) -> None:
        """The moment of impact: what happened is seen."""
        for entry in beat.entries:
            see(self.shown, entry.event)
            self.story.add(entry)
        beat.has_landed = True
        self._left -= len(beat.entries)
        moments.landed.append(beat)

    def _next(self) -> Beat:
        """Take the next beat from the queue: an event, its kin, and what needs no time of its own."""
        book = self.match.book
        beat = Beat(kind_of(book, self.queue[0].event), [self.queue.popleft()])
        most = self._left if self.telling is not None and self._left > 0 else len(self.queue) + 1
        while self.queue and len(beat.entries) < most and self._joins(beat, self.queue[0]):
            beat.entries.append(self.queue.popleft())
        kind = beat.kind
        if kind.motion is not None:
            beat.lead = PLAY if self._is_played(beat) else 0.0
            beat.rest = max(0.0, kind.seconds - beat.lead) + BREATH
        if beat.name == "place":
            drawn = sum(is_drawn(entry) for entry in beat.entries)
            beat.rest = beat.rest + STAGGER * (drawn - 1) if drawn else 0.0
        return beat

    def _is_played(self, beat: Beat) -> bool:
        """Whether a card goes to the table first."""
        return beat.name in ("note policy", "note statecraft", "note fund", "note set")

    def _joins(self, beat: Beat, entry: Entry) -> bool:
        """Whether an event is shown together with the beat before it."""
        kind = KINDS[kind_of(self.match.book, entry.event)]
        if kind.motion is None or _is_spent(entry):
            return True
        if beat.kind.motion is None or kind.family in HEADS or entry.event.what == T.NOTE_LEAD:
            return False
        if beat.kind.family == "deed":
            return entry.event.cause_kind == T.BY_CARD and _is_cost(entry)
        if kind.family == "tension":  # rises with the measure that raised it
            return beat.kind.family == "measure"
        return kind.family == beat.kind.family and _same_cause(beat.entries[0], entry)


def is_drawn(entry: Entry) -> bool:
    """A card comes to a hand."""
    return T.PLACE <= entry.event.what < T.NOTE and entry.event.new == T.IN_HAND


def _is_spent(entry: Entry) -> bool:
    """A card leaves the hand: it was seen when it was played."""
    return T.PLACE <= entry.event.what < T.NOTE and entry.event.new != T.IN_HAND


def _is_cost(entry: Entry) -> bool:
    event = entry.event
    return T.BUDGET <= event.what < T.APPROVAL and event.new < event.old


def _same_cause(a: Entry, b: Entry) -> bool:
    return a.event.cause_kind == b.event.cause_kind or a.event.what < T.NOTE <= b.event.what
