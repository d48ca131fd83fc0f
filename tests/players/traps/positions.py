"""Positions in which one move, or all but a few, lose the match at once, though many look well.

Most stand before the last move of a round or of the match, where nothing is left to luck: what a move does can be
checked by making it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.content.compile import load_base, rulebook
from game.content.pack import Position
from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.rules import apply, outcome
from game.engine.state import State, copy
from game.engine.view import observe
from game.players.core import PlainCore
from game.players.plans import assume
from tests.table import Table
from tests.table import table as any_table

US, CHINA = T.US, T.CHINA
FILLERS = {
    US: ("quad-summit", "china-plus-one", "stem-visa-drive"),
    CHINA: ("trilateral-summit", "robot-plus-plan", "talent-programme"),
}


# The traps were set with these numbers of the main scenario, and stay what they are when the pack is tuned
NUMBERS = {
    "align": {"japan": 1, "korea": 1, "taiwan": 1, "south": -1},
    "budget": {"us": 6, "china": 6},
    "capital": {"us": 4, "china": 4},
    "approval": {"us": 6, "china": 6},
    "tension": 4,
    "track": 2,
}


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    pack = load_base()
    main = next(scenario for scenario in pack.scenarios if scenario.id == "tech-war")
    ends = main.ends.model_copy(update={"us": 6, "china": 10})
    position = Position.model_validate({**main.position.model_dump(exclude_unset=True), **NUMBERS})
    own = main.model_copy(update={"ends": ends, "position": position})
    return rulebook(pack.model_copy(update={"scenarios": [own]}), "tech-war")


def table(mover: int) -> Table:
    return any_table(rules(), mover)


@dataclass(frozen=True)
class Trap:
    """A position and what must not be done in it; `must_win` if the match can be won at once."""

    name: str
    build: Callable[[], Table]
    must_win: bool = False
    bait: str = ""  # a card whose policy fails, aimed at some target at least

    def fails(self, s: State, side: int) -> bool:
        """Whether a position after the side's move shows that it walked into the trap."""
        is_over, won = s.shared[T.PHASE] == T.OVER, s.shared[T.WINNER] == side
        return not won if self.must_win else is_over and not won


def last_move(side: int, number: int, *hand: str) -> Table:
    """The last move of a round, with a hand."""
    t = table(mover=side).shared(T.ROUND, number).meters(US, 6, 6, 6).meters(CHINA, 6, 6, 6)
    t.s.moves[side], t.s.moves[1 - side] = 1, 0
    return t.hand(side, *hand)


def moves(t: Table) -> list[tuple[int, ...]]:
    side = t.s.shared[T.MOVER]
    return [plan.picks for plan in PlainCore(t.book).plans(assume(observe(t.book, t.s, side)), side)]


def after(t: Table, picks: tuple[int, ...]) -> State:
    s = copy(t.s)
    for pick in picks:
        apply(t.book, s, pick)
    return s


def decided(t: Table) -> Table:
    """The track is put where only the best moves still win the match (which they end)."""
    side = t.s.shared[T.MOVER]
    t.shared(T.TRACK, 0)
    found = set()
    for picks in moves(t):
        result = outcome(t.book, after(t, picks))
        if result is not None and result.terms:
            found.add(sum(result.terms) if side == US else -sum(result.terms))
    for lead in (1, 0):  # level, the tie-break may still win
        shift = lead - max(found)
        t.shared(T.TRACK, shift if side == US else -shift)
        if len({after(t, picks).shared[T.WINNER] == side for picks in moves(t)}) == 2:
            break
    return t


# --- Rupture by the own move ---------------------------------------------------------------------

