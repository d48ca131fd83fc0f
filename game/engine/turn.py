"""The round, step by step, until somebody must pick (rulebook 2 to 4).

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
from .rulebook import Tables
from .scoring import check_automatic, final_scoring, is_over
from .state import State, add, because, note, put, show
from .supply import toward


@compiled
def wait_for(s: State, phase: int, mover: int) -> None:
    put(s, T.SHARED + T.PHASE, phase)
    put(s, T.SHARED + T.MOVER, mover)


@compiled
def first_player(s: State) -> int:
    """The starter of round 1 moves first in rounds 1, 4, 5, 8; the other side in 2, 3, 6, 7."""
    starter = s.shared[T.STARTER]
    return starter if s.shared[T.ROUND] % 4 <= 1 else 1 - starter


# --- set-up and the start of a round ------------------------------------------------------------


@compiled
def toss(t: Tables, s: State, side: int) -> None:
    put(s, T.SHARED + T.STARTER, side)
    if t.setting[T.AGENDAS]:
        wait_for(s, T.AGENDA_DEAL, T.NATURE)
    else:
        draw_pair(s)


@compiled
def deal_agenda(t: Tables, s: State, agenda: int) -> None:
    """Two to the US, then two to China."""
    dealt = s.shared[T.AGENDAS_DEALT]
    side = dealt // 2
    show(s, T.AGENDA + agenda, T.DEALT + side, side)
    put(s, T.SHARED + T.AGENDAS_DEALT, dealt + 1)
    if dealt == 3:
        draw_pair(s)


@compiled
def choose_agenda(t: Tables, s: State, side: int, agenda: int) -> None:
    """Keep one of the two, return the other unseen."""
    for a in range(t.setting[T.N_AGENDAS]):
        if s.agenda[a] == T.DEALT + side:
            show(s, T.AGENDA + a, (T.KEPT if a == agenda else T.RETURNED) + side, side)
    put(s, T.AGENDA_KEPT + side, 1)
    if side == T.US:
        wait_for(s, T.AGENDA_CHOICE, T.CHINA)
    else:
        start_round(t, s)


@compiled
def draw_pair(s: State) -> None:
    """Nature is to draw the next round's two spotlights; an empty bag is refilled with all six."""
    put(s, T.SHARED + T.TILES_DUE, 2)
    refill_bag(s)
    wait_for(s, T.TILES, T.NATURE)


@compiled
def refill_bag(s: State) -> None:
    for j in range(T.UPSTREAM, T.SECTORS):
        if s.bag[j]:
            return
    for j in range(T.UPSTREAM, T.SECTORS):
        put(s, T.BAG + j, 1)


@compiled
def draw_tile(t: Tables, s: State, j: int) -> None:
    put(s, T.BAG + j, 0)
    put(s, T.NEXT + j, 1)
    put(s, T.SHARED + T.TILES_DUE, s.shared[T.TILES_DUE] - 1)
    if s.shared[T.TILES_DUE]:
        refill_bag(s)
    elif s.shared[T.ROUND]:
        reveal_headline(t, s)
    elif t.setting[T.AGENDAS]:
        wait_for(s, T.AGENDA_CHOICE, T.US)
    else:
        start_round(t, s)


@compiled
def start_round(t: Tables, s: State) -> None:
    """Light the pair, clear shocks, hand out the moves (rulebook 3.1)."""
    because(s, T.BY_RULE, 301)
    put(s, T.SHARED + T.ROUND, s.shared[T.ROUND] + 1)
    note(s, T.NOTE_ROUND, 0, s.shared[T.ROUND])
    for j in range(T.UPSTREAM, T.SECTORS):
        put(s, T.LIT + j, T.LIT_PAIR if s.next[j] else 0)
        put(s, T.NEXT + j, 0)
    for i in range(T.UPSTREAM):
        put(s, T.SHOCK + i, 0)
    for side in range(2):
        put(s, T.MOVES + side, T.MOVES_PER_ROUND)
        put(s, T.PROPOSED + side, 0)
    if s.shared[T.ROUND] < t.setting[T.ROUNDS]:
        draw_pair(s)
    else:
        reveal_headline(t, s)


