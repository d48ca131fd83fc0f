"""What people at a table say beside their moves: forecasts before a market phase, answers to a questionnaire."""

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from game.engine import terms as T

About = Literal[
    "track", "tension", "decoupling", "us approval", "china approval", "us budget", "china budget"
]
ABOUT: tuple[About, ...] = get_args(About)
Direction = Literal["up", "same", "down"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
LEAST_CONFIDENCE = 34  # in percent: less, and another direction would be the forecast

CELLS: dict[About, int] = {
    "track": T.SHARED + T.TRACK,
    "tension": T.SHARED + T.TENSION,
    "decoupling": T.SHARED + T.DECOUPLING,
    "us approval": T.APPROVAL + T.US,
    "china approval": T.APPROVAL + T.CHINA,
    "us budget": T.BUDGET + T.US,
    "china budget": T.BUDGET + T.CHINA,
}

Nickname = Annotated[str, Field(min_length=1, max_length=40)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Forecast(_Model):
    """What the market phase of a round will do to one public number. On the track, up is toward the US."""

    who: Nickname
    round: Annotated[int, Field(ge=1, le=99)]
    about: About
    direction: Direction
    confidence: Annotated[int, Field(ge=LEAST_CONFIDENCE, le=100)]  # percent


class Answer(_Model):
    """One answer of one person to an item of the questionnaire, by the number of the option from 1."""

    who: Nickname
    when: Literal["before", "after"]
    item: Annotated[str, Field(min_length=1, max_length=40)]
    option: Annotated[int, Field(ge=1, le=9)]
