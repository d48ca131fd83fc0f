"""Who decides for a side: a person at this screen, or a computer player of some level."""

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Level = Literal[
    "person", "visitor", "clerk", "adviser", "minister", "strategist", "master", "random", "greedy"
]
LEVELS: tuple[Level, ...] = get_args(Level)
BARE: tuple[Level, ...] = (
    "random",
    "greedy",
)  # yardsticks for the lab; a match may have them, nobody is offered them
Persona = Literal["neutral", "hawk", "builder", "dealmaker", "coalition"]
PERSONAS: tuple[Persona, ...] = get_args(Persona)


class Seat(BaseModel):
    """A side's decider. A name is shown, never required."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    level: Level = "person"
    persona: Persona = "neutral"  # of a computer player
    name: Annotated[str, Field(max_length=40)] = ""

    @property
    def is_person(self) -> bool:
        return self.level == "person"
