"""All commands. Each one is a few lines here and does its work elsewhere."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from game import __version__

from .errors import CommandError, guarded

app = typer.Typer(
    add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object to standard output.")]
ScenarioName = Annotated[
    str, typer.Option("--scenario", help="Id of a scenario, like tech-war; PACK/ID for one of a pack.")
]


def _no_window(arguments: list[str]) -> int:
    raise CommandError("this way of starting has no window; use --text")


_window: Callable[[list[str]], int] = _no_window


def _version(value: bool) -> None:
    if value:
        print(f"Chokepoint {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Chokepoint: technological chess between the United States and China."""


@app.command()
@guarded
def play(
    text: Annotated[bool, typer.Option("--text", help="Play in this terminal instead of a window.")] = False,
    scenario: ScenarioName = "tech-war",
    us: Annotated[
        str, typer.Option(help="Who plays the US: person, or a level from visitor to master.")
    ] = "person",
    china: Annotated[str, typer.Option(help="Who plays China: the same.")] = "clerk",
    seed: Annotated[str, typer.Option(help="The same seed deals the same cards and luck.")] = "",
    load: Annotated[Path | None, typer.Option(help="Go on with a saved match.")] = None,
) -> None:
    """Play a match, in a window or (--text) in the terminal. A match begun in one goes on in the other."""
    if not text:
        raise typer.Exit(_window(["--load", str(load)] if load else []))
    from .terminal import play_in_terminal

    play_in_terminal(scenario, (us, china), seed, load)


