"""Thoughts as one sentence: what the move is for, the best rejected option, what was feared.

It is read by the rival, so it says nothing of what the rival may not know: no card that stays in the hand, no
face-down card, no agenda.
"""

from game.engine import terms as T
from game.engine.rulebook import Op, Rulebook
from game.engine.state import State

from . import deeds as D
from . import evaluate as E
from .thoughts import Thought, Thoughts

LEAST_EVIL = "for want of better"
CLOSE = 1.0  # a rejected move within this many points is told of

# What a gain in a term is, after "for"; leads and what is hidden are worded on their own
FOR = {
    E.TRACK: "points on the track",
    E.INCOME: "income in the rounds to come",
    E.BUDGET: "money to spend",
    E.CAPITAL: "political capital",
    E.APPROVAL: "approval at home",
    E.UPKEEP: "cheaper upkeep",
    E.CONTINGENCY: "an answer held ready",
    E.INDUSTRY: "stronger industry",
    E.INPUTS: "inputs made at home",
    E.RESERVES: "safety from shortages",
    E.COURTING: "friends among the blocs",
    E.COALITION: "the larger coalition",
    E.RESILIENCE: "more Resilience in the end",
    E.BRINK: "distance from a Rupture",
    E.AGENDA: "an aim of its own",
}

# What an effect does, as a thing that is done; "{}" is what it is done to
DEEDS = {
    T.OP_CONTROL: "a control on {}",
    T.OP_LIST: "a listing of {}",
    T.OP_TARIFF: "a tariff",
    T.OP_EASE: "easing a control on {}",
    T.OP_ERODE: "loosening a measure on {}",
    T.OP_ALIGN: "winning over {}",
    T.OP_NEW_SOURCE: "a new source in {}",
    T.OP_PROGRESS: "building up {}",
    T.OP_INDIGENISE: "building up {}",
    T.OP_PROGRAMME: "a programme for {}",
    T.OP_SETBACK: "holding back {}",
    T.OP_STOCKPILE: "stockpiling {}",
    T.OP_WORKAROUND: "a workaround for {}",
    T.OP_ENFORCE: "closing loopholes in {}",
    T.OP_TENSION: "calming things down",
    T.OP_SHOWCASE: "showing off {}",
    T.OP_EXPOSE: "exposing the hidden card",
    T.OP_BUDGET: "raising money",
    T.OP_APPROVAL: "winning approval",
}


def told(
    book: Rulebook, seen: State, side: int, best: tuple[Thought, ...], feared: int = D.NO_DEED
) -> Thoughts:
    """The thoughts with their sentence, spoken to the rival and to anybody. `feared` is a deed of the rival."""
    fear = fear_of(book, feared)
    parts = [_first(book, seen, best[0])]
    if len(best) > 1 and best[0].value - best[1].value < CLOSE:
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


def _first(book: Rulebook, seen: State, thought: Thought) -> str:
    """What was done and the one thing that it was done for."""
    deed = deed_of(book, seen, thought.picks, is_public=True)
    aim = aim_of(book, seen, thought)
    return f"{deed} {aim}" if aim else deed


def _rejected(book: Rulebook, seen: State, best: tuple[Thought, ...]) -> str:
    """The best move that would have been something else."""
    chosen = deed_of(book, seen, best[0].picks, is_public=False)
    for thought in best[1:]:
        deed = deed_of(book, seen, thought.picks, is_public=False)
        if deed != chosen and best[0].value - thought.value < CLOSE:
            return deed
    return ""


