"""The kinds of text and number that stand in a pack, with their bounds.

Packs come from strangers, so no text may hold control characters, ids and names of pictures can't be paths,
and every list and text has a length it can't pass.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAME = r"^(\?|[a-z0-9]+(-[a-z0-9]+)*)$"
ICON = r"^(crate:)?[a-z0-9]+(-[a-z0-9]+)*$"
ART = r"^([a-z0-9]+(-[a-z0-9]+)*)?$"
DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
URL = r"^(https?://[!-~]+)?$"
MOMENT = r"^(start|end|round-([2-9]|1[0-2]))$"
LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$"

# What a text that doesn't fit its pattern is told.
PATTERN_WORDS = {
    ID: "must be an id: small letters and digits, joined by single hyphens",
    NAME: 'must be an id (small letters and digits, joined by single hyphens) or "?"',
    ICON: 'must be a sector, a bloc, "rally", or "crate:" with an upstream sector',
    ART: "must be the name of a picture: small letters and digits, joined by single hyphens",
    DATE: "must be a date like 2022-10-07, 2022-10 or 2022",
    MOMENT: 'must be "start", "end", or a round like "round-2"',
    URL: "must be a web address that begins with https:// or http://",
    LINE: "must be plain text in one line, without control characters",
}

Id = Annotated[str, Field(pattern=ID, max_length=60)]
Name = Annotated[str, Field(pattern=NAME, max_length=60)]  # of a sector or bloc, or "?" for the chosen target
Icon = Annotated[str, Field(pattern=ICON, max_length=60)]
Art = Annotated[str, Field(pattern=ART, max_length=60)]
Title = Annotated[str, Field(min_length=1, max_length=34, pattern=LINE)]
Short = Annotated[str, Field(min_length=1, max_length=8, pattern=LINE)]
Line = Annotated[str, Field(max_length=200, pattern=LINE)]
Text = Annotated[str, Field(max_length=600, pattern=LINE)]
Date = Annotated[str, Field(pattern=DATE)]
Url = Annotated[str, Field(pattern=URL, max_length=500)]
Level = Annotated[int, Field(ge=0, le=10)]
Cited = Annotated[list[Id], Field(max_length=30)]  # ids of sources
Side = Literal["us", "china"]
SIDES: tuple[Side, Side] = ("us", "china")


class Model(BaseModel):
    """What all parts of a pack share: nothing unknown is read over, no number is taken from a text."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
