"""Figures of drawing for the benchmark: first paint, full redraw, one card, nothing changed. Prints lines with tabs."""

import os
import tempfile
import time
from collections.abc import Callable
from statistics import median

import pygame

from game.content.compile import load_base
from game.engine import terms as T
from game.match.match import Match
from game.match.seats import Seat

from . import worldmap
from .app import App
from .scenes.menu import MenuScene
from .scenes.play import PlayScene
from .settings import Settings

FRAME = 1 / 60


def clock(action: Callable[[], object]) -> float:
    """Milliseconds of work that an action takes; what else the machine does is not counted."""
    begun = time.process_time()
    action()
    return (time.process_time() - begun) * 1000


def clocked(action: Callable[[], object], times: int) -> float:
    """Median milliseconds of an action."""
    return median(clock(action) for _ in range(times))


def show(name: str, value: float, unit: str, goal: str = "") -> None:
    print(name, f"{value:.4f}", unit, goal, sep="\t")


def paint_all(app: App) -> None:
    """Frames until the map is there too, which is painted on a thread."""
    app.frame(0.0)
    worldmap.finish()
    app.frame(0.0)


def start_moving(app: App) -> tuple[PlayScene, Match]:
    """At the table, at the first move of the US."""
    match = Match(load_base(), "tech-war", (Seat(), Seat(level="random")), "bench")
    scene = PlayScene(app, match)
    app.push(scene)
    show(
        "computing of the first paint of the table, 1080p", clock(lambda: paint_all(app)) / 1000, "s", "<= 1"
    )
    while match.mover != T.US or match.state.shared[T.PHASE] != T.MOVING:
        match.run_nature()
        match.submit(match.legal()[0])
    scene.changed()
    app.frame(0.0)
    return scene, match


def motion(app: App, scene: PlayScene, match: Match) -> None:
    """A card is played: every frame from the hand to the pile goes the real way, through the app."""
    app.settings.reduced_motion, app.settings.speed = False, 1
    scene.pick(next(action for action in match.legal() if action >= T.CARD))
    scene.pick(T.USE + T.USE_FUND)
    app.rebuild()
    flying, impacts = [], []
    while scene.is_moving():
        beats = len(scene.showing.director.story.entries)
        took = clock(lambda: app.frame(FRAME))
        is_alone = [mover.name for mover in scene.movers()] == ["played"]
        if beats != len(scene.showing.director.story.entries):
            impacts.append(took)
        elif is_alone:
            flying.append(took)
    show(f"one card moves, 1080p, a frame ({len(flying)} frames)", median(flying), "ms", "<= 0.5")
    show("the moment of impact, 1080p, the longest frame", max(impacts), "ms", "<= 16")


def main() -> None:
    app = App(Settings(reduced_motion=True, speed=3, scale="100"), (1920, 1080))
    app.push(MenuScene(app))
    app.frame(0.0)
    scene, match = start_moving(app)
    show("full redraw, 1080p", clocked(lambda: app.stage.draw(app.canvas, True), 30), "ms", "<= 4")
    show("nothing changed, 1080p", clocked(lambda: app.frame(0.0), 200), "ms", "<= 0.05")
    motion(app, scene, match)
    scene.leave()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHOKEPOINT_SAVES"] = os.environ["CHOKEPOINT_CONFIG"] = folder
        pygame.init()
        main()
