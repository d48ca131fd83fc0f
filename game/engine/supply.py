"""Offers, supply, output, Resilience (rulebook 1.3): the best offer wins.

The fill functions leave their sums in the scratch window, so that the market phase can look at them again without
making a list; the plain questions (`supply`, `output`, `resilience`) answer for one number.
"""

from . import terms as T
from .compiled import compiled
from .rulebook import Tables
from .state import State

# Places in the scratch window
SUPPLY = 0  # [side, upstream]
SPENT = SUPPLY + 2 * T.UPSTREAM  # [side, upstream] supply from stockpile tokens spent now
OUTPUT = SPENT + 2 * T.UPSTREAM  # [side, sector]
FREE = OUTPUT + 2 * T.SECTORS  # [side, upstream] supply if the rival controlled nothing
BEFORE = FREE + 2 * T.UPSTREAM  # [side, sector] capability when a step of the market phase began
TRIAL = BEFORE + 2 * T.SECTORS  # [sector] outputs before a token is spent


@compiled
def toward(s: State, side: int, bloc: int) -> int:
    """Alignment of a bloc toward a side, -3..+3."""
    return s.align[bloc] if side == T.US else -s.align[bloc]


@compiled
def bar(s: State, side: int, i: int) -> int:
    """What the rival's control takes off its own offer of input i to this side, 0-6, always even."""
    return max(0, 2 * s.control[(1 - side) * T.UPSTREAM + i] - 2 * s.workaround[side * T.UPSTREAM + i])


@compiled
def bloc_bar(s: State, side: int, bloc: int, full: int) -> int:
    """What a bloc takes off: all of the bar where it joined the rival, nothing where it defies it, else half."""
    lean = toward(s, side, bloc)
    if lean <= -2:
        return full
    return 0 if lean >= 2 else full // 2


@compiled
def rival_offer(s: State, side: int, i: int, full: int, decoupling: int) -> int:
    return s.capability[(1 - side) * T.SECTORS + i] - full - s.shock[i] - decoupling // 3


@compiled
def foreign_offer(t: Tables, s: State, side: int, i: int, full: int, decoupling: int) -> int:
    """The best offer of input i from anybody but the side itself; it can be below 0."""
    best = rival_offer(s, side, i, full, decoupling)
    for k in range(t.supplier_start[i], t.supplier_start[i + 1]):
        bloc = t.supplier[k]
        offer = t.quality[k] + s.source[bloc] - s.shock[i] - bloc_bar(s, side, bloc, full)
        best = max(best, offer)
    return best


@compiled
def own_offer(t: Tables, s: State, side: int, i: int, at: int) -> int:
    """What the side makes of input i itself, given the supplies of earlier inputs at `scratch[at]`."""
    offer = s.capability[side * T.SECTORS + i]
    for k in range(t.input_start[i], t.input_start[i + 1]):
        offer = min(offer, s.scratch[at + t.input_of[k]] + t.input_slack[k])
    return offer


@compiled
def fill_supplies(t: Tables, s: State, side: int) -> None:
    """The side's four supplies now, without stockpiles, into scratch SUPPLY."""
    at = SUPPLY + side * T.UPSTREAM
    decoupling = s.shared[T.DECOUPLING]
    for i in range(T.UPSTREAM):
        s.scratch[at + i] = max(
            own_offer(t, s, side, i, at), foreign_offer(t, s, side, i, bar(s, side, i), decoupling)
        )


@compiled
def fill_stocked_supplies(t: Tables, s: State, side: int) -> None:
    """The same with the stockpile tokens of scratch SPENT: what they add to TOOLS reaches own CHIPS and LEGACY."""
    at = SUPPLY + side * T.UPSTREAM
    decoupling = s.shared[T.DECOUPLING]
    for i in range(T.UPSTREAM):
        best = max(own_offer(t, s, side, i, at), foreign_offer(t, s, side, i, bar(s, side, i), decoupling))
        s.scratch[at + i] = best + s.scratch[SPENT + side * T.UPSTREAM + i]


@compiled
def fill_free_supplies(t: Tables, s: State, side: int) -> None:
    """The side's supplies if the rival controlled nothing and there were no Decoupling, into scratch FREE."""
    at = FREE + side * T.UPSTREAM
    for i in range(T.UPSTREAM):
        s.scratch[at + i] = max(own_offer(t, s, side, i, at), foreign_offer(t, s, side, i, 0, 0))


@compiled
def built(t: Tables, s: State, side: int, j: int) -> int:
    """Output of sector j before listings, from the supplies in scratch SUPPLY."""
    value = s.capability[side * T.SECTORS + j]
    for k in range(t.input_start[j], t.input_start[j + 1]):
        value = min(value, s.scratch[SUPPLY + side * T.UPSTREAM + t.input_of[k]] + t.input_slack[k])
    return max(0, value)


@compiled
def listed(s: State, side: int, j: int, value: int) -> int:
    """Output after the rival's listing of sector j."""
    return max(0, value - s.listing[(1 - side) * T.SECTORS + j])


@compiled
def supply(t: Tables, s: State, side: int, i: int) -> int:
    """Supply of input i (rulebook 1.3), never below 0."""
    fill_supplies(t, s, side)
    return s.scratch[SUPPLY + side * T.UPSTREAM + i]


@compiled
def output(t: Tables, s: State, side: int, j: int) -> int:
    """Output of downstream sector j now: controls, shocks, Decoupling and listings count, stockpiles do not."""
    fill_supplies(t, s, side)
    return listed(s, side, j, built(t, s, side, j))


@compiled
def resilience(t: Tables, s: State, side: int) -> int:
    """The sum of the six downstream outputs from own offers alone, 0-60."""
    at = SUPPLY + side * T.UPSTREAM
    for i in range(T.UPSTREAM):
        s.scratch[at + i] = own_offer(t, s, side, i, at)
    total = 0
    for j in range(T.UPSTREAM, T.SECTORS):
        total += built(t, s, side, j)
    return total


@compiled
def level_cost(level: int, rival_level: int, sector: int) -> int:
    """Progress for the next level: 4 catching up, else 5; 2 more upstream."""
    cost = 4 if level < rival_level else 5
    return cost + 2 if sector < T.UPSTREAM else cost
