"""Lessons as files: chapters of words, things to point at, and what the learner is expected to do.

A lesson is a folder of `assets/lessons`, its chapters are its files in the order of their names. A chapter begins at a
scenario with some values changed, plays the picks of `start` in notation, and draws the lots of `luck`, so nothing in
it depends on chance.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, model_validator

from game.content.compile import find_scenario, load_base, rulebook
from game.content.fields import Art, Id, Model, Side, Title
from game.content.files import read_json
from game.content.pack import Pack, Scenario
from game.content.problem import ContentError, Problem, from_pydantic, one_of
from game.engine.rulebook import Rulebook
from game.engine.rules import start
from game.places import assets_dir

from .quantities import HOLE, UnknownQuantity, filled, holds

MOST_WORDS = 230  # characters of a step: the coach's panel holds as many, a third longer too, in every window
Words = Annotated[str, Field(min_length=1, max_length=MOST_WORDS)]
Pick = Annotated[str, Field(min_length=3, max_length=80)]
Door = Literal["why", "log", "report"]  # screens that a step can ask to be opened
POINTED = {  # kinds of things on the screen, and what names them
    "sector": "sectors",
    "bloc": "blocs",
    "card": "cards",
    "budget": "sides",
    "capital": "sides",
    "approval": "sides",
    "resilience": "sides",
    "measures": "sides",
    "track": "",
    "tension": "",
    "decoupling": "",
    "lift": "",
    "report": "",
    "deal": "",
    "pass": "",
    "log": "",
}


class Step(Model):
    """One thing that the coach says, and what it waits for: nothing, a pick, a look, a screen, or a round played."""

    say: Words
    asked: Annotated[str, Field(max_length=MOST_WORDS)] = ""  # in its place, once the question is open
    point: Annotated[list[str], Field(max_length=4)] = []
    pick: Annotated[list[Pick], Field(max_length=6)] = []  # one of these
    look: str = ""
    open: Door | None = None
    play: bool = False  # until the round is over, as the learner likes
    win: bool = False  # goes on only when the learner has won
    hint: Annotated[str, Field(max_length=MOST_WORDS)] = ""
    then: Annotated[list[Pick], Field(max_length=40)] = []  # picks of both sides that follow at once
    facts: list[str] = []  # what must be true when this step begins

    @model_validator(mode="after")
    def _waits_for_one_thing(self) -> "Step":
        waits = [name for name in ("pick", "look", "open", "play", "win") if getattr(self, name)]
        if len(waits) > 1:
            raise ValueError(f"A step waits for one thing, not for {' and '.join(waits)}: make it two steps")
        if waits and waits != ["play"] and not self.hint:
            raise ValueError(f'A step that waits for "{waits[0]}" needs a "hint" for who does something else')
        return self


class Chapter(Model):
    """One idea, learnt by doing. `rival` is what the rival would play, the dearest first, where the learner is free."""

    id: Id
    title: Title
    art: Art = ""
    idea: Annotated[str, Field(min_length=1, max_length=90)]
    learnt: Words
    side: Side = "us"
    scenario: Id
    changes: dict[str, Any] = {}
    luck: list[Pick] = []
    start: list[Pick] = []
    rival: list[list[Pick]] = []
    steps: Annotated[list[Step], Field(min_length=2, max_length=40)]
    example: list[Pick] = []  # picks of the learner that win where the learner is free


@dataclass(frozen=True)
class Prepared:
    """A chapter that can be taught: with its scenario put into the pack, and the rules it is played by."""

    chapter: Chapter
    pack: Pack
    book: Rulebook


def lesson_files(lesson: str) -> list[Path]:
    """The files of a lesson in the order of its chapters."""
    return sorted((assets_dir() / "lessons" / lesson).glob("*.json"))


@lru_cache(maxsize=4)
def chapters(lesson: str) -> tuple[Chapter, ...]:
    """The chapters of a lesson of the game's own, as they are written. Raises ContentError."""
    return tuple(read_chapter(file) for file in lesson_files(lesson))


