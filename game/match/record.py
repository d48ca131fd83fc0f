"""The saved file: the pack a match was played with, the scenario, the list of actions, and digests along the way.

Loading compiles the embedded pack and folds the actions. A digest that does not fit stops the fold and says where: a
game that did not happen is never shown.
"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game import __version__
from game.content.load import pack_digest, pack_from_data, pack_to_data
from game.content.pack import Pack
from game.content.problem import ContentError, from_pydantic
from game.engine.notation import NotationError
from game.engine.rules import outcome
from game.engine.state import digest

from .arranged import Arranged, Inject
from .match import IllegalAction, Match
from .said import Answer, Forecast
from .seats import Seat

FORMAT = 5  # of the file; `migrate` knows all older ones
RULES = 1  # raised when the same actions give another game


class RecordError(ValueError):
    """Why a file can't be opened as a match: the place and what to do."""


class PackUsed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    digest: str
    data: dict[str, Any]


class Record(BaseModel):
    """One saved match."""

    model_config = ConfigDict(extra="forbid")

    format: int
    rules: int
    version: str
    pack: PackUsed
    scenario: str
    seats: tuple[Seat, Seat]
    seed: Annotated[str, Field(max_length=100)]
    script: dict[int, str] = {}
    actions: Annotated[list[str], Field(max_length=20_000)]
    checks: list[tuple[int, str]] = []
    result: str = ""
    notes: Annotated[dict[int, Annotated[str, Field(max_length=1000)]], Field(max_length=20_000)] = {}
    forecasts: Annotated[list[Forecast], Field(max_length=2000)] = []
    answers: Annotated[list[Answer], Field(max_length=2000)] = []
    arranged: Arranged | None = None  # for a class
    injects: Annotated[list[Inject], Field(max_length=2000)] = []
    wishes: Annotated[list[str], Field(max_length=20)] = []
    saved: str = ""  # local date and time, for the list of saves


def excerpt(pack: Pack, scenario_id: str) -> Pack:
    """The part of a pack that one scenario needs."""
    scenario = next(s for s in pack.scenarios if s.id == scenario_id)
    dealt = {card for deck in scenario.decks.values() for card in deck}
    dealt |= {c.copy_of for c in pack.cards if c.id in dealt and c.copy_of}
    cards = [c for c in pack.cards if c.id in dealt]
    headlines = [h for h in pack.headlines if h.id in scenario.headlines]
    agendas = [a for a in pack.agendas if a.id in scenario.agendas]
    cited = set(scenario.sources)
    for item in (*cards, *headlines, *agendas, *pack.sectors, *pack.blocs):
        cited |= {*getattr(item, "sources", []), *getattr(item, "contested_sources", [])}
    return pack.model_copy(
        update={
            "cards": cards,
            "headlines": headlines,
            "agendas": agendas,
            "scenarios": [scenario],
            "sources": [s for s in pack.sources if s.id in cited],
        }
    )


def record_of(match: Match, saved: str = "") -> Record:
    """What is written to the file."""
    used = excerpt(match.pack, match.scenario.id)
    result = outcome(match.book, match.state)
    checks = list(match.checks)
    if not checks or checks[-1][0] != len(match.actions):
        checks.append((len(match.actions), digest(match.state)))
    return Record(
        format=FORMAT,
        rules=RULES,
        version=__version__,
        pack=PackUsed(digest=pack_digest(used), data=pack_to_data(used)),
        scenario=match.scenario.id,
        seats=match.seats,
        seed=match.seed,
        script=match.script,
        actions=match.actions,
        checks=checks,
        result="" if result is None else f"{result.ending}/{result.winner}",
        notes=match.notes,
        forecasts=match.forecasts,
        answers=match.answers,
        arranged=match.arranged,
        injects=match.injects,
        wishes=match.wishes,
        saved=saved,
    )


def read_record(data: Any, name: str) -> Record:
    """A record from JSON values. Raises RecordError."""
    if not isinstance(data, dict) or not isinstance(data.get("format"), int):
        raise RecordError(f'{name}: is not a saved match: it has no "format" number')
    if data["format"] > FORMAT:
        newer = data.get("version", "?")
        raise RecordError(
            f"{name}: was saved by a newer version of the game ({newer}, format {data['format']}; "
            f"this is {__version__}, format {FORMAT}). Update."
        )
    try:
        return Record.model_validate(migrate(data))
    except ValidationError as error:
        raise RecordError("\n".join(str(p) for p in from_pydantic(name, error)[:5])) from error


def migrate(data: dict[str, Any]) -> dict[str, Any]:
    """Older formats brought up to date, one step per format. Format 1 knew no forecasts, format 2 no class, format 3 no
    inject of the kind "set", no agendas in a scenario's luck and no first bag, format 4 no number that an agenda needs.
    """
    if data["format"] == 1:
        data = data | {"format": 2}
    if data["format"] == 2:
        data = data | {"format": 3}
    if data["format"] == 3:
        data = data | {"format": 4}
    if data["format"] == 4:
        data = data | {"format": 5}
    return data


def match_of(record: Record, name: str, to: int | None = None) -> Match:
    """The match a record holds, folded to action `to` or to its end. Raises RecordError."""
    try:
        pack = pack_from_data(record.pack.data)
        if pack_digest(pack) != record.pack.digest:
            raise RecordError(
                f"{name}: pack: its cards were altered after the match was saved; it can't be trusted"
            )
        match = Match(pack, record.scenario, record.seats, record.seed, record.script)
    except ContentError as error:
        raise RecordError(f"{name}: {error}") from error
    checks = dict(record.checks)
    for number, text in enumerate(record.actions[:to], start=1):
        try:
            match.submit_text(text)
        except (IllegalAction, NotationError) as error:
            raise RecordError(f"{name}: actions.{number - 1}: {error}\n{_watchable(number - 1)}") from error
        if number in checks and checks[number] != digest(match.state):
            raise RecordError(
                f"{name}: checks: the position after action {number} is not the one that was saved; the game was "
                f"played by other rules.\n{_watchable(_last_good(record, number))}"
            )
    match.notes = dict(record.notes)
    match.forecasts, match.answers = list(record.forecasts), list(record.answers)
    match.arranged, match.injects, match.wishes = record.arranged, list(record.injects), list(record.wishes)
    return match


def _last_good(record: Record, number: int) -> int:
    return max((n for n, _ in record.checks if n < number), default=0)


def _watchable(number: int) -> str:
    return f"It can be watched up to action {number}: python -m game replay FILE --to {number}"
