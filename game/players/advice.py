"""Advice for a person, from the person's own observation: where to look, what kind of move, which move.

Each step says a little more, always with the numbers behind it, so that one may stop at the first and think again.
"""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.explain import binding_input
from game.engine.rulebook import Rulebook
from game.engine.scoring import agenda_met, agenda_of, coalition, measure_count
from game.engine.state import State
from game.engine.supply import OUTPUT, resilience, supply

from . import evaluate as E
from .aims import is_end_near
from .names import deed_of, fear_of, sector
from .thoughts import Thought, Thoughts

NEAR = 0.1  # points of the track that make no difference
EVEN = "The best moves are about equal here: nothing is clearly better. Follow your own plan, or your agenda."
WINS = "More than one move wins the match: choose freely."
ENOUGH = 10  # tries that say how well a number is founded
OTHERS = 3  # other moves that are shown beside the best


@dataclass(frozen=True, slots=True)
class Line:
    """One line of advice, and perhaps a number that belongs to it."""

    words: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """Three steps; each holds lines."""

    nudge: tuple[Line, ...]
    idea: tuple[Line, ...]
    move: tuple[Line, ...]
    basis: str  # what it rests on


def advise(book: Rulebook, seen: State, side: int, thoughts: Thoughts) -> Advice:
    """What the thoughts about a side's own position are worth saying to it."""
    best, rest = thoughts.best[0], thoughts.best[1:]
    return Advice(
        nudge=_nudge(book, seen, side, best),
        idea=_idea(book, seen, best, rest),
        move=_move(book, seen, best, rest, thoughts.fear),
        basis=_basis(thoughts),
    )


def _basis(thoughts: Thoughts) -> str:
    if not thoughts.lines:
        return "From a look one step ahead at what you can see."
    words = f"From {thoughts.lines:,} tries from here with what you can see; hidden cards are guessed anew in each."
    return (
        f"{words} Fewer than usual: the adviser was not up to speed yet."
        if thoughts.is_plain
        else words
    )


def percent(chance: float) -> str:
    return f"{round(100 * chance)} %"


def points(value: float) -> str:
    """Points of the track, as the screen writes them."""
    return f"{value:+.1f}".replace("-", "−")


def ahead(value: float) -> str:
    """A lead in points of the track that is expected, in words."""
    if abs(value) < 0.05:
        return "level"
    return f"{abs(value):.1f} points {'ahead' if value > 0 else 'behind'}"


# --- 1: where to look ----------------------------------------------------------------------------


def _nudge(book: Rulebook, seen: State, side: int, best: Thought) -> tuple[Line, ...]:
    """What matters most in the best lines, with how it stands for both sides."""
    lines: list[Line] = []
    for term, gain in best.gains:
        if gain > 0 and term != E.ENDED and len(lines) < 3:
            lines += [line for line in _look_at(book, seen, side, term) if line not in lines]
    if is_end_near(book, seen) and any(term == E.ENDED and gain > 0.5 for term, gain in best.gains):
        lines.insert(0, Line("The game may be decided soon."))
    return tuple(lines) or (Line("Nothing presses. Think of what the rounds to come will need."),)


def _look_at(book: Rulebook, seen: State, side: int, term: int) -> list[Line]:
    if E.LEAD <= term < E.INCOME:
        return _look_at_sector(book, seen, side, T.UPSTREAM + term - E.LEAD)
    other, t = 1 - side, book.tables
    if term == E.AGENDA:
        agenda = agenda_of(t, seen, side)
        is_met = agenda != T.NONE and agenda_met(t, seen, side, agenda)
        return [Line("Your agenda", "met now" if is_met else "not met now")]
    pairs = {
        E.BUDGET: ("Budget", seen.budget),
        E.CAPITAL: ("Political Capital", seen.capital),
        E.APPROVAL: ("Approval", seen.approval),
    }
    if term in pairs:
        title, meter = pairs[term]
        return [Line(title, _both(meter[side], meter[other]))]
    return [_look_at_whole(book, seen, side, term)]


