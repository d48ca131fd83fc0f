"""The market phase, step by step in the rulebook's order (section 6).

Every step takes both sides' values as they stood when the step began.
"""

from . import terms as T
from .compiled import compiled
from .ops import learn, lower_measure
from .rulebook import Tables
from .scoring import check_automatic, is_over, listings, measure_count
from .state import State, add, because, note, put
from .supply import (
    BEFORE,
    FREE,
    OUTPUT,
    SPENT,
    SUPPLY,
    TRIAL,
    built,
    fill_free_supplies,
    fill_stocked_supplies,
    fill_supplies,
    listed,
    toward,
)


@compiled
def market(t: Tables, s: State) -> None:
    """Run the whole phase; the game may end in step 5."""
    begin(s, 1)
    for side in range(2):
        produce(t, s, side)
    begin(s, 2)
    for side in range(2):
        opinion(s, side)
    begin(s, 3)
    backfire(t, s)
    begin(s, 4)
    programmes(s)
    begin(s, 5)
    spotlights(t, s)
    if is_over(s):
        return
    begin(s, 6)
    income(t, s)
    begin(s, 7)
    for side in range(2):
        upkeep(s, side)
    begin(s, 8)
    if measure_levels(s) >= 6 and s.shared[T.DECOUPLING] < T.MAX_DECOUPLING:
        put(s, T.SHARED + T.DECOUPLING, s.shared[T.DECOUPLING] + 1)
    begin(s, 9)
    add(s, T.SHARED + T.TENSION, -1)


@compiled
def begin(s: State, step: int) -> None:
    because(s, T.BY_RULE, 600 + step)
    note(s, T.NOTE_MARKET, step, 0)


# --- 1 outputs ----------------------------------------------------------------------------------


@compiled
def produce(t: Tables, s: State, side: int) -> None:
    """Spend stockpile tokens where they help, then fill scratch OUTPUT."""
    tokens = 0
    for i in range(T.UPSTREAM):
        s.scratch[SPENT + side * T.UPSTREAM + i] = 0
        tokens += s.stock[side * T.UPSTREAM + i]
    fill_supplies(t, s, side)
    if tokens and t.setting[T.STOCKPILES]:
        for i in range(T.UPSTREAM):
            if s.stock[side * T.UPSTREAM + i] > 0:
                try_token(t, s, side, i)
        fill_stocked_supplies(t, s, side)
    for j in range(T.UPSTREAM, T.SECTORS):
        value = listed(s, side, j, built(t, s, side, j))
        s.scratch[OUTPUT + side * T.SECTORS + j] = value
        note(s, T.NOTE_OUTPUT, side * T.SECTORS + j, value)


@compiled
def try_token(t: Tables, s: State, side: int, i: int) -> None:
    """Spend a token of input i if +2 on that supply would raise any output, given the tokens already spent."""
    spent = SPENT + side * T.UPSTREAM + i
    fill_stocked_supplies(t, s, side)
    for j in range(T.UPSTREAM, T.SECTORS):
        s.scratch[TRIAL + j] = built(t, s, side, j)
    s.scratch[spent] = 2
    fill_stocked_supplies(t, s, side)
    for j in range(T.UPSTREAM, T.SECTORS):
        if built(t, s, side, j) > s.scratch[TRIAL + j]:
            note(s, T.NOTE_SPENT, side * T.UPSTREAM + i, 0)
            put(s, T.STOCK + side * T.UPSTREAM + i, s.stock[side * T.UPSTREAM + i] - 1)
            return
    s.scratch[spent] = 0


# --- 2 approval ---------------------------------------------------------------------------------


@compiled
def shortages(s: State, side: int) -> int:
    """Downstream sectors whose output is 2 or more below capability."""
    total = 0
    for j in range(T.UPSTREAM, T.SECTORS):
        if s.scratch[OUTPUT + side * T.SECTORS + j] <= s.capability[side * T.SECTORS + j] - 2:
            total += 1
    return total


@compiled
def opinion(s: State, side: int) -> None:
    short = shortages(s, side)
    if short > 0:
        because(s, T.BY_SHORTAGE, short)
        add(s, T.APPROVAL + side, -2 if short >= 3 else -1)
    if s.tariff[side] >= 2:
        because(s, T.BY_TARIFF, s.tariff[side])
        add(s, T.APPROVAL + side, -1)
    if short == 0 and s.tariff[side] < 2:
        because(s, T.BY_DRIFT, 0)
        if s.approval[side] < 5:
            add(s, T.APPROVAL + side, 1)
        elif s.approval[side] > 7:
            add(s, T.APPROVAL + side, -1)


# --- 3 backfire, 4 programmes -------------------------------------------------------------------


@compiled
def snapshot(s: State) -> None:
    for cell in range(2 * T.SECTORS):
        s.scratch[BEFORE + cell] = s.capability[cell]


@compiled
def backfire(t: Tables, s: State) -> None:
    """Being cut off teaches: progress in every controlled input, by the supply lost (no stockpile counted)."""
    snapshot(s)
    for side in range(2):
        if controlled(s, side):
            fill_free_supplies(t, s, side)
            fill_supplies(t, s, side)
    for side in range(2):
        rival = 1 - side
        for i in range(T.UPSTREAM):
            if s.control[rival * T.UPSTREAM + i] == 0:
                continue
            at = side * T.UPSTREAM + i
            loss = s.scratch[FREE + at] - s.scratch[SUPPLY + at]
            if loss <= 0:
                continue
            because(s, T.BY_BACKFIRE, i)
            note(s, T.NOTE_LOSS, at, loss)
            points = t.setting[T.BACKFIRE] * (2 if loss >= 4 else 1)
            learn(s, side, i, points, s.scratch[BEFORE + rival * T.SECTORS + i])


