"""What a move is for, in words that are true of the move by itself.

An aim is named only if the move helps it at once: what comes of it rounds later is as much the work of other moves.
"""

from game.engine import terms as T
from game.engine.explain import outputs_due
from game.engine.market import lead_points
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, legal
from game.engine.scoring import coalition
from game.engine.state import State, copy
from game.engine.supply import resilience
from game.engine.view import Observation

from . import evaluate as E
from .changes import after, changes, own_terms, step, terms_of
from .names import completed, sector
from .plans import assume
from .thoughts import Gain, Thought

LEAST_EVIL = "for want of better"
SETTLED = "as who wins is settled"
SURE = 0.99  # a chance from which on nothing is open any more
NEAR_END = 2  # points of the track that one spotlight may bring: a win that is no farther away can be spoken of
NEAR_RUPTURE = 8  # the Tension from which on a Rupture can be spoken of

# What a gain in a term is, after "for"; leads, the brink and ends are worded on their own
FOR = {
    E.TRACK: "points on the track",
    E.INCOME: "income in the rounds to come",
    E.BUDGET: "money to spend",
    E.CAPITAL: "political capital",
    E.APPROVAL: "approval at home",
    E.UPKEEP: "cheaper upkeep",
    E.CONTINGENCY: "a contingency held ready",
    E.INDUSTRY: "stronger industry",
    E.INPUTS: "inputs made at home",
    E.RESERVES: "safety from shortages",
    E.COURTING: "friends among the blocs",
    E.COALITION: "the larger coalition",
    E.RESILIENCE: "more Resilience in the end",
    E.AGENDA: "an aim of its own",
}

# The same where it is the rival that has less of it; other terms are not worded then
AGAINST = {
    E.INCOME: "to cut the rival's income",
    E.BUDGET: "to cost the rival money",
    E.CAPITAL: "to cost the rival political capital",
    E.APPROVAL: "to cost the rival approval",
    E.CONTINGENCY: "to be rid of the rival's contingency",
    E.INDUSTRY: "to hold back the rival's industry",
    E.INPUTS: "to hold back the rival's inputs",
    E.RESILIENCE: "to hold back the rival's Resilience",
}
BY_SIDE = (*AGAINST, E.UPKEEP, E.RESERVES)  # terms to which each side adds its own part
# Terms that count only in rounds to come: what they do for outputs and Resilience at once, these terms say
LATER = (E.INCOME, E.UPKEEP, E.INDUSTRY, E.INPUTS)
SPENT = (E.BUDGET, E.CAPITAL)  # which serve as long as there are moves to pay for


def wins_at_once(book: Rulebook, seen: State, side: int, picks: tuple[int, ...]) -> bool:
    """Whether a move is sure to end the match with a win: no card lies face-down that might answer it. A final score is
    not known before all agendas are.
    """
    if seen.slot_card[1 - side] == T.UNKNOWN:
        return False
    end = after(book, assume(Observation(side, seen)), picks)
    return end.shared[T.WINNER] == side and end.shared[T.ENDING] in (T.AUTOMATIC, T.RUPTURE)


def is_end_near(book: Rulebook, seen: State) -> bool:
    """Whether the match may be over soon: it is the last round, or somebody comes near to a win or a Rupture."""
    near = min(_to_win(book, seen, side) for side in range(2)) <= NEAR_END
    return _is_last(book, seen) or near or seen.shared[T.TENSION] >= NEAR_RUPTURE