def _look_at_whole(book: Rulebook, seen: State, side: int, term: int) -> Line:
    """A number of the whole position, for both sides."""
    other, t = 1 - side, book.tables
    if term == E.INCOME:
        E.fill_outputs(t, seen)
        return Line("Income each round", _both(E.income_of(t, seen, side), E.income_of(t, seen, other)))
    if term in (E.COURTING, E.COALITION):
        return Line("Blocs that joined", _both(coalition(seen, side), coalition(seen, other)))
    if term in (E.INPUTS, E.RESILIENCE):
        return Line("Resilience", _both(resilience(t, seen, side), resilience(t, seen, other)))
    if term == E.BRINK:
        return Line("Tension, of 10", str(seen.shared[T.TENSION]))
    if term == E.TRACK:
        mine = seen.shared[T.TRACK] if side == T.US else -seen.shared[T.TRACK]
        return Line("Your lead on the track", f"{mine:+d}".replace("-", "−").replace("+0", "0"))
    if term == E.UPKEEP:
        return Line("Measures to keep up", _both(measure_count(seen, side), measure_count(seen, other)))
    if term == E.CONTINGENCY:
        return Line("Your contingency slot", "full" if seen.slot_card[side] else "empty")
    if term == E.RESERVES:
        return Line("Stockpiles and workarounds against a shortage")
    levels = [
        sum(seen.capability[who * T.SECTORS + T.UPSTREAM : (who + 1) * T.SECTORS]) for who in (side, other)
    ]
    return Line("Capability of the six sectors", _both(levels[0], levels[1]))


def _look_at_sector(book: Rulebook, seen: State, side: int, j: int) -> list[Line]:
    """A sector that can be scored, and the input that holds one of the sides back."""
    E.fill_outputs(book.tables, seen)
    mine = seen.scratch[OUTPUT + side * T.SECTORS + j]
    theirs = seen.scratch[OUTPUT + (1 - side) * T.SECTORS + j]
    when = "scored this round" if seen.lit[j] else "scored next round" if seen.next[j] else "scored some day"
    lines = [Line(f"{_capital(sector(book, j))}, {when}", _both(mine, theirs))]
    for who, words in ((side, "holds you back"), (1 - side, "holds them back")):
        i = binding_input(book, seen, who, j)
        if i != T.NONE:
            name = _capital(sector(book, i))
            lines.append(Line(f"{name} {words}: supply", str(supply(book.tables, seen, who, i))))
    return lines


def _both(mine: int, theirs: int) -> str:
    return f"you {mine}, rival {theirs}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


# --- 2: what kind of move ------------------------------------------------------------------------


def _idea(book: Rulebook, seen: State, best: Thought, rest: tuple[Thought, ...]) -> tuple[Line, ...]:
    """The kind of the best move, and how much it is better than the others that were played out."""
    lines = [Line(_capital(kind_of(book, seen, best.picks)), f"win {percent(best.chance)}")]
    others = [thought for thought in rest if thought.visits]
    if _is_even(best, rest):
        lines.append(Line(_even(best)))
    elif others:
        chance = sum(thought.chance for thought in others) / len(others)
        value = best.value - sum(thought.value for thought in others) / len(others)
        lines.append(Line(f"The next {len(others)} moves on average", f"win {percent(chance)}"))
        lines.append(Line("The difference, in points of the track", points(value)))
    return tuple(lines)


def _even(best: Thought) -> str:
    return WINS if best.value >= E.WON / 2 else EVEN


def _is_even(best: Thought, rest: tuple[Thought, ...]) -> bool:
    """Whether the best move is hardly better than those that were played out beside it."""
    others = [thought for thought in rest[:OTHERS] if thought.visits]
    worst = min(others, key=lambda thought: thought.value, default=None)
    return worst is not None and best.value - worst.value < NEAR and best.chance - worst.chance < 0.01


def kind_of(book: Rulebook, seen: State, picks: tuple[int, ...]) -> str:
    """What kind of move it is, without saying on what."""
    use = next((pick for pick in picks if T.USE <= pick < T.SWEETEN), T.NONE)
    if use == T.NONE and seen.pick[T.PICK_USE] != T.NONE:
        use = T.USE + seen.pick[T.PICK_USE]
    first = picks[0]
    if use != T.NONE:
        card = first - T.CARD if first >= T.CARD else seen.pick[T.PICK_CARD]
        return _kind_of_use(book, card, use - T.USE)
    kinds = ((T.CARD, "one of your agendas"), (T.COIN, "play a card"), (T.OFFER, "propose a deal"))
    for base, words in kinds:
        if first >= base:
            return words
    if first >= T.LIFT:
        return "lift one of your measures"
    if first >= T.AT_SECTOR:
        return "choose the sector in which you stand best"
    return {T.PASS: "save money and wait", T.ANNOUNCE: "show what you have prepared"}.get(
        first, "weigh the deal by what each measure does now"
    )