def aim_of(book: Rulebook, seen: State, thought: Thought) -> str:
    """What a move is for: the term that it improves most, but for what its name says already.

    The own agenda is spoken of only when nothing else is, and then without its name.
    """
    if seen.shared[T.PHASE] == T.NAMING:
        return "where it leads" if any(gain > 0 for _, gain in thought.gains) else "where it loses least"
    said = _said_by(book, _completed(seen, thought.picks))
    gains = [gain for gain in thought.gains if gain[1] > 0 and gain[0] != said]
    gains.sort(key=lambda gain: gain[0] == E.AGENDA)
    for term, _ in gains[:1]:
        if term == E.ENDED:
            return "to win at once" if thought.visits == 1 else "with an early win in sight"
        if E.LEAD <= term < E.INCOME:
            return _lead(book, seen, T.UPSTREAM + term - E.LEAD)
        return f"for {FOR[term]}"
    return "" if not thought.gains or gains else LEAST_EVIL


def _said_by(book: Rulebook, plan: tuple[int, ...]) -> int:
    """The term that the name of a move gives away."""
    if plan[0] == T.PASS:
        return E.BUDGET
    if not T.CARD <= plan[0] < T.CARD + len(book.cards) or len(plan) < 2:
        return T.NONE
    use = plan[1] - T.USE
    if T.USE_ICON <= use < T.USE_ICON + T.ICONS:
        icon, _ = book.cards[plan[0] - T.CARD].icons[use - T.USE_ICON]
        return E.APPROVAL if icon == T.ICON_RALLY else T.NONE
    return {T.USE_FUND: E.BUDGET, T.USE_SET: E.CONTINGENCY}.get(use, T.NONE)


def _lead(book: Rulebook, seen: State, j: int) -> str:
    name = sector(book, j)
    if seen.lit[j]:
        return f"before the spotlight on {name} is scored"
    if seen.next[j]:
        return f"for the spotlight on {name} next round"
    return f"for the lead in {name}"


# --- names ---------------------------------------------------------------------------------------


def sector(book: Rulebook, j: int) -> str:
    """A sector's title inside a sentence."""
    title = book.sectors[j].title
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def measure(book: Rulebook, m: int) -> str:
    if m == T.TARIFF_MEASURE:
        return "tariff"
    return f"{'control on' if m < T.UPSTREAM else 'listing of'} {sector(book, m)}"


def deed_of(book: Rulebook, seen: State, plan: tuple[int, ...], is_public: bool) -> str:
    """A whole move as a thing that is done. Only what is public may be called by a card's name."""
    plan = _completed(seen, plan)
    first = plan[0]
    if T.CARD <= first < T.CARD + len(book.cards):
        return _card_deed(book, plan, is_public)
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
        T.ANNOUNCE: "announcing the answer",
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


def _card_deed(book: Rulebook, plan: tuple[int, ...], is_public: bool) -> str:
    card = book.cards[plan[0] - T.CARD]
    use = plan[1] - T.USE if len(plan) > 1 else T.USE_FUND
    if use == T.USE_POLICY:
        if is_public:
            return card.title
        target = plan[2] if len(plan) > 2 else T.NONE
        return _effect(book, card.ops[0], target)
    if use == T.USE_FUND:
        return "raising money"
    if use == T.USE_SET:
        return "an answer laid face-down"
    icon, what = card.icons[use - T.USE_ICON]
    if icon == T.ICON_RALLY:
        return "a rally at home"
    if icon == T.ICON_BLOC:
        return f"courting {book.blocs[what].title}"
    return f"{'investing in' if icon == T.ICON_SECTOR else 'stockpiling'} {sector(book, what)}"


def _effect(book: Rulebook, op: Op, target: int) -> str:
    """An effect as a thing that is done, on its printed or chosen target."""
    kind, what, _, _ = op
    is_bloc = kind in (T.OP_ALIGN, T.OP_NEW_SOURCE)
    if what == T.TARGET and target != T.NONE:
        what = target - (T.AT_BLOC if is_bloc else T.AT_SECTOR)
    if kind == T.OP_ERODE and what == T.TARIFF_MEASURE:
        return "easing the tariffs"
    words = DEEDS.get(kind, "another policy")
    if "{}" not in words:
        return words
    return words.format(book.blocs[what].title if is_bloc else sector(book, what))


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
    return {D.SHOWN: "{} showcase", D.FIRED: "{} hidden answer"}.get(deed, "")
