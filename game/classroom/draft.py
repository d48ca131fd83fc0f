"""A scenario in the making: every value can be changed and taken back, what is wrong is known at once, nothing is lost.

The draft is kept in a file after each change, so that a crash loses nothing.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.content.authoring import part_data, pretty, scenario_files, write_file, write_folder, write_zip
from game.content.check_scenarios import check_scenarios
from game.content.compile import load_base
from game.content.fields import SIDES
from game.content.files import read_json
from game.content.found import Found
from game.content.load import pack_from_data, pack_to_data
from game.content.pack import LISTS, Pack, PackInfo, Position, Scenario
from game.content.problem import ContentError, Problem, errors_of, from_pydantic
from game.engine import terms as T
from game.engine.position import position_to_data
from game.match.match import Match
from game.places import config_dir, packs_dir

Way = tuple[str | int, ...]
Data = dict[str, Any]
LONGEST = 34  # characters of a title
MOST_UNDO = 200


class Draft:
    def __init__(self, pack: Pack, scenario: Scenario, saved_as: str = "") -> None:
        self.pack, self.saved_as = pack, saved_as
        self.data: Data = scenario.model_dump(mode="json", by_alias=True)
        self.began = deepcopy(self.data)
        self.past: list[Data] = []
        self._read: tuple[Scenario | None, list[Problem]] | None = None

    @classmethod
    def of(cls, pack: Pack, scenario: Scenario) -> "Draft":
        """A copy of a scenario under a name of its own."""
        draft = cls(pack, scenario)
        draft.data["title"] = f"{scenario.title[: LONGEST - 5]} copy"
        draft.data["id"] = draft.free_id()
        return draft

    @classmethod
    def of_match(cls, match: Match) -> "Draft":
        """The position of a match as the start of a scenario, with the rounds that are left and the same hands."""
        draft = cls.of(match.pack, match.scenario)
        held = position_to_data(match.book, match.state)
        position = {name: held[name] for name in Position.model_fields if name in held}
        position["bag"] = _bag_of(match)
        draft.data["position"] = Position.model_validate(position).model_dump(mode="json")
        done = max(0, match.state.shared[T.ROUND] - 1)
        draft.data["rounds"] = max(1, match.scenario.rounds - done)
        ending = f", round {done + 1}"
        draft.data["title"] = match.scenario.title[: LONGEST - len(ending)] + ending
        draft.data["id"] = draft.free_id()
        draft.data["luck"] |= _luck_of(match)
        return draft

    # --- changing --------------------------------------------------------------------------------

    def get(self, path: Way, missing: Any = 0) -> Any:
        """The value at a place; `missing` where nothing is said of it."""
        value: Any = self.data
        for part in path:
            if isinstance(value, dict) and part not in value:
                return missing
            value = value[part]
        return value

    def put(self, path: Way, value: Any) -> None:
        """Change a value; it can be taken back."""
        if self.get(path, None) == value:
            return
        self.past = [*self.past[1 - MOST_UNDO :], deepcopy(self.data)]
        place: Any = self.data
        for part in path[:-1]:
            place = place.setdefault(part, {}) if isinstance(place, dict) else place[part]
        place[path[-1]] = value
        self._changed()

    def toggle(self, path: Way, item: str) -> None:
        """Put an entry into a list, or take it out."""
        there = list(self.get(path, []))
        self.put(path, [x for x in there if x != item] if item in there else [*there, item])

    def undo(self) -> None:
        if self.past:
            self.data = self.past.pop()
            self._changed()

    def rename(self, title: str) -> None:
        """Another title; the id follows it until the scenario has been saved."""
        if title == self.data["title"]:
            return
        self.put(("title",), title)
        if not self.saved_as:
            self.data["id"] = self.free_id()
            self._changed()

    def free_id(self) -> str:
        """An id from the title that no scenario of the pack has."""
        slug = re.sub(r"[^a-z0-9]+", "-", str(self.data["title"]).lower()).strip("-")[:50] or "scenario"
        taken = {s.id for s in self.pack.scenarios}
        return next(name for name in _numbered(slug) if name not in taken)

    def _changed(self) -> None:
        self._read = None
        self.keep()

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> tuple[Scenario | None, list[Problem]]:
        """The scenario, None if it can't be played, and all that is to be said of it."""
        if self._read is None:
            self._read = self._checked()
        return self._read

    def _checked(self) -> tuple[Scenario | None, list[Problem]]:
        try:
            scenario = Scenario.model_validate(self.data)
        except ValidationError as error:
            return None, from_pydantic("", error, "", self.data)
        found = Found.of(self.pack)
        found.parts["scenarios"] = {scenario.id: scenario}
        problems = list(check_scenarios(found))
        return (None if errors_of(problems) else scenario), problems

    def whole(self) -> Pack | None:
        """The pack with this scenario in it; None if it can't be played."""
        scenario, _ = self.read()
        if scenario is None:
            return None
        others = [s for s in self.pack.scenarios if s.id != scenario.id]
        return self.pack.model_copy(update={"scenarios": [*others, scenario]})

    # --- files -----------------------------------------------------------------------------------

    def files(self) -> dict[str, str]:
        """The files of a pack with this scenario: on the base pack if all else is the base pack's."""
        scenario, _ = self.read()
        assert scenario is not None
        base = load_base()
        is_base = all(getattr(self.pack, kind) == getattr(base, kind) for kind in LISTS)
        info = PackInfo(
            id=scenario.id, title=scenario.title, version="1.0", builds_on="base" if is_base else None
        )
        files = scenario_files(info, scenario)
        if not is_base:
            for kind in LISTS:
                parts = [part_data(part) for part in getattr(self.pack, kind)]
                files[f"{kind}.json"] = pretty({kind: parts}) + "\n"
        return files

    def save(self, as_zip: bool) -> Path:
        """Write the pack into the folder of packs; a pack of another draft is never written over. Raises OSError."""
        if not self.saved_as:
            free = (n for n in _numbered(self.data["id"]) if not any(map(Path.exists, _places(n))))
            self.saved_as = next(free)
            self.keep()
        folder, file = _places(self.saved_as)
        if as_zip:
            write_zip(file, self.files())
            return file
        write_folder(folder, self.files())
        return folder

    def keep(self) -> None:
        """Write the draft itself, for the next time."""
        kept = {"pack": pack_to_data(self.pack), "scenario": self.data, "saved_as": self.saved_as}
        try:
            write_file(draft_file(), json.dumps(kept, ensure_ascii=False).encode())
        except OSError:
            return  # the editor goes on; saving will tell


