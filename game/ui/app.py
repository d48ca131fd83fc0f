"""The window: its loop, the stack of scenes, full screen, screenshots, and a screen of last resort.

A scene offers `nodes()` (what is on it), `key(event)` and `update(seconds)`; everything else is the stage's.
"""

import json
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median

import pygame

from game.places import saves_dir

from . import theme
from .pen import Pen
from .settings import Settings, save_settings
from .stage import Node, Stage
from .tooltip import tooltip

SMALLEST = (1280, 720)
TIP_DELAY = 0.35
BUSY, IDLE = 60, 30  # frames a second while something moves, and at rest


class Scene:
    """One screen. Scenes are stacked: the top one is shown."""

    title = ""

    def __init__(self, app: "App") -> None:
        self.app = app

    def nodes(self) -> list[Node]:
        """What is on the screen now."""
        return []

    def key(self, event: pygame.event.Event) -> bool:
        """A key that no node took. True if the scene used it."""
        return False

    def update(self, seconds: float) -> bool:
        """Time has passed. True if the scene changed and must be rebuilt."""
        return False

    def leave(self) -> None:
        """The scene is taken off the stack."""

    def entered(self) -> None:
        """The scene is on top (again)."""


class App:
    """Holds the window and runs the loop."""

    def __init__(
        self, settings: Settings, size: tuple[int, int] = (1600, 900), trace: Path | None = None
    ) -> None:
        self.settings = settings
        self.trace_file = trace
        self.running = True
        self.scenes: list[Scene] = []
        self.toast: tuple[str, float] = ("", 0.0)
        self._size = size
        self._changed = True
        self._whole = True
        self._tip_at = 0.0
        self._input_at = 0.0
        self._flips: list[float] = []
        self.open_window()

    # --- window ----------------------------------------------------------------------------------

    def open_window(self) -> None:
        pygame.display.init()
        pygame.font.init()
        flags = pygame.RESIZABLE | (pygame.FULLSCREEN if self.settings.full_screen else 0)
        size = (0, 0) if self.settings.full_screen else self._size
        self.screen = pygame.display.set_mode(size, flags)
        pygame.display.set_caption("Chokepoint")
        pygame.key.set_repeat(400, 60)
        self.resize()

    def resize(self) -> None:
        """Make everything anew for the window's size."""
        width, height = self.screen.get_size()
        width, height = max(width, SMALLEST[0]), max(height, SMALLEST[1])
        self.pen = Pen(width, height, self.settings.factor(height))
        self.canvas = self.screen
        if self.screen.get_size() != (width, height):
            self.canvas = pygame.Surface((width, height))  # too small a window shows a shrunken picture
        self.stage = Stage(self.pen, backdrop(self.pen))
        self.rebuild(whole=True)

    def rebuild(self, whole: bool = False) -> None:
        """The scene changed: ask it for its nodes before the next frame."""
        self._changed = True
        self._whole = self._whole or whole

    def toggle_full_screen(self) -> None:
        self.settings.full_screen = not self.settings.full_screen
        save_settings(self.settings)
        pygame.display.quit()
        self.open_window()

    def to_canvas(self, pos: tuple[int, int]) -> tuple[int, int]:
        if self.canvas is self.screen:
            return pos
        width, height = self.screen.get_size()
        return pos[0] * self.canvas.get_width() // width, pos[1] * self.canvas.get_height() // height

    # --- scenes ----------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]

    def push(self, scene: Scene) -> None:
        self.scenes.append(scene)
        self._enter()

    def pop(self) -> None:
        self.scenes.pop().leave()
        if not self.scenes:
            self.running = False
            return
        self._enter()

    def replace(self, scene: Scene) -> None:
        self.scenes.pop().leave()
        self.push(scene)

    def _enter(self) -> None:
        self.stage.focus = None
        self.stage.hover = None
        self.trace("scene", type(self.scene).__name__)
        self.scene.entered()
        self.rebuild(whole=True)

    def say(self, text: str, seconds: float = 4.0) -> None:
        """A line at the bottom of the screen for a while."""
        self.toast = (text, time.monotonic() + seconds)
        self.trace("say", text)
        self.rebuild()

    def trace(self, *what: object) -> None:
        """Write what happened to the trace file, for tests that drive a real window."""
        if self.trace_file is not None:
            with self.trace_file.open("a", encoding="utf-8") as file:
                file.write(json.dumps([round(time.time(), 3), *map(str, what)]) + "\n")

    # --- events ----------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            if self.screen.get_size() != getattr(self, "_seen_size", None):
                self._seen_size = self.screen.get_size()
                self.resize()
        elif event.type == pygame.MOUSEMOTION:
            self._point(self.to_canvas(event.pos))
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._point(self.to_canvas(event.pos))
            self._click(self.stage.at(self.to_canvas(event.pos)))
        elif event.type == pygame.MOUSEWHEEL:
            self.scene_wheel(event.y)
        elif event.type == pygame.KEYDOWN:
            self._key(event)

    def scene_wheel(self, steps: int) -> None:
        wheel: Callable[[int], None] | None = getattr(self.scene, "wheel", None)
        if wheel is not None:
            wheel(steps)
            self.rebuild()

    def _point(self, pos: tuple[int, int]) -> None:
        node = self.stage.at(pos)
        name = node.name if node else None
        if name != self.stage.hover or self.stage.keyboard:
            self.stage.hover, self.stage.keyboard = name, False
            self._tip_at = time.monotonic() + TIP_DELAY
            self.rebuild()

    def _click(self, node: Node | None) -> None:
        self.trace("click", node.name if node else "")
        if node is not None and node.act is not None:
            self.stage.focus = node.name
            node.act()
            self.rebuild()

    def _key(self, event: pygame.event.Event) -> None:
        """First the scene (text entry, its own keys), then the keys that work everywhere."""
        self.rebuild()
        self.trace("key", pygame.key.name(event.key))
        if self.scene.key(event):
            return
        arrows = {
            pygame.K_LEFT: (-1, 0),
            pygame.K_RIGHT: (1, 0),
            pygame.K_UP: (0, -1),
            pygame.K_DOWN: (0, 1),
        }
        if event.key == pygame.K_TAB:
            self.stage.focus_step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            self._tip_at = 0.0
        elif event.key in arrows:
            self.stage.focus_towards(*arrows[event.key])
            self._tip_at = 0.0
        elif event.key in (pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER):
            node = self.stage.get(self.stage.focus or "")
            if node is not None and node in self.stage.reachable():
                self.stage.keyboard = True
                self._click(node)
        elif event.key == pygame.K_F11:
            self.toggle_full_screen()
        elif event.key == pygame.K_F12:
            self.screenshot()

    def screenshot(self) -> None:
        stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
        path = saves_dir() / f"Chokepoint {stamp}.png"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            pygame.image.save(self.canvas, path)
            self.say(f"Picture saved: {path}")
        except (OSError, pygame.error) as error:
            self.say(f"The picture can't be saved: {error}")

    # --- the loop --------------------------------------------------------------------------------

    def frame(self, seconds: float) -> None:
        """One turn: let the scene move, rebuild if need be, draw what changed."""
        if self.scene.update(seconds):
            self.rebuild()
        now = time.monotonic()
        if self.toast[0] and now > self.toast[1]:
            self.toast = ("", 0.0)
            self.rebuild()
        if self._tip_at and now >= self._tip_at:
            self._tip_at = 0.0
            self.rebuild()
        if self._changed:
            self._changed = False
            self.stage.put(self.scene.nodes() + self._overlays())
        changed = self.stage.draw(self.canvas, self._whole)
        self._whole = False
        if changed:
            self._show(changed)

    def _overlays(self) -> list[Node]:
        nodes = []
        pointed = self.stage.pointed()
        if pointed is not None and pointed.tip is not None and not self._tip_at:
            lines = pointed.tip()
            if lines:
                nodes.append(tooltip(self.pen, pointed.rect, lines))
        if self.toast[0]:
            nodes.append(toast(self.pen, self.toast[0]))
        return nodes

    def _show(self, changed: list[pygame.Rect]) -> None:
        started = time.perf_counter()
        if self.canvas is self.screen:
            pygame.display.update(changed)
        else:
            pygame.transform.smoothscale(self.canvas, self.screen.get_size(), self.screen)
            pygame.display.flip()
        if len(self._flips) < 5 and not self.settings.slow_flip:
            self._flips.append(time.perf_counter() - started)
            if len(self._flips) == 5 and is_slow(self._flips):
                self._use_software()

    def _use_software(self) -> None:
        """This machine shows windows through a slow software GPU: reopen without one, and remember."""
        self.settings.slow_flip = True
        save_settings(self.settings)
        self._size = self.screen.get_size()
        pygame.display.quit()
        use_plain_surface()
        self.open_window()

    def run(self) -> None:
        """Until the window is closed."""
        clock = pygame.time.Clock()
        self.trace("ready")
        while self.running:
            busy = time.monotonic() - self._input_at < 0.5
            seconds = clock.tick(BUSY if busy else IDLE) / 1000
            try:
                for event in pygame.event.get():
                    self._input_at = time.monotonic()
                    self.handle(event)
                    if not self.running or not self.scenes:
                        return
                self.frame(seconds)
            except Exception:  # the last resort: say so, keep the match, let the player go on
                self._crashed(traceback.format_exc())

    def _crashed(self, details: str) -> None:
        from .scenes.crash import CrashScene

        if isinstance(self.scene, CrashScene):
            raise RuntimeError(details)
        self.trace("crash", details)
        self.push(CrashScene(self, details))


