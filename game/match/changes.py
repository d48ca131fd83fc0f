"""What a move would change, number by number, told to one side: a name, before, after, for whom it is good.

The viewer's own things go by their plain name ("Budget"), the rival's carry its short name ("CN Budget").
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.event import Place, place_of
from game.engine.state import State, copy
from game.engine.supply import level_cost
from game.engine.view import Observation

from .preview import Preview, preview
from .words import ENDINGS, Words, signed

OUTPUT, LEAD = "output", "lead"  # windows that are no cells: what the market phase works out
_HIDDEN = ("lit", "next", "bag", "headline", "agenda", "agenda_kept", "slot_target", "slot_up", "place")
_METERS = ("budget", "capital", "approval")
# What the step of a meter in the market phase is called after it
_STEPS = {
    "budget": "income", "capital": "income", "approval": "change", "progress": "gained", "capability": "levels gained",
}  # fmt: skip
# What is read first: a window's place in the list of changes
_ORDER = (
    LEAD, "shared", "capability", "progress", "programme", "control", "listing", "tariff", "align", "source",
    OUTPUT, "stock", "workaround", "slot_card", "budget", "capital", "approval", "lock",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One number before and after. `old` is empty for what was not there before."""

    window: str  # of the State, or OUTPUT or LEAD
    side: int  # whose it is, NONE for what both share
    index: int  # sector, bloc, measure or shared number in that window
    name: str
    old: str
    new: str
    rest: str = ""  # "of 7": what the new value is measured by
    good: int = 0  # 1 for the viewer, −1 against it, 0 neither

    def __str__(self) -> str:
        return " ".join(
            part for part in (self.name, self.old and f"{self.old} →", self.new, self.rest) if part
        )


@dataclass(frozen=True, slots=True)
class Forecast:
    """What picks in a row would do. `ending` is a sentence where they would end the game, won by the viewer or not."""

    certain: tuple[Change, ...]
    market: tuple[Change, ...]  # in the coming market phase, if nothing else happened until then
    hidden: tuple[str, ...]
    ending: str = ""
    is_won: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.certain or self.market or self.ending)


