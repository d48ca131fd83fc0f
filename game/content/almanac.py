"""Words for the screen: what a card does, what it recalls, and where that is written."""

from dataclasses import dataclass, replace

from game.engine import terms as T
from game.engine.rulebook import Rulebook

from .compile import find_scenario, names_of, rules_of
from .effects import Names
from .pack import TRIGGERS, Card, Pack, Precedent, Source

KIND_TITLES = {
    "control": "Export control", "list": "Entity listing", "tariff": "Tariff", "industry": "Industry",
    "alliance": "Alliance", "reserve": "Reserve", "diplomacy": "Diplomacy", "showcase": "Showcase",
    "talent": "Talent",
}  # fmt: skip
TRIGGER_WORDS = {
    T.NO_TRIGGER: "",
    T.ON_CONTROL: "when the rival controls",
    T.ON_LISTING: "when the rival lists",
    T.ON_TARIFF: "when the rival raises tariffs",
    T.ON_ALLIANCE: "when the rival courts allies",
    T.ON_RESTRICTION: "when the rival controls, lists or taxes",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What the screen tells about one card or headline."""

    title: str
    kind: str
    rules: tuple[str, ...]  # a line per effect
    targets: tuple[str, ...]  # titles the "?" may be
    trigger: str
    precedent: str
    when: str
    sources: tuple[Source, ...]
    contested: str
    contested_sources: tuple[Source, ...]
    art: str


class Almanac:
    """The pages of one rulebook's cards (by card number) and headlines."""

    def __init__(self, pack: Pack, book: Rulebook) -> None:
        scenario = find_scenario(pack, book.scenario.id)
        names = names_of(pack, scenario)
        self._sources = {source.id: source for source in pack.sources}
        cards = {card.id: card for card in pack.cards}
        shown = scenario.precedents
        self.cards = [self._card(cards[c.id], rules_of(cards[c.id], cards), names, shown) for c in book.cards]
        headlines = {h.id: h for h in pack.headlines}
        self.headlines = [
            self._page(h.title, "Headline", headlines[h.id], headlines[h.id].effects, names, shown)
            for h in book.headlines
        ]
        agendas = {a.id: a for a in pack.agendas}
        self.agendas = [agendas[a.id].about for a in book.agendas]
        self.sectors = [s.about for s in pack.sectors]
        self.blocs = [b.about for b in pack.blocs]

    def _card(self, card: Card, rules: Card, names: Names, shown: bool) -> Page:
        kind = KIND_TITLES[rules.kind or ""]
        page = self._page(card.title, kind, rules, rules.effects, names, shown)
        targets = tuple(names.title(target) for target in rules.targets)
        return replace(page, targets=targets, trigger=TRIGGER_WORDS[TRIGGERS[rules.trigger]])

    def _page(
        self,
        title: str,
        kind: str,
        item: Precedent,
        effects: list,  # type: ignore[type-arg]
        names: Names,
        shown: bool,
    ) -> Page:
        return Page(
            title=title,
            kind=kind,
            rules=tuple(effect.words(names) for effect in effects),
            targets=(),
            trigger="",
            precedent=item.precedent if shown else "",
            when=item.when if shown else "",
            sources=self._cited(item.sources) if shown else (),
            contested=item.contested if shown else "",
            contested_sources=self._cited(item.contested_sources) if shown else (),
            art=item.art,
        )

    def _cited(self, ids: list[str]) -> tuple[Source, ...]:
        return tuple(self._sources[name] for name in ids if name in self._sources)
