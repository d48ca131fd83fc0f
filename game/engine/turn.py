"""Moves, and what one pick sets going until somebody must pick again (rulebook 4).

`resolve` takes one pick; what follows by rule runs at once, so that afterwards either `mover` has a choice or the
game is over.
"""

from . import terms as T
from .compiled import compiled
from .contingency import announce, react, set_contingency, spend_card
from .deals import accept, close_offer, propose, refuse
from .market import market
from .moves import court_cost
from .ops import align_bloc, learn_now, lower_measure, raise_tension, run_program, stockpile
from .rounds import (
    apply_headline,
    choose_agenda,
    deal_agenda,
    deal_card,
    draw_tile,
    name_spotlight,
    start_round,
    toss,
    wait_for,
)
from .rulebook import Tables
from .scoring import check_automatic, final_scoring, is_over
from .state import State, add, because, note, put, show
from .supply import toward


@compiled
def picked(s: State, side: int, pick: int, value: int, step: int) -> None:
    """Note a pick of an unfinished move; the rival learns nothing yet."""
    show(s, T.PICK + pick, value, side)
    show(s, T.PICK + T.STEP, step, side)


@compiled
def clear_picks(s: State, side: int) -> None:
    for pick in range(1, T.PICK_SIZE):
        if s.pick[pick] != T.NONE:
            show(s, T.PICK + pick, T.NONE, side)
    if s.pick[T.STEP]:
        show(s, T.PICK + T.STEP, T.STEP_MOVE, side)


@compiled
def finish_move(t: Tables, s: State, side: int) -> None:
    """The move is complete: automatic victory is checked once, then the other side moves."""
    if is_over(s):
        return
    because(s, T.BY_RULE, 800)
    check_automatic(t, s)
    if is_over(s):
        return
    because(s, T.BY_RULE, 304)
    put(s, T.MOVES + side, s.moves[side] - 1)
    if s.moves[1 - side]:
        wait_for(s, T.MOVING, 1 - side)
    elif s.moves[side]:
        wait_for(s, T.MOVING, side)
    else:
        close_round(t, s)


@compiled
def close_round(t: Tables, s: State) -> None:
    market(t, s)
    if is_over(s):
        return
    if s.shared[T.ROUND] < t.setting[T.ROUNDS]:
        start_round(t, s)
    else:
        final_scoring(t, s)


@compiled
def play_policy(t: Tables, s: State, side: int, card: int, target: int) -> None:
    """Pay, resolve, discard; then the rival's contingency may answer."""
    clear_picks(s, side)
    because(s, T.BY_CARD, card)
    note(s, T.NOTE_POLICY, card, target)
    add(s, T.BUDGET + side, -t.card_budget[card])
    add(s, T.CAPITAL + side, -t.card_capital[card])
    run_program(t, s, card, side, target, False)
    spend_card(s, side, card)
    if not is_over(s):
        react(t, s, 1 - side, t.card_class[card])
    finish_move(t, s, side)


@compiled
def court(s: State, side: int, bloc: int, points: int) -> None:
    """Buy steps of alignment while the points last."""
    steps, lean = 0, toward(s, side, bloc)
    while lean < T.MAX_ALIGN and court_cost(lean) <= points:
        points -= court_cost(lean)
        lean += 1
        steps += 1
    align_bloc(s, side, bloc, steps)


