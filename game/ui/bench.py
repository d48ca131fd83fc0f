"""Figures of the window for the benchmark: start, full redraw, one card, nothing changed. Prints lines with tabs."""

import tempfile
import time
from collections.abc import Callable
from statistics import median

started = time.perf_counter()

import os  # noqa: E402

import pygame  # noqa: E402

from game.content.compile import load_base  # noqa: E402
from game.engine import terms as T  # noqa: E402
from game.match.match import Match  # noqa: E402
from game.match.seats import Seat  # noqa: E402

from .app import App  # noqa: E402
from .scenes.menu import MenuScene  # noqa: E402
from .scenes.play import PlayScene  # noqa: E402
from .settings import Settings  # noqa: E402


def clock(action: Callable[[], object], times: int) -> float:
    """Median milliseconds of an action."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        action()
        found.append(time.perf_counter() - begun)
    return median(found) * 1000


def show(name: str, value: float, unit: str, goal: str = "") -> None:
    print(name, f"{value:.4f}", unit, goal, sep="\t")


def main() -> None:
    app = App(Settings(reduced_motion=True, speed=3), (1920, 1080))
    app.push(MenuScene(app))
    app.frame(0.0)
    show("first usable menu after start of Python's imports", time.perf_counter() - started, "s", "<= 1.5")
    match = Match(load_base(), "tech-war", (Seat(), Seat(level="random")), "bench")
    begun = time.perf_counter()
    scene = PlayScene(app, match)
    app.push(scene)
    app.frame(0.0)
    app.frame(0.0)
    show("first paint of the table, 1080p", time.perf_counter() - begun, "s", "<= 1")
    for _ in range(40):
        if match.mover == T.US and match.state.shared[T.PHASE] == T.MOVING:
            break
        app.frame(0.0)
        if match.mover < T.NATURE:
            match.submit(match.legal()[0])
            scene.changed()
            app.rebuild()
    app.frame(0.0)
    show("full redraw, 1080p", clock(lambda: app.stage.draw(app.canvas, True), 30), "ms", "<= 5")
    card = next(node for node in app.stage.nodes if node.name.startswith("card:"))
    steps = iter(range(1, 10_000))

    def lift() -> None:
        card.rect = card.rect.move(0, 1 if next(steps) % 2 else -1)
        app.stage.draw(app.canvas)

    show("one card moves, 1080p", clock(lift, 40), "ms", "")
    show("nothing changed, 1080p", clock(lambda: app.frame(0.0), 200), "ms", "")
    scene.leave()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHOKEPOINT_SAVES"] = os.environ["CHOKEPOINT_CONFIG"] = folder
        pygame.init()
        main()
