"""Cards on leaves: side by side, with pictures of one height in a leaf, each with its sources below it; where they have
no room there, they stand under its name in the last column.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .leaves import Leaf, bound
from .slabs import Slab

ARTS = (0.47, 0.38, 0.3)  # heights of a card's picture, of its width: the first with which all have room
AHEAD = 5  # so many cards further on one may come earlier, to fill a column that would stay empty


@dataclass(eq=False)
class Copy:
    """A card: its face by the height of its picture, what stands below it, and what stands over that elsewhere."""

    face: Callable[[float], Slab]
    facts: list[Slab]
    head: list[Slab]

    def fits(self, art: float, height: int) -> bool:
        """Whether all of it has room in one column."""
        return self.face(art).height + _high(self.facts) <= height


@dataclass
class _Spread:
    """The cards of one leaf: those with everything below them, and those whose sources are in the last column."""

    columns: int
    height: int
    cards: list[Copy]

    def elsewhere(self) -> list[Copy]:
        return [card for card in self.cards if not card.fits(ARTS[-1], self.height)]

    def has_room(self) -> bool:
        apart = self.elsewhere()
        needed = _high([slab for card in apart for slab in (*card.head, *card.facts)])
        return len(self.cards) + bool(apart) <= self.columns and needed <= self.height

    def leaf(self) -> Leaf:
        apart, made = self.elsewhere(), Leaf()
        whole = [card for card in self.cards if card not in apart]
        art = next((art for art in ARTS if all(card.fits(art, self.height) for card in whole)), ARTS[-1])
        stacks = [[card.face(art), *([] if card in apart else card.facts)] for card in self.cards]
        stacks += [[slab for card in apart for slab in (*card.head, *card.facts)]] if apart else []
        for column, stack in enumerate(stacks):
            y = -stack[0].above  # no air at the top of a column
            for slab in stack:
                made.placed.append((slab, column, y))
                y += slab.height
        return made


def spread(cards: Sequence[Copy], columns: int, height: int) -> list[Leaf]:
    """Leaves of two columns or more for all cards, in their order as far as that leaves no column empty."""
    waiting, leaves = list(cards), []
    while waiting:
        chosen = _Spread(columns, height, waiting[:1])
        next_ones = sorted(waiting[1 : columns + AHEAD], key=lambda card: card.fits(ARTS[-1], height))
        for card in next_ones:  # first those whose sources need a column
            more = _Spread(columns, height, [one for one in waiting if one in (*chosen.cards, card)])
            chosen = more if more.has_room() else chosen
        waiting = [card for card in waiting if card not in chosen.cards]
        if chosen.has_room():
            leaves.append(chosen.leaf())
        else:  # one card alone, with more sources than a column holds
            (card,) = chosen.cards
            leaves += bound([card.face(ARTS[-1]), *card.facts], columns, height)
    return leaves


def _high(slabs: Sequence[Slab]) -> int:
    return sum(slab.height for slab in slabs)