def _luck_of(match: Match) -> Data:
    """The agendas, hands and spotlights of a position as the first that are drawn, and of what its scenario set in
    advance what is still to come.
    """
    book, s = match.book, match.state
    gone = {book.headlines[n].id for n in range(len(book.headlines)) if s.headline[n]}
    hands: dict[str, list[str]] = {"us": [], "china": []}
    for n, card in enumerate(book.cards):
        if s.place[n] == T.IN_HAND:
            hands[("us", "china")[book.card_side(n)]].append(card.id)
    lit, coming = _spotlights_of(match)
    return {
        "starter": "coin",  # set for the first round, which is over
        "agendas": {name: _agendas_of(match, side) for side, name in enumerate(SIDES)},
        "hands": hands,
        "headlines": [headline for headline in match.scenario.luck.headlines if headline not in gone],
        "spotlights": [*lit, *coming],
    }


def _spotlights_of(match: Match) -> tuple[list[str], list[str]]:
    """The pair that is lit, and what is announced for the round to come."""
    s, sectors = match.state, list(enumerate(match.book.sectors))[T.UPSTREAM :]
    lit = [sector.id for n, sector in sectors if s.lit[n] == T.LIT_PAIR]
    return lit, [sector.id for n, sector in sectors if s.next[n]]


def _bag_of(match: Match) -> list[str]:
    """What the bag held before the lit pair was drawn. If the bag was filled again after that pair, it was all; only so
    can a sector be lit and announced.
    """
    sectors = [sector.id for sector in match.book.sectors[T.UPSTREAM :]]
    lit, coming = _spotlights_of(match)
    left = {sector for n, sector in enumerate(sectors, T.UPSTREAM) if match.state.bag[n]} | set(coming)
    held = set(lit) if left == set(sectors) else left | set(lit)
    return [] if held == set(sectors) else [sector for sector in sectors if sector in held]


def _agendas_of(match: Match, side: int) -> list[str]:
    """Those that a side was dealt, the one it kept first."""
    held = {agenda.id: match.state.agenda[n] for n, agenda in enumerate(match.book.agendas)}
    places = (T.KEPT + side, T.DEALT + side, T.RETURNED + side)
    return [agenda for place in places for agenda in held if held[agenda] == place]


def _numbered(name: str) -> Iterator[str]:
    """name, name-2, name-3, …"""
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _places(name: str) -> tuple[Path, Path]:
    return packs_dir() / name, packs_dir() / f"{name}.zip"


def draft_file() -> Path:
    return config_dir() / "draft.json"


def kept_draft() -> Draft | None:
    """The draft of the last time, if there is one that can be read."""
    data, problems = read_json(draft_file())
    if problems or not isinstance(data, dict) or not isinstance(data.get("scenario"), dict):
        return None
    try:
        pack = pack_from_data(data["pack"])
        draft = Draft(pack, pack.scenarios[0], str(data.get("saved_as", "")))
    except (ContentError, KeyError, IndexError):
        return None
    draft.data |= data["scenario"]
    return draft
