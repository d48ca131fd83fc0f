"""Actions as text and back: what people read, logs show and saves store.

play chips-act · use policy · bloc japan · lift control magnets · offer control chips · for tariff · deal chips-act
"""

from difflib import get_close_matches
from functools import lru_cache

from . import terms as T
from .rulebook import Rulebook
from .state import State

SIDES = ("us", "china")
USE_WORDS = ("policy", "icon 1", "icon 2", "icon 3", "fund", "contingency")


class NotationError(ValueError):
    """A text that names no action here."""


def measure_words(book: Rulebook, measure: int) -> str:
    """`control chips`, `listing ai`, `tariff`."""
    if measure == T.TARIFF_MEASURE:
        return "tariff"
    kind = "control" if measure < T.UPSTREAM else "listing"
    return f"{kind} {book.sectors[measure].id}"


def _verbs(phase: int) -> tuple[str, str, str]:
    """What picking a card, a sector or an agenda is called in a phase."""
    if phase == T.NAMING:
        return "play", "spotlight", "keep"
    if phase in (T.MOVING, T.AGENDA_CHOICE, T.ANSWERING):
        return "play", "sector", "keep"
    return "deal", "tile", "agenda"


def _side(s: State) -> int:
    """Whose cards the text speaks of."""
    drawer = s.shared[T.DRAWER]
    return int(drawer if drawer != T.NONE else s.shared[T.MOVER])


def notate(book: Rulebook, s: State, action: int) -> str:
    """The text of a legal action in this position."""
    card, sector, agenda = _verbs(s.shared[T.PHASE])
    headlines = T.CARD + len(book.cards)
    agendas = headlines + len(book.headlines)
    if action >= agendas:
        return f"{agenda} {book.agendas[action - agendas].id}"
    if action >= headlines:
        return f"headline {book.headlines[action - headlines].id}"
    if action >= T.CARD:
        return f"{card} {book.cards[action - T.CARD].id}"
    if T.AT_SECTOR <= action < T.AT_BLOC:
        return f"{sector} {book.sectors[action - T.AT_SECTOR].id}"
    return _fixed(book, action)


def _fixed(book: Rulebook, action: int) -> str:
    """The texts that are the same everywhere."""
    if action >= T.COIN:
        return f"coin {SIDES[action - T.COIN]}"
    if action >= T.ASK:
        return f"for {measure_words(book, action - T.ASK)}"
    if action >= T.OFFER:
        return f"offer {measure_words(book, action - T.OFFER)}"
    if action >= T.LIFT:
        return f"lift {measure_words(book, action - T.LIFT)}"
    if action >= T.AT_BLOC:
        return f"bloc {book.blocs[action - T.AT_BLOC].id}"
    if action >= T.SWEETEN:
        return f"sweeten {action - T.SWEETEN}"
    if action >= T.USE:
        return f"use {USE_WORDS[action - T.USE]}"
    return ("pass", "announce", "accept", "refuse")[action]


@lru_cache(maxsize=8)
def _words(book: Rulebook) -> dict[str, int]:
    """Every text of a rulebook but those of cards, whose number depends on whose they are."""
    words = {_fixed(book, a): a for a in range(T.CARD) if not T.AT_SECTOR <= a < T.AT_BLOC}
    for verb in ("sector", "spotlight", "tile"):
        words |= {f"{verb} {sector.id}": T.AT_SECTOR + n for n, sector in enumerate(book.sectors)}
    headlines = T.CARD + len(book.cards)
    words |= {f"headline {h.id}": headlines + n for n, h in enumerate(book.headlines)}
    agendas = headlines + len(book.headlines)
    for verb in ("agenda", "keep"):
        words |= {f"{verb} {a.id}": agendas + n for n, a in enumerate(book.agendas)}
    return words


def parse(book: Rulebook, s: State, text: str) -> int:
    """The action a text names in this position; it need not be legal. Raises NotationError for unknown words."""
    words = " ".join(text.lower().split())
    verb, _, name = words.partition(" ")
    if verb in ("play", "deal"):
        number = book.card_number.get((_side(s), name))
        if number is not None:
            return T.CARD + number
        known = [card_id for side, card_id in book.card_number if side == _side(s)]
        raise NotationError(f'no card "{name}" here{_suggest(name, known)}')
    action = _words(book).get(words)
    if action is None:
        raise NotationError(f'"{text}" is no action{_suggest(words, list(_words(book)))}')
    return action


def _suggest(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
