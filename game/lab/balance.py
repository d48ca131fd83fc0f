"""The balance report: what games between equal players, and games of single-minded players, say about a scenario."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game import __version__
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.players.fixation import FIXATIONS
from game.players.levels import ONLY

from .arena import Game, book_of
from .economics import table
from .figures import SIDES, agendas, cards, instruments, share, summary
from .series import play_series
from .targets import targets, to_data

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be measured."""

    level: str = "minister"
    games: int = 400  # of the level against itself
    single: int = 60  # of each single-minded player against it, half on each side; 0 leaves them out
    seed: str = "1"


@dataclass(frozen=True, slots=True)
class Means:
    """How: on how many cores or on which cluster, and in which folder the games are kept."""

    workers: int = 1
    cluster: str = ""
    kept: Path | None = None
    tick: Callable[[], None] = lambda: None


def plan(order: Order) -> list[tuple[tuple[str, str], int]]:
    """Every series of one scenario: who plays the US and China, and how many games."""
    rows = [((order.level, order.level), order.games)]
    for fixation in FIXATIONS if order.single else ():
        name = f"{order.level}:{ONLY}{fixation.id}"
        rows += [((name, order.level), order.single - order.single // 2)]
        rows += [((order.level, name), order.single // 2)]
    return rows


def length(order: Order) -> int:
    """How many games a scenario takes."""
    return sum(games for _, games in plan(order))


def play(scenario: str, order: Order, means: Means) -> list[list[Game]]:
    """The games of every series of the plan. Raises SeriesError, ClusterError."""
    played = []
    for levels, games in plan(order):
        kept = means.kept / file_name(scenario, levels, order.seed) if means.kept else None
        played.append(
            play_series(scenario, levels, games, order.seed, means.workers, means.tick, kept, means.cluster)
        )
    return played


def file_name(scenario: str, levels: tuple[str, str], seed: str) -> str:
    """Where a series is kept: only letters that every file system takes."""
    plain = "".join(c if c.isalnum() or c in "-." else "_" for c in f"{scenario}_{'_'.join(levels)}_{seed}")
    return f"{plain}.jsonl"


def single_minded(order: Order, played: list[list[Game]]) -> dict[str, Any]:
    """For each single-minded player: its share of wins in all, and as each side."""
    found = {}
    for k, fixation in enumerate(FIXATIONS if len(played) > 1 else ()):
        as_us, as_china = played[1 + 2 * k], played[2 + 2 * k]
        won = [sum(g.winner == side for g in games) for side, games in enumerate((as_us, as_china))]
        found[fixation.id] = {
            "title": fixation.title,
            "about": fixation.about,
            "won": share(sum(won), len(as_us) + len(as_china)),
            "as_us": share(won[T.US], len(as_us)),
            "as_china": share(won[T.CHINA], len(as_china)),
        }
    return found


def report_on(book: Rulebook, order: Order, played: list[list[Game]]) -> dict[str, Any]:
    """All figures of one scenario as JSON values."""
    games = played[0]
    single = single_minded(order, played)
    titles = {f"{SIDES[book.card_side(n)]} {card.id}": card.title for n, card in enumerate(book.cards)}
    figures = summary(book, (order.level, order.level), games)
    del figures["policy_rate"]  # told with the cards
    return {
        **figures,
        "title": book.scenario.title,
        "sides": list(book.scenario.sides),
        "rounds": book.tables.setting[T.ROUNDS],
        "cards": {name: {"title": titles[name], **rate} for name, rate in cards(book, games).items()},
        "instruments": instruments(games),
        "agendas": {a.id: {"title": a.title, **agendas(book, games)[a.id]} for a in book.agendas}
        if book.tables.setting[T.AGENDAS]
        else {},
        "single_minded": single,
        "economics": table(book),
        "targets": [to_data(target) for target in targets(book, games, single)],
    }


def balance(scenarios: Iterable[str], order: Order, means: Means) -> dict[str, Any]:
    """The whole report. Raises SeriesError, ClusterError."""
    return report(
        order, [report_on(book_of(one), order, play(one, order, means)) | {"scenario": one} for one in scenarios]
    )


def report(order: Order, scenarios: list[dict[str, Any]]) -> dict[str, Any]:
    """The figures of scenarios under their head."""
    return {
        "schema": SCHEMA,
        "game": __version__,
        "level": order.level,
        "seed": order.seed,
        "scenarios": scenarios,
    }
