"""The small scene graph: named nodes that paint themselves once, a focus, hover, tooltips.

A scene rebuilds its list of nodes whenever something changed; a node's picture is kept as long as its name, size and
`key` stay the same, so that only what changed is painted and only the dirty rectangle is put together again.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pygame

from . import theme
from .pen import Pen

Paint = Callable[[pygame.Surface, pygame.Rect], None]


@dataclass(slots=True)
class Node:
    """A rectangle of the screen with a name, a picture, and perhaps something to click.

    `paint` draws into a surface `pad` pixels larger on every side; the rect it is given is the node's own place there.
    """

    name: str
    rect: pygame.Rect
    paint: Paint
    key: Hashable = 0
    act: Callable[[], None] | None = None
    tip: Callable[[], list[str]] | None = None  # lines; the first is the title
    layer: int = 0
    pad: int = 0
    live: bool = True  # may be hovered and clicked
    group: str = ""  # arrows move within a group first
    cover: bool = False  # a sheet: nothing under it can be reached

    @property
    def can_focus(self) -> bool:
        return self.live and (self.act is not None or self.tip is not None)

    @property
    def outer(self) -> pygame.Rect:
        return self.rect.inflate(2 * self.pad, 2 * self.pad)


class Stage:
    """Draws nodes, finds what the pointer is on, moves the focus."""

    def __init__(self, pen: Pen, backdrop: pygame.Surface) -> None:
        self.pen = pen
        self.backdrop = backdrop
        self.nodes: list[Node] = []
        self.focus: str | None = None
        self.hover: str | None = None
        self.keyboard = False  # whether the focus was last moved by keys: then the ring shows
        self._pictures: dict[str, tuple[Hashable, tuple[int, int], pygame.Surface]] = {}
        self._drawn: dict[str, tuple[pygame.Rect, Hashable, int]] = {}
        self._ring: tuple[str | None, bool] = (None, False)

    def put(self, nodes: list[Node]) -> None:
        """Replace the nodes; the focus stays on its name if it is still there."""
        self.nodes = sorted(nodes, key=lambda node: node.layer)
        names = {node.name for node in self.nodes}
        if self.focus not in names:
            self.focus = None
        if self.hover not in names:
            self.hover = None
        for name in [name for name in self._pictures if name not in names]:
            del self._pictures[name]

    def get(self, name: str) -> Node | None:
        return next((node for node in self.nodes if node.name == name), None)

    # --- pointer and focus -----------------------------------------------------------------------

    def reachable(self) -> list[Node]:
        """Nodes above the topmost sheet, if there is one."""
        floor = max((node.layer for node in self.nodes if node.cover), default=-1)
        return [node for node in self.nodes if node.layer >= floor]

    def at(self, pos: tuple[int, int]) -> Node | None:
        for node in reversed(self.reachable()):
            if node.live and node.rect.collidepoint(pos):
                return node
        return None

    def focusable(self) -> list[Node]:
        return [node for node in self.reachable() if node.can_focus]

    def focus_step(self, step: int) -> None:
        """Tab: the next or previous node in reading order."""
        nodes = sorted(self.focusable(), key=lambda n: (n.group, n.rect.y // 8, n.rect.x))
        if not nodes:
            return
        names = [node.name for node in nodes]
        at = names.index(self.focus) if self.focus in names else (-1 if step > 0 else 0)
        self.focus, self.keyboard = names[(at + step) % len(names)], True

    def focus_towards(self, dx: int, dy: int) -> None:
        """Arrow keys: the nearest node that way."""
        here = self.get(self.focus) if self.focus else None
        if here is None:
            self.focus_step(1)
            return
        best, best_distance = None, 1e9
        for node in self.focusable():
            along = (node.rect.centerx - here.rect.centerx) * dx + (
                node.rect.centery - here.rect.centery
            ) * dy
            across = abs((node.rect.centerx - here.rect.centerx) * dy) + abs(
                (node.rect.centery - here.rect.centery) * dx
            )
            distance = along + 2.5 * across
            if node is not here and along > 4 and distance < best_distance:
                best, best_distance = node, distance
        if best is not None:
            self.focus = best.name
        self.keyboard = True

    def pointed(self) -> Node | None:
        """What the player is looking at: the hovered node, or the focused one when keys are in use."""
        return self.get(self.focus or "") if self.keyboard else self.get(self.hover or "")

    # --- drawing ---------------------------------------------------------------------------------

    def draw(self, target: pygame.Surface, whole: bool = False) -> list[pygame.Rect]:
        """Bring the target up to date; returns the rectangles that changed."""
        dirty = self._dirty(whole)
        if not dirty:
            return []
        area = dirty[0].unionall(dirty[1:]).clip(target.get_rect())
        target.set_clip(area)
        target.blit(self.backdrop, area, area)
        for node in self.nodes:
            outer = node.outer
            if outer.colliderect(area):
                target.blit(self._picture(node), outer)
        ring = self.get(self.focus or "") if self.keyboard else None
        if ring is not None:
            grown = ring.rect.inflate(self.pen.px(8), self.pen.px(8))
            pygame.draw.rect(target, theme.GOLD, grown, max(2, self.pen.px(3)), self.pen.px(12))
        target.set_clip(None)
        return [area]

    def _dirty(self, whole: bool) -> list[pygame.Rect]:
        now = {node.name: (node.outer, node.key, node.layer) for node in self.nodes}
        dirty = [self.backdrop.get_rect()] if whole else []
        for name, (rect, key, layer) in now.items():
            before = self._drawn.get(name)
            if before != (rect, key, layer):
                dirty.append(rect)
                if before is not None:
                    dirty.append(before[0])
        dirty += [rect for name, (rect, _, _) in self._drawn.items() if name not in now]
        ring = (self.focus if self.keyboard else None, self.keyboard)
        if ring != self._ring:
            for name in (ring[0], self._ring[0]):
                node = self.get(name) if name else None
                if node is not None:
                    dirty.append(node.outer.inflate(self.pen.px(20), self.pen.px(20)))
            self._ring = ring
        self._drawn = now
        return dirty

    def _picture(self, node: Node) -> pygame.Surface:
        size = node.outer.size
        kept = self._pictures.get(node.name)
        if kept is None or kept[0] != node.key or kept[1] != size:
            surface = pygame.Surface(size, pygame.SRCALPHA)
            node.paint(surface, pygame.Rect(node.pad, node.pad, *node.rect.size))
            kept = (node.key, size, surface)
            self._pictures[node.name] = kept
        return kept[2]
