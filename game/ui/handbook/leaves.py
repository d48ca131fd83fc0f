"""Slabs put on leaves: two columns or one, nothing broken, headings never alone at the foot."""

from dataclasses import dataclass, field, replace

from .slabs import Slab


@dataclass
class Leaf:
    """What is seen at once: slabs with the column and the pixels from the top where each stands."""

    placed: list[tuple[Slab, int, int]] = field(default_factory=list)  # slab, column, y

    def holds(self, block: int) -> bool:
        return any(slab.block == block for slab, _, _ in self.placed)


class Binder:
    """Fills leaves from the first slab to the last."""

    def __init__(self, columns: int, height: int) -> None:
        self.columns, self.height = columns, height
        self.leaves: list[Leaf] = [Leaf()]
        self.column, self.y, self.top = 0, 0, 0

    def bind(self, slabs: list[Slab]) -> list[Leaf]:
        n = 0
        while n < len(slabs):
            group = [slabs[n]]
            while group[-1].keeps and n + len(group) < len(slabs):
                group.append(slabs[n + len(group)])
            if any(slab.is_wide for slab in group):
                self._put_wide(group)
            else:
                self._put(group)
            n += len(group)
        return [leaf for leaf in self.leaves if leaf.placed]

    def _put(self, group: list[Slab]) -> None:
        """Slabs that stay together, in this column if there is room, else in the next."""
        while self.y and self.y + self._needed(group) > self.height:
            self._next_column()
        for slab in group:
            if slab.head is not None and self.y == self.top:
                self.leaves[-1].placed.append((replace(slab.head, is_again=True), self.column, self.y))
                self.y += slab.head.height
            y = self.y - self._cut(slab)
            self.leaves[-1].placed.append((slab, self.column, y))
            self.y = y + slab.height

    def _needed(self, group: list[Slab]) -> int:
        return sum(slab.height for slab in group) - self._cut(group[0])

    def _cut(self, slab: Slab) -> int:
        """At the top of a column the air above a heading is left out."""
        return slab.above if self.y == self.top else 0

    def _put_wide(self, group: list[Slab]) -> None:
        """Something as wide as the leaf, at its top; what follows stands below it."""
        if self.leaves[-1].placed:
            self._next_leaf()
        self._put(group)
        self.top = self.y

    def _next_column(self) -> None:
        self.column, self.y = self.column + 1, self.top
        if self.column == self.columns:
            self._next_leaf()

    def _next_leaf(self) -> None:
        self.leaves.append(Leaf())
        self.column = self.y = self.top = 0


def bound(slabs: list[Slab], columns: int, height: int) -> list[Leaf]:
    """Leaves with the columns of the last one equally long."""
    leaves = Binder(columns, height).bind(slabs)
    if columns == 1 or not leaves:
        return leaves
    last = [slab for slab, _, _ in leaves[-1].placed if not slab.is_again]
    low, high = 0, height
    while high - low > 8:
        middle = (low + high) // 2
        fits = (
            len(Binder(columns, middle).bind(last)) == 1
            and _depth(Binder(columns, middle).bind(last)) <= middle
        )
        low, high = (low, middle) if fits else (middle, high)
    return [*leaves[:-1], *Binder(columns, high).bind(last)]


def _depth(leaves: list[Leaf]) -> int:
    return max(y + slab.height for leaf in leaves for slab, _, y in leaf.placed)
