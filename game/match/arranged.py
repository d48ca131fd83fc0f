"""What a teacher arranged for a match of a class, and what a teacher stepped in with. Both are kept in its record."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

LEAST_MINUTES, MOST_MINUTES = 4, 180
LONGEST, LONGEST_HIDDEN = 300, 600  # characters of an inject
# By the scenario in advance, by the teacher, by a class, by the clock of a move, by the bell
Kind = Literal["set", "chosen", "voted", "time", "bell"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Arranged(_Model):
    """How long a match of a class may take, and what belongs to it."""

    minutes: Annotated[int, Field(ge=LEAST_MINUTES, le=MOST_MINUTES)]  # for the match
    people: Annotated[int, Field(ge=1, le=99)] = 2  # on one side
    seconds: Annotated[float, Field(ge=0, le=3600)] = 60.0  # planned for each move
    is_strict: bool = (
        False  # whether a move passes once its time is over, not only when the bell would be missed
    )
    has_roles: bool = True
    has_forecasts: bool = True
    has_injects: bool = False
    rounds: Annotated[int, Field(ge=0, le=99)] = 0  # of the scenario before it was cut for the bell; 0: it was not
    elapsed: Annotated[float, Field(ge=0, le=100_000)] = (
        0.0  # seconds of the minutes that were used when it was saved
    )


class Inject(_Model):
    """Something that luck or the players alone did not decide: what a scenario set in advance, what a teacher chose,
    what a class voted, what the clock or the bell cut short.
    """

    action: Annotated[int, Field(ge=0)]  # how many actions there were; of a vote or a move cut short: with that one
    round: Annotated[int, Field(ge=0, le=99)]
    words: Annotated[str, Field(max_length=LONGEST)]  # none: nothing is said before all cards lie open
    kind: Kind = "chosen"
    hidden: Annotated[str, Field(max_length=LONGEST_HIDDEN)] = ""  # what is said once all cards lie open

    @property
    def is_of_pick(self) -> bool:
        """Whether it tells of the pick numbered `action`; the others tell of what comes between two picks."""
        return self.kind in ("voted", "time")

    def has_happened(self, at: int) -> bool:
        """Whether it has happened after so many actions: what a teacher chose precedes its lot, the rest follows."""
        return self.action < at if self.kind == "chosen" else self.action <= at

    @property
    def told(self) -> str:
        """The words for whoever may see all cards."""
        return self.hidden or self.words