RESTRICTIONS = {
    US: (
        "fab-tool-licence-rule",
        "foreign-direct-product-rule",
        "eda-software-cut-off",
        "october-2023-update",
        "hbm-ban-140-entities",
        "ai-diffusion-rule",
        "huawei-on-the-entity-list",
        "connected-vehicle-rule",
        "uflpa-import-rule",
        "military-company-designations",
        "section-301-tariffs",
        "reciprocal-tariffs",
        "100-percent-ev-tariff",
    ),
    CHINA: (
        "gallium-germanium-licences",
        "april-4-magnet-controls",
        "nexperia-export-stop",
        "battery-graphite-controls",
        "unreliable-entity-list",
        "micron-review",
        "nvidia-antitrust-probe",
        "state-office-phone-limits",
        "soybean-tariffs",
        "125-percent-tariff",
        "special-port-fees",
    ),
}
TWO_STEPS = {US: "advanced-chip-rules", CHINA: "foreign-content-magnet-rule"}


def at_the_brink(side: int, card: str, tension: int) -> Table:
    t = table(mover=side).shared(T.TENSION, tension).lit(T.AI, T.EV, T.DEFENCE)
    return t.meters(side, 6, 6, 6).hand(side, card, *FILLERS[side])


def worth_a_rupture(side: int) -> Table:
    """Hopelessly behind, but far more self-reliant, one step from the brink."""
    card = "connected-vehicle-rule" if side == US else "battery-graphite-controls"
    t = at_the_brink(side, card, 9).shared(T.TRACK, -8 if side == US else 5)
    for i in range(T.UPSTREAM):
        t.capability(side, i, 9).capability(1 - side, i, 2)
    return t


def ruptures() -> Iterator[Trap]:
    for side, cards in RESTRICTIONS.items():
        for card in cards:
            yield Trap(f"rupture by {card}", lambda s=side, c=card: at_the_brink(s, c, 9))  # type: ignore[misc]
        card = TWO_STEPS[side]
        yield Trap(f"rupture by both steps of {card}", lambda s=side, c=card: at_the_brink(s, c, 8))  # type: ignore[misc]
        yield Trap(f"a rupture that wins for side {side}", lambda s=side: worth_a_rupture(s), True)  # type: ignore[misc]


# --- automatic victory: given away, and missed ---------------------------------------------------

LISTINGS = {
    US: {
        T.AI: "ai-diffusion-rule",
        T.DEVICES: "huawei-on-the-entity-list",
        T.EV: "connected-vehicle-rule",
        T.CLEAN: "uflpa-import-rule",
        T.AUTO: "hbm-ban-140-entities",
        T.DEFENCE: "military-company-designations",
    },
    CHINA: {
        T.AI: "nvidia-antitrust-probe",
        T.DEVICES: "state-office-phone-limits",
        T.EV: "battery-graphite-controls",
        T.CLEAN: "unreliable-entity-list",
        T.AUTO: "unreliable-entity-list",
        T.DEFENCE: "unreliable-entity-list",
    },
}


def one_point_short(side: int) -> int:
    """The track at which one more point of the rival ends the match."""
    return -9 if side == US else 5


def listing_saves(side: int, j: int) -> Table:
    """The rival leads by one in the only field that is scored: a listing makes it level."""
    t = last_move(side, 5, LISTINGS[side][j], *FILLERS[side]).lit(j).shared(T.TRACK, one_point_short(side))
    for who in (US, CHINA):
        for i in range(T.UPSTREAM):
            t.capability(who, i, 9)
    return t.capability(side, j, 5).capability(1 - side, j, 6)


def investing_saves(side: int, j: int, card: str) -> Table:
    """One step of progress levels the field that is scored."""
    t = listing_saves(side, j).progress(side, j, 3)
    t.s.place[t.book.card_number[side, LISTINGS[side][j]]] = T.IN_DISCARD
    t.s.hand_size[side] -= 1
    return t.hand(side, card)


def easing_loses(side: int) -> Table:
    """The rival's field is level only because of the own control: any easing of it ends the match."""
    if side == US:
        t = last_move(US, 5, "revenue-share-licence", *FILLERS[US]).lit(T.AI)
        t.control(US, T.CHIPS, 2).align(T.TAIWAN, 2).align(T.KOREA, 2).capability(CHINA, T.AI, 8)
        return t.capability(US, T.AI, 4).shared(T.TRACK, one_point_short(US))
    t = last_move(CHINA, 5, "export-licences-resume", *FILLERS[CHINA]).lit(T.CLEAN)
    t.control(CHINA, T.MAGNETS, 2).capability(CHINA, T.CLEAN, 5).capability(US, T.CLEAN, 8)
    return t.shared(T.TRACK, one_point_short(CHINA))


