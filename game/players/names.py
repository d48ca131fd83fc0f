"""What moves and measures are called in a sentence."""

from game.engine import terms as T
from game.engine.rulebook import Rulebook
from game.engine.state import State

from . import deeds as D


def sector(book: Rulebook, j: int) -> str:
    """A sector's title inside a sentence."""
    title = book.sectors[j].title
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def measure(book: Rulebook, m: int) -> str:
    if m == T.TARIFF_MEASURE:
        return "tariff"
    return f"{'control on' if m < T.UPSTREAM else 'listing of'} {sector(book, m)}"


def deed_of(book: Rulebook, seen: State, plan: tuple[int, ...]) -> str:
    """A whole move as a thing that is done, once it is public: a policy by the title of its card."""
    plan = completed(seen, plan)
    first = plan[0]
    if T.CARD <= first < T.CARD + len(book.cards):
        return _card_deed(book, plan)
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
        T.ANNOUNCE: "announcing the contingency",
        T.ACCEPT: "accepting the deal",
        T.REFUSE: "refusing the deal",
    }.get(first, "waiting")


def completed(seen: State, plan: tuple[int, ...]) -> tuple[int, ...]:
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


def _card_deed(book: Rulebook, plan: tuple[int, ...]) -> str:
    card = book.cards[plan[0] - T.CARD]
    use = plan[1] - T.USE if len(plan) > 1 else T.USE_FUND
    if use == T.USE_POLICY:
        return card.title
    if use == T.USE_FUND:
        return "raising money"
    if use == T.USE_SET:
        return "a contingency set face-down"
    icon, what = card.icons[use - T.USE_ICON]
    if icon == T.ICON_RALLY:
        return "a rally at home"
    if icon == T.ICON_BLOC:
        return f"courting {book.blocs[what].title}"
    return f"{'investing in' if icon == T.ICON_SECTOR else 'stockpiling'} {sector(book, what)}"


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
    return {D.SHOWN: "{} showcase", D.FIRED: "{} contingency"}.get(deed, "")
