"""Who decides for a side: a person at this screen, or a computer player of some level."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Level = Literal["person", "random", "greedy"]
LEVELS: tuple[Level, ...] = ("person", "random", "greedy")


class Seat(BaseModel):
    """A side's decider. A name is shown, never required."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    level: Level = "person"
    name: Annotated[str, Field(max_length=40)] = ""

    @property
    def is_person(self) -> bool:
        return self.level == "person"
