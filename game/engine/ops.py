"""One small step per op: what the effects of cards and headlines do (rulebook 9 and 10).

An effect that cannot apply is skipped and says so. Functions take the actor (`side`); for a headline, whose effects
treat both sides alike, there is none.
"""

from . import terms as T
from .compiled import compiled
from .rulebook import Tables
from .scoring import is_over, measure_count, rupture
from .state import State, add, note, put, show
from .supply import level_cost, output, toward


@compiled
def learn(s: State, side: int, sector: int, points: int, rival_level: int) -> None:
    """Add progress; levels follow at once, each at a cost computed anew against the rival's level."""
    cell = side * T.SECTORS + sector
    level = s.capability[cell]
    if level >= T.TOP or points <= 0:
        return  # with nothing added nothing is tested: a cost that fell by itself lifts nobody
    progress = s.progress[cell] + points
    cost = level_cost(level, rival_level, sector)
    while progress >= cost and level < T.TOP:
        progress -= cost
        level += 1
        cost = level_cost(level, rival_level, sector)
    put(s, T.PROGRESS + cell, 0 if level >= T.TOP else progress)
    put(s, T.CAPABILITY + cell, level)


@compiled
def learn_now(s: State, side: int, sector: int, points: int) -> None:
    learn(s, side, sector, points, s.capability[(1 - side) * T.SECTORS + sector])


@compiled
def raise_tension(t: Tables, s: State, n: int, culprit: int) -> None:
    """Tension changes through a side's effect; at 10 the game ruptures at once."""
    add(s, T.SHARED + T.TENSION, n)
    if s.shared[T.TENSION] >= T.TOP:
        rupture(t, s, culprit)


@compiled
def is_locked(s: State, side: int, measure: int) -> bool:
    return s.lock[side * T.MEASURES + measure] >= s.shared[T.ROUND]


@compiled
def measure_cell(side: int, measure: int) -> int:
    """The cell that holds a measure's level."""
    if measure == T.TARIFF_MEASURE:
        return T.TARIFF + side
    if measure < T.UPSTREAM:
        return T.CONTROL + side * T.UPSTREAM + measure
    return T.LISTING + side * T.SECTORS + measure


@compiled
def measure_limit(measure: int) -> int:
    if measure == T.TARIFF_MEASURE:
        return T.MAX_TARIFF
    return T.MAX_CONTROL if measure < T.UPSTREAM else 1


@compiled
def can_raise(s: State, side: int, measure: int) -> bool:
    return s.cells[measure_cell(side, measure)] < measure_limit(measure) and not is_locked(s, side, measure)


@compiled
def raise_measure(t: Tables, s: State, side: int, measure: int, steps: int, quiet: bool) -> None:
    """Raise an own measure; Tension +1 unless it is a contingency's doing."""
    cell = measure_cell(side, measure)
    put(s, cell, min(measure_limit(measure), s.cells[cell] + steps))
    if not quiet:
        raise_tension(t, s, 1, side)


@compiled
def lower_measure(s: State, side: int, measure: int) -> bool:
    """One level off, if there is any."""
    cell = measure_cell(side, measure)
    if s.cells[cell] == 0:
        return False
    put(s, cell, s.cells[cell] - 1)
    return True


@compiled
def align_bloc(s: State, side: int, bloc: int, steps: int) -> bool:
    """Move a bloc toward a side (negative: away)."""
    old = s.align[bloc]
    new = old + steps if side == T.US else old - steps
    put(s, T.ALIGN + bloc, min(T.MAX_ALIGN, max(-T.MAX_ALIGN, new)))
    return s.align[bloc] != old


@compiled
def is_sanctioned(t: Tables, s: State, side: int, j: int) -> bool:
    """The rival lists sector j or controls a direct input of it."""
    rival = 1 - side
    if s.listing[rival * T.SECTORS + j]:
        return True
    for k in range(t.input_start[j], t.input_start[j + 1]):
        if s.control[rival * T.UPSTREAM + t.input_of[k]] > 0:
            return True
    return False


@compiled
def can_showcase(t: Tables, s: State, side: int, j: int) -> bool:
    return output(t, s, side, j) >= output(t, s, 1 - side, j)


@compiled
def discard(s: State, card: int) -> None:
    show(s, T.PLACE + card, T.IN_DISCARD, T.EVERYBODY)


@compiled
def empty_slot(s: State, side: int) -> None:
    """Put the set contingency on its owner's discard pile."""
    discard(s, s.slot_card[side] - 1)
    show(s, T.SLOT_CARD + side, 0, T.EVERYBODY)
    show(s, T.SLOT_TARGET + side, T.NONE, T.EVERYBODY)
    put(s, T.SLOT_UP + side, 0)


