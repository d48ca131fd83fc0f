"""validate, as the command line shows it."""

import json
from dataclasses import asdict
from pathlib import Path

from game.content.check import validate


def validate_packs(paths: list[Path], as_json: bool) -> int:
    """Print every problem; the exit code."""
    problems = validate(paths)
    errors = sum(problem.severity == "error" for problem in problems)
    if as_json:
        print(json.dumps({"problems": [asdict(problem) for problem in problems], "errors": errors}))
    else:
        for problem in problems:
            print(problem)
        others = len(problems) - errors
        print(
            f"{errors} error{'s' if errors != 1 else ''}, {others} other remark{'s' if others != 1 else ''}"
        )
    return 1 if errors else 0
