"""simulate, as the command line shows it."""

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from game.engine.rulebook import Rulebook
from game.lab.arena import book_of
from game.lab.cluster import ClusterError
from game.lab.figures import summary
from game.lab.series import SeriesError, play_series
from game.players.levels import lab_player

from .errors import CommandError


def simulate_series(
    scenario: str,
    levels: tuple[str, str],
    games: int,
    seed: str,
    workers: int,
    cluster: str,
    kept: Path | None,
    as_json: bool,
) -> None:
    check_players(*levels)
    book = check_scenario(scenario, cluster)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"{games} games", total=games)
        try:
            played = play_series(
                scenario, levels, games, seed, workers, lambda: progress.advance(task), kept, cluster
            )
        except (SeriesError, ClusterError) as error:
            raise CommandError(str(error)) from error
    figures: dict[str, Any] = summary(book, levels, played)
    if as_json:
        print(json.dumps(figures))
        return
    _print(figures)


def check_scenario(name: str, cluster: str) -> Rulebook:
    """Complain about a scenario that there is not, or can't be played, before anything starts."""
    if cluster and "/" in name:
        raise CommandError(f'"{name}": the machines of a cluster have no packs of yours; leave --cluster out')
    return book_of(name)


def check_players(*names: str) -> None:
    """Complain about players there are not before anything starts."""
    for name in names:
        try:
            lab_player(name, "")
        except ValueError as error:
            raise CommandError(str(error)) from error


def _print(figures: dict[str, Any]) -> None:
    console = Console()
    table = Table(title=f"{figures['scenario']}: {figures['us']} (US) against {figures['china']} (China)")
    table.add_column("what")
    table.add_column("value", justify="right")
    table.add_column("95 % interval", justify="right")
    rows = [
        ("US wins", figures["us_wins"]),
        ("China wins", figures["china_wins"]),
        ("no winner", figures["no_winner"]),
    ]
    rows += [("starter wins", figures["starter_wins"])]
    rows += [(f"ended by {name}", value) for name, value in figures["endings"].items()]
    for name, value in rows:
        table.add_row(name, f"{value['percent']} %", f"{value['low']} to {value['high']} %")
    for name in ("games", "decisions", "moves", "branching", "leader_changes", "mean_track"):
        table.add_row(name.replace("_", " "), str(figures[name]), "")
    console.print(table)
    rates = sorted(((rate, card) for card, rate in figures["policy_rate"].items() if rate is not None))
    console.print("Policy rate (played as a policy when drawn), lowest and highest:")
    for rate, card in [*rates[:5], *rates[-5:]]:
        console.print(f"  {rate:5.1f} %  {card}")
