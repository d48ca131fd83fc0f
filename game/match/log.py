"""The log: a viewer's story as lines, what was done and what it changed, and choosing among them.

A line remembers its changes, so that the screen can open the ledger of each number, and an export can name them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from game.engine import terms as T
from game.engine.event import Event
from game.engine.view import is_blank

from .arranged import Inject
from .ledger import OUTPUT, Entry
from .words import ENDINGS, SCORE_TITLES, Words

KINDS = {
    "policy": "Policies",
    "statecraft": "Statecraft",
    "deal": "Deals",
    "contingency": "Contingencies",
    "headline": "Headlines",
    "market": "Market",
}
ROUND = "round"  # kind of the lines that part the log: rounds, the end
STEPS = (
    "", "", "Approval", "Learning", "Programmes", "Spotlights", "Income", "Capital", "Decoupling",
    "Cooling",
)  # fmt: skip
_KIND_OF = {
    T.NOTE_POLICY: "policy",
    T.NOTE_STATECRAFT: "statecraft",
    T.NOTE_FUND: "statecraft",
    T.NOTE_PASS: "statecraft",
    T.NOTE_LIFT: "deal",
    T.NOTE_OFFER: "deal",
    T.NOTE_ACCEPT: "deal",
    T.NOTE_REFUSE: "deal",
    T.NOTE_SET: "contingency",
    T.NOTE_ANNOUNCE: "contingency",
    T.NOTE_FIRED: "contingency",
    T.NOTE_HEADLINE: "headline",
    T.NOTE_NAMED: "headline",
    T.NOTE_RESHUFFLE: "statecraft",
    T.NOTE_MARKET: "market",
    T.NOTE_ROUND: ROUND,
    T.NOTE_SCORE: ROUND,
    T.NOTE_END: ROUND,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One number that a line changed: its cell (or a number of the ledger), its values, both in words, and why."""

    cell: int
    old: int
    new: int
    words: str
    cause: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log: who (a side, or NATURE for everybody), the round, the text with its marks."""

    who: int
    round: int
    text: str
    action: int
    kind: str = ROUND
    changes: tuple[Change, ...] = ()
    reason: str = ""  # what the computer that did it said of it

    @property
    def cells(self) -> tuple[int, ...]:
        """The numbers that the line changed, each once."""
        return tuple(dict.fromkeys(change.cell for change in self.changes))

    @property
    def plain(self) -> str:
        return self.text.replace("**", "")

    @property
    def spoken(self) -> str:
        """The text with the reason behind it, in its own words."""
        return f"{self.text} “{self.reason}”" if self.reason else self.text

    @property
    def body(self) -> str:
        """The same below a heading that names the round: without saying so again."""
        return self.spoken.removeprefix(f"**Round {self.round}.**").lstrip()


def log(words: Words, story: list[Entry]) -> list[Line]:
    """The viewer's story as lines, the first first: what was done, then what it changed."""
    writer = Writer(words)
    for entry in story:
        writer.take(entry)
    return writer.told()


def with_injects(lines: Sequence[Line], injects: Sequence[Inject], is_open: bool) -> list[Line]:
    """The lines with what luck or the players alone did not decide, before what came of it; `is_open` says hidden
    cards.
    """
    told = list(lines)
    for inject in injects:
        at = sum(line.action + inject.is_of_pick <= inject.action for line in told)
        words = inject.told if is_open else inject.words
        if words:
            told.insert(at, Line(T.NATURE, inject.round, words, inject.action))
    return told


def with_reasons(lines: Sequence[Line], notes: Mapping[int, str]) -> list[Line]:
    """The lines with what computers said of their moves; `notes` as in `Match`."""
    told, left = [], dict(notes)
    for line in lines:
        why = left.pop(line.action, "") if line.who in (T.US, T.CHINA) else ""
        told.append(replace(line, reason=why) if why else line)
    return told


@dataclass(slots=True)
class _Draft:
    """A line that is still being written: its beginning, facts, what could not be done, and changes."""

    line: Line
    facts: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


