"""The real thing: main.py in a window on a virtual screen, driven by a real pointer and real keys."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from game.match import store
from game.ui.settings import Settings, load_settings, save_settings
from tests.ui import positions, screens
from tests.ui.catalogue import leave, shown
from tests.ui.positions import ANN, BO, at

ROOT = Path(__file__).parent.parent.parent
MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
pytestmark = [
    pytest.mark.skipif(
        bool(MISSING) and not os.environ.get("CI"),
        reason=f"needs a virtual screen: {', '.join(MISSING)} not installed",
    ),
    pytest.mark.xdist_group("window"),  # one virtual screen for all
]
SMALL, LARGE = (1280, 720), (1600, 900)
EVERY_FLIP_IS_SLOW = """
import sys
from game.ui import start, window
window.SLOW_FLIP = 0.0
sys.exit(start.main(sys.argv[1:]))
"""
assert screens.SCREENS  # the catalogue is full


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A virtual screen."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        yield f":{pipe.readline().strip()}"
    screen.terminate()
    screen.wait()


class Window:
    """The game in its own process; waits for lines of its trace instead of sleeping blindly."""

    def __init__(self, display: str, folder: Path) -> None:
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "SDL_VIDEODRIVER": "x11",
            "SDL_VIDEO_WINDOW_POS": "0,0",
        }
        self.folder, self.starts = folder, 0
        self.size = SMALL

    def start(self, *program: str) -> None:
        self.starts += 1
        self.trace, self.read = self.folder / f"trace-{self.starts}.jsonl", 0
        size = "x".join(map(str, SMALL))
        command = [sys.executable, *(program or (str(ROOT / "main.py"),)), "--size", size, "--trace", str(self.trace)]
        self.game = subprocess.Popen(
            command, env=self.environment, cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        self.size = SMALL
        self.wait("scene", "MenuScene")
        self.wait("ready")
        self.take_the_keyboard()

    def lines(self) -> list[list[str]]:
        if not self.trace.exists():
            return []
        return [json.loads(line)[1:] for line in self.trace.read_text().splitlines() if line.endswith("]")]

    def has(self, *what: str) -> bool:
        """Whether something has happened since it was last waited for."""
        lines = self.lines()
        found = [n for n, line in enumerate(lines) if n >= self.read and line[: len(what)] == list(what)]
        self.read = found[0] + 1 if found else self.read
        return bool(found)

    def wait(self, *what: str) -> None:
        self.wait_for(partial(self.has, *what), " ".join(what))

    def wait_for(self, is_so: Callable[[], bool], what: str, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while not is_so():
            assert self.game.poll() is None, f"the game ended: {self.game.stderr and self.game.stderr.read()}"
            assert time.monotonic() < until, f"no {what} in {self.lines()[-5:]}"
            time.sleep(0.03)

    def do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, capture_output=True)

    def take_the_keyboard(self) -> None:
        """By a click on nothing, again while the window is not there yet."""

        def is_taken() -> bool:
            self.do("mousemove", "640", "708", "click", "1")
            time.sleep(0.2)
            return self.has("click")

        self.wait_for(is_taken, "click")

    def key(self, name: str) -> None:
        self.do("key", name)
        self.wait("key")

    def click(self, name: str, screen: str) -> None:
        """Click a node where it is on such a screen of the catalogue in this process; of several the first."""
        person = shown(screen, self.size, Settings().scale)
        node = next(node for node in person.app.stage.reachable() if node.act and node.name.startswith(name))
        x, y = node.rect.center
        leave(person)
        self.do("mousemove", str(x), str(y), "click", "1")
        self.wait("click")

    def resize(self, size: tuple[int, int]) -> None:
        self.do("search", "--class", "chokepoint", "windowsize", "--sync", *map(str, size))
        self.size = size

    def picks(self) -> int:
        """How many picks of the only match are in its file."""
        files = list(Path(self.environment["CHOKEPOINT_SAVES"]).glob("*.json"))
        return len(json.loads(files[0].read_text())["actions"]) if files else 0

    def end_from(self, depth: int) -> None:
        """Back through so many screens to the menu, and out."""
        for _ in range(depth):
            self.key("Escape")
            self.wait("scene")
        self.end()

    def end(self) -> None:
        self.do("key", "q")
        assert self.game.wait(20) == 0
        assert not any(line[0] == "crash" for line in self.lines())


@pytest.fixture
def window(display: str, tmp_path: Path) -> Iterator[Window]:
    opened = Window(display, tmp_path)
    yield opened
    if opened.starts:
        opened.game.kill()
        opened.game.wait()


def pick(window: Window, act: Callable[[], None]) -> None:
    """Do something that becomes a pick, and wait until it is in the file of the match."""
    before = window.picks()
    act()
    window.wait_for(lambda: window.picks() > before, "pick in the file of the match")


def behind_the_curtain(window: Window) -> None:
    """If the other person is next, that one takes the seat."""
    until = time.monotonic() + 1
    while time.monotonic() < until:
        time.sleep(0.05)
        scenes = [line[1] for line in window.lines() if line[0] == "scene"]
        if scenes[-1] == "CurtainScene":
            window.key("Return")
            window.wait("scene", "PlayScene")
            return


@pytest.fixture
def quick() -> None:
    """Nothing moves, and the window is not opened anew."""
    save_settings(Settings(reduced_motion=True, speed=3, slow_flip=True))


def test_a_new_match_is_begun_by_mouse_and_keys(quick: None, window: Window) -> None:
    window.start()
    window.click("button:new", "menu")
    window.wait("scene", "SetupScene")
    window.click("seat:1:person", "setup")
    window.click("button:start", "setup")
    window.wait("scene", "PlayScene")
    behind_the_curtain(window)
    pick(window, partial(window.key, "1"))  # an agenda
    window.end_from(1)


def test_a_match_outlives_a_killed_window_and_another_size(quick: None, window: Window) -> None:
    store.save(at(positions.first_move, seats=(ANN, BO)), store.named_path("monday"))
    window.start()
    window.key("c")
    window.wait("scene", "PlayScene")
    behind_the_curtain(window)
    picks = window.picks()
    window.click("card:", "table at the start")
    answers = 0
    while window.picks() == picks and answers < 5:  # what for, and on what
        window.key("1")
        answers += 1
        time.sleep(1)
    assert window.picks() > picks, "the card was not played"
    picks = window.picks()
    window.game.kill()  # as a power cut would
    window.game.wait()
    window.start()
    window.key("c")
    window.wait("scene", "PlayScene")
    behind_the_curtain(window)
    assert window.picks() == picks
    window.key("l")
    window.wait("scene", "LogScene")
    window.key("Escape")
    window.wait("scene", "PlayScene")
    window.key("F3")
    window.wait("scene", "SettingsScene")
    window.resize(LARGE)
    window.click("button:back", "settings: Screen")  # where it is in the larger window
    window.wait("scene", "PlayScene")
    window.end_from(1)


def test_where_flips_are_slow_the_window_opens_anew_without_the_gpu_and_remembers(window: Window) -> None:
    window.start("-c", EVERY_FLIP_IS_SLOW)
    for _ in range(9):
        window.do("key", "Tab")  # something to draw
        time.sleep(0.1)  # keys that come together are drawn together
    window.wait_for(lambda: load_settings()[0].slow_flip, "setting after five flips")
    window.take_the_keyboard()
    window.key("n")
    window.wait("scene", "SetupScene")
    window.key("F5")
    window.wait("scene", "PlayScene")
    window.end_from(1)
    window.start()
    window.end()
