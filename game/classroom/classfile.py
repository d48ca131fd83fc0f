"""The class file: what one table hands in after a match, small enough for any stick; nicknames only.

Two digests are in it. `match` is that of the actions: equal matches have equal ones, whoever played them. `check` is
that of the whole file: who edits a number by hand breaks it. And since the actions are in it, the teacher's desk plays
the match again and compares (`replayed`).
"""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game import __version__
from game.content.almanac import almanac_of
from game.content.load import pack_digest
from game.content.pack import Pack
from game.content.problem import from_pydantic
from game.engine import terms as T
from game.engine.notation import NotationError
from game.match import store
from game.match.arranged import Inject
from game.match.export import ENDING_IDS
from game.match.match import IllegalAction, Match
from game.match.record import excerpt
from game.match.said import Answer, Direction, Forecast
from game.match.seats import Seat
from game.match.verdict import verdict
from game.match.words import Words
from game.places import class_dir

from .bell import shortened
from .forecasts import judge
from .rounds import Moment, moments

KIND = "chokepoint class file"
FORMAT = 3  # 1 knew no injects, 2 none that were set in advance; what is read keeps its number, for its check
SIDES = ("us", "china")
Side = Literal["us", "china"]
Short = Annotated[str, Field(max_length=200)]


class ClassFileError(ValueError):
    """Why a file can't be read as a class file."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Result(_Model):
    """How the match ended; a match that was not finished has none."""

    ending: Literal["automatic", "rupture", "shared-loss", "scored"]
    winner: Side | None
    title: Short
    why: Short


class Round(_Model):
    """The public numbers at the end of a round; round 0 is the start."""

    round: Annotated[int, Field(ge=0, le=99)]
    track: Annotated[int, Field(ge=-999, le=999)]
    tension: Annotated[int, Field(ge=0, le=99)]
    decoupling: Annotated[int, Field(ge=0, le=99)]


class Used(_Model):
    """A policy that was played, or that fired as a contingency."""

    round: Annotated[int, Field(ge=1, le=99)]
    side: Side
    card: Short
    title: Short


class Kept(Forecast):
    """A forecast with what came and its Brier score in thousandths."""

    came: Direction
    score: Annotated[int, Field(ge=0, le=2000)]


class ClassFile(_Model):
    """One table's match."""

    kind: Literal["chokepoint class file"] = "chokepoint class file"
    format: int
    version: Short
    match: Short
    pack: Short  # digest of what was played
    scenario: Short
    scenario_title: Short
    length: Annotated[int, Field(ge=1, le=12)]  # rounds to play
    seed: Short
    shorts: tuple[Short, Short]  # what the sides are called in short
    sides: tuple[Short, Short] | None = None  # and in full; formats before 3 don't say
    seats: tuple[Seat, Seat]
    result: Result | None
    rounds: Annotated[list[Round], Field(min_length=1, max_length=100)]
    policies: Annotated[list[Used], Field(max_length=1000)]
    forecasts: Annotated[list[Kept], Field(max_length=2000)] = []
    answers: Annotated[list[Answer], Field(max_length=2000)] = []
    injects: Annotated[list[Inject], Field(max_length=2000)] = []
    actions: Annotated[list[Short], Field(max_length=20_000)]
    check: Short = ""

    @property
    def is_whole(self) -> bool:
        """Whether nobody has altered it since it was written."""
        return self.check == _check(self)

    @property
    def deal(self) -> str:
        """Tables of one deal had the same cards and luck to come."""
        return f"{self.scenario} · {self.length} rounds · {self.seed}"


def classfile(match: Match) -> ClassFile:
    """The class file of a match. It holds no more than what lies open after the match."""
    words = Words(match.book, almanac_of(match.pack, match.book))
    course, pack = moments(match, T.ALL), pack_digest(excerpt(match.pack, match.scenario.id))
    made = ClassFile(
        format=FORMAT,
        version=__version__,
        match=_digest({"pack": pack, "scenario": match.scenario.id, "actions": match.actions}),
        pack=pack,
        scenario=match.scenario.id,
        scenario_title=match.scenario.title,
        length=match.scenario.rounds,
        seed=match.seed,
        shorts=words.shorts,
        sides=(words.sides[0], words.sides[1]),
        seats=match.seats,
        result=_result(match, words),
        rounds=[_round(moment) for moment in course],
        policies=_policies(match, course),
        forecasts=[
            Kept(**one.forecast.model_dump(), came=one.came, score=round(1000 * one.score))
            for one in judge(course, match.forecasts)
        ],
        answers=match.answers,
        injects=match.injects,
        actions=match.actions,
    )
    return made.model_copy(update={"check": _check(made)})