def read_chapter(file: Path) -> Chapter:
    """A chapter from its file. Raises ContentError with every problem found."""
    data, problems = read_json(file, file.name)
    if problems:
        raise ContentError(problems)
    try:
        return Chapter.model_validate(data)
    except ValidationError as error:
        fields = [*Chapter.model_fields, *Step.model_fields]
        raise ContentError(from_pydantic(file.name, error, data=data, fields=fields)) from None


def prepare(chapter: Chapter, pack: Pack | None = None, file: str = "") -> Prepared:
    """Put the chapter's scenario into the pack, and look whether its words name what is there. Raises ContentError."""
    pack, file = pack or load_base(), file or f"{chapter.id}.json"
    base = find_scenario(pack, chapter.scenario)
    data = _merged(base.model_dump(by_alias=True), chapter.changes)
    try:
        scenario = Scenario.model_validate(data | {"id": f"{base.id}-{chapter.id}"})
    except ValidationError as error:
        raise ContentError(from_pydantic(file, error, "changes", data, list(Scenario.model_fields))) from None
    own = pack.model_copy(update={"scenarios": [scenario]})
    try:
        book = rulebook(own, scenario.id)
    except ContentError as error:
        raise ContentError([_moved(problem, file) for problem in error.problems]) from None
    if problems := [*_names(chapter, book, file), *_numbers(chapter, book, file)]:
        raise ContentError(problems)
    return Prepared(chapter, own, book)


def _moved(problem: Problem, file: str) -> Problem:
    """A problem of the chapter's scenario stands in the chapter's file."""
    path = problem.path.removeprefix("scenarios.0").lstrip(".")
    return Problem(problem.severity, file, f"changes.{path}", problem.message, problem.suggestion)


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Objects are merged, all else is replaced."""
    found = dict(old)
    for key, value in new.items():
        before = found.get(key)
        both = isinstance(before, Mapping) and isinstance(value, Mapping)
        found[key] = _merged(before, value) if both else value  # type: ignore[arg-type]
    return found


# --- what the words name -------------------------------------------------------------------------


def _known(book: Rulebook) -> dict[str, list[str]]:
    return {
        "sectors": [sector.id for sector in book.sectors],
        "blocs": [bloc.id for bloc in book.blocs],
        "cards": [card.id for card in book.cards],
        "sides": ["us", "china"],
    }


def _names(chapter: Chapter, book: Rulebook, file: str) -> list[Problem]:
    """Things to point at that are not there."""
    known, problems = _known(book), []
    for n, step in enumerate(chapter.steps):
        named = [(f"steps.{n}.point.{k}", words) for k, words in enumerate(step.point)]
        for path, words in [*named, (f"steps.{n}.look", step.look)] if step.look else named:
            kind, _, name = words.partition(" ")
            if kind not in POINTED:
                message = f'nothing on the screen is called "{words}"'
                problems.append(Problem("error", file, path, message, one_of(kind, list(POINTED))))
            elif name not in known.get(POINTED[kind], [""]):
                message = f'there is no {kind} "{name}"'
                problems.append(
                    Problem("error", file, path, message, one_of(name, known.get(POINTED[kind], [])))
                )
    return problems


def _numbers(chapter: Chapter, book: Rulebook, file: str) -> list[Problem]:
    """Quantities that do not exist, in words and facts."""
    s, problems = start(book), []
    texts = [("learnt", chapter.learnt)]
    for n, step in enumerate(chapter.steps):
        texts += [(f"steps.{n}.{field}", getattr(step, field)) for field in ("say", "hint")]
    for path, text in texts:
        for hole in HOLE.findall(text):
            try:
                filled(book, s, s, "{" + hole + "}")
            except UnknownQuantity as error:
                problems.append(Problem("error", file, path, str(error)))
    for n, step in enumerate(chapter.steps):
        for k, fact in enumerate(step.facts):
            try:
                holds(book, s, s, fact)
            except UnknownQuantity as error:
                problems.append(Problem("error", file, f"steps.{n}.facts.{k}", str(error)))
    return problems
