"""Rulebook: everything that is fixed while a game is played, compiled once from content and a scenario.

`write` takes plain records (sectors, blocs, cards, headlines, agendas, a setting, a start) and lays them out as
`Tables`: tuples of small ints that the rules read by index. The records stay on the Rulebook for names and words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from . import terms as T

Ints = Sequence[int]
Op = tuple[int, int, int, int]  # (op, a, b, c), see the ops in `terms`


@dataclass(frozen=True, slots=True)
class Sector:
    id: str
    title: str
    short: str
    solid: tuple[int, ...] = ()  # upstream sectors: output <= supply
    dashed: tuple[int, ...] = ()  # upstream sectors: output <= supply + 3


@dataclass(frozen=True, slots=True)
class Bloc:
    id: str
    title: str
    short: str
    supplies: Mapping[int, int]  # upstream sector -> quality 0-10
    buys: int = T.NONE  # downstream sector of its contract


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    title: str
    kind: int
    points: int
    budget: int  # cost as a policy
    capital: int
    ops: tuple[Op, ...]
    icons: tuple[tuple[int, int], ...]  # three of (icon, sector or bloc or 0)
    target: int = T.TARGET_NONE  # what its "?" is
    targets: tuple[int, ...] = ()
    trigger: int = T.NO_TRIGGER


@dataclass(frozen=True, slots=True)
class Headline:
    id: str
    title: str
    ops: tuple[Op, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    id: str
    title: str
    condition: int
    needs: int  # the number in the condition


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario as the rules need it: settings by index (see `terms`), and the cells that do not start at 0."""

    id: str
    title: str
    setting: Mapping[int, int]
    start: Mapping[int, int]  # cell -> value
    sides: tuple[str, str] = ("United States", "China")
    side_shorts: tuple[str, str] = ("US", "CN")


class Tables(NamedTuple):
    """The rulebook as ints: tuples here; compiled code sees slices of one array under the same names."""

    setting: Ints  # see SETTINGS in `terms`
    start: Ints  # all cells of the position before the coin
    input_start: Ints  # [sector] first index into input_of; one more at the end
    input_of: Ints  # upstream sector
    input_slack: Ints  # 0 solid, 3 dashed
    supplier_start: Ints  # [upstream]
    supplier: Ints  # bloc
    quality: Ints  # 0-10
    buys: Ints  # [bloc] sector or NONE
    card_points: Ints
    card_budget: Ints
    card_capital: Ints
    card_trigger: Ints
    card_class: Ints  # class of the card's policy: NO_TRIGGER or ON_CONTROL..ON_ALLIANCE
    icon: Ints  # [card * 3 + n]
    icon_what: Ints
    target_kind: Ints
    target_start: Ints
    target: Ints
    op_start: Ints  # [card], then [n_cards + headline]
    op: Ints
    op_a: Ints
    op_b: Ints
    op_c: Ints
    agenda_condition: Ints
    agenda_needs: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """What a game is played by. `cards` holds the US deck, then China's: a card in both decks stands twice."""

    tables: Tables
    sectors: tuple[Sector, ...]
    blocs: tuple[Bloc, ...]
    cards: tuple[Card, ...]
    headlines: tuple[Headline, ...]
    agendas: tuple[Agenda, ...]
    scenario: Scenario
    card_number: Mapping[tuple[int, str], int] = field(repr=False)  # (side, card id) -> card number

    @property
    def n_actions(self) -> int:
        """One more than the highest action."""
        return T.CARD + len(self.cards) + len(self.headlines) + len(self.agendas)

    def card_side(self, card: int) -> int:
        return T.US if card < self.tables.setting[T.N_US_CARDS] else T.CHINA


def write(
    sectors: Sequence[Sector],
    blocs: Sequence[Bloc],
    decks: tuple[Sequence[Card], Sequence[Card]],
    headlines: Sequence[Headline],
    agendas: Sequence[Agenda],
    scenario: Scenario,
) -> Rulebook:
    """Lay the records out as a Rulebook. Trusts its input: `content.check` is the place for complaints."""
    cards = (*decks[T.US], *decks[T.CHINA])
    tables = Tables(
        setting=_settings(scenario, decks, headlines, agendas),
        start=_start(scenario, len(cards)),
        **_graph(sectors, blocs),
        **_cards(cards),
        **_programs([c.ops for c in cards] + [h.ops for h in headlines]),
        agenda_condition=tuple(a.condition for a in agendas),
        agenda_needs=tuple(a.needs for a in agendas),
    )
    numbers = {(T.US, c.id): n for n, c in enumerate(decks[T.US])}
    numbers |= {(T.CHINA, c.id): n + len(decks[T.US]) for n, c in enumerate(decks[T.CHINA])}
    return Rulebook(
        tables, tuple(sectors), tuple(blocs), cards, tuple(headlines), tuple(agendas), scenario, numbers
    )


