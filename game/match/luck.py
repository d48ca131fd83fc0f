"""Luck that a scenario sets in advance: the n-th lot of a kind is the n-th of its list, while it can be drawn.

Nothing is stored for it: how many lots of a kind were drawn follows from the match.
"""

from collections import Counter

from game.content.fields import SIDES
from game.content.pack import Luck
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.state import State

from .arranged import LONGEST_HIDDEN, Inject

Kind = tuple[int, int]  # the phase in which Nature picks, and the side that gets a card or an agenda


class SetLuck:
    """The lots of one match, as far as its scenario sets them."""

    def __init__(self, book: Rulebook, luck: Luck) -> None:
        self.book, self.luck = book, luck
        self._lots = _lots(book, luck)
        self._drawn: Counter[Kind] = Counter()

    def count(self, s: State) -> None:
        """Nature picks in this position."""
        self._drawn[_kind(s)] += 1

    def lot(self, s: State, options: list[int]) -> int | None:
        """The action that was set for this position; None where chance decides."""
        kind = _kind(s)
        lots, n = self._lots.get(kind, []), self._drawn[kind]
        return lots[n] if n < len(lots) and lots[n] in options else None

    def chances(self, s: State, options: list[int]) -> list[int]:
        """What chance draws from. Agendas lie in one pile: those set for China stay there while the US is dealt."""
        kept = self._lots[T.AGENDA_DEAL, T.CHINA] if _kind(s) == (T.AGENDA_DEAL, T.US) else []
        return [option for option in options if option not in kept]

    def told(self) -> list[Inject]:
        """What was set, for the log: how much of it, and what exactly once all cards lie open."""
        book, luck = self.book, self.luck
        lines = []
        if luck.starter != "coin":
            lines.append(("who moves first", book.scenario.sides[SIDES.index(luck.starter)]))
        agendas = {agenda.id: agenda.title for agenda in book.agendas}
        for side, name in enumerate(SIDES):
            dealt = luck.agendas.get(name, []) if book.tables.setting[T.AGENDAS] else []
            what = f"agendas dealt to {book.scenario.sides[side]} ({len(dealt)})"
            lines.append((what, ", ".join(agendas[one] for one in dealt)))
        for side, name in enumerate(SIDES):
            cards = luck.hands.get(name, [])
            titles = [book.cards[book.card_number[side, card]].title for card in cards]
            lines.append((f"the first cards of {book.scenario.sides[side]} ({len(cards)})", ", ".join(titles)))
        headlines = {headline.id: headline.title for headline in book.headlines}
        sectors = {sector.id: sector.title for sector in book.sectors}
        for what, chosen, titled in (
            ("headlines", luck.headlines, headlines),
            ("spotlights", luck.spotlights, sectors),
        ):
            lines.append((f"the first {what} ({len(chosen)})", ", ".join(titled[one] for one in chosen)))
        return [_inject(what, which) for what, which in lines if which]


def _inject(what: str, which: str) -> Inject:
    hidden = f"Set in advance, {what}: {which}."[:LONGEST_HIDDEN]
    return Inject(action=0, round=0, words=f"Set in advance: {what}.", kind="set", hidden=hidden)


def _kind(s: State) -> Kind:
    phase = int(s.shared[T.PHASE])
    return phase, int(s.shared[T.AGENDAS_DEALT] // 2 if phase == T.AGENDA_DEAL else s.shared[T.DRAWER])


def _lots(book: Rulebook, luck: Luck) -> dict[Kind, list[int]]:
    """The actions that were set, by kind."""
    first = T.CARD + len(book.cards)
    headlines = {headline.id: first + n for n, headline in enumerate(book.headlines)}
    agendas = {agenda.id: first + len(book.headlines) + n for n, agenda in enumerate(book.agendas)}
    sectors = {sector.id: T.AT_SECTOR + n for n, sector in enumerate(book.sectors)}
    found = {
        (T.COIN_TOSS, T.NONE): [] if luck.starter == "coin" else [T.COIN + SIDES.index(luck.starter)],
        (T.HEADLINE_DRAW, T.NONE): [headlines[name] for name in luck.headlines],
        (T.TILES, T.NONE): [sectors[name] for name in luck.spotlights],
    }
    for side, name in enumerate(SIDES):
        found[T.AGENDA_DEAL, side] = [agendas[agenda] for agenda in luck.agendas.get(name, [])]
        found[T.CARD_DRAW, side] = [T.CARD + book.card_number[side, card] for card in luck.hands.get(name, [])]
    return found
