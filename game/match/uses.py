"""The ways to use a card of one's hand, those that can't be taken now included, with the reason.

Whether a way is open is what `engine.moves` decides; here are the words for why it is not.
"""

from dataclasses import dataclass

from game.engine import terms as T
from game.engine.contingency import can_set
from game.engine.deals import has_measure
from game.engine.moves import can_afford, can_begin_card, can_play_policy, can_use_icon, court_cost
from game.engine.ops import is_locked, measure_cell, measure_limit
from game.engine.state import State
from game.engine.supply import output, toward

from .words import Words

FREE = (0, 0)


@dataclass(frozen=True, slots=True)
class Use:
    """One way to use a card. `obstacle` says why it is closed now; empty if it is open."""

    card: int
    use: int
    title: str
    cost: tuple[int, int]  # Budget, Political Capital
    targets: tuple[int, ...] = ()  # what its "?" may be now
    obstacle: str = ""

    def picks(self, is_bloc: bool = False) -> list[list[int]]:
        """The picks that take it, once for each target."""
        first = [T.CARD + self.card, T.USE + self.use]
        base = T.AT_BLOC if is_bloc else T.AT_SECTOR
        return [[*first, base + target] for target in self.targets] or [first]


def uses(words: Words, s: State, card: int) -> list[Use]:
    """The ways in the order of their picks: policy, three icons, fund, contingency."""
    printed = words.book.cards[card]
    side = words.book.card_side(card)
    found = [_policy(words, s, side, card)]
    found += [_icon(words, s, side, card, n) for n in range(T.ICONS)]
    found.append(Use(card, T.USE_FUND, "Fund", FREE))
    if printed.trigger and words.book.tables.setting[T.CONTINGENCIES]:
        is_open = can_set(words.book.tables, s, side, card)
        held = s.slot_card[side] - 1
        obstacle = (
            ""
            if is_open
            else f"{words.almanac.cards[held].title} is set: the slot is taken until it has fired."
        )
        found.append(Use(card, T.USE_SET, "Set as contingency", FREE, printed.targets, obstacle))
    return found


def _policy(words: Words, s: State, side: int, card: int) -> Use:
    t, printed = words.book.tables, words.book.cards[card]
    targets = tuple(target for target in printed.targets if can_begin_card(t, s, side, card, target))
    obstacle = policy_obstacle(words, s, card)
    return Use(card, T.USE_POLICY, "Policy", (printed.budget, printed.capital), targets, obstacle)


def _icon(words: Words, s: State, side: int, card: int, n: int) -> Use:
    icon, what = words.book.cards[card].icons[n]
    points = words.book.cards[card].points
    cost = 0 if icon == T.ICON_RALLY else 1
    if icon == T.ICON_SECTOR:
        cost = min(points, max(1, s.budget[side]))
    title = words.icon(card, n).partition(": ")[0]
    return Use(card, T.USE_ICON + n, title, (cost, 0), (), icon_obstacle(words, s, card, n))


# --- why a policy can't be played ----------------------------------------------------------------


def policy_obstacle(words: Words, s: State, card: int) -> str:
    """Why the card can't be played as its policy now, empty if it can."""
    t, printed, side = words.book.tables, words.book.cards[card], words.book.card_side(card)
    if can_play_policy(t, s, side, card):
        return ""
    if not can_afford(t, s, side, card):
        short = [
            f"{cost} {name}, you have {held}"
            for cost, name, held in (
                (printed.budget, "Budget", s.budget[side]),
                (printed.capital, "Capital", s.capital[side]),
            )
            if cost > held
        ]
        return f"Needs {' and '.join(short)}."
    if printed.ops[0][1] != T.TARGET:
        return target_obstacle(words, s, card, T.NONE)
    reasons = [target_obstacle(words, s, card, target) for target in printed.targets]
    return reasons[0] if len(reasons) == 1 else f"No target left. {reasons[0]}"


def target_obstacle(words: Words, s: State, card: int, target: int) -> str:
    """Why the card can't begin with this "?"; asked only where it can't."""
    op, a, _steps, _who = words.book.cards[card].ops[0]
    return _blocked(words, s, words.book.card_side(card), op, target if a == T.TARGET else a)


