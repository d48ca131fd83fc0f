"""How far a side is with an agenda now: the same conditions as in final scoring, with their numbers."""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.scoring import (
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
    condition = book.agendas[agenda].condition
    is_met = bool(agenda_met(book.tables, s, side, condition))
    words, now, goal = _numbers(book, s, side, condition)
    return Standing(words, 1.0 if is_met else max(0.0, min(0.95, now / goal)), is_met)


def _numbers(book: Rulebook, s: State, side: int, condition: int) -> tuple[str, float, float]:
    """(words, how much, of how much)"""
    t, tension = book.tables, s.shared[T.TENSION]
    if condition == T.FORTRESS:
        mine, theirs = resilience(t, s, side), resilience(t, s, 1 - side)
        return f"Resilience {mine} to {theirs}", mine - theirs, 3
    if condition == T.SWING_MARKETS:
        return _of(friendly_buyers(t, s, side), 3, "buying bloc")
    if condition == T.OPEN_DOOR:
        count = measure_count(s, side) + (1 if s.tariff[side] else 0)
        return f"{count} measure{'s' if count != 1 else ''} of your own", 1, 1 + count
    if condition == T.CHOKEHOLD:
        return _of(control_levels(s, side), 3, "control level")
    if condition == T.CHAMPION:
        return _of(dominated(t, s, side), 2, "sector")
    if condition == T.INDIGENOUS_INNOVATION:
        return _of(levels_gained(t, s, side), t.setting[T.INDIGENOUS_LEVELS], "level")
    if condition == T.WAR_CHEST:
        return f"{s.budget[side] + s.capital[side]} of 17 in hand", s.budget[side] + s.capital[side], 17
    if condition == T.PEACEMAKER:
        return f"Tension {tension}, 1 or less wanted", T.TOP - tension, T.TOP - 1
    if condition == T.BRINKMAN:
        return f"Tension {tension} of 6", tension, 6
    return f"Approval {s.approval[side]} of 9", s.approval[side], 9


def _of(now: int, goal: int, name: str) -> tuple[str, float, float]:
    return f"{now} of {goal} {name}s", now, goal
