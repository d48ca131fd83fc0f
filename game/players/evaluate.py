"""How good a position is for the US, by the recipe of the rulebook (section 12). Fractions are fine here.

A value is a sum of terms, so that a player can say what it did something for, and a persona is nothing but other
weights on the same terms. Written like the rules, over windows, so that it can be compiled with them.
"""

from math import sqrt

from game.engine import terms as T
from game.engine.compiled import compiled
from game.engine.market import contract, licence, measure_levels, trade
from game.engine.rulebook import Tables
from game.engine.scoring import agenda_met, agenda_of, coalition, measure_count
from game.engine.state import State
from game.engine.supply import OUTPUT, built, fill_supplies, level_cost, listed, resilience

from .room import Numbers

WON = 1000.0

# The terms, in points of the track
TRACK = 0  # the Leadership track itself
LEAD = 1  # + downstream sector - UPSTREAM: the output lead there, by how often it is expected to be lit
INCOME = 7  # Budget of the rounds to come
BUDGET = 8
CAPITAL = 9
APPROVAL = 10
UPKEEP = 11  # what own measures will cost
CONTINGENCY = 12  # a card set
INDUSTRY = 13  # capability and progress downstream
INPUTS = 14  # the same upstream, and national programmes
RESERVES = 15  # stockpiles and workarounds
COURTING = 16  # alignment, step by step
COALITION = 17  # the majority of joined blocs
RESILIENCE = 18
BRINK = 19  # what a Rupture that is near would bring
AGENDA = 20
ENDED = 21  # a finished game
TERMS = 22

# What `sums` holds: the terms, then their weights (1 each but for personas); whoever makes it may add room
WEIGHTS = TERMS
SUMS = WEIGHTS + TERMS


@compiled
def rounds_left(t: Tables, s: State) -> int:
    """Rounds that are not over yet, this one included."""
    return max(0, t.setting[T.ROUNDS] - s.shared[T.ROUND] + 1)


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
def fill_leads(s: State, remaining: int, sums: Numbers) -> None:
    """Output leads, weighted by how often each sector is known or expected to be lit."""
    moves_left = s.moves[T.US] + s.moves[T.CHINA] > 0
    for j in range(T.UPSTREAM, T.SECTORS):
        weight = 0.45 * max(0, remaining - 2)
        if s.lit[j] and moves_left:
            weight += 1.0
        if s.next[j]:
            weight += 1.0
        lead = s.scratch[OUTPUT + j] - s.scratch[OUTPUT + T.SECTORS + j]
        sums[LEAD + j - T.UPSTREAM] = weight * soft_lead(lead)


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
def add_meters(s: State, side: int, sign: int, remaining: int, sums: Numbers) -> None:
    """Meters, measures and the slot of one side."""
    sums[BUDGET] += sign * 0.10 * min(8, s.budget[side])
    sums[CAPITAL] += sign * 0.20 * min(7, s.capital[side])
    sums[APPROVAL] += sign * 0.08 * remaining * s.approval[side]
    sums[UPKEEP] -= sign * 0.10 * remaining * measure_count(s, side)
    if s.slot_card[side] != 0:
        sums[CONTINGENCY] += sign * 0.4


@compiled
def add_industry(s: State, side: int, sign: int, remaining: int, sums: Numbers) -> None:
    """Capability, progress, programmes, stockpiles and workarounds of one side."""
    rival = 1 - side
    for sector in range(T.SECTORS):
        cell = side * T.SECTORS + sector
        level, rival_level = s.capability[cell], s.capability[rival * T.SECTORS + sector]
        value = level + s.progress[cell] / level_cost(level, rival_level, sector)
        if sector < T.UPSTREAM:
            sums[INPUTS] += sign * 0.13 * remaining * value
            at = side * T.UPSTREAM + sector
            sums[RESERVES] += sign * 0.12 * s.stock[at] * min(remaining, 3) / 3
            if s.workaround[at]:
                sums[RESERVES] += sign * (0.3 if s.control[rival * T.UPSTREAM + sector] else 0.1)
        else:
            sums[INDUSTRY] += sign * 0.06 * remaining * value
        if s.programme[cell] and level < T.TOP:
            sums[INPUTS if sector < T.UPSTREAM else INDUSTRY] += sign * 0.22 * remaining


@compiled
def fill_alignment(s: State, sums: Numbers) -> None:
    for bloc in range(T.BLOCS):
        sums[COURTING] += 0.19 * s.align[bloc]
    lead = coalition(s, T.US) - coalition(s, T.CHINA)
    if lead != 0:
        sums[COALITION] = 0.8 if lead > 0 else -0.8


@compiled
def fill_resilience(t: Tables, s: State, sums: Numbers) -> None:
    """What self-reliance is worth at the end, and in a Rupture that comes near."""
    lead = resilience(t, s, T.US) - resilience(t, s, T.CHINA)
    sums[RESILIENCE] = min(4, max(-4, lead)) / 4 * (2 + s.shared[T.DECOUPLING] / 2)
    if s.shared[T.TENSION] >= 7:
        sums[BRINK] = lead * 0.08 * (s.shared[T.TENSION] - 6)


@compiled
def agenda_value(t: Tables, s: State, side: int, remaining: int) -> float:
    """The own agenda, once it is chosen, if its condition is met now."""
    agenda = agenda_of(t, s, side)
    if agenda == T.NONE or not agenda_met(t, s, side, agenda):
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
def fill_terms(t: Tables, s: State, side: int, sums: Numbers) -> None:
    """Every term of the position's worth to a side. Blanks in the position count as nothing."""
    for k in range(TERMS):
        sums[k] = 0.0
    if s.shared[T.PHASE] == T.OVER:
        value = final_value(t, s)
        sums[ENDED] = value if side == T.US else -value
        if s.shared[T.ENDING] == T.SHARED_LOSS:
            sums[ENDED] = -WON
        return
    remaining = rounds_left(t, s)
    fill_outputs(t, s)
    sums[TRACK] = s.shared[T.TRACK]
    fill_leads(s, remaining, sums)
    sums[INCOME] = 0.10 * remaining * (income_of(t, s, T.US) - income_of(t, s, T.CHINA))
    for who in range(2):
        sign = 1 if who == T.US else -1
        add_meters(s, who, sign, remaining, sums)
        add_industry(s, who, sign, remaining, sums)
    fill_alignment(s, sums)
    fill_resilience(t, s, sums)
    if side == T.CHINA:
        for k in range(TERMS):
            sums[k] = -sums[k]
    sums[AGENDA] = agenda_value(t, s, side, remaining)
    if s.shared[T.TENSION] >= 9 and measure_levels(s) > 0:
        sums[BRINK] -= 0.5  # one step from the brink


@compiled
def value_for(t: Tables, s: State, side: int, sums: Numbers) -> float:
    """The position's worth to a side, in points of the track; `sums` keeps the terms of it."""
    fill_terms(t, s, side, sums)
    value = 0.0
    for k in range(TERMS):
        value += sums[WEIGHTS + k] * sums[k]
    return value


@compiled
def chance_of(value: float, remaining: int) -> float:
    """The chance to win that a value stands for; the more rounds remain, the less is decided."""
    x = value / (2.0 + 1.2 * remaining)
    return 0.5 + 0.5 * x / sqrt(1.0 + x * x)
