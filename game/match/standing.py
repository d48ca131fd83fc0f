"""How far a side is with an agenda now: the same conditions as in final scoring, with their numbers."""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.scoring import (
    CHAMPION_SECTORS,
    agenda_met,
    control_levels,
    dominated,
    friendly_buyers,
    levels_gained,
    measure_count,
)
from game.engine.state import State
from game.engine.supply import resilience


@dataclass(frozen=True, slots=True)
class Standing:
    """`words` name the number that counts; `share` (0-1) is how much of the way is done."""

    words: str
    share: float
    is_met: bool


def standing(book: Rulebook, s: State, side: int, agenda: int) -> Standing:
    """Where the side stands with this agenda now, whether it has chosen it or not."""
    is_met = bool(agenda_met(book.tables, s, side, agenda))
    words, now, goal = _numbers(book, s, side, agenda)
    return Standing(words, 1.0 if is_met else max(0.0, min(0.95, now / goal)), is_met)


def _numbers(book: Rulebook, s: State, side: int, agenda: int) -> tuple[str, float, float]:
    """(words, how much, of how much)"""
    t, tension = book.tables, s.shared[T.TENSION]
    condition, needs = book.agendas[agenda].condition, book.agendas[agenda].needs
    if condition == T.FORTRESS:
        mine, theirs = resilience(t, s, side), resilience(t, s, 1 - side)
        return f"Resilience {mine} to {theirs}", mine - theirs, needs
    if condition == T.SWING_MARKETS:
        return _of(friendly_buyers(t, s, side), needs, "buying bloc")
    if condition == T.OPEN_DOOR:
        count = measure_count(s, side) + (1 if s.tariff[side] else 0)
        return f"{count} own measure{'s' if count != 1 else ''}", 1 + needs, 1 + count
    if condition == T.CHOKEHOLD:
        return _of(control_levels(s, side), needs, "control level")
    if condition == T.CHAMPION:
        return _of(dominated(t, s, side, needs), CHAMPION_SECTORS, "sector")
    if condition == T.INDIGENOUS_INNOVATION:
        return _of(levels_gained(t, s, side), needs, "level")
    if condition == T.WAR_CHEST:
        in_hand = s.budget[side] + s.capital[side]
        return f"{in_hand} of {needs} in hand", in_hand, needs
    if condition == T.PEACEMAKER:
        return f"Tension {tension}, {needs} or less wanted", T.TOP - tension, T.TOP - needs
    if condition == T.BRINKMAN:
        return f"Tension {tension} of {needs}", tension, needs
    return f"Approval {s.approval[side]} of {needs}", s.approval[side], needs


def _of(now: int, goal: int, name: str) -> tuple[str, float, float]:
    return f"{now} of {goal} {name}{'s' if goal != 1 else ''}", now, goal
