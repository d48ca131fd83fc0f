"""What types can't see: names that don't exist, cards that can't be paid, claims without a source. All at once."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from game.engine import terms as T

from .load import base_pack, read_pack
from .pack import Card, Headline, Pack, Scenario
from .problem import Problem, did_you_mean


def validate(folders: Iterable[Path]) -> list[Problem]:
    """Every problem of these packs, each read on top of the base pack (unless it is the base pack)."""
    problems: list[Problem] = []
    for folder in folders:
        is_base = folder.resolve() == base_pack().resolve()
        pack, found = read_pack(folder) if is_base or _is_whole(folder) else read_pack(base_pack(), folder)
        problems += found
        if pack is not None:
            problems += check(pack)
    return problems


def _is_whole(folder: Path) -> bool:
    """Whether a pack brings its own sectors, and so does not build on the base pack."""
    return any(folder.rglob("sectors.json"))


def check(pack: Pack) -> list[Problem]:
    """The problems of a merged pack."""
    return [
        *_counts(pack),
        *_graph(pack),
        *_cards(pack),
        *_headlines(pack),
        *_scenarios(pack),
        *_sources(pack),
    ]


def _error(kind: str, name: str, path: str, message: str, suggestion: str = "") -> Problem:
    return Problem("error", f'{kind} "{name}"', path, message, suggestion)


def _known(kind: str, owner: str, path: str, name: str, known: list[str], what: str) -> Iterator[Problem]:
    if name not in known:
        yield _error(kind, owner, path, f'there is no {what} "{name}"', did_you_mean(name, known))


def _counts(pack: Pack) -> Iterator[Problem]:
    stages = [s.stage for s in pack.sectors]
    if len(stages) != T.SECTORS or stages != ["upstream"] * T.UPSTREAM + ["downstream"] * (
        T.SECTORS - T.UPSTREAM
    ):
        yield Problem("error", "sectors", "", "there must be 4 upstream sectors, then 6 downstream ones")
    if len(pack.blocs) != T.BLOCS:
        yield Problem("error", "blocs", "", f"there must be {T.BLOCS} blocs, not {len(pack.blocs)}")
    if not pack.scenarios:
        yield Problem("error", "scenarios", "", "there is no scenario")


def _graph(pack: Pack) -> Iterator[Problem]:
    """Inputs are upstream sectors that come before what they feed, so that supplies can be computed in order."""
    ids = [s.id for s in pack.sectors]
    for n, sector in enumerate(pack.sectors):
        for field, inputs in (("solid", sector.solid), ("dashed", sector.dashed)):
            for name in inputs:
                yield from _known("sector", sector.id, field, name, ids, "sector")
                if name in ids and ids.index(name) >= min(n, T.UPSTREAM):
                    yield _error(
                        "sector", sector.id, field, f'"{name}" can\'t be an input here: not upstream of it'
                    )
    for bloc in pack.blocs:
        for name in bloc.supplies:
            yield from _known("bloc", bloc.id, "supplies", name, ids[: T.UPSTREAM], "upstream sector")
        if bloc.buys is not None:
            yield from _known("bloc", bloc.id, "buys", bloc.buys, ids[T.UPSTREAM :], "downstream sector")


# --- effects ------------------------------------------------------------------------------------

_UPSTREAM_OPS = {"control", "ease", "stockpile", "workaround", "enforce", "shock"}
_DOWNSTREAM_OPS = {"list", "showcase", "spotlight"}


def _names(pack: Pack, op: str) -> tuple[list[str], str]:
    """What an op's name may be, and what that is called."""
    ids = [s.id for s in pack.sectors]
    if op in ("align", "new_source"):
        return [b.id for b in pack.blocs], "bloc"
    if op in _UPSTREAM_OPS:
        return ids[: T.UPSTREAM], "upstream sector"
    if op in _DOWNSTREAM_OPS:
        return ids[T.UPSTREAM :], "downstream sector"
    if op == "erode":
        return [*ids[: T.UPSTREAM], "tariff"], "upstream sector"
    return ids, "sector"


def _effects(pack: Pack, kind: str, item: Card | Headline, targets: list[str]) -> Iterator[Problem]:
    asks: set[str] = set()
    for n, effect in enumerate(item.effects):
        for field in ("sector", "bloc", "what"):
            name = getattr(effect, field, None)
            if name is None:
                continue
            known, what = _names(pack, effect.op)
            if name != "?":
                yield from _known(kind, item.id, f"effects.{n}.{field}", name, known, what)
                continue
            asks.add("bloc" if what == "bloc" else "sector")
            for target in targets:
                yield from _known(kind, item.id, "targets", target, [k for k in known if k != "tariff"], what)
    if asks and not targets:
        yield _error(kind, item.id, "targets", 'an effect has "?" but no targets are given')
    if targets and not asks:
        yield _error(kind, item.id, "targets", 'targets are given but no effect has "?"')
    if len(asks) > 1:
        yield _error(kind, item.id, "effects", 'one card can\'t have two kinds of "?" (a sector and a bloc)')


def _cards(pack: Pack) -> Iterator[Problem]:
    ids = [c.id for c in pack.cards]
    dealt = {card for s in pack.scenarios for deck in s.decks.values() for card in deck}
    for card in pack.cards:
        if card.id not in dealt:
            yield Problem("warning", f'card "{card.id}"', "", "no scenario deals it")
        if card.copy_of is None:
            yield from _card(pack, card)
            continue
        yield from _known("card", card.id, "copy_of", card.copy_of, ids, "card")
        original = next((c for c in pack.cards if c.id == card.copy_of), None)
        if original is not None and original.copy_of is not None:
            yield _error("card", card.id, "copy_of", "copies a card that is itself a copy")
        if card.effects or card.icons or card.kind:
            yield _error(
                "card", card.id, "copy_of", "a copy takes its rules from the other card; leave them out"
            )


