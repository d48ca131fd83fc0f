"""Deeds: what kind of thing a side did with a move, by what it changed. For saying what was feared.

0-3 control on that upstream sector, 4-9 listing of that downstream sector, 10 tariff, then as below.
"""

from game.engine import terms as T
from game.engine.compiled import compiled
from game.engine.ops import measure_cell
from game.engine.state import State, Window

from .room import BEFORE

COURTED = T.MEASURES  # + bloc: it moved toward the side
BUILT = COURTED + T.BLOCS  # + sector: capability or progress rose
SHOWN = BUILT + T.SECTORS  # the track moved at once
FIRED = SHOWN + 1  # its face-down card answered
NO_DEED = FIRED + 1  # nothing of these
DEEDS = NO_DEED + 1


@compiled
def deed(s: State, room: Window, side: int) -> int:
    """What the side has done since the position in room BEFORE: the first that applies, in the order above."""
    for measure in range(T.MEASURES):
        cell = measure_cell(side, measure)
        if s.cells[cell] > room[BEFORE + cell]:
            return measure
    track = s.shared[T.TRACK] - room[BEFORE + T.SHARED + T.TRACK]
    if s.shared[T.ROUND] == room[BEFORE + T.SHARED + T.ROUND] and track != 0:
        return SHOWN
    for bloc in range(T.BLOCS):
        change = s.align[bloc] - room[BEFORE + T.ALIGN + bloc]
        if change > 0 and side == T.US or change < 0 and side == T.CHINA:
            return COURTED + bloc
    for sector in range(T.SECTORS):
        cell = side * T.SECTORS + sector
        if s.capability[cell] > room[BEFORE + T.CAPABILITY + cell]:
            return BUILT + sector
        if s.progress[cell] > room[BEFORE + T.PROGRESS + cell]:
            return BUILT + sector
    return NO_DEED
