"""The cards of a scenario, in a match with what the viewer knows of them, and which of them somebody looks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.almanac import Almanac
from game.engine.rulebook import Rulebook
from game.engine.state import State
from game.match import piles
from game.match.ledger import Entry
from game.match.words import Words

from ..pen import Pen

EVERY = -1  # every side, every class


@dataclass
class Library:
    """What faces are printed with; `seen` and `told` are what the viewer of a match knows."""

    pen: Pen
    book: Rulebook
    almanac: Almanac
    words: Words
    seen: State | None = None
    told: Sequence[Entry] = ()

    def pile(self, card: int) -> str:
        return piles.pile_of(self.seen, card) if self.seen is not None else ""

    def piles(self) -> list[str]:
        """The piles that there are for this viewer."""
        there = {self.pile(card) for card in range(len(self.book.cards))}
        return [pile for pile in piles.TITLES if pile in there]

    def place(self, card: int) -> str:
        """Where a card is, in a word; nothing for the piles that most cards are in."""
        pile = self.pile(card)
        return piles.TITLES[pile] if pile in (piles.HAND, piles.SET, piles.DISCARD) else ""

    def story(self, card: int) -> str:
        """Where a card is, and what was done with it."""
        pile = self.pile(card)
        here = [piles.TITLES[pile]] if pile else []
        return ". ".join([*here, *piles.deeds(self.words, self.told, card)])

    def holds(self, card: int, text: str) -> bool:
        """Whether all words of the text stand on the card."""
        page = self.almanac.cards[card]
        parts = (page.title, page.kind, *page.rules, page.brief, *page.targets, page.precedent, page.when)
        said = " ".join(parts).lower()
        return all(word in said for word in text.lower().split())


@dataclass
class Wish:
    """Which cards are looked for: a side, a class, a pile, words."""

    side: int = EVERY
    kind: int = EVERY
    pile: str = ""
    text: str = ""

    def found(self, library: Library, any_kind: bool = False, any_pile: bool = False) -> list[int]:
        """The cards that fit, perhaps leaving the class or the pile open."""
        book = library.book
        return [
            card
            for card in range(len(book.cards))
            if self.side in (EVERY, book.card_side(card))
            and (any_kind or self.kind in (EVERY, book.cards[card].kind))
            and (any_pile or self.pile in ("", library.pile(card)))
            and library.holds(card, self.text)
        ]

    def switch_pile(self, pile: str) -> None:
        """Look into this pile alone, or into all again."""
        self.pile = "" if pile == self.pile else pile

    def switch_kind(self, kind: int) -> None:
        self.kind = EVERY if kind == self.kind else kind
