"""A match in words: what a pick is called, what changed and why.

Used by the window and the terminal alike, so that both say the same.
"""

from game.content.almanac import Almanac
from game.engine import terms as T
from game.engine.event import Event, place_of
from game.engine.rulebook import Rulebook
from game.engine.scoring import TERMS
from game.engine.state import State

from .ledger import OUTPUT, RESILIENCE

ENDINGS = {
    T.AUTOMATIC: "the end of the track",
    T.RUPTURE: "Rupture",
    T.SHARED_LOSS: "Rupture: both lose",
    T.SCORED: "final scoring",
}
# What a section of the rulebook does, where nothing else is the cause
RULES = {
    200: "set-up",
    301: "a new round",
    302: "the draw",
    303: "the third spotlight",
    304: "a move was made",
    400: "a pass",
    500: "the contingency slot",
    601: "step 1 of the market phase: outputs",
    602: "step 2 of the market phase: Approval",
    603: "step 3 of the market phase: learning",
    604: "step 4 of the market phase: programmes",
    605: "step 5 of the market phase: spotlights",
    606: "step 6 of the market phase: income",
    607: "step 7 of the market phase: Capital and upkeep",
    608: "6 or more levels of measures on the table",
    609: "the end of the round",
    800: "final scoring",
}


def signed(n: int) -> str:
    return f"+{n}" if n >= 0 else f"−{-n}"