def _settings(
    scenario: Scenario,
    decks: tuple[Sequence[Card], Sequence[Card]],
    headlines: Sequence[Headline],
    agendas: Sequence[Agenda],
) -> tuple[int, ...]:
    setting = [0] * T.SETTINGS
    for index, value in scenario.setting.items():
        setting[index] = value
    setting[T.N_US_CARDS] = len(decks[T.US])
    setting[T.N_CARDS] = len(decks[T.US]) + len(decks[T.CHINA])
    setting[T.N_HEADLINES] = len(headlines)
    setting[T.N_AGENDAS] = len(agendas)
    return tuple(setting)


def _start(scenario: Scenario, n_cards: int) -> tuple[int, ...]:
    cells = [0] * (T.PLACE + n_cards)
    for side in (T.US, T.CHINA):
        cells[T.SLOT_TARGET + side] = T.NONE
    for shared in (T.STARTER, T.NAMED, T.OFFER_GIVE, T.OFFER_TAKE, T.WINNER, T.CULPRIT, T.DRAWER):
        cells[T.SHARED + shared] = T.NONE
    for pick in (T.PICK_CARD, T.PICK_USE, T.PICK_GIVE, T.PICK_TAKE):
        cells[T.PICK + pick] = T.NONE
    for sector in range(T.UPSTREAM, T.SECTORS):
        cells[T.BAG + sector] = 1
    cells[T.SHARED + T.PHASE] = T.COIN_TOSS
    cells[T.SHARED + T.MOVER] = T.NATURE
    for cell, value in scenario.start.items():
        cells[cell] = value
    return tuple(cells)


def _runs(rows: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Rows of different lengths as (where each starts, all of them in one)."""
    starts, flat = [0], list[int]()
    for row in rows:
        flat.extend(row)
        starts.append(len(flat))
    return tuple(starts), tuple(flat)


def _graph(sectors: Sequence[Sector], blocs: Sequence[Bloc]) -> dict[str, tuple[int, ...]]:
    arrows = [[(i, 0) for i in s.solid] + [(i, 3) for i in s.dashed] for s in sectors]
    input_start, input_of = _runs([[i for i, _ in row] for row in arrows])
    offers = [
        [(b, bloc.supplies[i]) for b, bloc in enumerate(blocs) if i in bloc.supplies]
        for i in range(T.UPSTREAM)
    ]
    supplier_start, supplier = _runs([[b for b, _ in row] for row in offers])
    return {
        "input_start": input_start,
        "input_of": input_of,
        "input_slack": tuple(slack for row in arrows for _, slack in row),
        "supplier_start": supplier_start,
        "supplier": supplier,
        "quality": tuple(q for row in offers for _, q in row),
        "buys": tuple(b.buys for b in blocs),
    }


def _cards(cards: Sequence[Card]) -> dict[str, tuple[int, ...]]:
    target_start, target = _runs([c.targets for c in cards])
    return {
        "card_points": tuple(c.points for c in cards),
        "card_budget": tuple(c.budget for c in cards),
        "card_capital": tuple(c.capital for c in cards),
        "card_trigger": tuple(c.trigger for c in cards),
        "card_class": tuple(policy_class(c.ops) for c in cards),
        "icon": tuple(icon for c in cards for icon, _ in c.icons),
        "icon_what": tuple(what for c in cards for _, what in c.icons),
        "target_kind": tuple(c.target for c in cards),
        "target_start": target_start,
        "target": target,
    }


def policy_class(ops: Sequence[Op]) -> int:
    """The class of a policy is that of its first printed effect that has one (rulebook 5)."""
    for op, _a, steps, _c in ops:
        if op == T.OP_CONTROL:
            return T.ON_CONTROL
        if op == T.OP_LIST:
            return T.ON_LISTING
        if op == T.OP_TARIFF:
            return T.ON_TARIFF
        if op == T.OP_ALIGN and steps > 0:
            return T.ON_ALLIANCE
    return T.NO_TRIGGER


def _programs(programs: Sequence[Sequence[Op]]) -> dict[str, tuple[int, ...]]:
    op_start, flat = _runs([[n for op in ops for n in op] for ops in programs])
    return {
        "op_start": tuple(start // 4 for start in op_start),
        "op": flat[0::4],
        "op_a": flat[1::4],
        "op_b": flat[2::4],
        "op_c": flat[3::4],
    }
