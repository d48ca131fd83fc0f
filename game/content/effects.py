"""The catalogue of effects: what authors write, what the rules run, what the card says (rulebook 9 and 10).

Each class is one `op`. `emit` gives the op as four ints, `words` the line on the card, and the fields `sector`,
`bloc`, `what` name what it refers to ("?" = the target chosen for the card).
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from game.engine import terms as T
from game.engine.rulebook import Op

Steps = Annotated[int, Field(ge=1, le=3)]
Points = Annotated[int, Field(ge=1, le=6)]
Signed = Annotated[int, Field(ge=-6, le=6)]
Who = Literal["self", "rival", "both"]
WHO = {"self": T.SELF, "rival": T.RIVAL, "both": T.BOTH}


class Names:
    """Ids to numbers and titles of one pack, for emitting and for words."""

    def __init__(self, sectors: dict[str, str], blocs: dict[str, str]) -> None:
        """`sectors` and `blocs` map ids to titles, in order."""
        self.sector_titles, self.bloc_titles = sectors, blocs
        self.numbers = {name: n for n, name in enumerate(sectors)} | {name: n for n, name in enumerate(blocs)}

    def number(self, name: str) -> int:
        if name == "?":
            return T.TARGET
        return T.TARIFF_MEASURE if name == "tariff" else self.numbers[name]

    def title(self, name: str) -> str:
        if name == "?":
            return "the chosen target"
        return self.sector_titles.get(name) or self.bloc_titles.get(name, name)


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Effect(Model):
    """What all effects share."""

    def emit(self, names: Names) -> Op:
        raise AssertionError("every effect says this itself")

    def words(self, names: Names) -> str:
        raise AssertionError("every effect says this itself")


class Control(_Effect):
    op: Literal["control"]
    sector: str
    steps: Steps = 1

    def emit(self, names: Names) -> Op:
        return (T.OP_CONTROL, names.number(self.sector), self.steps, 0)

    def words(self, names: Names) -> str:
        return f"Export control on {names.title(self.sector)} +{self.steps}."


class Listing(_Effect):
    op: Literal["list"]
    sector: str

    def emit(self, names: Names) -> Op:
        return (T.OP_LIST, names.number(self.sector), 1, 0)

    def words(self, names: Names) -> str:
        return f"Entity listing on {names.title(self.sector)}."


class Tariff(_Effect):
    op: Literal["tariff"]
    steps: Steps = 1

    def emit(self, names: Names) -> Op:
        return (T.OP_TARIFF, 0, self.steps, 0)

    def words(self, names: Names) -> str:
        return f"Tariff +{self.steps}."


class Ease(_Effect):
    op: Literal["ease"]
    sector: str

    def emit(self, names: Names) -> Op:
        return (T.OP_EASE, names.number(self.sector), 1, 0)

    def words(self, names: Names) -> str:
        return f"Ease your control on {names.title(self.sector)} by 1."


class Erode(_Effect):
    op: Literal["erode"]
    what: str

    def emit(self, names: Names) -> Op:
        return (T.OP_ERODE, names.number(self.what), 1, 0)

    def words(self, names: Names) -> str:
        if self.what == "tariff":
            return "Rival's tariff −1."
        return f"Rival's control on {names.title(self.what)} −1."


class Align(_Effect):
    op: Literal["align"]
    bloc: str
    steps: Annotated[int, Field(ge=-3, le=3)]

    def emit(self, names: Names) -> Op:
        return (T.OP_ALIGN, names.number(self.bloc), self.steps, 0)

    def words(self, names: Names) -> str:
        way = "toward you" if self.steps > 0 else "away from you"
        return f"{_capital(names.title(self.bloc))} moves {abs(self.steps)} {way}."


class NewSource(_Effect):
    op: Literal["new_source"]
    bloc: str
    steps: Steps = 1

    def emit(self, names: Names) -> Op:
        return (T.OP_NEW_SOURCE, names.number(self.bloc), self.steps, 0)

    def words(self, names: Names) -> str:
        return f"{_capital(names.title(self.bloc))} supplies +{self.steps}, for good."


class Progress(_Effect):
    op: Literal["progress"]
    sector: str
    points: Points

    def emit(self, names: Names) -> Op:
        return (T.OP_PROGRESS, names.number(self.sector), self.points, 0)

    def words(self, names: Names) -> str:
        return f"{_capital(names.title(self.sector))} progress +{self.points}."


class Indigenise(_Effect):
    op: Literal["indigenise"]
    sector: str
    points: Points

    def emit(self, names: Names) -> Op:
        return (T.OP_INDIGENISE, names.number(self.sector), self.points, 0)

    def words(self, names: Names) -> str:
        return (
            f"{_capital(names.title(self.sector))} progress +{self.points}, and +1 per level denied to you."
        )


class Setback(_Effect):
    op: Literal["setback"]
    sector: str
    points: Points

    def emit(self, names: Names) -> Op:
        return (T.OP_SETBACK, names.number(self.sector), self.points, 0)

    def words(self, names: Names) -> str:
        return f"Rival's {names.title(self.sector)} progress −{self.points}."


class Programme(_Effect):
    op: Literal["programme"]
    sector: str

    def emit(self, names: Names) -> Op:
        return (T.OP_PROGRAMME, names.number(self.sector), 1, 0)

    def words(self, names: Names) -> str:
        return f"National programme in {names.title(self.sector)}."


class Stockpile(_Effect):
    op: Literal["stockpile"]
    sector: str
    tokens: Annotated[int, Field(ge=1, le=4)]

    def emit(self, names: Names) -> Op:
        return (T.OP_STOCKPILE, names.number(self.sector), self.tokens, 0)

    def words(self, names: Names) -> str:
        return f"Stockpile {names.title(self.sector)} +{self.tokens}."


class Workaround(_Effect):
    op: Literal["workaround"]
    sector: str

    def emit(self, names: Names) -> Op:
        return (T.OP_WORKAROUND, names.number(self.sector), 1, 0)

    def words(self, names: Names) -> str:
        return f"Workaround for {names.title(self.sector)}: counts as one control level less."


class Enforce(_Effect):
    op: Literal["enforce"]
    sector: str

    def emit(self, names: Names) -> Op:
        return (T.OP_ENFORCE, names.number(self.sector), 1, 0)

    def words(self, names: Names) -> str:
        return f"End the rival's workaround for {names.title(self.sector)}."


class Approval(_Effect):
    op: Literal["approval"]
    who: Who
    points: Signed

    def emit(self, names: Names) -> Op:
        return (T.OP_APPROVAL, 0, self.points, WHO[self.who])

    def words(self, names: Names) -> str:
        return _meter(self.who, "Approval", self.points)


class Budget(_Effect):
    op: Literal["budget"]
    who: Who
    points: Signed

    def emit(self, names: Names) -> Op:
        return (T.OP_BUDGET, 0, self.points, WHO[self.who])

    def words(self, names: Names) -> str:
        return _meter(self.who, "Budget", self.points)


class Capital(_Effect):
    op: Literal["capital"]
    who: Who
    points: Signed

    def emit(self, names: Names) -> Op:
        return (T.OP_CAPITAL, 0, self.points, WHO[self.who])

    def words(self, names: Names) -> str:
        return _meter(self.who, "Political Capital", self.points)


class Tension(_Effect):
    op: Literal["tension"]
    points: Annotated[int, Field(ge=-3, le=3)]

    def emit(self, names: Names) -> Op:
        return (T.OP_TENSION, 0, self.points, 0)

    def words(self, names: Names) -> str:
        return f"Tension {_signed(self.points)}."


class Showcase(_Effect):
    op: Literal["showcase"]
    sector: str

    def emit(self, names: Names) -> Op:
        return (T.OP_SHOWCASE, names.number(self.sector), 1, 0)

    def words(self, names: Names) -> str:
        return (
            f"Leadership +1 if your {names.title(self.sector)} output is not behind; +2 if under sanctions."
        )


class Expose(_Effect):
    op: Literal["expose"]

    def emit(self, names: Names) -> Op:
        return (T.OP_EXPOSE, 0, 0, 0)

    def words(self, names: Names) -> str:
        return "Discard the rival's contingency."


class Shock(_Effect):
    op: Literal["shock"]
    sector: str
    points: Points

    def emit(self, names: Names) -> Op:
        return (T.OP_SHOCK, names.number(self.sector), self.points, 0)

    def words(self, names: Names) -> str:
        return f"All foreign offers of {names.title(self.sector)} −{self.points} this round."


class Spotlight(_Effect):
    op: Literal["spotlight"]
    sector: str

    def emit(self, names: Names) -> Op:
        return (T.OP_SPOTLIGHT, names.number(self.sector), 1, 0)

    def words(self, names: Names) -> str:
        return f"{_capital(names.title(self.sector))} is lit this round as well."


class Squeeze(_Effect):
    op: Literal["squeeze"]
    points: Points

    def emit(self, names: Names) -> Op:
        return (T.OP_SQUEEZE, 0, self.points, 0)

    def words(self, names: Names) -> str:
        return f"Each side with a tariff: Approval −{self.points}."


class Drift(_Effect):
    op: Literal["drift"]
    steps: Steps = 1

    def emit(self, names: Names) -> Op:
        return (T.OP_DRIFT, 0, self.steps, 0)

    def words(self, names: Names) -> str:
        return f"Every bloc at 2 or 3 moves {self.steps} toward the middle."


class Lobby(_Effect):
    op: Literal["lobby"]
    points: Points

    def emit(self, names: Names) -> Op:
        return (T.OP_LOBBY, 0, self.points, 0)

    def words(self, names: Names) -> str:
        return f"Each side with 3 or more measures: Political Capital −{self.points}."


class Reveal(_Effect):
    op: Literal["reveal"]

    def emit(self, names: Names) -> Op:
        return (T.OP_REVEAL, 0, 0, 0)

    def words(self, names: Names) -> str:
        return "Contingencies are turned face-up; they stay."


class Uplift(_Effect):
    op: Literal["uplift"]
    points: Points

    def emit(self, names: Names) -> Op:
        return (T.OP_UPLIFT, 0, self.points, 0)

    def words(self, names: Names) -> str:
        return f"Each side: progress +{self.points} in its weakest input."


class Audit(_Effect):
    op: Literal["audit"]
    tokens: Annotated[int, Field(ge=1, le=4)] = 1

    def emit(self, names: Names) -> Op:
        return (T.OP_AUDIT, 0, self.tokens, 0)

    def words(self, names: Names) -> str:
        return f"Each side: stockpile +{self.tokens} of every input in which it is behind."


CardEffect = Annotated[
    Control
    | Listing
    | Tariff
    | Ease
    | Erode
    | Align
    | NewSource
    | Progress
    | Indigenise
    | Setback
    | Programme
    | Stockpile
    | Workaround
    | Enforce
    | Approval
    | Budget
    | Tension
    | Showcase
    | Expose,
    Field(discriminator="op"),
]
HeadlineEffect = Annotated[
    Shock | Tension | Capital | Budget | Spotlight | Squeeze | Drift | Lobby | Reveal | Uplift | Audit,
    Field(discriminator="op"),
]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _signed(n: int) -> str:
    return f"+{n}" if n >= 0 else f"−{-n}"


def _meter(who: str, meter: str, points: int) -> str:
    if who == "self":
        return f"{meter} {_signed(points)}."
    owner = "Rival's" if who == "rival" else "Both sides:"
    return f"{owner} {meter} {_signed(points)}."
