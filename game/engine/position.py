"""A position as data with names: what people and files write instead of numbers.

`position_to_data` leaves out what is zero or empty; `position_from_data` gives the very same position back, or every
problem of the data at once.
"""

from array import array
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from . import terms as T
from .notation import measure_words
from .rulebook import Card, Rulebook
from .state import State, from_cells

Data = dict[str, Any]

SIDES = ("us", "china")
WHO = {"us": T.US, "china": T.CHINA, "nature": T.NATURE, "nobody": T.NOBODY, "none": T.NONE}
PHASES = (
    "coin",
    "agenda deal",
    "tiles",
    "agenda choice",
    "headline",
    "draw",
    "naming",
    "moving",
    "answering",
    "over",
)
ENDINGS = ("running", "automatic", "rupture", "shared loss", "scored")
LIGHTS = ("", "pair", "headline", "named")
AGENDA_PLACES = ("box", "dealt us", "dealt china", "kept us", "kept china", "returned us", "returned china")

_SECTOR, _UPSTREAM = T.SECTORS, T.UPSTREAM
# field -> (first cell, entries per side, is it a flag)
_BY_SECTOR = {
    "capability": (T.CAPABILITY, _SECTOR, False),
    "progress": (T.PROGRESS, _SECTOR, False),
    "control": (T.CONTROL, _UPSTREAM, False),
    "stock": (T.STOCK, _UPSTREAM, False),
    "listing": (T.LISTING, _SECTOR, True),
    "programme": (T.PROGRAMME, _SECTOR, True),
    "workaround": (T.WORKAROUND, _UPSTREAM, True),
}
_BY_SIDE = {
    "tariff": T.TARIFF,
    "budget": T.BUDGET,
    "capital": T.CAPITAL,
    "approval": T.APPROVAL,
    "moves": T.MOVES,
    "proposed": T.PROPOSED,
    "agenda_kept": T.AGENDA_KEPT,
}
_BY_BLOC = {"align": T.ALIGN, "source": T.SOURCE}
_NUMBERS = {
    "tension": T.TENSION,
    "decoupling": T.DECOUPLING,
    "track": T.TRACK,
    "round": T.ROUND,
    "agendas_dealt": T.AGENDAS_DEALT,
    "tiles_due": T.TILES_DUE,
    "offer_sweetener": T.OFFER_SWEETENER,
}
_PEOPLE = {
    "starter": T.STARTER,
    "mover": T.MOVER,
    "drawer": T.DRAWER,
    "winner": T.WINNER,
    "culprit": T.CULPRIT,
}
_PICKS = {"step": T.STEP, "card": T.PICK_CARD, "use": T.PICK_USE, "give": T.PICK_GIVE, "take": T.PICK_TAKE}
_LAST_PICK = {
    "step": T.STEP_SWEETENER,
    "use": T.USES - 1,
    "give": T.TARIFF_MEASURE,
    "take": T.TARIFF_MEASURE,
}
_LIMITS = {
    "capability": (0, 10), "progress": (0, 99), "control": (0, 3), "stock": (0, 4), "tariff": (0, 3),
    "budget": (0, 10), "capital": (0, 10), "approval": (0, 10), "moves": (0, 4), "proposed": (0, 1),
    "agenda_kept": (0, 1), "align": (-3, 3), "source": (0, 3), "shock": (0, 9), "lock": (0, 99),
    "tension": (0, 10), "decoupling": (0, 6), "track": (-99, 99), "round": (0, 99), "agendas_dealt": (0, 4),
    "tiles_due": (0, 2), "offer_sweetener": (0, 2),
}  # fmt: skip


class PositionError(ValueError):
    """Data that is no position. The message has a line for every problem, with its place."""


def position_to_data(book: Rulebook, s: State) -> Data:
    """The whole position by name."""
    data: Data = {"scenario": book.scenario.id}
    names = [sector.id for sector in book.sectors]
    for field, (first, width, is_flag) in _BY_SECTOR.items():
        for side, who in enumerate(SIDES):
            values = {names[k]: s.cells[first + side * width + k] for k in range(width)}
            values = {name: value for name, value in values.items() if value}
            if values:
                data.setdefault(field, {})[who] = list(values) if is_flag else values
    for field, first in _BY_SIDE.items():
        if s.cells[first] or s.cells[first + 1]:
            data[field] = {who: s.cells[first + side] for side, who in enumerate(SIDES)}
    for field, first in _BY_BLOC.items():
        values = {bloc.id: s.cells[first + k] for k, bloc in enumerate(book.blocs) if s.cells[first + k]}
        if values:
            data[field] = values
    data |= {field: s.shared[k] for field, k in _NUMBERS.items() if s.shared[k]}
    people = {number: name for name, number in WHO.items()}
    data |= {field: people[s.shared[k]] for field, k in _PEOPLE.items() if s.shared[k] != T.NONE}
    return data | dict(_rest(book, s, names))