class Words:
    """Names of one rulebook."""

    def __init__(self, book: Rulebook, almanac: Almanac) -> None:
        self.book, self.almanac = book, almanac
        self.sides = book.scenario.sides
        self.shorts = book.scenario.side_shorts

    # --- names -----------------------------------------------------------------------------------

    def measure(self, measure: int) -> str:
        if measure == T.TARIFF_MEASURE:
            return "tariff"
        kind = "control on" if measure < T.UPSTREAM else "listing of"
        return f"{kind} {self.book.sectors[measure].title}"

    def target(self, card: int, target: int) -> str:
        if target == T.NONE:
            return ""
        is_bloc = self.book.cards[card].target == T.TARGET_BLOC
        return self.book.blocs[target].title if is_bloc else self.book.sectors[target].title

    def aimed(self, card: int, target: int) -> str:
        """The target at the end of a sentence: a card is played on a sector, and a bloc is chosen for it."""
        if target == T.NONE:
            return ""
        is_bloc = self.book.cards[card].target == T.TARGET_BLOC
        return f"{', choosing' if is_bloc else ' on'} {self.target(card, target)}"

    def icon(self, card: int, n: int) -> str:
        """What a card's n-th icon does, with its points."""
        icon, what = self.book.cards[card].icons[n]
        points = self.book.cards[card].points
        if icon == T.ICON_SECTOR:
            return (
                f"Invest in {self.book.sectors[what].title}: pay up to {points} Budget, +1 progress for each"
            )
        if icon == T.ICON_BLOC:
            return f"Court {self.book.blocs[what].title}: 1 Budget, {points} points of courting"
        if icon == T.ICON_CRATE:
            return f"Stockpile {self.book.sectors[what].title}: 1 Budget, +{points} tokens (at most 4)"
        return f"Rally: Approval +{(points + 1) // 2}"

    def icon_short(self, card: int, n: int) -> str:
        icon, what = self.book.cards[card].icons[n]
        if icon == T.ICON_RALLY:
            return "rallies"
        verb = {T.ICON_SECTOR: "invests in", T.ICON_BLOC: "courts", T.ICON_CRATE: "stockpiles"}[icon]
        return f"{verb} {(self.book.blocs if icon == T.ICON_BLOC else self.book.sectors)[what].title}"

    def cost(self, card: int) -> str:
        printed = self.book.cards[card]
        parts = [f"{printed.budget} Budget"] if printed.budget else []
        parts += [f"{printed.capital} Capital"] if printed.capital else []
        return " and ".join(parts) or "free"

    # --- picks -----------------------------------------------------------------------------------

    def pick(self, s: State, action: int) -> tuple[str, str]:
        """A legal pick as (what it is called, what that means)."""
        card = s.pick[T.PICK_CARD]
        cards = len(self.book.cards)
        if action >= T.CARD + cards + len(self.book.headlines):
            number = action - T.CARD - cards - len(self.book.headlines)
            return self.book.agendas[number].title, self.agenda(number)
        if T.CARD <= action < T.CARD + cards:
            page = self.almanac.cards[action - T.CARD]
            return page.title, " ".join(page.rules)
        if T.USE <= action < T.SWEETEN:
            return self._use(card, action - T.USE)
        if T.AT_SECTOR <= action < T.AT_BLOC:
            return self.book.sectors[action - T.AT_SECTOR].title, ""
        if T.AT_BLOC <= action < T.LIFT:
            return self.book.blocs[action - T.AT_BLOC].title, ""
        return self._deed(action)

    def _use(self, card: int, use: int) -> tuple[str, str]:
        page, points = self.almanac.cards[card], self.book.cards[card].points
        if use == T.USE_POLICY:
            return f"Policy, {self.cost(card)}", " ".join(page.rules)
        if use == T.USE_FUND:
            return f"Fund: Budget +{(points + 1) // 2 + 1}", "Discard the card for money."
        if use == T.USE_SET:
            return "Contingency", f"Set it; it fires free of cost {page.trigger}."
        words, _, detail = self.icon(card, use - T.USE_ICON).partition(": ")
        return words, detail[:1].upper() + detail[1:]

    def _deed(self, action: int) -> tuple[str, str]:
        if action >= T.ASK:
            return f"for their {self.measure(action - T.ASK)}", "They drop one level of it."
        if action >= T.OFFER:
            return f"Offer your {self.measure(action - T.OFFER)}", "You drop one level of it."
        if action >= T.LIFT:
            return f"Lift {self.measure(action - T.LIFT)}", "One level down: Tension −1, Capital +1."
        if action >= T.SWEETEN:
            n = action - T.SWEETEN
            return ("No sweetener", "") if n == 0 else (f"Add {n} Budget", "Paid to them if they accept.")
        return {
            T.PASS: ("Pass", "Budget +1; this move is spent."),
            T.ANNOUNCE: ("Announce", "Turn your contingency face-up: Capital +1; you keep the move."),
            T.ACCEPT: ("Accept", "Both drop one level and lock it; Tension −1, Approval +1 for both."),
            T.REFUSE: ("Refuse", "You lose 1 Capital, if you have any."),
        }[action]

    def agenda(self, number: int) -> str:
        """What an agenda asks for at the end."""
        entry = self.book.agendas[number]
        if entry.condition == T.OPEN_DOOR and entry.needs == 0:
            return "At the end: no control, listing or tariff of your own. Worth 3."
        words = AGENDA_AIMS[entry.condition].format(n=entry.needs, s="" if entry.needs == 1 else "s")
        return f"{words} Worth {T.AGENDA_POINTS}."

    # --- changes ---------------------------------------------------------------------------------

    def change(self, cell: int, old: int, new: int) -> str:
        """One change of one number, short: "US Budget −1", "Advanced chips 7 → 8"; empty for inner bookkeeping."""
        if cell >= OUTPUT:
            return self._worked_out(cell, old, new)
        place = place_of(self.book, cell)
        who = f"{self.shorts[place.side]} " if place.side in (0, 1) else ""
        step = signed(new - old)
        if place.window in ("budget", "capital", "approval"):
            return f"{who}{place.window.capitalize()} {step}"
        if place.window == "tariff":
            return f"{who}tariff {old} → {new}"
        if place.window == "shock":  # what it takes off every supply until the next headline
            return f"{self.book.sectors[place.index].title} supply {signed(old - new)}"
        if place.window in ("capability", "progress", "stock", "control"):
            words = {"capability": "", "progress": " progress", "stock": " stockpile", "control": " control"}
            name = self.book.sectors[place.index].title + words[place.window]
            return (
                f"{who}{name} {old} → {new}"
                if place.window in ("capability", "control")
                else f"{who}{name} {step}"
            )
        if place.window in ("listing", "programme", "workaround"):
            name = self.book.sectors[place.index].title
            noun = {"listing": "listing of", "programme": "programme in", "workaround": "workaround for"}
            if place.window == "listing" and new:
                return f"{who}lists {name}"
            return f"{who}{noun[place.window]} {name}" + ("" if new else " ended")
        if place.window == "lit":
            is_news = new in (T.LIT_PAIR, T.LIT_HEADLINE)  # a naming tells itself
            return f"{self.book.sectors[place.index].title} lit" if is_news else ""
        if place.window == "align":
            return f"{self.book.blocs[place.index].title} {self.lean(old)} → {self.lean(new)}"
        if place.window == "source":
            return f"{self.book.blocs[place.index].title} supplies +{new - old}"
        if place.window == "shared":
            return self._shared(place.index, old, new)
        return ""

    def _worked_out(self, number: int, old: int, new: int) -> str:
        """A changed output or Resilience."""
        side, sector = divmod(number - OUTPUT, T.SECTORS)
        name = f"output of {self.book.sectors[sector].title}"
        if number >= RESILIENCE:
            side, name = number - RESILIENCE, "Resilience"
        return f"{self.shorts[side]} {name} " + (f"{new}" if old == T.UNKNOWN else f"{old} → {new}")

    def _shared(self, index: int, old: int, new: int) -> str:
        if index == T.TRACK:
            return f"track {self.track(old)} → {self.track(new)}"
        step = signed(new - old)
        return {T.TENSION: f"Tension {step}", T.DECOUPLING: f"Decoupling {step}"}.get(index, "")

    def cause(self, event: Event) -> str:
        """Why something changed, in words."""
        kind, cause = event.cause_kind, event.cause
        cards = {
            T.BY_CARD: "policy",
            T.BY_STATECRAFT: "statecraft",
            T.BY_FUND: "funds from",
            T.BY_CONTINGENCY: "contingency",
        }
        if kind in cards:
            return f"{cards[kind]}: {self.almanac.cards[cause].title}"
        if kind == T.BY_HEADLINE:
            return f"headline: {self.almanac.headlines[cause].title}"
        sectors = {
            T.BY_LICENCE: "licences for",
            T.BY_BACKFIRE: "learning, cut off from",
            T.BY_PROGRAMME: "national programme in",
            T.BY_SPOTLIGHT: "spotlight on",
        }
        if kind in sectors and cause != T.NONE:
            return f"{sectors[kind]} {self.book.sectors[cause].title}"
        if kind == T.BY_CONTRACT:
            return f"contract with {self.book.blocs[cause].title}"
        return {
            T.BY_LIFT: "a measure was lifted",
            T.BY_DEAL: "a deal",
            T.BY_SHORTAGE: f"{cause} shortage{'s' if cause != 1 else ''}",
            T.BY_TARIFF: f"own tariff of {cause}",
            T.BY_DRIFT: "calm",
            T.BY_TRADE: "trade with the rival",
            T.BY_DUTIES: "own tariff duties",
            T.BY_SPOTLIGHT: "more spotlights won this round",
            T.BY_APPROVAL: f"a third of Approval {cause}",
            T.BY_UPKEEP: f"upkeep of {cause} measures",
        }.get(kind, RULES.get(cause, "the rules"))

    def lean(self, align: int) -> str:
        return "0" if align == 0 else f"{self.shorts[0 if align > 0 else 1]} {abs(align)}"

    def track(self, value: int) -> str:
        return "level" if value == 0 else f"{self.shorts[0 if value > 0 else 1]} +{abs(value)}"


AGENDA_AIMS = {
    T.FORTRESS: "At the end: your Resilience at least {n} above the rival's.",
    T.SWING_MARKETS: "At the end: {n} buying bloc{s} aligned at least 1 toward you.",
    T.OPEN_DOOR: "At the end: at most {n} of your own controls, listings and tariffs.",
    T.CHOKEHOLD: "At the end: own control levels of {n} or more in total.",
    T.CHAMPION: "At the end: output lead of {n} or more in at least 2 sectors.",
    T.INDIGENOUS_INNOVATION: "By the end: {n} level{s} of inputs gained since the start.",
    T.WAR_CHEST: "At the end: Budget + Capital of {n} or more.",
    T.PEACEMAKER: "At the end: Tension of {n} or less.",
    T.BRINKMAN: "At the end: Tension of {n} or more.",
    T.MANDATE: "At the end: Approval of {n} or more.",
}
SCORE_TITLES = ("Track", "Resilience", "Coalition", "Agenda", "Agenda")
assert len(SCORE_TITLES) == TERMS
