"""What is legal now (rulebook 4): `list_legal` writes the actions into a buffer and says how many."""

from . import terms as T
from .compiled import compiled
from .contingency import can_announce, can_set
from .deals import can_propose
from .ops import can_begin, measure_cell
from .rulebook import Tables
from .state import State, Window
from .supply import toward


@compiled
def can_afford(t: Tables, s: State, side: int, card: int) -> bool:
    return s.budget[side] >= t.card_budget[card] and s.capital[side] >= t.card_capital[card]


@compiled
def can_begin_card(t: Tables, s: State, side: int, card: int, target: int) -> bool:
    """Whether the card's first effect can do something, for this "?" if the effect has it."""
    first = t.op_start[card]
    a = t.op_a[first]
    return can_begin(t, s, side, t.op[first], target if a == T.TARGET else a, t.op_b[first])


@compiled
def can_play_policy(t: Tables, s: State, side: int, card: int) -> bool:
    if not can_afford(t, s, side, card):
        return False
    if t.target_kind[card] == T.TARGET_NONE:
        return can_begin_card(t, s, side, card, T.NONE)
    for k in range(t.target_start[card], t.target_start[card + 1]):
        if can_begin_card(t, s, side, card, t.target[k]):
            return True
    return False


@compiled
def court_cost(lean: int) -> int:
    """Points for the next step of a bloc that leans this much toward the side (-3..2)."""
    return 1 if lean < 0 else lean + 1


@compiled
def can_use_icon(t: Tables, s: State, side: int, card: int, n: int) -> bool:
    """Whether the card's n-th icon (0-2) would change anything now."""
    icon, what = t.icon[card * T.ICONS + n], t.icon_what[card * T.ICONS + n]
    if icon == T.ICON_RALLY:
        return s.approval[side] < T.TOP
    if s.budget[side] < 1:
        return False
    if icon == T.ICON_SECTOR:
        return s.capability[side * T.SECTORS + what] < T.TOP
    if icon == T.ICON_CRATE:
        return t.setting[T.STOCKPILES] > 0 and s.stock[side * T.UPSTREAM + what] < T.MAX_STOCK
    lean = toward(s, side, what)
    return lean < T.MAX_ALIGN and court_cost(lean) <= t.card_points[card]


@compiled
def list_uses(t: Tables, s: State, side: int, out: Window) -> int:
    card = s.pick[T.PICK_CARD]
    n = 0
    if can_play_policy(t, s, side, card):
        out[n] = T.USE + T.USE_POLICY
        n += 1
    for icon in range(T.ICONS):
        if can_use_icon(t, s, side, card, icon):
            out[n] = T.USE + T.USE_ICON + icon
            n += 1
    out[n] = T.USE + T.USE_FUND
    n += 1
    if can_set(t, s, side, card):
        out[n] = T.USE + T.USE_SET
        n += 1
    return n


@compiled
def list_targets(t: Tables, s: State, side: int, out: Window) -> int:
    """The printed targets; for a policy those for which it may begin."""
    card = s.pick[T.PICK_CARD]
    base = T.AT_SECTOR if t.target_kind[card] == T.TARGET_SECTOR else T.AT_BLOC
    is_policy = s.pick[T.PICK_USE] == T.USE_POLICY
    n = 0
    for k in range(t.target_start[card], t.target_start[card + 1]):
        if not is_policy or can_begin_card(t, s, side, card, t.target[k]):
            out[n] = base + t.target[k]
            n += 1
    return n


@compiled
def list_measures(s: State, side: int, base: int, out: Window, n: int) -> int:
    """Every measure of a side that is on the table."""
    for measure in range(T.MEASURES):
        if s.cells[measure_cell(side, measure)] > 0:
            out[n] = base + measure
            n += 1
    return n


