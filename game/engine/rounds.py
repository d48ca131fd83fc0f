"""Set-up and the start of a round, up to the first move (rulebook 2 and 3.1 to 3.3).

Each step either asks somebody (`wait_for`) or goes on to the next one.
"""

from . import terms as T
from .compiled import compiled
from .ops import run_program
from .rulebook import Tables
from .state import State, because, note, put, show


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
