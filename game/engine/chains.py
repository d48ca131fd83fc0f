"""The supply graph as it stands: every arrow with the limit it sets, every control with the sectors it bites.

Works on any State, also on one with blanks. Section numbers are the rulebook's.
"""

from dataclasses import dataclass

from . import terms as T
from .explain import Offer, offers
from .ops import measure_cell
from .rulebook import Rulebook
from .state import State, copy
from .supply import SUPPLY, built, fill_supplies, listed


@dataclass(frozen=True, slots=True)
class Arrow:
    """From an input to a sector that needs it (1.1). `binds`: the sector would make more with more of it."""

    input: int
    sector: int
    slack: int  # 0 of a solid arrow, 3 of a dashed one
    limit: int  # what the input lets the sector reach
    binds: bool


@dataclass(frozen=True, slots=True)
class Chains:
    """One side of the graph. Lists by sector: capability, and supply of an input or output of another."""

    capability: tuple[int, ...]
    made: tuple[int, ...]
    arrows: tuple[Arrow, ...]
    offers: tuple[tuple[Offer, ...], ...]  # by input, the best first

    def into(self, sector: int) -> list[Arrow]:
        return [arrow for arrow in self.arrows if arrow.sector == sector]

    def chokes(self, sector: int) -> list[Arrow]:
        """The arrows that hold the sector down."""
        return [arrow for arrow in self.into(sector) if arrow.binds]

    def struck(self, i: int) -> list[Offer]:
        """Offers of an input that would win, or have won, if no control took anything off."""
        best = self.offers[i][0]
        return [o for o in self.offers[i] if o.barred and (o is best or o.value + o.barred > best.value)]


def chains(book: Rulebook, s: State, side: int) -> Chains:
    """The graph of a side now: controls, shocks, Decoupling and listings count, stockpiles do not (1.3)."""
    t = book.tables
    fill_supplies(t, s, side)
    supplies = [s.scratch[SUPPLY + side * T.UPSTREAM + i] for i in range(T.UPSTREAM)]
    levels = [s.capability[side * T.SECTORS + j] for j in range(T.SECTORS)]
    before = [*supplies, *[built(t, s, side, j) for j in range(T.UPSTREAM, T.SECTORS)]]
    made = [*supplies, *[listed(s, side, j, before[j]) for j in range(T.UPSTREAM, T.SECTORS)]]
    arrows = []
    for j in range(T.SECTORS):
        for k in range(t.input_start[j], t.input_start[j + 1]):
            i, slack = t.input_of[k], t.input_slack[k]
            limit = supplies[i] + slack
            # An own offer counts only where it beats the others, so an input is held down by its supply
            binds = levels[j] > before[j] and (j < T.UPSTREAM or limit <= before[j])
            arrows.append(Arrow(i, j, slack, limit, binds))
    found = tuple(tuple(offers(book, s, side, i)) for i in range(T.UPSTREAM))
    return Chains(tuple(levels), tuple(made), tuple(arrows), found)


def bites(book: Rulebook, s: State, side: int, measure: int) -> tuple[int, ...]:
    """The rival's sectors that would make more without this control or listing of the side."""
    at = measure_cell(side, measure)
    if measure == T.TARIFF_MEASURE or not s.cells[at]:
        return ()
    without = copy(s)
    without.cells[at] = 0
    now, then = outputs(book, s, 1 - side), outputs(book, without, 1 - side)
    return tuple(j for j in range(T.UPSTREAM, T.SECTORS) if then[j] > now[j])


def outputs(book: Rulebook, s: State, side: int) -> list[int]:
    """Outputs by sector, 0 for the inputs."""
    fill_supplies(book.tables, s, side)
    made = [listed(s, side, j, built(book.tables, s, side, j)) for j in range(T.UPSTREAM, T.SECTORS)]
    return [0] * T.UPSTREAM + made