def _card(pack: Pack, card: Card) -> Iterator[Problem]:
    for field in ("kind", "points"):
        if getattr(card, field) is None:
            yield _error("card", card.id, field, "is missing")
    if not card.effects:
        yield _error("card", card.id, "effects", "a card needs at least one effect")
    if len(card.icons) != T.ICONS:
        yield _error("card", card.id, "icons", f"a card has {T.ICONS} icons, not {len(card.icons)}")
    sectors, blocs = [s.id for s in pack.sectors], [b.id for b in pack.blocs]
    crates = [f"crate:{s}" for s in sectors[: T.UPSTREAM]]
    for n, icon in enumerate(card.icons):
        yield from _known("card", card.id, f"icons.{n}", icon, [*sectors, *blocs, *crates, "rally"], "icon")
    yield from _effects(pack, "card", card, card.targets)
    yield from _precedent("card", card)


def _precedent(kind: str, item: Card | Headline) -> Iterator[Problem]:
    if not item.precedent or not item.sources:
        yield Problem("warning", f'{kind} "{item.id}"', "precedent", "names no real event with a source")
    if item.contested and not item.contested_sources:
        yield Problem("warning", f'{kind} "{item.id}"', "contested", "gives another view without its source")


def _headlines(pack: Pack) -> Iterator[Problem]:
    for headline in pack.headlines:
        yield from _effects(pack, "headline", headline, [])
        yield from _precedent("headline", headline)
        for n, effect in enumerate(headline.effects):
            if getattr(effect, "who", "both") != "both":
                yield _error(
                    "headline", headline.id, f"effects.{n}.who", 'must be "both": a headline has no owner'
                )


# --- scenarios and sources ----------------------------------------------------------------------


def _scenarios(pack: Pack) -> Iterator[Problem]:
    for scenario in pack.scenarios:
        yield from _decks(pack, scenario)
        yield from _position(pack, scenario)
        track = scenario.position.track
        if track >= scenario.ends.us or track <= -scenario.ends.china:
            yield _error("scenario", scenario.id, "position.track", "the game would be over at the start")
        if len(scenario.headlines) > T.MOST_HEADLINES:
            yield _error("scenario", scenario.id, "headlines", f"the most is {T.MOST_HEADLINES}")
        if len(scenario.agendas) > T.MOST_AGENDAS:
            yield _error("scenario", scenario.id, "agendas", f"the most is {T.MOST_AGENDAS}")
        if scenario.switches.agendas and len(scenario.agendas) < 4:
            yield _error("scenario", scenario.id, "agendas", "four are dealt, so there must be at least four")


def _decks(pack: Pack, scenario: Scenario) -> Iterator[Problem]:
    for side, deck in scenario.decks.items():
        path = f"decks.{side}"
        for card in sorted({c for c in deck if deck.count(c) > 1}):
            yield _error("scenario", scenario.id, path, f'card "{card}" stands in this deck twice')
        for card in deck:
            yield from _known("scenario", scenario.id, path, card, [c.id for c in pack.cards], "card")
        if len(deck) < T.HAND:
            yield Problem(
                "warning", f'scenario "{scenario.id}"', path, f"holds fewer cards than a hand ({T.HAND})"
            )
    for side in ("us", "china"):
        if side not in scenario.decks:
            yield _error("scenario", scenario.id, "decks", f'the deck of "{side}" is missing')
        if side not in scenario.sides:
            yield _error("scenario", scenario.id, "sides", f'the name of "{side}" is missing')
    for name in scenario.headlines:
        yield from _known(
            "scenario", scenario.id, "headlines", name, [h.id for h in pack.headlines], "headline"
        )
    for name in scenario.agendas:
        yield from _known("scenario", scenario.id, "agendas", name, [a.id for a in pack.agendas], "agenda")


def _position(pack: Pack, scenario: Scenario) -> Iterator[Problem]:
    sectors, blocs = [s.id for s in pack.sectors], [b.id for b in pack.blocs]
    position = scenario.position
    for side in ("us", "china"):
        if set(position.capability.get(side, {})) != set(sectors):
            yield _error("scenario", scenario.id, f"position.capability.{side}", "must give all ten sectors")
    for field, known, what in (
        ("control", sectors[: T.UPSTREAM], "upstream sector"),
        ("stock", sectors[: T.UPSTREAM], "upstream sector"),
        ("workaround", sectors[: T.UPSTREAM], "upstream sector"),
        ("listing", sectors[T.UPSTREAM :], "downstream sector"),
        ("programme", sectors, "sector"),
        ("capability", sectors, "sector"),
    ):
        for side, names in getattr(position, field).items():
            for name in names:
                yield from _known("scenario", scenario.id, f"position.{field}.{side}", name, known, what)
    for field in ("align", "source"):
        for name in getattr(position, field):
            yield from _known("scenario", scenario.id, f"position.{field}", name, blocs, "bloc")


def _sources(pack: Pack) -> Iterator[Problem]:
    known = [s.id for s in pack.sources]
    used: set[str] = set()
    for kind in ("sectors", "blocs", "cards", "headlines", "agendas", "scenarios"):
        for item in getattr(pack, kind):
            for field in ("sources", "contested_sources"):
                for name in getattr(item, field, []):
                    used.add(name)
                    yield from _known(kind[:-1], item.id, field, name, known, "source")
    for name in known:
        if name not in used:
            yield Problem("hint", f'source "{name}"', "", "nothing refers to it")
