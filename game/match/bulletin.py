"""The market phase as a bulletin: a line for each of its steps, with the numbers it moved and their cells.

It is read from what a viewer was told; `before` is what the viewer knew when the phase began.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.event import Event
from game.engine.market import measure_levels
from game.engine.rules import start
from game.engine.state import State, copy
from game.engine.view import observe, see

from .ledger import OUTPUT, Entry, story
from .match import Match
from .words import Words, signed

ENOUGH = 6  # levels of measures on the table that make Decoupling rise
DOMINANCE = 2  # lead points of a lead of 3 and more


@dataclass(frozen=True, slots=True)
class Number:
    """A number before and after."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Item:
    """One line. `numbers` are those of both sides, or a single one that is shared; `at` is how many entries of the
    phase have been seen when it is complete.
    """

    icon: str
    title: str
    text: str
    numbers: tuple[Number, ...]
    cells: tuple[int, ...]
    at: int
    points: int = 0  # of a spotlight, + US


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What one market phase did."""

    round: int
    items: tuple[Item, ...]
    track: Number
    length: int  # entries of the phase


def is_market(event: Event) -> bool:
    """Whether an event of the phase's stretch still belongs to it."""
    if event.what in (T.NOTE_ROUND, T.NOTE_SCORE, T.NOTE_END):
        return False
    return event.cause_kind != T.BY_RULE or event.cause // 100 == 6


def opens_market(event: Event) -> bool:
    return event.what == T.NOTE_MARKET and event.old == 1


def bulletin(words: Words, before: State, entries: Iterable[Entry]) -> Bulletin:
    """The bulletin of the market phase with which `entries` begin."""
    phase = []
    for entry in entries:
        if not is_market(entry.event):
            break
        phase.append(entry)
    return _Reporter(words, before, phase).bulletin()


def last_bulletin(
    match: Match, viewer: int, words: Words, told: Sequence[Entry] | None = None
) -> Bulletin | None:
    """The bulletin of the last market phase in what was `told` to the viewer: everything, if it is not given."""
    entries = story(match, viewer) if told is None else told
    opened = [n for n, entry in enumerate(entries) if opens_market(entry.event)]
    if not opened:
        return None
    known = observe(match.book, start(match.book), viewer)
    for entry in entries[: opened[-1]]:
        see(known, entry.event)
    return bulletin(words, known.seen, entries[opened[-1] :])


