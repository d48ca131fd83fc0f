"""What a series of games tells: shares with 95 % intervals, means, rates."""

from collections import Counter
from math import sqrt
from typing import Any

from game.engine import terms as T
from game.engine.rulebook import Rulebook

from .arena import INSTRUMENTS, Game

ENDINGS = {T.AUTOMATIC: "automatic", T.RUPTURE: "rupture", T.SHARED_LOSS: "shared loss", T.SCORED: "scored"}
SIDES = ("us", "china")


def interval(hits: int, n: int) -> tuple[float, float, float]:
    """A share in percent with its 95 % interval (Wilson)."""
    if n == 0:
        return 0.0, 0.0, 0.0
    z, p = 1.96, hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return 100 * p, 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


def share(hits: int, n: int) -> dict[str, float]:
    """The interval as a JSON value."""
    value, low, high = interval(hits, n)
    return {"percent": round(value, 1), "low": round(low, 1), "high": round(high, 1), "of": n}


def mean(values: list[int]) -> float:
    return round(sum(values) / max(1, len(values)), 2)


def summary(book: Rulebook, levels: tuple[str, str], games: list[Game]) -> dict[str, Any]:
    """The figures of a series as JSON values."""
    n = len(games)
    endings = Counter(ENDINGS[g.ending] for g in games)
    ahead = [g for g in games if g.leader_at_half]
    return {
        "scenario": book.scenario.id,
        "us": levels[0],
        "china": levels[1],
        "games": n,
        "us_wins": share(sum(g.winner == T.US for g in games), n),
        "china_wins": share(sum(g.winner == T.CHINA for g in games), n),
        "no_winner": share(sum(g.winner == T.NOBODY for g in games), n),
        "starter_wins": share(sum(g.winner == g.starter for g in games), n),
        "endings": {name: share(count, n) for name, count in sorted(endings.items())},
        "leader_at_half_wins": share(sum(g.winner == leader_of(g) for g in ahead), len(ahead)),
        "decisions": mean([g.decisions for g in games]),
        "moves": mean([g.moves for g in games]),
        "branching": round(sum(g.options for g in games) / max(1, sum(g.decisions for g in games)), 1),
        "leader_changes": mean([g.leader_changes for g in games]),
        "mean_track": mean([g.track for g in games]),
        "policy_rate": {
            name: rate["played"]["percent"] if rate["played"]["of"] else None
            for name, rate in cards(book, games).items()
        },
    }


def leader_of(game: Game) -> int:
    """Who was ahead on the track at half-time."""
    return T.US if game.leader_at_half > 0 else T.CHINA


def cards(book: Rulebook, games: list[Game]) -> dict[str, dict[str, Any]]:
    """For each card: how often it was played as a policy in games that drew it, and how often its side then won."""
    found = {}
    for number, card in enumerate(book.cards):
        side = book.card_side(number)
        drawn = [g for g in games if number in g.drawn]
        played = [g for g in drawn if number in g.policies]
        found[f"{SIDES[side]} {card.id}"] = {
            "played": share(len(played), len(drawn)),
            "won": share(sum(g.winner == side for g in played), len(played)),
        }
    return found


def instruments(games: list[Game]) -> dict[str, list[dict[str, float]]]:
    """For each instrument and side: the share of games that used it, and its uses a game."""
    found = {}
    for name in INSTRUMENTS:
        rows = []
        for side in (T.US, T.CHINA):
            uses = [g.instruments[side].get(name, 0) for g in games]
            rows.append({**share(sum(u > 0 for u in uses), len(uses)), "a_game": mean(uses)})
        found[name] = rows
    return found


def agendas(book: Rulebook, games: list[Game]) -> dict[str, dict[str, Any]]:
    """For each agenda: how often a side kept it, and met it in games that were scored."""
    found = {}
    for number, agenda in enumerate(book.agendas):
        kept = [(g, side) for g in games for side, a in enumerate(g.agendas) if a == number]
        scored = [(g, side) for g, side in kept if g.met]
        found[agenda.id] = {
            "kept": len(kept),
            "met": share(sum(g.met[side] for g, side in scored), len(scored)),
        }
    return found