SHOWCASES = (
    (US, "next-gen-fighter"),
    (US, "frontier-model-launch"),
    (CHINA, "mate-60-reveal"),
    (CHINA, "top-car-exporter"),
)


def one_showcase_away(side: int, card: str) -> Table:
    t = table(mover=side).shared(T.TRACK, 5 if side == US else -9).meters(side, 6, 6, 6)
    return t.hand(side, card, *FILLERS[side])


def automatic() -> Iterator[Trap]:
    for side in (US, CHINA):
        for j in LISTINGS[side]:
            yield Trap(
                f"only a listing of sector {j} saves side {side}", lambda s=side, j=j: listing_saves(s, j)
            )  # type: ignore[misc]
        yield Trap(f"easing the own control loses for side {side}", lambda s=side: easing_loses(s))  # type: ignore[misc]
    yield Trap("only more AI saves the US", lambda: investing_saves(US, T.AI, "project-stargate"))
    yield Trap("only more cars save China", lambda: investing_saves(CHINA, T.EV, "battery-scale-up"))
    for side, card in SHOWCASES:
        yield Trap(f"{card} wins at once", lambda s=side, c=card: one_showcase_away(s, c), True)  # type: ignore[misc]


# --- announced contingencies, on the last move of the match ----------------------------------------

ANNOUNCED = (
    (US, "battery-graphite-controls", T.NONE, "connected-vehicle-rule", T.EV),
    (US, "unreliable-entity-list", T.DEFENCE, "connected-vehicle-rule", T.DEFENCE),
    (US, "unreliable-entity-list", T.CLEAN, "section-301-tariffs", T.CLEAN),
    (US, "gallium-germanium-licences", T.NONE, "uflpa-import-rule", T.CLEAN),
    (US, "nexperia-export-stop", T.NONE, "huawei-on-the-entity-list", T.AUTO),
    (US, "europe-dialogue", T.NONE, "section-301-tariffs", T.AI),
    (US, "belt-and-road-forum", T.SOUTH, "quad-summit", T.AI),
    (CHINA, "connected-vehicle-rule", T.NONE, "battery-graphite-controls", T.EV),
    (CHINA, "uflpa-import-rule", T.NONE, "state-office-phone-limits", T.CLEAN),
    (CHINA, "military-company-designations", T.AUTO, "unreliable-entity-list", T.AUTO),
    (CHINA, "national-defense-stockpile", T.NONE, "gallium-germanium-licences", T.CLEAN),
    (CHINA, "quad-summit", T.NONE, "belt-and-road-forum", T.AI),
)


def announced(side: int, slot: str, target: int, bait: str, j: int) -> Table:
    """The rival's card lies face-up; playing the bait as a policy turns it loose."""
    t = last_move(side, 8, bait, *FILLERS[side][:2]).lit(j).slot(1 - side, slot, target)
    t.s.slot_up[1 - side] = 1
    return decided(t)


def contingencies() -> Iterator[Trap]:
    for side, slot, target, bait, j in ANNOUNCED:
        yield Trap(
            f"{slot} is announced against {bait}",
            lambda a=(side, slot, target, bait, j): announced(*a),  # type: ignore[misc]
            bait=bait,
        )


# --- agendas, deals, and the last move of the match --------------------------------------------------

