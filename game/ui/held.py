"""Keys that are held down. What opens, closes or confirms happens once a press, however long the finger stays on it or
the machine takes; what moves goes on.
"""

from collections.abc import Container

import pygame

RUNNING = frozenset(
    (
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_LEFT,
        pygame.K_RIGHT,
        pygame.K_PAGEUP,
        pygame.K_PAGEDOWN,
        pygame.K_BACKSPACE,
        pygame.K_DELETE,
        pygame.K_TAB,
        pygame.K_PLUS,
        pygame.K_EQUALS,
        pygame.K_MINUS,
        pygame.K_KP_PLUS,
        pygame.K_KP_MINUS,
    )
)


class Held:
    def __init__(self) -> None:
        self._down: set[int] = set()

    def drops(self, event: pygame.event.Event, more: Container[int] = ()) -> bool:
        """Whether an event is only a key that has not been let go, and not one that goes on. `more` go on, too."""
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
        if event.type != pygame.KEYDOWN:
            return False
        is_held = event.key in self._down
        self._down.add(event.key)
        return is_held and event.key not in RUNNING and event.key not in more
