"""Single-minded players: they think as well as any, but about one instrument only. The lab plays them against the
others, to see that no instrument wins by itself.

What a card is good for is read from its program, so any pack's cards are told apart.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.engine import terms as T
from game.engine.rulebook import Op, Rulebook

from .core import Plan


@dataclass(frozen=True, slots=True)
class Fixation:
    """One instrument: effects of policies, icons of statecraft, and moves that need no card."""

    id: str
    title: str
    about: str
    ops: frozenset[int]
    icons: frozenset[int] = frozenset()
    bargains: bool = False  # lifts and deals belong to it


RESTRICTIONS = frozenset((T.OP_CONTROL, T.OP_LIST, T.OP_TARIFF))

FIXATIONS = (
    Fixation("controls", "Controls", "Raises export controls.", frozenset((T.OP_CONTROL,))),
    Fixation("listings", "Listings", "Lists the rival's companies.", frozenset((T.OP_LIST,))),
    Fixation("tariffs", "Tariffs", "Raises tariffs.", frozenset((T.OP_TARIFF,))),
    Fixation("pressure", "Pressure", "Raises any measure there is, up to a Rupture.", RESTRICTIONS),
    Fixation(
        "investment",
        "Investment",
        "Builds up its own industry.",
        frozenset((T.OP_PROGRESS, T.OP_INDIGENISE, T.OP_PROGRAMME)),
        frozenset((T.ICON_SECTOR,)),
    ),
    Fixation(
        "alliances",
        "Alliances",
        "Courts the blocs.",
        frozenset((T.OP_ALIGN, T.OP_NEW_SOURCE)),
        frozenset((T.ICON_BLOC,)),
    ),
    Fixation(
        "diplomacy",
        "Diplomacy",
        "Calms things down: deals, lifts, easing.",
        frozenset((T.OP_EASE, T.OP_ERODE, T.OP_TENSION)),
        frozenset((T.ICON_RALLY,)),
        bargains=True,
    ),
    Fixation(
        "reserves",
        "Reserves",
        "Stocks up and works around.",
        frozenset((T.OP_STOCKPILE, T.OP_WORKAROUND)),
        frozenset((T.ICON_CRATE,)),
    ),
)


def fixation_of(name: str) -> Fixation | None:
    return next((fixation for fixation in FIXATIONS if fixation.id == name), None)


def narrow(book: Rulebook, fixation: Fixation, plans: Sequence[Plan]) -> list[Plan]:
    """What a single-minded player looks at: its instrument whenever it can be used, else anything but another policy.

    Answers, namings and the choice of an agenda are as free as anybody's.
    """
    for is_kept in (lambda plan: serves(book, fixation, plan), lambda plan: not _is_policy(book, plan)):
        kept = _those(is_kept, plans)
        if kept:
            return kept
    return list(plans)


def _those(is_kept: Callable[[Plan], bool], plans: Sequence[Plan]) -> list[Plan]:
    return [plan for plan in plans if is_kept(plan)]


def serves(book: Rulebook, fixation: Fixation, plan: Plan) -> bool:
    """Whether a whole move uses the instrument."""
    first = plan.picks[0]
    if T.LIFT <= first < T.ASK:
        return fixation.bargains
    card = first - T.CARD
    if not 0 <= card < len(book.cards) or len(plan.picks) < 2:
        return False
    use = plan.picks[1] - T.USE
    if use == T.USE_POLICY:
        return any(_is_of(fixation, op) for op in book.cards[card].ops)
    if T.USE_ICON <= use < T.USE_ICON + T.ICONS:
        return book.cards[card].icons[use - T.USE_ICON][0] in fixation.icons
    return False


def _is_of(fixation: Fixation, op: Op) -> bool:
    kind, _, points, _ = op
    if kind in (T.OP_ALIGN, T.OP_TENSION):  # pushing a bloc away and stirring things up are something else
        return kind in fixation.ops and (points > 0) == (kind == T.OP_ALIGN)
    return kind in fixation.ops


def _is_policy(book: Rulebook, plan: Plan) -> bool:
    picks = plan.picks
    return (
        T.CARD <= picks[0] < T.CARD + len(book.cards) and len(picks) > 1 and picks[1] == T.USE + T.USE_POLICY
    )