AGENDAS = (
    ("fortress", US, lambda t: t.capability(US, T.TOOLS, 7).capability(US, T.CHIPS, 9).progress(US, T.MAGNETS, 6)),
    ("swing-markets", CHINA, lambda t: t.align(T.SOUTH, -1).align(T.GULF, -1)),
    ("open-door", US, lambda t: t.tariff(US, 1)),
    ("chokehold", CHINA, lambda t: t.control(CHINA, T.MAGNETS, 2)),
    ("chokehold", US, lambda t: t.control(US, T.CHIPS, 3)),
    ("war-chest", CHINA, lambda t: t.meters(CHINA, 10, 8, 6)),
    ("peacemaker", US, lambda t: t.shared(T.TENSION, 3).tariff(US, 2)),
    ("brinkman", CHINA, lambda t: t.shared(T.TENSION, 4)),
    ("mandate", US, lambda t: t.meters(US, 6, 6, 8)),
)  # fmt: skip
WITH = {
    "fortress": ("mountain-pass-equity-stake", "defense-production-act"),
    "swing-markets": ("europe-dialogue", "export-licences-resume"),
    "open-door": ("revenue-share-licence", "section-301-tariffs"),
    "war-chest": ("special-port-fees", "big-fund-iii"),
    "peacemaker": ("us-geneva-truce", "connected-vehicle-rule"),
    "brinkman": ("china-geneva-truce", "gallium-germanium-licences"),
    "mandate": ("reshoring-drive", "us-persons-rule"),
}
CHOKEHOLD = {
    US: ("advanced-chip-rules", "revenue-share-licence"),
    CHINA: ("april-4-magnet-controls", "purchase-pledge"),
}


def own_agenda(name: str, side: int, prepare: Callable[[Table], Table]) -> Table:
    """The own agenda decides the match, and the last move decides the agenda."""
    t = last_move(side, 8, *WITH.get(name, CHOKEHOLD[side]), FILLERS[side][0]).lit(T.AI)
    agenda = next(n for n, a in enumerate(t.book.agendas) if a.id == name)
    t.put(T.AGENDA + agenda, T.KEPT + side).put(T.AGENDA_KEPT + side, 1)
    return decided(prepare(t))


def asked(side: int, take: int, give: int, prepare: Callable[[Table], Table]) -> Table:
    """The rival's last move of the match is a proposal."""
    t = prepare(last_move(1 - side, 8))
    t.shared(T.PHASE, T.ANSWERING).shared(T.MOVER, side).put(T.PROPOSED + 1 - side, 1)
    return t.shared(T.OFFER_GIVE, give).shared(T.OFFER_TAKE, take).shared(T.OFFER_SWEETENER, 2)


DEALS = (
    (CHINA, T.MAGNETS, T.TARIFF_MEASURE, False,
     lambda t: t.lit(T.CLEAN, T.DEFENCE).control(CHINA, T.MAGNETS, 2).tariff(US, 1).shared(T.TRACK, 2)),
    (CHINA, T.CLEAN, T.TARIFF_MEASURE, False,
     lambda t: t.lit(T.CLEAN).capability(US, T.CLEAN, 9).capability(CHINA, T.CLEAN, 8).listing(CHINA, T.CLEAN)
     .capability(US, T.MAGNETS, 9).tariff(US, 1).align(T.EU, -2)
     .shared(T.TRACK, 2).capability(CHINA, T.MAGNETS, 9)),
    (US, T.CHIPS, T.TARIFF_MEASURE, False,
     lambda t: t.lit(T.AI).control(US, T.CHIPS, 3).align(T.TAIWAN, 2).align(T.KOREA, 2).tariff(CHINA, 1)
     .capability(CHINA, T.AI, 8).shared(T.TRACK, -5)),
    (US, T.TARIFF_MEASURE, T.MAGNETS, True,
     lambda t: t.lit(T.DEFENCE, T.CLEAN).control(CHINA, T.MAGNETS, 1).tariff(US, 1).shared(T.TRACK, 1)
     .capability(US, T.MAGNETS, 1).capability(US, T.CLEAN, 8)),
)  # fmt: skip


def bargains() -> Iterator[Trap]:
    for name, side, prepare in AGENDAS:
        yield Trap(f"{name} decides for side {side}", lambda a=(name, side, prepare): own_agenda(*a))  # type: ignore[misc]
    for n, (side, take, give, must_win, prepare) in enumerate(DEALS):
        yield Trap(f"deal {n}", lambda a=(side, take, give, prepare): asked(*a), must_win)  # type: ignore[misc]


TRAPS = (*ruptures(), *automatic(), *contingencies(), *bargains())
