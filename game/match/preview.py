"""What a move would do, before it is made: by trying it on a copy of what the viewer knows.

Three kinds of answer: what is certain, what the market phase would bring if nothing else happened, and what depends
on hidden cards.
"""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.contingency import react
from game.engine.event import Event, read_log
from game.engine.market import market
from game.engine.ops import lower_measure
from game.engine.rulebook import Rulebook
from game.engine.rules import apply
from game.engine.state import State, copy, listening
from game.engine.view import Observation

# Cells that say whose turn it is rather than how things stand
_FLOW = frozenset(
    [
        *range(T.MOVES, T.SLOT_CARD),
        *range(T.SHARED + T.ROUND, T.SHARED + T.SHARED_SIZE),
        *range(T.PICK, T.LIT),
        *range(T.PLACE, T.PLACE + 1000),
    ]
)


@dataclass(frozen=True, slots=True)
class Preview:
    """`certain`: (cell, old, new). `market`: (key, change without, change with the move), where key is a cell whose
    meter changes, or note * 1000 + subject for NOTE_OUTPUT and NOTE_LEAD (then the values themselves).
    """

    certain: tuple[tuple[int, int, int], ...]
    market: tuple[tuple[int, int, int], ...]
    hidden: tuple[str, ...]
    ending: int  # RUNNING, or how the move would end the game
    winner: int


def preview(book: Rulebook, observation: Observation, actions: list[int]) -> Preview:
    """What the viewer's picks `actions`, made in a row from this observation, would do."""
    side = observation.viewer
    before = copy(observation.seen)
    is_set = before.slot_card[1 - side] == T.UNKNOWN
    if is_set:
        before.slot_card[1 - side] = 0  # the rules can't ask a blank what it triggers on
    before.moves[side] += 1  # so that the move does not close the round
    after = listening(copy(before))
    for action in actions:
        apply(book, after, action)
    hidden = _hidden_effects(book, after) if is_set else []
    certain = _differences(before, after)
    ending = after.shared[T.ENDING]
    if ending != T.RUNNING:
        return Preview(certain, (), tuple(hidden), ending, after.shared[T.WINNER])
    return Preview(certain, _market_changes(book, before, after), tuple(hidden), T.RUNNING, T.NONE)


def dropped(book: Rulebook, observation: Observation, side: int, measure: int) -> Preview:
    """What one level less of a side's measure would do, as in a deal, without what the deal itself brings."""
    before = copy(observation.seen)
    after = copy(before)
    lower_measure(after, side, measure)
    return Preview(_differences(before, after), _market_changes(book, before, after), (), T.RUNNING, T.NONE)


def answer(
    book: Rulebook, observation: Observation, card: int, target: int
) -> tuple[tuple[int, int, int], ...]:
    """What the card, set as the viewer's contingency, would change if it answered now: (cell, old, new)."""
    side, trigger = observation.viewer, book.tables.card_trigger[card]
    before = copy(observation.seen)
    before.slot_card[side], before.slot_target[side], before.slot_up[side] = card + 1, target, 1
    after = copy(before)
    react(book.tables, after, side, T.ON_CONTROL if trigger == T.ON_RESTRICTION else trigger)
    slots = range(T.SLOT_CARD, T.AGENDA_KEPT)
    return tuple(change for change in _differences(before, after) if change[0] not in slots)


def _differences(before: State, after: State) -> tuple[tuple[int, int, int], ...]:
    """(cell, old, new) of all that differs in how things stand."""
    return tuple(
        (cell, old, new)
        for cell, (old, new) in enumerate(zip(before.cells, after.cells, strict=True))
        if old != new and cell not in _FLOW
    )


def _hidden_effects(book: Rulebook, after: State) -> list[str]:
    """What a policy may meet in the rival's face-down card; nothing else that a side does touches it."""
    said = []
    for event in read_log(after):
        if event.what != T.NOTE_POLICY or after.shared[T.ENDING] in (T.RUPTURE, T.SHARED_LOSS):
            continue  # a Rupture comes before any answer
        if any(op == T.OP_EXPOSE for op, _a, _b, _c in book.cards[event.old].ops):
            said.append("The rival's face-down contingency is shown and discarded.")
        elif book.tables.card_class[event.old] != T.NO_TRIGGER:
            said.append("The rival's face-down contingency may answer.")
    return said


def _market_changes(book: Rulebook, before: State, after: State) -> tuple[tuple[int, int, int], ...]:
    """What the coming market phase does differently because of the move."""
    without, within = _market(book, before), _market(book, after)
    changes = []
    for key in sorted(without.keys() | within.keys()):
        old, new = without.get(key, 0), within.get(key, 0)
        if old != new:
            changes.append((key, old, new))
    return tuple(changes)


def _key(event: Event) -> int:
    """Notes keyed by what they are about, cells by themselves."""
    return event.what * 1000 + event.old if event.what >= T.NOTE else event.what


def _market(book: Rulebook, s: State) -> dict[int, int]:
    """Outputs, leads and changes of meters in a market phase from this position."""
    heard = listening(copy(s))
    market(book.tables, heard)
    found: dict[int, int] = {}
    for event in read_log(heard):
        if event.what in (T.NOTE_OUTPUT, T.NOTE_LEAD):
            found[_key(event)] = event.new
        elif event.what < T.NOTE:
            found[event.what] = found.get(event.what, 0) + event.new - event.old
    return found
