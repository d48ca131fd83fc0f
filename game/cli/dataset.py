"""export, as the command line shows it."""

import json
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from game.lab.cluster import ClusterError
from game.lab.dataset import SHAPES, dataset

from .errors import CommandError
from .series import check_players, check_scenario


def export_games(
    file: Path,
    scenario: str,
    levels: tuple[str, str],
    games: int,
    seed: str,
    rows: str,
    workers: int,
    cluster: str,
) -> None:
    """Play games and write them to a file, which appears when it is whole."""
    check_players(*levels)
    shape = next((shape for shape in SHAPES if shape == rows), None)
    if shape is None:
        raise CommandError(f'there are no rows "{rows}"; there are: {", ".join(SHAPES)}')
    check_scenario(scenario, cluster)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    written = 0
    with (
        Progress(console=Console(stderr=True), transient=True) as progress,
        part.open("w", encoding="utf-8") as out,
    ):
        task = progress.add_task(f"{games} games", total=games)
        try:
            lines = dataset(
                scenario, levels, games, seed, shape, workers, cluster, lambda: progress.advance(task)
            )
            for row in lines:
                out.write(json.dumps(row, separators=(",", ":")) + "\n")
                written += 1
        except ClusterError as error:
            raise CommandError(str(error)) from error
    part.replace(file)
    print(f"{file}: {written - 1} {shape} after a first line that explains them")
