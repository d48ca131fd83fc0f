"""What each agenda asks for: the number that may stand in it, and the sentence around that number (rulebook 8.1).

A scenario may set it in `agenda_needs`, else the pack in the agenda's `needs`, else the rulebook's counts. What
Indigenous Innovation needs is always the scenario's to say, because it depends on how long the scenario is.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from game.engine import terms as T

from .found import Found
from .pack import CONDITIONS, Agenda, Scenario
from .problem import Problem


class Asked(NamedTuple):
    """The number of a condition, and its words: {n} is the number, {s} the ending of a plural."""

    usual: int  # the rulebook's
    least: int
    most: int
    words: str


ASKED = {
    T.FORTRESS: Asked(3, 1, 20, "Your Resilience is at least {n} above the rival's."),
    T.SWING_MARKETS: Asked(3, 1, T.BLOCS, "Of the blocs that buy, at least {n} are aligned toward you."),
    T.OPEN_DOOR: Asked(0, 0, 9, "Your controlled sectors, your listings and a tariff are together at most {n}."),
    T.CHOKEHOLD: Asked(3, 1, T.MAX_CONTROL * T.UPSTREAM, "Your export controls add up to at least {n} level{s}."),
    T.CHAMPION: Asked(3, 1, T.TOP - 1, "Your output leads by at least {n} in at least 2 downstream sectors."),
    T.INDIGENOUS_INNOVATION: Asked(4, 1, 20, "Your upstream sectors have gained {n} level{s} or more since the start."),
    T.WAR_CHEST: Asked(17, 1, 2 * T.TOP, "Your Budget and Political Capital add up to at least {n}."),
    T.PEACEMAKER: Asked(1, 0, T.TOP - 1, "Tension is at most {n}."),
    T.BRINKMAN: Asked(6, 1, T.TOP - 1, "Tension is at least {n}."),
    T.MANDATE: Asked(9, 1, T.TOP, "Your Approval is at least {n}."),
}  # fmt: skip
NOTHING = "You have no control, no listing and no tariff."  # Open Door at its strictest


class Numbered(Protocol):
    """A scenario, or the draft of one: what it says of numbers in agendas."""

    @property
    def indigenous_levels(self) -> int: ...

    @property
    def agenda_needs(self) -> Mapping[str, int]: ...


class Numbers(NamedTuple):
    """The same of a draft, which may not be a scenario yet."""

    indigenous_levels: int
    agenda_needs: Mapping[str, int]


def needs_of(agenda: Agenda, scenario: Numbered) -> int:
    """The number that counts."""
    condition = CONDITIONS[agenda.condition]
    if condition == T.INDIGENOUS_INNOVATION:
        return scenario.indigenous_levels
    usual = ASKED[condition].usual if agenda.needs is None else agenda.needs
    return scenario.agenda_needs.get(agenda.id, usual)


def agenda_words(agenda: Agenda, scenario: Numbered) -> str:
    """When an agenda is met, as a sentence."""
    condition, n = CONDITIONS[agenda.condition], needs_of(agenda, scenario)
    if condition == T.OPEN_DOOR and n == 0:
        return NOTHING
    return ASKED[condition].words.format(n=n, s="" if n == 1 else "s")


def check_agendas(found: Found) -> Iterator[Problem]:
    """Numbers of the pack that no game can reach, or that nothing reads."""
    for name, agenda in found.parts["agendas"].items():
        if agenda.needs is not None:
            yield from _number(found, agenda, agenda.needs, ("agendas", name, "needs"))


def check_agenda_needs(found: Found, scenario: Scenario) -> Iterator[Problem]:
    """The same of a scenario's own numbers."""
    agendas = found.parts["agendas"]
    for name, needs in scenario.agenda_needs.items():
        place = f"agenda_needs.{name}"
        yield from found.unknown("scenarios", scenario.id, place, name, found.order["agendas"], "agenda")
        if name in agendas:
            yield from _number(found, agendas[name], needs, ("scenarios", scenario.id, place))


def _number(found: Found, agenda: Agenda, needs: int, at: tuple[str, str, str]) -> Iterator[Problem]:
    asked = ASKED[CONDITIONS[agenda.condition]]
    most = asked.most
    if agenda.condition == "swing-markets":
        most = sum(bloc.buys is not None for bloc in found.parts["blocs"].values())
    if not asked.least <= needs <= most:
        message = f"may ask for {asked.least} to {most}, and asks for {needs}"
        yield found.problem("error", *at, message, f"left out, it is {asked.usual}")
    elif agenda.condition == "indigenous-innovation":
        message = 'is not read: the scenario says how many, in its "indigenous_levels"'
        yield found.problem("warning", *at, message)