@compiled
def list_moves(t: Tables, s: State, side: int, out: Window) -> int:
    """The first pick of a move."""
    out[0] = T.PASS
    n = 1
    if can_announce(t, s, side):
        out[n] = T.ANNOUNCE
        n += 1
    n = list_measures(s, side, T.LIFT, out, n)
    if can_propose(t, s, side):
        n = list_measures(s, side, T.OFFER, out, n)
    first = 0 if side == T.US else t.setting[T.N_US_CARDS]
    last = t.setting[T.N_US_CARDS] if side == T.US else t.setting[T.N_CARDS]
    for card in range(first, last):
        if s.place[card] == T.IN_HAND:
            out[n] = T.CARD + card
            n += 1
    return n


@compiled
def list_picks(t: Tables, s: State, side: int, out: Window) -> int:
    """The next pick of the side whose move it is."""
    step = s.pick[T.STEP]
    if step == T.STEP_MOVE:
        return list_moves(t, s, side, out)
    if step == T.STEP_USE:
        return list_uses(t, s, side, out)
    if step == T.STEP_TARGET:
        return list_targets(t, s, side, out)
    if step == T.STEP_TAKE:
        return list_measures(s, 1 - side, T.ASK, out, 0)
    n = min(T.MAX_SWEETENER, s.budget[side]) + 1
    for sweetener in range(n):
        out[sweetener] = T.SWEETEN + sweetener
    return n


@compiled
def list_flags(window: Window, size: int, value: int, base: int, out: Window) -> int:
    """base + every index below size at which the window holds the value."""
    n = 0
    for k in range(size):
        if window[k] == value:
            out[n] = base + k
            n += 1
    return n


@compiled
def list_nature(t: Tables, s: State, out: Window) -> int:
    """What luck may bring; every item is equally likely."""
    phase = s.shared[T.PHASE]
    if phase == T.COIN_TOSS:
        out[0] = T.COIN + T.US
        out[1] = T.COIN + T.CHINA
        return 2
    if phase == T.TILES:
        return list_flags(s.bag, T.SECTORS, 1, T.AT_SECTOR, out)
    headlines = T.CARD + t.setting[T.N_CARDS]
    if phase == T.HEADLINE_DRAW:
        return list_flags(s.headline, t.setting[T.N_HEADLINES], 0, headlines, out)
    if phase == T.AGENDA_DEAL:
        return list_flags(
            s.agenda, t.setting[T.N_AGENDAS], T.IN_BOX, headlines + t.setting[T.N_HEADLINES], out
        )
    first, last = 0, t.setting[T.N_US_CARDS]
    if s.shared[T.DRAWER] == T.CHINA:
        first, last = last, t.setting[T.N_CARDS]
    n = 0
    for card in range(first, last):
        if s.place[card] == T.IN_DECK:
            out[n] = T.CARD + card
            n += 1
    return n


@compiled
def list_naming(s: State, out: Window) -> int:
    """Third spotlights that may be named: not lit, and not the one named last round."""
    n = 0
    for j in range(T.UPSTREAM, T.SECTORS):
        if s.lit[j] == 0 and s.shared[T.NAMED] != j:
            out[n] = T.AT_SECTOR + j
            n += 1
    return n


@compiled
def list_legal(t: Tables, s: State, out: Window) -> int:
    """Write every legal action into `out`, return their number; 0 only when the game is over."""
    mover, phase = s.shared[T.MOVER], s.shared[T.PHASE]
    if phase == T.OVER:
        return 0
    if mover == T.NATURE:
        return list_nature(t, s, out)
    if phase == T.MOVING:
        return list_picks(t, s, mover, out)
    if phase == T.ANSWERING:
        out[0] = T.ACCEPT
        out[1] = T.REFUSE
        return 2
    if phase == T.NAMING:
        return list_naming(s, out)
    agendas = T.CARD + t.setting[T.N_CARDS] + t.setting[T.N_HEADLINES]
    return list_flags(s.agenda, t.setting[T.N_AGENDAS], T.DEALT + mover, agendas, out)
