"""How a game ends: automatic victory, Rupture, final scoring, agendas (rulebook 7 and 8)."""

from . import terms as T
from .compiled import compiled
from .rulebook import Tables
from .state import State, because, note, put, show
from .supply import output, resilience, toward

# Terms of the final score, in the order in which they are counted
SCORE_TRACK, SCORE_RESILIENCE, SCORE_COALITION, SCORE_AGENDA_US, SCORE_AGENDA_CHINA = 0, 1, 2, 3, 4
TERMS = 5
COALITION_POINTS = 2
CHAMPION_SECTORS = 2


@compiled
def end(s: State, ending: int, winner: int, culprit: int) -> None:
    put(s, T.SHARED + T.ENDING, ending)
    put(s, T.SHARED + T.WINNER, winner)
    put(s, T.SHARED + T.CULPRIT, culprit)
    put(s, T.SHARED + T.PHASE, T.OVER)
    put(s, T.SHARED + T.MOVER, T.NOBODY)
    note(s, T.NOTE_END, ending, winner)


@compiled
def is_over(s: State) -> bool:
    return s.shared[T.PHASE] == T.OVER


@compiled
def check_automatic(t: Tables, s: State) -> None:
    """End the game if the track has reached an end."""
    if s.shared[T.TRACK] >= t.setting[T.END_US]:
        end(s, T.AUTOMATIC, T.US, T.NONE)
    elif s.shared[T.TRACK] <= -t.setting[T.END_CHINA]:
        end(s, T.AUTOMATIC, T.CHINA, T.NONE)


@compiled
def rupture(t: Tables, s: State, culprit: int) -> None:
    """Tension is 10: the more self-reliant side wins, the one that caused it handicapped; on a tie the other."""
    if t.setting[T.RUPTURE_MODE] == T.BOTH_LOSE:
        end(s, T.SHARED_LOSS, T.NOBODY, culprit)
        return
    other = 1 - culprit
    if resilience(t, s, culprit) - t.setting[T.HANDICAP] > resilience(t, s, other):
        end(s, T.RUPTURE, culprit, culprit)
    else:
        end(s, T.RUPTURE, other, culprit)


@compiled
def control_levels(s: State, side: int) -> int:
    total = 0
    for i in range(T.UPSTREAM):
        total += s.control[side * T.UPSTREAM + i]
    return total


@compiled
def listings(s: State, side: int) -> int:
    total = 0
    for j in range(T.UPSTREAM, T.SECTORS):
        total += s.listing[side * T.SECTORS + j]
    return total


@compiled
def measure_count(s: State, side: int) -> int:
    """Controlled sectors + listings; tariffs are not counted."""
    total = listings(s, side)
    for i in range(T.UPSTREAM):
        if s.control[side * T.UPSTREAM + i] > 0:
            total += 1
    return total


@compiled
def coalition(s: State, side: int) -> int:
    """Blocs aligned 2 or more toward the side."""
    total = 0
    for bloc in range(T.BLOCS):
        if toward(s, side, bloc) >= 2:
            total += 1
    return total


@compiled
def friendly_buyers(t: Tables, s: State, side: int) -> int:
    """Buying blocs aligned 1 or more toward the side."""
    total = 0
    for bloc in range(T.BLOCS):
        if t.buys[bloc] != T.NONE and toward(s, side, bloc) >= 1:
            total += 1
    return total


@compiled
def dominated(t: Tables, s: State, side: int, by: int) -> int:
    """Downstream sectors in which the side's output leads by so much or more."""
    total = 0
    for j in range(T.UPSTREAM, T.SECTORS):
        if output(t, s, side, j) - output(t, s, 1 - side, j) >= by:
            total += 1
    return total


@compiled
def levels_gained(t: Tables, s: State, side: int) -> int:
    """Upstream capability gained since the start, in levels."""
    total = 0
    for i in range(T.UPSTREAM):
        cell = T.CAPABILITY + side * T.SECTORS + i
        total += s.cells[cell] - t.start[cell]
    return total


@compiled
def agenda_met(t: Tables, s: State, side: int, agenda: int) -> bool:
    """Whether a side meets an agenda's condition now, with the number that its pack asks for (rulebook 8.1)."""
    condition, needs = t.agenda_condition[agenda], t.agenda_needs[agenda]
    if condition == T.FORTRESS:
        return resilience(t, s, side) >= resilience(t, s, 1 - side) + needs
    if condition == T.SWING_MARKETS:
        return friendly_buyers(t, s, side) >= needs
    if condition == T.OPEN_DOOR:
        return measure_count(s, side) + (1 if s.tariff[side] > 0 else 0) <= needs
    if condition == T.CHOKEHOLD:
        return control_levels(s, side) >= needs
    if condition == T.CHAMPION:
        return dominated(t, s, side, needs) >= CHAMPION_SECTORS
    if condition == T.INDIGENOUS_INNOVATION:
        return levels_gained(t, s, side) >= needs
    if condition == T.WAR_CHEST:
        return s.budget[side] + s.capital[side] >= needs
    if condition == T.PEACEMAKER:
        return s.shared[T.TENSION] <= needs
    if condition == T.BRINKMAN:
        return s.shared[T.TENSION] >= needs
    return s.approval[side] >= needs


@compiled
def agenda_of(t: Tables, s: State, side: int) -> int:
    """The agenda a side has kept, NONE without one."""
    for a in range(t.setting[T.N_AGENDAS]):
        if s.agenda[a] == T.KEPT + side:
            return a
    return T.NONE


@compiled
def score_term(t: Tables, s: State, term: int) -> int:
    """One term of the final score, + for the US (rulebook 8)."""
    if term == SCORE_TRACK:
        return s.shared[T.TRACK]
    if term == SCORE_RESILIENCE:
        lead = resilience(t, s, T.US) - resilience(t, s, T.CHINA)
        points = 2 + s.shared[T.DECOUPLING] // 2
    elif term == SCORE_COALITION:
        lead = coalition(s, T.US) - coalition(s, T.CHINA)
        points = COALITION_POINTS
    else:
        side = T.US if term == SCORE_AGENDA_US else T.CHINA
        agenda = agenda_of(t, s, side)
        met = agenda != T.NONE and agenda_met(t, s, side, agenda)
        lead = (1 if side == T.US else -1) if met else 0
        points = T.AGENDA_POINTS
    if lead == 0:
        return 0
    return points if lead > 0 else -points


@compiled
def final_scoring(t: Tables, s: State) -> None:
    """Count the terms, turn the kept agendas up, name the winner."""
    because(s, T.BY_RULE, 800)
    for a in range(t.setting[T.N_AGENDAS]):
        if s.agenda[a] == T.KEPT + T.US or s.agenda[a] == T.KEPT + T.CHINA:
            show(s, T.AGENDA + a, s.agenda[a], T.EVERYBODY)
    total = 0
    for term in range(TERMS):
        points = score_term(t, s, term)
        because(s, T.BY_SCORE, term)
        note(s, T.NOTE_SCORE, term, points)
        total += points
    if total == 0:
        total = resilience(t, s, T.US) - resilience(t, s, T.CHINA)
    if total == 0:
        total = s.approval[T.US] - s.approval[T.CHINA]
    winner = T.NOBODY
    if total != 0:
        winner = T.US if total > 0 else T.CHINA
    end(s, T.SCORED, winner, T.NONE)
