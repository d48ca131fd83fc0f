"""The computer player's own process, and a client that never blocks.

The process gets an observation (as cells) and answers with an action. If it dies or hangs it is replaced and asked
once more; if that fails too, the client itself answers with the simple player, so a match can't stall.
"""

import json
import multiprocessing
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from game.content.compile import rulebook
from game.content.load import pack_from_data
from game.engine.rulebook import Rulebook
from game.engine.state import from_cells
from game.engine.view import Observation

from .plans import is_unfinished
from .simple import Player, make_player
from .thoughts import Thoughts

LATEST = 20.0  # seconds after which a silent process counts as hung


@dataclass(frozen=True, slots=True)
class Request:
    """One question: nothing in it that the viewer may not know."""

    number: int
    viewer: int
    cells: bytes
    level: str
    seed: str


@dataclass(frozen=True, slots=True)
class Reply:
    number: int
    action: int
    thoughts: Thoughts | None = None  # of the move that this pick is part of


class Decider:
    """Answers requests: the same in the child, in tests and in the fallback.

    It keeps its player while a move is under way, so that a move is thought out once and not at each of its picks.
    """

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._player: tuple[tuple[str, int], Player] | None = None

    def decide(self, request: Request) -> Reply:
        observation = Observation(request.viewer, from_cells(request.cells))
        who = (request.level, request.viewer)
        if (
            self._player is None
            or self._player[0] != who
            or not is_unfinished(observation.seen, request.viewer)
        ):
            self._player = (who, make_player(request.level, f"{request.seed}/{request.number}"))
        player = self._player[1]
        action = player.pick(self.book, observation)
        return Reply(request.number, action, player.thoughts)


def serve(pipe: Connection, pack_file: str, scenario: str) -> None:
    """The child's loop: answer requests until the pipe closes."""
    book = rulebook(pack_from_data(json.loads(Path(pack_file).read_text("utf-8"))), scenario)
    decider = Decider(book)
    while True:
        try:
            pipe.send(decider.decide(pipe.recv()))
        except (EOFError, OSError, KeyboardInterrupt):
            return


class Client:
    """Asks a worker process; `reply` is polled once a frame and returns at once."""

    def __init__(self, book: Rulebook, pack: dict[str, Any], scenario: str) -> None:
        """`pack` as JSON values: the child compiles its own rulebook from it."""
        self.book = book
        self.thoughts: Thoughts | None = None  # of the move that the last reply is part of
        self._decider = Decider(book)
        # The pack goes through a file: what a new process is given must fit the buffer of a pipe, or a process that
        # dies before it reads blocks this one for good.
        self._folder = tempfile.TemporaryDirectory(prefix="chokepoint-", ignore_cleanup_errors=True)
        pack_file = Path(self._folder.name) / "pack.json"
        pack_file.write_text(json.dumps(pack), "utf-8")
        self._arguments = (str(pack_file), scenario)
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._waiting: Request | None = None
        self._asked_at = 0.0
        self._tries = 0
        self._number = 0

    @property
    def is_thinking(self) -> bool:
        return self._waiting is not None

    def ask(self, observation: Observation, level: str, seed: str) -> None:
        """Start thinking about an observation; an answer still due to an older question is dropped."""
        self._number += 1
        cells = bytes(observation.seen.cells)
        self._waiting = Request(self._number, observation.viewer, cells, level, seed)
        self._tries = 0
        self._send()

    def reply(self) -> int | None:
        """The chosen action once it is there, else None."""
        waiting = self._waiting
        if waiting is None:
            return None
        try:
            while self._pipe is not None and self._pipe.poll(0):
                answer = self._pipe.recv()
                if answer.number == waiting.number:
                    self._waiting = None
                    return self._taken(answer)
        except (EOFError, OSError):
            return self._again()
        if not self._is_alive() or time.monotonic() - self._asked_at > LATEST:
            return self._again()
        return None

    def cancel(self) -> None:
        """Forget the question; a late answer is dropped by its number."""
        self._waiting = None

    def close(self) -> None:
        """End the child."""
        self._waiting = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.terminate()
            self._process.join(2)
            if self._process.is_alive():
                self._process.kill()
            self._process = None

    def _is_alive(self) -> bool:
        return self._process is not None and self._process.is_alive()

    def _again(self) -> int | None:
        """Replace the process and ask once more; after that answer here."""
        assert self._waiting is not None
        request = self._waiting
        self.close()
        if self._tries < 2:
            self._waiting = request
            self._send()
            return None
        return self._taken(self._decider.decide(request))

    def _taken(self, reply: Reply) -> int:
        self.thoughts = reply.thoughts
        return reply.action

    def _send(self) -> None:
        self._tries += 1
        self._asked_at = time.monotonic()
        if not self._is_alive():
            self._start()
        assert self._pipe is not None
        try:
            self._pipe.send(self._waiting)
        except OSError:
            pass  # noticed by the next reply()

    def _start(self) -> None:
        # spawn, not fork: a process forked after SDL has started hangs when it ends
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, *self._arguments), daemon=True)
        self._process.start()
        theirs.close()