@compiled
def reveal_headline(t: Tables, s: State) -> None:
    if t.setting[T.HEADLINES_ON]:
        for h in range(t.setting[T.N_HEADLINES]):
            if s.headline[h] == 0:
                wait_for(s, T.HEADLINE_DRAW, T.NATURE)
                return
    draw_cards(t, s)


@compiled
def apply_headline(t: Tables, s: State, headline: int) -> None:
    because(s, T.BY_HEADLINE, headline)
    put(s, T.HEADLINES + headline, 1)
    note(s, T.NOTE_HEADLINE, headline, 0)
    run_program(t, s, t.setting[T.N_CARDS] + headline, T.NATURE, T.NONE, False)
    draw_cards(t, s)


# --- 3.2 draw -----------------------------------------------------------------------------------


@compiled
def has_cards(t: Tables, s: State, side: int, place: int) -> bool:
    """Whether any card of a side's deck lies in that place."""
    first = 0 if side == T.US else t.setting[T.N_US_CARDS]
    last = t.setting[T.N_US_CARDS] if side == T.US else t.setting[T.N_CARDS]
    for card in range(first, last):
        if s.place[card] == place:
            return True
    return False


@compiled
def reshuffle(t: Tables, s: State, side: int) -> None:
    """The discard pile becomes the new deck."""
    note(s, T.NOTE_RESHUFFLE, side, 0)
    first = 0 if side == T.US else t.setting[T.N_US_CARDS]
    last = t.setting[T.N_US_CARDS] if side == T.US else t.setting[T.N_CARDS]
    for card in range(first, last):
        if s.place[card] == T.IN_DISCARD:
            show(s, T.PLACE + card, T.IN_DECK, T.EVERYBODY if t.setting[T.OPEN_HANDS] else T.VEILED + side)


@compiled
def draw_cards(t: Tables, s: State) -> None:
    """Fill the hands, US first; then the third spotlight."""
    because(s, T.BY_RULE, 302)
    for side in range(2):
        if s.hand_size[side] >= T.HAND:
            continue
        if not has_cards(t, s, side, T.IN_DECK) and has_cards(t, s, side, T.IN_DISCARD):
            reshuffle(t, s, side)
        if has_cards(t, s, side, T.IN_DECK):
            put(s, T.SHARED + T.DRAWER, side)
            wait_for(s, T.CARD_DRAW, T.NATURE)
            return
    put(s, T.SHARED + T.DRAWER, T.NONE)
    wait_for(s, T.NAMING, naming_side(s))


@compiled
def deal_card(t: Tables, s: State, card: int) -> None:
    side = s.shared[T.DRAWER]
    because(s, T.BY_RULE, 302)
    show(s, T.PLACE + card, T.IN_HAND, T.EVERYBODY if t.setting[T.OPEN_HANDS] else side)
    put(s, T.HAND_SIZE + side, s.hand_size[side] + 1)
    draw_cards(t, s)


# --- 3.3 third spotlight ------------------------------------------------------------------------


@compiled
def naming_side(s: State) -> int:
    """The side behind on the track; level, the side that moves second this round."""
    if s.shared[T.TRACK] > 0:
        return T.CHINA
    if s.shared[T.TRACK] < 0:
        return T.US
    return 1 - first_player(s)


@compiled
def name_spotlight(s: State, side: int, j: int) -> None:
    because(s, T.BY_RULE, 303)
    put(s, T.LIT + j, T.LIT_NAMED)
    put(s, T.SHARED + T.NAMED, j)
    note(s, T.NOTE_NAMED, side, j)
    wait_for(s, T.MOVING, first_player(s))


# --- 4 moves ------------------------------------------------------------------------------------


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