def _rest(book: Rulebook, s: State, names: list[str]) -> Iterator[tuple[str, Any]]:
    """Phase, lights, locks, piles and picks."""
    yield "phase", PHASES[s.shared[T.PHASE]]
    if s.shared[T.ENDING]:
        yield "ending", ENDINGS[s.shared[T.ENDING]]
    if s.shared[T.NAMED] != T.NONE:
        yield "named", names[s.shared[T.NAMED]]
    for field, k in (("offer_give", T.OFFER_GIVE), ("offer_take", T.OFFER_TAKE)):
        if s.shared[k] != T.NONE:
            yield field, measure_words(book, s.shared[k])
    shocks = {names[i]: s.shock[i] for i in range(T.UPSTREAM) if s.shock[i]}
    if shocks:
        yield "shock", shocks
    yield "lit", {names[j]: LIGHTS[s.lit[j]] for j in range(T.SECTORS) if s.lit[j]}
    yield "next", [names[j] for j in range(T.SECTORS) if s.next[j]]
    yield "bag", [names[j] for j in range(T.SECTORS) if s.bag[j]]
    locks = {
        who: {
            measure_words(book, m): s.lock[side * T.MEASURES + m]
            for m in range(T.MEASURES)
            if s.lock[side * T.MEASURES + m]
        }
        for side, who in enumerate(SIDES)
    }
    if any(locks.values()):
        yield "lock", locks
    yield "headlines", [h.id for n, h in enumerate(book.headlines) if s.headline[n]]
    yield "agendas", {a.id: AGENDA_PLACES[s.agenda[n]] for n, a in enumerate(book.agendas) if s.agenda[n]}
    yield "cards", {who: _cards(book, s, side) for side, who in enumerate(SIDES)}
    picks = {name: s.pick[k] for name, k in _PICKS.items() if s.pick[k] != (0 if k == T.STEP else T.NONE)}
    if picks:
        yield "picks", picks


def _cards(book: Rulebook, s: State, side: int) -> Data:
    """A side's cards by place; what is named nowhere is in the deck."""
    own = [(n, card.id) for n, card in enumerate(book.cards) if book.card_side(n) == side]
    piles: Data = {
        "hand": [name for n, name in own if s.place[n] == T.IN_HAND],
        "discard": [name for n, name in own if s.place[n] == T.IN_DISCARD],
    }
    if s.slot_card[side] > 0:
        card = book.cards[s.slot_card[side] - 1]
        piles["slot"] = {"card": card.id, "up": bool(s.slot_up[side])}
        if s.slot_target[side] != T.NONE:
            named = book.blocs if card.target == T.TARGET_BLOC else book.sectors
            piles["slot"]["target"] = named[s.slot_target[side]].id
    return piles


def position_from_data(book: Rulebook, data: Data) -> State:
    """The position the data describe; what is left out is 0 or empty. Raises PositionError with every problem."""
    return _Reader(book).read(data)


