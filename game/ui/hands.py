"""The player's hands on a stage: pointing, clicking, dragging, the wheel, moving the focus, and when a tip
opens.
"""

from collections.abc import Callable

import pygame

from .nodes import Node
from .stage import Stage

TIP_DELAY = 0.35  # seconds of pointing until a tip opens; the focus opens it at once
ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


class Hands:
    """Turns pointer and keys into focus, hover and acts. Every method says whether something changed."""

    def __init__(
        self, stage: Stage, trace: Callable[[str, str], None], acting: Callable[[], None] = lambda: None
    ) -> None:
        self.stage = stage
        self._trace = trace
        self._acting = acting  # called before a node acts
        self._held: str | None = None  # the node that the pressed pointer drags
        self._pos = (0, 0)
        self._resting = 0.0  # seconds the pointer has been on its node

    # --- pointer ---------------------------------------------------------------------------------

    def move(self, pos: tuple[int, int]) -> bool:
        self._pos = pos
        held = self.stage.get(self._held or "")
        if held is not None and held.drag is not None:
            held.drag(pos)
            return True
        node = self.stage.at(pos)
        name = node.name if node else None
        if name == self.stage.hover and not self.stage.keyboard:
            return False
        self.stage.hover, self.stage.keyboard = name, False
        self._resting = 0.0
        return True

    def press(self, pos: tuple[int, int]) -> bool:
        self.move(pos)
        node = self.stage.at(pos)
        self._trace("click", node.name if node else "")
        if node is None:
            return False
        if node.can_focus:
            self.stage.focus = node.name
        if node.drag is not None:
            self._held = node.name
            node.drag(pos)
        if node.act is not None:
            self._acting()
            node.act()
        return True

    def release(self) -> None:
        self._held = None

    def wheel(self, steps: int) -> bool:
        """The wheel over a node that scrolls."""
        under = (n for n in reversed(self.stage.reachable()) if n.wheel and n.rect.collidepoint(self._pos))
        node = next(under, None)
        if node is not None and node.wheel is not None:
            node.wheel(steps)
        return node is not None

    # --- tips ------------------------------------------------------------------------------------

    def rest(self, seconds: float) -> bool:
        """Time passes. True at the moment when the tip of what is pointed at opens."""
        was, self._resting = self._resting, self._resting + seconds
        return was < TIP_DELAY <= self._resting

    def tipped(self) -> Node | None:
        """The node whose tip is open."""
        node = self.stage.pointed()
        if node is None or node.tip is None or node.has_page or self._held:
            return None
        return node if self.is_resting() else None

    def is_resting(self) -> bool:
        """Whether what is pointed at has been for as long as a tip takes to open."""
        return self.stage.keyboard or self._resting >= TIP_DELAY

    # --- keys ------------------------------------------------------------------------------------

    def focused(self) -> Node | None:
        """The node that keys belong to."""
        node = self.stage.get(self.stage.focus or "")
        return node if node is not None and node in self.stage.reachable() else None

    def own_key(self, event: pygame.event.Event) -> bool:
        """A key that the focused node takes for itself: letters in a field, arrows on a slider."""
        node = self.focused()
        if node is None or node.keys is None or not node.keys(event):
            return False
        self.stage.keyboard = True
        return True

    def key(self, event: pygame.event.Event) -> bool:
        """Keys that work everywhere: Tab, arrows, Enter and Space."""
        if event.key == pygame.K_TAB:
            self.stage.focus_step(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        elif event.key in ARROWS:
            self.stage.focus_towards(*ARROWS[event.key])
        elif event.key in ENTER:
            return self._act()
        else:
            return False
        self._trace("focus", self.stage.focus or "")
        return True

    def _act(self) -> bool:
        node = self.focused()
        if node is None:
            return False
        self.stage.keyboard = True
        self._trace("click", node.name)
        if node.act is not None:
            self._acting()
            node.act()
        return True
