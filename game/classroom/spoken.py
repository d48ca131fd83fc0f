"""A decision in words, from its picks in notation: "Big Fund III as policy", "lift control on Magnets"."""

from collections.abc import Sequence

from game.engine import terms as T
from game.engine.notation import measure_words
from game.match.words import Words

USES = {"policy": "as policy", "fund": "for funds", "contingency": "face-down as contingency"}


def spoken(words: Words, side: int, picks: Sequence[str]) -> str:
    """What a side decided."""
    card, told = T.NONE, []
    for text in picks:
        verb, _, name = text.partition(" ")
        if verb == "play":
            card = words.book.card_number[side, name]
            told.append(words.book.cards[card].title)
        else:
            told.append(_part(words, card, verb, name))
    return " ".join(part for part in told if part)


def spoken_to(words: Words, viewer: int, side: int, picks: Sequence[str]) -> str:
    """What a side decided, as far as the viewer was told at that time: agendas are chosen and contingencies set in
    secret, everything else is done in the open.
    """
    if viewer in (side, T.ALL):
        return spoken(words, side, picks)
    if picks[0].startswith("keep "):
        return "keeps a secret agenda"
    if "use contingency" in picks and not words.book.tables.setting[T.OPEN_HANDS]:
        return "a hidden card face-down as contingency"
    return spoken(words, side, picks)


def _part(words: Words, card: int, verb: str, name: str) -> str:
    if verb == "use":
        if name.startswith("icon"):
            deed = words.icon(card, int(name[5:]) - 1).partition(":")[0]
            return f"({deed[:1].lower()}{deed[1:]})"
        return USES[name]
    if verb in ("lift", "offer", "for"):
        measures = {measure_words(words.book, m): words.measure(m) for m in range(T.MEASURES)}
        return f"{verb} {measures[name]}"
    if verb == "sweeten":
        return "" if name == "0" else f"and {name} Budget"
    if verb == "keep":
        return next(f"keeps {agenda.title}" for agenda in words.book.agendas if agenda.id == name)
    if not name:
        return verb
    titles = {sector.id: sector.title for sector in words.book.sectors}
    titles |= {bloc.id: bloc.title for bloc in words.book.blocs}
    return f"spotlight on {titles[name]}" if verb == "spotlight" else f"({titles[name]})"