class Teller:
    """Tells one side about changes of a position as it knows it."""

    def __init__(self, words: Words, observation: Observation) -> None:
        self.words, self.book = words, words.book
        self.observation = observation
        self.viewer = observation.viewer

    def forecast(self, actions: list[int]) -> Forecast:
        """What the viewer's picks, made in a row from here, would do."""
        return self.told(preview(self.book, self.observation, actions))

    def told(self, found: Preview) -> Forecast:
        """A preview in words."""
        certain = self.certain(found.certain)
        if found.ending != T.RUNNING:
            who = "nobody" if found.winner >= T.PUBLIC else self.words.sides[found.winner]
            ending = f"Ends the game by {ENDINGS[found.ending]}: {who} would win."
            return Forecast(certain, (), found.hidden, ending, found.winner == self.viewer)
        return Forecast(certain, self.market(found.market, found.certain), found.hidden)

    # --- what is certain -------------------------------------------------------------------------

    def certain(self, changed: Iterable[tuple[int, int, int]]) -> tuple[Change, ...]:
        """Changes of cells, the weightiest first."""
        changes = list(changed)
        after = self._after(changes)
        told = [self._change(after, place_of(self.book, cell), old, new) for cell, old, new in changes]
        return _in_order(change for change in told if change is not None)

    def _after(self, changes: Iterable[tuple[int, int, int]]) -> State:
        after = copy(self.observation.seen)
        for cell, _old, new in changes:
            after.cells[cell] = new
        return after

    def _change(self, after: State, place: Place, old: int, new: int) -> Change | None:
        if place.window in _HIDDEN or place.window not in _ORDER:
            return None
        name, good = self._name(place), self._good(place, new - old)
        before, now, rest = str(old), str(new), ""
        if place.window == "progress":
            rest = f"of {self._cost(after, place)}"
        elif place.window == "align":
            before, now = self.words.lean(old), self.words.lean(new)
        elif place.window == "source":
            before, now = _step(old), _step(new)
        elif place.window in ("listing", "programme", "workaround"):
            before, now = "", "in place" if new else "gone"
        elif place.window == "slot_card":
            before, now = "", "set" if new else "empty"
            if new > 0:  # its owner knows which
                name = f"{name}: {self.words.almanac.cards[new - 1].title}"
        elif place.window == "lock":
            before, now = "", f"locked to round {new}"
        elif place.window == "shared" and place.index == T.TRACK:
            before, now = self.words.track(old), self.words.track(new)
        return Change(place.window, place.side, place.index, name, before, now, rest, good)

    def _cost(self, after: State, place: Place) -> int:
        """Progress that the next level takes after the change."""
        level = after.capability[place.side * T.SECTORS + place.index]
        rival = after.capability[(1 - place.side) * T.SECTORS + place.index]
        return int(level_cost(level, rival, place.index))

    # --- names -----------------------------------------------------------------------------------

    def _whose(self, side: int, name: str) -> str:
        return name if side in (self.viewer, T.NONE) else f"{self.words.shorts[side]} {name}"

    def _name(self, place: Place) -> str:
        if place.window == "shared":
            return {T.TENSION: "Tension", T.DECOUPLING: "Decoupling", T.TRACK: "Leadership"}[place.index]
        if place.window == "align":
            return self.book.blocs[place.index].title
        if place.window == "source":
            return f"Supplies from {self.book.blocs[place.index].title}"
        return self._whose(place.side, self._thing(place))

    def _thing(self, place: Place) -> str:
        """What a side's number counts."""
        if place.window in (*_METERS, "tariff"):
            return place.window.capitalize() if place.window != "tariff" else "tariff"
        if place.window == "lock":
            return self.words.measure(place.index)
        if place.window == "slot_card":
            return "contingency"
        title = self.book.sectors[place.index].title
        return {
            "capability": title,
            "progress": f"{title} progress",
            "programme": f"national programme in {title}",
            "control": f"control on {title}",
            "listing": f"listing of {title}",
            "stock": f"stockpile of {title}",
            "workaround": f"workaround for {title}",
        }[place.window]

    def _good(self, place: Place, step: int) -> int:
        """Whether a step up or down is good for the viewer. Measures and locks cut both ways."""
        sign = (step > 0) - (step < 0)
        if place.window in ("control", "listing", "tariff"):
            return 1 if place.side != self.viewer and sign < 0 else 0
        if place.window == "lock":
            return 0
        if place.window in ("align", "shared"):
            is_shared_loss = place.window == "shared" and place.index != T.TRACK
            return -sign if is_shared_loss else sign if self.viewer == T.US else -sign
        if place.window == "source":
            return sign
        return sign if place.side == self.viewer else -sign

    # --- the market phase ------------------------------------------------------------------------

    def market(
        self, changed: Iterable[tuple[int, int, int]], certain: Iterable[tuple[int, int, int]] = ()
    ) -> tuple[Change, ...]:
        """What the coming market phase would do differently: values of outputs and leads, steps of meters."""
        after = self._after(certain)
        told = [self._market_change(after, *change) for change in changed]
        return _in_order(change for change in told if change is not None)

    def _market_change(self, after: State, key: int, old: int, new: int) -> Change | None:
        note, subject = divmod(key, 1000)
        if note == T.NOTE_OUTPUT:
            side, sector = divmod(subject, T.SECTORS)
            name = self._whose(side, f"output of {self.book.sectors[sector].title}")
            good = (1 if new > old else -1) * (1 if side == self.viewer else -1)
            return Change(OUTPUT, side, sector, name, str(old), str(new), "", good)
        if note == T.NOTE_LEAD:
            good = (1 if new > old else -1) * (1 if self.viewer == T.US else -1)
            before, now = self.words.track(old), self.words.track(new)
            title = self.book.sectors[subject].title
            return Change(LEAD, T.NONE, subject, f"Spotlight {title}", before, now, "", good)
        return self._meter_step(after, place_of(self.book, key), old, new)

    def _meter_step(self, after: State, place: Place, old: int, new: int) -> Change | None:
        if place.window in _HIDDEN or place.window not in _ORDER:
            return None
        if place.window == "shared" and place.index not in (T.TENSION, T.DECOUPLING, T.TRACK):
            return None
        name, good = self._name(place), self._good(place, new - old)
        seen = self.observation.seen
        rest = _capped(seen, place, old) if new > old else _capped(after, place, new)
        name = f"{name} this round"  # a step, no level
        if place.window in _STEPS:
            name = self._whose(place.side, f"{self._thing(place)} {_STEPS[place.window]}")
        if place.window == "progress" and min(old, new) < 0:
            return self._beyond(after, place, old, new)
        if place.window == "shared" and place.index == T.TRACK:
            before, now = self.words.track(old), self.words.track(new)
            return Change("shared", T.NONE, T.TRACK, "Track this round", before, now, "", good)
        return Change(place.window, place.side, place.index, name, _step(old), _step(new), rest, good)

    def _beyond(self, after: State, place: Place, old: int, new: int) -> Change | None:
        """What is left of progress when a level takes more of it than comes."""
        name = self._whose(place.side, f"{self._thing(place)} beyond the new level")
        at = place.side * T.SECTORS + place.index
        before, now = self.observation.seen.progress[at] + old, after.progress[at] + new
        if now == before:
            return None
        good = self._good(place, now - before)
        return Change(place.window, place.side, place.index, name, str(before), str(now), "", good)


def _capped(s: State, place: Place, step: int) -> str:
    """Why an income rises when a side spends, or falls when it earns: what passes the top is lost."""
    if place.window not in ("budget", "capital"):
        return ""
    held = getattr(s, place.window)[place.side]
    return f"(up to the limit, {T.TOP})" if held + step == T.TOP else ""


def _in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Without progress that has become a level: the level says it."""
    found = list(changes)
    gained = {(change.side, change.index) for change in found if change.window == "capability"}
    told = [c for c in found if c.window != "progress" or (c.side, c.index) not in gained]
    return tuple(sorted(told, key=lambda change: (_ORDER.index(change.window), change.side, change.index)))


def _step(n: int) -> str:
    return signed(n) if n else "0"
