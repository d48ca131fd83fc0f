"""Checks of cards and headlines: effects, targets, icons, costs, and whether their claims have sources."""

from collections.abc import Iterator

from game.engine import terms as T

from .effects import BLOC, DOWNSTREAM, ERODED, SECTOR, UPSTREAM, Reference, brief
from .found import Found
from .names import Names
from .pack import Card, Headline
from .problem import Problem

LONGEST_FACE = 75  # characters that fit on the face of a card
MOST_SPOTLIGHTS = 2  # of a headline: with the pair and last round's naming one of six is left to be named


def check_cards(found: Found) -> Iterator[Problem]:
    """The problems of all cards and headlines."""
    known = _allowed(found)
    shorts = Names(
        {name: s.short for name, s in found.parts["sectors"].items()},
        {name: b.short for name, b in found.parts["blocs"].items()},
    )
    dealt = {c for s in found.parts["scenarios"].values() for deck in s.decks.values() for c in deck}
    copied = {c.copy_of for c in found.parts["cards"].values() if c.id in dealt}
    for name, card in found.parts["cards"].items():
        if found.all_read("scenarios", "cards") and name not in dealt and name not in copied:
            yield found.problem("warning", "cards", name, "", "no scenario deals it")
        if card.copy_of is not None:
            yield from _copy(found, card)
            continue
        wrong = [*_shape(found, card), *_effects(found, known, "cards", card, card.targets)]
        yield from wrong
        yield from _precedent(found, "cards", card)
        if not any(p.severity == "error" for p in wrong):
            yield from _face(found, "cards", card, card.targets, shorts)
    for headline in found.parts["headlines"].values():
        yield from _headline(found, known, headline)


def _allowed(found: Found) -> dict[str, list[str]]:
    """What an effect may name, by the words of the catalogue."""
    return {
        SECTOR: found.order["sectors"],
        UPSTREAM: found.upstream,
        DOWNSTREAM: found.downstream,
        BLOC: found.order["blocs"],
        ERODED: [*found.upstream, "tariff"],
    }


# --- cards ---------------------------------------------------------------------------------------


def _copy(found: Found, card: Card) -> Iterator[Problem]:
    """A card that takes its rules from another."""
    original = card.copy_of or ""
    yield from found.unknown("cards", card.id, "copy_of", original, found.order["cards"], "card")
    other = found.parts["cards"].get(original)
    if original == card.id:
        yield found.problem("error", "cards", card.id, "copy_of", "is a copy of itself")
    elif other is not None and other.copy_of is not None:
        message = f'"{original}" is itself a copy; a copy must name a card with rules of its own'
        yield found.problem("error", "cards", card.id, "copy_of", message, f'name "{other.copy_of}"')
    for field in ("kind", "points", "cost", "effects", "targets", "icons", "trigger"):
        if field in card.model_fields_set:
            message = "a copy takes its rules from the other card, so this must be left out"
            yield found.problem("error", "cards", card.id, field, message)


def _shape(found: Found, card: Card) -> Iterator[Problem]:
    """Kind, points, cost, icons."""
    for field in ("kind", "points"):
        if getattr(card, field) is None:
            yield found.problem("error", "cards", card.id, field, f'"{field}" is missing')
    for field, cost in (("budget", card.cost.budget), ("capital", card.cost.capital)):
        if cost > T.TOP:
            message = f"a cost of {cost} can never be paid: a side holds at most {T.TOP}"
            yield found.problem("error", "cards", card.id, f"cost.{field}", message)
    if not card.effects:
        yield found.problem("error", "cards", card.id, "effects", "a card needs at least one effect")
    if len(card.icons) != T.ICONS:
        message = f"a card has {T.ICONS} icons, and this one has {len(card.icons)}"
        yield found.problem("error", "cards", card.id, "icons", message)
    known = [*found.order["sectors"], *found.order["blocs"], "rally"]
    known += [f"crate:{name}" for name in found.upstream]
    for n, icon in enumerate(card.icons):
        yield from found.unknown("cards", card.id, f"icons.{n}", icon, known, "icon")
        if icon in card.icons[:n]:
            yield found.problem("warning", "cards", card.id, f"icons.{n}", f'has the icon "{icon}" twice')


def _face(
    found: Found, kind: str, item: Card | Headline, targets: list[str], shorts: Names
) -> Iterator[Problem]:
    """Whether the rules fit on the face of the card."""
    if not found.all_read("sectors", "blocs"):
        return
    length = len(brief(item.effects, targets, shorts))
    if length > LONGEST_FACE:
        message = f"its rules take {length} characters, and {LONGEST_FACE} fit on a card"
        yield found.problem("hint", kind, item.id, "effects", message)


