"""Processes that a killed game leaves behind."""

import multiprocessing
import os
import time
from multiprocessing.connection import Connection

import pytest

from game.players.worker import end_with_parent

PATIENCE = 30.0  # seconds; a second is enough on a machine that has nothing else to do


def child(pipe: Connection) -> None:
    """Works on and on."""
    end_with_parent()
    pipe.send(os.getpid())
    while True:
        time.sleep(0.05)


def parent(pipe: Connection) -> None:
    """A game that starts a process and is killed at once, so that it ends nothing."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    context.Process(target=child, args=(theirs,)).start()
    pipe.send(ours.recv())
    os._exit(9)


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        return ") Z " not in file.read()


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="no list of processes to look at")
def test_a_process_ends_when_the_game_that_started_it_was_killed() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    game = context.Process(target=parent, args=(theirs,))
    game.start()
    left = ours.recv()
    game.join(PATIENCE)
    end = time.monotonic() + PATIENCE
    while is_there(left) and time.monotonic() < end:
        time.sleep(0.02)
    assert not is_there(left)
