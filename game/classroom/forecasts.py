"""Forecasts of the market phase, judged: which way a public number went, and how well the confidence fitted.

The Brier score adds up the squared errors over the three directions: 0 is sure and right, 2 is sure and wrong, and
whoever always says one third gets 0.667. What is not put on the direction named is shared by the other two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from game.engine import terms as T
from game.match.said import CELLS, DIRECTIONS, About, Direction, Forecast
from game.match.words import Words

from .rounds import Moment

BLIND = 2 / 3  # the score of somebody who knows nothing and says so


@dataclass(frozen=True, slots=True)
class Judged:
    """A forecast and what came of it."""

    forecast: Forecast
    came: Direction
    score: float

    @property
    def is_right(self) -> bool:
        return self.forecast.direction == self.came


def brier(direction: Direction, confidence: int, came: Direction) -> float:
    """The score of a forecast, from 0 (best) to 2.

    >>> brier("up", 100, "up"), brier("up", 100, "down"), brier("same", 50, "same")
    (0.0, 2.0, 0.375)
    """
    sure = confidence / 100
    chances = {other: (1 - sure) / 2 for other in DIRECTIONS} | {direction: sure}
    return sum((chance - (name == came)) ** 2 for name, chance in chances.items())


def way(before: int, after: int) -> Direction:
    return "same" if before == after else "up" if after > before else "down"


def judge(course: Sequence[Moment], forecasts: Iterable[Forecast]) -> list[Judged]:
    """All forecasts whose round had a market phase that is over, in the order in which they were made."""
    came = {moment.round: moment for moment in course if moment.is_final and moment.had_market}
    found = []
    for forecast in forecasts:
        moment = came.get(forecast.round)
        if moment is None:
            continue
        cell = CELLS[forecast.about]
        went = way(moment.market.cells[cell], moment.seen.cells[cell])
        found.append(Judged(forecast, went, brier(forecast.direction, forecast.confidence, went)))
    return found


def scores(judged: Iterable[Judged]) -> dict[str, float]:
    """The mean score of everybody, the best first."""
    each: dict[str, list[float]] = {}
    for one in judged:
        each.setdefault(one.forecast.who, []).append(one.score)
    return means(each)


def means(each: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """The mean of everybody's numbers, the lowest first."""
    found = {who: sum(values) / len(values) for who, values in each.items() if values}
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))


def title(words: Words, about: About) -> str:
    """What a forecast is about, as people are asked for it."""
    side, _, name = about.rpartition(" ")
    if side:
        return f"{words.shorts[T.US if side == 'us' else T.CHINA]} {name.capitalize()}"
    if about == "track":
        return f"Leadership track (up is toward {words.shorts[T.US]})"
    return name.capitalize()
