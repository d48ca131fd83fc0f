"""Every move of a match looked at again by the search, all cards open: what it was worth, what else there was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.engine import terms as T
from game.engine.notation import notate, parse
from game.engine.rules import apply
from game.engine.state import State, copy
from game.match.match import Match
from game.match.store import load
from game.players.core import PlainCore
from game.players.search import Skill
from game.players.study import CLOSE_LOOK, Estimate, Review, core_for, estimate, review

from .swings import Stand
from .whatif import Decision, decisions

SLIGHT = 0.04  # of the chance: what costs less is no mistake


@dataclass(frozen=True, slots=True)
class Choice:
    """One move that could have been made, in notation, and its mover's chance with it."""

    picks: tuple[str, ...]
    chance: float
    margin: float


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A move of the match as the search sees it. `choices` has the best first; it is empty where it can't tell."""

    stand: Stand
    choices: tuple[Choice, ...] = ()
    made: int = 0
    why: str = ""

    @property
    def loss(self) -> float:
        """How much of a chance the move gave away."""
        return max(0.0, self.choices[0].chance - self.choices[self.made].chance) if self.choices else 0.0


def review_file(file: str) -> Iterator[Reviewed]:
    """The moves of a saved match one by one, for a process of its own."""
    match = load(Path(file))
    yield from reviewed(match, core_for(match.book))


def reviewed(match: Match, core: PlainCore, skill: Skill = CLOSE_LOOK) -> Iterator[Reviewed]:
    """The moves of a match one by one."""
    replay = match.branch(0)
    for one in decisions(match):
        if one.is_move:
            replay.fold(match.actions[len(replay.actions) : one.action])
            yield _reviewed(replay, one, core, skill)


def _reviewed(match: Match, one: Decision, core: PlainCore, skill: Skill) -> Reviewed:
    s = match.state
    found = review(match.book, s, _picks(match, one.picks), core, skill)
    if found is None:
        return Reviewed(Stand(one.action, one.round, one.side, estimate(match.book, s, core)))
    best = found.options[0]
    chance = best.chance if one.side == T.US else 1.0 - best.chance
    stand = Stand(one.action, one.round, one.side, Estimate(chance, best.margin))
    return Reviewed(stand, _choices(match, found), found.made, found.why)


def _picks(match: Match, texts: Sequence[str]) -> tuple[int, ...]:
    s, picks = copy(match.state), []
    for text in texts:
        picks.append(parse(match.book, s, text))
        apply(match.book, s, picks[-1])
    return tuple(picks)


def _choices(match: Match, found: Review) -> tuple[Choice, ...]:
    return tuple(
        Choice(_texts(match, match.state, option.picks), option.chance, option.margin)
        for option in found.options
    )


def _texts(match: Match, before: State, picks: Sequence[int]) -> tuple[str, ...]:
    s, texts = copy(before), []
    for pick in picks:
        texts.append(notate(match.book, s, pick))
        apply(match.book, s, pick)
    return tuple(texts)


def mistakes(found: Sequence[Reviewed], side: int, most: int = 5) -> list[Reviewed]:
    """The moves of a side that gave most away, the greatest loss first."""
    mine = [one for one in found if one.stand.side == side and one.loss >= SLIGHT]
    return sorted(mine, key=lambda one: (-one.loss, one.stand.action))[:most]