class Writer:
    """Turns entries into lines, one after the other; remembers the outputs that were told and the open offer."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.lines: list[_Draft] = []
        self._done: list[Line] = []  # all but the last: nothing is added to them any more
        self._outputs: dict[int, int] = {}
        self._offer = {T.OFFER_GIVE: T.NONE, T.OFFER_TAKE: T.NONE, T.OFFER_SWEETENER: 0}

    def take(self, entry: Entry) -> None:
        event, line = entry.event, self.lines[-1] if self.lines else None
        if event.what == T.NOTE_SCORE and line is not None and line.line.text == SCORING:
            self._score(event)
            return
        head = self._head(event)
        if head is not None:
            kind = _KIND_OF[event.what]
            self.lines.append(_Draft(Line(head[0], entry.round, head[1], entry.action, kind)))
            if event.what == T.NOTE_SCORE:
                self._score(event)
        elif event.what >= T.NOTE:
            self._fact(event)
        else:
            self._change(event)

    def _change(self, event: Event) -> None:
        shared = event.what - T.SHARED
        if shared in self._offer:
            self._offer[shared] = event.new
        if T.SLOT_CARD <= event.what < T.SLOT_TARGET and event.new > 0 and self._is_setting():
            title = self.words.almanac.cards[event.new - 1].title
            self.lines[-1].facts.append(f"**{title}**")  # whoever set it knows which
        words = self.words.change(event.what, event.old, event.new)
        if words and not is_blank(event) and self.lines:
            change = Change(event.what, event.old, event.new, words, self.words.cause(event))
            self.lines[-1].changes.append(change)

    def _is_setting(self) -> bool:
        return bool(self.lines) and SETS in self.lines[-1].line.text

    def _fact(self, event: Event) -> None:
        """A note that starts no line says something in the last one."""
        if not self.lines:
            return
        facts, words = self.lines[-1].facts, self.words
        if event.what == T.NOTE_LEAD:
            facts.append(f"{words.book.sectors[event.old].title} {words.track(event.new)}")
        elif event.what == T.NOTE_SKIPPED:
            idle, why = self.lines[-1].idle, self._idle(event.old, event.new)
            if why not in idle:
                idle.append(why)
        elif event.what == T.NOTE_OUTPUT:
            before = self._outputs.get(event.old, event.new)
            self._outputs[event.old] = event.new
            if before != event.new:
                number = OUTPUT + event.old
                told = words.change(number, before, event.new)
                self.lines[-1].changes.append(Change(number, before, event.new, told, words.cause(event)))

    def _idle(self, op: int, a: int) -> str:
        """Why an effect changed nothing."""
        words = OPS.get(op, "nothing to change")
        return words.format(sector=self.words.book.sectors[a].title) if op == T.OP_SHOWCASE else words

    def _score(self, event: Event) -> None:
        if event.new:
            points = self.words.track(event.new)
            self.lines[-1].facts.append(f"{SCORE_TITLES[event.old]} {points}")

    def told(self) -> list[Line]:
        """The lines so far, the first first."""
        self._done += [self._finished(draft) for draft in self.lines[len(self._done) : -1]]
        last = [self._finished(draft) for draft in self.lines[-1:]]
        return [line for line in [*self._done, *last] if not _is_empty(line)]

    def _finished(self, draft: _Draft) -> Line:
        is_market = draft.line.kind == "market"
        changes = _merged(self.words, draft.changes) if is_market else draft.changes
        gained = {change.cell for change in changes if change.cell < T.PROGRESS}
        told = [*draft.facts, *[change.words for change in changes if not is_spent(change, gained)]]
        facts = ", ".join(told)
        # What changed nothing stands by itself: among changes it would read as the reason for the next one
        sentences = [words for words in (facts, *draft.idle) if words]
        text = draft.line.text + "".join(f" {words[:1].upper()}{words[1:]}." for words in sentences)
        return replace(draft.line, text=text, changes=tuple(draft.changes))

    # --- how a line begins -----------------------------------------------------------------------

    def _head(self, event: Event) -> tuple[int, str] | None:
        """(who, what was done) for a note that starts a line."""
        what, old, new = event.what, event.old, event.new
        words = self.words
        if what in (T.NOTE_POLICY, T.NOTE_FIRED, T.NOTE_STATECRAFT, T.NOTE_FUND, T.NOTE_ANNOUNCE):
            return self._card(event)
        if what == T.NOTE_ROUND:
            return T.NATURE, f"**Round {new}.**"
        if what == T.NOTE_HEADLINE:
            return T.NATURE, f"Headline: **{words.almanac.headlines[old].title}**."
        if what == T.NOTE_MARKET:
            return T.NATURE, f"**Market: {STEPS[old]}.**" if old > 1 else "**Market phase.**"
        if what == T.NOTE_SCORE:
            return T.NATURE, SCORING
        if what == T.NOTE_END:
            who = "Nobody wins" if new >= T.PUBLIC else f"{words.sides[new]} wins"
            return T.NATURE, f"**{who}** by {ENDINGS[old]}."
        if what == T.NOTE_LIFT:
            return old, f"{words.sides[old]} lifts its {words.measure(new)}."
        if what == T.NOTE_NAMED:
            return old, f"{words.sides[old]} names **{words.book.sectors[new].title}** as third spotlight."
        return self._deed(what, old)

    def _deed(self, what: int, side: int) -> tuple[int, str] | None:
        plain = {
            T.NOTE_SET: SETS + ("up." if self.words.book.tables.setting[T.OPEN_HANDS] else "down."),
            T.NOTE_PASS: "passes.",
            T.NOTE_OFFER: "proposes a deal.",
            T.NOTE_ACCEPT: "accepts the deal.",
            T.NOTE_REFUSE: "refuses the deal.",
            T.NOTE_RESHUFFLE: "shuffles its discards into a new deck.",
        }.get(what)
        if what == T.NOTE_OFFER and T.NONE not in self._offer.values():
            plain = self._terms()
        return None if plain is None else (side, f"{self.words.sides[side]} {plain}")

    def _terms(self) -> str:
        """What the open offer says."""
        give, take = (self.words.measure(self._offer[k]) for k in (T.OFFER_GIVE, T.OFFER_TAKE))
        sweetener = self._offer[T.OFFER_SWEETENER]
        extra = f" and {sweetener} Budget" if sweetener else ""
        return f"proposes a deal: one level of its **{give}**{extra} for one of the rival's **{take}**."

    def _card(self, event: Event) -> tuple[int, str]:
        words = self.words
        card = event.new if event.what == T.NOTE_ANNOUNCE else event.old
        side = words.book.card_side(card)
        name, title = words.sides[side], f"**{words.almanac.cards[card].title}**"
        if event.what == T.NOTE_STATECRAFT:
            return side, f"{name} {words.icon_short(card, event.new)} ({words.almanac.cards[card].title})."
        if event.what == T.NOTE_FUND:
            return side, f"{name} sells {title} for funds."
        if event.what == T.NOTE_ANNOUNCE:
            return side, f"{name} announces {title}."
        verb = "plays" if event.what == T.NOTE_POLICY else "answers with"
        return side, f"{name} {verb} {title}{words.aimed(card, event.new)}."


SCORING = "**Final scoring.**"
SETS = "sets a contingency face-"  # and the way it lies
# What an effect would have done, where there was nothing for it to do
OPS = {
    T.OP_CONTROL: "the control is at its limit or locked",
    T.OP_LIST: "the listing is in place or locked",
    T.OP_TARIFF: "the tariff is at its limit or locked",
    T.OP_EASE: "no control to ease",
    T.OP_ERODE: "no measure of theirs to weaken",
    T.OP_ALIGN: "no bloc could lean further",
    T.OP_PROGRESS: "no progress to make",
    T.OP_INDIGENISE: "no progress to make",
    T.OP_SETBACK: "no progress of theirs to set back",
    T.OP_PROGRAMME: "the programme is in place",
    T.OP_STOCKPILE: "no room for tokens",
    T.OP_WORKAROUND: "the workaround is in place",
    T.OP_ENFORCE: "no workaround of theirs to close",
    T.OP_SHOWCASE: "the Leadership track does not move, because the output of {sector} is behind the rival's",
    T.OP_EXPOSE: "no contingency of theirs to expose",
    T.OP_SPOTLIGHT: "the spotlight is on already",
}


def _merged(words: Words, changes: list[Change]) -> list[Change]:
    """In the market phase a meter moves in parts, and is told once."""
    found: dict[int, Change] = {}
    for change in changes:
        first = found.get(change.cell)
        if first is not None and change.cell < T.NOTE:
            told = words.change(change.cell, first.old, change.new)
            change = replace(change, old=first.old, words=told)
        found[change.cell] = change
    return [change for change in found.values() if change.old != change.new]


def is_spent(change: Change, gained: set[int]) -> bool:
    """Whether a change of progress is the other half of a level that was gained."""
    return T.PROGRESS <= change.cell < T.CONTROL and change.cell - T.PROGRESS + T.CAPABILITY in gained


def _is_empty(line: Line) -> bool:
    """Steps of the market phase in which nothing happened."""
    return line.text.startswith("**Market:") and line.text.endswith(".**")


# --- choosing ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Filter:
    """Which lines to show: of a side (None: all), of a round (None: all), of these kinds, with these words."""

    who: int | None = None
    round: int | None = None
    kinds: frozenset[str] = frozenset(KINDS)
    words: str = ""

    @property
    def is_off(self) -> bool:
        return self == Filter()

    def keeps(self, line: Line) -> bool:
        """Whether the line is shown. Lines that part the log have no kind of their own to ask for."""
        if self.who is not None and line.who != self.who:
            return False
        if self.round is not None and line.round != self.round:
            return False
        if line.kind not in self.kinds and (line.kind != ROUND or self.kinds != frozenset(KINDS)):
            return False
        return all(part in line.spoken.replace("**", "").casefold() for part in self.words.casefold().split())

    def of(self, lines: Collection[Line]) -> list[Line]:
        return [line for line in lines if self.keeps(line)]

    def told(self, sides: Sequence[str]) -> str:
        """The filter in words, for the head of an export; empty when it is off."""
        parts = [] if self.who is None else [sides[self.who] if self.who < T.NATURE else "the world"]
        parts += [f"round {self.round}"] if self.round is not None else []
        if self.kinds != frozenset(KINDS):
            parts.append(", ".join(KINDS[kind].lower() for kind in KINDS if kind in self.kinds) or "no kinds")
        return "; ".join([*parts, f'"{self.words}"'] if self.words else parts)