class _Reader:
    """Reads one position and remembers what is wrong with it."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.sectors = [sector.id for sector in book.sectors]
        self.blocs = [bloc.id for bloc in book.blocs]
        self.measures = [measure_words(book, m) for m in range(T.MEASURES)]
        self.cells = [0] * len(book.tables.start)
        self.problems: list[str] = []

    def read(self, data: Any) -> State:
        if not isinstance(data, dict):
            raise PositionError("position: must be an object with names, like the template")
        for cell in (T.SLOT_TARGET, T.SLOT_TARGET + 1):
            self.cells[cell] = T.NONE
        for k in (T.STARTER, T.NAMED, T.OFFER_GIVE, T.OFFER_TAKE, T.WINNER, T.CULPRIT, T.DRAWER):
            self.cells[T.SHARED + k] = T.NONE
        for k in (T.PICK_CARD, T.PICK_USE, T.PICK_GIVE, T.PICK_TAKE):
            self.cells[T.PICK + k] = T.NONE
        for field, value in data.items():
            self._field(field, value)
        if self.problems:
            raise PositionError("\n".join(self.problems))
        return from_cells(array("h", self.cells).tobytes())

    # --- small questions -------------------------------------------------------------------------

    def wrong(self, place: str, message: str) -> None:
        self.problems.append(f"{place}: {message}")

    def index(self, place: str, name: Any, known: list[str] | tuple[str, ...]) -> int | None:
        if name in known:
            return list(known).index(name)
        close = get_close_matches(str(name), known, n=1)
        hint = f'did you mean "{close[0]}"?' if close else "known: " + ", ".join(known[:14])
        self.wrong(place, f'"{name}" is unknown; {hint}')
        return None

    def number(self, place: str, field: str, value: Any) -> int:
        low, high = _LIMITS[field]
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.wrong(place, f"must be a whole number from {low} to {high}, not {value!r}")
            return 0
        return value

    def mapping(self, place: str, value: Any) -> Data:
        if isinstance(value, dict):
            return value
        self.wrong(place, f"must be an object, not {value!r}")
        return {}

    def names(self, place: str, value: Any) -> list[Any]:
        if isinstance(value, list):
            return value
        self.wrong(place, f"must be a list of names, not {value!r}")
        return []

    def by_side(self, place: str, value: Any) -> Iterator[tuple[int, str, Any]]:
        for who, item in self.mapping(place, value).items():
            side = self.index(place, who, SIDES)
            if side is not None:
                yield side, f"{place}.{who}", item

    # --- fields ----------------------------------------------------------------------------------

    def _field(self, field: str, value: Any) -> None:
        if field in _BY_SECTOR:
            self._by_sector(field, value)
        elif field in _BY_SIDE:
            for side, place, item in self.by_side(field, value):
                self.cells[_BY_SIDE[field] + side] = self.number(place, field, item)
        elif field in _BY_BLOC:
            for name, item in self.mapping(field, value).items():
                bloc = self.index(field, name, self.blocs)
                if bloc is not None:
                    self.cells[_BY_BLOC[field] + bloc] = self.number(f"{field}.{name}", field, item)
        elif field in _NUMBERS:
            self.cells[T.SHARED + _NUMBERS[field]] = self.number(field, field, value)
        elif field in _PEOPLE:
            who = self.index(field, value, list(WHO))
            if who is not None:
                self.cells[T.SHARED + _PEOPLE[field]] = list(WHO.values())[who]
        else:
            self._special(field, value)

    def _by_sector(self, field: str, value: Any) -> None:
        first, width, is_flag = _BY_SECTOR[field]
        known = self.sectors[:width]
        for side, place, item in self.by_side(field, value):
            for name, entry in self._entries(place, item, is_flag):
                sector = self.index(place, name, known)
                if field == "listing" and sector is not None and sector < T.UPSTREAM:
                    self.wrong(place, f'"{name}" is an input; only downstream sectors can be listed')
                elif sector is not None:
                    cell = first + side * width + sector
                    self.cells[cell] = 1 if is_flag else self.number(f"{place}.{name}", field, entry)

    def _entries(self, place: str, value: Any, is_flag: bool) -> list[tuple[Any, Any]]:
        if is_flag:
            return [(name, 1) for name in self.names(place, value)]
        return list(self.mapping(place, value).items())

    def _special(self, field: str, value: Any) -> None:
        words = {"phase": (T.PHASE, PHASES), "ending": (T.ENDING, ENDINGS), "named": (T.NAMED, self.sectors)}
        words |= {"offer_give": (T.OFFER_GIVE, self.measures), "offer_take": (T.OFFER_TAKE, self.measures)}
        if field == "scenario":
            return
        if field in words:
            found = self.index(field, value, list(words[field][1]))
            if found is not None:
                self.cells[T.SHARED + words[field][0]] = found
            return
        readers = {
            "shock": self._shock, "lit": self._lit, "next": self._next, "bag": self._bag, "lock": self._lock,
            "headlines": self._headlines, "agendas": self._agendas, "cards": self._cards, "picks": self._picks,
        }  # fmt: skip
        if field in readers:
            readers[field](value)
            return
        known = [*_BY_SECTOR, *_BY_SIDE, *_BY_BLOC, *_NUMBERS, *_PEOPLE, *words, *readers, "scenario"]
        self.index("position", field, known)

    def _shock(self, value: Any) -> None:
        for name, item in self.mapping("shock", value).items():
            i = self.index("shock", name, self.sectors[: T.UPSTREAM])
            if i is not None:
                self.cells[T.SHOCK + i] = self.number(f"shock.{name}", "shock", item)

    def _lit(self, value: Any) -> None:
        for name, item in self.mapping("lit", value).items():
            j, light = self.index("lit", name, self.sectors), self.index(f"lit.{name}", item, LIGHTS)
            if j is not None and light is not None:
                self.cells[T.LIT + j] = light

    def _next(self, value: Any) -> None:
        self._flags("next", value, T.NEXT, self.sectors)

    def _bag(self, value: Any) -> None:
        self._flags("bag", value, T.BAG, self.sectors)

    def _headlines(self, value: Any) -> None:
        self._flags("headlines", value, T.HEADLINES, [h.id for h in self.book.headlines])

    def _flags(self, field: str, value: Any, first: int, known: list[str]) -> None:
        for name in self.names(field, value):
            found = self.index(field, name, known)
            if found is not None:
                self.cells[first + found] = 1

    def _lock(self, value: Any) -> None:
        for side, place, item in self.by_side("lock", value):
            for name, until in self.mapping(place, item).items():
                measure = self.index(place, name, self.measures)
                if measure is not None:
                    self.cells[T.LOCK + side * T.MEASURES + measure] = self.number(
                        f"{place}.{name}", "lock", until
                    )

    def _agendas(self, value: Any) -> None:
        known = [a.id for a in self.book.agendas]
        for name, item in self.mapping("agendas", value).items():
            a, where = self.index("agendas", name, known), self.index(f"agendas.{name}", item, AGENDA_PLACES)
            if a is not None and where is not None:
                self.cells[T.AGENDA + a] = where

    def _card(self, place: str, side: int, name: Any) -> int | None:
        known = [card_id for owner, card_id in self.book.card_number if owner == side]
        if self.index(place, name, known) is None:
            return None
        card = self.book.card_number[side, name]
        if self.cells[T.PLACE + card] != T.IN_DECK:
            self.wrong(place, f'"{name}" is named twice')
            return None
        return card

    def _cards(self, value: Any) -> None:
        for side, place, piles in self.by_side("cards", value):
            for pile, item in self.mapping(place, piles).items():
                if self.index(place, pile, ("hand", "discard", "slot")) is None:
                    continue
                if pile == "slot":
                    self._slot(f"{place}.slot", side, item)
                    continue
                for name in self.names(f"{place}.{pile}", item):
                    card = self._card(f"{place}.{pile}", side, name)
                    if card is not None:
                        self.cells[T.PLACE + card] = T.IN_HAND if pile == "hand" else T.IN_DISCARD
                        self.cells[T.HAND_SIZE + side] += pile == "hand"

    def _slot(self, place: str, side: int, value: Any) -> None:
        slot = self.mapping(place, value)
        card = self._card(place, side, slot.get("card"))
        if card is None:
            return
        self.cells[T.PLACE + card] = T.IN_SLOT
        self.cells[T.SLOT_CARD + side] = card + 1
        self.cells[T.SLOT_UP + side] = int(bool(slot.get("up")))
        if "target" in slot:
            known = self.blocs if self.book.cards[card].target == T.TARGET_BLOC else self.sectors
            target = self.index(f"{place}.target", slot["target"], known)
            self.cells[T.SLOT_TARGET + side] = T.NONE if target is None else target
        self._slot_target(place, side, self.book.cards[card])

    def _slot_target(self, place: str, side: int, card: Card) -> None:
        """A set card has one of its printed targets, or none where it prints none."""
        named = self.blocs if card.target == T.TARGET_BLOC else self.sectors
        if self.cells[T.SLOT_TARGET + side] not in (card.targets or (T.NONE,)):
            choice = ", ".join(named[target] for target in card.targets) or "left out"
            self.wrong(f"{place}.target", f'of "{card.id}" must be: {choice}')

    def _picks(self, value: Any) -> None:
        for name, item in self.mapping("picks", value).items():
            if self.index("picks", name, list(_PICKS)) is None:
                continue
            most = len(self.book.cards) - 1 if name == "card" else _LAST_PICK[name]
            if isinstance(item, bool) or not isinstance(item, int) or not 0 <= item <= most:
                self.wrong(f"picks.{name}", f"must be a whole number from 0 to {most}, not {item!r}")
            else:
                self.cells[T.PICK + _PICKS[name]] = item
