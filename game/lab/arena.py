"""Self-play: games between computer players, and what they tell, with 95 % intervals."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt
from random import Random

from joblib import Parallel, delayed

from game.content.compile import load_base, rulebook
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal, mover, start
from game.engine.view import observe
from game.players.simple import make_player

ENDINGS = {T.AUTOMATIC: "automatic", T.RUPTURE: "rupture", T.SHARED_LOSS: "shared loss", T.SCORED: "scored"}


@dataclass
class Game:
    """What is kept of one game."""

    winner: int
    ending: int
    starter: int
    decisions: int
    options: int  # legal picks summed over decisions
    leader_changes: int
    track: int
    drawn: set[int] = field(default_factory=set)  # cards that were in a hand
    policies: set[int] = field(default_factory=set)  # cards played as a policy


@lru_cache(maxsize=8)
def book_of(scenario: str) -> Rulebook:
    return rulebook(load_base(), scenario)


def play_game(scenario: str, levels: tuple[str, str], seed: str) -> Game:
    """One game; the same seed gives the same game."""
    book = book_of(scenario)
    players = [make_player(level, f"{seed}/{side}") for side, level in enumerate(levels)]
    luck, s = Random(seed), start(book)
    game = Game(T.NOBODY, 0, 0, 0, 0, 0, 0)
    leader = 0
    while mover(s) != T.NOBODY:
        options = legal(book, s)
        who = mover(s)
        if who == T.NATURE:
            action = luck.choice(options)
            if s.shared[T.PHASE] == T.CARD_DRAW:
                game.drawn.add(action - T.CARD)
        else:
            action = players[who].pick(book, observe(book, s, who))
            game.decisions += 1
            game.options += len(options)
            if action == T.USE + T.USE_POLICY:
                game.policies.add(int(s.pick[T.PICK_CARD]))
        apply(book, s, action)
        track = s.shared[T.TRACK]
        if track * leader < 0:
            game.leader_changes += 1
        leader = track or leader
    game.winner, game.ending = s.shared[T.WINNER], s.shared[T.ENDING]
    game.starter, game.track = s.shared[T.STARTER], s.shared[T.TRACK]
    return game


def play_series(
    scenario: str,
    levels: tuple[str, str],
    games: int,
    seed: str,
    workers: int = 1,
    tick: Callable[[], None] = lambda: None,
) -> list[Game]:
    """Many games; game k depends on the seed and k alone, whatever the number of workers."""
    found: list[Game] = []
    for game in _games(scenario, levels, games, seed, workers):
        found.append(game)
        tick()
    return found


def _games(scenario: str, levels: tuple[str, str], games: int, seed: str, workers: int) -> Iterator[Game]:
    if workers == 1:
        for k in range(games):
            yield play_game(scenario, levels, f"{seed}/{k}")
        return
    parallel = Parallel(n_jobs=workers, return_as="generator")
    yield from parallel(delayed(play_game)(scenario, levels, f"{seed}/{k}") for k in range(games))


def interval(hits: int, n: int) -> tuple[float, float, float]:
    """A share in percent with its 95 % interval (Wilson)."""
    if n == 0:
        return 0.0, 0.0, 0.0
    z, p = 1.96, hits / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return 100 * p, 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


def summary(scenario: str, levels: tuple[str, str], games: list[Game]) -> dict[str, object]:
    """The figures of a series as JSON values."""
    book, n = book_of(scenario), len(games)
    endings = Counter(ENDINGS[g.ending] for g in games)
    decisions = sum(g.decisions for g in games)

    def share(hits: int, of: int = n) -> dict[str, float]:
        value, low, high = interval(hits, of)
        return {"percent": round(value, 1), "low": round(low, 1), "high": round(high, 1)}

    policies = {}
    for number, card in enumerate(book.cards):
        drawn = sum(number in g.drawn for g in games)
        played = sum(number in g.policies for g in games)
        side = "us" if book.card_side(number) == T.US else "china"
        policies[f"{side} {card.id}"] = round(100 * played / drawn, 1) if drawn else None
    return {
        "scenario": scenario,
        "us": levels[0],
        "china": levels[1],
        "games": n,
        "us_wins": share(sum(g.winner == T.US for g in games)),
        "china_wins": share(sum(g.winner == T.CHINA for g in games)),
        "no_winner": share(sum(g.winner == T.NOBODY for g in games)),
        "starter_wins": share(sum(g.winner == g.starter for g in games)),
        "endings": {name: share(count) for name, count in sorted(endings.items())},
        "decisions": round(decisions / n, 1),
        "branching": round(sum(g.options for g in games) / max(1, decisions), 1),
        "leader_changes": round(sum(g.leader_changes for g in games) / n, 2),
        "mean_track": round(sum(g.track for g in games) / n, 2),
        "policy_rate": policies,
    }
