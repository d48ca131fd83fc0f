"""Work that takes longer than a frame, done by a process of its own; the window looks each frame what has come of it.

The work is a function at the top of a module that yields what it finds. A match goes to it through a file: what a new
process is given must fit the buffer of a pipe.
"""

import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

from game.match import store
from game.match.match import Match

Found = TypeVar("Found")
AT_ONCE = 4  # results that are taken in one frame
STOPPED = "It stopped before it was done. Try again."


@dataclass(frozen=True, slots=True)
class Ended:
    """The work is done, or why it could not be."""

    problem: str = ""


def serve(pipe: Connection, work: Callable[..., Iterator[object]], given: tuple[str, ...]) -> None:
    """The child: send what the work finds, one by one."""
    try:
        try:
            for found in work(*given):
                pipe.send(found)
            pipe.send(Ended())
        except (OSError, ValueError) as error:
            pipe.send(Ended(str(error) or STOPPED))
    except (OSError, KeyboardInterrupt):
        return  # nobody looks any more


class Errand(Generic[Found]):
    """One piece of work. It begins when it is first looked at."""

    def __init__(self, work: Callable[..., Iterator[Found]], *given: str, match: Match | None = None) -> None:
        """`work` is called with the file of the match, if there is one, and with what is `given`."""
        self.is_done, self.problem = False, ""
        self._folder = tempfile.TemporaryDirectory(prefix="chokepoint-", ignore_cleanup_errors=True)
        if match is not None:
            file = Path(self._folder.name) / "match.json"
            file.write_text(store.dump(match), "utf-8")
            given = (str(file), *given)
        self._work, self._given = work, given
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def poll(self) -> list[Found]:
        """What has been found since the last look. Returns at once."""
        if self.is_done:
            return []
        if self._pipe is None:
            self._start()
        found: list[Found] = []
        try:
            while self._pipe is not None and len(found) < AT_ONCE and self._pipe.poll(0):
                message = self._pipe.recv()
                if isinstance(message, Ended):
                    self._end(message.problem)
                    break
                found.append(message)
        except (EOFError, OSError):
            self._end(STOPPED)
        return found

    def close(self) -> None:
        """Stop, without waiting for the end of the process."""
        self.is_done = True
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.kill()
            self._process = None
        self._folder.cleanup()

    def _end(self, problem: str) -> None:
        self.problem = problem
        self.close()

    def _start(self) -> None:
        # spawn, not fork: a process forked after SDL has started hangs when it ends
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe(duplex=False)
        process = context.Process(target=serve, args=(theirs, self._work, self._given), daemon=True)
        process.start()
        self._process = process
        theirs.close()