def is_slow(flips: list[float]) -> bool:
    """Whether the first flips (seconds) show a machine that draws windows in software the slow way."""
    return median(flips) > 0.010


def use_plain_surface() -> None:
    """Ask SDL for a window surface that does not go through the GPU. Before the window is opened."""
    import os

    os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"


def backdrop(pen: Pen) -> pygame.Surface:
    """Navy, tinted blue from the left and red from the right, with a faint grid of dots."""
    w, h = pen.width, pen.height
    tints = "".join(
        f'<linearGradient id="t{k}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="0" x2="{x2}" y2="0">'
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{share}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/></linearGradient>'
        for k, (x1, x2, colour, share) in enumerate(
            ((0, w / 3, theme.MID[0], 0.20), (w, 2 * w / 3, theme.MID[1], 0.17))
        )
    )
    body = "".join(f'<rect width="{w}" height="{h}" fill="url(#t{k})"/>' for k in (0, 1))
    surface = pygame.Surface((w, h))
    surface.fill(pygame.Color(theme.APP))
    surface.blit(pen.svg(body, w, h, defs=tints), (0, 0))
    step = max(16, pen.px(32))
    dot = pygame.Color(theme.mix(theme.APP, theme.TEXT_3, 0.16))
    for x in range(step // 2, w, step):
        for y in range(step // 2, h, step):
            surface.fill(dot, (x, y, 2, 2))
    return surface.convert()


def toast(pen: Pen, text: str) -> Node:
    """The line at the bottom."""
    lines = pen.wrap(text, "medium", 15, pen.px(900))
    width = max(pen.text_width(line, "medium", 15) for line in lines) + pen.px(48)
    height = pen.line(15) * len(lines) + pen.px(22)
    rect = pygame.Rect((pen.width - width) // 2, pen.height - height - pen.px(14), width, height)

    def paint(target: pygame.Surface, box: pygame.Rect) -> None:
        pen.box(target, box, theme.TIP_TOP, theme.TIP_BOTTOM, theme.GOLD, 10)
        pen.paragraph(
            target, text, box.x + pen.px(24), box.y + pen.px(13), pen.px(900), 15, theme.TEXT, "medium"
        )

    return Node("toast", rect, paint, key=text, layer=95, live=False)
