"""What goes wrong outside the program, as one message that names the place and the fix."""

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import typer

from game.content.problem import ContentError
from game.engine.notation import NotationError
from game.engine.position import PositionError
from game.match.match import CannotTakeBack, IllegalAction
from game.match.record import RecordError

P = ParamSpec("P")
R = TypeVar("R")

OUTSIDE = (ContentError, RecordError, PositionError, NotationError, IllegalAction, CannotTakeBack)


class CommandError(Exception):
    """A message for the person at the command line."""


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """Turn everything that input from outside can cause into a message and exit code 2."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (CommandError, *OUTSIDE) as error:
            print(error, file=sys.stderr)
        except BrokenPipeError:
            raise typer.Exit(1) from None
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            print(f"{place}{error.strerror or error}", file=sys.stderr)
        raise typer.Exit(2)

    return wrapped
