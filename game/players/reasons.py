"""Thoughts as one sentence: what the move is for, what kind of move came close to it, what was feared.

It is read by the rival, so it says nothing of what the rival may not know: no card that stays in the hand nor what
it would do, no face-down card, no agenda. An aim is named only if the move helps it at once: what comes of it rounds
later is as much the work of other moves.
"""

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import legal
from game.engine.state import State
from game.engine.supply import output, resilience
from game.engine.view import Observation

from . import deeds as D
from . import evaluate as E
from .changes import after, own_changes
from .plans import assume
from .thoughts import Gain, Thought, Thoughts

LEAST_EVIL = "for want of better"
AT_ONCE = "to win at once"
CLOSE = 1.0  # a rejected move within this many points is told of
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

# Effects on a sector, and on a bloc; others are on neither
ON_SECTOR = (
    T.OP_CONTROL,
    T.OP_LIST,
    T.OP_EASE,
    T.OP_ERODE,
    T.OP_PROGRESS,
    T.OP_INDIGENISE,
    T.OP_PROGRAMME,
    T.OP_SETBACK,
    T.OP_STOCKPILE,
    T.OP_WORKAROUND,
    T.OP_ENFORCE,
    T.OP_SHOWCASE,
)
ON_BLOC = (T.OP_ALIGN, T.OP_NEW_SOURCE)


def told(
    book: Rulebook, seen: State, side: int, best: tuple[Thought, ...], feared: int = D.NO_DEED
) -> Thoughts:
    """The thoughts with their sentence, spoken to the rival and to anybody. `feared` is a deed of the rival."""
    if wins_at_once(book, seen, side, best[0].picks):
        deed = deed_of(book, seen, best[0].picks)
        sentence = _sentence([f"{deed} {AT_ONCE}"])
        return Thoughts(best, sentence, sentence, feared)
    fear = fear_of(book, feared)
    parts = [_first(book, seen, side, best[0])]
    other = _rejected(book, seen, best)
    if other:
        parts.append(f"{other} came close")
    whose = ("your", book.scenario.side_shorts[1 - side])
    spoken, reported = (
        _sentence([*parts, f"feared {fear.format(name)}"] if fear else parts) for name in whose
    )
    return Thoughts(best, spoken, reported, feared)