@app.command()
@guarded
def simulate(
    scenario: ScenarioName = "tech-war",
    us: Annotated[str, typer.Option(help="Player of the US: random, greedy, or a level.")] = "greedy",
    china: Annotated[str, typer.Option(help="Player of China: the same.")] = "greedy",
    games: Annotated[int, typer.Option(min=1, max=1_000_000, help="Number of games.")] = 100,
    seed: Annotated[str, typer.Option(help="Game k depends on the seed and k alone.")] = "1",
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes to use.")] = 1,
    cluster: Annotated[str, typer.Option(help="Use dask://HOST:PORT or ray://HOST:PORT instead.")] = "",
    keep: Annotated[
        Path | None, typer.Option(help="Keep every game in this file, and go on from it after a stop.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Play many games between computer players and show win rates, endings, lengths and policy rates."""
    from .series import simulate_series

    simulate_series(scenario, (us, china), games, seed, workers, cluster, keep, as_json)


@app.command()
@guarded
def balance(
    scenario: Annotated[
        list[str],
        typer.Option(
            "--scenario",
            help="Id of a scenario, or PACK/ID for one of a pack, named by its folder, its zip or its name; may be "
            "repeated; all or PACK/all for every one.",
        ),
    ] = ["all"],  # noqa: B006
    level: Annotated[
        str, typer.Option(help="Who plays both sides: a level from visitor to master.")
    ] = "minister",
    games: Annotated[
        int, typer.Option(min=1, max=1_000_000, help="Games of the level against itself.")
    ] = 400,
    single: Annotated[
        int, typer.Option(min=0, max=1_000_000, help="Games of each single-minded player; 0 for none.")
    ] = 60,
    seed: Annotated[str, typer.Option(help="Game k depends on the seed and k alone.")] = "1",
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes to use.")] = 1,
    cluster: Annotated[str, typer.Option(help="Use dask://HOST:PORT or ray://HOST:PORT instead.")] = "",
    keep: Annotated[
        Path | None, typer.Option(help="Keep every game in this folder, and go on from it after a stop.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(help="Write the whole report to this file, with charts.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure how balanced scenarios are: who wins, how games end, what every card, instrument and agenda does."""
    from game.lab.balance import Order

    from .balance import balance_report

    balance_report(scenario, Order(level, games, single, seed), workers, cluster, keep, html, as_json)


@app.command()
@guarded
def export(
    file: Annotated[
        Path, typer.Argument(help="The file to write: JSON lines, the first explains the others.")
    ],
    rows: Annotated[str, typer.Option(help="games: a line each. decisions: a line for each pick.")] = "games",
    scenario: ScenarioName = "tech-war",
    us: Annotated[str, typer.Option(help="Player of the US: random, greedy, or a level.")] = "greedy",
    china: Annotated[str, typer.Option(help="Player of China: the same.")] = "greedy",
    games: Annotated[int, typer.Option(min=1, max=1_000_000, help="Number of games.")] = 100,
    seed: Annotated[str, typer.Option(help="Game k depends on the seed and k alone.")] = "1",
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes to use.")] = 1,
    cluster: Annotated[str, typer.Option(help="Use dask://HOST:PORT or ray://HOST:PORT instead.")] = "",
) -> None:
    """Play games between computer players and write them down as a data set."""
    from .dataset import export_games

    export_games(file, scenario, (us, china), games, seed, rows, workers, cluster)


@app.command()
@guarded
def replay(
    file: Annotated[Path, typer.Argument(help="A saved match.")],
    to: Annotated[int | None, typer.Option(min=0, help="Stop after this many picks.")] = None,
    export: Annotated[
        Path | None, typer.Option(help="Also write the log to this file: .txt, .md or .json.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Play a saved match again, checking it on the way, and print its log."""
    from .stories import replay_story

    replay_story(file, to, as_json, export)


@app.command()
@guarded
def report(
    file: Annotated[Path, typer.Argument(help="A saved match.")],
    out: Annotated[
        list[Path],
        typer.Option(
            default_factory=list,
            help="Write to this file: .html (page), .csv (one row a move), .gift (quiz), .json (class file for the "
            "desk). May be given often.",
        ),
    ],
    as_json: Json = False,
) -> None:
    """Debrief a saved match: turning points, who paid, the chain of the most used measure, questions for the class."""
    from .report import match_report

    match_report(file, out, as_json)


@app.command()
@guarded
def whatif(
    file: Annotated[Path, typer.Argument(help="A saved match.")],
    at: Annotated[
        int | None, typer.Option(min=0, help="Change the decision after this many picks; without: list them.")
    ] = None,
    instead: Annotated[
        str,
        typer.Option(
            help='Picks, like "lift control chips" or "play CARD; use policy"; without, it is left out.'
        ),
    ] = "",
    out: Annotated[Path | None, typer.Option(help="Write the comparison to this .html file.")] = None,
    as_json: Json = False,
) -> None:
    """Leave out or replace one decision of a saved match, go on with the same luck and intentions, and compare."""
    from .whatif import match_what_if

    match_what_if(file, at, instead, out, as_json)


@app.command()
@guarded
def desk(
    folder: Annotated[Path, typer.Argument(help="A folder with class files and saved matches.")],
    out: Annotated[Path | None, typer.Option(help="Write the class report to this .html file.")] = None,
    table: Annotated[
        Path | None, typer.Option("--csv", help="Write a table to this file, one row a person.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Read what the tables of a class handed in as one class: results, policies, paths, forecasts, before and after."""
    from .desk import class_desk

    class_desk(folder, out, table, as_json)


@app.command()
@guarded
def bell(
    minutes: Annotated[int, typer.Argument(help="Minutes of the whole lesson.")],
    people: Annotated[int, typer.Option(min=1, help="People who must agree on a move, on each side.")] = 2,
    as_json: Json = False,
) -> None:
    """Plan a lesson that ends with the bell: what to do when, which scenario, how many rounds, seconds for a move."""
    from .bell import lesson_plan

    lesson_plan(minutes, people, as_json)


@app.command("print")
@guarded
def print_(
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    name: Annotated[str, typer.Argument(help="A sheet, like lesson-45; all of them without a name.")] = "",
) -> None:
    """Write what a lesson needs as pages to print: plans, notes, student and role sheets, questionnaire, rubric."""
    from .sheets import print_sheets

    print_sheets(name, out)


@app.command()
@guarded
def perft(
    name: Annotated[
        str, typer.Argument(help="A named position: start, first-round, table, deal, last-round.")
    ],
    depth: Annotated[int, typer.Option(min=0, max=8, help="Number of picks to look ahead.")] = 3,
    as_json: Json = False,
) -> None:
    """Count the sequences of picks from a named position, Nature's included."""
    from game.lab.perft import POSITIONS, count, position

    if name not in POSITIONS:
        raise CommandError(f'there is no position "{name}"; there are: ' + ", ".join(POSITIONS))
    book, s = position(name)
    counts = [count(book, s, n) for n in range(1, depth + 1)]
    if as_json:
        print(json.dumps({"position": name, "counts": counts}))
        return
    for n, number in enumerate(counts, start=1):
        print(f"{n}  {number}")


@app.command()
@guarded
def validate(
    paths: Annotated[list[Path], typer.Argument(help="Packs: folders or zip files.")],
    as_json: Json = False,
) -> None:
    """Say everything that is wrong with packs, with file, place and a suggestion. Exit code 1 if there are errors."""
    from .packs import validate_packs

    for path in paths:
        if not path.exists():
            raise CommandError(f"{path}: does not exist; name the folder or the zip of a pack")
    raise typer.Exit(validate_packs(paths, as_json))


packs = typer.Typer(no_args_is_help=True, help="The cards of a pack in a spreadsheet, and back.")
app.add_typer(packs, name="packs")
PackName = Annotated[str, typer.Argument(metavar="PACK", help="The folder of a pack, or its name.")]


@packs.command("export-cards")
@guarded
def export_cards(
    pack: PackName, file: Annotated[Path, typer.Argument(help="The .csv file to write.")]
) -> None:
    """Write the cards of a pack into a table that a spreadsheet opens, one row a card."""
    from .packs import write_cards

    write_cards(pack, file)


@packs.command("import-cards")
@guarded
def import_cards(
    pack: PackName,
    file: Annotated[Path, typer.Argument(help="A table like that of export-cards.")],
    remove: Annotated[
        bool, typer.Option("--remove", help="Take out the cards of the pack that are not in the table.")
    ] = False,
) -> None:
    """Put the cards of a table into a pack, if nothing is wrong with them; those that are not in it stay."""
    from .packs import read_cards

    read_cards(pack, file, remove)


@app.command()
@guarded
def schema() -> None:
    """Write the JSON schema of pack files to standard output."""
    from game.content.schema import schema_text

    print(schema_text(), end="")


@app.command()
@guarded
def bench(
    as_json: Json = False,
    window: Annotated[bool, typer.Option(help="Measure the window as well.")] = True,
    compiled: Annotated[bool, typer.Option(help="Measure the compiled core as well.")] = True,
    peers: Annotated[bool, typer.Option("--peers", help="Measure games of OpenSpiel beside it.")] = False,
    duels: Annotated[
        int, typer.Option(min=1, max=10_000, help="With --peers: games of Master against OpenSpiel's IS-MCTS.")
    ] = 10,
    seconds: Annotated[
        float, typer.Option(min=0.01, max=60, help="With --peers: what each of the two may think a decision.")
    ] = 0.1,
) -> None:
    """Measure how fast the game is on this machine."""
    from game.lab.bench import is_met
    from game.lab.bench import run as run_bench

    figures = run_bench(window, compiled, peers, duels, seconds)
    if as_json:
        print(
            json.dumps(
                {name: {"value": value, "unit": unit, "goal": goal} for name, value, unit, goal in figures}
            )
        )
        return
    for name, value, unit, goal in figures:
        shown = f"{value:,.0f}" if value >= 1000 else f"{value:.3f}"
        told = f"   goal {goal}: {'met' if is_met(value, goal) else 'missed'}" if goal else ""
        print(f"{name:62} {shown:>12} {unit}{told}")


@app.command()
@guarded
def explain(
    file: Annotated[Path | None, typer.Argument(help="A position file (JSON with names).")] = None,
    template: Annotated[
        bool, typer.Option("--template", help="Print the main scenario's start as a position file.")
    ] = False,
    market: Annotated[
        bool, typer.Option("--market", help="Also run one market phase, with its events.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Say why the numbers of a position are what they are: offers, outputs, Resilience, income."""
    from .stories import explain_position, template_text

    if template:
        print(template_text())
        return
    if file is None:
        raise CommandError("explain needs a position file; python -m game explain --template prints one")
    explain_position(file, market, as_json)


def run(window: Callable[[list[str]], int]) -> None:
    """The entry point of `python -m game`; `window` opens the game's window, which the commands know nothing of."""
    global _window
    _window = window
    app()
