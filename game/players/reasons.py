"""Thoughts as one sentence: what the move is for, what kind of move came close to it, what was feared.

It is read by the rival, so it says nothing of what the rival may not know: no card that stays in the hand nor what
it would do, no face-down card, no agenda.
"""

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.state import State

from . import deeds as D
from .aims import aim_of, wins_at_once
from .names import completed, deed_of, fear_of, sector
from .thoughts import Thought, Thoughts

AT_ONCE = "to win at once"
CLOSE = 1.0  # a rejected move within this many points is told of

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
    spoken = spoken.replace("the rival's", "your").replace("the rival", "you")
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


# --- what came close -----------------------------------------------------------------------------


def _rejected(book: Rulebook, seen: State, best: tuple[Thought, ...]) -> str:
    """The kind of the best move that would have been something else, on something else."""
    plan = completed(seen, best[0].picks)
    kind, touched = _kind(book, seen, plan), _touched(book, plan)
    for thought in best[1:]:
        other = completed(seen, thought.picks)
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
