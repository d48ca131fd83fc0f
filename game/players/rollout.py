"""Rollouts: a plan is played on in a position that the thinker could be in, and the outcome is added up.

Blanks are filled by luck, the same for every plan that is compared; then both sides play the best of a few random
moves, one step ahead, until the horizon. Deals are not proposed on the way (rulebook 12).
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
from .luck import next_luck, pick
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


@compiled
def try_luck(t: Tables, s: State, room: Window, side: int, luck: int) -> int:
    """Take random picks until the side's move is complete. Deals and announcements are left out."""
    while True:
        n = list_legal(t, s, room[LEGAL:])
        luck = next_luck(luck)
        action = room[LEGAL + pick(luck, n)]
        if action == T.ANNOUNCE or T.OFFER <= action < T.ASK:
            continue
        resolve(t, s, action)
        if s.shared[T.MOVER] != side or s.shared[T.PHASE] != T.MOVING or s.pick[T.STEP] == T.STEP_MOVE:
            return luck


@compiled
def play_well(t: Tables, s: State, room: Window, tries: int, sums: Numbers, luck: int) -> int:
    """Make the mover's move: the best of a few random ones, one step ahead."""
    side = s.shared[T.MOVER]
    keep(s, room, BEFORE)
    best = -1e9
    for k in range(tries):
        if k:
            restore(s, room, BEFORE)
        luck = try_luck(t, s, room, side, luck)
        value = value_for(t, s, side, sums)
        if value > best:
            best = value
            keep(s, room, AFTER)
    restore(s, room, AFTER)
    return luck


@compiled
def step(t: Tables, s: State, room: Window, tries: int, sums: Numbers, luck: int) -> int:
    """Let whoever is due pick: Nature by luck, a side well."""
    mover = s.shared[T.MOVER]
    if mover == T.NATURE:
        n = list_legal(t, s, room[LEGAL:])
        luck = next_luck(luck)
        resolve(t, s, room[LEGAL + pick(luck, n)])
    elif s.shared[T.PHASE] == T.ANSWERING:
        answer_well(t, s, room, sums)
    else:
        luck = play_well(t, s, room, tries, sums, luck)
    return luck


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
        luck = step(t, s, room, tries, sums, luck)
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
