"""How good a position is for the US, by the recipe of the rulebook (section 12). Fractions are fine here.

Written like the rules, over windows, so that it can be compiled with them.
"""

from game.engine import terms as T
from game.engine.compiled import compiled
from game.engine.market import contract, licence, measure_levels, trade
from game.engine.rulebook import Tables
from game.engine.scoring import agenda_met, agenda_of, coalition, measure_count
from game.engine.state import State
from game.engine.supply import OUTPUT, built, fill_supplies, level_cost, listed, resilience

WON = 1000.0


@compiled
def soft_lead(lead: int) -> float:
    """What a lead is worth in a lit sector, a little more than its points so that it is worth keeping."""
    size = abs(lead)
    value = 0.0
    if size == 1:
        value = 0.85
    elif size == 2:
        value = 1.35
    elif size == 3:
        value = 2.0
    elif size > 3:
        value = 2.1
    return value if lead > 0 else -value


@compiled
def fill_outputs(t: Tables, s: State) -> None:
    for side in range(2):
        fill_supplies(t, s, side)
        for j in range(T.UPSTREAM, T.SECTORS):
            s.scratch[OUTPUT + side * T.SECTORS + j] = listed(s, side, j, built(t, s, side, j))


@compiled
def leads(s: State, remaining: int) -> float:
    """Output leads, weighted by how often each sector is known or expected to be lit."""
    total = 0.0
    moves_left = s.moves[T.US] + s.moves[T.CHINA] > 0
    for j in range(T.UPSTREAM, T.SECTORS):
        weight = 0.45 * max(0, remaining - 2)
        if s.lit[j] and moves_left:
            weight += 1.0
        if s.next[j]:
            weight += 1.0
        lead = s.scratch[OUTPUT + j] - s.scratch[OUTPUT + T.SECTORS + j]
        total += weight * soft_lead(lead)
    return total


@compiled
def income_of(t: Tables, s: State, side: int) -> int:
    """Budget income of a market phase with the outputs in scratch OUTPUT."""
    total = trade(s, side) + s.tariff[side]
    for bloc in range(T.BLOCS):
        total += contract(t, s, side, bloc)
    for i in range(T.UPSTREAM):
        total += licence(s, side, i)
    return total


@compiled
def side_value(s: State, side: int, remaining: int) -> float:
    """Meters, progress and tools of one side."""
    rival = 1 - side
    value = 0.10 * min(8, s.budget[side]) + 0.20 * min(7, s.capital[side])
    value += 0.08 * remaining * s.approval[side]
    value -= 0.10 * remaining * measure_count(s, side)
    if s.slot_card[side] != 0:
        value += 0.4
    for sector in range(T.SECTORS):
        cell = side * T.SECTORS + sector
        level, rival_level = s.capability[cell], s.capability[rival * T.SECTORS + sector]
        worth = (0.13 if sector < T.UPSTREAM else 0.06) * remaining
        value += worth * (level + s.progress[cell] / level_cost(level, rival_level, sector))
        if s.programme[cell] and level < T.TOP:
            value += 0.22 * remaining
        if sector < T.UPSTREAM:
            at = side * T.UPSTREAM + sector
            value += 0.12 * s.stock[at] * min(remaining, 3) / 3
            if s.workaround[at]:
                value += 0.3 if s.control[rival * T.UPSTREAM + sector] else 0.1
    return value


@compiled
def alignment_value(s: State) -> float:
    total = 0.0
    for bloc in range(T.BLOCS):
        total += 0.19 * s.align[bloc]
    lead = coalition(s, T.US) - coalition(s, T.CHINA)
    if lead != 0:
        total += 0.8 if lead > 0 else -0.8
    return total


@compiled
def resilience_value(t: Tables, s: State) -> float:
    """What self-reliance is worth at the end, and in a Rupture that comes near."""
    lead = resilience(t, s, T.US) - resilience(t, s, T.CHINA)
    value = min(4, max(-4, lead)) / 4 * (2 + s.shared[T.DECOUPLING] / 2)
    if s.shared[T.TENSION] >= 7:
        value += lead * 0.08 * (s.shared[T.TENSION] - 6)
    return value


@compiled
def agenda_value(t: Tables, s: State, side: int, remaining: int) -> float:
    """The own agenda, once it is chosen, if its condition is met now."""
    agenda = agenda_of(t, s, side)
    if agenda == T.NONE or not agenda_met(t, s, side, t.agenda_condition[agenda]):
        return 0.0
    elapsed = 1.0 - remaining / max(1, t.setting[T.ROUNDS])
    return T.AGENDA_POINTS * (0.4 + 0.6 * elapsed)


@compiled
def final_value(t: Tables, s: State) -> float:
    """A finished game, by its winner; a shared loss is a loss for whoever asks (see `value_for`)."""
    winner = s.shared[T.WINNER]
    if winner == T.US:
        return WON
    return -WON if winner == T.CHINA else 0.0


@compiled
def value_for(t: Tables, s: State, side: int) -> float:
    """The position's worth to a side, in points of the track. Blanks in the position count as nothing."""
    if s.shared[T.PHASE] == T.OVER:
        if s.shared[T.ENDING] == T.SHARED_LOSS:
            return -WON
        value = final_value(t, s)
        return value if side == T.US else -value
    remaining = max(0, t.setting[T.ROUNDS] - s.shared[T.ROUND] + 1)
    fill_outputs(t, s)
    value = s.shared[T.TRACK] + leads(s, remaining)
    value += 0.10 * remaining * (income_of(t, s, T.US) - income_of(t, s, T.CHINA))
    value += side_value(s, T.US, remaining) - side_value(s, T.CHINA, remaining)
    value += alignment_value(s) + resilience_value(t, s)
    if side == T.CHINA:
        value = -value
    value += agenda_value(t, s, side, remaining)
    if s.shared[T.TENSION] >= 9 and measure_levels(s) > 0:
        value -= 0.5  # one step from the brink
    return value
