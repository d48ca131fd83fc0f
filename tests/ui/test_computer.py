"""The computer's process may be killed, hang, or never come: the match goes on, and the window never waits for it."""

import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from game.engine import terms as T
from game.match.match import Match
from game.match.seats import Seat
from game.players import worker
from game.players.worker import Client
from game.ui.scenes.play import PlayScene
from game.ui.scenes.turns import Turns
from tests.ui.driver import Player
from tests.ui.positions import base

PERSON, COMPUTER = Seat(), Seat(level="greedy")
PATIENCE = 0.8  # seconds that a frame may take on a busy machine; waiting for a process would take longer


class Room:
    """A person at the screen, and a computer that has just been asked for its move."""

    def __init__(self, level: str = "greedy") -> None:
        seats = (Seat.model_validate({"level": level}), PERSON)
        self.player = Player()
        with pytest.MonkeyPatch.context() as quiet:
            # Asked before the first paint, which takes its time, the process might have answered after it.
            quiet.setattr(Turns, "think", lambda turns: False)
            self.scene: PlayScene = self.player.sit_down(Match(base(), "magnet-gambit", seats, "robust"))
        self.longest = 0.0

    @property
    def client(self) -> Client:
        return self.scene.turns.client

    def frame(self) -> None:
        started = time.perf_counter()
        self.player.frames()
        self.longest = max(self.longest, time.perf_counter() - started)

    def until(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + 90
        while not is_so():
            self.frame()
            time.sleep(0.002)
            assert time.monotonic() < end, "it does not come about"

    def until_asked(self) -> None:
        self.until(lambda: self.client.is_thinking and self.client._process is not None)

    def until_moved(self) -> None:
        made = len(self.scene.match.actions)
        self.until(lambda: len(self.scene.match.actions) > made)


@pytest.fixture
def room() -> Iterator[Room]:
    found = Room()
    yield found
    found.scene.leave()


def test_a_killed_process_is_replaced_and_the_match_goes_on(room: Room) -> None:
    room.until_asked()
    first = room.client._process
    assert first is not None
    first.kill()
    room.until_moved()
    assert room.client._process is not first and room.client._process is not None
    room.until(room.scene.is_my_pick)  # and all of the computer's moves after it
    assert room.longest < PATIENCE


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be stopped here")
def test_a_hung_process_is_replaced_and_the_match_goes_on(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.until_asked()
    first = room.client._process
    assert first is not None and first.pid is not None
    os.kill(first.pid, signal.SIGSTOP)
    os.waitid(os.P_PID, first.pid, os.WSTOPPED | os.WNOWAIT)  # until it stands still
    monkeypatch.setattr(worker, "LATEST", -worker.SECONDS)  # it is late already
    room.frame()
    monkeypatch.undo()
    assert room.client._process is not first
    room.until_moved()
    first.join(10)
    assert not first.is_alive(), "a stopped process must not stay behind"
    assert room.longest < PATIENCE


def test_without_any_process_the_computer_still_moves(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system gives no process, as where memory or a limit is used up."""

    def refuse(method: str) -> None:
        raise OSError("no process to be had")

    room.client.close()
    monkeypatch.setattr(worker.multiprocessing, "get_context", refuse)
    room.scene.turns.forget()
    room.until_moved()
    assert room.client._process is None
    room.until(lambda: room.scene.is_my_pick() or room.scene.match.is_over)
    assert room.longest < 2 * PATIENCE  # it thinks here, one step ahead


def test_a_process_that_ends_at_once_each_time_does_not_stop_the_match(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.client.close()
    monkeypatch.setattr(room.client, "_arguments", ("/no/such/pack.json", "magnet-gambit"))
    room.scene.turns.forget()
    room.until_moved()
    assert room.scene.match.mover != T.NATURE or not room.client.is_thinking


def test_leaving_ends_a_process_that_thinks_without_waiting_for_it(room: Room) -> None:
    room.until_asked()
    process = room.client._process
    assert process is not None
    started = time.perf_counter()
    room.player.app.pop()
    assert time.perf_counter() - started < PATIENCE
    process.join(10)
    assert not process.is_alive()


def test_a_thought_that_is_called_off_gives_no_move_and_the_computer_is_asked_anew() -> None:
    room = Room("master")
    try:
        room.until_asked()
        asked, made = room.client._number, len(room.scene.match.actions)
        room.scene._went_back()  # the position was taken from under the computer's hands
        assert not room.client.is_thinking and room.client.reply() is None
        assert len(room.scene.match.actions) == made
        room.until_moved()
        assert room.client._number > asked
    finally:
        room.scene.leave()
