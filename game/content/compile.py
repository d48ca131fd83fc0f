"""Pack -> Rulebook: numbers for names, ops for effects, cells for start values."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from game.engine import rulebook as R
from game.engine import terms as T

from .agendas import needs_of
from .check import check
from .effects import Effect
from .fields import SIDES
from .load import load_pack
from .names import Names
from .pack import CONDITIONS, KINDS, TRIGGERS, Agenda, Card, Headline, Pack, Position, Same, Scenario
from .problem import ContentError, Problem, errors_of, one_of

BACKFIRE = {"none": 0, "medium": 1, "strong": 2}


@lru_cache(maxsize=1)
def load_base() -> Pack:
    """The pack that comes with the game; read once: whoever edits it starts the game anew. Raises ContentError."""
    return load_pack("base")


def find_scenario(pack: Pack, scenario_id: str) -> Scenario:
    """Raises ContentError with a suggestion."""
    for scenario in pack.scenarios:
        if scenario.id == scenario_id:
            return scenario
    advice = one_of(scenario_id, [s.id for s in pack.scenarios])
    message = f'there is no scenario "{scenario_id}"'
    raise ContentError([Problem("error", f'pack "{pack.pack.id}"', "", message, advice)])


def rulebook(pack: Pack, scenario_id: str) -> R.Rulebook:
    """What a scenario is played by, the same for the same pack. Raises ContentError with every error of the pack."""
    return _compiled(Same(pack), scenario_id)


@lru_cache(maxsize=16)
def _compiled(same: Same, scenario_id: str) -> R.Rulebook:
    pack, scenario = same.pack, find_scenario(same.pack, scenario_id)
    if errors := errors_of(check(pack)):
        raise ContentError(errors)
    names = names_of(pack, scenario)
    cards = {card.id: card for card in pack.cards}
    headlines = {h.id: h for h in pack.headlines}
    agendas = {a.id: a for a in pack.agendas}
    return R.write(
        _sectors(pack, names),
        _blocs(pack, names, shorts_of(pack, scenario)),
        (_deck(scenario.decks["us"], cards, names), _deck(scenario.decks["china"], cards, names)),
        [_headline(headlines[h], scenario, names) for h in scenario.headlines],
        [_agenda(agendas[a], scenario) for a in scenario.agendas],
        _scenario(scenario, names),
    )


# --- names ---------------------------------------------------------------------------------------


def names_of(pack: Pack, scenario: Scenario) -> Names:
    """Titles as this scenario has them."""
    blocs = {b.id: scenario.titles.blocs.get(b.id, b.title) for b in pack.blocs}
    return Names({s.id: s.title for s in pack.sectors}, blocs)


def shorts_of(pack: Pack, scenario: Scenario) -> Names:
    """Short names as this scenario has them, for the faces of cards and the map."""
    blocs = {b.id: scenario.titles.shorts.get(b.id, b.short) for b in pack.blocs}
    return Names({s.id: s.short for s in pack.sectors}, blocs)


def rules_of(card: Card, cards: Mapping[str, Card]) -> Card:
    """The card whose rules apply: itself, or the one it copies."""
    return card if card.copy_of is None else cards[card.copy_of]


# --- parts ---------------------------------------------------------------------------------------


def _ops(effects: Sequence[Effect], names: Names) -> tuple[R.Op, ...]:
    return tuple(effect.emit(names) for effect in effects)


def _sectors(pack: Pack, names: Names) -> list[R.Sector]:
    number = names.number
    return [
        R.Sector(s.id, s.title, s.short, tuple(map(number, s.solid)), tuple(map(number, s.dashed)))
        for s in pack.sectors
    ]


def _blocs(pack: Pack, names: Names, shorts: Names) -> list[R.Bloc]:
    return [
        R.Bloc(
            b.id,
            names.title(b.id),
            shorts.title(b.id),
            {names.number(i): quality for i, quality in b.supplies.items()},
            T.NONE if b.buys is None else names.number(b.buys),
        )
        for b in pack.blocs
    ]


def _headline(headline: Headline, scenario: Scenario, names: Names) -> R.Headline:
    title = scenario.titles.headlines.get(headline.id, headline.title)
    return R.Headline(headline.id, title, _ops(headline.effects, names))


def _agenda(agenda: Agenda, scenario: Scenario) -> R.Agenda:
    return R.Agenda(agenda.id, agenda.title, CONDITIONS[agenda.condition], needs_of(agenda, scenario))


def _deck(ids: list[str], cards: Mapping[str, Card], names: Names) -> list[R.Card]:
    return [_card(cards[card_id], rules_of(cards[card_id], cards), names) for card_id in ids]


def _card(card: Card, rules: Card, names: Names) -> R.Card:
    target = T.TARGET_NONE
    if rules.targets:
        target = T.TARGET_BLOC if rules.targets[0] in names.blocs else T.TARGET_SECTOR
    return R.Card(
        id=card.id,
        title=card.title,
        kind=KINDS[rules.kind or ""],
        points=rules.points or 0,
        budget=rules.cost.budget,
        capital=rules.cost.capital,
        ops=_ops(rules.effects, names),
        icons=tuple(_icon(icon, names) for icon in rules.icons),
        target=target,
        targets=tuple(map(names.number, rules.targets)),
        trigger=TRIGGERS[rules.trigger],
    )


def _icon(icon: str, names: Names) -> tuple[int, int]:
    if icon == "rally":
        return T.ICON_RALLY, 0
    if icon.startswith("crate:"):
        return T.ICON_CRATE, names.number(icon.removeprefix("crate:"))
    return (T.ICON_BLOC if icon in names.blocs else T.ICON_SECTOR), names.number(icon)


# --- the scenario --------------------------------------------------------------------------------


def _scenario(scenario: Scenario, names: Names) -> R.Scenario:
    switches = scenario.switches
    setting = {
        T.ROUNDS: scenario.rounds,
        T.END_US: scenario.ends.us,
        T.END_CHINA: scenario.ends.china,
        T.HANDICAP: scenario.rupture_handicap,
        T.RUPTURE_MODE: T.BY_RESILIENCE if scenario.rupture == "resilience" else T.BOTH_LOSE,
        T.BACKFIRE: BACKFIRE[scenario.backfire],
        T.DEALS: int(switches.deals),
        T.CONTINGENCIES: int(switches.contingencies),
        T.AGENDAS: int(switches.agendas),
        T.HEADLINES_ON: int(switches.headlines),
        T.STOCKPILES: int(switches.stockpiles),
        T.OPEN_HANDS: int(switches.open_hands),
    }
    us, china = scenario.sides["us"], scenario.sides["china"]
    start = start_cells(scenario.position, names)
    titles, shorts = (us.title, china.title), (us.short, china.short)
    return R.Scenario(scenario.id, scenario.title, setting, start, titles, shorts)


def start_cells(position: Position, names: Names) -> dict[int, int]:
    """The cells that a position by name sets."""
    cells = {
        T.SHARED + T.TENSION: position.tension,
        T.SHARED + T.DECOUPLING: position.decoupling,
        T.SHARED + T.TRACK: position.track,
    }
    for first, values in ((T.ALIGN, position.align), (T.SOURCE, position.source)):
        cells |= {first + names.number(bloc): value for bloc, value in values.items()}
    for side, name in enumerate(SIDES):
        for first, meters in (
            (T.BUDGET, position.budget),
            (T.CAPITAL, position.capital),
            (T.APPROVAL, position.approval),
            (T.TARIFF, position.tariff),
        ):
            cells[first + side] = meters.get(name, 0)
        for first, width, levels in (
            (T.CAPABILITY, T.SECTORS, position.capability),
            (T.CONTROL, T.UPSTREAM, position.control),
            (T.STOCK, T.UPSTREAM, position.stock),
        ):
            own = levels.get(name, {})
            cells |= {first + side * width + names.number(sector): value for sector, value in own.items()}
        for first, width, flags in (
            (T.LISTING, T.SECTORS, position.listing),
            (T.PROGRAMME, T.SECTORS, position.programme),
            (T.WORKAROUND, T.UPSTREAM, position.workaround),
        ):
            cells |= {first + side * width + names.number(sector): 1 for sector in flags.get(name, [])}
    if position.bag:
        cells |= {T.BAG + j: 0 for j in range(T.UPSTREAM, T.SECTORS)}
        cells |= {T.BAG + names.number(sector): 1 for sector in position.bag}
    return cells
