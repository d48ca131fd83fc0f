"""What a balanced scenario looks like, and how near a series of games comes to it."""

from dataclasses import asdict, dataclass
from math import sqrt
from typing import Any

from game.engine import terms as T
from game.engine.rulebook import Rulebook

from .arena import Game
from .figures import agendas, cards, interval

MET, MISSED, OPEN = (
    "met",
    "missed",
    "open",
)  # open: the interval reaches over the bound, so more games must tell


@dataclass(frozen=True, slots=True)
class Target:
    """A figure beside its goal. `value` is None where there is nothing to measure."""

    name: str
    unit: str
    value: float | None
    low: float
    high: float
    of: int  # what was counted: games, cards, agendas
    least: float
    most: float

    @property
    def verdict(self) -> str:
        if self.value is None:
            return OPEN
        if self.least <= self.low and self.high <= self.most:
            return MET
        return MISSED if self.high < self.least or self.low > self.most else OPEN


def to_data(target: Target) -> dict[str, Any]:
    is_met = target.value is not None and target.least <= target.value <= target.most
    return {**asdict(target), "verdict": target.verdict, "is_met": is_met}


def percent(name: str, hits: int, n: int, least: float, most: float) -> Target:
    value, low, high = interval(hits, n)
    return Target(name, "%", value if n else None, low, high if n else 100.0, n, least, most)


def average(name: str, values: list[int], least: float, most: float) -> Target:
    """A mean with its 95 % interval."""
    n = len(values)
    mean = sum(values) / max(1, n)
    spread = 1.96 * sqrt(sum((v - mean) ** 2 for v in values) / max(1, n - 1) / max(1, n))
    return Target(name, "", mean if n else None, mean - spread, mean + spread, n, least, most)


def starter_effect(games: list[Game]) -> Target:
    """By how many points whoever moves first in round 1 is off an even share of the games that were won."""
    won = [g for g in games if g.winner < T.NOBODY]
    value, low, high = interval(sum(g.winner == g.starter for g in won), len(won))
    least = 0.0 if low <= 50 <= high else min(abs(low - 50), abs(high - 50))
    most = max(abs(low - 50), abs(high - 50))
    return Target("starter effect", "points", abs(value - 50) if won else None, least, most, len(won), 0, 3)


def counted(name: str, shares: list[dict[str, float]], least: float, most: float) -> Target:
    """How many of these shares lie outside the bounds; at best none, for sure only where whole intervals do."""
    known = [share for share in shares if share["of"]]
    out = [s for s in known if not least <= s["percent"] <= most]
    surely = [s for s in known if s["high"] < least or s["low"] > most]
    maybe = [s for s in known if s["low"] < least or s["high"] > most]
    value = float(len(out)) if known else None
    return Target(name, "outside", value, float(len(surely)), float(len(maybe)), len(known), 0, 0)


def targets(book: Rulebook, games: list[Game], single: dict[str, Any]) -> list[Target]:
    """All of them, in the order in which they are shown."""
    n = len(games)
    won = [g for g in games if g.winner < T.NOBODY]
    found = [
        percent("US share of the games won", sum(g.winner == T.US for g in won), len(won), 48, 52),
        starter_effect(games),
        average("leader changes a game", [g.leader_changes for g in games], 2.2, 99),
        percent("automatic victories", sum(g.ending == T.AUTOMATIC for g in games), n, 10, 25),
        percent("Ruptures", sum(g.ending in (T.RUPTURE, T.SHARED_LOSS) for g in games), n, 3, 12),
        counted(
            "cards with a policy rate from 20 to 80 %",
            [rate["played"] for rate in cards(book, games).values()],
            20,
            80,
        ),
        counted("agendas met in 35 to 65 %", [a["met"] for a in agendas(book, games).values()], 35, 65),
    ]
    if single:
        best = max((row["won"] for row in single.values()), key=lambda share: share["percent"])
        n = best["of"]
        found.append(percent("the best single-minded player", round(best["percent"] * n / 100), n, 0, 35))
    return found