class _Reporter:
    """Writes one bulletin."""

    def __init__(self, words: Words, before: State, phase: Sequence[Entry]) -> None:
        self.words, self.book = words, words.book
        self.before, self.phase = before, phase
        self.after = copy(before)
        self.steps: dict[int, list[tuple[int, Event]]] = {step: [] for step in range(1, 10)}
        step = 1
        for n, entry in enumerate(phase):
            event = entry.event
            if event.what == T.NOTE_MARKET:
                step = event.old
            self.steps[step].append((n + 1, event))
            if event.what < T.NOTE:
                self.after.cells[event.what] = event.new
        made = [event for _, event in self.steps[1] if event.what == T.NOTE_OUTPUT]
        self.made = {event.old: event.new for event in made}

    def bulletin(self) -> Bulletin:
        items = [self._outputs(), self._approval(), self._learning(), self._programmes(), *self._spotlights()]
        items += [self._income(), self._capital(), self._decoupling(), self._tension()]
        track = T.SHARED + T.TRACK
        moved = Number(self.before.cells[track], self.after.cells[track])
        number = self.phase[0].round if self.phase else 0
        return Bulletin(number, tuple(item for item in items if item is not None), moved, len(self.phase))

    # --- parts -----------------------------------------------------------------------------------

    def _at(self, step: int) -> int:
        return self.steps[step][-1][0] if self.steps[step] else 0

    def _title(self, sector: int) -> str:
        return self.book.sectors[sector].title

    def _by_side(self, said: Sequence[str], otherwise: str) -> str:
        """What is to be said of each side, or of neither."""
        parts = [f"{self.words.shorts[side]}: {text}" for side, text in enumerate(said) if text]
        return "; ".join(parts) + "." if parts else otherwise

    def _of(self, step: int, first: int, side: int) -> list[Event]:
        """The changes of a side's meter in a step."""
        return [event for _, event in self.steps[step] if event.what == first + side]

    def _meters(self, steps: Sequence[int], first: int) -> tuple[Number, Number]:
        """Both sides' meter before and after steps."""
        found = []
        for side in (T.US, T.CHINA):
            changes = [event for step in steps for event in self._of(step, first, side)]
            now = self._value(first + side, steps[-1])
            found.append(Number(changes[0].old, changes[-1].new) if changes else Number(now, now))
        return found[0], found[1]

    def _value(self, cell: int, step: int) -> int:
        """A cell at the end of a step."""
        value = self.before.cells[cell]
        for n in range(1, step + 1):
            value = next((e.new for _, e in reversed(self.steps[n]) if e.what == cell), value)
        return value

    # --- lines -----------------------------------------------------------------------------------

    def _outputs(self) -> Item | None:
        if not self.made:
            return None
        said = []
        for side in (T.US, T.CHINA):
            low = [
                f"{self._title(j)} {self.made[side * T.SECTORS + j]} of {level}"
                for j in range(T.UPSTREAM, T.SECTORS)
                if self.made[side * T.SECTORS + j] < (level := self.before.capability[side * T.SECTORS + j])
            ]
            spent = [e.old % T.UPSTREAM for _, e in self.steps[1] if e.what == T.NOTE_SPENT]
            owners = [e.old // T.UPSTREAM for _, e in self.steps[1] if e.what == T.NOTE_SPENT]
            used = [self._title(i) for i, owner in zip(spent, owners, strict=True) if owner == side]
            low += [f"spends a {name} token" for name in used]
            said.append(", ".join(low))
        totals = [
            sum(self.made[side * T.SECTORS + j] for j in range(T.UPSTREAM, T.SECTORS))
            for side in (T.US, T.CHINA)
        ]
        text = self._by_side(said, "Every sector makes what it can.")
        cells = tuple(OUTPUT + cell for cell in self.made)
        numbers = tuple(Number(total, total) for total in totals)
        return Item("sector-auto", "Outputs, added up", text, numbers, cells, self._at(1))

    def _approval(self) -> Item | None:
        if not self.steps[2]:
            return None
        said = []
        for side in (T.US, T.CHINA):
            parts = []
            for event in self._of(2, T.APPROVAL, side):
                why = self.words.cause(event)
                if event.cause_kind == T.BY_SHORTAGE:
                    why += f": {self._shortages(side)}"
                parts.append(f"{signed(event.new - event.old)} ({why})")
            favour = self._of(5, T.APPROVAL, side)
            parts += [f"{signed(event.new - event.old)} (won more spotlights)" for event in favour]
            said.append(", ".join(parts))
        text = self._by_side(said, "No shortages; it stays.")
        cells = (T.APPROVAL, T.APPROVAL + 1)
        return Item("approval", "Approval", text, self._meters((2, 5), T.APPROVAL), cells, self._at(2))

    def _shortages(self, side: int) -> str:
        short = [
            self._title(j)
            for j in range(T.UPSTREAM, T.SECTORS)
            if self.made.get(side * T.SECTORS + j, 99) <= self.before.capability[side * T.SECTORS + j] - 2
        ]
        return ", ".join(short)

    def _learning(self) -> Item | None:
        losses = {e.old: e.new for _, e in self.steps[3] if e.what == T.NOTE_LOSS}
        said = []
        for side in (T.US, T.CHINA):
            parts = [
                f"{self._title(cell % T.UPSTREAM)} {self._learned(3, side, cell % T.UPSTREAM)}, {loss} of supply lost"
                for cell, loss in losses.items()
                if cell // T.UPSTREAM == side
            ]
            said.append(", ".join(parts))
        return self._progress(3, "Learning", "control", said)

    def _programmes(self) -> Item | None:
        said = []
        for side in (T.US, T.CHINA):
            moved = {e.what: 0 for _, e in self.steps[4] if e.what < T.NOTE}
            sectors = {(cell - T.PROGRESS) % T.SECTORS for cell in moved if cell >= T.PROGRESS}
            sectors |= {cell % T.SECTORS for cell in moved if cell < T.PROGRESS}
            parts = [
                f"{self._title(sector)} {self._learned(4, side, sector)}"
                for sector in sorted(sectors)
                if self._learned(4, side, sector)
            ]
            said.append(", ".join(parts))
        return self._progress(4, "Programmes", "programme", said)

    def _learned(self, step: int, side: int, sector: int) -> str:
        """What a side learned in a sector: progress, or the level it reached."""
        cell = side * T.SECTORS + sector
        level = self._of(step, T.CAPABILITY, cell)
        if level:
            return f"reaches level {level[-1].new}"
        progress = self._of(step, T.PROGRESS, cell)
        return f"{signed(progress[-1].new - progress[0].old)} progress" if progress else ""

    def _progress(self, step: int, title: str, icon: str, said: list[str]) -> Item | None:
        cells = tuple(dict.fromkeys(e.what for _, e in self.steps[step] if e.what < T.NOTE))
        text = self._by_side(said, "")
        return Item(icon, title, text, (), cells, self._at(step)) if cells and text else None

    def _spotlights(self) -> list[Item]:
        leads = [(n, event) for n, event in self.steps[5] if event.what == T.NOTE_LEAD]
        ends = [*[n - 1 for n, _ in leads[1:]], self._at(5)][: len(leads)]
        items = []
        for (_, event), end in zip(leads, ends, strict=True):
            sector, points = event.old, event.new
            made = [self.made.get(side * T.SECTORS + sector, 0) for side in (T.US, T.CHINA)]
            text = self._lead(points)
            cells = tuple(OUTPUT + side * T.SECTORS + sector for side in (T.US, T.CHINA))
            icon = f"sector-{self.book.sectors[sector].id}"
            numbers = tuple(Number(value, value) for value in made)
            items.append(Item(icon, self.book.sectors[sector].title, text, numbers, cells, end, points))
        return items

    def _lead(self, points: int) -> str:
        if points == 0:
            return "Level: nobody scores."
        who = self.words.sides[T.US if points > 0 else T.CHINA]
        how = "leads by 3 or more" if abs(points) == DOMINANCE else "leads"
        return f"{who} {how}: {abs(points)} on the track."

    def _income(self) -> Item | None:
        if not self.steps[6]:
            return None
        names = {
            T.BY_CONTRACT: "contracts",
            T.BY_LICENCE: "licences",
            T.BY_TRADE: "trade",
            T.BY_DUTIES: "duties",
        }
        said = []
        for side in (T.US, T.CHINA):
            sums: dict[str, int] = {}
            for event in self._of(6, T.BUDGET, side):
                name = names[event.cause_kind]
                sums[name] = sums.get(name, 0) + event.new - event.old
            full = "none, it is at 10" if self._value(T.BUDGET + side, 5) == T.TOP else "none"
            said.append(", ".join(f"{name} {signed(total)}" for name, total in sums.items()) or full)
        cells = (T.BUDGET, T.BUDGET + 1)
        return Item(
            "budget", "Income", self._by_side(said, ""), self._meters((6,), T.BUDGET), cells, self._at(6)
        )

    def _capital(self) -> Item | None:
        if not self.steps[7]:
            return None
        said = []
        for side in (T.US, T.CHINA):
            parts = []
            for event in self._of(7, T.CAPITAL, side):
                why = "from Approval" if event.cause_kind == T.BY_APPROVAL else "for upkeep"
                parts.append(f"{signed(event.new - event.old)} {why}")
            full = "none, it is at 10" if self._value(T.CAPITAL + side, 6) == T.TOP else "none"
            said.append(", ".join([*parts, *self._dropped(side)]) or full)
        text = self._by_side(said, "")
        cells = (T.CAPITAL, T.CAPITAL + 1)
        return Item("capital", "Capital and upkeep", text, self._meters((7,), T.CAPITAL), cells, self._at(7))

    def _dropped(self, side: int) -> list[str]:
        """Measures that could not be paid for."""
        first = {T.CONTROL + side * T.UPSTREAM + i: i for i in range(T.UPSTREAM)}
        first |= {T.LISTING + side * T.SECTORS + j: j for j in range(T.UPSTREAM, T.SECTORS)}
        fallen = [first[event.what] for _, event in self.steps[7] if event.what in first]
        return [f"{self.words.measure(measure)} falls" for measure in fallen]

    def _levels(self) -> str:
        levels = measure_levels(self.after)
        return f"{levels} level{'s' if levels != 1 else ''} of measures on the table"

    def _decoupling(self) -> Item | None:
        cell = T.SHARED + T.DECOUPLING
        if self.before.cells[cell] == self.after.cells[cell]:
            return None
        text = f"{self._levels()}: it rises, for good."
        number = Number(self.before.cells[cell], self.after.cells[cell])
        return Item("decoupling", "Decoupling", text, (number,), (cell,), self._at(8))

    def _tension(self) -> Item | None:
        if not self.steps[9]:
            return None
        cell = T.SHARED + T.TENSION
        number = Number(self.before.cells[cell], self.after.cells[cell])
        text = "Cools by 1." if number.new < number.old else "Calm already."
        if self._decoupling() is None:
            text += f" Decoupling stays: {self._levels()}, {ENOUGH} would raise it."
            if self.after.shared[T.DECOUPLING] == T.MAX_DECOUPLING:
                text = text.partition(" Decoupling")[0] + " Decoupling is at its end."
        return Item("tension", "Tension", text, (number,), (cell,), self._at(9))
