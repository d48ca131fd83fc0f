"""Figures of an open window for the benchmark: start, memory after a round, idling. Prints lines with tabs.

python -m game.ui.vitals [when it was started, in seconds since 1970]. It measures on the screen that the environment
names; the dummy driver shows nothing and knows neither a graphics driver's memory nor what a flip costs.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import pygame

from game.content.compile import load_base
from game.engine import terms as T
from game.match.match import Match
from game.match.seats import Seat

from .app import App
from .bench import paint_all, show
from .memory import give_back
from .scenes.menu import MenuScene
from .scenes.play import PlayScene
from .settings import Settings
from .window import use_plain_surface

SETTLED, IDLING = 2.0, 8.0  # seconds: until a loop is at rest, and that it is watched
PATIENCE = 120.0  # seconds for a round
STATUS = Path("/proc/self/status")


def resident() -> float:
    """Megabytes of memory that this process has in use; 0 where the system does not tell."""
    lines = STATUS.read_text().splitlines() if STATUS.is_file() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def idle(app: App) -> float:
    """Per cent of one core that the loop takes while nobody does anything."""
    for seconds in (SETTLED, IDLING):
        app.running = True
        pygame.time.set_timer(pygame.QUIT, round(seconds * 1000), loops=1)
        begun, worked = time.perf_counter(), time.process_time()
        app.run()
    return 100 * (time.process_time() - worked) / (time.perf_counter() - begun)


def play_a_round(app: App, scene: PlayScene) -> None:
    """The person takes the first pick there is, until round two waits for the next."""
    until = time.monotonic() + PATIENCE
    while not (scene.is_my_pick() and scene.match.state.shared[T.ROUND] >= 2):
        if time.monotonic() > until:
            raise TimeoutError(f"no second round after {PATIENCE:.0f} seconds")
        app.frame(1 / 60)
        if scene.is_my_pick():
            scene.pick(scene.match.legal()[-1])
        elif scene.showing.is_busy:
            scene.skip()
        time.sleep(0.002)


def main(started: float) -> None:
    give_back()
    use_plain_surface()  # as on a machine without a GPU: what a graphics driver takes is not ours
    app = App(Settings(reduced_motion=True, speed=3, scale="100", slow_flip=True), (1920, 1080))
    app.push(MenuScene(app))
    app.frame(0.0)
    driver = pygame.display.get_driver()
    show(f"from the start of Python to the menu, 1080p, {driver}", time.time() - started, "s", "<= 1.5")
    show("the same, computing alone", time.process_time(), "s", "<= 1.5")
    match = Match(load_base(), "tech-war", (Seat(), Seat(level="random")), "bench")
    scene = PlayScene(app, match)
    app.push(scene)
    begun = time.perf_counter()
    paint_all(app)
    show(f"first paint of the table, 1080p, {driver}", time.perf_counter() - begun, "s", "<= 1")
    play_a_round(app, scene)
    if resident():
        show(f"window memory after a round, 1080p, {driver}", resident(), "MB", "<= 150")
    show(f"window waits for a person, 1080p, {driver}", idle(app), "% of a core", "<= 0.5")
    app.pop_to_first()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHOKEPOINT_SAVES"] = os.environ["CHOKEPOINT_CONFIG"] = folder
        main(float(sys.argv[1]) if len(sys.argv) > 1 else time.time())
