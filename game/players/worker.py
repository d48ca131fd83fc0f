"""The computer player's own process, and a client that never blocks.

The process gets an observation (as cells) and answers with an action. If it dies or hangs it is replaced and asked
once more; if that fails too, the client itself answers with the simple player, so a match can't stall.
"""

import json
import multiprocessing
import os
import tempfile
import threading
import time
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from game.content.compile import load_base, rulebook
from game.content.load import pack_from_data
from game.engine.rulebook import Rulebook
from game.engine.view import Observation

from .advice import Advice
from .core import fast_core, is_ready
from .decider import Decider, Reply, Request
from .thinker import Cancelled
from .thoughts import Thoughts

SECONDS = 1.6  # for an answer, when all is well
ADVICE_SECONDS = 2.5  # for advice: somebody asked and waits for it
QUIET = 0.5  # seconds without a question, until time is taken to load the compiled core
LATEST = 10.0  # seconds after which a silent process counts as hung
LOADING = 20.0  # so much later where the compiled core may have to be loaded first, on a slow computer


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody waits for an answer any more."""


def serve(pipe: Connection, pack_file: str, scenario: str) -> None:
    """The child's loop: answer requests until the pipe closes. Any message stops the thought under way."""
    book = rulebook(pack_from_data(json.loads(Path(pack_file).read_text("utf-8"))), scenario)
    decider = Decider(book)
    try:
        while True:
            if not pipe.poll(QUIET):
                decider.quicken()
            message = pipe.recv()
            if isinstance(message, Request):
                if message.is_for_person:
                    decider.quicken()  # the first question too: whoever asks for advice waits a second longer
                answer(pipe, decider, message)
    except (EOFError, OSError, KeyboardInterrupt):
        return


def answer(pipe: Connection, decider: Decider, request: Request) -> None:
    try:
        pipe.send(decider.decide(request, lambda: pipe.poll(0)))
    except Cancelled:
        pass


class Client:
    """Asks a worker process; `reply` is polled once a frame and returns at once."""

    def __init__(self, book: Rulebook, pack: dict[str, Any], scenario: str) -> None:
        """`pack` as JSON values: the child compiles its own rulebook from it."""
        self.thoughts: Thoughts | None = None  # of the move that the last reply is part of
        self.advice: Advice | None = None  # from the last reply to `advise`
        self._last_resort = Decider(book)
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

    def ask(
        self,
        observation: Observation,
        level: str,
        seed: str,
        persona: str = "neutral",
        seconds: float = SECONDS,
    ) -> None:
        """Start thinking about an observation; an answer still due to an older question is dropped."""
        self._put(observation, level, persona, seed, seconds, False)

    def advise(self, observation: Observation, seed: str, seconds: float = ADVICE_SECONDS) -> None:
        """Think for the person whose observation it is: `advice` holds the outcome when `reply` has a pick."""
        self.advice = None
        self._put(observation, "master", "neutral", seed, seconds, True)

    def _put(
        self, observation: Observation, level: str, persona: str, seed: str, seconds: float, for_person: bool
    ) -> None:
        self._number += 1
        cells = bytes(observation.seen.cells)
        self._waiting = Request(
            self._number, observation.viewer, cells, level, persona, seed, seconds, for_person
        )
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
                    return self._taken(answer)
        except (EOFError, OSError):
            return self._again()
        latest = LATEST + waiting.seconds + (LOADING if waiting.is_for_person else 0.0)
        if not self._is_alive() or time.monotonic() - self._asked_at > latest:
            return self._again()
        return None

    def cancel(self) -> None:
        """Forget the question: the process stops thinking about it, and a late answer is dropped by its number."""
        if self._waiting is None:
            return
        self._waiting = None
        if self._pipe is not None:
            try:
                self._pipe.send(Cancel())
            except OSError:
                pass  # it is gone; the next question starts another

    def close(self) -> None:
        """End the child, without waiting for its end: a window may not stand still for it."""
        self._waiting = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.kill()  # a process that is stopped ends by nothing less, and it holds nothing worth keeping
            self._process = None

    def _is_alive(self) -> bool:
        return self._process is not None and self._process.is_alive()

    def _again(self) -> int | None:
        """Replace the process and ask once more; after that answer here, one step ahead."""
        assert self._waiting is not None
        request = self._waiting
        self.close()
        if self._tries < 2:
            self._waiting = request
            self._send()
            return None
        return self._taken(self._last_resort.decide_at_once(request))

    def _taken(self, reply: Reply) -> int:
        self._waiting = None
        self.thoughts, self.advice = reply.thoughts, reply.advice
        return reply.action

    def _send(self) -> None:
        self._tries += 1
        self._asked_at = time.monotonic()
        try:
            if not self._is_alive():
                self._start()
            assert self._pipe is not None
            self._pipe.send(self._waiting)
        except OSError:
            pass  # noticed by the next reply()

    def _start(self) -> None:
        # spawn, not fork: a process forked after SDL has started hangs when it ends
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, *self._arguments), daemon=True)
        process.start()
        self._process = process
        theirs.close()


# --- compiling, once on a machine -----------------------------------------------------------------


def prepare() -> BaseProcess | None:
    """Compile the core in a process of low priority, if that has not been done yet. Returns the process.

    It takes a minute or two; the game is played by plain Python until it is done.
    """
    if is_ready() or find_spec("numba") is None:
        return None
    process = multiprocessing.get_context("spawn").Process(target=compile_core, daemon=True)
    process.start()
    return process


def compile_core() -> None:
    end_with_parent()
    try:
        if hasattr(os, "nice"):
            os.nice(15)
        base = load_base()
        fast_core(rulebook(base, base.scenarios[0].id))
    except (KeyboardInterrupt, OSError):
        pass  # the window was closed; the next start tries again


def end_with_parent() -> None:
    """A game that is killed can't end the processes that it has started: they watch it."""

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    parent = multiprocessing.parent_process()
    threading.Thread(target=watch, daemon=True).start()
