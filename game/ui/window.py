"""The window itself: its size, full screen, the surface that is drawn on, and how pictures get to the
screen.
"""

import os
import time
from statistics import median

import pygame

from .layout import SMALLEST
from .settings import Settings, save_settings

SLOW_FLIP = 0.010  # seconds; a machine without a GPU needs 28 ms through OpenGL and 1.2 ms without
FLIPS = 5
FIRST = (1600, 900)  # pixels of the first window
BARS = 72  # pixels that title bar and task bar take from a screen's height
TRIES, PAUSE = 5, 0.2  # seconds: for opening the window anew
PLAIN = "SDL_FRAMEBUFFER_ACCELERATION"  # SDL's name for it; "0" is without the GPU


def is_slow(flips: list[float]) -> bool:
    """Whether the first flips (seconds) show a machine that shows windows through a software GPU."""
    return median(flips) > SLOW_FLIP


def use_plain_surface(on: bool = True) -> None:
    """Ask SDL for a window surface that does not go through the GPU. Before the window is opened."""
    if on:
        os.environ[PLAIN] = "0"
    else:
        os.environ.pop(PLAIN, None)


def first_size() -> tuple[int, int]:
    """1600 x 900 pixels, or what the bars of a smaller screen leave."""
    pygame.display.init()
    width, height = pygame.display.get_desktop_sizes()[0]
    return min(FIRST[0], width), min(FIRST[1], height - BARS)


class Window:
    """A resizable window with a canvas of at least 1280 x 720 pixels, shown smaller where the window is
    smaller.
    """

    def __init__(self, settings: Settings, size: tuple[int, int]) -> None:
        self.settings = settings
        self._size = size
        self._flips: list[float] = []
        self.open()

    def open(self) -> None:
        """Open the window, or open it anew. Raises pygame.error where there is no screen."""
        os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "chokepoint")
        pygame.display.init()
        pygame.font.init()
        full = self.settings.full_screen
        flags = pygame.FULLSCREEN if full else pygame.RESIZABLE
        self.screen = pygame.display.set_mode((0, 0) if full else self._size, flags)
        pygame.display.set_caption("Chokepoint")
        pygame.key.set_repeat(400, 60)
        self.fit()

    def reopen(self) -> None:
        """Close the window and open it anew.

        An X server that shows nothing else starts over when its only window closes, and takes no new one for a moment.
        """
        for _ in range(TRIES - 1):
            pygame.display.quit()
            try:
                return self.open()
            except pygame.error:
                time.sleep(PAUSE)
        return self.open()

    def fit(self) -> None:
        """Make a canvas for the window's present size."""
        size = self.screen.get_size()
        self.seen_size = size
        if not self.settings.full_screen:
            self._size = size
        least = (max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1]))
        self.canvas = self.screen if size == least else pygame.Surface(least)

    @property
    def has_new_size(self) -> bool:
        return self.screen.get_size() != self.seen_size

    def to_canvas(self, pos: tuple[int, int]) -> tuple[int, int]:
        """A place in the window as a place on the canvas."""
        if self.canvas is self.screen:
            return pos
        width, height = self.screen.get_size()
        return pos[0] * self.canvas.get_width() // width, pos[1] * self.canvas.get_height() // height

    def toggle_full_screen(self) -> None:
        self.settings.full_screen = not self.settings.full_screen
        save_settings(self.settings)
        self.reopen()

    def draw_plainly(self, on: bool) -> None:
        """With or without the GPU from now on; remembered."""
        self.settings.slow_flip = on
        save_settings(self.settings)
        use_plain_surface(on)
        self.reopen()

    def show(self, changed: list[pygame.Rect]) -> bool:
        """Bring what was drawn to the screen. True if the window had to be opened anew and wants drawing
        again.
        """
        started = time.perf_counter()
        if self.canvas is self.screen:
            pygame.display.update(changed)
        else:
            pygame.transform.smoothscale(self.canvas, self.screen.get_size(), self.screen)
            pygame.display.flip()
        return self._was_slow(time.perf_counter() - started)

    def _was_slow(self, seconds: float) -> bool:
        """After the first five flips: on a slow machine open the window without a GPU, and remember that."""
        if self.settings.slow_flip or len(self._flips) == FLIPS:
            return False
        self._flips.append(seconds)
        if len(self._flips) < FLIPS or not is_slow(self._flips):
            return False
        self.draw_plainly(True)
        return True