def with_answers(file: ClassFile, answers: list[Answer]) -> ClassFile:
    """The same match with other answers to the questionnaire."""
    made = file.model_copy(update={"answers": answers})
    return made.model_copy(update={"check": _check(made)})


def _result(match: Match, words: Words) -> Result | None:
    if not match.is_over:
        return None
    found = verdict(match, words)
    return Result.model_validate(
        {
            "ending": ENDING_IDS[match.state.shared[T.ENDING]],
            "winner": SIDES[found.winner] if found.winner in (T.US, T.CHINA) else None,
            "title": found.title,
            "why": found.why,
        }
    )


def _round(moment: Moment) -> Round:
    shared = moment.seen.shared
    return Round(
        round=moment.round,
        track=shared[T.TRACK],
        tension=shared[T.TENSION],
        decoupling=shared[T.DECOUPLING],
    )


def _policies(match: Match, course: list[Moment]) -> list[Used]:
    book, found = match.book, []
    for moment in course:
        for event in moment.told:
            if event.what in (T.NOTE_POLICY, T.NOTE_FIRED):
                card, side = book.cards[event.old], SIDES[book.card_side(event.old)]
                found.append(
                    Used.model_validate(
                        {"round": moment.round, "side": side, "card": card.id, "title": card.title}
                    )
                )
    return found


def _digest(data: Any) -> str:
    return sha256(json.dumps(data, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:24]


def _check(file: ClassFile) -> str:
    unknown = {"injects"} if file.format < 2 and not file.injects else set()
    unknown |= {"sides"} if file.format < 3 and file.sides is None else set()
    return _digest(file.model_dump(mode="json", exclude={"check"} | unknown))


# --- files ---------------------------------------------------------------------------------------


def class_path(match: Match) -> Path:
    """Where the class file of a match goes, in a folder of its own."""
    file = classfile(match)
    slug = re.sub(r"[^a-z0-9]+", "-", f"{file.scenario}-{file.seed}".lower()).strip("-")[:60]
    return class_dir() / f"{slug}-{file.match[:8]}.json"


def text(file: ClassFile) -> str:
    return json.dumps(file.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":")) + "\n"


def write(match: Match, path: Path) -> None:
    """Write the class file of a match. Raises OSError, and then an old file is untouched."""
    store.write_text(path, text(classfile(match)))


def is_classfile(data: Any) -> bool:
    return isinstance(data, dict) and data.get("kind") == KIND


def read_classfile(data: Any, name: str) -> ClassFile:
    """A class file from JSON values. Raises ClassFileError."""
    if not is_classfile(data):
        raise ClassFileError(f"{name}: is not a class file")
    number = data.get("format")
    if isinstance(number, int) and number > FORMAT:
        newer = data.get("version", "?")
        raise ClassFileError(
            f"{name}: was written by a newer version of the game ({newer}, format {number}; "
            f"this is {__version__}, format {FORMAT}). Update."
        )
    try:
        return ClassFile.model_validate(data)
    except ValidationError as error:
        raise ClassFileError("\n".join(str(p) for p in from_pydantic(name, error)[:5])) from error


def replayed(file: ClassFile, pack: Pack) -> ClassFile | None:
    """The file that its actions make when they are played again; None if its numbers are not those.

    A match of another pack can't be played again here: the file is taken as it is.
    """
    if file.scenario not in {scenario.id for scenario in pack.scenarios}:
        return file
    pack = shortened(pack, file.scenario, file.length)
    if pack_digest(excerpt(pack, file.scenario)) != file.pack:
        return file
    match = Match(pack, file.scenario, file.seats, file.seed)
    try:
        match.fold(file.actions)
    except (IllegalAction, NotationError):
        return None
    match.forecasts = [
        Forecast.model_validate(kept.model_dump(exclude={"came", "score"})) for kept in file.forecasts
    ]
    match.answers, match.injects = list(file.answers), list(file.injects)
    again = classfile(match)
    return again if _numbers(again) == _numbers(file) else None


def _numbers(file: ClassFile) -> Any:
    """What must be the same when a match is played again; the game's words may have changed since."""
    return (
        file.match,
        file.result and (file.result.ending, file.result.winner),
        file.rounds,
        [(used.round, used.side, used.card) for used in file.policies],
        file.forecasts,
    )