@compiled
def controlled(s: State, side: int) -> bool:
    """Whether the rival controls any input against this side."""
    for i in range(T.UPSTREAM):
        if s.control[(1 - side) * T.UPSTREAM + i] > 0:
            return True
    return False


@compiled
def programmes(s: State) -> None:
    snapshot(s)
    for side in range(2):
        rival = 1 - side
        for sector in range(T.SECTORS):
            if s.programme[side * T.SECTORS + sector] == 0:
                continue
            points = 1
            if sector < T.UPSTREAM:
                points += s.control[rival * T.UPSTREAM + sector] > 0
            else:
                points += s.listing[rival * T.SECTORS + sector]
            because(s, T.BY_PROGRAMME, sector)
            learn(s, side, sector, points, s.scratch[BEFORE + rival * T.SECTORS + sector])


# --- 5 spotlights -------------------------------------------------------------------------------


@compiled
def lead_points(ours: int, theirs: int) -> int:
    """0, 1 or 2 (dominance) for a lead of 0, 1-2, 3 and more; negative for a lag."""
    lead = ours - theirs
    if lead == 0:
        return 0
    points = 2 if abs(lead) >= 3 else 1
    return points if lead > 0 else -points


@compiled
def spotlights(t: Tables, s: State) -> None:
    won = 0
    for j in range(T.UPSTREAM, T.SECTORS):
        if s.lit[j] == 0:
            continue
        because(s, T.BY_SPOTLIGHT, j)
        points = lead_points(s.scratch[OUTPUT + j], s.scratch[OUTPUT + T.SECTORS + j])
        note(s, T.NOTE_LEAD, j, points)
        put(s, T.SHARED + T.TRACK, s.shared[T.TRACK] + points)
        if points != 0:
            won += 1 if points > 0 else -1
    because(s, T.BY_SPOTLIGHT, T.NONE)
    if won != 0:
        add(s, T.APPROVAL + (T.US if won > 0 else T.CHINA), 1)
    check_automatic(t, s)


# --- 6 income -----------------------------------------------------------------------------------


@compiled
def contract(t: Tables, s: State, side: int, bloc: int) -> int:
    """1 if the buying bloc's contract goes to this side, by the outputs in scratch OUTPUT."""
    j = t.buys[bloc]
    if j == T.NONE:
        return 0
    lead = s.scratch[OUTPUT + side * T.SECTORS + j] - s.scratch[OUTPUT + (1 - side) * T.SECTORS + j]
    return 1 if lead + toward(s, side, bloc) >= 2 else 0


@compiled
def licence(s: State, side: int, i: int) -> int:
    """1 if the side earns by selling input i to the rival: it is ahead and does not control it."""
    ahead = s.capability[side * T.SECTORS + i] > s.capability[(1 - side) * T.SECTORS + i]
    return 1 if ahead and s.control[side * T.UPSTREAM + i] == 0 else 0


@compiled
def trade(s: State, side: int) -> int:
    """Income from trade with the rival, 0-2."""
    return max(0, 2 - s.shared[T.DECOUPLING] // 2 - s.tariff[1 - side])


@compiled
def income(t: Tables, s: State) -> None:
    """Contracts, licences, trade, duties; what passes 10 is lost."""
    for side in range(2):
        for bloc in range(T.BLOCS):
            if contract(t, s, side, bloc):
                because(s, T.BY_CONTRACT, bloc)
                add(s, T.BUDGET + side, 1)
        for i in range(T.UPSTREAM):
            if licence(s, side, i):
                because(s, T.BY_LICENCE, i)
                add(s, T.BUDGET + side, 1)
        because(s, T.BY_TRADE, 0)
        add(s, T.BUDGET + side, trade(s, side))
        because(s, T.BY_DUTIES, s.tariff[side])
        add(s, T.BUDGET + side, s.tariff[side])


# --- 7 political capital, 8 Decoupling ----------------------------------------------------------


@compiled
def upkeep(s: State, side: int) -> None:
    """Political Capital from Approval, then the cost of measures; what can't be paid for is dropped."""
    because(s, T.BY_APPROVAL, s.approval[side])
    add(s, T.CAPITAL + side, s.approval[side] // 3)
    because(s, T.BY_UPKEEP, measure_count(s, side))
    while measure_count(s, side) // 2 > s.capital[side]:
        drop_measure(s, side)
    because(s, T.BY_UPKEEP, measure_count(s, side))
    add(s, T.CAPITAL + side, -(measure_count(s, side) // 2))


@compiled
def drop_measure(s: State, side: int) -> None:
    """A listing if there is any, the last in sector order; else one level of the last control."""
    first, last = (T.UPSTREAM, T.SECTORS) if listings(s, side) else (0, T.UPSTREAM)
    for measure in range(last - 1, first - 1, -1):
        if lower_measure(s, side, measure):
            return


@compiled
def measure_levels(s: State) -> int:
    """All levels of measures on the table: controls, listings and tariffs of both sides."""
    total = s.tariff[T.US] + s.tariff[T.CHINA]
    for k in range(2 * T.UPSTREAM):
        total += s.control[k]
    for k in range(2 * T.SECTORS):
        total += s.listing[k]
    return total