def _blocked(words: Words, s: State, side: int, op: int, a: int) -> str:
    """Why a policy can't begin with this effect (rulebook 10, "legal if first")."""
    if op in (T.OP_CONTROL, T.OP_LIST, T.OP_TARIFF):
        return _measure_blocked(words, s, side, T.TARIFF_MEASURE if op == T.OP_TARIFF else a)
    if op == T.OP_ALIGN:
        return f"{words.book.blocs[a].short} can't lean further."
    short = words.book.sectors[a].short
    if op == T.OP_EASE:
        return f"No control on {short} to ease."
    if op == T.OP_STOCKPILE:
        return _stock_blocked(words, short)
    if op == T.OP_WORKAROUND:
        return f"Workaround for {short} is in place."
    if op == T.OP_SHOWCASE:
        t = words.book.tables
        mine, theirs = output(t, s, side, a), output(t, s, 1 - side, a)
        return f"{short} output is behind, {mine} to {theirs}."
    return f"{short} is at {T.TOP} already."


def _measure_blocked(words: Words, s: State, side: int, measure: int) -> str:
    is_tariff = measure == T.TARIFF_MEASURE
    short = "" if is_tariff else words.book.sectors[measure].short
    name = "Your tariff" if is_tariff else f"{short} control" if measure < T.UPSTREAM else f"{short} listing"
    if s.cells[measure_cell(side, measure)] < measure_limit(measure) and is_locked(s, side, measure):
        return f"{name} is locked to round {s.lock[side * T.MEASURES + measure]}."
    if T.UPSTREAM <= measure < T.TARIFF_MEASURE:
        return f"{short} is listed already."
    return f"{name} is at {measure_limit(measure)} already."


def _stock_blocked(words: Words, short: str) -> str:
    if not words.book.tables.setting[T.STOCKPILES]:
        return "Stockpiles are off in this scenario."
    return f"{short} stockpile is full."


# --- why a move without a card can't be made -----------------------------------------------------


def lift_obstacle(s: State, side: int) -> str:
    """Why nothing can be lifted now, empty if something can."""
    return "" if has_measure(s, side) else "You have no measure on the table."


def deal_obstacle(words: Words, s: State, side: int) -> str:
    """Why no deal can be proposed now, empty if one can."""
    if not words.book.tables.setting[T.DEALS]:
        return "This scenario is played without deals."
    if s.cells[T.PROPOSED + side]:
        return "You have proposed one this round already."
    if not has_measure(s, side):
        return "You have no measure on the table to give."
    return "" if has_measure(s, 1 - side) else "They have no measure on the table to give."


def announce_obstacle(words: Words, s: State, side: int) -> str:
    """Why no contingency can be announced now, empty if one can."""
    book = words.book
    if not book.tables.setting[T.CONTINGENCIES]:
        return "This scenario is played without contingencies."
    if s.slot_card[side]:
        return "Your contingency lies face-up already." if s.slot_up[side] else ""
    hand = [
        card for card in range(len(book.cards)) if book.card_side(card) == side and s.place[card] == T.IN_HAND
    ]
    if any(book.cards[card].trigger for card in hand):
        return "You have set no contingency: choose a card, then Set as contingency."
    return "You have set no contingency, and no card of your hand can be one."


# --- why an icon can't be used -------------------------------------------------------------------


def icon_obstacle(words: Words, s: State, card: int, n: int) -> str:
    """Why the card's n-th icon can't be used now, empty if it can."""
    t, side = words.book.tables, words.book.card_side(card)
    icon, what = words.book.cards[card].icons[n]
    if can_use_icon(t, s, side, card, n):
        return ""
    if icon == T.ICON_RALLY:
        return f"Approval is at {T.TOP} already."
    if s.budget[side] < 1:
        return "Needs 1 Budget, you have 0."
    if icon == T.ICON_SECTOR:
        return f"{words.book.sectors[what].short} is at {T.TOP} already."
    if icon == T.ICON_CRATE:
        return _stock_blocked(words, words.book.sectors[what].short)
    lean = toward(s, side, what)
    if lean >= T.MAX_ALIGN:
        return f"{words.book.blocs[what].short} can't lean further."
    return f"The next step costs {court_cost(lean)} points, the card has {words.book.cards[card].points}."