def _sentence(parts: list[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _first(book: Rulebook, seen: State, side: int, thought: Thought) -> str:
    """What was done and the one thing that it was done for."""
    deed = deed_of(book, seen, thought.picks)
    aim = aim_of(book, seen, side, thought)
    for j in range(T.UPSTREAM, T.SECTORS):
        if sector(book, j) in deed:
            aim = aim.replace(f"on {sector(book, j)}", "there").replace(f"in {sector(book, j)}", "there")
    return f"{deed} {aim}" if aim else deed


# --- what for ------------------------------------------------------------------------------------


def wins_at_once(book: Rulebook, seen: State, side: int, picks: tuple[int, ...]) -> bool:
    """Whether a move ends the match with a win. A final score is not known before all agendas are."""
    end = after(book, assume(Observation(side, seen)), picks)
    return end.shared[T.WINNER] == side and end.shared[T.ENDING] in (T.AUTOMATIC, T.RUPTURE)


def is_end_near(book: Rulebook, seen: State) -> bool:
    """Whether the match may be over soon: it is the last round, or somebody comes near to a win or a Rupture."""
    is_last = E.rounds_left(book.tables, seen) <= 1
    near = min(_to_win(book, seen, side) for side in range(2)) <= NEAR_END
    return is_last or near or seen.shared[T.TENSION] >= NEAR_RUPTURE


def aim_of(book: Rulebook, seen: State, side: int, thought: Thought) -> str:
    """What a move is for: of what it changes at once the term that the search found to gain most by it, or else the
    one that it changes most; but for what its name says already. Empty if there is nothing of that kind.

    The own agenda is spoken of only when nothing else is, and then without its name.
    """
    if seen.shared[T.PHASE] == T.NAMING:
        return _standing(book, seen, side, thought.picks[0])
    if thought.gains and not any(gain > 0 for _, gain in thought.gains):
        return LEAST_EVIL
    known = assume(Observation(side, seen))
    at_once = [change for change in own_changes(book, known, thought.picks, side) if change[1] > 0]
    helped = {term for term, _ in at_once}
    if any(term == E.ENDED and gain > 0 for term, gain in thought.gains) and _is_scored(seen, helped):
        if _to_win(book, seen, 1 - side) <= NEAR_END:
            return "to stop the rival's win on the track"
        if _to_win(book, seen, side) <= NEAR_END:
            return "for a win on the track"
    found: list[Gain] = [gain for gain in thought.gains if gain[1] > 0 and gain[0] in helped]
    found += at_once
    found.sort(key=lambda gain: gain[0] == E.AGENDA)
    said = _said_by(book, _completed(seen, thought.picks))
    words = (_aim(book, known, side, thought.picks, term) for term, _ in found if term != said)
    return next((aim for aim in words if aim), "")


def _aim(book: Rulebook, known: State, side: int, picks: tuple[int, ...], term: int) -> str:
    """A term as what a move is for."""
    if E.LEAD <= term < E.INCOME:
        return _lead(book, known, T.UPSTREAM + term - E.LEAD)
    if term == E.BRINK:
        return _brink(book, known, side, picks)
    return f"for {FOR[term]}" if term in FOR else ""


def _to_win(book: Rulebook, seen: State, side: int) -> int:
    """Points that a side still needs for a win on the track."""
    if side == T.US:
        return book.tables.setting[T.END_US] - seen.shared[T.TRACK]
    return book.tables.setting[T.END_CHINA] + seen.shared[T.TRACK]


def _is_scored(seen: State, terms: set[int]) -> bool:
    """Whether points of the track are among the terms: those that are there, or a spotlight's that is due."""
    return E.TRACK in terms or any(
        seen.lit[T.UPSTREAM + term - E.LEAD] for term in terms if E.LEAD <= term < E.INCOME
    )


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
    return output(book.tables, seen, side, j) - output(book.tables, seen, 1 - side, j)


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


def _lead(book: Rulebook, seen: State, j: int) -> str:
    name = sector(book, j)
    if seen.lit[j]:
        return f"before the spotlight on {name} is scored"
    if seen.next[j]:
        return f"for the spotlight on {name} next round"
    return f"for the lead in {name}"


# --- what came close -----------------------------------------------------------------------------


def _rejected(book: Rulebook, seen: State, best: tuple[Thought, ...]) -> str:
    """The kind of the best move that would have been something else, on something else."""
    plan = _completed(seen, best[0].picks)
    kind, touched = _kind(book, seen, plan), _touched(book, plan)
    for thought in best[1:]:
        other = _completed(seen, thought.picks)
        if best[0].value - thought.value >= CLOSE or _touched(book, other) & touched:
            continue
        name = _kind(book, seen, other)
        if name and name != kind:
            return name
    return ""


def _kind(book: Rulebook, seen: State, plan: tuple[int, ...]) -> str:
    """A move as one of a kind that so many cards can be used for that it betrays none; empty for what would."""
    first = plan[0]
    if first == T.ANNOUNCE or first >= T.CARD + len(book.cards):
        return ""
    if first < T.OFFER:
        return deed_of(book, seen, plan)  # whoever looks at the table sees that it could be done
    if first < T.CARD:
        return "a deal"
    use = plan[1] - T.USE if len(plan) > 1 else T.USE_FUND
    if use in (T.USE_POLICY, T.USE_SET):
        return "a policy" if use == T.USE_POLICY else ""
    if use == T.USE_FUND:
        return "raising money"
    icon, _ = book.cards[first - T.CARD].icons[use - T.USE_ICON]
    return {T.ICON_SECTOR: "an investment", T.ICON_BLOC: "courting a bloc", T.ICON_CRATE: "stockpiling"}.get(
        icon, "a rally at home"
    )


def _touched(book: Rulebook, plan: tuple[int, ...]) -> set[int]:
    """The sectors and blocs that a move is about, as picks."""
    first = plan[0]
    if T.LIFT <= first < T.LIFT + T.TARIFF_MEASURE:
        return {T.AT_SECTOR + first - T.LIFT}
    if T.AT_SECTOR <= first < T.LIFT:
        return {first}
    if not T.CARD <= first < T.CARD + len(book.cards) or len(plan) < 2:
        return set()
    card, use = book.cards[first - T.CARD], plan[1] - T.USE
    if T.USE_ICON <= use < T.USE_ICON + T.ICONS:
        icon, what = card.icons[use - T.USE_ICON]
        base = {T.ICON_BLOC: T.AT_BLOC, T.ICON_SECTOR: T.AT_SECTOR, T.ICON_CRATE: T.AT_SECTOR}.get(icon)
        return set() if base is None else {base + what}
    if use != T.USE_POLICY:
        return set()
    touched = set(plan[2:3])
    for kind, what, _, _ in card.ops:
        if what != T.TARGET and (kind in ON_SECTOR or kind in ON_BLOC):
            touched.add((T.AT_BLOC if kind in ON_BLOC else T.AT_SECTOR) + what)
    return touched


# --- names ---------------------------------------------------------------------------------------


def sector(book: Rulebook, j: int) -> str:
    """A sector's title inside a sentence."""
    title = book.sectors[j].title
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def measure(book: Rulebook, m: int) -> str:
    if m == T.TARIFF_MEASURE:
        return "tariff"
    return f"{'control on' if m < T.UPSTREAM else 'listing of'} {sector(book, m)}"


def deed_of(book: Rulebook, seen: State, plan: tuple[int, ...]) -> str:
    """A whole move as a thing that is done, once it is public: a policy by the title of its card."""
    plan = _completed(seen, plan)
    first = plan[0]
    if T.CARD <= first < T.CARD + len(book.cards):
        return _card_deed(book, plan)
    if first >= T.CARD:
        return "an aim chosen"
    if first >= T.OFFER and len(plan) > 1:
        give, take = first - T.OFFER, plan[1] - T.ASK
        return f"offering the {measure(book, give)} for the {measure(book, take)}"
    if T.LIFT <= first < T.OFFER:
        return f"lifting the {measure(book, first - T.LIFT)}"
    if T.AT_SECTOR <= first < T.AT_BLOC:
        return f"the third spotlight on {sector(book, first - T.AT_SECTOR)}"
    return {
        T.ANNOUNCE: "announcing the contingency",
        T.ACCEPT: "accepting the deal",
        T.REFUSE: "refusing the deal",
    }.get(first, "waiting")


def _completed(seen: State, plan: tuple[int, ...]) -> tuple[int, ...]:
    """The plan with the picks that were made before it was thought of."""
    made = []
    if seen.shared[T.PHASE] == T.MOVING and seen.pick[T.STEP] != T.STEP_MOVE:
        for cell, base in (
            (T.PICK_CARD, T.CARD),
            (T.PICK_USE, T.USE),
            (T.PICK_GIVE, T.OFFER),
            (T.PICK_TAKE, T.ASK),
        ):
            if seen.pick[cell] != T.NONE:
                made.append(base + seen.pick[cell])
    return (*made, *plan)


def _card_deed(book: Rulebook, plan: tuple[int, ...]) -> str:
    card = book.cards[plan[0] - T.CARD]
    use = plan[1] - T.USE if len(plan) > 1 else T.USE_FUND
    if use == T.USE_POLICY:
        return card.title
    if use == T.USE_FUND:
        return "raising money"
    if use == T.USE_SET:
        return "a contingency set face-down"
    icon, what = card.icons[use - T.USE_ICON]
    if icon == T.ICON_RALLY:
        return "a rally at home"
    if icon == T.ICON_BLOC:
        return f"courting {book.blocs[what].title}"
    return f"{'investing in' if icon == T.ICON_SECTOR else 'stockpiling'} {sector(book, what)}"


def fear_of(book: Rulebook, deed: int) -> str:
    """A deed of the rival as something to be feared, with "{}" for whose it is; empty for none."""
    if deed < T.UPSTREAM:
        return "{} control on " + sector(book, deed)
    if deed < T.TARIFF_MEASURE:
        return "{} listing of " + sector(book, deed)
    if deed == T.TARIFF_MEASURE:
        return "{} tariff"
    if deed < D.BUILT:
        return "{} courting of " + book.blocs[deed - D.COURTED].title
    if deed < D.SHOWN:
        return "{} progress in " + sector(book, deed - D.BUILT)
    return {D.SHOWN: "{} showcase", D.FIRED: "{} contingency"}.get(deed, "")