# --- effects -------------------------------------------------------------------------------------


def _effects(
    found: Found, known: dict[str, list[str]], kind: str, item: Card | Headline, targets: list[str]
) -> Iterator[Problem]:
    """Names that exist, one kind of "?", targets that fit every "?", and nothing that changes nothing."""
    asked: list[Reference] = []
    for n, effect in enumerate(item.effects):
        for reference in effect.names():
            if reference.name == "?":
                asked.append(reference)
                continue
            at, names = f"effects.{n}.{reference.field}", known[reference.allowed]
            yield from found.unknown(kind, item.id, at, reference.name, names, reference.allowed)
        if effect.how_much == 0:
            yield found.problem("warning", kind, item.id, f"effects.{n}", "0 changes nothing")
    if asked and not targets:
        yield found.problem("error", kind, item.id, "targets", 'an effect has "?", but no targets are given')
    if targets and not asked:
        yield found.problem("error", kind, item.id, "targets", 'targets are given, but no effect has "?"')
    if len({reference.allowed == BLOC for reference in asked}) > 1:
        message = 'a card can\'t have two kinds of "?", a sector and a bloc'
        yield found.problem("error", kind, item.id, "effects", message)
        return
    for n, target in enumerate(targets):
        if target in targets[:n]:
            message = f'"{target}" stands among the targets twice'
            yield found.problem("error", kind, item.id, f"targets.{n}", message)
        yield from _target(found, known, item, n, target, asked)


def _target(
    found: Found,
    known: dict[str, list[str]],
    item: Card | Headline,
    n: int,
    target: str,
    asked: list[Reference],
) -> Iterator[Problem]:
    """One target fits every "?" of its card."""
    at = f"targets.{n}"
    for allowed in dict.fromkeys(reference.allowed for reference in asked):
        names = [name for name in known[allowed] if name != "tariff"]
        what = UPSTREAM if allowed == ERODED else allowed
        if target in known[SECTOR] + known[BLOC] and target not in names and not found.is_blind:
            message = f'"{target}" is no {what}, which an effect with "?" needs'
            yield found.problem("error", "cards", item.id, at, message)
        else:
            yield from found.unknown("cards", item.id, at, target, names, what)


# --- headlines and sources -----------------------------------------------------------------------


def _headline(found: Found, known: dict[str, list[str]], headline: Headline) -> Iterator[Problem]:
    for n, effect in enumerate(headline.effects):
        for reference in effect.names():
            if reference.name == "?":
                message = 'a headline can\'t have "?": nobody chooses for it'
                at = f"effects.{n}.{reference.field}"
                yield found.problem("error", "headlines", headline.id, at, message)
            else:
                at, names = f"effects.{n}.{reference.field}", known[reference.allowed]
                yield from found.unknown(
                    "headlines", headline.id, at, reference.name, names, reference.allowed
                )
        if getattr(effect, "who", "both") != "both":
            message = 'must be "both": a headline belongs to no side'
            yield found.problem("error", "headlines", headline.id, f"effects.{n}.who", message)
        if effect.how_much == 0:
            yield found.problem("warning", "headlines", headline.id, f"effects.{n}", "0 changes nothing")
    if sum(effect.op == "spotlight" for effect in headline.effects) > MOST_SPOTLIGHTS:
        message = f"lights more than {MOST_SPOTLIGHTS} sectors, so that none may be left to be named"
        yield found.problem("error", "headlines", headline.id, "effects", message)
    yield from _precedent(found, "headlines", headline)


def _precedent(found: Found, kind: str, item: Card | Headline) -> Iterator[Problem]:
    """Each tells of a real event with a source; what is contested rests on more than one side's word."""
    if not item.precedent:
        yield found.problem("warning", kind, item.id, "precedent", "tells of no real event")
    elif not item.sources:
        yield found.problem("warning", kind, item.id, "sources", "its precedent has no source")
    if item.precedent and not item.when:
        yield found.problem("warning", kind, item.id, "when", "does not say when its precedent was")
    if item.contested and not item.contested_sources:
        message = "gives another view, but no source for it"
        yield found.problem("warning", kind, item.id, "contested_sources", message)
    if item.contested_sources and not item.contested:
        message = "has sources for another view, but does not tell it"
        yield found.problem("warning", kind, item.id, "contested", message)
    sources = [found.parts["sources"].get(name) for name in (*item.sources, *item.contested_sources)]
    sides = {source.side for source in sources if source is not None}
    if item.contested and item.contested_sources and sides in ({"us"}, {"china"}):
        message = f'is contested, but all its sources are of one side ("{sides.pop()}")'
        advice = "add one of the other side or of a third party"
        yield found.problem("warning", kind, item.id, "contested_sources", message, advice)
