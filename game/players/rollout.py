"""Rollouts: a plan is played on in a position that the thinker could be in, and the outcome is added up.

Blanks are filled by luck, the same for every plan that is compared; then both sides play the best of a few random
moves, one step ahead, until the horizon. Deals are not proposed on the way (rulebook 12).

Luck goes on being the same for every plan: it ranks all picks there are at a moment of the match and the highest rank
that is legal is taken. So the decks lie in one order, and a side whose options a plan has hardly changed thinks of the
same moves. What is left of the differences between plans is what they make of it.
"""

from game.engine import terms as T
from game.engine.compiled import compiled
from game.engine.moves import list_legal
from game.engine.rulebook import Tables
from game.engine.state import State, Window
from game.engine.turn import resolve
from game.engine.view import LUCK_SIZE, fill_blanks

from .deeds import DEEDS, FIRED, NO_DEED, deed
from .evaluate import ENDED, TERMS, chance_of, rounds_left, value_for
from .luck import mixed, next_luck
from .plans import VALUES, answer_well, keep, restore, take_plan
from .room import AFTER, BEFORE, LEGAL, LUCK, MOST_PLANS, ROOT, Numbers

# What is added up of each plan, from TALLY + plan * TALLY_SIZE on
TALLY = VALUES + MOST_PLANS
VISITS = 0
CHANCE = 1  # the sum of chances to win
VALUE = 2  # the sum of values, where a win counts as many points as WON_POINTS
GAINED = 3  # + term: the sum of each
ANSWERED = GAINED + TERMS  # + deed: how often the rival did this next
ANSWER_CHANCE = ANSWERED + DEEDS  # + deed: the sum of chances after it
TALLY_SIZE = ANSWER_CHANCE + DEEDS
MOST_RIVALS = 32  # plans that are compared
FRACTIONS = TALLY + MOST_RIVALS * TALLY_SIZE

WON_POINTS = 12.0
MOST_MOVES = 16  # more than a side has in a round


@compiled
def drawn(room: Window, n: int, luck: int) -> int:
    """One of the first n picks in LEGAL, all alike: the one that luck ranks highest. No deals, no announcements."""
    found, highest = T.NONE, -1
    for k in range(n):
        action = room[LEGAL + k]
        if action == T.ANNOUNCE or T.OFFER <= action < T.ASK:
            continue
        rank = mixed(luck, action)
        if rank > highest:
            found, highest = action, rank
    return found


@compiled
def try_luck(t: Tables, s: State, room: Window, side: int, luck: int) -> None:
    """Take random picks until the side's move is complete."""
    while True:
        luck = next_luck(luck)
        resolve(t, s, drawn(room, list_legal(t, s, room[LEGAL:]), luck))
        if s.shared[T.MOVER] != side or s.shared[T.PHASE] != T.MOVING or s.pick[T.STEP] == T.STEP_MOVE:
            return


@compiled
def play_well(t: Tables, s: State, room: Window, tries: int, sums: Numbers, luck: int) -> None:
    """Make the mover's move: the best of a few random ones, one step ahead."""
    side = s.shared[T.MOVER]
    keep(s, room, BEFORE)
    best = -1e9
    for k in range(tries):
        if k:
            restore(s, room, BEFORE)
        try_luck(t, s, room, side, mixed(luck, k))
        value = value_for(t, s, side, sums)
        if value > best:
            best = value
            keep(s, room, AFTER)
    restore(s, room, AFTER)


@compiled
def step(t: Tables, s: State, room: Window, tries: int, sums: Numbers, luck: int) -> None:
    """Let whoever is due pick: Nature by luck, a side well. The same luck serves the whole rollout."""
    mover = s.shared[T.MOVER]
    moment = (s.shared[T.ROUND] * 3 + mover) * MOST_MOVES
    if mover == T.NATURE:
        resolve(t, s, drawn(room, list_legal(t, s, room[LEGAL:]), mixed(luck, moment)))
    elif s.shared[T.PHASE] == T.ANSWERING:
        answer_well(t, s, room, sums)
    else:
        play_well(t, s, room, tries, sums, mixed(luck, moment + s.moves[mover]))


@compiled
def imagine(t: Tables, s: State, room: Window, side: int, luck: int) -> None:
    """A position that the side could be in."""
    restore(s, room, ROOT)
    for k in range(LUCK_SIZE):
        luck = next_luck(luck)
        room[LUCK + k] = (luck >> 12) & 0x7FFF
    fill_blanks(t, s, side, room[LUCK:])


@compiled
def rollout(
    t: Tables, s: State, room: Window, side: int, until: int, tries: int, sums: Numbers, luck: int
) -> int:
    """Play on from a position to the start of round `until`; returns what the rival did first."""
    rival = 1 - side
    answer = NO_DEED
    while s.shared[T.PHASE] != T.OVER and s.shared[T.ROUND] < until:
        is_first = answer == NO_DEED and s.shared[T.MOVER] == rival and s.shared[T.PHASE] == T.MOVING
        step(t, s, room, tries, sums, luck)
        if is_first:
            answer = deed(s, room, rival)
    return answer


@compiled
def tally(t: Tables, s: State, side: int, sums: Numbers, k: int, answer: int) -> None:
    """Add an outcome to the sums of the k-th plan."""
    value = value_for(t, s, side, sums)
    chance = chance_of(value, rounds_left(t, s))
    if s.shared[T.PHASE] == T.OVER:
        chance = 0.5
        if sums[ENDED] != 0:
            chance = 1.0 if sums[ENDED] > 0 else 0.0
        value = WON_POINTS * (2 * chance - 1)
    at = TALLY + k * TALLY_SIZE
    sums[at + VISITS] += 1
    sums[at + CHANCE] += chance
    sums[at + VALUE] += value
    for term in range(TERMS):
        sums[at + GAINED + term] += sums[term]
    sums[at + ANSWERED + answer] += 1
    sums[at + ANSWER_CHANCE + answer] += chance


@compiled
def compare(
    t: Tables,
    s: State,
    room: Window,
    side: int,
    alive: int,
    first: int,
    n: int,
    until: int,
    tries: int,
    sums: Numbers,
    luck: int,
) -> None:
    """Roll out every plan whose bit is set in `alive`, n times, each time in the same position for all.

    `first` numbers the positions, so that the work can be cut into slices and gives the same.
    """
    for sample in range(first, first + n):
        seed = next_luck(luck + 7919 * sample & 0x7FFFFFFF)
        for k in range(MOST_RIVALS):
            if alive >> k & 1:
                imagine(t, s, room, side, seed)
                slot = s.slot_card[1 - side]
                take_plan(t, s, room, k)
                fired = slot > 0 and s.slot_card[1 - side] == 0 and s.shared[T.PHASE] != T.OVER
                answer = rollout(t, s, room, side, until, tries, sums, next_luck(seed))
                tally(t, s, side, sums, k, FIRED if fired else answer)