@compiled
def use_icon(t: Tables, s: State, side: int, card: int, n: int) -> None:
    """Statecraft: discard the card for one of its icons."""
    clear_picks(s, side)
    because(s, T.BY_STATECRAFT, card)
    note(s, T.NOTE_STATECRAFT, card, n)
    spend_card(s, side, card)
    icon, what, points = t.icon[card * T.ICONS + n], t.icon_what[card * T.ICONS + n], t.card_points[card]
    if icon == T.ICON_RALLY:
        add(s, T.APPROVAL + side, (points + 1) // 2)
    elif icon == T.ICON_SECTOR:
        paid = min(points, s.budget[side])
        add(s, T.BUDGET + side, -paid)
        learn_now(s, side, what, paid)
    else:
        add(s, T.BUDGET + side, -1)
        if icon == T.ICON_BLOC:
            court(s, side, what, points)
        else:
            stockpile(t, s, side, what, points)
    finish_move(t, s, side)


@compiled
def fund(t: Tables, s: State, side: int, card: int) -> None:
    clear_picks(s, side)
    because(s, T.BY_FUND, card)
    note(s, T.NOTE_FUND, card, 0)
    spend_card(s, side, card)
    add(s, T.BUDGET + side, (t.card_points[card] + 1) // 2 + 1)
    finish_move(t, s, side)


@compiled
def lift(t: Tables, s: State, side: int, measure: int) -> None:
    because(s, T.BY_LIFT, measure)
    note(s, T.NOTE_LIFT, side, measure)
    lower_measure(s, side, measure)
    raise_tension(t, s, -1, side)
    add(s, T.CAPITAL + side, 1)
    finish_move(t, s, side)


@compiled
def pass_move(t: Tables, s: State, side: int) -> None:
    because(s, T.BY_RULE, 400)
    note(s, T.NOTE_PASS, side, 0)
    add(s, T.BUDGET + side, 1)
    finish_move(t, s, side)


@compiled
def answer(t: Tables, s: State, side: int, yes: bool) -> None:
    """Answer the open offer; refused, the proposer still has its move."""
    proposer = 1 - side
    if yes:
        accept(t, s, side)
        close_offer(s)
        wait_for(s, T.MOVING, proposer)
        finish_move(t, s, proposer)
    else:
        refuse(s, side)
        close_offer(s)
        wait_for(s, T.MOVING, proposer)


# --- picks --------------------------------------------------------------------------------------


@compiled
def use_card(t: Tables, s: State, side: int, use: int) -> None:
    """What the picked card is used for: policies and contingencies with a "?" ask for it first."""
    card = s.pick[T.PICK_CARD]
    if use == T.USE_FUND:
        fund(t, s, side, card)
    elif use != T.USE_POLICY and use != T.USE_SET:
        use_icon(t, s, side, card, use - T.USE_ICON)
    elif t.target_kind[card] != T.TARGET_NONE:
        picked(s, side, T.PICK_USE, use, T.STEP_TARGET)
    else:
        use_on(t, s, side, card, use, T.NONE)


@compiled
def use_on(t: Tables, s: State, side: int, card: int, use: int, target: int) -> None:
    if use == T.USE_POLICY:
        play_policy(t, s, side, card, target)
    else:
        clear_picks(s, side)
        set_contingency(t, s, side, card, target)
        finish_move(t, s, side)


@compiled
def resolve_move(t: Tables, s: State, side: int, action: int) -> None:
    """A pick of the side whose move it is, by the ranges of actions from the top down."""
    if action >= T.CARD:
        picked(s, side, T.PICK_CARD, action - T.CARD, T.STEP_USE)
    elif action >= T.ASK:
        picked(s, side, T.PICK_TAKE, action - T.ASK, T.STEP_SWEETENER)
    elif action >= T.OFFER:
        picked(s, side, T.PICK_GIVE, action - T.OFFER, T.STEP_TAKE)
    elif action >= T.LIFT:
        lift(t, s, side, action - T.LIFT)
    elif action >= T.AT_SECTOR:
        target = action - T.AT_BLOC if action >= T.AT_BLOC else action - T.AT_SECTOR
        use_on(t, s, side, s.pick[T.PICK_CARD], s.pick[T.PICK_USE], target)
    elif action >= T.SWEETEN:
        give, take = s.pick[T.PICK_GIVE], s.pick[T.PICK_TAKE]
        clear_picks(s, side)
        propose(s, side, give, take, action - T.SWEETEN)
    elif action >= T.USE:
        use_card(t, s, side, action - T.USE)
    elif action == T.ANNOUNCE:
        announce(s, side)
    else:
        pass_move(t, s, side)


@compiled
def resolve_nature(t: Tables, s: State, action: int) -> None:
    because(s, T.BY_RULE, 200)
    phase = s.shared[T.PHASE]
    headlines = T.CARD + t.setting[T.N_CARDS]
    if phase == T.CARD_DRAW:
        deal_card(t, s, action - T.CARD)
    elif phase == T.TILES:
        draw_tile(t, s, action - T.AT_SECTOR)
    elif phase == T.HEADLINE_DRAW:
        apply_headline(t, s, action - headlines)
    elif phase == T.AGENDA_DEAL:
        deal_agenda(t, s, action - headlines - t.setting[T.N_HEADLINES])
    else:
        toss(t, s, action - T.COIN)


@compiled
def resolve(t: Tables, s: State, action: int) -> None:
    """Take one legal pick and run the rules until the next is due."""
    mover, phase = s.shared[T.MOVER], s.shared[T.PHASE]
    if mover == T.NATURE:
        resolve_nature(t, s, action)
    elif phase == T.MOVING:
        resolve_move(t, s, mover, action)
    elif phase == T.ANSWERING:
        answer(t, s, mover, action == T.ACCEPT)
    elif phase == T.NAMING:
        name_spotlight(s, mover, action - T.AT_SECTOR)
    else:
        because(s, T.BY_RULE, 200)
        choose_agenda(t, s, mover, action - T.CARD - t.setting[T.N_CARDS] - t.setting[T.N_HEADLINES])
