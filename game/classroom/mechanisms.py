"""The ideas behind the instruments, for debriefs: a question for the class, two voices from research, what is left out.

They are read from `assets/lessons/mechanisms.json`.
"""

import json
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from game.places import assets_dir


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class View(_Model):
    """What one source says."""

    words: str
    source: str


class Mechanism(_Model):
    """One idea. `id` is the instrument that it belongs to: a kind of measure, or what else a side can do."""

    id: str
    art: str
    title: str
    idea: str
    question: str
    views: tuple[View, ...] = Field(min_length=2)  # sources that do not agree
    left_out: str


class _File(_Model):
    mechanisms: tuple[Mechanism, ...]


@lru_cache(maxsize=1)
def mechanisms() -> dict[str, Mechanism]:
    """All of them by id."""
    file = assets_dir() / "lessons" / "mechanisms.json"
    found = _File.model_validate(json.loads(file.read_text("utf-8")))
    return {mechanism.id: mechanism for mechanism in found.mechanisms}
