"""The catalogue of effects: what authors write, what the rules run, what the card says (rulebook 9 and 10).

Each class is one `op`. `emit` gives the op as four ints, `words` the sentence, `brief` the same for the face
of a card, `names` what it refers to ("?" = the target chosen for the card). A new effect needs a class here,
a number in `engine/terms.py` and a function in `engine/ops.py`. A catalogue, so it may be a long file.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from game.engine import terms as T
from game.engine.rulebook import Op

from .fields import Model, Name
from .names import Names

Steps = Annotated[int, Field(ge=1, le=3)]
Points = Annotated[int, Field(ge=1, le=6)]
Tokens = Annotated[int, Field(ge=1, le=4)]
Shift = Annotated[int, Field(ge=-6, le=6)]
Who = Literal["self", "rival", "both"]
WHO = {"self": T.SELF, "rival": T.RIVAL, "both": T.BOTH}

# What an effect may name
SECTOR, UPSTREAM, DOWNSTREAM, BLOC = "sector", "upstream sector", "downstream sector", "bloc"
ERODED = 'upstream sector (or "tariff")'


class Reference(NamedTuple):
    field: str  # of the effect
    name: str  # an id, "tariff", or "?"
    allowed: str  # what it may be, one of the words above


class Effect(Model):
    """What all effects share. In texts {it} is what is named, {n} how much, {signed} that with its sign."""

    op: str
    code: ClassVar[int]
    place: ClassVar[str] = ""  # the field that names something
    allowed: ClassVar[str] = ""
    amount: ClassVar[str] = ""  # the field that says how much
    full: ClassVar[str]
    face: ClassVar[str]

    def emit(self, names: Names) -> Op:
        """The four ints the rules run."""
        where = names.number(getattr(self, self.place)) if self.place else 0
        return (self.code, where, self.how_much, WHO[getattr(self, "who", "self")])

    def names(self) -> tuple[Reference, ...]:
        """What has to exist for this effect."""
        if not self.place:
            return ()
        return (Reference(self.place, getattr(self, self.place), self.allowed),)

    @property
    def how_much(self) -> int:
        return int(getattr(self, self.amount)) if self.amount else 1

    @property
    def asks(self) -> bool:
        """Whether it has the "?"."""
        return any(reference.name == "?" for reference in self.names())

    def words(self, names: Names) -> str:
        """The rule as a sentence."""
        return self._fill(self.full, names)

    def brief(self, names: Names) -> str:
        """The rule as short as the face of a card needs it; give it the short names."""
        return self._fill(self.face, names)

    def _fill(self, text: str, names: Names) -> str:
        it = names.title(getattr(self, self.place)) if self.place else ""
        n = self.how_much
        return _capital(text.format(it=it, n=abs(n), signed=signed(n)))


def signed(n: int) -> str:
    """+2, or −2 with the true minus sign."""
    return f"−{-n}" if n < 0 else f"+{n}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- measures ------------------------------------------------------------------------------------


class Control(Effect):
    op: Literal["control"]
    sector: Name
    steps: Steps = 1
    code, place, allowed, amount = T.OP_CONTROL, "sector", UPSTREAM, "steps"
    full = "Export control on {it} {signed}."
    face = "Control {it} {signed}."


class Listing(Effect):
    op: Literal["list"]
    sector: Name
    code, place, allowed = T.OP_LIST, "sector", DOWNSTREAM
    full = "Entity listing on {it}."
    face = "List {it}."


class Tariff(Effect):
    op: Literal["tariff"]
    steps: Steps = 1
    code, amount = T.OP_TARIFF, "steps"
    full = "Your tariff {signed}."
    face = "Tariff {signed}."


class Ease(Effect):
    op: Literal["ease"]
    sector: Name
    code, place, allowed = T.OP_EASE, "sector", UPSTREAM
    full = "Your own control on {it} −1."
    face = "Ease {it}."


class Erode(Effect):
    op: Literal["erode"]
    what: Name
    code, place, allowed = T.OP_ERODE, "what", ERODED
    full = "The rival's control on {it} −1."
    face = "Rival's control on {it} −1."

    def words(self, names: Names) -> str:
        return "The rival's tariff −1." if self.what == "tariff" else super().words(names)

    def brief(self, names: Names) -> str:
        return "Rival's tariff −1." if self.what == "tariff" else super().brief(names)


# --- blocs ---------------------------------------------------------------------------------------


class Align(Effect):
    op: Literal["align"]
    bloc: Name
    steps: Annotated[int, Field(ge=-3, le=3)]
    code, place, allowed, amount = T.OP_ALIGN, "bloc", BLOC, "steps"
    face = "Align {it} {signed}."

    def words(self, names: Names) -> str:
        step = "step" if abs(self.steps) == 1 else "steps"
        way = "away from" if self.steps < 0 else "toward"
        return self._fill(f"{{it}}: {{n}} {step} {way} you.", names)


class NewSource(Effect):
    op: Literal["new_source"]
    bloc: Name
    steps: Steps = 1
    code, place, allowed, amount = T.OP_NEW_SOURCE, "bloc", BLOC, "steps"
    full = "Supplies from {it} {signed}, for both sides and for good."
    face = "Supplies from {it} {signed}."


# --- sectors -------------------------------------------------------------------------------------


class Progress(Effect):
    op: Literal["progress"]
    sector: Name
    points: Points
    code, place, allowed, amount = T.OP_PROGRESS, "sector", SECTOR, "points"
    full = "Progress {signed} in {it}."
    face = "Progress {signed} in {it}."


class Indigenise(Effect):
    op: Literal["indigenise"]
    sector: Name
    points: Points
    code, place, allowed, amount = T.OP_INDIGENISE, "sector", SECTOR, "points"
    full = "Progress {signed} in {it}, and 1 more for each level of the rival's control or listing there."
    face = "Progress {signed} in {it}, +1 per level denied."


class Setback(Effect):
    op: Literal["setback"]
    sector: Name
    points: Points
    code, place, allowed, amount = T.OP_SETBACK, "sector", SECTOR, "points"
    full = "The rival's progress −{n} in {it}."
    face = "Rival's progress −{n} in {it}."


class Programme(Effect):
    op: Literal["programme"]
    sector: Name
    code, place, allowed = T.OP_PROGRAMME, "sector", SECTOR
    full = "National programme in {it}."
    face = "Programme in {it}."


class Stockpile(Effect):
    op: Literal["stockpile"]
    sector: Name
    tokens: Tokens
    code, place, allowed, amount = T.OP_STOCKPILE, "sector", UPSTREAM, "tokens"
    full = "Stockpile of {it} {signed}."
    face = "Stockpile {it} {signed}."


class Workaround(Effect):
    op: Literal["workaround"]
    sector: Name
    code, place, allowed = T.OP_WORKAROUND, "sector", UPSTREAM
    full = "Workaround for {it}: the rival's control counts as one level less."
    face = "Workaround for {it}."


class Enforce(Effect):
    op: Literal["enforce"]
    sector: Name
    code, place, allowed = T.OP_ENFORCE, "sector", UPSTREAM
    full = "The rival loses its workaround for {it}."
    face = "End workaround for {it}."


class Showcase(Effect):
    op: Literal["showcase"]
    sector: Name
    code, place, allowed = T.OP_SHOWCASE, "sector", DOWNSTREAM
    full = (
        "If your output of {it} is not behind: Leadership +1, or +2 if the rival lists it or controls "
        "one of its inputs."
    )
    face = "If not behind in {it}: Leadership +1, +2 if sanctioned."


# --- meters --------------------------------------------------------------------------------------


class _Meter(Effect):
    who: Who
    points: Shift
    amount = "points"
    meter: ClassVar[str]

    def words(self, names: Names) -> str:
        return {"self": "", "rival": "The rival's ", "both": "Both sides: "}[self.who] + self._change()

    def brief(self, names: Names) -> str:
        return {"self": "", "rival": "Rival's ", "both": "Both: "}[self.who] + self._change()

    def _change(self) -> str:
        return f"{self.meter} {signed(self.points)}."


class Approval(_Meter):
    op: Literal["approval"]
    code, meter = T.OP_APPROVAL, "Approval"


class Budget(_Meter):
    op: Literal["budget"]
    code, meter = T.OP_BUDGET, "Budget"


class Capital(_Meter):
    op: Literal["capital"]
    code, meter = T.OP_CAPITAL, "Political Capital"


class Tension(Effect):
    op: Literal["tension"]
    points: Shift
    code, amount = T.OP_TENSION, "points"
    full = "Tension {signed}."
    face = "Tension {signed}."


class Expose(Effect):
    op: Literal["expose"]
    code = T.OP_EXPOSE
    full = "Reveal and discard the rival's set contingency."
    face = "Discard rival's contingency."


# --- headlines only ------------------------------------------------------------------------------


class Shock(Effect):
    op: Literal["shock"]
    sector: Name
    points: Points
    code, place, allowed, amount = T.OP_SHOCK, "sector", UPSTREAM, "points"
    full = "All foreign offers of {it} −{n} this round."
    face = "Foreign {it} −{n} this round."


class Spotlight(Effect):
    op: Literal["spotlight"]
    sector: Name
    code, place, allowed = T.OP_SPOTLIGHT, "sector", DOWNSTREAM
    full = "One more spotlight this round: {it}."
    face = "Spotlight on {it}."


class Squeeze(Effect):
    op: Literal["squeeze"]
    points: Points
    code, amount = T.OP_SQUEEZE, "points"
    full = "Each side with a tariff: Approval −{n}."
    face = full


class Drift(Effect):
    op: Literal["drift"]
    steps: Steps = 1
    code, amount = T.OP_DRIFT, "steps"
    full = "Every bloc aligned 2 or 3 moves {n} toward the middle."
    face = full


class Lobby(Effect):
    op: Literal["lobby"]
    points: Points
    code, amount = T.OP_LOBBY, "points"
    full = "Each side with 3 or more controls and listings: Political Capital −{n}."
    face = full


class Reveal(Effect):
    op: Literal["reveal"]
    code = T.OP_REVEAL
    full = "Set contingencies are turned face-up; they stay."
    face = full


class Uplift(Effect):
    op: Literal["uplift"]
    points: Points
    code, amount = T.OP_UPLIFT, "points"
    full = "Each side: progress {signed} in its lowest upstream sector."
    face = full


class Audit(Effect):
    op: Literal["audit"]
    tokens: Tokens = 1
    code, amount = T.OP_AUDIT, "tokens"
    full = "Each side: stockpile {signed} of every input in which it is behind."
    face = full


_Card = (
    Control | Listing | Tariff | Ease | Erode | Align | NewSource | Progress | Indigenise | Setback
    | Programme | Stockpile | Workaround | Enforce | Approval | Budget | Tension | Showcase | Expose
)  # fmt: skip
_Headline = (
    Shock | Tension | Capital | Budget | Spotlight | Squeeze | Drift | Lobby | Reveal | Uplift | Audit
)  # fmt: skip
CardEffect = Annotated[_Card, Field(discriminator="op")]
HeadlineEffect = Annotated[_Headline, Field(discriminator="op")]


# --- a whole card --------------------------------------------------------------------------------


def words(effects: Sequence[Effect], targets: Sequence[str], names: Names) -> tuple[str, ...]:
    """A sentence per effect; the first "?" lists the targets to choose from."""
    titles = [names.title(target) for target in targets]
    either = " or ".join([", ".join(titles[:-1]), *titles[-1:]] if len(titles) > 1 else titles)
    return tuple(effect.words(called) for effect, called in _told(effects, names, either))


def brief(effects: Sequence[Effect], targets: Sequence[str], shorts: Names) -> str:
    """The whole card in one line for its face."""
    either = "/".join(shorts.title(target) for target in targets)
    return " ".join(effect.brief(called) for effect, called in _told(effects, shorts, either))


def _told(effects: Sequence[Effect], names: Names, either: str) -> Iterator[tuple[Effect, Names]]:
    chosen = names.choosing(either)
    for effect in effects:
        yield effect, chosen
        if effect.asks:
            chosen = names.choosing("that one")
