"""The small scene graph: named nodes that paint themselves once, a focus, hover, the dirty rectangles.

A scene rebuilds its list of nodes whenever something changed; what changed is found by comparing with what
was drawn, and only those rectangles are put together again. What moves is kept apart: a mover draws itself in
every frame, between the nodes of its layer, and no node is rebuilt for it.
"""

from collections.abc import Hashable, Sequence
from dataclasses import replace

import pygame

from .focus import in_order, step, towards
from .movers import Mover
from .nodes import Node, Paint, Picture, nothing
from .pen import Pen
from .text import Written

__all__ = ["Node", "Paint", "Stage", "disjoint"]

OVERLAYS = 90  # tooltips and toasts lie above the focus ring
RING = " ring"


class Stage:
    """Draws nodes, finds what the pointer is on, moves the focus."""

    def __init__(self, pen: Pen, backdrop: pygame.Surface) -> None:
        self.pen = pen
        self.backdrop = backdrop
        self.nodes: list[Node] = []
        self.focus: str | None = None
        self.hover: str | None = None
        self.keyboard = False  # whether the focus was last moved by keys: then the ring shows
        self.painted = 0  # pictures painted by the last draw
        self._pictures: dict[tuple[str, bool], Picture] = {}
        self._drawn: dict[str, tuple[pygame.Rect, Hashable]] = {}
        self._order: list[str] = []
        self._last: dict[str, str] = {}  # the node of a group that last had the focus
        self._by_name: dict[str, Node] = {}
        self._above: list[Node] = []
        self._given_up: str | None = None
        self._ground = backdrop.copy()  # the backdrop with the panels that lie on it
        self._laid: dict[str, tuple[pygame.Rect, Hashable]] = {}
        self.movers: Sequence[Mover] = ()
        self._moved: dict[str, tuple[pygame.Rect, Hashable]] = {}
        self._lifted: frozenset[str] = frozenset()  # nodes that a mover shows in their stead

    def put(self, nodes: list[Node]) -> None:
        """Replace the nodes; the focus stays on its name if it is still there."""
        self.nodes = sorted(nodes, key=lambda node: node.layer)
        self._above = [node for node in self.nodes if not node.ground]
        self._by_name = {node.name: node for node in self.nodes}
        if len(self._by_name) != len(nodes):
            names = [node.name for node in nodes]
            twice = sorted({name for name in names if names.count(name) > 1})
            raise ValueError(f"nodes with the same name: {', '.join(twice)}")
        self._keep_focus({node.name for node in self.reachable()})

    def _keep_focus(self, reachable: set[str]) -> None:
        """A sheet takes the focus away and gives it back when it goes."""
        if self.focus is not None and self.focus not in reachable:
            self._given_up = self.focus if self.focus in self._by_name else self._given_up
            self.focus = None
        if self.focus is None and self._given_up in reachable:
            self.focus, self._given_up = self._given_up, None
        if self.hover not in reachable:
            self.hover = None

    def get(self, name: str) -> Node | None:
        return self._by_name.get(name)

    # --- pointer and focus -----------------------------------------------------------------------

    def reachable(self) -> list[Node]:
        """Nodes above the topmost sheet, if there is one."""
        floor = max((node.layer for node in self.nodes if node.cover), default=None)
        return self.nodes if floor is None else [node for node in self.nodes if node.layer >= floor]

    def at(self, pos: tuple[int, int]) -> Node | None:
        """The topmost live node under a place in pixels."""
        for node in reversed(self.reachable()):
            if node.live and node.rect.collidepoint(pos):
                return node
        return None

    def focusable(self) -> list[Node]:
        return in_order([node for node in self.reachable() if node.can_focus])

    def focus_on(self, name: str) -> None:
        """Give the focus to a node, as keys do."""
        node = self.get(name)
        if node is None:
            raise KeyError(name)
        self.focus, self.keyboard = name, True
        self._last[node.group] = name

    def focus_step(self, by: int) -> None:
        """Tab: the next (1) or previous (-1) group; inside the only group, the next node."""
        found = step(self.focusable(), self.focus, by, self._last)
        if found is not None:
            self.focus_on(found.name)

    def focus_towards(self, dx: int, dy: int) -> None:
        """Arrow keys: the nearest node that way, in the same group if there is one."""
        here = self.get(self.focus) if self.focus else None
        if here is None:
            self.focus_step(1)
            return
        self.keyboard = True
        found = towards(self.focusable(), here, dx, dy)
        if found is not None:
            self.focus_on(found.name)

    def pointed(self) -> Node | None:
        """What the player is looking at: the hovered node, or the focused one when keys are in use."""
        return self.get((self.focus if self.keyboard else self.hover) or "")

    # --- drawing ---------------------------------------------------------------------------------

    def draw(self, target: pygame.Surface, whole: bool = False) -> list[pygame.Rect]:
        """Bring the target up to date; returns the rectangles that changed, none overlapping another."""
        self.painted = 0
        self._lifted = self._lifts()
        for key in [key for key in self._pictures if key[0] not in self._by_name]:
            del self._pictures[key]
        areas = disjoint(self._dirty(whole) + self._moving(), target.get_rect())
        self._lay_ground()
        self._compose(target, areas)
        return areas

    def animate(self, target: pygame.Surface) -> list[pygame.Rect]:
        """Bring up to date what moves, when nothing else has changed."""
        if self._lifts() != self._lifted:
            return self.draw(target)
        areas = disjoint(self._moving(), target.get_rect())
        self._compose(target, areas)
        return areas

    def _lifts(self) -> frozenset[str]:
        return frozenset(name for mover in self.movers for name in mover.lifts)

    def _moving(self) -> list[pygame.Rect]:
        """Rectangles in which a mover was or is, and has changed."""
        now: dict[str, tuple[pygame.Rect, Hashable]] = {m.name: (m.rect, m.key) for m in self.movers}
        before, self._moved = self._moved, now
        dirty = [seen[0] for name, seen in before.items() if now.get(name) != seen]
        return dirty + [seen[0] for name, seen in now.items() if before.get(name) != seen]

    def _compose(self, target: pygame.Surface, areas: list[pygame.Rect]) -> None:
        """Put the areas together: the ground, nodes and movers by layer, the focus ring, overlays."""
        pointed = self.pointed()
        above: list[Node | Mover] = [node for node in self._above if node.name not in self._lifted]
        if self.movers and areas:
            above = sorted([*above, *self.movers], key=lambda item: item.layer)
        ring = pointed if self.keyboard else None
        for area in areas:
            target.set_clip(area)
            target.blit(self._ground, area, area)
            for item in above:
                if ring is not None and item.layer >= max(OVERLAYS, ring.layer + 1):
                    self._blit_ring(target, ring, area)
                    ring = None
                if isinstance(item, Mover):
                    if item.rect.colliderect(area):
                        item.paint(target)
                        self.pen.written.clear()
                elif self._is_seen(item, pointed) and item.outer.colliderect(area):
                    target.blit(self.picture(item, item is pointed).surface, item.outer)
            if ring is not None:
                self._blit_ring(target, ring, area)
            ring = pointed if self.keyboard else None
        target.set_clip(None)

    def _is_seen(self, node: Node, pointed: Node | None) -> bool:
        return node.paint is not nothing or (node is pointed and node.lit is not None)

    def _lay_ground(self) -> None:
        """Put the ground nodes on the backdrop where one of them has changed: one opaque picture blits fast."""
        there = [node for node in self.nodes if node.ground and node.paint is not nothing]
        ground = [node for node in there if node.name not in self._lifted]
        now: dict[str, tuple[pygame.Rect, Hashable]] = {node.name: (node.outer, node.key) for node in ground}
        changed = [seen[0] for name, seen in self._laid.items() if now.get(name) != seen]
        changed += [seen[0] for name, seen in now.items() if self._laid.get(name) != seen]
        self._laid = now
        for area in disjoint(changed, self._ground.get_rect()):
            self._ground.set_clip(area)
            self._ground.blit(self.backdrop, area, area)
            for node in ground:
                if node.outer.colliderect(area):
                    self._ground.blit(self.picture(node).surface, node.outer)
        self._ground.set_clip(None)

    def ring_rect(self, node: Node) -> pygame.Rect:
        return (node.ring or node.rect).inflate(self.pen.px(8), self.pen.px(8)).clip(self.backdrop.get_rect())

    def _blit_ring(self, target: pygame.Surface, node: Node, area: pygame.Rect) -> None:
        rect = self.ring_rect(node)
        if rect.colliderect(area):
            target.blit(self.pen.ring(rect.w, rect.h, node.radius + 3, wide=node.ring_wide), rect)

    def _dirty(self, whole: bool) -> list[pygame.Rect]:
        """Rectangles whose content differs from what was drawn."""
        pointed = self.pointed()
        now: dict[str, tuple[pygame.Rect, Hashable]] = {
            node.name: (node.outer, (node.key, node.layer, node is pointed and node.lit is not None))
            for node in self.nodes
            if node.name not in self._lifted
        }
        if self.keyboard and pointed is not None:
            now[RING] = (self.ring_rect(pointed), pointed.name)
        before, self._drawn = self._drawn, now
        order, self._order = self._order, list(now)
        if whole:
            return [self.backdrop.get_rect()]
        dirty = [seen[0] for name, seen in before.items() if now.get(name) != seen]
        dirty += [seen[0] for name, seen in now.items() if before.get(name) != seen]
        if not dirty and order != self._order:
            return [self.backdrop.get_rect()]
        return dirty

    def picture(self, node: Node, is_pointed: bool = False) -> Picture:
        """What the node looks like, painted if need be."""
        is_lit = is_pointed and node.lit is not None
        size = node.outer.size
        kept = self._pictures.get((node.name, is_lit))
        if kept is None or kept.key != node.key or kept.size != size:
            surface = pygame.Surface(size, pygame.SRCALPHA)
            self.pen.written.clear()
            paint = node.lit if is_lit and node.lit is not None else node.paint
            paint(surface, pygame.Rect(node.pad, node.pad, *node.rect.size))
            kept = Picture(node.key, size, surface, list(self.pen.written))
            self._pictures[node.name, is_lit] = kept
            self.painted += 1
        return kept

    def written(self) -> list[tuple[Node, Written]]:
        """All text that can be seen and is not under a sheet, in window pixels."""
        pointed = self.pointed()
        return [
            (node, replace(piece, rect=piece.rect.move(node.outer.topleft)))
            for node in self.reachable()
            if node.name not in self._lifted
            for piece in self.picture(node, node is pointed).written
        ]


def disjoint(rects: list[pygame.Rect], screen: pygame.Rect) -> list[pygame.Rect]:
    """The rectangles on the screen, overlapping ones joined until none overlaps another."""
    found: list[pygame.Rect] = []
    for rect in rects:
        rect = rect.clip(screen)
        if not rect.w or not rect.h:
            continue
        touching = rect.collidelistall(found)
        while touching:
            rect = rect.unionall([found[n] for n in touching])
            found = [other for n, other in enumerate(found) if n not in touching]
            touching = rect.collidelistall(found)
        found.append(rect)
    return found