def aim_of(book: Rulebook, seen: State, side: int, thought: Thought) -> str:
    """What a move is for: of what it changes at once the term that the search found to gain most by it, or else the
    one that it changes most; but for what its name says already. Empty if there is nothing of that kind.

    The own agenda is spoken of only when nothing else is, and then without its name.
    """
    if _is_settled(book, seen, side, thought):
        return SETTLED
    if seen.shared[T.PHASE] == T.NAMING:
        return _standing(book, seen, side, thought.picks[0])
    if thought.gains and not any(gain > 0 for _, gain in thought.gains):
        return LEAST_EVIL
    known = assume(Observation(side, seen))
    at_once = _gained(book, known, side, thought.picks)
    helped = {term for term, _ in at_once}
    if any(term == E.ENDED and gain > 0 for term, gain in thought.gains) and _scores(
        book, known, side, thought.picks, helped
    ):
        if _to_win(book, seen, 1 - side) <= NEAR_END:
            return "to stop the rival's win on the track"
        if _to_win(book, seen, side) <= NEAR_END:
            return "for a win on the track"
    found: list[Gain] = [gain for gain in thought.gains if gain[1] > 0 and gain[0] in helped]
    found += at_once
    said = _said_by(book, completed(seen, thought.picks))
    words = (_aim(book, known, side, thought.picks, term) for term, _ in found if term not in (said, E.AGENDA))
    aim = next((aim for aim in words if aim), "") or _members(book, known, side, thought.picks)
    is_own = said != E.AGENDA and any(term == E.AGENDA for term, _ in found)
    return aim or (f"for {FOR[E.AGENDA]}" if is_own else "")


def _gained(book: Rulebook, known: State, side: int, picks: tuple[int, ...]) -> list[Gain]:
    """The terms that a move makes better at once, most first."""
    both = step(book, known, picks, side)
    if both is None:
        return []
    terms = (terms_of(book, s, side) for s in both)
    return [change for change in changes(*terms) if change[1] > 0]


def _aim(book: Rulebook, known: State, side: int, picks: tuple[int, ...], term: int) -> str:
    """A term as what a move is for."""
    is_over = max(known.moves[side] - 1, known.moves[1 - side]) <= 0
    if _is_last(book, known) and (term in LATER or term in SPENT and is_over):
        return ""
    if E.LEAD <= term < E.INCOME:
        return _lead(book, known, side, picks, T.UPSTREAM + term - E.LEAD)
    if term == E.BRINK:
        return _brink(book, known, side, picks)
    if term in BY_SIDE and not _is_own(book, known, side, picks, term):
        return AGAINST.get(term, "")
    return f"for {FOR[term]}" if term in FOR else ""


def _is_own(book: Rulebook, known: State, side: int, picks: tuple[int, ...], term: int) -> bool:
    """Whether a gain is more what the side gets than what the rival loses."""
    both = step(book, known, picks, side)
    assert both is not None
    mine, theirs = (_own_change(book, both, who, term) for who in (side, 1 - side))
    return mine > -theirs


def _own_change(book: Rulebook, both: tuple[State, State], who: int, term: int) -> float:
    moved, idle = (own_terms(book, s, who)[term] for s in both)
    return moved - idle


def _to_win(book: Rulebook, seen: State, side: int) -> int:
    """Points that a side still needs for a win on the track."""
    if side == T.US:
        return book.tables.setting[T.END_US] - seen.shared[T.TRACK]
    return book.tables.setting[T.END_CHINA] + seen.shared[T.TRACK]


def _scores(book: Rulebook, known: State, side: int, picks: tuple[int, ...], terms: set[int]) -> bool:
    """Whether points of the track are among the terms: those that are there, or a spotlight's that is due."""
    if E.TRACK in terms:
        return True
    due = [T.UPSTREAM + term - E.LEAD for term in terms if E.LEAD <= term < E.INCOME]
    return any(known.lit[j] and _is_scored(*_leads(book, known, side, picks, j)) for j in due)


def _leads(book: Rulebook, known: State, side: int, picks: tuple[int, ...], j: int) -> tuple[int, int]:
    """The side's lead in a sector without and with a move, as a spotlight would score it: before the market phase."""
    open_ = copy(known)
    open_.moves[side] += 1  # so that the move does not end the round
    moved = after(book, open_, picks)
    if moved.shared[T.PHASE] == T.ANSWERING and moved.shared[T.MOVER] != side:
        apply(book, moved, T.ACCEPT)
    return _output_lead(book, open_, side, j), _output_lead(book, moved, side, j)


