"""The real thing: main.py in a window on a virtual screen, driven by a real pointer and real keys."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING) and not os.environ.get("CI"),
    reason=f"needs a virtual screen: {', '.join(MISSING)} not installed",
)


class Window:
    """The game in its own process and screen; waits for lines of its trace instead of sleeping blindly."""

    def __init__(self, folder: Path) -> None:
        self.trace = folder / "trace.jsonl"
        read, write = os.pipe()
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            display = f":{pipe.readline().strip()}"
        self.environment = {**os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11"}
        command = [sys.executable, str(ROOT / "main.py"), "--size", "1280x720", "--trace", str(self.trace)]
        self.game = subprocess.Popen(
            command, env=self.environment, cwd=ROOT, stderr=subprocess.PIPE, text=True
        )

    def lines(self) -> list[list[str]]:
        if not self.trace.exists():
            return []
        return [json.loads(line)[1:] for line in self.trace.read_text().splitlines() if line.endswith("]")]

    def wait(self, *what: str, seconds: float = 30) -> None:
        until = time.monotonic() + seconds
        while list(what) not in self.lines():
            assert self.game.poll() is None, f"the game ended: {self.game.stderr and self.game.stderr.read()}"
            assert time.monotonic() < until, f"no {what} in {self.lines()[-5:]}"
            time.sleep(0.05)

    def do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, capture_output=True)

    def close(self) -> None:
        self.game.kill()
        self.game.wait()
        self.screen.terminate()
        self.screen.wait()


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    opened = Window(tmp_path)
    yield opened
    opened.close()


def test_the_game_opens_starts_a_match_and_closes(window: Window) -> None:
    window.wait("ready")
    window.wait("scene", "MenuScene")
    window.do("mousemove", "640", "700", "click", "1")  # gives the window the keyboard
    window.do("key", "n")
    window.wait("scene", "SetupScene")
    window.do("key", "F5")
    window.wait("scene", "PlayScene")
    window.do("key", "1")
    window.wait("key", "1")
    window.do("key", "Escape")
    saves = Path(window.environment["CHOKEPOINT_SAVES"])
    assert list(saves.glob("autosave-*.json"))
    window.do("key", "q")
    assert window.game.wait(20) == 0
    assert not any(line[0] == "crash" for line in window.lines())