def _kind_of_use(book: Rulebook, card: int, use: int) -> str:
    if use == T.USE_POLICY:
        policies = {
            T.KIND_CONTROL: "a policy that cuts off an input",
            T.KIND_LIST: "a policy that lists one of their sectors",
            T.KIND_TARIFF: "a tariff",
            T.KIND_INDUSTRY: "a policy that builds industry",
            T.KIND_ALLIANCE: "a policy that wins blocs",
            T.KIND_RESERVE: "a policy that secures supply",
            T.KIND_DIPLOMACY: "a policy of diplomacy",
            T.KIND_SHOWCASE: "a showcase",
            T.KIND_TALENT: "a policy for talent",
        }
        return policies[book.cards[card].kind]
    if use == T.USE_FUND:
        return "turn a card into money"
    if use == T.USE_SET:
        return "lay a contingency"
    icon, what = book.cards[card].icons[use - T.USE_ICON]
    if icon == T.ICON_SECTOR:
        return "invest in an input" if what < T.UPSTREAM else "invest in a sector that scores"
    return {T.ICON_BLOC: "court a bloc", T.ICON_CRATE: "stockpile an input"}.get(
        icon, "rally support at home"
    )


# --- 3: which move -------------------------------------------------------------------------------


def _move(
    book: Rulebook, seen: State, best: Thought, rest: tuple[Thought, ...], fear: int
) -> tuple[Line, ...]:
    """The move, the next best, and what to watch out for; each with its chance and points."""
    lines = [Line(_even(best))] if _is_even(best, rest) else []
    lines.append(_numbered(book, seen, best))
    lines += [_numbered(book, seen, thought) for thought in rest[:OTHERS] if thought.visits]
    feared = fear_of(book, fear).format("their")
    if feared:
        lines.append(Line(f"Watch out for {feared}."))
    return tuple(lines)


def _numbered(book: Rulebook, seen: State, thought: Thought) -> Line:
    if abs(thought.value) >= E.WON / 2:  # the end of the match, no points of the track
        number = f"{'wins' if thought.value > 0 else 'loses'} the match"
    else:
        number = f"win {percent(thought.chance)} · {ahead(thought.value)}"
    if thought.visits >= ENOUGH:
        number += f" · {thought.visits:,} tries"
    return Line(_capital(move_of(book, seen, thought.picks)), number)


def move_of(book: Rulebook, seen: State, picks: tuple[int, ...]) -> str:
    """A whole move by the names of its card, use and target: for whoever holds the card."""
    first = picks[0]
    n = len(book.cards)
    if first >= T.CARD + n + len(book.headlines):
        return f"keep {book.agendas[first - T.CARD - n - len(book.headlines)].title}"
    card = first - T.CARD if T.CARD <= first < T.CARD + n else seen.pick[T.PICK_CARD]
    if card == T.NONE:
        return deed_of(book, seen, picks)
    use = next((pick - T.USE for pick in picks if T.USE <= pick < T.SWEETEN), seen.pick[T.PICK_USE])
    target = next((pick for pick in picks if T.AT_SECTOR <= pick < T.LIFT), T.NONE)
    title = book.cards[card].title
    if use == T.USE_POLICY:
        words = f"{title} as its policy"
    elif use == T.USE_SET:
        words = f"{title} as a contingency"
    else:
        words = f"{deed_of(book, seen, picks)} with {title}"
    return words if target == T.NONE else f"{words}, {_target(book, target)}"


def _target(book: Rulebook, pick: int) -> str:
    if pick >= T.AT_BLOC:
        return f"choosing {book.blocs[pick - T.AT_BLOC].title}"
    return f"on {sector(book, pick - T.AT_SECTOR)}"