@compiled
def turn_up(s: State, side: int) -> None:
    """Turn the set contingency face-up: everybody learns card and target."""
    put(s, T.SLOT_UP + side, 1)
    show(s, T.SLOT_CARD + side, s.slot_card[side], T.EVERYBODY)
    show(s, T.SLOT_TARGET + side, s.slot_target[side], T.EVERYBODY)
    show(s, T.PLACE + s.slot_card[side] - 1, T.IN_SLOT, T.EVERYBODY)


# --- what a card may begin with (rulebook 10, "legal if first") ---------------------------------


@compiled
def can_begin(t: Tables, s: State, side: int, op: int, a: int, b: int) -> bool:
    """Whether a policy may begin with this effect now. `a` is the chosen target where the effect has a "?"."""
    if op == T.OP_CONTROL or op == T.OP_LIST:
        return can_raise(s, side, a)
    if op == T.OP_TARIFF:
        return can_raise(s, side, T.TARIFF_MEASURE)
    if op == T.OP_EASE:
        return s.control[side * T.UPSTREAM + a] > 0
    if op == T.OP_ALIGN:
        return toward(s, side, a) < T.MAX_ALIGN
    if op == T.OP_PROGRESS or op == T.OP_INDIGENISE:
        return s.capability[side * T.SECTORS + a] < T.TOP
    if op == T.OP_PROGRAMME:
        return s.programme[side * T.SECTORS + a] == 0 or s.capability[side * T.SECTORS + a] < T.TOP
    if op == T.OP_STOCKPILE:
        return t.setting[T.STOCKPILES] > 0 and s.stock[side * T.UPSTREAM + a] < T.MAX_STOCK
    if op == T.OP_WORKAROUND:
        return s.workaround[side * T.UPSTREAM + a] == 0
    if op == T.OP_SHOWCASE:
        return can_showcase(t, s, side, a)
    return True


# --- doing it: each family returns whether the op was one of its own; a skipped effect leaves a n


@compiled
def run_measure_op(t: Tables, s: State, side: int, op: int, a: int, b: int, quiet: bool) -> bool:
    """control, list, tariff, ease, erode, workaround, enforce."""
    done = True
    if op == T.OP_CONTROL or op == T.OP_LIST or op == T.OP_TARIFF:
        measure = T.TARIFF_MEASURE if op == T.OP_TARIFF else a
        done = can_raise(s, side, measure)
        if done:
            raise_measure(t, s, side, measure, b if op != T.OP_LIST else 1, quiet)
    elif op == T.OP_EASE:
        done = lower_measure(s, side, a)
    elif op == T.OP_ERODE:
        done = lower_measure(s, 1 - side, a)
    elif op == T.OP_WORKAROUND:
        done = s.workaround[side * T.UPSTREAM + a] == 0
        put(s, T.WORKAROUND + side * T.UPSTREAM + a, 1)
    elif op == T.OP_ENFORCE:
        done = s.workaround[(1 - side) * T.UPSTREAM + a] > 0
        put(s, T.WORKAROUND + (1 - side) * T.UPSTREAM + a, 0)
    else:
        return False
    if not done:
        note(s, T.NOTE_SKIPPED, op, a)
    return True


@compiled
def run_sector_op(t: Tables, s: State, side: int, op: int, a: int, b: int) -> bool:
    """progress, indigenise, setback, programme, stockpile, showcase."""
    cell = side * T.SECTORS + a
    done = True
    if op == T.OP_PROGRESS:
        done = s.capability[cell] < T.TOP
        learn_now(s, side, a, b)
    elif op == T.OP_INDIGENISE:
        done = s.capability[cell] < T.TOP
        learn_now(s, side, a, b + s.cells[measure_cell(1 - side, a)])
    elif op == T.OP_SETBACK:
        rival_cell = T.PROGRESS + (1 - side) * T.SECTORS + a
        done = s.cells[rival_cell] > 0
        put(s, rival_cell, max(0, s.cells[rival_cell] - b))
    elif op == T.OP_PROGRAMME:
        done = s.programme[cell] == 0
        put(s, T.PROGRAMME + cell, 1)
    elif op == T.OP_STOCKPILE:
        done = stockpile(t, s, side, a, b)
    elif op == T.OP_SHOWCASE:
        done = can_showcase(t, s, side, a)
        if done:
            points = 2 if is_sanctioned(t, s, side, a) else 1
            put(s, T.SHARED + T.TRACK, s.shared[T.TRACK] + (points if side == T.US else -points))
    else:
        return False
    if not done:
        note(s, T.NOTE_SKIPPED, op, a)
    return True


@compiled
def stockpile(t: Tables, s: State, side: int, i: int, tokens: int) -> bool:
    cell = T.STOCK + side * T.UPSTREAM + i
    if t.setting[T.STOCKPILES] == 0 or s.cells[cell] >= T.MAX_STOCK:
        return False
    put(s, cell, min(T.MAX_STOCK, s.cells[cell] + tokens))
    return True


