"""The questionnaire that a class answers before and after, from `assets/handbook/class/questionnaire.json`."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from game.match.said import Answer
from game.places import assets_dir


class Item(BaseModel):
    """One question. Those with a right answer test, the others ask for an opinion."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    words: str
    options: tuple[str, ...] = Field(min_length=2, max_length=9)
    right: int | None  # number of the option, from 1
    why: str = ""
    source: str = ""


class Questionnaire(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    intro: str
    items: tuple[Item, ...] = Field(min_length=6, max_length=10)


@lru_cache(maxsize=1)
def questionnaire() -> Questionnaire:
    file = assets_dir() / "handbook" / "class" / "questionnaire.json"
    return Questionnaire.model_validate(json.loads(file.read_text("utf-8")))


@dataclass(frozen=True, slots=True)
class Change:
    """How a class answered one item: people by option, before and after."""

    item: Item
    before: tuple[int, ...]
    after: tuple[int, ...]

    def share(self, counts: tuple[int, ...]) -> float | None:
        """The share of right answers, or of agreement from 0 to 1 for an opinion; None if nobody answered."""
        people = sum(counts)
        if not people:
            return None
        if self.item.right is not None:
            return counts[self.item.right - 1] / people
        return sum(n * count for n, count in enumerate(counts)) / (people * (len(counts) - 1))


def changes(answers: Iterable[Answer]) -> list[Change]:
    """Every item that somebody answered, in the order of the questionnaire. Items that are not in it are left out."""
    said = list(answers)
    found = []
    for item in questionnaire().items:
        before, after = (_counts(item, said, when) for when in ("before", "after"))
        if any(before) or any(after):
            found.append(Change(item, before, after))
    return found


def _counts(item: Item, answers: list[Answer], when: str) -> tuple[int, ...]:
    picked = [a.option for a in answers if (a.item, a.when) == (item.id, when)]
    return tuple(picked.count(n) for n in range(1, len(item.options) + 1))


def right_share(answers: Iterable[Answer], when: str) -> float | None:
    """Of one person's answers to items that test: the share of right ones."""
    rights = {item.id: item.right for item in questionnaire().items if item.right is not None}
    given = [a for a in answers if a.when == when and a.item in rights]
    return sum(a.option == rights[a.item] for a in given) / len(given) if given else None
