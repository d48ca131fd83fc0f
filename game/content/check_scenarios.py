"""Checks of scenarios: decks, titles, start values, and whether the game would be over before it begins."""

from collections.abc import Iterator, Sequence

from game.engine import terms as T

from .agendas import check_agenda_needs
from .fields import SIDES, Side
from .found import Found
from .pack import Card, Scenario
from .problem import Problem

_CLASS = {"control": "control", "list": "listing", "tariff": "tariff"}  # op -> class of its policy


def check_scenarios(found: Found) -> Iterator[Problem]:
    """The problems of all scenarios."""
    for scenario in found.parts["scenarios"].values():
        yield from _sides(found, scenario)
        for side, deck in scenario.decks.items():
            yield from _deck(found, scenario, side, deck)
        yield from _triggers(found, scenario)
        yield from _piles(found, scenario)
        yield from check_agenda_needs(found, scenario)
        yield from _luck(found, scenario)
        yield from _titles(found, scenario)
        yield from _ends(found, scenario)
        yield from _notes(found, scenario)
        yield from _position(found, scenario)


def _sides(found: Found, scenario: Scenario) -> Iterator[Problem]:
    for side in SIDES:
        for field, what in (("decks", "the deck"), ("sides", "the name")):
            if side not in getattr(scenario, field):
                message = f'{what} of "{side}" is missing'
                yield found.problem("error", "scenarios", scenario.id, field, message)
    least, most = scenario.minutes
    if least > most:
        message = f"the shorter time comes first: {most}, then {least}"
        yield found.problem("error", "scenarios", scenario.id, "minutes", message)


# --- decks ---------------------------------------------------------------------------------------


def _deck(found: Found, scenario: Scenario, side: Side, deck: list[str]) -> Iterator[Problem]:
    yield from _all_known(found, scenario, f"decks.{side}", deck, found.order["cards"], "card")
    if len(deck) < T.HAND:
        message = f"holds {len(deck)} cards, fewer than a hand ({T.HAND})"
        yield found.problem("warning", "scenarios", scenario.id, f"decks.{side}", message)


def _all_known(
    found: Found, scenario: Scenario, path: str, names: Sequence[str], known: list[str], what: str
) -> Iterator[Problem]:
    """Names in a list exist, and stand there once."""
    there, seen = set(known), set[str]()
    for n, name in enumerate(names):
        if name not in there:
            yield from found.unknown("scenarios", scenario.id, f"{path}.{n}", name, known, what)
        if name in seen:
            message = f'{what} "{name}" stands in this list twice'
            yield found.problem("error", "scenarios", scenario.id, f"{path}.{n}", message)
        seen.add(name)


def _triggers(found: Found, scenario: Scenario) -> Iterator[Problem]:
    """Contingencies that nothing in the rival's deck can set off, and policies no contingency answers."""
    if not scenario.switches.contingencies or not found.all_read("cards"):
        return
    for side, rival in (("us", "china"), ("china", "us")):
        classes = _classes(found, scenario, rival)
        waiting = _waiting(found, scenario, side)
        for trigger in sorted(waiting - classes):
            message = f'has contingencies for "{trigger}", which no policy of the rival sets off'
            yield found.problem("hint", "scenarios", scenario.id, f"decks.{side}", message)
        for unanswered in sorted(classes - waiting - {"restriction"}):
            if unanswered != "alliance" and "restriction" in waiting:
                continue
            message = f'has no contingency against policies of the class "{unanswered}"'
            yield found.problem("hint", "scenarios", scenario.id, f"decks.{side}", message)


def _rules(found: Found, scenario: Scenario, side: str) -> Iterator[Card]:
    """The cards of a deck, copies replaced by what they copy."""
    cards = found.parts["cards"]
    for name, deck in scenario.decks.items():
        for card in deck if name == side else ():
            if card in cards:
                original = cards.get(cards[card].copy_of or card)
                if original is not None:
                    yield original


def _classes(found: Found, scenario: Scenario, side: str) -> set[str]:
    """The classes of the policies in a deck (rulebook 5): that of the first effect that has one."""
    classes = set()
    for card in _rules(found, scenario, side):
        for effect in card.effects:
            if effect.op in _CLASS:
                classes |= {_CLASS[effect.op], "restriction"}
                break
            if effect.op == "align" and effect.steps > 0:
                classes.add("alliance")
                break
    return classes


def _waiting(found: Found, scenario: Scenario, side: str) -> set[str]:
    """The triggers of the contingencies in a deck."""
    return {card.trigger for card in _rules(found, scenario, side) if card.trigger is not None}


def _piles(found: Found, scenario: Scenario) -> Iterator[Problem]:
    """Headlines and agendas."""
    for field, what in (("headlines", "headline"), ("agendas", "agenda")):
        yield from _all_known(found, scenario, field, getattr(scenario, field), found.order[field], what)
    n_agendas, n_headlines = len(scenario.agendas), len(scenario.headlines)
    if scenario.switches.agendas and n_agendas < 4:
        message = f"four agendas are dealt, and there are {n_agendas}"
        advice = 'add some, or switch "agendas" off'
        yield found.problem("error", "scenarios", scenario.id, "agendas", message, advice)
    if scenario.switches.headlines and n_headlines < scenario.rounds:
        message = f"there are {scenario.rounds} rounds, and headlines for {n_headlines} of them"
        yield found.problem("hint", "scenarios", scenario.id, "headlines", message)