@compiled
def run_side_op(t: Tables, s: State, side: int, op: int, a: int, b: int, who: int) -> bool:
    """align, new_source, approval, budget, capital, tension, expose."""
    done = True
    if op == T.OP_ALIGN:
        done = align_bloc(s, side, a, b)
    elif op == T.OP_NEW_SOURCE:
        done = s.source[a] < T.MAX_SOURCE
        put(s, T.SOURCE + a, min(T.MAX_SOURCE, s.source[a] + b))
    elif op == T.OP_APPROVAL:
        add_to(s, T.APPROVAL, side, who, b)
    elif op == T.OP_BUDGET:
        add_to(s, T.BUDGET, side, who, b)
    elif op == T.OP_CAPITAL:
        add_to(s, T.CAPITAL, side, who, b)
    elif op == T.OP_TENSION:
        if side == T.NATURE:
            calm = max(T.HEADLINE_TENSION - s.shared[T.TENSION], 0)
            add(s, T.SHARED + T.TENSION, min(b, calm))
        else:
            raise_tension(t, s, b, side)
    elif op == T.OP_EXPOSE:
        done = t.setting[T.CONTINGENCIES] > 0 and s.slot_card[1 - side] > 0
        if done:
            empty_slot(s, 1 - side)
    else:
        return False
    if not done:
        note(s, T.NOTE_SKIPPED, op, a)
    return True


@compiled
def add_to(s: State, meter: int, side: int, who: int, n: int) -> None:
    """Change a meter of the actor, its rival, or both (US first)."""
    if who == T.BOTH:
        add(s, meter + T.US, n)
        add(s, meter + T.CHINA, n)
    else:
        add(s, meter + (side if who == T.SELF else 1 - side), n)


@compiled
def run_headline_op(t: Tables, s: State, op: int, a: int, b: int) -> None:
    """shock, spotlight, squeeze, drift, lobby, reveal, uplift, audit: the same for both sides."""
    if op == T.OP_SHOCK:
        put(s, T.SHOCK + a, b)
    elif op == T.OP_SPOTLIGHT:
        if s.lit[a] == 0:
            put(s, T.LIT + a, T.LIT_HEADLINE)
        else:
            note(s, T.NOTE_SKIPPED, op, a)
    elif op == T.OP_DRIFT:
        drift(s, b)
    elif op == T.OP_UPLIFT:
        uplift(s, b)
    else:
        for side in range(2):
            if op == T.OP_SQUEEZE and s.tariff[side] > 0:
                add(s, T.APPROVAL + side, -b)
            elif op == T.OP_LOBBY and measure_count(s, side) >= 3:
                add(s, T.CAPITAL + side, -b)
            elif op == T.OP_REVEAL and t.setting[T.CONTINGENCIES] > 0 and s.slot_card[side] > 0:
                if s.slot_up[side] == 0:
                    turn_up(s, side)
            elif op == T.OP_AUDIT:
                audit(t, s, side, b)


@compiled
def drift(s: State, steps: int) -> None:
    """Every bloc that has taken a side (2 or 3) moves toward the middle."""
    for bloc in range(T.BLOCS):
        old = s.align[bloc]
        if old >= 2:
            put(s, T.ALIGN + bloc, max(0, old - steps))
        elif old <= -2:
            put(s, T.ALIGN + bloc, min(0, old + steps))


@compiled
def lowest_upstream(s: State, side: int) -> int:
    """The side's weakest input, the first in order if tied."""
    lowest = 0
    for i in range(1, T.UPSTREAM):
        if s.capability[side * T.SECTORS + i] < s.capability[side * T.SECTORS + lowest]:
            lowest = i
    return lowest


@compiled
def uplift(s: State, points: int) -> None:
    """Both sides learn from the levels as they stood before either did."""
    ours, theirs = lowest_upstream(s, T.US), lowest_upstream(s, T.CHINA)
    us_level = s.capability[theirs]  # the US level in the sector in which China learns
    learn(s, T.US, ours, points, s.capability[T.SECTORS + ours])
    learn(s, T.CHINA, theirs, points, us_level)


@compiled
def audit(t: Tables, s: State, side: int, tokens: int) -> None:
    for i in range(T.UPSTREAM):
        if s.capability[side * T.SECTORS + i] < s.capability[(1 - side) * T.SECTORS + i]:
            stockpile(t, s, side, i, tokens)


@compiled
def run_program(t: Tables, s: State, program: int, side: int, target: int, quiet: bool) -> None:
    """Resolve a card's or headline's effects left to right, until the game ends or they do."""
    for k in range(t.op_start[program], t.op_start[program + 1]):
        op = t.op[k]
        a = t.op_a[k]
        if a == T.TARGET:
            a = target
        if run_measure_op(t, s, side, op, a, t.op_b[k], quiet):
            pass
        elif run_sector_op(t, s, side, op, a, t.op_b[k]):
            pass
        elif not run_side_op(t, s, side, op, a, t.op_b[k], t.op_c[k]):
            run_headline_op(t, s, op, a, t.op_b[k])
        if is_over(s):
            return
