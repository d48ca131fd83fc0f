"""The computer players one can choose: six levels that differ in how far and how carefully they look, and personas
that differ in what they think things are worth. None sees more than a person in its seat would.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random

from . import evaluate as E
from .core import PLAIN, PlainCore
from .fixation import FIXATIONS, fixation_of
from .search import Skill
from .simple import NOISE, GreedyPlayer, Player, RandomPlayer
from .thinker import Clock, Thinker


@dataclass(frozen=True, slots=True)
class Level:
    """One strength. Exactly one of `noise` (looks one step ahead, with an error) and `skill` (searches)."""

    id: str
    title: str
    about: str
    noise: float = 0.0
    skill: Skill | None = None


@dataclass(frozen=True, slots=True)
class Persona:
    """A taste: other weights on the terms of the same evaluation. `mood` is what it gives away for a deal."""

    id: str
    title: str
    about: str
    weights: Mapping[int, float] = field(default_factory=dict)
    mood: float = 0.0


LEVELS = (
    Level("visitor", "Visitor", "Has just arrived: sees the worth of a move only roughly.", noise=7.0),
    Level("clerk", "Clerk", "Looks one move ahead and often errs a little.", noise=3.0),
    Level(
        "adviser",
        "Adviser",
        "Plays its few best ideas out in its head, roughly.",
        skill=Skill(8, 8, width=4, tries=2),
    ),
    # Adviser and Minister look only at what seems best at once, and miss what pays later; the next try nearly all
    Level(
        "minister",
        "Minister",
        "Plays its best ideas out with care, a few times each.",
        skill=Skill(24, 16, width=8),
    ),
    Level("strategist", "Strategist", "Tries nearly every move before it chooses.", skill=Skill(200, 40)),
    Level(
        "master",
        "Master",
        "The strongest: thousands of lines in a second or so.",
        skill=Skill(2600, 80, rounds=3),  # a line of three rounds takes as long as two of two, and is worth more
    ),
)

PERSONAS = (
    Persona("neutral", "Neutral", "Weighs everything as it is worth."),
    Persona(
        "hawk",
        "Hawk",
        "Trusts in controls and listings and fears no Tension.",
        {E.UPKEEP: 0.3, E.TRACK: 1.2, E.INCOME: 0.7, E.BRINK: 0.6},
    ),
    Persona(
        "builder",
        "Builder",
        "Invests at home and means to need nobody.",
        {E.INDUSTRY: 1.6, E.INPUTS: 1.5, E.RESILIENCE: 1.3, E.COURTING: 0.8},
        mood=0.2,
    ),
    Persona(
        "dealmaker",
        "Dealmaker",
        "Would rather trade a measure than keep it.",
        {E.UPKEEP: 1.8, E.APPROVAL: 1.3, E.INCOME: 1.3, E.BRINK: 1.4},
        mood=0.5,
    ),
    Persona(
        "coalition",
        "Coalition",
        "Wins the blocs first and the rest with them.",
        {E.COURTING: 1.8, E.COALITION: 1.8, E.UPKEEP: 1.2},
        mood=0.1,
    ),
)

PLAIN_PLAYERS = ("random", "greedy")  # for the lab and for tests; not offered to people
ONLY = "only-"  # before the name of a fixation
PLAYERS = (*PLAIN_PLAYERS, *(level.id for level in LEVELS))


def level_of(name: str) -> Level | None:
    return next((level for level in LEVELS if level.id == name), None)


def title_of(level: str, persona: str = "neutral") -> str:
    """What a computer player is called: "Minister", "Minister, hawk"."""
    found = level_of(level)
    title = found.title if found else level.capitalize()
    taste = next((p.title for p in PERSONAS if p.id == persona), "")
    return title if persona == "neutral" else f"{title}, {taste.lower()}"


def is_searching(name: str) -> bool:
    """Whether a player of the lab gains from the compiled core."""
    level = level_of(name.partition(":")[0])
    return level is not None and level.skill is not None


def lab_player(name: str, seed: str, core: PlainCore | None = None) -> Player:
    """A player by a name of the lab: a level, "level:persona", or "level:only-instrument" (see `fixation`).

    Raises ValueError for what there is not.
    """
    level, _, taste = name.partition(":")
    if not taste.startswith(ONLY):
        return make_player(level, seed, core, taste or "neutral")
    fixation, found = fixation_of(taste.removeprefix(ONLY)), level_of(level)
    if fixation is None:
        known = ", ".join(ONLY + fixation.id for fixation in FIXATIONS)
        raise ValueError(f'there is no single-minded player "{taste}"; there are: {known}')
    if found is None or found.skill is None:
        raise ValueError(f'"{name}": only a level that searches can be single-minded, like "adviser:{taste}"')
    return Thinker(Random(seed), replace(found.skill, fixation=fixation), core)


def make_player(
    name: str, seed: str, core: PlainCore | None = None, persona: str = "neutral", clock: Clock | None = None
) -> Player:
    """A player with luck of its own. Raises ValueError for a level or a persona there is not."""
    taste = next((p for p in PERSONAS if p.id == persona), None)
    if taste is None:
        raise ValueError(f'there is no persona "{persona}"; there are: {", ".join(p.id for p in PERSONAS)}')
    rng, weights = Random(seed), weights_of(taste)
    if name == "random":
        return RandomPlayer(rng)
    if name == "greedy":
        return GreedyPlayer(rng, NOISE, weights, core, taste.mood)
    level = level_of(name)
    if level is None:
        raise ValueError(f'there is no player "{name}"; there are: {", ".join(PLAYERS)}')
    if level.skill is None:
        return GreedyPlayer(rng, level.noise, weights, core, taste.mood)
    return Thinker(rng, replace(level.skill, weights=weights, mood=taste.mood), core, clock)


def weights_of(persona: Persona) -> tuple[float, ...]:
    return tuple(persona.weights.get(term, weight) for term, weight in enumerate(PLAIN))
