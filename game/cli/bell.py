"""bell, as the command line shows it: a lesson of so many minutes, and the match that fits into it."""

import json
from dataclasses import asdict

from game.classroom.bell import BellError, Lesson, fit, lesson, options
from game.content.compile import find_scenario, load_base

from .errors import CommandError

PARTS = {
    "before": "questionnaire",
    "demo": "show First Moves",
    "play": "play",
    "debrief": "debrief",
    "after": "questionnaire, files handed in",
}


def lesson_plan(minutes: int, people: int, as_json: bool) -> None:
    """Print what to do when, and what to play. Raises CommandError."""
    pack = load_base()
    try:
        plan = lesson(minutes)
        found = fit(plan.play, people, options(pack))
    except BellError as error:
        raise CommandError(str(error)) from error
    if as_json:
        print(json.dumps({"lesson": asdict(plan), "match": asdict(found) | {"moves": found.moves}}))
        return
    for line in _parts(plan):
        print(line)
    scenario = find_scenario(pack, found.scenario)
    cut = "" if found.rounds == scenario.rounds else f" of {scenario.rounds}"
    print(f"{scenario.title}: {found.rounds}{cut} rounds, about {found.seconds:.0f} seconds for each move.")


def _parts(plan: Lesson) -> list[str]:
    now, lines = 0, []
    for name, words in PARTS.items():
        end = now + getattr(plan, name)
        lines.append(f"{f'{now}-{end}':>9}  {words}")
        now = end
    return lines
