"""Words for the screen: what a card does, what it recalls, and where that is written.

The Rulebook holds numbers; an Almanac holds, under the same numbers, what there is to read about them. Where
a scenario shows no precedents, its pages tell nothing of the real world.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from game.engine import terms as T
from game.engine.rulebook import Rulebook

from . import effects
from .agendas import agenda_words
from .compile import find_scenario, names_of, rules_of, shorts_of
from .effects import Effect
from .pack import TRIGGERS, Bloc, Pack, Precedent, Same, Sector, Source

KIND_TITLES = {
    "control": "Export control", "list": "Entity listing", "tariff": "Tariff", "industry": "Industry",
    "alliance": "Alliance", "reserve": "Reserve", "diplomacy": "Diplomacy", "showcase": "Showcase",
    "talent": "Talent",
}  # fmt: skip
TRIGGER_WORDS = {
    T.NO_TRIGGER: "",
    T.ON_CONTROL: "when the rival plays an export control",
    T.ON_LISTING: "when the rival plays an entity listing",
    T.ON_TARIFF: "when the rival plays a tariff",
    T.ON_ALLIANCE: "when the rival courts a bloc by policy",
    T.ON_RESTRICTION: "when the rival plays a control, listing or tariff",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What the screen tells about one card, headline, agenda, sector or bloc. Texts may be empty."""

    title: str
    kind: str
    rules: tuple[str, ...]  # full sentences
    brief: str = ""  # the same in one line, for the face of a card
    line: str = ""  # as brief, with the full names
    targets: tuple[str, ...] = ()  # titles the "?" may be
    trigger: str = ""  # when it fires as a contingency
    about: str = ""  # of agendas, sectors and blocs
    precedent: str = ""  # the real event behind a card or headline
    when: str = ""
    sources: tuple[Source, ...] = ()
    contested: str = ""  # the other side's view of it
    contested_sources: tuple[Source, ...] = ()
    art: str = ""


class Almanac:
    """The pages of one rulebook: `cards`, `headlines`, `agendas`, `sectors`, `blocs` go by its numbers."""

    def __init__(self, pack: Pack, book: Rulebook) -> None:
        self._scenario = find_scenario(pack, book.scenario.id)
        self._names = names_of(pack, self._scenario)
        self._shorts = shorts_of(pack, self._scenario)
        self._sources = {source.id: source for source in pack.sources}
        self._book = book
        self._pack = pack
        self.cards: list[Page] = self._cards()
        self.headlines: list[Page] = self._headlines()
        self.agendas: list[Page] = self._agendas()
        self.sectors: list[Page] = [self._sector(sector) for sector in pack.sectors]
        self.blocs: list[Page] = [self._bloc(bloc) for bloc in pack.blocs]

    def _cards(self) -> list[Page]:
        cards = {card.id: card for card in self._pack.cards}
        pages = []
        for entry in self._book.cards:
            rules = rules_of(cards[entry.id], cards)
            kind = KIND_TITLES[rules.kind or ""]
            page = self._page(entry.title, kind, rules, rules.effects, rules.targets)
            targets = tuple(self._names.title(target) for target in rules.targets)
            pages.append(replace(page, targets=targets, trigger=TRIGGER_WORDS[TRIGGERS[rules.trigger]]))
        return pages

    def _headlines(self) -> list[Page]:
        headlines = {h.id: h for h in self._pack.headlines}
        return [
            self._page(h.title, "Headline", headlines[h.id], headlines[h.id].effects, [])
            for h in self._book.headlines
        ]

    @property
    def tells_of_world(self) -> bool:
        """Whether its pages may name real events."""
        return self._scenario.precedents

    def _page(
        self, title: str, kind: str, item: Precedent, rules: Sequence[Effect], targets: list[str]
    ) -> Page:
        page = Page(
            title=title,
            kind=kind,
            rules=effects.words(rules, targets, self._names),
            brief=effects.brief(rules, targets, self._shorts),
            line=effects.brief(rules, targets, self._names),
            art=item.art,
        )
        if not self._scenario.precedents:
            return page
        return replace(
            page,
            precedent=item.precedent,
            when=item.when,
            sources=self._cited(item.sources),
            contested=item.contested,
            contested_sources=self._cited(item.contested_sources),
        )

    def _agendas(self) -> list[Page]:
        agendas = {a.id: a for a in self._pack.agendas}
        pages = []
        for entry in self._book.agendas:
            rules = agenda_words(agendas[entry.id], self._scenario)
            sources = self._real_sources(agendas[entry.id].sources)
            about = agendas[entry.id].about
            pages.append(Page(entry.title, "Agenda", (rules,), rules, about=about, sources=sources))
        return pages

    def _sector(self, sector: Sector) -> Page:
        title = self._names.title
        rules = []
        what = "Output" if sector.stage == "downstream" else "What you make yourself"
        if sector.solid:
            rules.append(f"{what} is at most your supply of {_and([title(i) for i in sector.solid])}.")
        if sector.dashed:
            rules.append(
                f"{what} is at most 3 above your supply of {_and([title(i) for i in sector.dashed])}."
            )
        about = sector.about if self._scenario.precedents else ""
        sources = self._real_sources(sector.sources)
        kind = "Upstream sector" if sector.stage == "upstream" else "Downstream sector"
        return Page(sector.title, kind, tuple(rules), about=about, sources=sources)

    def _bloc(self, bloc: Bloc) -> Page:
        title = self._names.title
        rules = [f"Sells {title(i)} at quality {quality}." for i, quality in bloc.supplies.items()]
        if bloc.buys is not None:
            rules.append(f"Buys {title(bloc.buys)}: +1 Budget a round to the side that wins its contract.")
        about = bloc.about if self._scenario.precedents else ""
        return Page(
            title(bloc.id), "Bloc", tuple(rules), about=about, sources=self._real_sources(bloc.sources)
        )

    def _real_sources(self, ids: list[str]) -> tuple[Source, ...]:
        return self._cited(ids) if self._scenario.precedents else ()

    def _cited(self, ids: list[str]) -> tuple[Source, ...]:
        return tuple(self._sources[name] for name in ids if name in self._sources)


def almanac_of(pack: Pack, book: Rulebook) -> Almanac:
    """The same for the same two, as every screen of a match asks for it."""
    return _written(Same(pack), book)


@lru_cache(maxsize=16)
def _written(same: Same, book: Rulebook) -> Almanac:
    return Almanac(same.pack, book)


def _and(titles: list[str]) -> str:
    return " and ".join([", ".join(titles[:-1]), titles[-1]] if len(titles) > 1 else titles)
