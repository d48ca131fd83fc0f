"""balance, as the command line shows it."""

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from game.content.compile import load_base
from game.content.shelf import scenarios_of
from game.lab.balance import Means, Order, balance, length
from game.lab.cluster import ClusterError
from game.lab.report import goal, page, value
from game.lab.series import SeriesError
from game.players.levels import is_searching

from .errors import CommandError
from .series import check_players, check_scenario

EVERY = "all"


def balance_report(
    names: list[str],
    order: Order,
    workers: int,
    cluster: str,
    folder: Path | None,
    html: Path | None,
    as_json: bool,
) -> None:
    """Play, then print the goals, or everything as JSON, and write the page."""
    scenarios = chosen(names, cluster)
    check_players(order.level)
    if order.single and not is_searching(order.level):
        raise CommandError(
            f'single-minded players need a level that searches; "{order.level}" does not: add --single 0'
        )
    for place in (folder, html.parent if html else None):
        if place is not None:
            place.mkdir(parents=True, exist_ok=True)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("games", total=length(order) * len(scenarios))
        means = Means(workers, cluster, folder, lambda: progress.advance(task))
        try:
            report = balance(scenarios, order, means)
        except (SeriesError, ClusterError) as error:
            raise CommandError(str(error)) from error
    if html is not None:
        html.write_text(page(report), "utf-8")
    if as_json:
        print(json.dumps(report))
        return
    for figures in report["scenarios"]:
        _print(figures)
    if html is not None:
        print(f"Report: {html}")


def chosen(names: list[str], cluster: str) -> list[str]:
    """The scenarios by name, complaining about one there is not before anything starts."""
    found: list[str] = []
    for name in names:
        pack, slash, scenario = name.rpartition("/")
        if scenario != EVERY:
            found.append(name)
        elif not slash:
            found += [one.id for one in load_base().scenarios]
        elif own := scenarios_of(pack):
            found += own
        else:
            raise CommandError(f'"{name}": this pack adds no scenario to those of the game')
    for name in dict.fromkeys(found):
        check_scenario(name, cluster)
    return list(dict.fromkeys(found))


def _print(figures: dict[str, Any]) -> None:
    table = Table(title=f"{figures['title']}: {figures['games']} games of {figures['us']} against itself")
    table.add_column("what")
    for name in ("measured", "goal", "verdict"):
        table.add_column(name, justify="right")
    for target in figures["targets"]:
        table.add_row(target["name"], value(target), goal(target), target["verdict"])
    console = Console()
    console.print(table)
    out = [
        f"{card['title']} {card['played']['percent']:.0f} %"
        for card in figures["cards"].values()
        if card["played"]["of"] and not 20 <= card["played"]["percent"] <= 80
    ]
    if out:
        console.print("Policy rates outside: " + ", ".join(out))