def _is_scored(before: int, now: int) -> bool:
    """Whether a spotlight brings more with the one lead than with the other."""
    return lead_points(now, 0) != lead_points(before, 0)


def _brink(book: Rulebook, known: State, side: int, picks: tuple[int, ...]) -> str:
    """A Rupture comes no nearer, or goes another way."""
    moved = after(book, known, picks)
    hotter = moved.shared[T.TENSION] - known.shared[T.TENSION]
    if hotter < 0:
        return "for distance from a Rupture"
    lead = resilience(book.tables, moved, side) - resilience(book.tables, moved, 1 - side)
    if hotter > 0 or known.shared[T.TENSION] < NEAR_RUPTURE:
        return ""
    return f"so that a Rupture would {'not favour the rival' if lead > 0 else 'favour the rival less'}"


def _standing(book: Rulebook, seen: State, side: int, pick: int) -> str:
    """How the side stands in the sector that it names."""
    leads = {p: _output_lead(book, seen, side, p - T.AT_SECTOR) for p in legal(book, seen)}
    lead = leads.get(pick, 0)
    if lead > 0:
        return "where it leads"
    if lead == 0:
        return "where nobody leads"
    return "where it loses least" if lead == max(leads.values()) else ""


def _output_lead(book: Rulebook, seen: State, side: int, j: int) -> int:
    due = outputs_due(book, seen)
    return due[side][j] - due[1 - side][j]


def _said_by(book: Rulebook, plan: tuple[int, ...]) -> int:
    """The term that the name of a move gives away."""
    if plan[0] == T.PASS:
        return E.BUDGET
    if plan[0] >= T.CARD + len(book.cards):
        return E.AGENDA
    if not T.CARD <= plan[0] < T.CARD + len(book.cards) or len(plan) < 2:
        return T.NONE
    use = plan[1] - T.USE
    if T.USE_ICON <= use < T.USE_ICON + T.ICONS:
        icon, _ = book.cards[plan[0] - T.CARD].icons[use - T.USE_ICON]
        return {T.ICON_RALLY: E.APPROVAL, T.ICON_BLOC: E.COURTING}.get(icon, T.NONE)
    return {T.USE_FUND: E.BUDGET, T.USE_SET: E.CONTINGENCY}.get(use, T.NONE)


def _lead(book: Rulebook, known: State, side: int, picks: tuple[int, ...], j: int) -> str:
    """A better lead where it is scored now, in the next round, or some day."""
    name, (before, now) = sector(book, j), _leads(book, known, side, picks, j)
    if known.lit[j] and _is_scored(before, now):
        return f"before the spotlight on {name} is scored"
    if known.next[j]:
        return f"for the spotlight on {name} next round"
    if not known.lit[j] and _is_last(book, known):
        return ""
    if now <= 0:
        return f"to close the gap in {name}"
    return f"for a safer lead in {name}" if before > 0 else f"for the lead in {name}"


def _members(book: Rulebook, known: State, side: int, picks: tuple[int, ...]) -> str:
    """A coalition that grows or a rival's that shrinks, while the larger one stays the larger."""
    moved = after(book, known, picks)
    if coalition(moved, side) > coalition(known, side):
        return "for one more in its coalition"
    return "for one less in the rival's coalition" if coalition(moved, 1 - side) < coalition(known, 1 - side) else ""


def _is_settled(book: Rulebook, seen: State, side: int, thought: Thought) -> bool:
    """Whether a side waits with the last move of the match, because nothing changes who wins."""
    is_last_move = _is_last(book, seen) and seen.moves[1 - side] == 0 and seen.moves[side] == 1
    is_sure = not 1.0 - SURE < thought.chance < SURE
    return thought.picks == (T.PASS,) and is_last_move and thought.visits > 0 and is_sure


def _is_last(book: Rulebook, seen: State) -> bool:
    """Whether no round comes after this one."""
    return E.rounds_left(book.tables, seen) <= 1