def _luck(found: Found, scenario: Scenario) -> Iterator[Problem]:
    """What is set in advance can be drawn."""
    luck = scenario.luck
    for side, cards in luck.hands.items():
        yield from _all_known(found, scenario, f"luck.hands.{side}", cards, scenario.decks.get(side, []), "card")
    yield from _dealt(found, scenario)
    yield from _all_known(found, scenario, "luck.headlines", luck.headlines, scenario.headlines, "headline")
    for n, name in enumerate(luck.spotlights):
        path = f"luck.spotlights.{n}"
        yield from found.unknown("scenarios", scenario.id, path, name, found.downstream, "downstream sector")
    yield from _drawn(found, scenario)


def _drawn(found: Found, scenario: Scenario) -> Iterator[Problem]:
    """Spotlights that are set in advance lie in the bag when it is their turn."""
    bag: set[str] = set(scenario.position.bag)
    for n, name in enumerate(scenario.luck.spotlights):
        bag = bag or set(found.downstream)
        if name in found.downstream and name not in bag:
            message = f'"{name}" is not in the bag as number {n + 1}: chance decides'
            advice = "a sector comes again once the bag was emptied and filled again"
            yield found.problem("warning", "scenarios", scenario.id, f"luck.spotlights.{n}", message, advice)
            return
        bag.discard(name)


def _dealt(found: Found, scenario: Scenario) -> Iterator[Problem]:
    """Agendas that are set in advance: each is there once, for both sides."""
    dealt = scenario.luck.agendas
    for side, agendas in dealt.items():
        yield from _all_known(found, scenario, f"luck.agendas.{side}", agendas, scenario.agendas, "agenda")
        if len(agendas) > 2:
            message = f"{len(agendas)} agendas are set in advance, and each side is dealt two"
            yield found.problem("error", "scenarios", scenario.id, f"luck.agendas.{side}", message)
    for n, name in enumerate(dealt.get("china", [])):
        if name in dealt.get("us", []):
            message = f'agenda "{name}" is dealt to both sides, and there is one of it'
            yield found.problem("error", "scenarios", scenario.id, f"luck.agendas.china.{n}", message)
    if any(dealt.values()) and not scenario.switches.agendas:
        message = "agendas are set in advance, and none are dealt"
        advice = 'switch "agendas" on, or take them out'
        yield found.problem("warning", "scenarios", scenario.id, "luck.agendas", message, advice)


# --- titles and values ---------------------------------------------------------------------------


def _titles(found: Found, scenario: Scenario) -> Iterator[Problem]:
    blocs, titles = found.order["blocs"], scenario.titles
    for field, known, what in (
        ("blocs", blocs, "bloc"),
        ("shorts", blocs, "bloc"),
        ("headlines", found.order["headlines"], "headline"),
    ):
        for name in getattr(titles, field):
            path = f"titles.{field}.{name}"
            yield from found.unknown("scenarios", scenario.id, path, name, known, what)
    for name in titles.blocs:
        if name in blocs and name not in titles.shorts:
            message = f'"{name}" has a new title, but keeps its old short name on the map'
            advice = f'add "shorts": {{"{name}": …}}'
            yield found.problem("warning", "scenarios", scenario.id, "titles.blocs", message, advice)


def _notes(found: Found, scenario: Scenario) -> Iterator[Problem]:
    """Notes that nobody will see."""
    for moment, text in scenario.notes.items():
        number = moment.removeprefix("round-")
        if text and number.isdigit() and int(number) > scenario.rounds:
            message = f"there is a note for round {number}, and {scenario.rounds} rounds are played"
            advice = "move it to an earlier round, or play more rounds"
            yield found.problem("warning", "scenarios", scenario.id, f"notes.{moment}", message, advice)


def _ends(found: Found, scenario: Scenario) -> Iterator[Problem]:
    """The game must not be over at its start."""
    position, ends = scenario.position, scenario.ends
    if position.track >= ends.us or position.track <= -ends.china:
        message = f"the track starts at {position.track}, where the game is over"
        yield found.problem("error", "scenarios", scenario.id, "position.track", message)
    if position.tension >= T.TOP:
        message = f"Tension starts at {position.tension}, which is the Rupture"
        yield found.problem("error", "scenarios", scenario.id, "position.tension", message)


def _position(found: Found, scenario: Scenario) -> Iterator[Problem]:
    position, sectors, blocs = scenario.position, found.order["sectors"], found.order["blocs"]
    for side in SIDES:
        missing = [name for name in sectors if name not in position.capability.get(side, {})]
        if missing:
            message = "has no capability for " + ", ".join(missing)
            path = f"position.capability.{side}"
            yield found.problem("error", "scenarios", scenario.id, path, message)
    for field, known, what in (
        ("capability", sectors, "sector"),
        ("control", found.upstream, "upstream sector"),
        ("stock", found.upstream, "upstream sector"),
        ("workaround", found.upstream, "upstream sector"),
        ("listing", found.downstream, "downstream sector"),
        ("programme", sectors, "sector"),
    ):
        for side, names in getattr(position, field).items():
            path = f"position.{field}.{side}"
            if isinstance(names, list):
                yield from _all_known(found, scenario, path, names, known, what)
                continue
            for name in names:
                yield from found.unknown("scenarios", scenario.id, f"{path}.{name}", name, known, what)
    yield from _all_known(found, scenario, "position.bag", position.bag, found.downstream, "downstream sector")
    if len(position.bag) % 2:
        message = f"holds {len(position.bag)} spotlights, and they are drawn in pairs"
        yield found.problem("error", "scenarios", scenario.id, "position.bag", message, "put an even number in")
    for field in ("align", "source"):
        for name in getattr(position, field):
            path = f"position.{field}.{name}"
            yield from found.unknown("scenarios", scenario.id, path, name, blocs, "bloc")
