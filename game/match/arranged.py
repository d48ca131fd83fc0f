"""What a teacher arranged for a match of a class, and what a teacher stepped in with. Both are kept in its record."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

LEAST_MINUTES, MOST_MINUTES = 4, 180


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
    elapsed: Annotated[float, Field(ge=0, le=100_000)] = (
        0.0  # seconds of the minutes that were used when it was saved
    )


class Inject(_Model):
    """Something a teacher decided in place of luck, or the bell in place of the teams."""

    action: Annotated[int, Field(ge=0)]  # how many actions there were
    round: Annotated[int, Field(ge=0, le=99)]
    words: Annotated[str, Field(max_length=300)]
